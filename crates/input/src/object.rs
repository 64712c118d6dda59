//! An object of JSON as an article, whichever program wrote it: this one's own form, a record of
//! `factcheck extract`, or IPTC ninjs.

use factcheck_core::record::Record;
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use crate::{
    fields::{Fields, stamp},
    ninjs,
};

/// What an object is.
pub(crate) enum Object {
    /// An article, and what is wrong with its dates.
    Article(Box<Fields>, Vec<String>),
    Record(Box<Record>),
}

/// An article in this program's own form. Other fields are ignored.
#[derive(Debug, Deserialize)]
struct Own {
    id: Option<Id>,
    text: String,
    published: Option<String>,
    updated: Option<String>,
    source: Option<String>,
    title: Option<String>,
    url: Option<String>,
    story: Option<Id>,
}

/// Databases number their rows.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// What tells one from the other, read without building either.
#[derive(Debug, Deserialize)]
struct Peek {
    kind: Option<IgnoredAny>,
    schema_version: Option<IgnoredAny>,
    text: Option<IgnoredAny>,
    #[serde(flatten)]
    ninjs: ninjs::Peek,
}

impl Peek {
    /// An article may have a field called `kind` of its own.
    fn is_record(&self) -> bool {
        self.kind.is_some() && (self.schema_version.is_some() || self.text.is_none())
    }
}

/// Reads an object.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read(json: &str) -> Result<Object, String> {
    // An array would be read as a struct, field by field.
    if !json.starts_with('{') {
        return Err("not a JSON object".into());
    }
    let peek = parse::<Peek>(json)?;
    if peek.is_record() {
        return parse(json).map(Object::Record);
    }
    let mut problems = Vec::new();
    let fields = if peek.text.is_none() && peek.ninjs.is_one() {
        ninjs::fields(&parse(json)?, &mut problems)?
    } else {
        parse::<Own>(json)?.fields(&mut problems)
    };
    if fields.text.trim().is_empty() {
        return Err("no text in it".into());
    }
    Ok(Object::Article(Box::new(fields), problems))
}

impl Own {
    fn fields(self, problems: &mut Vec<String>) -> Fields {
        Fields {
            id: self.id.map(Id::text).unwrap_or_default(),
            text: self.text,
            published: stamp("published", &self.published.unwrap_or_default(), problems),
            updated: stamp("updated", &self.updated.unwrap_or_default(), problems),
            source: self.source.unwrap_or_default(),
            title: self.title.unwrap_or_default(),
            url: self.url.unwrap_or_default(),
            story: self.story.map(Id::text).unwrap_or_default(),
            ..Fields::default()
        }
    }
}

impl Id {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

fn parse<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| problem(&error))
}

/// The message without "at line 1", which would be taken for a line of the file.
fn problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("column {}: {message}", error.column().max(1))
}
