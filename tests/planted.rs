//! A generated story with known contradictions: all of them are found, and nothing else is.

mod generated;

use factcheck_core::{finding::Severity, record::Records, reference::References};
use factcheck_extract::Extractor;

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let story = generated::story(2_500);
    let mut extractor = Extractor::new();
    let mut records: Vec<Records> = story.articles.iter().map(|article| extractor.extract(article)).collect();
    factcheck_align::origins::assign(&mut records);
    let checked = factcheck_numbers::check(&records, &References::default());
    let alerts: Vec<&str> = checked
        .findings
        .iter()
        .filter(|finding| matches!(finding.severity, Severity::Conflict | Severity::Warning))
        .map(|finding| finding.message.as_str())
        .collect();
    assert!(story.planted > 3);
    assert_eq!(alerts.len(), story.planted, "{alerts:#?}");
    // Each fact is told by several articles, in one question.
    assert!(checked.questions > 500, "{} questions", checked.questions);
}
