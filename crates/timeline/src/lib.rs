//! The events of a story to findings; one rule a file.
//!
//! Sees the records of one story and the reference events; knows no file, no clock and no format.

mod bounds;
pub mod network;
mod origins;
pub mod rules;
mod said;
mod story;
mod zones;

use std::collections::BTreeSet;

use factcheck_core::{finding::Finding, record::Records, reference::KnownEvent};

pub use story::Story;

/// What a check found and what it looked at.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings, in no particular order.
    pub findings: Vec<Finding>,
    /// Ids of the records that were aligned with another article, a relation or a reference.
    pub aligned: BTreeSet<String>,
    /// How many events had at least two mentions in different articles.
    pub questions: u32,
    /// The name of the event that each mention belongs to, for mentions that have company: `(event id, cluster)`.
    pub clusters: Vec<(String, String)>,
}

/// Checks the events of one story. `known` are the dated events of the reference tables.
#[must_use]
pub fn check(records: &[Records], known: &[KnownEvent]) -> Checked {
    let story = Story::new(records, known);
    let mut findings = Vec::new();
    for rule in rules::ALL {
        (rule.check)(&story, &mut findings);
    }
    Checked { findings, aligned: story.aligned(), questions: story.questions(), clusters: story.clusters() }
}
