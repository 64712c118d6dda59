//! The one pass for anchors: where a digit, a number word or a word of time stands. Only sentences that hold one are
//! given to the readers of quantities and times. Knows no sentence and no meaning.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::{quantity, time};

/// What can begin at an anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds {
    pub(crate) quantity: bool,
    pub(crate) time: bool,
}

impl Kinds {
    fn with(self, other: Self) -> Self {
        Self { quantity: self.quantity || other.quantity, time: self.time || other.time }
    }
}

/// The anchors of one text.
#[derive(Debug)]
pub(crate) struct Anchors<'a> {
    bytes: &'a [u8],
    /// Start and kinds of each anchor word, in text order.
    words: Vec<(usize, Kinds)>,
}

struct Table {
    automaton: AhoCorasick,
    kinds: Vec<Kinds>,
}

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    let mut words = std::collections::BTreeMap::<&str, Kinds>::new();
    for word in quantity::anchor_words() {
        words.entry(word).or_default().quantity = true;
    }
    for word in time::anchor_words() {
        words.entry(word).or_default().time = true;
    }
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words.keys())
        .ok()?;
    Some(Table { automaton, kinds: words.into_values().collect() })
});

impl<'a> Anchors<'a> {
    /// Finds the anchors of `text`.
    pub(crate) fn scan(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut words = Vec::new();
        if let Some(table) = TABLE.as_ref() {
            for found in table.automaton.find_iter(bytes) {
                if is_word(bytes, found.range()) {
                    words.push((found.start(), table.kinds[found.pattern().as_usize()]));
                }
            }
        }
        Self { bytes, words }
    }

    /// What can begin inside `range`.
    pub(crate) fn inside(&self, range: Range<usize>) -> Kinds {
        let digit = self.bytes.get(range.clone()).is_some_and(|bytes| bytes.iter().any(u8::is_ascii_digit));
        let from = self.words.partition_point(|(start, _)| *start < range.start);
        let words = self.words[from..].iter().take_while(|(start, _)| *start < range.end);
        words.fold(Kinds { quantity: digit, time: digit }, |all, (_, kinds)| all.with(*kinds))
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
