//! Questions of claims to findings; one rule a file.
//!
//! Sees the records of one story and the reference tables; knows no file, no clock and no format.

mod ahead;
mod aligned;
mod conflict;
mod corrected;
mod revised;
pub mod rules;
mod story;

use factcheck_core::{finding::Finding, record::Records, reference::References};

pub use story::Story;

/// What a check found and what it looked at.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings, in no particular order.
    pub findings: Vec<Finding>,
    /// Per article, how many of its claims were aligned with another article or by a relation.
    pub aligned: Vec<u32>,
    /// How many questions had at least two members.
    pub questions: u32,
}

/// Checks the numbers of one story.
#[must_use]
pub fn check(records: &[Records], references: &References) -> Checked {
    let story = Story::new(records, references);
    let mut findings = Vec::new();
    for rule in rules::ALL {
        (rule.check)(&story, &mut findings);
    }
    corrected::soften(records, &mut findings);
    Checked { findings, aligned: story.aligned(), questions: story.questions() }
}
