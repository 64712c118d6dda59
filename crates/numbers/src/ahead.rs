//! A level that is said to be still ahead, against the level that a rise has led to by a published figure: "has risen
//! by 60 %" and "could reach $200 billion". Gives the arithmetic; the rule says what it means.

use chrono::{Months, NaiveDate};
use factcheck_core::{
    claim::{Claim, Kind, Modality, Polarity},
    quantity::Direction,
    range::Range,
    record::Records,
    reference::Figure,
    window::Window,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{Story, rules::figures};

/// What one article says of a rise and of a level to come, and what a published figure makes of it.
#[derive(Debug)]
pub(crate) struct Ahead<'a> {
    /// "increased by 60 %".
    pub(crate) change: &'a Claim,
    /// "could reach $200 billion".
    pub(crate) level: &'a Claim,
    /// The figure for the time before the rise, the lowest if there are several.
    pub(crate) figure: &'a Figure,
    /// What the rise made of the figure, in the unit of the level.
    pub(crate) now: Range,
    /// The factor of the rise.
    pub(crate) factor: Range,
}

/// Every pair of an article that a figure can be put to.
pub(crate) fn pairs<'a>(story: &'a Story, records: &'a Records) -> Vec<Ahead<'a>> {
    let rises = records.claims.iter().filter(|claim| is_rise(claim));
    let levels = || records.claims.iter().filter(|claim| is_ahead(claim));
    rises.flat_map(|change| levels().filter_map(move |level| pair(story, records, change, level))).collect()
}

fn is_rise(claim: &Claim) -> bool {
    claim.claim_kind == Kind::Change
        && claim.amount.unit.name == "percent"
        && claim.amount.direction == Direction::Up
        && claim.modality == Modality::Stated
        && claim.polarity == Polarity::Affirmed
}

/// A level that has not been reached: "could reach", "is expected to hit".
fn is_ahead(claim: &Claim) -> bool {
    claim.modality != Modality::Stated
        && claim.polarity == Polarity::Affirmed
        && claim.amount.value.is_some()
        && matches!(
            claim.verb.as_str(),
            "reach" | "hit" | "exceed" | "surpass" | "top" | "attain" | "climb" | "grow" | "rise"
        )
}

fn pair<'a>(story: &'a Story, records: &Records, change: &'a Claim, level: &'a Claim) -> Option<Ahead<'a>> {
    let began = began(records, change)?;
    let factor = change.amount.allowed.scale(Decimal::new(1, 2))?.checked_add(Range::exact(Decimal::ONE))?;
    let figures = story.references.figures.iter().filter(|figure| {
        figure.valid.meets(began) && are_measure(figure, change, level) && figures::are_named(figure, records)
    });
    let unit = &level.amount.unit;
    let per_year = |figure: &Figure| -> Option<Range> {
        let direct = figure.unit.convert(figure.value, unit);
        // A year's figure is what is meant by "a year".
        let name = unit.name.strip_suffix(" per year");
        let yearly = || {
            name.and_then(|name| figure.unit.convert(figure.value, &factcheck_core::unit::named(&full(name))))
        };
        direct.or_else(yearly)
    };
    let known = figures.filter_map(|figure| Some((figure, per_year(figure)?)));
    let (figure, before) = known.min_by(|(_, x), (_, y)| x.low.value().cmp(&y.low.value()))?;
    Some(Ahead { change, level, figure, now: before.checked_mul(factor)?, factor })
}

/// Whether a figure and two claims of one article are of one measure. One of the two may use its short form: "turnover"
/// beside "trade turnover".
fn are_measure(figure: &Figure, change: &Claim, level: &Claim) -> bool {
    let full = [change, level].map(|claim| figures::is_measure(figure, claim));
    let short = [change, level].map(|claim| figures::is_short(figure, claim));
    (full[0] && (full[1] || short[1])) || (short[0] && full[1])
}

/// In a rate the US dollar is called as markets call it.
fn full(name: &str) -> String {
    if name == "dollar" { "US dollar".to_owned() } else { name.to_owned() }
}

/// When a rise began: so long ago as its sentence says.
fn began(records: &Records, change: &Claim) -> Option<Window> {
    let day = change.as_of?;
    let years = records
        .claims
        .iter()
        .find(|claim| claim.sentence_start == change.sentence_start && claim.amount.unit.name == "year")?;
    let ago = |value: Decimal| -> Option<NaiveDate> {
        let months = value.checked_mul(Decimal::from(12))?.round().to_u32()?;
        day.checked_sub_months(Months::new(months))
    };
    let (low, high) = years.amount.allowed.ends()?;
    Some(Window::between(ago(high)?, ago(low)?))
}
