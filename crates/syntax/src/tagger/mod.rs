//! A greedy tagger, left to right. Words that the dictionary is sure of cost one look-up; the rest
//! are decided by an averaged perceptron among the tags that they can have.
//!
//! Sees one sentence's tokens; knows nothing of trees.

pub(crate) mod dictionary;
pub(crate) mod features;

use std::sync::LazyLock;

use self::dictionary::Dictionary;
use self::features::{START, Word, features};
use crate::forms::{self, Case, Form, HAS_DIGIT, HAS_LETTER, HAS_MARK};
use crate::labels::{Tag, Upos, Xpos};
use crate::lemma::{exception, lemma};
use crate::model::Sections;
use crate::tokens::Token;
use crate::weights::{Packed, Weights, best};
use crate::wordnet;

/// The tagger's tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagger<'m> {
    labels: &'m [[u8; 2]],
    dictionary: Dictionary<'m>,
    /// Labels of words that the dictionary does not have: in lower case, and capitalised.
    open: [u64; 2],
    /// Labels that capitals add to those of a known word.
    names: u64,
    /// Labels of addresses, which words without marks do not have.
    addresses: u64,
    weights: Packed<'m>,
}

/// Buffers of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    pub(crate) words: Vec<Word>,
    pub(crate) candidates: Vec<Candidates>,
    pub(crate) labels: Vec<u8>,
}

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Candidates {
    Sure(u8),
    Among(u64),
}

static TAGGER: LazyLock<Option<Tagger<'static>>> =
    LazyLock::new(|| Tagger::new(include_bytes!("../../../../data/model/tagger.bin")));

impl Tagger<'static> {
    /// The tagger that is compiled in.
    pub(crate) fn bundled() -> Option<&'static Self> {
        TAGGER.as_ref()
    }
}

impl<'m> Tagger<'m> {
    /// Reads a model in place.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let mut sections = Sections::new(bytes)?;
        let (labels, _) = sections.next()?.as_chunks::<2>();
        let (open, _) = sections.next()?.as_chunks::<8>();
        let slots = sections.next()?;
        let dictionary = Dictionary::new(slots, sections.next()?)?;
        let weights = Packed::new(sections.next()?)?;
        let [lower, capital, names, addresses] = open.first_chunk::<4>()?.map(u64::from_le_bytes);
        let open = [lower, capital];
        Some(Self { labels, dictionary, open, names, addresses, weights })
    }

    /// Tags a sentence; `tags` is replaced. The label numbers stay in `buffers.labels`.
    pub(crate) fn tag(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, tags: &mut Vec<Tag>) {
        self.look_up(text, tokens, buffers);
        decode(buffers, &self.weights);
        tags.clear();
        tags.extend(buffers.labels.iter().map(|label| self.tag_of(*label)));
    }

    fn tag_of(&self, label: u8) -> Tag {
        let numbers = self.labels.get(usize::from(label));
        numbers
            .and_then(|[upos, xpos]| {
                Some(Tag { upos: Upos::from_number(*upos)?, xpos: Xpos::from_number(*xpos)? })
            })
            .unwrap_or(Tag::UNKNOWN)
    }

    /// Reads the words and what each can be.
    pub(crate) fn look_up(&self, text: &str, tokens: &[Token], buffers: &mut Buffers) {
        buffers.words.clear();
        buffers.candidates.clear();
        for token in tokens {
            let form = forms::read(token.text(text));
            let (word, candidates) = self.word(token.text(text), form);
            buffers.words.push(word);
            buffers.candidates.push(candidates);
        }
    }

    #[inline]
    fn word(&self, text: &str, form: Form) -> (Word, Candidates) {
        let case = form.case();
        let Some(entry) = self.dictionary.find(&form) else {
            let open = self.open[usize::from(case != Case::Lower)];
            let word = Word {
                form,
                class: unknown_class(&form),
                senses: senses(text, &form),
                kinds: kinds(text, &form),
            };
            return (word, Candidates::Among(self.without_addresses(open, &form)));
        };
        let word = Word { form, class: u32::from(entry.class), senses: entry.senses, kinds: entry.kinds };
        if let Some(label) = entry.sure(case) {
            return (word, Candidates::Sure(label));
        }
        let labels = match case {
            Case::Lower => self.dictionary.labels(entry.lower_class),
            Case::Title | Case::Upper => self.dictionary.labels(entry.class) | self.names,
        };
        (word, Candidates::Among(self.without_addresses(labels, &form)))
    }

    fn without_addresses(&self, labels: u64, form: &Form) -> u64 {
        let kept = labels & !self.addresses;
        if form.shape & HAS_MARK != 0 || kept == 0 { labels } else { kept }
    }
}

/// Stands for the class of a word that the dictionary does not have: ending and shape.
pub(crate) fn unknown_class(form: &Form) -> u32 {
    let ending = if form.shape & (HAS_LETTER | HAS_DIGIT) == HAS_LETTER { form.suffixes[1] } else { 0 };
    crate::hash::mix(ending, u32::from(form.shape)) | 0x8000_0000
}

/// What `WordNet` has: noun 1, verb 2, adjective 4, adverb 8; and with the ending off: a noun with
/// -s 16, a verb with -s 32, with -ed 64, with -ing 128; both
/// for an irregular form of a verb.
pub(crate) fn senses(text: &str, form: &Form) -> u8 {
    const LONGEST: usize = 24;
    if form.shape & HAS_LETTER == 0 || text.len() > LONGEST || !text.is_ascii() {
        return 0;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..text.len()];
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else { return 0 };
    let own = wordnet::classes(lower) & 15;
    let irregular = if exception("verb", lower).is_some() { 192 } else { 0 };
    own | irregular
        | match lower.as_bytes() {
            [.., b's'] => [("s", ""), ("es", ""), ("ies", "y")].iter().fold(0, |found, (ending, instead)| {
                let classes = without(lower, ending, instead);
                found | (classes & 1) << 4 | (classes & 2) << 4
            }),
            [.., b'e', b'd'] => (ends_verb(lower, "ed")) << 6,
            [.., b'i', b'n', b'g'] => (ends_verb(lower, "ing")) << 7,
            _ => 0,
        }
}

/// The kind of a word's first meaning as a noun and as a verb, counted from 1; 0 where it has none.
pub(crate) fn kinds(text: &str, form: &Form) -> [u8; 2] {
    if form.shape & HAS_LETTER == 0 {
        return [0; 2];
    }
    [Upos::Noun, Upos::Verb]
        .map(|upos| wordnet::lexnames(&lemma(text, upos), upos).next().map_or(0, |lexname| lexname as u8 + 1))
}

/// 1 if the word without the ending is a verb, as it is, with an e, or without a doubled letter.
fn ends_verb(lower: &str, ending: &str) -> u8 {
    let single = lower.strip_suffix(ending).and_then(|stem| match stem.as_bytes() {
        [.., a, b] if a == b => Some(&stem[..stem.len() - 1]),
        _ => None,
    });
    let doubled = single.map_or(0, wordnet::classes);
    ((without(lower, ending, "") | without(lower, ending, "e") | doubled) >> 1) & 1
}

fn without(lower: &str, ending: &str, instead: &str) -> u8 {
    let Some(stem) = lower.strip_suffix(ending).filter(|stem| !stem.is_empty()) else { return 0 };
    let mut buffer = [0; 32];
    let Some(joined) = buffer.get_mut(..stem.len() + instead.len()) else { return 0 };
    joined[..stem.len()].copy_from_slice(stem.as_bytes());
    joined[stem.len()..].copy_from_slice(instead.as_bytes());
    std::str::from_utf8(joined).map_or(0, wordnet::classes)
}

/// Whether most of a sentence's words are capitalised.
pub(crate) fn is_headline(words: &[Word]) -> bool {
    let lettered = words.iter().filter(|word| word.form.shape & HAS_LETTER != 0);
    let (capital, all) = lettered.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.form.case() != Case::Lower), all + 1)
    });
    all > 3 && capital * 3 > all * 2
}

/// Chooses the labels, from left to right.
pub(crate) fn decode<W: Weights>(buffers: &mut Buffers, weights: &W) {
    let Buffers { words, candidates, labels } = buffers;
    labels.clear();
    let headline = is_headline(words);
    for (at, candidates) in candidates.iter().enumerate() {
        let label = match *candidates {
            Candidates::Sure(label) => label,
            Candidates::Among(set) => {
                best(&features(window(words, at), last_two(labels), headline), set, weights)
            }
        };
        labels.push(label);
    }
}

/// A word and its two neighbours on both sides.
pub(crate) fn window(words: &[Word], at: usize) -> [&Word; 5] {
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).unwrap_or(&Word::EDGE);
    [word(at.checked_sub(2)), word(at.checked_sub(1)), word(Some(at)), word(Some(at + 1)), word(Some(at + 2))]
}

/// The last label and the one before it.
pub(crate) fn last_two(labels: &[u8]) -> [u8; 2] {
    match labels {
        [.., two, one] => [*one, *two],
        [one] => [*one, START],
        [] => [START, START],
    }
}
