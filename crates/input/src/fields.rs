//! What a format says of an article, and the article that it makes.

use factcheck_core::{article::Article, coverage::Skipped, stamp::Stamp};

use crate::{dates, formats::Item};

/// What stands in the input, "" or `None` where it says nothing.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) title: String,
    pub(crate) source: String,
    pub(crate) published: Option<Stamp>,
    pub(crate) updated: Option<Stamp>,
    pub(crate) url: String,
    pub(crate) story: String,
    pub(crate) language: String,
    /// Bytes that could not be decoded.
    pub(crate) replaced: u32,
}

impl Fields {
    /// The only article of a file, which is called by its name.
    pub(crate) fn whole(self, name: &str) -> Item {
        if self.text.trim().is_empty() {
            return skipped(name.to_owned(), "no text in it");
        }
        self.article(name.to_owned())
    }

    /// One article of many, called by its own id or by its number in the file.
    pub(crate) fn one_of(mut self, name: &str, number: u32) -> Item {
        let own = std::mem::take(&mut self.id);
        self.article(if own.is_empty() { member(name, number) } else { own })
    }

    fn article(self, id: String) -> Item {
        Item::Article(Box::new(Article {
            file: id.clone(),
            id,
            text: self.text,
            title: self.title,
            source: self.source,
            published: self.published,
            updated: self.updated,
            url: self.url,
            story: self.story,
            language: self.language,
            replaced: self.replaced,
            ..Article::default()
        }))
    }
}

/// How an article that has no id of its own is called. No colon: a place is written `FILE:LINE`, and the number
/// is not that of a line of the article's text.
pub(crate) fn member(name: &str, number: u32) -> String {
    format!("{}#{number}", name.trim_matches(['<', '>']))
}

/// Something that cannot be used.
pub(crate) fn skipped(place: String, reason: impl Into<String>) -> Item {
    Item::Skipped(Skipped { place, reason: reason.into() })
}

/// A date as a column or field gives it; one that cannot be read is said.
pub(crate) fn stamp(column: &str, cell: &str, problems: &mut Vec<String>) -> Option<Stamp> {
    if cell.trim().is_empty() {
        return None;
    }
    let stamp = dates::read(cell);
    if let Err(error) = &stamp {
        problems.push(format!("{column}: {error}; the article is read without it"));
    }
    stamp.ok()
}
