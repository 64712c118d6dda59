//! Interval arithmetic on decimal ranges with open, closed and unbounded ends.
//!
//! A printed number is the range that its words allow; two statements conflict when their ranges cannot
//! meet. All arithmetic is checked: an operation that would overflow or divide by a range around zero
//! answers `None`, never a wrong number. This module knows nothing of units.

use std::{cmp::Ordering, fmt};

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digits::significant;

/// One end of a [`Range`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// No limit on this side.
    Unbounded,
    /// The value itself is left out ("more than 20").
    Open(Decimal),
    /// The value itself is allowed ("at least 20").
    Closed(Decimal),
}

impl Bound {
    /// The value at this end, or `None` if there is no limit.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        match self {
            Self::Unbounded => None,
            Self::Open(value) | Self::Closed(value) => Some(value),
        }
    }

    /// Whether the value itself is left out.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open(_))
    }

    fn new(value: Decimal, open: bool) -> Self {
        if open { Self::Open(value) } else { Self::Closed(value) }
    }

    fn map(self, f: impl FnOnce(Decimal) -> Option<Decimal>) -> Option<Self> {
        match self {
            Self::Unbounded => Some(Self::Unbounded),
            Self::Open(value) => f(value).map(Self::Open),
            Self::Closed(value) => f(value).map(Self::Closed),
        }
    }

    fn plus(self, other: Self) -> Option<Self> {
        let (Some(a), Some(b)) = (self.value(), other.value()) else { return Some(Self::Unbounded) };
        Some(Self::new(a.checked_add(b)?, self.is_open() || other.is_open()))
    }
}

/// All values from `low` to `high`. May be empty, as after an intersection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "RangeFields", into = "RangeFields")]
pub struct Range {
    /// The lower end.
    pub low: Bound,
    /// The upper end.
    pub high: Bound,
}

impl Default for Range {
    /// Nothing is known: every number.
    fn default() -> Self {
        Self::ALL
    }
}

/// How a range stands in a record: decimal strings, null for an unbounded end.
#[derive(Serialize, Deserialize, JsonSchema)]
struct RangeFields {
    low: Option<Decimal>,
    high: Option<Decimal>,
    #[serde(default)]
    low_open: bool,
    #[serde(default)]
    high_open: bool,
}

impl From<Range> for RangeFields {
    fn from(range: Range) -> Self {
        Self {
            low: range.low.value(),
            high: range.high.value(),
            low_open: range.low.is_open(),
            high_open: range.high.is_open(),
        }
    }
}

impl From<RangeFields> for Range {
    fn from(fields: RangeFields) -> Self {
        let bound = |value: Option<Decimal>, open| value.map_or(Bound::Unbounded, |v| Bound::new(v, open));
        Self { low: bound(fields.low, fields.low_open), high: bound(fields.high, fields.high_open) }
    }
}

impl Range {
    /// Every number.
    pub const ALL: Self = Self { low: Bound::Unbounded, high: Bound::Unbounded };

    /// Exactly `value`.
    #[must_use]
    pub fn exact(value: Decimal) -> Self {
        Self::closed(value, value)
    }

    /// From `low` to `high`, both allowed.
    #[must_use]
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Bound::Closed(low), high: Bound::Closed(high) }
    }

    /// `value` and everything above it.
    #[must_use]
    pub fn at_least(value: Decimal) -> Self {
        Self { low: Bound::Closed(value), high: Bound::Unbounded }
    }

    /// Everything above `value`.
    #[must_use]
    pub fn more_than(value: Decimal) -> Self {
        Self { low: Bound::Open(value), high: Bound::Unbounded }
    }

    /// `value` and everything below it.
    #[must_use]
    pub fn at_most(value: Decimal) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Closed(value) }
    }

    /// Everything below `value`.
    #[must_use]
    pub fn less_than(value: Decimal) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Open(value) }
    }

    /// Whether no value at all is inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        match (self.low.value(), self.high.value()) {
            (Some(low), Some(high)) => {
                low > high || (low == high && (self.low.is_open() || self.high.is_open()))
            }
            _ => false,
        }
    }

    /// Whether `value` is inside.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        !self.intersect(Self::exact(value)).is_empty()
    }

    /// The values that are in both.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        let low = if low_order(self.low, other.low).is_ge() { self.low } else { other.low };
        let high = if high_order(self.high, other.high).is_le() { self.high } else { other.high };
        Self { low, high }
    }

    /// Whether some value is in both: whether the two statements can hold together.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        !self.intersect(other).is_empty()
    }

    /// The smallest range around both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let low = if low_order(self.low, other.low).is_le() { self.low } else { other.low };
        let high = if high_order(self.high, other.high).is_ge() { self.high } else { other.high };
        Self { low, high }
    }

    /// Whether every value of `self` is below every value of `other`.
    #[must_use]
    pub fn is_below(self, other: Self) -> bool {
        match (self.high.value(), other.low.value()) {
            (Some(high), Some(low)) => {
                high < low || (high == low && (self.high.is_open() || other.low.is_open()))
            }
            _ => false,
        }
    }

    /// The sum of a value of each; `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    /// The negative of every value.
    #[must_use]
    pub fn negated(self) -> Self {
        let flip = |bound: Bound| bound.map(|value| Some(-value)).unwrap_or(Bound::Unbounded);
        Self { low: flip(self.high), high: flip(self.low) }
    }

    /// The difference of a value of each; `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The product of a value of each; `None` on overflow.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let mut low: Option<End> = None;
        let mut high: Option<End> = None;
        for a in [End::low(self.low), End::high(self.high)] {
            for b in [End::low(other.low), End::high(other.high)] {
                let product = a.times(b)?;
                low = Some(low.map_or(product, |end| end.min_end(product)));
                high = Some(high.map_or(product, |end| end.max_end(product)));
            }
        }
        Some(Self { low: low?.bound(), high: high?.bound() })
    }

    /// Every value times `factor`; `None` on overflow.
    #[must_use]
    pub fn scale(self, factor: Decimal) -> Option<Self> {
        let low = self.low.map(|value| value.checked_mul(factor))?;
        let high = self.high.map(|value| value.checked_mul(factor))?;
        Some(if factor.is_sign_negative() { Self { low: high, high: low } } else { Self { low, high } })
    }

    /// Every value divided by `divisor`, exact as far as a decimal holds it; `None` for zero or on overflow.
    #[must_use]
    pub fn divide(self, divisor: Decimal) -> Option<Self> {
        let low = self.low.map(|value| value.checked_div(divisor))?;
        let high = self.high.map(|value| value.checked_div(divisor))?;
        Some(if divisor.is_sign_negative() { Self { low: high, high: low } } else { Self { low, high } })
    }

    /// The quotient of a value of each; `None` if the divisor can be zero or on overflow.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(other.reciprocal()?)
    }

    /// One divided by every value; `None` if zero is inside.
    fn reciprocal(self) -> Option<Self> {
        if self.is_empty() || self.contains(Decimal::ZERO) {
            return None;
        }
        let invert = |bound: Bound| match bound {
            Bound::Unbounded => Some(Bound::Open(Decimal::ZERO)),
            Bound::Open(value) if value.is_zero() => Some(Bound::Unbounded),
            _ => bound.map(|value| Decimal::ONE.checked_div(value)),
        };
        Some(Self { low: invert(self.high)?, high: invert(self.low)? })
    }

    /// Both ends to four significant digits, for showing what was derived without false precision.
    #[must_use]
    pub fn rounded(self) -> Self {
        self.map(|value| significant(value, 4))
    }

    /// Both ends changed by a function that keeps their order.
    #[must_use]
    pub fn map(self, change: impl Fn(Decimal) -> Decimal) -> Self {
        let change = |bound: Bound| bound.map(|value| Some(change(value))).unwrap_or(bound);
        Self { low: change(self.low), high: change(self.high) }
    }

    /// Both ends, if the range is bounded on both sides.
    #[must_use]
    pub fn ends(self) -> Option<(Decimal, Decimal)> {
        Some((self.low.value()?, self.high.value()?))
    }

    /// The only value inside, if there is just one.
    #[must_use]
    pub fn single(self) -> Option<Decimal> {
        self.ends().filter(|(low, high)| low == high && !self.is_empty()).map(|(low, _)| low)
    }
}

/// Lower ends in order: an unbounded one first, a closed one before an open one at the same value.
fn low_order(a: Bound, b: Bound) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(x), Some(y)) => x.cmp(&y).then(a.is_open().cmp(&b.is_open())),
    }
}

/// Upper ends in order: an unbounded one last, an open one before a closed one at the same value.
fn high_order(a: Bound, b: Bound) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(x), Some(y)) => x.cmp(&y).then(b.is_open().cmp(&a.is_open())),
    }
}

/// An end with its sign of infinity, for products.
#[derive(Clone, Copy)]
enum End {
    Below,
    At(Decimal, bool),
    Above,
}

impl End {
    fn low(bound: Bound) -> Self {
        bound.value().map_or(Self::Below, |value| Self::At(value, bound.is_open()))
    }

    fn high(bound: Bound) -> Self {
        bound.value().map_or(Self::Above, |value| Self::At(value, bound.is_open()))
    }

    fn sign(self) -> i8 {
        match self {
            Self::Below => -1,
            Self::Above => 1,
            Self::At(value, _) if value.is_zero() => 0,
            Self::At(value, _) => {
                if value.is_sign_negative() {
                    -1
                } else {
                    1
                }
            }
        }
    }

    fn times(self, other: Self) -> Option<Self> {
        if let (Self::At(a, a_open), Self::At(b, b_open)) = (self, other) {
            // A closed zero stays reachable whatever the other end is.
            let reachable_zero = (a.is_zero() && !a_open) || (b.is_zero() && !b_open);
            return Some(Self::At(a.checked_mul(b)?, (a_open || b_open) && !reachable_zero));
        }
        Some(match self.sign() * other.sign() {
            0 => Self::At(Decimal::ZERO, false),
            1 => Self::Above,
            _ => Self::Below,
        })
    }

    fn min_end(self, other: Self) -> Self {
        match (self, other) {
            (Self::Below, _) | (_, Self::Below) => Self::Below,
            (Self::Above, end) | (end, Self::Above) => end,
            (Self::At(a, a_open), Self::At(b, b_open)) => {
                if a < b || (a == b && !a_open) {
                    Self::At(a, a_open)
                } else {
                    Self::At(b, b_open)
                }
            }
        }
    }

    fn max_end(self, other: Self) -> Self {
        match (self, other) {
            (Self::Above, _) | (_, Self::Above) => Self::Above,
            (Self::Below, end) | (end, Self::Below) => end,
            (Self::At(a, a_open), Self::At(b, b_open)) => {
                if a > b || (a == b && !a_open) {
                    Self::At(a, a_open)
                } else {
                    Self::At(b, b_open)
                }
            }
        }
    }

    fn bound(self) -> Bound {
        match self {
            Self::At(value, open) => Bound::new(value, open),
            _ => Bound::Unbounded,
        }
    }
}

/// "2.135 to 2.145", "55", "more than 60", "at most 3", "any value".
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |value: Decimal| readable(value);
        match (self.low, self.high) {
            _ if self.is_empty() => f.write_str("no value"),
            (Bound::Unbounded, Bound::Unbounded) => f.write_str("any value"),
            (Bound::Closed(low), Bound::Unbounded) => write!(f, "at least {}", show(low)),
            (Bound::Open(low), Bound::Unbounded) => write!(f, "more than {}", show(low)),
            (Bound::Unbounded, Bound::Closed(high)) => write!(f, "at most {}", show(high)),
            (Bound::Unbounded, Bound::Open(high)) => write!(f, "less than {}", show(high)),
            (low, high) => match (low.value(), high.value()) {
                (Some(a), Some(b)) if a == b => write!(f, "{}", show(a)),
                (Some(a), Some(b)) => write!(f, "{} to {}", show(a), show(b)),
                _ => Ok(()),
            },
        }
    }
}

/// A decimal as a reader writes it: at most eight significant digits, no trailing zeros, groups of three, and large
/// round numbers with their magnitude ("2.14 million").
#[must_use]
pub fn readable(value: Decimal) -> String {
    for (power, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let magnitude = Decimal::from(10_i64.pow(power));
        let Some(scaled) = (value.abs() >= magnitude).then(|| value.checked_div(magnitude)).flatten() else {
            continue;
        };
        let short = scaled.normalize();
        // 1,234,567 is clearer than 1.234567 million.
        if short.scale() <= 4 {
            return format!("{} {word}", grouped(short));
        }
        break;
    }
    grouped(value)
}

fn grouped(value: Decimal) -> String {
    let short = significant(value, 8).normalize();
    let text = short.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::with_capacity(text.len() + whole.len() / 3);
    grouped.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;
    use rust_decimal_macros::dec;

    use super::*;

    #[test]
    fn says_what_it_is() {
        snap!(Range::closed(dec!(2.135), dec!(2.145)), @"2.135 to 2.145");
        snap!(Range::more_than(dec!(60)), @"more than 60");
        snap!(Range::at_most(dec!(3.0)), @"at most 3");
        snap!(Range::exact(dec!(2140000)), @"2.14 million");
        snap!(readable(dec!(1234567)), @"1,234,567");
        snap!(readable(dec!(155000000000)), @"155 billion");
        snap!(Range::closed(dec!(1694444.44), dec!(1729838.7)).rounded(), @"1.694 million to 1.73 million");
        snap!(Range::closed(dec!(1), dec!(2)).intersect(Range::at_least(dec!(3))), @"no value");
        snap!(readable(dec!(1.7119999999999)), @"1.712");
        snap!(readable(dec!(-1234567.5)), @"-1,234,567.5");
    }

    #[test]
    fn computes() {
        // 2.14 after a rise of a quarter, give or take a point.
        let before = Range::closed(dec!(2.135), dec!(2.145))
            .checked_div(Range::closed(dec!(1.24), dec!(1.26)))
            .unwrap();
        snap!(before, @"1.6944444 to 1.7298387");
        snap!(Range::exact(dec!(2)).checked_div(Range::more_than(dec!(0.25))).unwrap(), @"0 to 8");
        snap!(Range::at_least(dec!(2)).checked_sub(Range::exact(dec!(5))).unwrap(), @"at least -3");
        snap!(Range::closed(dec!(-2), dec!(3)).checked_mul(Range::closed(dec!(-5), dec!(1))).unwrap(), @"-15 to 10");
        // The total can be zero, so nothing can be said.
        assert_eq!(Range::exact(dec!(2)).checked_div(Range::closed(dec!(-1), dec!(1))), None);
        assert_eq!(Range::exact(Decimal::MAX).checked_add(Range::exact(Decimal::ONE)), None);
    }

    #[test]
    fn open_ends_do_not_touch() {
        assert!(!Range::more_than(dec!(9)).meets(Range::exact(dec!(9))));
        assert!(Range::at_least(dec!(9)).meets(Range::exact(dec!(9))));
        assert!(Range::exact(dec!(9)).is_below(Range::more_than(dec!(9))));
        assert!(!Range::exact(dec!(9)).is_below(Range::at_least(dec!(9))));
    }

    #[test]
    fn serialises_as_the_contract_says() {
        let json = serde_json::to_string(&Range::more_than(dec!(20.50))).unwrap();
        snap!(json, @r#"{"low":"20.50","high":null,"low_open":true,"high_open":false}"#);
        assert_eq!(serde_json::from_str::<Range>(&json).unwrap(), Range::more_than(dec!(20.50)));
    }

    fn bound() -> impl Strategy<Value = Bound> {
        prop_oneof![
            1 => Just(Bound::Unbounded),
            3 => (-50i64..50).prop_map(|v| Bound::Open(v.into())),
            3 => (-50i64..50).prop_map(|v| Bound::Closed(v.into())),
        ]
    }

    fn range() -> impl Strategy<Value = Range> {
        (bound(), bound())
            .prop_map(|(low, high)| Range { low, high })
            .prop_filter("not empty", |r| !r.is_empty())
    }

    /// `wish`, or a value of `range` beside an end.
    fn nearest(range: Range, wish: Decimal) -> Option<Decimal> {
        let half = dec!(0.5);
        let beside = |end: Bound, step: Decimal| {
            end.value().map_or(wish, |v| if end.is_open() { v + step } else { v })
        };
        [wish, beside(range.low, half), beside(range.high, -half)].into_iter().find(|v| range.contains(*v))
    }

    proptest! {
        #[test]
        fn meeting_is_symmetric(a in range(), b in range()) {
            prop_assert_eq!(a.meets(b), b.meets(a));
            prop_assert_eq!(!a.meets(b), a.is_below(b) || b.is_below(a));
        }

        #[test]
        fn results_hold_what_their_parts_hold(a in range(), b in range(), x in -60i64..60, y in -60i64..60) {
            let (x, y) = (Decimal::from(x), Decimal::from(y));
            let (Some(x), Some(y)) = (nearest(a, x), nearest(b, y)) else { return Ok(()) };
            prop_assert!(a.checked_add(b).unwrap().contains(x + y));
            prop_assert!(a.checked_sub(b).unwrap().contains(x - y));
            prop_assert!(a.checked_mul(b).unwrap().contains(x * y));
            prop_assert!(a.hull(b).contains(x) && a.hull(b).contains(y));
            if let Some(quotient) = b.checked_div(Range::exact(Decimal::from(4))) {
                prop_assert!(quotient.contains(y / Decimal::from(4)));
            }
        }

        #[test]
        fn intersection_is_both(a in range(), b in range(), x in -60i64..60) {
            let x = Decimal::from(x);
            prop_assert_eq!(a.intersect(b).contains(x), a.contains(x) && b.contains(x));
        }
    }
}
