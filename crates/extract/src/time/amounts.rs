//! How many: figures and number words before a unit of time ("two and a half", "a few", "12 to 18").

use super::{
    lexicon::{Kind, Vague},
    phrase::Amount,
    words::Line,
};

/// An amount that begins at `at`, and the word behind it. "a" counts as one.
pub(super) fn amount(line: &Line, at: usize) -> Option<(usize, Amount)> {
    let (end, first) = simple(line, at)?;
    let Some((to, second)) = range_tail(line, end) else { return Some((end, first)) };
    let (Some(low), Some(high)) = (first.value, second.value) else { return Some((end, first)) };
    if low > high {
        return Some((end, first));
    }
    let value = (low == high).then_some(low);
    Some((to, Amount { value, low, high, exact: true }))
}

/// "... to 18", "... or three", "...-15".
fn range_tail(line: &Line, end: usize) -> Option<(usize, Amount)> {
    let joins = line.is(end, "to") || matches!(line.kind(end), Kind::Or | Kind::Dash);
    let figure = matches!(
        line.kind(end + 1),
        Kind::Integer(..) | Kind::Decimal(_) | Kind::Cardinal(_) | Kind::Tens(_)
    );
    if joins && figure { simple(line, end + 1) } else { None }
}

fn simple(line: &Line, at: usize) -> Option<(usize, Amount)> {
    match line.kind(at) {
        Kind::A => after_article(line, at + 1),
        Kind::Half => {
            let end = line.skip(line.skip(at + 1, Kind::Of), Kind::A);
            Some((end, Amount::hundredths(50)))
        }
        Kind::Vague(vague) => Some(vague_amount(line, at, vague)),
        Kind::Decimal(hundredths) => Some((at + 1, Amount::hundredths(hundredths))),
        Kind::Fraction(1, 2) => Some((at + 1, Amount::hundredths(50))),
        _ => {
            let (end, number) = whole(line, at)?;
            Some(half_tail(line, end, number))
        }
    }
}

/// "a few", "a couple of", "a dozen", "a hundred", "a half", or one.
fn after_article(line: &Line, at: usize) -> Option<(usize, Amount)> {
    match line.kind(at) {
        Kind::Vague(vague @ (Vague::Few | Vague::Couple)) => Some(vague_amount(line, at, vague)),
        Kind::Vague(_) | Kind::Cardinal(_) | Kind::Tens(_) | Kind::Integer(..) => None,
        Kind::Scale(scale) => scaled(line, at + 1, scale).map(|(end, number)| (end, Amount::of(number))),
        Kind::Half => Some((at + 1, Amount::hundredths(50))),
        _ if line
            .is_any(at, &["additional", "extra", "full", "further", "mere", "single", "solid", "whole"]) =>
        {
            Some((at + 1, Amount::of(1)))
        }
        _ => Some((at, Amount::of(1))),
    }
}

fn vague_amount(line: &Line, at: usize, vague: Vague) -> (usize, Amount) {
    let after_of = line.skip(at + 1, Kind::Of);
    match vague {
        Vague::Couple => (after_of, Amount { high: 300, ..Amount::of(2) }),
        Vague::Few => (after_of, Amount::between(2, 9)),
        Vague::Several => (at + 1, Amount::between(3, 12)),
        // "some 20 years"
        Vague::Some => match whole(line, at + 1) {
            Some((end, number)) => (end, Amount::of(number)),
            None => (at + 1, Amount::bare()),
        },
        Vague::Many => (at + 1, Amount::bare()),
        Vague::Dozens => (after_of, Amount::between(24, 99)),
        Vague::Hundreds => (after_of, Amount::between(200, 999)),
        Vague::Thousands => (after_of, Amount::between(2_000, 9_998)),
    }
}

/// "two and a half", "2 1/2".
fn half_tail(line: &Line, end: usize, number: u32) -> (usize, Amount) {
    let more = match line.kind(end) {
        Kind::Fraction(part, whole) if part < whole && whole <= 8 => Some((end + 1, part * 100 / whole)),
        // "two-and-a-half years"
        Kind::And | Kind::Dash => {
            let and = line.skip_hyphen(end);
            let half = line.skip_hyphen(line.skip(line.skip_hyphen(and + 1), Kind::A));
            (line.kind(and) == Kind::And && line.kind(half) == Kind::Half).then_some((half + 1, 50))
        }
        _ if line.text(end) == "½" => Some((end + 1, 50)),
        _ => None,
    };
    match more {
        Some((end, part)) => (end, Amount::hundredths(number.saturating_mul(100).saturating_add(part))),
        None => (end, Amount::of(number)),
    }
}

/// A whole number in figures or words.
pub(super) fn whole(line: &Line, at: usize) -> Option<(usize, u32)> {
    let (end, number) = match line.kind(at) {
        // Years count nothing: "the 1988 quarter".
        Kind::Integer(1800..=2100, 4) if !matches!(line.kind(at + 1), Kind::Units(_)) => return None,
        Kind::Integer(number, _) | Kind::Cardinal(number) => (at + 1, number),
        Kind::Tens(tens) => tens_and_ones(line, at + 1, tens),
        _ => return None,
    };
    match line.kind(end) {
        Kind::Scale(scale) => scaled(line, end + 1, number.checked_mul(scale)?),
        _ => Some((end, number)),
    }
}

/// What follows the tens of "twenty-four" or "twenty four".
pub(super) fn tens_and_ones(line: &Line, at: usize, tens: u32) -> (usize, u32) {
    let ones = line.skip(at, Kind::Dash);
    match line.kind(ones) {
        Kind::Cardinal(number @ 1..=9) => (ones + 1, tens + number),
        _ => (at, tens),
    }
}

/// What follows "two hundred": "and fifty", "thousand".
fn scaled(line: &Line, at: usize, number: u32) -> Option<(usize, u32)> {
    if let Kind::Scale(scale @ 1000..) = line.kind(at) {
        return scaled(line, at + 1, number.checked_mul(scale)?);
    }
    let next = line.skip(at, Kind::And);
    match line.kind(next) {
        Kind::Cardinal(rest) if number >= 100 => Some((next + 1, number.checked_add(rest)?)),
        Kind::Tens(tens) if number >= 100 => {
            let (end, rest) = tens_and_ones(line, next + 1, tens);
            Some((end, number.checked_add(rest)?))
        }
        _ => Some((at, number)),
    }
}
