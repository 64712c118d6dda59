//! Runs one rule on articles written in a test, separated by lines of three hyphens.

use chrono::NaiveDate;
use factcheck_core::{
    article::Article,
    finding::Finding,
    reference::{DatedEvent, References},
    window::Window,
};
use factcheck_extract::{Extractor, known_events};

use crate::{Story, rules::TimelineRule};

/// Whether `rule` raises an alert on articles of Tuesday 17 October 2023.
pub(crate) fn alerts(rule: &TimelineRule, text: &str) -> bool {
    findings(rule, text).iter().any(|finding| finding.severity.is_alert())
}

fn findings(rule: &TimelineRule, text: &str) -> Vec<Finding> {
    let mut extractor = Extractor::new();
    let records: Vec<_> = text
        .split("\n---\n")
        .enumerate()
        .map(|(index, text)| {
            let id = format!("{}.txt", index + 1);
            extractor.extract(&Article {
                file: id.clone(),
                source: format!("Paper {}", index + 1),
                id,
                text: text.to_owned(),
                published: "2023-10-17".parse().ok(),
                ..Article::default()
            })
        })
        .collect();
    let known = known_events(&references());
    let story = Story::new(&records, &known);
    let mut findings = Vec::new();
    (rule.check)(&story, &mut findings);
    findings
}

/// Two dated events, for the rules that need them.
fn references() -> References {
    let event = |name: &str, participants: &[&str], place: &str, day: Option<NaiveDate>| DatedEvent {
        file: "events.csv".to_owned(),
        row: 2,
        event: name.to_owned(),
        aliases: Vec::new(),
        participants: participants.iter().map(|name| (*name).to_owned()).collect(),
        place: place.to_owned(),
        when: day.map(Window::day).unwrap_or_default(),
        source: "Chronicle of Ravel".to_owned(),
        url: String::new(),
    };
    References {
        figures: Vec::new(),
        events: vec![
            event("invasion of Ostland", &["Ostland"], "Ostland", NaiveDate::from_ymd_opt(2022, 2, 1)),
            event(
                "talks between Brandt and Lindqvist",
                &["Brandt", "Lindqvist"],
                "Ravel",
                NaiveDate::from_ymd_opt(2023, 10, 15),
            ),
        ],
    }
}
