//! Why two claims cannot answer one question, whatever else speaks for it: another period, basis, role, part or place.

use factcheck_core::{
    claim::{Claim, Kind, Modality},
    measure,
};

use super::{
    ClaimRef, bucket,
    evidence::Context,
    facts::Facts,
    value::{Slip, Values, values},
};

/// Points of the compass that exclude each other.
const OPPOSED: [(&str, &str); 2] = [("north", "south"), ("east", "west")];

/// The reason, if there is one.
#[must_use]
pub fn veto(context: &Context, (a, b): (ClaimRef, ClaimRef)) -> Option<&'static str> {
    let other_time = || is_other_time(context.facts(a).claim, context.facts(b).claim);
    veto_at_any_time(context, (a, b)).or_else(|| other_time().then_some("different periods"))
}

/// The reason, if there is one, between two claims of one sort, which `key` tells.
pub(super) fn veto_within(context: &Context, key: &str, a: &Facts, b: &Facts) -> Option<&'static str> {
    // It is soon told, and it is the most frequent reason.
    if is_other_time(a.claim, b.claim) {
        return Some("different periods");
    }
    at_any_time(context, key, a, b)
}

/// The reason, if there is one that has nothing to do with when.
pub(super) fn veto_at_any_time(context: &Context, (a, b): (ClaimRef, ClaimRef)) -> Option<&'static str> {
    let (a, b) = (context.facts(a), context.facts(b));
    let Some(key) = context.key(a).filter(|_| a.sort == b.sort) else { return Some("different units") };
    at_any_time(context, key, a, b)
}

fn at_any_time(context: &Context, key: &str, a: &Facts, b: &Facts) -> Option<&'static str> {
    kinds(key, a, b)
        .or_else(|| measures(a, b))
        .or_else(|| parts(context, a, b))
        .or_else(|| whose(context, a, b))
}

/// Whether both name a time, and not the same one.
pub(super) fn is_other_time(a: &Claim, b: &Claim) -> bool {
    !a.period.is_any() && !b.period.is_any() && !a.period.meets(b.period)
}

fn kinds(key: &str, x: &Facts, y: &Facts) -> Option<&'static str> {
    let (a, b) = (x.claim, y.claim);
    let either = |kind: Kind| (a.claim_kind == kind) != (b.claim_kind == kind);
    // "A 5.9 % boost" may be what "the adjustment will be 5.9 %" tells; an unemployment rate is no change.
    let classed = x.is_share && x.class != 0 && y.class != 0 && a.class != "inflation";
    let money = key.starts_with("currency");
    if money && bucket::is_other_rate(a, b) {
        return Some("a sum of every month or year and a single one");
    }
    if (money || classed) && either(Kind::Change) {
        return Some("a change and a level");
    }
    // What an offer "would spend" is what it "proposes".
    let asked = a.basis.iter().any(|basis| b.basis.contains(basis));
    // "It should be 2.1 % in 2026" and "it will be 2.1 % in 2026" are both foreseen.
    let foreseen = !a.period.is_any() && a.period == b.period;
    let either = |modality: Modality| a.modality == modality || b.modality == modality;
    if either(Modality::Possible) && either(Modality::Stated) && !asked && !foreseen {
        return Some("possible and stated");
    }
    if a.polarity != b.polarity {
        return Some("one is denied");
    }
    None
}

fn measures(x: &Facts, y: &Facts) -> Option<&'static str> {
    let (a, b) = (x.claim, y.claim);
    if x.class != 0 && y.class != 0 && x.class != y.class {
        let confused = measure::named(&a.class).is_some_and(|row| row.not.contains(&b.class.as_str()));
        return Some(if confused { "measures that are confused" } else { "different measures" });
    }
    if a.basis.is_empty() && b.basis.is_empty() {
        return None;
    }
    let difference = |claim: &Claim| claim.basis.iter().any(|basis| basis == "difference");
    if difference(a) != difference(b) {
        return Some("a difference and a level");
    }
    let converted = |claim: &Claim| claim.basis.iter().any(|basis| basis == "converted");
    if (converted(a) || converted(b))
        && matches!(values(a, b), Values::Apart(None | Some(Slip::Digits | Slip::Rounding | Slip::Unit)))
    {
        return Some("converted at another rate");
    }
    let forecast = |claim: &Claim| claim.basis.iter().any(|basis| basis == "forecast");
    if forecast(a) && forecast(b) && a.amount.value != b.amount.value {
        return Some("forecasts may differ");
    }
    let record = |claim: &Claim| claim.basis.iter().any(|basis| basis == "record");
    if record(a) != record(b) && !values(a, b).agree() {
        return Some("a record so far and another value");
    }
    let excepted = |claim: &Claim| claim.basis.iter().any(|basis| basis == "excepted");
    if excepted(a) != excepted(b) {
        return Some("those that are left out, and the others");
    }
    let core = |claim: &Claim| claim.basis.iter().any(|basis| basis == "core");
    if core(a) != core(b) {
        return Some("only one leaves out what swings most");
    }
    for group in ["asked", "frame"] {
        let of = |basis: &&String| super::weights::group(basis) == Some(group);
        let (mut x, y) = (a.basis.iter().filter(of), b.basis.iter().filter(of));
        let both = x.clone().next().is_some() && y.clone().next().is_some();
        if both && x.all(|basis| y.clone().all(|other| other != basis)) {
            return Some("different basis");
        }
    }
    None
}

/// Whether the two count persons of different sorts, so that different numbers of them are no contradiction: "three
/// people", "two women". A noun that tells the measure itself ("refugees") counts as persons of any sort.
#[must_use]
pub(crate) fn different_things(key: &str, a: &Claim, b: &Claim) -> bool {
    fn noun(claim: &Claim) -> &str {
        claim.amount.unit.name.rsplit(' ').next().unwrap_or_default()
    }
    let (x, y) = (noun(a), noun(b));
    // "Rebels" may be "rebel prisoners".
    let within = |claim: &Claim, noun: &str| claim.amount.unit.name.split(' ').any(|word| word == noun);
    let plain = |noun: &str| {
        matches!(noun, "" | "people" | "person" | "casualty" | "victim")
            || measure::of_cue(noun, 'n').iter().any(|row| row.name == a.class || row.name == b.class)
    };
    matches!(key, "person" | "#job")
        && x != y
        && !(plain(x) && plain(y) || within(a, y) || within(b, x))
        && !factcheck_syntax::wordnet::synonyms(x, y)
}

fn parts(context: &Context, left: &Facts, right: &Facts) -> Option<&'static str> {
    let (a, b) = (left.claim, right.claim);
    if a.scope.is_empty() && b.scope.is_empty() {
        return None;
    }
    let alone = |x: &Claim, y: &Claim, word: &str| {
        x.scope.iter().any(|scope| scope == word) && !y.scope.iter().any(|scope| scope == word)
    };
    let one = |word: &str| alone(a, b, word) || alone(b, a, word);
    if alone(a, b, "inside") && alone(b, a, "outside") || alone(b, a, "inside") && alone(a, b, "outside") {
        return Some("inside and outside");
    }
    let placed = |claim: &Claim| !claim.location.is_empty() || !claim.names.is_empty();
    if alone(a, b, "countries") && placed(b) || alone(b, a, "countries") && placed(a) {
        return Some("several countries and one place");
    }
    if ["each", "female", "male", "foreign", "civilian", "remaining", "separate"].iter().any(|word| one(word))
        || (one("more") && !context.share_name(left, right))
    {
        return Some("different parts of a whole");
    }
    None
}

fn whose(context: &Context, left: &Facts, right: &Facts) -> Option<&'static str> {
    let (a, b) = (left.claim, right.claim);
    let apart = |x: u32, y: u32| context.one(x, y) == Some(false);
    let both_named = left.subject != 0 && right.subject != 0;
    if a.class == "age" && b.class == "age" {
        if apart(left.subject, right.subject) {
            return Some("ages of two persons");
        }
        if !both_named && a.amount.value != b.amount.value {
            return Some("ages of persons without a name");
        }
    }
    if a.class == "population" && b.class == "population" {
        if apart(left.subject, right.subject) {
            return Some("populations of different places");
        }
        if !both_named && !values(a, b).agree() {
            return Some("populations of places without a name");
        }
    }
    let share = || context.share_name(left, right);
    // "The turnover of Harlow Mills" is not that of Tarn Mills, in however alike words it is told. Who is meant is not
    // always read rightly, so a name in common leaves it open.
    if apart(left.subject, right.subject) && !share() {
        return Some("of different bearers");
    }
    let named = context.are_named(left, right);
    if a.class == "distance" && b.class == "distance" {
        if named && !share() {
            return Some("distances from different places");
        }
        if apart(left.anchor, right.anchor) {
            return Some("distances from different places");
        }
        let has = |claim: &Claim, point: &str| {
            claim.scope.iter().any(|word| word.split('-').any(|part| part == point))
        };
        if OPPOSED.iter().any(|(x, y)| (has(a, x) && has(b, y)) || (has(a, y) && has(b, x))) {
            return Some("opposite directions");
        }
    }
    let loose = left.class == 0 && right.class == 0;
    if left.is_share && (loose && named && !share() || apart(left.anchor, right.anchor)) {
        return Some("shares of different wholes");
    }
    None
}
