//! From words to events: what happened or will, who took part, where, and when.
//!
//! Sees one article; which events of several articles are one is the alignment's work.

mod age;
mod beside;
mod bounds;
mod carried;
mod figures;
mod moved;
mod participants;
mod predicate;
mod state;
mod when;
mod zone;

use factcheck_core::{
    claim::Polarity,
    event::{Ending, Event, Phase},
    record::SchemaVersion,
    span::Span,
};

use crate::{
    cast::Cast,
    claim::{modality, polarity, speaker},
    document::Document,
    lexicon,
    records::Scribe,
    tree::Tree,
};

use predicate::Predicate;

/// An event with what the readers of relations need.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) event: Event,
    /// Index of its sentence in the document.
    pub(crate) sentence: usize,
    /// The token of its predicate.
    pub(crate) token: usize,
}

/// The events of a document, in text order. `first_time` and `first_event` are how many records the article
/// had before.
pub(crate) fn build(
    document: &Document,
    cast: &Cast,
    scribe: &Scribe,
    first_time: usize,
    first_event: usize,
) -> Vec<Built> {
    // Events are large: room is made once for about as many as there are.
    let mut built = Vec::with_capacity(2 * document.sentences.len());
    let mut times_before = first_time;
    for (index, parsed) in document.sentences.iter().enumerate() {
        let tree = document.tree(parsed);
        let predicates = predicate::predicates(tree, cast, index, &parsed.times);
        let whens = when::whens(tree, parsed, &predicates, scribe.published.map(|stamp| stamp.date));
        let ordinals = predicate::ordinals(tree, &parsed.times);
        let figures = if predicates.is_empty() { Vec::new() } else { figures::of(tree, &parsed.times) };
        for (predicate, when) in predicates.iter().zip(whens) {
            let is_state = !when.is_told() && state::is_state(tree, predicate.token);
            if is_state || scribe.is_withdrawn(tree.span(predicate.token..predicate.token + 1)) {
                continue;
            }
            let id = scribe.name('e', first_event + built.len());
            let told = Told { tree, index, predicate };
            let mut event = event(document, cast, scribe, &told, id);
            event.figures.clone_from(&figures);
            if let Some((ordinal, at)) = predicate::ordinal(tree, &predicates, &ordinals, predicate.token) {
                event.ordinal = Some(ordinal);
                event.scope = predicate::scope(tree, predicate.token, at);
            }
            match when.time {
                Some(position) => {
                    let found = &parsed.times[position];
                    event.window = found.meaning.window;
                    event.relative = found.meaning.relative;
                    event.time = scribe.name('t', times_before + position);
                    event.when = Some(scribe.locator.place(found.span));
                    event.phase = when.phase;
                    // "not restored until Monday" tells that it is restored, and when.
                    if when.not_until {
                        event.polarity = Polarity::Affirmed;
                    }
                }
                None => {
                    event.window =
                        bounds::by_tense(tree, predicate, event.modality, parsed, scribe.published);
                }
            }
            if let Some(position) = when.clock {
                let found = &parsed.times[position];
                event.clock = zone::clock(document.text, &parsed.times, position);
                event.window = event.window.intersect(found.meaning.window).unwrap_or(event.window);
            }
            event.duration = when.duration;
            event.ending = when.until.map(|position| Ending {
                window: parsed.times[position].meaning.window,
                time: scribe.name('t', times_before + position),
                when: scribe.locator.place(parsed.times[position].span),
            });
            built.push(Built { event, sentence: index, token: predicate.token });
        }
        times_before += parsed.times.len();
    }
    built
}

/// A predicate in its sentence.
struct Told<'a> {
    tree: Tree<'a>,
    /// Index of the sentence.
    index: usize,
    predicate: &'a Predicate<'a>,
}

fn event(document: &Document, cast: &Cast, scribe: &Scribe, told: &Told, id: String) -> Event {
    let Told { tree, index, predicate } = *told;
    let parties = participants::participants(tree, cast, index, predicate);
    let span = tree.span(predicate.token..predicate.token + 1);
    let sentence = Span::from(document.sentences[index].sentence.range.clone());
    let governor = predicate.light.unwrap_or(predicate.token);
    Event {
        schema_version: SchemaVersion,
        id,
        place: scribe.locator.place(span),
        predicate: tree.lemma(predicate.token).into_owned(),
        class: predicate.class.clone().into_owned(),
        once: lexicon::is_once(&predicate.class),
        participants: parties.people,
        location: parties.location,
        window: factcheck_core::window::Window::ANY,
        time: String::new(),
        when: None,
        relative: false,
        phase: Phase::Whole,
        ending: None,
        clock: None,
        duration: None,
        polarity: polarity(tree, governor),
        modality: modality(tree, governor),
        ordinal: None,
        scope: String::new(),
        terms: document.sentences[index].terms(tree).around(tree, predicate.token, span),
        figures: Vec::new(),
        speaker: speaker(tree, cast, index, governor),
        sentence: sentence.of(document.text).to_owned(),
        sentence_start: scribe.locator.start(sentence),
    }
}
