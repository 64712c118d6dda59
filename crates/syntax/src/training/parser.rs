//! Trains the parser: projective trees, a dynamic oracle (Goldberg and Nivre 2013), and tags as the
//! tagger gives them to sentences that it was not trained on.

use std::collections::BTreeMap;

use super::Settings;
use super::conllu::Gold;
use super::perceptron::{Perceptron, quantised, random, shuffle};
use super::tagger;
use crate::analyser::read_words;
use crate::labels::{Relation, Tag};
use crate::model;
use crate::parser::features::{RELATION_CLASSES, Word, features, outline, relation_features};
use crate::parser::state::{State, Transition};
use crate::parser::{MoveWeights, ROWS, SureMoves, check, choose, class_of, row};
use crate::tagger::{Buffers, Tagger};
use crate::weights::best;

/// Parts of the treebank that are tagged by a model of the others.
const FOLDS: usize = 8;
/// Sentences that stay together, as they are of one text.
const BLOCK: usize = 40;
/// Of ten wrong transitions, so many are followed, so that the parser learns to go on from them.
const FOLLOWED: u64 = 9;
/// Tokens of the longest sentence to learn from.
const LONGEST: usize = 120;

/// Passes of the training that finds the sure transitions.
const SCOUTING: u32 = 3;
/// Outlines met this often can be sure.
const SURE_COUNT: u32 = 10;
/// Of so many states, one may differ.
const SURE_SHARE: u32 = 120;
const SURE_ROWS: usize = 1 << 15;
/// Of so many arcs of a class, one must have a relation for it to be thought of.
const RELATION_SHARE: u32 = 500;

struct Example<'g> {
    gold: &'g Gold,
    words: Vec<Word>,
    /// Projective heads; the root's is the number of words.
    heads: Vec<u16>,
}

/// A trained parser's model file.
#[must_use]
pub fn train(corpus: &[Gold], tagging: Settings, settings: Settings) -> Vec<u8> {
    let examples = examples(corpus, tagging);
    let classes = relation_classes(&examples);
    // A first, short training shows which states need no decision.
    let mut scout = Learner::new(settings.bits, classes.clone(), Vec::new());
    scout.learn_all(&examples, Settings { rounds: SCOUTING, ..settings });
    let mut learner = Learner::new(settings.bits, classes, scout.outlines.sure());
    learner.learn_all(&examples, settings);
    let classes: Vec<u8> = learner.classes.iter().flat_map(|set| set.to_le_bytes()).collect();
    model::write(&[&learner.moves.packed(), &learner.sure, &classes, &learner.relations.packed()])
}

/// The relations of each class of arcs; those that are hardly ever found there are left out.
fn relation_classes(examples: &[Example]) -> Vec<u64> {
    let mut counts = vec![[0_u32; 64]; RELATION_CLASSES];
    for Example { gold, words, .. } in examples {
        for (at, (head, relation)) in (0_u16..).zip(gold.heads.iter().zip(&gold.relations)) {
            if at != *head {
                counts[class_of(words, at, *head)][*relation as usize] += 1;
            }
        }
    }
    let set = |counts: &[u32; 64]| {
        let total: u32 = counts.iter().sum();
        let kept = (0..64).filter(|at| counts[*at] > 0 && counts[*at] * RELATION_SHARE >= total);
        kept.fold(0_u64, |set, at| set | 1 << at)
    };
    counts.iter().map(set).collect()
}

/// The sentences with tags from models that did not see them.
fn examples(corpus: &[Gold], tagging: Settings) -> Vec<Example<'_>> {
    let mut examples = Vec::new();
    for fold in 0..FOLDS {
        let (others, own): (Vec<_>, Vec<_>) =
            corpus.iter().enumerate().partition(|(at, _)| at / BLOCK % FOLDS != fold);
        let others: Vec<Gold> = others.into_iter().map(|(_, gold)| gold.clone()).collect();
        let model = tagger::train(&others, tagging);
        let Some(tagger) = Tagger::new(&model) else { continue };
        for (at, gold) in own {
            if gold.tokens.len() <= LONGEST {
                examples.push((at, example(gold, &tagger)));
            }
        }
    }
    examples.sort_by_key(|(at, _)| *at);
    examples.into_iter().map(|(_, example)| example).collect()
}

fn example<'g>(gold: &'g Gold, tagger: &Tagger) -> Example<'g> {
    let mut buffers = Buffers::default();
    let mut tags: Vec<Tag> = Vec::new();
    tagger.tag(&gold.text, &gold.tokens, &mut buffers, &mut tags);
    let mut words = Vec::new();
    read_words(&gold.text, &gold.tokens, &buffers, &tags, &mut words);
    Example { gold, words, heads: projective(&gold.heads) }
}

/// Lifts the heads of crossing arcs until none crosses another; the root's head is behind the last
/// word.
fn projective(heads: &[u16]) -> Vec<u16> {
    let root = u16::try_from(heads.len()).unwrap_or(u16::MAX);
    let mut heads: Vec<u16> =
        (0..).zip(heads).map(|(at, head)| if *head == at { root } else { *head }).collect();
    while let Some(at) = crossing(&heads, root) {
        let head = heads[at];
        heads[at] = heads[usize::from(head)];
    }
    heads
}

/// The shortest arc that has a word below it which does not depend on its head.
fn crossing(heads: &[u16], root: u16) -> Option<usize> {
    let depends = |mut word: u16, head: u16| {
        for _ in 0..=heads.len() {
            if word == head {
                return true;
            }
            if word == root {
                return false;
            }
            word = heads[usize::from(word)];
        }
        false
    };
    (0..root)
        .filter(|at| heads[usize::from(*at)] != root)
        .filter(|at| {
            let head = heads[usize::from(*at)];
            (at.min(&head) + 1..*at.max(&head)).any(|between| !depends(between, head))
        })
        .min_by_key(|at| heads[usize::from(*at)].abs_diff(*at))
        .map(usize::from)
}

struct Learner {
    moves: Moves,
    relations: Perceptron,
    classes: Vec<u64>,
    outlines: Outlines,
    /// The table of sure transitions.
    sure: Vec<u8>,
}

impl Learner {
    fn new(bits: u32, classes: Vec<u64>, sure: Vec<u8>) -> Self {
        let outlines = Outlines::default();
        Self { moves: Moves::new(), relations: Perceptron::new(bits), classes, outlines, sure }
    }

    fn learn_all(&mut self, examples: &[Example], settings: Settings) {
        let mut order: Vec<&Example> = examples.iter().collect();
        let mut seed = settings.seed;
        let mut state = State::default();
        for round in 0..settings.rounds {
            shuffle(&mut order, &mut seed);
            self.outlines = Outlines::default();
            for example in &order {
                self.learn(example, &mut state, round > 0, &mut seed);
            }
        }
    }

    fn learn(&mut self, example: &Example, state: &mut State, explore: bool, random_state: &mut u64) {
        let Example { gold, words, heads } = example;
        state.reset(u16::try_from(words.len()).unwrap_or_default());
        while !state.is_done() {
            let sure = SureMoves(self.sure.as_chunks().0).find(outline(state, words));
            let made = match sure.filter(|transition| state.allows(*transition)) {
                Some(transition) => transition,
                None => self.decide(state, words, heads, explore, random_state),
            };
            let relation = self.relation(gold, words, heads, state, made);
            state.make(made, relation);
        }
    }

    /// Chooses the next transition, and learns where it is wrong.
    fn decide(
        &mut self,
        state: &State,
        words: &[Word],
        heads: &[u16],
        explore: bool,
        random_state: &mut u64,
    ) -> Transition {
        let found = features(state, words);
        let scores = self.moves.scores(&found);
        let chosen = choose(state, &scores);
        let costs = Transition::ALL.map(|transition| {
            if state.allows(transition) { cost(state, heads, transition) } else { u32::MAX }
        });
        let least = costs.iter().min().copied().unwrap_or_default();
        self.outlines.count(outline(state, words), costs.map(|cost| cost == least), chosen);
        let right = choose_among(&scores, |transition| costs[transition as usize] == least);
        self.moves.weights.tick();
        let is_wrong = costs[chosen as usize] != least;
        if is_wrong {
            self.moves.learn(&found, right, chosen);
        }
        let follow = !is_wrong || explore && random(random_state) % 10 < FOLLOWED;
        if follow { chosen } else { right }
    }

    /// Chooses the relation of the arc, and learns it where the arc is right.
    fn relation(
        &mut self,
        gold: &Gold,
        words: &[Word],
        heads: &[u16],
        state: &State,
        made: Transition,
    ) -> Relation {
        let Some((dependent, head)) = state.arc(made) else { return Relation::Dep };
        if head == state.count {
            return Relation::Root;
        }
        let right = gold.relations[usize::from(dependent)];
        let set = self.classes[class_of(words, dependent, head)];
        if set == 0 {
            return right;
        }
        let seen = relation_features(state, words, dependent, head);
        let chosen = best(&seen, set, &self.relations);
        self.relations.tick();
        if heads[usize::from(dependent)] == head && chosen != right as u8 && set & (1 << (right as u8)) != 0 {
            self.relations.learn(&seen, right as u8, chosen);
        }
        Relation::from_number(chosen).unwrap_or(Relation::Dep)
    }
}

/// For every outline: how often it was met, how often each transition was right, and chosen.
#[derive(Default)]
struct Outlines(BTreeMap<u32, (u32, [u32; 3], [u32; 3])>);

impl Outlines {
    fn count(&mut self, outline: u32, right: [bool; 3], chosen: Transition) {
        let (met, rights, choices) = self.0.entry(outline & !3).or_default();
        *met += 1;
        for (count, right) in rights.iter_mut().zip(right) {
            *count += u32::from(right);
        }
        choices[chosen as usize] += 1;
    }

    /// The table of those transitions that are right in nearly all states and usually chosen.
    fn sure(&self) -> Vec<u8> {
        let mut table = vec![(0_u32, 0_u32); SURE_ROWS];
        for (outline, (met, rights, choices)) in &self.0 {
            let usual = Transition::ALL.into_iter().max_by_key(|transition| choices[*transition as usize]);
            let Some(usual) = usual else { continue };
            let wrong = met - rights[usual as usize];
            let row = &mut table[row(*outline, SURE_ROWS)];
            if *met >= SURE_COUNT && wrong * SURE_SHARE <= *met && *met > row.0 {
                *row = (*met, outline | usual as u32);
            }
        }
        table.into_iter().flat_map(|(_, held)| held.to_le_bytes()).collect()
    }
}

/// How many arcs of the gold tree can no longer be made after the transition.
fn cost(state: &State, heads: &[u16], transition: Transition) -> u32 {
    let top = state.top(0);
    let next = state.next;
    let head = |word: u16| heads.get(usize::from(word)).copied();
    let count = |yes: bool| u32::from(yes);
    let waiting = || (next..state.count).map(|word| count(head(word) == Some(top))).sum::<u32>();
    let in_queue = |head: u16| head >= next && head < state.count;
    match transition {
        Transition::Shift => {
            let below = &state.stack[..state.stack.len().saturating_sub(1)];
            let own = count(head(next).is_some_and(|head| below.contains(&head)));
            own + state.stack.iter().map(|word| count(head(*word) == Some(next))).sum::<u32>()
        }
        Transition::Left => {
            let lost = head(top).is_some_and(|head| head == state.top(1) || in_queue(head) && head != next);
            count(lost) + waiting()
        }
        Transition::Right => count(head(top).is_some_and(in_queue)) + waiting(),
    }
}

fn choose_among(scores: &[i32; 3], belongs: impl Fn(Transition) -> bool) -> Transition {
    let mut found = (i32::MIN, Transition::Shift);
    for transition in Transition::ALL {
        let score = scores[transition as usize];
        if belongs(transition) && score > found.0 {
            found = (score, transition);
        }
    }
    found.1
}

/// Three weights a feature, in a table so large that features hardly meet.
struct Moves {
    weights: Perceptron,
    /// The feature that each row was first learned for.
    owners: Vec<u32>,
}

const TRAINING_ROWS: usize = 1 << 22;

impl Moves {
    fn new() -> Self {
        Self { weights: Perceptron::flat(TRAINING_ROWS * 3), owners: vec![0; TRAINING_ROWS] }
    }

    fn learn(&mut self, features: &[u32], right: Transition, chosen: Transition) {
        for feature in features {
            let row = row(*feature, TRAINING_ROWS);
            if self.owners[row] == 0 {
                self.owners[row] = *feature;
            }
            self.weights.add(row * 3 + right as usize, 1);
            self.weights.add(row * 3 + chosen as usize, -1);
        }
    }

    /// The strongest feature for each row.
    fn packed(&self) -> Vec<u8> {
        let averages = self.weights.averages();
        let mut table = vec![[0_i64; 3]; ROWS];
        let mut owners = vec![0_u8; ROWS];
        let strength = |weights: &[i64; 3]| {
            weights.iter().max().copied().unwrap_or(0) - weights.iter().min().copied().unwrap_or(0)
        };
        for (weights, owner) in averages.as_chunks::<3>().0.iter().zip(&self.owners) {
            let row = row(*owner, ROWS);
            if strength(weights) > strength(&table[row]) {
                table[row] = *weights;
                owners[row] = check(*owner);
            }
        }
        let weights = quantised(table.as_flattened());
        let (weights, _) = weights.as_chunks::<3>();
        owners.iter().zip(weights).flat_map(|(owner, [a, b, c])| [*owner, *a, *b, *c]).collect()
    }
}

impl MoveWeights for Moves {
    fn scores(&self, features: &[u32]) -> [i32; 3] {
        let mut scores = [0; 3];
        for feature in features {
            let at = row(*feature, TRAINING_ROWS) * 3;
            for (score, weight) in scores.iter_mut().zip(self.weights.row(at)) {
                *score += weight;
            }
        }
        scores
    }
}
