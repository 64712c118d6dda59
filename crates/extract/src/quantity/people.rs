//! Numbers that are of persons without saying so: ages ("Jamie Buckley, 32,", "aged 45"), and counts
//! ("killing 31,000", "a population of 120,000").

use factcheck_syntax::{Upos, Xpos, lemma};
use rust_decimal::Decimal;

use super::bounds;
use super::context::Context;
use super::lexicon::lexicon;
use super::piece::Piece;

/// Whether the bare number of `piece` is an age in years.
pub(super) fn is_age(context: &Context, piece: &Piece) -> bool {
    let numeral = &piece.numeral;
    let fits =
        numeral.decimals == 0 && numeral.power == Decimal::ONE && numeral.mantissa < Decimal::from(120);
    if !fits || piece.is_negative || numeral.mantissa < Decimal::ONE {
        return false;
    }
    // "men aged 18 to 34 left": no noun is counted behind "aged".
    let noun = piece.measure.as_ref().is_some_and(super::measure::Measure::is_noun);
    if noun && matches!(context.lower_before(piece.intro, 1), "aged" | "ages") {
        return true;
    }
    if !piece.is_bare() {
        return false;
    }
    is_aged(context, bounds::before(context, piece.intro, false).map_or(piece.intro, |(_, start)| start))
        || is_apposition(context, piece)
        || is_predicate(context, piece)
}

/// "aged 45", "ages 5 to 12", "at age 60", "at the age of 30", "life expectancy is about 73".
fn is_aged(context: &Context, start: usize) -> bool {
    let word = context.lower_before(start, 1);
    let back = |distance| context.lower_before(start, distance);
    matches!(word, "aged" | "age" | "ages")
        || (word == "of" && matches!(back(2), "age" | "ages"))
        || (matches!(word, "between" | "from" | "over" | "under")
            && matches!(back(2), "aged" | "ages" | "age"))
        || (matches!(word, "turned" | "turns" | "turning" | "turn") && is_person(context, start, 2))
        || (matches!(word, "is" | "was" | "to" | "of" | "at" | "from")
            && (2..8).any(|distance| matches!(back(distance), "expectancy" | "age")))
}

fn is_person(context: &Context, start: usize, distance: usize) -> bool {
    (distance..distance + 3)
        .any(|distance| matches!(context.lower_before(start, distance), "he" | "she" | "who" | "i"))
}

/// "Jamie Buckley, 32, said", "Jamie Buckley (32)".
fn is_apposition(context: &Context, piece: &Piece) -> bool {
    // "Mr Lewis, now 77, said".
    let start = piece.start - usize::from(context.lower_before(piece.start, 1) == "now");
    if !piece.numeral.is_plain_figure() || piece.numeral.digits > 3 {
        return false;
    }
    let (Some(open), Some(name)) = (context.before(start, 1), context.before(start, 2)) else { return false };
    let close = context.at(piece.end);
    let closes = |mark| close.is_some_and(|item| item.is_mark(mark));
    let fenced = (open.is_mark(',')
        && close.is_none_or(|item| {
            item.is_mark(',') || item.is_mark('.') || item.is_mark(';') || item.lower == "and"
        }))
        || (open.is_mark('(') && closes(')'));
    let is_name = name.is_word() && name.is_capitalised() && name.tag().upos == Upos::Propn;
    // "Aug. 3, 32" and "the CEO, 50": only a name of two letters or more is a person's here.
    fenced
        && is_name
        && !context.is_time(start - 2..start - 1)
        && name.text.len() > 1
        && (closes(',') || closes(')') || piece.numeral.digits == 2)
}

/// "he is 35", "she will be 35 by then", "I'm 29".
fn is_predicate(context: &Context, piece: &Piece) -> bool {
    let start = piece.intro;
    let be = context.lower_before(start, 1);
    if !matches!(
        be,
        "is" | "was" | "be" | "'m" | "’m" | "'s" | "’s" | "am" | "just" | "only" | "now" | "still"
    ) {
        return false;
    }
    let subject =
        (2..6).any(|distance| matches!(context.lower_before(start, distance), "he" | "she" | "i" | "who"));
    let ends = context.at(piece.end).is_none_or(|item| {
        !item.is_word()
            || matches!(item.tag().upos, Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Adv)
            || matches!(item.tag().xpos, Xpos::In | Xpos::Wrb)
    });
    subject && ends && context.lower(piece.end) != "of" && context.lower(piece.end) != "in"
}

/// Whether the bare number of `piece` counts persons.
pub(super) fn counts_persons(context: &Context, piece: &Piece) -> bool {
    let numeral = &piece.numeral;
    if !piece.is_bare() || piece.is_negative || numeral.decimals > 0 && numeral.power == Decimal::ONE {
        return false;
    }
    if matches!(context.lower(piece.end), "others" | "other") {
        return true;
    }
    let start = bounds::before(context, piece.intro, false).map_or(piece.intro, |(_, start)| start);
    let word = context.lower_before(start, 1);
    let is_verb = context.before(start, 1).is_some_and(|item| item.tag().upos == Upos::Verb);
    if is_verb && lexicon().harms.contains(lemma(word, Upos::Verb).as_ref()) {
        return true;
    }
    matches!(word, "of" | "to" | "at" | "is" | "was" | "reached" | "hit" | "from")
        && (2..6).any(|distance| lexicon().person_nouns.contains(context.lower_before(start, distance)))
}

/// Whether the number of `piece` is the magnitude of an earthquake: "magnitude 7.6", "a 4.6 quake".
pub(super) fn is_magnitude(context: &Context, piece: &Piece) -> bool {
    let fits = piece.numeral.power == Decimal::ONE
        && piece.numeral.mantissa < Decimal::TEN
        && piece.currency.is_none();
    let noun = piece.measure.as_ref().is_none_or(super::measure::Measure::is_noun);
    if !fits || !noun || piece.ends.is_some() {
        return false;
    }
    let start = bounds::before(context, piece.intro, false).map_or(piece.intro, |(_, start)| start);
    let back = |distance| context.lower_before(start, distance);
    let hyphen = usize::from(context.before(start, 1).is_some_and(super::items::Item::is_hyphen));
    let on_scale = context.lower(piece.end) == "on" && context.lower(piece.end + 2) == "richter";
    let said =
        matches!(back(1), "at" | "was" | "is" | "as") && (2..6).any(|distance| back(distance) == "magnitude");
    let named = on_scale
        || said
        || back(1 + hyphen) == "magnitude"
        || (matches!(back(1), "of" | "a")
            && matches!(back(2), "magnitude" | "of")
            && (back(2) == "magnitude" || back(3) == "magnitude"));
    let quake = piece.numeral.decimals == 1
        && matches!(context.lower(piece.number.end), "quake" | "earthquake" | "temblor" | "tremor");
    named || quake
}
