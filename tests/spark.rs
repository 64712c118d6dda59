//! The example for Spark: a master and two workers on this machine find what one process finds, and lose nothing in silence
//! where something fails or is killed. What is tested is told in `examples/spark/test.sh`.
#![cfg(unix)]

mod common;
mod generated;

use std::{fs, process::Command};

use common::root;

#[test]
fn a_cluster_finds_what_one_machine_finds() {
    let python = root().join("target/tools/spark/bin/python");
    let has_java = Command::new("java").arg("-version").output().is_ok();
    if !has_java || !python.with_file_name("spark-submit").exists() {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("no Java, or no pyspark in target/tools (run .ci/tools): not tested");
        }
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("archive.jsonl");
    let lines: String = generated::archive(20, 10).map(|article| generated::line(&article)).collect();
    fs::write(&archive, lines).expect("written");
    let output = Command::new("bash")
        .arg(root().join("examples/spark/test.sh"))
        .args([&archive, &python])
        .env("FACTCHECK", env!("CARGO_BIN_EXE_factcheck"))
        .output()
        .expect("bash runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.ends_with("all ok\n"), "{said}");
}
