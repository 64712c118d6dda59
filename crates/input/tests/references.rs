//! Reference tables and the message of every row that cannot be used.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;

use factcheck_input::references;
use insta::assert_snapshot as snap;

fn show(name: &str, text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    let shown = match references(&[folder.path().to_owned()]) {
        Err(error) => format!("error: {error}"),
        Ok((references, skipped)) => {
            let figures = references.figures.iter().map(|f| {
                format!(
                    "{}:{} {} of {} / {:?}: {} {} in {:?} to {:?}",
                    f.file,
                    f.row,
                    f.measure,
                    f.subject,
                    f.object,
                    f.value,
                    f.unit.name,
                    f.valid.earliest,
                    f.valid.latest
                )
            });
            let events = references.events.iter().map(|e| {
                format!(
                    "{}:{} {} {:?} {:?} at {}: {:?}",
                    e.file, e.row, e.event, e.aliases, e.participants, e.place, e.when
                )
            });
            let skipped = skipped.iter().map(|s| format!("{}: {}", s.place, s.reason));
            figures.chain(events).chain(skipped).collect::<Vec<_>>().join("\n")
        }
    };
    shown.replace(&folder.path().to_string_lossy().into_owned(), "TMP")
}

const FIGURES: &str = "measure,subject,object,valid_from,valid_to,low,high,unit,source\n";

#[test]
fn figures() {
    let f = |rows: &str| show("figures.csv", &format!("{FIGURES}{rows}"));
    snap!(f("trade,Ruritania,,2021-01-01,2021-12-31,1.25,1.35,billion US dollar,\"Office, 2022\"\n"), @r#"figures.csv:2 trade of Ruritania / "": 1.25 billion to 1.35 billion US dollar in Some(2021-01-01) to Some(2021-12-31)"#);
    snap!(f("flow,Ruritania,Sylvania,,,2,,thousand million cubic metre per day,Office"), @r#"figures.csv:2 flow of Ruritania / "Sylvania": at least 2 billion cubic metre per day in None to None"#);
    snap!(f("homes,Ruritania,,2021-01-01,,3,3,home,Office"), @r#"figures.csv:2 homes of Ruritania / "": 3 home in Some(2021-01-01) to None"#);
}

#[test]
fn bad_figures() {
    let f = |rows: &str| show("figures.csv", &format!("{FIGURES}{rows}"));
    snap!(f("trade,Ruritania,,2021-01-01,2021-12-31,1.35,1.25,euro,Office"), @"TMP/figures.csv:2: column high: 1.25 is below 1.35; the row is not used");
    snap!(f("trade,Ruritania,,2021-12-31,2021-01-01,1,2,euro,Office"), @"TMP/figures.csv:2: column valid_to: 2021-01-01 is before 2021-12-31; the row is not used");
    snap!(f("trade,Ruritania,,2021,,1,2,euro,Office"), @r#"TMP/figures.csv:2: column valid_from: "2021" is not a day such as 2023-10-17; the row is not used"#);
    snap!(f("\ntrade,Ruritania,,,,\"1,200\",2,euro,Office"), @r#"TMP/figures.csv:3: column low: "1,200" is not a number such as 2.135; the row is not used"#);
    snap!(f("trade,Ruritania,,,,,,euro,Office"), @"TMP/figures.csv:2: columns low, high: one of them must have a number; the row is not used");
    snap!(f(",Ruritania,,,,1,2,euro,Office"), @"TMP/figures.csv:2: column measure: it is empty; the row is not used");
    snap!(f("trade,Ruritania,,,,1,2,euro"), @"TMP/figures.csv:2: 8 columns instead of 9; the row is not used");
    snap!(f("trade,Ruritania,,,,1,70000000000000000000,trillion euro,Office"), @"TMP/figures.csv:2: columns low, high: the number is too large; the row is not used");
    snap!(show("figures.csv", "measure,subject\n"), @"TMP/figures.csv:1: no column `object` in the first line; the file is not used");
}

#[test]
fn events() {
    let e = |rows: &str| {
        show("events.csv", &format!("event,aliases,participants,place,start,end,source,url\n{rows}"))
    };
    snap!(e("Lake summit,summit at the lake| lake talks,A|B,Geneva,2021-06-16,2021-06-17,Office,"), @r#"events.csv:2 Lake summit ["summit at the lake", "lake talks"] ["A", "B"] at Geneva: Window { earliest: Some(2021-06-16), latest: Some(2021-06-17) }"#);
    snap!(e("the strike,,,Ruritania,2021-06-16,,Office,"), @"events.csv:2 the strike [] [] at Ruritania: Window { earliest: Some(2021-06-16), latest: None }");
    snap!(e("the strike,,,Ruritania,,,Office,"), @"TMP/events.csv:2: columns start, end: one of them must have a day; the row is not used");
    snap!(e("the strike,,,Ruritania,16 June,,Office,"), @r#"TMP/events.csv:2: column start: "16 June" is not a day such as 2023-10-17; the row is not used"#);
}

#[test]
fn errors_name_the_path() {
    snap!(show("other.csv", ""), @"error: no reference tables in TMP: neither figures.csv nor events.csv");
    snap!(show("figures.csv", "file,outlet\n"), @"error: TMP/figures.csv is no reference table: its first line names neither a column `measure` nor `event`");
    snap!(references(&["nowhere".into()]).unwrap_err(), @"nowhere: no such file or folder");
}

#[test]
fn the_bundled_tables_are_read_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/reference");
    let (references, skipped) = references(&[folder.into()]).unwrap();
    assert_eq!(skipped, []);
    assert!(!references.figures.is_empty() && !references.events.is_empty());
}
