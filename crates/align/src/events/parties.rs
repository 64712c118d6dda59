//! Who takes part in the events of a story, and in what words they are told, as numbers: of each event once, for pairs that
//! ask it again and again. Decides nothing of pairs as wholes.

use factcheck_core::{
    event::{Event, Participant},
    record::Records,
};

use super::EventRef;
use crate::{
    names::Names,
    terms::{Rare, Words, rarities},
};

/// Statements below which a story is too small to tell which words are rare.
pub(super) const LEAST: u32 = 40;

/// What is known of one event. Names are numbers of the story's names.
#[derive(Debug)]
pub(super) struct Party<'a> {
    pub(super) event: &'a Event,
    /// All who take part.
    all: Vec<u32>,
    /// Those of them who are called by a name.
    named: Vec<u32>,
    /// By a name, and not the place: those who did it, together with those whom it befell.
    involved: Vec<u32>,
    /// Whether some of them did it.
    has_doers: bool,
    /// Whether it befell some of them.
    has_befallen: bool,
    /// By a name: those to or with whom it was done.
    others: Vec<u32>,
    location: u32,
    ages: Vec<u32>,
    /// Whether the words tell of several events: a noun in the plural.
    pub(super) is_plural: bool,
    /// The words of its clause.
    terms: Rare,
    /// These and the figures, of a story of no less than [`LEAST`] statements.
    pub(super) words: Rare,
}

/// The events of a story.
#[derive(Debug)]
pub(super) struct Parties<'a> {
    known: Names<'a>,
    /// Article by article.
    rows: Vec<Party<'a>>,
    /// Per article, the place of its first event, and behind them the number of all.
    first: Vec<usize>,
}

impl<'a> Parties<'a> {
    pub(super) fn of(story: &'a [Records]) -> Self {
        let events = || story.iter().flat_map(|records| &records.events);
        let mut words = Words::default();
        let raw: Vec<(Vec<u32>, Vec<u32>)> = events()
            .map(|event| {
                let mut places = |list: &'a [String]| list.iter().map(|word| words.place(word)).collect();
                (places(&event.terms), places(&event.figures))
            })
            .collect();
        // In the order of the alphabet, as the words of each event stand.
        let ranks = words.ranks();
        let ranked = |list: &[u32]| list.iter().map(|word| ranks[*word as usize]).collect::<Vec<u32>>();
        let terms: Vec<Vec<u32>> = raw.iter().map(|(terms, _)| ranked(terms)).collect();
        let around: Vec<Vec<u32>> = terms
            .iter()
            .zip(&raw)
            .map(|(terms, (_, figures))| {
                let mut all = [terms.as_slice(), &ranked(figures)].concat();
                all.sort_unstable();
                all
            })
            .collect();
        let (rare, usual) = (rarities(0, words.len(), &terms), rarities(LEAST, words.len(), &around));
        let mut known = Names::default();
        let told = terms.iter().map(|words| Rare::of(words, &rare));
        let around = around.iter().map(|words| Rare::of(words, &usual));
        let rows = events()
            .zip(told.zip(around))
            .map(|(event, (terms, words))| party(event, &mut known, terms, words))
            .collect();
        let mut first = vec![0];
        for records in story {
            first.push(first.last().copied().unwrap_or_default() + records.events.len());
        }
        Self { known, rows, first }
    }

    /// What is known of an event.
    pub(super) fn get(&self, at: EventRef) -> &Party<'a> {
        &self.rows[self.first[at.article] + at.event]
    }

    /// The events of an article.
    pub(super) fn of_article(&self, article: usize) -> &[Party<'a>] {
        &self.rows[self.first[article]..self.first[article + 1]]
    }

    /// How many events the story has.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many named participants the two share.
    pub(super) fn shared(&self, a: &Party, b: &Party) -> usize {
        a.named.iter().filter(|one| self.known.meet(&[**one], &b.named)).count()
    }

    /// How many named participants of the one the other has not.
    pub(super) fn alone(&self, a: &Party, b: &Party) -> usize {
        a.named.iter().filter(|one| !self.known.meet(&[**one], &b.all)).count()
    }

    /// Whether both name where it was by one name; `None` where one does not say.
    pub(super) fn one_place(&self, a: &Party, b: &Party) -> Option<bool> {
        (a.location != 0 && b.location != 0).then(|| self.known.may_be_one(a.location, b.location))
    }

    /// Whether both name who did it, or whom it befell, and name nobody in common: what two people did is two events.
    pub(super) fn parties_differ(&self, a: &Party, b: &Party) -> bool {
        (a.has_doers && b.has_doers || a.has_befallen && b.has_befallen)
            && !a.involved.iter().any(|one| self.has_kin(*one, &b.involved))
    }

    /// Whether both name where it was, by names of nothing in common, and nobody who took part in both: a bridge in one
    /// town is not that of another.
    pub(super) fn places_differ(&self, a: &Party, b: &Party) -> bool {
        let named = a.location != 0 && b.location != 0;
        named && !self.known.may_be_kin(a.location, b.location) && self.shared(a, b) == 0
    }

    /// Whether each was done to or with somebody that the other does not name: to meet one person is not to meet another.
    pub(super) fn each_has_another(&self, a: &Party, b: &Party) -> bool {
        let alone = |x: &Party, y: &Party| x.others.iter().any(|one| !self.has_kin(*one, &y.all));
        alone(a, b) && alone(b, a)
    }

    fn has_kin(&self, one: u32, others: &[u32]) -> bool {
        others.iter().any(|other| self.known.may_be_kin(one, *other))
    }
}

impl Party<'_> {
    /// Whether some participant is called by a name.
    pub(super) fn is_named(&self) -> bool {
        !self.named.is_empty()
    }

    /// Whether both tell ages, and none in common.
    pub(super) fn ages_differ(&self, other: &Self) -> bool {
        !self.ages.is_empty() && !other.ages.is_empty() && !self.shares_age(other)
    }

    /// Whether both tell of somebody of one age.
    pub(super) fn shares_age(&self, other: &Self) -> bool {
        self.ages.iter().any(|age| other.ages.contains(age))
    }

    /// How much the words of both clauses have in common.
    pub(super) fn overlap(&self, other: &Self) -> (f64, f64) {
        self.terms.overlap(&other.terms)
    }
}

fn party<'a>(event: &'a Event, known: &mut Names<'a>, terms: Rare, words: Rare) -> Party<'a> {
    let mut numbers = |wanted: &dyn Fn(&Participant) -> bool| -> Vec<u32> {
        let wanted = event.participants.iter().filter(|one| wanted(one));
        wanted.map(|one| known.number(&one.name)).collect()
    };
    let does = |one: &Participant| matches!(one.role.as_str(), "agent" | "with");
    let is_befallen = |one: &Participant| one.role == "patient";
    // The town that is visited takes no part.
    let takes_part = |one: &Participant| one.is_named() && one.name != event.location;
    let has = |role: &dyn Fn(&Participant) -> bool| {
        event.participants.iter().any(|one| role(one) && takes_part(one))
    };
    Party {
        event,
        all: numbers(&|_| true),
        named: numbers(&Participant::is_named),
        involved: numbers(&|one| (does(one) || is_befallen(one)) && takes_part(one)),
        others: numbers(&|one| matches!(one.role.as_str(), "patient" | "with") && one.is_named()),
        has_doers: has(&does),
        has_befallen: has(&is_befallen),
        location: known.number(&event.location),
        ages: event.participants.iter().filter_map(|one| one.age).collect(),
        is_plural: is_plural(event),
        terms,
        words,
    }
}

fn is_plural(event: &Event) -> bool {
    let word = event.place.quote.to_lowercase();
    word.ends_with('s')
        && !event.predicate.ends_with('s')
        && word.strip_suffix('s') == Some(&event.predicate)
        && event.class != "meet"
}
