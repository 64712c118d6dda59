//! A printed number with its unit: what the words allow, and what they say exactly.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{place::Place, range::Range, record::SchemaVersion, unit::Unit};

/// How exactly a number is meant.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Approximation {
    /// As printed.
    #[default]
    Exact,
    /// "about", "some", "nearly", "roughly".
    About,
    /// "more than", "over".
    MoreThan,
    /// "less than", "under".
    LessThan,
    /// "at least".
    AtLeast,
    /// "at most", "up to".
    AtMost,
}

impl Approximation {
    /// Whether the words leave room: such a number makes a warning, not a conflict.
    #[must_use]
    pub fn is_soft(self) -> bool {
        self == Self::About
    }
}

/// Whether a number is a rise or a fall.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Direction {
    /// Neither.
    #[default]
    #[serde(rename = "")]
    None,
    /// A rise.
    #[serde(rename = "up")]
    Up,
    /// A fall.
    #[serde(rename = "down")]
    Down,
}

/// An amount: the value that is printed and the range that its words allow, both in `unit`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// What the words allow. For a printed range ("10 to 15") its two ends.
    #[serde(flatten)]
    pub allowed: Range,
    /// The printed value with its magnitude ("2.14 million" is 2140000); `None` for ranges and "dozens".
    pub value: Option<Decimal>,
    /// Whether a range was printed.
    #[serde(rename = "range")]
    pub is_range: bool,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// Rise or fall.
    pub direction: Direction,
    /// The unit.
    #[serde(flatten)]
    pub unit: Unit,
}

/// A quantity in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// How much.
    #[serde(flatten)]
    pub amount: Amount,
    /// Whether the unit's word or symbol means several units and nothing around it decides ("ton", "pound", "$"):
    /// it stands as printed and converts to nothing. Only written where it is true.
    #[serde(default, skip_serializing_if = "is_false")]
    pub ambiguous: bool,
    /// Whether a correction note of the article says that it was wrong. Only written where it is true.
    #[serde(default, skip_serializing_if = "is_false")]
    pub withdrawn: bool,
    /// The `time` record of the same words, for durations.
    pub same_as: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(flag: &bool) -> bool {
    !flag
}
