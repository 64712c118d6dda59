//! What a story's check looked at, an article a row.

use std::collections::BTreeSet;

use factcheck_core::{coverage::ArticleCoverage, finding::Finding, record::Records};

/// The rows of one story.
pub(crate) fn rows(
    records: &[Records],
    findings: &[Finding],
    aligned: &[u32],
) -> impl Iterator<Item = ArticleCoverage> {
    let aligned = aligned.iter().copied().chain(std::iter::repeat(0));
    records.iter().zip(aligned).map(|(records, aligned)| row(records, findings, aligned))
}

fn row(records: &Records, findings: &[Finding], aligned: u32) -> ArticleCoverage {
    let article = &records.article;
    let compared: BTreeSet<_> = findings
        .iter()
        .flat_map(|finding| &finding.claims)
        .filter(|claim| claim.article == article.id)
        .map(|claim| (claim.field, claim.start, claim.end))
        .collect();
    let mut remarks = Vec::new();
    if article.published.is_none() {
        remarks.push("no publication date: relative dates are unresolved");
    }
    if article.replaced > 0 {
        remarks.push("undecodable bytes were replaced");
    }
    ArticleCoverage {
        file: article.file.clone(),
        source: article.source.clone(),
        story: article.story.clone(),
        published: article.published.map(|stamp| stamp.to_string()).unwrap_or_default(),
        published_from: if article.published.is_none() {
            "unknown".to_owned()
        } else {
            article.published_from.clone()
        },
        sentences: article.sentences,
        quantities: count(records.quantities.len()),
        times: count(records.times.len()),
        claims: count(records.claims.len()),
        events: count(records.events.len()),
        aligned,
        compared: count(compared.len()),
        furniture: article.furniture,
        replaced: article.replaced,
        remark: remarks.join("; "),
        published_earliest: day(article.published_range.earliest),
        published_latest: day(article.published_range.latest),
    }
}

fn day(day: Option<impl std::fmt::Display>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
