//! Units: the name and code of what a number counts, and exact conversion between units of one dimension.
//!
//! The table is `data/lexicon/units.toml`. A unit that is not in it is a counted noun ("home", "federal
//! worker"): it has a name, no code, and converts to nothing but itself.

use std::{collections::HashMap, sync::LazyLock};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::range::Range;

/// The unit of a number. Compound units are written out: "barrel per day".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// Singular English name ("barrel per day", "US dollar", "percent"), or the counted noun phrase by its
    /// lemma; "" for a bare number.
    #[serde(rename = "unit")]
    pub name: String,
    /// UCUM or ISO 4217 code, where there is one.
    #[serde(rename = "unit_code")]
    pub code: Option<String>,
}

impl Unit {
    /// A counted noun.
    #[must_use]
    pub fn noun(name: impl Into<String>) -> Self {
        Self { name: name.into(), code: None }
    }

    /// What the unit measures and by which factor it converts to the base of that dimension; `None` for a bare
    /// number, a counted noun, or a compound with one.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        let mut parts = self.name.split(" per ");
        let first = simple(parts.next()?)?;
        let mut scale = Scale { dimension: first.dimension.clone(), per_base: first.per_base };
        for part in parts {
            let unit = simple(part)?;
            scale.dimension = format!("{}/{}", scale.dimension, unit.dimension);
            scale.per_base = scale.per_base.checked_div(unit.per_base)?;
        }
        Some(scale)
    }

    /// Whether amounts of both can be compared: one dimension, or one and the same counted noun.
    #[must_use]
    pub fn is_comparable(&self, other: &Self) -> bool {
        if self.name == other.name {
            return true;
        }
        match (self.scale(), other.scale()) {
            (Some(a), Some(b)) => a.dimension == b.dimension,
            _ => false,
        }
    }

    /// `range` of this unit in `other`; `None` if they are not comparable or the numbers grow too large.
    #[must_use]
    pub fn convert(&self, range: Range, other: &Self) -> Option<Range> {
        if self.name == other.name {
            return Some(range);
        }
        let (from, to) = (self.scale()?, other.scale()?);
        if from.dimension != to.dimension {
            return None;
        }
        // Multiply first: dividing first would lose the exactness of 1/3.
        let scaled = range.scale(from.per_base)?;
        scaled.checked_div(Range::exact(to.per_base))
    }
}

/// What a unit measures and its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// "volume", "volume/time", "currency:USD". Each currency is its own dimension: no rate is known.
    pub dimension: String,
    /// How many base units of the dimension one of this is.
    pub per_base: Decimal,
}

/// A row of `data/lexicon/units.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRow {
    /// What it measures.
    pub dimension: String,
    /// How many base units of the dimension one of this is, exact.
    pub per_base: Decimal,
    /// UCUM or ISO 4217 code.
    #[serde(default)]
    pub code: Option<String>,
    /// Words and symbols that name it in text, singular and plural.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Symbols that stand before the number ("$").
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// Where the factor comes from.
    pub source: String,
}

/// Every unit of the table by its name.
pub fn rows() -> impl Iterator<Item = (&'static str, &'static UnitRow)> {
    TABLE.iter().map(|(name, row)| (name.as_str(), row))
}

fn simple(name: &str) -> Option<&'static UnitRow> {
    BY_NAME.get(name).map(|index| &TABLE[*index].1)
}

/// The unit of this singular name, with its code where the table has one.
#[must_use]
pub fn named(name: &str) -> Unit {
    Unit { name: name.to_owned(), code: simple(name).and_then(|row| row.code.clone()) }
}

static TABLE: LazyLock<Vec<(String, UnitRow)>> = LazyLock::new(|| {
    let text = include_str!("../../../data/lexicon/units.toml");
    // A broken table is a bug that the test below catches; a user gets an empty one, not a panic.
    let rows: std::collections::BTreeMap<String, UnitRow> = toml::from_str(text).unwrap_or_default();
    rows.into_iter().collect()
});

static BY_NAME: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| TABLE.iter().enumerate().map(|(index, (name, _))| (name.as_str(), index)).collect());

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use rust_decimal_macros::dec;

    use super::*;

    #[test]
    fn the_table_can_be_read() {
        let text = include_str!("../../../data/lexicon/units.toml");
        let rows = toml::from_str::<std::collections::BTreeMap<String, UnitRow>>(text);
        assert!(rows.as_ref().is_ok_and(|rows| !rows.is_empty()), "{:?}", rows.err());
    }

    #[test]
    fn converts_exactly_and_only_within_a_dimension() {
        let c = |value, from: &str, to: &str| {
            named(from)
                .convert(Range::exact(value), &named(to))
                .map_or("no".into(), |range| range.to_string())
        };
        snap!(c(dec!(1), "barrel", "litre"), @"158.98729");
        snap!(c(dec!(3650), "barrel per year", "barrel per day"), @"9.9931554");
        snap!(c(dec!(2), "metric ton", "kilogram"), @"2,000");
        snap!(c(dec!(2), "metric ton", "litre"), @"no");
        snap!(c(dec!(2), "US dollar", "euro"), @"no");
        snap!(c(dec!(2), "home", "home"), @"2");
    }
}
