//! Words of a story that tell one thing in other shapes: "seize" and "seizure", "start" and "begin". Knows words alone.

use std::collections::{BTreeMap, BTreeSet};

use factcheck_core::claim::Claim;
use factcheck_syntax::{Upos, wordnet};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::terms::Weighed;

/// The words of a claim by the numbers of their kin, sorted: those near the number and those of its clause.
#[derive(Debug)]
pub(super) struct Folded<Words = Weighed> {
    pub(super) near: Words,
    pub(super) terms: Words,
}

/// For each word of a story the number of its kin.
#[derive(Debug, Default)]
pub(super) struct Kin<'a> {
    numbers: FxHashMap<&'a str, u32>,
}

impl<'a> Kin<'a> {
    /// Joins words that are derived from each other, those whose most frequent meanings are the same, and a word of one
    /// meaning with whatever shares it: "schoolhouse" can only be a school.
    pub(super) fn of(words: impl Iterator<Item = &'a String>) -> Self {
        // A story has few words, each many times: sorting them all would cost more than everything else here.
        let words: FxHashSet<&str> = words.map(String::as_str).collect();
        let words: BTreeSet<&str> = words.into_iter().collect();
        let mut leaders: BTreeMap<&str, &str> = words.iter().map(|word| (*word, *word)).collect();
        let mut meanings: BTreeMap<u32, &str> = BTreeMap::new();
        for word in &words {
            for other in wordnet::derived(word) {
                if let Some(other) = words.get(other) {
                    join(&mut leaders, word, other);
                }
            }
            for upos in [Upos::Noun, Upos::Verb, Upos::Adj] {
                let Some(meaning) = wordnet::meaning(word, upos) else { continue };
                let first = *meanings.entry(meaning).or_insert(word);
                join(&mut leaders, first, word);
            }
        }
        let only = |word: &str| {
            let mut all = wordnet::meanings(word);
            all.next().filter(|_| all.next().is_none())
        };
        let single: BTreeMap<u32, &str> =
            words.iter().filter_map(|word| Some((only(word)?, *word))).collect();
        for word in words.iter().filter(|_| !single.is_empty()) {
            for one in wordnet::meanings(word).filter_map(|meaning| single.get(&meaning)) {
                join(&mut leaders, one, word);
            }
        }
        // A leader comes before its kin in the alphabet, so its number is known first.
        let mut numbers = FxHashMap::default();
        for (word, next) in words.iter().zip(0..) {
            let number = numbers.get(leader(&leaders, word)).copied().unwrap_or(next);
            numbers.insert(*word, number);
        }
        Self { numbers }
    }

    /// One more than the largest number.
    pub(super) fn size(&self) -> usize {
        self.numbers.len()
    }

    /// The words of a claim.
    pub(super) fn fold(&self, claim: &Claim) -> Folded<Vec<u32>> {
        Folded { near: self.numbers(&claim.near), terms: self.numbers(&claim.terms) }
    }

    fn numbers(&self, words: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> =
            words.iter().filter_map(|word| self.numbers.get(word.as_str()).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

fn join<'a>(leaders: &mut BTreeMap<&'a str, &'a str>, one: &'a str, other: &'a str) {
    let (x, y) = (leader(leaders, one), leader(leaders, other));
    leaders.insert(x.max(y), x.min(y));
}

fn leader<'a>(leaders: &BTreeMap<&'a str, &'a str>, mut at: &'a str) -> &'a str {
    while let Some(up) = leaders.get(at).filter(|up| **up != at) {
        at = up;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Kin;

    #[test]
    fn joins_words_of_one_kin() {
        let kinds = |words: &str| {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            Kin::of(words.iter()).numbers(&words).len()
        };
        assert_eq!(kinds("protect protection town"), 2);
        assert_eq!(kinds("begin road start"), 2);
        assert_eq!(kinds("export import"), 2);
        assert_eq!(kinds("school schoolhouse"), 1);
    }
}
