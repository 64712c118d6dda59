//! A place inside one field of one article, in bytes.
//!
//! Bytes are the currency inside; records carry code points, lines and columns (see [`crate::place`]).

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which text of the article a span points into.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// A title that is not part of the text (from JSONL or `sources.csv`).
    Title,
    /// The text itself.
    #[default]
    Text,
    /// The caption of a picture.
    Caption,
    /// A cell of a table.
    Cell,
}

/// `start..end` in bytes of a field, end exclusive, both on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From `start` to `end`; texts beyond 4 GiB are cut off by the input limits long before.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: byte(start), end: byte(end) }
    }

    /// As a range to index a string with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether some byte is in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text of the span, or "" if it lies outside or cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
