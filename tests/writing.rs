//! A write that fails half way leaves the old file or none.
#![cfg(target_os = "linux")]

mod common;

use std::{fmt::Write, fs, path::Path, process::Command};

use common::{factcheck, root};

/// The formats by the endings that ask for them.
const ENDINGS: [&str; 8] = ["txt", "csv", "html", "xlsx", "db", "jsonl", "sarif", "jsonld"];

/// Writes a report where no file may be longer than so many blocks of 1,024 bytes; `before` runs in the shell.
fn limited(blocks: u32, before: &str, file: &Path) -> std::process::Output {
    let program = env!("CARGO_BIN_EXE_factcheck");
    let script =
        format!("{before} ulimit -f {blocks}; exec {program} check data/articles --quiet --all -o \"$0\"");
    Command::new("bash").args(["-c", &script]).arg(file).current_dir(root()).output().expect("bash runs")
}

#[test]
fn a_full_disk_leaves_the_old_file_or_none() {
    let folder = tempfile::tempdir().expect("a folder");
    for ending in ENDINGS {
        let (old, new) =
            (folder.path().join(format!("old.{ending}")), folder.path().join(format!("new.{ending}")));
        fs::write(&old, "as it was").expect("written");
        for file in [&old, &new] {
            // A program that does not mind the signal is told that the file may not grow.
            let output = limited(1, "trap '' XFSZ;", file);
            assert_eq!(
                output.status.code(),
                Some(2),
                "{ending}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(told.contains(&*file.to_string_lossy()), "{told}");
        }
        assert_eq!(fs::read(&old).expect("a file"), b"as it was");
        assert!(!new.exists(), "{ending}: half a file");
    }
    assert_eq!(
        fs::read_dir(folder.path()).expect("a folder").count(),
        ENDINGS.len(),
        "a temporary file is left"
    );
}

#[test]
fn a_kill_leaves_the_old_file_or_none() {
    use std::os::unix::process::ExitStatusExt;
    let folder = tempfile::tempdir().expect("a folder");
    for ending in ENDINGS {
        let (old, new) =
            (folder.path().join(format!("old.{ending}")), folder.path().join(format!("new.{ending}")));
        fs::write(&old, "as it was").expect("written");
        for file in [&old, &new] {
            let output = limited(1, "", file);
            assert!(output.status.signal().is_some(), "{ending}: not killed in the middle of writing");
        }
        assert_eq!(fs::read(&old).expect("a file"), b"as it was");
        assert!(!new.exists(), "{ending}: half a file");
    }
}

#[test]
fn a_closed_pipe_ends_every_format_quietly() {
    for format in [
        "text",
        "short",
        "csv",
        "html",
        "xlsx",
        "sqlite",
        "jsonl",
        "sarif",
        "github",
        "claimreview",
        "annotations",
    ] {
        let program = env!("CARGO_BIN_EXE_factcheck");
        let script = format!(
            "{program} check data/articles --quiet --all --format {format} | true; exit ${{PIPESTATUS[0]}}"
        );
        let output =
            Command::new("bash").args(["-c", &script]).current_dir(root()).output().expect("bash runs");
        assert_eq!(output.status.code(), Some(0), "{format}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn what_is_no_file_is_written_to_and_a_link_is_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
    fs::write(&real, "as it was").expect("written");
    std::os::unix::fs::symlink("real.csv", &link).expect("a link");
    let write = |path: &str| factcheck(&["check", "data/articles", "--quiet", "--format", "csv", "-o", path]);
    assert!(write(&link.to_string_lossy()).status.success());
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(fs::read_to_string(&real).expect("a file").contains("finding_id"));
    let output = write("/dev/stdout");
    assert!(String::from_utf8_lossy(&output.stdout).contains("finding_id"));
    let output = write("/dev/full");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/dev/full"));
    assert!(fs::metadata("/dev/full").is_ok_and(|device| !device.is_file()));
}

/// So many articles that their records take some seconds.
fn many(articles: usize) -> String {
    let more = "Some 30 ships waited for 12 days from 3 May 2021, said 2 of 3 captains. ".repeat(5);
    let mut lines = String::new();
    for number in 0..articles {
        writeln!(lines, "{{\"id\":\"a{number}\",\"text\":\"Ship {number} came. {more}\"}}")
            .expect("a string");
    }
    lines
}

/// Starts a program with a folder of its own for what waits on disk, and waits until `is_under_way`.
fn start(
    arguments: &[&str],
    spool: &Path,
    is_under_way: impl Fn(&std::process::Child) -> bool,
) -> std::process::Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(arguments)
        .env("TMPDIR", spool)
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("started");
    while !is_under_way(&child) {
        assert!(child.try_wait().expect("a child").is_none(), "it ended before it was under way");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    child
}

fn interrupt(child: &std::process::Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_run_that_is_ended_half_way_leaves_the_old_file() {
    use std::os::unix::process::ExitStatusExt;
    for is_kill in [true, false] {
        let [folder, spool] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
        fs::write(folder.path().join("many.jsonl"), many(20_000)).expect("written");
        fs::write(folder.path().join("out.jsonl"), "as it was").expect("written");
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        // Some of the new file is on the disk, under another name.
        let has_begun = |_: &std::process::Child| {
            fs::read_dir(folder.path()).expect("a folder").any(|file| {
                let file = file.expect("a file");
                let is_new = !matches!(file.file_name().to_str(), Some("many.jsonl" | "out.jsonl"));
                is_new && file.metadata().is_ok_and(|data| data.len() > 0)
            })
        };
        let arguments = ["extract", &path("many.jsonl"), "-o", &path("out.jsonl"), "--quiet"];
        let mut child = start(&arguments, spool.path(), has_begun);
        if is_kill {
            child.kill().expect("killed");
            assert_eq!(child.wait().expect("ended").signal(), Some(9));
        } else {
            interrupt(&child);
            assert_eq!(child.wait().expect("ended").code(), Some(130));
            assert_eq!(names(folder.path()), ["many.jsonl", "out.jsonl"], "a temporary file is left");
        }
        assert_eq!(fs::read(path("out.jsonl")).expect("a file"), b"as it was");
    }
}

#[test]
fn what_waits_on_disk_is_gone_with_the_run() {
    let [folder, spool] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    fs::write(folder.path().join("many.jsonl"), many(30_000)).expect("written");
    let path = folder.path().join("many.jsonl").to_string_lossy().into_owned();
    // More files are open than a run has that holds its articles.
    let waits = |child: &std::process::Child| {
        fs::read_dir(format!("/proc/{}/fd", child.id())).is_ok_and(|files| files.count() > 200)
    };
    for is_kill in [true, false] {
        let mut child =
            start(&["check", &path, "--quiet", "--format", "csv", "-o", "/dev/null"], spool.path(), waits);
        if is_kill {
            child.kill().expect("killed");
        } else {
            interrupt(&child);
        }
        child.wait().expect("ended");
        assert_eq!(names(spool.path()), [""; 0]);
    }
}

/// The disk on which articles wait is full: the run says so and writes nothing.
#[test]
fn a_full_disk_for_what_waits_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("many.jsonl"), many(30_000)).expect("written");
    fs::write(folder.path().join("out.csv"), "as it was").expect("written");
    let program = env!("CARGO_BIN_EXE_factcheck");
    let script = format!("trap '' XFSZ; ulimit -f 1000; exec {program} check many.jsonl --quiet -o out.csv");
    let output =
        Command::new("bash").args(["-c", &script]).current_dir(folder.path()).output().expect("bash runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    let waits = std::env::temp_dir();
    assert!(told.contains(&format!("{}: File too large", waits.display())), "{told}");
    assert_eq!(fs::read(folder.path().join("out.csv")).expect("a file"), b"as it was");
    assert_eq!(names(folder.path()), ["many.jsonl", "out.csv"]);
}
