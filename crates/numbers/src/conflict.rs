//! From a group of claims that answer one question to one finding: its sides, how serious it is, and why.

use factcheck_align::claims::{ClaimRef, Link, Slip, Values, groups};
use factcheck_core::{
    claim::Claim,
    finding::{Finding, Severity},
    measure,
};

use crate::{
    Story,
    aligned::{describe, sides},
    rules::NumberRule,
};

/// Below this a mismatch is more likely two questions than one.
pub(crate) const ALERT: f64 = 0.8;

/// Adds a finding of `rule` for every group whose surest clash is of its kind; `words` says what explains it.
pub(crate) fn report(
    story: &Story,
    rule: &NumberRule,
    is_wanted: fn(Option<Slip>) -> bool,
    words: fn(Slip) -> &'static str,
    findings: &mut Vec<Finding>,
) {
    for members in groups(&story.links) {
        let clashes = story.links.iter().filter(|link| members.contains(&link.a) && !link.agrees);
        let best =
            clashes.max_by(|x, y| x.confidence.total_cmp(&y.confidence).then((y.a, y.b).cmp(&(x.a, x.b))));
        let Some(best) = best else { continue };
        let Values::Apart(slip) = best.values else { continue };
        if is_wanted(slip) {
            findings.push(clash(story, rule, &members, best, slip.map(words)));
        }
    }
}

fn clash(
    story: &Story,
    rule: &NumberRule,
    members: &[ClaimRef],
    best: &Link,
    explained: Option<&str>,
) -> Finding {
    let ordered = around(story, members, best);
    let (left, right) = (story.claim(best.a), story.claim(best.b));
    let mut finding = story.finding(rule, severity(story, best, left, right));
    finding.confidence = best.confidence;
    finding.topic = topic(left);
    finding.period = period(left);
    let names = [best.a, best.b].map(|at| story.name(at));
    finding.message = format!(
        "{}: “{}” ({}) and “{}” ({}) cannot both hold",
        finding.topic, left.place.quote, names[0], right.place.quote, names[1]
    );
    if let Some(explained) = explained {
        finding.message = format!("{}; {explained}", finding.message);
    }
    finding.arithmetic = allowed(story, &[best.a, best.b]);
    finding.reasons =
        best.evidence.iter().map(|piece| format!("{} ({:+.1})", piece.what, piece.weight)).collect();
    let sides = sides(story, &ordered);
    (finding.sides, finding.claims) = describe(story, &sides);
    finding
}

/// The two that clash, then what is surely tied to either by agreement: a chain of weak links proves nothing.
fn around(story: &Story, members: &[ClaimRef], best: &Link) -> Vec<ClaimRef> {
    let ends = [best.a, best.b];
    let tied = |member: &ClaimRef| {
        story.links.iter().any(|link| {
            let joins =
                |end: ClaimRef| (link.a == end && link.b == *member) || (link.b == end && link.a == *member);
            link.agrees && link.confidence >= ALERT && ends.into_iter().any(joins)
        })
    };
    let others = members.iter().filter(|member| !ends.contains(member) && tied(member));
    ends.iter().chain(others).copied().collect()
}

fn severity(story: &Story, link: &Link, left: &Claim, right: &Claim) -> Severity {
    let soft = left.amount.approximation.is_soft() || right.amount.approximation.is_soft();
    let other_speakers =
        !left.speaker.is_empty() && !right.speaker.is_empty() && left.speaker != right.speaker;
    let none = [left, right].iter().any(|claim| claim.amount.value.is_some_and(|value| value.is_zero()));
    if link.confidence < ALERT || (grows(story, link, left, right) && !none) {
        Severity::Note
    } else if soft || other_speakers || none || link.values == Values::Apart(Some(Slip::Rounding)) {
        Severity::Warning
    } else {
        Severity::Conflict
    }
}

/// Whether the figure of a recent event may just have been brought up to date. A slip of the pen, a smaller figure of
/// a later day and the figure of an event long gone are no updates.
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

/// What a claim is about, in a few words.
pub(crate) fn topic(claim: &Claim) -> String {
    let unit = &claim.amount.unit.name;
    let measure = if claim.class.is_empty() { &claim.measure } else { &claim.class };
    match (measure.is_empty(), unit.is_empty() || measure == unit) {
        (true, _) => unit.clone(),
        (_, true) => measure.clone(),
        _ => format!("{measure} ({unit})"),
    }
}

/// The claim's period, as the contract writes it.
pub(crate) fn period(claim: &Claim) -> String {
    claim.period.ends().map(|(first, last)| format!("{first}/{last}")).unwrap_or_default()
}

/// "2,135,000 to 2,145,000 | 1,800,000 to 2,200,000 barrels per day".
pub(crate) fn allowed(story: &Story, members: &[ClaimRef]) -> String {
    let unit = &story.claim(members[0]).amount.unit;
    let ranges: Vec<String> = members
        .iter()
        .map(|at| {
            let amount = &story.claim(*at).amount;
            match amount.unit.convert(amount.allowed, unit) {
                Some(range) => range.to_string(),
                None => format!("{} {}", amount.allowed, amount.unit.plural()).trim_end().to_owned(),
            }
        })
        .collect();
    let mixed = members
        .iter()
        .any(|at| story.claim(*at).amount.unit.convert(story.claim(*at).amount.allowed, unit).is_none());
    let last = if mixed { String::new() } else { unit.plural() };
    format!("{} {last}", ranges.join(" | ")).trim_end().to_owned()
}
