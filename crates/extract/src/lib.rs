//! One article to its quantities, timexes, entities, claims, events and relations.
//!
//! Sees one article; knows no files, no clock and no other article, and never fails on odd text.

pub mod anchor;
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
mod sentences;
mod shingles;
pub mod time;
mod tree;

use factcheck_core::{article::Article, record::Records, span::Field};
use factcheck_syntax::Analyser;

pub use known::known_events;
pub use sentences::Figures;

use crate::{anchor::Anchors, document::Document, records::Builder};

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
        let mut figures = Figures::new(article);
        for (field, text) in fields(article) {
            builder.add(&Document::read(article, field, text, &mut self.analyser, &mut figures));
        }
        builder.date(figures.publication_range());
        builder.finish()
    }

    /// The numbers and times of `article` alone, handed to `visit` sentence by sentence. Sentences without an
    /// anchor are not even cut into words, so that this is many times faster than [`Self::extract`].
    pub fn figures(&mut self, article: &Article, mut visit: impl FnMut(Field, &Figures)) {
        let mut figures = Figures::new(article);
        for (field, text) in fields(article) {
            let anchors = Anchors::scan(text);
            for range in sentences::pieces(article, field, text) {
                let held = anchors.inside(range.clone());
                if held == anchor::Kinds::default() {
                    continue;
                }
                figures.read(text, &self.analyser.words(text, range), held);
                visit(field, &figures);
            }
        }
    }
}

/// The fields that are read. A title that the text repeats as its headline is one statement, not two.
fn fields(article: &Article) -> impl Iterator<Item = (Field, &str)> {
    let title = if article.headline.is_some() { "" } else { article.title.as_str() };
    [(Field::Title, title), (Field::Text, article.text.as_str())]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
}
