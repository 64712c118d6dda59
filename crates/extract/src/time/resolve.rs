//! From what the words say to TIMEX3 values and calendar days.

use chrono::{NaiveDate, NaiveTime};
use factcheck_core::{
    calendar::{Grain, Period, Season, add_days},
    range::Range,
    timex::{Clock as ClockWindow, Meaning, TimexType},
    window::Window,
};

use super::{
    anchors::{Anchors, Place},
    counted, lengths,
    lexicon::{Edge, Part, Unit, Which},
    phrase::{Amount, Clock, Date, Length, Partial, Phrase, What, Whole, YearOf},
    tense::Direction,
    values::{duration_value, set_value, unknown_grain, unknown_partial},
};

/// What a date comes to.
struct Resolved {
    value: String,
    period: Option<Period>,
    window: Window,
    relative: bool,
}

/// How many days a fiscal year can begin before or after the calendar year of its name.
const FISCAL: i64 = 334;

/// The meaning of a phrase; the direction is asked for only where it decides. What it `tells` is what later
/// phrases rest on.
pub(super) fn meaning(
    phrase: &Phrase,
    anchors: &mut Anchors,
    day_beside: Option<Period>,
    tells: Option<Place>,
    direction: &dyn Fn() -> Direction,
) -> Meaning {
    let modifier = phrase.edge.map(Edge::modifier).or(match phrase.approximation {
        Some("BELOW") => Some("LESS_THAN"),
        other => other,
    });
    anchors.resolved = None;
    match phrase.what {
        What::Date(date) => {
            let mut resolved = resolve(date, anchors, direction);
            anchors.resolved = resolved.period;
            if phrase.fiscal {
                resolved.window = resolved.window.shift(-FISCAL).hull(resolved.window.shift(FISCAL));
            }
            if let Some(place) = tells {
                remember(date, &resolved, anchors, place);
            }
            Meaning {
                timex_type: TimexType::Date,
                window: edge_window(resolved.window, phrase.edge),
                value: resolved.value,
                modifier,
                relative: resolved.relative,
                ..Meaning::default()
            }
        }
        What::Time(date, clock) => time(date, clock, anchors, day_beside, modifier, tells, direction),
        What::Duration(length) => {
            if length.unit == Unit::Month && matches!(length.amount.whole(), Some(6 | 9)) {
                anchors.tell_months();
            }
            if matches!(length.beside, Some(Which::Past | Which::Last | Which::Next)) {
                anchors.tell_open();
            }
            duration(length, anchors, phrase.approximation, modifier)
        }
        What::Set(set) => {
            Meaning { timex_type: TimexType::Set, value: set_value(set), modifier, ..Meaning::default() }
        }
        What::Reference(value) => Meaning { value: value.to_owned(), relative: true, ..Meaning::default() },
    }
}

/// What the calendar calls a date.
pub(super) fn period_of(date: Date, anchors: &Anchors, direction: &dyn Fn() -> Direction) -> Option<Period> {
    resolve(date, anchors, direction).period
}

/// The day of a date, for the clock times beside it.
pub(super) fn day_of(date: Date, anchors: &Anchors, direction: &dyn Fn() -> Direction) -> Option<Period> {
    period_of(date, anchors, direction).filter(|period| period.grain() == Grain::Day)
}

fn remember(date: Date, resolved: &Resolved, anchors: &mut Anchors, place: Place) {
    let Some(period) = resolved.period else { return };
    match date {
        Date::Partial(Partial::Quarter(_) | Partial::Half(_), ..) => anchors.tell_quarter(period),
        Date::Partial(Partial::Comparable, ..) | Date::Grain(Grain::Quarter, _) => anchors.quarterly = true,
        _ => {}
    }
    match date {
        Date::Known(_) | Date::Partial(_, YearOf::Known(_), _) => anchors.tell(period, true, place),
        Date::Grain(_, Which::Bare | Which::Latest) => {}
        Date::Partial(..) | Date::Nth(..) | Date::Beside(..) => {
            anchors.tell_open();
            anchors.tell(period, false, place);
        }
        Date::Grain(_, which) => {
            if matches!(which, Which::Last | Which::This | Which::Next) {
                anchors.tell_news();
            }
            anchors.tell(period, false, place);
        }
        Date::Shift { amount, unit, future, narrative } => {
            // "a year earlier" compares, in the news and in tales.
            let compares = unit == Unit::Year && amount.whole() == Some(1);
            if !narrative && !compares {
                anchors.tell_news();
            }
            // "two decades earlier" looks back, and the tale stays where it is.
            if future || !anchors.is_history() {
                anchors.tell(period, false, place);
            }
        }
        Date::Today(_) | Date::WeekdayOf(..) | Date::Weekday(..) => {
            anchors.tell_news();
            anchors.tell_news_day(period);
            anchors.tell(period, false, place);
        }
    }
}

fn resolve(date: Date, anchors: &Anchors, direction: &dyn Fn() -> Direction) -> Resolved {
    match date {
        Date::Known(period) => known(period),
        Date::Partial(partial, year, which) => {
            let tense =
                if year == YearOf::Open && which == Which::Bare { direction() } else { Direction::Unknown };
            let period = anchors.partial(partial, year, which, tense);
            let relative = !matches!(year, YearOf::Known(_));
            period.map_or_else(
                || unknown(unknown_partial(partial, year), relative),
                |period| soft(partial, wintry(Resolved { relative, ..known(period) }, year)),
            )
        }
        Date::Weekday(weekday, which) => {
            let tense =
                if matches!(which, Which::Bare | Which::This) { direction() } else { Direction::Unknown };
            let period = anchors.weekday(weekday, which, tense);
            period.map_or_else(
                || unknown(format!("XXXX-WXX-{}", weekday.number_from_monday()), true),
                relative_to,
            )
        }
        Date::WeekdayOf(weekday, weeks) => {
            let period = anchors.weekday_of(weekday, weeks);
            period.map_or_else(
                || unknown(format!("XXXX-WXX-{}", weekday.number_from_monday()), true),
                relative_to,
            )
        }
        Date::Grain(Grain::Day, Which::That | Which::Same) if let Some(month) = anchors.month_told() => {
            Resolved { value: format!("{month}-XX"), period: None, ..relative_to(month) }
        }
        Date::Grain(grain, which) => {
            let tense = if grain == Grain::Weekend { direction() } else { Direction::Unknown };
            let period = anchors.grain(grain, which, tense);
            period.map_or_else(
                || unknown(unknown_grain(grain).to_owned(), true),
                |period| week(doubtful(relative_to(period), anchors)),
            )
        }
        Date::Today(days) => {
            let period = anchors.published.and_then(|day| add_days(day, days.into())).map(Period::Day);
            period.map_or_else(
                || unknown("XXXX-XX-XX".to_owned(), true),
                |period| doubtful(relative_to(period), anchors),
            )
        }
        Date::Nth(number, grain, whole) => nth(number, grain, whole, anchors, direction),
        Date::Beside(days, whole) => days_beside(days, whole, anchors, direction),
        Date::Shift { amount, unit, future, narrative } => shifted(amount, unit, future, narrative, anchors),
    }
}

/// "the first week of May": the calendar's week that lies nearest, and the days that are counted.
fn nth(
    number: u32,
    grain: Grain,
    whole: Whole,
    anchors: &Anchors,
    direction: &dyn Fn() -> Direction,
) -> Resolved {
    let whole = resolve(date_of(whole), anchors, direction);
    match whole.period.and_then(|period| counted::nth(period, grain, number)) {
        Some((period, days)) => {
            Resolved { window: known(period).window.hull(days), relative: whole.relative, ..known(period) }
        }
        None => unknown(unknown_grain(grain).to_owned(), whole.relative),
    }
}

/// "the day before Christmas": its own day, so many days from that one.
fn days_beside(days: i32, whole: Whole, anchors: &Anchors, direction: &dyn Fn() -> Direction) -> Resolved {
    let whole = resolve(date_of(whole), anchors, direction);
    let day = whole.period.filter(|period| period.grain() == Grain::Day);
    match day.and_then(|day| day.shift(days)) {
        Some(day) => {
            Resolved { window: whole.window.shift(days.into()), relative: whole.relative, ..known(day) }
        }
        None => unknown("XXXX-XX-XX".to_owned(), whole.relative),
    }
}

fn date_of(whole: Whole) -> Date {
    match whole {
        Whole::Known(period) => Date::Known(period),
        Whole::Partial(partial, year) => Date::Partial(partial, year, Which::Bare),
        Whole::Weekday(weekday, which) => Date::Weekday(weekday, which),
        Whole::Grain(grain, which) => Date::Grain(grain, which),
    }
}

/// The week may begin on Sunday.
fn week(resolved: Resolved) -> Resolved {
    if !matches!(resolved.period, Some(Period::Week(_))) {
        return resolved;
    }
    Resolved { window: resolved.window.shift(-1).hull(resolved.window), ..resolved }
}

/// The week of a day may begin on Sunday; one that ends with a day is rarely the calendar's.
fn soft(partial: Partial, resolved: Resolved) -> Resolved {
    let window = resolved.window;
    let window = match partial {
        Partial::WeekOf(..) => window.shift(-1).hull(window),
        Partial::WeekTo(..) => window.shift(-3).hull(window.shift(3)),
        _ => window,
    };
    Resolved { window, ..resolved }
}

/// A winter whose year is not said may be the one that ends in it.
fn wintry(resolved: Resolved, year: YearOf) -> Resolved {
    let winter = matches!(resolved.period, Some(Period::Season(_, Season::Winter)));
    if !winter || matches!(year, YearOf::Known(_)) {
        return resolved;
    }
    Resolved { window: resolved.window.hull(resolved.window.shift(-31)), ..resolved }
}

fn known(period: Period) -> Resolved {
    Resolved {
        value: period.to_string(),
        period: Some(period),
        window: period.window().unwrap_or(Window::ANY),
        relative: false,
    }
}

fn relative_to(period: Period) -> Resolved {
    Resolved { relative: true, ..known(period) }
}

fn unknown(value: String, relative: bool) -> Resolved {
    Resolved { value, period: None, window: Window::ANY, relative }
}

/// A day more on both sides where no zone is known: the outlet's day may not be the reader's.
fn doubtful(resolved: Resolved, anchors: &Anchors) -> Resolved {
    let day = resolved.period.is_some_and(|period| period.grain() == Grain::Day);
    if !anchors.doubt || !day {
        return resolved;
    }
    Resolved { window: resolved.window.shift(-1).hull(resolved.window.shift(1)), ..resolved }
}

/// "two years ago": the period, and days on both sides by half a unit, since such counts are rounded.
fn shifted(amount: Amount, unit: Unit, future: bool, narrative: bool, anchors: &Anchors) -> Resolved {
    let whole = amount.value.map(|value| value / 100);
    let Some(count) = whole else {
        let value = if future { "FUTURE_REF" } else { "PAST_REF" };
        return Resolved {
            window: rough_window(amount, unit, future, narrative, anchors),
            ..unknown(value.to_owned(), true)
        };
    };
    if unit.is_clock() {
        let value = if future { "FUTURE_REF" } else { "PAST_REF" };
        let day = anchors.published.map_or(Window::ANY, Window::day);
        return Resolved { window: day.shift(-1).hull(day.shift(1)), ..unknown(value.to_owned(), true) };
    }
    let Some(period) = anchors.shift(count, unit, future, narrative) else {
        return unknown(unknown_grain(unit.grain().unwrap_or(Grain::Day)).to_owned(), true);
    };
    let rough = rough_window(amount, unit, future, narrative, anchors);
    let resolved = doubtful(relative_to(period), anchors);
    let window = if rough.is_any() { resolved.window } else { resolved.window.hull(rough) };
    Resolved { window, ..resolved }
}

/// The days between the shortest and the longest that the amount allows.
fn rough_window(amount: Amount, unit: Unit, future: bool, narrative: bool, anchors: &Anchors) -> Window {
    let base = if narrative { anchors.told_day() } else { anchors.published };
    let range = lengths::days(Length { amount, unit, beside: None }, None);
    let (Some(base), Some((low, high))) = (base, range.and_then(Range::ends)) else {
        return Window::ANY;
    };
    let days = |count: rust_decimal::Decimal| i64::try_from(count.round()).ok();
    let (Some(low), Some(high)) = (days(low), days(high)) else { return Window::ANY };
    let sign = if future { 1 } else { -1 };
    match (add_days(base, sign * low), add_days(base, sign * high)) {
        (Some(a), Some(b)) => Window::between(a, b),
        _ => Window::ANY,
    }
}

/// The part of a window that "early", "the middle of" or "the end of" leaves: a half, generously.
fn edge_window(window: Window, edge: Option<Edge>) -> Window {
    let (Some(edge), Some((first, last))) = (edge, window.ends()) else { return window };
    let days = (last - first).num_days();
    if days < 6 {
        return window;
    }
    let at = |part: i64| add_days(first, days * part / 4).unwrap_or(first);
    match edge {
        Edge::Start => Window::between(first, at(2)),
        Edge::Middle => Window::between(at(1), at(3)),
        Edge::End => Window::between(at(2), last),
    }
}

fn time(
    date: Option<Date>,
    clock: Clock,
    anchors: &mut Anchors,
    day_beside: Option<Period>,
    modifier: Option<&'static str>,
    tells: Option<Place>,
    direction: &dyn Fn() -> Direction,
) -> Meaning {
    let resolved = match date {
        Some(date) => {
            let resolved = resolve(date, anchors, direction);
            remember(date, &resolved, anchors, tells.unwrap_or(Place::Bound));
            resolved
        }
        None => day_beside
            .or_else(|| anchors.clock_day().map(Period::Day))
            .map_or_else(|| unknown("XXXX-XX-XX".to_owned(), true), relative_to),
    };
    let day = resolved.period.filter(|period| period.grain() == Grain::Day).and_then(Period::first);
    let base = if resolved.value.len() < 10 { "XXXX-XX-XX".to_owned() } else { resolved.value };
    let (value, window_clock, next_day) = clock_parts(clock, day);
    // "Tuesday night" runs into Wednesday.
    let window = if next_day { resolved.window.hull(resolved.window.shift(1)) } else { resolved.window };
    Meaning {
        timex_type: TimexType::Time,
        value: format!("{base}{value}"),
        modifier,
        window,
        clock: window_clock,
        relative: resolved.relative,
        ..Meaning::default()
    }
}

/// The value behind the day, first and last time, and whether the time runs into the next day.
fn clock_parts(clock: Clock, day: Option<NaiveDate>) -> (String, Option<ClockWindow>, bool) {
    let at = |hour: u32, minute: u32| NaiveTime::from_hms_opt(hour % 24, minute, 0);
    match clock {
        Clock::At { hour, minute, zone } => {
            let value = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            let window = at(hour, minute.unwrap_or(0)).map(|time| ClockWindow {
                earliest: time,
                latest: time,
                offset: zone.offset(day, time),
            });
            (value, window, hour == 24)
        }
        Clock::Part(part) => {
            let (first, last) = match part {
                Part::Morning => ((0, 0), (12, 0)),
                Part::Midday => ((11, 0), (14, 0)),
                Part::Afternoon => ((12, 0), (19, 0)),
                Part::Evening => ((16, 0), (23, 59)),
                Part::Night => ((0, 0), (23, 59)),
                Part::Daytime => ((5, 0), (21, 0)),
            };
            let window = at(first.0, first.1).zip(at(last.0, last.1)).map(|(earliest, latest)| ClockWindow {
                earliest,
                latest,
                offset: None,
            });
            (part.code().to_owned(), window, part == Part::Night)
        }
    }
}

fn duration(
    length: Length,
    anchors: &Anchors,
    approximation: Option<&str>,
    modifier: Option<&'static str>,
) -> Meaning {
    let days = lengths::days(length, approximation);
    let window = match length.beside {
        Some(Which::Past | Which::Last | Which::Recent | Which::Latest) => beside(anchors, days, false),
        Some(Which::Next | Which::Coming) => beside(anchors, days, true),
        _ => Window::ANY,
    };
    Meaning {
        timex_type: TimexType::Duration,
        value: duration_value(length),
        modifier,
        window,
        length: days,
        relative: length.beside.is_some(),
        ..Meaning::default()
    }
}

/// The days just before or after the publication.
fn beside(anchors: &Anchors, days: Option<Range>, future: bool) -> Window {
    let longest = days.and_then(|days| days.high.value()).and_then(|days| i64::try_from(days.ceil()).ok());
    let (Some(now), Some(longest)) = (anchors.published, longest) else { return Window::ANY };
    if anchors.is_history() {
        return Window::ANY;
    }
    add_days(now, if future { longest } else { -longest })
        .map_or(Window::ANY, |other| Window::between(now, other))
}
