//! Significant digits of decimals. `Decimal::round_sf` panics where it would need more than 28 places; this does not.

use rust_decimal::Decimal;

/// The number to so many significant digits, halves to the even digit; a number that has no more is left as it is,
/// and so is one that would grow too large.
#[must_use]
pub fn significant(value: Decimal, digits: u32) -> Decimal {
    let held = value.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    let Some(excess) = held.checked_sub(digits).filter(|excess| *excess > 0) else { return value };
    if let Some(places) = value.scale().checked_sub(excess) {
        return value.round_dp(places);
    }
    let power = 10_u128.pow(excess.saturating_sub(value.scale()).min(28));
    let rounded = i128::try_from(power)
        .ok()
        .map(|power| Decimal::from_i128_with_scale(power, 0))
        .and_then(|power| value.checked_div(power)?.round_dp(0).checked_mul(power));
    rounded.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;
    use rust_decimal::Decimal;
    use rust_decimal_macros::dec;

    use super::significant;

    #[test]
    fn keeps_what_counts() {
        snap!(significant(dec!(0), 4), @"0");
        snap!(significant(dec!(1234567), 4), @"1235000");
        snap!(significant(dec!(-1234567.891), 4), @"-1235000");
        snap!(significant(dec!(12.34567), 4), @"12.35");
        snap!(significant(dec!(0.000000000000000000000000012), 4), @"0.000000000000000000000000012");
        snap!(significant(Decimal::MAX, 4), @"79228162514264337593543950335");
        snap!(significant(dec!(99999.5), 4), @"100000");
    }

    proptest! {
        #[test]
        fn any_number(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28, digits in 1_u32..30) {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            let rounded = significant(value, digits);
            let error = (value - rounded).abs();
            // Half a unit of the last digit that is kept is at most half of the number's first digits' worth.
            prop_assert!(error <= value.abs(), "{} {}", value, rounded);
            prop_assert_eq!(significant(rounded, digits), rounded);
        }
    }
}
