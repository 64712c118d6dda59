//! Digits that are no quantity: years, names, labels, addresses, list numbers, and "one" as a pronoun.

use factcheck_core::calendar::is_month_name;
use factcheck_syntax::{Upos, Xpos, wordnet};
use rust_decimal::Decimal;

use super::context::Context;
use super::items::Kind;
use super::lexicon::{Numeral as Word, lexicon};
use super::measure::{Measure, MeasureKind};
use super::numeral::{Form, Numeral};

/// Whether the number from item `start` (with a sign, without a currency) is part of a name, a year or a label.
pub(super) fn is_name(context: &Context, start: usize, numeral: &Numeral, measure: Option<&Measure>) -> bool {
    let has_unit = measure.is_some_and(|measure| !measure.is_noun());
    if numeral.form == Form::Multiple || measure.is_some_and(|measure| measure.kind == MeasureKind::Age) {
        return false;
    }
    if is_glued_to_name(context, start) {
        return true;
    }
    if !has_unit && (is_clock(context, numeral) || is_date(context, start, numeral)) {
        return true;
    }
    if numeral.form == Form::Words {
        // "Ground Zero", "Air Force One".
        let capital = |at: usize| context.at(at).is_some_and(super::items::Item::is_capitalised);
        if start > 0 && capital(start) && capital(start - 1) && !has_unit {
            return true;
        }
        return is_pronoun(context, numeral, measure) || (!has_unit && is_labelled(context, start, numeral));
    }
    if numeral.form != Form::Figures {
        return false;
    }
    if has_unit {
        return is_year(context, start, numeral, measure) && measure.is_some_and(|m| m.is_hyphenated);
    }
    is_labelled(context, start, numeral)
        || is_before_name(context, numeral, measure)
        || (measure.is_none() && numeral.is_plain_figure() && context.lower_before(start, 1) == "the")
        || is_year(context, start, numeral, measure)
        || is_behind_name(context, start, numeral, measure)
        || is_list_number(context, start, numeral)
}

/// "F-16", "Covid-19", "mid-20s", "#5": a mark ties the number to what stands before.
fn is_glued_to_name(context: &Context, start: usize) -> bool {
    if !context.is_glued(start) {
        return false;
    }
    let Some(before) = context.before(start, 1) else { return false };
    if before.is_mark('#') || before.is_mark('@') || before.is_mark('_') || before.is_mark('/') {
        return true;
    }
    // A sign or a range is read elsewhere; what is left hangs on a word.
    // "warming—90 degrees" is a dash.
    before.is_hyphen()
        && !before.is_mark('—')
        && before.is_glued
        && context.before(start, 2).is_some_and(|item| {
            (item.is_word()
                && !matches!(item.lower, "minus" | "plus" | "to")
                && !is_range_part(context, start))
                || item.kind == Kind::Name
        })
}

/// "$5m-10m": the word before the hyphen is itself part of an amount.
fn is_range_part(context: &Context, start: usize) -> bool {
    context.before(start, 2).is_some_and(|item| {
        item.is_glued && context.before(start, 3).is_some_and(|digits| digits.figure().is_some())
            || matches!(lexicon().numerals.get(item.lower), Some(Word::Plain(_) | Word::Magnitude(_)))
            || context.before(start, 3).is_some_and(|digits| digits.figure().is_some())
                && start.checked_sub(2).and_then(|at| context.unit(at)).is_some()
    })
}

/// "8 p.m.", "5 o'clock".
fn is_clock(context: &Context, numeral: &Numeral) -> bool {
    matches!(
        context.lower(numeral.items.end),
        "a." | "p."
            | "am"
            | "pm"
            | "a.m."
            | "p.m."
            | "a.m"
            | "p.m"
            | "o'clock"
            | "o’clock"
            | "gmt"
            | "est"
            | "edt"
            | "pdt"
            | "pst"
            | "bc"
            | "bce"
            | "ad"
            | "ce"
    )
}

fn is_month(context: &Context, at: usize) -> bool {
    context.at(at).is_some_and(|item| item.is_capitalised() && is_month_name(item.lower))
}

/// "12 March", "March 12": a day of a month that was not given among the times.
fn is_date(context: &Context, start: usize, numeral: &Numeral) -> bool {
    let is_day = numeral.is_plain_figure() && numeral.digits <= 2;
    is_day && (is_month(context, numeral.items.end) || start > 0 && is_month(context, start - 1))
}

/// "one" that counts nothing: "no one", "one another", "the one", "one of them".
fn is_pronoun(context: &Context, numeral: &Numeral, measure: Option<&Measure>) -> bool {
    let start = numeral.items.start;
    if context.lower(start) != "one" || numeral.items.len() > 1 {
        return false;
    }
    let before = context.lower_before(start, 1);
    let next = context.lower(start + 1);
    // "one to two years", "one or two ships", "one in four".
    let ahead = start + 2 + usize::from(context.lower(start + 2) == "of");
    let pairs = matches!(next, "to" | "or" | "and" | "in" | "out") || context.is_hyphen(start + 1);
    if pairs && measure.is_none() && super::numeral::numeral(context.items, ahead, false).is_some() {
        return false;
    }
    // "at one point" is a moment.
    if next == "point" && before == "at" {
        return true;
    }
    if next == "of" && measure.is_some() {
        return before == "no";
    }
    if measure.is_some_and(|measure| !measure.is_noun()) && !matches!(next, "day") {
        return matches!(before, "the" | "no");
    }
    // "one day we will": a day that is not counted.
    if matches!(next, "day" | "another" | "thing" | "way")
        && measure.is_none_or(|m| !m.is_hyphenated && !m.name.contains(" per "))
    {
        return true;
    }
    measure.is_none()
        || matches!(
            before,
            "no" | "any" | "every" | "some" | "this" | "that" | "which" | "the" | "number" | "day" | "each"
        )
        || context.before(start, 1).is_some_and(|item| item.is_hyphen() && item.is_glued)
}

/// "category one", "page 12", "No. 5", "Article 5".
fn is_labelled(context: &Context, start: usize, numeral: &Numeral) -> bool {
    // "Conference ID: 24256919".
    let colon = usize::from(context.before(start, 1).is_some_and(|item| item.is_mark(':')));
    let Some(label) = context.before(start, 1 + colon) else { return false };
    // "Chapters 3 and 4": what holds of the first number holds of the second.
    let joins = matches!(label.lower, "and" | "or" | "to" | ",") || label.is_hyphen();
    if joins && start > 2 && context.before(start, 2).is_some_and(|item| item.figure().is_some()) {
        return numeral.is_plain_figure() && is_labelled(context, start - 2, numeral);
    }
    let singular = label.lower.strip_suffix('s').unwrap_or(label.lower);
    if !(lexicon().labels.contains(label.lower) || lexicon().labels.contains(singular))
        || numeral.is_grouped
        || numeral.power != Decimal::ONE
    {
        return false;
    }
    // "the page 12 people read" is rare; "they issue 300 permits" is not.
    !matches!(label.tag().upos, Upos::Verb)
}

/// Four digits from 1400 to 2099 are a year, unless words around them count or approximate.
fn is_year(context: &Context, start: usize, numeral: &Numeral, measure: Option<&Measure>) -> bool {
    let plain = numeral.is_plain_figure() && numeral.digits == 4;
    if !plain || numeral.mantissa < Decimal::from(1400) || numeral.mantissa >= Decimal::from(2100) {
        return false;
    }
    let before = context.lower_before(start, 1);
    let approximated =
        matches!(before, "than" | "about" | "some" | "least" | "nearly" | "almost" | "roughly" | "over");
    let many = measure.is_some_and(Measure::is_noun)
        && measure
            .and_then(|measure| measure.head)
            .and_then(|head| context.at(head))
            .is_some_and(|head| head.tag().xpos == Xpos::Nns || head.lower == "people");
    let behind_verb = context.before(start, 1).is_some_and(|item| item.tag().upos == Upos::Verb);
    // "the 1500 sailors", but "in 1500 ships were rare": a round number counts where nothing says time.
    let round = (numeral.mantissa % Decimal::ONE_HUNDRED).is_zero()
        && !matches!(
            before,
            "in" | "since" | "by" | "from" | "until" | "after" | "before" | "during" | "of" | ""
        );
    let counted = many && (behind_verb || round);
    !(counted || (approximated && measure.is_some()))
}

/// "Boeing 737", "FTSE 100", "Power of Siberia 2": the number belongs to the name before it.
fn is_behind_name(context: &Context, start: usize, numeral: &Numeral, measure: Option<&Measure>) -> bool {
    if context.is_lower || !numeral.is_plain_figure() {
        return false;
    }
    let has_capital = |item: &&super::items::Item| item.text.chars().any(char::is_uppercase);
    let Some(before) = context.before(start, 1).filter(|item| has_capital(item) || item.kind == Kind::Name)
    else {
        return false;
    };
    // The first word of a sentence is capitalised anyway; "iPhone" and "MiG" never are without a reason.
    let inner_capital = before.text.chars().skip(1).any(char::is_uppercase)
        && matches!(before.tag().upos, Upos::Noun | Upos::Propn | Upos::X);
    let is_name = before.tag().upos == Upos::Propn
        || inner_capital
        || before.kind == Kind::Name
        || (start > 1 && measure.is_none() && !before.is_mark('"'));
    if !is_name || context.is_time(start - 1..start) || is_weekday(before.lower) {
        return false;
    }
    let Some(measure) = measure else { return !is_index_level(context, start, numeral) };
    !counts_people(context, measure) || before.kind == Kind::Name
}

/// "49 Zorro Ranch Road", "787 Dreamliner": a plain figure and a name in the singular.
fn is_before_name(context: &Context, numeral: &Numeral, measure: Option<&Measure>) -> bool {
    let end = numeral.items.end;
    let Some(next) = context.at(end) else { return false };
    measure.is_none()
        && numeral.is_plain_figure()
        && next.is_word()
        && next.is_capitalised()
        && next.tag().upos == Upos::Propn
        && !is_weekday(next.lower)
        && !context.is_time(end..end + 1)
}

/// Nothing but a figure of many digits is a level of an index: "Dow 27349".
fn is_index_level(_: &Context, _: usize, numeral: &Numeral) -> bool {
    numeral.digits > 4
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether persons are counted: "In Gaza 12 people", not "Boeing 737 jets".
fn counts_people(context: &Context, measure: &Measure) -> bool {
    if measure.kind == MeasureKind::Person {
        return true;
    }
    let Some(head) = measure.head.and_then(|head| context.at(head)) else { return false };
    if (!matches!(head.tag().xpos, Xpos::Nns) && head.lower != "people") || head.is_capitalised() {
        return false;
    }
    let lemma = factcheck_syntax::lemma(head.lower, Upos::Noun);
    lemma == "people" || wordnet::lexnames(&lemma, Upos::Noun).next() == Some(wordnet::Lexname::NounPerson)
}

/// "1. Introduction", "(2) the second", "1 ) explains".
fn is_list_number(context: &Context, start: usize, numeral: &Numeral) -> bool {
    if numeral.digits > 2 || !numeral.is_plain_figure() {
        return false;
    }
    let end = numeral.items.end;
    let closes = context.at(end).is_some_and(|item| item.is_mark(')'));
    let opens = context.before(start, 1).is_some_and(|item| item.is_mark('('));
    let first = start == 0
        && context.at(end).is_some_and(|item| item.is_mark('.') || item.is_mark(':'))
        && end + 1 < context.items.len();
    first || (closes && (if opens { start == 1 } else { !is_opened(context, start) }))
}

fn is_opened(context: &Context, at: usize) -> bool {
    let count = |mark| context.items[..at].iter().filter(|item| item.is_mark(mark)).count();
    count('(') > count(')')
}
