//! The table of input formats. A format is one file beside this one and one row here.

use std::{
    io::{self, BufRead},
    path::Path,
};

use factcheck_core::{article::Article, coverage::Skipped, record::Record};

use crate::{jsonl, text};

/// A way to read articles from bytes.
#[derive(Debug)]
pub struct Format {
    /// What `--input-format` calls it.
    pub name: &'static str,
    /// File name endings, lower case, without the dot.
    pub endings: &'static [&'static str],
    /// Whether such files are taken from a folder without being listed in its `sources.csv`. A folder of
    /// articles often holds a run's JSONL or a README too.
    pub in_folders: bool,
    /// How such a file is read.
    pub read: Read,
}

/// Reads a file item by item, as they are asked for. The text is how the file is called.
pub type Read = for<'a> fn(Box<dyn BufRead + 'a>, &str) -> Items<'a>;

/// What stands in a file, each with the line that it starts on. An error is the last of them.
pub type Items<'a> = Box<dyn Iterator<Item = io::Result<(u32, Item)>> + 'a>;

/// What a format finds.
#[derive(Debug)]
pub enum Item {
    /// An article, with nothing but what the input says of it.
    Article(Box<Article>),
    /// A line of `factcheck extract`.
    Record(Box<Record>),
    /// Something that could not be used.
    Skipped(Skipped),
}

/// Every format.
pub static FORMATS: &[Format] = &[
    Format { name: "text", endings: &["txt", "text"], in_folders: true, read: text::read },
    Format { name: "jsonl", endings: &["jsonl", "ndjson"], in_folders: false, read: jsonl::read },
];

/// The format of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The format that a file's ending tells.
pub(crate) fn of(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    FORMATS.iter().find(|format| format.endings.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_and_endings_are_unique() {
        let mut seen = BTreeSet::new();
        for format in FORMATS {
            assert!(seen.insert(format.name), "{} stands twice", format.name);
        }
        let mut seen = BTreeSet::new();
        for ending in FORMATS.iter().flat_map(|format| format.endings) {
            assert!(seen.insert(ending) && *ending == ending.to_lowercase(), "{ending}");
        }
    }
}
