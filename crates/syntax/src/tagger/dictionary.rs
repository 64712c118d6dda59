//! The tagger's dictionary: for a word form its sure tag, if it has one, and the tags seen with it.
//! An open-addressed table over bytes, read in place.

use crate::forms::{Case, Form};

/// Bytes of one slot: fingerprint (4), class (2), class in lower case (2), sure label per case (3),
/// what `WordNet` has (1), kinds of meaning (2), spare (2).
pub(crate) const SLOT: usize = 16;

/// No sure label.
pub(crate) const UNSURE: u8 = 255;

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Number of the set of labels seen with the word.
    pub(crate) class: u16,
    /// Number of the set of labels that the word can have in lower case.
    pub(crate) lower_class: u16,
    /// The one label, by case, or [`UNSURE`].
    pub(crate) sure: [u8; 3],
    /// What `WordNet` has of it, as [`super::senses`] says.
    pub(crate) senses: u8,
    /// The kind of its first meaning as a noun and as a verb.
    pub(crate) kinds: [u8; 2],
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'m> {
    slots: &'m [[u8; SLOT]],
    classes: &'m [[u8; 8]],
}

impl<'m> Dictionary<'m> {
    pub(crate) fn new(slots: &'m [u8], classes: &'m [u8]) -> Option<Self> {
        let (slots, rest) = slots.as_chunks::<SLOT>();
        let (classes, class_rest) = classes.as_chunks::<8>();
        let whole = rest.is_empty() && class_rest.is_empty() && slots.len().is_power_of_two();
        whole.then_some(Self { slots, classes })
    }

    /// The entry of a word.
    #[inline]
    pub(crate) fn find(&self, form: &Form) -> Option<Entry> {
        let mask = self.slots.len() - 1;
        let home = form.word as usize & mask;
        for at in home..home + self.slots.len() {
            let slot = &self.slots[at & mask];
            let class = u16::from_le_bytes([slot[4], slot[5]]);
            if class == 0 {
                return None;
            }
            if u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]) == form.word {
                let [.., c, d, sure0, sure1, sure2, senses, noun, verb, _, _] = *slot;
                return Some(Entry {
                    class,
                    lower_class: u16::from_le_bytes([c, d]),
                    sure: [sure0, sure1, sure2],
                    senses,
                    kinds: [noun, verb],
                });
            }
        }
        None
    }

    /// The labels of a class, a bit each.
    #[inline]
    pub(crate) fn labels(&self, class: u16) -> u64 {
        self.classes.get(usize::from(class)).map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

impl Entry {
    /// The sure label of the word in that case.
    #[inline]
    pub(crate) fn sure(self, case: Case) -> Option<u8> {
        let label = self.sure[case as usize];
        (label != UNSURE).then_some(label)
    }
}

/// Builds the slots; class 0 marks an empty one.
pub(crate) fn build(entries: &[(u32, Entry)]) -> Vec<u8> {
    let count = (entries.len() * 2).next_power_of_two();
    let mut slots = vec![0; count * SLOT];
    for (word, entry) in entries {
        let mut at = *word as usize & (count - 1);
        while slots[at * SLOT + 4..at * SLOT + 6] != [0, 0] {
            at = (at + 1) & (count - 1);
        }
        let slot = &mut slots[at * SLOT..(at + 1) * SLOT];
        slot[..4].copy_from_slice(&word.to_le_bytes());
        slot[4..6].copy_from_slice(&entry.class.to_le_bytes());
        slot[6..8].copy_from_slice(&entry.lower_class.to_le_bytes());
        slot[8..11].copy_from_slice(&entry.sure);
        slot[11] = entry.senses;
        slot[12..14].copy_from_slice(&entry.kinds);
    }
    slots
}
