//! Dated events of the reference tables, read as an article would tell them, so that the same mechanism finds
//! them in articles.

use factcheck_core::{
    article::Article,
    reference::{DatedEvent, KnownEvent, References},
};
use factcheck_syntax::Upos;

use crate::Extractor;

/// The known events of the tables, in their order.
#[must_use]
pub fn known_events(references: &References) -> Vec<KnownEvent> {
    let mut extractor = Extractor::new();
    references.events.iter().map(|row| known_event(row, &mut extractor)).collect()
}

fn known_event(row: &DatedEvent, extractor: &mut Extractor) -> KnownEvent {
    let names: Vec<&str> = std::iter::once(&row.event).chain(&row.aliases).map(String::as_str).collect();
    // A name alone is no sentence; "There was" makes it one without adding to its meaning.
    let text = names.iter().fold(String::new(), |text, name| text + "There was the " + name + ".\n");
    let article = Article { id: "reference".to_owned(), text, ..Article::default() };
    let readings = extractor.extract(&article).events;
    KnownEvent { row: row.clone(), readings, names: names.into_iter().map(lemmas).collect() }
}

/// The lemmas of the content words of a name, sorted.
fn lemmas(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| factcheck_syntax::lemma(word, Upos::Noun).to_lowercase())
        .filter(|word| word.len() > 2 && !matches!(word.as_str(), "the" | "and" | "for" | "between"))
        .collect();
    words.sort();
    words.dedup();
    words
}
