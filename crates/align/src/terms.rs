//! How much the words around two statements have in common, rare words counting more.

use std::collections::BTreeMap;

/// In how many of a story's statements each word stands.
#[derive(Debug)]
pub(crate) struct Frequencies<Word = String> {
    counts: BTreeMap<Word, u32>,
    statements: u32,
}

impl<Word: Ord + Clone> Frequencies<Word> {
    pub(crate) fn of<'a>(statements: impl Iterator<Item = &'a [Word]>) -> Self
    where
        Word: 'a,
    {
        Self::of_at_least(0, statements)
    }

    /// As of a story of `least` statements, where it has fewer: in a story of two sentences no word is rare by itself.
    pub(crate) fn of_at_least<'a>(least: u32, statements: impl Iterator<Item = &'a [Word]>) -> Self
    where
        Word: 'a,
    {
        let mut frequencies = Self { counts: BTreeMap::new(), statements: 0 };
        for terms in statements {
            frequencies.statements += 1;
            for term in terms {
                *frequencies.counts.entry(term.clone()).or_default() += 1;
            }
        }
        frequencies.statements = frequencies.statements.max(least);
        frequencies
    }

    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn rarity(&self, term: &Word) -> f64 {
        let count = f64::from(self.counts.get(term).copied().unwrap_or(1).max(1));
        (f64::from(self.statements.max(2)) / count).ln().max(0.1)
    }

    /// Shared rarity over the rarity of the poorer of the two, 0 to 1, and the sum of what is shared.
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn overlap(&self, a: &[Word], b: &[Word]) -> (f64, f64) {
        let sum = |terms: &[Word]| -> f64 { terms.iter().map(|term| self.rarity(term)).sum() };
        let shared: f64 =
            a.iter().filter(|term| b.binary_search(term).is_ok()).map(|term| self.rarity(term)).sum();
        let least = sum(a).min(sum(b));
        (if least > 0.0 { shared / least } else { 0.0 }, shared)
    }

    /// Shared rarity over the geometric mean of both sums, 0 to 1, and the sum of what is shared.
    #[expect(clippy::float_arithmetic, reason = "a weight, not a printed amount")]
    pub(crate) fn cosine(&self, a: &[Word], b: &[Word]) -> (f64, f64) {
        let sum = |terms: &[Word]| -> f64 { terms.iter().map(|term| self.rarity(term)).sum() };
        let shared: f64 =
            a.iter().filter(|term| b.binary_search(term).is_ok()).map(|term| self.rarity(term)).sum();
        let mean = (sum(a) * sum(b)).sqrt();
        (if mean > 0.0 { shared / mean } else { 0.0 }, shared)
    }
}
