//! Dates as programs write them into pages, feeds and tables. Dates in prose are not read here.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use factcheck_core::stamp::{BadStamp, Stamp};

/// With a zone: ISO 8601 in the forms that RFC 3339 leaves out, and what JavaScript prints.
const ZONED: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%d %H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M%z",
    "%Y%m%dT%H%M%S%z",
    "%a %b %d %Y %H:%M:%S GMT%z",
];

/// Without one.
const LOCAL: [&str; 5] =
    ["%Y%m%dT%H%M%S", "%Y/%m/%d %H:%M:%S", "%B %d, %Y %I:%M %p", "%B %d, %Y %H:%M", "%d %B %Y %H:%M"];

/// Days. An order of numbers that two countries read differently is not among them.
const DAYS: [&str; 7] =
    ["%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%A, %B %d, %Y", "%d %B %Y", "%A, %d %B %Y", "%A %d %B %Y"];

/// Reads a date, its time and its zone.
///
/// # Errors
/// It is in none of the forms that machines write.
pub(crate) fn read(text: &str) -> Result<Stamp, BadStamp> {
    text.parse().or_else(|error| if text.len() > 80 { Err(error) } else { other(text.trim()).ok_or(error) })
}

fn other(text: &str) -> Option<Stamp> {
    // "GMT+0100 (Central European Time)", and Z where a number of minutes is asked for.
    let text = text.split(" (").next().unwrap_or_default();
    let numeric = text.strip_suffix(['Z', 'z']).map(|text| format!("{text}+0000"));
    let text = numeric.as_deref().unwrap_or(text);
    let zoned = || ZONED.iter().find_map(|form| DateTime::parse_from_str(text, form).ok());
    if let Some(moment) = DateTime::parse_from_rfc2822(text).ok().or_else(zoned).or_else(|| epoch(text)) {
        return Some(of(moment));
    }
    let local = LOCAL.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    if let Some(local) = local {
        return plausible(Stamp { date: local.date(), time: Some(local.time()), offset: None });
    }
    plausible(Stamp::day(DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())?))
}

fn of(moment: DateTime<FixedOffset>) -> Stamp {
    let local = moment.naive_local();
    Stamp {
        date: local.date(),
        time: Some(local.time()),
        offset: Some(moment.offset().local_minus_utc() / 60),
    }
}

/// Four digits are no year of a newspaper for every number.
fn plausible(stamp: Stamp) -> Option<Stamp> {
    use chrono::Datelike;
    (1600..2200).contains(&stamp.date.year()).then_some(stamp)
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<DateTime<FixedOffset>> {
    let count: i64 = text.parse().ok()?;
    let moment = match text.len() {
        10 => DateTime::from_timestamp(count, 0),
        13 => DateTime::from_timestamp_millis(count),
        _ => None,
    };
    moment.map(|moment| moment.fixed_offset())
}

/// The day in a web address: `/2024/03/05/`, `/2024/mar/05/`, `2024-03-05`, `20240305`.
pub(crate) fn of_address(url: &str) -> Option<Stamp> {
    // A host and a query say other things.
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split_once('/')?.1.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let apart = parts.windows(3).find_map(|parts| {
        let [year, month, day] = parts else { return None };
        let digits = year.len() == 4 && (1..=2).contains(&day.len()) && (1..=3).contains(&month.len());
        let form = if month.starts_with(|c: char| c.is_ascii_digit()) { "%Y-%m-%d" } else { "%Y-%b-%d" };
        digits.then(|| NaiveDate::parse_from_str(&format!("{year}-{month}-{day}"), form).ok()).flatten()
    });
    let together = || {
        let mut eight = parts.iter().filter(|part| part.len() == 8);
        eight.find_map(|part| NaiveDate::parse_from_str(part, "%Y%m%d").ok())
    };
    plausible(Stamp::day(apart.or_else(together)?))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn machine_dates() {
        let d = |text: &str| read(text).map_or_else(|_| "-".to_owned(), |stamp| stamp.to_string());
        snap!(d("2024-03-05"), @"2024-03-05");
        snap!(d("2024-03-05T08:30:00+0100"), @"2024-03-05T08:30:00+01:00");
        snap!(d("2024-03-05T08:30:00.123Z"), @"2024-03-05T08:30:00Z");
        snap!(d("2024-03-05T08:30Z"), @"2024-03-05T08:30:00Z");
        snap!(d("20240305T083000Z"), @"2024-03-05T08:30:00Z");
        snap!(d("2024-03-05 08:30:00 +01:00"), @"2024-03-05T08:30:00+01:00");
        snap!(d("Tue, 05 Mar 2024 08:30:00 GMT"), @"2024-03-05T08:30:00Z");
        snap!(d("Tue, 5 Mar 2024 08:30:00 -0500"), @"2024-03-05T08:30:00-05:00");
        snap!(d("Tue Mar 05 2024 08:30:00 GMT+0100 (Central European Standard Time)"), @"2024-03-05T08:30:00+01:00");
        snap!(d("1709627400"), @"2024-03-05T08:30:00Z");
        snap!(d("1709627400000"), @"2024-03-05T08:30:00Z");
        snap!(d("March 5, 2024"), @"2024-03-05");
        snap!(d("Mar 5, 2024 8:30 AM"), @"2024-03-05T08:30:00");
        snap!(d("5 March 2024"), @"2024-03-05");
        snap!(d("Tuesday, 5 March 2024"), @"2024-03-05");
        snap!(d("20240305"), @"2024-03-05");
        // Two countries read it differently.
        snap!(d("05/03/2024"), @"-");
        snap!(d("yesterday"), @"-");
        snap!(d("2024"), @"-");
    }

    #[test]
    fn days_of_addresses() {
        let d = |url: &str| of_address(url).map_or_else(|| "-".to_owned(), |stamp| stamp.to_string());
        snap!(d("https://quay.example/2024/03/05/two-cranes"), @"2024-03-05");
        snap!(d("https://quay.example/world/2024/mar/05/two-cranes"), @"2024-03-05");
        snap!(d("https://quay.example/news/two-cranes-2024-03-05/"), @"2024-03-05");
        snap!(d("https://quay.example/20240305-two-cranes.html"), @"2024-03-05");
        snap!(d("/2024/3/5/two-cranes"), @"2024-03-05");
        snap!(d("https://quay.example/news/12345678"), @"-");
        snap!(d("https://quay.example/two?since=2024-03-05"), @"-");
        snap!(d("https://2024-03-05.example"), @"-");
    }
}
