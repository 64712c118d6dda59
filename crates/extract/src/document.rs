//! One field of an article, cut into sentences, each with its tree, its numbers and its times.

use std::cell::OnceCell;

use factcheck_core::{
    article::Article,
    span::{Field, Span},
};
use factcheck_syntax::{Analyser, Sentence};

use crate::{
    anchor::Anchors,
    claim::Terms,
    quantity,
    sentences::{Figures, pieces},
    time,
    tree::{Tree, Word},
};

/// A sentence with what was read in it.
#[derive(Debug)]
pub(crate) struct Parsed<'a> {
    /// Tokens, tags and tree.
    pub(crate) sentence: Sentence,
    /// What its tokens are called.
    words: Vec<Word<'a>>,
    /// Its content words, where a number or an event of it asked for them.
    terms: OnceCell<Terms>,
    /// Numbers with their units, in text order.
    pub(crate) quantities: Vec<quantity::Found>,
    /// Temporal expressions, in text order.
    pub(crate) times: Vec<time::Found>,
    /// Whether it is the headline: present tense there tells of the past.
    pub(crate) headline: bool,
}

impl<'a> Parsed<'a> {
    /// Its tree, with the text of the field.
    pub(crate) fn tree(&'a self, text: &'a str) -> Tree<'a> {
        Tree { text, sentence: &self.sentence, words: &self.words }
    }

    /// The content words of its tree.
    pub(crate) fn terms(&self, tree: Tree) -> &Terms {
        self.terms.get_or_init(|| Terms::of(tree))
    }
}

/// One field of an article, read.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) field: Field,
    pub(crate) text: &'a str,
    pub(crate) sentences: Vec<Parsed<'a>>,
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
                words: sentence.tokens.iter().map(|token| Word::new(token.text(text))).collect(),
                terms: OnceCell::new(),
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
