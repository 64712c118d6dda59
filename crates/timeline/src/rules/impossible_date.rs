//! T109.

use chrono::NaiveDate;
use factcheck_core::{
    claim::{Modality, Polarity},
    declare_rule,
    event::{Event, Phase},
    finding::{Finding, Severity, Statement},
    record::Records,
    statement,
    timex::Time,
};

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// A day that no calendar has, or an event told as done on a day after its own publication.
    ///
    /// ## Why
    ///
    /// There is no 30 February. And an article cannot tell as done what happens days after it was published; one day
    /// is allowed for time zones, and only dates with their month are asked, since a weekday rests on the publication
    /// date itself.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The treaty was signed on 30 February 2023 in Ravel.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The treaty will be signed on 28 November 2023 in Ravel.
    /// ```
    pub(crate) static IMPOSSIBLE_DATE: TimelineRule = { code: "T109", name: "impossible-date", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for records in story.records {
        for time in records.times.iter().filter(|time| is_no_day(&time.timex_value)) {
            let mut finding = story.finding(&IMPOSSIBLE_DATE, Severity::Conflict);
            finding.confidence = 0.9;
            "a day that no calendar has".clone_into(&mut finding.topic);
            finding.message = format!("“{}”: there is no such day", time.place.quote);
            finding.claims = vec![of_time(records, time)];
            findings.push(finding);
        }
        let published = records.article.published.map(|stamp| stamp.date);
        let updated = records.article.updated.map(|stamp| stamp.date);
        let Some(last) = published.max(updated) else { continue };
        for event in records.events.iter().filter(|event| is_done_after(event, last)) {
            let mut finding = story.finding(&IMPOSSIBLE_DATE, Severity::Warning);
            finding.confidence = 0.75;
            finding.topic = format!("{} told as done", event.class);
            finding.message = format!("told as done on {}, but the article is of {last}", event.window);
            finding.arithmetic = format!("{} > {last}", event.window);
            finding.claims = vec![statement::of_event(&records.article, event, "a")];
            findings.push(finding);
        }
    }
}

/// "2023-02-30", "XXXX-04-31": written like a date, and none.
fn is_no_day(value: &str) -> bool {
    let day = value.get(..10).filter(|_| value.len() == 10);
    // A leap year has every day that some year has.
    let dated =
        day.map(|day| day.strip_prefix("XXXX").map_or_else(|| day.to_owned(), |rest| format!("2000{rest}")));
    dated.is_some_and(|day| {
        let written = day
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
        written && day.parse::<NaiveDate>().is_err()
    })
}

/// Words with which even a past tense tells of what was still to come.
const COMING: [&str; 14] = [
    "will",
    "scheduled",
    "due",
    "expected",
    "plan",
    "planned",
    "would",
    "set",
    "until",
    "by",
    "to",
    "slated",
    "deadline",
    "through",
];

fn is_done_after(event: &Event, last: NaiveDate) -> bool {
    let Some(when) = event.when.as_ref() else { return false };
    let done = event.place.quote.ends_with("ed") && !event.relative;
    let day = event.window.length().is_some_and(|days| days <= 3);
    let after = event.window.earliest.is_some_and(|first| (first - last).num_days() > 1);
    let dated = when.quote.bytes().any(|byte| byte.is_ascii_digit());
    let coming = event.sentence.split(|c: char| !c.is_alphabetic()).any(|word| COMING.contains(&word));
    done && day
        && after
        && dated
        && !coming
        && event.phase == Phase::Whole
        && event.modality == Modality::Stated
        && event.polarity == Polarity::Affirmed
}

fn of_time(records: &Records, time: &Time) -> Statement {
    statement::at(&records.article, &time.place, &time.place.quote, time.place.start, "a")
}
