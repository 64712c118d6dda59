//! What stands in the CSV stands in the spreadsheet: through a real office suite, into an Excel file and back,
//! with everything switched on that converts cells. Skips where there is no `soffice`.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use std::{fs, path::Path, process::Command};

use common::{hostile, hostile_cells, run, written};
use factcheck_report::{Options, Run};
use rust_decimal::Decimal;
use tempfile::TempDir;

/// Reads CSV as a user does who clicks "detect special numbers" and "evaluate formulas". The last number but
/// seven is the locale.
fn import(locale: u16) -> String {
    format!("--infilter=Text - txt - csv (StarCalc):44,34,76,1,,{locale},false,true,false,false,false,0,true")
}

/// Writes CSV in UTF-8 with the values of cells, not as they are formatted.
const EXPORT: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,1";

/// Runs the office suite in `dir`, with its settings beside it: to make them takes longer than all the rest.
fn convert(dir: &Path, arguments: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}/../settings", dir.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless"])
        .args(arguments)
        .current_dir(dir)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows of `csv` after a spreadsheet had them.
fn there_and_back(place: &TempDir, csv: &str, locale: u16) -> Vec<Vec<String>> {
    let dir = tempfile::tempdir_in(place).unwrap();
    fs::write(dir.path().join("there.csv"), csv).unwrap();
    convert(dir.path(), &[&import(locale), "--convert-to", "xlsx:Calc MS Excel 2007 XML", "there.csv"]);
    fs::remove_file(dir.path().join("there.csv")).unwrap();
    convert(dir.path(), &["--convert-to", EXPORT, "there.xlsx"]);
    let back = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path());
    let back = back.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "csv"));
    rows(&fs::read_to_string(back.unwrap()).unwrap())
}

fn number(cell: &str) -> Option<Decimal> {
    cell.parse().ok().or_else(|| Decimal::from_scientific(cell).ok())
}

#[test]
fn a_spreadsheet_shows_what_stands_in_the_file() {
    if Command::new("soffice").arg("--version").output().is_err() {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("skipped: soffice is not installed");
        }
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let mut findings = run().findings;
    findings.extend(hostile_cells().iter().map(|cell| hostile(cell)));
    let run = Run { findings, ..run() };
    // English, and German and French, where 1,234 is a fraction and 1.234 is not: numbers are compared in English alone.
    let csv = written(&run, "csv", Options { all: true, mark: true, ..Options::default() });
    let there = rows(&csv);
    for (locale, numbers) in [(1033, true), (1031, false), (1036, false)] {
        let back = there_and_back(&place, &csv, locale);
        assert_eq!(there.len(), back.len());
        for (row, (there, back)) in there.iter().zip(&back).enumerate() {
            for (column, there) in there.iter().enumerate() {
                let back = back.get(column).map_or("", String::as_str);
                let same = match number(there) {
                    Some(value) => !numbers || number(back) == Some(value),
                    None => there == back,
                };
                assert!(same, "row {row} column {column} in {locale}: {there:?} became {back:?}");
            }
        }
    }
}

/// The test above must be able to fail: unguarded, the same cells do not survive.
#[test]
fn unguarded_cells_do_not_survive() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let back = there_and_back(&place, "=1+1,007,\"1,234\",+55,10/17\n", 1033);
    assert_eq!(back[0][..4], ["2", "7", "1234", "55"]);
    assert_ne!(back[0][4], "10/17");
}
