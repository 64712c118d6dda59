//! What a table of an article says is held against what the text of another one tells, whatever the form.

mod common;

use std::{fs, path::Path};

use common::findings;

const TEXT: &str = "Ravel harbour is busy again\n\nThe port of Ravel handled 7,480 containers in 2023, its director told \
    reporters on the quay on Tuesday. Osterhaven handled 7,300 containers.\n";

const PAGE: &str = "<html><head><title>Ports count their containers</title></head><body><article>\
    <h1>Ports count their containers</h1><p>The ports of the coast published their figures for 2023 on Tuesday, and they \
    differ widely between the north and the south of the coast.</p><table><tr><th>Port</th><th>Containers</th>\
    <th>Ships</th></tr><tr><td>Ravel</td><td>5,120</td><td>310</td></tr><tr><td>Osterhaven</td><td>7,300</td>\
    <td>420</td></tr></table></article></body></html>";

const MARKDOWN: &str = "# Ports count their containers\n\nThe ports of the coast published their figures for 2023 on \
    Tuesday, and they differ widely.\n\n| Port | Containers | Ships |\n| --- | ---: | ---: |\n| Ravel | 5,120 | 310 |\n\
    | Osterhaven | 7,300 | 420 |\n";

/// What is said of containers: severity, and the quotes of both articles.
fn told(folder: &Path, name: &str, table: &str) -> Vec<String> {
    fs::write(folder.join("b.txt"), TEXT).expect("written");
    fs::write(folder.join(name), table).expect("written");
    let rows = format!("file,outlet,published\n{name},Quay,2024-03-05\nb.txt,Pier,2024-03-05\n");
    fs::write(folder.join("sources.csv"), rows).expect("written");
    let mut told: Vec<String> = findings(folder)
        .iter()
        .filter(|finding| finding["rule"] == "value-conflict")
        .map(|finding| {
            let claims = finding["claims"].as_array().expect("claims");
            let mut quotes: Vec<&str> = claims.iter().filter_map(|claim| claim["quote"].as_str()).collect();
            quotes.sort_unstable();
            format!("{}: {}", finding["severity"].as_str().unwrap_or_default(), quotes.join(" / "))
        })
        .collect();
    told.sort();
    told
}

#[test]
fn a_table_is_held_against_a_text() {
    for (name, table) in [("a.html", PAGE), ("a.md", MARKDOWN)] {
        let folder = tempfile::tempdir().expect("a folder");
        let told = told(folder.path(), name, table);
        assert_eq!(told, ["agreement: 7,300 / 7,300 containers", "note: 5,120 / 7,480 containers"], "{name}");
    }
}

/// A number that may be of thousands is held against nothing.
#[test]
fn a_table_in_thousands_says_nothing_against_a_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let scaled = MARKDOWN.replace("widely.", "widely.\n\nContainers and ships, in thousands");
    assert_eq!(told(folder.path(), "a.md", &scaled), [""; 0]);
}
