//! What range of values a printed number allows. Knows numbers and bounds, no text.
//!
//! - Printed decimals carry their rounding: 2.14 was anything from 2.135 to 2.145.
//! - Zeros behind the second significant digit carry none: nobody counted 20,000 to the last one, so it is
//!   19,500 to 20,500, and $200bn is $195bn to $205bn. Two digits are kept, since journalists round to two or
//!   three, and "20" would lose its meaning if one were.
//! - What is counted one by one is exact up to there; what is measured is right to half a printed unit.
//! - Fractions in words are used with a point of freedom on each side.

use factcheck_core::range::{Bound as End, Range};
use rust_decimal::Decimal;

use super::lexicon::Bound;
use super::numeral::{Form, Numeral};

/// Half of what the last digit that counts stands for, in the unit of the number; zero where it is exact.
pub(super) fn half_unit(numeral: &Numeral, factor: Decimal, is_measured: bool) -> Decimal {
    let half = Decimal::new(5, 1);
    match numeral.form {
        // A point in a hundred of the whole.
        Form::Fraction => Decimal::new(1, 2),
        Form::Multiple => half.min(numeral.mantissa.checked_mul(Decimal::new(25, 2)).unwrap_or(half)),
        Form::Words if numeral.decimals > 0 => {
            Decimal::new(25, 2).checked_mul(numeral.power).unwrap_or(Decimal::ZERO)
        }
        Form::Words | Form::Figures | Form::Dozen | Form::Vague => {
            let unit = last_digit(numeral).checked_mul(factor).unwrap_or(Decimal::ZERO);
            let is_exact = unit == Decimal::ONE && !is_measured && numeral.decimals == 0;
            if is_exact { Decimal::ZERO } else { unit.checked_mul(half).unwrap_or(Decimal::ZERO) }
        }
    }
}

/// What one of the last significant digit is worth.
fn last_digit(numeral: &Numeral) -> Decimal {
    if numeral.decimals > 0 {
        return Decimal::new(1, numeral.decimals.min(28)).checked_mul(numeral.power).unwrap_or(Decimal::ONE);
    }
    let Some(value) = numeral.value() else { return Decimal::ONE };
    let (digits, zeros) = digits_and_zeros(value);
    let kept = digits.saturating_sub(zeros).max(2);
    power_of_ten(digits.saturating_sub(kept))
}

/// Digits of the whole part, and zeros at its end.
fn digits_and_zeros(value: Decimal) -> (u32, u32) {
    let whole = value.abs().trunc();
    let mut rest = whole.mantissa() / 10_i128.pow(whole.scale().min(28));
    if rest == 0 {
        return (1, 1);
    }
    let digits = rest.ilog10() + 1;
    let mut zeros = 0;
    while rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
    }
    (digits, zeros)
}

fn power_of_ten(exponent: u32) -> Decimal {
    Decimal::from(10_u64.checked_pow(exponent).unwrap_or(1))
}

/// What the place of the last digit that is not zero is worth, one finer for a lone 1: 10 for 40, 1 for 38,
/// 10 for 100. "Nearly 40" may be 36, "nearly 100" not 60.
fn round_place(value: Decimal) -> Decimal {
    let plain = value.abs().normalize();
    if plain.is_zero() {
        return Decimal::ONE;
    }
    let place = if plain.scale() > 0 {
        Decimal::new(1, plain.scale())
    } else {
        power_of_ten(digits_and_zeros(plain).1)
    };
    if place == plain { place.checked_div(Decimal::TEN).unwrap_or(place) } else { place }
}

/// The range of `value`, printed with half a unit of `half`, under a bound.
pub(super) fn allowed(value: Decimal, half: Decimal, bound: Option<Bound>) -> Range {
    let around = |width: Decimal| {
        let low = value.checked_sub(width).unwrap_or(value);
        let high = value.checked_add(width).unwrap_or(value);
        Range::closed(low, high)
    };
    let near = round_place(value).checked_div(Decimal::TWO).unwrap_or(half);
    match bound {
        None => around(half),
        Some(Bound::About) => {
            let tenth = value.abs().checked_div(Decimal::TEN).unwrap_or(half);
            around(tenth.max(half))
        }
        Some(Bound::Nearly) => Range::closed(value.checked_sub(near).unwrap_or(value), value),
        Some(Bound::JustUnder) => {
            Range { low: End::Closed(value.checked_sub(near).unwrap_or(value)), high: End::Open(value) }
        }
        Some(Bound::JustOver) => {
            Range { low: End::Open(value), high: End::Closed(value.checked_add(near).unwrap_or(value)) }
        }
        Some(Bound::MoreThan) => Range::more_than(value),
        Some(Bound::AtLeast) => Range::at_least(value),
        Some(Bound::LessThan) => Range::less_than(value),
        Some(Bound::AtMost) => Range::at_most(value),
    }
}

/// The range from `low` to `high`, vague, under a bound.
pub(super) fn between(low: Decimal, high: Decimal, bound: Option<Bound>) -> Range {
    let tenth = |value: Decimal| value.abs().checked_div(Decimal::TEN).unwrap_or(Decimal::ZERO);
    match bound {
        None => Range::closed(low, high),
        Some(Bound::About | Bound::Nearly) => Range::closed(
            low.checked_sub(tenth(low)).unwrap_or(low),
            high.checked_add(tenth(high)).unwrap_or(high),
        ),
        Some(Bound::MoreThan | Bound::JustOver | Bound::AtLeast) => Range::at_least(low),
        Some(Bound::LessThan | Bound::JustUnder | Bound::AtMost) => Range::at_most(high),
    }
}
