//! The content words around a number or an event: evidence that two of them speak of the same thing.

use factcheck_core::span::Span;
use factcheck_syntax::Upos;

use crate::tree::Tree;

/// Tokens to either side that count as around.
const REACH: usize = 30;

/// The tokens of one sentence's content words, in the order of their lemmas. Sorted once, and asked for each number and
/// event of the sentence.
#[derive(Debug)]
pub(crate) struct Terms(Vec<usize>);

impl Terms {
    pub(crate) fn of(tree: Tree) -> Self {
        let content = (0..tree.len()).filter(|token| is_content(tree, *token));
        let mut words: Vec<_> = content
            .map(|token| (tree.lower_lemma(token), token))
            .filter(|(word, _)| word.chars().any(char::is_alphabetic))
            .collect();
        words.sort_unstable();
        Self(words.into_iter().map(|(_, token)| token).collect())
    }

    /// Lemmas of the content words around `top` and `span`; sorted, each once.
    pub(crate) fn around(&self, tree: Tree, top: usize, span: Span) -> Vec<String> {
        let own = tree.tokens_in(span);
        let from = own.start.min(top).saturating_sub(REACH);
        let to = own.end.max(top + 1) + REACH;
        let mut words: Vec<String> = Vec::with_capacity(self.0.len());
        for token in self.0.iter().filter(|token| (from..to).contains(token)) {
            let word = tree.lower_lemma(*token);
            if words.last().is_none_or(|last| *last != word) {
                words.push(word.into_owned());
            }
        }
        words
    }
}

fn is_content(tree: Tree, token: usize) -> bool {
    let content = matches!(tree.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj);
    // A capital inside a sentence is a name, whatever the tagger made of it.
    let name =
        token > 0 && tree.form(token).starts_with(char::is_uppercase) && tree.upos(token) != Upos::Pron;
    (content || name) && tree.form(token).len() > 1
}
