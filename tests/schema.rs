//! The schemas that `factcheck schema` prints are those of the lines that are printed.

mod common;

use common::{factcheck, stdout};
use serde_json::Value;

const RECORDS: [&str; 7] = ["article", "quantity", "time", "entity", "claim", "event", "relation"];

fn schema(record: &str) -> Value {
    serde_json::from_str(&stdout(&["schema", record])).expect("JSON")
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Every line is valid, and none is without a field that the schema asks for or with one that it does not know.
fn holds(schema: &Value, lines: &[Value]) {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    assert!(!lines.is_empty(), "no line to try");
    for line in lines {
        let errors: Vec<String> =
            validator.iter_errors(line).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0], "{line}");
        let known = schema["properties"].as_object().expect("properties");
        for key in line.as_object().expect("an object").keys() {
            assert!(known.contains_key(key), "{key} is not in the schema of {line}");
            let mut without = line.clone();
            without.as_object_mut().expect("an object").remove(key);
            let required =
                schema["required"].as_array().is_some_and(|keys| keys.contains(&Value::from(key.as_str())));
            assert_eq!(validator.is_valid(&without), !required, "without {key}");
        }
    }
}

#[test]
fn findings_are_as_their_schema_says() {
    let findings = lines(&stdout(&["check", "data/articles", "--quiet", "--all", "--format", "jsonl"]));
    holds(&schema("finding"), &findings);
}

#[test]
fn records_are_as_their_schemas_say() {
    let records = lines(&stdout(&["extract", "data/articles", "--quiet"]));
    for record in RECORDS {
        let of_kind: Vec<Value> = records.iter().filter(|line| line["kind"] == record).cloned().collect();
        holds(&schema(record), &of_kind);
    }
}

#[test]
fn a_schema_refuses_what_is_none() {
    let validator = jsonschema::validator_for(&schema("quantity")).expect("a schema");
    let quantity = lines(&stdout(&["extract", "data/articles", "--quiet", "--only", "quantities"]))
        .into_iter()
        .find(|line| line["kind"] == "quantity")
        .expect("a quantity");
    for (key, wrong) in [
        ("kind", Value::from("time")),
        ("schema_version", 2.into()),
        ("approximation", "nearly".into()),
        ("start", (-1).into()),
    ] {
        let mut other = quantity.clone();
        other[key] = wrong;
        assert!(!validator.is_valid(&other), "{other}");
    }
}

#[test]
fn a_wrong_record_gets_a_suggestion() {
    let output = factcheck(&["schema", "findings"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("'finding'"));
}
