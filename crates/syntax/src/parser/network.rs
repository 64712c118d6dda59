//! A network of one hidden layer in whole numbers: the rows of a state are added up, what is below nothing counts
//! nothing, and the sums weigh for and against each transition and each relation. The order of additions does not
//! matter, so that the same sentence has the same tree on every machine.

use super::features::COUNT;
use super::state::Transition;
use crate::labels::Relation;

/// Units of the hidden layer.
pub(crate) const WIDTH: usize = 64;

/// What each unit of the hidden layer has for a state.
pub(crate) type Hidden = [i16; WIDTH];

/// Bytes of rows are higher by this, so that they are added without a sign.
pub(crate) const MIDDLE: u8 = 128;

/// What the sum of a state's rows is higher by.
const MIDDLES: i16 = 40 * 128;

/// Numbers of a relation's outputs: for arcs to the left, else for arcs to the right.
pub(crate) const OUTPUTS: usize = Transition::ALL.len() + 2 * RELATIONS;
const RELATIONS: usize = 64;

const _: () = assert!(Relation::ALL.len() <= RELATIONS && COUNT * 255 < 1 << 15);
const _: () = assert!(COUNT * MIDDLE as usize == MIDDLES as usize);

/// The weights, as they stand in a model file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Network<'m> {
    rows: &'m [[u8; WIDTH]],
    /// What each hidden unit begins with.
    start: Hidden,
    /// The weights of each output.
    outputs: &'m [[[u8; 2]; WIDTH]; OUTPUTS],
    /// What each output begins with.
    biases: &'m [[u8; 4]; OUTPUTS],
}

/// The number of the output for a relation of an arc.
pub(crate) const fn output(relation: u8, transition: Transition) -> usize {
    let side = if matches!(transition, Transition::Left) { RELATIONS } else { 0 };
    Transition::ALL.len() + side + relation as usize
}

impl<'m> Network<'m> {
    /// Reads the sections of a model in place.
    pub(crate) fn new(rows: &'m [u8], start: &'m [u8], outputs: &'m [u8], biases: &'m [u8]) -> Option<Self> {
        let start: &[[u8; 2]; WIDTH] = start.as_chunks().0.try_into().ok()?;
        let (outputs, _) = outputs.as_chunks::<2>().0.as_chunks::<WIDTH>();
        Some(Self {
            rows: rows.as_chunks().0,
            start: start.map(i16::from_le_bytes),
            outputs: outputs.try_into().ok()?,
            biases: biases.as_chunks().0.try_into().ok()?,
        })
    }

    /// The hidden layer for a state with these rows.
    #[inline]
    #[expect(clippy::cast_possible_wrap, reason = "the sum of all rows is below 2^15")]
    pub(crate) fn hidden(&self, rows: &[u32; COUNT]) -> Hidden {
        let mut sums = [0_u16; WIDTH];
        for row in rows {
            let row = self.rows.get(*row as usize).unwrap_or(&NOTHING);
            for unit in 0..WIDTH {
                sums[unit] += u16::from(row[unit]);
            }
        }
        let mut hidden = self.start;
        for unit in 0..WIDTH {
            let sum = hidden[unit].wrapping_add(sums[unit] as i16);
            hidden[unit] = sum.wrapping_sub(MIDDLES).max(0);
        }
        hidden
    }

    /// How much speaks for an output.
    #[inline]
    pub(crate) fn score(&self, hidden: &Hidden, output: usize) -> i32 {
        let (Some(weights), Some(bias)) = (self.outputs.get(output), self.biases.get(output)) else {
            return i32::MIN;
        };
        let mut sum = 0_i32;
        for unit in 0..WIDTH {
            sum += i32::from(hidden[unit]) * i32::from(i16::from_le_bytes(weights[unit]));
        }
        sum.saturating_add(i32::from_le_bytes(*bias))
    }

    /// The scores of the three transitions.
    #[inline]
    pub(crate) fn moves(&self, hidden: &Hidden) -> [i32; 3] {
        [self.score(hidden, 0), self.score(hidden, 1), self.score(hidden, 2)]
    }

    /// The best of the candidates (a bit each) for the relation of an arc; the lowest number wins a draw.
    #[inline]
    pub(crate) fn relation(&self, hidden: &Hidden, transition: Transition, candidates: u64) -> u8 {
        let mut found = (i32::MIN, 0);
        let mut left = candidates;
        while left != 0 {
            let relation = u8::try_from(left.trailing_zeros()).unwrap_or_default();
            let score = self.score(hidden, output(relation, transition));
            if score > found.0 {
                found = (score, relation);
            }
            left &= left - 1;
        }
        found.1
    }
}

static NOTHING: [u8; WIDTH] = [MIDDLE; WIDTH];

#[cfg(test)]
mod tests {
    use super::{COUNT, MIDDLE, Network, OUTPUTS, WIDTH, output};
    use crate::parser::state::Transition;

    #[test]
    fn sums_and_scores() {
        // Row 0 weighs nothing, row 1 has 3 for the first unit and -5 for the second.
        let mut rows = vec![MIDDLE; 2 * WIDTH];
        rows[WIDTH] += 3;
        rows[WIDTH + 1] -= 5;
        let mut start = [[0; 2]; WIDTH];
        start[2] = 7_i16.to_le_bytes();
        let mut outputs = vec![[0_u8; 2]; OUTPUTS * WIDTH];
        outputs[2 * WIDTH] = (-2_i16).to_le_bytes();
        let left = output(4, Transition::Left);
        outputs[left * WIDTH + 2] = 10_i16.to_le_bytes();
        let mut biases = vec![[0_u8; 4]; OUTPUTS];
        biases[1] = 9_i32.to_le_bytes();
        let network =
            Network::new(&rows, start.as_flattened(), outputs.as_flattened(), biases.as_flattened());
        let network = network.expect("all parts have their sizes");
        let mut state = [0; COUNT];
        state[..2].fill(1);
        let hidden = network.hidden(&state);
        assert_eq!(hidden[..4], [6, 0, 7, 0]);
        assert_eq!(network.moves(&hidden), [0, 9, -12]);
        assert_eq!(network.relation(&hidden, Transition::Left, 0b11_0010), 4);
        assert_eq!(network.relation(&hidden, Transition::Right, 0b11_0010), 1);
        // A row that a damaged model does not have weighs nothing.
        assert_eq!(network.hidden(&[u32::MAX; COUNT])[..4], [0, 0, 7, 0]);
        assert!(Network::new(&rows, &[], outputs.as_flattened(), biases.as_flattened()).is_none());
    }
}
