//! The sides of a finding: who stands behind each, and the newest of them.

use factcheck_core::{question::Side, record::ArticleRecord};

/// A side called `position` from `low` to `high`, with the articles that state it.
pub(crate) fn side(
    position: &str,
    (low, high): (Option<String>, Option<String>),
    unit: &str,
    articles: &[&ArticleRecord],
) -> Side {
    let mut origins: Vec<&str> = articles.iter().map(|article| article.origin.as_str()).collect();
    origins.sort_unstable();
    origins.dedup();
    let newest = articles.iter().max_by_key(|article| article.published);
    Side {
        position: position.to_owned(),
        low,
        high,
        unit: unit.to_owned(),
        origins: u32::try_from(origins.len()).unwrap_or(u32::MAX),
        newest: newest.map(|article| article.source.clone()).unwrap_or_default(),
    }
}
