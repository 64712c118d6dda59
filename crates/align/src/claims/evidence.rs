//! What speaks for two claims answering one question, with their values hidden: words, names, measure, parties, time.
//!
//! The features are numbers around nought and one; what each weighs is a table.

use std::cell::OnceCell;

use factcheck_core::{claim::Claim, measure, record::Records, unit::Unit};
use rustc_hash::FxHashMap;

use super::{
    ClaimRef, bucket, copy,
    headline::is_headline,
    kin::{Folded, Kin},
    pair::{bases, heads, is_long_past, is_one_time, one, one_verb, overlap, part, same_frame, shares_part},
    value::{is_same_dollar, is_vague, significant},
    weights::FEATURES,
};
use crate::{names::may_be_one, terms::Rarities};

/// A number in a sentence: its place, and what is compared of it, its measure last.
type Companion<'a> = (u32, Option<rust_decimal::Decimal>, &'a Unit, &'a str);

/// How many numbers an article has of a sort and measure.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: u32,
    /// Those that tell more than "billions".
    told: u32,
}

/// What a story's claims have in common: how rare each word is, and how many claims of a sort an article has.
#[derive(Debug)]
pub struct Context<'a> {
    near: Rarities,
    terms: Rarities,
    /// Per article and claim, the words near it and those of its clause, kin as one.
    folded: Vec<Vec<Folded>>,
    /// Per article and claim, the words of its sentence, once they were asked for.
    copied: Vec<Vec<OnceCell<copy::Words>>>,
    /// Per article and claim, the number of its sort; the sort is its place in `keys`.
    sorts: Vec<Vec<Option<usize>>>,
    /// The keys of comparable claims.
    keys: Vec<String>,
    /// Per article and sort, and per measure in it, how many there are.
    counts: FxHashMap<(usize, usize), FxHashMap<&'a str, Count>>,
    /// Per article and measure, the names that stand with its numbers, as often as they do; numbers of a time long past
    /// apart from the others.
    names: FxHashMap<(usize, &'a str, bool), Vec<&'a str>>,
    /// Per article and sort, how many there are of any measure.
    all: FxHashMap<(usize, usize), u32>,
    /// Per article and sort of person ("student"), how many numbers count it.
    persons: FxHashMap<(usize, &'a str), u32>,
    /// Per article and sentence, the numbers that stand there.
    sentences: FxHashMap<(usize, u32), Vec<Companion<'a>>>,
    /// Per article, the largest magnitude that it tells, of a time long past apart: that of the quake it is about.
    main_quakes: Vec<Option<rust_decimal::Decimal>>,
    /// Per article and sort, with how many of its numbers each word stands, kin as one.
    words: FxHashMap<(usize, usize), FxHashMap<u32, u32>>,
}

impl<'a> Context<'a> {
    /// Counts a story.
    #[must_use]
    pub fn of(story: &'a [Records]) -> Self {
        let claims = || story.iter().flat_map(|records| &records.claims);
        let kin = Kin::of(claims().flat_map(|claim| claim.near.iter().chain(&claim.terms)));
        let folded: Vec<Vec<Folded<Vec<u32>>>> = story
            .iter()
            .map(|records| records.claims.iter().map(|claim| kin.fold(claim)).collect())
            .collect();
        let flat = || folded.iter().flatten();
        let near = Rarities::of(kin.size(), flat().map(|words| words.near.as_slice()));
        let terms = Rarities::of(kin.size(), flat().map(|words| words.terms.as_slice()));
        let (sorts, keys) = bucket::sorts(story);
        let mut counts: FxHashMap<_, FxHashMap<&str, Count>> = FxHashMap::default();
        let mut names: FxHashMap<_, Vec<&str>> = FxHashMap::default();
        let mut all: FxHashMap<_, u32> = FxHashMap::default();
        let mut persons: FxHashMap<_, u32> = FxHashMap::default();
        let mut sentences: FxHashMap<_, Vec<Companion>> = FxHashMap::default();
        let mut words: FxHashMap<_, FxHashMap<u32, u32>> = FxHashMap::default();
        for (article, records) in story.iter().enumerate() {
            for ((claim, folded), sort) in records.claims.iter().zip(&folded[article]).zip(&sorts[article]) {
                // "Billions of dollars" is no other number beside the one that is told.
                let counts_once = !is_vague(claim);
                let kept = claim.names.iter().map(String::as_str).filter(|_| counts_once);
                names.entry((article, claim.class.as_str(), is_long_past(claim))).or_default().extend(kept);
                if let Some(noun) = sort_of_person(claim) {
                    *persons.entry((article, noun)).or_default() += 1;
                }
                let Claim { place, amount, class, .. } = claim;
                let companion = (place.start, amount.value, &amount.unit, class.as_str());
                sentences.entry((article, claim.sentence_start)).or_default().push(companion);
                if let Some(sort) = *sort {
                    let own = words.entry((article, sort)).or_default();
                    for word in &folded.near {
                        *own.entry(*word).or_default() += 1;
                    }
                    let count: &mut Count =
                        counts.entry((article, sort)).or_default().entry(claim.class.as_str()).or_default();
                    count.all += 1;
                    count.told += u32::from(counts_once);
                    *all.entry((article, sort)).or_default() += 1;
                }
            }
        }
        Self {
            folded: folded
                .into_iter()
                .map(|article| {
                    let weigh =
                        |Folded { near: x, terms: y }| Folded { near: near.weigh(x), terms: terms.weigh(y) };
                    article.into_iter().map(weigh).collect()
                })
                .collect(),
            near,
            terms,
            copied: story
                .iter()
                .map(|records| records.claims.iter().map(|_| OnceCell::new()).collect())
                .collect(),
            sorts,
            keys,
            counts,
            names,
            all,
            persons,
            sentences,
            main_quakes: story.iter().map(main_quake).collect(),
            words,
        }
    }

    /// Whether both are the magnitude of the quake that their article is about.
    pub(super) fn are_main_quakes(&self, (a, b): (ClaimRef, ClaimRef), left: &Claim, right: &Claim) -> bool {
        let is_main = |at: ClaimRef, claim: &Claim| {
            is_quake(claim)
                && self.main_quakes[at.article].is_some_and(|main| claim.amount.value == Some(main))
        };
        is_main(a, left) && is_main(b, right)
    }

    /// Whether another number of the one sentence stands in the other: one that is no small count.
    fn companions(&self, articles: (usize, usize), a: &Claim, b: &Claim) -> f64 {
        let of = |article: usize, claim: &Claim| self.sentences.get(&(article, claim.sentence_start));
        let (Some(x), Some(y)) = (of(articles.0, a), of(articles.1, b)) else { return 0.0 };
        let shared = x.iter().filter(|(start, value, unit, _)| {
            (*start, *value) != (a.place.start, a.amount.value)
                && is_no_small_count(*value)
                && y.iter().any(|(other, same, its, _)| {
                    (*other, *same) != (b.place.start, b.amount.value)
                        && value == same
                        && (unit == its || is_same_dollar(unit, its) || is_long(*value))
                })
        });
        if shared.count() > 0 { 1.0 } else { 0.0 }
    }

    /// Whether both stand at one place in lists of one measure that agree in all else: "7.6 and 7.4", "7.6 and 7.5".
    fn in_one_list(&self, articles: (usize, usize), a: &Claim, b: &Claim) -> bool {
        if a.class.is_empty() || a.class != b.class {
            return false;
        }
        let of = |article: usize, claim: &Claim| self.sentences.get(&(article, claim.sentence_start));
        let (Some(x), Some(y)) = (of(articles.0, a), of(articles.1, b)) else { return false };
        if x.len() < 2 || y.len() < 2 {
            return false;
        }
        let own = |claim: &Claim, start: u32| claim.place.start == start;
        let mut first = x.iter().filter(|(.., class)| *class == a.class);
        let mut second = y.iter().filter(|(.., class)| *class == a.class);
        let mut others = 0;
        loop {
            match (first.next(), second.next()) {
                (None, None) => return others > 0,
                (Some((start, ..)), Some((other, ..))) if own(a, *start) && own(b, *other) => {}
                (Some((start, value, ..)), Some((other, same, ..)))
                    if !own(a, *start) && !own(b, *other) && value == same && is_no_small_count(*value) =>
                {
                    others += 1;
                }
                _ => return false,
            }
        }
    }

    /// Whether the sentences are copies and the numbers stand at the same place in them. `terms` is what the clauses
    /// have in common: little of that, and the sentences need not be looked at.
    fn is_copy(&self, at: (ClaimRef, ClaimRef), a: &Claim, b: &Claim, terms: f64) -> bool {
        let place = |article: usize, claim: &Claim| {
            let numbers = self.sentences.get(&(article, claim.sentence_start))?;
            Some((numbers.len(), numbers.iter().position(|(start, ..)| *start == claim.place.start)?))
        };
        terms >= 0.4
            && place(at.0.article, a) == place(at.1.article, b)
            && copy::is_copy(self.copied(at.0, a), self.copied(at.1, b))
    }

    fn copied(&self, at: ClaimRef, claim: &Claim) -> &copy::Words {
        self.copied[at.article][at.claim].get_or_init(|| copy::words(&claim.sentence))
    }

    /// Whether a name stands with one number of that measure alone in both articles.
    fn own_name(&self, articles: (usize, usize), a: &Claim, b: &Claim) -> bool {
        let uses = |article: usize, name: &String| {
            let claim = if article == articles.0 { a } else { b };
            let names = self.names.get(&(article, a.class.as_str(), is_long_past(claim)));
            names.map_or(0, |names| names.iter().filter(|other| may_be_one(name, other)).take(2).count())
        };
        let shared = a.names.iter().filter(|name| b.names.iter().any(|other| may_be_one(name, other)));
        shared.into_iter().any(|name| uses(articles.0, name) <= 1 && uses(articles.1, name) <= 1)
    }

    /// Whether either article has only this number of a thing or a physical unit, or of one sort of person.
    fn only(&self, a: &Claim, b: &Claim, at: (ClaimRef, ClaimRef)) -> bool {
        self.only_sort(at) || self.only_persons(a, b, at)
    }

    fn only_persons(&self, a: &Claim, b: &Claim, at: (ClaimRef, ClaimRef)) -> bool {
        let alone = |at: ClaimRef, noun: &str| self.persons.get(&(at.article, noun)) == Some(&1);
        sort_of_person(a)
            .is_some_and(|noun| sort_of_person(b) == Some(noun) && alone(at.0, noun) && alone(at.1, noun))
    }

    fn only_sort(&self, (a, b): (ClaimRef, ClaimRef)) -> bool {
        let (Some(sort), Some(_)) = (self.sort(a), self.sort(b)) else { return false };
        let alone = |article: usize| self.all.get(&(article, sort)) == Some(&1);
        let key = self.keys[sort].as_str();
        let told = !key.starts_with("currency") && !matches!(key, "share" | "person" | "time" | "age");
        told && alone(a.article) && alone(b.article)
    }

    fn rivals(&self, at: ClaimRef, claim: &Claim) -> u32 {
        self.count(at, claim).told.max(1)
    }

    /// How many numbers of that sort and measure the article has, itself among them.
    pub(super) fn crowd(&self, at: ClaimRef, claim: &Claim) -> u32 {
        self.count(at, claim).all.max(1)
    }

    fn count(&self, at: ClaimRef, claim: &Claim) -> Count {
        let counts = self.sort(at).and_then(|sort| self.counts.get(&(at.article, sort)));
        counts.and_then(|counts| counts.get(claim.class.as_str())).copied().unwrap_or_default()
    }

    /// The claims of each sort, by its key.
    pub(super) fn buckets(&self) -> Vec<(&str, Vec<ClaimRef>)> {
        let mut buckets: Vec<(&str, Vec<ClaimRef>)> =
            self.keys.iter().map(|key| (key.as_str(), Vec::new())).collect();
        for (article, sorts) in self.sorts.iter().enumerate() {
            for (claim, sort) in sorts.iter().enumerate() {
                if let Some((_, members)) = sort.and_then(|sort| buckets.get_mut(sort)) {
                    members.push(ClaimRef { article, claim });
                }
            }
        }
        buckets.sort_unstable_by_key(|(key, _)| *key);
        buckets
    }

    pub(super) fn sort(&self, at: ClaimRef) -> Option<usize> {
        self.sorts[at.article][at.claim]
    }
}

impl Context<'_> {
    fn folded(&self, at: ClaimRef) -> &Folded {
        &self.folded[at.article][at.claim]
    }

    /// How much the words weigh that both have near and that stand with no other number of their articles.
    #[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
    fn unique(&self, (a, b): (ClaimRef, ClaimRef)) -> f64 {
        let sort = self.sort(a);
        let of = |at: ClaimRef| sort.and_then(|sort| self.words.get(&(at.article, sort)));
        let (x, y) = (of(a), of(b));
        let (Some(x), Some(y)) = (x, y) else { return 0.0 };
        let alone = |word: &&u32| x.get(*word) == Some(&1) && y.get(*word) == Some(&1);
        let (near, other) = (&self.folded(a).near.words, &self.folded(b).near.words);
        let shared = near.iter().filter(|word| other.binary_search(word).is_ok());
        shared.filter(alone).map(|word| self.near.rarity(*word).min(2.0)).sum::<f64>().min(6.0) / 2.0
    }
}

/// The features of two claims of the story, in the order of the table of weights; `at` is where they stand in it.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
pub fn features(context: &Context, a: &Claim, b: &Claim, at: (ClaimRef, ClaimRef)) -> [f64; FEATURES] {
    let articles = (at.0.article, at.1.article);
    let (x, y) = (context.folded(at.0), context.folded(at.1));
    let (near, near_sum) = context.near.cosine(&x.near, &y.near);
    let (terms, terms_sum) = context.terms.cosine(&x.terms, &y.terms);
    let head = heads(a, b);
    let (x, y) = (&a.amount.unit.name, &b.amount.unit.name);
    let nouns = context.sort(at.0).is_some_and(|_| a.amount.unit.scale().is_none()) && x == y;
    let names = overlap(&a.names, &b.names);
    let subject = one(&a.subject, &b.subject);
    let object = one(&a.object, &b.object);
    let place = one(&a.location, &b.location);
    let verb = one_verb(&a.verb, &b.verb);
    let anchor = one(&a.anchor, &b.anchor);
    let rivals = f64::from(context.rivals(at.0, a)) * f64::from(context.rivals(at.1, b));
    let yes = |flag: bool| f64::from(u8::from(flag));
    let classed = !a.class.is_empty() && a.class == b.class;
    let own_name = classed && context.own_name(articles, a, b);
    [
        1.0,
        near,
        near_sum.min(12.0) / 4.0,
        terms,
        terms_sum.min(30.0) / 10.0,
        yes(classed),
        yes(a.class.is_empty() != b.class.is_empty()),
        yes(nouns),
        yes(head == Some(true)),
        yes(head == Some(false)),
        yes(names == Some(true)),
        yes(names == Some(false)),
        yes(subject == Some(true)) + yes(object == Some(true)),
        yes(subject == Some(false)),
        yes(place == Some(true)),
        yes(place == Some(false)),
        yes(a.claim_kind != b.claim_kind),
        yes(part(a) != part(b) && !shares_part(a, b) && names != Some(true)),
        yes(!a.scope.is_empty() && part(a) == part(b) || shares_part(a, b)),
        yes(bases(a, b)),
        same_frame(a, b),
        yes(!a.period.is_any() && !b.period.is_any()),
        yes(is_one_time(a, b)),
        yes(a.modality != b.modality),
        if own_name { 0.0 } else { rivals.ln() },
        yes(classed && rivals < 1.5),
        yes(verb == Some(true)),
        yes(verb == Some(false)),
        yes(anchor == Some(true)),
        yes(anchor == Some(false)),
        context.unique(at),
        context.companions(articles, a, b),
        yes(!classed && context.only(a, b, at)),
        yes(own_name),
        yes(context.is_copy(at, a, b, terms)),
        yes(is_headline(a) && is_headline(b)),
        yes(is_long_past(a) && b.period.is_any() || is_long_past(b) && a.period.is_any()),
        yes(context.in_one_list(articles, a, b)),
    ]
}

/// Days around the day of writing in which the quake lies that an article is about.
const RECENT: i64 = 31;

/// Whether a number is the magnitude of a quake that the article may be about: of these days, or of no time of its own.
fn is_quake(claim: &Claim) -> bool {
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

fn main_quake(records: &Records) -> Option<rust_decimal::Decimal> {
    records.claims.iter().filter(|claim| is_quake(claim)).filter_map(|claim| claim.amount.value).max()
}

/// The noun that says which persons are counted: "student", "tourist"; `None` for those that count anyone, and for
/// nouns that tell what became of them.
fn sort_of_person(claim: &Claim) -> Option<&str> {
    let noun = claim.amount.unit.name.rsplit(' ').next()?;
    let anyone = matches!(noun, "person" | "people" | "man" | "woman" | "other" | "member");
    (bucket::is_person(noun) && !anyone && measure::of_cue(noun, 'n').is_empty()).then_some(noun)
}

/// Whether a number is not one of those that stand everywhere: "two", "ten".
fn is_no_small_count(value: Option<rust_decimal::Decimal>) -> bool {
    value.is_some_and(|value| value >= rust_decimal::Decimal::from(12) || !value.fract().is_zero())
}

/// Whether a number has digits enough to be known without its unit: "1,840 rivets", "rivets, 1,840 of them".
fn is_long(value: Option<rust_decimal::Decimal>) -> bool {
    value.is_some_and(|value| significant(value) >= 3)
}
