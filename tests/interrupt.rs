//! Ctrl-C while the input is still growing: the documented status, whole lines, and nothing left behind.
#![cfg(unix)]

mod common;
mod generated;

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
};

use common::command;

/// How a run ended that was interrupted, and what it had printed.
struct Ended {
    status: Option<i32>,
    printed: Vec<u8>,
}

/// Runs with an endless archive as standard input, and interrupts once so many articles were taken and so many bytes
/// printed.
fn interrupted(arguments: &[&str], temporary: &Path, taken: usize, least: usize) -> Ended {
    let mut child = command(arguments)
        .env("TMPDIR", temporary)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let (mut input, mut output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let (tell, told) = std::sync::mpsc::channel();
    let writer = thread::spawn(move || {
        let articles = generated::archive(100_000, 5).map(|mut article| {
            article.text += &" ".repeat(30 << 10);
            generated::line(&article)
        });
        for (number, line) in articles.enumerate() {
            // The run is gone.
            if input.write_all(line.as_bytes()).is_err() {
                break;
            }
            if number == taken {
                let _ = tell.send(());
            }
        }
    });
    told.recv().expect("articles are taken");
    let mut printed = vec![0; least];
    output.read_exact(&mut printed).expect("lines");
    let pid = child.id().to_string();
    assert!(Command::new("sh").args(["-c", "kill -INT $0", &pid]).status().expect("sh runs").success());
    output.read_to_end(&mut printed).expect("the rest");
    let status = child.wait().expect("an end").code();
    writer.join().expect("an end");
    Ended { status, printed }
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    fs::read_dir(folder).expect("a folder").map(|entry| name(entry).to_string_lossy().into_owned()).collect()
}

#[test]
fn a_stream_of_records_ends_with_a_whole_line() {
    let temporary = tempfile::tempdir().expect("a folder");
    let cache = tempfile::tempdir().expect("a folder");
    let kept = cache.path().to_string_lossy();
    for more in [&["--jobs", "1"][..], &["--jobs", "2"], &["--cache", &kept]] {
        let arguments = [&["extract", "-", "--quiet"], more].concat();
        let ended = interrupted(&arguments, temporary.path(), 0, 200_000);
        assert_eq!(ended.status, Some(130), "{more:?}");
        assert_eq!(ended.printed.last(), Some(&b'\n'), "{more:?}");
        for line in ended.printed.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            assert!(serde_json::from_slice::<serde_json::Value>(line).is_ok(), "{more:?}");
        }
        assert!(names(temporary.path()).is_empty());
    }
}

#[test]
fn no_file_is_left_and_an_earlier_result_stays() {
    let [temporary, results] = [0; 2].map(|_| tempfile::tempdir().expect("a folder"));
    let result = results.path().join("result.jsonl");
    fs::write(&result, "earlier\n").expect("written");
    let file = result.to_string_lossy().into_owned();
    // So many articles that a check puts them on disk.
    for (command, taken) in [("extract", 40), ("check", 1200), ("stories", 200)] {
        let ended = interrupted(&[command, "-", "--quiet", "-o", &file], temporary.path(), taken, 0);
        assert_eq!((ended.status, ended.printed.len()), (Some(130), 0), "{command}");
        assert_eq!(fs::read_to_string(&result).expect("a result"), "earlier\n", "{command}");
        assert_eq!(names(results.path()), ["result.jsonl"], "{command}");
        assert!(names(temporary.path()).is_empty(), "{command}");
    }
}
