//! From a group of claims that answer one question to one finding: its sides, how serious it is, and why.

use std::collections::BTreeSet;

use factcheck_align::claims::{ClaimRef, Group, Link, Slip, Values, meets};
use factcheck_core::{
    claim::Claim,
    digits::significant,
    finding::{Finding, Severity},
    measure,
    quantity::Approximation,
};
use rust_decimal::Decimal;

use crate::{Story, aligned::describe, revised::is_revised, rules::NumberRule};

/// Below this a mismatch is more likely two questions than one.
const ALERT: f64 = 0.7;

/// From here on two claims are more likely of one thing than not.
const LIKELY: f64 = 0.5;

/// For lengths of time and shares of who knows what, of which every story has many.
const ALERT_COMMON: f64 = 0.85;

/// Days of a year.
const YEAR: i64 = 365;

/// From here on a power of ten with a hedge may be some figure to its first digit.
const HEDGED_POWER: Decimal = Decimal::ONE_THOUSAND;

/// From here on one without a hedge may.
const BARE_POWER: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Adds a finding of `rule` for every group whose surest clash is of its kind; `words` says what explains it.
pub(crate) fn report(
    story: &Story,
    rule: &NumberRule,
    is_wanted: fn(Option<Slip>) -> bool,
    words: fn(Slip) -> &'static str,
    findings: &mut Vec<Finding>,
) {
    for clash in story.clashes().iter().filter(|clash| is_wanted(clash.slip)) {
        findings.push(finding(story, rule, clash, clash.slip.map(words)));
    }
}

/// Two claims that cannot both hold, and what stands by either.
#[derive(Debug)]
pub(crate) struct Clash {
    /// The place of their link.
    link: usize,
    /// What explains it.
    slip: Option<Slip>,
    sides: [Vec<ClaimRef>; 2],
}

/// The clashes of each group, the surest first; what one has told is not told again.
pub(crate) fn clashes(story: &Story) -> Vec<Clash> {
    let mut found = Vec::new();
    for group in &story.groups {
        let link = |index: usize| &story.links[index];
        let mut apart: Vec<usize> =
            group.links.iter().copied().filter(|index| !link(*index).agrees).collect();
        apart.sort_by(|x, y| {
            let (x, y) = (link(*x), link(*y));
            y.confidence.total_cmp(&x.confidence).then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        let mut told: BTreeSet<ClaimRef> = BTreeSet::new();
        for index in apart {
            let link = link(index);
            let Values::Apart(slip) = link.values else { continue };
            if told.contains(&link.a) && told.contains(&link.b) {
                continue;
            }
            let sides = around(story, group, link);
            told.extend(sides.iter().flatten().copied());
            found.push(Clash { link: index, slip, sides });
        }
    }
    found
}

fn finding(story: &Story, rule: &NumberRule, clash: &Clash, explained: Option<&str>) -> Finding {
    let best = &story.links[clash.link];
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
    (finding.sides, finding.claims) = describe(story, &clash.sides);
    finding
}

/// The two that clash, then what agrees with either, link by link, as long as it can hold with all of that side.
fn around(story: &Story, group: &Group, best: &Link) -> [Vec<ClaimRef>; 2] {
    let mut sides = [vec![best.a], vec![best.b]];
    loop {
        let placed = |at: &ClaimRef| sides.iter().any(|side| side.contains(at));
        let next = group.members.iter().filter(|member| !placed(member)).find_map(|member| {
            // What can hold with both sides says nothing for either.
            match [fits(story, group, &sides[0], *member), fits(story, group, &sides[1], *member)] {
                [true, false] => Some((0, *member)),
                [false, true] => Some((1, *member)),
                _ => None,
            }
        });
        let Some((side, member)) = next else { break };
        sides[side].push(member);
    }
    sides
}

/// The sets of members that are tied to each other and can all hold together, the surest first.
pub(crate) fn agreeing(story: &Story, group: &Group) -> Vec<Vec<ClaimRef>> {
    let mut links: Vec<&Link> = story.links_of(group).filter(|link| is_agreement(link)).collect();
    links.sort_by(|x, y| y.confidence.total_cmp(&x.confidence).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut placed: BTreeSet<ClaimRef> = BTreeSet::new();
    let mut sets = Vec::new();
    for link in links {
        if placed.contains(&link.a) || placed.contains(&link.b) {
            continue;
        }
        let mut set = vec![link.a, link.b];
        let free = |at: &ClaimRef, set: &[ClaimRef]| !placed.contains(at) && !set.contains(at);
        let next = |set: &[ClaimRef]| {
            let mut fitting = group.members.iter().filter(|member| free(member, set));
            fitting.find(|member| fits(story, group, set, **member)).copied()
        };
        while let Some(next) = next(&set) {
            set.push(next);
        }
        placed.extend(&set);
        sets.push(set);
    }
    sets
}

/// Whether a claim is tied to one of a side and can hold with all of it.
fn fits(story: &Story, group: &Group, side: &[ClaimRef], member: ClaimRef) -> bool {
    side.iter().any(|other| is_tied(story, group, *other, member))
        && side.iter().all(|other| meets(story.claim(*other), story.claim(member)))
}

fn is_tied(story: &Story, group: &Group, one: ClaimRef, other: ClaimRef) -> bool {
    let ends = |index: &usize| (story.links[*index].a, story.links[*index].b);
    // The links of a group are in the order of their ends.
    let ties = |wanted: (ClaimRef, ClaimRef)| {
        let found = group.links.binary_search_by_key(&wanted, ends);
        found.is_ok_and(|at| is_agreement(&story.links[group.links[at]]))
    };
    ties((one, other)) || ties((other, one))
}

/// Whether two claims hold together and are more likely of one thing than not: equal numbers of different things are no
/// agreement.
fn is_agreement(link: &Link) -> bool {
    link.agrees && link.confidence >= LIKELY
}

fn severity(story: &Story, link: &Link, left: &Claim, right: &Claim) -> Severity {
    // "Up to" leaves room for whatever lies below, if it is not the highest that is told.
    let peaks = [left, right].iter().all(|claim| claim.amount.approximation == Approximation::AtMost);
    let soft = peaks || [left, right].iter().any(|claim| claim.amount.approximation.is_soft());
    let other_speakers =
        !left.speaker.is_empty() && !right.speaker.is_empty() && left.speaker != right.speaker;
    let none = [left, right].iter().any(|claim| claim.amount.value.is_some_and(|value| value.is_zero()));
    let is_common = left.amount.unit.scale().is_some_and(|scale| match &*scale.dimension {
        "time" => true,
        "share" => left.class.is_empty() || right.class.is_empty(),
        _ => false,
    });
    // A slip of the pen is seldom chance.
    let slips = matches!(link.values, Values::Apart(Some(_)));
    let least = if is_common && !slips { ALERT_COMMON } else { ALERT };
    let revised = || is_revised(story.records, &story.given_up, left, right);
    if link.confidence < least
        || is_coarse(left, right)
        || revised()
        || (grows(story, link, left, right) && !none)
    {
        Severity::Note
    } else if soft || other_speakers || none || link.values == Values::Apart(Some(Slip::Rounding)) {
        Severity::Warning
    } else {
        Severity::Conflict
    }
}

/// Whether one may be the other to its first digit: "$1 million" of 1.3 million, "about 10,000" of 13,000. A power
/// of ten leaves more room than any other round number, and is what headlines round to.
fn is_coarse(left: &Claim, right: &Claim) -> bool {
    [(left, right), (right, left)].iter().any(|(round, exact)| {
        let (Some(power), Some(value)) = (round.amount.value, exact.amount.value) else { return false };
        let least = if round.amount.approximation.is_soft() { HEDGED_POWER } else { BARE_POWER };
        is_power_of_ten(power) && power >= least && value > power && significant(value, 1) == power
    })
}

fn is_power_of_ten(value: Decimal) -> bool {
    let digits = value.normalize().mantissa();
    u128::try_from(digits)
        .is_ok_and(|digits| digits.checked_ilog10().is_some_and(|log| 10_u128.pow(log) == digits))
}

/// Whether the figure of a recent event may just have been brought up to date. A slip of the pen, a smaller figure of
/// a later day and the figure of an event long gone are no updates.
fn grows(story: &Story, link: &Link, left: &Claim, right: &Claim) -> bool {
    let is_toll = [left, right].iter().any(|claim| measure::named(&claim.class).is_some_and(|row| row.grows));
    let days = [link.a, link.b].map(|at| story.article(at).published.map(|stamp| stamp.date));
    let long_gone = [left, right].iter().any(|claim| {
        let ends = claim.period.latest.zip(claim.as_of);
        // News of the day names no year: where the day of writing is not known, a year tells that it is over.
        let year = || claim.as_of.is_none() && claim.period.length().is_some_and(|days| days >= YEAR);
        ends.map_or_else(year, |(last, day)| (day - last).num_days() > 180)
    });
    let slip = matches!(link.values, Values::Apart(Some(Slip::Magnitude | Slip::Digits | Slip::Unit)));
    let shrinks = match days {
        [Some(first), Some(second)] if first < second => right.amount.allowed.is_below(left.amount.allowed),
        [Some(first), Some(second)] if first > second => left.amount.allowed.is_below(right.amount.allowed),
        _ => false,
    };
    let together = link.a.article == link.b.article;
    is_toll && !together && !long_gone && !slip && !shrinks
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
