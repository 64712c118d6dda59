//! `events.csv`: dated events.

use factcheck_core::{coverage::Skipped, reference::DatedEvent};

use super::{collect, required, window};
use crate::rows::{Row, Table};

const COLUMNS: [&str; 7] = ["event", "aliases", "participants", "place", "start", "end", "source"];

pub(super) fn read(table: &Table, file: &str, events: &mut Vec<DatedEvent>, skipped: &mut Vec<Skipped>) {
    collect(table, &COLUMNS, skipped, events, |row| event(row, file));
}

fn event(row: &Row<'_>, file: &str) -> Result<DatedEvent, String> {
    let when = window(row, "start", "end")?;
    if when.is_any() {
        return Err("columns start, end: one of them must have a day".into());
    }
    Ok(DatedEvent {
        file: file.to_owned(),
        row: row.line,
        event: required(row, "event")?,
        aliases: row.list("aliases"),
        participants: row.list("participants"),
        place: row.get("place").to_owned(),
        when,
        source: row.get("source").to_owned(),
        url: row.get("url").to_owned(),
    })
}
