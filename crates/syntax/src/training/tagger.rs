//! Trains the tagger: counts the dictionary, then learns the weights.

use std::collections::BTreeMap;

use super::Settings;
use super::conllu::Gold;
use super::perceptron::{Perceptron, shuffle};
use crate::forms::{self, Case};
use crate::labels::{Tag, Upos, Xpos};
use crate::model;
use crate::tagger::dictionary::{self, Entry, UNSURE};
use crate::tagger::features::features;
use crate::tagger::{Buffers, Candidates, Tagger, is_headline, kinds, last_two, senses, window};
use crate::weights::{LINE, best};

/// Words seen this often have an entry; rarer ones teach what unknown words look like.
const KNOWN: u32 = 2;
/// Words seen this often can be sure.
const SURE_COUNT: u32 = 6;
/// Of so many, one may differ.
const SURE_SHARE: u32 = 200;
/// Words seen less often may have labels that were not seen.
const RARE: u32 = 8;

/// A trained tagger's model file.
#[must_use]
pub fn train(corpus: &[Gold], settings: Settings) -> Vec<u8> {
    let labels = labels(corpus);
    let label_bytes: Vec<u8> = labels.iter().flat_map(|tag| [tag.upos as u8, tag.xpos as u8]).collect();
    let open = open_labels(&labels);
    let open_bytes: Vec<u8> = open.iter().flat_map(|set| set.to_le_bytes()).collect();
    let (slots, classes) = dictionary(corpus, &labels, open[0], open[2]);
    let empty = vec![0; LINE];
    let write = |weights: &[u8]| model::write(&[&label_bytes, &open_bytes, &slots, &classes, weights]);
    let untrained = write(&empty);
    let Some(mut tagger) = Tagger::new(&untrained) else { return Vec::new() };
    tagger.narrows_names = false;
    write(&learn(&tagger, corpus, &labels, settings).packed())
}

/// The labels, the most frequent first, as many as a line holds less the one for the start.
fn labels(corpus: &[Gold]) -> Vec<Tag> {
    let mut counts: BTreeMap<Tag, u32> = BTreeMap::new();
    for tag in corpus.iter().flat_map(|gold| &gold.tags) {
        *counts.entry(*tag).or_default() += 1;
    }
    let mut labels: Vec<(Tag, u32)> = counts.into_iter().filter(|(tag, _)| tag.xpos != Xpos::Gw).collect();
    labels.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    labels.into_iter().map(|(tag, _)| tag).take(LINE - 1).collect()
}

fn number(labels: &[Tag], tag: Tag) -> Option<u8> {
    labels.iter().position(|label| *label == tag).and_then(|at| u8::try_from(at).ok())
}

/// Labels of unknown words in lower case, of capitalised ones, of names, and of addresses.
fn open_labels(labels: &[Tag]) -> [u64; 4] {
    let set = |belongs: &dyn Fn(&Tag) -> bool| {
        (0..).zip(labels).filter(|(_, tag)| belongs(tag)).fold(0_u64, |set, (at, _)| set | 1 << at)
    };
    let is_name =
        |tag: &Tag| matches!(tag.upos, Upos::Propn) || (tag.upos, tag.xpos) == (Upos::Adj, Xpos::Nnp);
    let is_open = |tag: &Tag| {
        matches!(tag.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Intj | Upos::Num | Upos::X)
            || matches!(tag.upos, Upos::Sym | Upos::Punct) && matches!(tag.xpos, Xpos::Sym | Xpos::Nfp)
            || is_name(tag)
    };
    [set(&is_open), set(&is_open), set(&is_name), set(&|tag| tag.xpos == Xpos::Add)]
}

#[derive(Default)]
struct Seen {
    all: BTreeMap<u8, u32>,
    by_case: [BTreeMap<u8, u32>; 3],
    senses: u8,
    kinds: [u8; 2],
}

/// The dictionary's slots and its classes.
fn dictionary(corpus: &[Gold], labels: &[Tag], open: u64, names: u64) -> (Vec<u8>, Vec<u8>) {
    let mut words: BTreeMap<u32, Seen> = BTreeMap::new();
    for gold in corpus {
        for (token, tag) in gold.tokens.iter().zip(&gold.tags) {
            let Some(label) = number(labels, *tag) else { continue };
            let form = forms::read(token.text(&gold.text));
            let seen = words.entry(form.word).or_default();
            if seen.all.is_empty() {
                seen.senses = senses(token.text(&gold.text), &form);
                seen.kinds = kinds(token.text(&gold.text), &form);
            }
            *seen.all.entry(label).or_default() += 1;
            *seen.by_case[form.case() as usize].entry(label).or_default() += 1;
        }
    }
    let mut classes: BTreeMap<u64, u16> = BTreeMap::new();
    let mut class_bytes = vec![0; 8];
    let mut entries = Vec::new();
    for (word, seen) in words {
        let total: u32 = seen.all.values().sum();
        if total < KNOWN {
            continue;
        }
        let mut class = |counts: &BTreeMap<u8, u32>, open: u64| {
            let set = labels_of(counts, labels, open);
            let next = u16::try_from(classes.len() + 1).unwrap_or(u16::MAX);
            *classes.entry(set).or_insert_with(|| {
                class_bytes.extend_from_slice(&set.to_le_bytes());
                next
            })
        };
        let lower = &seen.by_case[Case::Lower as usize];
        let class_of_all = class(&seen.all, open);
        // Words that were seen capitalised only are no names in lower case: "rose", "bush".
        let lower_class = if lower.is_empty() && expanded(&seen.all, labels) {
            class(lower, open & !names)
        } else if lower.is_empty() {
            class_of_all
        } else {
            class(lower, open & !names)
        };
        let sure = [Case::Lower, Case::Title, Case::Upper].map(|case| sure(&seen.by_case[case as usize]));
        entries.push((
            word,
            Entry { class: class_of_all, lower_class, sure, senses: seen.senses, kinds: seen.kinds },
        ));
    }
    (dictionary::build(&entries), class_bytes)
}

/// The labels that a word can have: those seen, and all open ones if it is rare.
fn labels_of(counts: &BTreeMap<u8, u32>, labels: &[Tag], open: u64) -> u64 {
    let total: u32 = counts.values().sum();
    let seen = counts.keys().fold(0_u64, |set, label| set | 1 << label);
    if total < RARE && expanded(counts, labels) { seen | open } else { seen }
}

/// Whether a rare word can have labels that were not seen: none of those seen is a closed class.
fn expanded(counts: &BTreeMap<u8, u32>, labels: &[Tag]) -> bool {
    use Upos::{Adp, Aux, Cconj, Det, Num, Pron, Punct};
    let closed = |tag: &Tag| matches!(tag.upos, Punct | Det | Adp | Pron | Aux | Cconj | Num);
    !counts.keys().any(|label| labels.get(usize::from(*label)).is_some_and(closed))
}

/// The label that a word nearly always has.
fn sure(counts: &BTreeMap<u8, u32>) -> u8 {
    let total: u32 = counts.values().sum();
    let Some((label, most)) = counts.iter().max_by_key(|(_, count)| **count) else { return UNSURE };
    if total >= SURE_COUNT && (total - most) * SURE_SHARE <= total { *label } else { UNSURE }
}

fn learn(tagger: &Tagger, corpus: &[Gold], labels: &[Tag], settings: Settings) -> Perceptron {
    let mut weights = Perceptron::new(settings.bits);
    let mut order: Vec<&Gold> = corpus.iter().collect();
    let mut seed = settings.seed;
    let mut buffers = Buffers::default();
    for _ in 0..settings.rounds {
        shuffle(&mut order, &mut seed);
        for gold in &order {
            Tagger::look_up(&gold.text, &gold.tokens, &mut buffers);
            for at in 0..gold.tokens.len() {
                tagger.read_around(&gold.text, &gold.tokens, &mut buffers, at);
            }
            learn_sentence(&mut weights, &mut buffers, gold, labels);
        }
    }
    weights
}

fn learn_sentence(weights: &mut Perceptron, buffers: &mut Buffers, gold: &Gold, labels: &[Tag]) {
    let Buffers { words, candidates, labels: chosen, .. } = buffers;
    chosen.clear();
    let headline = is_headline(&gold.text, &gold.tokens);
    for (at, tag) in gold.tags.iter().enumerate() {
        let label = match candidates[at] {
            Candidates::Unread => continue,
            Candidates::Sure(label) => label,
            Candidates::Among(set) => {
                let seen = features(window(words, at), last_two(chosen), headline);
                let label = best(&seen, set, weights);
                weights.tick();
                let right = number(labels, *tag).filter(|right| set & (1 << right) != 0);
                if let Some(right) = right.filter(|right| *right != label) {
                    weights.learn(&seen, right, label);
                }
                label
            }
        };
        chosen.push(label);
    }
}
