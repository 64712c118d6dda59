//! How many days a length of time allows: data/lexicon/durations.csv and the words around it.
//!
//! Neighbouring bare plurals ("days", "weeks") cannot meet. A counted unit longer than a day is rounded by
//! its writer, so it is widened by half a unit on both sides ("two years" may be nineteen months or
//! twenty-nine), unless it is a term ("two-year", "180 days").

use std::sync::LazyLock;

use factcheck_core::range::{Bound, Range};
use rust_decimal::Decimal;

use super::{
    lexicon::Unit,
    phrase::{Amount, Length},
};

const TABLE: &str = include_str!("../../../../data/lexicon/durations.csv");

/// The units in the order of the table.
const UNITS: [Unit; 14] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Night,
    Unit::Weekend,
    Unit::Week,
    Unit::Fortnight,
    Unit::Month,
    Unit::Quarter,
    Unit::Year,
    Unit::Decade,
    Unit::Century,
    Unit::Millennium,
];

/// A unit in days.
#[derive(Clone, Copy, Debug)]
struct Days {
    least: Decimal,
    most: Decimal,
    plural_least: Decimal,
    plural_most: Decimal,
}

/// Half a unit, by which writers round.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// The days that a length allows, with the words before it; `None` where the numbers are beyond reckoning.
pub(super) fn days(length: Length, words: Option<&str>) -> Option<Range> {
    let unit = *ROWS.get(UNITS.iter().position(|unit| *unit == length.unit)?)?;
    if length.amount.is_bare() {
        return Some(Range::closed(unit.plural_least, unit.plural_most));
    }
    let Amount { low, high, exact, .. } = length.amount;
    let (low, high) = (count(low)?, count(high)?);
    // "half an hour" is rounded to less than an hour.
    let half = HALF.min(low.checked_div(Decimal::TWO)?);
    let least = |count: Decimal| unit.least.checked_mul(count.max(Decimal::ZERO));
    let most = |count: Decimal| unit.most.checked_mul(count);
    let around =
        |play: Decimal| Some(Range::closed(least(low.checked_sub(play)?)?, most(high.checked_add(play)?)?));
    match words {
        Some("MORE_THAN") => least(low).map(Range::more_than),
        Some("EQUAL_OR_MORE") => least(low).map(Range::at_least),
        Some("EQUAL_OR_LESS") => {
            Some(Range { low: Bound::Open(Decimal::ZERO), high: Bound::Closed(most(high)?) })
        }
        Some("BELOW") => Some(Range { low: Bound::Open(Decimal::ZERO), high: Bound::Open(most(high)?) }),
        // "nearly two years" is told of more than a year and a half.
        Some("LESS_THAN") => {
            Some(Range { low: Bound::Closed(least(low.checked_sub(HALF)?)?), high: Bound::Open(most(high)?) })
        }
        // A tenth, as for other quantities, and at least what rounding allows.
        Some(_) => around(low.checked_mul(Decimal::new(1, 1))?.max(half)),
        None => around(if exact || length.unit == Unit::Day { Decimal::ZERO } else { half }),
    }
}

fn count(hundredths: u32) -> Option<Decimal> {
    Decimal::from(hundredths).checked_div(Decimal::ONE_HUNDRED)
}

static ROWS: LazyLock<Vec<Days>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

fn row(line: &str) -> Option<Days> {
    let mut cells = line.split(',').skip(1).map(|cell| cell.parse::<Decimal>().ok());
    Some(Days {
        least: cells.next()??,
        most: cells.next()??,
        plural_least: cells.next()??,
        plural_most: cells.next()??,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_a_row_and_bare_plurals_do_not_meet() {
        assert_eq!(ROWS.len(), UNITS.len());
        let plain = [
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
        ];
        let bare =
            |unit| days(Length { amount: Amount::bare(), unit, beside: None }, None).unwrap_or_default();
        for pair in plain.windows(2) {
            let (short, long) = (bare(pair[0]), bare(pair[1]));
            assert!(short.is_below(long) || short.high.value() == long.low.value(), "{pair:?}");
        }
    }
}
