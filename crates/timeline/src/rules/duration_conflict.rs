//! T104.

use std::collections::BTreeSet;

use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity},
    range::Range,
    statement,
};

use crate::{
    Story,
    origins::side,
    rules::TimelineRule,
    said::{self, Said, Tells, Timeline},
};

declare_rule! {
    /// How long one event lasts, in two accounts that cannot meet.
    ///
    /// ## Why
    ///
    /// A visit of two days is not one of four. That it is one event is read from its class, its participants, its place
    /// and the words around, so this is a warning; below good confidence nothing is said. A length is also held against the
    /// days of the beginning and the end, in one article or in several: a three-day summit that opens on Monday ends on
    /// Wednesday, or on Thursday for those who do not count the first day.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Mr. Ada Brandt began her two-day visit to Ravel on Tuesday with Mr. Otto Lindqvist.
    /// ---
    /// Mr. Ada Brandt began her four-day visit to Ravel on Tuesday with Mr. Otto Lindqvist.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Mr. Ada Brandt began her two-day visit to Ravel on Tuesday.
    /// ---
    /// Mr. Per Olsen began his four-day visit to Sund on Tuesday.
    /// ```
    pub(crate) static DURATION_CONFLICT: TimelineRule = { code: "T104", name: "duration-conflict", check: check };
}

/// Below this the two are more likely two events than one.
const ALERT: f64 = 0.9;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    lengths(story, findings);
    let timeline = Timeline::of(story);
    for set in timeline.contradictions().iter().filter(|set| is_length(set)) {
        findings.extend(denied(story, set));
    }
}

/// Whether a set is a length that the days of the beginning and the end deny.
fn is_length(set: &[&Said]) -> bool {
    let date = |one: &&Said| matches!(one.tells, Tells::Date(_));
    set.iter().any(|one| one.tells == Tells::Length)
        && set.iter().any(date)
        && set.iter().all(|one| date(one) || one.tells == Tells::Length)
}

/// A length that the days of the beginning and the end do not leave.
fn denied(story: &Story, set: &[&Said]) -> Option<Finding> {
    let mut finding = said::finding(story, &DURATION_CONFLICT, set, 0.9)?;
    let class = &story.event(set.first()?.mentions[0]).class;
    finding.topic = format!("length of {class}");
    let words: Vec<&str> = set.iter().map(|one| one.words.as_str()).collect();
    finding.message =
        format!("{}: {} cannot all hold, whichever way days are counted", finding.topic, words.join(", "));
    finding.arithmetic = words.join(" | ");
    Some(finding)
}

/// Lengths that two articles give one event.
fn lengths(story: &Story, findings: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for link in &story.links {
        let (a, b) = (story.event(link.a), story.event(link.b));
        let (Some(left), Some(right)) = (a.duration, b.duration) else { continue };
        let meets = left.meets(right);
        if (!meets
            && (link.confidence < ALERT
                || knows_both(story, link.a.article, right, a)
                || knows_both(story, link.b.article, left, b)))
            || !told.insert((link.a, link.b.article))
        {
            continue;
        }
        let severity = if meets { Severity::Agreement } else { Severity::Warning };
        let mut finding = story.finding(&DURATION_CONFLICT, severity);
        finding.confidence = link.confidence;
        finding.topic = format!("length of {}", a.class);
        let verdict = if meets { "agree" } else { "cannot both hold of one event" };
        finding.message = format!("{}: {left} days and {right} days {verdict}", finding.topic);
        finding.arithmetic = format!("{left} | {right}");
        finding.reasons =
            link.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
        let other = if meets { "a" } else { "b" };
        for (at, range, position) in [(link.a, left, "a"), (link.b, right, other)] {
            let mut claim = statement::of_event(story.article(at), story.event(at), position);
            (claim.low, claim.high) = statement::ends(range);
            "day".clone_into(&mut claim.unit);
            finding.sides.push(side(position, statement::ends(range), "day", &[story.article(at)]));
            finding.claims.push(claim);
        }
        if meets {
            finding.sides.truncate(1);
        }
        findings.push(finding);
    }
}

/// Whether the article gives an event of this class the other length as well: then it knows of two.
fn knows_both(story: &Story, article: usize, length: Range, event: &Event) -> bool {
    story.records[article]
        .events
        .iter()
        .any(|other| other.class == event.class && other.duration.is_some_and(|own| own.meets(length)))
}

#[cfg(test)]
mod tests {
    use super::DURATION_CONFLICT;
    use crate::rules::testing::alerts;

    #[test]
    fn days_of_the_ends_deny_a_length() {
        let flagged = |text| alerts(&DURATION_CONFLICT, text);
        assert!(flagged("The three-day summit in Ravel opened on 2 October and ended on 9 October."));
        assert!(!flagged("The three-day summit in Ravel opened on 2 October and ended on 4 October."));
        assert!(!flagged("The three-day summit in Ravel opened on 2 October and ended on 5 October."));
    }
}
