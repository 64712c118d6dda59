//! "died after falling", "before the vote": which of two events of a sentence comes first, without a length.

use factcheck_core::{
    claim::{Modality, Polarity},
    range::Range,
    relation::RelationType,
    span::Span,
    timex::TimexType,
    unit,
};
use factcheck_syntax::{Relation, Upos};
use rust_decimal::Decimal;

use crate::{document::Document, event::Built, relation::Draft, tree::Tree};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    if events.len() < 2 {
        return;
    }
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for other in events.iter().filter(|built| is_told(built)) {
        let Some((mark, before)) = connector(tree, other.token) else { continue };
        let counted = parsed.times.iter().any(|time| {
            time.meaning.timex_type == TimexType::Duration && tree.tokens_in(time.span).end == mark
        });
        // "the day after the vote" has its length as well.
        let counted = counted || mark.checked_sub(1).is_some_and(|day| tree.is(day, "day"));
        let head = tree.head(other.token);
        let Some(main) = events.iter().find(|built| Some(built.token) == head && is_told(built)) else {
            continue;
        };
        if counted {
            continue;
        }
        let (from, to) = if before { (main, other) } else { (other, main) };
        drafts.push(Draft {
            relation_type: RelationType::Before,
            from: from.event.id.clone(),
            to: to.event.id.clone(),
            amount: Range::at_least(Decimal::ZERO),
            unit: unit::named("day"),
            soft: true,
            span: Span {
                start: tree.span(mark..mark + 1).start,
                end: tree.span(other.token..other.token + 1).end,
            },
            sentence: index,
        });
    }
}

/// What is told as a fact; reports come after what they report, whatever their words say.
fn is_told(built: &Built) -> bool {
    let event = &built.event;
    event.class != "report" && event.modality == Modality::Stated && event.polarity == Polarity::Affirmed
}

/// The word right before the event's phrase that says which of the two comes first: "before" or "after".
fn connector(tree: Tree, token: usize) -> Option<(usize, bool)> {
    let ties = matches!(tree.relation(token), Relation::Advcl | Relation::Obl | Relation::Nmod);
    let mark = tree.child(token, &[Relation::Mark, Relation::Case]).filter(|mark| ties && *mark < token)?;
    let plain = (mark + 1..token)
        .all(|between| !matches!(tree.form(between), "," | ";" | ":") && tree.upos(between) != Upos::Verb);
    match tree.lower(mark).as_ref() {
        "before" if plain => Some((mark, true)),
        "after" if plain => Some((mark, false)),
        _ => None,
    }
}
