//! What the documentation says is what happens: its commands run, and the pages of the rules are those of the rules.
//!
//! The pages are written anew with `INSTA_UPDATE=always cargo test -p factcheck-cli --test docs`.
#![cfg(unix)]

mod common;
mod generated;

use std::{
    collections::BTreeMap,
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use common::{root, stdout};

/// Runs a script with `factcheck` on PATH.
fn sh(script: &str, folder: &Path) -> Output {
    let bin = Path::new(env!("CARGO_BIN_EXE_factcheck")).parent().expect("a folder");
    let path = env::var_os("PATH").unwrap_or_default();
    let path =
        env::join_paths(std::iter::once(bin.to_owned()).chain(env::split_paths(&path))).expect("a path");
    Command::new("bash")
        .args(["-euo", "pipefail", "-c", script])
        .current_dir(folder)
        .env("PATH", path)
        .env_remove("NO_COLOR")
        .output()
        .expect("bash runs")
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let target = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy_tree(&entry, &target);
        } else {
            fs::copy(&entry, &target).expect("copied");
        }
    }
}

/// A copy of the example, with the project's reference tables beside it.
fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy_tree(&root().join("examples/newsroom"), folder.path());
    copy_tree(&root().join("data/reference"), &folder.path().join("reference"));
    folder
}

/// The shell blocks of a page, in order.
fn blocks(page: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(page)).expect("a page");
    text.split("```sh\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

fn run_blocks(page: &str) {
    let blocks = blocks(page);
    assert!(!blocks.is_empty(), "{page} has no commands");
    let folder = newsroom();
    for block in blocks {
        let output = sh(&block, folder.path());
        assert!(output.status.success(), "{page}:\n{block}\n{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_command_of_a_desks_day_runs() {
    run_blocks("docs/desk.md");
}

#[test]
fn every_command_of_the_readme_runs() {
    run_blocks("README.md");
}

/// In one folder, one after the other, and each way gives the same findings.
#[test]
fn every_recipe_for_archives_on_one_machine_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let lines: String = generated::archive(6, 5).map(|article| generated::line(&article)).collect();
    fs::write(path("archive.jsonl"), lines).expect("written");
    let check = |input: &str| {
        let findings =
            stdout(&["check", &path(input).to_string_lossy(), "--isolated", "--quiet", "--format", "csv"]);
        assert!(findings.lines().count() > 3, "{input}: {findings}");
        format!("\u{feff}{findings}")
    };
    let (articles, mut seen) = (check("archive.jsonl"), 0);
    for block in blocks("docs/scale.md") {
        if block.contains("parallel") && !sh("command -v parallel", folder.path()).status.success() {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("no GNU parallel: not tested");
            }
            continue;
        }
        let output = sh(&block, folder.path());
        assert!(output.status.success(), "{block}\n{}", String::from_utf8_lossy(&output.stderr));
        if block.contains("-o findings.csv") {
            let wanted = if block.contains("grouped") { &check("grouped.jsonl") } else { &articles };
            assert!(fs::read_to_string(path("findings.csv")).expect("findings") == *wanted, "{block}");
            fs::remove_file(path("findings.csv")).expect("taken away");
            seen += 1;
        }
    }
    assert!(seen > 1);
}

#[test]
fn the_example_is_accepted_and_can_fail() {
    let folder = newsroom();
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        let output = sh("./check.sh accept", folder.path());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let place = root().join("examples/newsroom/accepted.txt");
        fs::copy(folder.path().join("accepted.txt"), place).expect("copied");
    }
    let output = sh("./check.sh", folder.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let output = sh("sed -i 's/7,480/5,120/' articles/draft.txt && ./check.sh", folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("-agency.txt"), "a line less");
    let output = sh("./check.sh accept && ./check.sh", folder.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_hook_stops_a_commit_with_a_conflict() {
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("hooks");
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: ")).expect("an entry");
    let folder = newsroom();
    // Folders are not entered: without one the hook would find nothing, and say nothing.
    assert_eq!(sh(entry, folder.path()).status.code(), Some(2));
    let output = sh(&format!("{entry} articles"), folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let output = sh(&format!("rm articles/agency.txt articles/sources.csv; {entry} articles"), folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The pages of the rules by their paths.
fn pages() -> BTreeMap<PathBuf, String> {
    let folder = root().join("docs/rules");
    let list = stdout(&["rules"]);
    let mut pages = BTreeMap::new();
    let mut index = "# The rules\n\nA page for each, made of the rule's own documentation; `factcheck explain CODE` prints the same.\n\n\
        | code | rule | flags |\n| --- | --- | --- |\n"
        .to_owned();
    for line in list.lines() {
        let (code, rest) = line.split_once("  ").expect("a code");
        let (name, summary) = rest.trim_start().split_once(' ').expect("a name");
        let summary = summary.trim().trim_end_matches('.');
        writeln!(index, "| [{code}]({code}.md) | {name} | {summary} |").expect("a line");
        pages.insert(folder.join(format!("{code}.md")), stdout(&["explain", code]));
    }
    pages.insert(folder.join("README.md"), index);
    pages
}

#[test]
fn every_rule_has_its_page() {
    let pages = pages();
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        for (path, page) in &pages {
            fs::write(path, page).expect("written");
        }
    }
    for (path, page) in &pages {
        let there = fs::read_to_string(path).unwrap_or_default();
        assert!(
            there == *page,
            "{} is not what the rule says: see the head of tests/docs.rs",
            path.display()
        );
    }
    let files = fs::read_dir(root().join("docs/rules")).expect("a folder").count();
    assert_eq!(files, pages.len(), "a page without a rule");
}
