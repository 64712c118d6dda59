//! Evidence summed in log odds; confidence is its logistic.

use factcheck_core::question::Evidence;

/// Evidence for or against two records speaking of one thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    pub(crate) evidence: Vec<Evidence>,
}

impl Score {
    pub(crate) fn add(&mut self, what: &str, weight: f64) {
        self.evidence.push(Evidence { what: what.to_owned(), weight });
    }

    pub(crate) fn total(&self) -> f64 {
        self.evidence.iter().map(|evidence| evidence.weight).sum()
    }

    pub(crate) fn confidence(&self) -> f64 {
        logistic(self.total())
    }
}

/// 1 / (1 + e^-x), rounded to four decimals so that no platform's last bit shows in a report.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "confidence is a probability, not a printed amount")]
pub fn logistic(log_odds: f64) -> f64 {
    (10_000.0 / (1.0 + (-log_odds).exp())).round() / 10_000.0
}
