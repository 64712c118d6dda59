//! Runs one rule on articles written in a test, separated by lines of three hyphens.

use factcheck_core::{
    article::Article,
    finding::Finding,
    range::Range,
    reference::{Figure, References},
    unit,
    window::Window,
};
use factcheck_extract::Extractor;

use crate::{Story, rules::NumberRule};

/// The day of all articles that have one.
const DAY: &str = "2023-10-17";

/// The findings of `rule` that a reader must look at or may want to know, one a line.
pub(crate) fn run(rule: &NumberRule, text: &str) -> String {
    lines(&findings(rule, text, DAY))
}

/// The same for articles of which nobody knows when they were written.
pub(crate) fn run_undated(rule: &NumberRule, text: &str) -> String {
    lines(&findings(rule, text, ""))
}

fn lines(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        format!("{} {}: {}", finding.severity.name(), finding.message, finding.arithmetic)
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether `rule` raises an alert.
pub(crate) fn alerts(rule: &NumberRule, text: &str) -> bool {
    findings(rule, text, DAY).iter().any(|finding| finding.severity.is_alert())
}

fn findings(rule: &NumberRule, text: &str, published: &str) -> Vec<Finding> {
    let mut extractor = Extractor::new();
    let records: Vec<_> = text
        .split("\n---\n")
        .enumerate()
        .map(|(index, text)| {
            let id = format!("{}.txt", index + 1);
            extractor.extract(&Article {
                file: id.clone(),
                source: format!("Paper {}", index + 1),
                id,
                text: text.to_owned(),
                published: published.parse().ok(),
                ..Article::default()
            })
        })
        .collect();
    let references = references();
    let story = Story::new(&records, &references);
    let mut findings = Vec::new();
    (rule.check)(&story, &mut findings);
    findings
}

/// One published figure, for the rules that need one.
fn references() -> References {
    let capacity = Figure {
        file: "figures.csv".to_owned(),
        row: 2,
        measure: "capacity".to_owned(),
        subject: "Northline".to_owned(),
        object: String::new(),
        valid: Window::ANY,
        value: Range::exact(50.into()),
        unit: unit::named("megawatt"),
        source: "Grid Agency".to_owned(),
        url: String::new(),
    };
    References { figures: vec![capacity], events: Vec::new() }
}
