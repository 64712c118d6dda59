//! Reference tables: published figures and dated events, with their sources.
//!
//! Only the rows; reading the CSV files is the input crate's work.

use serde::{Deserialize, Serialize};

use crate::{event::Event, finding::ReferenceRow, range::Range, statement, unit::Unit, window::Window};

/// A published statistic: a row of `figures.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// File of the table.
    pub file: String,
    /// Line in the file, from 1.
    pub row: u32,
    /// What is measured: "trade turnover".
    pub measure: String,
    /// Whose it is.
    pub subject: String,
    /// The other party; "" where none.
    pub object: String,
    /// The period that it holds for.
    pub valid: Window,
    /// The value in `unit`.
    pub value: Range,
    /// The unit.
    pub unit: Unit,
    /// Where it was published.
    pub source: String,
    /// Web address, "" where none.
    pub url: String,
}

/// A dated event: a row of `events.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedEvent {
    /// File of the table.
    pub file: String,
    /// Line in the file, from 1.
    pub row: u32,
    /// Its name.
    pub event: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Who took part.
    pub participants: Vec<String>,
    /// Where.
    pub place: String,
    /// First and last day; an end may be missing.
    pub when: Window,
    /// Where it was published.
    pub source: String,
    /// Web address, "" where none.
    pub url: String,
}

/// All reference tables of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct References {
    /// Published statistics.
    pub figures: Vec<Figure>,
    /// Dated events.
    pub events: Vec<DatedEvent>,
}

/// A dated event of the reference tables, read as an article would tell it.
#[derive(Clone, Debug)]
pub struct KnownEvent {
    /// The row.
    pub row: DatedEvent,
    /// The events that its name and aliases tell of.
    pub readings: Vec<Event>,
    /// The lemmas of each of its names, sorted.
    pub names: Vec<Vec<String>>,
}

impl KnownEvent {
    /// The row as a report shows it.
    #[must_use]
    pub fn reference(&self) -> ReferenceRow {
        let (low, high) = statement::days(self.row.when);
        ReferenceRow {
            file: self.row.file.clone(),
            row: self.row.row,
            what: self.row.event.clone(),
            low,
            high,
            unit: String::new(),
            period: self.row.when.to_string(),
            source: self.row.source.clone(),
            url: self.row.url.clone(),
        }
    }
}
