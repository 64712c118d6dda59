//! "fell to 4.8 % from 5.2 %": one quantity that tells of two levels, each a claim of its own.

use std::borrow::Cow;

use factcheck_core::{
    claim::Claim,
    quantity::{Amount, Direction},
    range::Range,
    window::Window,
};
use rust_decimal::Decimal;

use crate::{
    lexicon,
    quantity::{Found, Shape},
};

/// The quantities that a quantity tells of: itself, or for a movement where it ended and where it began. The level
/// where it began has no direction.
pub(crate) fn levels(found: &Found) -> impl Iterator<Item = Cow<'_, Found>> {
    let Some([from, to]) = found.ends.filter(|_| found.shape == Shape::Movement) else {
        return [Some(Cow::Borrowed(found)), None].into_iter().flatten();
    };
    let level = |value: Decimal, direction: Direction| {
        let amount = Amount {
            allowed: printed(value, found.amount.unit.code.is_some()),
            value: Some(value),
            is_range: false,
            direction,
            ..found.amount.clone()
        };
        Some(Cow::Owned(Found { amount, ..found.clone() }))
    };
    [level(to, found.amount.direction), level(from, Direction::None)].into_iter().flatten()
}

/// Gives the two claims of a movement what is theirs: the direction to the level where it ended, the time behind both
/// ("to 4.8 % from 5.2 % in August") to the one where it began.
pub(crate) fn settle(claim: &mut Claim, is_end: bool) {
    if !is_end {
        return;
    }
    claim.period = Window::ANY;
    if claim.amount.direction == Direction::None {
        claim.amount.direction = match lexicon::verb_role(&claim.verb) {
            "rise" => Direction::Up,
            "fall" => Direction::Down,
            _ => Direction::None,
        };
    }
}

/// What a printed number allows: half a unit of its last digit, of the second one at least.
fn printed(value: Decimal, is_measured: bool) -> Range {
    let digits = value.abs().trunc().normalize().to_string().len();
    let whole = value.abs().trunc().to_string();
    let zeros = whole.len() - whole.trim_end_matches('0').len();
    let place = match value.scale() {
        0 => {
            let kept = whole.len().saturating_sub(zeros).max(2);
            10u64
                .checked_pow(u32::try_from(digits.saturating_sub(kept)).unwrap_or(0))
                .map_or(Decimal::ONE, Decimal::from)
        }
        scale => Decimal::new(1, scale.min(28)),
    };
    let is_exact = place == Decimal::ONE && !is_measured;
    let half = place.checked_div(Decimal::TWO).filter(|_| !is_exact).unwrap_or_default();
    match (value.checked_sub(half), value.checked_add(half)) {
        (Some(low), Some(high)) => Range::closed(low, high),
        _ => Range::exact(value),
    }
}
