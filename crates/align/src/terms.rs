//! How much the words around two statements have in common, rare words counting more.

use rustc_hash::FxHashMap;

use crate::lists::shared;

/// How rare a word is that stands in `count` of so many statements; never nought.
#[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
fn rarity(count: u32, statements: u32) -> f64 {
    (f64::from(statements.max(2)) / f64::from(count.max(1))).ln().max(0.1)
}

/// How rare each word of a story's statements is.
#[derive(Debug)]
pub(crate) struct Frequencies {
    rarities: FxHashMap<String, f64>,
    /// That of a word which stands in one statement.
    rarest: f64,
}

impl Frequencies {
    pub(crate) fn of<'a>(statements: impl Iterator<Item = &'a [String]>) -> Self {
        Self::of_at_least(0, statements)
    }

    /// As of a story of `least` statements, where it has fewer: in a story of two sentences no word is rare by itself.
    pub(crate) fn of_at_least<'a, W: AsRef<str> + 'a>(
        least: u32,
        statements: impl Iterator<Item = &'a [W]>,
    ) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        let mut size = 0;
        for terms in statements {
            size += 1;
            for term in terms {
                *counts.entry(term.as_ref()).or_default() += 1;
            }
        }
        let size = least.max(size);
        let weigh = |(term, count): (&str, u32)| (term.to_owned(), rarity(count, size));
        Self { rarities: counts.into_iter().map(weigh).collect(), rarest: rarity(1, size) }
    }

    pub(crate) fn rarity(&self, term: &str) -> f64 {
        self.rarities.get(term).copied().unwrap_or(self.rarest)
    }

    /// Shared rarity over the rarity of the poorer of the two, 0 to 1, and the sum of what is shared.
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn overlap(&self, a: &[String], b: &[String]) -> (f64, f64) {
        let sum = |terms: &[String]| -> f64 { terms.iter().map(|term| self.rarity(term)).sum() };
        let shared: f64 =
            a.iter().filter(|term| b.binary_search(term).is_ok()).map(|term| self.rarity(term)).sum();
        let least = sum(a).min(sum(b));
        (if least > 0.0 { shared / least } else { 0.0 }, shared)
    }
}

/// The same for words that are numbers below a known one, for stories in which every pair of statements is weighed.
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
