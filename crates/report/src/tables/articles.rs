//! The table of articles.

use factcheck_core::record::ArticleRecord;

use crate::{
    Run,
    sheet::{Cell, Sheet},
};

const COLUMNS: &[&str] = &[
    "article_id",
    "file",
    "source",
    "published",
    "published_from",
    "updated",
    "story",
    "title",
    "language",
    "url",
    "origin",
    "sentences",
    "furniture",
    "replaced",
];

const IN_BRIEF: &[&str] = &["file", "source", "published", "story", "title", "language", "sentences"];

pub(super) fn sheet(run: &Run) -> Sheet<'_> {
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(run.articles.iter().map(row)) }
}

fn row(article: &ArticleRecord) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&article.id),
        Cell::text(&article.file),
        Cell::text(&article.source),
        Cell::day(article.published.map(|stamp| stamp.date)),
        Cell::text(&article.published_from),
        Cell::day(article.updated.map(|stamp| stamp.date)),
        Cell::text(&article.story),
        Cell::quote(&article.title),
        Cell::text(&article.language),
        Cell::text(&article.url),
        Cell::text(&article.origin),
        Cell::count(article.sentences),
        Cell::count(article.furniture),
        Cell::count(article.replaced),
    ]
}
