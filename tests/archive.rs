//! Runs over archives: the same bytes for any number of threads, one step or two, in memory, in a stream or with a cache.

#![expect(clippy::unwrap_used, reason = "tests")]

mod common;
mod generated;

use std::{fs, path::Path};

use common::{command, factcheck, stdout};

/// An archive of a few stories whose articles stand mixed, and the same sorted by story.
fn archive(folder: &Path) -> [String; 2] {
    let mut articles: Vec<_> = generated::archive(6, 5).collect();
    let mut put = |name: &str| {
        let path = folder.join(name);
        fs::write(&path, articles.iter().map(generated::line).collect::<String>()).unwrap();
        articles.sort_by(|a, b| a.story.cmp(&b.story));
        path.to_string_lossy().into_owned()
    };
    [put("mixed.jsonl"), put("sorted.jsonl")]
}

#[test]
fn any_number_of_threads_and_any_way_of_reading_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, sorted] = archive(folder.path());
    let records = stdout(&["extract", &mixed, "--quiet", "--jobs", "1"]);
    for jobs in ["2", "5", "0"] {
        assert!(records == stdout(&["extract", &mixed, "--quiet", "--jobs", jobs]), "--jobs {jobs}");
    }
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (mapped, sorted_records) = (path("records.jsonl"), path("sorted-records.jsonl"));
    fs::write(&mapped, &records).unwrap();
    stdout(&["extract", &sorted, "--quiet", "-o", &sorted_records]);
    for command in ["check", "numbers", "timeline"] {
        let run = |input: &str, more: &[&str]| {
            stdout(&[&[command, input, "--isolated", "--quiet", "--format", "jsonl"], more].concat())
        };
        let findings = run(&mixed, &["--jobs", "1"]);
        assert!(findings.lines().count() > 3, "{command}: {findings}");
        for jobs in ["2", "5"] {
            assert!(findings == run(&mixed, &["--jobs", jobs]), "{command} --jobs {jobs}");
        }
        for (input, more) in
            [(&mapped, &[][..]), (&sorted, &[]), (&sorted, &["--grouped"]), (&sorted_records, &["--grouped"])]
        {
            assert!(findings == run(input, more), "{command} {input} {more:?}");
        }
    }
}

/// A page that was fetched twice is one article, whichever comes first and however it is read.
#[test]
fn copies_change_no_finding_and_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, _] = archive(folder.path());
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let lines = fs::read_to_string(&mixed).unwrap();
    let again = lines.lines().map(|line| {
        let mut article: serde_json::Value = serde_json::from_str(line).unwrap();
        article["id"] = format!("{}-again", article["id"].as_str().unwrap()).into();
        article["url"] = "https://a.example/again".into();
        format!("{article}\n")
    });
    let again: String = again.collect();
    let (before, behind, records) = (path("before.jsonl"), path("behind.jsonl"), path("records.jsonl"));
    fs::write(&before, format!("{again}{lines}")).unwrap();
    fs::write(&behind, format!("{lines}{again}")).unwrap();
    let run = |more: &[&str]| stdout(&[&["check", "--isolated", "--quiet"], more].concat());
    stdout(&["extract", &before, "--quiet", "-o", &records]);
    let findings = run(&[&mixed, "--format", "jsonl"]);
    for input in [&before, &behind, &records, &padded(&behind)] {
        assert!(findings == run(&[input, "--format", "jsonl"]), "{input}");
        let coverage = run(&[input, "--table", "coverage", "--format", "jsonl"]);
        let named = coverage.lines().filter(|line| line.contains("in all but its id"));
        assert_eq!(named.count(), lines.lines().count(), "{input}");
    }
}

/// An archive so large that a check puts it on disk, with the facts of a small one: each article has a long blank tail.
fn padded(archive: &str) -> String {
    let lines = fs::read_to_string(archive).unwrap();
    let pad = |line: &str| {
        let mut article: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = format!("{}{}", article["text"].as_str().unwrap(), " ".repeat(1200 << 10));
        article["text"] = text.into();
        format!("{article}\n")
    };
    let path = format!("{archive}.padded.jsonl");
    fs::write(&path, lines.lines().map(pad).collect::<String>()).unwrap();
    path
}

#[test]
fn stories_that_wait_on_disk_give_the_same_bytes_and_leave_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, sorted] = archive(folder.path());
    let [mixed_large, sorted_large] = [&mixed, &sorted].map(|path| padded(path));
    let run = |input: &str, temporary: &Path, more: &[&str]| {
        let arguments = [&["check", input, "--isolated", "--quiet"], more].concat();
        let output = command(&arguments).env("TMPDIR", temporary).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    // Without a folder for temporary files, what is held is checked, and what waits on disk is not.
    let nowhere = folder.path().join("nowhere");
    let held = run(&mixed, &nowhere, &["--format", "jsonl"]);
    assert_eq!((held.0, held.1.lines().count() > 3), (Some(0), true));
    assert_eq!(run(&mixed_large, &nowhere, &["--format", "jsonl"]), (Some(2), String::new()));

    let temporary = tempfile::tempdir().unwrap();
    assert!(held == run(&mixed_large, temporary.path(), &["--format", "jsonl"]));
    for more in
        [&["--format", "csv"][..], &["--format", "jsonl", "--all"], &["--table", "claims", "--format", "csv"]]
    {
        let on_disk = run(&mixed_large, temporary.path(), more);
        assert_eq!(on_disk.0, Some(0));
        assert!(on_disk == run(&mixed, &nowhere, more), "{more:?}");
        assert!(on_disk == run(&sorted_large, &nowhere, &[more, &["--grouped"]].concat()), "{more:?}");
    }
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
fn a_story_that_comes_again_is_no_grouped_input() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, _] = archive(folder.path());
    let output = factcheck(&["check", &mixed, "--grouped", "--isolated", "--quiet"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("comes again after others: leave out --grouped"), "{said}");
}

#[test]
fn a_cache_changes_nothing_and_damage_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, _] = archive(folder.path());
    let cache = folder.path().join("cache");
    let run = || factcheck(&["extract", &mixed, "--quiet", "--cache", &cache.to_string_lossy()]);
    let plain = stdout(&["extract", &mixed, "--quiet"]);
    for _ in 0..2 {
        let output = run();
        assert!(output.stderr.is_empty());
        assert!(output.stdout == plain.as_bytes());
    }
    let files = fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path());
    let pack =
        files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "records")).unwrap();
    let mut kept = fs::read(&pack).unwrap();
    // The same lines, in the order of the threads.
    assert_eq!(kept.len(), plain.len());
    kept[100] ^= 1;
    fs::write(pack, kept).unwrap();
    for said in [": 1 damaged entry was made anew\n", ""] {
        let output = run();
        assert!(output.stdout == plain.as_bytes());
        assert!(String::from_utf8_lossy(&output.stderr).ends_with(said));
    }
}

#[test]
fn findings_of_stories_that_did_not_change_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let [mixed, _] = archive(folder.path());
    let cache = folder.path().join("cache");
    let kept = cache.to_string_lossy();
    // Findings, and how many stories were kept by now: a row of 56 bytes each.
    let run = |input: &str, more: &[&str]| {
        let plain = [&["check", input, "--isolated", "--format", "jsonl"], more].concat();
        let output = factcheck(&[&plain[..], &["--cache", &kept]].concat());
        assert!(output.stdout == factcheck(&plain).stdout);
        assert_eq!(output.stderr, factcheck(&plain).stderr);
        let rows = fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path());
        let rows = rows.filter(|path| path.extension().is_some_and(|ending| ending == "index"));
        rows.map(|path| fs::metadata(path).unwrap().len() / 56).sum::<u64>()
    };
    let stories = run(&mixed, &[]);
    assert!(stories > 3);
    assert_eq!(run(&mixed, &[]), stories);
    // What is written of them matters, and what they are held against.
    for _ in 0..2 {
        assert_eq!(run(&mixed, &["--min-severity", "warning", "--min-confidence", "0.8"]), 2 * stories);
    }
    assert_eq!(run(&mixed, &["--reference", "data/reference"]), 3 * stories);
    // Agreements are kept where they are asked for.
    assert_eq!(run(&mixed, &["--all"]), 4 * stories);
    // What somebody said of findings changes without them.
    let old = folder.path().join("old.jsonl").to_string_lossy().into_owned();
    fs::write(&old, stdout(&["check", &mixed, "--isolated", "--quiet", "--format", "jsonl"])).unwrap();
    for more in [["--baseline", &old], ["--verdicts", &old]] {
        assert_eq!(run(&mixed, &[&["--all"], &more[..]].concat()), 5 * stories, "{more:?}");
    }

    // One article more, and its story is new.
    let text = fs::read_to_string(&mixed).unwrap();
    let mut more: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    more["id"] = "another".into();
    more["source"] = "Another Outlet".into();
    let grown = folder.path().join("grown.jsonl");
    fs::write(&grown, format!("{more}\n{text}")).unwrap();
    let grown = grown.to_string_lossy();
    assert_eq!(run(&grown, &[]), 5 * stories + 1);
    assert_eq!(run(&grown, &[]), 5 * stories + 1);
}
