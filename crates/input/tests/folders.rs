//! Folders, loose files and `sources.csv`, as a run reads them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{fs, path::Path};

use factcheck_input::{Error, Loaded, load};
use insta::assert_snapshot as snap;
use tempfile::TempDir;

/// A folder with these files; a name may have folders.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn read(folder: &Path, paths: &[&str]) -> Result<Loaded, Error> {
    let paths: Vec<_> = paths.iter().map(|path| folder.join(path)).collect();
    load(&paths, &mut std::io::empty(), None)
}

/// One article or message a line, without the folder's own path.
fn show(folder: &Path, paths: &[&str]) -> String {
    let shown = match read(folder, paths) {
        Err(error) => format!("error: {error}"),
        Ok(loaded) => {
            let articles = loaded.articles.iter().map(|a| {
                let stamp = a.published.map_or("-".into(), |stamp| stamp.to_string());
                format!("{} | {} | {} | {stamp} {} | {:?}", a.id, a.story, a.source, a.published_from, a.text)
            });
            let skipped = loaded.skipped.iter().map(|s| format!("{}: {}", s.place, s.reason));
            articles.chain(skipped).collect::<Vec<_>>().join("\n")
        }
    };
    shown.replace(&folder.to_string_lossy().into_owned(), "TMP")
}

#[test]
fn a_folder_is_a_story_in_the_order_of_names() {
    let f = folder(&[
        ("bridge/b.txt", "\u{feff}Two spans fell.\r\n"),
        ("bridge/a.txt", "One span fell."),
        ("bridge/README.md", "About."),
        ("bridge/factcheck.toml", ""),
        ("bridge/.hidden.txt", "Hidden."),
        ("bridge/inner/c.txt", "Not entered."),
        ("bridge/report.jsonl", "{}"),
    ]);
    snap!(show(f.path(), &["bridge"]), @r#"
    a.txt | bridge |  | -  | "One span fell."
    b.txt | bridge |  | -  | "Two spans fell.\r\n"
    "#);
    // A slash at the end changes nothing.
    snap!(show(f.path(), &["bridge/", "bridge/b.txt"]), @r#"
    a.txt | bridge |  | -  | "One span fell."
    b.txt | bridge |  | -  | "Two spans fell.\r\n"
    "#);
}

#[test]
fn files_are_one_story_and_a_draft_belongs_to_its_sources() {
    let f = folder(&[
        ("draft.txt", "Draft."),
        ("x/a.txt", "A."),
        ("x/b.txt", "B."),
        ("y/a.txt", "C."),
        ("z/x/a.txt", "D."),
    ]);
    let s = |paths: &[&str]| show(f.path(), paths);
    snap!(s(&["x/b.txt", "x/a.txt", "x/b.txt"]), @r#"
    b.txt |  |  | -  | "B."
    a.txt |  |  | -  | "A."
    "#);
    snap!(s(&["draft.txt", "x"]), @r#"
    draft.txt | x |  | -  | "Draft."
    a.txt | x |  | -  | "A."
    b.txt | x |  | -  | "B."
    "#);
    // Two folders are two stories, and an id is unique in a run.
    snap!(s(&["draft.txt", "x", "y"]), @r#"
    draft.txt |  |  | -  | "Draft."
    a.txt | x |  | -  | "A."
    b.txt | x |  | -  | "B."
    TMP/y/a.txt | y |  | -  | "C."
    "#);
    snap!(s(&["x", "z/x"]), @r#"
    a.txt | TMP/x |  | -  | "A."
    b.txt | TMP/x |  | -  | "B."
    TMP/z/x/a.txt | TMP/z/x |  | -  | "D."
    "#);
}

#[test]
fn the_files_of_this_program_are_no_articles() {
    let f =
        folder(&[("a.txt", "A."), ("sources.csv", "file,outlet\na.txt,Dock\n"), ("factcheck.toml", "x = 1")]);
    snap!(show(f.path(), &["a.txt", "factcheck.toml", "sources.csv"]), @r#"a.txt |  | Dock | -  | "A.""#);
}

#[test]
fn sources_say_what_the_files_do_not() {
    let f = folder(&[
        ("s/a.txt", "A."),
        ("s/b.txt", "B."),
        ("s/c.md", "C."),
        ("s/in/d.txt", "D."),
        (
            "s/sources.csv",
            "\u{feff}Published,file,URL,outlet,story,note\r\n\
             2024-03-05,a.txt,https://a.example/1,The Quay,harbour,x\r\n\
             \r\n\
             2024-03-05T08:30:00+01:00,./c.md,,\"Pier, Daily\",,\r\n\
             ,in/d.txt,,Dock,,\r\n",
        ),
    ]);
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | harbour | The Quay | 2024-03-05 metadata | "A."
    b.txt | s |  | -  | "B."
    c.md | s | Pier, Daily | 2024-03-05T08:30:00+01:00 metadata | "C.\n"
    in/d.txt | s | Dock | -  | "D."
    "#);
    // The file beside a loose article is used too; rows of other files are not its concern.
    snap!(show(f.path(), &["s/a.txt"]), @r#"a.txt | harbour | The Quay | 2024-03-05 metadata | "A.""#);
}

#[test]
fn a_bad_row_is_named_and_its_article_is_read() {
    let names = ["a", "b", "c", "d", "e", "f"].map(|name| (format!("s/{name}.txt"), "Text."));
    let mut files: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    files.push((
        "s/sources.csv",
        "file,outlet,published,url\n\
         a.txt,The Quay,5 March 2024,\n\
         b.txt,The Quay\n\
         c.txt,Dock,2024-02-30,\n\
         d.txt,\"Dock,2024-03-01,\n\
         e.txt,Dock,2024-03-01,\n\
         e.txt,Pier,2024-03-02,\n\
         g.txt,Pier,2024-03-02,\n\
         ../x.txt,Pier,2024-03-02,\n\
         ,Pier,2024-03-02,\n\
         f.txt,Pier,2024-03-02,,\n",
    ));
    let f = folder(&files);
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "Text."
    b.txt | s |  | -  | "Text."
    c.txt | s |  | -  | "Text."
    d.txt | s |  | -  | "Text."
    e.txt | s | Dock | 2024-03-01 metadata | "Text."
    f.txt | s |  | -  | "Text."
    TMP/s/sources.csv:2: a.txt: column published: "5 March 2024" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the row is not used
    TMP/s/sources.csv:3: b.txt: 2 columns instead of 4; the row is not used
    TMP/s/sources.csv:4: c.txt: column published: "2024-02-30" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the row is not used
    TMP/s/sources.csv:5: d.txt: a double quote is not closed on its line; the row is not used
    TMP/s/sources.csv:7: e.txt: column file: line 6 describes it already; the row is not used
    TMP/s/sources.csv:8: g.txt: column file: no such file; the row is not used
    TMP/s/sources.csv:9: ../x.txt: column file: not inside the folder; the row is not used
    TMP/s/sources.csv:10: column file: it is empty; the row is not used
    TMP/s/sources.csv:11: f.txt: 5 columns instead of 4; the row is not used
    "#);
}

#[test]
fn a_table_without_a_file_column_is_not_used() {
    let f = folder(&[("s/a.txt", "A."), ("s/sources.csv", "name,outlet\na.txt,Dock\n")]);
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    TMP/s/sources.csv:1: no column `file` in the first line; the file is not used
    "#);
    // Semicolons are fine.
    let f = folder(&[("s/a.txt", "A."), ("s/sources.csv", "file;outlet\na.txt;Dock, Ltd\n")]);
    snap!(show(f.path(), &["s"]), @r#"a.txt | s | Dock, Ltd | -  | "A.""#);
}

#[test]
fn what_is_no_text_is_named() {
    let f =
        folder(&[("s/a.txt", "A."), ("s/empty.txt", ""), ("s/blank.txt", " \n\n"), ("s/zero.txt", "a\0b")]);
    fs::write(f.path().join("s/latin.txt"), b"Caf\xE9.").unwrap();
    fs::write(f.path().join("s/cut.txt"), b"Caf\xC3\xA9, caf\xC3").unwrap();
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    cut.txt | s |  | -  | "Café, caf�"
    latin.txt | s |  | -  | "Café."
    blank.txt: no text in it
    empty.txt: no text in it
    zero.txt: not a text file: it has zero bytes
    "#);
    assert_eq!(read(f.path(), &["s/cut.txt"]).unwrap().articles[0].replaced, 1);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_in_a_folder_is_named() {
    let f = folder(&[("s/a.txt", "A.")]);
    std::os::unix::fs::symlink("nowhere", f.path().join("s/b.txt")).unwrap();
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    TMP/s/b.txt: cannot read: No such file or directory (os error 2)
    "#);
}

#[test]
fn errors_name_the_path() {
    let f = folder(&[("s/note.md", "A."), ("t/one/a.txt", "A."), ("t/two/b.txt", "B.")]);
    snap!(show(f.path(), &["nowhere"]), @"error: TMP/nowhere: no such file or folder");
    snap!(show(f.path(), &["s"]), @"error: no articles in TMP/s: neither a text, a page, a feed, a document or an archive nor a file that its sources.csv lists");
    snap!(show(f.path(), &["t"]), @"error: no articles in TMP/t: neither a text, a page, a feed, a document or an archive nor a file that its sources.csv lists (its 2 folders are not entered: give each as a path)");
}
