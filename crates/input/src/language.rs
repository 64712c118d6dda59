//! Whether an article is English. In doubt it is: a lost article costs more than one that yields nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use whatlang::{Lang, Script};

/// `data/lexicon/english-words.csv`: short words that make up a quarter of English prose, and of no other. Their letters, as
/// many as a number has bytes.
static WORDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    TABLE.lines().skip(1).filter_map(|row| Some(packed(row.split_once(',')?.0.as_bytes()))).collect()
});

/// A longer word is none of them.
const LONGEST: usize = 8;

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
    let mut rest = text;
    while !rest.is_empty() {
        let (word, is_common) = first_word(rest);
        let behind = &rest[word.len()..];
        rest = behind.get(behind.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
        left = left.saturating_sub(word.len() + 1);
        if word.is_empty() {
            continue;
        }
        all += 1;
        english += usize::from(is_common);
        // A word and what stands before it take two bytes.
        if english * 100 >= (all + left.div_ceil(2)) * MOST_ENGLISH {
            return true;
        }
    }
    english * 100 >= all * MOST_ENGLISH
}

/// The letters and apostrophes that a text begins with, and whether they are one of the words.
fn first_word(text: &str) -> (&str, bool) {
    let plain = text.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'\'').count();
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        let word = &text[..plain];
        return (word, plain <= LONGEST && WORDS.contains(&packed(word.as_bytes())));
    }
    let ends = |c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'));
    let word = &text[..text.find(ends).unwrap_or(text.len())];
    let lower = word.to_lowercase();
    (word, lower.len() <= LONGEST && WORDS.contains(&packed(lower.as_bytes())))
}

/// The letters of a short word in one number, whatever their case.
fn packed(word: &[u8]) -> u64 {
    word.iter().fold(0, |packed, byte| packed << 8 | u64::from(byte.to_ascii_lowercase()))
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
        let words = TABLE.lines().skip(1).filter_map(|row| row.split(',').next());
        assert!(words.clone().all(|word| word.len() <= LONGEST && first_word(word) == (word, true)));
        assert_eq!(WORDS.len(), words.count());
        let first = |texts: [&'static str; 7]| texts.map(first_word);
        assert_eq!(
            first(["the end", "The", "THE’", "théâtre, the", "", " the", "incomprehensibilities"]),
            [
                ("the", true),
                ("The", true),
                ("THE’", false),
                ("théâtre", false),
                ("", false),
                ("", false),
                ("incomprehensibilities", false)
            ]
        );
    }
}
