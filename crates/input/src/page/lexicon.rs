//! The vocabulary of page furniture: `data/lexicon/furniture.csv`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// What a phrase points to. No more kinds than [`Lexicon::openings`] has bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Agency,
    Byline,
    Comment,
    Connector,
    Correction,
    Credit,
    Donation,
    Navigation,
    NotAPlace,
    Related,
    Stamp,
    Subscription,
}

/// Where in a line a phrase counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Position {
    /// It is the whole line.
    Line,
    /// The line begins with it.
    Start,
    /// Anywhere.
    Within,
    /// One of a set of words.
    Word,
    /// One of a set of names that mean pictures.
    Picture,
    /// Before a name at the end of a caption.
    Marker,
    /// A month's name.
    Month,
    /// A day's name.
    Weekday,
    /// Words that introduce a time stamp.
    Label,
}

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kind: Kind,
    position: Position,
    phrase: String,
    #[serde(rename = "reason")]
    _reason: String,
}

const TABLE: &str = include_str!("../../../../data/lexicon/furniture.csv");

/// The table, by what is asked of it.
#[derive(Default)]
struct Lexicon {
    /// Phrases by kind and position: see [`Set`].
    sets: Vec<Set>,
    /// The phrases of a set in the order of the table.
    lists: FxHashMap<(Kind, Position), Vec<String>>,
    /// What lines begin with, by its first two letters.
    starts: FxHashMap<(Kind, usize), Vec<String>>,
    /// By the first two letters of a line, the kinds of which it may begin with a phrase, a bit each: most lines with
    /// none.
    openings: Vec<u16>,
}

/// The phrases of one kind and position, at [`place`] in the table.
#[derive(Default)]
struct Set {
    phrases: FxHashSet<String>,
    /// The lengths that they have, a bit each: most lines and words are turned down by theirs.
    lengths: u128,
}

/// The number of positions.
const POSITIONS: usize = Position::Label as usize + 1;

fn place(kind: Kind, position: Position) -> usize {
    kind as usize * POSITIONS + position as usize
}

/// A number for the first two letters.
fn pair(text: &[u8]) -> usize {
    let bits = |at: usize| usize::from(text.get(at).copied().unwrap_or(0) & 31);
    bits(0) << 5 | bits(1)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { openings: vec![0; 32 * 32], ..Lexicon::default() };
    lexicon.sets.resize_with(place(Kind::Subscription, Position::Label) + 1, Set::default);
    for row in csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize::<Row>().flatten() {
        let key = (row.kind, row.position);
        if row.position == Position::Start {
            // A phrase of one letter goes with any second.
            let seconds = if row.phrase.len() > 1 { 1 } else { 32 };
            for pair in (pair(row.phrase.as_bytes())..).take(seconds) {
                lexicon.starts.entry((row.kind, pair)).or_default().push(row.phrase.clone());
                if let Some(kinds) = lexicon.openings.get_mut(pair) {
                    *kinds |= 1 << row.kind as u16;
                }
            }
        }
        if let Some(set) = lexicon.sets.get_mut(place(row.kind, row.position)) {
            let length = u32::try_from(row.phrase.len()).unwrap_or(u32::MAX);
            set.lengths |= 1u128.checked_shl(length).unwrap_or_default();
            set.phrases.insert(row.phrase.clone());
        }
        lexicon.lists.entry(key).or_default().push(row.phrase);
    }
    lexicon
});

/// Whether the table has this phrase, which is lower case.
pub(super) fn has(kind: Kind, position: Position, phrase: &str) -> bool {
    set(kind, position, phrase.len()).is_some_and(|set| set.phrases.contains(phrase))
}

/// The phrases of one kind and position, if some have that length.
fn set(kind: Kind, position: Position, length: usize) -> Option<&'static Set> {
    let length = u32::try_from(length).ok()?;
    let set = LEXICON.sets.get(place(kind, position))?;
    set.lengths.checked_shr(length).is_some_and(|lengths| lengths & 1 != 0).then_some(set)
}

/// Whether the table has this phrase in whatever case.
pub(super) fn has_any_case(kind: Kind, position: Position, phrase: &str) -> bool {
    if !phrase.is_ascii() {
        return has(kind, position, &phrase.to_lowercase());
    }
    // In lower case it has the same length, which turns down most words.
    set(kind, position, phrase.len()).is_some_and(|set| {
        let mut lower = [0; MOST_BYTES];
        let Some(lower) = lower.get_mut(..phrase.len()) else { return false };
        lower.copy_from_slice(phrase.as_bytes());
        lower.make_ascii_lowercase();
        str::from_utf8(lower).is_ok_and(|phrase| set.phrases.contains(phrase))
    })
}

/// Room for the longest phrase; see [`Set::lengths`].
const MOST_BYTES: usize = 128;

/// The phrases of one kind and position, in order.
pub(super) fn phrases(kind: Kind, position: Position) -> &'static [String] {
    LEXICON.lists.get(&(kind, position)).map_or(&[], Vec::as_slice)
}

/// The phrase that a folded text begins with, up to the end of a word.
pub(super) fn start(kind: Kind, text: &str) -> Option<&'static str> {
    let pair = pair(text.as_bytes());
    if LEXICON.openings.get(pair)? >> kind as u16 & 1 == 0 {
        return None;
    }
    let phrases = LEXICON.starts.get(&(kind, pair))?;
    phrases.iter().map(String::as_str).filter(|phrase| begins(text, phrase)).max_by_key(|phrase| phrase.len())
}

fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        let open = phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
        // "copyright 20" goes on.
        !open || phrase.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// A line as the table writes it: lower case, plain apostrophes, single blanks, without the signs that pages
/// put around their links.
pub(super) fn fold(text: &str) -> String {
    let edge = |c: char| c.is_whitespace() || "([*•·-–—>»›→|#_".contains(c);
    // Most lines begin with a letter.
    let text = if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        text
    } else {
        text.trim_start_matches(edge)
    };
    if is_plain(text) {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let from = folded.len();
            folded.push_str(word);
            folded[from..].make_ascii_lowercase();
            continue;
        }
        for c in word.chars() {
            match c {
                '’' | '‘' => folded.push('\''),
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

/// Whether a text has only letters and signs of ASCII, and single blanks inside: nearly every line.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    let single = text.bytes().all(|byte| {
        let fits = (b' '..0x7F).contains(&byte) && !(byte == b' ' && before == b' ');
        before = byte;
        fits
    });
    single && before != b' '
}

/// A folded line without what may follow a phrase.
pub(super) fn bare(folded: &str) -> &str {
    folded.trim_end_matches(|c: char| c.is_whitespace() || ":.!…»›→>)]*|+-–—".contains(c))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rows_are_sorted_and_folded() {
        let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
        let mut seen = BTreeSet::new();
        for row in reader.deserialize::<Row>() {
            assert!(row.is_ok(), "{row:?}");
        }
        let keys: Vec<_> =
            TABLE.lines().skip(1).map(|line| line.splitn(4, ',').take(3).collect::<Vec<_>>()).collect();
        assert!(keys.is_sorted(), "keep furniture.csv sorted by kind, position and phrase");
        for key in keys {
            assert!(seen.insert(key.clone()), "{key:?} stands twice");
            let phrase = key[2];
            assert!(phrase.len() < 128, "a longer phrase is never found: {phrase:?}");
            let folded = fold(phrase);
            assert!(phrase == folded || phrase.starts_with('('), "{phrase:?} should be {folded:?}");
            if key[1] == "line" {
                assert_eq!(bare(phrase), phrase, "a whole line is compared without its last sign");
            }
        }
    }
}
