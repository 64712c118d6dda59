//! One field of an article, cut into sentences, each with its tree, its numbers and its times.

use factcheck_core::{
    article::Article,
    span::{Field, Span},
};
use factcheck_syntax::{Analyser, Sentence};

use crate::{
    anchor::Anchors,
    quantity,
    sentences::{Figures, pieces},
    time,
};

/// A sentence with what was read in it.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// Tokens, tags and tree.
    pub(crate) sentence: Sentence,
    /// Numbers with their units, in text order.
    pub(crate) quantities: Vec<quantity::Found>,
    /// Temporal expressions, in text order.
    pub(crate) times: Vec<time::Found>,
    /// Whether it is the headline: present tense there tells of the past.
    pub(crate) headline: bool,
}

/// One field of an article, read.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) field: Field,
    pub(crate) text: &'a str,
    pub(crate) sentences: Vec<Parsed>,
}

impl<'a> Document<'a> {
    /// Reads every sentence of `text` that is no page furniture.
    pub(crate) fn read(
        article: &'a Article,
        field: Field,
        text: &'a str,
        analyser: &mut Analyser,
        figures: &mut Figures,
    ) -> Self {
        let anchors = Anchors::scan(text);
        let mut document = Self { field, text, sentences: Vec::new() };
        for range in pieces(article, field, text) {
            let sentence = analyser.analyse(text, range.clone());
            if sentence.is_empty() {
                continue;
            }
            figures.read(text, sentence, anchors.inside(range.clone()));
            document.sentences.push(Parsed {
                sentence: sentence.clone(),
                // Copied into what they need: a whole article is held.
                quantities: figures.quantities.drain(..).collect(),
                times: figures.times.drain(..).collect(),
                headline: is_headline(article, field, range.into()),
            });
        }
        document
    }
}

fn is_headline(article: &Article, field: Field, span: Span) -> bool {
    field == Field::Title || article.headline.is_some_and(|headline| headline.overlaps(span))
}
