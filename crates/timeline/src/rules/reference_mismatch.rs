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

/// Whether the event is the known one: one class, all participants of the table, and days that are near. With fewer
/// than two participants the words right behind have to name it, as "a gathering of the Council in Ravel" does.
fn is_known(known: &KnownEvent, event: &Event) -> bool {
    if !known.readings.iter().any(|reading| reading.class == event.class)
        || !is_near(known.row.when, event.window)
    {
        return false;
    }
    let named =
        |name: &String| event.participants.iter().any(|own| own.is_named() && may_be_one(name, &own.name));
    (known.row.participants.len() >= 2 && known.row.participants.iter().all(named)) || is_called(known, event)
}

/// Characters behind a predicate in which the rest of a name stands.
const REACH: usize = 60;

/// Whether a name of the table, of two words and more besides the predicate, stands in the words behind the event.
fn is_called(known: &KnownEvent, event: &Event) -> bool {
    let skip = event.place.end.saturating_sub(event.sentence_start) as usize;
    let behind: String = event.sentence.chars().skip(skip).take(REACH).collect::<String>().to_lowercase();
    // "a gathering of the Council in Ravel and the Forum in Sund" is the Council's.
    let own =
        behind.split([',', ';', '.']).next().unwrap_or_default().split(" and ").next().unwrap_or_default();
    let words: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).collect();
    known.names.iter().any(|name| {
        let kinds = |word: &&String| known.readings.iter().all(|reading| reading.predicate != **word);
        let rest: Vec<&String> = name.iter().filter(kinds).collect();
        rest.len() >= 2 && rest.iter().all(|word| words.iter().any(|own| own.starts_with(word.as_str())))
    })
}

/// Whether the days lie as near as a slip does: days for a day, a month for a month.
fn is_near(known: Window, told: Window) -> bool {
    let slip = match told.length() {
        Some(..=9) => SLIP,
        Some(..=31) => 31,
        _ => return false,
    };
    let wide = Window { earliest: known.shift(-slip).earliest, latest: known.shift(slip).latest };
    wide.meets(told)
}
