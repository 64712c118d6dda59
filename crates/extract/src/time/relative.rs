//! Dates that rest on another day: "yesterday", "last week", "the same year", "two years ago", "year-earlier".

use chrono::Datelike;
use factcheck_core::calendar::{Grain, Period};

use super::{
    amounts::amount,
    dates::date,
    lexicon::{Kind, Unit, Which},
    phrase::{Amount, Date, Partial, Whole, YearOf},
    seasons::quarter,
    words::Line,
    years::ordinal,
};

/// A relative date that begins at `at`, with its end.
pub(super) fn relative(line: &Line, at: usize) -> Option<(usize, Date)> {
    match line.kind(at) {
        Kind::Today(days) if !named_after(line, at) && !of_an_age(line, at, days) => {
            Some((at + 1, Date::Today(days)))
        }
        Kind::Which(_) if titled(line, at) => None,
        Kind::The => with_article(line, at),
        Kind::Which(Which::Last) if line.before(at) == Kind::The && line.kind(at + 2) == Kind::Of => None,
        Kind::Which(which) => pointed(line, at, which, false),
        Kind::Unit(Unit::Year) => year_ago(line, at),
        _ => shifted(line, at),
    }
}

/// "USA Today": a name.
fn named_after(line: &Line, at: usize) -> bool {
    let word = line.text_before(at);
    line.capital(at) && word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// "today's youth", "many of today's computers", "the people of tomorrow": of an age, and not of a day.
fn of_an_age(line: &Line, at: usize, days: i32) -> bool {
    const LASTING: &[&str] = &[
        "children",
        "consumers",
        "economy",
        "generation",
        "kids",
        "parents",
        "society",
        "standards",
        "students",
        "teenagers",
        "technology",
        "women",
        "world",
        "young",
        "youth",
    ];
    const MANY: &[&str] = &["all", "many", "most", "much", "some"];
    let of = line.before(at) == Kind::Of;
    match (days, line.kind(at + 1)) {
        (0, Kind::Possessive) => line.is_any(at + 2, LASTING) || (of && at > 1 && line.is_any(at - 2, MANY)),
        (1, Kind::Possessive) => line.is_any(at + 2, LASTING),
        (1, _) => of,
        _ => false,
    }
}

/// "on the programme \"This Week\"": capitals behind a quotation mark inside a sentence are a title.
fn titled(line: &Line, at: usize) -> bool {
    let quoted = at > 1 && line.follows(at, &["\"", "“", "``", "'", "‘"]);
    let inside = quoted && line.text(at - 2).ends_with(|c: char| c.is_alphanumeric() || c == '\'');
    inside && line.capital(at) && line.capital(at + 1)
}

/// "the same day", "the following year", "the week", "the day before yesterday".
fn with_article(line: &Line, at: usize) -> Option<(usize, Date)> {
    let next = at + 1;
    match line.kind(next) {
        Kind::Which(Which::Same) => compared(line, next).or_else(|| pointed(line, next, Which::Same, true)),
        Kind::Which(which) => nth_of(line, next).or_else(|| pointed(line, next, which, true)),
        Kind::Ordinal(_) | Kind::Unit(Unit::Second) => nth_of(line, next),
        Kind::Unit(Unit::Week) => week_of(line, next)
            .or_else(|| unit_before(line, next, Unit::Week))
            .or_else(|| the_unit(line, next, Unit::Week)),
        Kind::Unit(Unit::Day) => day_beside(line, next),
        // "the year-ago quarter" begins with its article, "the year-ago results" has none.
        Kind::Unit(Unit::Year) => year_ago(line, next)
            .filter(|(end, _)| !matches!(line.kind(end - 1), Kind::Ago | Kind::Earlier))
            .or_else(|| unit_before(line, next, Unit::Year))
            .or_else(|| the_unit(line, next, Unit::Year)),
        Kind::Unit(Unit::Quarter) if last_year(line, next + 1).is_some() => {
            last_year(line, next + 1).map(|end| (end, COMPARED))
        }
        Kind::Unit(unit) => unit_before(line, next, unit).or_else(|| the_unit(line, next, unit)),
        Kind::Fiscal if line.kind(next + 1) == Kind::Unit(Unit::Year) => the_unit(line, next + 1, Unit::Year),
        _ if line.is(next, "final") => nth_of(line, next),
        _ if line.is_any(next, &["comparable", "corresponding", "equivalent"]) => compared(line, next),
        _ if line.is_any(next, &["full", "whole", "entire"]) => match line.kind(next + 1) {
            Kind::Unit(unit) => the_unit(line, next + 1, unit),
            _ => None,
        },
        _ => None,
    }
}

/// The quarter, half or year before the one whose figures are told.
const COMPARED: Date = Date::Partial(Partial::Comparable, YearOf::Of(Which::Last), Which::Bare);

/// "corresponding period last year", "same quarter a year earlier", "comparable year-ago quarter".
fn compared(line: &Line, at: usize) -> Option<(usize, Date)> {
    let is_period = |at: usize| line.is(at, "period") || line.kind(at) == Kind::Unit(Unit::Quarter);
    if is_period(at + 1) {
        return last_year(line, at + 2).map(|end| (end, COMPARED));
    }
    let ago = line.skip_hyphen(at + 2);
    let year = line.kind(at + 1) == Kind::Unit(Unit::Year) && ago > at + 2;
    let behind = year && matches!(line.kind(ago), Kind::Ago | Kind::Earlier) && is_period(ago + 1);
    behind.then_some((ago + 2, COMPARED))
}

/// Behind "last year", "of the previous year", "a year ago".
fn last_year(line: &Line, at: usize) -> Option<usize> {
    let next = line.skip(line.skip(at, Kind::Of), Kind::The);
    let year = line.kind(next + 1) == Kind::Unit(Unit::Year);
    let last = match line.kind(next) {
        Kind::Which(Which::Last | Which::Previous) => return year.then_some(next + 2),
        Kind::A => matches!(line.kind(next + 2), Kind::Ago | Kind::Earlier),
        _ => false,
    };
    (year && last && next == at).then_some(next + 3)
}

/// "the day before yesterday", "the day after Christmas", "the day before" at the end of its clause.
fn day_beside(line: &Line, at: usize) -> Option<(usize, Date)> {
    let (sign, which) = match line.kind(at + 1) {
        Kind::Before => (-1, Which::Previous),
        Kind::After => (1, Which::Following),
        _ => return None,
    };
    match line.kind(at + 2) {
        Kind::Today(days) if days == sign => Some((at + 3, Date::Today(2 * sign))),
        _ if line.text(at + 2).starts_with(char::is_alphanumeric) => {
            let (end, day) = day(line, at + 2)?;
            Some((end, Date::Beside(sign, day)))
        }
        _ => Some((at + 2, Date::Grain(Grain::Day, which))),
    }
}

/// A date that is a single day.
fn day(line: &Line, at: usize) -> Option<(usize, Whole)> {
    let (end, date) = date(line, at)?;
    let day = match date {
        Date::Known(period @ Period::Day(_)) => Whole::Known(period),
        Date::Partial(partial @ (Partial::Day(..) | Partial::Holiday(_)), year, Which::Bare) => {
            Whole::Partial(partial, year)
        }
        Date::Weekday(weekday, which) => Whole::Weekday(weekday, which),
        _ => return None,
    };
    Some((end, day))
}

/// "the year before", "the month after" at the end of its clause.
fn unit_before(line: &Line, at: usize, unit: Unit) -> Option<(usize, Date)> {
    let which = match line.kind(at + 1) {
        Kind::Before => Which::Previous,
        Kind::After => Which::Following,
        _ => return None,
    };
    let ends = !line.text(at + 2).starts_with(char::is_alphanumeric);
    if ends { Some((at + 2, Date::Grain(unit.grain()?, which))) } else { None }
}

/// "the week of March 6", "the week ending Oct. 14".
fn week_of(line: &Line, at: usize) -> Option<(usize, Date)> {
    let to = line.kind(at + 1) == Kind::Ended;
    if !to && line.kind(at + 1) != Kind::Of && !line.is(at + 1, "beginning") {
        return None;
    }
    let (end, month, day, year, which) = match date(line, at + 2)? {
        (end, Date::Known(Period::Day(day))) => {
            (end, day.month(), day.day(), YearOf::Known(day.year()), Which::Bare)
        }
        (end, Date::Partial(Partial::Day(month, day, _), year, which)) => (end, month, day, year, which),
        _ => return None,
    };
    let partial = if to { Partial::WeekTo(month, day) } else { Partial::WeekOf(month, day) };
    Some((end, Date::Partial(partial, year, which)))
}

/// "first week of May", "last day of 1999", "second weekend of the month", "final month of the year".
fn nth_of(line: &Line, at: usize) -> Option<(usize, Date)> {
    let (next, number) = match line.kind(at) {
        Kind::Which(Which::Last) => (at + 1, 0),
        Kind::Other if line.is(at, "final") => (at + 1, 0),
        _ => ordinal(line, at).filter(|(_, number)| (1..=12).contains(number))?,
    };
    let Kind::Unit(unit) = line.kind(next) else { return None };
    let counted = match unit {
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Month => true,
        Unit::Quarter => number == 0,
        _ => false,
    };
    if !counted {
        return None;
    }
    if !matches!(line.kind(next + 1), Kind::Of | Kind::In) {
        return None;
    }
    let (end, date) = date(line, next + 2).or_else(|| relative(line, next + 2))?;
    let grain = unit.grain()?;
    let (long, whole) = match date {
        Date::Known(period) => (period.grain(), Whole::Known(period)),
        Date::Partial(partial @ Partial::Month(_), year, Which::Bare) => {
            (Grain::Month, Whole::Partial(partial, year))
        }
        Date::Grain(grain @ (Grain::Month | Grain::Year), which) => (grain, Whole::Grain(grain, which)),
        _ => return None,
    };
    let counts = matches!(long, Grain::Month | Grain::Year) && long > grain;
    counts.then_some((end, Date::Nth(number, grain, whole)))
}

/// "the week": a period that the reader is expected to know.
fn the_unit(line: &Line, at: usize, unit: Unit) -> Option<(usize, Date)> {
    // "the Year II": a name.
    if line.capital(at) && line.capital(at + 1) {
        return None;
    }
    let known = matches!(unit, Unit::Year | Unit::Quarter | Unit::Month | Unit::Week | Unit::Weekend);
    let other = matches!(
        line.kind(at + 1),
        Kind::Of | Kind::Dash | Kind::Integer(..) | Kind::Before | Kind::After | Kind::Ago
    ) || (line.kind(at + 1) == Kind::Ended && unit != Unit::Quarter)
        || (line.kind(at + 1) == Kind::To && matches!(line.kind(at + 2), Kind::Month(_) | Kind::Edge(_)));
    let clause = line.is_any(at + 1, &["when", "that", "in", "old", "through", "since"]);
    (known && !other && !clause).then_some((at + 1, Date::Grain(unit.grain()?, Which::Bare)))
}

/// "last week", "the previous year", "that day", "the latest quarter".
fn pointed(line: &Line, at: usize, first: Which, article: bool) -> Option<(usize, Date)> {
    // "this past week", "that same day", "this coming weekend"
    let (next, which) = match line.kind(at + 1) {
        Kind::Which(Which::Same) if first == Which::That => (at + 2, first),
        Kind::Which(second) if matches!(first, Which::This | Which::Same | Which::Last) => (at + 2, second),
        _ => (at + 1, first),
    };
    let next = line.skip(next, Kind::Fiscal);
    // "the latest period" of a company's results.
    if which == Which::Latest && line.is(next, "period") {
        return Some((next + 1, Date::Partial(Partial::Comparable, YearOf::Open, Which::Latest)));
    }
    let Kind::Unit(unit) = line.kind(next) else { return None };
    let grain = unit.grain()?;
    let joined = line.skip_hyphen(next + 1) > next + 1;
    if joined
        || matches!(which, Which::Future | Which::Another | Which::Recent)
        || line.is_any(at, &["these", "those"])
    {
        return None;
    }
    // "the next day" is told from the day before; "next week" from the publication.
    let which = if article && which == Which::Next { Which::Following } else { which };
    // "the last day" of something is no day that the calendar knows; "this day" is.
    let of_something = matches!(which, Which::Last | Which::Current | Which::Past | Which::Latest);
    // "the last month of the war" is no last month either.
    let of_other = article && of_something && line.kind(next + 1) == Kind::Of;
    (!of_other && (grain != Grain::Day || !of_something)).then_some((next + 1, Date::Grain(grain, which)))
}

/// "year-ago", "year-earlier", with "quarter" or "period" behind.
fn year_ago(line: &Line, at: usize) -> Option<(usize, Date)> {
    let next = line.skip_hyphen(at + 1);
    if next == at + 1 || !matches!(line.kind(next), Kind::Ago | Kind::Earlier) {
        return None;
    }
    if let Some((end, partial)) = quarter(line, next + 1).filter(|_| line.before(at) == Kind::The) {
        return Some((end, Date::Partial(partial, YearOf::Of(Which::Last), Which::Bare)));
    }
    let end = match line.kind(next + 1) {
        Kind::Unit(Unit::Quarter) | Kind::Period if line.before(at) == Kind::The => next + 2,
        _ => next + 1,
    };
    Some((end, Date::Shift { amount: Amount::of(1), unit: Unit::Year, future: false, narrative: false }))
}

/// "two years ago", "a day earlier", "three weeks later", "six months from now", "weeks later".
fn shifted(line: &Line, at: usize) -> Option<(usize, Date)> {
    let (next, amount, unit) = if let Kind::Units(unit) = line.kind(at) {
        (at + 1, Amount::bare(), unit)
    } else {
        let (next, amount) = amount(line, at)?;
        let next = line.skip_any(next, &["more", "full", "whole", "short", "long", "trading", "business"]);
        let (Kind::Unit(unit) | Kind::Units(unit)) = line.kind(next) else { return None };
        (next + 1, amount, unit)
    };
    let (next, amount) = with_half(line, next, amount);
    let next = or_so(line, next);
    let (end, future, narrative) = match line.kind(next) {
        Kind::Ago => (next + 1, false, false),
        Kind::Earlier => (next + 1, false, true),
        Kind::Before if !line.text(next + 1).starts_with(char::is_alphanumeric) => (next + 1, false, true),
        Kind::Later if line.is(next, "later") => (next + 1, true, true),
        Kind::Later => (next + 1, true, false),
        _ if line.is(next, "from") && line.is_any(next + 1, &["now", "today"]) => (next + 2, true, false),
        // "in five years' time"
        Kind::Possessive if line.is(next + 1, "time") && line.before(at) == Kind::In => {
            (next + 2, true, false)
        }
        _ => return None,
    };
    // "an hour later" is a length, and no day.
    if unit.is_clock() && narrative {
        return None;
    }
    // A year earlier is mostly a year before the publication's own figures.
    let own = unit == Unit::Year && !future && amount.whole() == Some(1);
    Some((end, Date::Shift { amount, unit, future, narrative: narrative && !own }))
}

/// "a year and a half": what follows the unit.
pub(super) fn with_half(line: &Line, at: usize, amount: Amount) -> (usize, Amount) {
    if line.kind(at) == Kind::And
        && line.kind(at + 1) == Kind::A
        && line.kind(at + 2) == Kind::Half
        && let Some(value) = amount.value
    {
        return (at + 3, Amount::hundredths(value.saturating_add(50)));
    }
    (at, amount)
}

/// Behind "or so", "or more", "or two".
pub(super) fn or_so(line: &Line, at: usize) -> usize {
    let words = line.is_any(at + 1, &["so", "more", "less", "two", "longer"]);
    let more = matches!(line.kind(at + 2), Kind::Unit(_) | Kind::Units(_));
    if line.kind(at) == Kind::Or && words && !more { at + 2 } else { at }
}
