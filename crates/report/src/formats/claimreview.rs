//! Drafts of schema.org `ClaimReview` as JSON-LD: for each alert and each of its sides what was said, by whom and where.
//! They have no rating and no author: which side is right, a person says, and then publishes.
//!
//! Only conflicts and warnings are written, and not what a person dismissed or found fixed.

use std::{collections::HashMap, io};

use factcheck_core::{
    finding::{Finding, Statement},
    record::ArticleRecord,
};
use serde::Serialize;

use crate::{Options, Run};

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Draft<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Draft<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    creative_work_status: &'static str,
    identifier: String,
    claim_reviewed: &'a str,
    item_reviewed: Claim<'a>,
    review_body: String,
}

#[derive(Serialize)]
struct Claim<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    appearance: Vec<Appearance<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Appearance<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date_published: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Organization<'a>>,
    text: &'a str,
}

#[derive(Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

pub(super) fn write(run: &Run, _: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let articles = run.by_id();
    let done = |finding: &Finding| {
        run.verdicts
            .of(&finding.id)
            .is_some_and(|said| ["dismissed", "fixed"].contains(&said.verdict.as_str()))
    };
    let alerts = run.findings.iter().filter(|finding| finding.severity.is_alert() && !done(finding));
    let graph = alerts.flat_map(|finding| reviews(finding, &articles)).collect();
    serde_json::to_writer_pretty(&mut *out, &Graph { context: "https://schema.org", graph })?;
    writeln!(out)
}

/// A draft for each side, in their order.
fn reviews<'a>(finding: &'a Finding, articles: &HashMap<&str, &'a ArticleRecord>) -> Vec<Draft<'a>> {
    let mut sides: Vec<(&str, Vec<&Statement>)> = Vec::new();
    for claim in &finding.claims {
        match sides.iter_mut().find(|(position, _)| *position == claim.position) {
            Some((_, side)) => side.push(claim),
            None => sides.push((&claim.position, vec![claim])),
        }
    }
    let review = |(position, side): (&str, Vec<&'a Statement>)| Draft {
        kind: "ClaimReview",
        creative_work_status: "Draft",
        identifier: format!("{}-{position}", finding.id),
        claim_reviewed: &side[0].sentence,
        item_reviewed: Claim {
            kind: "Claim",
            appearance: side
                .iter()
                .map(|claim| appearance(claim, articles.get(claim.article.as_str()).copied()))
                .collect(),
        },
        review_body: body(finding),
    };
    sides.into_iter().map(review).collect()
}

fn appearance<'a>(claim: &'a Statement, article: Option<&'a ArticleRecord>) -> Appearance<'a> {
    Appearance {
        kind: "NewsArticle",
        headline: article.map_or("", |article| &article.title),
        url: article.map_or("", |article| &article.url),
        date_published: &claim.published,
        publisher: (!claim.source.is_empty())
            .then_some(Organization { kind: "Organization", name: &claim.source }),
        text: &claim.quote,
    }
}

/// What a reader needs to check it by hand.
fn body(finding: &Finding) -> String {
    let references =
        finding.references.iter().map(|row| format!("The reference says: {} ({})", row.what, row.source));
    [finding.message.clone(), finding.arithmetic.clone()]
        .into_iter()
        .chain(finding.steps.iter().cloned())
        .chain(references)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
