//! Whether two names can mean one bearer, across articles: by the names alone.

use factcheck_syntax::{Upos, wordnet};
use rustc_hash::FxHashMap;

/// Whether every word of the shorter name stands in the longer ("Xi" and "Xi Jinping", "Mr. Putin" has lost its
/// title before). A number tells bearers apart: "Power of Siberia" is not "Power of Siberia 2".
#[must_use]
pub fn may_be_one(a: &str, b: &str) -> bool {
    if a == b {
        // As most names of one bearer are.
        return words(a).next().is_some();
    }
    if !may_share(a, b) {
        return false;
    }
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let (a, b): (Vec<&str>, Vec<&str>) = (words(&a).collect(), words(&b).collect());
    are_one(&a, &b)
}

/// The same by the words of two different names, in lower case.
fn are_one<W: AsRef<str>>(a: &[W], b: &[W]) -> bool {
    // Two names of one place: "Salonika" and "Thessaloniki".
    if let ([one], [other]) = (a, b)
        && wordnet::synonyms(one.as_ref(), other.as_ref())
        && wordnet::lexnames(one.as_ref(), Upos::Noun).next() == Some(wordnet::Lexname::NounLocation)
    {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty()
        && numbers(short).eq(numbers(long))
        && short.iter().all(|word| long.iter().any(|other| is_one_word(word.as_ref(), other.as_ref())))
}

/// The names of a story by numbers, for where each is compared with many.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    numbers: FxHashMap<&'a str, u32>,
    names: Vec<Name>,
}

/// What two names are compared by.
#[derive(Debug)]
struct Name {
    initials: u64,
    is_word: bool,
    /// In lower case.
    words: Vec<String>,
}

impl Default for Names<'_> {
    fn default() -> Self {
        let none = Name { initials: 0, is_word: true, words: Vec::new() };
        Self { numbers: FxHashMap::default(), names: vec![none] }
    }
}

impl<'a> Names<'a> {
    /// The number of a name, the same for all that are equal; 0 for none.
    pub(crate) fn number(&mut self, name: &'a str) -> u32 {
        if name.is_empty() {
            return 0;
        }
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(name).or_insert_with(|| {
            let words = words(&name.to_lowercase()).map(str::to_owned).collect();
            self.names.push(Name { initials: initials(name), is_word: is_word(name), words });
            next
        })
    }

    /// Whether two names can mean one bearer, as [`may_be_one`] tells.
    pub(crate) fn may_be_one(&self, a: u32, b: u32) -> bool {
        let (x, y) = (&self.names[a as usize], &self.names[b as usize]);
        if a == b {
            return !x.words.is_empty();
        }
        (x.initials & y.initials != 0 || x.is_word && y.is_word) && are_one(&x.words, &y.words)
    }

    /// Whether some name of both lists can be one bearer's.
    pub(crate) fn meet(&self, a: &[u32], b: &[u32]) -> bool {
        a.iter().any(|one| b.iter().any(|other| self.may_be_one(*one, *other)))
    }

    /// As [`may_be_kin`] tells.
    pub(crate) fn may_be_kin(&self, a: u32, b: u32) -> bool {
        let (x, y) = (&self.names[a as usize], &self.names[b as usize]);
        // Words that are one have one initial.
        self.may_be_one(a, b) || x.initials & y.initials != 0 && share_elsewhere(&x.words, &y.words)
    }
}

/// Whether two names have words with one initial, or may be two names of one place: what most names are not is soon told.
fn may_share(a: &str, b: &str) -> bool {
    initials(a) & initials(b) != 0 || is_word(a) && is_word(b)
}

/// Whether a name has no more than one word that tells.
fn is_word(name: &str) -> bool {
    name.split_whitespace().filter(|word| !is_small(word)).nth(1).is_none()
}

/// The initials of the words of a name, a bit each; all that is not ASCII has one bit.
fn initials(name: &str) -> u64 {
    const BEYOND: u64 = 1 << 63;
    let (mut found, mut within) = (0, false);
    for byte in name.bytes() {
        // Ten digits and, whatever their case, 26 letters.
        let place = char::from(byte).to_digit(36);
        if !byte.is_ascii() {
            found |= BEYOND;
        } else if let Some(place) = place.filter(|_| !within) {
            found |= 1 << place;
        }
        within = byte.is_ascii() && place.is_some();
    }
    found
}

/// Whether two names may be one bearer's, or those of a body and a part of it: "Labour Ministry" and "Office of Labour
/// Statistics". A word in common at one place of both tells nothing: a first name, a family, "Ministry".
#[must_use]
pub fn may_be_kin(a: &str, b: &str) -> bool {
    let (lower, other) = (a.to_lowercase(), b.to_lowercase());
    let (x, y): (Vec<&str>, Vec<&str>) = (words(&lower).collect(), words(&other).collect());
    may_be_one(a, b) || share_elsewhere(&x, &y)
}

/// Whether a longer word stands in both names, at different places.
fn share_elsewhere<W: AsRef<str>>(a: &[W], b: &[W]) -> bool {
    a.iter().map(AsRef::as_ref).enumerate().any(|(at, word)| {
        let mut others = b.iter().map(AsRef::as_ref).enumerate();
        others.any(|(other, same)| at != other && word.len() > 2 && is_one_word(word, same))
    })
}

/// Equal, or a place and what is of it: "Norland" and "Norlandic", "China" and "Chinese".
fn is_one_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common =
        short.chars().zip(long.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    let place = short.get(common..).is_some_and(|rest| matches!(rest, "" | "a" | "e" | "y" | "o" | "ia"));
    let of_it = long.get(common..).is_some_and(|rest| {
        matches!(rest, "n" | "an" | "ian" | "ean" | "ic" | "ish" | "ese" | "i" | "ns" | "ans" | "ians")
    });
    common >= 4 && place && of_it
}

/// The words that tell names apart.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word))
        .filter(|word| !word.is_empty() && !is_small(word))
}

/// Whether a word stands in names of all sorts.
fn is_small(word: &str) -> bool {
    word.len() <= 3 && ["the", "of", "and", "for"].iter().any(|small| word.eq_ignore_ascii_case(small))
}

fn numbers<W: AsRef<str>>(words: &[W]) -> impl Iterator<Item = &str> {
    words.iter().map(AsRef::as_ref).filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Names, may_be_kin, may_be_one};

    #[test]
    fn compares_by_words() {
        assert!(may_be_one("Ada Brandt", "Brandt"));
        assert!(may_be_one("Li Wen", "Li"));
        assert!(may_be_one("the Bank of Norland", "Norland Bank"));
        assert!(!may_be_one("Ada Brandt", "Otto Brandt"));
        assert!(!may_be_one("Northern Line", "Northern Line 2"));
        assert!(may_be_one("Northern Line-2", "Northern Line 2"));
        assert!(!may_be_one("", "Brandt"));
        assert!(may_be_one("Norlandic", "Norland"));
        assert!(may_be_one("Tamboria", "Tamborian"));
        assert!(!may_be_one("Brand", "Brandt"));
        assert!(may_be_one("Salonika", "Thessaloniki"));
        assert!(may_be_one("the Netherlands", "Holland"));
        assert!(!may_be_one("the Netherlands", "Belgium"));
    }

    #[test]
    fn numbers_compare_as_names_do() {
        let names = [
            "",
            "Li",
            "Li Wen",
            "Ada Brandt",
            "Brandt",
            "Otto Brandt",
            "the Bank of Norland",
            "Norland Bank",
            "Northern Line",
            "Northern Line 2",
            "Norlandic",
            "Norland",
            "Salonika",
            "Thessaloniki",
            "Labour Ministry",
            "Office of Labour Statistics",
            "the",
            "O’Hara’s",
        ];
        let mut known = Names::default();
        let numbers = names.map(|name| known.number(name));
        for (a, one) in names.iter().zip(numbers) {
            for (b, other) in names.iter().zip(numbers) {
                assert_eq!(known.may_be_one(one, other), may_be_one(a, b), "{a:?} {b:?}");
                assert_eq!(known.may_be_kin(one, other), may_be_kin(a, b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn kin_shares_a_word_elsewhere() {
        assert!(may_be_kin("Labour Ministry", "Office of Labour Statistics"));
        assert!(may_be_kin("Brandt", "Ada Brandt"));
        assert!(!may_be_kin("Otto Brandt", "Ada Brandt"));
        assert!(!may_be_kin("Ada Brandt", "Ada Holm"));
        assert!(!may_be_kin("Ravel", "Norland"));
    }
}
