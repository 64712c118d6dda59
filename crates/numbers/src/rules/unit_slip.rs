//! N103.

use factcheck_align::claims::Slip;
use factcheck_core::{
    claim::Claim,
    declare_rule,
    finding::{Finding, Severity},
    range::Range,
    record::ArticleRecord,
    relation::RelationType,
    statement,
};
use rust_decimal::Decimal;

use crate::{Story, conflict, rules::NumberRule};

declare_rule! {
    /// The same number stands with two units, or an amount and its own equivalent in brackets are not the same.
    ///
    /// ## Why
    ///
    /// "22 miles" and "22 kilometres" of one thing cannot both hold; the number was copied and the unit was not. In
    /// "20 kilometres (20 miles)" one article contradicts itself. Equivalents are rounded freely, so that an alert
    /// needs the two to lie more than an eighth apart.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The boat has 20 miles (20 kilometres) of spare cable on board.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The boat has 10 miles (15 kilometres) of spare cable on board.
    /// ```
    pub(crate) static UNIT_SLIP: NumberRule = { code: "N103", name: "unit-slip", check: check };
}

/// Room on both sides of an equivalent, which is often rounded to one digit.
const ROOM: Decimal = Decimal::from_parts(125, 0, 0, false, 3);

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let is_wanted = |slip| slip == Some(Slip::Unit);
    conflict::report(story, &UNIT_SLIP, is_wanted, |_| "the number is the same, the unit is not", findings);
    for (article, _, first, second) in story.related(&[RelationType::Equivalent]) {
        findings.extend(inside(story, article, first, second));
    }
}

/// An amount and its equivalent of one physical dimension.
fn inside(story: &Story, article: &ArticleRecord, first: &Claim, second: &Claim) -> Option<Finding> {
    let (amount, other) = (&first.amount, &second.amount);
    let printed = other.unit.convert(other.allowed, &amount.unit)?;
    let room = |range: Range| -> Option<Range> {
        let wide = Range::closed(Decimal::ONE.checked_sub(ROOM)?, Decimal::ONE.checked_add(ROOM)?);
        range.checked_mul(wide)
    };
    if room(printed)?.meets(amount.allowed) {
        return None;
    }
    let mut finding = story.finding(&UNIT_SLIP, Severity::Conflict);
    finding.confidence = 0.9;
    finding.topic = conflict::topic(first);
    finding.message = format!(
        "“{}” and its equivalent “{}” are not the same amount",
        first.place.quote, second.place.quote
    );
    finding.arithmetic = format!("{} | {} {}", amount.allowed, printed.rounded(), amount.unit.plural());
    finding.reasons = vec!["the brackets give the same amount in another unit".to_owned()];
    finding.claims =
        vec![statement::of_claim(article, first, "a"), statement::of_claim(article, second, "b")];
    Some(finding)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn compares_an_amount_with_its_equivalent() {
        let check = |text: &str| run(&super::UNIT_SLIP, text);
        snap!(check("The boat has 20 miles (20 kilometres) of spare cable on board."), @"conflict “20 miles” and its equivalent “20 kilometres” are not the same amount: 19.5 to 20.5 | 12.12 to 12.74 miles");
        snap!(check("He fell about 60 metres (200 feet) from a ridge."), @"");
        snap!(check("The boat has 20 miles of cable on board, the company said.\n---\nThe boat has 20 kilometres of cable on board, the company said."), @"conflict cable (mile): “20 miles” (Paper 1) and “20 kilometres” (Paper 2) cannot both hold; the number is the same, the unit is not: 19.5 to 20.5 | 12.116738 to 12.738109 miles");
    }
}
