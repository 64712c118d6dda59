//! W3C Web Annotations: the evidence of each finding, as notes that stand at the words of the articles. A note for each
//! statement, which is found again by its words and by its place.

use std::{collections::HashMap, io};

use factcheck_core::{
    finding::{Finding, Statement},
    record::ArticleRecord,
    span::Field,
};
use serde::Serialize;

use crate::{Options, Run, uri};

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    /// Words, with those around them.
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
    /// Unicode code points of the text.
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let articles = run.by_id();
    let items: Vec<Annotation> =
        run.shown(options.all).flat_map(|finding| annotations(run, finding, &articles)).collect();
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "urn:factcheck:evidence",
        kind: "AnnotationCollection",
        label: "Evidence of the findings of factcheck",
        total: items.len(),
        first: Page { id: "urn:factcheck:evidence:1", kind: "AnnotationPage", start_index: 0, items },
    };
    serde_json::to_writer_pretty(&mut *out, &collection)?;
    writeln!(out)
}

fn annotations<'a>(
    run: &Run,
    finding: &'a Finding,
    articles: &HashMap<&str, &ArticleRecord>,
) -> Vec<Annotation<'a>> {
    let note = |(number, claim): (u32, &'a Statement)| Annotation {
        id: format!("urn:factcheck:{}:{number}", uri::reference(&finding.id)),
        kind: "Annotation",
        motivation: "assessing",
        body: bodies(finding),
        target: target(run, claim, articles.get(claim.article.as_str()).copied()),
    };
    (1..).zip(&finding.claims).map(note).collect()
}

/// What is said of the words, and tags to find it by.
fn bodies(finding: &Finding) -> Vec<Body<'_>> {
    let body = |purpose, value| Body { kind: "TextualBody", purpose, format: "text/plain", value };
    let said = [&finding.message, &finding.arithmetic].into_iter().filter(|text| !text.is_empty());
    let tags = [finding.code.as_str(), &finding.rule, finding.severity.name()];
    said.map(|text| body("assessing", text)).chain(tags.map(|tag| body("tagging", tag))).collect()
}

/// The article by its web address where it has one.
fn target<'a>(run: &Run, claim: &'a Statement, article: Option<&ArticleRecord>) -> Target<'a> {
    let url = article.map(|article| article.url.clone()).filter(|url| !url.is_empty());
    let (prefix, suffix) = claim.around();
    let mut selector = vec![Selector::Quote { exact: &claim.quote, prefix, suffix }];
    // Other fields stand outside of the text.
    if claim.field == Field::Text {
        selector.push(Selector::Position { start: claim.start, end: claim.end });
    }
    Target { source: url.unwrap_or_else(|| uri::reference(run.path(&claim.file))), selector }
}
