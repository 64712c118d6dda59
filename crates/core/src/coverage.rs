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
    /// Of an archive, what has no row of its own.
    pub unlisted: Counts,
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

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Articles.
    pub articles: u64,
    /// Articles of which no publication date is known.
    pub undated: u64,
    /// Sentences read.
    pub sentences: u64,
    /// Quantities found.
    pub quantities: u64,
    /// Temporal expressions found.
    pub times: u64,
    /// Claims built.
    pub claims: u64,
    /// Events built.
    pub events: u64,
    /// Claims and events that were aligned.
    pub aligned: u64,
    /// Claims and events that a rule compared.
    pub compared: u64,
    /// Stretches of page furniture left out.
    pub furniture: u64,
    /// Bytes that could not be decoded.
    pub replaced: u64,
    /// Inputs that could not be used.
    pub skipped: u64,
    /// What is no article of the run, which is no fault.
    pub left_out: u64,
}

impl Counts {
    /// Counts an article.
    pub fn add(&mut self, row: &ArticleCoverage) {
        self.articles += 1;
        self.undated += u64::from(row.published.is_empty());
        for (sum, more) in [
            (&mut self.sentences, row.sentences),
            (&mut self.quantities, row.quantities),
            (&mut self.times, row.times),
            (&mut self.claims, row.claims),
            (&mut self.events, row.events),
            (&mut self.aligned, row.aligned),
            (&mut self.compared, row.compared),
            (&mut self.furniture, row.furniture),
            (&mut self.replaced, row.replaced),
        ] {
            *sum += u64::from(more);
        }
    }

    /// Counts what was counted elsewhere.
    pub fn join(&mut self, other: &Self) {
        self.articles += other.articles;
        self.undated += other.undated;
        self.sentences += other.sentences;
        self.quantities += other.quantities;
        self.times += other.times;
        self.claims += other.claims;
        self.events += other.events;
        self.aligned += other.aligned;
        self.compared += other.compared;
        self.furniture += other.furniture;
        self.replaced += other.replaced;
        self.skipped += other.skipped;
        self.left_out += other.left_out;
    }
}

impl Coverage {
    /// All that was counted, listed or not.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = self.unlisted;
        self.articles.iter().for_each(|row| counts.add(row));
        counts.skipped += self.skipped.len() as u64;
        counts.left_out += self.left_out.len() as u64;
        counts
    }
}
