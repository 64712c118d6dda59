//! What an article says of its own mistakes and of its last change is used.

mod common;

use std::{fs, path::Path};

use common::{findings, stdout};
use serde_json::Value;

const TOLL: &str =
    "A ferry sank off Ravel on Sunday. The accident killed 15 passengers, the coast guard said on Monday.";
const OTHER: &str =
    "A ferry sank off Ravel on Sunday. The accident killed 35 passengers, the coast guard said on Monday.";
const NOTE: &str =
    "Correction: An earlier version of this story said that the accident killed 35 passengers. It killed 15.";

/// Writes two articles of one day.
fn write(folder: &Path, first: &str, second: &str) {
    fs::write(folder.join("a.txt"), format!("Ferry sinks off Ravel\n\n{first}\n")).expect("written");
    fs::write(folder.join("b.txt"), format!("Ferry disaster near Ravel\n\n{second}\n")).expect("written");
    let sources = "file,outlet,published\na.txt,Quay,2024-03-05\nb.txt,Pier,2024-03-04\n";
    fs::write(folder.join("sources.csv"), sources).expect("written");
}

/// Severities and reasons of what is said of the toll.
fn told(folder: &Path) -> Vec<(String, String)> {
    let of_toll = |finding: &&Value| finding["message"].to_string().contains("35");
    let said = |finding: &Value| {
        (finding["severity"].as_str().unwrap_or_default().to_owned(), finding["reasons"].to_string())
    };
    findings(folder).iter().filter(of_toll).map(said).collect()
}

#[test]
fn who_has_the_withdrawn_figure_is_no_alarm() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), TOLL, OTHER);
    let before = told(folder.path());
    assert!(before.iter().any(|(severity, _)| severity == "conflict" || severity == "warning"), "{before:?}");
    write(folder.path(), &format!("{TOLL}\n\n{NOTE}"), OTHER);
    let after = told(folder.path());
    assert!(after.iter().all(|(severity, _)| severity == "note"), "{after:?}");
    assert!(
        after
            .iter()
            .any(|(_, reasons)| reasons.contains("a correction note of Quay withdraws “35 passengers”")),
        "{after:?}"
    );
}

#[test]
fn what_a_note_withdraws_is_a_number_and_no_claim() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), &format!("{TOLL}\n\n{NOTE}"), OTHER);
    let records = stdout(&["extract", &folder.path().join("a.txt").to_string_lossy(), "--quiet"]);
    let of = |kind: &str| -> Vec<Value> {
        let lines = records.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        lines.filter(|record| record["kind"] == kind).collect()
    };
    let withdrawn: Vec<_> =
        of("quantity").into_iter().filter(|quantity| quantity["withdrawn"] == true).collect();
    assert_eq!(withdrawn.len(), 1, "{withdrawn:?}");
    assert_eq!(withdrawn[0]["quote"], "35 passengers");
    assert!(of("claim").iter().all(|claim| claim["quote"] != "35 passengers"));
    let note_starts = withdrawn[0]["start"].as_u64().expect("a number");
    assert!(
        of("claim").iter().any(|claim| claim["start"].as_u64() > Some(note_starts)),
        "what is right is a claim"
    );
}

#[test]
fn an_update_says_of_which_day_the_figures_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let as_of = |stamps: &str| {
        fs::write(folder.path().join("a.txt"), format!("Ferry sinks off Ravel\n{stamps}\n\n{TOLL}\n"))
            .expect("written");
        let records = stdout(&["extract", &folder.path().join("a.txt").to_string_lossy(), "--quiet"]);
        let lines = records.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        let mut days =
            lines.filter(|record| record["kind"] == "claim").map(|claim| claim["as_of"].to_string());
        days.next().expect("a claim")
    };
    assert_eq!(as_of("Published 3 May 2013"), "\"2013-05-03\"");
    assert_eq!(as_of("Published 3 May 2013\nUpdated 14:05 GMT 5 May 2013"), "\"2013-05-05\"");
    assert_eq!(as_of("Updated 14:05 GMT 5 May 2013"), "\"2013-05-05\"");
    // An archive that was put in order tells nothing of the news.
    assert_eq!(as_of("Published 3 May 2013\nUpdated 14:05 GMT 5 May 2019"), "\"2013-05-03\"");
}
