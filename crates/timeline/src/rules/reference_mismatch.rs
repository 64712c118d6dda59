//! T301.

use factcheck_align::names::may_be_one;
use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity},
    reference::KnownEvent,
    statement,
    window::Window,
};

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// An event and the reference events.
    ///
    /// ## Why
    ///
    /// A reference table holds dated events with their sources. Where an event of an article is one of them, by its
    /// class, its participants and the nearness of the days, and its day cannot be the table's, both cannot hold. The
    /// identity is inferred, so this is a warning.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Mr. Ada Brandt met Mr. Otto Lindqvist on Monday in Ravel.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Mr. Ada Brandt met Mr. Otto Lindqvist on Sunday in Ravel.
    /// ```
    pub(crate) static REFERENCE_MISMATCH: TimelineRule = { code: "T301", name: "reference-mismatch", check: check };
}

/// Days that an article's date may lie off the table's before it is another event.
const SLIP: i64 = 3;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for records in story.records {
        for event in records.events.iter().filter(|event| event.when.is_some()) {
            // Where one known event fits the day, no other is meant.
            let matches: Vec<&KnownEvent> =
                story.known.iter().filter(|known| is_known(known, event)).collect();
            let fitting = matches.iter().find(|known| known.row.when.meets(event.window));
            let Some(known) = fitting.or(matches.first()) else { continue };
            let holds = known.row.when.meets(event.window);
            let severity = if holds { Severity::Agreement } else { Severity::Warning };
            let mut finding = story.finding(&REFERENCE_MISMATCH, severity);
            finding.confidence = 0.8;
            finding.topic.clone_from(&known.row.event);
            finding.period = known.row.when.ends().map(|(a, b)| format!("{a}/{b}")).unwrap_or_default();
            let statement = statement::of_event(&records.article, event, "a");
            let verdict = if holds { "agrees with" } else { "cannot hold beside" };
            finding.message = format!(
                "“{}” ({}) {verdict} the reference, which has {} for {}",
                statement.quote, event.window, known.row.when, known.row.event
            );
            finding.arithmetic = format!("{} | {}", event.window, known.row.when);
            finding.claims = vec![statement];
            finding.references = vec![known.reference()];
            findings.push(finding);
        }
    }
}

/// Whether the event is the known one: one class, two participants in common, and days that are near.
fn is_known(known: &KnownEvent, event: &Event) -> bool {
    let class = known.readings.iter().any(|reading| reading.class == event.class);
    let shared = known
        .row
        .participants
        .iter()
        .filter(|name| event.participants.iter().any(|own| may_be_one(name, &own.name)))
        .count();
    class && shared >= 2 && shared == known.row.participants.len() && is_near(known.row.when, event.window)
}

fn is_near(known: Window, told: Window) -> bool {
    let wide = Window { earliest: known.shift(-SLIP).earliest, latest: known.shift(SLIP).latest };
    !told.is_any() && told.length().is_some_and(|days| days <= 31) && wide.meets(told)
}
