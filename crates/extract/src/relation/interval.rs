//! "just weeks before the invasion": the time between two events, in days.

use factcheck_core::{range::Range, relation::RelationType, span::Span, timex::TimexType, unit};
use factcheck_syntax::{Relation, Upos, Xpos};
use rust_decimal::Decimal;

use crate::{document::Document, event::Built, relation::Draft, tree::Tree};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    if events.is_empty() {
        return;
    }
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    let named =
        parsed.times.iter().filter(|found| found.meaning.timex_type == TimexType::Duration).filter_map(
            |found| {
                let soft = found.meaning.value.contains('X') || found.meaning.modifier.is_some();
                Some(Length { days: found.meaning.length?, soft, span: found.span })
            },
        );
    let timed = |token: usize| parsed.times.iter().any(|time| tree.lies_in(token, time.span));
    let plain = (0..tree.len()).filter_map(|token| the_day(tree, token).filter(|_| !timed(token)));
    for found in named.chain(plain) {
        let Some((order, after)) = connector(tree, found.span) else { continue };
        let Some(target) = target(tree, events, after) else { continue };
        let Some(origin) = origin(tree, events, found.span, target.token) else { continue };
        let (from, to) = match order {
            Order::Before => (origin, target),
            Order::After => (target, origin),
        };
        drafts.push(Draft {
            relation_type: RelationType::Before,
            from: from.event.id.clone(),
            to: to.event.id.clone(),
            amount: found.days,
            unit: unit::named("day"),
            soft: found.soft,
            span: Span { start: found.span.start, end: tree.span(target.token..target.token + 1).end },
            sentence: index,
        });
    }
}

/// A length of time in days, with its words.
struct Length {
    days: Range,
    soft: bool,
    span: Span,
}

/// "the day after the vote": one day, though no number says so.
fn the_day(tree: Tree, day: usize) -> Option<Length> {
    let the = day.checked_sub(1).filter(|the| tree.is(day, "day") && tree.is(*the, "the"))?;
    let one = Range::exact(Decimal::ONE);
    Some(Length { days: one, soft: false, span: tree.span(the..day + 1) })
}

#[derive(Clone, Copy)]
enum Order {
    Before,
    After,
}

/// The words right after the duration that say which event comes first, and the token behind them.
fn connector(tree: Tree, span: Span) -> Option<(Order, usize)> {
    let next = tree.tokens_in(span).end;
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

/// "his death came a day after": what comes or happens is the subject.
fn carried<'a>(tree: Tree, events: &[&'a Built], verb: &'a Built) -> &'a Built {
    if !matches!(tree.lemma(verb.token).as_ref(), "come" | "happen" | "occur" | "follow" | "take") {
        return verb;
    }
    let subject = tree.child(verb.token, &[Relation::Nsubj]);
    events.iter().find(|built| Some(built.token) == subject).copied().unwrap_or(verb)
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
fn origin<'a>(tree: Tree, events: &[&'a Built], span: Span, target: usize) -> Option<&'a Built> {
    let first = tree.tokens_in(span).start;
    let tells = |built: &&&Built| tree.upos(built.token) == Upos::Verb && built.event.class != "report";
    let before = events.iter().rev().filter(tells).find(|built| built.token < first);
    // "the day after the vote a man living in Ravel fell": what only describes is not dated.
    let main = |built: &&&Built| {
        !matches!(tree.relation(built.token), Relation::Acl | Relation::AclRelcl)
            && tree.sentence.tags[built.token].xpos != Xpos::Vbg
    };
    let behind = || events.iter().filter(tells).filter(main).find(|built| built.token > target);
    let above = || {
        let top = tree.top(span)?;
        let mut above = tree.ancestors(top).filter(|at| *at != target);
        above.find_map(|at| events.iter().find(|built| built.token == at))
    };
    let found = before.or_else(behind).or_else(above).copied()?;
    Some(carried(tree, events, found))
}
