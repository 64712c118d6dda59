//! "just weeks before the invasion": the time between two events, in days.

use factcheck_core::{relation::RelationType, span::Span, timex::TimexType, unit};
use factcheck_syntax::{Relation, Upos};

use crate::{document::Document, event::Built, relation::Draft, time, tree::Tree};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = Tree::new(document.text, &parsed.sentence);
    for found in parsed.times.iter().filter(|found| found.meaning.timex_type == TimexType::Duration) {
        let Some(length) = found.meaning.length else { continue };
        let Some((order, after)) = connector(tree, found) else { continue };
        let Some(target) = target(tree, events, after) else { continue };
        let Some(origin) = origin(tree, events, found, target.token) else { continue };
        let (from, to) = match order {
            Order::Before => (origin, target),
            Order::After => (target, origin),
        };
        drafts.push(Draft {
            relation_type: RelationType::Before,
            from: from.event.id.clone(),
            to: to.event.id.clone(),
            amount: length,
            unit: unit::named("day"),
            soft: found.meaning.value.contains('X') || found.meaning.modifier.is_some(),
            span: Span { start: found.span.start, end: tree.span(target.token..target.token + 1).end },
            sentence: index,
        });
    }
}

#[derive(Clone, Copy)]
enum Order {
    Before,
    After,
}

/// The words right after the duration that say which event comes first, and the token behind them.
fn connector(tree: Tree, found: &time::Found) -> Option<(Order, usize)> {
    let next = tree.tokens_in(found.span).end;
    if next >= tree.len() {
        return None;
    }
    let second = if next + 1 < tree.len() { tree.lower(next + 1) } else { "".into() };
    match (tree.lower(next).as_ref(), second.as_ref()) {
        ("before", _) => Some((Order::Before, next + 1)),
        ("ahead", "of") | ("prior", "to") => Some((Order::Before, next + 2)),
        ("after" | "following", _) => Some((Order::After, next + 1)),
        _ => None,
    }
}

/// Nouns that only say that something begins: "the launch of the invasion" is dated as the invasion.
fn is_beginning(lemma: &str) -> bool {
    matches!(lemma, "launch" | "start" | "beginning" | "outbreak" | "onset" | "eve")
}

/// The event that the connector leads to: the first one behind it within its phrase.
fn target<'a>(tree: Tree, events: &[&'a Built], after: usize) -> Option<&'a Built> {
    let first = events.iter().find(|built| built.token >= after && reaches(tree, after, built.token))?;
    if is_beginning(&tree.lemma(first.token)) {
        let begun = events.iter().find(|built| {
            tree.head(built.token) == Some(first.token) && tree.relation(built.token) == Relation::Nmod
        });
        return begun.or(Some(first)).copied();
    }
    Some(first)
}

/// Whether only a noun phrase's words, or a clause's subject, lie between the connector and the event.
fn reaches(tree: Tree, after: usize, token: usize) -> bool {
    token - after <= 8
        && (after..token).all(|between| {
            !matches!(tree.form(between), "," | ";" | ":" | "–" | "—" | "(")
                && tree.upos(between) != Upos::Verb
        })
}

/// The event that is dated by the interval: the last verb before the words, else the first one behind the target
/// ("In February, just weeks before the invasion, the pair announced ..."), else what the tree says.
fn origin<'a>(tree: Tree, events: &[&'a Built], found: &time::Found, target: usize) -> Option<&'a Built> {
    let first = tree.tokens_in(found.span).start;
    let tells = |built: &&&Built| tree.upos(built.token) == Upos::Verb && built.event.class != "report";
    let before = events.iter().rev().filter(tells).find(|built| built.token < first);
    let behind = || events.iter().filter(tells).find(|built| built.token > target);
    let above = || {
        let top = tree.top(found.span)?;
        let mut above = tree.ancestors(top).filter(|at| *at != target);
        above.find_map(|at| events.iter().find(|built| built.token == at))
    };
    before.or_else(behind).or_else(above).copied()
}
