//! How two values stand to each other: the same, within each other's room, apart, or apart by a slip of the pen.
//!
//! Knows amounts and units; knows no words around them.

use std::borrow::Cow;

use factcheck_core::{
    claim::Claim,
    quantity::{Amount, Approximation, Direction},
    range::Range,
    unit,
};
use rust_decimal::Decimal;

/// A slip that explains why two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// The same digits a thousand or a million times larger, or a lost decimal point.
    Magnitude,
    /// The same number in another unit.
    Unit,
    /// Neighbouring digits exchanged, or one digit of many is another.
    Digits,
    /// Cut off instead of rounded.
    Rounding,
    /// One says up, the other down.
    Direction,
}

/// How two values stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Values {
    /// The same printed value in the same unit.
    Twin,
    /// The ranges meet.
    Meet,
    /// They cannot both hold.
    Apart(Option<Slip>),
    /// Units that do not convert: nothing can be said.
    Unlike,
}

impl Values {
    /// Whether both can hold.
    #[must_use]
    pub fn agree(self) -> bool {
        matches!(self, Self::Twin | Self::Meet)
    }
}

/// Compares two claims' values.
#[must_use]
pub fn values(a: &Claim, b: &Claim) -> Values {
    let (x, y) = (&plain(&a.amount, &b.amount), &plain(&b.amount, &a.amount));
    let opposed = || {
        x.direction != Direction::None
            && y.direction != Direction::None
            && x.direction != y.direction
            && moves(&x.unit)
            && moves(&y.unit)
    };
    // What one unit says nothing of is not asked of it: most pairs have one.
    let one_name = x.unit.name == y.unit.name;
    let magnitudes = || a.class == "magnitude" && b.class == "magnitude";
    let bare = || {
        x.unit.name.is_empty() || y.unit.name.is_empty() || is_same_dollar(&x.unit, &y.unit)
        // "a 2.9 aftershock", "magnitude 2.9".
        || magnitudes()
    };
    if let Some(values) = peaks(a, b) {
        return values;
    }
    let range =
        y.unit.convert(y.allowed, &x.unit).or_else(|| counted(x, y)).or_else(|| bare().then_some(y.allowed));
    let Some(range) = range else {
        let same = x.value.is_some() && x.value == y.value && is_printed(x) && is_printed(y);
        return if same { Values::Apart(Some(Slip::Unit)) } else { Values::Unlike };
    };
    let twin = x.value.is_some() && x.value == y.value && (one_name || bare());
    // Ranges that only touch are of two numbers.
    let same = twin || (range.meets(x.allowed) && range.intersect(x.allowed).single().is_none());
    if same && opposed() && !holds_nothing(x) {
        return Values::Apart(Some(Slip::Direction));
    }
    if twin {
        return Values::Twin;
    }
    let one_unit = x.unit == y.unit || magnitudes();
    if one_unit && touch(x, y, range) {
        return Values::Apart(slip(x, y));
    }
    if range.meets(x.allowed) || (!one_name && meet_rounded(x, y)) {
        return Values::Meet;
    }
    Values::Apart(slip(x, y))
}

/// Whether two printed numbers meet only in the one point where the one is rounded up and the other down: "3 miles" and
/// "4 miles". Lengths of time are told too loosely for that.
fn touch(x: &Amount, y: &Amount, range: Range) -> bool {
    let printed = |amount: &Amount| {
        matches!(amount.approximation, Approximation::Exact | Approximation::About)
            && amount.value.is_some()
            && !amount.is_range
            && amount.allowed.single().is_none()
    };
    let is_time = x.unit.scale().is_some_and(|scale| scale.dimension == "time");
    let point = || x.allowed.intersect(range).single().is_some();
    printed(x) && printed(y) && !is_time && point()
}

/// "Gusts of up to 178 km/h", "gusts of as much as 160 km/h": of one measure each tells the highest, and there is but one.
fn peaks(a: &Claim, b: &Claim) -> Option<Values> {
    let is_peak =
        |claim: &Claim| claim.amount.approximation == Approximation::AtMost && !claim.amount.is_range;
    if !(is_peak(a) && is_peak(b)) || a.class.is_empty() || a.class != b.class {
        return None;
    }
    let printed = |amount: &Amount| -> Option<Amount> {
        let value = amount.value?;
        let allowed = Range::exact(value);
        Some(Amount { allowed, approximation: Approximation::Exact, ..amount.clone() })
    };
    let (x, y) = (printed(&a.amount)?, printed(&b.amount)?);
    let (near, other) = (widened(&x)?, widened(&y)?);
    let other = y.unit.convert(other, &x.unit)?;
    Some(match (x.value == y.value && x.unit.name == y.unit.name, near.meets(other)) {
        (true, _) => Values::Twin,
        (false, true) => Values::Meet,
        (false, false) => Values::Apart(slip(&x, &y)),
    })
}

/// Money without its rate where the other sum has none in its unit: "$92 a month" beside "a monthly rise of $92".
fn plain<'a>(amount: &'a Amount, other: &Amount) -> Cow<'a, Amount> {
    if amount.unit.name == other.unit.name {
        return Cow::Borrowed(amount);
    }
    match amount.unit.name.split_once(" per ") {
        Some((money, _)) if !other.unit.name.contains(" per ") && is_money(&amount.unit) => {
            Cow::Owned(Amount { unit: unit::named(money), ..amount.clone() })
        }
        _ => Cow::Borrowed(amount),
    }
}

fn is_money(unit: &unit::Unit) -> bool {
    unit.scale().is_some_and(|scale| scale.dimension.starts_with("currency"))
}

/// Whether amounts in two units meet where both may have been rounded when they were converted: "35 miles" and "60 km".
fn meet_rounded(x: &Amount, y: &Amount) -> bool {
    let (Some(a), Some(b)) = (widened(x), widened(y)) else { return false };
    y.unit.convert(b, &x.unit).is_some_and(|b| b.meets(a))
}

/// The range with room for half a unit of the last digit that is no zero, at most one in twenty.
fn widened(amount: &Amount) -> Option<Range> {
    let value = amount.value?;
    let twentieth = value.checked_div(Decimal::from(20))?.abs();
    let room = last_digit(value)?.checked_div(Decimal::TWO)?.min(twentieth);
    let around = Range::closed(value.checked_sub(room)?, value.checked_add(room)?);
    Some(amount.allowed.hull(around))
}

/// One unit of the last digit that is no zero: 10 for 60, 0.1 for 2.5.
fn last_digit(value: Decimal) -> Option<Decimal> {
    let value = value.normalize();
    let text = value.mantissa().unsigned_abs().to_string();
    let zeros = text.len() - text.trim_end_matches('0').len();
    let unit = Decimal::from(10u64.checked_pow(u32::try_from(zeros).ok()?)?);
    unit.checked_div(Decimal::from(10u64.checked_pow(value.scale())?))
}

/// "dollar" and "US dollar": the first may be the second.
pub(crate) fn is_same_dollar(x: &unit::Unit, y: &unit::Unit) -> bool {
    fn parts(unit: &unit::Unit) -> (&str, Option<&str>) {
        unit.name.split_once(" per ").map_or((unit.name.as_str(), None), |(first, rate)| (first, Some(rate)))
    }
    let ((one, rate), (other, its)) = (parts(x), parts(y));
    rate == its
        && (one == "dollar" && other.ends_with(" dollar") || other == "dollar" && one.ends_with(" dollar"))
}

/// Whether amounts of the unit rise and fall: shares, money and bare counts of posts; a length does not.
fn moves(unit: &unit::Unit) -> bool {
    unit::is_share(unit)
        || unit.name == "percentage point"
        || unit.scale().is_none_or(|scale| scale.dimension.starts_with("currency"))
}

fn holds_nothing(amount: &Amount) -> bool {
    amount.value.is_some_and(|value| value.is_zero())
}

/// Counts of persons under different nouns: the number as it stands.
fn counted(x: &Amount, y: &Amount) -> Option<Range> {
    let counts = |amount: &Amount| {
        amount.unit.code.is_none()
            && !amount.unit.name.is_empty()
            && amount.unit.scale().is_none_or(|scale| scale.dimension.starts_with("count"))
    };
    (counts(x) && counts(y)).then_some(y.allowed)
}

/// A number printed with digits enough that two equal ones are no chance.
fn is_printed(amount: &Amount) -> bool {
    amount.value.is_some() && !amount.is_range
}

/// What explains that the two values differ.
fn slip(x: &Amount, y: &Amount) -> Option<Slip> {
    let (a, b) = (x.value?.normalize(), y.value?.normalize());
    if a == b {
        return Some(Slip::Unit);
    }
    if x.unit.name != y.unit.name && !is_same_dollar(&x.unit, &y.unit) {
        return None;
    }
    let (large, small) = if a > b { (a, b) } else { (b, a) };
    let ratio = large.checked_div(small)?;
    let is_power = [10, 100, 1_000, 1_000_000, 1_000_000_000]
        .contains(&i64::try_from(ratio.normalize()).unwrap_or(0))
        && ratio.fract().is_zero();
    if is_power && (ratio >= Decimal::ONE_THOUSAND || significant(large) >= 2) {
        return Some(Slip::Magnitude);
    }
    if is_cut_off(large, small, x, y) {
        return Some(Slip::Rounding);
    }
    (is_swapped(a, b) || is_one_digit(a, b)).then_some(Slip::Digits)
}

/// Digits that are printed, without zeros at the end.
pub(super) fn significant(value: Decimal) -> usize {
    let mut digits = value.normalize().mantissa().unsigned_abs();
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log as usize + 1)
}

/// "43 million" for 43.885 million: the larger one cut at the smaller one's last digit.
fn is_cut_off(large: Decimal, small: Decimal, x: &Amount, y: &Amount) -> bool {
    let exact = x.approximation == Approximation::Exact && y.approximation == Approximation::Exact;
    let digits = significant(small);
    let step = last_digit(small);
    let Some(step) = step else { return false };
    let rest = large.checked_sub(small).unwrap_or_default();
    exact
        && digits >= 2
        && significant(large) > digits
        && rest < step
        && rest.checked_mul(Decimal::TWO).is_some_and(|two| two > step)
}

/// Two neighbouring digits exchanged.
fn is_swapped(a: Decimal, b: Decimal) -> bool {
    if a.scale() != b.scale() {
        return false;
    }
    let (first, second) = (a.to_string().replace('.', ""), b.to_string().replace('.', ""));
    let differ = differing(&first, &second);
    let at = |text: &str, index: usize| text.as_bytes().get(index).copied();
    let crossed = |one: usize, other: usize| {
        at(&first, one) == at(&second, other) && at(&first, other) == at(&second, one)
    };
    first.len() == second.len()
        && matches!(differ[..], [one, other] if other == one + 1 && crossed(one, other))
}

/// One digit of four or more is another one.
fn is_one_digit(a: Decimal, b: Decimal) -> bool {
    if a.scale() != b.scale() || significant(a) < 4 || significant(b) < 4 {
        return false;
    }
    let (first, second) = (a.to_string().replace('.', ""), b.to_string().replace('.', ""));
    first.len() == second.len() && differing(&first, &second).len() == 1
}

/// The places where two rows of digits differ.
fn differing(first: &str, second: &str) -> Vec<usize> {
    let pairs = first.bytes().zip(second.bytes()).enumerate();
    pairs.filter(|(_, (one, other))| one != other).map(|(index, _)| index).collect()
}

/// Whether the values of two claims can hold together.
#[must_use]
pub fn meets(a: &Claim, b: &Claim) -> bool {
    values(a, b) != Values::Unlike && values(a, b).agree()
}

/// Whether no number is printed: "billions", "dozens".
pub(super) fn is_vague(claim: &Claim) -> bool {
    claim.amount.value.is_none() && !claim.amount.is_range
}

/// How much an equal value tells, in log odds: small counts are equal by chance.
pub(crate) fn surprise(claim: &Claim) -> f64 {
    let Some(value) = claim.amount.value else { return 1.0 };
    match significant(value) {
        0 | 1 => 1.5,
        2 if value > Decimal::from(20) || !value.fract().is_zero() => 2.7,
        2 => 1.7,
        _ => 4.0,
    }
}

/// How much it tells that exchanged digits or a single one explain why two values differ, in log odds: of two numbers
/// of two digits one in fifty does that by chance, of longer ones one in hundreds.
pub(crate) fn slip_tells(a: &Claim, b: &Claim) -> f64 {
    let digits = |claim: &Claim| claim.amount.value.map_or(0, significant);
    if digits(a).max(digits(b)) >= 3 { 3.5 } else { 2.0 }
}

/// Whether the digits of two values that differ are so much alike that they tell by themselves which number is meant.
pub(crate) fn is_telling(a: &Claim, b: &Claim, values: Values) -> bool {
    values == Values::Apart(Some(Slip::Digits)) && slip_tells(a, b) > 3.0
}

/// Whether two ranges meet only because one is open, and the printed values are ten times as large or more.
pub(super) fn is_far_bound(a: &Claim, b: &Claim) -> bool {
    let printed = |claim: &Claim| {
        let value = claim.amount.value?;
        claim.amount.unit.convert(Range::exact(value), &a.amount.unit)?.low.value()
    };
    let (Some(x), Some(y)) = (printed(a), printed(b)) else { return false };
    let (low, high) = if x < y { (x, y) } else { (y, x) };
    low > Decimal::ZERO && high.checked_div(low).is_some_and(|ratio| ratio >= Decimal::TEN)
}

/// How far two ranges lie apart: the lower end of the higher one over the upper end of the lower one; `None` where
/// they meet or an end is open.
pub(crate) fn ratio(a: &Claim, b: &Claim) -> Option<Decimal> {
    let other = b.amount.unit.convert(b.amount.allowed, &a.amount.unit).unwrap_or(b.amount.allowed);
    let (low, high) =
        if a.amount.allowed.is_below(other) { (a.amount.allowed, other) } else { (other, a.amount.allowed) };
    high.low.value()?.checked_div(low.high.value()?)
}

#[cfg(test)]
mod tests {
    use factcheck_core::{claim::Claim, quantity::Amount, range::Range, unit};

    use super::{Slip, Values};

    fn values(a: (&str, &str), b: (&str, &str)) -> Option<Values> {
        let amount = |(value, unit): (&str, &str)| -> Option<Amount> {
            let value = value.parse().ok()?;
            Some(Amount {
                value: Some(value),
                allowed: Range::exact(value),
                unit: unit::named(unit),
                ..Amount::default()
            })
        };
        let (x, y) = (amount(a)?, amount(b)?);
        let mut claims = [Claim::empty(x), Claim::empty(y)];
        claims[0].claim_kind = factcheck_core::claim::Kind::Level;
        Some(super::values(&claims[0], &claims[1]))
    }

    #[test]
    fn tells_slips() {
        let apart = |slip| Some(Values::Apart(slip));
        assert_eq!(values(("5", "mile"), ("5", "mile")), Some(Values::Twin));
        assert_eq!(
            values(("334000000", "US dollar"), ("334000000000", "US dollar")),
            apart(Some(Slip::Magnitude))
        );
        assert_eq!(values(("1.2", "mile"), ("12", "mile")), apart(Some(Slip::Magnitude)));
        assert_eq!(values(("22", "mile"), ("22", "kilometre")), apart(Some(Slip::Unit)));
        assert_eq!(values(("84000", "US dollar"), ("84000", "euro")), apart(Some(Slip::Unit)));
        assert_eq!(values(("5.9", "percent"), ("9.5", "percent")), apart(Some(Slip::Digits)));
        assert_eq!(values(("225", "page"), ("252", "page")), apart(Some(Slip::Digits)));
        assert_eq!(values(("43.885", "percent"), ("43", "percent")), apart(Some(Slip::Rounding)));
        assert_eq!(values(("30", "percent"), ("50", "percent")), apart(None));
    }
}
