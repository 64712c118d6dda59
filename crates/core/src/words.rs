//! Lists of words in records: one text with spaces between them, which is short and easy to look at; a list is read too,
//! and written where a word has a space of its own.

use std::fmt;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{SeqAccess, Visitor},
};

/// Both ways to write them, for schemas.
#[derive(schemars::JsonSchema)]
#[schemars(untagged, inline)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum Words {
    /// Words with spaces between them.
    Text(String),
    /// Words of which one has a space.
    List(Vec<String>),
}

/// The words as one text; `None` where it would be read as others.
pub(crate) fn joined(words: &[String]) -> Option<String> {
    let is_plain = |word: &String| !word.is_empty() && !word.contains(' ');
    words.iter().all(is_plain).then(|| words.join(" "))
}

pub(crate) fn serialize<S: Serializer>(words: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    match joined(words) {
        Some(text) => serializer.serialize_str(&text),
        None => words.serialize(serializer),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(Reader)
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("words")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        Ok(words)
    }
}
