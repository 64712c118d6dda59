//! What a run looked at, what it compared, and what it left out and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One article's row of the coverage table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleCoverage {
    /// File of the article.
    pub file: String,
    /// The outlet.
    pub source: String,
    /// The story.
    pub story: String,
    /// Publication date, or "" where unknown.
    pub published: String,
    /// What told the publication date: "metadata", "dateline", or "unknown".
    pub published_from: String,
    /// Sentences read.
    pub sentences: u32,
    /// Quantities found.
    pub quantities: u32,
    /// Temporal expressions found.
    pub times: u32,
    /// Claims built.
    pub claims: u32,
    /// Events built.
    pub events: u32,
    /// Claims and events that were aligned with another article, a relation or a reference.
    pub aligned: u32,
    /// Claims and events that a rule compared.
    pub compared: u32,
    /// Stretches of page furniture left out.
    pub furniture: u32,
    /// Bytes that could not be decoded.
    pub replaced: u32,
    /// What else to know: "no publication date: relative dates are unresolved".
    pub remark: String,
    /// Where the publication date is unknown, the first day that the text itself leaves possible; "" where it
    /// tells none.
    pub published_earliest: String,
    /// The last such day.
    pub published_latest: String,
}

/// An input that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Skipped {
    /// The file, with the line where there is one.
    pub place: String,
    /// Why.
    pub reason: String,
}

/// The coverage of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// A row an article, in order.
    pub articles: Vec<ArticleCoverage>,
    /// What could not be used.
    pub skipped: Vec<Skipped>,
    /// What lies in the folders and is no article of the run, which is no fault: hidden files, files of other
    /// sorts, copies of other files.
    pub left_out: Vec<Skipped>,
    /// Stories seen.
    pub stories: u32,
    /// Questions with at least two members.
    pub questions: u32,
    /// Reference rows read.
    pub references: u32,
}

impl Coverage {
    /// The sum of a column over all articles.
    #[must_use]
    pub fn total(&self, column: impl Fn(&ArticleCoverage) -> u32) -> u32 {
        self.articles.iter().map(column).fold(0, u32::saturating_add)
    }
}
