//! What a story's articles say about when, as statements of a temporal network.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use factcheck_align::events::{
    EventRef,
    told::{self, Grain},
};
use factcheck_core::{
    claim::{Modality, Polarity},
    event::{Event, Phase},
    finding::{Finding, Severity, Statement},
    range::{self, Range},
    record::Records,
    relation::RelationType,
    statement,
    window::Window,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    Story,
    bounds::{self, Ends, Part},
    network,
    rules::TimelineRule,
};

/// What a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tells {
    /// A day of an event, of its beginning or of its end.
    Date(Phase),
    /// Which of two events comes first.
    Order,
    /// How long it is from one event to another.
    Distance,
    /// How long one event lasts.
    Length,
}

/// One statement with its words.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) tells: Tells,
    /// The events that it speaks of.
    pub(crate) mentions: Vec<EventRef>,
    /// Where it stands.
    pub(crate) claim: Statement,
    /// What it says, in words.
    pub(crate) words: String,
    bounds: network::Statement,
}

/// The statements of a story.
#[derive(Debug)]
pub(crate) struct Timeline {
    pub(crate) said: Vec<Said>,
    points: usize,
}

impl Timeline {
    /// Every firm date, order and length of a story whose events are told of as facts.
    pub(crate) fn of(story: &Story) -> Self {
        let ends = ends(story);
        let facts = || ends.iter().filter(|(at, _)| is_fact(story.event(**at)));
        let mut said = orders(story, &ends);
        said.extend(facts().filter_map(|(at, ends)| length(story, *at, *ends)));
        // Only events that an order or a length speaks of, or that have two ends, can be in a circle.
        let spoken: BTreeSet<EventRef> = said.iter().flat_map(|one| one.mentions.iter().copied()).collect();
        let lasting: BTreeSet<usize> =
            facts().filter(|(at, _)| lasts(story.event(**at))).map(|(_, ends)| ends.start).collect();
        let spoken: BTreeSet<usize> = spoken
            .iter()
            .filter_map(|at| ends.get(at))
            .map(|ends| ends.start)
            .chain(lasting.iter().copied())
            .collect();
        for (at, ends) in facts().filter(|(_, ends)| spoken.contains(&ends.start)) {
            said.extend(dates(story, *at, *ends, lasting.contains(&ends.start)));
        }
        Self { said, points: ends.values().map(|ends| ends.end + 1).max().unwrap_or(1) }
    }

    /// Sets of statements that cannot all hold.
    pub(crate) fn contradictions(&self) -> Vec<Vec<&Said>> {
        let statements: Vec<network::Statement> = self.said.iter().map(|one| one.bounds.clone()).collect();
        let sets = network::contradictions(self.points, &statements);
        sets.into_iter().map(|set| set.into_iter().map(|at| &self.said[at]).collect()).collect()
    }
}

/// Statements beyond which a contradiction is a note.
const MOST: usize = 4;

/// Confidence below which an identity counts as inferred.
const SURE: f64 = 0.9;

/// Confidence below which an identity is too doubtful for an alert: an order rests on all of them together.
const DOUBTFUL: f64 = 0.75;

/// Confidence below which an identity is too doubtful to be mentioned.
const UNLIKELY: f64 = 0.6;

/// A finding of `rule` that these statements cannot all hold, at most as sure as `most`; topic and message are for the rule
/// to write. `None` where it would rest on an identity of events that is unlikely.
pub(crate) fn finding(story: &Story, rule: &TimelineRule, set: &[&Said], most: f64) -> Option<Finding> {
    let (severity, confidences) = severity(story, set)?;
    let mut finding = story.finding(rule, severity);
    finding.confidence = confidences.iter().copied().fold(most, f64::min);
    finding.steps = set.iter().map(|one| one.words.clone()).collect();
    finding.reasons = vec![format!("{} identities of events are inferred", confidences.len())];
    for (one, position) in set.iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"]) {
        let mut claim = one.claim.clone();
        position.clone_into(&mut claim.position);
        finding.claims.push(claim);
    }
    Some(finding)
}

/// How grave it is that these statements cannot all hold, with the confidences of the identities that it rests on;
/// `None` where one of them is unlikely.
fn severity(story: &Story, set: &[&Said]) -> Option<(Severity, Vec<f64>)> {
    let confidences = identities(story, set);
    if confidences.iter().any(|confidence| *confidence < UNLIKELY) {
        return None;
    }
    let uncertain = confidences.iter().filter(|confidence| **confidence < SURE).count();
    let doubtful = confidences.iter().any(|confidence| *confidence < DOUBTFUL);
    let note = set.len() > MOST || uncertain > 1 || doubtful;
    Some((if note { Severity::Note } else { Severity::Warning }, confidences))
}

/// How sure it is that the mentions of these statements that share an event do so: one for each event that two
/// articles speak of.
fn identities(story: &Story, said: &[&Said]) -> Vec<f64> {
    let mentions: Vec<EventRef> = said.iter().flat_map(|one| one.mentions.iter().copied()).collect();
    let mut confidences = Vec::new();
    for (index, a) in mentions.iter().enumerate() {
        let same = |b: &&EventRef| story.groups.iter().any(|group| group.contains(a) && group.contains(b));
        for b in mentions[index + 1..].iter().filter(same).filter(|b| b.article != a.article) {
            confidences.push(story.link(*a, *b).map_or(0.5, |link| link.confidence));
        }
    }
    confidences
}

/// The ends of each event: the same for all mentions of a group, and of their own for mentions that say how long they
/// last.
fn ends(story: &Story) -> BTreeMap<EventRef, Ends> {
    let mut ends = BTreeMap::new();
    for (index, group) in story.groups.iter().enumerate() {
        ends.extend(group.iter().map(|at| (*at, Ends::number(index))));
    }
    let mut next = story.groups.len();
    for (article, records) in story.records.iter().enumerate() {
        for (event, _) in records.events.iter().enumerate().filter(|(_, event)| lasts(event)) {
            ends.entry(EventRef { article, event }).or_insert_with(|| {
                next += 1;
                Ends::number(next - 1)
            });
        }
    }
    ends
}

/// Whether the words give the event more than one point in time.
fn lasts(event: &Event) -> bool {
    event.ending.is_some()
        || event.duration.is_some()
        || (event.when.is_some() && matches!(part(event, true), Part::Start | Part::End))
}

fn is_fact(event: &Event) -> bool {
    event.modality == Modality::Stated && event.polarity == Polarity::Affirmed
}

/// Every "before" between two events.
fn orders(story: &Story, ends: &BTreeMap<EventRef, Ends>) -> Vec<Said> {
    let mut said = Vec::new();
    for (article, relation, from, to) in &story.stated(RelationType::Before) {
        let (Some(a), Some(b)) = (ends.get(from), ends.get(to)) else { continue };
        if a == b || ![from, to].iter().all(|at| is_fact(story.event(**at))) {
            continue;
        }
        let (least, most) = days(relation.amount);
        said.push(Said {
            tells: if most.is_some() { Tells::Distance } else { Tells::Order },
            mentions: vec![*from, *to],
            claim: statement::of_relation(&story.records[*article].article, relation, ""),
            words: format!(
                "{} before {}: {} days",
                story.event(*from).class,
                story.event(*to).class,
                relation.amount
            ),
            bounds: bounds::ordered(*a, *b, least.or(Some(0)), most),
        });
    }
    said
}

/// A range of days, widened to whole ones.
fn days(range: Range) -> (Option<i64>, Option<i64>) {
    let whole = |bound: range::Bound, round: fn(&Decimal) -> Decimal| round(&bound.value()?).to_i64();
    (whole(range.low, Decimal::floor), whole(range.high, Decimal::ceil))
}

/// How long a mention says that its event lasts.
fn length(story: &Story, at: EventRef, ends: Ends) -> Option<Said> {
    let event = story.event(at);
    let range = event.duration?;
    let (least, most) = days(range);
    let mut claim = statement::of_event(story.article(at), event, "");
    (claim.low, claim.high) = statement::ends(range);
    "day".clone_into(&mut claim.unit);
    Some(Said {
        tells: Tells::Length,
        mentions: vec![at],
        claim,
        words: format!("{} lasts {range} days", event.class),
        bounds: bounds::lasts(ends, least, most),
    })
}

/// The firm dates of a mention: of the event or its beginning, and of its end.
fn dates(story: &Story, at: EventRef, ends: Ends, lasting: bool) -> Vec<Said> {
    let event = story.event(at);
    let last = event.ending.as_ref().map(|ending| Event {
        window: ending.window,
        time: ending.time.clone(),
        when: Some(ending.when.clone()),
        phase: Phase::End,
        ..event.clone()
    });
    let all = [Some(event), last.as_ref()];
    all.into_iter().flatten().filter_map(|event| date(story, at, event, ends, lasting)).collect()
}

/// The date of a mention, where it is one day or a few.
fn date(story: &Story, at: EventRef, event: &Event, ends: Ends, lasting: bool) -> Option<Said> {
    let records = &story.records[at.article];
    let firm = event.when.is_some()
        && event.window.length().is_some_and(|days| days <= 62)
        && told::of(event, records).is_some_and(|told| {
            // A month whose year is open dates nothing by itself; a day of these weeks is that of this year.
            told.firm && (told.readings.len() == 1 || (told.grain == Grain::Day && is_recent(event, records)))
        });
    let (first, last) = event.window.ends().filter(|_| firm)?;
    let part = part(event, lasting);
    // "since" and "by" bound, and name no end.
    let told = match part {
        Part::Start => Phase::Start,
        Part::End => Phase::End,
        _ => Phase::Whole,
    };
    let what = match event.phase {
        Phase::Whole => "",
        Phase::Start => " begins",
        Phase::End => " ends",
    };
    Some(Said {
        tells: Tells::Date(told),
        mentions: vec![at],
        claim: statement::of_event(story.article(at), event, ""),
        words: format!("{}{what}: {}", event.class, Window::between(first, last)),
        bounds: bounds::dated(ends, part, first, last),
    })
}

/// What the day of a mention is said of.
fn part(event: &Event, lasting: bool) -> Part {
    match (event.phase, word_before(event).as_str()) {
        (Phase::Whole, _) if lasting => Part::Some,
        (Phase::Whole, _) => Part::Within,
        (Phase::Start, "since" | "after") => Part::NotBefore,
        (Phase::Start, _) => Part::Start,
        (Phase::End, "by" | "before") => Part::Over,
        (Phase::End, _) => Part::End,
    }
}

/// Days from publication within which a day that is told without its year is taken for the nearest one.
const RECENT: i64 = 62;

/// Whether an event lies within weeks of its article, and is told by a day of the calendar: weekdays may be those of
/// another week.
fn is_recent(event: &Event, records: &Records) -> bool {
    let published = records.article.published.map(|stamp| stamp.date);
    let near = |day: NaiveDate| published.is_some_and(|own| (day - own).num_days().abs() <= RECENT);
    let numbered =
        event.when.as_ref().is_some_and(|when| when.quote.bytes().any(|byte| byte.is_ascii_digit()));
    numbered && event.window.earliest.is_some_and(near)
}

/// The word before the time of an event, in lower case.
fn word_before(event: &Event) -> String {
    let start = event.when.as_ref().map_or(0, |when| when.start.saturating_sub(event.sentence_start));
    let before: String = event.sentence.chars().take(start as usize).collect();
    before.split_whitespace().next_back().unwrap_or_default().to_lowercase()
}
