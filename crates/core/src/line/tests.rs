//! A line tells as much as serde's JSON of the same record, in no other words, and reads back as the record.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::{
    claim::{Kind, Modality},
    event::{Ending, Participant},
    range::Range as Amounts,
    record::Records,
    relation::RelationType,
    timex::Clock,
    unit::Unit,
    window::Window,
};

fn window() -> Window {
    Window { earliest: "2024-02-29".parse().ok(), latest: None }
}

fn place(quote: &str) -> Place {
    Place {
        article: "a\"b".into(),
        start: 14,
        end: 20,
        line: 2,
        column: 3,
        quote: quote.into(),
        ..Place::default()
    }
}

fn claim(words: &[String], sentence: &str, start: u32) -> Claim {
    let amount = Amount {
        allowed: Amounts::at_least(20.into()),
        value: Some(20.into()),
        unit: Unit { name: "barrel per day".into(), code: Some("[bbl_us]/d".into()) },
        ..Amount::default()
    };
    Claim {
        id: "a\"b#c1".into(),
        place: place("twenty"),
        measure: "flow".into(),
        subject: "the \\ north\n".into(),
        period: window(),
        as_of: "2024-05-14".parse().ok(),
        claim_kind: Kind::Rate,
        basis: vec!["net".into()],
        near: words.to_vec(),
        names: vec!["Ada Brandt".into()],
        verb: "flow".into(),
        terms: words.to_vec(),
        sentence: sentence.into(),
        sentence_start: start,
        ..Claim::empty(amount)
    }
}

fn event(words: &[String], sentence: &str, start: u32, full: bool) -> Event {
    let ending = Ending { window: window(), time: "a\"b#t2".into(), when: place("Monday") };
    let clock = Clock { earliest: chrono::NaiveTime::MIN, latest: chrono::NaiveTime::MIN, offset: Some(-60) };
    Event {
        schema_version: SchemaVersion,
        id: "a\"b#e1".into(),
        place: place("opened"),
        predicate: "open".into(),
        class: if full { "begin" } else { "open" }.into(),
        once: full,
        participants: vec![Participant { role: "agent".into(), name: "Ada".into(), age: full.then_some(36) }],
        location: "Ravel".into(),
        window: if full { window() } else { Window::ANY },
        time: if full { "a\"b#t1" } else { "" }.into(),
        when: None,
        relative: full,
        phase: if full { Phase::Start } else { Phase::Whole },
        ending: full.then_some(ending),
        clock: full.then_some(clock),
        duration: full.then(|| Amounts::exact(2.into())),
        polarity: crate::claim::Polarity::Denied,
        modality: Modality::Expected,
        ordinal: full.then_some(2),
        scope: if full { "since May" } else { "" }.into(),
        terms: words.to_vec(),
        figures: words.to_vec(),
        speaker: if full { "Otto" } else { "" }.into(),
        sentence: sentence.into(),
        sentence_start: start,
    }
}

/// One record of each kind, some with all that can be told of them and some with nothing.
fn records(words: &[String], sentence: &str, start: u32) -> Vec<Record> {
    let claim = claim(words, sentence, start);
    let quantity = |flag| Quantity {
        schema_version: SchemaVersion,
        id: "q".into(),
        place: claim.place.clone(),
        amount: claim.amount.clone(),
        ambiguous: flag,
        withdrawn: flag,
        same_as: flag.then(|| "t".into()),
    };
    let entity = |forms: &[&str]| Entity {
        schema_version: SchemaVersion,
        id: "n".into(),
        place: place("Ada Brandt"),
        name: "Ada Brandt".into(),
        mentions: forms.iter().map(|form| (*form).to_owned()).collect(),
    };
    let time = Time {
        schema_version: SchemaVersion,
        id: "a\"b#t1".into(),
        place: place("in 2024"),
        timex_type: crate::timex::TimexType::Date,
        timex_value: "2024".into(),
        earliest: Some("2024-01-01".into()),
        latest: None,
        same_as: None,
    };
    let relation = Relation {
        schema_version: SchemaVersion,
        id: "r".into(),
        place: place("before"),
        relation_type: RelationType::Before,
        from: "e1".into(),
        to: "e2".into(),
        amount: Amounts::more_than(2.into()),
        unit: Unit { name: "day".into(), code: Some("d".into()) },
        soft: true,
        sentence: sentence.into(),
        sentence_start: start,
    };
    vec![
        Record::Quantity(Box::new(quantity(true))),
        Record::Quantity(Box::new(quantity(false))),
        Record::Time(Box::new(time)),
        Record::Entity(Box::new(entity(&["Ada Brandt"]))),
        Record::Entity(Box::new(entity(&["Ada Brandt", "Brandt"]))),
        Record::Claim(Box::new(claim)),
        Record::Event(Box::new(event(words, sentence, start, true))),
        Record::Event(Box::new(event(words, sentence, start, false))),
        Record::Relation(Box::new(relation)),
    ]
}

fn lines(records: &[Record]) -> String {
    let (mut writer, mut out) = (LineWriter::default(), Vec::new());
    for record in records {
        writer.write(record.into(), &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// Whether a line has the fields of serde's JSON in its order, but for some that it may leave out.
fn is_part(line: &str, whole: &Value) -> bool {
    let Ok(Value::Object(line)) = serde_json::from_str(line) else { return false };
    let Value::Object(whole) = whole else { return false };
    let may_lack = ["sentence_start", "class", "mentions"];
    line.iter().all(|(key, value)| whole.get(key) == Some(value))
        && whole.keys().all(|key| line.contains_key(key) || may_lack.contains(&key.as_str()))
}

fn check(words: &[String], sentence: &str, start: u32) {
    let records = records(words, sentence, start);
    let lines = lines(&records);
    assert_eq!(lines.lines().count(), records.len(), "{lines}");
    for (line, record) in lines.lines().zip(&records) {
        assert_eq!(&serde_json::from_str::<Record>(line).unwrap(), record, "{line}");
        assert!(is_part(line, &serde_json::to_value(record).unwrap()), "{line}");
    }
}

proptest! {
    #[test]
    fn lines_come_back_as_their_records(
        words in prop::collection::vec("[a-z \"é]{0,6}", 0..4),
        sentence in "(twenty |opened |before |\"|\\\\|\n|é| ){0,7}",
        start in 0..30_u32,
    ) {
        check(&words, &sentence, start);
    }
}

#[test]
fn what_is_told_elsewhere_is_left_out() {
    let text = lines(&records(&["harbour".into(), "open".into()], "Ravel: it opened twenty days before.", 4));
    insta::assert_snapshot!(text, @r##"
    {"kind":"quantity","schema_version":1,"id":"q","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"twenty","low":"20","high":null,"low_open":false,"high_open":false,"value":"20","range":false,"approximation":"exact","direction":"","unit":"barrel per day","unit_code":"[bbl_us]/d","ambiguous":true,"withdrawn":true,"same_as":"t"}
    {"kind":"quantity","schema_version":1,"id":"q","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"twenty","low":"20","high":null,"low_open":false,"high_open":false,"value":"20","range":false,"approximation":"exact","direction":"","unit":"barrel per day","unit_code":"[bbl_us]/d","same_as":null}
    {"kind":"time","schema_version":1,"id":"a\"b#t1","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"in 2024","timex_type":"DATE","timex_value":"2024","earliest":"2024-01-01","latest":null,"same_as":null}
    {"kind":"entity","schema_version":1,"id":"n","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"Ada Brandt","name":"Ada Brandt"}
    {"kind":"entity","schema_version":1,"id":"n","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"Ada Brandt","name":"Ada Brandt","mentions":["Ada Brandt","Brandt"]}
    {"kind":"claim","schema_version":1,"id":"a\"b#c1","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"twenty","low":"20","high":null,"low_open":false,"high_open":false,"value":"20","range":false,"approximation":"exact","direction":"","unit":"barrel per day","unit_code":"[bbl_us]/d","measure":"flow","subject":"the \\ north\n","object":"","place":"","period":{"earliest":"2024-02-29","latest":null},"as_of":"2024-05-14","claim_kind":"rate","basis":["net"],"polarity":"affirmed","speaker":"","quoted":false,"modality":"stated","near":"harbour open","names":["Ada Brandt"],"verb":"flow","terms":"harbour open","sentence":"Ravel: it opened twenty days before.","sentence_start":4}
    {"kind":"event","schema_version":1,"id":"a\"b#e1","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"opened","predicate":"open","class":"begin","once":true,"participants":[{"role":"agent","name":"Ada","age":36}],"place":"Ravel","earliest":"2024-02-29","latest":null,"time":"a\"b#t1","relative":true,"phase":"start","ending":{"earliest":"2024-02-29","latest":null,"time":"a\"b#t2","when":{"article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"Monday"}},"clock":{"earliest":"00:00:00","latest":"00:00:00","offset":-60},"duration":{"low":"2","high":"2","low_open":false,"high_open":false},"polarity":"denied","modality":"expected","ordinal":2,"scope":"since May","terms":"harbour open","figures":"harbour open","speaker":"Otto","sentence":"Ravel: it opened twenty days before."}
    {"kind":"event","schema_version":1,"id":"a\"b#e1","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"opened","predicate":"open","participants":[{"role":"agent","name":"Ada"}],"place":"Ravel","earliest":null,"latest":null,"polarity":"denied","modality":"expected","ordinal":null,"terms":"harbour open","figures":"harbour open","sentence":"Ravel: it opened twenty days before."}
    {"kind":"relation","schema_version":1,"id":"r","article":"a\"b","field":"text","start":14,"end":20,"line":2,"column":3,"quote":"before","type":"before","from":"e1","to":"e2","low":"2","high":null,"low_open":true,"high_open":false,"unit":"day","unit_code":"d","soft":true,"sentence":"Ravel: it opened twenty days before.","sentence_start":4}
    "##);
    // A word with a space of its own makes a list of the words.
    let text = lines(&[Record::Event(Box::new(event(&["a b".into()], "It.", 14, false)))]);
    assert!(text.contains(r#""terms":["a b"],"figures":["a b"],"#), "{text}");
}

#[test]
fn an_event_gets_the_words_of_its_time_back() {
    let mut all = records(&[], "It opened.", 11);
    let article = serde_json::json!({
        "kind": "article", "schema_version": 1, "id": "a\"b", "file": "", "source": "", "published": null,
        "published_from": "", "updated": null, "story": "", "title": "", "language": "", "url": "", "origin": "",
        "sentences": 0, "furniture": 0, "replaced": 0, "shingles": [],
    });
    let Ok(Record::Article(article)) = serde_json::from_value(article) else { panic!("an article") };
    let mut whole = Records::new(*article);
    for record in all.drain(..) {
        whole.push(record).unwrap();
    }
    let when: Vec<_> =
        whole.events.iter().map(|event| event.when.as_ref().map(|when| when.quote.as_str())).collect();
    assert_eq!(when, [Some("in 2024"), None]);
}
