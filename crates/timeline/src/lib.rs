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

use factcheck_core::{finding::Finding, record::Records, reference::KnownEvent};

pub use story::Story;

/// What a check found and what it looked at.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings, in no particular order.
    pub findings: Vec<Finding>,
    /// Per article, how many of its events were aligned with another article or by a relation.
    pub aligned: Vec<u32>,
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
