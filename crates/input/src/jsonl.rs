//! JSON Lines: articles, or the records of `factcheck extract`, one object a line.

use std::{
    collections::VecDeque,
    io::{self, BufRead, Read},
};

use factcheck_core::{article::Article, coverage::Skipped, record::Record, stamp::Stamp};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use crate::{
    decode::{Decoded, utf8_lossy},
    formats::{Item, Items},
    text::MOST_BYTES,
};

/// An article as a line gives it. Other fields are ignored.
#[derive(Debug, Deserialize)]
struct ArticleLine {
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

/// What tells an article from a record, read without building either.
#[derive(Debug, Deserialize)]
struct Peek {
    kind: Option<IgnoredAny>,
    schema_version: Option<IgnoredAny>,
    text: Option<IgnoredAny>,
}

impl Peek {
    /// An article may have a field called `kind` of its own.
    fn is_record(&self) -> bool {
        self.kind.is_some() && (self.schema_version.is_some() || self.text.is_none())
    }
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let name = name.to_owned();
    Box::new(Lines { reader, name, number: 0, line: Vec::new(), found: VecDeque::new() })
}

/// A file that is read a line at a time.
struct Lines<'a> {
    reader: Box<dyn BufRead + 'a>,
    name: String,
    /// How many lines were read.
    number: u32,
    /// The line itself, in a buffer that is used again.
    line: Vec<u8>,
    /// What stood in it and was not asked for yet: an article comes after what is wrong with its dates.
    found: VecDeque<Item>,
}

impl Iterator for Lines<'_> {
    type Item = io::Result<(u32, Item)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.found.pop_front() {
                return Some(Ok((self.number, item)));
            }
            match self.read_line() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Lines<'_> {
    /// Reads one line and what stands in it; false at the end of the file.
    fn read_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let reader = self.reader.as_mut();
        let length = reader.take(MOST_BYTES + 1).read_until(b'\n', &mut self.line)?;
        if length == 0 {
            return Ok(false);
        }
        self.number = self.number.saturating_add(1);
        if length as u64 > MOST_BYTES {
            skip_line(self.reader.as_mut())?;
            self.skip("longer than 64 MiB; the line is skipped".to_owned());
            return Ok(true);
        }
        let line = &self.line;
        let bytes = if self.number == 1 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line) } else { line };
        if !bytes.trim_ascii().is_empty() {
            let decoded = utf8_lossy(bytes.trim_ascii());
            if let Err(reason) = self.item(&decoded) {
                self.skip(reason);
            }
        }
        Ok(true)
    }

    fn skip(&mut self, reason: String) {
        let place = format!("{}:{}", self.name, self.number);
        self.found.push_back(Item::Skipped(Skipped { place, reason }));
    }

    fn item(&mut self, line: &Decoded) -> Result<(), String> {
        // An array would be read as a struct, field by field.
        if !line.text.starts_with('{') {
            return Err("not a JSON object; the line is skipped".into());
        }
        let peek = parse::<Peek>(&line.text)?;
        if peek.is_record() {
            self.found.push_back(Item::Record(parse::<Box<Record>>(&line.text)?));
            return Ok(());
        }
        let fields = parse::<ArticleLine>(&line.text)?;
        if fields.text.trim().is_empty() {
            return Err("no text in it; the line is skipped".into());
        }
        let published = self.stamp("published", fields.published);
        let updated = self.stamp("updated", fields.updated);
        let id = fields.id.map(Id::text).filter(|id| !id.is_empty());
        // No colon: a place is written FILE:LINE, and this line is not one of the article's text.
        let id = id.unwrap_or_else(|| format!("{}#{}", self.name.trim_matches(['<', '>']), self.number));
        let article = Article {
            file: id.clone(),
            id,
            text: fields.text,
            published,
            updated,
            source: fields.source.unwrap_or_default(),
            title: fields.title.unwrap_or_default(),
            url: fields.url.unwrap_or_default(),
            story: fields.story.map(Id::text).unwrap_or_default(),
            replaced: line.replaced,
            ..Article::default()
        };
        self.found.push_back(Item::Article(Box::new(article)));
        Ok(())
    }

    /// A date of an article; one that cannot be read is named.
    fn stamp(&mut self, column: &str, cell: Option<String>) -> Option<Stamp> {
        let cell = cell.filter(|cell| !cell.trim().is_empty())?;
        let stamp = cell.parse::<Stamp>();
        if let Err(error) = &stamp {
            self.skip(format!("{column}: {error}; the article is read without it"));
        }
        stamp.ok()
    }
}

fn skip_line(reader: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (length, done) = (end.map_or(buffer.len(), |end| end + 1), end.is_some() || buffer.is_empty());
        reader.consume(length);
        if done {
            return Ok(());
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

fn parse<T: DeserializeOwned>(line: &str) -> Result<T, String> {
    serde_json::from_str(line).map_err(|error| problem(&error))
}

/// The message without "at line 1", which would be taken for a line of the file.
fn problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("column {}: {message}; the line is skipped", error.column().max(1))
}
