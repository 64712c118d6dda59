//! One rare value that two articles give to two times: one of them may have the wrong year or month.

use std::collections::{BTreeMap, BTreeSet};

use factcheck_core::{claim::Claim, record::Records};

use super::{
    ClaimRef, Link, Values, bucket,
    evidence::{Context, features},
    value::{significant, surprise, values},
    veto::{is_other_time, veto_at_any_time},
    weights::weights,
};
use crate::score::Score;

/// Digits that make a value rare.
const RARE: usize = 3;

/// Days of the shortest time that figures are reported for, a month. When something happened on which day is not a
/// question of numbers.
const MONTH: i64 = 27;

/// Pairs of claims of different articles that agree in a rare value and in all but the time. What has found its match
/// in `links` is left out.
#[must_use]
pub fn period_slips(story: &[Records], context: &Context, links: &[Link]) -> Vec<Link> {
    let fits = |at: (ClaimRef, ClaimRef)| {
        is_slip(at.0.of(story), at.1.of(story)) && veto_at_any_time(context, at).is_none()
    };
    let mut pairs = pairs(story, links);
    pairs.retain(|at| fits(*at));
    pairs.into_iter().map(|(a, b)| weigh(story, context, a, b)).collect()
}

/// The pairs of one rare value and sort.
fn pairs(story: &[Records], links: &[Link]) -> Vec<(ClaimRef, ClaimRef)> {
    let matched: BTreeSet<ClaimRef> =
        links.iter().filter(|link| link.agrees).flat_map(|link| [link.a, link.b]).collect();
    let mut by_value: BTreeMap<(String, String), Vec<ClaimRef>> = BTreeMap::new();
    for (article, records) in story.iter().enumerate() {
        for (index, claim) in records.claims.iter().enumerate() {
            let at = ClaimRef { article, claim: index };
            if let Some(value) = rare(claim).filter(|_| !matched.contains(&at))
                && let Some(key) = bucket::key(claim)
            {
                by_value.entry((key, value)).or_default().push(at);
            }
        }
    }
    let mut found = Vec::new();
    for members in by_value.values() {
        for (index, a) in members.iter().enumerate() {
            let others = members[index + 1..].iter().filter(|b| b.article != a.article);
            found.extend(others.map(|b| (*a, *b)));
        }
    }
    found
}

/// The printed value of a claim that names its time, if it is rare.
fn rare(claim: &Claim) -> Option<String> {
    let value = claim.amount.value?.normalize();
    let counts = !claim.amount.unit.name.is_empty();
    (counts && !claim.period.is_any() && significant(value) >= RARE).then(|| value.to_string())
}

/// Whether nothing but the time speaks against one question, and both times are of one length: two years, two months.
fn is_slip(a: &Claim, b: &Claim) -> bool {
    let days = |claim: &Claim| claim.period.ends().map(|(first, last)| (last - first).num_days());
    let alike = days(a).zip(days(b)).is_some_and(|(x, y)| x >= MONTH && x.abs_diff(y) <= 3);
    alike && is_other_time(a, b) && values(a, b) == Values::Twin && a.amount.direction == b.amount.direction
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn weigh(story: &[Records], context: &Context, a: ClaimRef, b: ClaimRef) -> Link {
    let mut score = Score::default();
    for (feature, row) in features(context, (a, b)).iter().zip(weights()) {
        let weight = (feature * row.weight * 100.0).round() / 100.0;
        // That the times meet is what is not so.
        if weight != 0.0 && row.name != "period" {
            score.add(row.what, weight);
        }
    }
    score.add("same printed value", surprise(a.of(story)));
    score.add("the times differ", -2.0);
    let confidence = score.confidence();
    Link { a, b, values: Values::Twin, agrees: false, confidence, evidence: score.evidence() }
}
