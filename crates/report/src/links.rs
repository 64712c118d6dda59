//! Which claim or event of a run a finding's statement is of: statements name places, not records.

use std::collections::HashMap;

use factcheck_core::{event::Event, finding::Statement, place::Place};

use crate::Run;

/// Article, and the first and last code point.
type Key<'a> = (&'a str, u32, u32);

/// The claims and events of a run by their places.
pub(crate) struct Links<'a> {
    claims: HashMap<Key<'a>, usize>,
    events: HashMap<Key<'a>, usize>,
}

/// Where the record of a statement stands in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Which of the claims.
    Claim(usize),
    /// Which of the events.
    Event(usize),
}

impl<'a> Links<'a> {
    pub(crate) fn of(run: &'a Run) -> Self {
        let claims = run.claims.iter().map(|claim| key(&claim.place)).zip(0..).collect();
        let events = run.events.iter().zip(0..);
        // Two events of one verb differ by their times; the verb alone leads to the first of them.
        let mut places: HashMap<Key, usize> = HashMap::new();
        for ((event, _), index) in events {
            places.entry(key(&event.place)).or_insert(index);
            places.entry(with_time(event)).or_insert(index);
        }
        Self { claims, events: places }
    }

    pub(crate) fn find(&self, statement: &Statement) -> Option<Link> {
        let key = (statement.article.as_str(), statement.start, statement.end);
        let claim = self.claims.get(&key).copied().map(Link::Claim);
        claim.or_else(|| self.events.get(&key).copied().map(Link::Event))
    }
}

fn key(place: &Place) -> Key<'_> {
    (&place.article, place.start, place.end)
}

/// From the verb to the time that stands with it: what findings quote of an event.
fn with_time(event: &Event) -> Key<'_> {
    let (article, start, end) = key(&event.place);
    event
        .when
        .as_ref()
        .map_or((article, start, end), |when| (article, start.min(when.start), end.max(when.end)))
}
