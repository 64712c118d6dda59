//! How much the words around two statements have in common, rare words counting more.

use rustc_hash::FxHashMap;

use crate::lists::shared;

/// How rare a word is that stands in `count` of so many statements; never nought.
#[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
fn rarity(count: u32, statements: u32) -> f64 {
    (f64::from(statements.max(2)) / f64::from(count.max(1))).ln().max(0.1)
}

/// The words of a story, each once, by their places.
#[derive(Debug, Default)]
pub(crate) struct Words<'a> {
    places: FxHashMap<&'a str, u32>,
    words: Vec<&'a str>,
}

impl<'a> Words<'a> {
    /// The place of a word, which is added if it is new.
    pub(crate) fn place(&mut self, word: &'a str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        *self.places.entry(word).or_insert_with(|| {
            self.words.push(word);
            next
        })
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Each word, by its place.
    pub(crate) fn all(&self) -> &[&'a str] {
        &self.words
    }

    /// For each word, its place in the alphabet.
    pub(crate) fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<usize> = (0..self.words.len()).collect();
        order.sort_unstable_by_key(|place| self.words[*place]);
        let mut ranks = vec![0; order.len()];
        for (rank, place) in (0..).zip(order) {
            ranks[place] = rank;
        }
        ranks
    }
}

/// Words of a statement with their rarities, for stories in which words are compared within a class of statements.
#[derive(Debug)]
pub(crate) struct Rare {
    /// Sorted by their numbers.
    words: Vec<(u32, f64)>,
    /// The rarities, summed up.
    sum: f64,
}

impl Rare {
    /// The sorted words of a statement.
    pub(crate) fn of(words: &[u32], rarities: &[f64]) -> Self {
        let words: Vec<(u32, f64)> =
            words.iter().filter_map(|word| Some((*word, *rarities.get(*word as usize)?))).collect();
        let sum = words.iter().map(|(_, rarity)| rarity).sum();
        Self { words, sum }
    }

    /// Shared rarity over the rarity of the poorer of the two, 0 to 1, and the sum of what is shared.
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn overlap(&self, other: &Self) -> (f64, f64) {
        let mut others = other.words.iter().map(|(word, _)| word).peekable();
        let mut shared = 0.0;
        for (word, rarity) in &self.words {
            while others.next_if(|other| *other < word).is_some() {}
            if others.peek() == Some(&word) {
                shared += rarity;
            }
        }
        let least = self.sum.min(other.sum);
        (if least > 0.0 { shared / least } else { 0.0 }, shared)
    }
}

/// How rare each word below `words` is among statements; as of `least` statements, where there are fewer: in a story of
/// two sentences no word is rare by itself.
pub(crate) fn rarities(least: u32, words: usize, statements: &[Vec<u32>]) -> Vec<f64> {
    let size = u32::try_from(statements.len()).unwrap_or(u32::MAX).max(least);
    let mut counts = vec![0; words];
    for word in statements.iter().flatten() {
        counts[*word as usize] += 1;
    }
    counts.into_iter().map(|count| rarity(count, size)).collect()
}

/// How rare each word of a story's statements is. Words are numbers below a known one.
#[derive(Debug)]
pub(crate) struct Rarities {
    weights: Vec<f64>,
}

/// Words of a statement, sorted, with the sum of their rarity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed<'a> {
    pub(crate) words: &'a [u32],
    pub(crate) sum: f64,
}

impl Rarities {
    /// Counts statements whose words are below `words`.
    pub(crate) fn of<'a>(words: usize, statements: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut counts = vec![0; words];
        let mut size = 0;
        for terms in statements {
            size += 1;
            for term in terms {
                if let Some(count) = counts.get_mut(*term as usize) {
                    *count += 1;
                }
            }
        }
        Self { weights: counts.into_iter().map(|count| rarity(count, size)).collect() }
    }

    pub(crate) fn rarity(&self, word: u32) -> f64 {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    /// The rarities of a statement's words, summed up.
    pub(crate) fn sum(&self, words: &[u32]) -> f64 {
        words.iter().map(|word| self.rarity(*word)).sum()
    }

    /// Shared rarity over the geometric mean of both sums, 0 to 1, and the sum of what is shared.
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn cosine(&self, a: Weighed, b: Weighed) -> (f64, f64) {
        let shared: f64 = shared(a.words, b.words).map(|word| self.rarity(word)).sum();
        let mean = (a.sum * b.sum).sqrt();
        (if mean > 0.0 { shared / mean } else { 0.0 }, shared)
    }
}
