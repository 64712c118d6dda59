//! Sentences that are copies of each other but for their numbers: what differs there is the surest difference of all.

use std::collections::BTreeMap;

use factcheck_core::{
    claim::Claim,
    quantity::{Amount, Approximation},
};

/// Fewer words than this tell too little.
const LEAST: usize = 3;

/// Whether two sentences have nine of ten words in common, numbers and hedges left out.
#[must_use]
pub(crate) fn is_copy(a: &str, b: &str) -> bool {
    let (first, second) = (words(a), words(b));
    let count = |words: &BTreeMap<String, usize>| words.values().sum::<usize>();
    let both = count(&first) + count(&second);
    let shared: usize =
        first.iter().map(|(word, times)| second.get(word).map_or(0, |other| *times.min(other))).sum();
    both >= 2 * LEAST && 20 * shared >= 9 * both
}

/// The words of a sentence, as often as they stand there.
fn words(sentence: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let plain = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in plain.filter(|word| !word.contains(|c: char| c.is_ascii_digit())) {
        let word = word.to_lowercase();
        if !matches!(
            word.as_str(),
            "more" | "less" | "than" | "over" | "under" | "about" | "nearly" | "fewer"
        ) {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

/// Whether one number is printed as it is and the other is said to be more or less than that very number, or the two meet
/// in one point alone. In copies of one sentence that is no matter of rounding.
#[must_use]
pub(crate) fn excludes(a: &Claim, b: &Claim) -> bool {
    let beyond =
        |amount: &Amount| matches!(amount.approximation, Approximation::MoreThan | Approximation::LessThan);
    let exact = |amount: &Amount| amount.approximation == Approximation::Exact && !amount.is_range;
    let (x, y) = (&a.amount, &b.amount);
    let bound = x.value == y.value && ((exact(x) && beyond(y)) || (beyond(x) && exact(y)));
    // "3 hours" and "4 hours" touch where one is rounded up and the other down.
    let touch = x.value != y.value && x.allowed.intersect(y.allowed).single().is_some();
    x.value.is_some() && x.unit == y.unit && (bound || (exact(x) && exact(y) && touch))
}

#[cfg(test)]
mod tests {
    use super::is_copy;

    #[test]
    fn compares_all_but_the_numbers() {
        let boat = "The boat, with 20 miles of spare cable on board, will leave on Saturday.";
        assert!(is_copy(
            boat,
            "The boat, with more than 30 miles of spare cable on board, will leave on Saturday."
        ));
        assert!(!is_copy(boat, "The boat, with 20 miles of new rope in its hold, left Ravel on Sunday."));
        assert!(!is_copy("20 miles", "30 miles"));
    }
}
