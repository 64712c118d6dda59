//! The amount of a piece: value, allowed range, unit.

use factcheck_core::quantity::{Amount, Direction};
use factcheck_core::range::Range;
use factcheck_core::unit;
use rust_decimal::Decimal;

use super::lexicon::Bound;
use super::measure::MeasureKind;
use super::numeral::Form;
use super::piece::Piece;
use super::{bounds, rounding};

/// A fraction without a whole as a percentage: "rose a quarter" is 25 percent.
pub(super) fn in_percent(mut amount: Amount) -> Amount {
    let hundred = Decimal::ONE_HUNDRED;
    if let Some(allowed) = amount.allowed.scale(hundred) {
        amount.allowed = allowed;
        // A third is 33.3333333333 percent: more digits would only be noise.
        amount.value =
            amount.value.and_then(|value| value.checked_mul(hundred)).map(|value| value.round_dp(10));
    }
    amount
}

/// The amount of `piece` under a bound; `None` where its numbers grow too large.
pub(super) fn amount(piece: &Piece, bound: Option<Bound>) -> Option<Amount> {
    let measure = piece.measure.as_ref();
    let unit = match measure {
        None if piece.numeral.form == Form::Fraction => unit::named("percent"),
        None => unit::Unit::default(),
        Some(measure) if measure.is_noun() && measure.kind != MeasureKind::Person => noun_unit(&measure.name),
        Some(measure) => unit::named(&measure.name),
    };
    let factor = measure.map_or(Decimal::ONE, |measure| measure.factor);
    let approximation = bounds::approximation(bound);
    if let Some([a, b]) = piece.ends {
        // "from up to 252 miles to 287 miles": a bound inside the range is not one of the range.
        let bound = bound.filter(|bound| matches!(bound, Bound::About | Bound::Nearly));
        let allowed = Range::closed(a.min(b), a.max(b));
        let approximation =
            if piece.intro == piece.start { approximation } else { bounds::approximation(bound) };
        return Some(Amount {
            allowed,
            value: None,
            is_range: true,
            approximation,
            direction: Direction::None,
            unit,
        });
    }
    let value = piece.value()?;
    let sign = if piece.is_negative { -factor } else { factor };
    let (allowed, value) = if let Some((low, high)) = piece.numeral.ends {
        let (low, high) = (low.checked_mul(sign)?, high.checked_mul(sign)?);
        let exact = (piece.numeral.form == Form::Dozen).then_some(value);
        (rounding::between(low.min(high), low.max(high), bound), exact)
    } else {
        let is_measured =
            matches!(measure.map(|m| m.kind), Some(MeasureKind::Physical)) && unit.code.is_some();
        let half = match measure.map(|measure| measure.kind) {
            // "Half an hour" is a tenth more or less; a point of a whole would be too fine.
            Some(MeasureKind::Physical | MeasureKind::Money) if piece.numeral.form == Form::Fraction => {
                value.abs().checked_div(Decimal::TEN).unwrap_or(Decimal::ZERO)
            }
            _ => rounding::half_unit(&piece.numeral, factor, is_measured),
        };
        (rounding::allowed(value, half, bound), Some(value))
    };
    let mut amount =
        Amount { allowed, value, is_range: false, approximation, direction: Direction::None, unit };
    if measure.is_none() && piece.numeral.form == Form::Fraction {
        amount = in_percent(amount);
    }
    Some(amount)
}

/// A counted noun by its name; "people" and the like are in the tables.
pub(super) fn noun_unit(name: &str) -> unit::Unit {
    if matches!(name, "people" | "person") { unit::named(name) } else { unit::Unit::noun(name) }
}
