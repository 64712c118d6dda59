//! N205.

use std::collections::{BTreeMap, BTreeSet};

use factcheck_core::{
    claim::Claim,
    declare_rule,
    finding::{Finding, Severity},
    range::Range,
    record::ArticleRecord,
    relation::RelationType,
    statement,
    unit::Unit,
};
use rust_decimal::Decimal;

use crate::{Story, rules::NumberRule};

declare_rule! {
    /// Rates that one article uses do not fit together.
    ///
    /// ## Why
    ///
    /// "110 billion euros (472.7 billion dirhams)" says that a euro is 4.30 dirhams. Where the same article converts
    /// another sum at a rate that lies more than three hundredths away, whatever the rounding, one of the two is wrong. No
    /// outside rate is needed. Sums that have lost their sign are taken for the one other money that the article names;
    /// where it names none, or several, a note is all that is said.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The loan is €110 billion ($142 billion). A teacher earns €900 ($1,575) a month.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The loan is €110 billion ($142 billion). A teacher earns €900 ($1,165) a month.
    /// ```
    pub(crate) static RATE_MISMATCH: NumberRule = { code: "N205", name: "rate-mismatch", check: check };
}

/// Room around a rate: sums are rounded before and after they are converted.
const ROOM: Decimal = Decimal::from_parts(3, 0, 0, false, 2);

/// A sum, its equivalent, and the rate between them.
type Conversion<'a> = (&'a ArticleRecord, &'a Claim, &'a Claim, Range);

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let mut by_pair: BTreeMap<(&str, &str, &str), Vec<Conversion>> = BTreeMap::new();
    for (article, _, first, second) in story.related(&[RelationType::Equivalent]) {
        // What converts by the table of units is N103's.
        let converts = first.amount.unit.convert(first.amount.allowed, &second.amount.unit).is_some();
        let rate =
            second.amount.allowed.checked_div(first.amount.allowed).filter(|rate| rate.ends().is_some());
        if let Some(rate) = rate.filter(|_| !converts) {
            let key =
                (article.id.as_str(), first.amount.unit.name.as_str(), second.amount.unit.name.as_str());
            by_pair.entry(key).or_default().push((article, first, second, rate));
        }
    }
    for conversions in by_pair.values() {
        let (first, rest) = (&conversions[0], &conversions[1..]);
        findings.extend(rest.iter().filter_map(|other| clash(story, first, other)));
    }
}

fn clash(story: &Story, first: &Conversion, second: &Conversion) -> Option<Finding> {
    let wide = Range::closed(Decimal::ONE.checked_sub(ROOM)?, Decimal::ONE.checked_add(ROOM)?);
    if first.3.checked_mul(wide)?.meets(second.3) {
        return None;
    }
    let names = [&first.1.amount.unit, &first.2.amount.unit].map(|unit| unit.name.clone());
    // A number without a unit is of the one other money that the article names; where it names none, or several, that is
    // only guessed.
    let is_told = !first.1.amount.unit.name.is_empty();
    let is_known = is_told || others(story, first.0, first.2).len() == 1;
    let severity = if is_known { Severity::Warning } else { Severity::Note };
    let mut finding = story.finding(&RATE_MISMATCH, severity);
    finding.confidence = match (is_told, is_known) {
        (true, _) => 0.85,
        (false, true) => 0.8,
        _ => 0.6,
    };
    finding.topic = format!("{} in {}", if names[0].is_empty() { "sum" } else { &names[0] }, names[1]);
    finding.message = format!(
        "“{}” as “{}” and “{}” as “{}” use rates that do not fit",
        first.1.place.quote, first.2.place.quote, second.1.place.quote, second.2.place.quote
    );
    finding.arithmetic =
        format!("{} | {} {} each", first.3.rounded(), second.3.rounded(), first.2.amount.unit.plural());
    finding.steps = [first, second]
        .map(|(_, sum, equivalent, rate)| {
            format!("{} / {} = {}", equivalent.amount.allowed, sum.amount.allowed, rate.rounded())
        })
        .to_vec();
    finding.reasons = vec!["one article converts both".to_owned()];
    finding.claims = [(first, "a"), (second, "b")]
        .into_iter()
        .flat_map(|((article, sum, equivalent, _), position)| {
            [sum, equivalent].map(|claim| statement::of_claim(article, claim, position))
        })
        .collect();
    Some(finding)
}

/// The sorts of money that an article names, but for that of `converted`.
fn others<'a>(story: &'a Story, article: &ArticleRecord, converted: &Claim) -> BTreeSet<&'a str> {
    let own = story.records.iter().filter(|records| records.article.id == article.id);
    own.flat_map(|records| &records.claims)
        .filter(|claim| is_money(&claim.amount.unit))
        .map(|claim| claim.amount.unit.name.split(" per ").next().unwrap_or_default())
        .filter(|name| *name != converted.amount.unit.name)
        .collect()
}

fn is_money(unit: &Unit) -> bool {
    unit.scale().is_some_and(|scale| scale.dimension.starts_with("currency"))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn takes_bare_sums_for_the_one_other_money() {
        let check = |text: &str| run(&super::RATE_MISMATCH, text);
        let sums = "The loan is 110 billion ($142 billion). A teacher earns 900 ($1,575) a month.";
        snap!(check(sums), @"note “110 billion” as “$142 billion” and “900” as “$1,575” use rates that do not fit: 1.23 to 1.357 | 1.74 to 1.76 US dollars each");
        snap!(check(&format!("{sums} The ministers want to save billions of euros.")), @"warning “110 billion” as “$142 billion” and “900” as “$1,575” use rates that do not fit: 1.23 to 1.357 | 1.74 to 1.76 US dollars each");
        snap!(check(&format!("{sums} A loaf costs 2 euros there, or 18 Danish kroner.")), @"note “110 billion” as “$142 billion” and “900” as “$1,575” use rates that do not fit: 1.23 to 1.357 | 1.74 to 1.76 US dollars each");
    }
}
