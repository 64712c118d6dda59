//! Where sentences begin and end. Sees characters only: no tags, no models.

use std::ops::Range;

use crate::abbreviations::{Kind, kind, opens_sentence};

/// The longest sentence in bytes. Longer ones are lists, tables or worse, and come in parts of about that length: what
/// reads a sentence may then look at each word from every other.
const LONGEST: usize = 2048;

/// Byte ranges of the sentences of `text`, in order, without the white space around them; none is longer than 2,048
/// bytes.
///
/// A line break always ends a sentence. A full stop does not after abbreviations, initials and
/// inside numbers. Closing quotes and brackets belong to the sentence that they close.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at;
            let seen = &text[..whole_chars(text, start + LONGEST)];
            at = end_of_sentence(seen, start);
            if at == seen.len() && at < text.len() {
                at = cut(seen, start);
            }
            let range = trim(text, start..at);
            if !range.is_empty() {
                return Some(range);
            }
        }
        None
    })
}

/// The last border of a character up to `end`.
fn whole_chars(text: &str, end: usize) -> usize {
    let end = end.min(text.len());
    (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Where a sentence that goes on behind `seen` is cut: before its last word, if it has several.
fn cut(seen: &str, start: usize) -> usize {
    let space = seen[start..].rfind(char::is_whitespace).filter(|at| *at > 0);
    space.map_or(seen.len(), |at| start + at)
}

/// The end of the sentence that begins at `start`: behind its last character or its line break.
fn end_of_sentence(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(ahead) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| STOPS[usize::from(*b)]))
    {
        at += ahead;
        match bytes[at] {
            b'\n' | b'\r' => return at + 1,
            b'.' | b'!' | b'?' => {
                let stops = at..run_end(bytes, at);
                if let Some(end) = boundary(text, start, stops.clone()) {
                    return end;
                }
                at = stops.end;
            }
            // U+2026, the ellipsis; U+2028 and U+2029, line and paragraph separators.
            0xE2 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2) {
                Some(0xA6) => {
                    if let Some(end) = boundary(text, start, at..at + 3) {
                        return end;
                    }
                    at += 3;
                }
                Some(0xA8 | 0xA9) => return at + 3,
                _ => at += 3,
            },
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Bytes at which a sentence may end.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut at = 0;
    while at < STOP_BYTES.len() {
        stops[STOP_BYTES[at] as usize] = true;
        at += 1;
    }
    stops
};

const STOP_BYTES: &[u8] = b"\n\r.!?\xE2";

/// The end of a run of sentence-final stops, so that "?!" and "..." are one.
fn run_end(bytes: &[u8], at: usize) -> usize {
    let run = bytes[at..].iter().take_while(|byte| matches!(byte, b'.' | b'!' | b'?')).count();
    at + run
}

/// The end of the sentence, if the stops at `stops` end it.
fn boundary(text: &str, start: usize, stops: Range<usize>) -> Option<usize> {
    let end = skip_closers(text, stops.end);
    let rest = &text[end..];
    let Some(first) = rest.chars().next() else { return Some(text.len()) };
    if !first.is_whitespace() {
        return lost_space(text, start, &stops, end).then_some(end);
    }
    let next = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    if next.starts_with(['\n', '\r']) {
        return Some(end);
    }
    let next = next.trim_start_matches(opens);
    let closed = end > stops.end;
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    let stop = text.as_bytes()[stops.start];
    if stop != b'.' {
        return (!lower).then_some(end);
    }
    if lower {
        return None;
    }
    if stops.len() > 1 || closed {
        return Some(end);
    }
    full_stop_ends(&text[start..stops.start], next).then_some(end)
}

/// Whether one full stop ends the sentence between `before` and `next`, which is not in lower case.
fn full_stop_ends(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || opens(c)).next().unwrap_or(before);
    let next_word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(next);
    let number_next = next_word.starts_with(|c: char| c.is_ascii_digit());
    // "1. The first point": the number of a list item.
    if word.len() == before.trim_start().len() && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())
    {
        return false;
    }
    let last_part = word.rsplit(['-', '–', '/']).next().unwrap_or(word);
    if is_initial(last_part) {
        return last_part == "I" && opens_sentence(next_word);
    }
    if is_dotted(last_part) {
        return !number_next && opens_sentence(next_word);
    }
    match kind(last_part) {
        Some(Kind::Title) => false,
        Some(Kind::Number) => !number_next,
        Some(Kind::Month) if last_part.starts_with(|c: char| c.is_ascii_uppercase()) => {
            !number_next && opens_sentence(next_word)
        }
        Some(Kind::Name) => !number_next && opens_sentence(next_word),
        Some(Kind::Month) | None => true,
    }
}

/// One capital letter: the initial of a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Single letters with stops between them, "U.S" and "a.m" before their last stop; "Ph.D" too.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.len() <= 2 && part.chars().all(char::is_alphabetic))
}

/// A sentence that lost the space behind it: "said.The". Not in addresses ("www.Example.com").
fn lost_space(text: &str, start: usize, stops: &Range<usize>, end: usize) -> bool {
    let before = &text[start..stops.start];
    let lower = before.bytes().rev().take_while(u8::is_ascii_lowercase).count();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    if lower < 2 || word.contains(['.', '/', '@', ':']) {
        return false;
    }
    let mut next = text[end..].trim_start_matches(opens).chars();
    let upper = next.next().is_some_and(char::is_uppercase);
    let second = next.next();
    let word_follows = second.is_some_and(|c| c.is_lowercase() || c == ' ' || c == '’' || c == '\'');
    let address = text[end..]
        .split(char::is_whitespace)
        .next()
        .is_some_and(|word| word.trim_end_matches(['.', ',']).contains(['.', '/', '@']));
    upper && word_follows && !address
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '`')
}

fn skip_closers(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let closers = rest.trim_start_matches(['"', '\'', '”', '’', ')', ']', '»']);
    at + rest.len() - closers.len()
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let sentence = &text[range.clone()];
    let start = range.start + sentence.len() - sentence.trim_start().len();
    start..start + sentence.trim().len()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::sentences;

    fn s(text: &str) -> String {
        sentences(text).map(|range| &text[range]).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn plain() {
        snap!(s(""), @"");
        snap!(s("  \n \n"), @"");
        snap!(s("One came. Two left! Why? Nobody knows"), @"One came. | Two left! | Why? | Nobody knows");
        snap!(s("A headline\nThe first line"), @"A headline | The first line");
        snap!(s("Prices rose 2.5 per cent. 12 people left."), @"Prices rose 2.5 per cent. | 12 people left.");
        snap!(s("They waited... and waited. Then... Nothing"), @"They waited... and waited. | Then... | Nothing");
        snap!(s("It fell by 3.\nIt rose"), @"It fell by 3. | It rose");
    }

    #[test]
    fn cuts_what_never_ends() {
        let lengths = |text: &str| {
            let lengths: Vec<String> = sentences(text).map(|range| range.len().to_string()).collect();
            lengths.join(" ")
        };
        snap!(lengths(&"two and ".repeat(1000)), @"2047 2043 2043 1863");
        snap!(lengths(&"é".repeat(3000)), @"2048 2048 1904");
    }

    #[test]
    fn abbreviations() {
        snap!(s("Mr. Smith met Dr. Jones. They spoke"), @"Mr. Smith met Dr. Jones. | They spoke");
        snap!(s("The U.S. Senate voted. It passed."), @"The U.S. Senate voted. | It passed.");
        snap!(s("He lives in the U.S. He was born there."), @"He lives in the U.S. | He was born there.");
        snap!(s("At 9 a.m. Monday it began. At 5 p.m. It ended."), @"At 9 a.m. Monday it began. | At 5 p.m. | It ended.");
        snap!(s("On Dec. 5 they met in St. Louis."), @"On Dec. 5 they met in St. Louis.");
        snap!(s("By Dec. The plan was dead."), @"By Dec. | The plan was dead.");
        snap!(s("See No. 5 of the list. The answer is no. They left."), @"See No. 5 of the list. | The answer is no. | They left.");
        snap!(s("J. K. Rowling and George W. Bush met."), @"J. K. Rowling and George W. Bush met.");
        snap!(s("Acme Inc. Chairman Bo Li left. Acme Inc. The end."), @"Acme Inc. Chairman Bo Li left. | Acme Inc. | The end.");
        // A month only where it is written as one.
        snap!(s("They may sit by the sun. Tigers may mar. Nobody minds."), @"They may sit by the sun. | Tigers may mar. | Nobody minds.");
    }

    #[test]
    fn quotes() {
        snap!(s("“We won.” She smiled."), @"“We won.” | She smiled.");
        snap!(s("“Did we win?” she asked. “Yes!”"), @"“Did we win?” she asked. | “Yes!”");
        snap!(s("\"It is over.\" \"No.\" (He left.) Bye."), @r#""It is over." | "No." | (He left.) | Bye."#);
        snap!(s("He said: \"Go.\"\nNext"), @r#"He said: "Go." | Next"#);
    }

    #[test]
    fn odd_spaces() {
        snap!(s("It ended on Monday.The next day it began."), @"It ended on Monday. | The next day it began.");
        snap!(s("See www.Example.com and Node.js now."), @"See www.Example.com and Node.js now.");
        snap!(s("1. The first\n2. The second"), @"1. The first | 2. The second");
    }

    proptest! {
        #[test]
        fn ordered_and_inside(text in "\\PC*|([a-zA-Z0-9.!?\"'“”’…, \n]{0,80})") {
            let mut last = 0;
            for range in sentences(&text) {
                prop_assert!(last <= range.start && range.start < range.end && range.end <= text.len());
                prop_assert!(!text[last..range.start].contains(|c: char| !c.is_whitespace()));
                last = range.end;
            }
            prop_assert!(text[last..].trim().is_empty());
        }
    }
}
