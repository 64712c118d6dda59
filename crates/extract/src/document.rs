//! One field of an article, cut into sentences, each with its tree, its numbers and its times.
//!
//! Page furniture is passed over here, so that nothing behind this module ever sees it.

use factcheck_core::{
    article::Article,
    span::{Field, Span},
    timex::TimexType,
};
use factcheck_syntax::{Analyser, Sentence};

use crate::{anchor::Anchors, quantity, time};

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
    pub(crate) article: &'a Article,
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
        reader: &mut time::Reader,
    ) -> Self {
        let anchors = Anchors::scan(text);
        let mut document = Self { article, field, text, sentences: Vec::new() };
        for range in factcheck_syntax::sentences(text) {
            for piece in outside_furniture(article, field, Span::from(range)) {
                if let Some(parsed) = read_sentence(&document, piece, &anchors, analyser, reader) {
                    document.sentences.push(parsed);
                }
            }
        }
        document
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}

/// The parts of `span` that are no furniture: a dateline may stand before the first sentence of a paragraph.
fn outside_furniture(article: &Article, field: Field, span: Span) -> Vec<Span> {
    if field != Field::Text {
        return vec![span];
    }
    let mut pieces = Vec::new();
    let mut start = span.start;
    for furniture in article.furniture.iter().map(|piece| piece.span).filter(|piece| piece.overlaps(span)) {
        if furniture.start > start {
            pieces.push(Span { start, end: furniture.start });
        }
        start = start.max(furniture.end);
    }
    if start < span.end {
        pieces.push(Span { start, end: span.end });
    }
    pieces
}

fn read_sentence(
    document: &Document,
    span: Span,
    anchors: &Anchors,
    analyser: &mut Analyser,
    reader: &mut time::Reader,
) -> Option<Parsed> {
    let words = document.words(span);
    let start = span.start as usize + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if start >= end {
        return None;
    }
    let sentence = analyser.analyse(document.text, start..end).clone();
    if sentence.tokens.is_empty() {
        return None;
    }
    let mut times = Vec::new();
    let held = anchors.inside(start..end);
    if held.time {
        reader.read(document.text, &sentence, &mut times);
    }
    let dates: Vec<Span> = times
        .iter()
        .filter(|time| time.meaning.timex_type != TimexType::Duration)
        .map(|time| time.span)
        .collect();
    let mut quantities = Vec::new();
    let hints = quantity::Hints::default();
    if held.quantity {
        quantity::read(document.text, &sentence, &dates, &hints, &mut quantities);
    }
    let headline = document.field == Field::Title
        || document.article.headline.is_some_and(|headline| headline.overlaps(Span::new(start, end)));
    Some(Parsed { sentence, quantities, times, headline })
}
