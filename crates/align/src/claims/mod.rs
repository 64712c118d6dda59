//! Which claims answer one question: evidence without the values, then assignment with explain-away.
//!
//! Claims of one sort of unit are candidates (`bucket`). Hard vetoes come first (`veto`), then evidence from what
//! stands around the two numbers, with the values hidden (`evidence`, weights in `data/lexicon/evidence.csv`), then
//! what the values themselves say (`value`) and what the other numbers of both articles say (`others`). Per pair of
//! articles exact twins are paired first, then the best matches one to one (`assign`).

mod assign;
mod bucket;
mod copy;
mod evidence;
mod facts;
mod groups;
mod headline;
mod kin;
mod others;
mod pair;
mod period;
mod value;
mod veto;
mod weights;

use factcheck_core::{claim::Claim, question::Evidence, record::Records};

pub use self::{
    assign::{Why, align, why},
    evidence::{Context, features},
    groups::{Group, groups},
    period::period_slips,
    value::{Slip, Values, meets, values},
    veto::veto,
    weights::{FEATURES, Weight, weights},
};

/// A claim of a story: the article's index and the claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Index of the article in the story.
    pub article: usize,
    /// Index of the claim in the article.
    pub claim: usize,
}

impl ClaimRef {
    /// The claim.
    #[must_use]
    pub fn of(self, story: &[Records]) -> &Claim {
        &story[self.article].claims[self.claim]
    }
}

/// Two claims that are taken to answer one question.
#[derive(Clone, Debug)]
pub struct Link {
    /// The claim of the earlier article.
    pub a: ClaimRef,
    /// The claim of the later article.
    pub b: ClaimRef,
    /// How their values stand to each other.
    pub values: Values,
    /// Whether the values can hold together.
    pub agrees: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
}
