//! The lines of `factcheck extract`: records as JSON, written field by field into one buffer. They are what serde would
//! write, but short: what another field or record tells is left out, and [`Record`] puts it back when it is read. A sentence
//! is written once and copied for each record that has it.

mod json;
#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests;

use std::{io, ops::Range};

use json::{begin, day, flag, number, text, value};

use crate::{
    claim::Claim,
    entity::Entity,
    event::{Event, Phase},
    place::Place,
    quantity::{Amount, Quantity},
    record::{ArticleRecord, Record, SchemaVersion},
    relation::Relation,
    timex::Time,
    words,
};

/// A record that is only written, and stays where it is.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// Comes before the other records of its article.
    Article(&'a ArticleRecord),
    /// A number.
    Quantity(&'a Quantity),
    /// A temporal expression.
    Time(&'a Time),
    /// Somebody or something named.
    Entity(&'a Entity),
    /// A quantity of something.
    Claim(&'a Claim),
    /// Something that happened or will.
    Event(&'a Event),
    /// A statement between claims or events.
    Relation(&'a Relation),
}

impl<'a> From<&'a Record> for Line<'a> {
    fn from(record: &'a Record) -> Self {
        match record {
            Record::Article(article) => Self::Article(article),
            Record::Quantity(quantity) => Self::Quantity(quantity),
            Record::Time(time) => Self::Time(time),
            Record::Entity(entity) => Self::Entity(entity),
            Record::Claim(claim) => Self::Claim(claim),
            Record::Event(event) => Self::Event(event),
            Record::Relation(relation) => Self::Relation(relation),
        }
    }
}

/// Writes lines one after the other to the end of a buffer.
#[derive(Debug, Default)]
pub struct LineWriter<'a> {
    /// The last sentence, and where its JSON stands in the buffer.
    sentence: Option<(&'a str, Range<usize>)>,
}

/// Writes a key and what is between it and the value before.
macro_rules! key {
    ($out:expr, $name:literal) => {
        $out.extend_from_slice(concat!(",\"", $name, "\":").as_bytes())
    };
}

impl<'a> LineWriter<'a> {
    /// Adds the line of a record to `out`.
    ///
    /// # Errors
    /// None that these types can cause.
    pub fn write(&mut self, line: Line<'a>, out: &mut Vec<u8>) -> io::Result<()> {
        match line {
            Line::Article(article) => article_fields(article, out)?,
            Line::Quantity(quantity) => quantity_fields(quantity, out)?,
            Line::Time(time) => time_fields(time, out)?,
            Line::Entity(entity) => entity_fields(entity, out)?,
            Line::Claim(claim) => self.claim(claim, out)?,
            Line::Event(event) => self.event(event, out)?,
            Line::Relation(relation) => self.relation(relation, out)?,
        }
        out.extend_from_slice(b"}\n");
        Ok(())
    }

    /// Is to be told that the buffer was emptied.
    pub fn forget(&mut self) {
        self.sentence = None;
    }

    fn claim(&mut self, claim: &'a Claim, out: &mut Vec<u8>) -> io::Result<()> {
        begin(out, "claim", &claim.id);
        place(&claim.place, out)?;
        amount(&claim.amount, out)?;
        key!(out, "measure");
        text(out, &claim.measure);
        key!(out, "subject");
        text(out, &claim.subject);
        key!(out, "object");
        text(out, &claim.object);
        key!(out, "place");
        text(out, &claim.location);
        out.extend_from_slice(b",\"period\":{\"earliest\":");
        day(out, claim.period.earliest)?;
        key!(out, "latest");
        day(out, claim.period.latest)?;
        out.push(b'}');
        key!(out, "as_of");
        day(out, claim.as_of)?;
        key!(out, "claim_kind");
        value(out, &claim.claim_kind)?;
        key!(out, "basis");
        value(out, &claim.basis)?;
        key!(out, "polarity");
        value(out, &claim.polarity)?;
        key!(out, "speaker");
        text(out, &claim.speaker);
        key!(out, "quoted");
        flag(out, claim.quoted);
        key!(out, "modality");
        value(out, &claim.modality)?;
        if !claim.class.is_empty() {
            key!(out, "class");
            text(out, &claim.class);
        }
        if !claim.near.is_empty() {
            key!(out, "near");
            list(&claim.near, out)?;
        }
        if !claim.names.is_empty() {
            key!(out, "names");
            value(out, &claim.names)?;
        }
        if !claim.verb.is_empty() {
            key!(out, "verb");
            text(out, &claim.verb);
        }
        if !claim.anchor.is_empty() {
            key!(out, "anchor");
            text(out, &claim.anchor);
        }
        if !claim.scope.is_empty() {
            key!(out, "scope");
            value(out, &claim.scope)?;
        }
        if !claim.terms.is_empty() {
            key!(out, "terms");
            list(&claim.terms, out)?;
        }
        self.sentence(&claim.sentence, claim.sentence_start, &claim.place, out);
        Ok(())
    }

    fn event(&mut self, event: &'a Event, out: &mut Vec<u8>) -> io::Result<()> {
        begin(out, "event", &event.id);
        place(&event.place, out)?;
        key!(out, "predicate");
        text(out, &event.predicate);
        if event.class != event.predicate {
            key!(out, "class");
            text(out, &event.class);
        }
        if event.once {
            key!(out, "once");
            flag(out, true);
        }
        key!(out, "participants");
        value(out, &event.participants)?;
        key!(out, "place");
        text(out, &event.location);
        key!(out, "earliest");
        day(out, event.window.earliest)?;
        key!(out, "latest");
        day(out, event.window.latest)?;
        if !event.time.is_empty() {
            key!(out, "time");
            text(out, &event.time);
        }
        if event.relative {
            key!(out, "relative");
            flag(out, true);
        }
        if event.phase != Phase::Whole {
            key!(out, "phase");
            value(out, &event.phase)?;
        }
        if let Some(ending) = &event.ending {
            key!(out, "ending");
            value(out, ending)?;
        }
        if let Some(clock) = &event.clock {
            key!(out, "clock");
            value(out, clock)?;
        }
        if let Some(duration) = &event.duration {
            key!(out, "duration");
            value(out, duration)?;
        }
        key!(out, "polarity");
        value(out, &event.polarity)?;
        key!(out, "modality");
        value(out, &event.modality)?;
        key!(out, "ordinal");
        value(out, &event.ordinal)?;
        if !event.scope.is_empty() {
            key!(out, "scope");
            text(out, &event.scope);
        }
        if !event.terms.is_empty() {
            key!(out, "terms");
            list(&event.terms, out)?;
        }
        if !event.figures.is_empty() {
            key!(out, "figures");
            list(&event.figures, out)?;
        }
        if !event.speaker.is_empty() {
            key!(out, "speaker");
            text(out, &event.speaker);
        }
        self.sentence(&event.sentence, event.sentence_start, &event.place, out);
        Ok(())
    }

    fn relation(&mut self, relation: &'a Relation, out: &mut Vec<u8>) -> io::Result<()> {
        begin(out, "relation", &relation.id);
        place(&relation.place, out)?;
        key!(out, "type");
        value(out, &relation.relation_type)?;
        key!(out, "from");
        text(out, &relation.from);
        key!(out, "to");
        text(out, &relation.to);
        range(relation.amount, out)?;
        key!(out, "unit");
        text(out, &relation.unit.name);
        key!(out, "unit_code");
        value(out, &relation.unit.code)?;
        key!(out, "soft");
        flag(out, relation.soft);
        self.sentence(&relation.sentence, relation.sentence_start, &relation.place, out);
        Ok(())
    }

    /// The sentence, and where it begins if its words do not tell.
    fn sentence(&mut self, sentence: &'a str, start: u32, place: &Place, out: &mut Vec<u8>) {
        key!(out, "sentence");
        match &self.sentence {
            Some((last, there)) if *last == sentence => out.extend_from_within(there.clone()),
            _ => {
                let begin = out.len();
                text(out, sentence);
                self.sentence = Some((sentence, begin..out.len()));
            }
        }
        if sentence_start(sentence, place) != Some(start) {
            key!(out, "sentence_start");
            number(out, start);
        }
    }
}

/// Where a sentence begins in which the words of `place` stand once, or first.
pub(crate) fn sentence_start(sentence: &str, place: &Place) -> Option<u32> {
    let before = &sentence[..sentence.find(&place.quote)?];
    place.start.checked_sub(u32::try_from(before.chars().count()).ok()?)
}

fn article_fields(article: &ArticleRecord, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b"{\"kind\":\"article\",");
    let begin = out.len();
    value(out, article)?;
    // Its own brackets go.
    out.remove(begin);
    out.pop();
    Ok(())
}

fn quantity_fields(quantity: &Quantity, out: &mut Vec<u8>) -> io::Result<()> {
    begin(out, "quantity", &quantity.id);
    place(&quantity.place, out)?;
    amount(&quantity.amount, out)?;
    if quantity.ambiguous {
        key!(out, "ambiguous");
        flag(out, true);
    }
    if quantity.withdrawn {
        key!(out, "withdrawn");
        flag(out, true);
    }
    key!(out, "same_as");
    value(out, &quantity.same_as)
}

fn time_fields(time: &Time, out: &mut Vec<u8>) -> io::Result<()> {
    begin(out, "time", &time.id);
    place(&time.place, out)?;
    key!(out, "timex_type");
    value(out, &time.timex_type)?;
    key!(out, "timex_value");
    text(out, &time.timex_value);
    key!(out, "earliest");
    value(out, &time.earliest)?;
    key!(out, "latest");
    value(out, &time.latest)?;
    key!(out, "same_as");
    value(out, &time.same_as)
}

fn entity_fields(entity: &Entity, out: &mut Vec<u8>) -> io::Result<()> {
    begin(out, "entity", &entity.id);
    place(&entity.place, out)?;
    key!(out, "name");
    text(out, &entity.name);
    if !entity.has_one_form() {
        key!(out, "mentions");
        value(out, &entity.mentions)?;
    }
    Ok(())
}

fn place(place: &Place, out: &mut Vec<u8>) -> io::Result<()> {
    key!(out, "article");
    text(out, &place.article);
    key!(out, "field");
    value(out, &place.field)?;
    key!(out, "start");
    number(out, place.start);
    key!(out, "end");
    number(out, place.end);
    key!(out, "line");
    number(out, place.line);
    key!(out, "column");
    number(out, place.column);
    key!(out, "quote");
    text(out, &place.quote);
    Ok(())
}

fn range(range: crate::range::Range, out: &mut Vec<u8>) -> io::Result<()> {
    key!(out, "low");
    value(out, &range.low.value())?;
    key!(out, "high");
    value(out, &range.high.value())?;
    key!(out, "low_open");
    flag(out, range.low.is_open());
    key!(out, "high_open");
    flag(out, range.high.is_open());
    Ok(())
}

fn amount(amount: &Amount, out: &mut Vec<u8>) -> io::Result<()> {
    range(amount.allowed, out)?;
    key!(out, "value");
    value(out, &amount.value)?;
    key!(out, "range");
    flag(out, amount.is_range);
    key!(out, "approximation");
    value(out, &amount.approximation)?;
    key!(out, "direction");
    value(out, &amount.direction)?;
    key!(out, "unit");
    text(out, &amount.unit.name);
    key!(out, "unit_code");
    value(out, &amount.unit.code)
}

fn list(words: &[String], out: &mut Vec<u8>) -> io::Result<()> {
    match words::joined(words) {
        Some(joined) => {
            text(out, &joined);
            Ok(())
        }
        None => value(out, words),
    }
}

/// The number that stands in every record.
const VERSION: u32 = SchemaVersion::NUMBER;
