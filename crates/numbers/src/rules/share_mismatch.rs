//! N202.

use factcheck_core::{
    claim::Claim,
    declare_rule,
    digits::significant,
    finding::{Finding, Severity},
    range::Range,
    relation::RelationType,
    statement,
};
use rust_decimal::Decimal;

use crate::{
    Story,
    rules::{NumberRule, figures},
};

declare_rule! {
    /// A part, its share and the whole do not fit together.
    ///
    /// ## Why
    ///
    /// "2.0 million, more than a third of the total" states a total of less than 6.0 million. The total that
    /// follows is compared with a published figure for it; where nothing meets it, it is shown as a note.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The mine sold 40 tonnes of ore, more than 150% of its output of ore.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The mine sold 40 tonnes of ore, more than 50% of its output of ore.
    /// ```
    pub(crate) static SHARE_MISMATCH: NumberRule = { code: "N202", name: "share-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for (article, _, share, level) in story.related(&[RelationType::ShareOf]) {
        let Some(fraction) = fraction(share) else { continue };
        let whole = Range::closed(Decimal::ZERO, Decimal::ONE);
        let possible = fraction.meets(whole);
        let severity = if possible { Severity::Note } else { Severity::Warning };
        let mut finding = story.finding(&SHARE_MISMATCH, severity);
        finding.topic = topic(share, level);
        finding.claims =
            vec![statement::of_claim(article, level, "a"), statement::of_claim(article, share, "b")];
        finding.reasons = vec!["the sentence itself states the share".to_owned()];
        if possible {
            let Some(total) = level.amount.allowed.checked_div(fraction.intersect(whole)) else { continue };
            let unit = &level.amount.unit;
            let printed = printed(level, share).map(|total| format!(" ({total} by the printed figures)"));
            finding.message = format!(
                "“{}” as “{}” makes a whole of {} {}{}",
                level.place.quote,
                share.place.quote,
                total.rounded(),
                unit.plural(),
                printed.unwrap_or_default()
            );
            finding.arithmetic = format!(
                "{} / {} = {} {}",
                level.amount.allowed,
                fraction.intersect(whole).rounded(),
                total.rounded(),
                unit.plural()
            );
            figures::compare_whole(story, &mut finding, share, total, unit);
        } else {
            finding.message = format!("“{}” is more than the whole can be", share.place.quote);
            finding.arithmetic = format!("{fraction} does not meet 0 to 1");
        }
        findings.push(finding);
    }
}

/// What the whole is: "crude export" for a third of crude exports.
fn topic(share: &Claim, level: &Claim) -> String {
    let whole = share.amount.unit.name.strip_prefix("% ").unwrap_or(&level.measure);
    format!("whole: {whole}")
}

/// A share as a fraction of one.
fn fraction(share: &Claim) -> Option<Range> {
    if share.amount.unit.name == "percent" {
        share.amount.allowed.scale(Decimal::new(1, 2))
    } else {
        Some(share.amount.allowed)
    }
}

/// "less than 6,000,000": the whole by the printed figures alone.
fn printed(level: &Claim, share: &Claim) -> Option<String> {
    let value = Range::exact(level.amount.value?);
    let mut fraction = Range::exact(share.amount.value?.round_dp(6));
    if share.amount.unit.name == "percent" {
        fraction = fraction.scale(Decimal::new(1, 2))?;
    }
    let whole = significant(value.checked_div(fraction)?.single()?, 4);
    let whole = factcheck_core::range::readable(whole);
    Some(match share.amount.approximation {
        factcheck_core::quantity::Approximation::MoreThan
        | factcheck_core::quantity::Approximation::AtLeast => {
            format!("less than {whole}")
        }
        factcheck_core::quantity::Approximation::LessThan
        | factcheck_core::quantity::Approximation::AtMost => {
            format!("more than {whole}")
        }
        _ => whole,
    })
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn says_what_follows() {
        let check = |text: &str| run(&super::SHARE_MISMATCH, text);
        snap!(check("The port handled 2.0 million tonnes, more than a third of the total."), @"note “2.0 million tonnes” as “more than a third” makes a whole of 1.95 million to 6.15 million metric tons (less than 6 million by the printed figures): 1.95 million to 2.05 million / 0.3333 to 1 = 1.95 million to 6.15 million metric tons");
        snap!(check("The port handled 30 tonnes of ore, 60% of its total."), @"note “30 tonnes” as “60%” makes a whole of 48.76 to 51.26 metric tons (50 by the printed figures): 29.5 to 30.5 / 0.595 to 0.605 = 48.76 to 51.26 metric tons");
        snap!(check("The port handled 30 tonnes of ore and 60% more coal."), @"");
    }
}
