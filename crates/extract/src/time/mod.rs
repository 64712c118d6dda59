//! Reading temporal expressions: where they stand, their TIMEX3 type and value, and the days they allow.
//!
//! A sentence goes one way: tokens to [`words`], words to phrases ([`grammar`]), phrases to meanings
//! ([`resolve`]) with the help of what the article told so far ([`anchors`]). Sees one article, sentence by
//! sentence; reads no clock and no files.

mod amounts;
mod anchors;
mod clock;
mod counted;
mod dates;
mod durations;
mod edges;
mod evidence;
mod grammar;
mod holidays;
mod joins;
mod lengths;
mod lexicon;
mod phrase;
mod publication;
mod references;
mod relative;
mod resolve;
mod seasons;
mod sets;
mod tense;
#[cfg(test)]
mod tests;
mod values;
mod verbs;
mod wire;
mod words;
mod years;
mod zones;

use chrono::NaiveDate;
use factcheck_core::{
    calendar::{Grain, Period},
    span::Span,
    stamp::Stamp,
    timex::Meaning,
    window::Window,
};
use factcheck_syntax::{Tagged, Upos};

use anchors::{Anchors, Place};
use evidence::Evidence;
use lexicon::{Kind, Which};
use phrase::{Date, Partial, Phrase, What, YearOf};
use tense::Direction;
use words::{Line, Word};

pub use publication::{publication_date, update_date};
pub(crate) use wire::written;

/// A temporal expression in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it means.
    pub meaning: Meaning,
}

/// Reads the temporal expressions of one article, sentence by sentence in their order: "two days later" and
/// "that month" rest on what was told before.
#[derive(Clone, Debug)]
pub struct Reader {
    anchors: Anchors,
    words: Vec<Word>,
    phrases: Vec<Phrase>,
    /// Sentences with expressions since the last quarter was named.
    since_quarter: u32,
    evidence: Evidence,
}

/// A quarter's figures are compared within so many sentences.
const QUARTER_HOLDS: u32 = 4;

impl Reader {
    /// A reader for an article that was published then.
    #[must_use]
    pub fn new(published: Option<Stamp>) -> Self {
        Self {
            anchors: Anchors::new(published),
            words: Vec::new(),
            phrases: Vec::new(),
            since_quarter: 0,
            evidence: Evidence::default(),
        }
    }

    /// Between which days an article that does not say it can have been published, by what was read so far.
    #[must_use]
    pub fn publication_range(&self) -> Window {
        self.evidence.window()
    }

    /// Adds the expressions of `sentence`, a sentence of `text`, to `out`: in order, never overlapping, never
    /// empty, on character borders.
    pub fn read(&mut self, text: &str, sentence: &dyn Tagged, out: &mut Vec<Found>) {
        words::words(text, sentence, &mut self.words);
        self.phrases.clear();
        let line = Line { text, words: &self.words, sentence };
        grammar::phrases(&line, &mut self.phrases);
        if self.phrases.is_empty() {
            return;
        }
        if self.anchors.published.is_none() {
            for phrase in &self.phrases {
                self.evidence.see(&line, phrase);
            }
        }
        self.anchors.quarterly = false;
        for (index, written) in self.phrases.iter().enumerate() {
            let shared = share_year(&line, &self.phrases, index, &self.anchors);
            let phrase = shared.as_ref().unwrap_or(written);
            let beside = day_beside(&line, &self.phrases, index, &self.anchors);
            let direction = || tense::direction(&line, phrase.first, phrase.end);
            let planned = self.anchors.is_history() && direction() == Direction::Future;
            let tells = (!planned && !by_the_way(&line, phrase)).then(|| place(&line, phrase.first));
            if let Some(day) = quarter_end(&line, &self.phrases, index, &self.anchors) {
                self.anchors.tell_quarter_ended(day);
            }
            let mut meaning = resolve::meaning(phrase, &mut self.anchors, beside, tells, &direction);
            meaning.relative |= shared.is_some();
            let last = phrase.end.checked_sub(1).and_then(|last| self.words.get(last));
            if let (Some(first), Some(last)) = (self.words.get(phrase.first), last) {
                out.push(Found { span: Span { start: first.start, end: last.end }, meaning });
            }
        }
        self.since_quarter = if self.anchors.quarterly { 0 } else { self.since_quarter + 1 };
        if self.since_quarter >= QUARTER_HOLDS {
            self.anchors.quarter = None;
            self.since_quarter = 0;
        }
    }
}

/// "the 1945 agreement", "winter quarters": a year or season that only names something, and does not carry the tale.
fn by_the_way(line: &Line, phrase: &Phrase) -> bool {
    let year = matches!(
        phrase.what,
        What::Date(
            Date::Known(Period::Year(_)) | Date::Partial(Partial::Season(_), YearOf::Open, Which::Bare)
        )
    );
    let capital = line.capital(phrase.end);
    // "the Easter Offensive"
    if matches!(phrase.what, What::Date(Date::Partial(Partial::Holiday(_), YearOf::Open, _))) && capital {
        return true;
    }
    let noun = || matches!(line.tag(phrase.end).upos, Upos::Noun | Upos::Propn | Upos::Adj);
    year && line.before(phrase.first) != Kind::In && noun()
}

/// The expression with the year that a joined one gives it.
fn share_year(line: &Line, phrases: &[Phrase], index: usize, anchors: &Anchors) -> Option<Phrase> {
    let phrase = &phrases[index];
    let before = index.checked_sub(1).and_then(|index| phrases.get(index)).zip(anchors.resolved);
    if let Some((last, before)) = before
        && let Some(shared) = joins::shared(line, last, phrase, before)
    {
        return Some(shared);
    }
    // A tale that has come to spring looks back from "from October to March".
    let next = phrases.get(index + 1).filter(|_| anchors.is_history())?;
    let What::Date(date) = next.what else { return None };
    let year = resolve::period_of(date, anchors, &|| Direction::Told)?.year();
    joins::before_turn(line, phrase, next, year)
}

/// The day behind "the quarter ended".
fn quarter_end(line: &Line, phrases: &[Phrase], index: usize, anchors: &Anchors) -> Option<NaiveDate> {
    let What::Date(Date::Grain(Grain::Quarter, Which::Bare)) = phrases[index].what else { return None };
    let next = phrases.get(index + 1)?;
    let ended = line.kind(phrases[index].end) == Kind::Ended && next.first <= phrases[index].end + 2;
    let What::Date(date) = next.what else { return None };
    let day = ended.then(|| resolve::day_of(date, anchors, &|| Direction::Past))??;
    day.first()
}

/// Where in its sentence an expression stands.
fn place(line: &Line, first: usize) -> Place {
    let bound = line.follows(first, &["until", "till", "since", "through", "of"])
        && (line.kind(first.wrapping_sub(1)) != Kind::Of || line.is(first.wrapping_sub(2), "as"));
    if bound {
        Place::Bound
    } else if first <= HEAD {
        Place::Head
    } else {
        Place::Inside
    }
}

/// How many words may stand before a date at the head of its sentence: "In early", "Meanwhile, by".
const HEAD: usize = 3;

/// The day that a neighbouring expression of the sentence gives to a clock time without one.
fn day_beside(line: &Line, phrases: &[Phrase], index: usize, anchors: &Anchors) -> Option<Period> {
    if !matches!(phrases[index].what, What::Time(None, _)) {
        return None;
    }
    let near = [index.checked_add(1), index.checked_sub(1), index.checked_add(2)];
    near.into_iter().flatten().filter_map(|at| phrases.get(at)).find_map(|phrase| {
        let direction = || tense::direction(line, phrase.first, phrase.end);
        match phrase.what {
            What::Date(date) | What::Time(Some(date), _) => resolve::day_of(date, anchors, &direction),
            _ => None,
        }
        .filter(|period| period.grain() == Grain::Day)
    })
}

/// Lower-case words that can begin or hold a temporal expression; besides them, every figure can.
pub fn anchor_words() -> impl Iterator<Item = &'static str> {
    lexicon::forms()
        .filter(|(form, kind)| {
            let grammar = matches!(
                kind,
                Kind::A
                    | Kind::After
                    | Kind::And
                    | Kind::At
                    | Kind::Before
                    | Kind::In
                    | Kind::Of
                    | Kind::On
                    | Kind::Or
                    | Kind::The
                    | Kind::To
                    | Kind::Possessive
                    | Kind::Half
                    | Kind::Ended
                    | Kind::Which(_)
                    | Kind::Cardinal(_)
                    | Kind::Vague(_)
                    | Kind::Scale(_)
                    | Kind::Comparative(_)
                    | Kind::Era(false)
                    | Kind::Rest
                    | Kind::Approximation(_)
                    | Kind::Edge(_)
                    | Kind::Period
            );
            !grammar || matches!(*form, "current" | "recent" | "past" | "future" | "latest" | "mid")
        })
        .map(|(form, _)| form)
        .chain(holidays::beginnings())
        .chain(["present", "moment", "term"])
}
