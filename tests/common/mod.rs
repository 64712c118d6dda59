//! What the end-to-end tests share: the binary and the repository's own data.
#![allow(dead_code, reason = "each test uses a part")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `factcheck` in the repository's root.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factcheck"));
    command.args(arguments).current_dir(root()).env_remove("NO_COLOR");
    command
}

/// Runs `factcheck` in the repository's root.
pub(crate) fn factcheck(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the binary runs")
}

/// What `factcheck` prints, for runs that must succeed.
pub(crate) fn stdout(arguments: &[&str]) -> String {
    let output = factcheck(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Copies the files of a folder, each passed through `change`, into `to`.
pub(crate) fn copy(from: &Path, to: &Path, change: impl Fn(&str, &str) -> String) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a folder").map(|file| file.expect("a file").path()) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a text");
        fs::write(to.join(&name), change(&name, &text)).expect("written");
    }
}

/// The JSONL findings of `folder`, agreements too.
pub(crate) fn findings(folder: &Path) -> Vec<serde_json::Value> {
    let text = stdout(&["check", &folder.to_string_lossy(), "--format", "jsonl", "--all", "--quiet"]);
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A small tool that `.ci/tools` fetches, or `None`, said on standard error: the test is passed over then.
pub(crate) fn tool(name: &str) -> Option<PathBuf> {
    let path = root().join("target/tools").join(name);
    if path.exists() {
        return path.canonicalize().ok();
    }
    #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
    {
        eprintln!("no {name} in target/tools (run .ci/tools): not tested");
    }
    None
}
