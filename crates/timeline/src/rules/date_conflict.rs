//! T101.

use factcheck_align::events::{EventRef, Link, shared_participants};
use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity},
    statement,
    window::Window,
};

use crate::{Story, origins::side, rules::TimelineRule};

declare_rule! {
    /// One event on days that cannot meet.
    ///
    /// ## Why
    ///
    /// Two accounts of one event that put it on different days cannot both be right. That it is one event is read
    /// from its class, its participants, its place and the nearness of the days; since a meeting may be followed by
    /// another, such a finding is a warning. An article that tells of both days has told of two events.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Mr. Ada Brandt will meet Mr. Otto Lindqvist on Tuesday in Ravel.
    /// ---
    /// Mr. Ada Brandt will meet Mr. Otto Lindqvist on Wednesday in Ravel.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Mr. Ada Brandt will meet Mr. Otto Lindqvist on Tuesday in Ravel.
    /// ---
    /// Mr. Ada Brandt will meet Mr. Per Olsen on Wednesday in Ravel.
    /// ```
    pub(crate) static DATE_CONFLICT: TimelineRule = { code: "T101", name: "date-conflict", check: check };
}

/// Below this the two are more likely two events than one.
const ALERT: f64 = 0.7;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let dated = |link: &&Link| [link.a, link.b].iter().all(|at| is_dated(story.event(*at)));
    let mut told: Vec<(Vec<EventRef>, Finding)> = Vec::new();
    for link in story.links.iter().filter(dated) {
        let (a, b) = (story.event(link.a), story.event(link.b));
        let meets = a.window.meets(b.window);
        let identified = shared_participants(a, b) >= 2;
        if !meets && (!identified || link.confidence < ALERT || is_explained(story, link)) {
            continue;
        }
        let severity = if meets { Severity::Agreement } else { Severity::Warning };
        // A third account that says the same as one side joins that side instead of making a finding of its own.
        let known = told.iter_mut().find(|(ends, finding)| {
            finding.severity == severity && ends.iter().any(|end| [link.a, link.b].contains(end))
        });
        match known {
            Some((ends, finding)) => join(story, finding, ends, link),
            None => told.push((vec![link.a, link.b], finding(story, link, severity))),
        }
    }
    findings.extend(told.into_iter().map(|(_, finding)| finding));
}

/// Whether the words themselves give a day or a few, not a season.
fn is_dated(event: &Event) -> bool {
    event.when.is_some() && event.window.length().is_some_and(|days| days <= 31)
}

/// Whether an article tells of the other's day as well: then it knows of two events.
fn is_explained(story: &Story, link: &Link) -> bool {
    [(link.a, link.b), (link.b, link.a)].iter().any(|(own, other)| {
        let (event, window) = (story.event(*own), story.event(*other).window);
        story.records[own.article].events.iter().any(|candidate| {
            candidate.class == event.class
                && candidate.window.length().is_some_and(|days| days <= 2)
                && candidate.window.meets(window)
                && (candidate.participants.is_empty() || shared_participants(candidate, event) > 0)
        })
    })
}

fn finding(story: &Story, link: &Link, severity: Severity) -> Finding {
    let (a, b) = (story.event(link.a), story.event(link.b));
    let mut finding = story.finding(&DATE_CONFLICT, severity);
    finding.confidence = link.confidence;
    let people: Vec<&str> = a
        .participants
        .iter()
        .filter(|p| b.participants.iter().any(|q| factcheck_align::names::may_be_one(&p.name, &q.name)))
        .map(|p| p.name.as_str())
        .collect();
    finding.topic = format!("{} ({})", a.class, people.join(", "));
    let hull = a.window.hull(b.window);
    finding.period = hull.ends().map(|(first, last)| format!("{first}/{last}")).unwrap_or_default();
    let verdict = if severity == Severity::Agreement { "agree" } else { "cannot both hold of one event" };
    finding.message = format!(
        "{}: {} ({}) and {} ({}) {verdict}",
        finding.topic,
        day(a.window),
        source(story, link.a),
        day(b.window),
        source(story, link.b)
    );
    finding.arithmetic = format!("{} | {}", day(a.window), day(b.window));
    finding.reasons =
        link.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
    if severity == Severity::Warning {
        finding.reasons.push("a meeting or visit may repeat, so this is no conflict".to_owned());
    }
    let position_b = if severity == Severity::Agreement { "a" } else { "b" };
    let mut sides = vec![(link.a, "a"), (link.b, "b")];
    if severity == Severity::Agreement {
        sides = vec![(link.a, "a")];
    }
    finding.sides = sides
        .iter()
        .map(|(at, position)| {
            side(position, statement::days(story.event(*at).window), "", &[story.article(*at)])
        })
        .collect();
    finding.claims = vec![
        statement::of_event(story.article(link.a), a, "a"),
        statement::of_event(story.article(link.b), b, position_b),
    ];
    finding
}

fn join(story: &Story, finding: &mut Finding, ends: &mut Vec<EventRef>, link: &Link) {
    for at in [link.a, link.b] {
        if ends.contains(&at) {
            continue;
        }
        ends.push(at);
        let window = statement::days(story.event(at).window);
        let Some(side) =
            finding.sides.iter_mut().find(|side| (side.low.clone(), side.high.clone()) == window)
        else {
            continue;
        };
        let known = finding
            .claims
            .iter()
            .any(|claim| claim.position == side.position && claim.article == story.article(at).origin);
        side.origins += u32::from(!known && story.article(at).origin == story.article(at).id);
        let statement = statement::of_event(story.article(at), story.event(at), &side.position);
        finding.claims.push(statement);
    }
    finding.claims.sort_by(|a, b| (&a.position, &a.file, a.start).cmp(&(&b.position, &b.file, b.start)));
}

/// "Tuesday 2023-10-17", "2023-03".
fn day(window: Window) -> String {
    window.single().map_or_else(|| window.to_string(), |day| day.format("%A %Y-%m-%d").to_string())
}

fn source(story: &Story, at: EventRef) -> String {
    let article = story.article(at);
    if article.source.is_empty() { article.file.clone() } else { article.source.clone() }
}
