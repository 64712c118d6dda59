//! Assignment: per pair of articles the best matches, one to one.

use factcheck_core::{claim::Claim, question::Evidence, record::Records};
use rustc_hash::FxHashSet;

use super::{
    ClaimRef, Link, Slip, Values, bucket,
    copy::excludes,
    evidence::{Context, of_pair},
    facts::Facts,
    headline, others,
    value::{self, values},
    veto::{different_things, veto, veto_within},
    weights::weights,
};
use crate::score::Score;

/// Links below this are dropped: more likely wrong than right.
pub(super) const KEEP: f64 = 0.4;

/// Candidates whose surroundings speak more against them than this are not looked at any further.
const POOR: f64 = -5.0;

/// In a bucket of more claims than this only claims with a rare word in common are compared.
const SMALL: usize = 150;

/// Words that stand around more claims of a large bucket than this are not rare.
const COMMON: usize = 60;

/// Whether two articles, by their indices, are compared.
pub(super) type Wanted = fn(usize, usize) -> bool;

/// The links between the claims of different articles of a story, and between an article's headline and its text.
#[must_use]
pub fn align(story: &[Records], context: &Context) -> Vec<Link> {
    let mut links = links(story, context, |a, b| a != b);
    links.extend(headline::links(story));
    links.sort_by_key(|link| (link.a, link.b));
    links
}

/// The links between the articles that are wanted.
pub(super) fn links(story: &[Records], context: &Context, wanted: Wanted) -> Vec<Link> {
    let mut links = Vec::new();
    for candidates in weighed(context, wanted).chunk_by_mut(Candidate::is_of_articles) {
        others::weigh(story, context, candidates);
        assign(candidates, &mut links);
    }
    links
}

/// Why two claims of a story are or are not taken to answer one question.
#[derive(Clone, Debug)]
pub struct Why {
    /// Why they cannot, whatever else speaks for it.
    pub veto: Option<&'static str>,
    /// How their values stand to each other.
    pub values: Values,
    /// What speaks for and against it; empty where there is a veto.
    pub evidence: Vec<Evidence>,
    /// 0 to 1.
    pub confidence: f64,
    /// Whether they were paired in the end.
    pub paired: bool,
}

/// Everything that decided whether two claims were paired.
#[must_use]
pub fn why(story: &[Records], a: ClaimRef, b: ClaimRef) -> Why {
    if a.article != b.article {
        return decided(story, a, b);
    }
    headline::split(story).find(a, b).map_or_else(
        || Why {
            veto: Some("one article, and not its headline against its text"),
            values: values(a.of(story), b.of(story)),
            evidence: Vec::new(),
            confidence: 0.0,
            paired: false,
        },
        |(parts, a, b)| decided(parts, a, b),
    )
}

/// Everything that decided whether two claims of different articles were paired.
fn decided(story: &[Records], a: ClaimRef, b: ClaimRef) -> Why {
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let (left, right) = (a.of(story), b.of(story));
    let context = Context::of(story);
    let mut why = Why {
        veto: veto(&context, (a, b)),
        values: values(left, right),
        evidence: Vec::new(),
        confidence: 0.0,
        paired: false,
    };
    let mut candidates = weighed(&context, |a, b| a != b);
    candidates.retain(|candidate| (candidate.a.article, candidate.b.article) == (a.article, b.article));
    others::weigh(story, &context, &mut candidates);
    if let Some(candidate) = candidates.iter().find(|candidate| (candidate.a, candidate.b) == (a, b)) {
        why.evidence = candidate.score.evidence();
        why.confidence = candidate.score.confidence();
    }
    let mut links = Vec::new();
    assign(&mut candidates, &mut links);
    why.paired = links.iter().any(|link| (link.a, link.b) == (a, b));
    why
}

/// All candidates with what stands around them, those of two articles together.
fn weighed(context: &Context, wanted: Wanted) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut counts = vec![0; context.size()];
    for (key, members) in context.buckets() {
        for (a, b) in pairs(context, &members, &mut counts, wanted) {
            found.extend(candidate(context, key, (&context.rows()[a], &context.rows()[b])));
        }
    }
    found.sort_by_key(|candidate: &Candidate| (candidate.a.article, candidate.b.article));
    found
}

/// A possible link, with what its surroundings say.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) a: ClaimRef,
    pub(super) b: ClaimRef,
    pub(super) values: Values,
    /// What speaks for it while the values are hidden.
    pub(super) hidden: f64,
    /// What the number of others of that sort took away from that; never above nought.
    pub(super) crowd: f64,
    pub(super) score: Score,
}

impl Candidate {
    /// Whether both stand in the same two articles.
    fn is_of_articles(&self, other: &Self) -> bool {
        (self.a.article, self.b.article) == (other.a.article, other.b.article)
    }
}

/// The pairs of different articles that are worth a look, by their places: all of a small bucket, those with a rare word
/// in common of a large one. `counts` has a nought for each word of the story, before and after.
fn pairs(context: &Context, members: &[usize], counts: &mut [usize], wanted: Wanted) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut add = |sharing: &mut dyn Iterator<Item = (usize, usize)>| {
        let article = |place: usize| context.rows()[place].at.article;
        found.extend(sharing.filter(|(a, b)| wanted(article(*a), article(*b))));
    };
    let each = |sharing: usize| (0..sharing).flat_map(move |a| (a + 1..sharing).map(move |b| (a, b)));
    if members.len() <= SMALL {
        add(&mut each(members.len()).map(|(a, b)| (members[a], members[b])));
        return found;
    }
    let words = |place: &usize| context.plain(*place).iter().map(|word| *word as usize);
    for word in members.iter().flat_map(words) {
        counts[word] += 1;
    }
    let mut rare: Vec<(usize, usize)> = Vec::new();
    for place in members {
        rare.extend(
            words(place).filter(|word| (2..=COMMON).contains(&counts[*word])).map(|word| (word, *place)),
        );
    }
    for word in members.iter().flat_map(words) {
        counts[word] = 0;
    }
    rare.sort_unstable();
    for sharing in rare.chunk_by(|(word, _), (other, _)| word == other) {
        add(&mut each(sharing.len()).map(|(a, b)| (sharing[a].1, sharing[b].1)));
    }
    // Each pair once, whatever it shares.
    found.sort_unstable();
    found.dedup();
    found
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn candidate(context: &Context, key: &str, (one, other): (&Facts, &Facts)) -> Option<Candidate> {
    if veto_within(context, key, one, other).is_some() {
        return None;
    }
    let (left, right) = (one.claim, other.claim);
    let values = values(left, right);
    if values == Values::Unlike || (!values.agree() && different_things(key, left, right)) {
        return None;
    }
    let mut found = of_pair(context, one, other);
    let mut crowd = 0.0;
    let mut copied = false;
    for (feature, row) in found.iter_mut().zip(weights()) {
        copied |= row.name == "copy" && *feature > 0.0;
        *feature = (*feature * row.weight * 100.0).round() / 100.0;
        if row.name == "rivals" {
            crowd = *feature;
        }
    }
    let hidden = found.iter().sum();
    if !copied && key == bucket::BARE {
        return None;
    }
    let values = if copied && excludes(left, right) { Values::Apart(None) } else { values };
    (hidden >= POOR).then(|| {
        let mut score = Score::default();
        for (weight, row) in found.iter().zip(weights()).filter(|(weight, _)| **weight != 0.0) {
            score.add(row.what, *weight);
        }
        told(&mut score, left, right, values);
        let main = || is_near_quake(left, right) && context.are_main_quakes(one, other);
        if !values.agree() && main() {
            score.add("each is the largest magnitude of its article", 3.5);
        }
        // Where the same digits stand in both, they themselves tell which of many numbers is meant.
        let same = matches!(values, Values::Apart(Some(Slip::Magnitude | Slip::Unit | Slip::Direction)))
            || value::is_telling(left, right, values);
        if (same || values == Values::Twin) && crowd < 0.0 {
            score.add("equal digits tell which of them is meant", -crowd);
        }
        Candidate { a: one.at, b: other.at, values, hidden, crowd, score }
    })
}

/// What the values say for or against one question.
fn told(score: &mut Score, a: &Claim, b: &Claim, values: Values) {
    match values {
        Values::Twin => score.add("same printed value", value::surprise(a)),
        Values::Apart(Some(Slip::Direction)) => {
            score.add("same printed value", value::surprise(a));
            score.add("one rises and the other falls", -0.5);
        }
        Values::Apart(Some(slip @ (Slip::Magnitude | Slip::Unit))) => {
            score.add("the same digits", value::surprise(a));
            let what = if slip == Slip::Unit { "another unit" } else { "another magnitude" };
            score.add(what, -0.5);
        }
        // "At least five" leaves room for thousands, and does not mean them.
        Values::Meet if value::is_far_bound(a, b) => score.add("the values are very far apart", -2.5),
        Values::Meet => score.add("ranges meet", 0.6),
        Values::Unlike => {}
        Values::Apart(slip) => {
            score.add("the values differ", -2.0);
            // "No one was killed" against a toll is how disputes are told.
            let none = |claim: &Claim| claim.amount.value.is_some_and(|value| value.is_zero());
            if none(a) != none(b) && a.class == b.class && !a.class.is_empty() {
                score.add("one says that there were none", 2.5);
            }
            if value::is_vague(a) || value::is_vague(b) {
                score.add("one is only a rough number", -2.0);
            }
            match slip {
                Some(Slip::Digits) => score.add("one or two digits explain it", value::slip_tells(a, b)),
                Some(Slip::Rounding) => score.add("cut off instead of rounded", 1.5),
                Some(Slip::Direction | Slip::Magnitude | Slip::Unit) | None => near(score, a, b),
            }
        }
    }
}

/// Wrong figures are mostly near the right ones.
fn near(score: &mut Score, a: &Claim, b: &Claim) {
    // Nought is near nothing and far from nothing.
    let Some(ratio) = value::ratio(a, b) else { return };
    if a.class == "magnitude" {
        if is_near_quake(a, b) {
            score.add("the values are near each other", 0.8);
        } else {
            score.add("on this scale the values are very far apart", -4.5);
        }
        return;
    }
    if ratio < rust_decimal::Decimal::new(16, 1) {
        score.add("the values are near each other", 0.8);
    } else if ratio > rust_decimal::Decimal::TEN {
        score.add("the values are very far apart", -2.5);
    } else if ratio > rust_decimal::Decimal::new(4, 0) {
        score.add("the values are far apart", -1.2);
    }
}

/// Whether two magnitudes may be one quake's. The scale is logarithmic: half a step more is another quake.
fn is_near_quake(a: &Claim, b: &Claim) -> bool {
    a.class == "magnitude"
        && value::ratio(a, b).is_some_and(|ratio| ratio <= rust_decimal::Decimal::new(11, 1))
}

/// How much surer, in log odds, a mismatch must be than a pair of ranges that meet to come before it.
const MEETS: f64 = 2.0;

/// The best matches of two articles, one to one.
#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn assign(candidates: &mut [Candidate], links: &mut Vec<Link>) {
    candidates.sort_by(|x, y| {
        let twin = |candidate: &Candidate| candidate.values == Values::Twin;
        let rank = |candidate: &Candidate| {
            candidate.score.total() + if candidate.values == Values::Meet { MEETS } else { 0.0 }
        };
        twin(y).cmp(&twin(x)).then(rank(y).total_cmp(&rank(x))).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut taken: FxHashSet<ClaimRef> = FxHashSet::default();
    for candidate in candidates {
        let confidence = candidate.score.confidence();
        let free = !taken.contains(&candidate.a) && !taken.contains(&candidate.b);
        // What is said twice in one article agrees twice.
        let again = candidate.values == Values::Twin;
        if confidence < KEEP || !(free || again) {
            continue;
        }
        taken.extend([candidate.a, candidate.b]);
        links.push(Link {
            a: candidate.a,
            b: candidate.b,
            values: candidate.values,
            agrees: candidate.values.agree(),
            confidence,
            evidence: candidate.score.evidence(),
        });
    }
}
