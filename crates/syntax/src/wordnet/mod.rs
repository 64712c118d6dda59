//! What `WordNet` 3.0 says of words: kinds of meaning, and which words belong together.
//!
//! The table `data/lexicon/wordnet.bin` is read in place; nothing is parsed at the start. Lemmas
//! are in lower case, with blanks between the words of a compound. Knows nothing of sentences.

mod names;

use std::sync::LazyLock;

pub use self::names::Lexname;
use crate::hash::{SEED, mix};
use crate::labels::Upos;
use crate::model::Sections;

/// Buckets of the index, by the upper bits of the hash.
pub(crate) const BUCKET_BITS: u32 = 16;

/// No hypernym.
pub(crate) const NONE: u32 = u32::MAX;

static TABLE: LazyLock<Option<Table<'static>>> =
    LazyLock::new(|| Table::new(include_bytes!("../../../../data/lexicon/wordnet.bin")));

type Numbers<'m> = &'m [[u8; 4]];

/// The sections of the file. Lemmas are numbered in the order of their hashes.
struct Table<'m> {
    /// Per bucket, the first lemma of it; one more at the end.
    buckets: Numbers<'m>,
    /// Per lemma, where its letters begin; one more at the end.
    letters_at: Numbers<'m>,
    letters: &'m str,
    /// Per lemma, where its senses begin; one more at the end.
    senses_at: Numbers<'m>,
    /// Synset numbers, most frequent sense first within a part of speech.
    senses: Numbers<'m>,
    /// Per synset, its lexicographer file.
    lexnames: &'m [u8],
    /// Per synset, its first hypernym.
    hypernyms: Numbers<'m>,
    /// Sorted pairs of lemmas, both ways round.
    derived: &'m [[u8; 8]],
    /// Sorted pairs of lemmas, both ways round.
    antonyms: &'m [[u8; 8]],
}

impl<'m> Table<'m> {
    fn new(file: &'m [u8]) -> Option<Self> {
        let mut sections = Sections::new(file)?;
        let mut next = || sections.next();
        Some(Self {
            buckets: next()?.as_chunks().0,
            letters_at: next()?.as_chunks().0,
            letters: std::str::from_utf8(next()?).ok()?,
            senses_at: next()?.as_chunks().0,
            senses: next()?.as_chunks().0,
            lexnames: next()?,
            hypernyms: next()?.as_chunks().0,
            derived: next()?.as_chunks().0,
            antonyms: next()?.as_chunks().0,
        })
    }

    fn find(&self, lemma: &str) -> Option<u32> {
        let bucket = (hash(lemma) >> (32 - BUCKET_BITS)) as usize;
        let (first, end) = (number(self.buckets, bucket)?, number(self.buckets, bucket + 1)?);
        let is = |at: &u32| {
            let letters = span(self.letters_at, *at).and_then(|range| self.letters.as_bytes().get(range));
            letters.is_some_and(|letters| letters == lemma.as_bytes())
        };
        (first..end).find(is)
    }

    fn lemma(&self, at: u32) -> &'m str {
        span(self.letters_at, at).and_then(|range| self.letters.get(range)).unwrap_or_default()
    }

    fn synsets(&self, lemma: &str) -> impl Iterator<Item = u32> + 'm {
        let range = self.find(lemma).and_then(|at| span(self.senses_at, at)).unwrap_or_default();
        self.senses.get(range).unwrap_or_default().iter().map(|bytes| u32::from_le_bytes(*bytes))
    }

    fn lexname(&self, synset: u32) -> Option<Lexname> {
        self.lexnames.get(usize::try_from(synset).ok()?).and_then(|number| Lexname::from_number(*number))
    }
}

fn number(numbers: &[[u8; 4]], at: usize) -> Option<u32> {
    numbers.get(at).map(|bytes| u32::from_le_bytes(*bytes))
}

fn span(starts: &[[u8; 4]], at: u32) -> Option<std::ops::Range<usize>> {
    let at = usize::try_from(at).ok()?;
    Some(usize::try_from(number(starts, at)?).ok()?..usize::try_from(number(starts, at + 1)?).ok()?)
}

/// A pair as it stands in the tables, ordered by its bytes.
pub(crate) fn pair(a: u32, b: u32) -> [u8; 8] {
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (a.to_be_bytes(), b.to_be_bytes());
    [a0, a1, a2, a3, b0, b1, b2, b3]
}

/// The hash that orders the lemmas.
pub(crate) fn hash(lemma: &str) -> u32 {
    lemma.bytes().fold(SEED, |hash, byte| mix(hash, u32::from(byte)))
}

/// The kinds of meaning that a lemma has as that part of speech, the most frequent sense first.
/// Names (`PROPN`) count as nouns and auxiliaries as verbs; other classes have none.
pub fn lexnames(lemma: &str, upos: Upos) -> impl Iterator<Item = Lexname> {
    let upos = match upos {
        Upos::Propn => Upos::Noun,
        Upos::Aux => Upos::Verb,
        other => other,
    };
    TABLE
        .iter()
        .flat_map(move |table| table.synsets(lemma).filter_map(|synset| table.lexname(synset)))
        .filter(move |lexname| lexname.upos() == upos)
}

/// Whether `WordNet` has the lemma as that part of speech.
#[must_use]
pub fn has(lemma: &str, upos: Upos) -> bool {
    lexnames(lemma, upos).next().is_some()
}

/// The parts of speech of a lemma, a bit each: noun 1, verb 2, adjective 4, adverb 8.
pub(crate) fn classes(lemma: &str) -> u8 {
    let Some(table) = TABLE.as_ref() else { return 0 };
    table.synsets(lemma).filter_map(|synset| table.lexname(synset)).fold(0, |classes, lexname| {
        classes
            | match lexname.upos() {
                Upos::Noun => 1,
                Upos::Verb => 2,
                Upos::Adj => 4,
                _ => 8,
            }
    })
}

/// Lemmas that are derived from this one or it from them: "invade" and "invasion", "export" the
/// verb and "exporter"; also "Russian" and "Russia". Alphabetical order is not promised.
pub fn derived(lemma: &str) -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(move |table| {
        let pairs = table.find(lemma).map(|at| {
            let first = table.derived.partition_point(|found| *found < pair(at, 0));
            let behind = table.derived.partition_point(|found| *found <= pair(at, u32::MAX));
            &table.derived[first..behind]
        });
        pairs
            .unwrap_or_default()
            .iter()
            .map(|[.., a, b, c, d]| table.lemma(u32::from_be_bytes([*a, *b, *c, *d])))
    })
}

/// Whether one of the lemmas is derived from the other, or both are one: "arrive" and "arrival".
#[must_use]
pub fn related(a: &str, b: &str) -> bool {
    a == b || linked(a, b, |table| table.derived)
}

/// Whether some meaning of one lemma is opposed to one of the other: "rise" and "fall".
#[must_use]
pub fn antonyms(a: &str, b: &str) -> bool {
    linked(a, b, |table| table.antonyms)
}

fn linked(a: &str, b: &str, pairs: impl Fn(&Table<'static>) -> &'static [[u8; 8]]) -> bool {
    let Some(table) = TABLE.as_ref() else { return false };
    let (Some(a), Some(b)) = (table.find(a), table.find(b)) else { return false };
    pairs(table).binary_search(&pair(a, b)).is_ok()
}

/// The number of the most frequent meaning of a lemma as that part of speech: words with one number are synonyms in it.
#[must_use]
pub fn meaning(lemma: &str, upos: Upos) -> Option<u32> {
    let table = TABLE.as_ref()?;
    table.synsets(lemma).find(|synset| table.lexname(*synset).is_some_and(|name| name.upos() == upos))
}

/// The numbers of all meanings of a lemma, in whatever part of speech.
pub fn meanings(lemma: &str) -> impl Iterator<Item = u32> {
    TABLE.as_ref().into_iter().flat_map(move |table| table.synsets(lemma))
}

/// Whether the lemmas share a meaning, in whatever part of speech: "attack" and "assault".
#[must_use]
pub fn synonyms(a: &str, b: &str) -> bool {
    let Some(table) = TABLE.as_ref() else { return false };
    table.synsets(a).any(|synset| table.synsets(b).any(|other| other == synset))
}

/// Whether a meaning of each lies directly under one hypernym, and none is shared: "import" and
/// "export". Only the `senses` most frequent senses of each are looked at.
#[must_use]
pub fn sisters(a: &str, b: &str, senses: usize) -> bool {
    let Some(table) = TABLE.as_ref() else { return false };
    let above = |synset: u32| {
        usize::try_from(synset).ok().and_then(|at| number(table.hypernyms, at)).filter(|at| *at != NONE)
    };
    let shared = table
        .synsets(a)
        .take(senses)
        .filter_map(above)
        .any(|hypernym| table.synsets(b).take(senses).filter_map(above).any(|other| other == hypernym));
    shared && !synonyms(a, b)
}

/// Whether a noun or verb, in one of its `senses` most frequent senses, is a kind of what `kind`
/// means in any sense: "barrel" is a kind of "container". Climbs first hypernyms only.
#[must_use]
pub fn is_kind_of(lemma: &str, kind: &str, senses: usize) -> bool {
    let Some(table) = TABLE.as_ref() else { return false };
    let above = |synset: &u32| {
        usize::try_from(*synset).ok().and_then(|at| number(table.hypernyms, at)).filter(|at| *at != NONE)
    };
    table.synsets(lemma).take(senses).any(|synset| {
        // No chain of hypernyms is longer than twenty.
        std::iter::successors(Some(synset), above)
            .take(32)
            .any(|up| table.synsets(kind).any(|wanted| wanted == up))
    })
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::{antonyms, derived, has, is_kind_of, lexnames, related, sisters, synonyms};
    use crate::labels::Upos;

    fn n(lemma: &str, upos: Upos) -> String {
        lexnames(lemma, upos).map(super::Lexname::name).collect::<Vec<_>>().join(" ")
    }

    fn d(lemma: &str) -> String {
        let mut found: Vec<_> = derived(lemma).collect();
        found.sort_unstable();
        found.join(" ")
    }

    #[test]
    fn kinds_of_meaning() {
        snap!(n("barrel", Upos::Noun), @"noun.artifact noun.artifact noun.shape noun.quantity noun.quantity");
        snap!(n("invasion", Upos::Noun), @"noun.act noun.event noun.event");
        snap!(n("kill", Upos::Verb), @"verb.contact verb.social verb.change verb.stative verb.perception verb.emotion verb.contact verb.contact verb.contact verb.contact verb.consumption verb.change verb.change verb.change verb.change");
        snap!(n("minister", Upos::Noun), @"noun.person noun.person noun.person noun.act");
        snap!(n("prime minister", Upos::Noun), @"noun.person");
        snap!(n("no such word", Upos::Noun), @"");
        snap!(n("the", Upos::Det), @"");
    }

    #[test]
    fn derivations() {
        snap!(d("invade"), @"invader invasion invasive");
        snap!(d("arrival"), @"arrive");
        snap!(d("russian"), @"russia");
        snap!(d("zzz"), @"");
    }

    #[test]
    fn pairs() {
        assert!(related("kill", "killing") && related("export", "exporter") && !related("export", "import"));
        assert!(
            antonyms("rise", "fall") && antonyms("increase", "decrease") && !antonyms("rise", "increase")
        );
        assert!(synonyms("attack", "assault") && !synonyms("attack", "arrival"));
        assert!(sisters("import", "export", 3) && !sisters("attack", "assault", 3));
        assert!(is_kind_of("minister", "person", 3) && !is_kind_of("barrel", "person", 3));
        assert!(has("barrel", Upos::Noun) && !has("barrel", Upos::Adv));
    }
}
