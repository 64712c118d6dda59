//! The one pass for anchors: where a digit, a number word or a word of time stands. Only sentences that hold one are
//! given to the readers of quantities and times. Knows no sentence and no meaning.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{
    Anchored, MatchKind,
    automaton::{Automaton, StateID},
    dfa::DFA,
};

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
    automaton: DFA,
    start: StateID,
    /// The length of the longest anchor, in bytes.
    longest: usize,
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
    let automaton = DFA::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(words.keys().chain(&digits))
        .ok()?;
    let start = automaton.start_state(Anchored::No).ok()?;
    let longest = automaton.max_pattern_len();
    let kinds = words.into_values().map(Some).chain(digits.map(|_| None)).collect();
    Some(Table { automaton, start, longest, kinds })
});

impl Table {
    /// Reads the byte at `at`; `held` takes the kinds of the anchors that end with it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "called for every byte; a call costs as much as the step")]
    fn step(&self, bytes: &[u8], state: StateID, at: usize, held: &mut Kinds) -> StateID {
        let state = self.automaton.next_state(Anchored::No, state, bytes[at]);
        if self.automaton.is_special(state) && self.automaton.is_match(state) {
            *held = held.with(self.ending(bytes, state, at + 1));
        }
        state
    }

    /// The kinds of the anchors that end with the byte before `end`.
    #[inline(never)]
    fn ending(&self, bytes: &[u8], state: StateID, end: usize) -> Kinds {
        let matches = (0..self.automaton.match_len(state)).map(|at| self.automaton.match_pattern(state, at));
        matches.fold(Kinds::default(), |held, pattern| {
            let start = end.saturating_sub(self.automaton.pattern_len(pattern));
            match self.kinds.get(pattern.as_usize()) {
                Some(Some(kinds)) if is_word(bytes, start..end) => held.with(*kinds),
                Some(None) => held.with(Kinds { quantity: true, time: is_time_like(bytes, start) }),
                _ => held,
            }
        })
    }
}

impl<'a> Anchors<'a> {
    /// The anchors of `text`.
    #[must_use]
    pub fn scan(text: &'a str) -> Self {
        Self { bytes: text.as_bytes() }
    }

    /// What can begin inside `range`; the search ends as soon as it can be anything.
    ///
    /// Each step of the automaton waits for the one before, so that two halves side by side take little longer than
    /// one. The first goes on into the second by the length of an anchor, so that none is lost between them.
    #[must_use]
    pub fn inside(&self, range: Range<usize>) -> Kinds {
        let (Some(table), true) = (TABLE.as_ref(), range.end <= self.bytes.len()) else {
            return Kinds::default();
        };
        let half = range.start + range.len() / 2;
        let (mut held, mut first, mut second) = (Kinds::default(), table.start, table.start);
        for (at, behind) in (range.start..half).zip(half..range.end) {
            first = table.step(self.bytes, first, at, &mut held);
            second = table.step(self.bytes, second, behind, &mut held);
            if held == Kinds::ALL {
                return held;
            }
        }
        for at in half..range.end.min(half + table.longest) {
            first = table.step(self.bytes, first, at, &mut held);
        }
        if range.len() % 2 == 1 {
            table.step(self.bytes, second, range.end - 1, &mut held);
        }
        held
    }
}

/// No time has more digits in a row, so that none of a longer row need be seen.
const MOST_DIGITS: usize = 32;

/// Whether the digits with the one at `at` can be a time without a word of time beside them: "2019", "10:30",
/// "9/11", "1990s", "Q3", "6 GMT", "3 p. m.".
fn is_time_like(bytes: &[u8], at: usize) -> bool {
    let is_digit = |byte: &&u8| byte.is_ascii_digit();
    let start = at - bytes[..at].iter().rev().take(MOST_DIGITS).take_while(is_digit).count();
    let end = at + bytes[at..].iter().take(MOST_DIGITS).take_while(is_digit).count();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let mut behind = bytes[end..].iter().copied();
    let (next, second, third) = (behind.next().unwrap_or(b' '), behind.next(), behind.next());
    let upper = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_uppercase());
    let joined = before.is_ascii_alphabetic() || matches!(before, b'\'' | b'/' | b'-' | b':' | b'.' | 0x80..);
    let joins = next.is_ascii_alphabetic() || matches!(next, b'\'' | b'/' | b'-' | b':' | 0x80..);
    let decimal = next == b'.' && second.is_some_and(|byte| byte.is_ascii_digit());
    let zone = next == b' ' && upper(second) && upper(third);
    let half_day = next == b' ' && matches!(second, Some(b'a' | b'p' | b'A' | b'P')) && third == Some(b'.');
    end - start == 4 || joined || joins || decimal || zone || half_day
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
        snap!(a("Flight 7 was late."), @"quantity true, time false");
        snap!(a("It was built in 1907."), @"quantity true, time true");
        snap!(a("It left at 7:30."), @"quantity true, time true");
        snap!(a("Money is no object."), @"quantity false, time false");
        snap!(a(""), @"quantity false, time false");
    }

    #[test]
    fn an_anchor_may_stand_anywhere() {
        for (word, expected) in
            [("7", "quantity"), ("tuesday", "time"), ("new year", "time"), ("no one", "quantity")]
        {
            for before in 0..40 {
                for behind in 0..40 {
                    let text = format!("{} {word} {}", "x".repeat(before), "x".repeat(behind));
                    let kinds = Anchors::scan(&text).inside(0..text.len());
                    assert!(if expected == "time" { kinds.time } else { kinds.quantity }, "{text}");
                    let parts = [0..before, before + word.len() + 1..text.len()];
                    for part in parts {
                        assert_eq!(Anchors::scan(&text).inside(part), super::Kinds::default(), "{text}");
                    }
                }
            }
        }
    }
}
