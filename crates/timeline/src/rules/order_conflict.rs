//! T105.

use factcheck_core::{declare_rule, event::Phase, finding::Finding};

use crate::{
    Story,
    rules::TimelineRule,
    said::{self, Said, Tells, Timeline},
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

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let timeline = Timeline::of(story);
    for set in timeline.contradictions().iter().filter(|set| is_order(set)) {
        findings.extend(finding(story, set));
    }
}

/// Whether a set has an order in it, or an end before its beginning. Days that differ, lengths that differ, and a length
/// that its days deny are other rules'.
fn is_order(set: &[&Said]) -> bool {
    let has = |tells: Tells| set.iter().any(|one| one.tells == tells);
    let distances = set.iter().all(|one| one.tells == Tells::Distance) && set.len() == 2;
    let ends_first = set.len() == 2 && has(Tells::Date(Phase::Start)) && has(Tells::Date(Phase::End));
    set.len() > 1 && !distances && (has(Tells::Order) || has(Tells::Distance) || ends_first)
}

fn finding(story: &Story, set: &[&Said]) -> Option<Finding> {
    let mut finding = said::finding(story, &ORDER_CONFLICT, set, 0.95)?;
    "order of events".clone_into(&mut finding.topic);
    let quotes: Vec<String> = set.iter().map(|one| format!("“{}”", one.claim.quote)).collect();
    finding.message = format!("{} cannot all hold", quotes.join(", "));
    Some(finding)
}
