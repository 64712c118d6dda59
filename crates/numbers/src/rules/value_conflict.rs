//! N101.

use factcheck_align::claims::{ClaimRef, Link, Slip, Values, groups};
use factcheck_core::{
    claim::Claim,
    declare_rule,
    finding::{Finding, Severity},
    measure,
};

use crate::{
    Story,
    aligned::{describe, sides},
    rules::NumberRule,
};

declare_rule! {
    /// Two accounts give values of one thing that cannot both be right.
    ///
    /// ## Why
    ///
    /// A printed number is the range that its words allow: 2.14 is 2.135 to 2.145, "about 20" is 18 to 22, "more
    /// than 20" is open upwards. Where the ranges of two claims of one thing cannot meet, they cannot both hold.
    /// Counts that may have grown between two publication dates make a note only.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The fire on Harbour Street destroyed 14 homes, the fire service said.
    /// ---
    /// The fire on Harbour Street destroyed 41 homes, the fire service said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The fire on Harbour Street destroyed about 40 homes, the fire service said.
    /// ---
    /// The fire on Harbour Street destroyed 41 homes, the fire service said.
    /// ```
    pub(crate) static VALUE_CONFLICT: NumberRule = { code: "N101", name: "value-conflict", check: check };
}

/// Below this a mismatch is more likely two questions than one.
const ALERT: f64 = 0.8;

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for members in groups(&story.links) {
        let inside = |link: &&Link| members.contains(&link.a);
        let clashes: Vec<&Link> = story.links.iter().filter(inside).filter(|link| !link.agrees).collect();
        if clashes.is_empty() {
            findings.push(agreement(story, &members));
        } else {
            findings.extend(clash(story, &members, &clashes));
        }
    }
}

fn agreement(story: &Story, members: &[ClaimRef]) -> Finding {
    let mut finding = story.finding(&VALUE_CONFLICT, Severity::Agreement);
    let links = story.links.iter().filter(|link| members.contains(&link.a));
    finding.confidence = links.map(|link| link.confidence).fold(1.0, f64::min);
    let first = story.claim(members[0]);
    finding.topic = topic(first);
    finding.period = period(first);
    finding.message = format!("{} accounts of {} agree", members.len(), finding.topic);
    (finding.sides, finding.claims) = describe(story, &[members.to_vec()]);
    finding.arithmetic = allowed(story, members);
    finding
}

fn clash(story: &Story, members: &[ClaimRef], clashes: &[&Link]) -> Option<Finding> {
    let best = clashes.iter().max_by(|x, y| x.confidence.total_cmp(&y.confidence).then(y.a.cmp(&x.a)))?;
    // Only what is linked to the best clash by agreement stands on its sides: a chain of weak links proves nothing.
    let mut ordered = vec![best.a, best.b];
    for member in members.iter().filter(|member| ![best.a, best.b].contains(member)) {
        let tied = story.links.iter().any(|link| {
            link.agrees
                && link.confidence >= ALERT
                && [best.a, best.b]
                    .iter()
                    .any(|end| (link.a == *end && link.b == *member) || (link.b == *end && link.a == *member))
        });
        if tied {
            ordered.push(*member);
        }
    }
    let (left, right) = (story.claim(best.a), story.claim(best.b));
    let mut finding = story.finding(&VALUE_CONFLICT, severity(story, best, left, right));
    finding.confidence = best.confidence;
    finding.topic = topic(left);
    finding.period = period(left);
    let names = [best.a, best.b].map(|at| name(story, at));
    finding.message = format!(
        "{}: “{}” ({}) and “{}” ({}) cannot both hold",
        finding.topic, left.place.quote, names[0], right.place.quote, names[1]
    );
    finding.arithmetic = allowed(story, &[best.a, best.b]);
    finding.reasons =
        best.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
    let sides = sides(story, &ordered);
    (finding.sides, finding.claims) = describe(story, &sides);
    Some(finding)
}

fn severity(story: &Story, link: &Link, left: &Claim, right: &Claim) -> Severity {
    let soft = left.amount.approximation.is_soft() || right.amount.approximation.is_soft();
    let other_speakers =
        !left.speaker.is_empty() && !right.speaker.is_empty() && left.speaker != right.speaker;
    let none = [left, right].iter().any(|claim| claim.amount.value.is_some_and(|value| value.is_zero()));
    if link.confidence < ALERT || (grows(story, link, left, right) && !none) {
        Severity::Note
    } else if soft || other_speakers || none {
        Severity::Warning
    } else {
        Severity::Conflict
    }
}

/// Whether the figure of a recent event may just have been brought up to date. A slip of the pen, a smaller figure of a
/// later day and the figure of an event long gone are no updates.
fn grows(story: &Story, link: &Link, left: &Claim, right: &Claim) -> bool {
    let is_toll = [left, right].iter().any(|claim| measure::named(&claim.class).is_some_and(|row| row.grows));
    let days = [link.a, link.b].map(|at| story.article(at).published.map(|stamp| stamp.date));
    let long_gone = [left, right].iter().any(|claim| {
        let ends = claim.period.latest.zip(claim.as_of);
        ends.is_some_and(|(last, day)| (day - last).num_days() > 180)
    });
    let slip = matches!(link.values, Values::Apart(Some(Slip::Magnitude | Slip::Digits | Slip::Unit)));
    let shrinks = match days {
        [Some(first), Some(second)] if first < second => right.amount.allowed.is_below(left.amount.allowed),
        [Some(first), Some(second)] if first > second => left.amount.allowed.is_below(right.amount.allowed),
        _ => false,
    };
    is_toll && !long_gone && !slip && !shrinks
}

fn topic(claim: &Claim) -> String {
    let unit = &claim.amount.unit.name;
    match (claim.measure.is_empty(), claim.measure == *unit) {
        (true, _) | (_, true) => unit.clone(),
        _ => format!("{} ({unit})", claim.measure),
    }
}

fn period(claim: &Claim) -> String {
    claim.period.ends().map(|(first, last)| format!("{first}/{last}")).unwrap_or_default()
}

fn name(story: &Story, at: ClaimRef) -> String {
    let article = story.article(at);
    if article.source.is_empty() { article.file.clone() } else { article.source.clone() }
}

/// "2,135,000 to 2,145,000 and 1,800,000 to 2,200,000 barrel per day".
fn allowed(story: &Story, members: &[ClaimRef]) -> String {
    let unit = &story.claim(members[0]).amount.unit;
    let ranges: Vec<String> = members
        .iter()
        .filter_map(|at| {
            let amount = &story.claim(*at).amount;
            amount.unit.convert(amount.allowed, unit).map(|range| range.to_string())
        })
        .collect();
    format!("{} {}", ranges.join(" | "), unit.plural()).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::run;

    #[test]
    fn flags_what_cannot_meet() {
        let check = |a: &str, b: &str| run(&super::VALUE_CONFLICT, &format!("{a}\n---\n{b}"));
        let storm = "The storm killed 12 people in the town of Ravel, police said.";
        snap!(check(storm, "The storm killed 21 people in the town of Ravel, police said."), @"conflict kill (people): “12 people” (Paper 1) and “21 people” (Paper 2) cannot both hold: 12 | 21 people");
        snap!(check(storm, "The storm killed about 12 people in the town of Ravel, police said."), @"agreement 2 accounts of kill (people) agree: 12 | 10.8 to 13.2 people");
        // A toll of one day is brought up to date on that day.
        snap!(check(storm, "The storm killed about 40 people in the town of Ravel, police said."), @"note kill (people): “12 people” (Paper 1) and “about 40 people” (Paper 2) cannot both hold: 12 | 36 to 44 people");
        // Another measure, in another unit.
        snap!(check(storm, "The storm destroyed 21 homes in the town of Ravel, police said."), @"");
        // Possible is not stated.
        snap!(check(storm, "The storm could kill 21 people in the town of Ravel, police said."), @"");
    }
}
