//! Words of a story that tell one thing in other shapes: "seize" and "seizure", "start" and "begin". Knows words alone.

use std::collections::{BTreeMap, BTreeSet};

use factcheck_syntax::{Upos, wordnet};
use rustc_hash::FxHashMap;

use crate::{lists::Lists, terms::Words};

/// For each word of a story, the number of its kin.
pub(super) fn of(words: &Words) -> Vec<u32> {
    let numbers = numbers(words.all());
    words.all().iter().map(|word| numbers.get(word).copied().unwrap_or(u32::MAX)).collect()
}

/// Lists of words, by their places, as sorted lists of the numbers of their kin.
pub(super) fn fold(lists: &Lists, kin: &[u32]) -> Lists {
    let mut folded = Lists::default();
    let mut numbers: Vec<u32> = Vec::new();
    for words in lists.iter() {
        numbers.clear();
        numbers.extend(words.iter().map(|word| kin[*word as usize]));
        numbers.sort_unstable();
        numbers.dedup();
        folded.push(numbers.iter().copied());
    }
    folded
}

/// Joins words that are derived from each other, those whose most frequent meanings are the same, and a word of one
/// meaning with whatever shares it: "schoolhouse" can only be a school.
fn numbers<'a>(words: &[&'a str]) -> FxHashMap<&'a str, u32> {
    let words: BTreeSet<&str> = words.iter().copied().collect();
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
    let single: BTreeMap<u32, &str> = words.iter().filter_map(|word| Some((only(word)?, *word))).collect();
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
    numbers
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
    use super::{fold, of};
    use crate::{lists::Lists, terms::Words};

    #[test]
    fn joins_words_of_one_kin() {
        let kinds = |text: &'static str| {
            let (mut words, mut lists) = (Words::default(), Lists::default());
            lists.push(text.split(' ').map(|word| words.place(word)));
            fold(&lists, &of(&words)).get(0).len()
        };
        assert_eq!(kinds("protect protection town"), 2);
        assert_eq!(kinds("begin road start"), 2);
        assert_eq!(kinds("export import"), 2);
        assert_eq!(kinds("school schoolhouse"), 1);
    }
}
