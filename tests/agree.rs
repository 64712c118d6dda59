//! Every format of the demonstration story: they agree on what was found, and each is a committed snapshot.

mod common;

use std::{collections::BTreeSet, fs, path::Path};

use calamine::{Reader, Xlsx, open_workbook};
use common::stdout;
use regex::Regex;
use serde_json::Value;

fn report(format: &str, arguments: &[&str]) -> String {
    let common = ["check", "data/articles", "--quiet", "--format", format];
    stdout(&[&common, arguments].concat())
}

fn json(format: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&report(format, arguments)).expect("JSON")
}

/// What a pattern's first group holds, each once, in order.
fn every(text: &str, pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let mut seen = BTreeSet::new();
    let all = pattern.captures_iter(text).map(|found| found[1].to_owned());
    all.filter(|id| seen.insert(id.clone())).collect()
}

/// The ids of all findings, agreements too, and of the alerts.
fn ids() -> (Vec<String>, Vec<String>) {
    let lines = report("jsonl", &["--all"]);
    let findings: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let id = |finding: &Value| finding["id"].as_str().expect("an id").to_owned();
    let is_alert = |finding: &&Value| finding["severity"] == "conflict" || finding["severity"] == "warning";
    (findings.iter().map(id).collect(), findings.iter().filter(is_alert).map(id).collect())
}

fn write(folder: &Path, name: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    stdout(&["check", "data/articles", "--quiet", "--all", "-o", &path.to_string_lossy()]);
    path
}

#[test]
fn formats_agree_on_counts_and_ids() {
    let (all, alerts) = ids();
    assert!(alerts.len() > 1 && all.len() > alerts.len());
    let folder = tempfile::tempdir().expect("a folder");

    assert_eq!(every(&report("csv", &["--all"]), r"(?m)^([NT]\d{3}-[0-9a-f-]+),"), all);
    assert_eq!(every(&report("html", &["--all"]), r#"class="finding [a-z]+" id="([^"]+)""#), all);
    assert_eq!(every(&report("github", &["--all"]), r"%0A([NT]\d{3}-[0-9a-f-]+), confidence"), all);
    assert_eq!(report("short", &["--all"]).lines().count(), all.len());
    assert_eq!(every(&report("text", &["--all"]), r"= id: ([^,]+),"), alerts);

    let sarif = json("sarif", &["--all"]);
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(
        results.iter().filter_map(|result| result["properties"]["id"].as_str()).collect::<Vec<_>>(),
        all
    );

    let annotations = json("annotations", &["--all"]).to_string();
    assert_eq!(every(&annotations, r#""id":"urn:factcheck:([NT][^":]+):\d+""#), all);
    let drafts = json("claimreview", &["--all"]).to_string();
    assert!(!drafts.contains("Rating"), "which side is right, a person says");
    assert_eq!(every(&drafts, r#""identifier":"([NT]\d{3}-[0-9a-f-]+)-[a-z]*""#), alerts);

    let mut book: Xlsx<_> = open_workbook(write(folder.path(), "report.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range("findings").expect("a sheet");
    assert_eq!(sheet.rows().skip(1).map(|row| row[0].to_string()).collect::<Vec<_>>(), all);

    let database = rusqlite::Connection::open(write(folder.path(), "report.db")).expect("a database");
    let mut query = database.prepare("SELECT finding_id FROM findings ORDER BY rowid").expect("a query");
    let rows: rusqlite::Result<Vec<String>> = query.query_map([], |row| row.get(0)).expect("rows").collect();
    assert_eq!(rows.expect("rows"), all);
}

#[test]
fn short_report() {
    insta::assert_snapshot!(report("short", &[]));
}

#[test]
fn github_report() {
    insta::assert_snapshot!(report("github", &[]));
}

/// Without the rules, whose documentation has pages of its own.
#[test]
fn sarif_report() {
    let mut sarif = json("sarif", &[]);
    sarif["runs"][0]["tool"]["driver"]["rules"] = Value::Null;
    insta::assert_snapshot!(serde_json::to_string_pretty(&sarif).expect("JSON"));
}

#[test]
fn claimreview_report() {
    insta::assert_snapshot!(report("claimreview", &[]));
}

#[test]
fn annotations_report() {
    insta::assert_snapshot!(report("annotations", &[]));
}

/// The tables and their columns: their rows are those of the other formats.
#[test]
fn sqlite_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = rusqlite::Connection::open(write(folder.path(), "report.db")).expect("a database");
    let mut query = database
        .prepare("SELECT sql FROM sqlite_schema WHERE sql NOT LIKE '%\\_fts\\_%' ESCAPE '\\'")
        .expect("a query");
    let rows: rusqlite::Result<Vec<String>> = query.query_map([], |row| row.get(0)).expect("rows").collect();
    insta::assert_snapshot!(rows.expect("rows").join("\n"));
    let text = fs::read(folder.path().join("report.db")).expect("a file");
    assert!(text.starts_with(b"SQLite format 3\0"));
}
