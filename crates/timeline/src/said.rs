//! What a story's articles say about when, as statements of a temporal network.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use factcheck_align::events::{EventRef, told};
use factcheck_core::{
    claim::{Modality, Polarity},
    event::{Event, Phase},
    finding::Statement,
    range::Bound,
    relation::RelationType,
    statement,
    window::Window,
};
use rust_decimal::prelude::ToPrimitive;

use crate::{
    Story,
    network::{self, Point},
};

/// Minutes of a day.
const DAY: i64 = 1440;

/// One statement with its words.
#[derive(Debug)]
pub(crate) struct Said {
    /// Whether it is a date; else an order or a length.
    pub(crate) dates: bool,
    /// Whether it is a length: an order with an end to it.
    pub(crate) length: bool,
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
        let points = points(story);
        let mut said = Vec::new();
        let ends = story.stated(RelationType::Before);
        for (article, relation, from, to) in &ends {
            let (Some(a), Some(b)) = (points.get(from), points.get(to)) else { continue };
            if a == b || ![from, to].iter().all(|at| is_fact(story.event(**at))) {
                continue;
            }
            let minutes = |bound: Bound, room: i64| {
                let days = bound.value()?.trunc().to_i64()?;
                Some(days.saturating_mul(DAY).saturating_add(room))
            };
            let (least, most) = (minutes(relation.amount.low, -DAY), minutes(relation.amount.high, DAY));
            said.push(Said {
                dates: false,
                length: most.is_some(),
                mentions: vec![*from, *to],
                claim: statement::of_relation(&story.records[*article].article, relation, ""),
                words: format!(
                    "{} before {}: {} days",
                    story.event(*from).class,
                    story.event(*to).class,
                    relation.amount
                ),
                bounds: network::between(*a, *b, least.map(|least| least.max(1)), most),
            });
        }
        // Only events that an order or a length speaks of can be in a circle.
        let spoken: Vec<Point> =
            said.iter().flat_map(|one| &one.bounds).flat_map(|b| [b.from, b.to]).collect();
        for (at, point) in points.iter().filter(|(_, point)| spoken.contains(point)) {
            said.extend(date(story, *at, *point));
        }
        Self { said, points: points.values().max().map_or(1, |last| last + 1) }
    }

    /// Sets of statements that cannot all hold.
    pub(crate) fn contradictions(&self) -> Vec<Vec<usize>> {
        let statements: Vec<network::Statement> = self.said.iter().map(|one| one.bounds.clone()).collect();
        network::contradictions(self.points, &statements)
    }
}

/// How sure it is that the mentions of these statements that share an event do so: one for each event that two
/// articles speak of.
pub(crate) fn identities(story: &Story, said: &[&Said]) -> Vec<f64> {
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

/// A point for each event: one for all mentions of a group. The origin is 0.
fn points(story: &Story) -> BTreeMap<EventRef, Point> {
    let mut points = BTreeMap::new();
    for (index, group) in story.groups.iter().enumerate() {
        for at in group {
            points.insert(*at, index + 1);
        }
    }
    points
}

fn is_fact(event: &Event) -> bool {
    event.modality == Modality::Stated && event.polarity == Polarity::Affirmed
}

/// The date of a mention, where it is one day or a few and of the event as a whole.
fn date(story: &Story, at: EventRef, point: Point) -> Option<Said> {
    let event = story.event(at);
    let firm = event.when.is_some()
        && event.phase == Phase::Whole
        && is_fact(event)
        && event.window.length().is_some_and(|days| days <= 62)
        // A month whose year is open dates nothing by itself.
        && told::of(event, &story.records[at.article]).is_some_and(|told| told.firm && told.readings.len() == 1);
    let (first, last) = event.window.ends().filter(|_| firm)?;
    Some(Said {
        dates: true,
        length: false,
        mentions: vec![at],
        claim: statement::of_event(story.article(at), event, ""),
        words: format!("{}: {}", event.class, Window::between(first, last)),
        bounds: network::between(0, point, Some(minute(first)), Some(minute(last).saturating_add(DAY - 1))),
    })
}

fn minute(day: NaiveDate) -> i64 {
    (day - NaiveDate::default()).num_days().saturating_mul(DAY)
}
