//! A write that fails half way leaves the old file or none.
#![cfg(target_os = "linux")]

mod common;

use std::{fs, path::Path, process::Command};

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
