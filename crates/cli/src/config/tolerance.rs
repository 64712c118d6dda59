//! `[tolerance]`: differences that are too small to alarm this desk. What lies within is a note that says so.

use chrono::NaiveDate;
use factcheck_core::{
    finding::{Finding, Severity},
    stamp::Stamp,
};
use rust_decimal::Decimal;
use serde::Deserialize;

/// How far sides may lie apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Tolerance {
    /// Numbers, in percent of the larger one.
    pub(crate) percent: Option<Decimal>,
    /// Dates, in days.
    pub(crate) days: Option<u32>,
}

/// Both ends of what a side allows, in its unit; `None` where unbounded.
type Ends<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

impl Tolerance {
    pub(super) fn check(&self) -> Result<(), String> {
        let allowed = Decimal::ZERO..=Decimal::ONE_HUNDRED;
        match self.percent {
            Some(percent) if !allowed.contains(&percent) => {
                Err(format!("tolerance: percent is {percent}, and not from 0 to 100"))
            }
            _ => Ok(()),
        }
    }

    /// Makes an alert a note where no two of its sides, or of its side and the reference, lie farther apart.
    pub(super) fn apply(&self, finding: &mut Finding) {
        if !finding.severity.is_alert() {
            return;
        }
        let sides = finding.sides.iter().map(|side| (side.low.as_deref(), side.high.as_deref(), &*side.unit));
        let references =
            finding.references.iter().map(|row| (row.low.as_deref(), row.high.as_deref(), &*row.unit));
        let ends: Vec<Ends> = sides.chain(references).collect();
        let pairs = ends.iter().enumerate().flat_map(|(at, a)| ends[at + 1..].iter().map(move |b| (*a, *b)));
        let reasons: Option<Vec<String>> = pairs.map(|(a, b)| self.within(a, b)).collect();
        if let Some(reason) = reasons.and_then(|reasons| reasons.into_iter().next()) {
            finding.severity = Severity::Note;
            finding.reasons.push(reason);
        }
    }

    /// Why two sides are near enough; `None` where they are not, or where nothing can be told.
    fn within(&self, a: Ends, b: Ends) -> Option<String> {
        if a.2 != b.2 {
            return None;
        }
        // Sides that meet differ in something else than their values.
        let gap = |low: Option<&str>, high: Option<&str>| {
            let (low, high) = (low?, high?);
            if let (Ok(low), Ok(high)) = (low.parse::<Decimal>(), high.parse::<Decimal>()) {
                return self.numbers(low, high);
            }
            self.dates(low.parse::<Stamp>().ok()?.date, high.parse::<Stamp>().ok()?.date)
        };
        gap(a.0, b.1).or_else(|| gap(b.0, a.1))
    }

    fn numbers(&self, low: Decimal, high: Decimal) -> Option<String> {
        let percent = self.percent?;
        let apart = low.checked_sub(high).filter(|apart| *apart > Decimal::ZERO)?;
        let most = low.abs().max(high.abs()).checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
        (apart <= most).then(|| format!("within this desk's tolerance of {percent} %"))
    }

    fn dates(&self, low: NaiveDate, high: NaiveDate) -> Option<String> {
        let days = self.days?;
        let apart = low.signed_duration_since(high).num_days();
        let plural = if days == 1 { "" } else { "s" };
        (1..=i64::from(days))
            .contains(&apart)
            .then(|| format!("within this desk's tolerance of {days} day{plural}"))
    }
}

#[cfg(test)]
mod tests {
    use factcheck_core::question::Side;
    use insta::assert_snapshot as snap;

    use super::*;

    /// What becomes of a conflict between sides such as "10..12 km".
    fn t(tolerance: &str, sides: &[&str]) -> String {
        let tolerance: Tolerance = toml::from_str(tolerance).expect("a table");
        let mut finding = Finding::new("numbers", "N101", "value-conflict", Severity::Conflict);
        finding.sides = sides
            .iter()
            .map(|side| {
                let (range, unit) = side.split_once(' ').unwrap_or((side, ""));
                let (low, high) = range.split_once("..").unwrap_or((range, range));
                let end = |end: &str| (!end.is_empty()).then(|| end.to_owned());
                Side {
                    position: String::new(),
                    low: end(low),
                    high: end(high),
                    unit: unit.to_owned(),
                    origins: 1,
                    newest: String::new(),
                }
            })
            .collect();
        tolerance.apply(&mut finding);
        format!("{} {}", finding.severity.name(), finding.reasons.join("; ")).trim().to_owned()
    }

    #[test]
    fn near_sides_make_a_note() {
        snap!(t("percent = 2", &["99..100 km", "102..103 km"]), @"note within this desk's tolerance of 2 %");
        snap!(t("percent = 1.5", &["99..100 km", "102..103 km"]), @"conflict");
        snap!(t("percent = 2", &["102 km", "100 km"]), @"note within this desk's tolerance of 2 %");
        snap!(t("percent = 2", &["102 km", "100 m"]), @"conflict");
        snap!(t("percent = 2", &["102 km", "100 km", "90 km"]), @"conflict");
        snap!(t("days = 1", &["2024-05-14", "2024-05-15"]), @"note within this desk's tolerance of 1 day");
        snap!(t("days = 1", &["2024-05-14", "2024-05-16"]), @"conflict");
        snap!(t("percent = 50", &["2024-05-14", "2024-05-15"]), @"conflict");
    }

    #[test]
    fn where_nothing_can_be_told_nothing_changes() {
        snap!(t("", &["100", "100.1"]), @"conflict");
        snap!(t("percent = 2", &["100"]), @"conflict");
        snap!(t("percent = 2", &["100..", "..99"]), @"note within this desk's tolerance of 2 %");
        snap!(t("percent = 2", &["..100", "..101"]), @"conflict");
        snap!(t("percent = 2", &["100..110", "105..120"]), @"conflict");
        snap!(t("percent = 100", &["-79228162514264337593543950335", "79228162514264337593543950335"]), @"conflict");
    }
}
