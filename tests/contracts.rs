//! The public contracts: exit codes, messages that name file and place, JSONL keys, CSV columns.

mod common;

use std::{fs, process::Output};

use common::{factcheck, stdout};

const FINDING_KEYS: [&str; 17] = [
    "schema_version",
    "id",
    "tool",
    "code",
    "rule",
    "severity",
    "confidence",
    "topic",
    "period",
    "story",
    "message",
    "arithmetic",
    "steps",
    "reasons",
    "sides",
    "claims",
    "references",
];

const CSV_COLUMNS: &str = "finding_id,code,rule,severity,confidence,topic,period_start,period_end,message,arithmetic,\
    source_a,published_a,file_a,line_a,low_a,high_a,unit_a,quote_a,source_b,published_b,file_b,line_b,low_b,high_b,\
    unit_b,quote_b,other_sources,verdict,note";

fn code(output: &Output) -> i32 {
    output.status.code().expect("a status")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("written");
    }
    folder
}

fn check(folder: &tempfile::TempDir, more: &[&str]) -> Output {
    let path = folder.path().to_string_lossy().into_owned();
    let mut arguments = vec!["check", path.as_str(), "--format", "jsonl"];
    arguments.extend(more);
    factcheck(&arguments)
}

const MEETING: [(&str, &[u8]); 2] = [
    ("a.txt", b"Mr. Ada Brandt will meet Mr. Otto Lindqvist on Tuesday in Ravel.\n"),
    ("b.txt", b"Mr. Ada Brandt will meet Mr. Otto Lindqvist on Wednesday in Ravel.\n"),
];
const DATES: (&str, &[u8]) =
    ("sources.csv", b"file,outlet,published,url\na.txt,A,2023-10-16,\nb.txt,B,2023-10-16,\n");

#[test]
fn jsonl_findings_have_the_keys_of_the_contract_in_order() {
    let text = stdout(&["check", "data/articles", "--format", "jsonl", "--all", "--quiet"]);
    for line in text.lines() {
        let mut at = 0;
        for key in FINDING_KEYS {
            let found =
                line[at..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("no {key} in {line}"));
            at += found;
        }
    }
    assert!(text.lines().count() > 3);
}

#[test]
fn every_quote_stands_at_its_offsets() {
    let text = stdout(&["check", "data/articles", "--format", "jsonl", "--all", "--quiet"]);
    let mut checked = 0;
    for line in text.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        for claim in finding["claims"].as_array().expect("claims") {
            let file = common::root().join("data/articles").join(claim["file"].as_str().expect("a file"));
            let article: Vec<char> = fs::read_to_string(file).expect("a text").chars().collect();
            let at = |key: &str| usize::try_from(claim[key].as_u64().expect("a number")).expect("small");
            let there: String = article[at("start")..at("end")].iter().collect();
            assert_eq!(there, claim["quote"].as_str().expect("a quote"));
            let lines_before = article[..at("start")].iter().filter(|c| **c == '\n').count();
            assert_eq!(lines_before + 1, at("line"));
            checked += 1;
        }
    }
    assert!(checked > 10, "only {checked} quotes");
}

#[test]
fn records_begin_with_kind_and_version_and_articles_come_first() {
    let text = stdout(&["extract", "data/articles", "--quiet"]);
    assert!(text.starts_with("{\"kind\":\"article\",\"schema_version\":1,"));
    let mut seen = std::collections::BTreeSet::new();
    let mut article = String::new();
    for line in text.lines() {
        assert!(line.starts_with("{\"kind\":\""), "{line}");
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        seen.insert(record["kind"].as_str().expect("a kind").to_owned());
        if record["kind"] == "article" {
            article = record["id"].as_str().expect("an id").to_owned();
        } else {
            assert_eq!(record["article"].as_str(), Some(article.as_str()), "{line}");
        }
    }
    assert_eq!(
        seen.into_iter().collect::<Vec<_>>(),
        ["article", "claim", "entity", "event", "quantity", "relation", "time"]
    );
}

/// The lines of these kinds of record.
fn of_kinds(lines: &str, kinds: &[&str]) -> String {
    let is_one = |line: &&str| kinds.iter().any(|kind| line.starts_with(&format!("{{\"kind\":\"{kind}\",")));
    lines.lines().filter(is_one).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn only_some_kinds_of_record_are_the_same_bytes_as_among_all() {
    let all = stdout(&["extract", "data/articles", "--quiet"]);
    for (only, kinds) in [
        ("quantities,times", &["article", "quantity", "time"][..]),
        ("times", &["article", "time"]),
        ("quantities", &["article", "quantity"]),
        ("claims,quantities", &["article", "quantity", "claim"]),
        ("entities,events,relations", &["article", "entity", "event", "relation"]),
    ] {
        let some = stdout(&["extract", "data/articles", "--quiet", "--only", only]);
        assert!(some.lines().count() > 10, "{only}: {some}");
        assert!(some == of_kinds(&all, kinds), "{only} differs");
    }
    assert_eq!(code(&factcheck(&["extract", "data/articles", "--only", "nouns"])), 2);
}

#[test]
fn only_numbers_and_times_of_odd_articles_are_the_same_bytes_too() {
    let long = "Some 30 ships waited for 12 days from 3 May 2021, said 2 of 3 captains. ".repeat(4000);
    let lines = [
        r#"{"id":"a","title":"Bank cuts 20 jobs in two days","text":"It cut 20 jobs on Tuesday.\n\u200b\n—\nNothing."}"#,
        r#"{"id":"b","published":"2023-10-17","text":"A quiet day."}"#,
        r#"{"id":"c","text":"By Ann Example May 14, 2024\n\nCafé prices – up 3.5% – rose again last week."}"#,
        &format!(r#"{{"id":"d","text":"{long}"}}"#),
    ]
    .join("\n");
    let folder = folder(&[("odd.jsonl", lines.as_bytes())]);
    let path = folder.path().join("odd.jsonl").to_string_lossy().into_owned();
    let all = stdout(&["extract", &path, "--quiet"]);
    let some = stdout(&["extract", &path, "--quiet", "--only", "quantities,times"]);
    assert!(some == of_kinds(&all, &["article", "quantity", "time"]), "{some}");
    // The records of an earlier run are taken by kind as well.
    let records = folder.path().join("records.jsonl");
    fs::write(&records, &all).expect("written");
    assert!(
        stdout(&["extract", &records.to_string_lossy(), "--quiet", "--only", "quantities,times"]) == some
    );
}

#[test]
fn csv_has_the_columns_of_the_contract() {
    let text = stdout(&["check", "data/articles", "--format", "csv", "--quiet"]);
    assert_eq!(text.lines().next().map(str::trim_end), Some(CSV_COLUMNS));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    for row in rows.records() {
        assert_eq!(row.expect("a row").len(), 29);
    }
}

#[test]
fn a_csv_file_has_a_mark_and_standard_output_has_none() {
    let folder = folder(&MEETING);
    let out = folder.path().join("out.csv");
    let output = check(&folder, &["--format", "csv", "-o", &out.to_string_lossy()]);
    assert_eq!(code(&output), 2, "--format twice is a usage error: {}", stderr(&output));
    let path = folder.path().to_string_lossy().into_owned();
    let output = factcheck(&["check", &path, "-o", &out.to_string_lossy()]);
    assert_eq!(code(&output), 0);
    assert!(fs::read(&out).expect("a file").starts_with(b"\xef\xbb\xbffinding_id,"));
    assert!(stdout(&["check", &path]).starts_with("finding_id,"));
}

#[test]
fn findings_fail_a_run_only_when_asked() {
    let mut files = MEETING.to_vec();
    files.push(DATES);
    let folder = folder(&files);
    assert_eq!(code(&check(&folder, &[])), 0);
    let output = check(&folder, &["--fail-on", "warning"]);
    assert_eq!(code(&output), 1, "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(code(&check(&folder, &["--fail-on", "conflict"])), 0);
}

#[test]
fn a_broken_row_is_named_and_the_rest_is_done() {
    let sources = b"file,outlet,published,url\na.txt,A,2023-10-16,\nb.txt,B,16 October,\n";
    let mut files = MEETING.to_vec();
    files.push(("sources.csv", sources));
    let folder = folder(&files);
    let output = check(&folder, &[]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("sources.csv:3"), "{}", stderr(&output));
    assert!(stderr(&output).contains("16 October"), "{}", stderr(&output));
    assert_eq!(code(&check(&folder, &["--keep-going"])), 0);
}

#[test]
fn an_unreadable_file_is_named_and_the_rest_is_done() {
    let mut files = MEETING.to_vec();
    files.push(DATES);
    let folder = folder(&files);
    // A link that leads nowhere cannot be read, whoever runs the test.
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.path().join("c.txt")).expect("a link");
    let output = check(&folder, &[]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("c.txt"), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("T101"), "the other two are still compared");
}

#[test]
fn text_that_is_not_utf_8_is_read_and_counted() {
    let folder = folder(&[("a.txt", b"The mayor met 12 people on Tuesday in caf\xc3\xa9 Rav\xe9l.\n")]);
    let output = check(&folder, &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let path = folder.path().to_string_lossy().into_owned();
    let table = stdout(&["check", &path, "--table", "coverage", "--format", "jsonl", "--quiet"]);
    assert!(table.contains("\"replaced\":1"), "{table}");
}

#[test]
fn an_article_without_a_date_has_the_range_that_its_text_leaves() {
    let text =
        b"It rained on Tuesday. The bridge was opened on May 14, 2024. It will be closed in June 2025.\n";
    let folder = folder(&[("a.txt", text)]);
    let path = folder.path().to_string_lossy().into_owned();
    let table = stdout(&["check", &path, "--table", "coverage", "--format", "jsonl", "--quiet"]);
    assert!(table.contains("\"published\":\"\",\"published_from\":\"unknown\""), "{table}");
    let range = "\"published_earliest\":\"2024-05-13\",\"published_latest\":\"2025-07-01\"";
    assert!(table.contains(range), "{table}");
    let times = stdout(&["extract", &path, "--quiet"]);
    assert!(times.contains("\"timex_value\":\"XXXX-WXX-2\",\"earliest\":null"), "{times}");
}

#[test]
fn what_cannot_be_run_ends_with_2_and_says_why() {
    let empty = folder(&[]);
    let output = check(&empty, &[]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains(&*empty.path().to_string_lossy()), "{}", stderr(&output));
    let output = factcheck(&["check", "no/such/folder"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("no/such/folder"), "{}", stderr(&output));
    let output = factcheck(&["check", "data/articles", "--no-such-option"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("--no-such-option"), "{}", stderr(&output));
    let output = factcheck(&["no-such-tool"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("factcheck-no-such-tool"), "{}", stderr(&output));
    let output = factcheck(&["explain", "X999"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("N101"), "{}", stderr(&output));
}

#[test]
fn a_wrong_configuration_is_named_with_its_line() {
    let mut files = MEETING.to_vec();
    files.push(("factcheck.toml", b"refrence = []\n"));
    let folder = folder(&files);
    let output = check(&folder, &[]);
    assert_eq!(code(&output), 2);
    assert!(
        stderr(&output).contains("factcheck.toml") && stderr(&output).contains("refrence"),
        "{}",
        stderr(&output)
    );
    assert_eq!(code(&check(&folder, &["--isolated"])), 0);
}

#[test]
fn articles_of_different_stories_are_never_compared() {
    let line = |id: &str, story: &str, day: &str| {
        format!(
            "{{\"id\":\"{id}\",\"story\":\"{story}\",\"published\":\"2023-10-16\",\
             \"text\":\"Mr. Ada Brandt will meet Mr. Otto Lindqvist on {day} in Ravel.\"}}\n"
        )
    };
    let run = |second: &str| {
        let folder = folder(&[]);
        let path = folder.path().join("articles.jsonl");
        fs::write(&path, line("a", "one", "Tuesday") + &line("b", second, "Wednesday")).expect("written");
        stdout(&["check", &path.to_string_lossy(), "--format", "jsonl", "--quiet"])
    };
    assert!(run("one").contains("T101"));
    assert_eq!(run("two"), "");
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["extract", "data/articles", "--quiet"])
        .current_dir(common::root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
}

/// Lines of some megabytes: sixteen articles, and a bad line after each fourth.
fn many_articles() -> String {
    let article = |number: usize| {
        let blank = "\\n".repeat(200_000);
        let line = format!("{{\"id\":\"a{number}\",\"text\":\"Some {number} ships lay there.{blank}\"}}\n");
        if number % 4 == 3 { line + "{\"text\":\n" } else { line }
    };
    (0..16).map(article).collect()
}

#[test]
fn a_long_stream_is_read_in_order_whatever_the_number_of_threads() {
    let lines = many_articles();
    let folder = folder(&[("many.jsonl", lines.as_bytes())]);
    let path = folder.path().join("many.jsonl").to_string_lossy().into_owned();
    let one = factcheck(&["extract", &path, "--jobs", "1"]);
    assert_eq!(code(&one), 3);
    let named: Vec<String> = (1..=4).map(|count| format!("many.jsonl:{}:", count * 5)).collect();
    let errors = stderr(&one);
    assert!(named.iter().all(|place| errors.contains(place)), "{errors}");
    assert_eq!(errors.lines().count(), 4, "{errors}");
    let ids: Vec<String> = String::from_utf8_lossy(&one.stdout)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter(|record| record["kind"] == "article")
        .map(|record| record["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(ids, (0..16).map(|number| format!("a{number}")).collect::<Vec<_>>());
    let out = folder.path().join("out.jsonl");
    let four = factcheck(&["extract", &path, "--jobs", "4", "--keep-going", "-o", &out.to_string_lossy()]);
    assert_eq!((code(&four), four.stdout.len()), (0, 0));
    assert!(fs::read(&out).expect("a file") == one.stdout, "the bytes differ");
}

/// In a terminal of its own, by the program that Debian's base system has for that.
#[cfg(target_os = "linux")]
#[test]
fn a_long_run_shows_on_a_terminal_how_far_it_is() {
    if std::process::Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let article = "{\"text\":\"Some 30 ships waited for 12 days from 3 May 2021.\"}\n";
    let folder = folder(&[("one.jsonl", article.as_bytes())]);
    let command = |more: &str| {
        let program = env!("CARGO_BIN_EXE_factcheck");
        // However fast it reads: the second article comes late.
        let articles = "(cat one.jsonl; sleep 2; cat one.jsonl)";
        format!("{articles} | {program} extract - -o out.jsonl --jobs 1 {more}")
    };
    let run = |more: &str| {
        let output = std::process::Command::new("script")
            .args(["-qec", &command(more), "/dev/null"])
            .current_dir(folder.path())
            .output()
            .expect("script runs");
        assert_eq!(code(&output), 0);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let shown = run("");
    assert!(shown.contains("articles read"), "{shown:?}");
    assert_eq!(run("--quiet"), "");
    // No terminal, no bar.
    let mut shell = std::process::Command::new("sh");
    let output = shell.args(["-c", &command("")]).current_dir(folder.path()).output().expect("sh runs");
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn records_are_written_to_a_file_whole_or_not_at_all() {
    let lines = many_articles();
    let folder = folder(&[("many.jsonl", lines.as_bytes()), ("out.jsonl", b"as it was")]);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    // A file that can be opened and not be read.
    let arguments = ["extract", &path("many.jsonl"), "/proc/self/mem", "-o", &path("out.jsonl")];
    let output = factcheck(&arguments);
    assert_eq!(code(&output), 2, "{}", stderr(&output));
    assert!(stderr(&output).contains("cannot read /proc/self/mem"), "{}", stderr(&output));
    assert_eq!(fs::read(path("out.jsonl")).expect("a file"), b"as it was");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "a temporary file is left");
}

#[test]
fn every_program_runs_alone() {
    for (program, tool) in [
        (env!("CARGO_BIN_EXE_factcheck-extract"), "extract"),
        (env!("CARGO_BIN_EXE_factcheck-numbers"), "numbers"),
        (env!("CARGO_BIN_EXE_factcheck-timeline"), "timeline"),
    ] {
        let output = std::process::Command::new(program)
            .args(["data/articles", "--format", "jsonl", "--quiet"])
            .current_dir(common::root())
            .output()
            .expect("started");
        let together = stdout(&[tool, "data/articles", "--format", "jsonl", "--quiet"]);
        assert_eq!(String::from_utf8_lossy(&output.stdout), together);
    }
}

#[test]
fn a_run_can_be_reported_again() {
    let run = stdout(&["check", "data/articles", "--format", "jsonl", "--all", "--quiet"]);
    let folder = folder(&[("run.jsonl", run.as_bytes())]);
    let path = folder.path().join("run.jsonl").to_string_lossy().into_owned();
    assert_eq!(stdout(&["report", &path, "--format", "jsonl", "--all"]), run);
    let direct = stdout(&["check", "data/articles", "--format", "csv", "--all", "--quiet"]);
    assert_eq!(stdout(&["report", &path, "--format", "csv", "--all"]), direct);
}

#[test]
fn every_rule_explains_itself() {
    let rules = stdout(&["rules"]);
    assert!(rules.lines().count() >= 9);
    for code in rules.lines().filter_map(|line| line.split_whitespace().next()) {
        let text = stdout(&["explain", code]);
        for heading in ["## Why", "## Flagged", "## Clean"] {
            assert!(text.contains(heading), "{code} lacks {heading}");
        }
    }
}

#[test]
fn shells_and_man_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(stdout(&["completions", shell]).contains("min-severity"), "{shell}");
    }
    let page = stdout(&["man"]);
    for command in [
        "check",
        "numbers",
        "timeline",
        "extract",
        "report",
        "explain",
        "rules",
        "schema",
        "completions",
        "man",
    ] {
        assert!(page.contains(&format!("factcheck\\-{command}(1)")), "{command}: {page}");
        assert!(stdout(&["man", command]).starts_with(".ie"), "{command}");
    }
    let output = factcheck(&["man", "nosuch"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no command nosuch"));
}
