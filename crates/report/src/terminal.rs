//! Text of articles on a terminal: nothing of it may move the cursor, change colours or turn the writing
//! direction of what stands after it. Knows no format.

use std::{borrow::Cow, ops::Range};

/// `text` on one line with every character that controls a terminal made visible or harmless. Character for
/// character, so that places counted in code points stay right.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| harmless(c) == c) {
        return text.into();
    }
    text.chars().map(harmless).collect::<String>().into()
}

fn harmless(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        // The pictures of control characters: ␛ for escape.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}' => char::REPLACEMENT_CHARACTER,
        // Embeddings, overrides and isolates of the writing direction, and tags that no terminal shows.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}' => {
            char::REPLACEMENT_CHARACTER
        }
        _ => c,
    }
}

/// A sentence cut down to what fits, and the bytes of the quote in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) text: String,
    pub(crate) quote: Range<usize>,
}

/// The part of `sentence` around code points `quote` that fits into `room` characters, with … where something
/// was left out. `before` is how many of them may stand before the quote. A quote that alone is too long is cut
/// off at its end.
pub(crate) fn window(sentence: &str, quote: Range<usize>, room: usize, before: usize) -> Window {
    let characters: Vec<char> = plain(sentence).chars().collect();
    let from = quote.start.min(characters.len());
    let to = quote.end.clamp(from, characters.len());
    let room = room.max(20);
    let (mut first, mut last) = (0, characters.len());
    if characters.len() > room {
        // One for each ellipsis.
        let room = room - 2;
        let length = (to - from).min(room);
        let before = before.min(room - length).min(from);
        first = from - before;
        last = (first + room).min(characters.len());
        first = last.saturating_sub(room).min(first);
        let space = |index: &usize| characters[*index] == ' ';
        // Whole words, where that does not cost the quote.
        first = if first == 0 { 0 } else { (first..from).find(space).map_or(first, |index| index + 1) };
        if last < characters.len() {
            last = (to.min(last)..last).rev().find(space).unwrap_or(last);
        }
    }
    let to = to.min(last);
    let collect = |range: Range<usize>| characters[range].iter().collect::<String>();
    let mut text = String::from(if first > 0 { "…" } else { "" });
    text.push_str(&collect(first..from));
    let start = text.len();
    text.push_str(&collect(from..to));
    let end = text.len();
    text.push_str(&collect(to..last));
    if last < characters.len() {
        text.push('…');
    }
    Window { text, quote: start..end }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

    fn w(sentence: &str, quote: &str, room: usize, before: usize) -> String {
        let start = sentence.find(quote).map_or(0, |byte| sentence[..byte].chars().count());
        let Window { mut text, quote } = window(sentence, start..start + quote.chars().count(), room, before);
        text.insert(quote.end, ']');
        text.insert(quote.start, '[');
        text
    }

    #[test]
    fn control_characters_are_harmless() {
        snap!(plain("a\u{1b}[31mb\u{7}\r\nc\u{9b}d\u{202e}e"), @"a␛[31mb␇  c�d�e");
    }

    #[test]
    fn cuts_around_the_quote() {
        let sentence =
            "The port said that nearly 40 ships had to wait in the bay for more than a week in May.";
        snap!(w(sentence, "40 ships", 200, 50), @"The port said that nearly [40 ships] had to wait in the bay for more than a week in May.");
        snap!(w(sentence, "40 ships", 40, 10), @"…nearly [40 ships] had to wait in the…");
        snap!(w(sentence, "The", 30, 10), @"[The] port said that nearly…");
        snap!(w(sentence, "May", 30, 10), @"…more than a week in [May].");
        // A quote that is too long itself.
        snap!(w(sentence, sentence, 30, 10), @"[The port said that nearly 40]…");
        snap!(w("", "", 30, 10), @"[]");
    }

    proptest! {
        #[test]
        fn fits_and_holds_the_quote(sentence in "\\PC{0,80}", a in 0usize..90, b in 0usize..90, room in 0usize..60) {
            let Window { text, quote } = window(&sentence, a.min(b)..a.max(b), room, room / 3);
            prop_assert!(text.get(quote).is_some());
            prop_assert!(text.chars().count() <= room.max(20));
        }
    }
}
