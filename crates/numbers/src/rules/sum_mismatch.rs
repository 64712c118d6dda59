//! N203.

use std::collections::BTreeMap;

use factcheck_core::{
    claim::Claim,
    declare_rule,
    finding::{Finding, Severity},
    range::Range,
    record::ArticleRecord,
    relation::{Relation, RelationType},
    statement,
};

use crate::{Story, conflict, rules::NumberRule};

declare_rule! {
    /// Parts and their total do not fit together.
    ///
    /// ## Why
    ///
    /// "12 in Ravel and 15 in Tarn, a total of 27" gives its own sum, which a reader can check. Parts that a sentence
    /// gives as all there are must add up to their total; a part that is only singled out ("24 people, including 30
    /// children") cannot be more than its whole. Each number keeps the room that its words and its rounding leave. What
    /// adds up is shown as a note.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The storm destroyed 120 homes in Ravel and 165 homes in Tarn, for a total of 310 homes.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The storm destroyed 120 homes in Ravel and 190 homes in Tarn, for a total of 310 homes.
    /// ```
    pub(crate) static SUM_MISMATCH: NumberRule = { code: "N203", name: "sum-mismatch", check: check };
}

/// A total with the parts that one sentence gives for it.
struct Sum<'a> {
    article: &'a ArticleRecord,
    whole: &'a Claim,
    parts: Vec<&'a Claim>,
    /// Whether there may be other parts.
    is_open: bool,
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for (article, relation, part, whole) in story.related(&[RelationType::PartOf]) {
        let Relation { to, soft, .. } = relation;
        let sum = || Sum { article, whole, parts: Vec::new(), is_open: *soft };
        sums.entry(to.as_str()).or_insert_with(sum).parts.push(part);
    }
    for sum in sums.values() {
        if sum.is_open {
            findings.extend(sum.parts.iter().filter_map(|part| exceeds(story, sum, part)));
        } else {
            findings.extend(adds_up(story, sum));
        }
    }
}

/// A part that is more than its whole.
fn exceeds(story: &Story, sum: &Sum, part: &Claim) -> Option<Finding> {
    let (whole, amount) = (sum.whole.amount.allowed, part.amount.allowed);
    let mut finding = finding(story, sum, &[part], whole.is_below(amount));
    finding.message =
        format!("“{}” is said to be part of “{}”, and is more", part.place.quote, sum.whole.place.quote);
    finding.arithmetic = format!("{amount} of {whole} {}", sum.whole.amount.unit.plural());
    finding.severity.is_alert().then_some(finding)
}

/// Whether the parts add up to their total.
fn adds_up(story: &Story, sum: &Sum) -> Option<Finding> {
    let ranges = sum.parts.iter().map(|part| part.amount.allowed);
    let total = ranges.clone().try_fold(Range::exact(0.into()), Range::checked_add)?;
    let is_wrong = !total.meets(sum.whole.amount.allowed);
    let mut finding = finding(story, sum, &sum.parts, is_wrong);
    let parts: Vec<String> = sum.parts.iter().map(|part| format!("“{}”", part.place.quote)).collect();
    let verdict = if is_wrong { "do not add up" } else { "add up" };
    finding.message = format!("{} {verdict} to “{}”", parts.join(" and "), sum.whole.place.quote);
    let added: Vec<String> = ranges.map(|range| range.to_string()).collect();
    let unit = sum.whole.amount.unit.plural();
    let against = if is_wrong { ", not" } else { ", which meets" };
    finding.arithmetic =
        format!("{} = {total}{against} {} {unit}", added.join(" + "), sum.whole.amount.allowed);
    Some(finding)
}

fn finding(story: &Story, sum: &Sum, parts: &[&Claim], is_wrong: bool) -> Finding {
    let soft = || parts.iter().any(|part| part.amount.approximation.is_soft());
    let severity = match is_wrong {
        true if soft() || sum.whole.amount.approximation.is_soft() => Severity::Warning,
        true => Severity::Conflict,
        false => Severity::Note,
    };
    let mut finding = story.finding(&SUM_MISMATCH, severity);
    finding.confidence = 0.85;
    finding.topic = conflict::topic(sum.whole);
    finding.period = conflict::period(sum.whole);
    finding.reasons = vec!["the sentence itself gives the parts and their total".to_owned()];
    finding.claims = vec![statement::of_claim(sum.article, sum.whole, "a")];
    finding.claims.extend(parts.iter().map(|part| statement::of_claim(sum.article, part, "b")));
    finding
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn adds_parts_up() {
        let check = |text: &str| run(&super::SUM_MISMATCH, text);
        snap!(check("The storm destroyed 120 homes in Ravel and 165 homes in Tarn, for a total of 310 homes."), @"conflict “120 homes” and “165 homes” do not add up to “310 homes”: 115 to 125 + 165 = 280 to 290, not 305 to 315 homes");
        snap!(check("The storm destroyed 310 homes: 120 in Ravel and 190 in Tarn."), @"note “120” and “190” add up to “310 homes”: 115 to 125 + 185 to 195 = 300 to 320, which meets 305 to 315 homes");
        snap!(check("The storm destroyed about 310 homes (120 in Ravel and 165 in Tarn)."), @"note “120” and “165” add up to “about 310 homes”: 115 to 125 + 165 = 280 to 290, which meets 279 to 341 homes");
        snap!(check("The storm killed 24 people, including 30 children."), @"conflict “30 children” is said to be part of “24 people”, and is more: 30 of 24 people");
        snap!(check("The storm killed 24 people, 12 of them children."), @"");
        snap!(check("The firm will pay $40 million in cash and $30 million in stock, a total of $80 million."), @"conflict “$40 million” and “$30 million” do not add up to “$80 million”: 39.5 million to 40.5 million + 29.5 million to 30.5 million = 69 million to 71 million, not 79.5 million to 80.5 million US dollars");
        snap!(check("Some 27 people died — 12 in Ravel, 10 in Tarn and 9 at sea."), @"warning “12” and “10” and “9” do not add up to “Some 27 people”: 12 + 10 + 9 = 31, not 24.3 to 29.7 people");
        // Not said to be all.
        snap!(check("The storm killed 24 people, including 12 children and 10 women."), @"");
    }
}
