//! T105.

use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
};

use crate::{
    Story,
    rules::TimelineRule,
    said::{self, Said, Timeline},
};

declare_rule! {
    /// Dates and orders of several events that go round in a circle.
    ///
    /// ## Why
    ///
    /// Every date, every length and every "before" and "after" bounds the time between two events, or between an event
    /// and the calendar. All of them together hold exactly when no circle of bounds adds up to less than nothing. What is
    /// shown is a smallest set of statements: any one of them left out, the others can hold. Two dates of one event are
    /// T101's and two lengths T103's, so a set here has something else in it. Where more than one identity of events is inferred, or more
    /// than four statements are needed, it is a note.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Mr. Ada Brandt met Mr. Otto Lindqvist in Ravel after the election of Mr. Otto Lindqvist.
    /// ---
    /// Mr. Ada Brandt met Mr. Otto Lindqvist in Ravel before the election of Mr. Otto Lindqvist.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Mr. Ada Brandt met Mr. Otto Lindqvist in Ravel after the election of Mr. Otto Lindqvist.
    /// ---
    /// Mr. Ada Brandt met Mr. Otto Lindqvist in Ravel after the election of Mr. Otto Lindqvist.
    /// ```
    pub(crate) static ORDER_CONFLICT: TimelineRule = { code: "T105", name: "order-conflict", check: check };
}

/// More statements than these are hard to check by hand.
const MOST: usize = 4;

/// Below this, an identity is uncertain.
const SURE: f64 = 0.9;

/// Below this, it is no ground for an alert.
const DOUBTFUL: f64 = 0.75;

/// Below this, it is not even worth a note.
const UNLIKELY: f64 = 0.6;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let timeline = Timeline::of(story);
    for set in timeline.contradictions() {
        let said: Vec<&Said> = set.iter().map(|at| &timeline.said[*at]).collect();
        // Two dates alone are another rule's, and so are two lengths.
        let lengths = said.len() == 2 && said.iter().all(|one| one.length);
        if said.iter().all(|one| one.dates) || lengths || said.len() < 2 {
            continue;
        }
        findings.extend(finding(story, &said));
    }
}

/// Nothing where the statements may well be of different events.
fn finding(story: &Story, set: &[&Said]) -> Option<Finding> {
    let confidences = said::identities(story, set);
    if confidences.iter().any(|confidence| *confidence < UNLIKELY) {
        return None;
    }
    let uncertain = confidences.iter().filter(|confidence| **confidence < SURE).count();
    let doubtful = confidences.iter().any(|confidence| *confidence < DOUBTFUL);
    let severity =
        if set.len() > MOST || uncertain > 1 || doubtful { Severity::Note } else { Severity::Warning };
    let mut finding = story.finding(&ORDER_CONFLICT, severity);
    finding.confidence = confidences.iter().copied().fold(0.95, f64::min);
    "order of events".clone_into(&mut finding.topic);
    let quotes: Vec<String> = set.iter().map(|one| format!("“{}”", one.claim.quote)).collect();
    finding.message = format!("{} cannot all hold", quotes.join(", "));
    finding.steps = set.iter().map(|one| one.words.clone()).collect();
    finding.reasons = vec![format!("{} identities of events are inferred", confidences.len())];
    for (one, position) in set.iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"]) {
        let mut claim = one.claim.clone();
        position.clone_into(&mut claim.position);
        finding.claims.push(claim);
    }
    Some(finding)
}
