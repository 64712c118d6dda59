//! Lines and their forms.

use factcheck_core::span::Span;

use super::lexicon::{bare, fold};

/// A line with something in it, without the blanks around.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Whether a blank line, or nothing, stands above.
    pub(super) after_blank: bool,
    /// The text as the lexicon writes it; of a line that is too long for a control, only the beginning.
    pub(super) folded: String,
    /// How many bytes of it are left without what may follow a phrase.
    bare: usize,
    /// Whether it is no longer than a headline.
    pub(super) is_short: bool,
}

/// The lines of a text that are not blank.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let (mut lines, mut at, mut after_blank) = (Vec::new(), 0, true);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_start();
        let start = at + whole.len() - line.len();
        let line = line.trim_end();
        if !line.is_empty() {
            let folded = fold(if line.len() <= MOST_BYTES { line } else { head(line, MOST_PHRASE) });
            let bare = bare(&folded).len();
            lines.push(Line { text: line, start, after_blank, folded, bare, is_short: is_short(line) });
        }
        after_blank = line.is_empty();
        at += whole.len();
    }
    lines
}

/// News headlines stay below this; so do the lines of lists and appeals.
const MOST_WORDS: usize = 30;
const MOST_BYTES: usize = 220;
/// Longer than the longest phrase of the lexicon.
const MOST_PHRASE: usize = 60;

impl Line<'_> {
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// The folded text without what may follow a phrase.
    pub(super) fn bare(&self) -> &str {
        self.folded.get(..self.bare).unwrap_or_default()
    }

    /// Short, not begun in lower case, and not closed like a sentence.
    pub(super) fn is_headline(&self) -> bool {
        self.is_short
            && !self.text.starts_with(char::is_lowercase)
            && self.text.contains(char::is_alphabetic)
            && !self.text.ends_with([',', ';', ':', '…', '-', '–', '—', '_'])
            && !ends_with_period(self.text)
    }
}

fn is_short(text: &str) -> bool {
    // Most lines have too few blanks for so many words, of whatever script they are.
    let blanks = || text.bytes().filter(|byte| !byte.is_ascii_graphic()).count();
    text.len() <= MOST_BYTES && (blanks() < MOST_WORDS || text.split_whitespace().nth(MOST_WORDS).is_none())
}

/// Whether a text ends as a sentence does, inside or outside of closing quotes. "U.S." and "Jr." do not
/// end a sentence that has no other period; a headline may end in a question or exclamation mark.
pub(super) fn ends_with_period(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
    });
    let Some(sentence) = bare.strip_suffix('.') else { return false };
    let last = sentence.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_abbreviation = last.contains('.') && last.chars().all(|c| c == '.' || c.is_uppercase());
    !is_abbreviation
}

/// At most the first `most` bytes.
pub(super) fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or_default()]
}

/// At most the last `most` bytes.
pub(super) fn tail(text: &str, most: usize) -> &str {
    let start = (text.len().saturating_sub(most)..text.len()).find(|at| text.is_char_boundary(*at));
    &text[start.unwrap_or(text.len())..]
}
