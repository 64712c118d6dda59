//! The reports on the demonstration story, as users see them: committed snapshots.

mod common;

use common::{factcheck, stdout};

#[test]
fn text_report() {
    insta::assert_snapshot!(stdout(&["check", "data/articles", "--format", "text", "--quiet"]));
}

#[test]
fn csv_report() {
    insta::assert_snapshot!(stdout(&["check", "data/articles", "--format", "csv", "--quiet"]));
}

/// Without its style and its script, which are files of their own.
#[test]
fn html_report() {
    let page = stdout(&["check", "data/articles", "--format", "html", "--quiet"]);
    let own = regex::Regex::new("(?s)<(style|script)>.*?</(style|script)>").expect("a pattern");
    insta::assert_snapshot!(own.replace_all(&page, "<$1>…</$1>"));
}

#[test]
fn jsonl_report_with_agreements() {
    insta::assert_snapshot!(stdout(&["check", "data/articles", "--format", "jsonl", "--all", "--quiet"]));
}

#[test]
fn coverage_table() {
    insta::assert_snapshot!(stdout(&[
        "check",
        "data/articles",
        "--format",
        "csv",
        "--table",
        "coverage",
        "--quiet"
    ]));
}

#[test]
fn coverage_summary_on_standard_error() {
    let output = factcheck(&["check", "data/articles", "--format", "csv"]);
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr));
}

#[test]
fn numbers_and_timeline_together_are_check() {
    let lines = |tool| -> Vec<String> {
        stdout(&[tool, "data/articles", "--format", "jsonl", "--all", "--quiet"])
            .lines()
            .map(str::to_owned)
            .collect()
    };
    let mut apart: Vec<String> = [lines("numbers"), lines("timeline")].concat();
    let mut together = lines("check");
    apart.sort();
    together.sort();
    assert_eq!(apart, together);
}

#[test]
fn the_same_bytes_whatever_the_order_of_the_inputs() {
    let files =
        ["1_harbour_ledger", "2_meridian_courier", "3_neva_lantern", "4_lodestar_newswire", "5_unnamed"]
            .map(|name| format!("data/articles/{name}.txt"));
    let run = |order: &[usize]| {
        let mut arguments = vec!["check", "--format", "jsonl", "--all", "--quiet"];
        arguments.extend(order.iter().map(|index| files[*index].as_str()));
        stdout(&arguments)
    };
    let first = run(&[0, 1, 2, 3, 4]);
    assert!(first.contains("\"code\""), "nothing found");
    assert_eq!(first, run(&[0, 1, 2, 3, 4]));
    assert_eq!(first, run(&[4, 2, 0, 3, 1]));
    assert_eq!(first, run(&[3, 1, 4, 0, 2]));
}

#[test]
fn records_give_the_findings_of_their_articles() {
    let records = stdout(&["extract", "data/articles", "--quiet"]);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("records.jsonl");
    std::fs::write(&path, records).expect("written");
    let reference = "data/reference";
    let run = |path: &str| {
        stdout(&[
            "check",
            path,
            "--isolated",
            "--reference",
            reference,
            "--format",
            "jsonl",
            "--all",
            "--quiet",
        ])
    };
    assert_eq!(run(&path.to_string_lossy()), run("data/articles"));
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(common::root().join("README.md")).expect("a README");
    let shown =
        readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an output");
    let printed = stdout(&["check", "data/articles", "--format", "text", "--quiet"]);
    let mut lines = printed.lines();
    for line in shown.lines().filter(|line| *line != "…") {
        assert!(
            lines.any(|printed| printed == line),
            "the README shows a line that is not printed, in order: {line}"
        );
    }
}
