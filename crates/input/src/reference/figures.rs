//! `figures.csv`: published statistics.

use factcheck_core::{
    coverage::Skipped,
    range::{Bound, Range},
    reference::Figure,
    unit::{self, Unit},
};
use rust_decimal::Decimal;

use super::{collect, required, window};
use crate::rows::{Row, Table};

const COLUMNS: [&str; 9] =
    ["measure", "subject", "object", "valid_from", "valid_to", "low", "high", "unit", "source"];

/// Words in front of a unit that multiply it: the short scale, which English statistics use.
const SCALES: [(&str, i64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

pub(super) fn read(table: &Table, file: &str, figures: &mut Vec<Figure>, skipped: &mut Vec<Skipped>) {
    collect(table, &COLUMNS, skipped, figures, |row| figure(row, file));
}

fn figure(row: &Row<'_>, file: &str) -> Result<Figure, String> {
    let (scale, unit) = scaled(row.get("unit"));
    let (low, high) = (row.parse("low", number)?, row.parse("high", number)?);
    match (low, high) {
        (None, None) => return Err("columns low, high: one of them must have a number".into()),
        (Some(low), Some(high)) if low > high => return Err(format!("column high: {high} is below {low}")),
        _ => {}
    }
    let bound = |value: Option<Decimal>| value.map_or(Bound::Unbounded, Bound::Closed);
    let value = Range { low: bound(low), high: bound(high) };
    Ok(Figure {
        file: file.to_owned(),
        row: row.line,
        measure: required(row, "measure")?,
        subject: row.get("subject").to_owned(),
        object: row.get("object").to_owned(),
        valid: window(row, "valid_from", "valid_to")?,
        value: value.scale(scale).ok_or("columns low, high: the number is too large")?,
        unit,
        source: row.get("source").to_owned(),
        url: row.get("url").to_owned(),
    })
}

fn number(cell: &str) -> Result<Decimal, String> {
    Decimal::from_str_exact(cell).map_err(|_| format!("{cell:?} is not a number such as 2.135"))
}

/// "billion US dollar" is a factor and a unit.
fn scaled(cell: &str) -> (Decimal, Unit) {
    let (mut scale, mut rest) = (Decimal::ONE, cell);
    while let Some((word, after)) = rest.split_once(' ')
        && let Some((_, factor)) = SCALES.iter().find(|(name, _)| *name == word)
        && let Some(product) = scale.checked_mul(Decimal::from(*factor))
    {
        (scale, rest) = (product, after.trim_start());
    }
    (scale, unit::named(rest))
}
