//! A figure that an article itself says was given up for another: "which originally had rated the quake as 4.4".

use factcheck_align::claims::{Values, values};
use factcheck_core::{claim::Claim, record::Records};

/// Whether an article tells that the value of the one was revised to that of the other.
pub(crate) fn is_revised(story: &[Records], a: &Claim, b: &Claim) -> bool {
    let told = |old: &Claim, new: &Claim| {
        story.iter().any(|records| {
            let of = |one: &Claim, wanted: bool| {
                let same = |claim: &&Claim| {
                    is_given_up(claim) == wanted
                        && claim.class == one.class
                        && values(claim, one) == Values::Twin
                };
                records.claims.iter().any(|claim| same(&claim))
            };
            of(old, true) && of(new, false)
        })
    };
    told(a, b) || told(b, a)
}

fn is_given_up(claim: &Claim) -> bool {
    claim.basis.iter().any(|basis| basis == "given-up")
}
