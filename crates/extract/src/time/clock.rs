//! Times of day: "7:37 a.m.", "0737 GMT", "noon Saturday", "4 in the morning", "Tuesday night", "tonight".

use factcheck_core::calendar::Grain;
use factcheck_syntax::Xpos;

use super::{
    dates::date,
    lexicon::{Edge, Kind, Part, Unit, Which},
    phrase::{Clock, Date, Partial, What},
    relative::relative,
    words::Line,
    zones::Zone,
};

/// A time of day that begins at `at`, with its end.
pub(super) fn time(line: &Line, at: usize) -> Option<(usize, What)> {
    time_of(line, at, || date(line, at).or_else(|| relative(line, at)))
}

/// The same, for whoever knows the day that begins at `at`.
pub(super) fn time_of(
    line: &Line,
    at: usize,
    day: impl FnOnce() -> Option<(usize, Date)>,
) -> Option<(usize, What)> {
    match clock(line, at) {
        Some((end, clock)) => Some(with_day(line, end, clock)),
        None => part(line, at, day),
    }
}

/// A clock time and the zone behind it.
fn clock(line: &Line, at: usize) -> Option<(usize, Clock)> {
    let Reading { end, hour, minute, sure } = reading(line, at)?;
    let zone = zone(line, end);
    if !sure && zone.is_none() && !clock_place(line, at) {
        return None;
    }
    let (end, zone) = zone.unwrap_or((end, Zone::default()));
    Some((end, Clock::At { hour, minute, zone }))
}

/// What the figures of a clock time say.
struct Reading {
    end: usize,
    hour: u32,
    minute: Option<u32>,
    /// Whether the words leave no doubt that it is a time.
    sure: bool,
}

fn reading(line: &Line, at: usize) -> Option<Reading> {
    if let Some(found) = spoken(line, at) {
        return Some(found);
    }
    let (hour, minute) = match line.kind(at) {
        // "high noon": a showdown, at any hour.
        Kind::Noon(12) if line.follows(at, &["high"]) => return None,
        Kind::Noon(hour) => return Some(Reading { end: at + 1, hour, minute: Some(0), sure: true }),
        Kind::Clock(hour, minute) => (hour, Some(minute)),
        Kind::Decimal(hundredths) if hundredths % 100 < 60 && line.text(at).len() > 3 => {
            (hundredths / 100, Some(hundredths % 100))
        }
        Kind::Integer(hour @ 0..=24, 1..=2) | Kind::Cardinal(hour @ 1..=12) => (hour, None),
        Kind::Integer(number, 4) => return military(line, at, number),
        _ => return None,
    };
    if let Some((end, afternoon)) = meridiem(line, at + 1) {
        let hour = hour % 12 + if afternoon { 12 } else { 0 };
        return (1..=12).contains(&(hour % 12 + 1)).then_some(Reading { end, hour, minute, sure: true });
    }
    let oclock = line.kind(at + 1) == Kind::OClock;
    let end = if oclock { at + 2 } else { at + 1 };
    if let Some((end, hour)) = in_the_morning(line, end, hour) {
        return Some(Reading { end, hour, minute, sure: true });
    }
    match line.kind(at) {
        Kind::Clock(..) => Some(Reading { end, hour, minute, sure: false }),
        // "at 10.30 on Tuesday"
        Kind::Decimal(_) if hour <= 24 && line.before(at) == Kind::At && on_day(line, end) => {
            Some(Reading { end, hour, minute, sure: true })
        }
        Kind::Decimal(_) if hour <= 24 => zone(line, end).map(|_| Reading { end, hour, minute, sure: true }),
        _ => oclock.then_some(Reading { end, hour, minute, sure: true }),
    }
}

fn on_day(line: &Line, at: usize) -> bool {
    matches!(line.kind(line.skip(at, Kind::On)), Kind::Weekday(_) | Kind::Today(_))
}

/// "half past five", "quarter to nine".
fn spoken(line: &Line, at: usize) -> Option<Reading> {
    let past = line.is(at + 1, "past");
    let minute = match line.kind(at) {
        Kind::Half if past => 30,
        Kind::Unit(Unit::Quarter) if past => 15,
        Kind::Unit(Unit::Quarter) if line.is(at + 1, "to") => 45,
        _ => return None,
    };
    let (Kind::Cardinal(named @ 1..=12) | Kind::Integer(named @ 1..=12, 1..=2)) = line.kind(at + 2) else {
        return None;
    };
    let hour = if minute == 45 { (named + 11) % 12 } else { named };
    let (end, hour) = match meridiem(line, at + 3) {
        Some((end, afternoon)) => (end, hour % 12 + if afternoon { 12 } else { 0 }),
        None => (at + 3, hour),
    };
    Some(Reading { end, hour, minute: Some(minute), sure: true })
}

/// "0737 GMT", "1400 hours".
fn military(line: &Line, at: usize, number: u32) -> Option<Reading> {
    let (hour, minute) = (number / 100, number % 100);
    let hours = line.is_any(at + 1, &["hours", "hrs"]);
    let clock = hour <= 24 && minute < 60 && (hours || zone(line, at + 1).is_some());
    let end = if hours { at + 2 } else { at + 1 };
    clock.then_some(Reading { end, hour, minute: Some(minute), sure: true })
}

/// "a.m.", "pm", "a. m."
fn meridiem(line: &Line, at: usize) -> Option<(usize, bool)> {
    let apart = line.is_any(at + 1, &["m.", "m"]);
    match line.kind(at) {
        Kind::Meridiem(afternoon) => Some((at + 1, afternoon)),
        _ if apart && line.is_any(at, &["a.", "a"]) => Some((at + 2, false)),
        _ if apart && line.is_any(at, &["p.", "p"]) => Some((at + 2, true)),
        _ => None,
    }
}

/// "in the morning", "at night" behind an hour: the end, and the hour of 24.
fn in_the_morning(line: &Line, at: usize, hour: u32) -> Option<(usize, u32)> {
    let (end, part) = match (line.kind(at), line.kind(at + 1), line.kind(at + 2)) {
        (Kind::In, Kind::The, Kind::Part(part)) => (at + 3, part),
        (Kind::At, Kind::Part(Part::Night), _) => (at + 2, Part::Night),
        _ => return None,
    };
    let later = match part {
        Part::Midday | Part::Afternoon | Part::Evening => hour < 12,
        Part::Night => (6..12).contains(&hour),
        Part::Morning | Part::Daytime => false,
    };
    let midnight = hour == 12 && matches!(part, Part::Night | Part::Morning);
    (1..=12).contains(&hour).then_some((
        end,
        if later {
            hour + 12
        } else if midnight {
            0
        } else {
            hour
        },
    ))
}

/// "GMT", "Paris time", "local time", "local".
fn zone(line: &Line, at: usize) -> Option<(usize, Zone)> {
    if line.is(at, "local") {
        return Some((line.skip_any(at + 1, &["time"]), Zone::default()));
    }
    // Every zone has a capital, and few words have.
    let name = Some(line.text(at)).filter(|_| line.capital(at))?;
    let zone = Zone::named(name)?;
    if name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some((at + 1, zone));
    }
    // A city or "Eastern" counts only before "time".
    let end = line.skip_any(at + 1, &["standard", "daylight", "summer"]);
    line.is(end, "time").then_some((end + 1, zone))
}

/// Whether a preposition makes "10:35" a time.
fn clock_place(line: &Line, at: usize) -> bool {
    matches!(line.before(at), Kind::At | Kind::To | Kind::Before | Kind::After | Kind::Approximation(_))
        || line.follows(at, &["by", "from", "since"])
        || matches!(line.kind(at + 1), Kind::Weekday(_) | Kind::Today(_))
}

/// The day that stands beside a clock time.
fn with_day(line: &Line, end: usize, clock: Clock) -> (usize, What) {
    let comma = line.skip(end, Kind::Comma);
    let next = comma;
    let near = match line.kind(next) {
        Kind::Weekday(_) | Kind::Month(_) | Kind::Today(_) | Kind::Numeric(..) => true,
        Kind::Integer(..) | Kind::Ordinal(_) => matches!(line.kind(next + 1), Kind::Month(_)),
        _ => false,
    };
    match date(line, next).or_else(|| relative(line, next)).filter(|_| near) {
        None | Some((_, Date::Partial(Partial::Month(_), ..))) => (end, What::Time(None, clock)),
        Some((end, day)) => (end, What::Time(Some(day), clock)),
    }
}

/// "the early hours of Monday", "the small hours", "the early morning hours of 30 April".
fn early_hours(line: &Line, at: usize) -> Option<(usize, What)> {
    let next = line.skip(at, Kind::The);
    if !line.is_any(next, &["early", "predawn", "small", "wee"]) {
        return None;
    }
    let hours = if matches!(line.kind(next + 1), Kind::Part(_)) { next + 2 } else { next + 1 };
    if line.kind(hours) != Kind::Units(Unit::Hour) || line.kind(hours + 1) != Kind::Of {
        return None;
    }
    let (end, day) = date(line, hours + 2).or_else(|| relative(line, hours + 2))?;
    let end = if matches!(line.kind(end), Kind::Part(_)) { end + 1 } else { end };
    Some((end, What::Time(Some(day), Clock::Part(Part::Morning))))
}

/// "this morning", "Tuesday night", "last night", "tonight", "in the morning", "overnight", "mid-afternoon".
fn part(line: &Line, at: usize, day: impl FnOnce() -> Option<(usize, Date)>) -> Option<(usize, What)> {
    let timed = |end, day, part| Some((end, What::Time(day, Clock::Part(part))));
    if let Some(found) = early_hours(line, at) {
        return Some(found);
    }
    match line.kind(at) {
        // "at dawn", which is of one day; "at night" is of every one.
        Kind::Part(part) if line.before(at) == Kind::At && !line.is_any(at, &["night", "day"]) => {
            timed(at + 1, None, part)
        }
        // "The Late Show Tonight": a name.
        Kind::Tonight if line.capital(at) && at > 0 && line.xpos(at - 1) == Xpos::Nnp => None,
        Kind::Tonight => timed(at + 1, Some(Date::Today(0)), Part::Night),
        Kind::Overnight => timed(at + 1, Some(Date::Today(-1)), Part::Night),
        Kind::Edge(Edge::Middle) => match line.kind(line.skip_hyphen(at + 1)) {
            Kind::Part(part) => timed(line.skip_hyphen(at + 1) + 1, None, part),
            _ => None,
        },
        Kind::MidPart(part) => match line.kind(at + 1) {
            Kind::Today(days) => timed(at + 2, Some(Date::Today(days)), part),
            Kind::Weekday(weekday) => timed(at + 2, Some(Date::Weekday(weekday, Which::Bare)), part),
            _ => timed(at + 1, None, part),
        },
        Kind::Which(which) => match line.kind(at + 1) {
            Kind::Part(part) => timed(at + 2, Some(day_of(which, part)?), part),
            _ => dated_part(line, at, day),
        },
        Kind::The => match (line.kind(at + 1), line.kind(at + 2)) {
            (Kind::Part(part), Kind::Of) => {
                let (end, day) = date(line, at + 3)?;
                timed(end, Some(day), part)
            }
            (Kind::Which(which), Kind::Part(part)) => timed(at + 3, Some(day_of(which, part)?), part),
            (Kind::Part(part), _) if line.before(at) == Kind::In => timed(at + 2, None, part),
            // "the night before"
            (Kind::Part(part), Kind::Before) if !line.text(at + 3).starts_with(char::is_alphanumeric) => {
                timed(at + 3, Some(Date::Grain(Grain::Day, Which::Previous)), part)
            }
            _ => None,
        },
        _ => dated_part(line, at, day),
    }
}

/// The day of "this morning", "last night", "that evening".
fn day_of(which: Which, part: Part) -> Option<Date> {
    Some(match which {
        Which::This => Date::Today(0),
        Which::Last if matches!(part, Part::Night | Part::Evening) => Date::Today(-1),
        Which::That | Which::Same => Date::Grain(Grain::Day, Which::That),
        Which::Following | Which::Next => Date::Grain(Grain::Day, Which::Following),
        Which::Previous => Date::Grain(Grain::Day, Which::Previous),
        _ => return None,
    })
}

/// A date with a part of its day: "Tuesday night", "yesterday at noon", "Christmas Eve morning".
fn dated_part(line: &Line, at: usize, day: impl FnOnce() -> Option<(usize, Date)>) -> Option<(usize, What)> {
    let begins = matches!(
        line.kind(at),
        Kind::Weekday(_) | Kind::Today(_) | Kind::Month(_) | Kind::Integer(..) | Kind::Which(_)
    );
    if !begins && !line.capital(at) {
        return None;
    }
    let (end, day) = day()?;
    // "May 8, 1:00 a.m."
    if let Some((end, clock @ Clock::At { minute: Some(_), .. })) = clock(line, line.skip(end, Kind::Comma)) {
        return Some((end, What::Time(Some(day), clock)));
    }
    let end = line.skip_any(end, &["early", "late"]);
    match line.kind(end) {
        Kind::Part(part) if !line.text(end).ends_with(['s', 'S']) => {
            Some((end + 1, What::Time(Some(day), Clock::Part(part))))
        }
        Kind::Noon(hour) => {
            let clock = Clock::At { hour, minute: Some(0), zone: Zone::default() };
            Some((end + 1, What::Time(Some(day), clock)))
        }
        _ => None,
    }
}
