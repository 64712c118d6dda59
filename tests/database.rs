//! The database, opened by Datasette as a desk does. Skips where it is absent.

mod common;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use common::{stdout, tool};
use serde_json::Value;

/// Writes the database of the demonstration story.
fn database(folder: &Path) -> PathBuf {
    let path = folder.join("findings.db");
    stdout(&["check", "data/articles", "--quiet", "--all", "-o", &path.to_string_lossy()]);
    path
}

/// What Datasette answers to a path of its own.
fn ask(datasette: &Path, database: &Path, path: &str) -> Value {
    let output = Command::new(datasette)
        .arg("serve")
        .arg(database)
        .args(["--get", path])
        .output()
        .expect("datasette runs");
    assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn datasette_opens_the_database() {
    let Some(datasette) = tool("datasette") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = database(folder.path());
    let about = ask(&datasette, &path, "/findings.json");
    let tables: Vec<(&str, u64)> = about["tables"]
        .as_array()
        .expect("tables")
        .iter()
        .filter(|table| table["hidden"] == false)
        .map(|table| (table["name"].as_str().expect("a name"), table["count"].as_u64().expect("a count")))
        .collect();
    let lines = |table: &str| {
        let format = ["check", "data/articles", "--quiet", "--all", "--format", "jsonl", "--table", table];
        u64::try_from(stdout(&format).lines().count()).expect("small")
    };
    for table in ["findings", "claims", "events", "articles"] {
        let rows = tables.iter().find(|(name, _)| *name == table).expect(table).1;
        assert_eq!(rows, lines(table), "{table}");
    }
    let searched =
        about["tables"].as_array().expect("tables").iter().find(|table| table["name"] == "findings");
    assert_eq!(searched.expect("findings")["fts_table"], "findings_fts");
    let first: Value = serde_json::from_str(
        stdout(&["check", "data/articles", "--quiet", "--format", "jsonl"])
            .lines()
            .next()
            .expect("a finding"),
    )
    .expect("JSON");
    // A word of the quote, by its stem and in any case.
    let quote = first["claims"][0]["quote"].as_str().expect("a quote").to_uppercase();
    let word = quote.split_whitespace().max_by_key(|word| word.len()).expect("a word");
    let found = ask(&datasette, &path, &format!("/findings/findings.json?_shape=array&_search={word}"));
    assert!(found.as_array().expect("rows").iter().any(|row| row["finding_id"] == first["id"]), "{found}");
    // From a finding over its statements to the claim that one of them is of.
    let sql = "select count(*) as n from statements join findings using (finding_id) \
        left join claims using (claim_id) left join events using (event_id) \
        where claims.quote = statements.quote or instr(statements.quote, events.quote)";
    let joined =
        ask(&datasette, &path, &format!("/findings.json?_shape=array&sql={}", sql.replace(' ', "+")));
    assert!(joined[0]["n"].as_u64().is_some_and(|n| n > 10), "{joined}");
}

#[test]
fn the_same_run_gives_the_same_database() {
    let [a, b] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let read = |folder: &tempfile::TempDir| std::fs::read(database(folder.path())).expect("a database");
    let bytes = read(&a);
    assert!(bytes.starts_with(b"SQLite format 3\0"));
    assert!(bytes == read(&b), "the bytes differ");
}
