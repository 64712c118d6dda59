//! A database for `SQLite`, Datasette and whatever reads them: the tables of the other formats, and between a finding and
//! its claims and events the statements that it rests on. With full-text search over the words of each.
//!
//! It is built in memory and written as one piece: the same run gives the same bytes.

use std::io;

use factcheck_core::finding::Finding;
use rusqlite::{Connection, params, params_from_iter, types::Value};
use rust_decimal::prelude::ToPrimitive;

use crate::{
    Options, Run, Table,
    links::{Link, Links},
    sheet::{Cell, Sheet},
    tables,
};

/// A table that stands between others, or behind one.
const LINKS: &str = r#"
CREATE TABLE statements (
    finding_id TEXT REFERENCES findings(finding_id),
    number INTEGER,
    position TEXT,
    article_id TEXT REFERENCES articles(article_id),
    claim_id TEXT REFERENCES claims(claim_id),
    event_id TEXT REFERENCES events(event_id),
    file TEXT, source TEXT, published TEXT, field TEXT,
    "start" INTEGER, "end" INTEGER, line INTEGER, "column" INTEGER,
    quote TEXT, sentence TEXT, low, high, unit TEXT,
    PRIMARY KEY (finding_id, number)
);
CREATE TABLE reference_rows (
    finding_id TEXT REFERENCES findings(finding_id),
    number INTEGER,
    file TEXT, "row" INTEGER, what TEXT, low, high, unit TEXT, period TEXT, source TEXT, url TEXT,
    PRIMARY KEY (finding_id, number)
);
CREATE TABLE steps (
    finding_id TEXT REFERENCES findings(finding_id),
    number INTEGER,
    kind TEXT,
    step TEXT,
    PRIMARY KEY (finding_id, kind, number)
);
CREATE INDEX statements_claim ON statements(claim_id);
CREATE INDEX statements_event ON statements(event_id);
"#;

/// The columns of each table that are searched by words.
const SEARCHED: &[(&str, &str)] = &[
    ("findings", "topic, message, arithmetic, quote_a, quote_b, note"),
    ("claims", "quote, measure, subject, object, sentence"),
    ("events", "quote, predicate, participants, sentence"),
    ("articles", "title, source"),
    ("statements", "quote, sentence"),
];

/// The columns of numbers, and those of numbers in one row and days in another: each cell has its own type.
const NUMBERS: &[&str] = &[
    "aligned",
    "claims",
    "column",
    "compared",
    "confidence",
    "days_high",
    "days_low",
    "events",
    "furniture",
    "high",
    "high_a",
    "high_b",
    "line",
    "line_a",
    "line_b",
    "low",
    "low_a",
    "low_b",
    "ordinal",
    "quantities",
    "replaced",
    "sentences",
    "times",
    "value",
];

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let bytes = database(run, options).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn database(run: &Run, options: &Options) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    // A run that was read back knows its findings and not the claims that they rest on.
    connection.pragma_update(None, "foreign_keys", false)?;
    let written = connection.transaction()?;
    for table in Table::ALL {
        fill(&written, run, &Options { table: *table, ..*options })?;
    }
    written.execute_batch(LINKS)?;
    let links = Links::of(run);
    for finding in run.shown(options.all) {
        statements(&written, run, finding, &links)?;
        behind(&written, finding)?;
    }
    for (table, columns) in SEARCHED {
        // Datasette finds the index of a table by these very words.
        written.execute_batch(&format!(
            r#"CREATE VIRTUAL TABLE {table}_fts USING FTS5 ({columns}, tokenize="porter unicode61", content="{table}");
            INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild');"#
        ))?;
    }
    written.commit()?;
    Ok(connection.serialize("main")?.to_vec())
}

/// The rows of a table, and of claims and events the article that they are of.
fn fill(connection: &Connection, run: &Run, options: &Options) -> rusqlite::Result<()> {
    let Sheet { columns, rows, .. } = tables::sheet(run, options);
    let name = options.table.name();
    let articles: Option<Box<dyn Iterator<Item = &str>>> = match options.table {
        Table::Claims => Some(Box::new(run.claims.iter().map(|claim| claim.place.article.as_str()))),
        Table::Events => Some(Box::new(run.events.iter().map(|(event, _)| event.place.article.as_str()))),
        Table::Findings | Table::Coverage | Table::Articles | Table::Furniture => None,
    };
    let mut declared: Vec<String> = columns.iter().map(|column| declared(column)).collect();
    let mut places = vec!["?"; columns.len()];
    if articles.is_some() {
        declared.push("article_id TEXT REFERENCES articles(article_id)".to_owned());
        places.push("?");
    }
    connection.execute(&format!("CREATE TABLE {name} ({})", declared.join(", ")), [])?;
    // A run that was put together of several may have a finding twice.
    let mut insert =
        connection.prepare(&format!("INSERT OR IGNORE INTO {name} VALUES ({})", places.join(", ")))?;
    let mut articles = articles.into_iter().flatten();
    for row in rows {
        let article = articles.next().map(|article| Value::Text(article.to_owned()));
        insert.execute(params_from_iter(row.iter().map(value).chain(article)))?;
    }
    Ok(())
}

/// A column with its name, and its type where each of its cells is a text.
fn declared(column: &str) -> String {
    let kind = match column {
        "finding_id" | "claim_id" | "event_id" | "article_id" => " TEXT PRIMARY KEY",
        _ if NUMBERS.contains(&column) => "",
        _ => " TEXT",
    };
    format!("\"{column}\"{kind}")
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Quote(text) => Value::Text(text.as_ref().to_owned()),
        Cell::Number(number) if number.is_integer() && number.to_i64().is_some() => {
            number.to_i64().map_or(Value::Null, Value::Integer)
        }
        Cell::Number(number) => number.to_f64().map_or(Value::Null, Value::Real),
        Cell::Date(stamp) => Value::Text(stamp.to_string()),
    }
}

/// The statements of a finding, each with the record that it is of, where the run has it.
fn statements(connection: &Connection, run: &Run, finding: &Finding, links: &Links) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(&insert("statements", 19))?;
    for (number, claim) in (1_i64..).zip(&finding.claims) {
        let (claim_id, event_id) = match links.find(claim) {
            Some(Link::Claim(index)) => (Some(&run.claims[index].id), None),
            Some(Link::Event(index)) => (None, Some(&run.events[index].0.id)),
            None => (None, None),
        };
        let [low, high] = [&claim.low, &claim.high].map(|end| value(&Cell::bound(end.as_deref())));
        statement.execute(params![
            finding.id,
            number,
            claim.position,
            claim.article,
            claim_id,
            event_id,
            claim.file,
            claim.source,
            claim.published,
            tables::word(claim.field),
            claim.start,
            claim.end,
            claim.line,
            claim.column,
            claim.quote,
            claim.sentence,
            low,
            high,
            claim.unit
        ])?;
    }
    Ok(())
}

/// What else a finding rests on.
fn behind(connection: &Connection, finding: &Finding) -> rusqlite::Result<()> {
    let mut row = connection.prepare_cached(&insert("reference_rows", 11))?;
    for (number, reference) in (1_i64..).zip(&finding.references) {
        let [low, high] = [&reference.low, &reference.high].map(|end| value(&Cell::bound(end.as_deref())));
        row.execute(params![
            finding.id,
            number,
            reference.file,
            reference.row,
            reference.what,
            low,
            high,
            reference.unit,
            reference.period,
            reference.source,
            reference.url
        ])?;
    }
    let mut step = connection.prepare_cached(&insert("steps", 4))?;
    for (kind, texts) in [("step", &finding.steps), ("reason", &finding.reasons)] {
        for (number, text) in (1_i64..).zip(texts) {
            step.execute(params![finding.id, number, kind, text])?;
        }
    }
    Ok(())
}

fn insert(table: &str, columns: usize) -> String {
    format!("INSERT OR IGNORE INTO {table} VALUES ({})", vec!["?"; columns].join(", "))
}
