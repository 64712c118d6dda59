//! The one pass for anchors: where a digit, a number word or a word of time stands. Only sentences that hold one are
//! given to the readers of quantities and times. Knows no sentence and no meaning.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};

use crate::{quantity, time};

/// What can begin at an anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    /// A number with its unit.
    pub quantity: bool,
    /// A temporal expression.
    pub time: bool,
}

impl Kinds {
    const ALL: Self = Self { quantity: true, time: true };

    fn with(self, other: Self) -> Self {
        Self { quantity: self.quantity || other.quantity, time: self.time || other.time }
    }
}

/// The anchors of one text, to be asked for one stretch after the other.
#[derive(Clone, Copy, Debug)]
pub struct Anchors<'a> {
    bytes: &'a [u8],
}

struct Table {
    automaton: AhoCorasick,
    /// Of each pattern; none for a digit, which needs no bounds.
    kinds: Vec<Option<Kinds>>,
}

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    let mut words = std::collections::BTreeMap::<&str, Kinds>::new();
    for word in quantity::anchor_words() {
        words.entry(word).or_default().quantity = true;
    }
    for word in time::anchor_words() {
        words.entry(word).or_default().time = true;
    }
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words.keys().chain(&digits))
        .ok()?;
    Some(Table { automaton, kinds: words.into_values().map(Some).chain(digits.map(|_| None)).collect() })
});

impl<'a> Anchors<'a> {
    /// The anchors of `text`.
    #[must_use]
    pub fn scan(text: &'a str) -> Self {
        Self { bytes: text.as_bytes() }
    }

    /// What can begin inside `range`; the search ends as soon as it can be anything.
    #[must_use]
    pub fn inside(&self, range: Range<usize>) -> Kinds {
        let (Some(table), true) = (TABLE.as_ref(), range.end <= self.bytes.len()) else {
            return Kinds::default();
        };
        let mut held = Kinds::default();
        for found in table.automaton.find_iter(Input::new(self.bytes).span(range)) {
            held = match table.kinds.get(found.pattern().as_usize()) {
                Some(Some(kinds)) if is_word(self.bytes, found.range()) => held.with(*kinds),
                Some(None) => Kinds::ALL,
                _ => held,
            };
            if held == Kinds::ALL {
                break;
            }
        }
        held
    }
}

/// Whether no letter or digit touches the match: "may" is none in "mayor".
fn is_word(bytes: &[u8], range: Range<usize>) -> bool {
    let letter = |at: Option<&u8>| at.is_some_and(u8::is_ascii_alphanumeric);
    !letter(range.start.checked_sub(1).and_then(|before| bytes.get(before))) && !letter(bytes.get(range.end))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::Anchors;

    #[test]
    fn finds_what_can_begin() {
        let a = |text: &str| {
            let kinds = Anchors::scan(text).inside(0..text.len());
            format!("quantity {}, time {}", kinds.quantity, kinds.time)
        };
        snap!(a("The mayor of Ravel spoke to the council."), @"quantity false, time false");
        snap!(a("She spoke on TUESDAY."), @"quantity false, time true");
        snap!(a("Twelve people came."), @"quantity true, time false");
        snap!(a("Flight 7 was late."), @"quantity true, time true");
        snap!(a(""), @"quantity false, time false");
    }
}
