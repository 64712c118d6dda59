//! JSON Lines: articles and records, from standard input and from files.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{collections::BTreeMap, fmt::Write};

use factcheck_core::{
    place::Place,
    record::{ArticleRecord, Record, Records, SchemaVersion},
    timex::{Time, TimexType},
    window::Window,
};
use factcheck_input::{formats, load};
use insta::assert_snapshot as snap;

fn show(stdin: &str) -> String {
    show_as(stdin, None)
}

fn show_as(stdin: &str, format: Option<&'static formats::Format>) -> String {
    let loaded = load(&["-".into()], &mut stdin.as_bytes(), format).unwrap();
    let mut lines = String::new();
    for a in &loaded.articles {
        let published = a.published.map_or("-".into(), |stamp| stamp.to_string());
        writeln!(lines, "{} | {} | {} | {published} | {} | {:?}", a.id, a.story, a.source, a.title, a.text)
            .unwrap();
    }
    for r in &loaded.records {
        writeln!(lines, "record {} with {} times", r.article.id, r.times.len()).unwrap();
    }
    for s in &loaded.skipped {
        writeln!(lines, "{}: {}", s.place, s.reason).unwrap();
    }
    for s in &loaded.left_out {
        writeln!(lines, "({}: {})", s.place, s.reason).unwrap();
    }
    lines
}

#[test]
fn only_text_is_required() {
    snap!(show("\u{feff}{\"text\":\"One.\"}\n\n{\"text\":\"Two.\",\"id\":7,\"extra\":[1]}\r\n"), @r#"
    stdin#1 |  |  | - |  | "One."
    7 |  |  | - |  | "Two."
    "#);
    snap!(show(r#"{"id":"a","text":"A.","published":"2024-03-05","source":"Dock","title":"T","story":"s","url":null}"#), @r#"a | s | Dock | 2024-03-05 | T | "A.""#);
    // A field of another program is no record.
    snap!(show(r#"{"kind":"news","text":"A."}"#), @r#"stdin#1 |  |  | - |  | "A.""#);
    snap!(show(""), @"");
}

#[test]
fn a_bad_line_is_named_and_skipped() {
    let lines = [
        r#"{"id":"a","text":"A."}"#,
        r#"{"id":"b","text":"#,
        "not json",
        r#"{"id":"c"}"#,
        r#"{"id":"d","text":5}"#,
        r#"{"id":"e","text":"  "}"#,
        r#"{"id":"a","text":"Again."}"#,
        r#"["text"]"#,
        r#"{"id":"f","text":"F.","published":"yesterday"}"#,
        r#"{"kind":"quantity","schema_version":9}"#,
        r#"{"kind":"novelty","schema_version":1}"#,
    ];
    snap!(show(&lines.join("\n")), @r#"
    a |  |  | - |  | "A."
    f |  |  | - |  | "F."
    <stdin>:2: column 17: EOF while parsing a value; the line is skipped
    <stdin>:3: not a JSON object; the line is skipped
    <stdin>:4: column 10: missing field `text`; the line is skipped
    <stdin>:5: column 18: invalid type: integer `5`, expected a string; the line is skipped
    <stdin>:6: no text in it; the line is skipped
    <stdin>:7: the id "a" is taken; the article is skipped
    <stdin>:8: not a JSON object; the line is skipped
    <stdin>:9: published: "yesterday" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the article is read without it
    <stdin>:10: column 1: schema_version 9 is not 1; the line is skipped
    <stdin>:11: column 17: unknown variant `novelty`, expected one of `article`, `quantity`, `time`, `entity`, `claim`, `event`, `relation`; the line is skipped
    "#);
}

#[test]
fn standard_input_can_be_a_text() {
    snap!(show_as("One.\nTwo.\n", formats::named("text")), @r#"<stdin> |  |  | - |  | "One.\nTwo.\n""#);
}

#[test]
fn a_file_of_lines_has_its_own_ids() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.jsonl");
    std::fs::write(&path, "{\"text\":\"One.\"}\n{\"text\":\"Two.\",\"story\":3}\n{").unwrap();
    let loaded = load(&[path], &mut std::io::empty(), None).unwrap();
    let ids: Vec<_> = loaded.articles.iter().map(|a| format!("{} {} {}", a.id, a.file, a.story)).collect();
    snap!(ids.join(", "), @"day.jsonl#1 day.jsonl#1 , day.jsonl#2 day.jsonl#2 3");
    snap!(loaded.skipped[0].place, @"day.jsonl:3");
}

fn article(id: &str) -> ArticleRecord {
    ArticleRecord {
        schema_version: SchemaVersion,
        id: id.into(),
        file: id.into(),
        source: "Dock".into(),
        published: Some("2024-03-05".parse().unwrap()),
        published_from: "metadata".into(),
        published_range: Window::ANY,
        updated: None,
        story: "s".into(),
        title: String::new(),
        language: "en".into(),
        url: String::new(),
        origin: id.into(),
        sentences: 3,
        furniture: 0,
        replaced: 0,
        digest: String::new(),
        shingles: vec![1, 2],
    }
}

fn time(article: &str, id: &str) -> Record {
    let place = Place { article: article.into(), ..Place::default() };
    let time = Time {
        schema_version: SchemaVersion,
        id: id.into(),
        place,
        timex_type: TimexType::Date,
        timex_value: "2024".into(),
        earliest: None,
        latest: None,
        same_as: None,
    };
    Record::Time(Box::new(time))
}

fn json(records: impl IntoIterator<Item = Record>) -> String {
    records.into_iter().map(|record| serde_json::to_string(&record).unwrap() + "\n").collect()
}

#[test]
fn records_come_back_as_they_were_written() {
    let mut records = Records::new(article("a"));
    records.push(time("a", "a/t1")).unwrap();
    records.push(time("a", "a/t2")).unwrap();
    let stream = json(records.clone().into_lines());
    let loaded = load(&["-".into()], &mut stream.as_bytes(), None).unwrap();
    assert_eq!(loaded.records, [records]);
}

#[test]
fn records_are_grouped_by_article() {
    let start = |id| Record::Article(Box::new(article(id)));
    let stream = [start("a"), start("b"), time("a", "a/t1"), time("b", "b/t1"), time("c", "c/t1")];
    snap!(show(&json(stream)), @r#"
    record a with 1 times
    record b with 1 times
    <stdin>:5: no article record of "c" stands before it; the record is skipped
    "#);
    // The same stream twice is one stream.
    let stream = || [start("a"), time("a", "a/t1")];
    snap!(show(&json(stream().into_iter().chain(stream()))), @r#"
    record a with 1 times
    <stdin>:3: the article "a" was read before; its records are skipped
    "#);
}

/// Two outlets with one text are two, and so is a text that came out twice.
#[test]
fn copies_in_a_stream_have_one_digest() {
    let lines = [
        r#"{"text":"One."}"#,
        r#"{"text":"Two.","source":"Dock"}"#,
        r#"{"text":"One."}"#,
        r#"{"text":"Two.","source":"Pier"}"#,
        r#"{"text":"Two.","source":"Dock","url":"https://a.example","id":"x"}"#,
        r#"{"text":"Two.","source":"Dock","published":"2024-03-05"}"#,
    ];
    let loaded = load(&["-".into()], &mut lines.join("\n").as_bytes(), None).unwrap();
    let mut ids = BTreeMap::<&str, Vec<&str>>::new();
    for article in &loaded.articles {
        ids.entry(&article.digest).or_default().push(&article.id);
    }
    let mut same: Vec<String> = ids.values().map(|ids| ids.join(" = ")).collect();
    same.sort();
    snap!(same.join(", "), @"stdin#1 = stdin#3, stdin#2 = x, stdin#4, stdin#6");
}

/// Two folders may have a file of one name, and a given id may look like a counted one.
#[test]
fn articles_without_an_id_are_never_taken_for_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    };
    let line = "{\"text\":\"One.\"}\n";
    let paths = [
        path("a/day.jsonl", &line.repeat(2)),
        path("b/day.jsonl", &line.repeat(3)),
        path("c.jsonl", &format!("{{\"id\":\"c.jsonl#2\",\"text\":\"One.\"}}\n{line}{line}")),
        path("d.jsonl", "{\"id\":\"day.jsonl#2\",\"text\":\"One.\"}\n"),
    ];
    let loaded = load(&paths, &mut std::io::empty(), None).unwrap();
    let ids: Vec<_> = loaded.articles.iter().map(|article| article.id.as_str()).collect();
    let shown = ids.join(", ").replace(&*folder.path().to_string_lossy(), "TMP");
    snap!(shown, @"day.jsonl#1, day.jsonl#2, TMP/b/day.jsonl#1, TMP/b/day.jsonl#2, TMP/b/day.jsonl#3, c.jsonl#2, c.jsonl#2#2, c.jsonl#3");
    snap!(loaded.skipped[0].reason, @r#"the id "day.jsonl#2" is taken; the article is skipped"#);
}
