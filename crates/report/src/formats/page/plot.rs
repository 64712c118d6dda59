//! The ranges of a finding's statements beside each other, as bars with places in whole thousandths. Numbers and days
//! alike; knows no drawing.

use chrono::NaiveDate;
use factcheck_core::{finding::Statement, range::readable, stamp::Stamp};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::Serialize;

/// The widths of a plot of 1000: what labels take, and what is left for the bars and what is written behind them.
const LABELS: u32 = 260;
const BARS: u32 = 560;

/// The height of a bar with the space below it.
const LINE: usize = 22;

/// More bars tell no more.
const MOST: usize = 12;

/// A bar for each statement with two ends.
#[derive(Debug, Serialize)]
pub(super) struct Plot {
    height: usize,
    bars: Vec<Bar>,
}

#[derive(Debug, Serialize)]
struct Bar {
    label: String,
    range: String,
    position: String,
    x: u32,
    y: usize,
    width: u32,
    text_x: u32,
    /// Whether the range is written before the bar, since there is no room behind it.
    before: bool,
}

/// The plot of statements in one unit, two of them at least.
pub(super) fn plot(statements: &[Statement]) -> Option<Plot> {
    let unit = &statements.iter().find(|statement| ends(statement).is_some())?.unit;
    let ranged: Vec<(&Statement, [Decimal; 2])> = statements
        .iter()
        .filter(|statement| statement.unit == *unit)
        .filter_map(|statement| Some((statement, ends(statement)?)))
        .take(MOST)
        .collect();
    let least = ranged.iter().map(|(_, [low, _])| *low).min()?;
    let most = ranged.iter().map(|(_, [_, high])| *high).max()?;
    let span = most.checked_sub(least).filter(|span| !span.is_zero() && ranged.len() > 1)?;
    let place = |value: Decimal| {
        let share = value.checked_sub(least)?.checked_div(span)?;
        share.checked_mul(BARS.into())?.round().to_u32()
    };
    let bars = ranged.iter().enumerate().map(|(row, (statement, [low, high]))| {
        let (from, to) = (place(*low)?, place(*high)?);
        let (x, width) = (LABELS + from, (to - from).max(4));
        let before = from > BARS / 2;
        let text_x = if before { x.saturating_sub(8) } else { x + width + 8 };
        let label =
            format!("{} {}", short(&statement.source), statement.published.get(..10).unwrap_or_default());
        let range = range(statement);
        Some(Bar {
            label,
            range,
            position: statement.position.clone(),
            x,
            y: row * LINE,
            width,
            text_x,
            before,
        })
    });
    Some(Plot { height: ranged.len() * LINE, bars: bars.collect::<Option<_>>()? })
}

/// Both ends, days counted from a fixed one.
fn ends(statement: &Statement) -> Option<[Decimal; 2]> {
    let end = |text: &Option<String>| {
        let text = text.as_deref()?;
        text.parse::<Decimal>().ok().or_else(|| day(text))
    };
    Some([end(&statement.low)?, end(&statement.high)?]).filter(|[low, high]| low <= high)
}

fn day(text: &str) -> Option<Decimal> {
    let date: NaiveDate = text.parse::<Stamp>().ok()?.date;
    Some(Decimal::from(date.signed_duration_since(NaiveDate::default()).num_days()))
}

/// "2.135 to 2.145 km"; one value where both ends are one.
pub(super) fn range(statement: &Statement) -> String {
    let unit = if statement.unit.is_empty() { String::new() } else { format!(" {}", statement.unit) };
    let end = |text: &String| text.parse().map_or_else(|_| text.clone(), readable);
    match (statement.low.as_ref().map(end), statement.high.as_ref().map(end)) {
        (Some(low), Some(high)) if low == high => format!("{low}{unit}"),
        (Some(low), Some(high)) => format!("{low} to {high}{unit}"),
        (Some(low), None) => format!("{low}{unit} or more"),
        (None, Some(high)) => format!("{high}{unit} or less"),
        (None, None) => String::new(),
    }
}

/// A name that fits into the space for labels.
fn short(name: &str) -> String {
    const LONGEST: usize = 22;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LONGEST - 1).collect();
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    /// The bars of statements such as "1..2", each as its place and width.
    fn b(ranges: &str) -> String {
        let statements: Vec<Statement> = ranges
            .split(' ')
            .map(|range| {
                let (low, high) = range.split_once("..").unwrap_or((range, range));
                let end = |text: &str| (!text.is_empty()).then(|| text.to_owned());
                Statement { low: end(low), high: end(high), ..Statement::default() }
            })
            .collect();
        plot(&statements).map_or_else(String::new, |plot| {
            plot.bars.iter().map(|bar| format!("{}+{}", bar.x, bar.width)).collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn bars_share_one_scale() {
        snap!(b("1..2 3..4"), @"260+187 633+187");
        snap!(b("2024-05-14 2024-05-15..2024-05-16"), @"260+4 540+280");
        snap!(b("5 5"), @"");
        snap!(b("5"), @"");
        snap!(b("1..2 3.."), @"");
        snap!(b("-79228162514264337593543950335 79228162514264337593543950335"), @"");
    }
}
