//! What was found out of words that the dictionary does not have, remembered: names come again and again, and asking
//! `WordNet` for all forms of a word costs as much as tagging it. Gives exactly what asking gives.

use crate::forms::{Form, HAS_LETTER, HAS_MARK};

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 16;

/// Words in lower case, as one number each, and what was said of them; a newer one takes the place of an older one.
#[derive(Debug, Default)]
pub(crate) struct Memory<T, const SLOTS: usize>(Vec<(u128, T)>);

impl<T: Copy + Default, const SLOTS: usize> Memory<T, SLOTS> {
    /// What `ask` says of the word, or said before. It must say the same of a word in any case and in any place.
    pub(crate) fn get(&mut self, word: &str, form: &Form, ask: impl FnOnce() -> T) -> T {
        let Some(key) = key(word, form) else { return ask() };
        self.0.resize(SLOTS, (0, T::default()));
        let Some(remembered) = self.0.get_mut(form.word as usize % SLOTS) else { return ask() };
        if remembered.0 != key {
            *remembered = (key, ask());
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

    use super::Memory;
    use crate::forms::read;
    use crate::tagger::senses;

    proptest! {
        #[test]
        fn remembers_what_was_asked(words in proptest::collection::vec("[A-Za-z]{1,3}(ing|s|ed)?|[a-z0-9'é]{0,20}", 0..200)) {
            let mut memory = Memory::<u8, 64>::default();
            let mut sums = Memory::<usize, 64>::default();
            let sum = |word: &str| word.to_lowercase().bytes().map(usize::from).sum::<usize>();
            for word in words.iter().chain(&words) {
                let form = read(word);
                prop_assert_eq!(memory.get(word, &form, || senses(word, &form)), senses(word, &form));
                prop_assert_eq!(sums.get(word, &form, || sum(word)), sum(word));
            }
        }
    }
}
