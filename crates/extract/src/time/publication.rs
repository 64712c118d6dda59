//! The publication date that an article's own first lines tell.

use factcheck_core::stamp::Stamp;

/// The publication date that the text itself tells ("By NAME May 14, 2024 | 5:03 PM"), if any.
#[must_use]
pub fn publication_date(_text: &str) -> Option<Stamp> {
    None
}
