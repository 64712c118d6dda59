//! The kinds of words that the dictionary does not have, remembered: names come again and again, and asking `WordNet` for
//! their base forms costs more than all else that is asked of them. Gives exactly what asking gives.

use std::cell::RefCell;

use crate::forms::{Form, HAS_LETTER, HAS_MARK};

/// How many words a thread remembers; a newer one takes the place of an older one.
const SLOTS: usize = 1 << 10;

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 16;

thread_local! {
    /// Words in lower case, as one number each, and what was said of them.
    static SEEN: RefCell<Vec<(u128, [u8; 2])>> = RefCell::default();
}

/// What `ask` says of the word, or said before. It must say the same of a word in any case and in any place.
pub(crate) fn remembered(word: &str, form: &Form, ask: impl Fn() -> [u8; 2]) -> [u8; 2] {
    let Some(key) = key(word, form) else { return ask() };
    SEEN.with(|seen| {
        let Ok(mut seen) = seen.try_borrow_mut() else { return ask() };
        seen.resize(SLOTS, (0, [0; 2]));
        let Some(row) = seen.get_mut(form.word as usize % SLOTS) else { return ask() };
        if row.0 != key {
            *row = (key, ask());
        }
        row.1
    })
}

/// The letters of the word in lower case. Words with marks may have letters beyond ASCII, and are not remembered; no
/// word has the key 0.
fn key(word: &str, form: &Form) -> Option<u128> {
    if form.shape & (HAS_LETTER | HAS_MARK) != HAS_LETTER {
        return None;
    }
    let mut letters = [0; LONGEST];
    letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    Some(u128::from_le_bytes(letters))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::remembered;
    use crate::forms::read;

    proptest! {
        #[test]
        fn remembers_what_was_asked(words in proptest::collection::vec("[A-Za-z]{1,3}(ing|s|ed)?|[a-z0-9'é]{0,20}", 0..200)) {
            let ask = |word: &str| {
                let lower = word.to_lowercase();
                let sum: usize = lower.bytes().map(usize::from).sum();
                [lower.len(), sum].map(|number| u8::try_from(number % 251).unwrap_or_default())
            };
            for word in words.iter().chain(&words) {
                prop_assert_eq!(remembered(word, &read(word), || ask(word)), ask(word));
            }
        }
    }
}
