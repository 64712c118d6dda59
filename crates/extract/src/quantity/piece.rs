//! One number with its currency, sign and unit, before ranges and lists are told apart.

use std::ops::Range;

use rust_decimal::Decimal;

use super::bounds;
use super::context::Context;
use super::items::Item;
use super::lexicon::Bound;
use super::measure::{self, Measure, MeasureKind};
use super::numeral::{self, Form, Numeral};
use super::{Shape, exclude, money};

/// A number and what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// First item, of the sign or the currency.
    pub start: usize,
    /// One past the last item, of the unit or the rate.
    pub end: usize,
    /// Items of currency, number and magnitude.
    pub number: Range<usize>,
    pub numeral: Numeral,
    pub currency: Option<&'static str>,
    pub is_negative: bool,
    /// Whether a plus sign stands before it.
    pub is_plus: bool,
    pub measure: Option<Measure>,
    /// "or more", "-odd".
    pub bound_behind: Option<Bound>,
    pub shape: Shape,
    /// The printed ends of a range, in the unit of the measure.
    pub ends: Option<[Decimal; 2]>,
    /// First item with "between" or "from", where a range begins with it.
    pub intro: usize,
    pub is_anaphoric: bool,
}

impl Piece {
    /// The number in its unit, with magnitude and sign.
    pub(super) fn value(&self) -> Option<Decimal> {
        let factor = self.measure.as_ref().map_or(Decimal::ONE, |measure| measure.factor);
        let value = self.numeral.value()?.checked_mul(factor)?;
        Some(if self.is_negative { -value } else { value })
    }

    /// Whether neither a currency nor a unit goes with it.
    pub(super) fn is_bare(&self) -> bool {
        self.currency.is_none() && self.measure.is_none()
    }

    pub(super) fn unit(&self) -> &str {
        self.measure.as_ref().map_or("", |measure| measure.name.as_str())
    }

    pub(super) fn kind(&self) -> Option<MeasureKind> {
        self.measure.as_ref().map(|measure| measure.kind)
    }
}

/// How many items can stand before a number that belong to it: a sign, two of a currency, another sign.
const BEFORE: usize = 4;

/// Every number of the sentence that is a quantity by itself.
pub(super) fn scan(context: &Context) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(ahead) = context.items.get(at..).and_then(|rest| rest.iter().position(Item::is_number)) {
        let number = at + ahead;
        at = at.max(number.saturating_sub(BEFORE));
        while at <= number {
            at = match piece(context, at, pieces.last()) {
                Scan::Found(piece) => {
                    let end = piece.end.max(at + 1);
                    pieces.push(*piece);
                    end
                }
                Scan::Skip(end) => end.max(at + 1),
                Scan::Nothing => at + 1,
            };
        }
    }
    pieces
}

enum Scan {
    Found(Box<Piece>),
    /// A number that is no quantity ends here.
    Skip(usize),
    Nothing,
}

fn piece(context: &Context, start: usize, last: Option<&Piece>) -> Scan {
    let (sign, unsigned) = sign(context, start);
    let (currency, at) = match money::prefix(context, unsigned) {
        Some((name, at)) => (Some(name), at),
        None => (None, unsigned),
    };
    let inner_sign = at > unsigned && context.is_hyphen(at - 1);
    let carried =
        last.filter(|last| currency.is_none() && joins(context, last, at)).and_then(|last| last.currency);
    let Some(mut numeral) = numeral::numeral(context.items, at, currency.or(carried).is_some()) else {
        return Scan::Nothing;
    };
    let number = unsigned..numeral.items.end;
    if context.is_time(number.clone()) {
        return Scan::Skip(number.end);
    }
    if is_torn_off(context, start, last) {
        return Scan::Skip(number.end);
    }
    // "20-odd ships", "10 or more people": the bound stands before the unit.
    let inner = bounds::behind(context, numeral.items.end);
    if let Some((_, end)) = inner {
        numeral.items.end = end;
    }
    // "5 Sunday papers" where Sunday is a time: what a time holds is no unit.
    let free = |measure: &Measure| measure.end == number.end || !context.is_time(number.end..measure.end);
    let mut measure = measure::measure(context, &numeral, currency).filter(free);
    if measure.is_none() && carried.is_some() {
        measure = measure::measure(context, &numeral, carried).filter(free);
    }
    let currency =
        currency.or(carried.filter(|_| measure.as_ref().is_some_and(|m| m.kind == MeasureKind::Money)));
    if currency.is_none() && exclude::is_name(context, start, &numeral, measure.as_ref()) {
        return Scan::Skip(number.end);
    }
    if measure.is_none() && is_empty(context, &numeral, number.end) {
        return Scan::Skip(number.end);
    }
    let end = measure.as_ref().map_or(numeral.items.end, |measure| measure.end);
    let outer = if inner.is_none() { bounds::behind(context, end) } else { None };
    let sign = if inner_sign { Some(true) } else { sign };
    Scan::Found(Box::new(Piece {
        start,
        end: outer.map_or(end, |(_, end)| end),
        number,
        currency,
        is_negative: sign == Some(true),
        is_plus: sign == Some(false),
        bound_behind: inner.or(outer).map(|(bound, _)| bound),
        shape: Shape::One,
        ends: None,
        intro: start,
        is_anaphoric: false,
        measure,
        numeral,
    }))
}

/// A sign before a number: `Some(true)` for minus, and the place behind it.
fn sign(context: &Context, at: usize) -> (Option<bool>, usize) {
    let Some(item) = context.at(at) else { return (None, at) };
    if item.lower == "minus" {
        let hyphen = usize::from(context.is_hyphen(at + 1) && context.is_glued(at + 2));
        return (Some(true), at + 1 + hyphen);
    }
    // A range or a list dash is glued on both sides or on none.
    let opens = !item.is_glued || context.before(at, 1).is_some_and(|before| before.is_mark('('));
    if !opens {
        return (None, at);
    }
    let close = context.is_glued(at + 1);
    if item.is_mark('+') && close {
        return (Some(false), at + 1);
    }
    if item.is_hyphen() && !item.is_mark('—') && (close || is_spaced_minus(context, at)) {
        return (Some(true), at + 1);
    }
    (None, at)
}

/// "- 20 degrees": a minus with a blank behind it, only before a temperature.
fn is_spaced_minus(context: &Context, at: usize) -> bool {
    let is_range = context.before(at, 1).is_none_or(|before| before.figure().is_some());
    !is_range
        && context.at(at + 1).is_some_and(|item| item.figure().is_some())
        && context.unit(at + 2).is_some_and(|(_, form)| form.name.starts_with("degree "))
}

/// Whether only "to", a hyphen, "and" or "or" stands between two numbers, so that a currency carries over.
fn joins(context: &Context, last: &Piece, to: usize) -> bool {
    let from = last.end;
    if context.lower(from) == "and" && context.lower_before(last.start, 1) != "between" {
        return false;
    }
    from + 1 == to && (context.is_hyphen(from) || matches!(context.lower(from), "to" | "and" | "or"))
        || from + 2 == to
            && matches!(context.lower(from), "to" | "and")
            && matches!(context.lower(from + 1), "about" | "around" | "~")
}

/// "15" in "2014-15" and "1" in "G7-1": the number before the hyphen was no quantity.
fn is_torn_off(context: &Context, start: usize, last: Option<&Piece>) -> bool {
    let hyphen =
        start > 0 && context.is_hyphen(start - 1) && context.is_glued(start - 1) && context.is_glued(start);
    hyphen
        && last.is_none_or(|last| last.end + 1 != start)
        && context
            .before(start, 2)
            .is_some_and(|item| item.figure().is_some() || item.kind == super::items::Kind::Name)
}

/// Whether a number without a unit says nothing: "the two", "a third visit", "half".
fn is_empty(context: &Context, numeral: &Numeral, end: usize) -> bool {
    match numeral.form {
        Form::Words => {
            // "three-way", "the two met"; a range or a list may still lend a unit.
            let hyphenated = context.is_hyphen(end) && context.is_glued(end) && context.is_glued(end + 1);
            hyphenated
                && numeral::numeral(context.items, end + 1, false).is_none()
                && context.lower(end + 1) != "to"
        }
        Form::Figures => {
            // "4-wheel drive", "5-star": an adjective, not an amount; "5-10" and "0-to-60" are read on.
            let hyphenated = context.is_hyphen(end) && context.is_glued(end) && context.is_glued(end + 1);
            hyphenated
                && context.at(end + 1).is_some_and(super::items::Item::is_word)
                && context.lower(end + 1) != "to"
                && money::prefix(context, end + 1).is_none()
                && numeral::numeral(context.items, end + 1, false).is_none()
        }
        Form::Fraction | Form::Vague | Form::Dozen => false,
        Form::Multiple => true,
    }
}
