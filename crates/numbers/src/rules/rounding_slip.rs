//! N104.

use factcheck_align::claims::Slip;
use factcheck_core::{declare_rule, finding::Finding};

use crate::{Story, conflict, rules::NumberRule};

declare_rule! {
    /// A value was cut off instead of rounded: 43 for 43.885.
    ///
    /// ## Why
    ///
    /// A number with fewer digits stands for what rounds to it. 43 is 42.5 to 43.5, so it is not what 43.885 rounds to.
    /// The slip is small, but the two figures cannot both hold as printed.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The old line to Ravel has a length of 43.885 miles, the company said.
    /// ---
    /// The old line to Ravel has a length of 43 miles, the company said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The old line to Ravel has a length of 43.885 miles, the company said.
    /// ---
    /// The old line to Ravel has a length of 44 miles, the company said.
    /// ```
    pub(crate) static ROUNDING_SLIP: NumberRule = { code: "N104", name: "rounding-slip", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let is_wanted = |slip| slip == Some(Slip::Rounding);
    conflict::report(
        story,
        &ROUNDING_SLIP,
        is_wanted,
        |_| "one seems to be cut off instead of rounded",
        findings,
    );
}
