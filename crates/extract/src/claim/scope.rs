//! Which part of a whole is counted, or in which direction a distance runs: "two others", "three outside", "south-west".
//!
//! Sees one sentence; the words are those of `scopes.csv`.

use std::ops::Range;

use factcheck_syntax::Upos;

use crate::{
    claim::{frame, tables},
    quantity,
    tree::Tree,
};

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
    let mut words: Vec<String> = (from..to)
        .filter_map(|token| {
            let scope = tables::scope(tree.small(token))?;
            // Behind the noun only a place singles out; "more" there begins something else.
            let singles = token < own.end || matches!(scope, "inside" | "outside");
            (singles && !compares(token) && !counts(token)).then(|| scope.to_owned())
        })
        .chain(points)
        .chain(is_over_countries(tree, found, &own).then(|| "countries".to_owned()))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Tokens behind a count of persons in which a list of countries may end.
const LIST: usize = 16;

/// Whether persons are counted over several countries: "140,000 dead in a dozen countries", "in Norland, Sele and other
/// countries". How many there are of each is another count.
fn is_over_countries(tree: Tree, found: &quantity::Found, own: &Range<usize>) -> bool {
    let begins = |token: &usize| {
        tree.upos(*token) == Upos::Aux
            || matches!(tree.lower(*token).as_ref(), ";" | "that" | "which" | "who")
    };
    let mut behind = (own.end..tree.len().min(own.end + LIST)).take_while(|token| !begins(token));
    let all = behind.find(|token| matches!(tree.lower(*token).as_ref(), "countries" | "nations"));
    let within = |all: usize| (own.end..all).rev().find(|token| tree.upos(*token) == Upos::Adp);
    let across = |token| matches!(tree.lower(token).as_ref(), "across" | "in" | "over" | "throughout");
    all.and_then(within).is_some_and(across) && frame::is_person(&found.amount.unit)
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
    if parts.is_empty() {
        return None;
    }
    let rest = points.iter().fold(word.to_owned(), |rest, point| rest.replace(point, ""));
    let whole = rest.chars().all(|c| c == '-') || rest == "ern" || rest == "ward";
    whole.then(|| parts.join("-"))
}
