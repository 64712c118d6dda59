//! `factcheck.toml`: what a desk sets is what happens, and `--explain-config` says it.

mod common;

use std::{fs, process::Output};

use common::factcheck;
use serde_json::Value;

/// The example's two articles, with these settings beside them.
fn desk(settings: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    common::copy(&common::root().join("examples/newsroom/articles"), folder.path(), |_, text| {
        text.to_owned()
    });
    fs::write(folder.path().join("factcheck.toml"), settings).expect("written");
    let path = folder.path().to_string_lossy().into_owned();
    (folder, path)
}

fn check(settings: &str, arguments: &[&str]) -> Output {
    let (_folder, path) = desk(settings);
    factcheck(&[&["check", path.as_str(), "--format", "jsonl", "--quiet"], arguments].concat())
}

/// The codes and severities of what is found.
fn found(settings: &str) -> Vec<String> {
    let output = check(settings, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let findings = String::from_utf8(output.stdout).expect("UTF-8");
    findings
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .map(|finding| {
            format!(
                "{} {}",
                finding["code"].as_str().expect("a code"),
                finding["severity"].as_str().expect("a severity")
            )
        })
        .collect()
}

fn problem(settings: &str) -> String {
    let output = check(settings, &[]);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn rules_are_turned_off_and_weighed() {
    assert_eq!(found(""), ["N101 conflict", "T101 warning"]);
    assert_eq!(found("[rules]\nN101 = \"off\""), ["T101 warning"]);
    assert_eq!(
        found("[rules]\ndate-conflict = \"conflict\"\nN101 = \"note\""),
        ["T101 conflict", "N101 note"]
    );
    assert!(problem("[rules]\nN999 = \"off\"").contains("no rule \"N999\""));
}

#[test]
fn what_is_off_is_said_and_fails_no_run() {
    let (_folder, path) = desk("fail-on = \"conflict\"\n[rules]\nvalue-conflict = \"off\"");
    let output = factcheck(&["check", &path, "--format", "short"]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("of rules that factcheck.toml turns off"), "{told}");
    let output = factcheck(&["check", &path, "--format", "short", "--isolated", "--fail-on", "conflict"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn small_differences_make_notes() {
    assert_eq!(found("[tolerance]\npercent = 40"), ["T101 warning", "N101 note"]);
    assert_eq!(found("[tolerance]\npercent = 3.5\ndays = 1"), ["N101 conflict", "T101 note"]);
    assert!(problem("[tolerance]\npercent = 120").contains("not from 0 to 100"));
    assert!(problem("[tolerance]\npercents = 1").contains("percents"));
}

#[test]
fn a_desks_aliases_bring_names_together() {
    let line = |id: &str, name: &str, day: &str| {
        format!(
            "{{\"id\":\"{id}\",\"source\":\"{id}\",\"published\":\"2024-04-08\",\
             \"text\":\"{name} will visit Ravel on {day}.\"}}\n"
        )
    };
    let run = |settings: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("articles.jsonl");
        fs::write(
            &path,
            line("a", "Chancellor Ada Brandt", "Tuesday") + &line("b", "Frau Bundeskanzler", "Wednesday"),
        )
        .expect("written");
        fs::write(folder.path().join("factcheck.toml"), settings).expect("written");
        common::stdout(&["check", &path.to_string_lossy(), "--format", "short", "--quiet"])
    };
    assert!(!run("").contains("T101"), "two persons visit on two days");
    let together = run(
        "[aliases]\n\"Ada Brandt\" = [\"Frau Bundeskanzler\", \"Bundeskanzler\", \"Chancellor Ada Brandt\"]",
    );
    assert!(together.contains("T101"), "{together}");
    assert!(problem("[aliases]\nA = [\"x\"]\nB = [\"X\"]").contains("alias of \"A\" and of \"B\""));
}

#[test]
fn every_setting_says_where_it_comes_from() {
    let settings = "fail-on = \"conflict\"\nreference = [\"tables\"]\n[rules]\ngrowth-mismatch = \"off\"\n\
        [tolerance]\npercent = 0.5\ndays = 2\n[aliases]\n\"Ada Brandt\" = [\"A. Brandt\"]\n";
    let (folder, path) = desk(settings);
    let output =
        factcheck(&["check", &path, "--explain-config", "--fail-on", "warning", "--reference", "more"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let here = fs::canonicalize(folder.path()).expect("a path").to_string_lossy().into_owned();
    let evened =
        |text: &str| regex::Regex::new(" +# ").expect("a pattern").replace_all(text, "  # ").into_owned();
    insta::assert_snapshot!(evened(&said.replace(&here, "DESK")), @r#"
    # factcheck.toml is DESK/factcheck.toml
    fail-on = "warning"  # command line
    quiet = false  # default
    reference = "DESK/tables"  # factcheck.toml
    reference = "more"  # command line
    rules.N201 = "off"  # factcheck.toml
    tolerance.percent = 0.5  # factcheck.toml
    tolerance.days = 2  # factcheck.toml
    aliases."Ada Brandt" = ["A. Brandt"]  # factcheck.toml
    "#);
    let output = factcheck(&["check", &path, "--explain-config", "--isolated"]);
    insta::assert_snapshot!(String::from_utf8(output.stdout).expect("UTF-8"), @r#"
    # no factcheck.toml: --isolated
    fail-on = "never"                        # default
    quiet = false                            # default
    "#);
}

#[test]
fn quiet_can_be_the_desks_habit() {
    let (_folder, path) = desk("quiet = true");
    let output = factcheck(&["check", &path, "--format", "short"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
