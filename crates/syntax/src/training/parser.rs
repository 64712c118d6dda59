//! Trains the parser: projective trees, and tags as the tagger gives them to sentences that it was not trained on.

use std::collections::BTreeMap;

use super::Settings;
use super::conllu::Gold;
use super::network::{Learner, Sample};
use super::perceptron::{random, shuffle};
use super::tagger;
use crate::forms::Form;
use crate::labels::{Tag, Upos, Xpos};
use crate::model;
use crate::parser::class_of;
use crate::parser::features::{RELATION_CLASSES, Word};
use crate::parser::vocabulary::{self, FIRST_KNOWN, STRANGE_TAG, Vocabulary, place};
use crate::tagger::{Buffers, Tagger, kind_of};

/// Parts of the treebank that are tagged by a model of the others.
const FOLDS: usize = 8;
/// Sentences that stay together, as they are of one text.
const BLOCK: usize = 40;
/// Tokens of the longest sentence to learn from.
const LONGEST: usize = 120;
/// Words seen less often are unknown.
const KNOWN: u32 = 2;
/// A word seen n times is taken for an unknown one in this share to n more.
const HIDDEN_SHARE: f64 = 0.3;
/// Of so many arcs of a class, one must have a relation for it to be thought of.
const RELATION_SHARE: u32 = 500;

struct Example<'g> {
    gold: &'g Gold,
    tags: Vec<Tag>,
    forms: Vec<Form>,
    kinds: Vec<u8>,
    /// Projective heads; the root's is the number of words.
    heads: Vec<u16>,
}

/// A trained parser's model file.
#[must_use]
pub fn train(corpus: &[Gold], tagging: Settings, settings: Settings) -> Vec<u8> {
    let examples = examples(corpus, tagging);
    let (known, tags) = (known(&examples), tag_numbers(&examples));
    let numbers: Vec<u32> = known.iter().map(|(word, _)| *word).collect();
    let slots = vocabulary::slots(&numbers);
    let Some(vocabulary) = Vocabulary::new(&slots, &tags) else { return Vec::new() };
    let read: Vec<Vec<Word>> = examples.iter().map(|example| words(example, &vocabulary)).collect();
    let classes = relation_classes(examples.iter().zip(&read));
    let mut learner = Learner::new(usize::from(FIRST_KNOWN) + known.len(), classes, settings);
    let mut samples: Vec<(&Example, &Vec<Word>)> = examples.iter().zip(&read).collect();
    let mut seed = settings.seed;
    for _ in 0..settings.rounds {
        shuffle(&mut samples, &mut seed);
        for (example, words) in &samples {
            let words = with_unknown(example, words, &known, &mut seed);
            let Example { gold, heads, .. } = example;
            learner.learn(&Sample { words: &words, heads, relations: &gold.relations }, samples.len());
        }
    }
    let sections = learner.packed();
    let [rows, start, outputs, biases] = sections.each_ref().map(Vec::as_slice);
    let classes: Vec<u8> = learner.classes().iter().flat_map(|set| set.to_le_bytes()).collect();
    model::write(&[&slots, &tags, &classes, &learner.sure(), rows, start, outputs, biases])
}

/// The words that get a number, with how often they were seen.
fn known(examples: &[Example]) -> Vec<(u32, u32)> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for form in examples.iter().flat_map(|example| &example.forms) {
        *counts.entry(form.word).or_default() += 1;
    }
    let numbers = usize::from(u16::MAX - FIRST_KNOWN);
    counts.into_iter().filter(|(_, count)| *count >= KNOWN).take(numbers).collect()
}

/// The number of each pair of tags, the most frequent first.
fn tag_numbers(examples: &[Example]) -> Vec<u8> {
    let mut counts: BTreeMap<Tag, u32> = BTreeMap::new();
    for tag in examples.iter().flat_map(|example| &example.tags) {
        *counts.entry(*tag).or_default() += 1;
    }
    let mut tags: Vec<(Tag, u32)> = counts.into_iter().collect();
    tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut numbers = vec![STRANGE_TAG; TAG_PAIRS];
    for (number, (tag, _)) in (0..STRANGE_TAG).zip(tags) {
        numbers[place(tag)] = number;
    }
    numbers
}

const TAG_PAIRS: usize = Upos::ALL.len() * Xpos::ALL.len();

fn words(example: &Example, vocabulary: &Vocabulary<'_>) -> Vec<Word> {
    let Example { gold, tags, forms, kinds, .. } = example;
    let seen = gold.tokens.iter().zip(tags).zip(forms).zip(kinds);
    seen.map(|(((token, tag), form), kind)| vocabulary.word(*form, token.text(&gold.text), *tag, *kind))
        .collect()
}

/// The words, some of them as if they were unknown: the rarer the sooner.
#[expect(clippy::float_arithmetic, reason = "a share that falls with a count")]
fn with_unknown(example: &Example, words: &[Word], known: &[(u32, u32)], seed: &mut u64) -> Vec<Word> {
    let mut words = words.to_vec();
    let Example { gold, forms, .. } = example;
    for ((word, token), form) in words.iter_mut().zip(&gold.tokens).zip(forms) {
        let Some(at) = word.number.checked_sub(FIRST_KNOWN) else { continue };
        let count = f64::from(known[usize::from(at)].1);
        if fraction(seed) < HIDDEN_SHARE / (HIDDEN_SHARE + count) {
            word.number = vocabulary::unknown(*form, token.text(&gold.text));
        }
    }
    words
}

/// A number from 0 to below 1.
#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "53 bits are kept")]
fn fraction(seed: &mut u64) -> f64 {
    (random(seed) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The relations of each class of arcs; those that are hardly ever found there are left out.
fn relation_classes<'e>(examples: impl Iterator<Item = (&'e Example<'e>, &'e Vec<Word>)>) -> Vec<u64> {
    let mut counts = vec![[0_u32; 64]; RELATION_CLASSES];
    for (Example { gold, .. }, words) in examples {
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
    let seen = buffers.words.iter().zip(&gold.tokens).zip(&tags);
    let kinds = seen.map(|((word, token), tag)| kind_of(word, token.text(&gold.text), *tag)).collect();
    let forms = buffers.words.iter().map(|word| word.form).collect();
    Example { gold, tags, forms, kinds, heads: projective(&gold.heads) }
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
