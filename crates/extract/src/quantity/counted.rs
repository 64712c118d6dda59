//! What is counted behind a number: nouns, persons, parts of a whole, multiples.

use factcheck_syntax::{Upos, Xpos, wordnet};
use rust_decimal::Decimal;

use super::context::Context;
use super::items::Kind;
use super::lexicon::lexicon;
use super::measure::{Measure, MeasureKind, table_unit};
use super::noun;
use super::numeral::{self, Form, Numeral};

/// "three times as many", "10 times higher", "10x".
pub(super) fn times_as_much(context: &Context, at: usize) -> Option<Measure> {
    match context.lower(at) {
        "x" if context.is_glued(at) => {}
        "times" => {
            let next = context.at(at + 1)?;
            let compares = matches!(next.lower, "as" | "more" | "the" | "that" | "its" | "their" | "what")
                || next.tag().xpos == Xpos::Jjr
                || next.tag().xpos == Xpos::Rbr;
            if !compares {
                return None;
            }
        }
        _ => return None,
    }
    Some(Measure::new("fold", MeasureKind::Multiple, Some(at), at + 1))
}

/// "doubled", "tenfold"; "twice" only where it compares.
pub(super) fn multiple(context: &Context, numeral: &Numeral) -> Option<Measure> {
    let end = numeral.items.end;
    let as_much =
        context.lower(end) != "as" || matches!(context.upos(end + 1), Upos::Adj | Upos::Adv | Upos::Det);
    if matches!(context.lower(end - 1), "twice" | "thrice") && !as_much {
        return None;
    }
    if matches!(context.lower(end - 1), "twice" | "thrice")
        && !matches!(
            context.lower(end),
            "as" | "the" | "that" | "its" | "their" | "what" | "his" | "her" | "more"
        )
    {
        return None;
    }
    Some(Measure::new("fold", MeasureKind::Multiple, Some(end - 1), end))
}

/// A counted noun phrase, or persons by what happened to them.
pub(super) fn counted(context: &Context, numeral: &Numeral, at: usize) -> Option<Measure> {
    if let Some(person) = persons(context, at) {
        return Some(person);
    }
    if matches!(context.lower(at), "who" | "whose") {
        return Some(Measure::new("person", MeasureKind::Person, Some(at), at));
    }
    if context.lower(at) == "of" {
        return partitive(context, numeral, at);
    }
    let noun = noun::phrase(context, at, false, numeral.value() != Some(Decimal::ONE))?;
    // "five long years", "17 billion more dollars": a unit behind its own modifiers.
    if noun.head > at
        && noun.end == noun.head + 1
        && context.at(noun.head).is_some_and(|item| item.text.len() > 2)
        && let Some(unit) = table_unit(context, numeral, noun.head)
    {
        return Some(unit);
    }
    // "9 Zorro Ranch Road" is an address.
    if noun.is_name && numeral.form == Form::Figures && numeral.power == Decimal::ONE {
        return None;
    }
    if !noun.is_plural && noun.is_name {
        return None;
    }
    Some(Measure::new(noun.name, MeasureKind::Noun, Some(noun.head), noun.end))
}

/// "a 225-page report", "an 80-employee firm": a noun in the singular that a hyphen ties to the number before what it
/// describes. With a small number it names a kind ("a four-door car", "a two-way street") unless persons are counted.
pub(super) fn attribute(context: &Context, numeral: &Numeral, at: usize) -> Option<Measure> {
    let noun = context.at(at)?;
    let least = if crate::lexicon::is_person_noun(noun.lower) { Decimal::TWO } else { Decimal::TEN };
    let several = numeral.value().is_some_and(|value| value >= least && value.fract().is_zero());
    let counts = noun.is_word() && !noun.is_capitalised() && wordnet::has(noun.lower, Upos::Noun);
    let describes =
        matches!(context.upos(at + 1), Upos::Noun | Upos::Adj | Upos::Propn) && !context.is_glued(at + 1);
    (several && counts && describes).then(|| Measure::new(noun.lower, MeasureKind::Noun, Some(at), at + 1))
}

/// "12 killed", "20 more injured", "seven were wounded".
fn persons(context: &Context, at: usize) -> Option<Measure> {
    let mut at = at;
    while matches!(
        context.lower(at),
        "more"
            | "others"
            | "other"
            | "were"
            | "was"
            | "are"
            | "have"
            | "had"
            | "been"
            | "seriously"
            | "critically"
            | "feared"
            | "reported"
            | "confirmed"
            | "still"
            | "left"
    ) {
        at += 1;
    }
    let item = context.at(at)?;
    if !lexicon().states.contains(item.lower) {
        return None;
    }
    // "12 injured workers", "three missing children": the noun is counted.
    if noun::phrase(context, at, false, true).is_some_and(|noun| noun.head != at && noun.is_plural) {
        return None;
    }
    Some(Measure::new("person", MeasureKind::Person, Some(at), at + 1))
}

/// "of them children", "of whom", "of its 300 ships", "of Airbnb's investments".
fn partitive(context: &Context, numeral: &Numeral, at: usize) -> Option<Measure> {
    let mut at = at + 1;
    if matches!(context.lower(at), "them" | "whom" | "which" | "those" | "these") {
        let noun = noun::phrase(context, at + 1, false, true).filter(|noun| noun.is_plural);
        if let Some(noun) = noun {
            return Some(Measure::new(noun.name, MeasureKind::Noun, Some(noun.head), noun.end));
        }
        if let Some(person) = persons(context, at + 1) {
            return Some(person);
        }
        if context.lower(at) == "whom" {
            return Some(Measure::new("person", MeasureKind::Person, Some(at), at + 1));
        }
        if !matches!(context.lower(at), "those" | "these") {
            return None;
        }
        at += 1;
    }
    // "one of several lawmakers", "one of at least three ships".
    while matches!(
        context.lower(at),
        "several" | "many" | "few" | "some" | "most" | "about" | "at" | "least" | "more" | "than"
    ) {
        at += 1;
    }
    while matches!(context.upos(at), Upos::Det)
        || matches!(context.at(at)?.tag().xpos, Xpos::PrpPossessive | Xpos::Pdt)
    {
        at += 1;
    }
    // "30 of the 80 wounded": the second number is read by itself, with the same noun.
    let inner = numeral::numeral(context.items, at, false).filter(|_| numeral.form != Form::Vague);
    if let Some(inner) = inner {
        let behind = inner.items.end;
        let mut measure = persons(context, behind).or_else(|| many(context, behind))?;
        measure.end = numeral.items.end;
        return Some(measure);
    }
    if numeral.form == Form::Vague || numeral.form == Form::Dozen {
        // "tens of millions of dollars", "dozens of miles".
        if let Some(unit) = table_unit(context, numeral, at) {
            return Some(unit);
        }
    }
    many(context, at)
}

/// A noun phrase in the plural.
fn many(context: &Context, at: usize) -> Option<Measure> {
    let noun = noun::phrase(context, at, true, false).filter(|noun| noun.is_plural)?;
    Some(Measure::new(noun.name, MeasureKind::Noun, Some(noun.head), noun.end))
}

/// "a third of the population", "half its revenue", "half an hour", "a quarter mile", "one-third interest".
pub(super) fn fraction(context: &Context, numeral: &Numeral) -> Option<Measure> {
    let end = numeral.items.end;
    let mut at = end;
    if context.is_hyphen(at) && context.is_glued(at) {
        at += 1;
    }
    let of = context.lower(at) == "of";
    at += usize::from(of);
    let article = matches!(context.lower(at), "a" | "an");
    if let Some(unit) = table_unit(context, numeral, at + usize::from(article)) {
        return Some(unit);
    }
    let is_half = context.lower(end - 1) == "half";
    // "the second half of the year" is a part of it, no amount; "half-staff" is a height.
    let behind_ordinal = context
        .before(numeral.items.start, 1)
        .is_some_and(|item| matches!(item.tag().upos, Upos::Adj | Upos::Det) || item.kind == Kind::Name);
    if is_half && (behind_ordinal || (at > end && !of)) {
        return None;
    }
    let determiner = |at| {
        matches!(context.upos(at), Upos::Det)
            || context.at(at).is_some_and(|item| item.tag().xpos == Xpos::PrpPossessive)
    };
    // "half the revenue", "one quarter the power"; not "a third this year".
    let is_whole = is_half || matches!(context.lower(at), "the" | "its" | "their" | "his" | "her");
    let bare_half = is_whole && determiner(at) && !context.is_time(at..at + 2);
    // "a one-third stake", "a two-thirds majority".
    let inner_hyphen = numeral.items.clone().any(|at| context.is_hyphen(at));
    let hyphenated = (at > end && !of) || inner_hyphen;
    if !of && !bare_half && !hyphenated {
        return None;
    }
    while determiner(at) {
        at += 1;
    }
    if let Some(inner) = numeral::numeral(context.items, at, false) {
        at = inner.items.end;
    }
    let percent = || Measure::new("percent", MeasureKind::Share, None, end);
    match noun::phrase(context, at, true, false) {
        Some(noun) => {
            Some(Measure::new(format!("% {}", noun.name), MeasureKind::Share, Some(noun.head), noun.end))
        }
        None if of => Some(percent()),
        None => None,
    }
}
