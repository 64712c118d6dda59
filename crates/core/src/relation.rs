//! A statement *between* claims or events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    place::Place,
    range::Range,
    record::{self, SchemaVersion},
    unit::Unit,
};

/// What sort of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RelationType {
    /// Claim `from` is the change that led to the level `to` ("rose one quarter to 2.14 million").
    ChangeTo,
    /// Claim `from` is the share that the level `to` has of a whole ("2.0 million, a third of its total").
    ShareOf,
    /// Claim `from` is a part of the whole `to` ("24 people, including 12 children"); `soft` where there may be other
    /// parts.
    PartOf,
    /// Level `from` is said to be less than level `to` ("55 will not replace 155").
    LessThan,
    /// Level `from` is said to be more than level `to`.
    MoreThan,
    /// The same amount in another unit ("$141bn (€110bn)").
    Equivalent,
    /// Event `from` lies `low` to `high` days before event `to` ("just weeks before").
    Before,
    /// Event `from` is an anniversary of event `to`; `low` to `high` years.
    Anniversary,
    /// Event `from` is the first of its kind in `low` to `high` days ("the first meeting in 22 days").
    FirstIn,
    /// `low` to `high` days have gone from event `to` until the day of writing ("in the nearly two years since").
    Elapsed,
}

/// A relation between two records of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relation {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// The words that state it.
    #[serde(flatten)]
    pub place: Place,
    /// What sort of statement.
    #[serde(rename = "type")]
    pub relation_type: RelationType,
    /// Id of the claim or event that it starts from.
    pub from: String,
    /// Id of the claim or event that it leads to.
    pub to: String,
    /// How much, where the relation has an amount.
    #[serde(flatten)]
    pub amount: Range,
    /// Unit of the amount: `day`, `year`, `percent`.
    #[serde(flatten)]
    pub unit: Unit,
    /// Whether the words leave room ("just weeks").
    pub soft: bool,
    /// The sentence.
    pub sentence: String,
    /// First code point of the sentence in the field; left out of a line where the quote stands first in the sentence at
    /// its own place.
    #[serde(default = "record::untold", skip_serializing_if = "record::is_untold")]
    pub sentence_start: u32,
}
