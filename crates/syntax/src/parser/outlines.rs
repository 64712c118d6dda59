//! States in which the next word goes onto the stack, whatever else there is: they cost one look-up in a table, and
//! nothing is added up for them. A fifth of all states are such.

use super::features::Word;
use super::state::State;
use super::vocabulary::{ABSENT_TAG, ROOT_TAG};
use crate::hash::{SEED, mix};

/// Slots of the table; a power of two.
pub(crate) const SLOTS: usize = 1 << 14;

/// The tags around a decision, as one number: of the two words on top of the stack, of the next word and of its first
/// dependent.
#[inline]
pub(crate) fn outline(state: &State, words: &[Word]) -> u32 {
    let tag = |at: u16| match words.get(usize::from(at)) {
        Some(word) => u32::from(word.label),
        None if at == state.count => u32::from(ROOT_TAG),
        None => u32::from(ABSENT_TAG),
    };
    let next = state.front(0);
    let first = state.node(next).left[0];
    mix(mix(SEED, tag(state.top(0)) << 8 | tag(next)), tag(state.top(1)) << 8 | tag(first))
}

/// The outlines that are sure, where their hash leads; 0 is empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sure<'m>(&'m [[u8; 4]; SLOTS]);

impl<'m> Sure<'m> {
    /// Reads a section of a model in place.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        bytes.as_chunks().0.try_into().ok().map(Self)
    }

    #[inline]
    pub(crate) fn has(self, outline: u32) -> bool {
        u32::from_le_bytes(self.0[slot(outline)]) == outline && outline != 0
    }
}

const fn slot(outline: u32) -> usize {
    outline as usize & (SLOTS - 1)
}

/// The section of a model file for these outlines, each with how often it was met: of two that share a slot the more
/// frequent one stays.
pub(crate) fn pack(outlines: impl Iterator<Item = (u32, u32)>) -> Vec<u8> {
    let mut slots = vec![(0, 0); SLOTS];
    for (outline, met) in outlines {
        let kept = &mut slots[slot(outline)];
        if met > kept.1 {
            *kept = (outline, met);
        }
    }
    slots.into_iter().flat_map(|(outline, _)| outline.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::{SLOTS, Sure, pack};

    #[test]
    fn the_more_frequent_stays() {
        let other = 7 + u32::try_from(SLOTS).expect("small");
        let section = pack([(7, 2), (other, 3), (8, 1)].into_iter());
        let sure = Sure::new(&section).expect("the size of a table");
        assert_eq!([7, other, 8, 9, 0].map(|outline| sure.has(outline)), [false, true, true, false, false]);
        assert!(Sure::new(&section[4..]).is_none());
    }
}
