//! T106.

use factcheck_align::{
    events::{EventRef, are_kin, ordinals::CountedPair, shared_participants},
    names::may_be_one,
};
use factcheck_core::{
    claim::{Modality, Polarity},
    declare_rule,
    event::{Event, Phase},
    finding::{Finding, Severity, Statement},
    range::Range,
    relation::{Relation, RelationType},
    statement,
};
use rust_decimal::Decimal;

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// First here and second there.
    ///
    /// ## Why
    ///
    /// Two accounts that count one thing, in words that are otherwise alike, cannot both be right where one calls it
    /// the second and the other the third. What is counted over different things (trips abroad, trips outside a
    /// union) is not compared, nor where one account knows both. "The first in 22 days" leads back to a day: such an event of
    /// the same people on a later day denies it.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Last week, Ostland submitted its second complaint to the Council of Ravel about the missiles of Norland.
    /// ---
    /// Last week, Ostland submitted its third complaint to the Council of Ravel about the missiles of Norland.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// It was the second trip of Brandt outside Norland since the trial.
    /// ---
    /// It was the first trip of Brandt outside the former Union since the trial.
    /// ```
    pub(crate) static ORDINAL_CONFLICT: TimelineRule = { code: "T106", name: "ordinal-conflict", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for pair in &story.counted {
        findings.push(counted(story, pair));
    }
    firsts(story, findings);
    for link in &story.links {
        let (a, b) = (story.event(link.a), story.event(link.b));
        if a.ordinal.is_some() && a.ordinal == b.ordinal && scopes_share(a, b) {
            findings.push(agreement(story, link.a, link.b, link.confidence));
        }
    }
}

/// The first of its kind in so many days, in the articles' own order.
fn firsts(story: &Story, findings: &mut Vec<Finding>) {
    let mut told = Vec::new();
    for (article, records) in story.records.iter().enumerate() {
        let first = records.relations.iter().filter(|one| one.relation_type == RelationType::FirstIn);
        told.extend(first.filter_map(|relation| Some((article, relation, story.find(&relation.from)?))));
    }
    for (index, a) in told.iter().enumerate() {
        for b in told[index + 1..].iter().filter(|b| b.0 != a.0 && is_one_first(story, a.2, b.2)) {
            let holds = a.1.amount.meets(b.1.amount);
            let (left, right) = (story.event(a.2), story.event(b.2));
            // Another pause may be meant, unless class and people are the same.
            if holds || (left.class == right.class && shared_participants(left, right) >= 2) {
                findings.push(first_and_first(story, (a.0, a.1), (b.0, b.1), holds));
            }
        }
        for (article, records) in story.records.iter().enumerate() {
            for (event, _) in records.events.iter().enumerate() {
                findings.extend(first_and_event(story, *a, EventRef { article, event }));
            }
        }
    }
}

/// Whether two firsts, of like classes, are of one thing: by people or place.
fn is_one_first(story: &Story, a: EventRef, b: EventRef) -> bool {
    let (left, right) = (story.event(a), story.event(b));
    let place = !left.location.is_empty() && !right.location.is_empty();
    (left.class == right.class || are_kin(&left.class, &right.class))
        && (shared_participants(left, right) > 0 || (place && may_be_one(&left.location, &right.location)))
}

fn first_and_first(story: &Story, a: (usize, &Relation), b: (usize, &Relation), holds: bool) -> Finding {
    let severity = if holds { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ORDINAL_CONFLICT, severity);
    finding.confidence = 0.8;
    "first of its kind".clone_into(&mut finding.topic);
    let verdict = if holds { "agree" } else { "cannot both hold" };
    finding.message = format!("“{}” and “{}” {verdict}", a.1.place.quote, b.1.place.quote);
    finding.arithmetic = format!("{} | {} days", a.1.amount, b.1.amount);
    finding.claims = vec![
        statement::of_relation(&story.records[a.0].article, a.1, "a"),
        statement::of_relation(&story.records[b.0].article, b.1, if holds { "a" } else { "b" }),
    ];
    finding
}

/// A day that another article tells of such an event: the very day that the first leads back to agrees; a day between
/// denies it, where class and people are the same.
fn first_and_event(story: &Story, first: (usize, &Relation, EventRef), at: EventRef) -> Option<Finding> {
    let (event, own) = (story.event(at), story.event(first.2));
    let published = story.records[first.0].article.published?.date;
    let told = event.when.is_some()
        && at.article != first.0
        && event.class == own.class
        && event.phase == Phase::Whole
        && event.modality == Modality::Stated
        && event.polarity == Polarity::Affirmed;
    let day = event.window.single().filter(|_| told)?;
    let counted_to = own.window.single().filter(|_| own.when.is_some()).unwrap_or(published);
    let gone = Range::exact(Decimal::from((counted_to - day).num_days()));
    let (low, high) = (first.1.amount.low.value()?, first.1.amount.high.value()?);
    let holds = gone.meets(first.1.amount) && high - low <= Decimal::TWO;
    // A day or two may lie between the event and the article.
    let denied = gone.low.value()? > Decimal::TWO && gone.low.value()? < low - Decimal::TWO;
    if !(holds || (denied && shared_participants(event, own) >= 2)) {
        return None;
    }
    let severity = if holds { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ORDINAL_CONFLICT, severity);
    finding.confidence = 0.75;
    "first of its kind".clone_into(&mut finding.topic);
    let verdict = if holds { "fits" } else { "does not fit" };
    finding.message = format!("“{}” {verdict} such an event on {day}", first.1.place.quote);
    finding.arithmetic = format!("{counted_to} - {day} = {gone} days, said: {}", first.1.amount);
    finding.claims = vec![
        statement::of_relation(&story.records[first.0].article, first.1, "a"),
        statement::of_event(story.article(at), event, if holds { "a" } else { "b" }),
    ];
    Some(finding)
}

/// Whether both count over something that has a word in common.
fn scopes_share(a: &Event, b: &Event) -> bool {
    let words = |scope: &str| -> Vec<String> {
        scope.split_whitespace().filter(|word| word.len() > 4).map(str::to_lowercase).collect()
    };
    let other = words(&b.scope);
    words(&a.scope).iter().any(|word| other.contains(word))
}

fn counted(story: &Story, pair: &CountedPair) -> Finding {
    let agrees = pair.a.ordinal == pair.b.ordinal;
    let severity = if agrees { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ORDINAL_CONFLICT, severity);
    finding.confidence = pair.confidence;
    finding.topic = pair.a.what.iter().find(|word| pair.b.what.contains(word)).cloned().unwrap_or_default();
    let verdict = if agrees { "agree" } else { "cannot both hold of one" };
    finding.message = format!("“{}” and “{}” {verdict}", pair.a.place.quote, pair.b.place.quote);
    finding.arithmetic = format!("{} | {}", pair.a.ordinal, pair.b.ordinal);
    finding.reasons = vec!["the words around both are alike".to_owned()];
    let of = |counted: &factcheck_align::events::ordinals::Counted, position: &str| -> Statement {
        let (article, event) = (story.article(counted.at), story.event(counted.at));
        let number = Some(counted.ordinal.to_string());
        Statement {
            low: number.clone(),
            high: number,
            ..statement::at(article, &counted.place, &event.sentence, event.sentence_start, position)
        }
    };
    finding.claims = vec![of(&pair.a, "a"), of(&pair.b, if agrees { "a" } else { "b" })];
    finding
}

fn agreement(story: &Story, a: EventRef, b: EventRef, confidence: f64) -> Finding {
    let (left, right) = (story.event(a), story.event(b));
    let mut finding = story.finding(&ORDINAL_CONFLICT, Severity::Agreement);
    finding.confidence = confidence;
    finding.topic.clone_from(&left.class);
    finding.message = format!("both count it as number {}", left.ordinal.unwrap_or_default());
    finding.claims = vec![
        statement::of_event(story.article(a), left, "a"),
        statement::of_event(story.article(b), right, "a"),
    ];
    finding
}
