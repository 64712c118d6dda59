//! An event: something that happened or will.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    claim::{Modality, Polarity},
    place::Place,
    record::{self, SchemaVersion},
    timex::Clock,
    window::Window,
    words,
};

/// Somebody or something that takes part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Participant {
    /// "agent", "patient", "with", "place" ...
    pub role: String,
    /// The article's fullest name for it; in lower case a noun phrase, where the article names nobody there.
    pub name: String,
    /// Age in years, where the words give it: "a 36-year-old climber".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
}

impl Participant {
    /// Whether it is called by a name and not by a common noun.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.name.chars().any(char::is_uppercase)
    }
}

/// Which part of an event a time is of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// The event itself.
    #[default]
    Whole,
    /// Its beginning: "fighting since June", "the shutdown began on Dec. 22".
    Start,
    /// Its end: "until Monday", "by Dec. 31".
    End,
}

impl Phase {
    /// Whether the time is of the event itself.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

/// When an event ends, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ending {
    /// The days of its end.
    #[serde(flatten)]
    pub window: Window,
    /// The `time` record that says so.
    pub time: String,
    /// The words of that time, with their place.
    pub when: Place,
}

/// An event as one article tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// Unique in a run.
    pub id: String,
    /// Where its predicate stands.
    #[serde(flatten)]
    pub place: Place,
    /// The predicate's lemma: "arrive", "visit".
    pub predicate: String,
    /// Its class, the same for predicates that can tell of one event: "visit" for arrive and trip. Left out of a line where
    /// it is the predicate.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class: String,
    /// Whether the same parties do such a thing only once within days: a death, a founding; not a visit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub once: bool,
    /// Who takes part, in the order of mention.
    pub participants: Vec<Participant>,
    /// Where it happens; "" where unknown.
    #[serde(rename = "place")]
    pub location: String,
    /// When it happens.
    #[serde(flatten)]
    pub window: Window,
    /// The `time` record that says so; "" where the window comes from tense or from nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// The words of that time, with their place, where there is one. A line of `extract` leaves them to that record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Place>,
    /// Whether the window rests on the publication date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relative: bool,
    /// Which part of the event the window is of.
    #[serde(default, skip_serializing_if = "Phase::is_whole")]
    pub phase: Phase,
    /// Its end, where the words tell it beside the beginning: "from 3 March to 9 April".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// The time of day, where the words give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// How long it lasts in days, where the words say so: "two-day visit".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<crate::range::Range>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// Happened, expected, possible.
    pub modality: Modality,
    /// "second" is 2; `None` where the words do not count.
    pub ordinal: Option<u32>,
    /// What the ordinal counts over: "since the warrant", "outside the former Soviet Union"; "" where none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Lemmas of the content words around, sorted: evidence for alignment.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "words::serialize",
        deserialize_with = "words::deserialize"
    )]
    #[schemars(with = "words::Words")]
    pub terms: Vec<String>,
    /// The figures of the sentence without separators, "$" before money and "%" before shares, sorted: evidence for
    /// alignment.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "words::serialize",
        deserialize_with = "words::deserialize"
    )]
    #[schemars(with = "words::Words")]
    pub figures: Vec<String>,
    /// Who says so, where it is not the article itself; "" otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    /// The sentence.
    pub sentence: String,
    /// First code point of the sentence in the field; left out of a line where the quote stands first in the sentence at
    /// its own place.
    #[serde(default = "record::untold", skip_serializing_if = "record::is_untold")]
    pub sentence_start: u32,
}

impl Event {
    /// Empties what only comparing needs and no table of a report shows: of an archive it would fill the memory.
    pub fn forget_evidence(&mut self) {
        self.time = String::new();
        self.terms = Vec::new();
        self.figures = Vec::new();
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use serde_json::{Value, json};

    use super::Event;

    #[test]
    fn what_says_nothing_may_stand_or_not() {
        let short = json!({
            "schema_version": 1, "id": "a#e1", "article": "a", "field": "text", "start": 0, "end": 4, "line": 1,
            "column": 1, "quote": "came", "predicate": "come", "class": "come", "participants": [], "place": "",
            "earliest": null, "latest": null, "polarity": "affirmed", "modality": "stated", "ordinal": null,
            "sentence": "She came.", "sentence_start": 0,
        });
        let nothing = json!({
            "time": "", "when": null, "relative": false, "phase": "whole", "clock": null, "duration": null,
            "scope": "", "terms": [], "figures": [], "speaker": "",
        });
        let mut long = short.clone();
        long.as_object_mut().unwrap().extend(nothing.as_object().unwrap().clone());
        let read = |value: &Value| serde_json::from_value::<Event>(value.clone()).unwrap();
        assert_eq!(read(&short), read(&long));
        assert_eq!(serde_json::to_value(read(&long)).unwrap(), short);
    }
}
