//! Parts of a longer time: "early 1991", "late last week", "mid-June", "the end of the year", "year-end",
//! "earlier this month".

use factcheck_core::calendar::{Grain, Period};
use factcheck_syntax::Upos;

use super::{
    grammar::{core, plain},
    lexicon::{Edge, Kind, Unit, Which, lookup},
    phrase::{Clock, Date, Partial, Phrase, What, YearOf},
    words::Line,
    years::tail,
};

/// A part of a date, or a time with "early" or "late" before it.
pub(super) fn edged(line: &Line, at: usize) -> Option<Phrase> {
    if let Some(found) = year_end(line, at).or_else(|| glued_mid(line, at)) {
        return Some(found);
    }
    let next = line.skip_any(line.skip(at, Kind::The), &["very"]);
    match line.kind(next) {
        Kind::Edge(edge) => with_edge(line, at, next, edge),
        Kind::Rest if line.kind(next + 1) == Kind::Of => {
            let inner = core(line, next + 2)?;
            matches!(inner.what, What::Date(_)).then_some(Phrase { first: at, ..inner })
        }
        _ => None,
    }
}

fn with_edge(line: &Line, at: usize, next: usize, edge: Edge) -> Option<Phrase> {
    const NOUNS: &[&str] =
        &["end", "beginning", "start", "middle", "close", "outset", "opening", "midst", "latter"];
    let noun = line.is_any(next, NOUNS);
    let behind = line.skip_hyphen(next + 1);
    // "the early part of the year"
    let part = line.is_any(behind, &["part", "half"]) && line.kind(behind + 1) == Kind::Of;
    let behind = if part { behind + 1 } else { behind };
    let inner_at = match line.kind(behind) {
        Kind::Of => behind + 1,
        _ if noun => return None,
        // "early in 1990", "late on Monday"
        Kind::In | Kind::On => behind + 1,
        _ => behind,
    };
    let inner = core(line, inner_at)?;
    let fits = match inner.what {
        What::Date(Date::Shift { .. }) | What::Duration(_) | What::Set(_) | What::Reference(_) => false,
        What::Date(_) => true,
        What::Time(..) => !noun,
    };
    // "the early 1990s" has its article; in "the late-November trip" it belongs to the trip.
    let joined = line.skip_hyphen(next + 1) > next + 1 && line.tag(inner.end).upos == Upos::Noun;
    let first = if joined { next } else { at };
    fits.then_some(Phrase { first, edge: Some(edge), ..inner })
}

/// "mid-June", "mid-summer", "midweek": single tokens.
fn glued_mid(line: &Line, at: usize) -> Option<Phrase> {
    let text = line.text(at);
    let rest = text.get(4..).filter(|_| text.get(..4).is_some_and(|mid| mid.eq_ignore_ascii_case("mid-")))?;
    let (end, year) = tail(line, at + 1, true).unwrap_or((at + 1, YearOf::Open));
    let date = match (lookup(rest), year) {
        (Kind::Month(month), YearOf::Known(year)) => Date::Known(Period::Month(year, month)),
        (Kind::Month(month), _) => Date::Partial(Partial::Month(month), year, Which::Bare),
        (Kind::Season(season), _) => Date::Partial(Partial::Season(season), year, Which::Bare),
        (Kind::Unit(Unit::Week), _) => Date::Grain(Grain::Week, Which::This),
        _ => return None,
    };
    Some(Phrase { edge: Some(Edge::Middle), ..plain(at, end, What::Date(date)) })
}

/// "year-end", "year end", "the year's end", "month-end".
fn year_end(line: &Line, at: usize) -> Option<Phrase> {
    let next = line.skip(at, Kind::The);
    let Kind::Unit(unit @ (Unit::Year | Unit::Month | Unit::Quarter)) = line.kind(next) else { return None };
    let end = match line.kind(next + 1) {
        Kind::Possessive => next + 2,
        _ => line.skip_hyphen(next + 1),
    };
    if !line.is(end, "end") || line.kind(end + 1) == Kind::Of {
        return None;
    }
    // "year-end" is the last day, for which accounts are drawn up; "the year's end" and "year end" are looser.
    let what = if unit == Unit::Year && line.kind(next + 1) == Kind::Dash {
        What::Date(Date::Partial(Partial::Day(12, 31, None), YearOf::Open, Which::Bare))
    } else {
        What::Date(Date::Grain(unit.grain()?, Which::Bare))
    };
    Some(Phrase { edge: Some(Edge::End), ..plain(at, end + 1, what) })
}

/// "earlier this month", "later Friday", "later that year", "earlier in the year".
pub(super) fn earlier_or_later(line: &Line, at: usize) -> Option<Phrase> {
    let edge = match line.kind(at) {
        Kind::Earlier if line.is(at, "earlier") => Edge::Start,
        Kind::Later if line.is(at, "later") => Edge::End,
        _ => return None,
    };
    let next = match line.kind(at + 1) {
        Kind::In if line.kind(at + 2) == Kind::The => at + 2,
        Kind::On => at + 2,
        _ => at + 1,
    };
    // "later in the day"
    if line.kind(next) == Kind::The && line.kind(next + 1) == Kind::Unit(Unit::Day) && next == at + 2 {
        return Some(plain(at, next + 2, What::Date(Date::Grain(Grain::Day, Which::That))));
    }
    let inner = core(line, next)?;
    let grain = matches!(inner.what, What::Date(Date::Grain(..)));
    let fits = match inner.what {
        What::Date(Date::Grain(_, which)) => {
            matches!(which, Which::This | Which::That | Which::Last | Which::Same | Which::Bare)
        }
        What::Date(Date::Weekday(..) | Date::Today(_))
        | What::Time(Some(Date::Today(_) | Date::Grain(..)), Clock::Part(_)) => true,
        _ => false,
    };
    fits.then_some(Phrase { first: at, edge: grain.then_some(edge), ..inner })
}
