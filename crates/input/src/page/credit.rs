//! Captions of pictures, told by the credit at their end.

use factcheck_core::{
    article::{Furniture, FurnitureKind::Credit},
    span::Span,
};

use super::{
    Page,
    lexicon::{self, Kind, Position, has_any_case},
    lines::{Line, ends_with_period, tail},
    names::{is_agency, is_names, is_picture_agency, words},
};

/// A longer line is a paragraph that a caption was joined to: only its credit is furniture.
const MOST_CAPTION: usize = 400;
/// A credit is short.
const MOST_CREDIT: usize = 160;

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        if !page.is_free(index) {
            continue;
        }
        let line = &page.lines[index];
        let Some(at) = credit(line) else { continue };
        if at == 0 || line.text.len() <= MOST_CAPTION {
            page.mark(index, Credit);
        } else {
            let span = Span::new(line.start + at, line.start + line.text.len());
            page.parts.push(Furniture { span, kind: Credit });
        }
    }
}

/// Where the credit of a line begins, if it has one.
fn credit(line: &Line<'_>) -> Option<usize> {
    let tail = tail(line.text, MOST_CREDIT);
    let from = line.text.len() - tail.len();
    if opens_caption(line) {
        return Some(0);
    }
    marked(tail).or_else(|| bracketed(tail)).or_else(|| slashed(tail, from == 0)).map(|at| from + at)
}

/// "FILE PHOTO: …", "Image source, …", "Photograph: Jane Doe".
fn opens_caption(line: &Line<'_>) -> bool {
    if line.text.starts_with("FILE - ")
        || line.text.starts_with("FILE – ")
        || line.text.starts_with("FILE — ")
    {
        return true;
    }
    let Some(phrase) = lexicon::start(Kind::Credit, &line.folded) else { return false };
    let rest = line.text.get(phrase.len()..).unwrap_or_default();
    let is_caption =
        phrase.starts_with("file") || phrase.starts_with("image ") || phrase.starts_with("media");
    let follows = rest.starts_with([':', ',', '.']) || phrase.ends_with(':');
    (is_caption && (follows || rest.is_empty())) || is_names(rest)
}

/// "… at the port. Credit: Jane Doe/Some Agency", also glued: "… at the port.CreditJane Doe".
fn marked(tail: &str) -> Option<usize> {
    let words = tail.char_indices().filter(|(at, c)| {
        c.is_uppercase() && !tail[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '-')
    });
    words.map(|(at, _)| at).find(|at| is_marker(tail, *at))
}

fn is_marker(tail: &str, at: usize) -> bool {
    let before = tail[..at].trim_end();
    if !(before.is_empty()
        || before.ends_with(['.', '!', '?', '"', '”', '’', ')', '(', '|', '…', '-', '–', '—']))
    {
        return false;
    }
    let rest = &tail[at..];
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, name) = rest.split_at(end);
    let is = |word: &str| has_any_case(Kind::Credit, Position::Marker, word);
    let is_name = |name: &str| {
        let name = name.trim_end_matches(['.', ')']);
        words(name).count() <= 14 && is_names(name)
    };
    if is(word) {
        let signs = [":", "…", "...", " by ", " By ", " BY ", " | ", " - ", " – ", " — "];
        return signs.iter().any(|sign| name.strip_prefix(sign).is_some_and(is_name));
    }
    // "CreditJane": a capital inside the word.
    let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
    inner.is_some_and(|at| {
        !word[..at].ends_with(char::is_uppercase) && is(&word[..at]) && is_name(&rest[at..])
    })
}

/// "… at the port. (Jane Doe/Some Agency via AP)", "… (AP Photo/Jane Doe)", "… (Getty Images)".
fn bracketed(tail: &str) -> Option<usize> {
    let inner = tail.strip_suffix(')')?;
    let at = inner.rfind('(')?;
    let inner = &inner[at + 1..];
    let before = tail[..at].trim_end();
    let closes_caption = before.is_empty() || before.ends_with('"') || ends_with_period(before);
    let found = match named(inner) {
        Some(Sure::Picture) => true,
        Some(Sure::Photographer) => closes_caption,
        None => inner.len() > 6 && is_marker(inner, 0),
    };
    found.then_some(at)
}

/// "… at the port. Jane Doe / Some Agency", "REUTERS/Jane Doe", "Jane Doe, Getty Images".
fn slashed(tail: &str, whole: bool) -> Option<usize> {
    if ends_with_period(tail) || tail.ends_with(')') {
        return None;
    }
    let at = last_sentence(tail);
    let name = tail[at..].trim_start();
    let at = tail.len() - name.len();
    let found = match named(name)? {
        _ if at == 0 && !whole => false,
        // A headline may pair two names, or name an agency.
        Sure::Photographer => at > 0 || parts(name).any(is_agency),
        Sure::Picture => {
            at > 0 || name.contains(['/', ',']) || name.contains(" via ") || is_picture_agency(name)
        }
    };
    found.then_some(at)
}

/// How a list of names shows that it is a credit.
enum Sure {
    /// It names an agency that sells pictures.
    Picture,
    /// A person and something else beside a stroke. News agencies alone sign texts too: "(Reuters/AFP)".
    Photographer,
}

fn named(text: &str) -> Option<Sure> {
    if !is_names(text) || words(text).count() > 12 {
        return None;
    }
    if parts(text).any(is_picture_agency) {
        return Some(Sure::Picture);
    }
    let is_person = |part: &str| !is_agency(part) && words(part).count() >= 2;
    let first = text.split('/').next().unwrap_or_default();
    let person = is_person(first) || (is_agency(first) && parts(text).any(is_person));
    (text.contains('/') && person).then_some(Sure::Photographer)
}

/// The names of a credit: "Jane Doe/AFP via Getty Images" has three.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let commas = text.split(['/', ',']).flat_map(|part| part.split(" via "));
    commas.map(|part| part.trim_start_matches("via "))
}

/// Where the last sentence begins: after a period and a blank, not after an initial or a short title.
fn last_sentence(tail: &str) -> usize {
    let mut ends = tail.char_indices().filter(|(at, c)| {
        let rest = &tail[at + c.len_utf8()..];
        matches!(c, '.' | '!' | '?' | '”' | '"' | ')') && rest.starts_with(char::is_whitespace) && {
            let word = tail[..*at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            *c != '.' || word.len() > 2 || word.is_empty()
        }
    });
    ends.next_back().map_or(0, |(at, c)| at + c.len_utf8())
}
