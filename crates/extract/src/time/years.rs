//! Years, decades and centuries: in figures, in words, before Christ, fiscal.

use factcheck_core::calendar::Period;
use factcheck_syntax::{Upos, Xpos};

use super::{
    amounts::tens_and_ones,
    lexicon::{Edge, Kind, Unit, Which},
    phrase::{Date, YearOf},
    words::{Line, full_year},
};

/// A year that stands for itself: "1998", "nineteen ninety-six", "the year 2000", "480 BC", "fiscal 1989".
pub(super) fn year(line: &Line, at: usize) -> Option<(usize, i32)> {
    match line.kind(at) {
        Kind::The if line.is(at + 1, "year") => year_figure(line, at + 2).or_else(|| spoken(line, at + 2)),
        Kind::Fiscal => {
            let next = line.skip(at + 1, Kind::Unit(Unit::Year));
            let (end, year) = year_figure(line, next).or_else(|| short_year(line, next))?;
            // "fiscal year 2022-23"
            let second = line.skip_hyphen(end);
            let split = second > end && matches!(line.kind(second), Kind::Integer(_, 2 | 4));
            Some((if split { second + 1 } else { end }, year))
        }
        Kind::FiscalYear(year) | Kind::SplitYear(year) => Some((at + 1, year)),
        Kind::Integer(..) => before_christ(line, at).or_else(|| bare_year(line, at)),
        Kind::Era(false) if line.text(at).starts_with('A') => match line.kind(at + 1) {
            Kind::Integer(number @ 1..=2100, _) => Some((at + 2, i32::try_from(number).ok()?)),
            _ => None,
        },
        Kind::ShortYear(_) if year_place(line, at) || line.capital(at.wrapping_sub(1)) => {
            short_year(line, at)
        }
        Kind::Cardinal(_) => spoken(line, at).filter(|(end, _)| !counted(line, *end)),
        _ => None,
    }
}

fn short_year(line: &Line, at: usize) -> Option<(usize, i32)> {
    match line.kind(at) {
        Kind::ShortYear(two) => Some((at + 1, full_year(two))),
        _ => None,
    }
}

/// Four digits that can be a year, whatever stands around them.
pub(super) fn year_figure(line: &Line, at: usize) -> Option<(usize, i32)> {
    match line.kind(at) {
        Kind::Integer(number @ 1000..=2199, 4) => {
            let year = i32::try_from(number).ok()?;
            Some(if line.kind(at + 1) == Kind::Era(true) { (at + 2, 1 - year) } else { (at + 1, year) })
        }
        Kind::SplitYear(year) => Some((at + 1, year)),
        _ => None,
    }
}

fn before_christ(line: &Line, at: usize) -> Option<(usize, i32)> {
    let Kind::Integer(number @ 1..=9999, _) = line.kind(at) else { return None };
    let year = i32::try_from(number).ok()?;
    match line.kind(at + 1) {
        Kind::Era(true) => Some((at + 2, 1 - year)),
        Kind::Era(false) if !line.text(at + 1).contains(char::is_lowercase) => Some((at + 2, year)),
        // "490-480 BC", "240 to 238 BC": the era is said once.
        Kind::Dash | Kind::And | Kind::To | Kind::Or => match (line.kind(at + 2), line.kind(at + 3)) {
            (Kind::Integer(other, _), Kind::Era(true)) if other < number => Some((at + 1, 1 - year)),
            _ => None,
        },
        _ => None,
    }
}

/// Four digits that are a year by their neighbours.
fn bare_year(line: &Line, at: usize) -> Option<(usize, i32)> {
    let (end, year) = year_figure(line, at)?;
    let signed = match line.text_before(at) {
        "$" | "£" | "€" | "¥" | "#" | "US$" => true,
        // "Vietnam: 1962" is a heading.
        "/" | ":" | "." | "+" => line.glued(at),
        _ => false,
    };
    // "2003: The invasion" is a heading.
    let heading = at == 0 && line.text(end) == ":" && !line.glued(end + 1);
    let glued_on = line.glued(end) && matches!(line.text(end), "%" | "/" | ":" | "°" | "′") && !heading;
    if signed || glued_on || in_code(line, at, end) || counted(line, end) {
        return None;
    }
    let plain = (1900..=2060).contains(&year) && !numbered(line, at);
    // "1861-1863", "1965's"
    let hyphen = line.skip_hyphen(end);
    let pair = hyphen > end && year_figure(line, hyphen).is_some_and(|(_, other)| other > year);
    let named = line.kind(end) == Kind::Possessive
        || heading
        || (line.before(at) == Kind::The && attributive(line, end));
    (plain || pair || year_place(line, at) || (year >= 1500 && named)).then_some((end, year))
}

/// "747-1990", "1990-123": part of some other figure or code.
fn in_code(line: &Line, at: usize, end: usize) -> bool {
    let hyphen_before = line.glued(at) && line.before(at) == Kind::Dash && line.glued(at - 1);
    let first = at.wrapping_sub(2);
    let dated =
        matches!(line.kind(first), Kind::Integer(..) | Kind::Edge(_) | Kind::Month(_) | Kind::Season(_));
    if hyphen_before && !dated && !line.is_any(first, &["pre", "post"]) {
        return true;
    }
    let hyphen = line.skip_hyphen(end);
    hyphen > end && matches!(line.kind(hyphen), Kind::Integer(_, digits) if digits != 4 && digits != 2)
}

/// Whether what follows is counted or measured by the number before it.
fn counted(line: &Line, end: usize) -> bool {
    const MEASURES: &[&str] = &[
        "percent",
        "%",
        "gmt",
        "utc",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "feet",
        "metres",
        "meters",
        "kg",
        "tons",
        "tonnes",
        "points",
        "people",
        "times",
        "million",
        "billion",
    ];
    let hyphen = line.skip_hyphen(end);
    match line.kind(hyphen) {
        Kind::Unit(Unit::Quarter | Unit::Second) | Kind::Units(Unit::Quarter) => false,
        Kind::Unit(_) | Kind::Units(_) | Kind::Scale(_) | Kind::Meridiem(_) | Kind::OClock => true,
        _ => (hyphen != end && line.tag(hyphen).upos == Upos::Noun) || line.is_any(end, MEASURES),
    }
}

/// Whether a noun in the singular follows: "the 1777 campaign".
fn attributive(line: &Line, end: usize) -> bool {
    let noun = if line.tag(end).upos == Upos::Adj { end + 1 } else { end };
    matches!(line.xpos(noun), Xpos::Nn | Xpos::Nnp)
}

/// "Flight 1990", "Resolution 1973", "some 2000".
fn numbered(line: &Line, at: usize) -> bool {
    const NAMES: &[&str] = &[
        "flight",
        "resolution",
        "route",
        "room",
        "channel",
        "unit",
        "model",
        "page",
        "no",
        "no.",
        "number",
        "article",
        "some",
        "about",
        "nearly",
        "than",
        "only",
        "another",
        "least",
        "most",
        "almost",
        "windows",
        "iso",
    ];
    line.follows(at, NAMES)
}

/// Words that a year follows.
const YEAR_PLACES: &[&str] = &[
    "since",
    "by",
    "(",
    "until",
    "between",
    "from",
    "late",
    "circa",
    "ca.",
    "as",
    "for",
    "during",
    "throughout",
];

/// Whether the word before makes a number a year: "in", "since", "of", an opening bracket, a month, "early".
fn year_place(line: &Line, at: usize) -> bool {
    let plural = matches!(line.xpos(at + 1), Xpos::Nns | Xpos::Nnps);
    match line.before(at) {
        Kind::In => !plural || line.capital(at + 1),
        Kind::Edge(_) | Kind::Month(_) | Kind::Season(_) | Kind::Fiscal => true,
        Kind::To | Kind::And | Kind::Dash | Kind::Or => {
            matches!(line.kind(at.wrapping_sub(2)), Kind::Integer(1000..=2199, 4) | Kind::Era(true))
        }
        Kind::Of | Kind::Before | Kind::After => !plural,
        _ => !plural && line.follows(at, YEAR_PLACES),
    }
}

/// "nineteen ninety-six", "nineteen oh five", "two thousand", "two thousand and one".
fn spoken(line: &Line, at: usize) -> Option<(usize, i32)> {
    let (end, year) = match line.kind(at) {
        Kind::Cardinal(century @ 11..=19) => {
            let next = line.skip_hyphen(at + 1);
            match line.kind(next) {
                Kind::Tens(tens) => {
                    let (end, rest) = tens_and_ones(line, next + 1, tens);
                    (end, century * 100 + rest)
                }
                Kind::Cardinal(teen @ 10..=19) => (next + 1, century * 100 + teen),
                _ => match line.kind(next + 1) {
                    Kind::Cardinal(one @ 1..=9) if line.is(next, "oh") => (next + 2, century * 100 + one),
                    _ => return None,
                },
            }
        }
        Kind::Cardinal(2) if line.kind(at + 1) == Kind::Scale(1000) => {
            let place = matches!(line.before(at), Kind::In | Kind::Unit(Unit::Year));
            let rest = line.skip(at + 2, Kind::And);
            match line.kind(rest) {
                Kind::Cardinal(number) if place => (rest + 1, 2000 + number),
                _ if place => (at + 2, 2000),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((end, i32::try_from(year).ok()?))
}

/// A decade, without its article: "1990s", "'90s", "nineties", "nineteen-nineties".
fn decade(line: &Line, at: usize) -> Option<(usize, Period)> {
    let (end, decade) = match line.kind(at) {
        // "in his 30s"
        Kind::Decade(_)
            if line.text(at).len() == 3
                && !matches!(line.before(at), Kind::The | Kind::Edge(_) | Kind::Dash) =>
        {
            return None;
        }
        Kind::Decade(decade) => (at + 1, decade),
        Kind::Nineties(tens) => (at + 1, 190 + i32::try_from(tens).ok()? / 10),
        Kind::Cardinal(century @ 15..=19) => {
            let next = line.skip_hyphen(at + 1);
            let Kind::Nineties(tens) = line.kind(next) else { return None };
            (next + 1, i32::try_from(century * 10 + tens / 10).ok()?)
        }
        _ => return None,
    };
    Some(match line.kind(end) {
        Kind::Era(true) => (end + 1, Period::Decade(-decade - 1)),
        _ if decade < 100 => return None,
        _ => (end, Period::Decade(decade)),
    })
}

/// A century, without its article: "20th century", "fifth-century BC", "twenty-first century".
fn century(line: &Line, at: usize) -> Option<(usize, Period)> {
    let (next, number) = ordinal(line, at)?;
    let next = line.skip_hyphen(next);
    if line.kind(next) != Kind::Unit(Unit::Century) {
        return None;
    }
    let number = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
    Some(match line.kind(next + 1) {
        Kind::Era(true) => (next + 2, Period::Century(-number)),
        Kind::Era(false) => (next + 2, Period::Century(number - 1)),
        _ => (next + 1, Period::Century(number - 1)),
    })
}

/// "third", "21st", "twenty-first".
pub(super) fn ordinal(line: &Line, at: usize) -> Option<(usize, u32)> {
    match line.kind(at) {
        Kind::Ordinal(number) => Some((at + 1, number)),
        // "second" is a unit for the table.
        Kind::Unit(Unit::Second) if line.is(at, "second") => Some((at + 1, 2)),
        Kind::Tens(tens) => {
            let next = line.skip_hyphen(at + 1);
            match line.kind(next) {
                Kind::Ordinal(number @ 1..=9) => Some((next + 1, tens + number)),
                Kind::Unit(Unit::Second) if next > at + 1 => Some((next + 1, tens + 2)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The year behind a month, a season or a quarter: ", 1998", "'98", "of that year", "last year".
pub(super) fn tail(line: &Line, at: usize, comma: bool) -> Option<(usize, YearOf)> {
    let of = line.kind(at) == Kind::Of;
    let next = if of || (comma && line.kind(at) == Kind::Comma) { at + 1 } else { at };
    if let Some((end, year)) = year_figure(line, next)
        && (of || !counted(line, end))
    {
        return Some((end, YearOf::Known(year)));
    }
    if let Some((end, year)) = spoken(line, next) {
        return Some((end, YearOf::Known(year)));
    }
    match line.kind(next) {
        Kind::ShortYear(two) => Some((next + 1, YearOf::Known(full_year(two)))),
        Kind::FiscalYear(year) => Some((next + 1, YearOf::Known(year))),
        Kind::Fiscal if of => year_figure(line, next + 1).map(|(end, year)| (end, YearOf::Known(year))),
        Kind::Integer(..) if line.kind(next + 1) == Kind::Era(true) => {
            before_christ(line, next).map(|(end, year)| (end, YearOf::Known(year)))
        }
        Kind::Which(which) if line.kind(next + 1) == Kind::Unit(Unit::Year) => {
            let pointed = of || matches!(which, Which::Last | Which::This | Which::Next | Which::That);
            pointed.then_some((next + 2, YearOf::Of(which)))
        }
        Kind::The => match (line.kind(next + 1), line.kind(next + 2)) {
            (Kind::Unit(Unit::Year), _) if of => Some((next + 2, YearOf::Of(Which::Bare))),
            (Kind::Which(which), Kind::Unit(Unit::Year)) => Some((next + 3, YearOf::Of(which))),
            _ => None,
        },
        _ => None,
    }
}

/// A decade or century with its article and its part: "the late 1970s", "the early 20th century".
pub(super) fn long_date(line: &Line, at: usize) -> Option<(usize, Date, Option<Edge>)> {
    let mut next = line.skip(at, Kind::The);
    let mut edge = None;
    if let Kind::Edge(found) = line.kind(next) {
        edge = Some(found);
        next = line.skip_hyphen(next + 1);
    }
    let (end, period) = decade(line, next).or_else(|| century(line, next))?;
    Some((end, Date::Known(period), edge))
}
