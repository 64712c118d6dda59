//! T107.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use factcheck_align::{events::EventRef, names::may_be_one};
use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
    range::{Bound, Range},
    record::Records,
    reference::KnownEvent,
    relation::{Relation, RelationType},
    statement,
};
use rust_decimal::Decimal;

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// Time that is said to have gone since an event does not fit the event's date.
    ///
    /// ## Why
    ///
    /// "nearly two years since the invasion", "the 10th anniversary": counted back from the day of publication, the
    /// words name a span of days on which the event must lie. The start comes from the reference events. Where usage
    /// allows two ways of counting, both must fail, an age leaves a year either way of a birth that an article dates, and the words are soft, so this is a warning.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Over the nearly four years since the invasion of Ostland, trade has grown.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// Over the nearly two years since the invasion of Ostland, trade has grown.
    /// ```
    pub(crate) static ELAPSED_MISMATCH: TimelineRule = { code: "T107", name: "elapsed-mismatch", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    anniversaries(story, findings);
    ages(story, findings);
    for records in story.records {
        let Some(published) = records.article.published.map(|stamp| stamp.date) else { continue };
        for relation in &records.relations {
            let known = match relation.relation_type {
                RelationType::Elapsed => since(story, relation),
                RelationType::Anniversary => named(story, relation),
                _ => continue,
            };
            let Some((known, start)) = known.and_then(|known| Some((known, known.row.when.earliest?))) else {
                continue;
            };
            let Some(gone) = gone(relation, start, published) else { continue };
            findings.push(finding(story, records, relation, known, start, published, gone));
        }
    }
}

/// Anniversaries that two articles tell of one thing, by the names in both sentences.
fn anniversaries(story: &Story, findings: &mut Vec<Finding>) {
    let told: Vec<(&Records, &Relation)> = story
        .records
        .iter()
        .flat_map(|records| records.relations.iter().map(move |relation| (records, relation)))
        .filter(|(_, relation)| relation.relation_type == RelationType::Anniversary)
        .collect();
    for (index, (records, relation)) in told.iter().enumerate() {
        for (others, other) in &told[index + 1..] {
            let same = others.article.id != records.article.id && shared_names(relation, other) >= 2;
            // What is kept in another year is another anniversary.
            let year = |of: &Records| of.article.published.map(|stamp| stamp.date.year());
            if !same || year(records) != year(others) {
                continue;
            }
            let holds = relation.amount.meets(other.amount);
            let severity = if holds { Severity::Agreement } else { Severity::Warning };
            let mut finding = story.finding(&ELAPSED_MISMATCH, severity);
            finding.confidence = 0.8;
            "anniversary".clone_into(&mut finding.topic);
            let verdict = if holds { "agree" } else { "cannot both hold in one year" };
            finding.message = format!("“{}” and “{}” {verdict}", relation.place.quote, other.place.quote);
            finding.arithmetic = format!("{} | {}", relation.amount, other.amount);
            finding.claims = vec![
                statement::of_relation(&records.article, relation, "a"),
                statement::of_relation(&others.article, other, if holds { "a" } else { "b" }),
            ];
            findings.push(finding);
        }
    }
}

/// Ages of people whose birth an article dates.
fn ages(story: &Story, findings: &mut Vec<Finding>) {
    let events = || {
        let all = |(article, records): (usize, &'_ Records)| {
            (0..records.events.len()).map(move |event| EventRef { article, event })
        };
        story.records.iter().enumerate().flat_map(all).collect::<Vec<_>>()
    };
    let born = |at: &EventRef| story.event(*at).place.quote == "born" && story.event(*at).when.is_some();
    let aged =
        |at: &EventRef| story.event(*at).participants.iter().any(|one| one.age.is_some() && one.is_named());
    let births: Vec<EventRef> = events().into_iter().filter(born).collect();
    let mut told = BTreeSet::new();
    for aged in events().into_iter().filter(aged) {
        for birth in &births {
            if let Some(finding) = age(story, aged, *birth).filter(|_| told.insert((aged.article, *birth))) {
                findings.push(finding);
            }
        }
    }
}

/// What the day of a birth says of an age that is told of the same person. A year either way is left for birthdays near
/// the day of publication and for ages at another time of the tale.
fn age(story: &Story, aged: EventRef, birth: EventRef) -> Option<Finding> {
    let (event, born) = (story.event(aged), story.event(birth));
    let published = story.article(aged).published?.date;
    let (from, until) = born.window.ends()?;
    let person = event.participants.iter().find(|one| {
        one.age.is_some()
            && one.is_named()
            && born.participants.iter().any(|who| is_person(&who.name, &one.name))
    })?;
    let age = Decimal::from(person.age?);
    let (youngest, oldest) =
        (Decimal::from(published.years_since(until)?), Decimal::from(published.years_since(from)?));
    let holds = youngest <= age && age <= oldest;
    if !holds && youngest - Decimal::ONE <= age && age <= oldest + Decimal::ONE {
        return None;
    }
    let severity = if holds { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ELAPSED_MISMATCH, severity);
    finding.confidence = 0.8;
    finding.topic = format!("age of {}", person.name);
    let verdict = if holds { "fits" } else { "does not fit" };
    finding.message = format!("{}: {age} {verdict} a birth on {}", finding.topic, born.window);
    finding.arithmetic = format!(
        "{published} - {} = {} years, said: {age}",
        born.window,
        Range { low: Bound::Closed(youngest), high: Bound::Closed(oldest) }
    );
    finding.claims = vec![
        statement::of_event(story.article(aged), event, "a"),
        statement::of_event(story.article(birth), born, if holds { "a" } else { "b" }),
    ];
    Some(finding)
}

/// Two words of a name at least, since brothers and sisters share one.
fn is_person(a: &str, b: &str) -> bool {
    a.split_whitespace().count() >= 2 && b.split_whitespace().count() >= 2 && may_be_one(a, b)
}

/// How many longer words with a capital inside the sentence both sentences have.
fn shared_names(a: &Relation, b: &Relation) -> usize {
    let names = |relation: &Relation| -> Vec<String> {
        let words = relation.sentence.split(|c: char| !c.is_alphanumeric()).skip(1);
        let mut names: Vec<String> = words
            .filter(|word| word.chars().count() > 3 && word.starts_with(char::is_uppercase))
            .map(str::to_owned)
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let other = names(b);
    names(a).iter().filter(|name| other.contains(name)).count()
}

/// The known event that an event of the article is, by class and by the words of its name.
fn since<'a>(story: &Story<'a>, relation: &Relation) -> Option<&'a KnownEvent> {
    let event = story.event(story.find(&relation.to)?);
    story.known.iter().find(|known| {
        known.readings.iter().any(|reading| reading.class == event.class)
            && known.names.iter().any(|name| {
                name.iter().filter(|word| event.terms.binary_search(word).is_ok()).count()
                    >= 2.min(name.len())
            })
    })
}

/// The known event whose name stands in the words of an anniversary.
fn named<'a>(story: &Story<'a>, relation: &Relation) -> Option<&'a KnownEvent> {
    let quote = relation.place.quote.to_lowercase();
    story.known.iter().find(|known| {
        let founding =
            known.readings.iter().any(|reading| matches!(reading.class.as_str(), "declare" | "found"));
        let longest = known.names.iter().max_by_key(|name| name.len());
        founding
            && longest.is_some_and(|name| {
                let inside = name
                    .iter()
                    .filter(|word| word.chars().count() > 3 && quote.contains(word.as_str()))
                    .count();
                inside >= 2
            })
    })
}

/// Days or years between the event and the article, as the relation counts.
fn gone(relation: &Relation, start: NaiveDate, published: NaiveDate) -> Option<Range> {
    if published < start {
        return None;
    }
    if relation.unit.name == "year" {
        // An anniversary is kept through its year, before and after the day.
        let years = published.year() - start.year();
        return Some(Range::exact(Decimal::from(years)));
    }
    Some(Range::exact(Decimal::from((published - start).num_days())))
}

fn finding(
    story: &Story,
    records: &Records,
    relation: &Relation,
    known: &KnownEvent,
    start: NaiveDate,
    published: NaiveDate,
    gone: Range,
) -> Finding {
    let holds = gone.meets(relation.amount);
    let severity = if holds { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ELAPSED_MISMATCH, severity);
    finding.confidence = 0.8;
    finding.topic = format!("time since {}", known.row.event);
    let verdict = if holds { "fits" } else { "does not fit" };
    finding.message = format!("“{}” {verdict} {start}, the day of {}", relation.place.quote, known.row.event);
    finding.arithmetic =
        format!("{published} - {start} = {gone} {}, said: {}", relation.unit.plural(), relation.amount);
    finding.claims = vec![statement::of_relation(&records.article, relation, "a")];
    finding.references = vec![known.reference()];
    finding
}
