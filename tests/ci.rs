//! Reports for CI: SARIF by the published schema, and annotations for GitHub.

mod common;

use std::fs;

use common::{root, stdout, tool};
use serde_json::Value;

fn sarif(arguments: &[&str]) -> Value {
    let common = ["check", "data/articles", "--quiet", "--format", "sarif"];
    serde_json::from_str(&stdout(&[&common, arguments].concat())).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let Some(schema) = tool("sarif-2.1.0-rtm.5.json") else { return };
    let mut schema: Value =
        serde_json::from_str(&fs::read_to_string(schema).expect("a schema")).expect("JSON");
    // The published pattern of a language has a bracket too many; no language is written.
    for of in ["run", "toolComponent"] {
        schema["definitions"][of]["properties"]["language"]["pattern"] = ".".into();
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let mut log = sarif(&["--all"]);
    let errors: Vec<String> =
        validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [""; 0]);
    // The test is able to fail.
    log["runs"][0]["results"][0]["level"] = "serious".into();
    assert!(!validator.is_valid(&log));
}

#[test]
fn sarif_leads_to_the_words_of_the_articles() {
    let log = sarif(&["--all"]);
    let run = &log["runs"][0];
    let rules = list(&run["tool"]["driver"]["rules"]);
    let findings = stdout(&["check", "data/articles", "--quiet", "--all", "--format", "jsonl"]);
    let ids: Vec<String> = findings
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).expect("JSON")["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    let results = list(&run["results"]);
    let printed: Vec<&str> =
        results.iter().filter_map(|result| result["partialFingerprints"]["factcheck/v1"].as_str()).collect();
    assert_eq!(printed, ids);
    let mut quotes = 0;
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["shortDescription"]["text"].as_str().is_some_and(|text| text.len() > 10), "{rule}");
        for location in list(&result["locations"]).iter().chain(list(&result["relatedLocations"])) {
            let place = &location["physicalLocation"];
            let region = &place["region"];
            // Rows of reference tables have no quote.
            let Some(quote) = region["snippet"]["text"].as_str() else { continue };
            let path = root().join(place["artifactLocation"]["uri"].as_str().expect("a path"));
            let text = fs::read_to_string(path).expect("a file seen from the folder of the run");
            let at = |key: &str| usize::try_from(region[key].as_u64().expect("a number")).expect("small");
            assert_eq!(at("startLine"), at("endLine"));
            let line = text.lines().nth(at("startLine") - 1).expect("a line");
            let (from, to) = (at("startColumn") - 1, at("endColumn") - 1);
            assert_eq!(line.chars().skip(from).take(to - from).collect::<String>(), quote);
            quotes += 1;
        }
    }
    assert!(quotes > 10, "only {quotes} quotes");
}

#[test]
fn sarif_suppresses_what_was_dismissed_and_github_passes_over_it() {
    let id = sarif(&[])["runs"][0]["results"][0]["properties"]["id"].as_str().expect("an id").to_owned();
    let folder = tempfile::tempdir().expect("a folder");
    let verdicts = folder.path().join("verdicts.csv");
    fs::write(&verdicts, format!("finding_id,verdict,note\n{id},dismissed,two meetings\n")).expect("written");
    let verdicts = verdicts.to_string_lossy();
    let log = sarif(&["--verdicts", &verdicts]);
    let suppressed: Vec<&Value> = list(&log["runs"][0]["results"])
        .iter()
        .filter(|result| !list(&result["suppressions"]).is_empty())
        .collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["suppressions"][0]["justification"], "two meetings");
    let github = |arguments: &[&str]| {
        let common = ["check", "data/articles", "--quiet", "--format", "github"];
        stdout(&[&common, arguments].concat()).lines().count()
    };
    assert_eq!(github(&["--verdicts", &verdicts]) + 1, github(&[]));
}

#[test]
fn a_run_that_was_kept_marks_the_same_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = folder.path().join("run.jsonl").to_string_lossy().into_owned();
    stdout(&["check", "data/articles", "--quiet", "-o", &run]);
    for format in ["github", "sarif"] {
        let kept = stdout(&["report", &run, "--format", format, "--root", "./data/articles"]);
        assert!(
            kept == stdout(&["check", "data/articles", "--quiet", "--format", format]),
            "{format}: {kept}"
        );
    }
}

#[test]
fn formats_for_ci_have_findings_alone() {
    let output = common::factcheck(&["check", "data/articles", "--format", "sarif", "--table", "claims"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no table claims"));
}
