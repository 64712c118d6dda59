//! The base forms of a sentence's words, found once and asked for often. Gives exactly what [`lemma`] gives.

use crate::labels::{Tag, Upos};
use crate::lemma::{is_inflected, lemma};

/// The base forms of one sentence, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lemmas {
    letters: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Lemmas {
    pub(crate) fn clear(&mut self) {
        self.letters.clear();
        self.ends.clear();
    }

    fn push(&mut self, lemma: &str) {
        self.letters.push_str(lemma);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
    }

    /// Adds a word that is its own base form in lower case.
    fn push_lower(&mut self, form: &str) {
        let from = self.letters.len();
        self.push(form);
        self.letters[from..].make_ascii_lowercase();
    }

    /// The base form of a token; nothing beyond the last.
    #[inline]
    pub(crate) fn get(&self, token: usize) -> Option<&str> {
        let end = *self.ends.get(token)? as usize;
        let start =
            token.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.letters.get(start..end)
    }
}

/// How many words are remembered; a newer one takes the place of an older one.
const SLOTS: usize = 1 << 13;

/// Words and their base forms, since a text uses few words often.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<Row>);

#[derive(Clone, Copy, Debug, Default)]
struct Row {
    form: Letters,
    upos: Option<Upos>,
    /// The same where the word is its own base form.
    lemma: Letters,
}

/// A short word, held in place: what is asked for so often must not lie somewhere else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Letters {
    bytes: [u8; LONGEST],
    length: u8,
}

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 19;

impl Letters {
    fn new(word: &str) -> Option<Self> {
        let mut letters = Self { length: u8::try_from(word.len()).ok()?, ..Self::default() };
        letters.bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        Some(letters)
    }

    fn get(&self) -> Option<&str> {
        str::from_utf8(self.bytes.get(..usize::from(self.length))?).ok()
    }
}

impl Memory {
    /// Adds the base form of `form`, whose letters have that hash in lower case.
    pub(crate) fn add(&mut self, form: &str, hash: u32, tag: Tag, lemmas: &mut Lemmas) {
        if !is_inflected(tag.upos) && form.is_ascii() {
            return lemmas.push_lower(form);
        }
        if self.0.is_empty() {
            self.0.resize(SLOTS, Row::default());
        }
        let slot = (hash ^ (tag.upos as u32).wrapping_mul(0x9E37)) as usize % SLOTS;
        let (Some(letters), Some(row)) = (Letters::new(form), self.0.get_mut(slot)) else {
            return lemmas.push(&lemma(form, tag.upos));
        };
        if row.upos != Some(tag.upos) || row.form != letters {
            let lemma = lemma(form, tag.upos);
            let Some(lemma) = Letters::new(&lemma) else { return lemmas.push(&lemma) };
            *row = Row { form: letters, upos: Some(tag.upos), lemma };
        }
        let lemma = if row.lemma == letters { Some(form) } else { row.lemma.get() };
        lemmas.push(lemma.unwrap_or(form));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Lemmas, Memory};
    use crate::forms::read;
    use crate::labels::{Tag, Upos};
    use crate::lemma::lemma;

    proptest! {
        #[test]
        fn remembers_what_lemma_gives(
            words in proptest::collection::vec(("[A-Za-z]{1,3}(ing|s|ed)?|\\PC{0,9}|rose|was|children", 0_usize..17), 0..200),
        ) {
            let mut memory = Memory::default();
            let mut lemmas = Lemmas::default();
            for (word, at) in words.iter().chain(&words) {
                let tag = Tag { upos: Upos::ALL[*at], ..Tag::UNKNOWN };
                memory.add(word, read(word).word, tag, &mut lemmas);
            }
            for (at, (word, upos)) in words.iter().chain(&words).enumerate() {
                let wanted = lemma(word, Upos::ALL[*upos]);
                prop_assert_eq!(lemmas.get(at), Some(wanted.as_ref()));
            }
            prop_assert_eq!(lemmas.get(2 * words.len()), None);
        }
    }
}
