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
use crate::kinds::remembered;
use crate::labels::{Tag, Upos, Xpos};
use crate::lemma::{exception, lemma};
use crate::memory::Memory;
use crate::model::Sections;
use crate::tokens::Token;
use crate::weights::{Packed, best};
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
    /// Labels of verb forms.
    verbs: u64,
    /// Labels of nouns, names and what names are made of.
    nominal: u64,
    /// Labels of adverbs.
    adverbs: u64,
    /// Labels that each bit of a word's senses allows.
    by_sense: [u64; 8],
    /// Whether names inside a sentence are taken for names; not while weights are learnt, which so see more cases.
    pub(crate) narrows_names: bool,
    weights: Packed<'m>,
}

/// Buffers of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    pub(crate) words: Vec<Word>,
    pub(crate) candidates: Vec<Candidates>,
    /// The labels as far as they are decided, else [`UNDECIDED`].
    pub(crate) labels: Vec<u8>,
    /// Whether most words are capitalised.
    headline: bool,
    memory: Memory<u8, 512>,
}

/// No label has this number.
const UNDECIDED: u8 = 255;

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Candidates {
    /// Nobody asked yet.
    Unread,
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
        let set = |belongs: fn(Tag) -> bool| {
            let tag = |[upos, xpos]: &[u8; 2]| {
                Some(Tag { upos: Upos::from_number(*upos)?, xpos: Xpos::from_number(*xpos)? })
            };
            let labels = (0..64).zip(labels);
            labels
                .filter(|(_, numbers)| tag(numbers).is_some_and(belongs))
                .fold(0_u64, |set, (at, _)| set | 1 << at)
        };
        let verbs = set(Tag::is_verb_form);
        let adverbs = set(|tag| tag.upos == Upos::Adv);
        let by_sense = SENSE_TAGS.map(set);
        let nominal =
            set(|tag| matches!(tag.upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::X));
        Some(Self {
            labels,
            dictionary,
            open: [lower, capital],
            names,
            addresses,
            verbs,
            nominal,
            adverbs,
            by_sense,
            narrows_names: true,
            weights,
        })
    }

    /// Tags a sentence; `tags` is replaced.
    pub(crate) fn tag(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, tags: &mut Vec<Tag>) {
        Self::look_up(text, tokens, buffers);
        tags.clear();
        tags.extend((0..tokens.len()).map(|at| self.tag_at(text, tokens, buffers, at)));
    }

    /// The tag of one word of a sentence that was looked up: the one that reading from left to right gives.
    ///
    /// A label rests on the two before it, so that it is enough to begin behind two labels that are decided.
    pub(crate) fn tag_at(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) -> Tag {
        if !self.is_decided(text, tokens, buffers, at) {
            let mut from = at;
            while !(from.saturating_sub(2)..from).all(|before| self.is_decided(text, tokens, buffers, before))
            {
                from -= 1;
            }
            for next in from..=at {
                if !self.is_decided(text, tokens, buffers, next) {
                    self.decide(text, tokens, buffers, next);
                }
            }
        }
        buffers.labels.get(at).map_or(Tag::UNKNOWN, |label| self.tag_of(*label))
    }

    fn is_decided(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) -> bool {
        self.read(text, tokens, buffers, at);
        buffers.labels.get(at).is_some_and(|label| *label != UNDECIDED)
    }

    /// Whether a word of a sentence that was looked up may be a verb form; decides nothing.
    pub(crate) fn may_be_verb(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) -> bool {
        self.read(text, tokens, buffers, at);
        may_be(buffers, at, self.verbs)
    }

    /// Whether it may be an adverb; decides nothing.
    pub(crate) fn may_be_adverb(
        &self,
        text: &str,
        tokens: &[Token],
        buffers: &mut Buffers,
        at: usize,
    ) -> bool {
        self.read(text, tokens, buffers, at);
        may_be(buffers, at, self.adverbs)
    }

    /// The labels of a word that could be nearly anything, but for those that `WordNet` speaks against.
    fn sensible(&self, set: u64, senses: u8) -> u64 {
        if set.count_ones() <= FEW || senses == 0 {
            return set;
        }
        let bits = (0..8).zip(self.by_sense).filter(|(bit, _)| senses >> bit & 1 != 0);
        let kept = set & bits.fold(0, |all, (_, labels)| all | labels);
        if kept == 0 { set } else { kept }
    }

    /// Reads what the features of the word need of it and its neighbours.
    pub(crate) fn read_around(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) {
        for near in at.saturating_sub(2)..(at + 3).min(tokens.len()) {
            self.read(text, tokens, buffers, near);
        }
        let Buffers { words, memory, .. } = buffers;
        for near in at.saturating_sub(1)..(at + 3).min(tokens.len()) {
            let (word, letters) = (&mut words[near], tokens[near].text(text));
            forms::finish(&mut word.form, letters);
            if !word.is_known && word.senses == UNREAD {
                word.class = unknown_class(&word.form);
                word.senses = memory.get(letters, &word.form, || senses(letters, &word.form));
            }
        }
    }

    fn decide(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) {
        self.read_around(text, tokens, buffers, at);
        let Some(Candidates::Among(set)) = buffers.candidates.get(at) else { return };
        let set = self.sensible(*set, buffers.words[at].senses);
        let window = window(&buffers.words, at);
        let features = features(window, last_two(&buffers.labels[..at]), buffers.headline);
        buffers.labels[at] = best(&features, set, &self.weights);
    }

    fn tag_of(&self, label: u8) -> Tag {
        let numbers = self.labels.get(usize::from(label));
        numbers
            .and_then(|[upos, xpos]| {
                Some(Tag { upos: Upos::from_number(*upos)?, xpos: Xpos::from_number(*xpos)? })
            })
            .unwrap_or(Tag::UNKNOWN)
    }

    /// Makes room for the words of a sentence; each is read when it is needed.
    pub(crate) fn look_up(text: &str, tokens: &[Token], buffers: &mut Buffers) {
        let Buffers { words, candidates, labels, headline, .. } = buffers;
        words.clear();
        words.resize(tokens.len(), Word::EDGE);
        candidates.clear();
        candidates.resize(tokens.len(), Candidates::Unread);
        labels.clear();
        labels.resize(tokens.len(), UNDECIDED);
        *headline = is_headline(text, tokens);
    }

    /// Reads a word and what it can be; a label that is sure is decided.
    #[inline]
    fn read(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) {
        if buffers.candidates.get(at) == Some(&Candidates::Unread) {
            self.read_new(text, tokens, buffers, at);
        }
    }

    fn read_new(&self, text: &str, tokens: &[Token], buffers: &mut Buffers, at: usize) {
        let (word, mut candidates) = self.word(forms::look(tokens[at].text(text)));
        // A capitalised word inside a sentence that the dictionary does not have names something: it is no verb.
        // Behind a mark, such as a quote or a colon, a sentence may begin anew.
        let is_name =
            self.narrows_names && !word.is_known && word.form.case() != Case::Lower && !buffers.headline;
        if let Candidates::Among(set) = &mut candidates
            && is_name
            && at.checked_sub(1).is_some_and(|before| forms::letters(tokens[before].text(text)).any)
            && *set & self.nominal != 0
        {
            *set &= self.nominal;
        }
        buffers.words[at] = word;
        buffers.candidates[at] = candidates;
        if let Candidates::Sure(label) = candidates {
            buffers.labels[at] = label;
        }
    }

    #[inline]
    fn word(&self, form: Form) -> (Word, Candidates) {
        let case = form.case();
        let Some(entry) = self.dictionary.find(&form) else {
            let open = self.open[usize::from(case != Case::Lower)];
            let word = Word { form, class: 0, senses: UNREAD, kinds: [0; 2], is_known: false };
            return (word, Candidates::Among(self.without_addresses(open, &form)));
        };
        let word = Word {
            form,
            class: u32::from(entry.class),
            senses: entry.senses,
            kinds: entry.kinds,
            is_known: true,
        };
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

/// Whether the label of the word, decided or not, may be one of the set.
fn may_be(buffers: &Buffers, at: usize, set: u64) -> bool {
    match (buffers.labels.get(at), buffers.candidates.get(at)) {
        (Some(&UNDECIDED), Some(Candidates::Among(candidates))) => candidates & set != 0,
        (Some(label), _) => set & 1_u64.checked_shl(u32::from(*label)).unwrap_or(0) != 0,
        (None, _) => false,
    }
}

/// Stands for the class of a word that the dictionary does not have: ending and shape.
pub(crate) fn unknown_class(form: &Form) -> u32 {
    let ending = if form.shape & (HAS_LETTER | HAS_DIGIT) == HAS_LETTER { form.suffixes[1] } else { 0 };
    crate::hash::mix(ending, u32::from(form.shape)) | 0x8000_0000
}

/// So many labels are what a word was seen with; more are guesses.
const FEW: u32 = 12;

/// The tags that each bit of [`senses`] speaks for.
const SENSE_TAGS: [fn(Tag) -> bool; 8] = [
    |tag| matches!(tag.xpos, Xpos::Nn | Xpos::Nnp) || tag.upos == Upos::Intj,
    |tag| matches!(tag.xpos, Xpos::Vb | Xpos::Vbp | Xpos::Vbd | Xpos::Vbn),
    |tag| tag.upos == Upos::Adj || matches!(tag.xpos, Xpos::Nn | Xpos::Nnp | Xpos::Rb),
    |tag| tag.upos == Upos::Adv || tag.upos == Upos::Intj,
    |tag| matches!(tag.xpos, Xpos::Nns | Xpos::Nnps | Xpos::Nnp),
    |tag| tag.xpos == Xpos::Vbz,
    |tag| matches!(tag.xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Nnp) || tag.upos == Upos::Adj,
    |tag| tag.xpos == Xpos::Vbg || matches!(tag.xpos, Xpos::Nn | Xpos::Nnp) || tag.upos == Upos::Adj,
];

/// Stands for senses that were not looked up yet; a word that had them all would be looked up each time.
pub(crate) const UNREAD: u8 = 255;

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
    let kind =
        |upos| wordnet::lexnames(&lemma(text, upos), upos).next().map_or(0, |lexname| lexname as u8 + 1);
    remembered(text, form, || [Upos::Noun, Upos::Verb].map(kind))
}

/// The kind of the thing or act that a tagged word names; 0 where it names none.
#[inline]
pub(crate) fn kind_of(word: &Word, text: &str, tag: Tag) -> u8 {
    if !matches!(tag.upos, Upos::Noun | Upos::Propn | Upos::Verb) {
        return 0;
    }
    let kinds = if word.is_known { word.kinds } else { kinds(text, &word.form) };
    kinds[usize::from(tag.upos == Upos::Verb)]
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

/// Whether most of a sentence's words are capitalised: more than two of three, and more than three words.
pub(crate) fn is_headline(text: &str, tokens: &[Token]) -> bool {
    let (mut lower, mut all) = (0, 0);
    for token in tokens {
        let letters = forms::letters(token.text(text));
        all += usize::from(letters.any);
        lower += usize::from(letters.any && !letters.capital);
        // Most sentences are none, and most of those are known after a third of their words.
        if lower * 3 >= tokens.len() {
            return false;
        }
    }
    all > 3 && lower * 3 < all
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
