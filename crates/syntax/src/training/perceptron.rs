//! An averaged perceptron over a hashed table, in whole numbers.

use crate::weights::{LINE, Weights, line, place};

/// Weights that learn.
#[derive(Debug)]
pub(crate) struct Perceptron {
    weights: Vec<i32>,
    /// The sum of changes, each times the step it was made at.
    moments: Vec<i64>,
    step: i64,
}

impl Perceptron {
    /// An empty table of 2^`bits` lines.
    pub(crate) fn new(bits: u32) -> Self {
        let lines = 1_usize << bits;
        Self { weights: vec![0; lines * LINE], moments: vec![0; lines * LINE], step: 0 }
    }

    /// Counts one decision.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves weight from the label that was chosen to the right one.
    pub(crate) fn learn(&mut self, features: &[u32], right: u8, chosen: u8) {
        for feature in features {
            self.add(self.index(*feature, right), 1);
            self.add(self.index(*feature, chosen), -1);
        }
    }

    fn index(&self, feature: u32, label: u8) -> usize {
        line(feature, self.weights.len() / LINE) * LINE + place(feature, label)
    }

    fn add(&mut self, at: usize, change: i32) {
        self.weights[at] += change;
        self.moments[at] += i64::from(change) * self.step;
    }

    /// The averages, times 1024.
    pub(crate) fn averages(&self) -> Vec<i64> {
        let steps = i128::from(self.step.max(1));
        // The average is weight - moment / steps.
        let average = |(weight, moment): (&i32, &i64)| {
            let scaled = (i128::from(*weight) * steps - i128::from(*moment)) * 1024 / steps;
            i64::try_from(scaled).unwrap_or_default()
        };
        self.weights.iter().zip(&self.moments).map(average).collect()
    }

    /// The averages as bytes.
    pub(crate) fn packed(&self) -> Vec<u8> {
        quantised(&self.averages())
    }
}

/// Weights in parts of which the strongest are 127. Cutting off more than a few of the strongest
/// costs far more than the coarser steps that it saves.
fn quantised(averages: &[i64]) -> Vec<u8> {
    let mut sizes: Vec<i64> = averages.iter().map(|average| average.abs()).filter(|size| *size > 0).collect();
    sizes.sort_unstable();
    let strongest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 50_000)).copied().unwrap_or(1);
    averages.iter().map(|average| quantise(*average, strongest)).collect()
}

/// A byte for a weight: 127 for the strongest and beyond, rounded to the nearest.
fn quantise(average: i64, strongest: i64) -> u8 {
    let strongest = strongest.max(1);
    let rounded = (average * 127 + average.signum() * strongest / 2) / strongest;
    i8::try_from(rounded.clamp(-127, 127)).unwrap_or_default().cast_unsigned()
}

impl Weights for Perceptron {
    fn score(&self, features: &[u32], labels: &[u8], scores: &mut [i32]) {
        for (score, label) in scores.iter_mut().zip(labels) {
            let weights = features.iter().map(|feature| self.weights[self.index(*feature, *label)]);
            *score += weights.sum::<i32>();
        }
    }
}

/// A repeatable shuffle (Fisher and Yates, with the splitmix generator).
pub(crate) fn shuffle<T>(items: &mut [T], seed: &mut u64) {
    for at in (1..items.len()).rev() {
        let other = usize::try_from(random(seed) % (at as u64 + 1)).unwrap_or_default();
        items.swap(at, other);
    }
}

/// The next number of the splitmix generator.
pub(crate) fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
