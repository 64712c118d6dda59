//! The tagger's dictionary: for a word form its sure tag, if it has one, and the tags seen with it.
//! An open-addressed table over bytes, read in place.

use crate::forms::{Case, Form};

/// Bytes of one slot: fingerprint (4), class (2), sure label per case (3),
/// what `WordNet` has (1), spare (2).
pub(crate) const SLOT: usize = 12;

/// No sure label.
pub(crate) const UNSURE: u8 = 255;

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Number of the set of labels seen with the word.
    pub(crate) class: u16,
    /// The one label, by case, or [`UNSURE`].
    pub(crate) sure: [u8; 3],
    /// What `WordNet` has of it, as [`super::senses`] says.
    pub(crate) senses: u8,
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
                return Some(Entry { class, sure: [slot[6], slot[7], slot[8]], senses: slot[9] });
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
        slot[6..9].copy_from_slice(&entry.sure);
        slot[9] = entry.senses;
    }
    slots
}
