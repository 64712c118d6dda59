//! Sentences that are copies of each other but for their numbers: what differs there is the surest difference of all.

use std::cmp::Ordering;

use factcheck_core::{
    claim::Claim,
    quantity::{Amount, Approximation},
};

/// Fewer words than this tell too little.
const LEAST: usize = 3;

/// Whether two sentences have nine of ten words in common, numbers and hedges left out.
#[must_use]
pub(crate) fn is_copy(a: &Words, b: &Words) -> bool {
    let both = a.places.len() + b.places.len();
    both >= 2 * LEAST && 20 * shared(a, b) >= 9 * both
}

/// How many words of two sorted lists are the same, each as often as it stands in both.
fn shared(a: &Words, b: &Words) -> usize {
    let (mut x, mut y) = (a.words().peekable(), b.words().peekable());
    let mut shared = 0;
    while let (Some(first), Some(second)) = (x.peek(), y.peek()) {
        let order = first.cmp(second);
        shared += usize::from(order == Ordering::Equal);
        if order != Ordering::Greater {
            x.next();
        }
        if order != Ordering::Less {
            y.next();
        }
    }
    shared
}

/// The words of a sentence without numbers and hedges, sorted, as often as they stand there.
#[derive(Debug)]
pub(crate) struct Words {
    /// In lower case, one behind the other.
    text: String,
    /// Where each stands in it.
    places: Vec<(usize, usize)>,
}

impl Words {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|(start, end)| &self.text[*start..*end])
    }
}

pub(crate) fn words(sentence: &str) -> Words {
    let mut text = String::with_capacity(sentence.len());
    let mut places = Vec::with_capacity(sentence.len() / 4);
    let plain = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in plain.filter(|word| !word.contains(|c: char| c.is_ascii_digit())) {
        let start = text.len();
        if word.is_ascii() {
            text.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            text += &word.to_lowercase();
        }
        if matches!(
            &text[start..],
            "more" | "less" | "than" | "over" | "under" | "about" | "nearly" | "fewer"
        ) {
            text.truncate(start);
        } else {
            places.push((start, text.len()));
        }
    }
    places.sort_unstable_by(|x, y| text[x.0..x.1].cmp(&text[y.0..y.1]));
    Words { text, places }
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
    use super::words;

    fn is_copy(a: &str, b: &str) -> bool {
        super::is_copy(&words(a), &words(b))
    }

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
