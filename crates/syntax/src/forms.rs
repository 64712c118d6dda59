//! What the models see of a word's letters: hashes of its lower-cased form and endings, and its
//! shape. Digits look alike, and so do apostrophes.

use crate::hash::{SEED, mix};

/// How a word is capitalised; the number is part of the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    Lower,
    Title,
    Upper,
}

/// Bits of a word's shape beside its case.
pub(crate) const HAS_DIGIT: u8 = 4;
pub(crate) const HAS_LETTER: u8 = 8;
pub(crate) const HAS_MARK: u8 = 16;
pub(crate) const IS_LONG: u8 = 32;

/// The letters of one word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Hash of the whole, in lower case.
    pub(crate) word: u32,
    /// Hashes of the last one to four bytes.
    pub(crate) suffixes: [u32; 4],
    /// Hash of the first three bytes.
    pub(crate) prefix: u32,
    /// Case and the bits above.
    pub(crate) shape: u8,
}

impl Form {
    pub(crate) const fn case(self) -> Case {
        match self.shape & 3 {
            0 => Case::Lower,
            1 => Case::Title,
            _ => Case::Upper,
        }
    }
}

const LOWER: u8 = 0;
const UPPER: u8 = 1;
const DIGIT: u8 = 2;
const OTHER: u8 = 3;

/// What each byte looks like to the models, and its kind.
static BYTES: [(u8, u8); 256] = {
    let mut table = [(0, OTHER); 256];
    let mut at = 0_u8;
    loop {
        table[at as usize] = match at {
            b'a'..=b'z' => (at, LOWER),
            b'A'..=b'Z' => (at.to_ascii_lowercase(), UPPER),
            b'0'..=b'9' => (b'0', DIGIT),
            _ => (at, OTHER),
        };
        if at == 255 {
            break;
        }
        at += 1;
    }
    table
};

/// Reads a word.
pub(crate) fn read(word: &str) -> Form {
    let mut form = look(word);
    finish(&mut form, word);
    form
}

/// Reads a word but for its beginning and its endings, which only some readers need: see [`finish`].
pub(crate) fn look(word: &str) -> Form {
    as_plain(word, |bytes| {
        let mut hash = SEED;
        let mut counts = [0_u32; 4];
        for byte in bytes {
            let (look, kind) = BYTES[usize::from(*byte)];
            hash = mix(hash, u32::from(look));
            counts[usize::from(kind)] += 1;
        }
        Form { word: hash, suffixes: [UNREAD; 4], prefix: UNREAD, shape: shape(bytes, counts) }
    })
}

/// Stands for endings that were not read yet; a word that hashes to it is read each time.
const UNREAD: u32 = 0;

/// Reads the beginning and the endings of the word, if they were not read yet.
pub(crate) fn finish(form: &mut Form, word: &str) {
    if form.prefix != UNREAD {
        return;
    }
    (form.suffixes, form.prefix) = as_plain(word, |bytes| {
        let look = |byte: &u8| u32::from(BYTES[usize::from(*byte)].0);
        let mut suffixes = [0; 4];
        let mut suffix = SEED;
        for (to, byte) in suffixes.iter_mut().zip(bytes.iter().rev()) {
            suffix = mix(suffix, look(byte) | 0x100);
            *to = suffix;
        }
        let prefix = bytes.iter().take(3).fold(SEED, |hash, byte| mix(hash, look(byte) | 0x200));
        (suffixes, prefix)
    });
}

/// "’s" and "n’t" look as "'s" and "n't" do.
fn as_plain<T>(word: &str, read: impl FnOnce(&[u8]) -> T) -> T {
    let bytes = word.as_bytes();
    let (a, b) = match bytes {
        [0xE2, ..] if word.starts_with('’') => ("'", &word['’'.len_utf8()..]),
        [.., 0xE2, 0x80, 0x99, b't'] => (&word[..word.len() - "’t".len()], "'t"),
        _ => return read(bytes),
    };
    let mut joined = [0; 8];
    let length = a.len() + b.len();
    let Some(bytes) = joined.get_mut(..length) else { return read(b.as_bytes()) };
    bytes[..a.len()].copy_from_slice(a.as_bytes());
    bytes[a.len()..].copy_from_slice(b.as_bytes());
    read(bytes)
}

/// What letters a word has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    /// Any of ASCII.
    pub(crate) any: bool,
    /// A capital one.
    pub(crate) capital: bool,
}

/// The part of a word's shape that tells capitals, at the cost of a look at its bytes.
pub(crate) fn letters(word: &str) -> Letters {
    let bytes = word.as_bytes();
    Letters { any: bytes.iter().any(u8::is_ascii_alphabetic), capital: has_capital(bytes) }
}

fn has_capital(bytes: &[u8]) -> bool {
    bytes.first() == Some(&0xC3) && is_latin_capital(bytes) || bytes.iter().any(u8::is_ascii_uppercase)
}

fn shape(bytes: &[u8], [lower, upper, digits, other]: [u32; 4]) -> u8 {
    // A capital beyond ASCII counts as one where it comes first: "Élysée".
    let first_upper = bytes
        .first()
        .is_some_and(|byte| byte.is_ascii_uppercase() || *byte == 0xC3 && is_latin_capital(bytes));
    let case = match (first_upper, lower, upper) {
        (true, 0, 2..) => Case::Upper as u8,
        (true, ..) => Case::Title as u8,
        (false, _, 1..) => 3,
        _ => Case::Lower as u8,
    };
    let bit = |count: u32, bit: u8| if count > 0 { bit } else { 0 };
    case | bit(digits, HAS_DIGIT)
        | bit(lower + upper, HAS_LETTER)
        | bit(other, HAS_MARK)
        | if bytes.len() > 3 { IS_LONG } else { 0 }
}

fn is_latin_capital(bytes: &[u8]) -> bool {
    bytes.get(1).is_some_and(|second| (0x80..=0x9E).contains(second))
}

#[cfg(test)]
mod tests {
    use super::{Case, HAS_LETTER, letters, read};

    #[test]
    fn looks() {
        assert_eq!(read("Export").word, read("export").word);
        assert_eq!(read("1990s").word, read("2014s").word);
        assert_eq!(read("’s").word, read("'s").word);
        assert_eq!(read("n’t").word, read("n't").word);
        assert_ne!(read("export").word, read("exports").word);
        assert_eq!(read("Élysée").case(), Case::Title);
        assert_eq!(read("NATO").case(), Case::Upper);
        assert_eq!(read("élan").case(), Case::Lower);
        assert_eq!(read("export").suffixes[3], read("report").suffixes[3]);
    }

    #[test]
    fn letters_are_those_of_the_shape() {
        for word in ["Export", "export", "iPhone", "Élysée", "élan", "’S", "n’t", "5G", "12", "“", "Q3", "Ö"]
        {
            let (form, letters) = (read(word), letters(word));
            assert_eq!(letters.any, form.shape & HAS_LETTER != 0, "{word}");
            assert_eq!(letters.any && letters.capital, letters.any && form.case() != Case::Lower, "{word}");
        }
    }
}
