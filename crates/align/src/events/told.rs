//! When an event was, as its words alone tell it: days of the calendar, or only a day of the year or of the week where
//! no article's date gives more.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use factcheck_core::{
    calendar,
    event::Event,
    record::Records,
    timex::{Time, TimexType},
    window::Window,
};

/// What the days of a [`Told`] are counted in. Only days of one frame are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// The calendar.
    Calendar,
    /// A day or month of a year that nobody names.
    Year,
    /// A day of a week that nobody dates.
    Week,
}

/// How long the named stretch is: a Tuesday is told against a Wednesday, not against a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// Up to three days.
    Day,
    /// A week or a weekend.
    Week,
    /// A month, or about one.
    Month,
    /// Anything up to a year.
    Year,
}

/// When, as told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the days are counted in.
    pub frame: Frame,
    /// The days; several where the words can be read in several ways.
    pub readings: Vec<Window>,
    /// How long the stretch is.
    pub grain: Grain,
    /// Whether the words name the day, and do not leave it to the day of publication.
    pub firm: bool,
    /// Whether the days are counted from the day of publication: "today".
    pub relative: bool,
}

impl Told {
    /// Whether some reading of both allows a common day.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.frame == other.frame && self.pairs(other).any(|(a, b)| a.meets(b))
    }

    /// The days between what both most likely mean; `None` in different frames.
    #[must_use]
    pub fn first_gap(&self, other: &Self) -> Option<i64> {
        (self.frame == other.frame).then(|| self.pairs(other).map(|(a, b)| super::gap(a, b)).next())?
    }

    /// The least number of days between readings of both; `None` in different frames.
    #[must_use]
    pub fn gap(&self, other: &Self) -> Option<i64> {
        (self.frame == other.frame).then(|| self.pairs(other).map(|(a, b)| super::gap(a, b)).min())?
    }

    /// "today" and "yesterday" without their doubt of a day on either side.
    pub(super) fn narrowed(&self) -> Self {
        let middle = |window: &Window| {
            let doubted = window.length() == Some(3) && self.relative;
            if doubted {
                Window { earliest: window.shift(1).earliest, latest: window.shift(-1).latest }
            } else {
                *window
            }
        };
        Self { readings: self.readings.iter().map(middle).collect(), ..self.clone() }
    }

    fn pairs<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Window, Window)> + 'a {
        self.readings.iter().flat_map(move |a| other.readings.iter().map(move |b| (*a, *b)))
    }
}

/// The times of an article by their ids.
pub(super) fn times(records: &Records) -> BTreeMap<&str, &Time> {
    records.times.iter().map(|time| (time.id.as_str(), time)).collect()
}

/// When an event of an article was, as far as its words tell.
#[must_use]
pub fn of(event: &Event, records: &Records) -> Option<Told> {
    told(event, records, &times(records))
}

/// When `event` was, as far as its words tell.
pub(super) fn told(event: &Event, records: &Records, times: &BTreeMap<&str, &Time>) -> Option<Told> {
    let time = times.get(event.time.as_str())?;
    if event.window.ends().is_none() {
        return undated(&time.timex_value);
    }
    let days = event.window.length()?;
    // A weekend has no one day.
    let weekend = time.place.quote.to_lowercase().contains("weekend");
    let grain = grain(days)?.max(if weekend { Grain::Week } else { Grain::Day });
    let published = records.article.published.map(|stamp| stamp.date);
    Some(Told {
        frame: Frame::Calendar,
        readings: readings(event.window, time, published),
        grain,
        firm: names_day(time) && event.when.as_ref().is_none_or(|when| !is_vague(&when.quote)),
        relative: event.relative
            || time.place.quote.contains("today")
            || time.place.quote.contains("yesterday"),
    })
}

/// The days and longer stretches that the sentence of an event names beside its own, and whether another event is told
/// of at them.
pub(super) fn others(event: &Event, records: &Records) -> Vec<(Window, bool)> {
    let length = u32::try_from(event.sentence.chars().count()).unwrap_or(u32::MAX);
    let sentence = event.sentence_start..event.sentence_start.saturating_add(length);
    let beside = records.times.iter().filter(|time| {
        time.place.field == event.place.field && sentence.contains(&time.place.start) && time.id != event.time
    });
    let day = |end: &Option<String>| end.as_ref()?.get(..10)?.parse().ok();
    let told = |time: &Time| records.events.iter().any(|other| other.time == time.id);
    beside
        .map(|time| (Window { earliest: day(&time.earliest), latest: day(&time.latest) }, told(time)))
        .filter(|(window, _)| window.ends().is_some())
        .collect()
}

fn grain(days: i64) -> Option<Grain> {
    match days {
        1..=3 => Some(Grain::Day),
        4..=9 => Some(Grain::Week),
        10..=62 => Some(Grain::Month),
        63..=366 => Some(Grain::Year),
        _ => None,
    }
}

/// A weekday that is the one of the day after publication may be that very day, in an article that was changed later;
/// a weekend can begin on Friday.
fn readings(window: Window, time: &Time, published: Option<NaiveDate>) -> Vec<Window> {
    let quote = time.place.quote.to_lowercase();
    if quote.contains("weekend") {
        return vec![Window { earliest: window.shift(-1).earliest, latest: window.latest }];
    }
    let week_before = published.is_some_and(|day| window.shift(6).earliest == Some(day));
    if week_before && WEEKDAYS.iter().any(|name| quote.contains(name)) {
        return vec![window, window.shift(7)];
    }
    // A month or a day without its year rests on the tense; the years beside are read as well.
    let told = ["last", "this", "next", "past", "ago", "coming"].iter().any(|word| quote.contains(word));
    if time.timex_type == TimexType::Date
        && !told
        && !names_year(&quote)
        && quote.split(|c: char| !c.is_alphanumeric()).any(calendar::is_month_name)
    {
        let beside = [-1, 1].into_iter().filter_map(|years| window.step(years, calendar::Grain::Year));
        return std::iter::once(window).chain(beside).collect();
    }
    vec![window]
}

/// Whether the words name a year.
pub(super) fn names_year(quote: &str) -> bool {
    quote.split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4)
}

/// English weekdays from Monday, as one word each.
pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether the words name a day or more, not just a time of day.
fn names_day(time: &Time) -> bool {
    time.timex_type != TimexType::Time
        || time.place.quote.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let lower = word.to_lowercase();
            let month = calendar::is_month_name(&lower);
            month
                || WEEKDAYS.contains(&lower.as_str())
                || matches!(lower.as_str(), "today" | "yesterday" | "tomorrow")
        })
}

/// "A day earlier", "later that week": counted from another day of the text, which is easily taken wrongly.
fn is_vague(quote: &str) -> bool {
    let lower = quote.to_lowercase();
    let vague = |word: &str| {
        matches!(
            word,
            "earlier"
                | "later"
                | "before"
                | "after"
                | "that"
                | "recent"
                | "recently"
                | "now"
                | "current"
                | "overnight"
        )
    };
    lower.split(|c: char| !c.is_alphanumeric()).any(vague)
        || lower == "this morning"
        || lower.starts_with("the day")
}

/// "December 31", "Friday" in an article without a date: a day of some year, of some week.
fn undated(value: &str) -> Option<Told> {
    let rest = value.strip_prefix("XXXX-")?;
    // Any leap year and any week will do: only days of one frame are compared.
    let (frame, window, grain) = if let Some(day) = rest.strip_prefix("WXX-") {
        let number: i64 = day.get(..1)?.parse().ok()?;
        let monday = NaiveDate::from_ymd_opt(2000, 1, 3)?;
        (Frame::Week, Window::day(monday).shift(number - 1), Grain::Day)
    } else {
        let month: u32 = rest.get(..2)?.parse().ok()?;
        match rest.get(3..5).map(str::parse::<u32>) {
            Some(Ok(day)) => {
                (Frame::Year, Window::day(NaiveDate::from_ymd_opt(2000, month, day)?), Grain::Day)
            }
            Some(Err(_)) => return None,
            None => (Frame::Year, Window::month(2000, month)?, Grain::Month),
        }
    };
    Some(Told { frame, readings: vec![window], grain, firm: true, relative: false })
}

#[cfg(test)]
mod tests {
    use super::{Frame, Grain, is_vague, names_year, undated};

    #[test]
    fn days_without_a_year_or_a_week() {
        let told = |value| undated(value).map(|told| (told.frame, told.grain));
        assert_eq!(told("XXXX-12-31"), Some((Frame::Year, Grain::Day)));
        assert_eq!(told("XXXX-WXX-5"), Some((Frame::Week, Grain::Day)));
        assert_eq!(told("XXXX-01"), Some((Frame::Year, Grain::Month)));
        assert_eq!(told("XXXX-XX-XXT10:00"), None);
        assert_eq!(told("2023-10-17"), None);
        assert_eq!(undated("XXXX-12-31").zip(undated("XXXX-12-31")).map(|(a, b)| a.meets(&b)), Some(true));
        assert_eq!(undated("XXXX-12-31").zip(undated("XXXX-WXX-5")).and_then(|(a, b)| a.gap(&b)), None);
        assert_eq!(undated("XXXX-12-31").zip(undated("XXXX-12-27")).and_then(|(a, b)| a.gap(&b)), Some(4));
    }

    #[test]
    fn words() {
        assert!(names_year("May 2014") && !names_year("May 14"));
        assert!(is_vague("a day earlier") && !is_vague("Monday afternoon") && !is_vague("Monday"));
    }
}
