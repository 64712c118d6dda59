//! A small run, built by hand.
#![allow(dead_code, reason = "every test file uses a part of it")]
#![expect(clippy::unwrap_used, reason = "tests")]

use factcheck_core::{
    claim::Claim,
    coverage::{ArticleCoverage, Coverage, Skipped},
    event::Event,
    finding::{Finding, ReferenceRow, Severity, Statement, identify},
    record::ArticleRecord,
};
use factcheck_report::{Format, Options, Run, Table, write};

/// `run` in a format, as text.
pub(crate) fn written(run: &Run, format: &str, options: Options) -> String {
    let mut out = Vec::new();
    write(run, Format::named(format).unwrap(), &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Options for a table.
pub(crate) fn table(table: Table) -> Options {
    Options { table, ..Options::default() }
}

/// A statement with its place counted from its sentence, which starts at column 1 of `line`.
pub(crate) fn statement(
    (file, source): (&str, &str),
    line: u32,
    sentence: &str,
    quote: &str,
    (low, high, unit): (&str, &str, &str),
    position: &str,
) -> Statement {
    let before = sentence[..sentence.find(quote).unwrap()].chars().count();
    let start = 500 + u32::try_from(before).unwrap();
    let bound = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Statement {
        file: file.into(),
        article: file.into(),
        source: source.into(),
        published: "2024-05-14T08:00:00Z".into(),
        start,
        end: start + u32::try_from(quote.chars().count()).unwrap(),
        line,
        column: u32::try_from(before).unwrap() + 1,
        quote: quote.into(),
        sentence: sentence.into(),
        sentence_start: 500,
        low: bound(low),
        high: bound(high),
        unit: unit.into(),
        position: position.into(),
        ..Statement::default()
    }
}

const LEDGER: (&str, &str) = ("1_ledger.txt", "Harbour Ledger");
const COURIER: (&str, &str) = ("2_courier.txt", "Meridian Courier");
const WIRE: (&str, &str) = ("3_wire.txt", "Lodestar");

fn date_conflict() -> Finding {
    let mut finding = Finding::new("timeline", "T101", "date-conflict", Severity::Conflict);
    finding.confidence = 0.93;
    finding.topic = "opening of the Tarn bridge".into();
    finding.message = "the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both".into();
    finding.arithmetic = "2024-05-12 - 2024-05-11 = 1 day apart".into();
    finding.steps = vec!["\"Sunday\" in an article of Tuesday 2024-05-14 is 2024-05-12".into()];
    finding.reasons = vec!["a bridge opens once".into()];
    let opened = "The mayor cut the ribbon of the new Tarn bridge on Saturday while a few hundred people \
                  from both banks looked on, a choir of schoolchildren sang and the ferrymen, who will lose \
                  their work in June, stayed away.";
    finding.claims = vec![
        statement(LEDGER, 3, opened, "Saturday", ("2024-05-11", "2024-05-11", ""), "a"),
        statement(COURIER, 12, "It opened on Sunday.", "Sunday", ("2024-05-12", "2024-05-12", ""), "b"),
        statement(
            WIRE,
            7,
            "On Sunday the bridge was opened.",
            "Sunday",
            ("2024-05-12", "2024-05-12", ""),
            "b",
        ),
    ];
    finding
}

fn reference_mismatch() -> Finding {
    let mut finding = Finding::new("numbers", "N301", "reference-mismatch", Severity::Warning);
    finding.confidence = 0.5;
    finding.topic = "ferry passengers".into();
    finding.period = "2023-01-01/2023-12-31".into();
    finding.message = "\"nearly 2 million\" passengers; the reference says 1,203,000".into();
    let sentence = "The ferries carried nearly 2 million passengers last year.";
    finding.claims =
        vec![statement(LEDGER, 9, sentence, "nearly 2 million", ("1500000", "2000000", "passenger"), "a")];
    finding.references = vec![ReferenceRow {
        file: "figures.csv".into(),
        row: 12,
        what: "ferry passengers".into(),
        low: Some("1203000".into()),
        high: Some("1203000".into()),
        unit: "passenger".into(),
        period: "2023".into(),
        source: "Harbour Office".into(),
        url: "https://harbour.example/figures".into(),
    }];
    finding
}

fn soft(severity: Severity, code: &str, message: &str) -> Finding {
    let mut finding = Finding::new("numbers", code, "value-conflict", severity);
    finding.topic = "length of the bridge".into();
    finding.message = message.into();
    finding.claims = vec![
        statement(LEDGER, 4, "It is 412 metres long.", "412 metres", ("411.5", "412.5", "metre"), "a"),
        statement(
            WIRE,
            8,
            "The bridge is about 410 metres long.",
            "410 metres",
            ("369", "451", "metre"),
            "a",
        ),
    ];
    finding
}

/// A finding with `text` wherever a text can stand.
pub(crate) fn hostile(text: &str) -> Finding {
    let mut finding = Finding::new("numbers", "N101", "value-conflict", Severity::Conflict);
    for field in [&mut finding.topic, &mut finding.message, &mut finding.arithmetic] {
        text.clone_into(field);
    }
    let unit = ("-12.5", "1234567890123456", text);
    finding.claims = vec![
        statement((text, text), 3, &format!("Then {text} then."), text, unit, "a"),
        statement(("b.txt", text), 4, &format!("{text} again."), text, unit, "b"),
    ];
    finding
}

/// Cells that a spreadsheet would run, convert, cut off or break.
pub(crate) fn hostile_cells() -> Vec<String> {
    let short = [
        "=1+1",
        "+55",
        "-12.5",
        "@x",
        "=HYPERLINK(\"http://example.com\",\"x\")",
        "＝1+1",
        "10/17",
        "2023-10",
        "2023-10-17",
        "5 October 2023",
        "Oct 5",
        "12:30",
        "007",
        "1234567890123456",
        "1,234",
        "1.234",
        "1e5",
        "5%",
        "$5",
        "€5",
        "TRUE",
        "he said \"no\"",
        "one\ttwo",
        "\t=1+1",
        "one\r\ntwo\nthree\rfour",
        "קיצור 12 ימים",
        "\u{200f}=1+1",
        "'quoted'",
        " leading and trailing ",
        "a;b,c",
        "\u{1b}[31mred\u{7}",
    ];
    let mut cells: Vec<String> = short.map(str::to_owned).to_vec();
    cells.push("x".repeat(33_000));
    cells
}

fn article(id: &str, source: &str) -> ArticleRecord {
    serde_json::from_value(serde_json::json!({
        "schema_version": 1, "id": id, "file": format!("{id}.txt"), "source": source,
        "published": "2024-05-14T08:00:00Z", "published_from": "metadata", "updated": null, "story": "bridge",
        "title": "A bridge at last", "language": "en", "url": "", "origin": id, "sentences": 12,
        "furniture": 1, "replaced": 0, "shingles": [7, 9],
    }))
    .unwrap()
}

fn claim() -> Claim {
    serde_json::from_value(serde_json::json!({
        "schema_version": 1, "id": "c1", "article": "1_ledger", "field": "text", "start": 30, "end": 46,
        "line": 9, "column": 21, "quote": "nearly 2 million", "low": "1500000", "high": "2000000",
        "low_open": false, "high_open": true, "value": "2000000", "range": false, "approximation": "about",
        "direction": "", "unit": "passenger", "unit_code": null, "quantity": "q1", "measure": "passenger",
        "subject": "the ferries", "object": "", "place": "", "as_of": "2024-05-14",
        "period": {"earliest": "2023-01-01", "latest": "2023-12-31"}, "claim_kind": "count", "basis": [],
        "polarity": "affirmed", "speaker": "", "quoted": false, "modality": "stated", "terms": ["carry"],
        "sentence": "The ferries carried nearly 2 million passengers last year.", "sentence_start": 10,
    }))
    .unwrap()
}

fn event(id: &str, day: Option<&str>) -> Event {
    serde_json::from_value(serde_json::json!({
        "schema_version": 1, "id": id, "article": "1_ledger", "field": "text", "start": 3, "end": 9,
        "line": 12, "column": 4, "quote": "opened", "predicate": "open", "class": "open",
        "participants": [{"role": "patient", "name": "Tarn bridge"}, {"role": "agent", "name": "the mayor"}],
        "place": "", "earliest": day, "latest": day, "time": "", "when": null, "relative": true,
        "duration": {"low": "2", "high": "2"}, "polarity": "affirmed", "modality": "stated", "ordinal": 2,
        "scope": "", "terms": [], "speaker": "", "sentence": "It opened on Sunday.", "sentence_start": 0,
    }))
    .unwrap()
}

fn coverage() -> Coverage {
    let article = |file: &str, source: &str, published: &str, compared| ArticleCoverage {
        file: file.into(),
        source: source.into(),
        story: "bridge".into(),
        published: published.into(),
        published_from: if published.is_empty() { "unknown" } else { "metadata" }.into(),
        sentences: 12,
        quantities: 5,
        times: 4,
        claims: 4,
        events: 3,
        aligned: 3,
        compared,
        furniture: 1,
        ..ArticleCoverage::default()
    };
    let mut articles =
        vec![article("1_ledger.txt", "Harbour Ledger", "2024-05-14", 3), article("4_old.txt", "", "", 2)];
    articles[1].remark = "no publication date: relative dates are unresolved".into();
    articles[1].published_earliest = "2024-05-11".into();
    let skipped = vec![Skipped { place: "notes.bin".into(), reason: "not a text".into() }];
    Coverage { articles, skipped, stories: 1, questions: 3, references: 14, ..Coverage::default() }
}

/// Two articles, a claim, two events, a conflict, a warning, a note and an agreement.
pub(crate) fn run() -> Run {
    let mut findings = vec![
        soft(Severity::Agreement, "N101", "412 metres is within about 410 metres"),
        soft(Severity::Note, "N204", "\"the longest\" was checked and holds"),
        reference_mismatch(),
        date_conflict(),
    ];
    identify(&mut findings);
    Run {
        articles: vec![article("1_ledger", "Harbour Ledger"), article("4_old", "")],
        claims: vec![claim()],
        events: vec![(event("e1", Some("2024-05-12")), Some("v1".into())), (event("e2", None), None)],
        findings,
        coverage: coverage(),
        ..Run::default()
    }
}
