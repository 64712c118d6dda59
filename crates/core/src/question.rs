//! What several claims answer, or the one event that several mentions mean: the group that is compared.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One piece of evidence for or against two records being about the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it is, in words: "same rare value", "no common subject".
    pub what: Cow<'static, str>,
    /// Its weight in log odds.
    pub weight: f64,
}

/// A group of records that are compared with each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about, in a few words.
    pub topic: String,
    /// Ids of the members, in order.
    pub members: Vec<String>,
    /// How sure it is that all members are about the same thing, 0 to 1: the weakest link.
    pub confidence: f64,
    /// Why the members stand together.
    pub evidence: Vec<Evidence>,
}

/// The members of a question that can hold together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// "a", "b", ...
    pub position: String,
    /// Lower end in `unit`, as a decimal or an ISO date; null where unbounded.
    pub low: Option<String>,
    /// Upper end in `unit`; null where unbounded.
    pub high: Option<String>,
    /// Unit of both; "" for dates.
    pub unit: String,
    /// How many independent origins stand behind it.
    pub origins: u32,
    /// The newest source behind it.
    pub newest: String,
}
