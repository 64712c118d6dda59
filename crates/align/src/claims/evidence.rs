//! What speaks for two claims answering one question, with their values hidden: words, names, measure, parties, time.
//!
//! The features are numbers around nought and one; what each weighs is a table.

use std::cell::{OnceCell, RefCell};

use factcheck_core::record::Records;
use factcheck_syntax::wordnet;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{
    ClaimRef, bucket, copy,
    facts::{self, Facts, Table},
    kin,
    pair::{bases, is_one_time, one_verb, part, same_frame, shares_part},
    value::{is_same_dollar, significant},
    weights::FEATURES,
};
use crate::{
    lists::{Lists, shared},
    terms::{Rarities, Weighed, Words},
};

/// The words of a story's claims, by the numbers of their kin, sorted.
#[derive(Debug)]
struct Told {
    words: Lists,
    rarities: Rarities,
    /// Per claim, the rarities of its words summed up.
    sums: Vec<f64>,
}

impl Told {
    fn of(words: &Lists, kin: &[u32]) -> Self {
        let words = kin::fold(words, kin);
        let rarities = Rarities::of(kin.len(), words.iter());
        let sums = words.iter().map(|words| rarities.sum(words)).collect();
        Self { words, rarities, sums }
    }

    fn weighed(&self, at: usize) -> Weighed<'_> {
        Weighed { words: self.words.get(at), sum: self.sums[at] }
    }

    fn cosine(&self, a: usize, b: usize) -> (f64, f64) {
        self.rarities.cosine(self.weighed(a), self.weighed(b))
    }
}

/// What a story's claims have in common: how rare each word is, and how many claims of a sort an article has.
#[derive(Debug)]
pub struct Context<'a> {
    table: Table<'a>,
    /// The words near each number.
    near: Told,
    /// Those of its clause.
    terms: Told,
    /// Per claim, the words near it as they stand, by their places among the words of the story.
    plain: Lists,
    /// How many words the story has.
    size: usize,
    /// Per claim, the words near it that stand with no other number of that sort in its article, kin as one.
    alone: Lists,
    /// Per claim, the words of its sentence, once they were asked for.
    copied: Vec<OnceCell<copy::Words>>,
    /// Whether a name stands with one number alone of those that share their company, once it was asked for.
    own: RefCell<FxHashMap<(usize, u32), bool>>,
    /// The keys of comparable claims.
    keys: Vec<String>,
    /// Per article, the magnitude of the quake that it is about.
    main_quakes: Vec<Option<Decimal>>,
}

impl<'a> Context<'a> {
    /// Counts a story.
    #[must_use]
    pub fn of(story: &'a [Records]) -> Self {
        let (mut words, mut plain, mut terms) = (Words::default(), Lists::default(), Lists::default());
        for claim in story.iter().flat_map(|records| &records.claims) {
            plain.push(claim.near.iter().map(|word| words.place(word)));
            terms.push(claim.terms.iter().map(|word| words.place(word)));
        }
        let kin = kin::of(&words);
        let (sorts, keys) = bucket::sorts(story);
        let table = facts::read(story, &sorts);
        let near = Told::of(&plain, &kin);
        Self {
            alone: alone(&table, &near.words),
            near,
            terms: Told::of(&terms, &kin),
            plain,
            size: words.len(),
            copied: table.rows.iter().map(|_| OnceCell::new()).collect(),
            own: RefCell::default(),
            keys,
            main_quakes: story.iter().map(facts::main_quake).collect(),
            table,
        }
    }

    /// What is known of a claim.
    pub(super) fn facts(&self, at: ClaimRef) -> &Facts<'a> {
        &self.table.rows[self.table.first[at.article] + at.claim]
    }

    /// The claims by their places.
    pub(super) fn rows(&self) -> &[Facts<'a>] {
        &self.table.rows
    }

    /// The claims of each sort by their places, by its key.
    pub(super) fn buckets(&self) -> Vec<(&str, Vec<usize>)> {
        let mut buckets: Vec<(&str, Vec<usize>)> =
            self.keys.iter().map(|key| (key.as_str(), Vec::new())).collect();
        for facts in &self.table.rows {
            if let Some((_, members)) = facts.sort.and_then(|sort| buckets.get_mut(sort)) {
                members.push(facts.place);
            }
        }
        buckets.sort_unstable_by_key(|(key, _)| *key);
        buckets
    }

    /// The key of a claim's sort.
    pub(super) fn key(&self, facts: &Facts) -> Option<&str> {
        self.keys.get(facts.sort?).map(String::as_str)
    }

    /// How many words the story has.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// The words near a claim as they stand, by their places among the words of the story.
    pub(super) fn plain(&self, place: usize) -> &[u32] {
        self.plain.get(place)
    }

    /// The names that stand with a claim.
    fn names(&self, facts: &Facts) -> &[u32] {
        self.table.names.get(facts.place)
    }

    /// Whether two claims share a name.
    pub(super) fn share_name(&self, a: &Facts, b: &Facts) -> bool {
        self.table.known.meet(self.names(a), self.names(b))
    }

    /// Whether names stand with both.
    pub(super) fn are_named(&self, a: &Facts, b: &Facts) -> bool {
        !self.names(a).is_empty() && !self.names(b).is_empty()
    }

    /// Whether two names can be one bearer's; `None` where one is missing.
    pub(super) fn one(&self, a: u32, b: u32) -> Option<bool> {
        (a != 0 && b != 0).then(|| self.table.known.may_be_one(a, b))
    }

    /// Whether both are the magnitude of the quake that their article is about.
    pub(super) fn are_main_quakes(&self, a: &Facts, b: &Facts) -> bool {
        let is_main = |facts: &Facts| {
            facts::is_quake(facts.claim)
                && self.main_quakes[facts.at.article]
                    .is_some_and(|main| facts.claim.amount.value == Some(main))
        };
        is_main(a) && is_main(b)
    }

    /// The claims that stand in the sentence of this one.
    fn fellows(&self, facts: &Facts) -> impl Iterator<Item = &Facts<'a>> + Clone {
        self.table.sentences[facts.sentence].iter().map(|place| &self.table.rows[*place])
    }

    fn count_of_fellows(&self, facts: &Facts) -> usize {
        self.table.sentences[facts.sentence].len()
    }

    /// Whether another number of the one sentence stands in the other: one that is no small count.
    fn companions(&self, a: &Facts, b: &Facts) -> bool {
        if self.count_of_fellows(a) < 2 || self.count_of_fellows(b) < 2 {
            return false;
        }
        let is_own = |other: &Facts, own: &Facts| {
            (other.claim.place.start, other.claim.amount.value)
                == (own.claim.place.start, own.claim.amount.value)
        };
        self.fellows(a).any(|other| {
            let (value, unit) = (other.claim.amount.value, &other.claim.amount.unit);
            !is_own(other, a)
                && is_no_small_count(value)
                && self.fellows(b).any(|same| {
                    let its = &same.claim.amount.unit;
                    !is_own(same, b)
                        && value == same.claim.amount.value
                        && (unit == its || is_same_dollar(unit, its) || is_long(value))
                })
        })
    }

    /// Whether both stand at one place in lists of one measure that agree in all else: "7.6 and 7.4", "7.6 and 7.5".
    fn in_one_list(&self, a: &Facts, b: &Facts) -> bool {
        if a.class == 0 || a.class != b.class || self.count_of_fellows(a) < 2 || self.count_of_fellows(b) < 2
        {
            return false;
        }
        let own = |facts: &Facts, other: &Facts| facts.claim.place.start == other.claim.place.start;
        let mut first = self.fellows(a).filter(|other| other.class == a.class);
        let mut second = self.fellows(b).filter(|other| other.class == b.class);
        let mut others = 0;
        loop {
            match (first.next(), second.next()) {
                (None, None) => return others > 0,
                (Some(one), Some(other)) if own(a, one) && own(b, other) => {}
                (Some(one), Some(other))
                    if !own(a, one)
                        && !own(b, other)
                        && one.claim.amount.value == other.claim.amount.value
                        && is_no_small_count(one.claim.amount.value) =>
                {
                    others += 1;
                }
                _ => return false,
            }
        }
    }

    /// Whether the sentences are copies and the numbers stand at the same place in them. `terms` is what the clauses
    /// have in common: little of that, and the sentences need not be looked at.
    fn is_copy(&self, a: &Facts, b: &Facts, terms: f64) -> bool {
        terms >= 0.4
            && a.position == b.position
            && self.count_of_fellows(a) == self.count_of_fellows(b)
            && copy::is_copy(self.copied(a), self.copied(b))
    }

    fn copied(&self, facts: &Facts) -> &copy::Words {
        self.copied[facts.place].get_or_init(|| copy::words(&facts.claim.sentence))
    }

    /// Whether a name stands with one number of that measure alone in both articles.
    fn own_name(&self, a: &Facts, b: &Facts) -> bool {
        let names = self.names(a).iter().copied();
        let mut shared = names.filter(|name| self.table.known.meet(&[*name], self.names(b)));
        shared.any(|name| self.is_own(a.company, name) && self.is_own(b.company, name))
    }

    /// Whether a name stands with no more than one number of a company.
    fn is_own(&self, company: usize, name: u32) -> bool {
        *self.own.borrow_mut().entry((company, name)).or_insert_with(|| {
            let known = &self.table.known;
            let same = self.table.company[company].iter().filter(|other| known.may_be_one(name, **other));
            same.take(2).count() <= 1
        })
    }

    /// Whether either article has only this number of a thing or a physical unit, or of one sort of person.
    fn only(&self, a: &Facts, b: &Facts) -> bool {
        self.only_sort(a, b)
            || a.person.is_some() && a.person == b.person && a.is_only_person && b.is_only_person
    }

    fn only_sort(&self, a: &Facts, b: &Facts) -> bool {
        let told =
            |key: &str| !key.starts_with("currency") && !matches!(key, "share" | "person" | "time" | "age");
        a.is_only && b.is_only && a.sort == b.sort && self.key(a).is_some_and(told)
    }

    /// How much the words weigh that both have near and that stand with no other number of their articles.
    #[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
    fn unique(&self, a: &Facts, b: &Facts) -> f64 {
        let words = shared(self.alone.get(a.place), self.alone.get(b.place));
        words.map(|word| self.near.rarities.rarity(word).min(2.0)).sum::<f64>().min(6.0) / 2.0
    }
}

/// Per claim, the words near it that stand with no other number of that sort in its article.
fn alone(table: &Table, near: &Lists) -> Lists {
    let mut alone = Lists::default();
    let mut counts: FxHashMap<(usize, u32), u32> = FxHashMap::default();
    for article in table.rows.chunk_by(|a, b| a.at.article == b.at.article) {
        counts.clear();
        let words = |facts: &Facts| near.get(facts.place).iter().copied();
        for facts in article {
            for word in words(facts) {
                if let Some(sort) = facts.sort {
                    *counts.entry((sort, word)).or_default() += 1;
                }
            }
        }
        for facts in article {
            let once = |word: &u32| facts.sort.is_some_and(|sort| counts.get(&(sort, *word)) == Some(&1));
            alone.push(words(facts).filter(once));
        }
    }
    alone
}

/// Whether the heads of two measures mean one thing; `None` where one is missing, or is only what is counted, which a verb
/// may tell more of: "two bombs", "two bombs exploded".
fn heads(a: &Facts, b: &Facts) -> Option<bool> {
    let (x, y) = (a.head, b.head);
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let noun = |facts: &Facts| facts.claim.amount.unit.name.rsplit(' ').next() == Some(facts.head);
    let same = x == y || wordnet::related(x, y) || wordnet::synonyms(x, y);
    (same || !(noun(a) || noun(b))).then_some(same)
}

/// The features of two claims of the story, in the order of the table of weights.
#[must_use]
pub fn features(context: &Context, (a, b): (ClaimRef, ClaimRef)) -> [f64; FEATURES] {
    of_pair(context, context.facts(a), context.facts(b))
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
pub(super) fn of_pair(context: &Context, left: &Facts, right: &Facts) -> [f64; FEATURES] {
    let (a, b) = (left.claim, right.claim);
    let (near, near_sum) = context.near.cosine(left.place, right.place);
    let (terms, terms_sum) = context.terms.cosine(left.place, right.place);
    let head = heads(left, right);
    let nouns = left.is_counted && a.amount.unit.name == b.amount.unit.name;
    let names = context.are_named(left, right).then(|| context.share_name(left, right));
    let subject = context.one(left.subject, right.subject);
    let object = context.one(left.object, right.object);
    let place = context.one(left.location, right.location);
    let verb = one_verb(&a.verb, &b.verb);
    let anchor = context.one(left.anchor, right.anchor);
    let rivals = f64::from(left.told) * f64::from(right.told);
    let yes = |flag: bool| f64::from(u8::from(flag));
    let classed = left.class != 0 && left.class == right.class;
    let own_name = classed && context.own_name(left, right);
    let one_part = part(a).eq(part(b));
    let shares_part = !a.scope.is_empty() && !b.scope.is_empty() && shares_part(a, b);
    [
        1.0,
        near,
        near_sum.min(12.0) / 4.0,
        terms,
        terms_sum.min(30.0) / 10.0,
        yes(classed),
        yes((left.class == 0) != (right.class == 0)),
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
        yes(!one_part && !shares_part && names != Some(true)),
        yes(!a.scope.is_empty() && one_part || shares_part),
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
        context.unique(left, right),
        yes(context.companions(left, right)),
        yes(!classed && context.only(left, right)),
        yes(own_name),
        yes(context.is_copy(left, right, terms)),
        yes(left.is_headline && right.is_headline),
        yes(left.is_long_past && b.period.is_any() || right.is_long_past && a.period.is_any()),
        yes(context.in_one_list(left, right)),
    ]
}

/// Whether a number is not one of those that stand everywhere: "two", "ten".
fn is_no_small_count(value: Option<Decimal>) -> bool {
    value.is_some_and(|value| value >= Decimal::from(12) || !value.fract().is_zero())
}

/// Whether a number has digits enough to be known without its unit: "1,840 rivets", "rivets, 1,840 of them".
fn is_long(value: Option<Decimal>) -> bool {
    value.is_some_and(|value| significant(value) >= 3)
}
