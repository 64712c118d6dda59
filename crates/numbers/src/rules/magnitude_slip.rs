//! N102.

use factcheck_align::claims::Slip;
use factcheck_core::{declare_rule, finding::Finding};

use crate::{Story, conflict, rules::NumberRule};

declare_rule! {
    /// Two values of one thing differ by a factor of ten, a thousand, a million or a billion.
    ///
    /// ## Why
    ///
    /// "$334 million" and "$334 billion" have the same digits: somebody lost a word, three zeros or a decimal point.
    /// That the digits are the same is itself evidence that the two speak of one thing.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The port of Ravel was bought for $334 million, the company said.
    /// ---
    /// The port of Ravel was bought for $334 billion, the company said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The port of Ravel was bought for $334 million, the company said.
    /// ---
    /// The port of Ravel was bought for about $0.3 billion, the company said.
    /// ```
    pub(crate) static MAGNITUDE_SLIP: NumberRule = { code: "N102", name: "magnitude-slip", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let is_wanted = |slip| slip == Some(Slip::Magnitude);
    conflict::report(
        story,
        &MAGNITUDE_SLIP,
        is_wanted,
        |_| "the digits are the same, the magnitude is not",
        findings,
    );
}
