//! What pairs of claims are compared by, of each claim once: words, names and measures as numbers, and what its article
//! tells beside it. Sees claims alone, and decides nothing.

use factcheck_core::{claim::Claim, measure, record::Records, unit};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{ClaimRef, bucket, headline::is_headline, pair::is_long_past, value::is_vague};
use crate::{lists::Lists, names::Names, terms::Words};

/// What is known of one claim. A name or measure that is told of nothing has the number 0.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Facts<'a> {
    pub(super) claim: &'a Claim,
    pub(super) at: ClaimRef,
    /// Its place among the claims of the story.
    pub(super) place: usize,
    /// The number of its sort; `None` where its number says nothing of what it counts.
    pub(super) sort: Option<usize>,
    pub(super) class: u32,
    pub(super) subject: u32,
    pub(super) object: u32,
    pub(super) location: u32,
    pub(super) anchor: u32,
    /// The last word of its measure.
    pub(super) head: &'a str,
    pub(super) is_share: bool,
    /// Whether it counts something by its noun.
    pub(super) is_counted: bool,
    pub(super) is_long_past: bool,
    pub(super) is_headline: bool,
    /// How many numbers of its sort and measure its article has, itself among them.
    pub(super) all: u32,
    /// How many of them tell more than "billions".
    pub(super) told: u32,
    /// Whether its article has no other of its sort.
    pub(super) is_only: bool,
    /// The sort of person that it counts.
    pub(super) person: Option<u32>,
    /// Whether its article counts that sort but once.
    pub(super) is_only_person: bool,
    /// The number of its sentence, and its place among the numbers there.
    pub(super) sentence: usize,
    pub(super) position: u32,
    /// The number of the list of names that stand with numbers of its article, measure and time.
    pub(super) company: usize,
}

/// The facts of a story's claims.
#[derive(Debug, Default)]
pub(super) struct Table<'a> {
    /// Article by article.
    pub(super) rows: Vec<Facts<'a>>,
    /// Per article, the place of its first claim.
    pub(super) first: Vec<usize>,
    pub(super) known: Names<'a>,
    /// Per claim, the names that stand with it.
    pub(super) names: Lists,
    /// Per measure and time of an article, the names that stand with its numbers, as often as they do.
    pub(super) company: Vec<Vec<u32>>,
    /// Per sentence, the places of the claims that stand there.
    pub(super) sentences: Vec<Vec<usize>>,
}

/// What is counted within an article.
#[derive(Default)]
struct Counts {
    /// Per sort and measure, all and those that are told.
    measures: FxHashMap<(usize, u32), (u32, u32)>,
    sorts: FxHashMap<usize, u32>,
    persons: FxHashMap<u32, u32>,
    sentences: FxHashMap<u32, usize>,
    company: FxHashMap<(u32, bool), usize>,
}

/// Reads the claims of a story, whose sorts are known.
pub(super) fn read<'a>(story: &'a [Records], sorts: &[Option<usize>]) -> Table<'a> {
    let mut table = Table { rows: Vec::with_capacity(sorts.len()), ..Table::default() };
    let (mut classes, mut nouns) = (Words::default(), Words::default());
    classes.place("");
    let mut persons = FxHashMap::default();
    for (article, records) in story.iter().enumerate() {
        let first = table.rows.len();
        table.first.push(first);
        let mut counts = Counts::default();
        for (index, claim) in records.claims.iter().enumerate() {
            let sort = sorts.get(first + index).copied().flatten();
            let noun = claim.amount.unit.name.as_str();
            let person = *persons
                .entry(noun)
                .or_insert_with(|| sort_of_person(noun).map(|person| nouns.place(person)));
            let class = classes.place(&claim.class);
            let at = ClaimRef { article, claim: index };
            let facts = row(&mut table, &mut counts, (claim, at), (sort, class, person));
            table.rows.push(facts);
        }
        for facts in &mut table.rows[first..] {
            let of_measure = facts.sort.and_then(|sort| counts.measures.get(&(sort, facts.class)));
            (facts.all, facts.told) =
                of_measure.map_or((1, 1), |(all, told)| ((*all).max(1), (*told).max(1)));
            facts.is_only = facts.sort.is_some_and(|sort| counts.sorts.get(&sort) == Some(&1));
            facts.is_only_person = facts.person.is_some_and(|noun| counts.persons.get(&noun) == Some(&1));
        }
    }
    table
}

/// The facts of a claim, which is counted with the others of its article; those that all of them tell are still open.
fn row<'a>(
    table: &mut Table<'a>,
    counts: &mut Counts,
    (claim, at): (&'a Claim, ClaimRef),
    (sort, class, person): (Option<usize>, u32, Option<u32>),
) -> Facts<'a> {
    let place = table.rows.len();
    let is_long_past = is_long_past(claim);
    // "Billions of dollars" is no other number beside the one that is told.
    let counts_once = !is_vague(claim);
    if let Some(sort) = sort {
        let (all, told) = counts.measures.entry((sort, class)).or_default();
        *all += 1;
        *told += u32::from(counts_once);
        *counts.sorts.entry(sort).or_default() += 1;
    }
    if let Some(person) = person {
        *counts.persons.entry(person).or_default() += 1;
    }
    let known = &mut table.known;
    table.names.push(claim.names.iter().map(|name| known.number(name)));
    let company = *counts.company.entry((class, is_long_past)).or_insert(table.company.len());
    if company == table.company.len() {
        table.company.push(Vec::new());
    }
    if counts_once {
        table.company[company].extend(table.names.get(place));
    }
    let sentence = *counts.sentences.entry(claim.sentence_start).or_insert(table.sentences.len());
    if sentence == table.sentences.len() {
        table.sentences.push(Vec::new());
    }
    let rows = &table.rows;
    let start = |other: &usize| rows.get(*other).map(|row: &Facts| row.claim.place.start);
    let fellows = &table.sentences[sentence];
    let position = fellows.iter().position(|other| start(other) == Some(claim.place.start));
    let position = u32::try_from(position.unwrap_or(fellows.len())).unwrap_or(u32::MAX);
    table.sentences[sentence].push(place);
    Facts {
        claim,
        at,
        place,
        sort,
        class,
        subject: known.number(&claim.subject),
        object: known.number(&claim.object),
        location: known.number(&claim.location),
        anchor: known.number(&claim.anchor),
        head: claim.measure.rsplit(' ').next().unwrap_or_default(),
        is_share: unit::is_share(&claim.amount.unit),
        is_counted: sort.is_some() && claim.amount.unit.scale().is_none(),
        is_long_past,
        is_headline: is_headline(claim),
        all: 1,
        told: 1,
        is_only: false,
        person,
        is_only_person: false,
        sentence,
        position,
        company,
    }
}

/// The noun that says which persons are counted: "student", "tourist"; `None` for those that count anyone, and for
/// nouns that tell what became of them.
fn sort_of_person(unit: &str) -> Option<&str> {
    let noun = unit.rsplit(' ').next()?;
    let anyone = matches!(noun, "person" | "people" | "man" | "woman" | "other" | "member");
    (bucket::is_person(noun) && !anyone && measure::of_cue(noun, 'n').is_empty()).then_some(noun)
}

/// Days around the day of writing in which the quake lies that an article is about.
const RECENT: i64 = 31;

/// Whether a number is the magnitude of a quake that the article may be about: of these days, or of no time of its own.
pub(super) fn is_quake(claim: &Claim) -> bool {
    let is_recent = || {
        let (first, last) = claim.period.ends()?;
        let day = claim.as_of?;
        Some((day - last).num_days() <= RECENT && (first - day).num_days() <= RECENT)
    };
    // Where the day of writing is not known, "in 2004" is told of another quake all the same.
    let is_short = || claim.period.length().is_some_and(|days| days <= RECENT);
    let is_record = claim.basis.iter().any(|basis| basis == "record");
    claim.class == "magnitude"
        && !is_record
        && (claim.period.is_any() || is_recent().unwrap_or_else(is_short))
}

/// The largest magnitude that an article tells, of a time long past apart: that of the quake it is about.
pub(super) fn main_quake(records: &Records) -> Option<Decimal> {
    records.claims.iter().filter(|claim| is_quake(claim)).filter_map(|claim| claim.amount.value).max()
}
