//! Which part of a whole is counted, or in which direction a distance runs: "two others", "three outside", "south-west".
//!
//! Sees one sentence; the words are those of `scopes.csv`.

use std::{collections::BTreeSet, ops::Range};

use factcheck_syntax::Upos;

use crate::{claim::tables, quantity, tree::Tree};

/// The words that single out a part of a whole: before the counted noun, or right behind it.
pub(super) fn scope(tree: Tree, found: &quantity::Found, clause: &Range<usize>) -> Vec<String> {
    let own = tree.tokens_in(found.span);
    let from = own.start.saturating_sub(2).max(clause.start);
    let to = (own.end + 5).min(clause.end);
    let compares = |token: usize| token + 1 < tree.len() && tree.is(token + 1, "than");
    let runs = found.amount.unit.scale().is_some_and(|scale| scale.dimension == "length");
    let points =
        (own.end..to.min(own.end + 3)).filter(|_| runs).filter_map(|token| compass(&tree.lower(token)));
    // "Within 10 days" and "within a few moments" are no places.
    let counts = |token: usize| {
        let next = token + 1..tree.len().min(token + 5);
        let noun = next.clone().find(|at| tree.upos(*at) == Upos::Noun);
        token >= own.end && next.clone().next().is_some_and(|at| tree.upos(at) == Upos::Num)
            || tree.is(token, "within") && noun.is_some_and(|noun| is_span(&tree.lemma(noun)))
    };
    let words: BTreeSet<String> = (from..to)
        .filter(|token| !compares(*token) && !counts(*token))
        .filter_map(|token| {
            let scope = tables::scope(&tree.lower(token))?;
            // Behind the noun only a place singles out; "more" there begins something else.
            (token < own.end || matches!(scope, "inside" | "outside")).then(|| scope.to_owned())
        })
        .chain(points)
        .collect();
    words.into_iter().collect()
}

/// Whether a noun is a length of time: "moment".
fn is_span(noun: &str) -> bool {
    use factcheck_syntax::wordnet::{Lexname, lexnames};
    lexnames(noun, Upos::Noun).next() == Some(Lexname::NounTime)
}

/// The direction of a word of the compass: "north" of "north", "northern" and "north-northeast".
fn compass(word: &str) -> Option<String> {
    let points = ["north", "south", "east", "west"];
    let parts: Vec<&str> = points.into_iter().filter(|point| word.contains(point)).collect();
    let rest = points.iter().fold(word.to_owned(), |rest, point| rest.replace(point, ""));
    let whole = rest.chars().all(|c| c == '-') || rest == "ern" || rest == "ward";
    (!parts.is_empty() && whole).then(|| parts.join("-"))
}
