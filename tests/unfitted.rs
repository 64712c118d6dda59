//! Nothing is made for the demonstration story: with all entities renamed, all dates shifted by 28 years (the
//! weekdays stay) and all figures scaled, in the articles and in the reference tables, the same findings come out.

mod common;

use std::{fs, path::Path};

use regex::{Captures, Regex};
use rust_decimal::Decimal;
use serde_json::Value;

/// Real names to invented ones. Longer names first where one begins another.
const NAMES: &[(&str, &str)] = &[
    ("Vladimir V. Putin", "Torsten V. Halvorsen"),
    ("Vladimir Putin", "Torsten Halvorsen"),
    ("Putin", "Halvorsen"),
    ("Xi Jinping", "Osei Kwabena"),
    ("Xi", "Osei"),
    ("Russian", "Norlandic"),
    ("Russians", "Norlanders"),
    ("Russia", "Norland"),
    ("Chinese", "Tamborian"),
    ("China", "Tamboria"),
    ("Beijing", "Ravel"),
    ("Moscow", "Ostby"),
    ("Kremlin", "Citadel"),
    ("Ukraine", "Lethia"),
    ("Kyrgyzstan", "Verania"),
    ("Bishkek", "Solm"),
    ("Mongolia", "Karst"),
    ("Gazprom", "Gasnor"),
    ("Rosneft", "Oilnor"),
    ("Sberbank", "Bancnor"),
    ("Power of Siberia", "Flame of Arcadia"),
    ("Wagner", "Lindqvist"),
    ("Prigozhin", "Mattsen"),
    ("BRICS", "ALPEX"),
    ("G20", "G12"),
    ("Hamas", "Tarek"),
    ("Israel", "Elbonia"),
    ("Kim Jong-un", "Pak Dae-ho"),
    ("Blinken", "Whitlock"),
    ("India", "Pindor"),
    ("Indonesia", "Sumara"),
    ("South Africa", "South Merania"),
    ("European Union", "Hanseatic Union"),
    ("Europe", "Hansa"),
    ("International Criminal Court", "International Peace Tribunal"),
    ("Belt and Road", "Bridge and Harbour"),
    ("Harbin", "Tolm"),
    ("Johannesburg", "Kaapberg"),
    ("Astana", "Merkel City"),
    ("Bali", "Lombar"),
    ("Tehran", "Isfar"),
    ("Iran", "Parsia"),
];

/// Every figure of the story is this many times as large.
const SCALE: i64 = 3;

fn rename(text: &str) -> String {
    let pattern = NAMES.iter().map(|(name, _)| regex::escape(name)).collect::<Vec<_>>().join("|");
    let pattern = Regex::new(&format!(r"\b(?:{pattern})\b")).expect("a pattern");
    let by_name = |found: &Captures| {
        let name = &found[0];
        NAMES.iter().find(|(real, _)| *real == name).map_or(name.to_owned(), |(_, new)| (*new).to_owned())
    };
    pattern.replace_all(text, by_name).into_owned()
}

fn shift(text: &str) -> String {
    let year = Regex::new(r"\b20[0-4]\d\b").expect("a pattern");
    year.replace_all(text, |found: &Captures| (found[0].parse::<i32>().expect("a year") + 28).to_string())
        .into_owned()
}

/// Amounts of money, oil and gas; percentages and lengths of time stay.
fn scale_text(text: &str) -> String {
    let amount = Regex::new(r"(\$)?(\d+(?:\.\d+)?)(\s?(?:tn|bn|B|billion|million)\b)").expect("a pattern");
    let larger = |found: &Captures| {
        let value = scaled(&found[2]);
        format!("{}{value}{}", found.get(1).map_or("", |sign| sign.as_str()), &found[3])
    };
    amount.replace_all(text, larger).into_owned()
}

fn scaled(number: &str) -> String {
    (number.parse::<Decimal>().expect("a number") * Decimal::from(SCALE)).to_string()
}

/// The columns `low` and `high` of figures.csv.
fn scale_table(text: &str) -> String {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("written");
    for row in reader.records() {
        let row = row.expect("a row");
        let cells = row.iter().zip(&header).map(|(cell, column)| {
            if matches!(column, "low" | "high") && !cell.is_empty() { scaled(cell) } else { cell.to_owned() }
        });
        writer.write_record(cells).expect("written");
    }
    String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
}

/// Every amount of a file of the story.
fn scale(name: &str, text: &str) -> String {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("txt") => scale_text(text),
        Some("csv") if name == "figures.csv" => scale_table(text),
        _ => text.to_owned(),
    }
}

/// What must stay: the rule, its severity and where the statements stand.
fn essence(findings: &[Value]) -> Vec<String> {
    let mut lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let claims = finding["claims"].as_array().expect("claims");
            let mut places: Vec<String> = claims
                .iter()
                .map(|claim| format!("{}:{}{}", claim["file"], claim["line"], claim["position"]))
                .collect();
            places.sort();
            format!("{} {} {}", finding["code"], finding["severity"], places.join(" "))
        })
        .collect();
    lines.sort();
    lines
}

fn changed(change: impl Fn(&str, &str) -> String) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = common::root().join("data");
    for part in ["articles", "reference"] {
        common::copy(&data.join(part), &folder.path().join(part), &change);
    }
    essence(&common::findings(&folder.path().join("articles")))
}

fn as_it_is() -> Vec<String> {
    essence(&common::findings(Path::new("data/articles")))
}

#[test]
fn renamed_entities_change_nothing() {
    assert_eq!(changed(|_, text| rename(text)), as_it_is());
}

#[test]
fn dates_28_years_later_change_nothing() {
    assert_eq!(changed(|_, text| shift(text)), as_it_is());
}

#[test]
fn figures_three_times_as_large_change_nothing() {
    assert_eq!(changed(scale), as_it_is());
}

#[test]
fn all_three_together_change_nothing() {
    let all = |name: &str, text: &str| shift(&rename(&scale(name, text)));
    let found = changed(all);
    assert!(
        found.iter().any(|line| line.contains("warning") || line.contains("conflict")),
        "no alert at all"
    );
    assert_eq!(found, as_it_is());
}

#[test]
fn the_changes_do_change_the_story() {
    let text = fs::read_to_string(common::root().join("data/articles/1_harbour_ledger.txt")).expect("a text");
    assert!(!rename(&text).contains("Putin") && rename(&text).contains("Halvorsen"));
    assert!(shift(&text).contains("2050") && !shift(&text).contains("2022"));
    assert!(scale_text(&text).contains("$237bn"));
}
