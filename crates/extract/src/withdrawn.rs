//! What a correction note says was wrong: "An earlier version said that 12 had died. It was 15."
//!
//! Sees the notes of one article, as they were found; told by the words of `data/lexicon/corrections.csv`. A number in
//! such a stretch is still read, and is no claim of the article.

use std::{ops::Range, sync::LazyLock};

use factcheck_core::{article::Article, span::Span};

use crate::lexicon::rows;

/// What a phrase says of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It tells what an earlier version had.
    Earlier,
    /// What follows was wrong.
    Instead,
    /// What follows is so, and a clause of its own.
    Right,
}

struct Phrase {
    words: &'static str,
    role: Role,
    /// Whether it counts behind a comma alone.
    after_comma: bool,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let [words, role, ..] = row[..] else { return None };
        let (role, after_comma) =
            role.strip_suffix("-after-comma").map_or((role, false), |role| (role, true));
        let role = match role {
            "earlier" => Role::Earlier,
            "instead" => Role::Instead,
            "right" => Role::Right,
            _ => return None,
        };
        Some(Phrase { words, role, after_comma })
    };
    rows(include_str!("../../../data/lexicon/corrections.csv")).filter_map(read).collect()
});

/// The stretches of an article's text that its notes withdraw, in order.
pub(crate) fn spans(article: &Article) -> Vec<Span> {
    let mut spans = Vec::new();
    for note in &article.corrections {
        let text = note.of(&article.text);
        for sentence in factcheck_syntax::sentences(text) {
            let start = note.start as usize + sentence.start;
            let wrong = text.get(sentence).map(wrong).unwrap_or_default();
            spans.extend(wrong.into_iter().map(|range| Span::new(start + range.start, start + range.end)));
        }
    }
    spans
}

/// What of a sentence was wrong.
fn wrong(sentence: &str) -> Vec<Range<usize>> {
    let folded = sentence.to_ascii_lowercase();
    let mut wrong = Vec::new();
    for clause in clauses(&folded) {
        let text = &folded[clause.clone()];
        if find(text, Role::Earlier).is_some() {
            wrong.push(clause);
        } else if let Some(instead) = find(text, Role::Instead) {
            let rest = &text[instead.end..];
            let end = rest.find(", ").unwrap_or(rest.len());
            wrong.push(clause.start + instead.end..clause.start + instead.end + end);
        }
    }
    wrong
}

/// The parts of a sentence that each tell one thing.
fn clauses(folded: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    // A clause that begins with the sentence is that sentence.
    while let Some(end) = folded.get(start..).and_then(|rest| next(rest, start > 0)).map(|at| start + at) {
        clauses.push(start..end);
        start = end;
    }
    clauses.push(start..folded.len());
    clauses
}

/// Where the next clause begins, behind the first character.
fn next(text: &str, is_inner: bool) -> Option<usize> {
    let sign = text.match_indices([';', '—']).map(|(at, sign)| at + sign.len());
    let from = if is_inner { text.find(' ').map_or(text.len(), |at| at + 1) } else { 1.min(text.len()) };
    let rest = text.get(from..).unwrap_or_default();
    let phrase = find(rest, Role::Right).map(|found| from + found.start);
    sign.chain(phrase).filter(|at| *at > 0).min()
}

/// The first phrase of a role, between the borders of words.
fn find(text: &str, role: Role) -> Option<Range<usize>> {
    let found = PHRASES.iter().filter(|phrase| phrase.role == role).filter_map(|phrase| {
        let is_whole = |at: &usize| {
            let (before, after) = (&text[..*at], &text[at + phrase.words.len()..]);
            let fits = !phrase.after_comma || before.trim_end().ends_with(',');
            fits && !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        };
        let at = text.match_indices(phrase.words).map(|(at, _)| at).find(is_whole)?;
        Some(at..at + phrase.words.len())
    });
    found.min_by_key(|range| range.start)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

    /// What is withdrawn of a note, in brackets.
    fn w(note: &str) -> String {
        let corrections = vec![Span::new(0, note.len())];
        let article = Article { text: note.to_owned(), corrections, ..Article::default() };
        let mut shown = note.to_owned();
        for span in spans(&article).iter().rev() {
            shown.insert(span.end as usize, ']');
            shown.insert(span.start as usize, '[');
        }
        shown
    }

    #[test]
    fn what_was_wrong_is_told_from_what_is_right() {
        snap!(w("Correction: An earlier version said that 12 had died. The figure is 15."), @"[Correction: An earlier version said that 12 had died.] The figure is 15.");
        snap!(w("An earlier version of this article said 12 cranes fell; it was 15."), @"[An earlier version of this article said 12 cranes fell;] it was 15.");
        snap!(w("An earlier version said it was 12, when in fact it was 15."), @"[An earlier version said it was 12, when ]in fact it was 15.");
        snap!(w("Because of a typing error, the fee was given wrongly as 12 euros, the correct fee is 15 euros."), @"Because of a typing error, [the fee was given wrongly as 12 euros, ]the correct fee is 15 euros.");
        snap!(w("This story has been corrected to say that 15 cranes fell, not 12, in two ports."), @"This story has been corrected to say that 15 cranes fell, not[ 12], in two ports.");
        snap!(w("The headline was changed to read 5,120 rather than 7,480 containers."), @"The headline was changed to read 5,120 rather than[ 7,480 containers.]");
        snap!(w("A caption misstated the length of the quay. It is 300 metres, not 200 metres."), @"[A caption misstated the length of the quay.] It is 300 metres, not[ 200 metres.]");
        snap!(w("This story has been updated to add that 15 cranes fell."), @"This story has been updated to add that 15 cranes fell.");
        snap!(w("The story should have said that 15 cranes fell, not 12."), @"The story should have said that 15 cranes fell, not[ 12.]");
    }

    #[test]
    fn rows_are_sorted_and_each_has_a_role() {
        let table = include_str!("../../../data/lexicon/corrections.csv");
        let names: Vec<&str> = rows(table).map(|row| row[0]).collect();
        assert!(names.is_sorted(), "keep corrections.csv sorted: {names:?}");
        assert_eq!(names.len(), PHRASES.len());
    }

    proptest! {
        #[test]
        fn any_note(note in "(?s).{0,80}|([a-z,;— ]|earlier version|, not |in fact|but ){0,30}") {
            let corrections = vec![Span::new(0, note.len())];
            let article = Article { text: note.clone(), corrections, ..Article::default() };
            let mut last = 0;
            for span in spans(&article) {
                prop_assert!(last <= span.start && note.get(span.start as usize..span.end as usize).is_some());
                last = span.end;
            }
        }
    }
}
