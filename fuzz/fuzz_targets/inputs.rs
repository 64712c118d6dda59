//! Any bytes, as what they look like and as every format, are read without a panic or an error, and what is told of
//! an article lies in its text. Nothing is read out of the articles, so that this is quick.
#![no_main]

use factcheck_input::{Articles, Item, formats};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for format in std::iter::once(None).chain(formats::FORMATS.iter().map(Some)) {
        let mut stdin = bytes;
        let articles = Articles::new(&["-".into()], &mut stdin, format).expect("no path to miss");
        for item in articles {
            if let Item::Article(article) = item.expect("bytes in memory can be read") {
                factcheck_fuzz::check_article(&article);
            }
        }
    }
});
