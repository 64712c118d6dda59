//! Statements between claims and between events of one article: "rose a quarter to", "just weeks before".

mod change;
mod comparison;
mod elapsed;
mod equivalent;
mod first;
mod interval;
mod order;
mod share;
mod sum;

use factcheck_core::{
    range::Range,
    record::SchemaVersion,
    relation::{Relation, RelationType},
    span::Span,
    unit::Unit,
};

use crate::{claim, document::Document, event, records::Scribe};

/// A relation before it has an id and a place.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) relation_type: RelationType,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) amount: Range,
    pub(crate) unit: Unit,
    pub(crate) soft: bool,
    pub(crate) span: Span,
    pub(crate) sentence: usize,
}

/// The relations of a document, in text order. `first` is how many the article had before.
pub(crate) fn build(
    document: &Document,
    claims: &[claim::Built],
    events: &[event::Built],
    scribe: &Scribe,
    first: usize,
) -> Vec<Relation> {
    let mut drafts = Vec::new();
    let mut all_claims = claims.iter().peekable();
    let mut all_events = events.iter().peekable();
    let (mut claims, mut events) = (Vec::new(), Vec::new());
    for index in 0..document.sentences.len() {
        claims.clear();
        claims.extend(std::iter::from_fn(|| all_claims.next_if(|built| built.sentence == index)));
        events.clear();
        events.extend(std::iter::from_fn(|| all_events.next_if(|built| built.sentence == index)));
        change::read(document, index, &claims, &mut drafts);
        share::read(document, index, &claims, &mut drafts);
        equivalent::read(document, index, &claims, &mut drafts);
        comparison::read(document, index, &claims, &mut drafts);
        sum::read(document, index, &claims, &mut drafts);
        interval::read(document, index, &events, &mut drafts);
        elapsed::read(document, index, &events, &mut drafts);
        first::read(document, index, &events, scribe.published.map(|stamp| stamp.date), &mut drafts);
        order::read(document, index, &events, &mut drafts);
    }
    drafts.sort_by_key(|draft| (draft.span, draft.relation_type));
    drafts
        .into_iter()
        .enumerate()
        .map(|(number, draft)| record(document, scribe, first + number, draft))
        .collect()
}

fn record(document: &Document, scribe: &Scribe, number: usize, draft: Draft) -> Relation {
    let sentence = scribe.locator.place(document.sentences[draft.sentence].sentence.range.clone().into());
    Relation {
        schema_version: SchemaVersion,
        id: scribe.name('r', number),
        place: scribe.locator.place(draft.span),
        relation_type: draft.relation_type,
        from: draft.from,
        to: draft.to,
        amount: draft.amount,
        unit: draft.unit,
        soft: draft.soft,
        sentence: sentence.quote,
        sentence_start: sentence.start,
    }
}
