//! What recurs: "every two weeks", "annually", "each July", "Mondays", "twice a week".

use factcheck_syntax::{Upos, Xpos};

use super::{
    amounts::amount,
    lexicon::{Kind, Unit},
    phrase::Set,
    words::Line,
    years::ordinal,
};

const PLURAL_PARTS: &[&str] = &["nights", "mornings", "evenings", "afternoons"];

/// A set that begins at `at`, with its end.
pub(super) fn set(line: &Line, at: usize) -> Option<(usize, Set)> {
    match line.kind(at) {
        Kind::Each => each(line, at + 1),
        Kind::Frequency(value) => frequency(line, at, value),
        Kind::Weekdays(weekday) if line.capital(at) => Some(match line.kind(at + 1) {
            Kind::Part(part) => (at + 2, Set::Weekday(weekday, Some(part))),
            _ => (at + 1, Set::Weekday(weekday, None)),
        }),
        Kind::Weekday(weekday) => match line.kind(at + 1) {
            Kind::Part(part) if line.is_any(at + 1, PLURAL_PARTS) => {
                Some((at + 2, Set::Weekday(weekday, Some(part))))
            }
            Kind::Units(Unit::Night) => {
                Some((at + 2, Set::Weekday(weekday, Some(super::lexicon::Part::Night))))
            }
            _ => None,
        },
        Kind::Times(_) => times(line, at + 1),
        Kind::Cardinal(_) | Kind::Integer(..) | Kind::Vague(_) if line.is(at + 1, "times") => {
            times(line, at + 2)
        }
        _ => None,
    }
}

/// What follows "every": a unit, several, a weekday, a month, a part of the day.
fn each(line: &Line, at: usize) -> Option<(usize, Set)> {
    let at = line.skip_any(at, &["single", "passing"]);
    let (next, count) = if line.is(at, "other") {
        (at + 1, 2)
    } else if let Some(found) = ordinal(line, at) {
        found
    } else if let Some((next, amount)) = amount(line, at).filter(|_| line.kind(at) != Kind::A) {
        (next, amount.whole().unwrap_or(0))
    } else {
        (at, 1)
    };
    let set = match (line.kind(next), line.kind(next + 1)) {
        (Kind::Unit(Unit::Second), _) => return None,
        (Kind::Unit(unit) | Kind::Units(unit), _) => Set::Every(count, unit),
        (Kind::Weekday(weekday), Kind::Part(part)) => {
            return Some((next + 2, Set::Weekday(weekday, Some(part))));
        }
        (Kind::Weekday(weekday), _) => Set::Weekday(weekday, None),
        (Kind::Month(month), _) => Set::Month(month),
        (Kind::Season(season), _) => Set::Season(season),
        (Kind::Part(part), _) => Set::Part(part),
        _ => return None,
    };
    Some((next + 1, set))
}

/// "daily" and the like; "annual", "quarterly" before a noun only name things (an annual report).
fn frequency(line: &Line, at: usize, value: &'static str) -> Option<(usize, Set)> {
    let adverb = matches!(line.xpos(at), Xpos::Rb | Xpos::Rbr) || line.is(at, "annually");
    let names = matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Adj)
        || line.kind(at + 1) == Kind::Dash;
    let often = matches!(value, "P1D" | "P1W" | "PT1H");
    let adverb = adverb && !(names && line.is(at, "quarterly"));
    if is_rate(line, at) {
        return None;
    }
    (often || adverb || !names).then_some((at + 1, Set::Frequency(value)))
}

/// "rose by 8% annually", "10,000 units annually": a rate, which is part of a quantity.
fn is_rate(line: &Line, at: usize) -> bool {
    let figure = |at: usize| line.text(at).starts_with(|first: char| first.is_ascii_digit());
    line.is(at, "annually")
        && (line.follows(at, &["%", "percent", "million", "billion"])
            || (at >= 1 && figure(at - 1))
            || (at >= 2 && figure(at - 2)))
}

/// What follows "twice": "a week", "each day", "per year".
fn times(line: &Line, at: usize) -> Option<(usize, Set)> {
    let per = matches!(line.kind(at), Kind::A | Kind::Each) || line.is(at, "per");
    match line.kind(at + 1) {
        Kind::Unit(unit) if per && unit != Unit::Second => Some((at + 2, Set::Every(1, unit))),
        _ => None,
    }
}
