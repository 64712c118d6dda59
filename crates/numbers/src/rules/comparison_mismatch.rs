//! N204.

use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
    range::{Range, readable},
    relation::RelationType,
    statement,
};
use rust_decimal::Decimal;

use crate::{Story, rules::NumberRule};

declare_rule! {
    /// A comparison in words that its own figures deny.
    ///
    /// ## Why
    ///
    /// "A capacity of 55 will not replace 155" says that 55 is less than 155. Where the ranges of the two figures
    /// leave no room for what the words say, the sentence contradicts itself. A comparison that holds makes a note
    /// with the share and the difference, so that a reader sees that two unlike figures were meant to be unlike.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The new plant, with a capacity of 80 megawatts, will not replace the lost output of 60 megawatts.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The new plant, with a capacity of 60 megawatts, will not replace the lost output of 80 megawatts.
    /// ```
    pub(crate) static COMPARISON_MISMATCH: NumberRule =
        { code: "N204", name: "comparison-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for (article, relation, from, to) in story.related(&[RelationType::LessThan, RelationType::MoreThan]) {
        let unit = &from.amount.unit;
        let Some(other) = to.amount.unit.convert(to.amount.allowed, unit) else { continue };
        let own = from.amount.allowed;
        let less = relation.relation_type == RelationType::LessThan;
        let (small, large) = if less { (own, other) } else { (other, own) };
        // Said to be less, yet never below: only then do the figures deny the words.
        let denied = large.is_below(small) || (large == small && own.single().is_some());
        let soft = from.amount.approximation.is_soft() || to.amount.approximation.is_soft();
        let severity = match (denied, soft) {
            (true, false) => Severity::Conflict,
            (true, true) => Severity::Warning,
            _ => Severity::Note,
        };
        let mut finding = story.finding(&COMPARISON_MISMATCH, severity);
        finding.topic = format!("{} against {}", from.measure, to.measure);
        let says = if less { "less" } else { "more" };
        let verdict = if denied { "but the figures deny it" } else { "and it is" };
        finding.message =
            format!("“{}” is said to be {says} than “{}”, {verdict}", from.place.quote, to.place.quote);
        finding.arithmetic = arithmetic(from.amount.value, to.amount.value, own, other, &unit.plural());
        finding.reasons = vec!["the sentence itself compares the two".to_owned()];
        finding.claims = vec![statement::of_claim(article, from, "a"), statement::of_claim(article, to, "b")];
        findings.push(finding);
    }
}

/// "55 billion / 155 billion = 35.5 %, 155 billion - 55 billion = 100 billion cubic metres per year".
fn arithmetic(from: Option<Decimal>, to: Option<Decimal>, own: Range, other: Range, unit: &str) -> String {
    let exact = from.zip(to).and_then(|(from, to)| {
        let share = from.checked_div(to)?.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(1);
        let rest = to.checked_sub(from)?;
        let (a, b) = (readable(from), readable(to));
        Some(format!("{a} / {b} = {} %, {b} - {a} = {} {unit}", readable(share), readable(rest)))
    });
    exact.unwrap_or_else(|| format!("{own} against {other} {unit}"))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn checks_what_a_sentence_compares() {
        let check = |text: &str| run(&super::COMPARISON_MISMATCH, text);
        snap!(check("Such a line, with a capacity of 20 megawatts, will not replace the halted imports of 70 megawatts."), @"note “20 megawatts” is said to be less than “70 megawatts”, and it is: 20 / 70 = 28.6 %, 70 - 20 = 50 megawatts");
        snap!(check("The fund, now at $5 million, exceeds the debt of $7 million."), @"conflict “$5 million” is said to be more than “$7 million”, but the figures deny it: 5 million / 7 million = 71.4 %, 7 million - 5 million = 2 million US dollars");
    }
}
