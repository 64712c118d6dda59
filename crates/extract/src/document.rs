//! One field of an article, cut into sentences, each with its tree, its numbers and its times.

use std::{cell::OnceCell, ops::Range};

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
    tree::{Tree, Words},
};

/// A sentence with what was read in it.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// Tokens, tags and tree.
    pub(crate) sentence: Sentence,
    /// Which words of the document are its tokens.
    words: Range<usize>,
    /// Its content words, where a number or an event of it asked for them.
    terms: OnceCell<Terms>,
    /// Numbers with their units, in text order.
    pub(crate) quantities: Vec<quantity::Found>,
    /// Temporal expressions, in text order.
    pub(crate) times: Vec<time::Found>,
    /// Whether it is the headline: present tense there tells of the past.
    pub(crate) headline: bool,
}

impl Parsed {
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
    pub(crate) sentences: Vec<Parsed>,
    /// What the tokens of its sentences are called, one sentence after the other.
    words: Words<'a>,
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
        let mut document = Self { field, text, sentences: Vec::new(), words: Words::default() };
        for range in pieces(article, field, text) {
            let sentence = analyser.analyse_to_keep(text, range.clone());
            if sentence.is_empty() {
                analyser.give_back(sentence);
                continue;
            }
            figures.read(text, &sentence, anchors.inside(range.clone()));
            let words = document.words.add(sentence.tokens.iter().map(|token| token.text(text)));
            document.sentences.push(Parsed {
                sentence,
                words,
                terms: OnceCell::new(),
                // Copied into what they need: a whole article is held.
                quantities: figures.quantities.drain(..).collect(),
                times: figures.times.drain(..).collect(),
                headline: is_headline(article, field, range.into()),
            });
        }
        document
    }

    /// The tree of one of its sentences.
    pub(crate) fn tree<'d>(&'d self, parsed: &'d Parsed) -> Tree<'d> {
        Tree { text: self.text, sentence: &parsed.sentence, words: self.words.of(&parsed.words) }
    }

    /// Lets the sentences that come next have the room that these took.
    pub(crate) fn give_back(self, analyser: &mut Analyser) {
        self.sentences.into_iter().for_each(|parsed| analyser.give_back(parsed.sentence));
    }
}

fn is_headline(article: &Article, field: Field, span: Span) -> bool {
    field == Field::Title || article.headline.is_some_and(|headline| headline.overlaps(span))
}
