//! T103.

use factcheck_align::{events::shared_participants, logistic};
use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
    range::{Bound, Range},
    relation::RelationType,
    statement,
};

use crate::{Story, origins::side, rules::TimelineRule, story::Stated};

declare_rule! {
    /// The time between two events, in two accounts that cannot meet.
    ///
    /// ## Why
    ///
    /// "just days before the invasion" and "just weeks before the invasion" leave no length of time that both could
    /// mean: who writes "days" of three weeks misleads, and so does who writes "weeks" of five days. The words are
    /// soft, so this is a warning.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Brandt and Lindqvist signed the Ravel treaty just days before the invasion of Ostland.
    /// ---
    /// Brandt and Lindqvist signed the Ravel treaty just months before the invasion of Ostland.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Brandt and Lindqvist signed the Ravel treaty two weeks before the invasion of Ostland.
    /// ---
    /// Brandt and Lindqvist signed the Ravel treaty just weeks before the invasion of Ostland.
    /// ```
    pub(crate) static INTERVAL_CONFLICT: TimelineRule = { code: "T103", name: "interval-conflict", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    let mut stated = story.stated(RelationType::Before);
    // "after the vote" gives an order and no length.
    stated.retain(|stated| stated.1.amount.high != Bound::Unbounded);
    let mut groups: Vec<Vec<&Stated>> = Vec::new();
    for relation in &stated {
        let fits =
            groups.iter_mut().find(|group| group.iter().any(|other| same_interval(story, other, relation)));
        match fits {
            Some(group) => group.push(relation),
            None => groups.push(vec![relation]),
        }
    }
    for group in groups.iter().filter(|group| group.len() > 1) {
        findings.push(finding(story, group));
    }
}

/// Whether two statements are about the time between the same two events: both ends have to be.
fn same_interval(story: &Story, a: &Stated, b: &Stated) -> bool {
    let ends = [(a.2, b.2), (a.3, b.3)];
    ends.iter().all(|(x, y)| {
        let (left, right) = (story.event(*x), story.event(*y));
        left.class == right.class && left.window.meets(right.window)
    }) && {
        let (left, right) = (story.event(a.2), story.event(b.2));
        let words = shared_words(&left.terms, &right.terms);
        // Without common participants, the words have to name one thing more surely.
        (shared_participants(left, right) > 0 && words >= 3) || (story.link(a.2, b.2).is_some() && words >= 7)
    }
}

/// How many content words stand around both.
fn shared_words(a: &[String], b: &[String]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count()
}

fn finding(story: &Story, group: &[&Stated]) -> Finding {
    let mut sides: Vec<(Range, Vec<&Stated>)> = Vec::new();
    for stated in group {
        let range = stated.1.amount;
        match sides.iter_mut().find(|(common, _)| common.meets(range)) {
            Some((common, members)) => {
                *common = common.intersect(range);
                members.push(stated);
            }
            None => sides.push((range, vec![stated])),
        }
    }
    let agrees = sides.len() == 1;
    let severity = match (agrees, group.iter().any(|stated| stated.1.soft)) {
        (true, _) => Severity::Agreement,
        (false, true) => Severity::Warning,
        (false, false) => Severity::Conflict,
    };
    let first = group[0];
    let (from, to) = (story.event(first.2), story.event(first.3));
    let mut finding = story.finding(&INTERVAL_CONFLICT, severity);
    finding.confidence = logistic(2.0);
    finding.topic = format!("time from {} to {}", from.class, to.class);
    let told: Vec<String> =
        sides.iter().map(|(_, members)| format!("“{}”", members[0].1.place.quote)).collect();
    finding.message = if agrees {
        format!("{}: {} accounts agree", finding.topic, group.len())
    } else {
        format!("{}: {} cannot both hold", finding.topic, told.join(" and "))
    };
    let ranges: Vec<String> = sides.iter().map(|(range, _)| format!("{range} days")).collect();
    finding.arithmetic = ranges.join(" | ");
    finding.reasons =
        vec!["both ends are events of one class with participants and words in common".to_owned()];
    for ((range, members), position) in sides.iter().zip(["a", "b", "c", "d"]) {
        let articles: Vec<_> = members.iter().map(|stated| &story.records[stated.0].article).collect();
        finding.sides.push(side(position, statement::ends(*range), "day", &articles));
        finding.claims.extend(
            members
                .iter()
                .map(|stated| statement::of_relation(&story.records[stated.0].article, stated.1, position)),
        );
    }
    finding
}
