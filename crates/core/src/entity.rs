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
    /// The forms by which the article names it, sorted; left out of a line where its name is the only one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<String>,
}

impl Entity {
    /// Whether the article names it by its name alone.
    #[must_use]
    pub fn has_one_form(&self) -> bool {
        matches!(self.mentions.as_slice(), [one] if *one == self.name)
    }
}
