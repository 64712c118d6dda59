//! Rates behind a unit: "per day", "a year", "an ounce", "/h", "annually".

use factcheck_syntax::{Upos, lemma};

use super::context::Context;
use super::items::Kind;
use super::lexicon::lexicon;
use super::measure::{Measure, MeasureKind};

/// The rate behind `measure`: its unit in the singular and the place behind it.
pub(super) fn rate(context: &Context, measure: &Measure) -> Option<(String, usize)> {
    if matches!(measure.kind, MeasureKind::Age | MeasureKind::Multiple | MeasureKind::Person) {
        return None;
    }
    let direct = direct(context, measure.end);
    direct.or_else(|| {
        if measure.kind == MeasureKind::Physical { behind_substance(context, measure.end) } else { None }
    })
}

fn direct(context: &Context, at: usize) -> Option<(String, usize)> {
    let item = context.at(at)?;
    match item.lower {
        "per" => per(context, at + 1),
        "a" | "an" => with_article(context, at, at + 1 + usize::from(context.is_hyphen(at + 1))),
        "each" | "every" => every(context, at),
        "annually" | "yearly" => adverb(context, at, "year"),
        "monthly" => adverb(context, at, "month"),
        "weekly" => adverb(context, at, "week"),
        "daily" => adverb(context, at, "day"),
        "hourly" => adverb(context, at, "hour"),
        "p.a." | "pa" => Some(("year".to_owned(), at + 1)),
        "/" => slash(context, at + 1),
        _ if item.is_hyphen() => hyphenated(context, at),
        _ => None,
    }
}

/// "$70-a-share", "$ 70 - a - share", "24 a-year".
fn hyphenated(context: &Context, at: usize) -> Option<(String, usize)> {
    match context.lower(at + 1) {
        "a" | "an" if context.is_hyphen(at + 2) => with_article(context, at + 1, at + 3),
        "per" if context.is_hyphen(at + 2) => per(context, at + 3),
        _ => None,
    }
}

/// "per day", "per square foot", "per capita", "per 100,000 people", "per employee".
fn per(context: &Context, at: usize) -> Option<(String, usize)> {
    match context.lower(at) {
        "capita" | "head" => return Some(("person".to_owned(), at + 1)),
        "annum" => return Some(("year".to_owned(), at + 1)),
        "diem" => return Some(("day".to_owned(), at + 1)),
        _ => {}
    }
    if let Some((length, form)) = context.unit(at) {
        return Some((form.name.to_owned(), at + length));
    }
    if let Some(numeral) = super::numeral::numeral(context.items, at, false) {
        let value = numeral.value()?.normalize();
        let end = numeral.items.end;
        if let Some((length, form)) = context.unit(end) {
            return Some((format!("{value} {}", form.name), end + length));
        }
        let noun = super::noun::phrase(context, end, false, true)?;
        return Some((format!("{value} {}", noun.name), noun.end));
    }
    noun(context, at)
}

/// One or two nouns in the singular.
fn noun(context: &Context, at: usize) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut end = at;
    while end < at + 2 {
        let Some(item) = context.at(end).filter(|item| item.tag().upos == Upos::Noun && item.is_word())
        else {
            break;
        };
        if context.is_time(end..end + 1) {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&lemma(item.lower, Upos::Noun));
        end += 1;
    }
    (end > at).then_some((name, end))
}

/// "a year", "an ounce": only nouns that amounts are told by, and no time of their own ("a year ago").
fn with_article(context: &Context, article: usize, at: usize) -> Option<(String, usize)> {
    let item = context.at(at)?;
    // "a kilowatt-hour", "a square foot", "a tonne".
    let is_square = matches!(item.lower, "square" | "cubic" | "metric" | "troy");
    if !lexicon().rate_nouns.contains(item.lower) && !is_square {
        return None;
    }
    let (name, end) = match context.unit(at) {
        Some((length, form)) => (form.name.to_owned(), at + length),
        None if item.lower == "head" => ("person".to_owned(), at + 1),
        None => (item.lower.to_owned(), at + 1),
    };
    let is_longer = context.is_hyphen(end) && context.is_glued(end);
    if is_longer || context.is_time(article..end) || (is_time_unit(&name) && is_adverbial(context, end)) {
        return None;
    }
    Some((name, end))
}

/// Whether what follows "a year" at `at` makes it a time of its own: "a year ago", "a year on".
fn is_adverbial(context: &Context, at: usize) -> bool {
    let next = context.lower(at + 1);
    match context.lower(at) {
        "ago" | "earlier" | "later" | "prior" | "hence" | "into" | "old" => true,
        // "$5m a year before tax" is a rate.
        "before" | "after" => !matches!(next, "tax" | "taxes" | "costs"),
        "on" | "in" | "from" => matches!(next, "now" | "today" | "" | "," | "."),
        _ => false,
    }
}

fn is_time_unit(name: &str) -> bool {
    matches!(
        name,
        "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "quarter" | "year" | "decade"
    )
}

/// "$5 each", "$20 every month".
fn every(context: &Context, at: usize) -> Option<(String, usize)> {
    let name = context.lower(at + 1);
    (is_time_unit(name) && !context.is_time(at..at + 2)).then(|| (name.to_owned(), at + 2))
}

/// "annually" says a rate, "annually audited" and "daily flights" do not.
fn adverb(context: &Context, at: usize, unit: &str) -> Option<(String, usize)> {
    let next = context.upos(at + 1);
    let modifies =
        matches!(next, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb) && at + 1 < context.items.len();
    (!modifies).then(|| (unit.to_owned(), at + 1))
}

/// "km/h", "$5/share", "kV/cm".
fn slash(context: &Context, at: usize) -> Option<(String, usize)> {
    // "9 mm / yr": a blank only before a unit of time.
    let is_glued = context.is_glued(at) && context.is_glued(at - 1);
    if !is_glued && !context.unit(at).is_some_and(|(_, form)| is_time_unit(form.name)) {
        return None;
    }
    if let Some((length, form)) = context.unit(at) {
        return Some((form.name.to_owned(), at + length));
    }
    let item = context.at(at)?;
    match item.lower {
        "a" => Some(("year".to_owned(), at + 1)),
        "d" => Some(("day".to_owned(), at + 1)),
        "person" | "share" | "night" => Some((item.lower.to_owned(), at + 1)),
        _ => None,
    }
}

/// "barrels of oil per day", "tonnes of copper cathode a year": a rate behind what is measured. `at` is the
/// place behind the unit.
pub(super) fn behind_substance(context: &Context, at: usize) -> Option<(String, usize)> {
    if context.lower(at) != "of" {
        return None;
    }
    let mut end = at + 1;
    while let Some(item) = context.at(end).filter(|_| end < at + 6) {
        if item.lower == "per" || (matches!(item.lower, "a" | "an") && end > at + 1) {
            return direct(context, end);
        }
        let is_name = matches!(item.tag().upos, Upos::Noun | Upos::Propn | Upos::Adj) || item.lower == "and";
        let is_hyphen = matches!(item.kind, Kind::Mark('-'));
        if !is_name && !is_hyphen || context.is_time(end..end + 1) {
            return None;
        }
        end += 1;
    }
    None
}
