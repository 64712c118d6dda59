//! Somebody or something that an article names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{place::Place, record::SchemaVersion};

/// An entity of one article, with the place of its fullest mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// The fullest mention.
    #[serde(flatten)]
    pub place: Place,
    /// The fullest name.
    pub name: String,
    /// The other forms by which the article names it, sorted.
    pub mentions: Vec<String>,
}
