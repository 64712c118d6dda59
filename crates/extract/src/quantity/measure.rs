//! What stands behind a number: a unit of the tables, an age, a share, a counted noun, a rate.

use factcheck_syntax::Upos;
use rust_decimal::Decimal;

use super::context::Context;
use super::items::Kind;
use super::lexicon::{Numeral as Word, lexicon};
use super::numeral::{Form, Numeral};
use super::{counted, money, rate};

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MeasureKind {
    Money,
    /// A unit of the tables that is no money: metres, percent, points.
    Physical,
    Age,
    /// A counted noun.
    Noun,
    /// A fraction of something.
    Share,
    /// Persons who are only told by what happened to them: "12 killed".
    Person,
    /// Times as much.
    Multiple,
}

/// A unit as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    pub name: String,
    /// What the number is multiplied with.
    pub factor: Decimal,
    pub kind: MeasureKind,
    /// Item that heads the unit or the counted noun phrase.
    pub head: Option<usize>,
    /// One past the last item.
    pub end: usize,
    /// Whether it is joined by a hyphen: "a 50-mile journey".
    pub is_hyphenated: bool,
}

impl Measure {
    pub(super) fn new(name: impl Into<String>, kind: MeasureKind, head: Option<usize>, end: usize) -> Self {
        Self { name: name.into(), factor: Decimal::ONE, kind, head, end, is_hyphenated: false }
    }

    pub(super) fn is_noun(&self) -> bool {
        matches!(self.kind, MeasureKind::Noun | MeasureKind::Person)
    }
}

/// The unit behind `numeral`, with its rate; `currency` stands before it.
pub(super) fn measure(
    context: &Context,
    numeral: &Numeral,
    currency: Option<&'static str>,
) -> Option<Measure> {
    let end = numeral.items.end;
    let mut measure = match currency {
        Some(name) => with_currency(context, name, end),
        None if numeral.form == Form::Fraction => counted::fraction(context, numeral)?,
        None if numeral.form == Form::Multiple => counted::multiple(context, numeral)?,
        None => plain(context, numeral)?,
    };
    if let Some((per, end)) = rate::rate(context, &measure) {
        if measure.name == "US dollar" {
            "dollar".clone_into(&mut measure.name);
        }
        measure.name.push_str(" per ");
        measure.name.push_str(&per);
        measure.end = end;
    }
    Some(measure)
}

/// "$500", "$500 US", "$5 million Australian dollars", "¥300 yen".
fn with_currency(context: &Context, name: &'static str, end: usize) -> Measure {
    let mut measure = Measure::new(name, MeasureKind::Money, None, end);
    let dollars = name.ends_with("dollar");
    if let Some((length, form)) =
        context.unit(end).filter(|(_, form)| form.is_money && !is_verb(context, end))
    {
        let agrees = form.name == name || form.name == "dollar" || (dollars && form.name.ends_with("dollar"));
        if agrees {
            measure.end = end + length;
            if form.name != "dollar" {
                form.name.clone_into(&mut measure.name);
            }
        }
    } else if dollars
        && context.at(end).is_some_and(|item| matches!(item.text, "US" | "USD" | "U.S." | "AUD" | "CAD"))
    {
        let noun_behind = matches!(context.upos(end + 1), Upos::Noun | Upos::Propn)
            && context.at(end + 1).is_some_and(super::items::Item::is_capitalised);
        if !noun_behind {
            measure.end = end + 1;
        }
    }
    measure
}

fn plain(context: &Context, numeral: &Numeral) -> Option<Measure> {
    let end = numeral.items.end;
    let is_hyphenated = context.is_hyphen(end) && context.is_glued(end) && context.is_glued(end + 1);
    let at = end + usize::from(is_hyphenated);
    let mut measure = age(context, at)
        .or_else(|| table_unit(context, numeral, at))
        .or_else(|| in_brackets(context, at))
        .or_else(|| counted::times_as_much(context, at))
        .or_else(|| {
            let read = if is_hyphenated { counted::attribute } else { counted::counted };
            read(context, numeral, at)
        })?;
    measure.is_hyphenated = is_hyphenated;
    Some(measure)
}

/// "-year-old", "years old", "months of age".
fn age(context: &Context, at: usize) -> Option<Measure> {
    let unit = match context.lower(at) {
        "year" | "years" | "yr" => "year of age",
        "month" | "months" => "month of age",
        "week" | "weeks" => "week of age",
        "day" | "days" => "day of age",
        "hour" | "hours" => "hour of age",
        _ => return None,
    };
    let hyphens = usize::from(context.is_hyphen(at + 1));
    let old = at + 1 + hyphens;
    let end = match context.lower(old) {
        "old" | "olds" => old + 1,
        "of" if context.lower(old + 1) == "age" => old + 2,
        _ => return None,
    };
    Some(Measure::new(unit, MeasureKind::Age, Some(at), end))
}

pub(super) fn table_unit(context: &Context, numeral: &Numeral, at: usize) -> Option<Measure> {
    if let Some(name) = money::pounds(context, numeral, at).filter(|_| !is_longer_unit(context, at)) {
        let kind = if name == "pound sterling" { MeasureKind::Money } else { MeasureKind::Physical };
        return Some(Measure::new(name, kind, Some(at), at + 1));
    }
    if context.at(at)?.is_mark('$') {
        // "10 $"; "10 $ 30" has its sign before the number.
        let is_prefix = context.at(at + 1).is_some_and(|item| item.figure().is_some());
        let name = context.hints.dollar;
        return (!is_prefix).then(|| Measure::new(name, MeasureKind::Money, Some(at), at + 1));
    }
    let (length, form) = context
        .unit(at)
        .or_else(|| Some((1, money::financial(context.at(at)?.text)?)))
        .filter(|(length, _)| is_meant(context, numeral, at, *length))?;
    let name = if form.name == "dollar" { context.hints.dollar } else { form.name };
    let kind = match name {
        _ if form.is_money => MeasureKind::Money,
        // In the tables only so that they can be compared.
        "people" | "person" => MeasureKind::Noun,
        _ => MeasureKind::Physical,
    };
    let mut measure = Measure::new(name, kind, Some(at + length - 1), at + length);
    measure.factor = form.factor;
    after_unit(context, &mut measure);
    Some(measure)
}

fn is_longer_unit(context: &Context, at: usize) -> bool {
    context.unit(at).is_some_and(|(length, _)| length > 1)
}

/// "75 USD million", "50 dollar dollar", "20 miles an hour" is left to the rate; a barrel is of something.
fn after_unit(context: &Context, measure: &mut Measure) {
    if measure.kind == MeasureKind::Money {
        if let Some(Word::Magnitude(power)) = lexicon().numerals.get(context.lower(measure.end))
            && let Some(factor) = measure.factor.checked_mul(*power)
        {
            measure.factor = factor;
            measure.end += 1;
        }
        return;
    }
    // A barrel holds anything, so that what it holds is part of the unit, unless a rate says enough.
    if measure.name == "barrel" && context.lower(measure.end) == "of" {
        let substance =
            context.at(measure.end + 1).filter(|item| item.tag().upos == Upos::Noun || item.lower == "oil");
        if let Some(substance) = substance
            && rate::behind_substance(context, measure.end).is_none()
        {
            measure.name.push_str(" of ");
            measure.name.push_str(substance.lower);
            measure.end += 2;
        }
    }
}

fn is_verb(context: &Context, at: usize) -> bool {
    matches!(context.upos(at), Upos::Verb | Upos::Aux)
}

/// Whether a form that is found in the table is meant as a unit here.
fn is_meant(context: &Context, numeral: &Numeral, at: usize, length: usize) -> bool {
    let Some(item) = context.at(at) else { return false };
    let text = item.lower;
    if length > 1 {
        return true;
    }
    // "in" is a unit only where it is glued: "10in", never "10 in".
    if matches!(text, "in" | "in." | "a" | "d" | "as" | "at") {
        return item.is_glued && text != "a";
    }
    if matches!(text, "\"" | "”" | "'" | "’" | "′" | "″") {
        return is_inch_mark(context, at);
    }
    if text.chars().count() == 1 && item.is_word() {
        return single_letter(context, at);
    }
    // "the 12 won", "5 second the motion".
    if is_verb(context, at) && !item.is_glued && matches!(text, "won" | "min" | "real" | "som" | "second") {
        return false;
    }
    // "2 second-half goals", "the 10 point man"; ordinals are tagged as adjectives.
    if text == "second" && context.is_hyphen(at + 1) && numeral.mantissa != Decimal::ONE {
        return false;
    }
    // "200 stone houses", "4 real estate agents": material before a noun.
    if matches!(text, "stone" | "real" | "sterling" | "crown") && !item.is_glued {
        return !matches!(context.upos(at + 1), Upos::Noun | Upos::Propn);
    }
    // "23456 F Block" and "Bd" as words: codes of money want a number of money.
    true
}

/// `"` closes a quotation more often than it means inches.
fn is_inch_mark(context: &Context, at: usize) -> bool {
    if context.at(at).is_some_and(|item| matches!(item.text, "″" | "′")) {
        return true;
    }
    let opened = context.items[..at].iter().filter(|item| matches!(item.text, "\"" | "“")).count();
    let next = context.lower(at + 1);
    opened % 2 == 0
        && matches!(next, "long" | "wide" | "high" | "tall" | "deep" | "thick" | "x" | "×" | "by" | "of")
}

/// A symbol of one letter: glued, or not before a word that it could belong to.
fn single_letter(context: &Context, at: usize) -> bool {
    let Some(item) = context.at(at) else { return false };
    // "24703 L-202" names something; "A/cm2" is a unit.
    if context.is_glued(at + 1) && context.is_hyphen(at + 1) {
        return false;
    }
    if context.is_glued(at + 1) && context.lower(at + 1) == "/" {
        return true;
    }
    if matches!(item.text, "A" | "N" | "J") {
        return false;
    }
    // "12 C", "25C", "90F": temperatures stand under "°", but news leaves it out.
    if item.is_glued {
        return true;
    }
    match item.text {
        "I" | "A" | "a" | "s" | "d" | "h" | "b" => false,
        // Farad and coulomb, blocks and blood groups: only a talk of weather makes a temperature of a letter.
        "F" => context.items.iter().any(|item| lexicon().cues.get(item.lower) == Some(&"temperature")),
        "C" => !context.at(at + 1).is_some_and(|next| next.is_word() && next.is_capitalised()),
        _ => true,
    }
}

/// "20 (kg)".
fn in_brackets(context: &Context, at: usize) -> Option<Measure> {
    let close = match context.at(at)?.kind {
        Kind::Mark('(') => ')',
        Kind::Mark('[') => ']',
        Kind::Mark('{') => '}',
        Kind::Mark('<') => '>',
        _ => return None,
    };
    let (length, form) = context.unit(at + 1)?;
    if !context.at(at + 1 + length)?.is_mark(close) {
        return None;
    }
    let kind = if form.is_money { MeasureKind::Money } else { MeasureKind::Physical };
    let mut measure = Measure::new(form.name, kind, Some(at + length), at + length + 2);
    measure.factor = form.factor;
    Some(measure)
}
