//! N201.

use factcheck_core::{
    claim::Claim,
    declare_rule,
    finding::{Finding, Severity},
    quantity::Direction,
    range::Range,
    record::Records,
    relation::RelationType,
    statement,
};
use rust_decimal::Decimal;

use crate::{
    Story,
    ahead::{self, Ahead},
    rules::{NumberRule, figures},
};

declare_rule! {
    /// A level, its change and the earlier level do not fit together.
    ///
    /// ## Why
    ///
    /// "rose a quarter last year to 2.14 million" also states the level of the year before, 2.14 / 1.25. That level
    /// is compared with a published figure for the earlier period; where nothing meets it, it is shown as a note. "has
    /// risen by 60 %" with a published figure for the time before gives the level of today; a level that the same
    /// article says is still ahead cannot lie below it.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Sales of the plant fell 120% last year to 40 tonnes.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Sales of the plant rose 20% last year to 40 tonnes.
    /// ```
    pub(crate) static GROWTH_MISMATCH: NumberRule = { code: "N201", name: "growth-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for (article, _, change, level) in story.related(&[RelationType::ChangeTo]) {
        let Some(factor) = factor(change) else { continue };
        let unit = &level.amount.unit;
        let possible = factor.meets(Range::more_than(Decimal::ZERO));
        let severity = if possible { Severity::Note } else { Severity::Warning };
        let mut finding = story.finding(&GROWTH_MISMATCH, severity);
        finding.topic = format!("{} before the change", level.measure);
        finding.claims =
            vec![statement::of_claim(article, level, "a"), statement::of_claim(article, change, "b")];
        finding.reasons = vec!["the sentence itself ties the change to the level".to_owned()];
        if possible {
            let Some(before) = level.amount.allowed.checked_div(factor) else { continue };
            finding.message = format!(
                "“{}” after “{}” {} makes {} {} before",
                level.place.quote,
                change.place.quote,
                if change.amount.direction == Direction::Down { "less" } else { "more" },
                before.rounded(),
                unit.plural()
            );
            finding.arithmetic =
                format!("{} / {factor} = {} {}", level.amount.allowed, before.rounded(), unit.plural());
            figures::compare_earlier(story, &mut finding, level, before, unit);
        } else {
            finding.message = format!("after “{}” nothing could be left", change.place.quote);
            finding.arithmetic = format!("factor {factor} is not above 0");
        }
        findings.push(finding);
    }
    for records in story.records {
        findings.extend(ahead::pairs(story, records).iter().filter_map(|pair| passed(story, records, pair)));
    }
}

/// A level that is said to be ahead, and that by the rise and a published figure was passed already.
fn passed(story: &Story, records: &Records, pair: &Ahead) -> Option<Finding> {
    let Ahead { change, level, figure, now, factor } = pair;
    if !level.amount.allowed.is_below(*now) {
        return None;
    }
    let unit = level.amount.unit.plural();
    let mut finding = story.finding(&GROWTH_MISMATCH, Severity::Warning);
    finding.confidence = 0.8;
    finding.topic.clone_from(&level.measure);
    finding.message = format!(
        "“{}” is said to be still ahead, but “{}” on what {} has for {} makes {} {unit} already",
        level.place.quote,
        change.place.quote,
        figure.source,
        figure.valid,
        now.rounded()
    );
    finding.arithmetic = format!("{} x {factor} = {} {unit}", figure.value, now.rounded());
    finding.steps = vec![
        format!("{}: {} {} for {}", figure.source, figure.value, figure.unit.plural(), figure.valid),
        format!("“{}” is a factor of {factor}", change.place.quote),
        format!("“{}” is {} {unit}, which lies below", level.place.quote, level.amount.allowed),
    ];
    finding.reasons = vec!["one article says both of one measure".to_owned()];
    finding.claims = vec![
        statement::of_claim(&records.article, change, "a"),
        statement::of_claim(&records.article, level, "b"),
    ];
    finding.references = vec![figures::row(figure)];
    Some(finding)
}

/// What the earlier level was multiplied by.
fn factor(change: &Claim) -> Option<Range> {
    let share = if change.amount.unit.name == "percent" {
        change.amount.allowed.scale(Decimal::new(1, 2))?
    } else {
        change.amount.allowed
    };
    let one = Range::exact(Decimal::ONE);
    match change.amount.direction {
        Direction::Down => one.checked_sub(share),
        Direction::Up => one.checked_add(share),
        Direction::None => None,
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn says_what_follows() {
        let check = |text: &str| run(&super::GROWTH_MISMATCH, text);
        snap!(check("Exports rose one quarter last year to 2.5 million tonnes."), @"note “2.5 million tonnes” after “one quarter” more makes 1.944 million to 2.056 million metric tons before: 2.45 million to 2.55 million / 1.24 to 1.26 = 1.944 million to 2.056 million metric tons");
        snap!(check("Exports fell 20% to 40 tonnes."), @"note “40 tonnes” after “20%” less makes 49.07 to 50.94 metric tons before: 39.5 to 40.5 / 0.795 to 0.805 = 49.07 to 50.94 metric tons");
        snap!(check("Exports rose 20% while imports stood at 40 tonnes."), @"");
    }
}
