//! Reading numbers with their units: how much, of what, how exactly, rising or falling.
//!
//! A sentence is cut into items (`items`), every number gets its currency, unit and rate (`piece`, `numeral`,
//! `measure`, `rate`, `noun`, `money`), numbers that stand together become ranges and lists (`join`), and each
//! gets the range that its words allow (`bounds`, `rounding`) and its direction (`direction`). What is no
//! quantity is left out (`exclude`). Needs tokens and tags; knows no claims, no other sentence, no calendar.

mod amount;
mod bounds;
mod context;
mod counted;
mod direction;
mod exclude;
mod hints;
mod items;
mod join;
mod lend;
mod lexicon;
mod measure;
mod money;
mod noun;
mod numeral;
mod people;
mod piece;
mod rate;
mod rounding;
#[cfg(test)]
mod tests;
mod zero;

use factcheck_core::quantity::{Amount, Direction};
use factcheck_core::range::Range;
use factcheck_core::span::Span;
use factcheck_core::unit;
pub use factcheck_core::unit::is_share;
use factcheck_syntax::Tagged;
use rust_decimal::Decimal;

pub use self::hints::Hints;

use self::context::Context;
use self::lexicon::lexicon;
use self::measure::MeasureKind;
use self::numeral::Form;
use self::piece::Piece;

/// What a number tells of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    #[default]
    Plain,
    /// The change itself: "rose 5 %".
    Change,
    /// Where it ended: "rose to 5 %", "gained 1 % to 1,478".
    Level,
    /// Where it began: "up from 5 %".
    Earlier,
}

/// What two printed numbers are to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// One number.
    #[default]
    One,
    /// One amount somewhere between two numbers: "10 to 15".
    Between,
    /// Two amounts, one after the other: "rose from 240 to 273".
    Movement,
}

/// A quantity of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Approximation, number, unit and rate.
    pub span: Span,
    /// Currency, number and magnitude.
    pub number: Span,
    /// How much.
    pub amount: Amount,
    /// Token that heads the unit or the counted noun phrase.
    pub head: Option<usize>,
    /// What it tells of a change.
    pub role: Role,
    /// Whether one amount or two are told.
    pub shape: Shape,
    /// The printed ends of a range as they stand; of a movement, from where and to where.
    pub ends: Option<[Decimal; 2]>,
    /// The direction of the noun that it measures: "a 19 % drop". `amount.direction` is what a verb, an adverb
    /// or a sign says.
    pub noun_direction: Direction,
    /// Whether the unit is that of an earlier quantity: "compared with 63".
    pub is_anaphoric: bool,
}

/// Adds the quantities of `sentence` to `out`, in the order of the text.
///
/// `times` are spans that are read as temporal expressions other than durations: no number overlaps them.
pub fn read(text: &str, sentence: &dyn Tagged, times: &[Span], hints: &Hints, out: &mut Vec<Found>) {
    if !items::may_count(text, sentence.tokens(), times) {
        return;
    }
    let lowered = items::Lowered::new(text, sentence.tokens());
    let items = items::split(&lowered, sentence);
    let is_lower = !items.iter().any(|item| item.text.chars().any(char::is_uppercase));
    let context = Context { items: &items, times, hints, is_lower };
    let mut pieces = join::join(&context, piece::scan(&context));
    for index in 0..pieces.len() {
        lend::lend_unit(&context, &mut pieces, index);
    }
    let start = out.len();
    for index in 0..pieces.len() {
        out.extend(found(&context, &pieces, index));
    }
    lend::inherit(&context, &mut out[start..]);
    zeros(&context, out);
    out[start..].sort_by_key(|found| (found.span.start, found.span.end));
}

/// Lower-case words that can begin a quantity where there is no digit.
pub fn anchor_words() -> impl Iterator<Item = &'static str> {
    let mut words: Vec<&'static str> = lexicon()
        .numerals
        .iter()
        .filter(|(_, numeral)| !matches!(numeral, lexicon::Numeral::Suffix(_)))
        .map(|(word, _)| *word)
        // These say nothing without a number word behind them: "several hundred".
        .filter(|word| !matches!(*word, "few" | "several"))
        .chain(zero::anchors())
        .chain(["½", "⅓", "⅔", "¼", "¾", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅛", "⅜", "⅝", "⅞"])
        .collect();
    words.sort_unstable();
    words.into_iter()
}

/// The record of one piece.
fn found(context: &Context, pieces: &[Piece], index: usize) -> Option<Found> {
    let piece = &pieces[index];
    // "877 268 9324": bare numbers in a row are a telephone's.
    let in_a_row = |a: &Piece, b: &Piece| a.is_bare() && b.is_bare() && a.end == b.start;
    let neighbours = pieces[index + 1..].first().is_some_and(|next| in_a_row(piece, next))
        || pieces[..index].last().is_some_and(|last| in_a_row(last, piece));
    if says_nothing(context, piece, neighbours) {
        return None;
    }
    let kind = piece.kind();
    let is_time_unit = unit::scale(piece.unit()).is_some_and(|scale| scale.dimension == "time");
    let intro = piece.intro;
    let before = bounds::before(context, intro.min(piece.start), is_time_unit)
        .or_else(|| if intro == piece.start { None } else { bounds::before(context, piece.start, false) });
    // Words that bound the number before are not taken twice.
    let taken = pieces[..index].last().map_or(0, |last| last.end);
    let before = before.filter(|(_, start)| *start >= taken && !context.is_time(*start..piece.start));
    let start = before.map_or(intro, |(_, start)| start.min(intro)).min(piece.start);
    let bound = before.map(|(bound, _)| bound).or(piece.bound_behind);
    let (direction, role) = direction::direction(context, pieces, index, start);
    let mut amount = amount::amount(piece, bound)?;
    amount.direction = direction;
    if kind == Some(MeasureKind::Share) && piece.unit() == "percent" {
        amount = amount::in_percent(amount);
    }
    let at = |item: usize| context.at(item).map(items::Item::span);
    let (first, last) = (at(start)?, at(piece.end.checked_sub(1)?)?);
    if context.is_time(start..piece.end) {
        return None;
    }
    let (number, number_end) = (at(piece.number.start)?, at(piece.number.end.checked_sub(1)?)?);
    let head = piece.measure.as_ref().and_then(|measure| measure.head);
    Some(Found {
        span: Span { start: first.start, end: last.end.max(number_end.end) },
        number: Span { start: number.start, end: number_end.end },
        amount,
        head: head.and_then(|head| context.at(head)).map(|item| item.token),
        role,
        shape: piece.shape,
        ends: piece.ends,
        noun_direction: direction::noun_direction(context, piece, start),
        is_anaphoric: piece.is_anaphoric,
    })
}

/// "the two", "half": number words that lend no unit count nothing that could be compared.
fn says_nothing(context: &Context, piece: &Piece, neighbours: bool) -> bool {
    if !piece.is_bare() || piece.ends.is_some() {
        return false;
    }
    if neighbours {
        return true;
    }
    match piece.numeral.form {
        Form::Words => piece.numeral.power == Decimal::ONE && piece.numeral.mantissa < Decimal::ONE_HUNDRED,
        Form::Figures => false,
        // "rose by a third", "a quarter less": a rate, which is told in percent.
        Form::Fraction => !is_rate_of_change(context, piece),
        Form::Vague | Form::Dozen | Form::Multiple => true,
    }
}

fn is_rate_of_change(context: &Context, piece: &Piece) -> bool {
    let mut at = piece.start;
    let compared = matches!(context.lower(piece.end), "less" | "more" | "higher" | "lower" | "fewer");
    while let Some(before) = at.checked_sub(1) {
        let word = context.lower(before);
        if lexicon().directions.contains_key(word) {
            return true;
        }
        if !matches!(
            word,
            "by" | "about" | "nearly" | "almost" | "over" | "than" | "more" | "some" | "around" | "roughly"
        ) {
            break;
        }
        at = before;
    }
    compared
}

fn zeros(context: &Context, out: &mut Vec<Found>) {
    let mut at = 0;
    while at < context.items.len() {
        let Some(zero) = zero::zero(context, at).filter(|zero| !context.is_time(zero.start..zero.end)) else {
            at += 1;
            continue;
        };
        at = zero.end;
        let (Some(first), Some(last), Some(head)) =
            (context.at(zero.start), context.at(zero.end - 1), context.at(zero.head))
        else {
            continue;
        };
        let span = Span::new(first.start, last.end);
        out.push(Found {
            span,
            number: first.span(),
            amount: Amount {
                allowed: Range::exact(Decimal::ZERO),
                value: Some(Decimal::ZERO),
                unit: amount::noun_unit(&zero.unit),
                ..Amount::default()
            },
            head: Some(head.token),
            role: Role::Plain,
            shape: Shape::One,
            ends: None,
            noun_direction: Direction::None,
            is_anaphoric: false,
        });
    }
}
