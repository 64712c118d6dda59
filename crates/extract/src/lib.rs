//! One article to its quantities, timexes, entities, claims, events and relations.
//!
//! Sees one article; knows no files, no clock and no other article, and never fails on odd text.

mod anchor;
mod cast;
mod claim;
mod document;
mod event;
mod known;
mod lexicon;
mod name;
pub mod quantity;
mod records;
mod relation;
mod shingles;
pub mod time;
mod tree;

use factcheck_core::{article::Article, record::Records, span::Field};
use factcheck_syntax::Analyser;

pub use known::known_events;

use crate::{document::Document, records::Builder};

/// Reads articles one after the other, with buffers that are used again. Cheap to make; one per thread.
#[derive(Debug)]
pub struct Extractor {
    analyser: Analyser,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// A new reader.
    #[must_use]
    pub fn new() -> Self {
        Self { analyser: Analyser::new() }
    }

    /// Everything that can be read in `article`.
    pub fn extract(&mut self, article: &Article) -> Records {
        let mut builder = Builder::new(article);
        let published = article.published;
        let mut reader = time::Reader::new(published);
        for (field, text) in [(Field::Title, &article.title), (Field::Text, &article.text)] {
            // A title that the text repeats as its headline is one statement, not two.
            if text.is_empty() || (field == Field::Title && article.headline.is_some()) {
                continue;
            }
            let document = Document::read(article, field, text, &mut self.analyser, &mut reader);
            builder.add(&document);
        }
        builder.finish()
    }
}
