//! The publication date that an article's own first lines tell: "By A. Name May 14, 2024 | 5:03 PM EDT".
//! Sees the text only; a date inside a sentence is none of the publication.

use chrono::{NaiveDate, NaiveTime};
use factcheck_core::{calendar::Period, stamp::Stamp};
use factcheck_syntax::{Sentence, tokenize};

use super::{
    clock::time,
    dates::date,
    lexicon::Kind,
    phrase::{Clock, Date, What},
    wire,
    words::{Line, words},
};

/// How many lines with text can be above the story.
const LINES: usize = 12;

/// The longest line that is a byline and no paragraph, in bytes.
const LONGEST: usize = 160;

/// How many letters beside the date a line may have if nothing calls it a byline.
const OTHER_LETTERS: usize = 16;

/// The publication date that the text itself tells, if any: from short lines near the top that have a full
/// date, one that says "published" before one that says "updated". Dates in figures whose order is open
/// ("05/06/2024") are left alone. Else from the last line of a news agency's story.
#[must_use]
pub fn publication_date(text: &str) -> Option<Stamp> {
    let mut best: Option<(u8, Stamp)> = None;
    for (rank, stamp) in lines(text).filter_map(byline) {
        if best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, stamp));
        }
    }
    best.map(|(_, stamp)| stamp).or_else(|| wire::sent(text))
}

/// The date of the last change that the text itself tells, if any: of its lines near the top that say "updated" or
/// "modified", the latest.
#[must_use]
pub fn update_date(text: &str) -> Option<Stamp> {
    // Few lines say so, and the others need not be read.
    lines(text)
        .filter(|line| UPDATES.iter().any(|word| holds(line, word)))
        .filter_map(byline)
        .filter(|(rank, _)| *rank == UPDATE)
        .map(|(_, stamp)| stamp)
        .max_by_key(|stamp| (stamp.date, stamp.time))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES)
}

/// What [`byline`] gives for an update.
const UPDATE: u8 = 2;

/// The words that tell of one.
const UPDATES: [&str; 2] = ["updated", "modified"];

/// Whether the letters of a word stand anywhere in a text, in whatever case.
fn holds(text: &str, word: &str) -> bool {
    let word = word.as_bytes();
    let begins = |letters: &[u8]| letters.first().map(u8::to_ascii_lowercase) == word.first().copied();
    let mut places = text.as_bytes().windows(word.len());
    text.len() <= LONGEST && places.any(|letters| begins(letters) && letters.eq_ignore_ascii_case(word))
}

/// The date of a line, and how little it is the publication's: 0 where the line says so, 2 for an update.
fn byline(text: &str) -> Option<(u8, Stamp)> {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut sentence = Sentence::default();
    tokenize(text, 0..text.len(), &mut sentence.tokens);
    let mut buffer = Vec::new();
    words(text, &sentence, &mut buffer);
    let line = Line { text, words: &buffer, sentence: &sentence };
    let (first, end, day) = (0..line.len()).find_map(|at| full_day(&line, at))?;
    let (time, offset) = time_beside(&line, first, end, day);
    let says = |words: &[&str]| (0..line.len()).any(|at| line.is_any(at, words));
    let rank = if says(&["published", "posted", "issued"]) {
        0
    } else if says(&UPDATES) {
        UPDATE
    } else {
        1
    };
    let dated: usize = (first..end).map(|at| letters(line.text(at))).sum();
    let sentence = text.ends_with(['.', '!', '?', '"', '”']) && !text.ends_with(".m.");
    let marked = rank != 1 || line.is(0, "by") || text.contains(['|', '•', '·']);
    let bare = letters(text) - dated <= OTHER_LETTERS;
    ((marked || bare) && !sentence).then_some((rank, Stamp { date: day, time, offset }))
}

/// A day with its year at `at`, and the words that it takes.
fn full_day(line: &Line, at: usize) -> Option<(usize, usize, NaiveDate)> {
    let (end, found) = date(line, at)?;
    let Date::Known(Period::Day(day)) = found else { return None };
    // "05/06/2024" is May in America and June in Britain.
    let open = match line.kind(at) {
        Kind::Numeric(_, month, day) => {
            let year_first = line.text(at).get(..4).is_some_and(|year| year.parse::<u32>().is_ok());
            day <= 12 && month != day && !year_first
        }
        _ => false,
    };
    (!open).then_some((at, end, day))
}

/// A time of day anywhere in the line, outside the date, with its zone.
fn time_beside(line: &Line, first: usize, end: usize, day: NaiveDate) -> (Option<NaiveTime>, Option<i32>) {
    let clock = (0..line.len()).filter(|at| !(first..end).contains(at)).find_map(|at| {
        let figure = matches!(line.kind(at), Kind::Clock(..) | Kind::Integer(..) | Kind::Decimal(_));
        match time(line, at).filter(|_| figure) {
            Some((_, What::Time(_, Clock::At { hour, minute, zone }))) => {
                Some((hour, minute.unwrap_or(0), zone))
            }
            _ => match line.kind(at) {
                Kind::Clock(hour, minute) => Some((hour, minute, super::zones::Zone::default())),
                _ => None,
            },
        }
    });
    let told = clock.and_then(|(hour, minute, zone)| Some((NaiveTime::from_hms_opt(hour, minute, 0)?, zone)));
    told.map_or((None, None), |(time, zone)| (Some(time), zone.offset(Some(day), time)))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::{publication_date, update_date};

    fn p(text: &str) -> String {
        publication_date(text).map_or_else(|| "none".to_owned(), |stamp| stamp.to_string())
    }

    #[test]
    fn bylines() {
        snap!(p("Bridge reopens\nBy Ann Example May 14, 2024 | 5:03 PM\n\nThe bridge reopened."), @"2024-05-14T17:03:00");
        snap!(p("Bridge reopens\nPublished 14 May 2024, 17:03 BST\nThe bridge reopened."), @"2024-05-14T17:03:00+01:00");
        snap!(p("Updated: 15 May 2024\nPublished: 14 May 2024\nThe bridge reopened."), @"2024-05-14");
        snap!(p("Tuesday, May 14, 2024\n\nThe bridge reopened."), @"2024-05-14");
        snap!(p("2024-05-14\nThe bridge reopened."), @"2024-05-14");
        snap!(p("Bridge reopens\nMay 14, 2024 at 9:30 a.m. EDT\nThe bridge reopened."), @"2024-05-14T09:30:00-04:00");
        snap!(p("14/05/2024 • Transport desk\nThe bridge reopened."), @"2024-05-14");
    }

    #[test]
    fn updates() {
        let u = |text: &str| update_date(text).map_or_else(|| "none".to_owned(), |stamp| stamp.to_string());
        snap!(u("Published: 14 May 2024\nUpdated 14:05 GMT 15 May 2024\nThe bridge reopened."), @"2024-05-15T14:05:00Z");
        snap!(u("Updated 9:03am AEST, 5 May 2010\n\nThe bridge reopened."), @"2010-05-05T09:03:00+10:00");
        snap!(u("By Ann Example May 14, 2024 | 5:03 PM\nThe bridge reopened."), @"none");
        // A note at the end is of what was wrong.
        snap!(u("The bridge was updated on May 14, 2024."), @"none");
    }

    #[test]
    fn no_bylines() {
        // A date in a sentence dates what the sentence tells.
        snap!(p("The bridge was closed on May 14, 2024.\nIt reopened a year later."), @"none");
        snap!(p("The bridge, which had been closed since 14 May 2024 after a lorry hit a pier, reopened\n"), @"none");
        // Either order makes a date.
        snap!(p("05/06/2024\nThe bridge reopened."), @"none");
        snap!(p("May 14\nThe bridge reopened."), @"none");
        snap!(p(""), @"none");
    }

    proptest! {
        #[test]
        fn any_text(text in "(?s).{0,200}|([A-Za-z0-9 ,.:|/\n-]{0,80})") {
            let stamp = publication_date(&text);
            prop_assert!(stamp.is_none_or(|stamp| stamp.to_string().parse() == Ok(stamp)));
        }
    }
}
