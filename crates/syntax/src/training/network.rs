//! Learns the parser's network: gradient steps of their own size for each weight (Duchi, Hazan and Singer 2011),
//! hidden units left out at random, and states that the parser itself runs into. One thread and no sums in an order
//! that may change, so that the same treebanks give the same bytes.
#![expect(
    clippy::float_arithmetic,
    reason = "gradients are small fractions; what is written down are whole numbers"
)]

use std::collections::BTreeMap;

use super::Settings;
use super::oracle::cost;
use super::perceptron::random;
use crate::labels::Relation;
use crate::parser::features::{COUNT, WORD_PLACES, WORDS_FROM, Word, rows};
use crate::parser::network::{MIDDLE, OUTPUTS, WIDTH, output};
use crate::parser::outlines::{self, outline};
use crate::parser::state::{State, Transition};
use crate::parser::{candidates, choose, class_of};

/// Size of the first steps; it falls to nothing.
const STEP: f32 = 0.05;
/// Of the hidden units, so many are left out.
const LEFT_OUT: f32 = 0.2;
/// What is as probable as this needs no learning.
const SURE: f32 = 0.995;
/// Of ten wrong transitions, so many are followed, so that the parser learns to go on from them.
const FOLLOWED: u64 = 9;

/// An outline that was met so often can be sure.
const MET: u32 = 10;
/// Of so many states of a sure outline, one may differ.
const SHARE: u32 = 400;

type Layer = [f32; WIDTH];

/// A sentence to learn from.
pub(crate) struct Sample<'s> {
    pub(crate) words: &'s [Word],
    pub(crate) heads: &'s [u16],
    pub(crate) relations: &'s [Relation],
}

/// One vector of weights, with the sum of the squares of its gradients.
#[derive(Clone)]
struct Weights {
    values: Layer,
    squares: Layer,
}

impl Weights {
    fn random(size: f32, seed: &mut u64) -> Self {
        Self { values: std::array::from_fn(|_| (fraction(seed) * 2.0 - 1.0) * size), squares: [0.0; WIDTH] }
    }

    fn step(&mut self, gradient: &Layer, scale: f32, size: f32) {
        for ((value, square), gradient) in self.values.iter_mut().zip(&mut self.squares).zip(gradient) {
            let gradient = gradient * scale;
            *square += gradient * gradient;
            *value -= size * gradient / (square.sqrt() + TINY);
        }
    }
}

const TINY: f32 = 1e-4;

/// What one output begins with.
#[derive(Clone, Copy, Default)]
struct Bias {
    value: f32,
    square: f32,
}

/// Weights that learn.
pub(crate) struct Learner {
    rows: Vec<Weights>,
    start: Weights,
    outputs: Vec<Weights>,
    biases: Vec<Bias>,
    /// The relations of each class of arcs.
    classes: Vec<u64>,
    seed: u64,
    rounds: u32,
    seen: usize,
    state: State,
    /// How often each outline was met in this round, and how often the next word could go onto the stack.
    outlines: BTreeMap<u32, [u32; 2]>,
}

/// A state while it is learnt.
struct Pass {
    rows: [u32; COUNT],
    hidden: Layer,
    /// The gradient at the hidden layer, if there is any.
    gradient: Option<Layer>,
    /// Size of the steps.
    size: f32,
}

impl Learner {
    /// A network that knows nothing yet, for so many words.
    pub(crate) fn new(words: usize, classes: Vec<u64>, settings: Settings) -> Self {
        let mut seed = settings.seed;
        let count = WORDS_FROM as usize + words * WORD_PLACES as usize;
        Self {
            rows: (0..count).map(|_| Weights::random(0.08, &mut seed)).collect(),
            start: Weights { values: [0.1; WIDTH], squares: [0.0; WIDTH] },
            outputs: (0..OUTPUTS).map(|_| Weights::random(0.2, &mut seed)).collect(),
            biases: vec![Bias::default(); OUTPUTS],
            classes,
            seed,
            rounds: settings.rounds,
            seen: 0,
            state: State::default(),
            outlines: BTreeMap::new(),
        }
    }

    pub(crate) fn classes(&self) -> &[u64] {
        &self.classes
    }

    /// Learns a sentence, one of so many of a round.
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn learn(&mut self, sample: &Sample<'_>, samples: usize) {
        let explores = self.seen >= samples;
        let done = self.seen as f32 / (samples as f32 * self.rounds as f32);
        let size = STEP * (1.0 - done).max(0.02);
        if self.seen.is_multiple_of(samples) {
            self.outlines.clear();
        }
        self.seen += 1;
        let mut state = std::mem::take(&mut self.state);
        state.reset(u16::try_from(sample.words.len()).unwrap_or_default());
        while !state.is_done() {
            let rows = rows(&state, sample.words);
            let hidden = self.hidden(&rows);
            let mut pass = Pass { rows, hidden, gradient: None, size };
            let made = self.transition(&state, sample, explores, &mut pass);
            let relation = self.relation(&state, sample, made, &mut pass);
            self.learn_rows(&pass);
            state.make(made, relation);
        }
        self.state = state;
    }

    /// The hidden layer, some of its units left out, the others in their place.
    fn hidden(&mut self, rows: &[u32; COUNT]) -> Layer {
        let mut hidden = self.start.values;
        for row in rows {
            for (unit, weight) in hidden.iter_mut().zip(&self.rows[*row as usize].values) {
                *unit += weight;
            }
        }
        for unit in &mut hidden {
            let is_kept = fraction(&mut self.seed) >= LEFT_OUT;
            *unit = if is_kept { unit.max(0.0) / (1.0 - LEFT_OUT) } else { 0.0 };
        }
        hidden
    }

    fn score(&self, hidden: &Layer, output: usize) -> f32 {
        let parts = hidden.iter().zip(&self.outputs[output].values);
        parts.map(|(unit, weight)| unit * weight).sum::<f32>() + self.biases[output].value
    }

    /// Chooses the next transition, and learns it.
    fn transition(
        &mut self,
        state: &State,
        sample: &Sample<'_>,
        explores: bool,
        pass: &mut Pass,
    ) -> Transition {
        let scores = [0, 1, 2].map(|output| self.score(&pass.hidden, output));
        let costs = Transition::ALL.map(|transition| {
            if state.allows(transition) { cost(state, sample.heads, transition) } else { u32::MAX }
        });
        let least = costs.iter().min().copied().unwrap_or_default();
        let open = |at: usize| costs[at] != u32::MAX;
        let parts = probable(&scores, open);
        let right = |at: usize| costs[at] == least;
        let share: f32 = (0..3).filter(|at| right(*at)).map(|at| parts[at]).sum();
        if share < SURE {
            for at in (0..3).filter(|at| open(*at)) {
                let wanted = if right(at) { parts[at] / share } else { 0.0 };
                self.learn_output(at, parts[at] - wanted, pass);
            }
        }
        let [met, shifted] = self.outlines.entry(outline(state, sample.words)).or_default();
        *met += 1;
        *shifted += u32::from(right(Transition::Shift as usize));
        let chosen = choose(state, &scores);
        let follows = right(chosen as usize) || explores && random(&mut self.seed) % 10 < FOLLOWED;
        if follows {
            return chosen;
        }
        let best = Transition::ALL.into_iter().filter(|transition| right(*transition as usize));
        let best = best.max_by(|a, b| scores[*a as usize].total_cmp(&scores[*b as usize]));
        best.unwrap_or(chosen)
    }

    /// Chooses the relation of the arc, and learns it where the arc is right.
    fn relation(
        &mut self,
        state: &State,
        sample: &Sample<'_>,
        made: Transition,
        pass: &mut Pass,
    ) -> Relation {
        let Some((dependent, head)) = state.arc(made) else { return Relation::Dep };
        if head == state.count {
            return Relation::Root;
        }
        let set = candidates(self.classes[class_of(sample.words, dependent, head)]);
        let wanted = sample.relations[usize::from(dependent)];
        let open = |at: usize| set >> at & 1 != 0;
        let mut scores = [f32::MIN; 64];
        for at in (0..64).filter(|at| open(*at)) {
            scores[at] = self.score(&pass.hidden, output_of(at, made));
        }
        let best = (0..64).filter(|at| open(*at)).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        let is_right = sample.heads[usize::from(dependent)] == head;
        if is_right && open(wanted as usize) && !set.is_power_of_two() {
            let parts = probable(&scores, open);
            if parts[wanted as usize] < SURE {
                for at in (0..64).filter(|at| open(*at)) {
                    let change = parts[at] - if at == wanted as usize { 1.0 } else { 0.0 };
                    self.learn_output(output_of(at, made), change, pass);
                }
            }
        }
        best.and_then(|best| Relation::ALL.get(best).copied()).unwrap_or(Relation::Dep)
    }

    /// Moves an output, and passes the gradient on.
    fn learn_output(&mut self, output: usize, change: f32, pass: &mut Pass) {
        if change.abs() < TINY {
            return;
        }
        let weights = &mut self.outputs[output];
        let gradient = pass.gradient.get_or_insert([0.0; WIDTH]);
        for (gradient, weight) in gradient.iter_mut().zip(&weights.values) {
            *gradient += change * weight;
        }
        weights.step(&pass.hidden, change, pass.size);
        let bias = &mut self.biases[output];
        bias.square += change * change;
        bias.value -= pass.size * change / (bias.square.sqrt() + TINY);
    }

    /// Moves the rows of a state.
    fn learn_rows(&mut self, pass: &Pass) {
        let Some(mut gradient) = pass.gradient else { return };
        for (gradient, unit) in gradient.iter_mut().zip(&pass.hidden) {
            *gradient = if *unit > 0.0 { *gradient / (1.0 - LEFT_OUT) } else { 0.0 };
        }
        self.start.step(&gradient, 1.0, pass.size);
        for row in &pass.rows {
            self.rows[*row as usize].step(&gradient, 1.0, pass.size);
        }
    }

    /// The outlines in which the next word surely goes onto the stack.
    pub(crate) fn sure(&self) -> Vec<u8> {
        let is_sure = |[met, shifted]: [u32; 2]| met >= MET && (met - shifted) * SHARE <= met;
        let sure = self.outlines.iter().filter(|(_, counts)| is_sure(**counts));
        outlines::pack(sure.map(|(outline, [met, _])| (*outline, *met)))
    }

    /// Rows, first values, outputs and their biases, in whole numbers.
    pub(crate) fn packed(&self) -> [Vec<u8>; 4] {
        let byte = |value: f32| {
            let whole = (value * ROW_SCALE).round().clamp(-127.0, 127.0);
            whole_number(whole + f32::from(MIDDLE)).to_le_bytes()[0]
        };
        let rows = self.rows.iter().flat_map(|row| row.values.map(byte)).collect();
        let short = |value: f32, most: f32| {
            let [a, b, ..] = whole_number(value.clamp(-most, most)).to_le_bytes();
            [a, b]
        };
        let start = self.start.values.map(|value| short(value * ROW_SCALE, 1_000.0));
        let outputs = self.outputs.iter().flat_map(|weights| weights.values);
        let outputs = outputs.flat_map(|value| short(value * OUTPUT_SCALE, 4_095.0));
        let biases = self.biases.iter().flat_map(|bias| {
            let scaled = bias.value * ROW_SCALE * OUTPUT_SCALE;
            whole_number(scaled.clamp(-1e9, 1e9)).to_le_bytes()
        });
        [rows, start.as_flattened().to_vec(), outputs.collect(), biases.collect()]
    }
}

/// Weights of rows are bytes in parts of this, those of outputs have two bytes. The largest are cut off, so that no sum
/// of products leaves 32 bits: 40 rows of 127 and a start of 1,000, times 4,095, 64 times.
const ROW_SCALE: f32 = 48.0;
const OUTPUT_SCALE: f32 = 1024.0;

#[expect(clippy::cast_possible_truncation, reason = "rounded, and the callers keep it in range")]
fn whole_number(value: f32) -> i32 {
    value.round() as i32
}

fn output_of(relation: usize, transition: Transition) -> usize {
    output(u8::try_from(relation).unwrap_or_default(), transition)
}

/// The probability of each open choice.
fn probable<const N: usize>(scores: &[f32; N], open: impl Fn(usize) -> bool) -> [f32; N] {
    let most = (0..N).filter(|at| open(*at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let parts: [f32; N] = std::array::from_fn(|at| if open(at) { (scores[at] - most).exp() } else { 0.0 });
    let sum: f32 = parts.iter().sum();
    parts.map(|part| part / sum)
}

/// A number from 0 to below 1.
#[expect(clippy::cast_precision_loss, reason = "24 bits are kept")]
fn fraction(seed: &mut u64) -> f32 {
    (random(seed) >> 40) as f32 / (1_u64 << 24) as f32
}
