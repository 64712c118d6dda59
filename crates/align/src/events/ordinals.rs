//! Which counted things of different articles are one: "the second complaint" here and there.

use factcheck_core::{ordinal::ordinal, place::Place, record::Records};
use factcheck_syntax::{Upos, lemma};

use super::{EventRef, parties::Parties};
use crate::score::logistic;

/// An ordinal with what it counts.
#[derive(Clone, Debug)]
pub struct Counted {
    /// An event of its sentence, whose words are compared.
    pub at: EventRef,
    /// "second" is 2.
    pub ordinal: u32,
    /// The two words behind it, by their lemmas.
    pub what: Vec<String>,
    /// The ordinal and the word behind it.
    pub place: Place,
}

/// Two ordinals in different articles that count one thing.
#[derive(Clone, Debug)]
pub struct CountedPair {
    /// In the earlier article.
    pub a: Counted,
    /// In the later article.
    pub b: Counted,
    /// 0 to 1.
    pub confidence: f64,
}

/// The pairs of a story whose ordinals are equal, or stand in sentences that are otherwise alike and differ.
pub(super) fn pairs(story: &[Records], parties: &Parties) -> Vec<CountedPair> {
    let all: Vec<Counted> = (0..story.len()).flat_map(|article| counted(story, article)).collect();
    let mut found = Vec::new();
    for (index, a) in all.iter().enumerate() {
        for b in all[index + 1..].iter().filter(|b| b.at.article != a.at.article) {
            let counts_one = a.what.iter().any(|word| b.what.contains(word));
            // "the second time that the town was flooded" counts what "its second flood" counts.
            let occasion = a.ordinal == b.ordinal && (is_occasion(a) || is_occasion(b));
            if !(counts_one || (occasion && shared_words(story, a, b) >= 3)) {
                continue;
            }
            let (share, sum) = parties.get(a.at).overlap(parties.get(b.at));
            let near = shared_words(story, a, b);
            let equal = a.ordinal == b.ordinal;
            let alike = if equal {
                near >= 2 || (share >= 0.3 && sum >= 6.0)
            } else {
                share >= 0.75 && sum >= 10.0
                    || (!(counts_time(a) || has_scope(story, a) || has_scope(story, b))
                        && near >= 3
                        && share >= 0.2)
            };
            if alike && (equal || !(has_both(&all, a, b) || has_both(&all, b, a))) {
                found.push(CountedPair { a: a.clone(), b: b.clone(), confidence: confidence(share, sum) });
            }
        }
    }
    found
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn confidence(share: f64, sum: f64) -> f64 {
    logistic(-0.5 + 2.0 * share + 0.1 * sum.min(15.0))
}

/// Whether it counts times that something happened.
fn is_occasion(counted: &Counted) -> bool {
    counted.what.first().is_some_and(|word| word == "time")
}

/// First quarters and second days are counted in every story, each of another time.
fn counts_time(counted: &Counted) -> bool {
    let time = |word: &String| {
        matches!(
            word.as_str(),
            "quarter"
                | "half"
                | "day"
                | "week"
                | "month"
                | "year"
                | "time"
                | "century"
                | "place"
                | "fiscal"
                | "round"
        )
    };
    counted.what.iter().any(time)
}

/// Words that say what is counted over: a second trip abroad may be the first outside a union.
const SCOPES: [&str; 9] =
    ["abroad", "career", "ever", "far", "history", "outside", "record", "since", "term"];

/// Whether such a word stands within six words behind the ordinal.
fn has_scope(story: &[Records], counted: &Counted) -> bool {
    let event = &story[counted.at.article].events[counted.at.event];
    let skip = counted.place.start.saturating_sub(event.sentence_start) as usize;
    let behind: String = event.sentence.chars().skip(skip).collect();
    behind.split_whitespace().take(7).any(|word| SCOPES.contains(&plain(word).as_str()))
}

/// Whether the article of `b` counts one thing like `a` does, too: then it knows of both.
fn has_both(all: &[Counted], a: &Counted, b: &Counted) -> bool {
    all.iter().any(|other| {
        other.at.article == b.at.article
            && other.ordinal == a.ordinal
            && other.what.iter().any(|word| a.what.contains(word))
    })
}

/// How many content words stand near both ordinals.
fn shared_words(story: &[Records], a: &Counted, b: &Counted) -> usize {
    let (left, right) = (near(story, a), near(story, b));
    left.iter().filter(|word| right.contains(word)).count()
}

/// Lemmas of the longer words within ten words of the ordinal.
fn near(story: &[Records], counted: &Counted) -> Vec<String> {
    let event = &story[counted.at.article].events[counted.at.event];
    let skip = counted.place.start.saturating_sub(event.sentence_start) as usize;
    let byte = event.sentence.char_indices().nth(skip).map_or(0, |(byte, _)| byte);
    let (before, behind) = event.sentence.split_at(byte);
    let words = before.split_whitespace().rev().take(6).chain(behind.split_whitespace().skip(1).take(10));
    let mut lemmas: Vec<String> = words.map(plain).filter(|word| word.chars().count() > 3).collect();
    lemmas.sort();
    lemmas.dedup();
    lemmas.retain(|word| event.terms.binary_search(word).is_ok());
    lemmas
}

fn plain(word: &str) -> String {
    lemma(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase(), Upos::Noun).into_owned()
}

/// The ordinals of an article that do not stand in dates, one for each place.
fn counted(story: &[Records], article: usize) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    for (index, event) in story[article].events.iter().enumerate() {
        if found.iter().any(|known| {
            let other = &story[article].events[known.at.event];
            other.sentence_start == event.sentence_start && other.place.field == event.place.field
        }) {
            continue;
        }
        let at = EventRef { article, event: index };
        found.extend(in_sentence(&event.sentence, event.sentence_start, at, &event.place));
    }
    found
}

fn in_sentence(sentence: &str, first: u32, at: EventRef, like: &Place) -> Vec<Counted> {
    let words: Vec<(usize, &str)> = words(sentence).collect();
    let mut found = Vec::new();
    for (index, (start, word)) in words.iter().enumerate() {
        let Some(number) = ordinal(&word.to_lowercase()) else { continue };
        let behind: Vec<String> = words[index + 1..].iter().take(2).map(|(_, word)| plain(word)).collect();
        let beside = words[index.saturating_sub(1)..index].iter().map(|(_, word)| plain(word));
        // Anniversaries are counted in years, which another rule does.
        if behind.is_empty()
            || behind[0] == "anniversary"
            || beside.chain(behind.iter().cloned()).any(|word| factcheck_core::calendar::is_month_name(&word))
        {
            continue;
        }
        let end = words[index + 1].0 + words[index + 1].1.len();
        let quote = &sentence[*start..end];
        let before = u32::try_from(sentence[..*start].chars().count()).unwrap_or(u32::MAX);
        let from = first.saturating_add(before);
        let length = u32::try_from(quote.chars().count()).unwrap_or(u32::MAX);
        // Line and column are those of the sentence's event; the offsets are exact.
        let column = like.column.saturating_add(from).saturating_sub(like.start);
        found.push(Counted {
            at,
            ordinal: number,
            what: behind.into_iter().filter(|word| word.chars().count() > 3).collect(),
            place: Place {
                start: from,
                end: from.saturating_add(length),
                column,
                quote: quote.to_owned(),
                ..like.clone()
            },
        });
    }
    found
}

/// The words of a sentence with their first bytes.
fn words(sentence: &str) -> impl Iterator<Item = (usize, &str)> {
    sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - sentence.as_ptr() as usize, word))
}
