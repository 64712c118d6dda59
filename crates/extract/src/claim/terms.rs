//! The content words around a number or an event: evidence that two of them speak of the same thing.

use std::collections::BTreeSet;

use factcheck_core::span::Span;
use factcheck_syntax::Upos;

use crate::tree::Tree;

/// Tokens to either side that count as around.
const REACH: usize = 30;

/// Lemmas of the content words around `top`, without the words of `span` that are numbers; sorted.
pub(crate) fn terms(tree: Tree, top: usize, span: Span) -> Vec<String> {
    let own = tree.tokens_in(span);
    let from = own.start.min(top).saturating_sub(REACH);
    let to = (own.end.max(top + 1) + REACH).min(tree.len());
    let words: BTreeSet<String> = (from..to)
        .filter(|token| is_content(tree, *token))
        .map(|token| tree.lemma(token).to_lowercase())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    words.into_iter().collect()
}

fn is_content(tree: Tree, token: usize) -> bool {
    let content = matches!(tree.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj);
    // A capital inside a sentence is a name, whatever the tagger made of it.
    let name =
        token > 0 && tree.form(token).starts_with(char::is_uppercase) && tree.upos(token) != Upos::Pron;
    (content || name) && tree.form(token).len() > 1
}
