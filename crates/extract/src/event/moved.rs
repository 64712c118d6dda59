//! Events that get another day: "put off the opening from May to June". Sees one sentence.

use factcheck_core::span::Span;
use factcheck_syntax::{Upos, Xpos};

use crate::{event::predicate::Predicate, tree::Tree};

/// What a time says in "put off the opening from May to June".
pub(super) enum Moved {
    /// The day that no longer holds.
    From,
    /// The new day of the event with this index.
    To(usize),
}

/// What a time says of an event that the verb before it gives another day.
pub(super) fn moved(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<Moved> {
    let first = tree.tokens_in(span).start;
    let before = tree.lower(first.checked_sub(1)?);
    let own = predicates.iter().rfind(|one| {
        one.token < first && (tree.upos(one.token) == Upos::Verb && tree.xpos(one.token) != Xpos::Vbg)
    })?;
    let object = own.moved?;
    let parts = |at: usize| matches!(tree.form(at), ";" | ":" | "(" | ")" | "–" | "—");
    if (own.token..first).any(parts) {
        return None;
    }
    match before.as_ref() {
        "from" => Some(Moved::From),
        "to" | "until" | "till" => predicates.iter().position(|one| one.token == object).map(Moved::To),
        _ => None,
    }
}
