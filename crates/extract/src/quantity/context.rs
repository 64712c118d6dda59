//! The sentence that is being read, with the looks that all readers share.

use std::ops::Range;

use factcheck_core::span::Span;
use factcheck_syntax::Upos;

use super::Hints;
use super::items::Item;
use super::lexicon::{UnitForm, lexicon};

/// A sentence as items, and what is known about it.
pub(super) struct Context<'a, 't> {
    pub items: &'a [Item<'t>],
    pub times: &'a [Span],
    pub hints: &'a Hints,
    /// Whether nothing in it is in capitals, so that case tells nothing.
    pub is_lower: bool,
}

impl<'a, 't> Context<'a, 't> {
    pub(super) fn at(&self, at: usize) -> Option<&'a Item<'t>> {
        self.items.get(at)
    }

    /// The item so far before `at`.
    pub(super) fn before(&self, at: usize, distance: usize) -> Option<&'a Item<'t>> {
        self.items.get(at.checked_sub(distance)?)
    }

    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| item.lower)
    }

    /// The lower-case word so far before `at`, or "".
    pub(super) fn lower_before(&self, at: usize, distance: usize) -> &'a str {
        at.checked_sub(distance).map_or("", |at| self.lower(at))
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.items.get(at).map_or(Upos::X, |item| item.tag().upos)
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_adverb)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_hyphen)
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.is_glued)
    }

    /// Whether a temporal expression overlaps these items.
    pub(super) fn is_time(&self, range: Range<usize>) -> bool {
        let (Some(first), Some(last)) = (self.at(range.start), self.at(range.end.saturating_sub(1))) else {
            return false;
        };
        let (start, end) = (first.span().start, last.span().end);
        self.times.iter().any(|time| time.start < end && start < time.end)
    }

    /// The unit of the tables that begins at `at`, and how many items it takes.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, UnitForm)> {
        let first = self.at(at)?;
        lexicon()
            .unit((first.text, first.lower), |ahead| self.at(at + ahead).map(|item| (item.text, item.lower)))
    }
}
