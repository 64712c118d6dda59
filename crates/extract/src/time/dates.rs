//! Dates of the calendar: days, months and weekdays, in all orders.

use chrono::Weekday;
use factcheck_core::calendar::Period;
use factcheck_syntax::{Upos, Xpos};

use super::{
    holidays::holiday,
    lexicon::{Kind, Unit, Which},
    phrase::{Date, Partial, YearOf},
    seasons::{code, of_quarter, quarter, season_of},
    words::{Line, full_year},
    years::{ordinal, tail, year, year_figure},
};

/// A date that begins at `at`, with its end.
pub(super) fn date(line: &Line, at: usize) -> Option<(usize, Date)> {
    let plain = plain_date(line, at);
    // "May Day" is more than May.
    match named(line, at) {
        Some(named) if plain.is_none_or(|plain| named.0 > plain.0) => Some(named),
        _ => plain,
    }
}

fn plain_date(line: &Line, at: usize) -> Option<(usize, Date)> {
    match line.kind(at) {
        Kind::Weekday(weekday) => with_weekday(line, at, weekday),
        Kind::Month(month) => month_first(line, at, month, None).or_else(|| bare_month(line, at, month)),
        Kind::Integer(..) | Kind::Ordinal(_) => iso(line, at)
            .or_else(|| day_first(line, at, None))
            .or_else(|| of_quarter(line, at))
            .or_else(|| known_year(line, at)),
        Kind::Numeric(year, month, day) => Some((at + 1, Date::Known(Period::day(year, month, day)?))),
        Kind::The => with_article(line, at),
        Kind::Season(season) => season_of(line, at, season),
        Kind::QuarterCode(number) => Some(code(line, at, Partial::Quarter(number))),
        Kind::HalfCode(number) => Some(code(line, at, Partial::Half(number))),
        Kind::Fiscal | Kind::Unit(Unit::Second) => of_quarter(line, at).or_else(|| known_year(line, at)),
        Kind::Which(_) => pointed(line, at).or_else(|| of_quarter(line, at)),
        _ => known_year(line, at),
    }
}

/// A year, or a part of the year that is named behind it: "the 1988 quarter", "the 1982 summer".
fn known_year(line: &Line, at: usize) -> Option<(usize, Date)> {
    let (end, year) = year(line, at)?;
    let part = |end, partial| Some((end, Date::Partial(partial, YearOf::Known(year), Which::Bare)));
    let hyphen = line.skip_hyphen(end);
    if line.kind(end) == Kind::Unit(Unit::Quarter) || (line.is(end, "period") && line.before(at) == Kind::The)
    {
        return part(end + 1, Partial::Comparable);
    }
    if let Some((end, partial)) = quarter(line, hyphen) {
        return part(end, partial);
    }
    if let Kind::Season(season) = line.kind(end)
        && line.tag(end).upos != Upos::Verb
    {
        return part(end + 1, Partial::Season(season));
    }
    Some((end, Date::Known(Period::Year(year))))
}

/// "the 17th of October", "the spring", "the third quarter", "the year 2000".
fn with_article(line: &Line, at: usize) -> Option<(usize, Date)> {
    let next = at + 1;
    match line.kind(next) {
        Kind::Ordinal(day) => day_first(line, next, None)
            .or_else(|| quarter_with_article(line, next))
            .or_else(|| day_alone(line, next, day)),
        Kind::Season(season) => season_of(line, next, season),
        // "the 1988 quarter" is one expression; "the 1988 crash" begins with its year.
        Kind::Integer(..) => known_year(line, next).filter(|(_, date)| matches!(date, Date::Partial(..))),
        Kind::Which(_) => pointed(line, next).or_else(|| quarter_with_article(line, next)),
        Kind::Fiscal | Kind::Unit(Unit::Second) | Kind::Edge(_) => quarter_with_article(line, next),
        Kind::Unit(Unit::Year) => known_year(line, at),
        _ => None,
    }
}

/// "the third quarter" has its article; in "the third-quarter loss" it belongs to the loss.
fn quarter_with_article(line: &Line, at: usize) -> Option<(usize, Date)> {
    let attributive = |end: usize| line.glued(end - 1) && line.tag(end).upos == Upos::Noun;
    of_quarter(line, at).filter(|(end, _)| !attributive(*end))
}

/// "the 17th" by itself: only behind "on" and the like.
fn day_alone(line: &Line, at: usize, day: u32) -> Option<(usize, Date)> {
    let the = at.checked_sub(1)?;
    let digits = line.text(at).starts_with(|c: char| c.is_ascii_digit());
    let place = line.before(the) == Kind::On || line.follows(the, &["by", "until", "since"]);
    let noun = matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let fits = (1..=31).contains(&day) && digits && place && !noun;
    fits.then_some((at + 1, Date::Partial(Partial::DayOfMonth(day), YearOf::Open, Which::Bare)))
}

/// "Monday", "Monday, Oct. 16", "Monday the 16th of October", "Tuesday 17 October 2023", "Thursday last week".
fn with_weekday(line: &Line, at: usize, weekday: Weekday) -> Option<(usize, Date)> {
    let next = line.skip(line.skip(at + 1, Kind::Comma), Kind::The);
    let full = match line.kind(next) {
        Kind::Month(month) => month_first(line, next, month, Some(weekday)),
        Kind::Integer(..) | Kind::Ordinal(_) => {
            day_first(line, next, Some(weekday)).or_else(|| iso(line, next))
        }
        Kind::Numeric(year, month, day) => {
            Period::day(year, month, day).map(|period| (next + 1, Date::Known(period)))
        }
        _ => None,
    };
    if full.is_some() {
        return full;
    }
    let week = line.skip(at + 1, Kind::Of);
    if let (Kind::Which(which), Kind::Unit(Unit::Week)) = (line.kind(week), line.kind(week + 1)) {
        let weeks = match which {
            Which::Last => Some(-1),
            Which::This => Some(0),
            Which::Next => Some(1),
            _ => None,
        };
        if let Some(weeks) = weeks {
            return Some((week + 2, Date::WeekdayOf(weekday, weeks)));
        }
    }
    let short = line.text(at).trim_end_matches('.').len() <= 4;
    let stopped = line.text(at).ends_with('.');
    let whole = if short { stopped && line.capital(at) } else { true };
    whole.then_some((at + 1, Date::Weekday(weekday, Which::Bare)))
}

/// "Oct. 17, 2023", "October 17th", "October the 17th", "Oct-17".
fn month_first(line: &Line, at: usize, month: u32, weekday: Option<Weekday>) -> Option<(usize, Date)> {
    let next = line.skip_hyphen(line.skip(at + 1, Kind::The));
    let (end, day) = match line.kind(next) {
        Kind::Integer(day, 1..=2) => (next + 1, day),
        Kind::Ordinal(_) | Kind::Tens(_) => ordinal(line, next)?,
        _ => return None,
    };
    let word = !line.capital(at) && line.is_any(at, &["may", "march", "mar", "jan", "dec"]);
    ((1..=31).contains(&day) && !word).then(|| with_year(line, end, month, day, weekday))
}

/// "17 October 2023", "the 17th of October", "17-Oct-2023".
fn day_first(line: &Line, at: usize, weekday: Option<Weekday>) -> Option<(usize, Date)> {
    let (day, ordinal) = match line.kind(at) {
        Kind::Integer(day @ 1..=31, 1..=2) => (day, false),
        Kind::Ordinal(day @ 1..=31) => (day, true),
        _ => return None,
    };
    let hyphen = line.skip_hyphen(at + 1);
    let of = ordinal || line.before(at) == Kind::The;
    let next = if of { line.skip(hyphen, Kind::Of) } else { hyphen };
    let Kind::Month(month) = line.kind(next) else { return None };
    if !line.capital(next) && line.is_any(next, &["may", "march", "mar"]) {
        return None;
    }
    let year_at = line.skip_hyphen(next + 1);
    let end = if year_figure(line, year_at).is_some() { year_at } else { next + 1 };
    Some(with_year(line, end, month, day, weekday))
}

/// The year behind month and day, and the date.
fn with_year(line: &Line, at: usize, month: u32, day: u32, weekday: Option<Weekday>) -> (usize, Date) {
    let (end, year) = tail(line, at, true).unwrap_or((at, YearOf::Open));
    if let YearOf::Known(year) = year
        && let Some(period) = Period::day(year, month, day)
    {
        return (end, Date::Known(period));
    }
    (end, Date::Partial(Partial::Day(month, day, weekday), year, Which::Bare))
}

/// "2023-10-17".
fn iso(line: &Line, at: usize) -> Option<(usize, Date)> {
    let joined = |at: usize| line.skip_hyphen(at) > at;
    let (Kind::Integer(year @ 1000..=2199, 4), Kind::Integer(month, 2), Kind::Integer(day, 2)) =
        (line.kind(at), line.kind(at + 2), line.kind(at + 4))
    else {
        return None;
    };
    let period = Period::day(i32::try_from(year).ok()?, month, day)?;
    (joined(at + 1) && joined(at + 3)).then_some((at + 5, Date::Known(period)))
}

/// A month without a day.
fn bare_month(line: &Line, at: usize, month: u32) -> Option<(usize, Date)> {
    let word = line.is_any(at, &["may", "march", "mar", "august", "jan", "dec"]);
    let (end, date) = month_tail(line, at, month);
    if !line.capital(at) {
        return (!word && line.text(at).len() > 4).then_some((end, date));
    }
    if end > at + 1 || month_place(line, at) {
        return Some((end, date));
    }
    // "a March of Dimes", "the annual March for Life", "the March on Rome", "their March to the sea"
    let article = matches!(line.before(at), Kind::The | Kind::A | Kind::Possessive | Kind::Frequency(_))
        || line.xpos(at.wrapping_sub(1)) == Xpos::PrpPossessive
        || line.follows(at, &["\"", "“", "``"]);
    let event = line.is(at, "march") && article && !matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Adj);
    if event || (line.kind(at + 1) == Kind::Of && word) {
        return None;
    }
    let verb = matches!(line.xpos(at), Xpos::Md | Xpos::Vb | Xpos::Vbp) && line.is_any(at, &["may", "march"]);
    // "Jan" and "Mar" are names too; "Jan." is not.
    let bare_short = line.text(at).len() == 3 && !line.is(at, "may");
    (!verb && !bare_short && !person(line, at)).then_some((end, date))
}

fn month_tail(line: &Line, at: usize, month: u32) -> (usize, Date) {
    let dashed = line.skip_hyphen(at + 1);
    if dashed > at + 1
        && let Some((end, year)) = year_figure(line, dashed)
    {
        return (end, Date::Known(Period::Month(year, month)));
    }
    match tail(line, at + 1, true) {
        Some((end, YearOf::Known(year))) => (end, Date::Known(Period::Month(year, month))),
        Some((end, year)) => (end, Date::Partial(Partial::Month(month), year, Which::Bare)),
        None => (at + 1, Date::Partial(Partial::Month(month), YearOf::Open, Which::Bare)),
    }
}

/// "April Jones", "August Wilson": a first name.
fn person(line: &Line, at: usize) -> bool {
    let name = |at: usize| line.capital(at) && line.xpos(at) == Xpos::Nnp && line.kind(at) == Kind::Other;
    line.is_any(at, &["april", "may", "june", "august", "jan", "march"])
        && (name(at + 1) || (at > 0 && name(at - 1)))
}

/// Whether a preposition or an article makes the word a month.
fn month_place(line: &Line, at: usize) -> bool {
    let kind = matches!(
        line.before(at),
        Kind::In
            | Kind::Of
            | Kind::To
            | Kind::Before
            | Kind::After
            | Kind::Edge(_)
            | Kind::Which(_)
            | Kind::Each
            | Kind::On
    );
    kind || line.follows(at, &["since", "by", "from", "for", "mid", "between"])
}

/// "last Monday", "next May", "this past spring", "last Thanksgiving".
fn pointed(line: &Line, at: usize) -> Option<(usize, Date)> {
    let Kind::Which(first) = line.kind(at) else { return None };
    // "this past Monday", "this coming Sunday"
    let (next, which) = match line.kind(at + 1) {
        Kind::Which(second) if first == Which::This => (at + 2, second),
        _ => (at + 1, first),
    };
    if matches!(which, Which::Latest | Which::Recent | Which::Future | Which::Another | Which::Current) {
        return None;
    }
    // "next year's first quarter"
    if line.kind(next) == Kind::Unit(Unit::Year) && line.kind(next + 1) == Kind::Possessive {
        let (end, partial) = match line.kind(next + 2) {
            Kind::Unit(Unit::Quarter) => (next + 3, Partial::Comparable),
            _ => quarter(line, next + 2)?,
        };
        return Some((end, Date::Partial(partial, YearOf::Of(which), Which::Bare)));
    }
    let (end, date) = match line.kind(next) {
        Kind::Weekday(weekday) => with_weekday(line, next, weekday)?,
        Kind::Season(season) if line.tag(next).upos != Upos::Verb => {
            (next + 1, Date::Partial(Partial::Season(season), YearOf::Open, which))
        }
        Kind::Month(month) => {
            month_first(line, next, month, None).or_else(|| bare_month(line, next, month))?
        }
        _ => named(line, next)?,
    };
    Some(match date {
        Date::Weekday(weekday, Which::Bare) => (end, Date::Weekday(weekday, which)),
        Date::Partial(partial, YearOf::Open, _) => (end, Date::Partial(partial, YearOf::Open, which)),
        other => (end, other),
    })
}

/// "Christmas 2007", "Thanksgiving Day".
fn named(line: &Line, at: usize) -> Option<(usize, Date)> {
    // Other peoples' new years are of other calendars.
    const CALENDARS: &[&str] =
        &["chinese", "islamic", "jewish", "khmer", "lunar", "persian", "tamil", "thai"];
    if line.is(at, "new") && line.follows(at, CALENDARS) {
        return None;
    }
    let (end, row) = holiday(line, at)?;
    let end = if line.is(at, "christmas") { with_new_year(line, end) } else { end };
    let (end, year) = tail(line, end, true).unwrap_or((end, YearOf::Open));
    Some((end, Date::Partial(Partial::Holiday(row), year, Which::Bare)))
}

/// Behind "Christmas and New Year" before a noun ("the Christmas and New Year break"): one season by its beginning.
fn with_new_year(line: &Line, end: usize) -> usize {
    let new_year = line.kind(end) == Kind::And
        && line.is(end + 1, "new")
        && line.kind(end + 2) == Kind::Unit(Unit::Year);
    let season = new_year
        && line.kind(end + 3) == Kind::Other
        && !line.is_any(end + 3, &["day", "eve"])
        && line.tag(end + 3).upos == Upos::Noun;
    if season { end + 3 } else { end }
}

/// "17" of "Oct. 15-17" or "15" of "15 to 17 October": a day whose month stands beside it.
pub(super) fn shared_month(line: &Line, at: usize) -> Option<u32> {
    match line.kind(at) {
        Kind::Integer(day @ 1..=31, 1..=2) | Kind::Ordinal(day @ 1..=31) => Some(day),
        _ => None,
    }
}

/// The second year of "1915-17".
pub(super) fn shared_century(line: &Line, at: usize, first: i32) -> Option<i32> {
    match line.kind(at) {
        Kind::Integer(two, 2) => {
            let year = first - first.rem_euclid(100) + i32::try_from(two).ok()?;
            (year > first).then_some(year)
        }
        Kind::ShortYear(two) => Some(full_year(two)),
        _ => None,
    }
}
