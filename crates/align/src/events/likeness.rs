//! How much two dated mentions have in common: class, people, words, figures and place in the article. Decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use factcheck_core::{event::Event, record::Records, window::Window};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{
    EventRef, kinship,
    told::{self, Told},
};
use crate::terms::Frequencies;

/// A dated mention with what is asked of it again and again.
pub(super) struct Mention<'a> {
    pub(super) at: EventRef,
    pub(super) event: &'a Event,
    pub(super) told: Told,
    /// The content words and the figures around, by their place among the story's words, each with its rarity.
    words: Vec<(u32, f64)>,
    /// The rarities of the words, summed up.
    rarity: f64,
    /// Whether its sentence says that there was more than one such event.
    several: bool,
    /// Whether it stands where an article tells its news.
    lead: bool,
    /// The day of its article.
    pub(super) published: Option<NaiveDate>,
    /// The other days that its sentence names, and whether another event is told of at them.
    pub(super) others: Vec<(Window, bool)>,
}

/// How the classes of two mentions lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Classes {
    /// Of one class.
    Same,
    /// Both only say that something was said or published.
    Reports,
    /// Of classes that can tell of one event: an attack and a death.
    Kin,
    /// One only reports.
    Mixed,
    /// Neither.
    Other,
}

/// How much two mentions have in common.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
pub struct Likeness {
    /// How the classes lie to each other.
    pub classes: Classes,
    /// Whether the class is one that most articles of the story tell of.
    pub main: bool,
    /// Whether both stand where their articles tell their news.
    pub lead: bool,
    /// Share of the poorer one's words, 0 to 1.
    pub share: f64,
    /// The rarity of what is shared, summed up.
    pub sum: f64,
    /// How many named participants are shared.
    pub named: usize,
    /// How many figures are shared.
    pub figures: usize,
    /// Whether both have figures of one kind, and none are near each other.
    pub unlike_figures: bool,
    /// Whether the story is too small to tell which words are rare.
    pub small: bool,
    /// Whether one alone says that there was another such event.
    pub several: bool,
}

impl Likeness {
    /// Whether both are of one class, or both only report.
    #[must_use]
    pub fn one_class(&self) -> bool {
        matches!(self.classes, Classes::Same | Classes::Reports)
    }
}

/// What pairs of mentions are judged among.
pub(super) struct Setting<'a> {
    pub(super) mentions: Vec<Mention<'a>>,
    main: BTreeSet<&'a str>,
    scale: f64,
    small: bool,
}

/// Code points from the start of an article within which it tells its news: the first two or three paragraphs.
const LEAD: u32 = 900;

/// The logarithm of the statements of a story of ten long articles. Rarities of smaller stories are scaled up to it.
const USUAL: f64 = 6.2;

/// Statements below which a story is too small to tell which words are rare.
const LEAST: u32 = 40;

/// Words that say that there was more than one such event.
const SEVERAL: [&str; 9] =
    ["again", "another", "fourth", "further", "previous", "previously", "second", "subsequent", "third"];

impl<'a> Setting<'a> {
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(super) fn of(story: &'a [Records]) -> Self {
        let around: Vec<Vec<&str>> = story.iter().flat_map(|records| &records.events).map(words).collect();
        let frequencies = Frequencies::of_at_least(LEAST, around.iter().map(Vec::as_slice));
        let known: BTreeSet<&str> = around.iter().flatten().copied().collect();
        let places: FxHashMap<&str, u32> = known.into_iter().zip(0..).collect();
        let size = u32::try_from(around.len()).unwrap_or(u32::MAX).max(LEAST);
        let scale = (USUAL / f64::from(size).ln()).max(1.0);
        let weigh = |word: &str| (places.get(word).copied().unwrap_or(u32::MAX), frequencies.rarity(word));
        let mentions = mentions(story, weigh);
        Self { mentions, main: main_classes(story), scale, small: around.len() < LEAST as usize }
    }

    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(super) fn likeness(&self, a: &Mention, b: &Mention) -> Likeness {
        let (share, sum) = overlap(a, b);
        let classes = classes(&a.event.class, &b.event.class);
        let figures = a.event.figures.iter().filter(|own| b.event.figures.contains(own)).count();
        Likeness {
            classes,
            main: classes == Classes::Same && self.main.contains(a.event.class.as_str()),
            lead: a.lead && b.lead,
            share,
            sum: sum * self.scale,
            named: super::shared_participants(a.event, b.event),
            figures,
            unlike_figures: figures == 0 && figures_differ(&a.event.figures, &b.event.figures),
            small: self.small,
            several: a.several != b.several,
        }
    }
}

/// Shared rarity over the rarity of the poorer of the two, 0 to 1, and the sum of what is shared.
#[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
fn overlap(a: &Mention, b: &Mention) -> (f64, f64) {
    let mut others = b.words.iter().map(|(word, _)| word).peekable();
    let mut shared = 0.0;
    for (word, rarity) in &a.words {
        while others.next_if(|other| *other < word).is_some() {}
        if others.peek() == Some(&word) {
            shared += rarity;
        }
    }
    let least = a.rarity.min(b.rarity);
    (if least > 0.0 { shared / least } else { 0.0 }, shared)
}

/// Whether two accounts have figures of one kind (money, shares, others), of which none differ by rounding only.
fn figures_differ(a: &[String], b: &[String]) -> bool {
    let kinds = ["$", "%", ""];
    !a.is_empty()
        && !b.is_empty()
        && kinds.iter().any(|kind| {
            let (left, right) = (of_kind(a, kind), of_kind(b, kind));
            let near =
                |x: &Decimal| right.iter().any(|y| (*x - *y).abs() * Decimal::from(20) <= (*x).max(*y));
            !left.is_empty() && !right.is_empty() && !left.iter().any(near)
        })
}

fn of_kind(figures: &[String], kind: &str) -> Vec<Decimal> {
    let marked = |figure: &str| figure.starts_with(['$', '%']);
    let own = figures.iter().filter(|figure| marked(figure) != kind.is_empty() && figure.starts_with(kind));
    // As many digits as a figure of a story has; longer ones are no amounts.
    own.filter_map(|figure| figure[kind.len()..].parse().ok().filter(|_| figure.len() < 16)).collect()
}

fn tells_several(event: &Event) -> bool {
    event.sentence.split(|c: char| !c.is_alphanumeric()).any(|word| SEVERAL.contains(&word))
}

fn classes(a: &str, b: &str) -> Classes {
    match (kinship::reports(a), kinship::reports(b)) {
        (true, true) => Classes::Reports,
        (false, false) if a == b && !kinship::is_light(a) => Classes::Same,
        (false, false) if kinship::are_kin(a, b) => Classes::Kin,
        (false, false) => Classes::Other,
        _ => Classes::Mixed,
    }
}

/// Classes of events that two thirds of the articles tell of: what the story is about. Reports are in every article.
fn main_classes(story: &[Records]) -> BTreeSet<&str> {
    let mut articles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, records) in story.iter().enumerate() {
        for event in records.events.iter().filter(|event| event.class != "report") {
            articles.entry(&event.class).or_default().insert(index);
        }
    }
    articles.retain(|_, within| within.len() > 1 && within.len() * 3 >= story.len() * 2);
    articles.into_keys().collect()
}

fn mentions(story: &[Records], weigh: impl Fn(&str) -> (u32, f64)) -> Vec<Mention<'_>> {
    let mut mentions = Vec::new();
    for (article, records) in story.iter().enumerate() {
        let times = told::times(records);
        for (index, event) in records.events.iter().enumerate() {
            if let Some(told) = told::told(event, records, &times) {
                let lead = event.sentence_start < LEAD;
                let at = EventRef { article, event: index };
                let others = told::others(event, records);
                let published = records.article.published.map(|stamp| stamp.date);
                let words: Vec<(u32, f64)> = words(event).into_iter().map(&weigh).collect();
                let rarity = words.iter().map(|(_, rarity)| rarity).sum();
                let several = tells_several(event);
                mentions.push(Mention { at, event, told, words, rarity, several, lead, published, others });
            }
        }
    }
    mentions
}

fn words(event: &Event) -> Vec<&str> {
    let mut words: Vec<&str> = event.terms.iter().chain(&event.figures).map(String::as_str).collect();
    words.sort_unstable();
    words
}
