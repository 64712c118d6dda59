//! JSON Lines: one object a line, keys in the order of the contract, which is that of core's types.
//!
//! Findings stand as they are. Rows of the other tables are the records of `factcheck extract` with `kind`
//! first, and with what a run adds: an event's `cluster`, and the `file` of the article.

use std::{collections::HashMap, io};

use factcheck_core::{coverage::Coverage, record::ArticleRecord};
use serde::Serialize;

use crate::{List, Options, Run, Table};

/// A record with what a run adds.
#[derive(Serialize)]
struct Row<'a, Record> {
    kind: &'static str,
    #[serde(flatten)]
    record: &'a Record,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

/// An event: `cluster` is null where it is of none.
#[derive(Serialize)]
struct EventRow<'a, Record> {
    #[serde(flatten)]
    row: Row<'a, Record>,
    cluster: Option<&'a str>,
}

/// What the coverage table has beside the articles.
#[derive(Serialize)]
struct Totals {
    stories: u32,
    questions: u32,
    references: u32,
}

pub(super) const LIST: List =
    List { begin: |_, _| Ok(()), finding: |finding, _, out| line(finding, out), end: |_, _| Ok(()) };

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    match options.table {
        Table::Findings => run.shown(options.all).try_for_each(|finding| line(finding, out)),
        Table::Claims => {
            let articles = run.by_id();
            run.claims.iter().try_for_each(|claim| {
                let file = file(&articles, &claim.place.article);
                line(&Row { kind: "claim", record: claim, file: Some(file) }, out)
            })
        }
        Table::Events => {
            let articles = run.by_id();
            run.events.iter().try_for_each(|(event, cluster)| {
                let file = file(&articles, &event.place.article);
                let row = Row { kind: "event", record: event, file: Some(file) };
                line(&EventRow { row, cluster: cluster.as_deref() }, out)
            })
        }
        Table::Coverage => coverage(&run.coverage, out),
        Table::Articles => run
            .articles
            .iter()
            .try_for_each(|article| line(&Row { kind: "article", record: article, file: None }, out)),
        Table::Furniture => run
            .furniture
            .iter()
            .try_for_each(|piece| line(&Row { kind: "furniture", record: piece, file: None }, out)),
    }
}

fn coverage(coverage: &Coverage, out: &mut dyn io::Write) -> io::Result<()> {
    for article in &coverage.articles {
        line(&Row { kind: "coverage", record: article, file: None }, out)?;
    }
    for skipped in &coverage.skipped {
        line(&Row { kind: "skipped", record: skipped, file: None }, out)?;
    }
    for other in &coverage.left_out {
        line(&Row { kind: "left-out", record: other, file: None }, out)?;
    }
    let Coverage { stories, questions, references, .. } = *coverage;
    line(&Row { kind: "totals", record: &Totals { stories, questions, references }, file: None }, out)
}

/// The file of an article; its id where the article is not in the run.
fn file<'a>(articles: &HashMap<&str, &'a ArticleRecord>, article: &'a str) -> &'a str {
    articles.get(article).map_or(article, |article| &article.file)
}

fn line(row: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}
