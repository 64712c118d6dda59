//! What is read out of sentences, checked by eye: publication date and text on the left; words, type, value
//! and days on the right.

mod clocks;
mod days;
mod edges;
mod lengths;
mod months;
mod periods;
mod sets;
mod stories;
mod told;
mod weekdays;
mod years;

use factcheck_core::timex::TimexType;
use factcheck_syntax::{Analyser, sentences};
use proptest::prelude::*;

use super::{Found, Reader, anchor_words};

/// A Tuesday.
const DAY: &str = "2023-10-17T09:00:00Z";

fn read(published: &str, text: &str) -> Vec<Found> {
    let mut analyser = Analyser::new();
    let mut reader = Reader::new(published.parse().ok());
    let mut found = Vec::new();
    for range in sentences(text) {
        reader.read(text, analyser.analyse(text, range), &mut found);
    }
    found
}

/// "words" TYPE value MODIFIER [days] offset, of every expression, joined by "; ".
fn at(published: &str, text: &str) -> String {
    let rows: Vec<String> = read(published, text).iter().map(|found| row(found, text)).collect();
    rows.join("; ")
}

fn row(found: &Found, text: &str) -> String {
    let meaning = &found.meaning;
    let name = match meaning.timex_type {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    };
    let mut row = format!("{:?} {name} {}", found.span.of(text), meaning.value);
    if let Some(modifier) = meaning.modifier {
        row = format!("{row} {modifier}");
    }
    if let Some(length) = meaning.length {
        row = format!("{row} [{length} days]");
    } else if !meaning.window.is_any() {
        row = format!("{row} [{}]", meaning.window);
    }
    match meaning.clock.as_ref().and_then(|clock| clock.offset) {
        Some(offset) => format!("{row} {offset:+}"),
        None => row,
    }
}

/// Published on Tuesday, 17 October 2023, at nine in the morning UTC.
fn t(text: &str) -> String {
    at(DAY, text)
}

/// Published on that day, in an unknown zone.
fn u(text: &str) -> String {
    at("2023-10-17", text)
}

/// Without a publication date.
fn n(text: &str) -> String {
    at("", text)
}

#[test]
fn sentences_with_times_have_anchors() {
    let anchors: Vec<&str> = anchor_words().collect();
    for text in [
        "It rained on Monday.",
        "It rained yesterday.",
        "It lasted for weeks.",
        "They met at Easter.",
        "In the future it rains.",
    ] {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphabetic());
        assert!(words.clone().any(|word| anchors.contains(&word)), "{text}");
        assert_eq!(read(DAY, text).len(), 1, "{text}");
    }
}

/// Words and figures that expressions are made of, in any order.
fn phrases() -> impl Strategy<Value = String> {
    let forms: Vec<String> = super::lexicon::forms()
        .map(|(form, _)| form.to_owned())
        .chain(
            [
                "17", "2023", "1.5", "10:35", "3/4/22", "Oct.", "May", "–", ",", "1990s", "'98", "mid-June",
                "BC",
            ]
            .map(str::to_owned),
        )
        .collect();
    proptest::collection::vec(proptest::sample::select(forms), 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn spans_are_in_order_and_on_borders(
        text in prop_oneof!["\\PC{0,80}", phrases()],
        day in prop_oneof![Just(DAY), Just(""), Just("0001-01-01"), Just("2024-02-29")],
    ) {
        let mut last = 0;
        for found in &read(day, &text) {
            let range = found.span.range();
            prop_assert!(last <= range.start && range.start < range.end && range.end <= text.len());
            prop_assert!(text.get(range.clone()).is_some());
            prop_assert!(!found.meaning.value.is_empty());
            if let Some((earliest, latest)) = found.meaning.window.ends() {
                prop_assert!(earliest <= latest);
            }
            last = range.end;
        }
    }

    #[test]
    fn days_move_with_the_publication(days in 0i64..20_000) {
        let first = chrono::NaiveDate::from_ymd_opt(1990, 1, 1).and_then(|day| factcheck_core::calendar::add_days(day, days));
        let Some(first) = first else { return Ok(()) };
        let value = |text: &str| read(&format!("{first}T12:00:00Z"), text).pop().map(|found| found.meaning.value);
        let day = |count| factcheck_core::calendar::add_days(first, count).map(|day| day.to_string());
        prop_assert_eq!(value("It rained yesterday."), day(-1));
        prop_assert_eq!(value("It rained ten days ago."), day(-10));
        prop_assert_eq!(value("It will rain tomorrow."), day(1));
        let monday = value("It rained on Monday.").and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        prop_assert!(monday.is_some_and(|monday| monday <= first && (first - monday).num_days() < 7));
    }
}
