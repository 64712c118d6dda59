//! One document as it was read, before anything is understood of it.

use serde::{Deserialize, Serialize};

use crate::{span::Span, stamp::Stamp};

/// One article. Articles with different `story` are never compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Unique in a run; the file where none is given.
    pub id: String,
    /// Path relative to the path given, or the id for streams.
    pub file: String,
    /// The outlet.
    pub source: String,
    /// A title that stands beside the text; "" where the text carries its own headline.
    pub title: String,
    /// The text as read: all offsets point into it.
    pub text: String,
    /// BCP 47 tag, "" where unknown.
    pub language: String,
    /// Publication date, where known.
    pub published: Option<Stamp>,
    /// What told the publication date: "metadata", "dateline" or "" where it is unknown.
    pub published_from: String,
    /// Date of the last change, where known.
    pub updated: Option<Stamp>,
    /// Place of the dateline ("HONG KONG"), "" where none.
    pub dateline: String,
    /// Web address, "" where unknown.
    pub url: String,
    /// Articles of one story are compared with each other.
    pub story: String,
    /// The headline inside `text`, where there is one.
    pub headline: Option<Span>,
    /// Page furniture inside `text`, in order, not overlapping: it yields no claim and no event.
    pub furniture: Vec<Furniture>,
    /// Cells with numbers of the tables inside `text`, in order.
    #[serde(default)]
    pub cells: Vec<Cell>,
    /// Correction and update notes inside `text`.
    pub corrections: Vec<Span>,
    /// Bytes that could not be decoded and were replaced.
    pub replaced: u32,
    /// Of an article of a stream, what its text and all that is told of it but id, address and story come to; "" of a file.
    #[serde(default)]
    pub digest: String,
}

/// A cell of a table: what it says is of both its headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Where its words stand.
    pub span: Span,
    /// The heading of its row.
    pub row: Span,
    /// The heading of its column.
    pub column: Span,
}

/// A stretch of the text that belongs to the page and not to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// Subscription and sign-up lines.
    Subscription,
    /// Lists of other articles.
    Related,
    /// Photo credits and captions.
    Credit,
    /// Donation appeals.
    Donation,
    /// Bylines, datelines and time stamps: metadata, kept apart from the statements.
    Byline,
    /// Share bars, navigation, tickers, comments of readers, "back to top".
    Navigation,
}

impl Article {
    /// Whether a span lies in page furniture, even in part.
    #[must_use]
    pub fn is_furniture(&self, span: Span) -> bool {
        let from = self.furniture.partition_point(|piece| piece.span.end <= span.start);
        self.furniture[from..].first().is_some_and(|piece| piece.span.overlaps(span))
    }
}
