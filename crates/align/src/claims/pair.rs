//! What two claims say of one matter each: whether it is the same time, part, verb, bearer, measure. Sees two claims alone.

use factcheck_core::claim::Claim;
use factcheck_syntax::wordnet;

use super::weights::group;

/// Days from which on a time is long past, and no part of the news.
const LONG_PAST: i64 = 60;

/// Whether a number is of a time that was long past when it was written. Last year's figures are the news of this year:
/// it must lie further back than it is long.
pub(super) fn is_long_past(claim: &Claim) -> bool {
    let Some((last, day)) = claim.period.latest.zip(claim.as_of) else { return false };
    (day - last).num_days() > LONG_PAST.max(claim.period.length().unwrap_or(0))
}

/// Whether both name the same day, week or month.
pub(super) fn is_one_time(a: &Claim, b: &Claim) -> bool {
    let days = a.period.ends().map(|(first, last)| (last - first).num_days());
    a.period == b.period && days.is_some_and(|days| days <= 31)
}

/// Whether both compare with the same time ("over the past year", "year on year"); half where they are reckoned or asked
/// for alike: "core", "offered".
pub(super) fn same_frame(a: &Claim, b: &Claim) -> f64 {
    let shared = |frame: bool| {
        let grouped = |basis: &&String| group(basis).is_some_and(|group| (group == "frame") == frame);
        a.basis.iter().filter(grouped).any(|basis| b.basis.contains(basis))
    };
    match (shared(true), shared(false)) {
        (true, _) => 1.0,
        (false, true) => 0.5,
        (false, false) => 0.0,
    }
}

/// Whether the bases differ although none excludes the other.
pub(super) fn bases(a: &Claim, b: &Claim) -> bool {
    fn of(claim: &Claim) -> impl Iterator<Item = &String> {
        claim.basis.iter().filter(|basis| group(basis).is_some_and(|group| group != "status"))
    }
    !of(a).eq(of(b))
}

/// The words that single out a part; a direction does not.
pub(super) fn part(claim: &Claim) -> impl Iterator<Item = &String> + Clone {
    claim.scope.iter().filter(|_| claim.class != "distance")
}

/// Whether both single out one part, whatever else they say of it: "the other two" and "two others outside".
pub(super) fn shares_part(a: &Claim, b: &Claim) -> bool {
    part(a).any(|word| part(b).any(|other| other == word))
}

/// Whether two verbs tell the same; `None` where one is missing.
pub(super) fn one_verb(a: &str, b: &str) -> Option<bool> {
    (!a.is_empty() && !b.is_empty()).then(|| a == b || wordnet::synonyms(a, b))
}
