//! The table of events.

use factcheck_core::{
    event::{Event, Participant},
    record::ArticleRecord,
};

use super::word;
use crate::{
    Run,
    sheet::{Cell, Sheet},
};

const COLUMNS: &[&str] = &[
    "event_id",
    "cluster",
    "earliest",
    "latest",
    "class",
    "predicate",
    "participants",
    "place",
    "days_low",
    "days_high",
    "ordinal",
    "scope",
    "polarity",
    "modality",
    "speaker",
    "file",
    "source",
    "published",
    "line",
    "column",
    "quote",
    "when",
    "sentence",
];

const IN_BRIEF: &[&str] =
    &["cluster", "earliest", "latest", "class", "participants", "file", "line", "quote"];

pub(super) fn sheet<'a>(run: &'a Run) -> Sheet<'a> {
    let articles = run.by_id();
    let row = move |(event, cluster): &'a (Event, Option<String>)| {
        row(event, cluster.as_deref(), articles.get(event.place.article.as_str()).copied())
    };
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(run.events.iter().map(row)) }
}

fn row<'a>(event: &'a Event, cluster: Option<&'a str>, article: Option<&'a ArticleRecord>) -> Vec<Cell<'a>> {
    let place = &event.place;
    let number = |value: Option<_>| value.map_or(Cell::Empty, Cell::Number);
    vec![
        Cell::text(&event.id),
        Cell::text(cluster.unwrap_or_default()),
        Cell::day(event.window.earliest),
        Cell::day(event.window.latest),
        Cell::text(&event.class),
        Cell::text(&event.predicate),
        Cell::text(participants(&event.participants)),
        Cell::text(&event.location),
        number(event.duration.and_then(|range| range.low.value())),
        number(event.duration.and_then(|range| range.high.value())),
        event.ordinal.map_or(Cell::Empty, Cell::count),
        Cell::text(&event.scope),
        Cell::text(word(event.polarity)),
        Cell::text(word(event.modality)),
        Cell::text(&event.speaker),
        Cell::text(article.map_or(&place.article, |article| &article.file)),
        Cell::text(article.map_or("", |article| &article.source)),
        Cell::day(article.and_then(|article| article.published).map(|stamp| stamp.date)),
        Cell::count(place.line),
        Cell::count(place.column),
        Cell::quote(&place.quote),
        Cell::quote(event.when.as_ref().map_or("", |when| &when.quote)),
        Cell::quote(&event.sentence),
    ]
}

/// "agent: Lorena Vask; with: the Council".
fn participants(participants: &[Participant]) -> String {
    participants.iter().map(|one| format!("{}: {}", one.role, one.name)).collect::<Vec<_>>().join("; ")
}
