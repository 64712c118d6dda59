//! Units: the name and code of what a number counts, and exact conversion between units of one dimension.
//!
//! The tables are `units.toml`, `currencies.csv` and `unit-shorthand.csv` in `data/lexicon`. A unit that is in none
//! of them is a counted noun ("home", "federal worker"): it has a name, no code, and converts to nothing but
//! itself. A fraction of something has the unit "% something" ("% population") and a value of 0 to 1.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    digits::significant,
    range::{Bound, Range},
};

/// The unit of a number. Compound units are written out: "barrel per day".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// The name for more than one: "barrels per day", "feet", "percent".
    #[must_use]
    pub fn plural(&self) -> String {
        let (first, rest) = match self.name.split_once(" per ") {
            Some((first, rest)) => (first, format!(" per {rest}")),
            None => (self.name.as_str(), String::new()),
        };
        let (before, last) = first.rsplit_once(' ').map_or(("", first), |(before, last)| (before, last));
        let many = plural_word(last);
        let gap = if before.is_empty() { "" } else { " " };
        format!("{before}{gap}{many}{rest}")
    }

    /// A counted noun.
    #[must_use]
    pub fn noun(name: impl Into<String>) -> Self {
        Self { name: name.into(), code: None }
    }

    /// A fraction of what `whole` names, whose values run from 0 to 1: "a third of the population".
    #[must_use]
    pub fn share_of(whole: &str) -> Self {
        Self { name: format!("{SHARE_OF}{whole}"), code: None }
    }

    /// What the unit measures and by which factor it converts to the base of that dimension; `None` for a bare
    /// number, a counted noun, or a compound with one.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        scale(&self.name)
    }

    /// Whether the word means several units, and nothing decides which: "ton", "pound", "dollar".
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        let own = |row: &UnitRow| {
            row.dimension == self.name
                || row.dimension.strip_prefix("currency:").is_some_and(|currency| currency == self.name)
        };
        simple(&self.name).is_some_and(|row| row.code.is_none() && own(row))
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

    /// `range` of this unit in `other`; `None` if they are not comparable or the numbers grow too large or too small.
    #[must_use]
    pub fn convert(&self, range: Range, other: &Self) -> Option<Range> {
        if self.name == other.name {
            return Some(range);
        }
        let (from, to) = (self.scale()?, other.scale()?);
        if from.dimension != to.dimension {
            return None;
        }
        // Multiply first: dividing first would lose the exactness of 1/3. But the product with what is very small, such as
        // an electronvolt in joules, would lose its last digits.
        let is_tiny = from.per_base.min(to.per_base) < Decimal::new(1, 10)
            && from.per_base.max(to.per_base) < Decimal::new(1, 6);
        let scaled = if is_tiny {
            range.scale(from.per_base.checked_div(to.per_base)?)?
        } else {
            range.scale(from.per_base)?.divide(to.per_base)?
        };
        let converted = scaled.map(settled);
        let is_lost = vanishes(range.low, converted.low) || vanishes(range.high, converted.high);
        (!is_lost).then_some(converted)
    }
}

/// Whether a number became too small for a decimal, which is not the same as 0.
fn vanishes(before: Bound, after: Bound) -> bool {
    before.value().is_some_and(|value| !value.is_zero()) && after.value().is_some_and(|value| value.is_zero())
}

/// A quotient that does not end is cut where a decimal ends, at 28 digits. Converted back it is next to what it was:
/// a number that differs from one of twenty digits only behind the twenty-third is that one.
fn settled(value: Decimal) -> Decimal {
    let short = significant(value, 20);
    let error = value.checked_sub(short).map(|error| error.abs());
    let least = value.abs().checked_mul(Decimal::new(1, 23));
    if error.zip(least).is_some_and(|(error, least)| error <= least) { short } else { value }
}

/// In a rate the US dollar is called as markets call it: "dollar per barrel".
const RATE_DOLLAR: &str = "dollar";

/// How the name of a share begins: "% population".
const SHARE_OF: &str = "% ";

/// Whether amounts of `unit` are shares of a whole: "percent", "part per million", or "% population". A
/// percentage point is none: it is a difference of shares.
#[must_use]
pub fn is_share(unit: &Unit) -> bool {
    unit.name.starts_with(SHARE_OF) || simple(&unit.name).is_some_and(|row| row.dimension == "share")
}

fn plural_word(word: &str) -> String {
    match word {
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        "person" => "people".to_owned(),
        "man" => "men".to_owned(),
        "woman" => "women".to_owned(),
        "child" => "children".to_owned(),
        "percent" | "hertz" | "people" | "Celsius" | "Fahrenheit" | "" => word.to_owned(),
        _ if word.ends_with(['s', 'x']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        _ => match word.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{word}s"),
        },
    }
}

/// What a unit measures and its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// "volume", "volume/time", "currency:USD". Each currency is its own dimension: no rate is known.
    pub dimension: Cow<'static, str>,
    /// How many base units of the dimension one of this is.
    pub per_base: Decimal,
}

/// A row of `data/lexicon/units.toml` or `data/lexicon/currencies.csv`.
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

/// Every unit of the tables by its name.
pub fn rows() -> impl Iterator<Item = (&'static str, &'static UnitRow)> {
    TABLE.iter().map(|(name, row)| (name.as_str(), row))
}

/// A row of `data/lexicon/unit-shorthand.csv`: one form for a multiple of a unit, or for a compound.
#[derive(Clone, Copy, Debug)]
pub struct Shorthand {
    /// The form as it is printed, "bcm".
    pub form: &'static str,
    /// What the number before it is to be multiplied with.
    pub factor: Decimal,
    /// The unit's name, "cubic metre", "mile per hour".
    pub unit: &'static str,
}

/// Every form that stands for a multiple of a unit or for a compound.
pub fn shorthands() -> impl Iterator<Item = Shorthand> {
    table_lines(include_str!("../../../data/lexicon/unit-shorthand.csv")).filter_map(|line| {
        let mut cells = line.split(',');
        let (form, factor, unit) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Shorthand { form, factor: factor.parse().ok()?, unit })
    })
}

fn simple(name: &str) -> Option<&'static UnitRow> {
    if name.is_empty() {
        return None;
    }
    BY_NAME.get(name).map(|index| &TABLE[*index].1)
}

/// The unit that a compound's name begins with: "barrel of oil" is a barrel.
fn first_simple(name: &str) -> Option<&'static UnitRow> {
    simple(name).or_else(|| simple(name.split_once(" of ")?.0))
}

/// What the unit of this name measures: see [`Unit::scale`].
#[must_use]
pub fn scale(name: &str) -> Option<Scale> {
    if name.starts_with(SHARE_OF) {
        return Some(Scale { dimension: "share".into(), per_base: Decimal::ONE });
    }
    // "pound-force per square inch" and "part per million" are units of the table.
    if let Some(row) = simple(name) {
        return Some(Scale { dimension: row.dimension.as_str().into(), per_base: row.per_base });
    }
    if is_word(name) && name != RATE_DOLLAR {
        return None;
    }
    let mut parts = name.split(" per ");
    let first = match parts.next()? {
        RATE_DOLLAR => simple("US dollar")?,
        name => first_simple(name)?,
    };
    let mut scale = Scale { dimension: first.dimension.as_str().into(), per_base: first.per_base };
    for part in parts {
        let unit = simple(part)?;
        scale.dimension = format!("{}/{}", scale.dimension, unit.dimension).into();
        scale.per_base = scale.per_base.checked_div(unit.per_base)?;
    }
    Some(scale)
}

/// Whether it is one word or none, and so no compound.
fn is_word(name: &str) -> bool {
    !name.bytes().any(|byte| byte == b' ')
}

/// The unit of this singular name, with its code where it has one; compounds of UCUM units get a compound code.
#[must_use]
pub fn named(name: &str) -> Unit {
    Unit { name: name.to_owned(), code: code_of(name) }
}

fn code_of(name: &str) -> Option<String> {
    if let Some(row) = simple(name) {
        return row.code.clone();
    }
    if is_word(name) {
        return None;
    }
    let mut parts = name.split(" per ");
    let first = first_simple(parts.next()?)?;
    let mut code = first.code.clone()?;
    for part in parts {
        // UCUM has no money and ISO 4217 no quotients.
        if first.dimension.starts_with("currency:") {
            return None;
        }
        code.push('/');
        code.push_str(simple(part)?.code.as_deref()?);
    }
    Some(code)
}

static TABLE: LazyLock<Vec<(String, UnitRow)>> = LazyLock::new(|| {
    let text = include_str!("../../../data/lexicon/units.toml");
    // A broken table is a bug that the test below catches; a user gets an empty one, not a panic.
    let mut rows: BTreeMap<String, UnitRow> = toml::from_str(text).unwrap_or_default();
    rows.extend(table_lines(CURRENCIES).filter_map(currency));
    rows.into_iter().collect()
});

const CURRENCIES: &str = include_str!("../../../data/lexicon/currencies.csv");

/// The lines of a table that needs no quotes, without its header.
fn table_lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().skip(1).filter(|line| !line.is_empty())
}

/// `name,code,forms,symbols,source`; a word for several currencies has no code and is a dimension of its own.
fn currency(line: &'static str) -> Option<(String, UnitRow)> {
    let mut cells = line.split(',');
    let (name, code) = (cells.next()?, cells.next()?);
    let mut list = || -> Option<Vec<String>> {
        Some(cells.next()?.split('|').filter(|form| !form.is_empty()).map(str::to_owned).collect())
    };
    let (forms, prefixes) = (list()?, list()?);
    let row = UnitRow {
        dimension: format!("currency:{}", if code.is_empty() { name } else { code }),
        per_base: Decimal::ONE,
        code: (!code.is_empty()).then(|| code.to_owned()),
        forms,
        prefixes,
        source: cells.next()?.to_owned(),
    };
    Some((name.to_owned(), row))
}

static BY_NAME: LazyLock<FxHashMap<&'static str, usize>> =
    LazyLock::new(|| TABLE.iter().enumerate().map(|(index, (name, _))| (name.as_str(), index)).collect());

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;
    use rust_decimal_macros::dec;

    use super::*;

    #[test]
    fn the_table_can_be_read() {
        let text = include_str!("../../../data/lexicon/units.toml");
        let units = toml::from_str::<BTreeMap<String, UnitRow>>(text);
        assert!(units.as_ref().is_ok_and(|rows| !rows.is_empty()), "{:?}", units.err());
        let currencies = table_lines(CURRENCIES).filter_map(currency).count();
        assert_eq!(currencies, table_lines(CURRENCIES).count(), "a row of currencies.csv cannot be read");
        assert_eq!(rows().count(), units.unwrap().len() + currencies, "a name stands in both tables");
    }

    #[test]
    fn the_tables_are_sorted_and_every_form_has_one_owner() {
        let headers = include_str!("../../../data/lexicon/units.toml");
        let names: Vec<&str> = headers
            .lines()
            .filter_map(|line| Some(line.strip_prefix('[')?.strip_suffix(']')?.trim_matches('"')))
            .collect();
        assert!(names.is_sorted(), "sort units.toml by name");
        assert!(
            table_lines(CURRENCIES).map(|line| line.split(',').next()).is_sorted(),
            "sort currencies.csv by name"
        );
        let mut owners = BTreeMap::new();
        for (name, row) in rows() {
            for form in row.forms.iter().chain(&row.prefixes) {
                let before = owners.insert(form, name);
                assert!(before.is_none(), "{form:?} belongs to {before:?} and to {name:?}");
            }
        }
    }

    #[test]
    fn shorthand_stands_for_units_that_exist() {
        let forms: Vec<&str> = shorthands().map(|row| row.form).collect();
        assert!(forms.is_sorted() && forms.len() > 20, "sort unit-shorthand.csv by form");
        for row in shorthands() {
            assert!(named(row.unit).scale().is_some(), "{} stands for no unit", row.form);
            assert!(row.factor > Decimal::ZERO, "{}", row.form);
        }
    }

    #[test]
    fn words_for_several_units_are_ambiguous() {
        for name in ["ton", "pound", "ounce", "dollar", "franc", "degree"] {
            assert!(named(name).is_ambiguous(), "{name}");
        }
        for name in [
            "metric ton",
            "pound sterling",
            "US dollar",
            "percent",
            "people",
            "dollar per barrel",
            "home",
            "",
        ] {
            assert!(!named(name).is_ambiguous(), "{name}");
        }
    }

    #[test]
    fn shares_and_codes() {
        assert!(is_share(&named("percent")) && is_share(&Unit::share_of("population")));
        assert!(!is_share(&named("percentage point")) && !is_share(&Unit::noun("home")));
        let code = |name| named(name).code.unwrap_or_default();
        snap!(code("barrel per day"), @"[bbl_us]/d");
        snap!(code("cubic metre per year"), @"m3/a");
        snap!(code("US dollar"), @"USD");
        snap!(code("dollar per barrel"), @"");
        snap!(code("part per million"), @"[ppm]");
        snap!(code("franc"), @"");
        snap!(code("home per year"), @"");
    }

    proptest! {
        #[test]
        fn there_and_back_is_exact(digits in -1_000_000_000_i64..1_000_000_000, scale in 0_u32..6, a in 0_usize.., b in 0_usize..) {
            let names: Vec<&str> = rows().map(|(name, _)| name).collect();
            let from = named(names[a % names.len()]);
            let same: Vec<Unit> =
                names.iter().map(|name| named(name)).filter(|unit| unit.is_comparable(&from)).collect();
            let to = &same[b % same.len()];
            let value = Range::exact(Decimal::new(digits, scale));
            // Some pairs are too far apart for the digits that a decimal holds.
            if let Some(there) = from.convert(value, to).filter(|there| holds_digits(*there)) {
                prop_assert_eq!(to.convert(there, &from), Some(value), "{} {}", from.name, to.name);
            }
        }
    }

    /// Whether the number is large enough to have all its digits in the 28 places of a decimal.
    fn holds_digits(range: Range) -> bool {
        range.single().is_some_and(|value| value.is_zero() || value.abs() > dec!(0.0001))
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
        snap!(c(dec!(60), "mile per hour", "kilometre per hour"), @"96.56064");
        snap!(c(dec!(12), "people", "person"), @"12");
        snap!(c(dec!(0.25), "% population", "percent"), @"25");
        snap!(c(dec!(1), "barrel of oil", "litre"), @"158.98729");
        snap!(c(dec!(1), "kilopound per square inch", "megapascal"), @"6.8947573");
        snap!(c(dec!(2), "dollar per barrel", "US dollar per litre"), @"0.012579622");
        snap!(c(dec!(-10000000.1), "electronvolt", "gigaelectronvolt"), @"-0.01");
        // Nothing says which ton.
        snap!(c(dec!(2), "ton", "metric ton"), @"no");
    }
}
