//! Evidence summed in log odds; confidence is its logistic.

use factcheck_core::question::Evidence;

/// Evidence for or against two records speaking of one thing.
/// Most pairs that are weighed are dropped: words of a table are only copied for those that are kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    pieces: Vec<(&'static str, f64)>,
    total: f64,
}

impl Score {
    #[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
    pub(crate) fn add(&mut self, what: &'static str, weight: f64) {
        if self.pieces.is_empty() {
            // As many as most pairs have.
            self.pieces.reserve(16);
        }
        self.total += weight;
        self.pieces.push((what, weight));
    }

    /// Each piece, in the order in which it was added.
    pub(crate) fn evidence(&self) -> Vec<Evidence> {
        self.pieces.iter().map(|(what, weight)| Evidence { what: (*what).into(), weight: *weight }).collect()
    }

    pub(crate) fn total(&self) -> f64 {
        self.total
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
