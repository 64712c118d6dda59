//! What `factcheck schema` prints: the JSON Schema of each kind of line that this program writes, made from the types that
//! it writes them with.

use std::io::{self, Write};

use clap::ValueEnum;
use factcheck_core::{
    claim::Claim, entity::Entity, event::Event, finding::Finding, quantity::Quantity, record::ArticleRecord,
    relation::Relation, timex::Time,
};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Value, json};

/// What a schema can be asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Line {
    /// A line of `check --format jsonl`
    Finding,
    /// An article that was read
    Article,
    /// A number
    Quantity,
    /// A temporal expression
    Time,
    /// Somebody or something named
    Entity,
    /// A quantity of something
    Claim,
    /// Something that happened or will
    Event,
    /// A statement between claims or events
    Relation,
}

/// Prints the schema of a line.
pub(crate) fn print(line: Line, out: &mut dyn Write) -> io::Result<()> {
    let schema = match line {
        Line::Finding => of::<Finding>(None),
        Line::Article => of::<ArticleRecord>(Some("article")),
        Line::Quantity => of::<Quantity>(Some("quantity")),
        Line::Time => of::<Time>(Some("time")),
        Line::Entity => of::<Entity>(Some("entity")),
        Line::Claim => of::<Claim>(Some("claim")),
        Line::Event => of::<Event>(Some("event")),
        Line::Relation => of::<Relation>(Some("relation")),
    };
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)
}

/// The schema of a type as it is written; records of `extract` say first of which kind they are.
fn of<T: JsonSchema>(kind: Option<&str>) -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    if let Some(kind) = kind {
        schema["properties"]["kind"] = json!({ "const": kind });
        if let Some(required) = schema["required"].as_array_mut() {
            required.insert(0, "kind".into());
        }
    }
    schema
}
