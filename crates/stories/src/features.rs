//! What an article is known by: names, numbers and words, as hashes.

use std::{collections::BTreeSet, hash::Hasher};

/// What is longer is cut: a story is told in its first so many features.
const MOST: usize = 400;

/// Shorter words say little of what a text is about.
const LEAST_WORD: usize = 4;

/// The features of an article, each once, sorted. The lowest two bits tell the kind.
#[derive(Debug, Default)]
pub(crate) struct Features(pub(crate) Vec<u64>);

/// Kinds of feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word in lower case.
    Word = 0,
    /// A word with a capital that begins no sentence.
    Name = 1,
    /// A number of more than one digit.
    Number = 2,
    /// Two names that follow each other.
    FullName = 3,
}

/// How much a feature says of what a text is about, beside how rare it is.
pub(crate) fn worth(feature: u64) -> u64 {
    match feature & 3 {
        0 => 2,
        1 | 2 => 3,
        _ => 4,
    }
}

/// The features of a text.
pub(crate) fn read(text: &str) -> Features {
    let mut found = BTreeSet::new();
    let mut before: Option<&str> = None;
    let mut begins = true;
    for word in words(text) {
        if found.len() >= MOST {
            break;
        }
        let ends = word.ends;
        let word = word.text;
        let first = word.chars().next().unwrap_or_default();
        let mut name = None;
        if first.is_ascii_digit() {
            if word.len() > 1 {
                found.insert(feature(Kind::Number, &[word]));
            }
        } else if first.is_uppercase() {
            // The first word of a sentence may be a name or not: it counts as a word.
            if begins {
                add_word(word, &mut found);
            } else {
                found.insert(feature(Kind::Name, &[word]));
            }
            if let Some(before) = before {
                found.insert(feature(Kind::FullName, &[before, word]));
            }
            name = Some(word);
        } else {
            add_word(word, &mut found);
        }
        before = name.filter(|_| !ends);
        begins = ends;
    }
    Features(found.into_iter().collect())
}

fn add_word(word: &str, found: &mut BTreeSet<u64>) {
    if word.len() >= LEAST_WORD {
        found.insert(feature(Kind::Word, &[stem(&word.to_lowercase())]));
    }
}

/// Without the commonest endings: "killed" and "kills" are of one thing.
fn stem(word: &str) -> &str {
    let least = |stem: &&str| stem.len() >= LEAST_WORD;
    ["ing", "es", "ed", "s"].iter().find_map(|ending| word.strip_suffix(ending).filter(least)).unwrap_or(word)
}

struct Word<'a> {
    text: &'a str,
    /// Whether a sentence ends behind it.
    ends: bool,
}

/// The words and numbers of a text, with commas and points inside numbers.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let pieces = text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/'));
    pieces.filter_map(|piece| {
        let text = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        let last =
            piece.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')'));
        let ends = last.ends_with(['.', '!', '?', ':']) || piece.ends_with('\n');
        (!text.is_empty()).then_some(Word { text, ends })
    })
}

fn feature(kind: Kind, parts: &[&str]) -> u64 {
    let mut hasher = fnv::FnvHasher::default();
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0);
    }
    hasher.finish() & !3 | kind as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_words_are_told_apart() {
        let has = |text: &str, kind, parts: &[&str]| read(text).0.contains(&feature(kind, parts));
        let text = "Ada Brandt opened 1,200 homes in Kelham. Officials were killed.";
        assert!(has(text, Kind::FullName, &["Ada", "Brandt"]));
        assert!(has(text, Kind::Name, &["Kelham"]));
        assert!(has(text, Kind::Number, &["1,200"]));
        assert!(has(text, Kind::Word, &["kill"]));
        assert!(has(text, Kind::Word, &["official"]));
        // A name does not go on behind the end of a sentence.
        assert!(!has(text, Kind::FullName, &["Kelham", "Officials"]));
    }
}
