//! What a person said of findings: the columns `verdict` and `note` of a report that was filled in, read back from
//! CSV, a workbook or JSON Lines. Knows no rule and judges nothing.

mod read;

use std::collections::BTreeMap;

pub use read::read_verdicts;

/// The words of the column `verdict`.
pub(crate) const VERDICTS: &[&str] = &["confirmed", "dismissed", "fixed", "open"];

/// What was said of one finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// One of "confirmed", "dismissed", "fixed", "open"; or whatever else the person wrote, kept as it stands.
    pub verdict: String,
    /// In the person's own words.
    pub note: String,
}

/// The verdicts by the ids of their findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts(pub BTreeMap<String, Verdict>);

impl Verdicts {
    /// What was said of a finding.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Verdict> {
        self.0.get(id)
    }

    /// Whether a person dismissed the finding.
    #[must_use]
    pub fn dismisses(&self, id: &str) -> bool {
        self.of(id).is_some_and(|said| said.verdict == "dismissed")
    }
}
