//! A claim: a quantity *of* something.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    place::Place,
    quantity::Amount,
    record::{self, SchemaVersion},
    window::Window,
    words,
};

/// What sort of number a claim gives.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
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
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

/// How firmly something is stated.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
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

impl Claim {
    /// A claim of which only the amount is known.
    #[must_use]
    pub fn empty(amount: Amount) -> Self {
        Self {
            schema_version: SchemaVersion,
            id: String::new(),
            place: Place::default(),
            amount,
            measure: String::new(),
            subject: String::new(),
            object: String::new(),
            location: String::new(),
            period: Window::ANY,
            as_of: None,
            claim_kind: Kind::default(),
            basis: Vec::new(),
            polarity: Polarity::default(),
            speaker: String::new(),
            quoted: false,
            modality: Modality::default(),
            class: String::new(),
            near: Vec::new(),
            names: Vec::new(),
            verb: String::new(),
            anchor: String::new(),
            scope: Vec::new(),
            terms: Vec::new(),
            sentence: String::new(),
            sentence_start: 0,
        }
    }
}

/// A quantity of something, as one article states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    /// The measure's row in the table of measures: "death", "depth"; "" where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class: String,
    /// Lemmas of the content words right around the quantity, sorted: what it is tied to.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "words::serialize",
        deserialize_with = "words::deserialize"
    )]
    #[schemars(with = "words::Words")]
    pub near: Vec<String>,
    /// Names that stand with the quantity, by the article's fullest forms, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Lemma of the verb that stands nearest; "" where none does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub verb: String,
    /// The name that comes right behind: "Santa Rosa" in "26 miles north of Santa Rosa"; "" where none does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anchor: String,
    /// Words that say which part of a whole is counted ("more", "inside") or in which direction a distance runs, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
    /// Lemmas of the content words of the clause, sorted: evidence for alignment.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "words::serialize",
        deserialize_with = "words::deserialize"
    )]
    #[schemars(with = "words::Words")]
    pub terms: Vec<String>,
    /// The sentence.
    pub sentence: String,
    /// First code point of the sentence in the field; left out of a line where the quote stands first in the sentence at
    /// its own place.
    #[serde(default = "record::untold", skip_serializing_if = "record::is_untold")]
    pub sentence_start: u32,
}

impl Claim {
    /// Empties what only comparing needs and no table of a report shows: of an archive it would fill the memory.
    pub fn forget_evidence(&mut self) {
        self.class = String::new();
        self.near = Vec::new();
        self.names = Vec::new();
        self.verb = String::new();
        self.anchor = String::new();
        self.scope = Vec::new();
        self.terms = Vec::new();
    }
}
