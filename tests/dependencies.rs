//! What the dependencies may be, as `deny.toml` says: licences, what is banned, one version of each, where they come from.
//! And of our own crates, that none has unsafe code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use serde::Deserialize;
use serde_json::Value;

/// The part of `deny.toml` that is checked here.
#[derive(Deserialize)]
struct Policy {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Named>,
    skip: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    version: Option<String>,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn policy() -> Policy {
    toml::from_str(&fs::read_to_string(root().join("deny.toml")).expect("deny.toml")).expect("a policy")
}

/// Every package that the lock file names; `None` where cargo cannot reach the manifests of all of them.
fn packages() -> Option<Vec<Value>> {
    let metadata = |more: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["metadata", "--format-version", "1", "--locked"]).args(more).current_dir(root());
        cargo.output().ok().filter(|output| output.status.success())
    };
    let output = metadata(&["--offline"]).or_else(|| metadata(&[]));
    let Some(output) = output else {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("no manifests of all dependencies (run cargo fetch): not tested");
        }
        return None;
    };
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    serde_json::from_value(metadata["packages"].take()).ok()
}

fn text<'a>(package: &'a Value, field: &str) -> &'a str {
    package[field].as_str().unwrap_or_default()
}

#[test]
fn licences_bans_versions_and_sources() {
    let Some(packages) = packages() else { return };
    let Policy { licenses, bans } = policy();
    let mut versions = BTreeMap::<&str, BTreeSet<&str>>::new();
    let mut problems = Vec::new();
    let mut origins = BTreeSet::new();
    for package in &packages {
        let (name, version) = (text(package, "name"), text(package, "version"));
        let license = text(package, "license");
        if !is_allowed(license, &licenses.allow) {
            problems.push(format!("{name}: licence {license:?}"));
        }
        if bans.deny.iter().any(|banned| banned.name == name) {
            problems.push(format!("{name} is banned"));
        }
        origins.extend(package["source"].as_str());
        let is_skipped = |skip: &Named| {
            skip.name == name && skip.version.as_ref().is_none_or(|skipped| skipped == version)
        };
        if !bans.skip.iter().any(is_skipped) {
            versions.entry(name).or_default().insert(version);
        }
    }
    // Our own packages have no source; all others have one, the registry.
    if origins.len() != 1 || !origins.iter().all(|origin| origin.starts_with("registry+")) {
        problems.push(format!("dependencies come from {origins:?}"));
    }
    let twice = versions.iter().filter(|(_, versions)| versions.len() > 1);
    problems.extend(twice.map(|(name, versions)| format!("{name} in several versions: {versions:?}")));
    for Named { name, version } in &bans.skip {
        let is_there = |package: &Value| {
            text(package, "name") == name
                && version.as_ref().is_none_or(|version| text(package, "version") == version)
        };
        if !packages.iter().any(is_there) {
            problems.push(format!("{name} {version:?} is skipped in deny.toml, and nothing asks for it"));
        }
    }
    assert!(packages.len() > 100 && problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn none_of_our_crates_has_unsafe_code() {
    let manifest = |path: &Path| -> toml::Table {
        toml::from_str(&fs::read_to_string(path).expect("a manifest")).expect("TOML")
    };
    let whole = manifest(&root().join("Cargo.toml"));
    assert_eq!(whole["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let mut crates = 0;
    for folder in fs::read_dir(root().join("crates")).expect("crates") {
        let path = folder.expect("a crate").path().join("Cargo.toml");
        let own = manifest(&path);
        assert_eq!(own["lints"]["workspace"].as_bool(), Some(true), "{}", path.display());
        crates += 1;
    }
    assert!(crates >= 9, "{crates} crates");
}

/// Whether one of the licences that an SPDX expression leaves to choose from is allowed. `/` is an old `OR`.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.as_slice();
    either(&mut words, allowed) && words.is_empty()
}

fn either(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut is = both(words, allowed);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        is |= both(words, allowed);
    }
    is
}

fn both(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut is = one(words, allowed);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        is &= one(words, allowed);
    }
    is
}

fn one(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let is = either(words, allowed);
            *words = words.strip_prefix(&[")"]).unwrap_or(words);
            is
        }
        // An exception allows more than its licence does.
        [license, "WITH", _, rest @ ..] | [license, rest @ ..] => {
            *words = rest;
            allowed.contains(*license)
        }
        [] => false,
    }
}

#[test]
fn expressions_of_licences() {
    let allowed = BTreeSet::from(["MIT", "Zlib"].map(str::to_owned));
    for (expression, is) in [
        ("MIT", true),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(MIT OR GPL-3.0) AND Zlib", true),
        ("(MIT OR GPL-3.0) AND ISC", false),
        ("MIT WITH some-exception OR GPL-3.0", true),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), is, "{expression:?}");
    }
}
