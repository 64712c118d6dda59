//! N301.

use factcheck_core::{
    claim::{Claim, Kind, Modality, Polarity},
    declare_rule,
    finding::{Finding, Severity},
    reference::Figure,
    statement,
    window::Window,
};

use crate::{
    Story,
    rules::{NumberRule, figures},
};

declare_rule! {
    /// A claim and a published figure for the same thing cannot both hold.
    ///
    /// ## Why
    ///
    /// A reference table holds published statistics with their sources. Where a claim's measure, parties, unit and
    /// period are those of a row, and the ranges cannot meet, the row and the claim cannot both hold. The table may
    /// define its figure differently, so this is never more than a warning.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The Northline has a capacity of 70 megawatts.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The Northline has a capacity of about 50 megawatts.
    /// ```
    pub(crate) static REFERENCE_MISMATCH: NumberRule = { code: "N301", name: "reference-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for records in story.records {
        for claim in records.claims.iter().filter(|claim| is_plain(claim)) {
            let unit = &claim.amount.unit;
            for figure in figures::about(story, claim).into_iter().filter(|figure| same_period(figure, claim))
            {
                let Some(value) = figure.unit.convert(figure.value, unit) else { continue };
                let meets = value.meets(claim.amount.allowed);
                let severity = if meets { Severity::Agreement } else { Severity::Warning };
                let mut finding = story.finding(&REFERENCE_MISMATCH, severity);
                finding.topic = format!("{} ({})", figure.measure, figure.subject);
                finding.period = figure.valid.ends().map(|(a, b)| format!("{a}/{b}")).unwrap_or_default();
                let verdict = if meets { "agrees with" } else { "cannot hold beside" };
                finding.message = format!(
                    "“{}” {verdict} the reference: {} has {value} {}",
                    claim.place.quote,
                    figure.source,
                    unit.plural()
                );
                finding.arithmetic = format!("{} against {value} {}", claim.amount.allowed, unit.plural());
                finding.confidence = 0.85;
                finding.claims = vec![statement::of_claim(&records.article, claim, "a")];
                finding.references = vec![figures::row(figure)];
                findings.push(finding);
            }
        }
    }
}

/// A level stated as a fact: a forecast or a change is not what a table of levels has.
fn is_plain(claim: &Claim) -> bool {
    claim.modality != Modality::Possible
        && claim.polarity == Polarity::Affirmed
        && !matches!(claim.claim_kind, Kind::Change | Kind::Share)
}

/// Whether the row holds for the claim's period: the row is for any time, or the claim's own period lies in it, or the
/// claim names none and was published in it.
fn same_period(figure: &Figure, claim: &Claim) -> bool {
    if figure.valid.is_any() {
        return true;
    }
    if claim.period.is_any() {
        return claim.as_of.is_some_and(|day| figure.valid.covers(Window::day(day)));
    }
    figure.valid.covers(claim.period)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn says_what_follows() {
        let check = |text: &str| run(&super::REFERENCE_MISMATCH, text);
        snap!(check("The Northline has a capacity of 70 megawatts."), @"warning “70 megawatts” cannot hold beside the reference: Grid Agency has 50 megawatts: 69.5 to 70.5 against 50 megawatts");
        snap!(check("The Northline has a capacity of about 50 megawatts."), @"agreement “about 50 megawatts” agrees with the reference: Grid Agency has 50 megawatts: 45 to 55 against 50 megawatts");
        snap!(check("The Southline has a capacity of 70 megawatts."), @"");
        snap!(check("The Northline could reach a capacity of 70 megawatts."), @"");
    }
}
