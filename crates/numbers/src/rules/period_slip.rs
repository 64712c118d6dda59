//! N105.

use factcheck_align::claims::{Link, period_slips};
use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
};

use crate::{Story, aligned::describe, conflict, rules::NumberRule};

declare_rule! {
    /// One rare value of one thing is given to two times that cannot meet.
    ///
    /// ## Why
    ///
    /// "2,143 homes were built in 2021" and "2,143 homes were built in 2022": the value is too rare to be the same in
    /// both years by chance, so that one article may have the wrong one. Only times of one length are held against each
    /// other, and only values of three digits or more that have no match at their own time. A value can stay as it is,
    /// so this is never more than a warning.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The town of Ravel built 2,143 homes in 2021, the council said.
    /// ---
    /// The town of Ravel built 2,143 homes in 2022, the council said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The town of Ravel built 2,143 homes in 2021, the council said.
    /// ---
    /// The town of Ravel built 2,310 homes in 2022, the council said.
    /// ```
    pub(crate) static PERIOD_SLIP: NumberRule = { code: "N105", name: "period-slip", check: check };
}

/// Below this the two are more likely two things with one value.
const ALERT: f64 = 0.8;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let slips = period_slips(story.records, &story.context, &story.links);
    findings.extend(slips.iter().filter(|link| link.confidence >= ALERT).map(|link| finding(story, link)));
}

fn finding(story: &Story, link: &Link) -> Finding {
    let (left, right) = (story.claim(link.a), story.claim(link.b));
    let mut finding = story.finding(&PERIOD_SLIP, Severity::Warning);
    finding.confidence = link.confidence;
    finding.topic = conflict::topic(left);
    finding.message = format!(
        "{}: “{}” is for {} ({}) and for {} ({})",
        finding.topic,
        left.place.quote,
        left.period,
        story.name(link.a),
        right.period,
        story.name(link.b)
    );
    finding.arithmetic = format!("{} | {}", left.period, right.period);
    finding.reasons =
        link.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
    (finding.sides, finding.claims) = describe(story, &[vec![link.a], vec![link.b]]);
    finding
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn wants_a_rare_value_at_two_times() {
        let check = |a: &str, b: &str| run(&super::PERIOD_SLIP, &format!("{a}\n---\n{b}"));
        let built = "The town of Ravel built 2,143 homes in 2021, the council said.";
        snap!(check(built, "The town of Ravel built 2,143 homes in 2022, the council said."), @"warning build (home): “2,143 homes” is for 2021 (Paper 1) and for 2022 (Paper 2): 2021 | 2022");
        // A year and a month of another are no two names for one time.
        snap!(check(built, "The town of Ravel built 2,143 homes in March 2022, the council said."), @"");
        // A round value comes again by chance.
        let round = "The town of Ravel built 2,000 homes in 2021, the council said.";
        snap!(check(round, "The town of Ravel built 2,000 homes in 2022, the council said."), @"");
        // It has its match at its own time.
        snap!(check(built, "The town of Ravel built 2,143 homes in 2021 and 2,143 homes in 2022."), @"");
    }
}
