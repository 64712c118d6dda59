//! What the other numbers of two articles say of a mismatch: its value stands elsewhere, another number fits as well, or
//! all the others have found their match. This is evidence, and no veto.

use factcheck_core::{claim::Claim, record::Records};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    ClaimRef, Slip, Values,
    assign::{Candidate, KEEP},
    evidence::Context,
    value::{self, values},
};

/// From here on two numbers that agree have found each other and are no rivals of what is left.
const SETTLED: f64 = 0.6;

/// Numbers below this stand in a text for many things.
const TELLING: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Adds to the candidates of two articles what the others say of them.
pub(super) fn weigh(story: &[Records], context: &Context, candidates: &mut [Candidate]) {
    if candidates.iter().all(|candidate| candidate.values.agree()) {
        return;
    }
    explain_away(story, context, candidates);
    let settled = settled(candidates);
    thin_out(story, context, candidates, &settled);
    rivals(story, candidates, &settled);
    strangers(story, candidates);
}

/// The numbers that agree with one of the other article.
fn settled(candidates: &[Candidate]) -> FxHashSet<ClaimRef> {
    let sure = candidates
        .iter()
        .filter(|candidate| candidate.values.agree() && candidate.score.confidence() >= SETTLED);
    sure.flat_map(|candidate| [candidate.a, candidate.b]).collect()
}

/// Numbers that have found their match, or that cannot be meant, crowd the others no more.
#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn thin_out(
    story: &[Records],
    context: &Context,
    candidates: &mut [Candidate],
    settled: &FxHashSet<ClaimRef>,
) {
    let is_open = |candidate: &Candidate| !candidate.values.agree() && candidate.crowd < 0.0;
    if !candidates.iter().any(is_open) {
        return;
    }
    let mut met: FxHashMap<ClaimRef, Vec<ClaimRef>> = FxHashMap::default();
    for candidate in candidates.iter() {
        met.entry(candidate.a).or_default().push(candidate.b);
        met.entry(candidate.b).or_default().push(candidate.a);
    }
    for candidate in candidates.iter_mut().filter(|candidate| is_open(candidate)) {
        let (a, b) = (candidate.a, candidate.b);
        let crowd = |at: ClaimRef| f64::from(context.facts(at).all);
        let all = crowd(a).ln() + crowd(b).ln();
        let free = rest(story, a, &met[&b], settled).ln() + rest(story, b, &met[&a], settled).ln();
        if free == 0.0 && all > 0.0 {
            candidate.score.add("no others of that sort are left", 0.8);
        }
        if free < all {
            let weight = (-candidate.crowd * (1.0 - free / all) * 100.0).round() / 100.0;
            candidate.score.add("others of that sort have found their match or cannot be meant", weight);
        }
    }
}

/// How many numbers of its measure can be meant by the other number and have found no match, itself among them.
fn rest(story: &[Records], own: ClaimRef, met: &[ClaimRef], settled: &FxHashSet<ClaimRef>) -> f64 {
    let class = &own.of(story).class;
    let free = met.iter().filter(|at| **at == own || (at.of(story).class == *class && !settled.contains(at)));
    f64::from(u32::try_from(free.count().max(1)).unwrap_or(u32::MAX))
}

/// A mismatch is less likely one question if the claim's own value stands elsewhere in the other article.
fn explain_away(story: &[Records], context: &Context, candidates: &mut [Candidate]) {
    for candidate in candidates {
        if candidate.values.agree() {
            continue;
        }
        let sides = [(candidate.a, candidate.b), (candidate.b, candidate.a)];
        let elsewhere = sides.iter().any(|(own, other)| {
            let claim = own.of(story);
            // Whatever the unit: numbers that are equal are few, and all else is looked at for those alone.
            let equal = |another: &Claim| another.amount.value == claim.amount.value;
            story[other.article].claims.iter().enumerate().filter(|(_, it)| equal(it)).any(
                |(index, another)| {
                    let same_way = candidate.values != Values::Apart(Some(Slip::Direction))
                        || another.amount.direction == claim.amount.direction;
                    // "48 kilowatt-hours and the larger one of 64": the unit may be left out. Small numbers stand anywhere,
                    // and where a measure is known, it tells.
                    let bare = another.amount.unit.name.is_empty()
                        && claim.class.is_empty()
                        && another.amount.value.is_some_and(|value| value >= TELLING);
                    let twin = || {
                        same_way
                            && values(claim, another) == Values::Twin
                            && context.facts(ClaimRef { claim: index, ..*other }).sort
                                == context.facts(*own).sort
                    };
                    index != other.claim && (bare || twin())
                },
            )
        });
        if elsewhere {
            candidate.score.add("the value stands elsewhere in the other article", -3.5);
        }
    }
}

/// A mismatch is less likely one question between articles of which no other numbers agree: they may tell of two events.
fn strangers(story: &[Records], candidates: &mut [Candidate]) {
    let article = |at: ClaimRef| &story[at.article].article.id;
    // A headline tells of what its text tells.
    if candidates.first().is_none_or(|one| article(one.a) == article(one.b)) {
        return;
    }
    let agree =
        candidates.iter().any(|candidate| candidate.values.agree() && candidate.score.confidence() >= KEEP);
    if !agree {
        for candidate in candidates.iter_mut().filter(|candidate| !candidate.values.agree()) {
            candidate.score.add("no other numbers of the two articles agree", -0.8);
        }
    }
}

/// A mismatch is less likely one question if another number of the other article fits as well.
#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn rivals(story: &[Records], candidates: &mut [Candidate], settled: &FxHashSet<ClaimRef>) {
    // Where the same digits stand in both, they themselves tell which number is meant.
    let told = |candidate: &Candidate| {
        let Candidate { a, b, values, .. } = *candidate;
        matches!(values, Values::Apart(Some(Slip::Magnitude | Slip::Unit | Slip::Direction)))
            || values.agree()
            || value::is_telling(a.of(story), b.of(story), values)
    };
    if candidates.iter().all(told) {
        return;
    }
    let mut best: FxHashMap<ClaimRef, Vec<(f64, ClaimRef)>> = FxHashMap::default();
    for candidate in candidates.iter() {
        best.entry(candidate.a).or_default().push((candidate.hidden, candidate.b));
        best.entry(candidate.b).or_default().push((candidate.hidden, candidate.a));
    }
    for candidate in candidates.iter_mut().filter(|candidate| !told(candidate)) {
        let ends = [(candidate.a, candidate.b), (candidate.b, candidate.a)];
        // "60 metres (200 feet)": the same amount twice is no rival.
        let same = |x: ClaimRef, y: ClaimRef| values(x.of(story), y.of(story)).agree();
        let rival = ends.iter().any(|(own, other)| {
            let fits = |hidden: f64| hidden > candidate.hidden - 0.5;
            best[own].iter().any(|(hidden, another)| {
                another != other && fits(*hidden) && !settled.contains(another) && !same(*another, *other)
            })
        });
        if rival {
            candidate.score.add("another number fits as well", -1.5);
        }
    }
}
