//! Generated stories with known contradictions: they are found, and nothing else is.

mod generated;

use factcheck_core::{
    finding::{Finding, Severity},
    record::Records,
    reference::References,
};
use factcheck_extract::Extractor;
use generated::Story;

fn read(story: &Story) -> Vec<Records> {
    let mut extractor = Extractor::new();
    let mut records: Vec<Records> = story.articles.iter().map(|article| extractor.extract(article)).collect();
    factcheck_align::origins::assign(&mut records);
    records
}

fn alerts(findings: &[Finding]) -> Vec<String> {
    let is_alert = |finding: &&Finding| matches!(finding.severity, Severity::Conflict | Severity::Warning);
    findings.iter().filter(is_alert).map(said).collect()
}

fn said(finding: &Finding) -> String {
    let sentences: Vec<&str> = finding.claims.iter().map(|claim| claim.sentence.as_str()).collect();
    format!("{}: {}", finding.message, sentences.join(" | "))
}

#[test]
fn wrong_numbers_are_found_and_nothing_else() {
    let story = generated::story(2_500);
    let checked = factcheck_numbers::check(&read(&story), &References::default());
    let alerts = alerts(&checked.findings);
    assert!(story.planted > 3);
    assert_eq!(alerts.len(), story.planted, "{alerts:#?}");
    // Each fact is told by several articles, in one question.
    assert!(checked.questions > 500, "{} questions", checked.questions);
}

#[test]
fn wrong_days_are_found_and_nothing_else() {
    let story = generated::events_story(1_000);
    let checked = factcheck_timeline::check(&read(&story), &[]);
    let alerts = alerts(&checked.findings);
    assert!(story.planted > 3);
    // No alert that was not planted; of what was, one in eight may be told in too few words.
    assert!(alerts.len() <= story.planted, "{alerts:#?}");
    assert!(alerts.len() * 8 >= story.planted * 7, "{alerts:#?}");
}
