//! T108.

use std::{cmp::Ordering, collections::BTreeSet};

use chrono::{NaiveTime, Timelike};
use factcheck_align::events::{EventRef, dated::Dated};
use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity, Statement},
    statement,
};

use crate::{Story, rules::TimelineRule, zones};

declare_rule! {
    /// The time of day of one event, in two accounts that cannot meet.
    ///
    /// ## Why
    ///
    /// 2:53 p.m. is not 3:20 p.m. Times are compared in UTC where both name their zone, and as they stand where neither
    /// does; one with and one without a zone are not compared. Round times leave room: "at 3 p.m." is a quarter of an
    /// hour either way, "3:20" five minutes. A zone that is not in force on that day ("PST" in summer) shifts the clock
    /// by an hour, so it cannot hold beside an account with the same figures.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The quake struck the island of Ravel at 2:53 p.m. on Tuesday, the survey said.
    /// ---
    /// The quake struck the island of Ravel at 4:07 p.m. on Tuesday, the survey said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The quake struck the island of Ravel at 2:53 p.m. on Tuesday, the survey said.
    /// ---
    /// The quake struck the island of Ravel at about 3 p.m. on Tuesday, the survey said.
    /// ```
    pub(crate) static CLOCK_CONFLICT: TimelineRule = { code: "T108", name: "clock-conflict", check: check };
}

/// Minutes of a day that a clock leaves, from the first to the last, east of UTC where the zone is named.
#[derive(Clone, Copy, Debug)]
struct Minutes {
    first: i32,
    last: i32,
    offset: Option<i32>,
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let mut compared: Vec<(&Dated, bool, Option<String>)> = Vec::new();
    for pair in story.dated.iter().filter(|pair| pair.meets) {
        let (a, b) = (story.event(pair.a), story.event(pair.b));
        let (Some(left), Some(right)) = (minutes(a), minutes(b)) else { continue };
        let zone = wrong_zone(a, b).or_else(|| wrong_zone(b, a));
        let Some(apart) = apart(left, right).or(zone.as_ref().map(|_| true)) else { continue };
        let alert = apart || zone.is_some();
        if !alert || is_one(story, pair, zone.is_some()) {
            compared.push((pair, alert, zone));
        }
    }
    // One finding for two articles, and what does not fit before what does.
    compared
        .sort_by(|x, y| (y.1, y.0.confidence).partial_cmp(&(x.1, x.0.confidence)).unwrap_or(Ordering::Equal));
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut zoned: Option<usize> = None;
    for (pair, alert, zone) in compared {
        // One article's wrong zone is one finding, however many others have the same figures.
        if zone.is_some() {
            if let Some(known) = zoned {
                add_claims(story, pair, &mut findings[known]);
                told.insert((pair.a.article, pair.b.article));
                continue;
            }
            zoned = Some(findings.len());
        }
        if told.insert((pair.a.article, pair.b.article)) {
            findings.push(finding(story, pair, alert, zone));
        }
    }
}

/// Whether the pair is surely one event, and neither article tells of the other's time as well.
fn is_one(story: &Story, pair: &Dated, same_figures: bool) -> bool {
    let (a, b) = (story.event(pair.a), story.event(pair.b));
    let knows = |own: EventRef, other: &Event| {
        story.records[own.article].events.iter().any(|event| {
            event.class == other.class
                && minutes(event).zip(minutes(other)).is_some_and(|(x, y)| apart(x, y) == Some(false))
        })
    };
    a.class == b.class && a.class != "report" && (same_figures || !(knows(pair.a, b) || knows(pair.b, a)))
}

/// The clock of an event with the room that round figures leave; `None` for parts of a day.
fn minutes(event: &Event) -> Option<Minutes> {
    let clock = event.clock.as_ref().filter(|clock| clock.earliest == clock.latest)?;
    let minute = |time: NaiveTime| i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0);
    let at = minute(clock.earliest);
    let words = event.when.as_ref().map(|when| when.quote.to_lowercase()).unwrap_or_default();
    let soft = ["about", "around", "approximately", "shortly", "after", "before", "nearly", "just"];
    let around = soft.iter().any(|word| words.contains(word) || before_clock(event, word));
    let room = match (at % 60, at % 5) {
        (0 | 30, _) => 15,
        (_, 0) => 5,
        _ => 1,
    } + if around { 15 } else { 0 };
    Some(Minutes { first: at - room, last: at + room, offset: clock.offset })
}

/// Whether a word stands within three words before the time.
fn before_clock(event: &Event, word: &str) -> bool {
    let Some(when) = event.when.as_ref() else { return false };
    let skip = when.start.saturating_sub(event.sentence_start) as usize;
    let before: String = event.sentence.chars().take(skip).collect();
    before.split_whitespace().rev().take(3).any(|own| own.eq_ignore_ascii_case(word))
}

/// Whether two clocks cannot meet; `None` where they cannot be compared.
fn apart(a: Minutes, b: Minutes) -> Option<bool> {
    let shift = match (a.offset, b.offset) {
        (Some(x), Some(y)) => x - y,
        (None, None) => 0,
        _ => return None,
    };
    Some(a.last - shift < b.first || b.last < a.first - shift)
}

/// The zone of `a`, where it is not in force on its day and `b` gives the same figures without it.
fn wrong_zone(a: &Event, b: &Event) -> Option<String> {
    let (own, other) = (a.clock.as_ref()?, b.clock.as_ref()?);
    let day = a.window.earliest.or(b.window.earliest)?;
    let same = own.earliest == other.earliest && own.latest == other.latest && own.offset.is_some();
    let zone = zones::not_in_force(&a.sentence, own.offset?, day)?;
    (same && other.offset != own.offset).then(|| zone.to_owned())
}

/// Adds the mentions of a pair that the finding does not have yet, on the side of those with the same offset.
fn add_claims(story: &Story, pair: &Dated, finding: &mut Finding) {
    for at in [pair.a, pair.b] {
        let zone = story.event(at).clock.as_ref().is_some_and(|clock| clock.offset.is_some());
        let first_zoned = finding.claims.first().is_some_and(|claim| has_zone(story, claim));
        let position = if zone == first_zoned { "a" } else { "b" };
        let claim = statement::of_event(story.article(at), story.event(at), position);
        if finding.claims.iter().all(|known| (&known.file, known.start) != (&claim.file, claim.start)) {
            finding.claims.push(claim);
        }
    }
    finding.claims.sort_by(|a, b| (&a.position, &a.file, a.start).cmp(&(&b.position, &b.file, b.start)));
}

/// Whether the event at a claim's place names its zone.
fn has_zone(story: &Story, claim: &Statement) -> bool {
    let events = story.records.iter().filter(|records| records.article.id == claim.article);
    events.flat_map(|records| &records.events).any(|event| {
        event.sentence_start == claim.sentence_start
            && event.clock.as_ref().is_some_and(|clock| clock.offset.is_some())
    })
}

/// "UTC-08:00" for minutes east of UTC.
fn utc(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn finding(story: &Story, pair: &Dated, alert: bool, zone: Option<String>) -> Finding {
    let (a, b) = (story.event(pair.a), story.event(pair.b));
    let severity = if alert { Severity::Warning } else { Severity::Agreement };
    let mut finding = story.finding(&CLOCK_CONFLICT, severity);
    finding.confidence = pair.confidence;
    finding.topic = format!("time of day of {}", a.class);
    let verdict = if alert { "cannot both hold of one event" } else { "agree" };
    let show = |event: &Event, zoned: bool| -> String {
        let clock = event.clock.as_ref();
        let time = clock.map(|clock| clock.earliest.format("%H:%M").to_string()).unwrap_or_default();
        let offset = clock.and_then(|clock| clock.offset).filter(|_| zoned);
        offset.map(|minutes| format!("{time} {}", utc(minutes))).unwrap_or(time)
    };
    // One zone on both sides says nothing.
    let offset = |event: &Event| event.clock.as_ref().and_then(|clock| clock.offset);
    let zoned = alert && offset(a) != offset(b);
    finding.message = format!("{}: {} and {} {verdict}", finding.topic, show(a, zoned), show(b, zoned));
    finding.arithmetic = format!("{} | {}", show(a, zoned), show(b, zoned));
    if let Some(zone) = zone {
        let reason = format!("{zone} is not in force on that day, so its clock stands an hour apart");
        finding.message = format!("{}: {reason}", finding.message);
        finding.reasons.push(reason);
    }
    finding.claims = vec![
        statement::of_event(story.article(pair.a), a, "a"),
        statement::of_event(story.article(pair.b), b, if alert { "b" } else { "a" }),
    ];
    finding
}
