//! What must hold of the numbers and times of any text. A violation panics, which is what a fuzzer looks for.

use factcheck_core::{
    article::Article,
    range::Range,
    record::{Record, Records},
    span::{Field, Span},
    timex::TimexType,
};
use factcheck_extract::{Extractor, Figures};

/// Publication dates with and without a zone, on a leap day, at the turn of a year, and none.
const PUBLISHED: [&str; 5] =
    ["", "2023-10-17", "2024-02-29T23:30:00+01:00", "2024-12-31T23:59:00-05:00", "0001-01-01"];

/// The text as an article; its length decides when it was published.
#[must_use]
pub fn article(text: &str) -> Article {
    let published = PUBLISHED[text.len() % PUBLISHED.len()].parse().ok();
    Article { id: "a".to_owned(), text: text.to_owned(), published, ..Article::default() }
}

/// Hands the numbers and times of each sentence to `check`, with the text that they point into.
pub fn figures(article: &Article, check: fn(&str, &Figures)) {
    Extractor::new().figures(article, |field, figures| {
        let text = if field == Field::Title { &article.title } else { &article.text };
        check(text, figures);
    });
}

/// Spans lie in the text, in order, apart from each other; windows and lengths are not turned round.
pub fn check_times(text: &str, figures: &Figures) {
    in_order(text, figures.times.iter().map(|time| time.span));
    for time in &figures.times {
        let meaning = &time.meaning;
        assert!(!meaning.value.is_empty(), "no value: {time:?}");
        if let Some((earliest, latest)) = meaning.window.ends() {
            assert!(earliest <= latest, "turned round: {time:?}");
        }
        meaning.length.into_iter().for_each(not_turned_round);
        if let Some(clock) = &meaning.clock {
            assert!(clock.offset.is_none_or(|minutes| minutes.abs() <= 16 * 60), "no zone: {time:?}");
        }
    }
}

/// Spans lie in the text, in order; ranges are not turned round; only a length of time is a number as well.
pub fn check_quantities(text: &str, figures: &Figures) {
    in_order(text, figures.quantities.iter().map(|quantity| quantity.span));
    for quantity in &figures.quantities {
        not_turned_round(quantity.amount.allowed);
        assert!(quantity.span.covers(quantity.number), "number outside: {quantity:?}");
        for time in &figures.times {
            let apart = !time.span.overlaps(quantity.span) || time.meaning.timex_type == TimexType::Duration;
            assert!(apart, "{quantity:?} overlaps {time:?}");
        }
    }
}

/// Places are where their quotes stand, and records come back as they were written.
pub fn check_records(article: &Article, records: &Records) {
    let texts = [&article.title, &article.text].map(|text| text.chars().collect::<Vec<char>>());
    for record in records.clone().into_lines() {
        let line = serde_json::to_string(&record).expect("written");
        assert_eq!(serde_json::from_str::<Record>(&line).expect("read"), record);
        let place = match &record {
            Record::Article(_) => continue,
            Record::Quantity(quantity) => &quantity.place,
            Record::Time(time) => &time.place,
            Record::Entity(entity) => &entity.place,
            Record::Claim(claim) => &claim.place,
            Record::Event(event) => &event.place,
            Record::Relation(relation) => &relation.place,
        };
        let text = &texts[usize::from(place.field == Field::Text)];
        let there = text.get(place.start as usize..place.end as usize).expect("inside the text");
        assert!(there.iter().copied().eq(place.quote.chars()), "not at its place: {place:?}");
    }
}

fn in_order(text: &str, spans: impl Iterator<Item = Span>) {
    let mut last = 0;
    for span in spans {
        let range = span.range();
        assert!(last <= range.start, "overlaps the one before: {range:?}");
        assert!(range.start < range.end, "empty: {range:?}");
        assert!(text.get(range.clone()).is_some(), "outside or through a character: {range:?}");
        last = range.end;
    }
}

fn not_turned_round(range: Range) {
    if let Some((low, high)) = range.ends() {
        assert!(low <= high, "turned round: {range:?}");
    }
}

/// Headline, furniture and corrections lie in the text, furniture in order and apart.
pub fn check_article(article: &Article) {
    in_order(&article.text, article.furniture.iter().map(|piece| piece.span));
    for span in article.headline.iter().chain(&article.corrections) {
        assert!(
            article.text.get(span.start as usize..span.end as usize).is_some(),
            "{span:?} is not in the text"
        );
    }
}
