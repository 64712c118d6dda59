//! From records to the statements of a finding.

use rust_decimal::Decimal;

use crate::{
    claim::Claim,
    event::Event,
    finding::Statement,
    place::Place,
    range::{Bound, Range},
    record::ArticleRecord,
    relation::Relation,
    window::Window,
};

/// A statement at `place`, with no amount yet.
#[must_use]
pub fn at(
    article: &ArticleRecord,
    place: &Place,
    sentence: &str,
    sentence_start: u32,
    position: &str,
) -> Statement {
    Statement {
        file: article.file.clone(),
        article: article.id.clone(),
        source: article.source.clone(),
        published: article.published.map(|stamp| stamp.to_string()).unwrap_or_default(),
        field: place.field,
        start: place.start,
        end: place.end,
        line: place.line,
        column: place.column,
        quote: place.quote.clone(),
        sentence: sentence.to_owned(),
        sentence_start,
        low: None,
        high: None,
        unit: String::new(),
        position: position.to_owned(),
    }
}

/// What a claim states, in its own unit.
#[must_use]
pub fn of_claim(article: &ArticleRecord, claim: &Claim, position: &str) -> Statement {
    let (low, high) = ends(claim.amount.allowed);
    let unit = claim.amount.unit.name.clone();
    Statement {
        low,
        high,
        unit,
        ..at(article, &claim.place, &claim.sentence, claim.sentence_start, position)
    }
}

/// When an event happens. The quote is its time where the words give one, else its predicate.
#[must_use]
pub fn of_event(article: &ArticleRecord, event: &Event, position: &str) -> Statement {
    let (low, high) = days(event.window);
    let place = cover(&event.place, event.when.as_ref(), &event.sentence, event.sentence_start);
    Statement { low, high, ..at(article, &place, &event.sentence, event.sentence_start, position) }
}

/// What a relation states.
#[must_use]
pub fn of_relation(article: &ArticleRecord, relation: &Relation, position: &str) -> Statement {
    let (low, high) = ends(relation.amount);
    let unit = relation.unit.name.clone();
    Statement {
        low,
        high,
        unit,
        ..at(article, &relation.place, &relation.sentence, relation.sentence_start, position)
    }
}

/// Both ends of a range as decimals without trailing zeros.
#[must_use]
pub fn ends(range: Range) -> (Option<String>, Option<String>) {
    let show = |bound: Bound| bound.value().map(|value: Decimal| value.normalize().to_string());
    (show(range.low), show(range.high))
}

/// Both ends of a window as ISO dates.
#[must_use]
pub fn days(window: Window) -> (Option<String>, Option<String>) {
    (window.earliest.map(|day| day.to_string()), window.latest.map(|day| day.to_string()))
}

/// The words from one place to another of one sentence: "meet Xi on Tuesday" for "meet" and "Tuesday".
fn cover(a: &Place, b: Option<&Place>, sentence: &str, sentence_start: u32) -> Place {
    let Some(b) = b.filter(|b| b.line == a.line && b.field == a.field) else { return a.clone() };
    let (first, last) = if a.start <= b.start { (a, b) } else { (b, a) };
    let (start, end) = (first.start, last.end.max(first.end));
    let skip = start.checked_sub(sentence_start);
    let quote: Option<String> =
        skip.map(|skip| sentence.chars().skip(skip as usize).take((end - start) as usize).collect());
    match quote {
        Some(quote) if quote.chars().count() == (end - start) as usize => {
            Place { end, quote, ..first.clone() }
        }
        _ => a.clone(),
    }
}
