//! Dates that stand side by side and share a part: "Oct. 15-17", "15 to 22 February", "1915-17",
//! "October and November 1989".

use chrono::Datelike;
use factcheck_core::calendar::{Period, Season};
use factcheck_syntax::Xpos;

use super::{
    dates::{date, shared_century, shared_month},
    grammar::plain,
    holidays::in_year,
    lexicon::{Kind, Which},
    phrase::{Date, Partial, Phrase, What, YearOf},
    words::Line,
    years::tail,
};

/// "15" of "15 to 22 February", "the 3rd" of "the 3rd and 4th of May": takes the month behind.
pub(super) fn leading_day(line: &Line, first: usize) -> Option<Phrase> {
    let at = line.skip(first, Kind::The);
    let day = shared_month(line, at)?;
    if !joins(line, at + 1) {
        return None;
    }
    let next = line.skip(at + 2, Kind::The);
    shared_month(line, next)?;
    let date = match date(line, next)?.1 {
        Date::Known(Period::Day(other)) => Date::Known(Period::day(other.year(), other.month(), day)?),
        Date::Partial(Partial::Day(month, ..), year, which) => {
            Date::Partial(Partial::Day(month, day, None), year, which)
        }
        _ => return None,
    };
    Some(plain(first, at + 1, What::Date(date)))
}

/// The first of two joined dates that run over the turn of a year ("from October to March"), the second of which is
/// known.
pub(super) fn before_turn(line: &Line, phrase: &Phrase, next: &Phrase, year: i32) -> Option<Phrase> {
    let (first, second) = (open(phrase.what)?, open(next.what)?);
    let turns = order(second) < order(first) && joined(line, phrase.end, next.first);
    turns.then_some(Phrase {
        what: What::Date(Date::Partial(first, YearOf::Known(year - 1), Which::Bare)),
        ..*phrase
    })
}

/// The second of two joined dates without a year ("Oct. 17-18", "Dec. 22 through Jan. 25", "May and June") lies in
/// the year of the first or follows it.
pub(super) fn shared(line: &Line, last: &Phrase, phrase: &Phrase, before: Period) -> Option<Phrase> {
    let (first, second) = (open(last.what)?, open(phrase.what)?);
    let kinds = (std::mem::discriminant(&first), std::mem::discriminant(&second));
    if kinds.0 != kinds.1 || matches!(second, Partial::Comparable) || !joined(line, last.end, phrase.first) {
        return None;
    }
    let year = before.year() + i32::from(order(second) < order(first));
    Some(Phrase { what: What::Date(Date::Partial(second, YearOf::Known(year), Which::Bare)), ..*phrase })
}

/// "17" of "Oct. 15-17" or "May 6 and 7", "17" of "1915-17": takes what it lacks from what stands before.
pub(super) fn continuation(line: &Line, last: &Phrase, at: usize) -> Option<Phrase> {
    if !joins(line, at) {
        return None;
    }
    let next = line.skip(at + 1, Kind::The);
    let of_month = line.kind(next + 1) == Kind::Of && matches!(line.kind(next + 2), Kind::Month(_));
    let unit = of_month
        || matches!(
            line.kind(next + 1),
            Kind::Month(_) | Kind::Unit(_) | Kind::Units(_) | Kind::Scale(_) | Kind::Meridiem(_)
        );
    // "Oct. 15 and 17 people": the second number counts something.
    let counts = matches!(line.xpos(next + 1), Xpos::Nns | Xpos::Nn | Xpos::Jj) && !line.capital(next + 1);
    if unit || counts || line.text(next + 1) == "%" {
        return None;
    }
    match last.what {
        What::Date(Date::Partial(Partial::Day(month, ..), year, which)) => {
            let day = shared_month(line, next)?;
            let (end, year) = tail(line, next + 1, true).unwrap_or((next + 1, year));
            Some(plain(next, end, What::Date(Date::Partial(Partial::Day(month, day, None), year, which))))
        }
        What::Date(Date::Known(Period::Year(first))) if line.kind(at) == Kind::Dash => {
            let year = shared_century(line, next, first)?;
            Some(plain(next, next + 1, What::Date(Date::Known(Period::Year(year)))))
        }
        _ => None,
    }
}

/// Joined dates share the year that one of them has: "October and November 1989", "Dec. 22, 1989 to Jan. 25".
pub(super) fn share_years(line: &Line, phrases: &mut [Phrase]) {
    for index in (1..phrases.len()).rev() {
        let (a, b) = (phrases[index - 1], phrases[index]);
        if let Some(partial) = open(a.what)
            && let Some((year, other)) = year_of(b.what)
            && joined(line, a.end, b.first)
        {
            let year = if order(partial) > other { year - 1 } else { year };
            phrases[index - 1].what = What::Date(Date::Partial(partial, YearOf::Known(year), Which::Bare));
        }
    }
    for index in 1..phrases.len() {
        let (a, b) = (phrases[index - 1], phrases[index]);
        if let Some((year, other)) = year_of(a.what)
            && let Some(partial) = open(b.what)
            && joined(line, a.end, b.first)
        {
            let year = if order(partial) < other { year + 1 } else { year };
            phrases[index].what = What::Date(Date::Partial(partial, YearOf::Known(year), Which::Bare));
        }
    }
}

fn joins(line: &Line, at: usize) -> bool {
    matches!(line.kind(at), Kind::Dash | Kind::And | Kind::Or) || line.is_any(at, &["to", "through"])
}

/// Whether only "and", "to", a dash or the like stands between the two.
fn joined(line: &Line, end: usize, first: usize) -> bool {
    let end = if line.kind(end) == Kind::Comma { end + 1 } else { end };
    let joins = matches!(line.kind(end), Kind::And | Kind::To | Kind::Dash | Kind::Or);
    joins && (first == end + 1 || (first == end + 2 && matches!(line.kind(end + 1), Kind::In | Kind::The)))
}

/// A part of a year whose year is open.
fn open(what: What) -> Option<Partial> {
    match what {
        What::Date(Date::Partial(partial, YearOf::Open, Which::Bare)) => Some(partial),
        _ => None,
    }
}

/// A fixed year, and the place inside it in days.
fn year_of(what: What) -> Option<(i32, u32)> {
    match what {
        What::Date(Date::Known(Period::Day(day))) => Some((day.year(), day.month() * 31 + day.day().min(30))),
        What::Date(Date::Known(Period::Month(year, month))) => Some((year, month * 31)),
        What::Date(Date::Partial(partial, YearOf::Known(year), _)) => Some((year, order(partial))),
        _ => None,
    }
}

/// The place inside a year, in days, for comparing.
fn order(partial: Partial) -> u32 {
    match partial {
        Partial::Month(month) => month * 31,
        Partial::Day(month, day, _) | Partial::WeekOf(month, day) | Partial::WeekTo(month, day) => {
            month * 31 + day.min(30)
        }
        // A winter bears the year in which it ends.
        Partial::Season(Season::Winter) => 1,
        Partial::Season(season) => season as u32 * 93 + 93,
        Partial::Quarter(quarter) => quarter * 93,
        Partial::Half(half) => half * 186,
        Partial::Holiday(row) => {
            in_year(row, 2001).and_then(Period::first).map_or(0, |day| day.month() * 31 + day.day())
        }
        Partial::DayOfMonth(_) | Partial::Comparable => 0,
    }
}
