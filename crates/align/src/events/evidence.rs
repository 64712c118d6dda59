//! What speaks for and against two mentions of one class being one event, in log odds.

use factcheck_core::{
    claim::Modality,
    event::{Event, Phase},
    record::Records,
    window::Window,
};

use super::{
    EventRef,
    parties::{Parties, Party},
};
use crate::score::Score;

/// Days that the dates of one event may lie apart in two accounts before they are two events. Slips are of a
/// day or a few; what repeats does so after a week or more.
pub(super) const SLIP: i64 = 6;

/// The evidence that two mentions of one class are one event; `None` where they cannot be. `share` is in how much of
/// the story's articles the class stands: what all tell of is the story's own event.
pub(super) fn score(
    story: &[Records],
    parties: &Parties,
    (at, other): (EventRef, EventRef),
    share: f64,
) -> Option<Score> {
    let (one, same) = (parties.get(at), parties.get(other));
    let (a, b) = (one.event, same.event);
    let most = if are_ends(a, b) { LASTS } else { SLIP };
    if a.polarity != b.polarity || gap(a.window, b.window) > most || one.ages_differ(same) {
        return None;
    }
    let mut score = Score::default();
    score.add("prior of two events of one class", -2.5);
    salience(&mut score, share);
    people(&mut score, parties, one, same);
    places(&mut score, parties.one_place(one, same));
    dates(&mut score, a, b);
    words(&mut score, one.overlap(same));
    kind(&mut score, one, same);
    if (a.when.is_none() || b.when.is_none()) && months_apart(&story[at.article], &story[other.article]) {
        score.add("told months apart, without a day", -3.0);
    }
    if is_only(parties, (one, at.article), same) && is_only(parties, (same, other.article), one) {
        score.add("neither article tells of another such event in those days", 1.0);
    }
    Some(score)
}

/// Days from the beginning to the end of one event beyond which two accounts are of two.
const LASTS: i64 = 31;

/// Whether one account tells when it began and the other when it ended: those are two days of one event.
fn are_ends(a: &Event, b: &Event) -> bool {
    matches!((a.phase, b.phase), (Phase::Start, Phase::End) | (Phase::End, Phase::Start))
}

/// Days between two articles after which what is told without a day is no longer the same news.
const NEWS: i64 = 31;

fn months_apart(a: &Records, b: &Records) -> bool {
    let days = a.article.published.zip(b.article.published).map(|(x, y)| (x.date - y.date).num_days().abs());
    days.is_some_and(|days| days > NEWS)
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn salience(score: &mut Score, share: f64) {
    score.add("how much of the story tells of such an event", 3.0 * share - 0.5);
}

fn kind(score: &mut Score, one: &Party, same: &Party) {
    if one.is_plural != same.is_plural {
        score.add("one told of as several", -1.5);
    }
    let (a, b) = (one.event, same.event);
    if (a.modality == Modality::Possible) != (b.modality == Modality::Possible) {
        score.add("only possible for one account", -0.7);
    }
    if a.ordinal.is_some() && b.ordinal.is_some() && a.ordinal != b.ordinal {
        score.add("different ordinals", -1.5);
    }
}

fn people(score: &mut Score, parties: &Parties, a: &Party, b: &Party) {
    let shared = parties.shared(a, b);
    if shared >= 2 {
        score.add("two participants in common", 3.0);
    } else if shared == 1 {
        score.add("a participant in common", 1.5);
    } else if a.is_named() && b.is_named() {
        score.add("no participant in common", -2.0);
    }
    if shared > 0 && parties.alone(a, b) > 0 && parties.alone(b, a) > 0 {
        score.add("each has a participant that the other has not", -2.0);
    }
    if a.shares_age(b) {
        score.add("a participant of the same age", 2.0);
    }
}

fn places(score: &mut Score, one_place: Option<bool>) {
    match one_place {
        Some(true) => score.add("same place", 1.2),
        // A city and its country are two names of one place, so this is weak.
        Some(false) => score.add("places of different names", -0.7),
        None => {}
    }
}

fn dates(score: &mut Score, a: &Event, b: &Event) {
    if a.when.is_none() || b.when.is_none() || are_ends(a, b) {
        return;
    }
    let same_day = a.window.single().is_some() && a.window == b.window;
    if same_day {
        score.add("same day", 2.0);
    } else if a.window.meets(b.window) {
        score.add("times can meet", 0.7);
    } else {
        score.add("days that cannot meet", -0.7);
    }
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn words(score: &mut Score, (share, sum): (f64, f64)) {
    score.add("words in common around them", 2.0 * share + 0.08 * sum.min(12.0));
}

/// Whether `event` is the only one of its class, with two participants of `other`, that its article puts into these
/// days.
fn is_only(parties: &Parties, (own, article): (&Party, usize), other: &Party) -> bool {
    let event = own.event;
    let near = |party: &&Party| {
        let candidate = party.event;
        candidate.class == event.class
            && candidate.when.is_some()
            && candidate.window.length().is_some_and(|days| days <= 2)
            && gap(candidate.window, event.window) <= SLIP
            && parties.shared(party, other) >= 2
    };
    let dated = event.when.is_some()
        && event.window.length().is_some_and(|days| days <= 2)
        && parties.shared(own, other) >= 2;
    dated && parties.of_article(article).iter().filter(near).count() == 1
}

/// Days between two windows; 0 where they meet or where one is unknown.
#[must_use]
pub fn gap(a: Window, b: Window) -> i64 {
    let between = |first: Window, second: Window| {
        first.latest.zip(second.earliest).map_or(0, |(end, start)| (start - end).num_days())
    };
    between(a, b).max(between(b, a)).max(0)
}
