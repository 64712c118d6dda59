//! A table as every tabular format sees it: named columns, and cells that say what they hold, so that a format
//! can write a number as a number and must not guess from the text.

use std::borrow::Cow;

use chrono::NaiveDate;
use factcheck_core::stamp::Stamp;
use rust_decimal::Decimal;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words of ours, or a name.
    Text(Cow<'a, str>),
    /// Words of an article, verbatim.
    Quote(Cow<'a, str>),
    /// A number.
    Number(Decimal),
    /// A day, or a day with a time.
    Date(Stamp),
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub(crate) fn quote(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Quote(text.into()) }
    }

    pub(crate) fn count(count: u32) -> Self {
        Self::Number(count.into())
    }

    pub(crate) fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, |day| Self::Date(Stamp::day(day)))
    }

    /// The day of a publication date as records write it; text where it is none.
    pub(crate) fn published(text: &'a str) -> Self {
        text.parse::<Stamp>().map_or_else(|_| Self::text(text), |stamp| Self::day(Some(stamp.date)))
    }

    /// One end of a range as findings write it: a decimal or an ISO date.
    pub(crate) fn bound(text: Option<&'a str>) -> Self {
        let Some(text) = text else { return Self::Empty };
        if let Ok(number) = text.parse() {
            return Self::Number(number);
        }
        text.parse().map_or_else(|_| Self::text(text), Self::Date)
    }

    /// For a terminal: without guards, wrapping or limits.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) | Self::Quote(text) => text.as_ref().into(),
            Self::Number(number) => number.normalize().to_string().into(),
            Self::Date(stamp) => stamp.to_string().into(),
        }
    }
}

/// Rows of cells; each row is as long as `columns`.
pub(crate) struct Sheet<'a> {
    pub(crate) columns: &'static [&'static str],
    /// The columns that a terminal has room for.
    pub(crate) in_brief: &'static [&'static str],
    pub(crate) rows: Box<dyn Iterator<Item = Vec<Cell<'a>>> + 'a>,
}
