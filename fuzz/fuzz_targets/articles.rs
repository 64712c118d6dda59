//! Any bytes, as a text file and as lines of JSON, are read without a panic or an error, and all records of what
//! is read stand where they say.
#![no_main]

use factcheck_extract::Extractor;
use factcheck_input::{Articles, Item, formats};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for format in formats::FORMATS {
        let mut stdin = bytes;
        let articles = Articles::new(&["-".into()], &mut stdin, Some(format)).expect("no path to miss");
        for item in articles {
            if let Item::Article(article) = item.expect("bytes in memory can be read") {
                factcheck_fuzz::check_records(&article, &Extractor::new().extract(&article));
            }
        }
    }
});
