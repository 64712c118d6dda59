//! T102.

use chrono::{Datelike, NaiveDate, Weekday};
use factcheck_align::events::told::WEEKDAYS;
use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity, Statement},
    statement,
    timex::Time,
};

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// A weekday that its date does not have.
    ///
    /// ## Why
    ///
    /// Every date has one weekday, so "Monday, 17 October 2023" is wrong by itself. Either the weekday or the date may
    /// be the slip, so both are shown. Where the words leave the year open, the years beside are tried as well.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The talks in Ravel began on Monday, October 17, 2023.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The talks in Ravel began on Tuesday, October 17, 2023.
    /// ```
    pub(crate) static WEEKDAY_MISMATCH: TimelineRule = { code: "T102", name: "weekday-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for records in story.records {
        for time in &records.times {
            let Some((said, date)) = weekday_and_date(time) else { continue };
            if fits(said, date, &time.place.quote) {
                continue;
            }
            let mut finding = story.finding(&WEEKDAY_MISMATCH, Severity::Conflict);
            finding.confidence = 0.9;
            finding.topic = format!("weekday of {date}");
            finding.period = format!("{date}/{date}");
            let is = date.format("%A");
            finding.message = format!("“{}”: {date} is a {is}", time.place.quote);
            finding.arithmetic = format!("{date} = {is}");
            finding.reasons = vec!["either the weekday or the date is a slip".to_owned()];
            let day = Some(date.to_string());
            finding.claims = vec![Statement {
                low: day.clone(),
                high: day,
                ..statement::at(&records.article, &time.place, &time.place.quote, time.place.start, "a")
            }];
            findings.push(finding);
        }
    }
}

/// The weekday that the words name, and the day that they mean.
fn weekday_and_date(time: &Time) -> Option<(Weekday, NaiveDate)> {
    let date = time.timex_value.get(..10)?.parse().ok()?;
    let quote = time.place.quote.to_lowercase();
    // Without a day of the month the date rests on the weekday itself.
    quote.bytes().any(|byte| byte.is_ascii_digit()).then_some(())?;
    let mut named = WEEKDAYS.iter().enumerate().filter(|(_, name)| quote.contains(*name));
    let (index, _) = named.next()?;
    let one = named.next().is_none();
    let clock_only = !quote.split(|c: char| !c.is_alphanumeric()).any(is_day_of_month);
    let said = Weekday::try_from(u8::try_from(index).ok()?).ok()?;
    (one && !clock_only).then_some((said, date))
}

/// "17", "10th": a day of the month; a time of day stands with a colon, "am" or "GMT".
fn is_day_of_month(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..).unwrap_or_default();
    digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
        && matches!(ending, "" | "st" | "nd" | "rd" | "th")
}

/// Whether the date has the weekday, this year or, where the words give no year, in a year beside.
fn fits(said: Weekday, date: NaiveDate, quote: &str) -> bool {
    let year_given = quote.contains(&date.year().to_string());
    let years = if year_given { date.year()..=date.year() } else { date.year() - 1..=date.year() + 1 };
    years.filter_map(|year| date.with_year(year)).any(|date| date.weekday() == said)
}
