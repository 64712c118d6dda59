//! A desk's day: a report is filled in with the program that people use, read back, and run again.

mod common;

use std::{fs, path::Path, process::Command};

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{factcheck, stdout};

/// The rows of a CSV report.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// A row's finding, verdict and note.
fn said(row: &[String]) -> [&str; 3] {
    [&row[0], &row[27], &row[28]].map(String::as_str)
}

fn check(arguments: &[&str]) -> std::process::Output {
    factcheck(&[&["check", "data/articles", "--quiet"], arguments].concat())
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

/// Fills in every row's verdict and note.
fn fill(from: &str, to: &Path, verdict: &str, note: &str) {
    let mut writer = csv::Writer::from_path(to).expect("a file");
    for (index, mut row) in rows(from).into_iter().enumerate() {
        if index > 0 {
            (row[27], row[28]) = (verdict.to_owned(), note.to_owned());
        }
        writer.write_record(&row).expect("written");
    }
    writer.flush().expect("written");
}

#[test]
fn what_was_dismissed_fails_no_run_and_what_was_written_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = path(&folder, "report.csv");
    assert_eq!(check(&["--fail-on", "warning", "-o", &report]).status.code(), Some(1));
    fill(
        &fs::read_to_string(&report).expect("a report"),
        Path::new(&report),
        "Dismissed",
        "=see “Ann”, 10/17",
    );
    let mut text = fs::read_to_string(&report).expect("a report");
    text.push_str("T101-000000000000,T101,,,,,,,,,,,,,,,,,,,,,,,,,,confirmed,an old one\n");
    fs::write(&report, text).expect("written");
    for _ in 0..2 {
        // The file that is read is the file that is written: nothing is lost however often it goes round.
        let again = check(&[
            "--fail-on",
            "warning",
            "--verdicts",
            &report,
            "-o",
            &report,
            "--min-severity",
            "conflict",
        ]);
        assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
        assert!(String::from_utf8_lossy(&again.stderr).contains("T101-000000000000 is not found any more"));
        let rows = rows(&fs::read_to_string(&report).expect("a report"));
        assert!(rows.len() > 3);
        let (old, others) = rows[1..].split_last().expect("rows");
        assert!(others.iter().all(|row| said(row)[1..] == ["dismissed", "'=see “Ann”, 10/17"]), "{others:?}");
        assert_eq!(said(old), ["T101-000000000000", "confirmed", "an old one"]);
    }
}

#[test]
fn a_wrong_verdict_is_named_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = path(&folder, "report.csv");
    fill(
        &stdout(&["check", "data/articles", "--quiet", "--format", "csv"]),
        Path::new(&report),
        "nonsense",
        "",
    );
    let again = check(&["--fail-on", "warning", "--verdicts", &report, "--format", "csv"]);
    assert_eq!(again.status.code(), Some(1), "what is no verdict dismisses nothing");
    assert!(
        String::from_utf8_lossy(&again.stderr).contains("report.csv: line 2: \"nonsense\" is no verdict")
    );
    assert!(rows(&String::from_utf8_lossy(&again.stdout))[1..].iter().all(|row| said(row)[1] == "nonsense"));
}

#[test]
fn only_what_is_new_since_a_baseline() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = stdout(&["check", "data/articles", "--quiet", "--format", "jsonl"]);
    let (known, rest) = all.split_once('\n').expect("two findings");
    let gone = known.replace("\"id\":\"", "\"id\":\"X");
    let old = path(&folder, "old.jsonl");
    fs::write(&old, format!("{known}\n{gone}\n")).expect("written");
    let run = check(&["--baseline", &old, "--format", "jsonl"]);
    assert_eq!(String::from_utf8_lossy(&run.stdout), rest);
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    let new = rest.lines().count();
    assert!(told.contains(&format!("{new} new, 1 unchanged, 1 gone")), "{told}");
    assert!(told.contains("gone: X"), "{told}");
}

#[test]
fn a_workbook_has_the_tables_with_typed_cells() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second) = (path(&folder, "a.xlsx"), path(&folder, "b.xlsx"));
    assert_eq!(check(&["-o", &first]).status.code(), Some(0));
    assert_eq!(check(&["-o", &second]).status.code(), Some(0));
    assert_eq!(
        fs::read(&first).expect("a file"),
        fs::read(&second).expect("a file"),
        "the same input, the same bytes"
    );
    let mut book: Xlsx<_> = open_workbook(&first).expect("a workbook");
    assert_eq!(book.sheet_names(), ["findings", "claims", "events", "coverage", "articles", "furniture"]);
    let sheet = book.worksheet_range("findings").expect("a sheet");
    let csv = rows(&stdout(&["check", "data/articles", "--quiet", "--format", "csv"]));
    assert_eq!(sheet.height(), csv.len(), "as many rows as the CSV report");
    let kinds = |row: usize| -> String {
        let kind = |column: u32| match sheet.get_value((u32::try_from(row).expect("small"), column)) {
            Some(Data::String(_)) => 's',
            Some(Data::Float(_)) => 'n',
            Some(Data::DateTime(_)) => 'd',
            _ => '-',
        };
        (0..29).map(kind).collect()
    };
    insta::assert_snapshot!((0..csv.len()).map(kinds).collect::<Vec<_>>().join("\n"));
    for (row, cells) in csv.iter().enumerate() {
        for column in [0, 3, 8, 17, 25] {
            let place = (u32::try_from(row).expect("small"), u32::try_from(column).expect("small"));
            let shown = sheet.get_value(place).map(ToString::to_string).unwrap_or_default();
            assert_eq!(shown, cells[column], "row {row}, column {column}");
        }
    }
}

/// Through a real office suite: the report is opened, saved in its own way, and read back.
#[test]
fn verdicts_come_back_from_an_office_suite() {
    if Command::new("soffice").arg("--version").output().is_err() {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("no soffice: not tested");
        }
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let filled = path(&folder, "filled.csv");
    let note = "-5 %, so “wrong”; 007, 10/17";
    let csv = stdout(&["check", "data/articles", "--quiet", "--format", "csv"]);
    fill(&csv, Path::new(&filled), "fixed", note);
    let settings = format!("-env:UserInstallation=file://{}", folder.path().join("settings").display());
    let convert = |file: &str, arguments: &[&str]| {
        let output = Command::new("soffice")
            .args([
                &settings,
                "--headless",
                "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false",
            ])
            .args(arguments)
            .args(["--outdir", &folder.path().join("back").to_string_lossy(), file])
            .output()
            .expect("soffice runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    convert(&filled, &["--convert-to", "xlsx:Calc MS Excel 2007 XML"]);
    convert(&filled, &["--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1031"]);
    for name in ["filled.xlsx", "filled.csv"] {
        let back = folder.path().join("back").join(name);
        let run = check(&["--verdicts", &back.to_string_lossy(), "--format", "csv"]);
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        let rows = rows(&String::from_utf8_lossy(&run.stdout));
        assert!(rows.len() > 3);
        assert!(
            rows[1..]
                .iter()
                .all(|row| said(row)[1] == "fixed" && said(row)[2].trim_start_matches('\'') == note),
            "{name}: {rows:?}"
        );
    }
}

#[test]
fn a_draft_is_held_against_its_sources_and_told_of_from_its_side() {
    let folder = tempfile::tempdir().expect("a folder");
    let draft = path(&folder, "draft.txt");
    fs::write(&draft, "The agreement was signed just weeks before the invasion of Ukraine.\n")
        .expect("written");
    let focused = |file: &str| {
        let text = stdout(&["check", "data/articles", "--quiet", "--format", "jsonl", "--focus", file]);
        let row = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON");
        text.lines().map(row).collect::<Vec<_>>()
    };
    let own = "data/articles/4_lodestar_newswire.txt";
    for (file, name) in [(own, "4_lodestar_newswire.txt"), (&draft, "draft.txt")] {
        for finding in focused(file) {
            assert_eq!(finding["claims"][0]["file"], name, "{finding}");
        }
    }
    let alert = focused(own).into_iter().find(|finding| finding["code"] == "T103").expect("an alert");
    let message = alert["message"].as_str().expect("a message");
    assert!(message.starts_with("the draft’s “days before the invasion” (line 19)"), "{message}");
    let missing = factcheck(&["check", "data/articles", "--focus", "no-such-draft.txt"]);
    assert_eq!(missing.status.code(), Some(2));
}
