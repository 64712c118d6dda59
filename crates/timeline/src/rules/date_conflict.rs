//! T101.

use std::collections::BTreeSet;

use factcheck_align::{
    events::{EventRef, dated::Dated},
    names::may_be_one,
};
use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity},
    question::Side,
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

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let mut pairs: Vec<&Dated> = story.dated.iter().collect();
    pairs.sort_by(|x, y| y.confidence.total_cmp(&x.confidence).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut told: Vec<(Vec<EventRef>, Finding)> = Vec::new();
    // "gained independence in July": one time of two events is one statement.
    let mut times = BTreeSet::new();
    for pair in pairs {
        if !times.insert((&story.event(pair.a).time, &story.event(pair.b).time)) {
            continue;
        }
        let severity = severity(pair);
        // A third account that says the same as one side joins that side instead of making a finding of its own.
        let known = told.iter_mut().find(|(ends, finding)| {
            let same = |at: &EventRef| ends.iter().any(|end| is_same_statement(story, *end, *at));
            let fits = |at: &EventRef| same(at) || side_of(finding, story.event(*at)).is_some();
            let class = &story.event(ends[0]).class;
            // One class of event makes a chain; so does what is told of one and the same day.
            let one_day = |at: &EventRef| {
                let day = story.event(*at).window.single();
                day.is_some() && day == story.event(ends[0]).window.single()
            };
            finding.severity.is_alert() == severity.is_alert()
                && (severity.is_alert()
                    || [pair.a, pair.b].iter().all(|at| &story.event(*at).class == class || one_day(at)))
                && [pair.a, pair.b].iter().any(same)
                && [pair.a, pair.b].iter().all(fits)
        });
        match known {
            Some((ends, finding)) => join(story, finding, ends, pair),
            None => told.push((vec![pair.a, pair.b], finding(story, pair, severity))),
        }
    }
    findings.extend(told.into_iter().map(|(_, finding)| finding));
}

/// The same mention, or another event that the same words date.
fn is_same_statement(story: &Story, a: EventRef, b: EventRef) -> bool {
    a == b || (a.article == b.article && story.event(a).time == story.event(b).time)
}

/// Otherwise equal sentences are the surest; that anything else is one event is read from its words.
fn severity(pair: &Dated) -> Severity {
    match (pair.meets, pair.twins) {
        (true, _) => Severity::Agreement,
        (false, true) => Severity::Conflict,
        (false, false) => Severity::Warning,
    }
}

fn finding(story: &Story, pair: &Dated, severity: Severity) -> Finding {
    let (a, b) = (story.event(pair.a), story.event(pair.b));
    let mut finding = story.finding(&DATE_CONFLICT, severity);
    finding.confidence = pair.confidence;
    finding.topic = topic(a, b);
    let hull = a.window.hull(b.window);
    finding.period = hull.ends().map(|(first, last)| format!("{first}/{last}")).unwrap_or_default();
    let verdict = match (severity, pair.one_class) {
        (Severity::Agreement, true) => "agree",
        (Severity::Agreement, false) => "tell of one time",
        _ => "cannot both hold of one event",
    };
    finding.message = format!(
        "{}: {} ({}) and {} ({}) {verdict}",
        finding.topic,
        day(a),
        source(story, pair.a),
        day(b),
        source(story, pair.b)
    );
    finding.arithmetic = format!("{} | {}", day(a), day(b));
    finding.reasons =
        pair.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
    if severity == Severity::Warning {
        finding
            .reasons
            .push("that it is one event is read from its words, so this is no conflict".to_owned());
    }
    let position_b = if severity == Severity::Agreement { "a" } else { "b" };
    let mut sides = vec![(pair.a, "a"), (pair.b, "b")];
    if severity == Severity::Agreement {
        sides = vec![(pair.a, "a")];
    }
    finding.sides = sides
        .iter()
        .map(|(at, position)| {
            side(position, statement::days(story.event(*at).window), "", &[story.article(*at)])
        })
        .collect();
    finding.claims = vec![
        statement::of_event(story.article(pair.a), a, "a"),
        statement::of_event(story.article(pair.b), b, position_b),
    ];
    finding
}

/// "meet (Ada Brandt, Otto Lindqvist)": the class, and who takes part in both accounts.
fn topic(a: &Event, b: &Event) -> String {
    let shared = |name: &str| b.participants.iter().any(|q| q.is_named() && may_be_one(name, &q.name));
    let people: Vec<&str> =
        a.participants.iter().filter(|p| p.is_named() && shared(&p.name)).map(|p| p.name.as_str()).collect();
    let class = if a.class == "report" { &a.predicate } else { &a.class };
    if people.is_empty() { class.clone() } else { format!("{class} ({})", people.join(", ")) }
}

fn join(story: &Story, finding: &mut Finding, ends: &mut Vec<EventRef>, pair: &Dated) {
    for at in [pair.a, pair.b] {
        if ends.contains(&at) {
            continue;
        }
        ends.push(at);
        let Some(side) = side_of(finding, story.event(at)) else { continue };
        let side = &mut finding.sides[side];
        if let Some(common) = days_of(side).intersect(story.event(at).window) {
            (side.low, side.high) = statement::days(common);
        }
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

/// The side that says what the event says: the very days, else days that can be the same.
fn side_of(finding: &Finding, event: &Event) -> Option<usize> {
    let own = statement::days(event.window);
    let exact = finding.sides.iter().position(|side| (&side.low, &side.high) == (&own.0, &own.1));
    let dated = !event.window.is_any();
    exact.or_else(|| finding.sides.iter().position(|side| dated && days_of(side).meets(event.window)))
}

fn days_of(side: &Side) -> Window {
    Window {
        earliest: side.low.as_deref().and_then(|day| day.parse().ok()),
        latest: side.high.as_deref().and_then(|day| day.parse().ok()),
    }
}

/// "Tuesday 2023-10-17", "2023-03"; the words themselves where nothing dates them.
fn day(event: &Event) -> String {
    let words = || event.when.as_ref().map(|when| format!("“{}”", when.quote)).unwrap_or_default();
    match event.window.single() {
        Some(day) => day.format("%A %Y-%m-%d").to_string(),
        None if event.window.is_any() => words(),
        None => event.window.to_string(),
    }
}

fn source(story: &Story, at: EventRef) -> String {
    let article = story.article(at);
    if article.source.is_empty() { article.file.clone() } else { article.source.clone() }
}
