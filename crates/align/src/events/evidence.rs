//! What speaks for and against two mentions of one class being one event, in log odds.

use factcheck_core::{
    claim::Modality,
    event::{Event, Participant, Phase},
    record::Records,
    window::Window,
};

use super::{EventRef, shared_participants};
use crate::{
    names::{may_be_kin, may_be_one},
    score::Score,
    terms::Frequencies,
};

/// Days that the dates of one event may lie apart in two accounts before they are two events. Slips are of a
/// day or a few; what repeats does so after a week or more.
pub(super) const SLIP: i64 = 6;

/// The evidence that two mentions of one class are one event; `None` where they cannot be. `share` is in how much of
/// the story's articles the class stands: what all tell of is the story's own event.
pub(super) fn score(
    a: &Event,
    b: &Event,
    (story, at, other): (&[Records], EventRef, EventRef),
    frequencies: &Frequencies,
    share: f64,
) -> Option<Score> {
    let most = if are_ends(a, b) { LASTS } else { SLIP };
    if a.polarity != b.polarity || gap(a.window, b.window) > most || ages_differ(a, b) {
        return None;
    }
    let mut score = Score::default();
    score.add("prior of two events of one class", -2.5);
    salience(&mut score, share);
    people(&mut score, a, b);
    places(&mut score, a, b);
    dates(&mut score, a, b);
    words(&mut score, a, b, frequencies);
    kind(&mut score, a, b);
    if (a.when.is_none() || b.when.is_none()) && months_apart(&story[at.article], &story[other.article]) {
        score.add("told months apart, without a day", -3.0);
    }
    if is_only(a, b, &story[at.article]) && is_only(b, a, &story[other.article]) {
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

fn kind(score: &mut Score, a: &Event, b: &Event) {
    if is_plural(a) != is_plural(b) {
        score.add("one told of as several", -1.5);
    }
    if (a.modality == Modality::Possible) != (b.modality == Modality::Possible) {
        score.add("only possible for one account", -0.7);
    }
    if a.ordinal.is_some() && b.ordinal.is_some() && a.ordinal != b.ordinal {
        score.add("different ordinals", -1.5);
    }
}

/// Whether the words tell of several events: a noun in the plural.
fn is_plural(event: &Event) -> bool {
    let word = event.place.quote.to_lowercase();
    word.ends_with('s')
        && !event.predicate.ends_with('s')
        && word.strip_suffix('s') == Some(&event.predicate)
        && event.class != "meet"
}

pub(super) fn ages_differ(a: &Event, b: &Event) -> bool {
    fn ages(event: &Event) -> impl Iterator<Item = u32> + '_ {
        event.participants.iter().filter_map(|one| one.age)
    }
    let both = ages(a).next().is_some() && ages(b).next().is_some();
    both && ages(a).all(|age| !ages(b).any(|other| other == age))
}

/// Whether both name who did it, or whom it befell, and name nobody in common: what two people did is two events.
pub(super) fn parties_differ(a: &Event, b: &Event) -> bool {
    let takes_part =
        |roles: &[&str]| named_in(a, roles).next().is_some() && named_in(b, roles).next().is_some();
    let all = ["agent", "with", "patient"];
    let met =
        || named_in(a, &all).any(|one| named_in(b, &all).any(|other| may_be_kin(&one.name, &other.name)));
    (takes_part(&["agent", "with"]) || takes_part(&["patient"])) && !met()
}

/// Those who are named in such a role; the town that is visited takes no part.
fn named_in<'a>(event: &'a Event, roles: &'a [&str]) -> impl Iterator<Item = &'a Participant> {
    event
        .participants
        .iter()
        .filter(move |one| one.is_named() && one.name != event.location && roles.contains(&one.role.as_str()))
}

/// Whether both name where it was, by names of nothing in common, and nobody who took part in both: a bridge in one town
/// is not that of another.
pub(super) fn places_differ(a: &Event, b: &Event) -> bool {
    let named = !a.location.is_empty() && !b.location.is_empty();
    named && !may_be_kin(&a.location, &b.location) && shared_participants(a, b) == 0
}

/// Whether each was done to or with somebody that the other does not name: to meet one person is not to meet another.
pub(super) fn each_has_another(a: &Event, b: &Event) -> bool {
    let alone = |x: &Event, y: &Event| {
        x.participants.iter().any(|one| {
            one.is_named()
                && matches!(one.role.as_str(), "patient" | "with")
                && y.participants.iter().all(|other| !may_be_kin(&one.name, &other.name))
        })
    };
    alone(a, b) && alone(b, a)
}

fn people(score: &mut Score, a: &Event, b: &Event) {
    let shared = shared_participants(a, b);
    let named = |event: &Event| event.participants.iter().any(Participant::is_named);
    if shared >= 2 {
        score.add("two participants in common", 3.0);
    } else if shared == 1 {
        score.add("a participant in common", 1.5);
    } else if named(a) && named(b) {
        score.add("no participant in common", -2.0);
    }
    let alone = |x: &Event, y: &Event| {
        let unknown =
            |p: &&Participant| p.is_named() && y.participants.iter().all(|q| !may_be_one(&p.name, &q.name));
        x.participants.iter().filter(unknown).count()
    };
    if shared > 0 && alone(a, b) > 0 && alone(b, a) > 0 {
        score.add("each has a participant that the other has not", -2.0);
    }
    let same_age =
        a.participants.iter().any(|p| p.age.is_some() && b.participants.iter().any(|q| q.age == p.age));
    if same_age {
        score.add("a participant of the same age", 2.0);
    }
}

fn places(score: &mut Score, a: &Event, b: &Event) {
    if a.location.is_empty() || b.location.is_empty() {
        return;
    }
    if may_be_one(&a.location, &b.location) {
        score.add("same place", 1.2);
    } else {
        // A city and its country are two names of one place, so this is weak.
        score.add("places of different names", -0.7);
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
fn words(score: &mut Score, a: &Event, b: &Event, frequencies: &Frequencies) {
    let (share, sum) = frequencies.overlap(&a.terms, &b.terms);
    score.add("words in common around them", 2.0 * share + 0.08 * sum.min(12.0));
}

/// Whether `event` is the only one of its class, with two participants of `other`, that its article puts into these
/// days.
fn is_only(event: &Event, other: &Event, article: &Records) -> bool {
    let near = |candidate: &&Event| {
        candidate.class == event.class
            && candidate.when.is_some()
            && candidate.window.length().is_some_and(|days| days <= 2)
            && gap(candidate.window, event.window) <= SLIP
            && shared_participants(candidate, other) >= 2
    };
    let dated = event.when.is_some()
        && event.window.length().is_some_and(|days| days <= 2)
        && shared_participants(event, other) >= 2;
    dated && article.events.iter().filter(near).count() == 1
}

/// Days between two windows; 0 where they meet or where one is unknown.
#[must_use]
pub fn gap(a: Window, b: Window) -> i64 {
    let between = |first: Window, second: Window| {
        first.latest.zip(second.earliest).map_or(0, |(end, start)| (start - end).num_days())
    };
    between(a, b).max(between(b, a)).max(0)
}
