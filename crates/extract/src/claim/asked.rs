//! What is asked for, and who asks: "he insists that they pay $5 million", "her demand for $5 million", "“We want $5
//! million,” said Ada Brandt". The verbs are those of `bases.csv`.
//!
//! Sees one sentence; knows no units.

use std::ops::Range;

use factcheck_syntax::{Relation, Upos};

use crate::{
    cast::Cast,
    claim::{measure, tables},
    lexicon,
    tree::Tree,
};

/// Tokens between the word that asks and the number.
const REACH: usize = 10;

/// Who asks for the number whose tokens are `own`, by name; `None` where nobody does, or nobody can tell who.
pub(crate) fn asker(tree: Tree, cast: &Cast, sentence: usize, own: &Range<usize>) -> Option<String> {
    let ends = |token: usize| {
        matches!(tree.form(token), "," | ";" | ":" | "—" | "–" | "--" | "“" | "”")
            || tree.upos(token) == Upos::Num
            || matches!(tree.lower(token).as_ref(), "while" | "but" | "about" | "after" | "since")
    };
    let mut near = (own.start.saturating_sub(REACH)..own.start).rev().take_while(|token| !ends(*token));
    let word = near.find(|token| asks(tree, *token))?;
    let by = match tree.upos(word) {
        Upos::Noun => tree.child(word, &[Relation::NmodPoss]),
        _ => measure::subject(tree, word),
    }?;
    if matches!(tree.lower(by).as_ref(), "i" | "we" | "my" | "our") {
        return quoted(tree, cast, sentence, own.end);
    }
    named(tree, cast, sentence, by)
}

/// Whether the word asks for something: a verb of the table, or its noun before "for".
fn asks(tree: Tree, token: usize) -> bool {
    let lemma = tree.lemma(token);
    let is_row = || tables::basis_of_verb(&lemma) == Some("asked");
    match tree.upos(token) {
        Upos::Verb => is_row(),
        Upos::Noun => token + 1 < tree.len() && tree.is(token + 1, "for") && is_row(),
        _ => false,
    }
}

/// Who is quoted: the subject of the verb that reports behind the words.
fn quoted(tree: Tree, cast: &Cast, sentence: usize, from: usize) -> Option<String> {
    let said = |token: &usize| {
        tree.upos(*token) == Upos::Verb && lexicon::verb_role(&tree.lemma(*token)) == "report"
    };
    let verb = (from..tree.len()).find(said)?;
    let beside = [verb.checked_sub(1), Some(verb + 1)].into_iter().flatten();
    tree.child(verb, &[Relation::Nsubj])
        .into_iter()
        .chain(beside.filter(|token| *token < tree.len()))
        .find_map(|token| named(tree, cast, sentence, token))
}

fn named(tree: Tree, cast: &Cast, sentence: usize, token: usize) -> Option<String> {
    cast.resolve(tree, sentence, token).first().map(|entity| cast.name(*entity).to_owned())
}
