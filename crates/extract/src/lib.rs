//! One article to its quantities, timexes, entities, claims, events and relations.
//!
//! Sees one article; knows no files, no clock and no other article, and never fails on odd text.

pub mod anchor;
mod cast;
mod cells;
mod claim;
mod document;
mod event;
mod known;
mod lexicon;
mod name;
mod numbering;
pub mod quantity;
mod records;
mod relation;
mod sentences;
mod shingles;
pub mod time;
mod tree;
mod withdrawn;

use std::{convert::Infallible, ops::Range};

use factcheck_core::{
    article::Article,
    record::{ArticleRecord, Record, Records},
    span::Field,
};
use factcheck_syntax::{Analyser, Tagged};

pub use known::known_events;
pub use sentences::Figures;

use crate::{
    anchor::Anchors,
    document::Document,
    numbering::Numbering,
    records::{Builder, Scribe},
};

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
            let document = Document::read(article, field, text, &mut self.analyser, &mut figures);
            builder.add(&document);
            document.give_back(&mut self.analyser);
        }
        builder.add_cells(&mut self.analyser);
        builder.date(figures.publication_range());
        builder.finish()
    }

    /// The numbers and times of `article` alone, handed to `visit` sentence by sentence. Sentences without an
    /// anchor are not even cut into words, so that this is many times faster than [`Self::extract`].
    pub fn figures(&mut self, article: &Article, mut visit: impl FnMut(Field, &Figures)) {
        let mut figures = Figures::new(article);
        for (field, text) in fields(article) {
            let Ok(_) = self.read_figures(article, field, text, &mut figures, |figures| {
                visit(field, figures);
                Ok::<_, Infallible>(())
            });
        }
    }

    /// The records of numbers and times that [`Self::extract`] gives, without its others and as fast as
    /// [`Self::figures`]. Each is handed to `give` when it is made, and none is kept: the numbers of a sentence,
    /// then its times. The article's own record, which comes before them in a stream, is known at the end.
    ///
    /// # Errors
    /// What `give` fails with, at once.
    pub fn figure_records<E>(
        &mut self,
        article: &Article,
        mut give: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<ArticleRecord, E> {
        let mut record = records::article_record(article);
        let mut figures = Figures::new(article);
        let mut numbering = Numbering::default();
        for (field, text) in fields(article) {
            let scribe = Scribe::new(article, field, text);
            let sentences = self.read_figures(article, field, text, &mut figures, |figures| {
                let counted = numbering.count(&figures.quantities, &figures.times);
                let mut quantities = counted.quantities(&scribe);
                quantities.try_for_each(|quantity| give(Record::Quantity(Box::new(quantity))))?;
                counted.times(&scribe).try_for_each(|time| give(Record::Time(Box::new(time))))
            })?;
            records::count_sentences(&mut record, sentences);
        }
        record.published_range = figures.publication_range();
        Ok(record)
    }

    /// Reads the numbers and times of a field, and hands those of each sentence that may have some to `visit`.
    /// Gives the number of its sentences.
    fn read_figures<E>(
        &mut self,
        article: &Article,
        field: Field,
        text: &str,
        figures: &mut Figures,
        mut visit: impl FnMut(&Figures) -> Result<(), E>,
    ) -> Result<usize, E> {
        let anchors = Anchors::scan(text);
        let mut sentences = 0;
        for range in sentences::pieces(article, field, text) {
            let held = anchors.inside(range.clone());
            if held != anchor::Kinds::default() {
                figures.read(text, &self.analyser.words(text, range), held);
                visit(figures)?;
                sentences += 1;
            } else if self.has_words(text, range) {
                sentences += 1;
            }
        }
        Ok(sentences)
    }

    /// Whether a stretch has more than characters that are not seen.
    fn has_words(&mut self, text: &str, range: Range<usize>) -> bool {
        text.as_bytes()[range.clone()].iter().any(u8::is_ascii_alphanumeric)
            || !self.analyser.words(text, range).tokens().is_empty()
    }
}

/// The fields that are read. A title that the text repeats as its headline is one statement, not two.
fn fields(article: &Article) -> impl Iterator<Item = (Field, &str)> {
    let title = if article.headline.is_some() { "" } else { article.title.as_str() };
    [(Field::Title, title), (Field::Text, article.text.as_str())]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
}
