//! The words and tags that the parser knows, as small numbers. Words that it does not know are told
//! apart by their endings.

use super::features::Word;
use crate::forms::{self, Form, HAS_LETTER};
use crate::labels::{Tag, Xpos};

/// No word at all, beyond the ends of the stack and the queue.
pub(crate) const ABSENT: u16 = 0;
/// The root above the sentence.
pub(crate) const ROOT: u16 = 1;
/// Numbers of unknown words, by their endings, stand before those of known ones.
const UNKNOWN: u16 = 2;
pub(crate) const ENDINGS: u16 = 64;
/// The first number of a word that is known.
pub(crate) const FIRST_KNOWN: u16 = UNKNOWN + ENDINGS;

/// Tags as the parser counts them, with those below.
pub(crate) const TAGS: usize = 64;
pub(crate) const ABSENT_TAG: u8 = 63;
pub(crate) const ROOT_TAG: u8 = 62;
/// A pair of part of speech and Penn tag that was never met.
pub(crate) const STRANGE_TAG: u8 = 61;

/// Reads words as the parser sees them; made from two sections of a model file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary<'m> {
    /// Hash and number of each known word, where its hash leads or behind that; a power of two, with
    /// room left.
    slots: &'m [[u8; 8]],
    /// The number of each pair of tags.
    tags: &'m [u8],
}

impl<'m> Vocabulary<'m> {
    pub(crate) fn new(slots: &'m [u8], tags: &'m [u8]) -> Option<Self> {
        let slots = slots.as_chunks().0;
        slots.len().is_power_of_two().then_some(Self { slots, tags })
    }

    /// A word with its tag and with what kind of thing or act it is.
    #[inline]
    pub(crate) fn word(&self, form: Form, text: &str, tag: Tag, kind: u8) -> Word {
        let number = self.find(form.word).unwrap_or_else(|| unknown(form, text));
        let label = self.tags.get(place(tag)).copied().unwrap_or(STRANGE_TAG);
        Word { number, tag, label, kind }
    }

    #[inline]
    fn find(&self, word: u32) -> Option<u16> {
        let mut at = word as usize;
        for _ in 0..self.slots.len() {
            at &= self.slots.len() - 1;
            let [a, b, c, d, low, high, ..] = *self.slots.get(at)?;
            let number = u16::from_le_bytes([low, high]);
            if number == 0 {
                return None;
            }
            if u32::from_le_bytes([a, b, c, d]) == word {
                return Some(number);
            }
            at += 1;
        }
        None
    }
}

/// The number of a word that is not known.
pub(crate) fn unknown(mut form: Form, text: &str) -> u16 {
    forms::finish(&mut form, text);
    let ending = if form.shape & HAS_LETTER == 0 { u32::from(form.shape) } else { form.suffixes[1] >> 8 };
    UNKNOWN + u16::try_from(ending % u32::from(ENDINGS)).unwrap_or_default()
}

/// Where a tag's number stands among all pairs.
pub(crate) fn place(tag: Tag) -> usize {
    tag.upos as usize * Xpos::ALL.len() + tag.xpos as usize
}

/// The slots of a vocabulary, for a model file: the words get their numbers in this order.
pub(crate) fn slots(words: &[u32]) -> Vec<u8> {
    let count = (words.len() * 2).next_power_of_two();
    let mut slots = vec![[0_u8; 8]; count];
    for (number, word) in (FIRST_KNOWN..).zip(words) {
        let mut at = *word as usize & (count - 1);
        while slots[at][4..6] != [0, 0] {
            at = (at + 1) & (count - 1);
        }
        slots[at][..4].copy_from_slice(&word.to_le_bytes());
        slots[at][4..6].copy_from_slice(&number.to_le_bytes());
    }
    slots.into_flattened()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ENDINGS, FIRST_KNOWN, STRANGE_TAG, UNKNOWN, Vocabulary, slots};
    use crate::forms;
    use crate::labels::Tag;

    fn number(vocabulary: &Vocabulary<'_>, word: &str) -> u16 {
        vocabulary.word(forms::read(word), word, Tag::UNKNOWN, 0).number
    }

    #[test]
    fn strangers_go_by_their_endings() {
        let slots = slots(&[forms::read("rain").word]);
        let vocabulary = Vocabulary::new(&slots, &[]).expect("a power of two");
        assert_eq!(number(&vocabulary, "Rain"), FIRST_KNOWN);
        assert_eq!(number(&vocabulary, "vexing"), number(&vocabulary, "Trekking"));
        assert!(number(&vocabulary, "vexing") < FIRST_KNOWN);
        assert_eq!(vocabulary.word(forms::read("rain"), "rain", Tag::UNKNOWN, 0).label, STRANGE_TAG);
        assert!(Vocabulary::new(&slots[..8], &[]).is_some() && Vocabulary::new(&[], &[]).is_none());
    }

    proptest! {
        #[test]
        fn every_known_word_is_found(words in proptest::collection::btree_set("[a-z]{1,6}", 1..60)) {
            let hashes: Vec<u32> = words.iter().map(|word| forms::read(word).word).collect();
            let slots = slots(&hashes);
            let vocabulary = Vocabulary::new(&slots, &[]).expect("a power of two");
            for (at, word) in (FIRST_KNOWN..).zip(&words) {
                prop_assert_eq!(number(&vocabulary, word), at);
            }
            let other = number(&vocabulary, "Zzzzzzzz");
            prop_assert!((UNKNOWN..UNKNOWN + ENDINGS).contains(&other));
        }
    }
}
