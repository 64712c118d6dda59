//! Whether an article is English. In doubt it is: a lost article costs more than one that yields nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use whatlang::{Lang, Script};

/// `data/lexicon/english-words.csv`: short words that make up a quarter of English prose, and of no other.
static WORDS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| TABLE.lines().skip(1).filter_map(|row| key(row.split_once(',')?.0)).collect());

/// A longer word is none of them.
const LONGEST: usize = size_of::<u64>();

const TABLE: &str = include_str!("../../../data/lexicon/english-words.csv");

/// So many letters must be read before a language is told.
const LEAST_LETTERS: usize = 300;
/// Other scripts than the Latin tell themselves.
const LEAST_SIGNS: usize = 100;

/// No more of a text is looked at, in bytes.
const MOST: usize = 64 << 10;

/// Of a hundred words of prose in another language, so many look English: names, quotations, a word that two
/// languages write alike. Prose with more of them is English, or half of it is.
const MOST_ENGLISH: usize = 6;

/// The name of the language or the script that a text is written in, where that is surely not English.
pub(crate) fn foreign(text: &str) -> Option<String> {
    let text = head(text);
    // How many more there are does not matter.
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(LEAST_LETTERS).count();
    if letters < LEAST_SIGNS || is_english(text) {
        return None;
    }
    let told = whatlang::detect(text)?;
    match told.script() {
        Script::Latin if letters < LEAST_LETTERS => None,
        // Lists of names and figures in Latin letters look like any language, and never surely.
        Script::Latin => {
            (told.confidence() >= 1.0 && told.lang() != Lang::Eng).then(|| told.lang().eng_name().to_owned())
        }
        _ if told.is_reliable() => Some(told.lang().eng_name().to_owned()),
        script => Some(script.name().to_owned()),
    }
}

/// Reads no further than to where all words that can still come change nothing.
fn is_english(text: &str) -> bool {
    let (mut all, mut english, mut left) = (0, 0, text.len());
    for word in text.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))) {
        left = left.saturating_sub(word.len() + 1);
        if word.is_empty() {
            continue;
        }
        all += 1;
        english += usize::from(is_common(word));
        // A word and what stands before it take two bytes.
        if english * 100 >= (all + left.div_ceil(2)) * MOST_ENGLISH {
            return true;
        }
    }
    english * 100 >= all * MOST_ENGLISH
}

fn is_common(word: &str) -> bool {
    key(word).is_some_and(|key| WORDS.contains(&key))
}

/// The letters of a short word in lower case, as one number. Letters beyond ASCII stand as they are: the table has none.
fn key(word: &str) -> Option<u64> {
    let mut lower = [0; LONGEST];
    lower.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(u64::from_le_bytes(lower))
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_found_in_any_case() {
        assert_eq!(WORDS.len(), TABLE.lines().skip(1).count(), "a word is too long");
        let common = |words: [&'static str; 6]| words.map(is_common);
        assert_eq!(
            common(["the", "The", "THE", "théâtre", "", "incomprehensibilities"]),
            [true, true, true, false, false, false]
        );
    }
}
