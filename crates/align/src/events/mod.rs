//! Which event mentions of a story are one event: class, participants, place and compatible windows.

mod cluster;
pub mod dated;
mod evidence;
mod kinship;
pub mod likeness;
pub mod ordinals;
mod parties;
pub mod told;

use factcheck_core::{event::Event, question::Evidence, record::Records};

use self::parties::Parties;
use crate::names::may_be_one;

pub use evidence::gap;
pub use kinship::are_kin;

/// An event of a story: the article's index and the event's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The events of a story, put together.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Pairs of mentions in different articles, in the order of the articles.
    pub links: Vec<Link>,
    /// Mentions that are one event, within and across articles; only those with company.
    pub clusters: Vec<Vec<EventRef>>,
    /// Pairs of dated mentions in different articles that tell when one thing was.
    pub dated: Vec<dated::Dated>,
    /// Pairs of ordinals in different articles that count one thing.
    pub counted: Vec<ordinals::CountedPair>,
}

/// Links below this are dropped.
const KEEP: f64 = 0.5;

/// Which mentions are one event.
#[must_use]
pub fn align(story: &[Records]) -> Alignment {
    let parties = Parties::of(story);
    let mut alignment = Alignment::default();
    for members in by_class(story) {
        let share = cluster::share_of_articles(story, &members);
        let mut pairs = Vec::new();
        for (i, a) in members.iter().enumerate() {
            for (j, b) in members.iter().enumerate().skip(i + 1) {
                let Some(score) = evidence::score(story, &parties, (*a, *b), share) else { continue };
                pairs.push(cluster::Pair { a: i, b: j, log_odds: score.total() });
                let confidence = score.confidence();
                if a.article != b.article && confidence >= KEEP {
                    alignment.links.push(Link { a: *a, b: *b, confidence, evidence: score.evidence() });
                }
            }
        }
        alignment.clusters.extend(cluster::clusters(&members, pairs));
    }
    alignment.links.sort_by_key(|link| (link.a, link.b));
    alignment.clusters.sort();
    alignment.dated = dated::pairs(story, &parties);
    alignment.counted = ordinals::pairs(story, &parties);
    alignment
}

/// The mentions of each class, in text order. Reports are told by everybody and are no one event.
fn by_class(story: &[Records]) -> Vec<Vec<EventRef>> {
    let mut classes: std::collections::BTreeMap<&str, Vec<EventRef>> = std::collections::BTreeMap::new();
    for (article, records) in story.iter().enumerate() {
        for (index, event) in records.events.iter().enumerate().filter(|(_, event)| event.class != "report") {
            classes.entry(&event.class).or_default().push(EventRef { article, event: index });
        }
    }
    classes.into_values().filter(|members| members.len() > 1).collect()
}

/// How many named participants the two share.
#[must_use]
pub fn shared_participants(a: &Event, b: &Event) -> usize {
    let named = a.participants.iter().filter(|p| p.is_named());
    let known = |name: &str| b.participants.iter().any(|p| p.is_named() && may_be_one(name, &p.name));
    named.filter(|p| known(&p.name)).count()
}
