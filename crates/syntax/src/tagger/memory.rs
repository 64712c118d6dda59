//! The senses of words that the dictionary does not have, remembered: names come again and again in an article, and
//! asking `WordNet` for all forms of a word costs as much as tagging it. Gives exactly what asking gives.

use super::senses;
use crate::forms::{Form, HAS_LETTER, HAS_MARK};

/// How many words are remembered; a newer one takes the place of an older one.
const SLOTS: usize = 512;

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 16;

/// Words in lower case, as one number each, and their senses.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<(u128, u8)>);

impl Memory {
    /// What [`senses`] says of the word.
    pub(crate) fn senses(&mut self, word: &str, form: &Form) -> u8 {
        let Some(key) = key(word, form) else { return senses(word, form) };
        self.0.resize(SLOTS, (0, 0));
        let slot = form.word as usize % SLOTS;
        let Some(remembered) = self.0.get_mut(slot) else { return senses(word, form) };
        if remembered.0 != key {
            *remembered = (key, senses(word, form));
        }
        remembered.1
    }
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

    use super::{Memory, senses};
    use crate::forms::read;

    proptest! {
        #[test]
        fn remembers_what_was_asked(words in proptest::collection::vec("[A-Za-z]{1,3}(ing|s|ed)?|[a-z0-9'é]{0,20}", 0..200)) {
            let mut memory = Memory::default();
            for word in words.iter().chain(&words) {
                let form = read(word);
                prop_assert_eq!(memory.senses(word, &form), senses(word, &form));
            }
        }
    }
}
