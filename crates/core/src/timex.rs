//! A temporal expression: its TIMEX3 type and value, and the calendar interval that it means.

use chrono::NaiveTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{place::Place, range::Range, record::SchemaVersion, window::Window};

/// The four types of TIMEX3.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day or something longer on the calendar.
    #[default]
    Date,
    /// A part of a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// What a temporal expression means, wherever it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    /// TIMEX3 type.
    pub timex_type: TimexType,
    /// TIMEX3 value: "2023-10-17", "2023-W42", "P2D", "PXW", `PRESENT_REF`.
    pub value: String,
    /// TIMEX3 modifier where there is one: "START", "MID", "END", "APPROX", `LESS_THAN` ...
    pub modifier: Option<&'static str>,
    /// The days within which a DATE or TIME lies, or that a DURATION anchored to the calendar covers.
    /// Unbounded where nothing is known.
    pub window: Window,
    /// The time of day, where given.
    pub clock: Option<Clock>,
    /// For durations, the length in days that the words allow ("nearly two years", "weeks").
    pub length: Option<Range>,
    /// Whether the window rests on the publication date (relative expressions).
    pub relative: bool,
}

/// A time of day with the zone that the words name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// First possible time.
    pub earliest: NaiveTime,
    /// Last possible time.
    pub latest: NaiveTime,
    /// Minutes east of UTC, where the words tell.
    pub offset: Option<i32>,
}

/// A temporal expression in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Time {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// TIMEX3 type.
    pub timex_type: TimexType,
    /// TIMEX3 value.
    pub timex_value: String,
    /// First possible day or minute, ISO 8601; null where unbounded.
    pub earliest: Option<String>,
    /// Last possible day or minute, ISO 8601; null where unbounded.
    pub latest: Option<String>,
    /// The `quantity` record of the same words, for durations.
    pub same_as: Option<String>,
}
