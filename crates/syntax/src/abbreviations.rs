//! Words that end with a full stop which need not end the sentence. The table is
//! `data/lexicon/sentence-abbreviations.csv`; this file only reads it.

use std::sync::LazyLock;

/// What may follow an abbreviation inside one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whatever follows belongs to it: "Mr. Smith".
    Title,
    /// A number belongs to it, anything else in capitals begins a sentence: "No. 5".
    Number,
    /// A number belongs to it, a usual sentence opener begins a sentence: "Dec. 5".
    Month,
    /// Only a usual sentence opener begins a sentence: "Acme Corp. shares".
    Name,
}

static TABLE: LazyLock<Vec<(&'static str, Kind)>> = LazyLock::new(|| {
    include_str!("../../../data/lexicon/sentence-abbreviations.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let (form, kind) = line.split_once(',')?;
            let kind = match kind {
                "title" => Kind::Title,
                "number" => Kind::Number,
                "month" => Kind::Month,
                "name" => Kind::Name,
                _ => return None,
            };
            Some((form, kind))
        })
        .collect()
});

/// Words that open sentences far more often than they follow an abbreviation.
const OPENERS: &[&str] = &[
    "a",
    "after",
    "all",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "is",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "not",
    "now",
    "of",
    "officials",
    "on",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "out",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "two",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "why",
    "with",
    "you",
];

/// How the word before a full stop is abbreviated, if it is.
pub(crate) fn kind(word: &str) -> Option<Kind> {
    let lower = short_lower(word)?;
    let lower = std::str::from_utf8(&lower.0[..lower.1]).ok()?;
    TABLE.binary_search_by(|(form, _)| (*form).cmp(lower)).ok().map(|at| TABLE[at].1)
}

/// Whether a word, by itself, is a likely first word of a sentence.
pub(crate) fn opens_sentence(word: &str) -> bool {
    let Some(lower) = short_lower(word) else { return false };
    std::str::from_utf8(&lower.0[..lower.1]).is_ok_and(|lower| OPENERS.binary_search(&lower).is_ok())
}

/// An ASCII word of at most ten letters in lower case, without allocation.
fn short_lower(word: &str) -> Option<([u8; 10], usize)> {
    let mut lower = [0; 10];
    if word.len() > lower.len() || !word.is_ascii() {
        return None;
    }
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    Some((lower, word.len()))
}

#[cfg(test)]
mod tests {
    use super::{OPENERS, TABLE};

    #[test]
    fn tables_are_sorted_and_whole() {
        assert!(OPENERS.is_sorted_by(|a, b| a < b));
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0), "keep sentence-abbreviations.csv sorted by form");
        let rows = include_str!("../../../data/lexicon/sentence-abbreviations.csv").lines().count() - 1;
        assert_eq!(rows, TABLE.len(), "a row has an unknown kind");
    }
}
