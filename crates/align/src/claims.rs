//! Which claims of different articles answer one question: assignment with explain-away.
//!
//! Per pair of articles and unit, exact twins are paired first, then the best matches one to one; a mismatch
//! whose value stands elsewhere in the other article is explained away, which is evidence against it. Hard
//! vetoes come before any evidence.

use std::collections::BTreeMap;

use factcheck_core::{
    claim::{Claim, Kind, Modality},
    question::Evidence,
    record::Records,
};
use factcheck_syntax::{Upos, wordnet};

use crate::{names::may_be_one, score::Score, terms::Frequencies};

/// A claim of a story: the article's index and the claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimRef {
    /// Index of the article in the story.
    pub article: usize,
    /// Index of the claim in the article.
    pub claim: usize,
}

/// Two claims of different articles that are taken to answer one question.
#[derive(Clone, Debug)]
pub struct Link {
    /// The claim of the earlier article.
    pub a: ClaimRef,
    /// The claim of the later article.
    pub b: ClaimRef,
    /// Whether the ranges can meet.
    pub agrees: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
}

/// Links below this are dropped: more likely wrong than right.
const KEEP: f64 = 0.5;

/// The links between the claims of a story.
#[must_use]
pub fn align(story: &[Records]) -> Vec<Link> {
    let frequencies =
        Frequencies::of(story.iter().flat_map(|records| &records.claims).map(|claim| claim.terms.as_slice()));
    let mut links = Vec::new();
    for a in 0..story.len() {
        for b in a + 1..story.len() {
            links.extend(assign(story, a, b, &frequencies));
        }
    }
    links
}

/// The best matches of two articles, one to one.
fn assign(story: &[Records], a: usize, b: usize, frequencies: &Frequencies) -> Vec<Link> {
    let mut candidates = Vec::new();
    for (i, left) in story[a].claims.iter().enumerate() {
        for (j, right) in story[b].claims.iter().enumerate() {
            if veto(left, right).is_some() {
                continue;
            }
            let agrees = meets(left, right);
            let mut score = score(left, right, agrees, frequencies);
            if is_rare_unit(left, &story[a]) && is_rare_unit(right, &story[b]) {
                score.add("a unit that neither article uses for anything else", 1.5);
            }
            if !agrees {
                explain_away(&mut score, left, &story[b]);
                explain_away(&mut score, right, &story[a]);
            }
            let confidence = score.confidence();
            if confidence >= KEEP {
                let (a, b) = (ClaimRef { article: a, claim: i }, ClaimRef { article: b, claim: j });
                candidates.push((
                    is_twin(left, right),
                    Link { a, b, agrees, confidence, evidence: score.evidence },
                ));
            }
        }
    }
    candidates.sort_by(|(twin_x, x), (twin_y, y)| {
        twin_y.cmp(twin_x).then(y.confidence.total_cmp(&x.confidence)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut taken = std::collections::BTreeSet::new();
    let mut links: Vec<Link> = candidates
        .into_iter()
        .filter(|(_, link)| {
            let free = !taken.contains(&(0, link.a.claim)) && !taken.contains(&(1, link.b.claim));
            if free {
                taken.insert((0, link.a.claim));
                taken.insert((1, link.b.claim));
            }
            free
        })
        .map(|(_, link)| link)
        .collect();
    links.sort_by_key(|link| (link.a, link.b));
    links
}

/// Whether the ranges of two claims of comparable units can meet.
#[must_use]
pub fn meets(a: &Claim, b: &Claim) -> bool {
    let converted = b.amount.unit.convert(b.amount.allowed, &a.amount.unit);
    converted.is_none_or(|range| range.meets(a.amount.allowed))
}

/// A physical unit, no currency and no share, that the article uses once or twice.
fn is_rare_unit(claim: &Claim, article: &Records) -> bool {
    let unit = &claim.amount.unit;
    let physical = unit.scale().is_some_and(|scale| {
        !scale.dimension.starts_with("currency")
            && !scale.dimension.starts_with("count")
            && scale.dimension != "share"
    });
    let uses = article.claims.iter().filter(|other| other.amount.unit.is_comparable(unit)).count();
    physical && uses <= 2
}

/// The same printed value in the same unit.
fn is_twin(a: &Claim, b: &Claim) -> bool {
    a.amount.value.is_some() && a.amount.value == b.amount.value && a.amount.unit == b.amount.unit
}

/// Why two claims cannot answer one question, whatever else speaks for it.
#[must_use]
pub fn veto(a: &Claim, b: &Claim) -> Option<&'static str> {
    if !is_comparable_unit(a, b) {
        return Some("different units");
    }
    if (a.claim_kind == Kind::Change) != (b.claim_kind == Kind::Change) {
        return Some("a change and a level");
    }
    if (a.claim_kind == Kind::Share) != (b.claim_kind == Kind::Share) {
        return Some("a share and a level");
    }
    if (a.modality == Modality::Possible) != (b.modality == Modality::Possible) {
        return Some("possible and stated");
    }
    if a.basis != b.basis {
        return Some("different basis");
    }
    if !a.period.is_any() && !b.period.is_any() && !a.period.meets(b.period) {
        return Some("different periods");
    }
    if a.polarity != b.polarity {
        return Some("one is denied");
    }
    None
}

/// Amounts of one dimension; counted nouns by their last word, so that "home" meets "burnt home".
fn is_comparable_unit(a: &Claim, b: &Claim) -> bool {
    let (a, b) = (&a.amount.unit, &b.amount.unit);
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let nouns = a.code.is_none() && b.code.is_none() && a.scale().is_none() && b.scale().is_none();
    // Lengths of time are the timeline's; bare numbers say nothing of what they count.
    let measures_time =
        |unit: &factcheck_core::unit::Unit| unit.scale().is_some_and(|scale| scale.dimension == "time");
    !a.name.is_empty()
        && !measures_time(a)
        && !measures_time(b)
        && (a.is_comparable(b) || (nouns && last(&a.name) == last(&b.name)))
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn score(a: &Claim, b: &Claim, agrees: bool, frequencies: &Frequencies) -> Score {
    let mut score = Score::default();
    score.add("prior of two claims of one unit", -3.5);
    let (share, sum) = frequencies.overlap(&a.terms, &b.terms);
    score.add("words in common around them", 5.0 * share + 0.15 * sum.min(12.0));
    measures(&mut score, &a.measure, &b.measure);
    parties(&mut score, "subject", &a.subject, &b.subject);
    parties(&mut score, "object", &a.object, &b.object);
    if a.claim_kind != b.claim_kind {
        score.add("different kinds of number", -1.0);
    }
    if is_twin(a, b) {
        score.add("same printed value", if is_rare(a) { 3.0 } else { 1.0 });
    } else if agrees {
        score.add("ranges meet", 0.5);
    }
    score
}

/// A value that two outlets rarely print by chance: three significant digits or more.
fn is_rare(claim: &Claim) -> bool {
    let digits = claim.amount.value.map(|value| value.normalize().mantissa().unsigned_abs().to_string());
    digits.is_some_and(|digits| digits.trim_end_matches('0').len() >= 3)
}

fn measures(score: &mut Score, a: &str, b: &str) {
    let head = |words: &str| words.rsplit(' ').next().unwrap_or_default().to_owned();
    let (x, y) = (head(a), head(b));
    if x.is_empty() || y.is_empty() {
        return;
    }
    if x == y {
        score.add("same measure", if a == b { 1.5 } else { 1.0 });
    } else if wordnet::related(&x, &y) || wordnet::synonyms(&x, &y) {
        score.add("related measures", 0.7);
    } else if wordnet::antonyms(&x, &y) {
        score.add("opposite measures", -4.0);
    } else if wordnet::has(&x, Upos::Noun) && wordnet::has(&y, Upos::Noun) {
        score.add("different measures", -1.2);
    }
}

fn parties(score: &mut Score, role: &str, a: &str, b: &str) {
    if a.is_empty() || b.is_empty() {
        return;
    }
    if may_be_one(a, b) {
        score.add(&format!("same {role}"), 0.8);
    } else {
        score.add(&format!("different {role}s"), -1.2);
    }
}

/// A mismatch is less likely one question if the claim's own value stands elsewhere in the other article.
fn explain_away(score: &mut Score, claim: &Claim, other: &Records) {
    let elsewhere = other.claims.iter().any(|candidate| {
        veto(claim, candidate).is_none() && (is_twin(claim, candidate) || same_amount(claim, candidate))
    });
    if elsewhere {
        score.add("the value stands elsewhere in the other article", -2.0);
    }
}

fn same_amount(a: &Claim, b: &Claim) -> bool {
    a.amount.unit == b.amount.unit && a.amount.value.is_none() && a.amount.allowed == b.amount.allowed
}

/// Claims that hang together by links, each group in order; claims without a link are in none.
#[must_use]
pub fn groups(links: &[Link]) -> Vec<Vec<ClaimRef>> {
    let mut leader: BTreeMap<ClaimRef, ClaimRef> = BTreeMap::new();
    for link in links {
        leader.entry(link.a).or_insert(link.a);
        leader.entry(link.b).or_insert(link.b);
        let (x, y) = (leader_of(&leader, link.a), leader_of(&leader, link.b));
        leader.insert(x.max(y), x.min(y));
    }
    let mut groups: BTreeMap<ClaimRef, Vec<ClaimRef>> = BTreeMap::new();
    for member in leader.keys() {
        groups.entry(leader_of(&leader, *member)).or_default().push(*member);
    }
    groups.into_values().collect()
}

fn leader_of(leader: &BTreeMap<ClaimRef, ClaimRef>, mut at: ClaimRef) -> ClaimRef {
    while let Some(up) = leader.get(&at).filter(|up| **up != at) {
        at = *up;
    }
    at
}
