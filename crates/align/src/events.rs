//! Which event mentions of a story are one event: class, participants, place and compatible windows.

use factcheck_core::{event::Event, question::Evidence, record::Records, window::Window};

use crate::{names::may_be_one, score::Score, terms::Frequencies};

/// An event of a story: the article's index and the event's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventRef {
    /// Index of the article in the story.
    pub article: usize,
    /// Index of the event in the article.
    pub event: usize,
}

/// Two mentions that are taken to be one event.
#[derive(Clone, Debug)]
pub struct Link {
    /// The mention in the earlier article.
    pub a: EventRef,
    /// The mention in the later article.
    pub b: EventRef,
    /// 0 to 1.
    pub confidence: f64,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
}

/// Links below this are dropped.
const KEEP: f64 = 0.5;

/// Days that the dates of one event may lie apart in two accounts before they are two events. Slips are of a
/// day or two; what repeats does so after a week or more.
const SLIP: i64 = 3;

/// The links between events of different articles, best first, one to one for each pair of articles.
#[must_use]
pub fn align(story: &[Records]) -> Vec<Link> {
    let frequencies =
        Frequencies::of(story.iter().flat_map(|records| &records.events).map(|event| event.terms.as_slice()));
    let mut links = Vec::new();
    for a in 0..story.len() {
        for b in a + 1..story.len() {
            for (i, left) in story[a].events.iter().enumerate() {
                for (j, right) in story[b].events.iter().enumerate() {
                    let Some(mut score) = score(left, right, &frequencies) else { continue };
                    if is_only(left, right, &story[a]) && is_only(right, left, &story[b]) {
                        score.add("neither article tells of another such event in those days", 1.0);
                    }
                    let confidence = score.confidence();
                    if confidence >= KEEP {
                        links.push(Link {
                            a: EventRef { article: a, event: i },
                            b: EventRef { article: b, event: j },
                            confidence,
                            evidence: score.evidence,
                        });
                    }
                }
            }
        }
    }
    links
}

/// Whether `event` is the only one of its class, with two participants of `other`, that its article puts into these
/// days.
fn is_only(event: &Event, other: &Event, article: &Records) -> bool {
    let near = |candidate: &&Event| {
        candidate.class == event.class
            && candidate.window.length().is_some_and(|days| days <= 2)
            && gap(candidate.window, event.window) <= SLIP
            && shared_participants(candidate, other) >= 2
    };
    let dated = event.window.length().is_some_and(|days| days <= 2) && shared_participants(event, other) >= 2;
    dated && article.events.iter().filter(near).count() == 1
}

/// The evidence that two mentions are one event; `None` where they cannot be.
#[must_use]
fn score(a: &Event, b: &Event, frequencies: &Frequencies) -> Option<Score> {
    if a.class != b.class || a.polarity != b.polarity || a.class == "report" || gap(a.window, b.window) > SLIP
    {
        return None;
    }
    let mut score = Score::default();
    score.add("prior of two events of one class", -2.5);
    people(&mut score, a, b);
    places(&mut score, a, b);
    dates(&mut score, a, b);
    words(&mut score, a, b, frequencies);
    Some(score)
}

fn people(score: &mut Score, a: &Event, b: &Event) {
    let shared = shared_participants(a, b);
    if shared >= 2 {
        score.add("two participants in common", 3.0);
    } else if shared == 1 {
        score.add("a participant in common", 1.5);
    } else if !a.participants.is_empty() && !b.participants.is_empty() {
        score.add("no participant in common", -2.0);
    }
    let alone = |x: &Event, y: &Event| {
        x.participants.iter().filter(|p| y.participants.iter().all(|q| !may_be_one(&p.name, &q.name))).count()
    };
    if shared > 0 && alone(a, b) > 0 && alone(b, a) > 0 {
        score.add("each has a participant that the other has not", -2.0);
    }
}

/// How many participants the two share by name.
#[must_use]
pub fn shared_participants(a: &Event, b: &Event) -> usize {
    a.participants.iter().filter(|p| b.participants.iter().any(|q| may_be_one(&p.name, &q.name))).count()
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
    if a.window.is_any() || b.window.is_any() {
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
    if a.ordinal.is_some() && b.ordinal.is_some() && a.ordinal != b.ordinal {
        score.add("different ordinals", -1.5);
    }
}

/// Days between two windows; 0 where they meet or where one is unknown.
fn gap(a: Window, b: Window) -> i64 {
    let between = |first: Window, second: Window| {
        first.latest.zip(second.earliest).map_or(0, |(end, start)| (start - end).num_days())
    };
    between(a, b).max(between(b, a)).max(0)
}
