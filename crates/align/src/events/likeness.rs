//! How much two dated mentions have in common: class, people, words, figures and place in the article. Decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use factcheck_core::{event::Event, record::Records, window::Window};
use rust_decimal::Decimal;

use super::{
    EventRef, kinship,
    parties::{LEAST, Parties, Party},
    told::{self, Told},
};

/// A dated mention with what is asked of it again and again.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Mention<'a> {
    pub(super) at: EventRef,
    pub(super) event: &'a Event,
    pub(super) told: Told,
    /// Who takes part, and the words around.
    pub(super) party: &'a Party<'a>,
    /// Its figures of money, shares and others.
    figures: [Vec<Decimal>; 3],
    /// Whether its class only reports.
    reports: bool,
    /// Whether its words name a year.
    pub(super) names_year: bool,
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
    pub(super) parties: &'a Parties<'a>,
    main: BTreeSet<&'a str>,
    scale: f64,
    small: bool,
}

/// Code points from the start of an article within which it tells its news: the first two or three paragraphs.
const LEAD: u32 = 900;

/// The logarithm of the statements of a story of ten long articles. Rarities of smaller stories are scaled up to it.
const USUAL: f64 = 6.2;

/// Words that say that there was more than one such event.
const SEVERAL: [&str; 9] =
    ["again", "another", "fourth", "further", "previous", "previously", "second", "subsequent", "third"];

impl<'a> Setting<'a> {
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(super) fn of(story: &'a [Records], parties: &'a Parties<'a>) -> Self {
        let size = u32::try_from(parties.len()).unwrap_or(u32::MAX).max(LEAST);
        let scale = (USUAL / f64::from(size).ln()).max(1.0);
        let mentions = mentions(story, parties);
        let small = parties.len() < LEAST as usize;
        Self { mentions, parties, main: main_classes(story), scale, small }
    }

    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(super) fn likeness(&self, a: &Mention, b: &Mention) -> Likeness {
        let (share, sum) = a.party.words.overlap(&b.party.words);
        let classes = classes(a, b);
        let figures = a.event.figures.iter().filter(|own| b.event.figures.contains(own)).count();
        Likeness {
            classes,
            main: classes == Classes::Same && self.main.contains(a.event.class.as_str()),
            lead: a.lead && b.lead,
            share,
            sum: sum * self.scale,
            named: self.parties.shared(a.party, b.party),
            figures,
            unlike_figures: figures == 0 && figures_differ(a, b),
            small: self.small,
            several: a.several != b.several,
        }
    }
}

/// Whether two accounts have figures of one kind (money, shares, others), of which none differ by rounding only.
fn figures_differ(a: &Mention, b: &Mention) -> bool {
    a.figures.iter().zip(&b.figures).any(|(left, right)| {
        let near = |x: &Decimal| right.iter().any(|y| (*x - *y).abs() * Decimal::from(20) <= (*x).max(*y));
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

fn classes(a: &Mention, b: &Mention) -> Classes {
    let (x, y) = (&a.event.class, &b.event.class);
    match (a.reports, b.reports) {
        (true, true) => Classes::Reports,
        (false, false) if x == y && !kinship::is_light(x) => Classes::Same,
        (false, false) if kinship::are_kin(x, y) => Classes::Kin,
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

fn mentions<'a>(story: &'a [Records], parties: &'a Parties<'a>) -> Vec<Mention<'a>> {
    let mut mentions = Vec::new();
    for (article, records) in story.iter().enumerate() {
        let times = told::times(records);
        for (index, event) in records.events.iter().enumerate() {
            if let Some(told) = told::told(event, records, &times) {
                let at = EventRef { article, event: index };
                mentions.push(Mention {
                    at,
                    event,
                    told,
                    party: parties.get(at),
                    figures: ["$", "%", ""].map(|kind| of_kind(&event.figures, kind)),
                    reports: kinship::reports(&event.class),
                    names_year: event.when.as_ref().is_some_and(|when| told::names_year(&when.quote)),
                    several: tells_several(event),
                    lead: event.sentence_start < LEAD,
                    published: records.article.published.map(|stamp| stamp.date),
                    others: told::others(event, records),
                });
            }
        }
    }
    mentions
}
