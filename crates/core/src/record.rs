//! The records of `factcheck extract`: one object a line, `kind` and `schema_version` first. Fields that other programs
//! rely on always stand; one that is there for comparing may be left out where it says nothing, and is read as such.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    claim::Claim,
    entity::Entity,
    event::Event,
    hashes,
    line::{self, Line},
    place::Place,
    quantity::Quantity,
    relation::Relation,
    stamp::Stamp,
    timex::Time,
    window::Window,
};

/// Version of the record contract. Reading a newer one is an error, since its fields may mean other things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SchemaVersion;

impl SchemaVersion {
    /// The number that stands in every record.
    pub const NUMBER: u32 = 1;
}

impl Serialize for SchemaVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Self::NUMBER)
    }
}

impl JsonSchema for SchemaVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SchemaVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": Self::NUMBER })
    }
}

impl<'de> Deserialize<'de> for SchemaVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        if number == Self::NUMBER {
            return Ok(Self);
        }
        Err(serde::de::Error::custom(format!("schema_version {number} is not {}", Self::NUMBER)))
    }
}

/// What a story's check needs to know of an article, beside its other records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleRecord {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// Path relative to the path given.
    pub file: String,
    /// The outlet.
    pub source: String,
    /// Publication date, where known.
    pub published: Option<Stamp>,
    /// What told the publication date.
    pub published_from: String,
    /// Where it is unknown, the days between which it lies by what the text itself tells.
    #[serde(default, skip_serializing_if = "is_any_day")]
    pub published_range: Window,
    /// Date of the last change, where known.
    pub updated: Option<Stamp>,
    /// The story.
    pub story: String,
    /// The title or headline.
    pub title: String,
    /// BCP 47 tag, "" where unknown.
    pub language: String,
    /// Web address, "" where unknown.
    pub url: String,
    /// Articles of one origin share their text: the id of the first of them.
    pub origin: String,
    /// How many sentences were read.
    pub sentences: u32,
    /// How many stretches of page furniture were left out.
    pub furniture: u32,
    /// Bytes that could not be decoded and were replaced.
    pub replaced: u32,
    /// Of an article of a stream, the same as that of another one which is the same in all but id, address and story.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub digest: String,
    /// Hashes of the word windows of the text, for finding copies; sorted. In JSON the Base64 of their bytes.
    #[serde(with = "hashes")]
    #[schemars(with = "String")]
    pub shingles: Vec<u32>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_any_day(window: &Window) -> bool {
    window.is_any()
}

impl ArticleRecord {
    /// Empties what only comparing needs and no table of a report shows: of an archive it would fill the memory.
    pub fn forget_evidence(&mut self) {
        self.digest = String::new();
        self.shingles = Vec::new();
    }
}

/// One line of `factcheck extract`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Record {
    /// Comes before the other records of its article.
    Article(Box<ArticleRecord>),
    /// A number.
    Quantity(Box<Quantity>),
    /// A temporal expression.
    Time(Box<Time>),
    /// Somebody or something named.
    #[serde(deserialize_with = "whole")]
    Entity(Box<Entity>),
    /// A quantity of something.
    #[serde(deserialize_with = "whole")]
    Claim(Box<Claim>),
    /// Something that happened or will.
    #[serde(deserialize_with = "whole")]
    Event(Box<Event>),
    /// A statement between claims or events.
    #[serde(deserialize_with = "whole")]
    Relation(Box<Relation>),
}

/// A record of which a line leaves out what its other fields tell.
trait Restore {
    /// Puts it back.
    fn restore(&mut self);
}

impl Restore for Entity {
    fn restore(&mut self) {
        if self.mentions.is_empty() {
            self.mentions.push(self.name.clone());
        }
    }
}

impl Restore for Claim {
    fn restore(&mut self) {
        restore_start(&mut self.sentence_start, &self.sentence, &self.place);
    }
}

impl Restore for Event {
    fn restore(&mut self) {
        if self.class.is_empty() {
            self.class.clone_from(&self.predicate);
        }
        restore_start(&mut self.sentence_start, &self.sentence, &self.place);
    }
}

impl Restore for Relation {
    fn restore(&mut self) {
        restore_start(&mut self.sentence_start, &self.sentence, &self.place);
    }
}

fn whole<'de, D: Deserializer<'de>, T: Restore + Deserialize<'de>>(
    deserializer: D,
) -> Result<Box<T>, D::Error> {
    let mut record = Box::<T>::deserialize(deserializer)?;
    record.restore();
    Ok(record)
}

/// The start of a sentence that its words tell, where a record does not say it.
pub(crate) const UNTOLD: u32 = u32::MAX;

pub(crate) fn untold() -> u32 {
    UNTOLD
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
pub(crate) fn is_untold(start: &u32) -> bool {
    *start == UNTOLD
}

fn restore_start(start: &mut u32, sentence: &str, place: &Place) {
    if *start == UNTOLD {
        *start = line::sentence_start(sentence, place).unwrap_or_default();
    }
}

impl Record {
    /// The id of the article that the record is of.
    #[must_use]
    pub fn article(&self) -> &str {
        match self {
            Self::Article(article) => &article.id,
            Self::Quantity(quantity) => &quantity.place.article,
            Self::Time(time) => &time.place.article,
            Self::Entity(entity) => &entity.place.article,
            Self::Claim(claim) => &claim.place.article,
            Self::Event(event) => &event.place.article,
            Self::Relation(relation) => &relation.place.article,
        }
    }
}

/// All records of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    /// The article.
    pub article: ArticleRecord,
    /// Its numbers, in text order.
    pub quantities: Vec<Quantity>,
    /// Its temporal expressions, in text order.
    pub times: Vec<Time>,
    /// What it names, in order of first mention.
    pub entities: Vec<Entity>,
    /// Its claims, in text order.
    pub claims: Vec<Claim>,
    /// Its events, in text order.
    pub events: Vec<Event>,
    /// Its relations, in text order.
    pub relations: Vec<Relation>,
}

impl Records {
    /// An article of which nothing else is known yet.
    #[must_use]
    pub fn new(article: ArticleRecord) -> Self {
        Self {
            article,
            quantities: Vec::new(),
            times: Vec::new(),
            entities: Vec::new(),
            claims: Vec::new(),
            events: Vec::new(),
            relations: Vec::new(),
        }
    }

    /// Adds a record of this article; an article record replaces nothing and is given back.
    ///
    /// # Errors
    /// The record itself, if it starts another article.
    pub fn push(&mut self, record: Record) -> Result<(), Box<ArticleRecord>> {
        match record {
            Record::Article(article) => return Err(article),
            Record::Quantity(quantity) => self.quantities.push(*quantity),
            Record::Time(time) => self.times.push(*time),
            Record::Entity(entity) => self.entities.push(*entity),
            Record::Claim(claim) => self.claims.push(*claim),
            Record::Event(event) => self.events.push(self.dated(*event)),
            Record::Relation(relation) => self.relations.push(*relation),
        }
        Ok(())
    }

    /// The event with the words of its time, which its line leaves to the record of the time.
    fn dated(&self, mut event: Event) -> Event {
        if event.when.is_none() && !event.time.is_empty() {
            // Ids end with the number of the record.
            let number = event.time.rsplit_once("#t").and_then(|(_, number)| number.parse::<usize>().ok());
            let at_number = number.and_then(|number| self.times.get(number.checked_sub(1)?));
            let is_it = |time: &&Time| time.id == event.time;
            let time = at_number.filter(is_it).or_else(|| self.times.iter().find(is_it));
            event.when = time.map(|time| time.place.clone());
        }
        event
    }

    /// The records as lines, the article first, to be written.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        std::iter::once(Line::Article(&self.article))
            .chain(self.quantities.iter().map(Line::Quantity))
            .chain(self.times.iter().map(Line::Time))
            .chain(self.entities.iter().map(Line::Entity))
            .chain(self.claims.iter().map(Line::Claim))
            .chain(self.events.iter().map(Line::Event))
            .chain(self.relations.iter().map(Line::Relation))
    }

    /// The records as lines, the article first.
    pub fn into_lines(self) -> impl Iterator<Item = Record> {
        let wrap = |article| Record::Article(Box::new(article));
        std::iter::once(wrap(self.article))
            .chain(self.quantities.into_iter().map(|x| Record::Quantity(Box::new(x))))
            .chain(self.times.into_iter().map(|x| Record::Time(Box::new(x))))
            .chain(self.entities.into_iter().map(|x| Record::Entity(Box::new(x))))
            .chain(self.claims.into_iter().map(|x| Record::Claim(Box::new(x))))
            .chain(self.events.into_iter().map(|x| Record::Event(Box::new(x))))
            .chain(self.relations.into_iter().map(|x| Record::Relation(Box::new(x))))
    }
}
