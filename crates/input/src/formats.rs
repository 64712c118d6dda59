//! The table of input formats. A format is one file beside this one and one row here.

use std::{
    io::{self, BufRead},
    path::Path,
};

use factcheck_core::{article::Article, coverage::Skipped, record::Record};

use crate::{feed, html, json, jsonl, markdown, office, open::Head, table, text, warc};

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
    /// Whether an input that begins like this is one.
    pub(crate) looks: fn(&Head) -> bool,
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
    /// Something in a folder that is no article of the run, which is no fault.
    LeftOut(Skipped),
}

/// Every format. The first that an input looks like is what it is; any input looks like text.
pub static FORMATS: &[Format] = &[
    Format { name: "warc", endings: &["warc"], in_folders: true, looks: warc::looks, read: warc::read },
    Format {
        name: "odt",
        endings: &["odt"],
        in_folders: true,
        looks: office::looks_odt,
        read: office::read_odt,
    },
    Format {
        name: "docx",
        endings: &["docx"],
        in_folders: true,
        looks: office::looks_docx,
        read: office::read_docx,
    },
    Format {
        name: "html",
        endings: &["html", "htm", "xhtml"],
        in_folders: true,
        looks: html::looks,
        read: html::read,
    },
    Format {
        name: "feed",
        endings: &["rss", "atom", "xml"],
        in_folders: true,
        looks: feed::looks,
        read: feed::read,
    },
    Format { name: "json", endings: &["json"], in_folders: false, looks: json::looks, read: json::read },
    Format {
        name: "jsonl",
        endings: &["jsonl", "ndjson"],
        in_folders: false,
        looks: jsonl::looks,
        read: jsonl::read,
    },
    Format {
        name: "markdown",
        endings: &["md", "markdown"],
        in_folders: false,
        looks: markdown::looks,
        read: markdown::read,
    },
    Format {
        name: "csv",
        endings: &["csv", "tsv"],
        in_folders: false,
        looks: table::looks,
        read: table::read,
    },
    Format { name: "text", endings: &["txt", "text"], in_folders: true, looks: |_| true, read: text::read },
];

/// The format of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The format that an input looks like.
pub(crate) fn told_by(head: &Head) -> &'static Format {
    FORMATS.iter().find(|format| (format.looks)(head)).unwrap_or(&FORMATS[FORMATS.len() - 1])
}

/// The ending of a file's name, lower case, without that of its packing.
pub(crate) fn ending(path: &Path) -> String {
    let of = |path: &Path| path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let last = of(path).unwrap_or_default();
    if !PACKED.contains(&last.as_str()) {
        return last;
    }
    path.file_stem().and_then(|stem| of(Path::new(stem))).unwrap_or_default()
}

/// Endings of packed files.
const PACKED: [&str; 4] = ["gz", "gzip", "zst", "zstd"];

/// Whether a file of this name is taken from a folder.
pub(crate) fn is_in_folders(path: &Path) -> bool {
    let ending = ending(path);
    FORMATS.iter().any(|format| format.in_folders && format.endings.contains(&ending.as_str()))
}

/// Whether some format has files of this name.
pub(crate) fn is_known(path: &Path) -> bool {
    let ending = ending(path);
    FORMATS.iter().any(|format| format.endings.contains(&ending.as_str()))
}

/// Whether an input is one of those that are taken from folders, surely and whatever it is called.
pub(crate) fn tells_itself(head: &Head) -> bool {
    matches!(told_by(head).name, "html" | "feed" | "warc")
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
