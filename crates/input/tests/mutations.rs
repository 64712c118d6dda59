//! Inputs of every format with a few bytes of them changed are read as before: no panic, no error, and what is told
//! of an article lies in its text.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{fs, path::Path};

use factcheck_input::{formats, load};
use proptest::{prelude::*, sample::Index};

/// The seeds of the fuzz target for inputs.
fn seeds() -> Vec<Vec<u8>> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/seeds/inputs"));
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn check(bytes: &[u8], format: Option<&'static formats::Format>) {
    let loaded = load(&["-".into()], &mut &*bytes, format).unwrap();
    for article in loaded.articles {
        let spans = article.furniture.iter().map(|piece| piece.span);
        let mut last = 0;
        for span in spans {
            assert!(article.text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
            assert!(last <= span.start, "{span:?} begins before {last}");
            last = span.end;
        }
        assert!(article.headline.is_none_or(|span| !span.of(&article.text).is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes(seed: Index, format: Index, changes in prop::collection::vec((any::<Index>(), 0..3u8, any::<u8>()), 1..12)) {
        let seeds = seeds();
        let mut bytes = seed.get(&seeds).clone();
        for (at, what, byte) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match what {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                _ => bytes.insert(at, byte),
            }
        }
        check(&bytes, None);
        check(&bytes, Some(format.get(formats::FORMATS)));
    }
}
