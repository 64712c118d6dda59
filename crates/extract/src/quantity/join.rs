//! Ranges, lists, mixed units and "one in four": what two numbers that stand together mean.

use factcheck_core::unit;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::bounds;
use super::context::Context;
use super::lexicon::lexicon;
use super::measure::{Measure, MeasureKind};
use super::numeral::Form;
use super::piece::Piece;
use super::{Shape, people};

/// Joins what belongs together; pieces that turn out to be scores are dropped.
pub(super) fn join(context: &Context, pieces: Vec<Piece>) -> Vec<Piece> {
    // Hyphens bind closest: "from 24.2 to 33-35 billion".
    let pieces = ranges(context, pieces, true);
    let pieces = ranges(context, pieces, false);
    let mut pieces = mixed(context, pieces);
    lists(context, &mut pieces);
    pieces
}

/// How two numbers are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// "between 3 and 5".
    Between,
    /// "from 3 to 5".
    FromTo,
    /// "to 5 from 3".
    ToFrom,
    /// "3 to 5".
    To,
    /// "3-5".
    Hyphen,
    /// "one in four".
    OneIn,
}

fn ranges(context: &Context, pieces: Vec<Piece>, hyphens: bool) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut dropped_end = None;
    for piece in pieces {
        let Some(last) = done.last_mut() else {
            // "2-2-1": what hangs on a dropped score is dropped with it.
            if hangs_on(context, dropped_end, &piece) {
                dropped_end = Some(piece.end);
            } else {
                done.push(piece);
            }
            continue;
        };
        if hangs_on(context, dropped_end, &piece) {
            dropped_end = Some(piece.end);
            continue;
        }
        let tie = tie(context, last, &piece).filter(|tie| (*tie == Tie::Hyphen) == hyphens);
        let joined = tie.and_then(|tie| range(context, last, &piece, tie));
        match (joined, tie) {
            (Some(range), _) => *last = range,
            // "2-2": a score, a vote, a model.
            (None, Some(Tie::Hyphen)) if is_score(last, &piece) => {
                dropped_end = Some(piece.end);
                done.pop();
            }
            // "a 40-to-39 edge".
            (None, Some(Tie::To)) if is_score(last, &piece) && context.is_glued(piece.start) => {
                dropped_end = Some(piece.end);
                done.pop();
            }
            _ => done.push(piece),
        }
    }
    done
}

fn hangs_on(context: &Context, dropped_end: Option<usize>, piece: &Piece) -> bool {
    dropped_end.is_some_and(|end| end + 1 == piece.start && context.is_hyphen(end))
}

fn is_score(first: &Piece, second: &Piece) -> bool {
    first.is_bare() && second.currency.is_none() && second.measure.as_ref().is_none_or(Measure::is_noun)
}

/// The first item of a piece with its bound.
fn bounded_start(context: &Context, piece: &Piece) -> usize {
    bounds::before(context, piece.start, false).map_or(piece.start, |(_, start)| start)
}

fn tie(context: &Context, first: &Piece, second: &Piece) -> Option<Tie> {
    let gap = first.end..second.start;
    if gap.clone().any(|at| context.is_time(at..at + 1)) {
        return None;
    }
    let start = bounded_start(context, second).max(first.end);
    let bare_gap = first.end..start;
    let intro = context.lower_before(bounded_start(context, first), 1);
    let lead = |at: usize| context.lower(at);
    if gap.len() == 1 && context.is_hyphen(gap.start) {
        return Some(Tie::Hyphen);
    }
    // "0-to-60", "9- to 10-inch".
    let last_word = bare_gap.clone().rev().map(lead).find(|word| !word.is_empty() && *word != "-");
    if last_word == Some("to")
        && bare_gap.len() <= 3
        && bare_gap.clone().all(|at| lead(at) == "to" || context.is_hyphen(at))
    {
        return Some(if intro == "from" { Tie::FromTo } else { Tie::To });
    }
    if bare_gap.len() == 1 && lead(bare_gap.start) == "and" && intro == "between" {
        return Some(Tie::Between);
    }
    let in_clause = !gap
        .clone()
        .any(|at| matches!(lead(at), "," | ";" | "." | "and" | "but" | "(" | ")" | "while" | "which"));
    if intro == "from" && last_word == Some("to") && bare_gap.len() <= 8 && in_clause {
        return Some(Tie::FromTo);
    }
    let from = bare_gap.len() == 1 && lead(bare_gap.start) == "from";
    if from && matches!(context.lower_before(bounded_start(context, first), 1), "to") {
        return Some(Tie::ToFrom);
    }
    // "from 450 up to 900": "up to" was taken for a bound.
    if intro == "from" && gap.len() == 2 && lead(gap.start) == "up" && lead(gap.start + 1) == "to" {
        return Some(Tie::FromTo);
    }
    let is_in = (gap.len() == 1 && lead(gap.start) == "in")
        || (gap.len() == 2 && lead(gap.start) == "out" && lead(gap.start + 1) == "of");
    is_in.then_some(Tie::OneIn)
}

/// One piece for both, where they are a range or a share.
fn range(context: &Context, first: &Piece, second: &Piece, tie: Tie) -> Option<Piece> {
    if tie == Tie::OneIn {
        return one_in(first, second);
    }
    let mut first = first.clone();
    let mut second = second.clone();
    if first.numeral.form == Form::Fraction || second.numeral.form == Form::Fraction && second.is_bare() {
        return None;
    }
    carry_magnitude(&mut first, &second, tie);
    let had_units = first.measure.is_some() && first.unit() == second.unit();
    unify(&mut first, &mut second, tie)?;
    let (low, high) = (lowest(&first)?, highest(&second)?);
    let movement = is_movement(context, &first, tie);
    let fits = match tie {
        Tie::Hyphen => low < high && is_measured_range(context, &first, &second),
        Tie::To => (low < high || low > high && had_units) && is_range_with_to(context, &first, &second),
        Tie::Between => low < high,
        Tie::FromTo | Tie::ToFrom => low != high,
        Tie::OneIn => false,
    };
    if !fits {
        return None;
    }
    first.shape =
        if movement || (low > high && tie == Tie::FromTo) { Shape::Movement } else { Shape::Between };
    first.ends = Some(if tie == Tie::ToFrom { [high, low] } else { [low, high] });
    let start = bounded_start(context, &first);
    first.intro =
        if matches!(tie, Tie::Between | Tie::FromTo) { start.saturating_sub(1) } else { first.start };
    first.number = first.number.start..second.number.end;
    first.end = second.end;
    first.measure = second.measure.or(first.measure);
    first.currency = first.currency.or(second.currency);
    first.bound_behind = second.bound_behind;
    Some(first)
}

fn lowest(piece: &Piece) -> Option<Decimal> {
    piece.ends.map(|ends| ends[0]).or_else(|| piece.value())
}

fn highest(piece: &Piece) -> Option<Decimal> {
    piece.ends.map(|ends| ends[1]).or_else(|| piece.value())
}

/// "$4.3-4.5bn", "2 or 3 million": the magnitude of the second number is meant for both, unless the first is
/// too large for it ("$900 to $1 million", "250,000 to 1 million").
fn carry_magnitude(first: &mut Piece, second: &Piece, tie: Tie) {
    let (a, b) = (&mut first.numeral, &second.numeral);
    if a.power != Decimal::ONE
        || b.power == Decimal::ONE
        || a.is_grouped
        || a.mantissa >= Decimal::ONE_THOUSAND
    {
        return;
    }
    let ascends = a.mantissa <= b.mantissa;
    let close = a.mantissa <= b.mantissa.checked_mul(Decimal::from(20)).unwrap_or(Decimal::MAX)
        && matches!(tie, Tie::FromTo | Tie::ToFrom);
    if ascends || close {
        a.power = b.power;
    }
}

/// Gives both the same unit, if they can have one.
fn unify(first: &mut Piece, second: &mut Piece, tie: Tie) -> Option<()> {
    if first.currency.is_some() || second.currency.is_some() {
        if first.currency.is_some() && second.currency.is_some() && first.unit() != second.unit() {
            // "$14.95 to $20 a month": the rate stands once.
            let same = first.currency == second.currency && second.unit().contains(" per ");
            if !same {
                return None;
            }
        }
        let money = |piece: &Piece| piece.measure.as_ref().is_none_or(|m| m.kind == MeasureKind::Money);
        if !money(first) || !money(second) {
            return None;
        }
        let currency = first.currency.or(second.currency);
        first.currency = currency;
        second.currency = currency;
        let measure = first.measure.clone();
        second.measure = second.measure.take().or(measure);
        first.measure = second.measure.clone();
        return Some(());
    }
    match (&first.measure, &second.measure) {
        (None, _) => first.measure = second.measure.clone(),
        (Some(a), Some(b)) if a.name == b.name => {}
        (Some(a), Some(b)) if b.name.starts_with(&a.name) && b.kind == a.kind => {
            first.measure.clone_from(&second.measure);
        }
        (Some(a), Some(b)) if a.kind == MeasureKind::Physical && same_unit(&a.name, &b.name) => {}
        (Some(a), None) if matches!(tie, Tie::FromTo | Tie::ToFrom) || !a.is_noun() => {
            let measure = a.clone();
            second.measure = Some(measure);
        }
        _ => return None,
    }
    Some(())
}

fn same_unit(a: &str, b: &str) -> bool {
    unit::named(a).scale().is_some_and(|a| unit::named(b).scale() == Some(a))
}

/// "rose from 240 to 273" moves; "ranges from 5 to 10" does not.
fn is_movement(context: &Context, first: &Piece, tie: Tie) -> bool {
    match tie {
        Tie::ToFrom => true,
        Tie::FromTo => {
            let start = bounded_start(context, first);
            (2..6).any(|distance| lexicon().directions.contains_key(context.lower_before(start, distance)))
        }
        _ => false,
    }
}

/// A hyphen makes a range only where something is measured or counted: "10-15 people", "$5-10", not "3-1 win".
fn is_measured_range(context: &Context, first: &Piece, second: &Piece) -> bool {
    if first.currency.is_some() || second.numeral.power != Decimal::ONE || second.numeral.is_grouped {
        return true;
    }
    let Some(measure) = &second.measure else { return false };
    if !measure.is_noun() {
        return true;
    }
    measure.head.is_some_and(|head| {
        context
            .at(head)
            .is_some_and(|item| item.tag().xpos == factcheck_syntax::Xpos::Nns || item.lower == "people")
    })
}

/// "5 to 10 percent" is a range; "rose 20 to 1,350" and "rose 6.5% to 164p" tell a step and a level.
fn is_range_with_to(context: &Context, first: &Piece, second: &Piece) -> bool {
    let start = bounded_start(context, first);
    let mut verb = context.lower_before(start, 1);
    if verb == "by" {
        return true;
    }
    if verb == "a" || verb == "another" {
        verb = context.lower_before(start, 2);
    }
    let steps = lexicon().directions.contains_key(verb);
    let own_unit = first.end > first.number.end;
    // "grew 43% to 44%" is a range: the level would be told in another unit, or be far from the step.
    let is_near = first.unit() == "percent"
        && second.unit() == "percent"
        && first
            .value()
            .zip(second.value())
            .is_some_and(|(low, high)| high <= low.saturating_mul(Decimal::TWO));
    if steps && (own_unit || second.is_bare()) && !is_near {
        return false;
    }
    let ratio_fits = || {
        let (Some(low), Some(high)) = (first.value(), second.value()) else { return false };
        low.is_zero() || high.checked_div(low).is_some_and(|ratio| ratio <= Decimal::ONE_HUNDRED)
    };
    !second.is_bare() || ratio_fits()
}

/// "one in four voters", "9 out of 10".
fn one_in(first: &Piece, second: &Piece) -> Option<Piece> {
    let whole = |piece: &Piece| piece.numeral.value().filter(|value| value.fract().is_zero());
    let (part, total) = (whole(first)?, whole(second)?);
    let plain = first.is_bare() && second.currency.is_none() && !second.is_negative;
    let counts = second.measure.as_ref().is_none_or(Measure::is_noun);
    if !plain
        || !counts
        || part >= total
        || part.is_zero()
        || total.to_u32()? > 1_000_000
        || second.numeral.form == Form::Vague
    {
        return None;
    }
    let mut piece = first.clone();
    piece.numeral.mantissa = part.checked_div(total)?;
    piece.numeral.power = Decimal::ONE;
    piece.numeral.form = Form::Fraction;
    piece.number = first.number.start..second.number.end;
    piece.end = second.end;
    let name = if second.unit().is_empty() { "percent".to_owned() } else { format!("% {}", second.unit()) };
    let head = second.measure.as_ref().and_then(|measure| measure.head);
    piece.measure = Some(Measure {
        name,
        factor: Decimal::ONE,
        kind: MeasureKind::Share,
        head,
        end: second.end,
        is_hyphenated: false,
    });
    Some(piece)
}

/// "5ft 10in", "3 hours and 20 minutes": one amount in the smaller unit. Parts behind commas stay apart.
fn mixed(context: &Context, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match done.last_mut().and_then(|last| Some((mix(context, last, &piece)?, last))) {
            Some((joined, last)) => *last = joined,
            None => done.push(piece),
        }
    }
    done
}

fn mix(context: &Context, first: &Piece, second: &Piece) -> Option<Piece> {
    let gap = second.start.checked_sub(first.end)?;
    if gap > 1 || (gap == 1 && context.lower(first.end) != "and") {
        return None;
    }
    let physical = |piece: &Piece| piece.kind() == Some(MeasureKind::Physical) && piece.ends.is_none();
    if !physical(first)
        || !physical(second)
        || first.is_negative
        || second.is_negative
        || first.bound_behind.is_some()
    {
        return None;
    }
    let (large, small) = (unit::named(first.unit()).scale()?, unit::named(second.unit()).scale()?);
    let mixes = matches!(&*large.dimension, "time" | "length" | "mass") || large.dimension == "angle";
    if !mixes || large.dimension != small.dimension || large.per_base <= small.per_base {
        return None;
    }
    let (a, b) = (first.value()?, second.value()?);
    let ratio = large.per_base.checked_div(small.per_base)?;
    if !a.fract().is_zero() || b.checked_mul(small.per_base)? >= large.per_base || !ratio.fract().is_zero() {
        return None;
    }
    let mut piece = first.clone();
    piece.numeral = second.numeral.clone();
    piece.numeral.items = first.numeral.items.start..second.numeral.items.end;
    piece.numeral.mantissa = a.checked_mul(ratio)?.checked_add(b)?;
    piece.number = first.number.start..second.number.end;
    piece.end = second.end;
    piece.measure.clone_from(&second.measure);
    piece.bound_behind = second.bound_behind;
    Some(piece)
}

/// "12, 14 and 17 percent", "eight or nine euros": a unit behind the last number is meant for all.
fn lists(context: &Context, pieces: &mut [Piece]) {
    for index in (1..pieces.len()).rev() {
        let (before, after) = pieces.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        if !first.is_bare() || second.currency.is_some() || !is_list_gap(context, first.end, second.start) {
            continue;
        }
        if people::is_age(context, first) || first.numeral.form == Form::Fraction {
            continue;
        }
        let Some(measure) = second.measure.clone() else { continue };
        // Persons and shares are told of their own number only.
        if measure.kind == MeasureKind::Share || measure.is_hyphenated {
            continue;
        }
        let similar = first.numeral.form == second.numeral.form;
        if !similar && measure.is_noun() {
            continue;
        }
        carry_magnitude(first, second, Tie::To);
        first.measure = Some(measure);
    }
}

fn is_list_gap(context: &Context, start: usize, end: usize) -> bool {
    let gap: Vec<&str> = (start..end).map(|at| context.lower(at)).collect();
    matches!(gap.as_slice(), ["," | "and" | "or" | "/" | "&"] | [",", "and" | "or"])
}
