//! Lines that are a time stamp: "Updated 5 May 2010, 9:03am AEST".

use factcheck_core::article::FurnitureKind::Byline;

use super::{
    Page,
    lexicon::{self, Kind, Position, has, has_any_case},
};

/// Time stamps stand at the top of a page.
const TOP: usize = 6;

/// More dates than that, without "updated" or "published", are the headings of a chronology.
const MOST_STAMPS: usize = 2;

pub(super) fn mark(page: &mut Page<'_>) {
    let stamps: Vec<(usize, bool)> = (0..page.lines.len())
        .filter(|index| page.is_free(*index))
        .filter_map(|index| Some((index, stamp(page.lines[index].text)?)))
        .collect();
    let bare = stamps.iter().filter(|(_, labelled)| !labelled).count();
    for (index, labelled) in stamps {
        if labelled || (index < TOP && bare <= MOST_STAMPS) {
            page.mark(index, Byline);
        }
    }
}

/// Whether a line is nothing but date and time, and then whether it says so: "Published …".
fn stamp(text: &str) -> Option<bool> {
    if text.len() > 100 || !text.contains(|c: char| c.is_ascii_digit()) || has_thousands(text) {
        return None;
    }
    if is_clock(text) {
        return Some(true);
    }
    if is_ago(text) {
        return Some(true);
    }
    let (mut months, mut weekdays, mut labels, mut numbers) = (0, 0, 0, 0);
    for word in words(text) {
        let is = |position| has_any_case(Kind::Stamp, position, word);
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            numbers += 1;
        } else if is(Position::Month) {
            months += 1;
        } else if is(Position::Weekday) {
            weekdays += 1;
        } else if is(Position::Label) {
            labels += 1;
        } else if !is(Position::Word) {
            return None;
        }
    }
    // A day and a month alone may head a paragraph: a stamp has a year or a clock as well.
    let is_date =
        (months > 0 && numbers >= 2) || (months == 0 && numbers >= 3) || (weekdays > 0 && labels > 0);
    (is_date && numbers <= 16).then_some(labels > 0)
}

/// How a line ends that is a stamp of this kind.
const AGO: &str = " ago";

/// "2h ago", "Updated 35 minutes ago".
fn is_ago(text: &str) -> bool {
    let Some((before, ago)) = text.len().checked_sub(AGO.len()).and_then(|at| text.split_at_checked(at))
    else {
        return false;
    };
    if !ago.eq_ignore_ascii_case(AGO) {
        return false;
    }
    let before = before.to_lowercase();
    let mut numbers = 0;
    let is_part = |word: &str| {
        numbers += usize::from(word.starts_with(|c: char| c.is_ascii_digit()));
        let is = |position| has(Kind::Stamp, position, word);
        word.starts_with(|c: char| c.is_ascii_digit()) || is(Position::Label) || is(Position::Word)
    };
    words(&before).all(is_part) && numbers == 1
}

/// A clock alone stands over each entry of a live blog: "11:40", "9.05am", "11:40 GMT".
fn is_clock(text: &str) -> bool {
    let mut parts = words(text);
    let number = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| part.len() <= 2 && part.parse::<usize>().is_ok_and(|number| number <= most))
    };
    if !(number(parts.next(), 24) && number(parts.next(), 59)) {
        return false;
    }
    let minutes = text
        .split([':', '.'])
        .nth(1)
        .is_some_and(|rest| rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit));
    let rest: Vec<String> = parts.map(str::to_lowercase).collect();
    let half = rest.iter().any(|word| matches!(word.as_str(), "am" | "pm"));
    minutes
        && (text.contains(':') || half)
        && rest.len() <= 2
        && rest.iter().all(|word| has(Kind::Stamp, Position::Word, word))
}

/// "6,400" is an amount: a stamp has none.
fn has_thousands(text: &str) -> bool {
    text.as_bytes()
        .windows(5)
        .any(|bytes| bytes[1] == b',' && [0, 2, 3, 4].into_iter().all(|at| bytes[at].is_ascii_digit()))
}

/// A text up to where a time stamp begins.
pub(super) fn before_stamp(text: &str) -> &str {
    let starts = text.char_indices().filter(|(at, _)| *at == 0 || text[..*at].ends_with([' ', '|', ',']));
    let mut best = text;
    for (at, _) in starts {
        if stamp(&text[at..]).is_some() {
            best = &text[..at];
            break;
        }
    }
    best.trim_end_matches([' ', '|', ',', '-', '–', '—', '•', '·'])
}

/// Whether a text begins with a month or a day of the week.
pub(super) fn is_calendar(text: &str) -> bool {
    words(text).next().is_some_and(|word| {
        let lower = word.to_lowercase();
        has(Kind::Stamp, Position::Month, &lower) || has(Kind::Stamp, Position::Weekday, &lower)
    })
}

/// Words and numbers: "7:12pm" is three of them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| kind(c) == 0);
        let first = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != first).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// The words of a date line before a story ("LONDON, May 3") are taken off a place.
pub(super) fn without_date(place: &str) -> &str {
    let mut kept = place;
    while let Some(word) = kept.rsplit(|c: char| !c.is_alphanumeric()).next()
        && !word.is_empty()
        && kept.len() > word.len()
    {
        let lower = word.to_lowercase();
        if !(word.bytes().all(|b| b.is_ascii_digit()) || lexicon::has(Kind::Stamp, Position::Month, &lower)) {
            break;
        }
        kept = kept[..kept.len() - word.len()].trim_end_matches(|c: char| !c.is_alphanumeric());
    }
    kept
}
