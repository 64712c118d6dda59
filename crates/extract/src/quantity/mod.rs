//! Reading numbers with their units: how much, of what, how exactly, rising or falling.
//!
//! A sentence is cut into items (`items`), every number gets its currency, unit and rate (`piece`, `numeral`,
//! `measure`, `rate`, `noun`, `money`), numbers that stand together become ranges and lists (`join`), and each
//! gets the range that its words allow (`bounds`, `rounding`) and its direction (`direction`). What is no
//! quantity is left out (`exclude`). Needs tokens and tags; knows no claims, no other sentence, no calendar.

mod bounds;
mod context;
mod direction;
mod exclude;
mod items;
mod join;
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
use factcheck_core::range::{Bound as End, Range};
use factcheck_core::span::Span;
use factcheck_core::unit;
pub use factcheck_core::unit::is_share;
use factcheck_syntax::Sentence;
use rust_decimal::Decimal;

use self::context::Context;
use self::lexicon::{Bound, lexicon};
use self::measure::MeasureKind;
use self::numeral::Form;
use self::piece::Piece;

/// What is known of the article beforehand.
#[derive(Clone, Debug)]
pub struct Hints {
    /// The unit that a bare "$" or "dollars" means.
    pub dollar: &'static str,
}

impl Default for Hints {
    /// International news means US dollars.
    fn default() -> Self {
        Self { dollar: "US dollar" }
    }
}

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
pub fn read(text: &str, sentence: &Sentence, times: &[Span], hints: &Hints, out: &mut Vec<Found>) {
    if !has_anchor(text, sentence) {
        return;
    }
    let items = items::split(text, sentence);
    let is_lower = !items.iter().any(|item| item.text.chars().any(char::is_uppercase));
    let context = Context { items: &items, times, hints, is_lower };
    let mut pieces = join::join(&context, piece::scan(&context));
    for index in 0..pieces.len() {
        lend_unit(&context, &mut pieces, index);
    }
    let start = out.len();
    for index in 0..pieces.len() {
        out.extend(found(&context, &pieces, index));
    }
    inherit(&context, &mut out[start..]);
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
        .chain(["no", "nobody"])
        .collect();
    words.sort_unstable();
    words.into_iter()
}

/// Whether a token has a digit or is a number word.
fn has_anchor(text: &str, sentence: &Sentence) -> bool {
    let mut lower = [0; 14];
    sentence.tokens.iter().any(|token| {
        let word = token.text(text);
        if word.chars().any(char::is_numeric) {
            return true;
        }
        let Some(lower) = lower.get_mut(..word.len()) else { return false };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower)
            .is_ok_and(|word| lexicon().numerals.contains_key(word) || matches!(word, "no" | "nobody"))
    })
}

/// A bare number with a unit that the sentence gives elsewhere, or an age.
fn lend_unit(context: &Context, pieces: &mut [Piece], index: usize) {
    let piece = &pieces[index];
    if people::is_age(context, piece) {
        let piece = &mut pieces[index];
        piece.end = piece.number.end;
        let measure = lent("year of age", MeasureKind::Age, piece.end);
        pieces[index].measure = Some(measure);
        return;
    }
    if people::is_magnitude(context, piece) {
        let piece = &mut pieces[index];
        let end = piece.number.end;
        piece.end = end;
        piece.measure = Some(lent("magnitude", MeasureKind::Physical, end));
        return;
    }
    if people::counts_persons(context, piece) {
        let others = usize::from(context.lower(piece.end) == "others");
        let piece = &mut pieces[index];
        piece.end += others;
        piece.measure = Some(lent("person", MeasureKind::Person, piece.end));
        return;
    }
    if !piece.is_bare() || !matches!(piece.numeral.form, Form::Figures | Form::Words) {
        return;
    }
    let Some(lender) = (0..index).rev().find(|lender| lends(context, &pieces[*lender], piece)) else {
        return;
    };
    let measure = pieces[lender].measure.clone();
    let piece = &mut pieces[index];
    piece.measure = measure.map(|mut measure| {
        measure.end = piece.end;
        measure.head = None;
        measure
    });
    piece.is_anaphoric = true;
}

/// A unit that the words around the number give.
fn lent(name: &str, kind: MeasureKind, end: usize) -> measure::Measure {
    measure::Measure {
        name: name.to_owned(),
        factor: Decimal::ONE,
        kind,
        head: None,
        end,
        is_hyphenated: false,
    }
}

/// Whether the bare number `piece` is told in the unit of `lender`: it is compared with it, continues an index,
/// or looks alike ("84.75 cents, while the lowest is 74.07").
fn lends(context: &Context, lender: &Piece, piece: &Piece) -> bool {
    let Some(measure) = lender.measure.as_ref().filter(|_| lender.ends.is_none() && !lender.is_anaphoric)
    else {
        return false;
    };
    if matches!(
        measure.kind,
        MeasureKind::Share | MeasureKind::Age | MeasureKind::Multiple | MeasureKind::Person
    ) {
        return false;
    }
    let (Some(a), Some(b)) = (lender.value(), piece.value()) else { return false };
    let within = |times: u32| {
        let times = Decimal::from(times);
        a > Decimal::ZERO
            && b > Decimal::ZERO
            && a.checked_mul(times).is_none_or(|most| b <= most)
            && b.checked_mul(times).is_none_or(|most| a <= most)
    };
    let start = bounds::before(context, piece.start, false).map_or(piece.start, |(_, start)| start);
    let word = context.lower_before(start, 1);
    // "6 million homes, including 1.5 million in Los Angeles", "230 people, 170 of them in Aceh".
    let of_them =
        context.lower(piece.end) == "of" && matches!(context.lower(piece.end + 1), "them" | "which");
    if (word == "including" || of_them) && measure.is_noun() {
        return b < a && a > Decimal::ZERO;
    }
    let compares = matches!(word, "versus" | "vs" | "vs." | "than" | "against")
        || (word == "from" && piece.start < lender.end + 12)
        || (matches!(word, "with" | "to") && context.lower_before(start, 2) == "compared");
    if compares && measure.name != "percent" {
        return within(50);
    }
    let continues = matches!(word, "to" | "at" | "of");
    if measure.name == "point" && continues {
        return piece.numeral.decimals > 0 || b >= Decimal::ONE_HUNDRED;
    }
    let ends_here = context.at(piece.end).is_none_or(|item| !item.is_word());
    let alike = lender.numeral.decimals == piece.numeral.decimals
        && (piece.numeral.decimals > 0 || (piece.numeral.is_grouped && lender.numeral.is_grouped));
    alike && ends_here && within(3) && !continues
}

/// The record of one piece.
fn found(context: &Context, pieces: &[Piece], index: usize) -> Option<Found> {
    let piece = &pieces[index];
    if says_nothing(context, piece) {
        return None;
    }
    let kind = piece.kind();
    let is_time_unit = unit::named(piece.unit()).scale().is_some_and(|scale| scale.dimension == "time");
    let intro = piece.intro;
    let before = bounds::before(context, intro.min(piece.start), is_time_unit)
        .or_else(|| if intro == piece.start { None } else { bounds::before(context, piece.start, false) });
    let before = before.filter(|(_, start)| !context.is_time(*start..piece.start));
    let start = before.map_or(intro, |(_, start)| start.min(intro)).min(piece.start);
    let bound = before.map(|(bound, _)| bound).or(piece.bound_behind);
    let (direction, role) = direction::direction(context, pieces, index, start);
    let mut amount = amount(piece, bound)?;
    amount.direction = direction;
    if kind == Some(MeasureKind::Share) && piece.unit() == "percent" {
        amount = in_percent(amount);
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
fn says_nothing(context: &Context, piece: &Piece) -> bool {
    if !piece.is_bare() || piece.ends.is_some() {
        return false;
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

/// A fraction without a whole as a percentage: "rose a quarter" is 25 percent.
fn in_percent(mut amount: Amount) -> Amount {
    let hundred = Decimal::ONE_HUNDRED;
    if let Some(allowed) = amount.allowed.scale(hundred) {
        amount.allowed = allowed;
        // A third is 33.3333333333 percent: more digits would only be noise.
        amount.value =
            amount.value.and_then(|value| value.checked_mul(hundred)).map(|value| value.round_dp(10));
    }
    amount
}

fn amount(piece: &Piece, bound: Option<Bound>) -> Option<Amount> {
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
        let exact =
            (piece.numeral.form == Form::Dozen || piece.numeral.mantissa == Decimal::TWO).then_some(value);
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
fn noun_unit(name: &str) -> unit::Unit {
    if matches!(name, "people" | "person") { unit::named(name) } else { unit::Unit::noun(name) }
}

/// "$5 (€4)", "lower than 8.9 ksi (61.4 MPa)": the same amount in another unit has the same direction and bounds.
fn inherit(context: &Context, found: &mut [Found]) {
    for index in 1..found.len() {
        let (before, after) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last(), after.first_mut()) else { continue };
        let between: Vec<&str> = context
            .items
            .iter()
            .filter(|item| item.start >= first.span.end as usize && item.end <= second.span.start as usize)
            .map(|item| item.lower.as_ref())
            .collect();
        let in_brackets = between == ["("];
        let apposed = matches!(between.as_slice(), [",", "or"] | ["or"]);
        if between.last() == Some(&"by")
            && first.role == Role::Change
            && first.amount.unit == second.amount.unit
        {
            // "Ross was down 2.3%, Burlington by 2.6%".
            if second.role == Role::Plain && second.amount.direction == Direction::None {
                second.amount.direction = first.amount.direction;
                second.role = Role::Change;
            }
            continue;
        }
        let differs = first.amount.unit != second.amount.unit && !first.amount.unit.name.is_empty();
        if !differs || second.amount.unit.name.is_empty() || !(in_brackets || apposed) {
            continue;
        }
        if second.amount.direction == Direction::None && second.role == Role::Plain {
            second.amount.direction = first.amount.direction;
            second.role = first.role;
        }
        let converts = in_brackets && first.amount.unit.is_comparable(&second.amount.unit);
        if converts
            && second.amount.approximation == factcheck_core::quantity::Approximation::Exact
            && !second.amount.is_range
        {
            inherit_bound(&first.amount, &mut second.amount);
        }
    }
}

fn inherit_bound(first: &Amount, second: &mut Amount) {
    use factcheck_core::quantity::Approximation;
    let Some(value) = second.value else { return };
    let allowed = match first.approximation {
        Approximation::MoreThan if first.allowed.high == End::Unbounded => Range::more_than(value),
        Approximation::LessThan if first.allowed.low == End::Unbounded => Range::less_than(value),
        Approximation::AtLeast => Range::at_least(value),
        Approximation::AtMost => Range::at_most(value),
        _ => return,
    };
    second.allowed = allowed;
    second.approximation = first.approximation;
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
                unit: noun_unit(&zero.unit),
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
