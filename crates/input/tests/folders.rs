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
            let left_out = loaded.left_out.iter().map(|s| format!("({}: {})", s.place, s.reason));
            articles.chain(skipped).chain(left_out).collect::<Vec<_>>().join("\n")
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
        ("bridge/inner/c.txt", "Three spans fell."),
        ("bridge/report.jsonl", "{}"),
    ]);
    snap!(show(f.path(), &["bridge"]), @r#"
    a.txt | bridge |  | -  | "One span fell."
    b.txt | bridge |  | -  | "Two spans fell.\r\n"
    inner/c.txt | bridge |  | -  | "Three spans fell."
    (.hidden.txt: hidden)
    (README.md: no article by its name; listed in sources.csv or given itself it is read)
    (report.jsonl: no article by its name; listed in sources.csv or given itself it is read)
    "#);
    // A slash at the end changes nothing.
    snap!(show(f.path(), &["bridge/", "bridge/b.txt"]), @r#"
    a.txt | bridge |  | -  | "One span fell."
    b.txt | bridge |  | -  | "Two spans fell.\r\n"
    inner/c.txt | bridge |  | -  | "Three spans fell."
    (.hidden.txt: hidden)
    (README.md: no article by its name; listed in sources.csv or given itself it is read)
    (report.jsonl: no article by its name; listed in sources.csv or given itself it is read)
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
    let names = ["a", "b", "c", "d", "e", "f"].map(|name| (format!("s/{name}.txt"), format!("Text {name}.")));
    let mut files: Vec<(&str, &str)> =
        names.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
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
    a.txt | s |  | -  | "Text a."
    b.txt | s |  | -  | "Text b."
    c.txt | s |  | -  | "Text c."
    d.txt | s |  | -  | "Text d."
    e.txt | s | Dock | 2024-03-01 metadata | "Text e."
    f.txt | s |  | -  | "Text f."
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
    let f = folder(&[("s/note.md", "A."), ("t/one/two/b.md", "B.")]);
    snap!(show(f.path(), &["nowhere"]), @"error: TMP/nowhere: no such file or folder");
    snap!(show(f.path(), &["s"]), @"error: no articles in TMP/s: neither a text, a page, a feed, a document or an archive nor a file that its sources.csv lists");
    snap!(show(f.path(), &["t"]), @"error: no articles in TMP/t: neither a text, a page, a feed, a document or an archive nor a file that its sources.csv lists");
}

#[test]
fn folders_inside_folders_are_entered() {
    let f = folder(&[
        ("s/b.txt", "B."),
        ("s/in/a.txt", "A."),
        ("s/in/deep/c.txt", "C."),
        ("s/in/deep/picture.jpg", "\u{1}"),
        ("s/in/sources.csv", "file,outlet\na.txt,Dock\ndeep/c.txt,Pier\nnone.txt,Pier\n"),
        ("s/sources.csv", "file,outlet\nin/deep/c.txt,Quay\n"),
        ("s/.git/x.txt", "X."),
        ("s/in/.x.txt", "X."),
    ]);
    // The innermost table counts.
    snap!(show(f.path(), &["s"]), @r#"
    b.txt | s |  | -  | "B."
    in/a.txt | s | Dock | -  | "A."
    in/deep/c.txt | s | Pier | -  | "C."
    TMP/s/in/sources.csv:4: none.txt: column file: no such file; the row is not used
    (.git: hidden)
    (in/.x.txt: hidden)
    (in/deep/picture.jpg: no article by its name; listed in sources.csv or given itself it is read)
    "#);
}

#[test]
fn what_is_no_article_is_told_by_its_bytes() {
    let f = folder(&[
        ("s/a.txt", "A."),
        ("s/bmw.txt", "BMW builds 5,120 cars."),
        (
            "s/page.php",
            "<!DOCTYPE html><html><body><h1>Two cranes</h1><p>They fell on the quay and broke.</p></body></html>",
        ),
        ("s/README", "About."),
        ("s/list.md", "<html></html>"),
    ]);
    for (name, bytes) in [
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0".as_slice()),
        ("photo.dat", b"\xFF\xD8\xFF\xE0\0\x10JFIF"),
        ("brief.txt", b"%PDF-1.4\n"),
        ("table.xlsx", b"PK\x03\x04\x14\0"),
        ("draft.docx", b"PK\x03\x04\x14\0"),
        ("data.bin", b"1\0\0\x002"),
        ("zeros.txt", b"a\0b"),
    ] {
        fs::write(f.path().join("s").join(name), bytes).unwrap();
    }
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    bmw.txt | s |  | -  | "BMW builds 5,120 cars."
    page.php | s |  | -  | "Two cranes\n\nThey fell on the quay and broke.\n"
    draft.docx: damaged zip data: invalid Zip archive: Could not find EOCD
    zeros.txt: not a text file: it has zero bytes
    (README: no article by its name; listed in sources.csv or given itself it is read)
    (brief.txt: a PDF, which is not read: give its text, as pdftotext writes it)
    (data.bin: no text: it has zero bytes)
    (list.md: no article by its name; listed in sources.csv or given itself it is read)
    (photo.dat: a JPEG image, which is no article)
    (photo.txt: a PNG image, which is no article)
    (table.xlsx: a zip archive or a document kept as one, which is no article)
    "#);
    snap!(show(f.path(), &["s/photo.txt", "s/brief.txt"]), @r#"
    photo.txt: a PNG image, which is no article
    brief.txt: a PDF, which is not read: give its text, as pdftotext writes it
    "#);
}

#[cfg(unix)]
#[test]
fn a_pipe_among_files_is_not_waited_for() {
    let f = folder(&[("s/a.txt", "A.")]);
    let made = std::process::Command::new("mkfifo").arg(f.path().join("s/pipe")).status();
    if made.is_ok_and(|status| status.success()) {
        snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    (pipe: no article by its name; listed in sources.csv or given itself it is read)
    "#);
    }
}

#[test]
fn copies_are_named_and_read_once() {
    let f = folder(&[
        ("s/a.txt", "One."),
        ("s/b.txt", "One."),
        ("s/c.txt", "Two."),
        ("s/d.txt", "One."),
        ("s/in/a.txt", "One."),
        ("s/sources.csv", "file,outlet\nb.txt,Dock\nd.txt,Pier\n"),
    ]);
    // Two outlets with one text are two: what sources.csv tells apart is no copy.
    snap!(show(f.path(), &["s"]), @r#"
    b.txt | s | Dock | -  | "One."
    c.txt | s |  | -  | "Two."
    d.txt | s | Pier | -  | "One."
    (a.txt: the same as b.txt, byte for byte)
    (in/a.txt: the same as b.txt, byte for byte)
    "#);
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_in_circles_end() {
    use std::os::unix::fs::symlink;
    let f = folder(&[("s/a.txt", "A."), ("s/in/b.txt", "B.")]);
    for number in 0..6 {
        symlink("..", f.path().join(format!("s/in/up{number}"))).unwrap();
        symlink("in", f.path().join(format!("s/again{number}"))).unwrap();
    }
    symlink(f.path().join("s/in/loop"), f.path().join("s/in/loop")).unwrap();
    snap!(show(f.path(), &["s"]), @r#"
    a.txt | s |  | -  | "A."
    in/b.txt | s |  | -  | "B."
    (again0: a link to a folder that is entered already)
    (again1: a link to a folder that is entered already)
    (again2: a link to a folder that is entered already)
    (again3: a link to a folder that is entered already)
    (again4: a link to a folder that is entered already)
    (again5: a link to a folder that is entered already)
    (in/loop: no article by its name; listed in sources.csv or given itself it is read)
    (in/up0: a link to a folder that is entered already)
    (in/up1: a link to a folder that is entered already)
    (in/up2: a link to a folder that is entered already)
    (in/up3: a link to a folder that is entered already)
    (in/up4: a link to a folder that is entered already)
    (in/up5: a link to a folder that is entered already)
    "#);
}

#[test]
fn patterns() {
    let f = folder(&[
        ("news/b.txt", "B."),
        ("news/a.txt", "A."),
        ("news/a[1].txt", "A1."),
        ("news/c.html", "<p>C.</p>"),
        ("news/.d.txt", "D."),
        ("news/in/e.txt", "E."),
    ]);
    let e = |path: &str| {
        let given = f.path().join(path);
        let shown = match factcheck_input::expand(&[given]) {
            Ok(paths) => paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" "),
            Err(error) => error.to_string(),
        };
        shown.replace(&*f.path().to_string_lossy(), "TMP")
    };
    snap!(e("news/*.txt"), @"TMP/news/a.txt TMP/news/a[1].txt TMP/news/b.txt");
    snap!(e("news/{a,c}.*"), @"TMP/news/a.txt TMP/news/c.html");
    snap!(e("*/?.html"), @"TMP/news/c.html");
    snap!(e("news/**/*.txt"), @"TMP/news/a.txt TMP/news/a[1].txt TMP/news/b.txt TMP/news/in/e.txt");
    snap!(e("*"), @"TMP/news");
    // A name is a name where there is such a file.
    snap!(e("news/a[1].txt"), @"TMP/news/a[1].txt");
    snap!(e("news/a.txt"), @"TMP/news/a.txt");
    snap!(e("news/*.md"), @"TMP/news/*.md: no such file or folder, and as a pattern it matches none");
    snap!(e("news/[.md"), @"TMP/news/[.md: no pattern of paths: unclosed character class; missing ']'");
}
