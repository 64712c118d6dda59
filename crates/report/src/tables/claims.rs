//! The table of claims.

use factcheck_core::{claim::Claim, quantity::Amount, record::ArticleRecord};

use super::word;
use crate::{
    Run,
    sheet::{Cell, Sheet},
};

const COLUMNS: &[&str] = &[
    "claim_id",
    "file",
    "source",
    "published",
    "line",
    "column",
    "quote",
    "measure",
    "subject",
    "object",
    "place",
    "value",
    "low",
    "high",
    "unit",
    "unit_code",
    "approximation",
    "direction",
    "claim_kind",
    "period_start",
    "period_end",
    "as_of",
    "basis",
    "polarity",
    "modality",
    "speaker",
    "quoted",
    "sentence",
];

const IN_BRIEF: &[&str] =
    &["file", "line", "quote", "measure", "subject", "low", "high", "unit", "period_start", "period_end"];

pub(super) fn sheet<'a>(run: &'a Run) -> Sheet<'a> {
    let articles = run.by_id();
    let row = move |claim: &'a Claim| row(claim, articles.get(claim.place.article.as_str()).copied());
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(run.claims.iter().map(row)) }
}

fn row<'a>(claim: &'a Claim, article: Option<&'a ArticleRecord>) -> Vec<Cell<'a>> {
    let place = &claim.place;
    let Amount { allowed, value, approximation, direction, ref unit, .. } = claim.amount;
    let number = |value: Option<_>| value.map_or(Cell::Empty, Cell::Number);
    vec![
        Cell::text(&claim.id),
        Cell::text(article.map_or(&place.article, |article| &article.file)),
        Cell::text(article.map_or("", |article| &article.source)),
        Cell::day(article.and_then(|article| article.published).map(|stamp| stamp.date)),
        Cell::count(place.line),
        Cell::count(place.column),
        Cell::quote(&place.quote),
        Cell::text(&claim.measure),
        Cell::text(&claim.subject),
        Cell::text(&claim.object),
        Cell::text(&claim.location),
        number(value),
        number(allowed.low.value()),
        number(allowed.high.value()),
        Cell::text(&unit.name),
        Cell::text(unit.code.as_deref().unwrap_or_default()),
        Cell::text(word(approximation)),
        Cell::text(word(direction)),
        Cell::text(word(claim.claim_kind)),
        Cell::day(claim.period.earliest),
        Cell::day(claim.period.latest),
        Cell::day(claim.as_of),
        Cell::text(claim.basis.join("; ")),
        Cell::text(word(claim.polarity)),
        Cell::text(word(claim.modality)),
        Cell::text(&claim.speaker),
        Cell::text(if claim.quoted { "yes" } else { "no" }),
        Cell::quote(&claim.sentence),
    ]
}
