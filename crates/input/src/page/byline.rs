//! Who wrote: "By Jane Doe", "(Reporting by …; Editing by …)", "Jane Doe contributed reporting."

use factcheck_core::article::FurnitureKind::Byline;

use super::{
    Page,
    lexicon::{self, Kind, Position, start},
    lines::{Line, ends_with_period},
    names::{is_agency, is_names, words},
    stamps,
};

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if page.is_free(index)
            && (is_by(page, index) || is_credits(line) || (page.is_low(index) && is_thanks(line)))
        {
            page.mark(index, Byline);
        }
    }
}

/// Authors are few.
const MOST_WORDS: usize = 20;

/// "By Jane Doe and John Roe", "By Our Staff May 14, 2024 | 5:03 PM", "JANE DOE, Associated Press". The first
/// line of a text is rather a headline, unless a headline follows.
fn is_by(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    if !line.is_short {
        return false;
    }
    let Some(rest) = line.text.strip_prefix("By ").or_else(|| line.text.strip_prefix("BY ")) else {
        return names_with_agency(line.text);
    };
    if words(rest).nth(MOST_WORDS).is_some() {
        return false;
    }
    let free = index > 0 || page.lines.get(1).is_some_and(Line::is_headline);
    let names = stamps::before_stamp(rest).trim_end();
    let starts_with_name = names.starts_with(char::is_uppercase) && !stamps::is_calendar(names);
    free && starts_with_name && is_names(names) && !ends_with_sentence(rest)
}

/// "Jr." closes a name, not a sentence.
fn ends_with_sentence(text: &str) -> bool {
    ends_with_period(text) && !text.ends_with("Jr.") && !text.ends_with("Sr.")
}

fn names_with_agency(text: &str) -> bool {
    let mut commas = text.bytes().enumerate().rev().filter(|(_, byte)| *byte == b',');
    let Some((names, agency)) =
        commas.find_map(|(at, _)| Some((&text[..at], text[at..].strip_prefix(", ")?)))
    else {
        return false;
    };
    is_agency(agency)
        && names.starts_with(char::is_uppercase)
        && (2..=8).contains(&words(names).count())
        && is_names(names)
}

/// "(Reporting by Jane Doe in Paris; Editing by John Roe)", also without the brackets.
fn is_credits(line: &Line<'_>) -> bool {
    let Some(phrase) = start(Kind::Byline, &line.folded) else { return false };
    let text = line.text.trim_start_matches(['(', '[', '*', ' ', '—', '–', '-']);
    // Folding keeps the length of these ASCII phrases.
    text.get(phrase.len()..).is_some_and(is_names)
}

/// "Jane Doe in Paris contributed reporting." and the author's address.
fn is_thanks(line: &Line<'_>) -> bool {
    // Most of the phrases have one word in common; the rest close a page with an address.
    let opens = ["contributed", "ollow ", "witter", "reached at", "eported from"];
    if line.text.len() > 400 || !opens.iter().any(|word| line.text.contains(word)) {
        return false;
    }
    let folded = line.text.to_ascii_lowercase();
    lexicon::phrases(Kind::Byline, Position::Within).iter().any(|phrase| {
        let Some(at) = folded.find(phrase.as_str()) else { return false };
        let (before, after) = (&line.text[..at], &line.text[at + phrase.len()..]);
        let closes = |text: &str| words(text).next().is_none() || is_names(text);
        if phrase.contains("contributed") {
            return is_names(before) && closes(after);
        }
        // "… is a reporter in Rome. Follow her on …" is about the author, whoever that is.
        line.is_short && (before.is_empty() || before.trim_end().ends_with('.') || is_names(before))
    })
}
