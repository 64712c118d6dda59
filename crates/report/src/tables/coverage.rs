//! The table of what was read and compared: a row an article, then a row an input that was left out, with the
//! reason as its remark.

use factcheck_core::coverage::{ArticleCoverage, Coverage, Skipped};

use crate::sheet::{Cell, Sheet};

const COLUMNS: &[&str] = &[
    "file",
    "source",
    "story",
    "published",
    "published_from",
    "sentences",
    "quantities",
    "times",
    "claims",
    "events",
    "aligned",
    "compared",
    "furniture",
    "replaced",
    "remark",
    "published_earliest",
    "published_latest",
];

const IN_BRIEF: &[&str] = &[
    "file",
    "published",
    "sentences",
    "quantities",
    "times",
    "claims",
    "events",
    "aligned",
    "compared",
    "remark",
];

pub(super) fn sheet(coverage: &Coverage) -> Sheet<'_> {
    let rows = coverage.articles.iter().map(row);
    let rows = rows.chain(coverage.skipped.iter().chain(&coverage.left_out).map(skipped));
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(rows) }
}

fn row(article: &ArticleCoverage) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&article.file),
        Cell::text(&article.source),
        Cell::text(&article.story),
        Cell::published(&article.published),
        Cell::text(&article.published_from),
        Cell::count(article.sentences),
        Cell::count(article.quantities),
        Cell::count(article.times),
        Cell::count(article.claims),
        Cell::count(article.events),
        Cell::count(article.aligned),
        Cell::count(article.compared),
        Cell::count(article.furniture),
        Cell::count(article.replaced),
        Cell::text(&article.remark),
        Cell::published(&article.published_earliest),
        Cell::published(&article.published_latest),
    ]
}

fn skipped(skipped: &Skipped) -> Vec<Cell<'_>> {
    let cell = |column: &&str| match *column {
        "file" => Cell::text(&skipped.place),
        "remark" => Cell::text(format!("left out: {}", skipped.reason)),
        _ => Cell::Empty,
    };
    COLUMNS.iter().map(cell).collect()
}
