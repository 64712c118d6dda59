//! A claim: a quantity *of* something.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{place::Place, quantity::Amount, record::SchemaVersion, window::Window};

/// What sort of number a claim gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How much there is, flows or costs.
    #[default]
    Level,
    /// By how much a level changed.
    Change,
    /// A part of a whole.
    Share,
    /// Something per something.
    Rate,
    /// How many.
    Count,
    /// A place in an order.
    Rank,
    /// The most or least so far.
    Record,
}

/// Whether a statement affirms or denies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

/// How firmly something is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// As a fact.
    #[default]
    Stated,
    /// As planned or foreseen.
    Expected,
    /// As possible, asked for or supposed.
    Possible,
}

/// A quantity of something, as one article states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// Where the quantity stands.
    #[serde(flatten)]
    pub place: Place,
    /// How much.
    #[serde(flatten)]
    pub amount: Amount,
    /// The quantity's record; empty for a derived claim.
    pub quantity: String,
    /// What is measured, by its lemma: "capacity", "oil import", "death".
    pub measure: String,
    /// Whose it is, as the article's fullest name for it; "" where unknown.
    pub subject: String,
    /// The other party or the thing concerned; "" where unknown.
    pub object: String,
    /// Where; "" where unknown.
    #[serde(rename = "place")]
    pub location: String,
    /// The period that the number is about.
    pub period: Window,
    /// The day on which it held, where the article says so or by its publication date.
    pub as_of: Option<NaiveDate>,
    /// What sort of number.
    #[serde(rename = "claim_kind")]
    pub claim_kind: Kind,
    /// What makes it incomparable with others of its measure: "year-on-year", "core", "net" ..., sorted.
    pub basis: Vec<String>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// Who says so, where it is not the article itself; "" otherwise.
    pub speaker: String,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// How firmly.
    pub modality: Modality,
    /// Lemmas of the content words of the clause, sorted: evidence for alignment.
    pub terms: Vec<String>,
    /// The sentence.
    pub sentence: String,
    /// First code point of the sentence in the field.
    pub sentence_start: u32,
}
