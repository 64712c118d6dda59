//! What people write by hand is read without a panic whatever it says: reference tables, verdicts, settings and the
//! `sources.csv` of a folder. The first byte tells which.
#![no_main]

use std::{fs, path::Path, sync::LazyLock};

use factcheck_core::reference::References;
use factcheck_input::{Articles, Item};
use tempfile::TempDir;

/// A folder with two articles, whose table is written anew each time.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a.txt", "b.txt"] {
        fs::write(folder.path().join(name), name).expect("written");
    }
    folder
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else { return };
    match which {
        b'r' => {
            let mut references = References::default();
            if factcheck_input::add_reference(&mut references, Path::new("t.csv"), bytes.to_vec()).is_ok() {
                // What was read is understood as far as a run does that.
                factcheck_extract::known_events(&references);
            }
        }
        b'v' => drop(factcheck_report::read_verdicts("v.csv", bytes)),
        b'f' => drop(factcheck_report::read_findings(bytes)),
        b'c' => {
            if let Ok(text) = std::str::from_utf8(bytes) {
                drop(factcheck_cli::config_problem(text));
            }
        }
        b's' => {
            fs::write(FOLDER.path().join("sources.csv"), bytes).expect("written");
            let mut stdin = std::io::empty();
            let articles =
                Articles::new(&[FOLDER.path().to_owned()], &mut stdin, None).expect("two articles");
            let read = articles.filter(|item| matches!(item, Ok(Item::Article(_)))).count();
            assert!(read >= 2, "an article is lost");
        }
        _ => {}
    }
});
