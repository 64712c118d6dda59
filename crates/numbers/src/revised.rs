//! A figure that an article itself says was given up for another: "was initially put at 5.8".

use factcheck_align::claims::{ClaimRef, Values, values};
use factcheck_core::{claim::Claim, record::Records};

/// The claims that tell of a figure that was given up; most stories have none.
pub(crate) fn given_up(story: &[Records]) -> Vec<ClaimRef> {
    let claims = |(article, records): (usize, &Records)| {
        let told = records.claims.iter().enumerate().filter(|(_, claim)| is_given_up(claim));
        told.map(|(claim, _)| ClaimRef { article, claim }).collect::<Vec<_>>()
    };
    story.iter().enumerate().flat_map(claims).collect()
}

/// Whether an article tells that the value of the one was revised to that of the other.
pub(crate) fn is_revised(story: &[Records], given_up: &[ClaimRef], a: &Claim, b: &Claim) -> bool {
    let same = |claim: &Claim, one: &Claim| claim.class == one.class && values(claim, one) == Values::Twin;
    let told = |old: &Claim, new: &Claim| {
        given_up
            .iter()
            .filter(|at| same(at.of(story), old))
            .any(|at| story[at.article].claims.iter().any(|claim| !is_given_up(claim) && same(claim, new)))
    };
    told(a, b) || told(b, a)
}

fn is_given_up(claim: &Claim) -> bool {
    claim.basis.iter().any(|basis| basis == "given-up")
}
