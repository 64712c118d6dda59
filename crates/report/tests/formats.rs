//! Every format of the same small run, and its tables.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{hostile, hostile_cells, run, table, written};
use factcheck_core::{coverage::Coverage, finding::Severity};
use factcheck_report::{FORMATS, Format, Options, Run, Table, coverage_summary, read_findings};
use insta::assert_snapshot as snap;
use proptest::prelude::*;

fn all() -> Options {
    Options { all: true, ..Options::default() }
}

#[test]
fn text() {
    snap!(written(&run(), "text", Options { width: 80, ..Options::default() }), @r#"
    conflict[T101]: the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both
      --> 1_ledger.txt:3:52
       |
     3 | …of the new Tarn bridge on Saturday while a few hundred people from both…
       |                            ^^^^^^^^ Harbour Ledger, 2024-05-14: 2024-05-11
      ::: 2_courier.txt:12:14
       |
    12 | It opened on Sunday.
       |              ------ Meridian Courier, 2024-05-14: 2024-05-12
      ::: 3_wire.txt:7:4
       |
     7 | On Sunday the bridge was opened.
       |    ------ Lodestar, 2024-05-14: 2024-05-12
       |
       = note: 2024-05-12 - 2024-05-11 = 1 day apart
       = note: "Sunday" in an article of Tuesday 2024-05-14 is 2024-05-12
       = because: a bridge opens once
       = id: T101-f3d693340525, confidence 0.93

    warning[N301]: "nearly 2 million" passengers; the reference says 1,203,000
     --> 1_ledger.txt:9:21
      |
    9 | The ferries carried nearly 2 million passengers last year.
      |                     ^^^^^^^^^^^^^^^^ Harbour Ledger, 2024-05-14: 1.5 million to 2 million passengers
      |
      = note: the reference says: ferry passengers, 2023, 1.203 million passengers
              (Harbour Office, figures.csv:12, https://harbour.example/figures)
      = id: N301-7c91c7014f3a, confidence 0.50

    note[N204]: "the longest" was checked and holds (1_ledger.txt:4:7, 3_wire.txt:8:21)

    1 conflict, 1 warning, 1 note; 1 agreement not shown (--all); 5 claims and events of 2 articles were compared
    "#);
}

#[test]
fn text_names_a_few_places_of_a_note() {
    let mut run = run();
    run.findings.retain(|finding| finding.severity == Severity::Note);
    let claim = run.findings[0].claims[0].clone();
    run.findings[0].claims.extend(vec![claim; 5]);
    snap!(written(&run, "text", all()).lines().next().unwrap(), @r#"note[N204]: "the longest" was checked and holds (1_ledger.txt:4:7, 3_wire.txt:8:21, 1_ledger.txt:4:7, 1_ledger.txt:4:7, 3 more)"#);
}

#[test]
fn text_in_colour() {
    let text = written(&run(), "text", Options { color: true, ..all() });
    assert!(text.contains("\u{1b}["));
}

#[test]
fn text_never_sounds_like_an_all_clear() {
    let t = |findings: bool, coverage: Coverage| {
        let findings = if findings { run().findings } else { Vec::new() };
        written(&Run { findings, coverage, ..Run::default() }, "text", all())
            .lines()
            .rev()
            .take(2)
            .collect::<Vec<_>>()
            .join(" / ")
    };
    let mut coverage = run().coverage;
    snap!(t(false, coverage.clone()), @"0 conflicts, 0 warnings, 0 notes, 0 agreements; 5 claims and events of 2 articles were compared");
    for article in &mut coverage.articles {
        article.compared = 0;
    }
    snap!(t(false, coverage), @"nothing in 2 articles was compared, so this is no all-clear / 0 conflicts, 0 warnings, 0 notes, 0 agreements");
    snap!(t(false, Coverage::default()), @"0 conflicts, 0 warnings, 0 notes, 0 agreements");
}

#[test]
fn short() {
    snap!(written(&run(), "short", all()), @r#"
    1_ledger.txt:3:52: conflict[T101] the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both (confidence 0.93)
    1_ledger.txt:9:21: warning[N301] "nearly 2 million" passengers; the reference says 1,203,000 (confidence 0.50)
    1_ledger.txt:4:7: note[N204] "the longest" was checked and holds (confidence 1.00)
    1_ledger.txt:4:7: agreement[N101] 412 metres is within about 410 metres (confidence 1.00)
    "#);
    snap!(written(&run(), "short", table(Table::Events)), @"
    e1	v1	2024-05-12	2024-05-12	open	open	patient: Tarn bridge; agent: the mayor		2	2	2		affirmed	stated		1_ledger.txt	Harbour Ledger	2024-05-14	12	4	opened		It opened on Sunday.
    e2				open	open	patient: Tarn bridge; agent: the mayor		2	2	2		affirmed	stated		1_ledger.txt	Harbour Ledger	2024-05-14	12	4	opened		It opened on Sunday.
    ");
}

#[test]
fn csv() {
    snap!(written(&run(), "csv", all()), @r#"
    finding_id,code,rule,severity,confidence,topic,period_start,period_end,message,arithmetic,source_a,published_a,file_a,line_a,low_a,high_a,unit_a,quote_a,source_b,published_b,file_b,line_b,low_b,high_b,unit_b,quote_b,other_sources,verdict,note
    T101-f3d693340525,T101,date-conflict,conflict,0.93,opening of the Tarn bridge,,,"the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both",2024-05-12 - 2024-05-11 = 1 day apart,Harbour Ledger,2024-05-14,1_ledger.txt,3,2024-05-11,2024-05-11,,“Saturday”,Meridian Courier,2024-05-14,2_courier.txt,12,2024-05-12,2024-05-12,,“Sunday”,Lodestar,,
    N301-7c91c7014f3a,N301,reference-mismatch,warning,0.5,ferry passengers,2023-01-01,2023-12-31,"""nearly 2 million"" passengers; the reference says 1,203,000",,Harbour Ledger,2024-05-14,1_ledger.txt,9,1500000,2000000,passenger,“nearly 2 million”,Harbour Office,,figures.csv,12,1203000,1203000,passenger,“ferry passengers”,,,
    N204-3f511122a788,N204,value-conflict,note,1,length of the bridge,,,"""the longest"" was checked and holds",,Harbour Ledger,2024-05-14,1_ledger.txt,4,411.5,412.5,metre,“412 metres”,Lodestar,2024-05-14,3_wire.txt,8,369,451,metre,“410 metres”,,,
    N101-3f511122a788,N101,value-conflict,agreement,1,length of the bridge,,,412 metres is within about 410 metres,,Harbour Ledger,2024-05-14,1_ledger.txt,4,411.5,412.5,metre,“412 metres”,Lodestar,2024-05-14,3_wire.txt,8,369,451,metre,“410 metres”,,,
    "#);
    snap!(written(&run(), "csv", table(Table::Claims)), @"
    claim_id,file,source,published,line,column,quote,measure,subject,object,place,value,low,high,unit,unit_code,approximation,direction,claim_kind,period_start,period_end,as_of,basis,polarity,modality,speaker,quoted,sentence
    c1,1_ledger.txt,Harbour Ledger,2024-05-14,9,21,“nearly 2 million”,passenger,the ferries,,,2000000,1500000,2000000,passenger,,about,,count,2023-01-01,2023-12-31,2024-05-14,,affirmed,stated,,no,“The ferries carried nearly 2 million passengers last year.”
    ");
    snap!(written(&run(), "csv", table(Table::Events)), @"
    event_id,cluster,earliest,latest,class,predicate,participants,place,days_low,days_high,ordinal,scope,polarity,modality,speaker,file,source,published,line,column,quote,when,sentence
    e1,v1,2024-05-12,2024-05-12,open,open,patient: Tarn bridge; agent: the mayor,,2,2,2,,affirmed,stated,,1_ledger.txt,Harbour Ledger,2024-05-14,12,4,“opened”,,“It opened on Sunday.”
    e2,,,,open,open,patient: Tarn bridge; agent: the mayor,,2,2,2,,affirmed,stated,,1_ledger.txt,Harbour Ledger,2024-05-14,12,4,“opened”,,“It opened on Sunday.”
    ");
    snap!(written(&run(), "csv", table(Table::Coverage)), @"
    file,source,story,published,published_from,sentences,quantities,times,claims,events,aligned,compared,furniture,replaced,remark,published_earliest,published_latest
    1_ledger.txt,Harbour Ledger,bridge,2024-05-14,metadata,12,5,4,4,3,3,3,1,0,,,
    4_old.txt,,bridge,,unknown,12,5,4,4,3,3,2,1,0,no publication date: relative dates are unresolved,2024-05-11,
    notes.bin,,,,,,,,,,,,,,left out: not a text,,
    ");
    snap!(written(&run(), "csv", table(Table::Articles)), @"
    article_id,file,source,published,published_from,updated,story,title,language,url,origin,sentences,furniture,replaced
    1_ledger,1_ledger.txt,Harbour Ledger,2024-05-14,metadata,,bridge,“A bridge at last”,en,,1_ledger,12,1,0
    4_old,4_old.txt,,2024-05-14,metadata,,bridge,“A bridge at last”,en,,4_old,12,1,0
    ");
}

#[test]
fn the_byte_order_mark_is_for_files_alone() {
    assert!(written(&run(), "csv", Options { mark: true, ..all() }).starts_with("\u{feff}finding_id,"));
    assert!(written(&run(), "csv", all()).starts_with("finding_id,"));
    assert!(written(&run(), "jsonl", Options { mark: true, ..all() }).starts_with('{'));
}

#[test]
fn jsonl() {
    snap!(written(&run(), "jsonl", Options::default()).lines().next().unwrap(), @r#"{"schema_version":1,"id":"T101-f3d693340525","tool":"timeline","code":"T101","rule":"date-conflict","severity":"conflict","confidence":0.93,"topic":"opening of the Tarn bridge","period":"","story":"","message":"the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both","arithmetic":"2024-05-12 - 2024-05-11 = 1 day apart","steps":["\"Sunday\" in an article of Tuesday 2024-05-14 is 2024-05-12"],"reasons":["a bridge opens once"],"sides":[],"claims":[{"file":"1_ledger.txt","article":"1_ledger.txt","source":"Harbour Ledger","published":"2024-05-14T08:00:00Z","field":"text","start":551,"end":559,"line":3,"column":52,"quote":"Saturday","sentence":"The mayor cut the ribbon of the new Tarn bridge on Saturday while a few hundred people from both banks looked on, a choir of schoolchildren sang and the ferrymen, who will lose their work in June, stayed away.","sentence_start":500,"low":"2024-05-11","high":"2024-05-11","unit":"","position":"a"},{"file":"2_courier.txt","article":"2_courier.txt","source":"Meridian Courier","published":"2024-05-14T08:00:00Z","field":"text","start":513,"end":519,"line":12,"column":14,"quote":"Sunday","sentence":"It opened on Sunday.","sentence_start":500,"low":"2024-05-12","high":"2024-05-12","unit":"","position":"b"},{"file":"3_wire.txt","article":"3_wire.txt","source":"Lodestar","published":"2024-05-14T08:00:00Z","field":"text","start":503,"end":509,"line":7,"column":4,"quote":"Sunday","sentence":"On Sunday the bridge was opened.","sentence_start":500,"low":"2024-05-12","high":"2024-05-12","unit":"","position":"b"}],"references":[]}"#);
    snap!(written(&run(), "jsonl", table(Table::Claims)), @r#"{"kind":"claim","schema_version":1,"id":"c1","article":"1_ledger","field":"text","start":30,"end":46,"line":9,"column":21,"quote":"nearly 2 million","low":"1500000","high":"2000000","low_open":false,"high_open":true,"value":"2000000","range":false,"approximation":"about","direction":"","unit":"passenger","unit_code":null,"measure":"passenger","subject":"the ferries","object":"","place":"","period":{"earliest":"2023-01-01","latest":"2023-12-31"},"as_of":"2024-05-14","claim_kind":"count","basis":[],"polarity":"affirmed","speaker":"","quoted":false,"modality":"stated","terms":"carry","sentence":"The ferries carried nearly 2 million passengers last year.","sentence_start":10,"file":"1_ledger.txt"}"#);
    snap!(written(&run(), "jsonl", table(Table::Events)), @r#"
    {"kind":"event","schema_version":1,"id":"e1","article":"1_ledger","field":"text","start":3,"end":9,"line":12,"column":4,"quote":"opened","predicate":"open","class":"open","participants":[{"role":"patient","name":"Tarn bridge"},{"role":"agent","name":"the mayor"}],"place":"","earliest":"2024-05-12","latest":"2024-05-12","relative":true,"duration":{"low":"2","high":"2","low_open":false,"high_open":false},"polarity":"affirmed","modality":"stated","ordinal":2,"sentence":"It opened on Sunday.","sentence_start":0,"file":"1_ledger.txt","cluster":"v1"}
    {"kind":"event","schema_version":1,"id":"e2","article":"1_ledger","field":"text","start":3,"end":9,"line":12,"column":4,"quote":"opened","predicate":"open","class":"open","participants":[{"role":"patient","name":"Tarn bridge"},{"role":"agent","name":"the mayor"}],"place":"","earliest":null,"latest":null,"relative":true,"duration":{"low":"2","high":"2","low_open":false,"high_open":false},"polarity":"affirmed","modality":"stated","ordinal":2,"sentence":"It opened on Sunday.","sentence_start":0,"file":"1_ledger.txt","cluster":null}
    "#);
    snap!(written(&run(), "jsonl", table(Table::Coverage)), @r#"
    {"kind":"coverage","file":"1_ledger.txt","source":"Harbour Ledger","story":"bridge","published":"2024-05-14","published_from":"metadata","sentences":12,"quantities":5,"times":4,"claims":4,"events":3,"aligned":3,"compared":3,"furniture":1,"replaced":0,"remark":"","published_earliest":"","published_latest":""}
    {"kind":"coverage","file":"4_old.txt","source":"","story":"bridge","published":"","published_from":"unknown","sentences":12,"quantities":5,"times":4,"claims":4,"events":3,"aligned":3,"compared":2,"furniture":1,"replaced":0,"remark":"no publication date: relative dates are unresolved","published_earliest":"2024-05-11","published_latest":""}
    {"kind":"skipped","place":"notes.bin","reason":"not a text"}
    {"kind":"totals","stories":1,"questions":3,"references":14}
    "#);
    snap!(written(&run(), "jsonl", table(Table::Articles)), @r#"
    {"kind":"article","schema_version":1,"id":"1_ledger","file":"1_ledger.txt","source":"Harbour Ledger","published":"2024-05-14T08:00:00Z","published_from":"metadata","updated":null,"story":"bridge","title":"A bridge at last","language":"en","url":"","origin":"1_ledger","sentences":12,"furniture":1,"replaced":0,"shingles":"BwAAAAkAAAA"}
    {"kind":"article","schema_version":1,"id":"4_old","file":"4_old.txt","source":"","published":"2024-05-14T08:00:00Z","published_from":"metadata","updated":null,"story":"bridge","title":"A bridge at last","language":"en","url":"","origin":"4_old","sentences":12,"furniture":1,"replaced":0,"shingles":"BwAAAAkAAAA"}
    "#);
}

#[test]
fn findings_are_read_back() {
    let run = run();
    let (findings, skipped) = read_findings(written(&run, "jsonl", all()).as_bytes());
    assert_eq!(findings, run.findings);
    assert_eq!(skipped, []);
}

#[test]
fn github() {
    snap!(written(&run(), "github", Options::default()), @r#"
    ::error file=1_ledger.txt,line=3,col=52,endColumn=60,title=T101 date-conflict (conflict)::the Tarn bridge opened on 2024-05-11 or on 2024-05-12, not on both%0AHarbour Ledger, 1_ledger.txt:3:52: “Saturday”%0AMeridian Courier, 2_courier.txt:12:14: “Sunday”%0ALodestar, 3_wire.txt:7:4: “Sunday”%0A2024-05-12 - 2024-05-11 = 1 day apart%0AT101-f3d693340525, confidence 0.93
    ::warning file=1_ledger.txt,line=9,col=21,endColumn=37,title=N301 reference-mismatch (warning)::"nearly 2 million" passengers; the reference says 1,203,000%0AHarbour Ledger, 1_ledger.txt:9:21: “nearly 2 million”%0AN301-7c91c7014f3a, confidence 0.50
    ::notice file=1_ledger.txt,line=4,col=7,endColumn=17,title=N204 value-conflict (note)::"the longest" was checked and holds%0AHarbour Ledger, 1_ledger.txt:4:7: “412 metres”%0ALodestar, 3_wire.txt:8:21: “410 metres”%0AN204-3f511122a788, confidence 1.00
    "#);
    let text = written(&Run { findings: vec![hostile("50%, a:b\r\n::error::x")], ..run() }, "github", all());
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("::error file=50%25%2C a%3Ab"), "{text}");
}

#[test]
fn tables_as_text() {
    snap!(written(&run(), "text", table(Table::Coverage)), @"
    ┌──────────────┬────────────┬───────────┬────────────┬───────┬────────┬────────┬─────────┬──────────┬────────────────────────────────────────────────────┐
    │ file         ┆ published  ┆ sentences ┆ quantities ┆ times ┆ claims ┆ events ┆ aligned ┆ compared ┆ remark                                             │
    ╞══════════════╪════════════╪═══════════╪════════════╪═══════╪════════╪════════╪═════════╪══════════╪════════════════════════════════════════════════════╡
    │ 1_ledger.txt ┆ 2024-05-14 ┆        12 ┆          5 ┆     4 ┆      4 ┆      3 ┆       3 ┆        3 ┆                                                    │
    │ 4_old.txt    ┆            ┆        12 ┆          5 ┆     4 ┆      4 ┆      3 ┆       3 ┆        2 ┆ no publication date: relative dates are unresolved │
    │ notes.bin    ┆            ┆           ┆            ┆       ┆        ┆        ┆         ┆          ┆ left out: not a text                               │
    └──────────────┴────────────┴───────────┴────────────┴───────┴────────┴────────┴─────────┴──────────┴────────────────────────────────────────────────────┘
    ");
    snap!(written(&run(), "text", Options { width: 80, ..table(Table::Events) }), @"
    ┌─────────┬────────────┬────────────┬───────┬─────────┬────────┬──────┬────────┐
    │ cluster ┆ earliest   ┆ latest     ┆ class ┆ partici ┆ file   ┆ line ┆ quote  │
    │         ┆            ┆            ┆       ┆ pants   ┆        ┆      ┆        │
    ╞═════════╪════════════╪════════════╪═══════╪═════════╪════════╪══════╪════════╡
    │ v1      ┆ 2024-05-12 ┆ 2024-05-12 ┆ open  ┆ patient ┆ 1_ledg ┆   12 ┆ opened │
    │         ┆            ┆            ┆       ┆ : Tarn  ┆ er.txt ┆      ┆        │
    │         ┆            ┆            ┆       ┆ bridge; ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ agent:  ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ the     ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ mayor   ┆        ┆      ┆        │
    │         ┆            ┆            ┆ open  ┆ patient ┆ 1_ledg ┆   12 ┆ opened │
    │         ┆            ┆            ┆       ┆ : Tarn  ┆ er.txt ┆      ┆        │
    │         ┆            ┆            ┆       ┆ bridge; ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ agent:  ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ the     ┆        ┆      ┆        │
    │         ┆            ┆            ┆       ┆ mayor   ┆        ┆      ┆        │
    └─────────┴────────────┴────────────┴───────┴─────────┴────────┴──────┴────────┘
    ");
    snap!(written(&run(), "text", Options { width: 100, ..table(Table::Claims) }), @"
    ┌────────┬──────┬────────┬────────┬────────┬─────────┬─────────┬───────┬──────────────┬────────────┐
    │ file   ┆ line ┆ quote  ┆ measur ┆ subjec ┆ low     ┆ high    ┆ unit  ┆ period_start ┆ period_end │
    │        ┆      ┆        ┆ e      ┆ t      ┆         ┆         ┆       ┆              ┆            │
    ╞════════╪══════╪════════╪════════╪════════╪═════════╪═════════╪═══════╪══════════════╪════════════╡
    │ 1_ledg ┆    9 ┆ nearly ┆ passen ┆ the    ┆ 1500000 ┆ 2000000 ┆ passe ┆ 2023-01-01   ┆ 2023-12-31 │
    │ er.txt ┆      ┆ 2 mill ┆ ger    ┆ ferrie ┆         ┆         ┆ nger  ┆              ┆            │
    │        ┆      ┆ ion    ┆        ┆ s      ┆         ┆         ┆       ┆              ┆            │
    └────────┴──────┴────────┴────────┴────────┴─────────┴─────────┴───────┴──────────────┴────────────┘
    ");
}

#[test]
fn the_page_shows_the_table_that_is_asked_for() {
    let rows = |table: Table| -> Vec<String> {
        let page = written(&run(), "html", Options { table, ..Options::default() });
        let section = page.split_once(&format!("<section id=\"{}\">", table.name()));
        let section =
            section.and_then(|(_, rest)| rest.split_once("</section>")).map_or("", |(section, _)| section);
        section.lines().filter(|line| line.starts_with("<tr>")).map(str::to_owned).collect()
    };
    let events = rows(Table::Events);
    assert_eq!(events.len(), run().events.len());
    assert!(
        ["v1", "2024-05-12", "opened", "1_ledger.txt"].iter().all(|cell| events[0].contains(cell)),
        "{events:?}"
    );
    assert_eq!(rows(Table::Claims).len(), run().claims.len());
    assert!(rows(Table::Findings).is_empty());
}

#[test]
fn coverage_in_a_few_lines() {
    let c = |coverage: &Coverage| {
        let mut out = Vec::new();
        coverage_summary(coverage, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    snap!(c(&run().coverage), @"
    read 2 articles in 1 story: 24 sentences, 10 quantities, 8 times; built 8 claims and 6 events
    aligned 6 of 14 claims and events in 3 questions and 14 reference rows; compared 5
    left out: 8 claims and events that nothing else speaks of; 2 stretches of page furniture; relative dates of 1 article without a publication date; 1 input
      notes.bin: not a text
    ");
    snap!(c(&Coverage::default()), @"
    read 0 articles in 0 stories: 0 sentences, 0 quantities, 0 times; built 0 claims and 0 events
    aligned 0 of 0 claims and events in 0 questions; compared nothing, so this is no all-clear
    ");
}

#[test]
fn hostile_text_breaks_no_format() {
    for cell in hostile_cells() {
        let run = Run { findings: vec![hostile(&cell)], ..run() };
        for format in ["text", "short"] {
            let text = written(&run, format, all());
            assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{format}: {text:?}");
        }
        assert_eq!(written(&run, "short", all()).lines().count(), 1);
        let text = written(&run, "csv", all());
        assert_eq!(text.lines().count(), 2, "{text:?}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 29);
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.len(), 29);
        assert_eq!(&row[14], "-12.5");
        assert_eq!(&row[15], "1234567890123460");
        assert!(row.iter().all(|cell| cell.chars().count() <= 32_000));
    }
}

/// A writer whose reader has gone.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_closed_pipe_is_known_for_one() {
    for format in FORMATS {
        let error = factcheck_report::write(&run(), format, &all(), &mut Closed).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{}", format.name);
    }
}

proptest! {
    #[test]
    fn no_text_and_no_place_breaks_a_format(text in "(?s)\\PC{0,20}.{0,20}", start in 0u32..600, width in 0usize..90) {
        let mut finding = hostile(&text);
        finding.claims[1].start = start;
        let run = Run { findings: vec![finding], ..Run::default() };
        for format in ["text", "short"] {
            let written = written(&run, format, Options { width, ..all() });
            prop_assert!(!written.contains(|c: char| c.is_control() && c != '\n'), "{format}: {written:?}");
        }
        for format in ["sarif", "annotations", "claimreview"] {
            let written = written(&run, format, all());
            prop_assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok(), "{format}: {written:?}");
        }
        prop_assert_eq!(written(&run, "github", all()).lines().count(), 1);
        let mut database = Vec::new();
        factcheck_report::write(&run, Format::named("sqlite").unwrap(), &all(), &mut database).unwrap();
        prop_assert!(database.starts_with(b"SQLite format 3"));
        prop_assert_eq!(written(&run, "short", all()).lines().count(), 1);
        let csv = written(&run, "csv", all());
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        prop_assert_eq!(reader.records().map(|row| row.unwrap().len()).collect::<Vec<_>>(), [29]);
        let (findings, skipped) = read_findings(written(&run, "jsonl", all()).as_bytes());
        prop_assert_eq!(findings, run.findings);
        prop_assert_eq!(skipped.len(), 0);
    }
}

#[test]
fn formats_are_found_by_name_and_by_ending() {
    for (index, format) in FORMATS.iter().enumerate() {
        assert!(FORMATS[..index].iter().all(|other| other.name != format.name), "{} twice", format.name);
        assert_eq!(Format::named(format.name).unwrap().name, format.name);
    }
    let f = |file: &str| Format::of_file(file.as_ref()).map_or("none", |format| format.name);
    snap!(f("out/findings.CSV"), @"csv");
    snap!(f("run.jsonl"), @"jsonl");
    snap!(f("report.txt"), @"text");
    snap!(f("report"), @"none");
    snap!(f("report.docx"), @"none");
}
