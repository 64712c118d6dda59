//! What is read out of sentences, checked by eye: publication date and text on the left; words, type, value
//! and days on the right.

use factcheck_core::timex::TimexType;
use factcheck_syntax::{Analyser, sentences};
use insta::assert_snapshot as snap;
use proptest::prelude::*;

use super::{Found, Reader};

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

/// "TYPE value [earliest..latest]" of every expression, joined by "; ".
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
    let days = if let Some(length) = meaning.length {
        format!("{length} days")
    } else if meaning.window.is_any() {
        return format!("{:?} {name} {}", found.span.of(text), meaning.value);
    } else {
        meaning.window.to_string()
    };
    format!("{:?} {name} {} [{days}]", found.span.of(text), meaning.value)
}

/// Published on Tuesday, 17 October 2023.
fn t(text: &str) -> String {
    at(DAY, text)
}

#[test]
fn says_days() {
    snap!(t("It began on October 7, 2023."), @r#""October 7, 2023" DATE 2023-10-07 [2023-10-07]"#);
}

proptest! {
    #[test]
    fn spans_are_in_order_and_on_borders(text in "\\PC{0,80}", dated in any::<bool>()) {
        let found = read(if dated { DAY } else { "" }, &text);
        let mut last = 0;
        for found in &found {
            let range = found.span.range();
            prop_assert!(last <= range.start && range.start < range.end && range.end <= text.len());
            prop_assert!(text.get(range.clone()).is_some());
            last = range.end;
        }
    }
}
