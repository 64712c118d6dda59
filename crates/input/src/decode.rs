//! Bytes to text. Never fails: what is not text is replaced and counted.
//!
//! The byte-order mark decides, then whether every other byte is zero, then whether the bytes are UTF-8, which nothing else is by chance; then what
//! the input declares, then what its bytes are most like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text without its byte-order mark.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Bytes that stand for no character.
    pub(crate) replaced: u32,
}

/// Reads text. `declared` is what the input says of its encoding, in whatever case. Line ends stay as they are.
pub(crate) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Decoded {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    match unmarked(&bytes) {
        Some(Order::Little) => return utf16(&bytes, u16::from_le_bytes),
        Some(Order::Big) => return utf16(&bytes, u16::from_be_bytes),
        None => {}
    }
    // The usual case moves the bytes instead of copying them.
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, replaced: 0 },
        Err(error) => error.into_bytes(),
    };
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match declared.unwrap_or_else(|| detected(&bytes)) {
        // A page that says so of itself in bytes that can be read is not in UTF-16.
        encoding if encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE => utf8_lossy(&bytes),
        encoding => legacy(&bytes, encoding),
    }
}

/// Whether bytes are UTF-16, with a byte-order mark or without.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) || unmarked(bytes).is_some()
}

/// Which byte of a unit comes first.
enum Order {
    Big,
    Little,
}

/// The order of UTF-16 without a mark: of English text one byte in two is zero, and no other is.
fn unmarked(bytes: &[u8]) -> Option<Order> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let pairs = &pairs[..pairs.len().min(MOST_PAIRS)];
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let most = |zeros: usize| pairs.len() >= LEAST_PAIRS && zeros * 10 >= pairs.len() * 9;
    match (zeros(0), zeros(1)) {
        (0, second) if most(second) => Some(Order::Little),
        (first, 0) if most(first) => Some(Order::Big),
        _ => None,
    }
}

/// What is looked at of an input, in pairs of bytes, and what tells enough.
const MOST_PAIRS: usize = 1000;
const LEAST_PAIRS: usize = 8;

/// What the bytes are most like. Damaged UTF-8 stays UTF-8.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    if valid >= invalid && valid > 0 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Articles are English: where a few bytes leave it open, it is a pound sign and not a Polish letter.
    detector.guess(Some(b"uk"), Utf8Detection::Deny)
}

fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let replaced =
        if malformed { text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count() } else { 0 };
    Decoded { replaced: add(0, replaced), text: text.into_owned() }
}

/// As [`String::from_utf8_lossy`], and counts the bytes.
pub(crate) fn utf8_lossy(bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded::default();
    for chunk in bytes.utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            decoded.text.push(char::REPLACEMENT_CHARACTER);
            decoded.replaced = add(decoded.replaced, chunk.invalid().len());
        }
    }
    decoded
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut decoded = Decoded { text: String::with_capacity(bytes.len()), replaced: add(0, rest.len()) };
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        decoded.text.push(character.unwrap_or_else(|_| {
            decoded.replaced = add(decoded.replaced, 2);
            char::REPLACEMENT_CHARACTER
        }));
    }
    if !rest.is_empty() {
        decoded.text.push(char::REPLACEMENT_CHARACTER);
    }
    decoded
}

fn add(count: u32, more: usize) -> u32 {
    count.saturating_add(u32::try_from(more).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    fn show(bytes: &[u8], declared: Option<&str>) -> String {
        let Decoded { text, replaced } = decode(bytes.to_vec(), declared);
        format!("{text:?} {replaced}")
    }

    #[test]
    fn replaces_and_counts() {
        let d = |bytes: &[u8]| show(bytes, None);
        snap!(d(b"caf\xC3\xA9\r\n"), @r#""café\r\n" 0"#);
        snap!(d(b"\xEF\xBB\xBFone"), @r#""one" 0"#);
        snap!(d(b"\xFF\xFEo\0n\0"), @r#""on" 0"#);
        snap!(d(b"\xFE\xFF\0o\xD8\0\0n!"), @r#""o�n�" 3"#);
        // Without a mark.
        snap!(d(b"o\0n\0e\0 \0l\0i\0n\0e\0"), @r#""one line" 0"#);
        snap!(d(b"\0o\0n\0e\0 \0l\0i\0n\0e"), @r#""one line" 0"#);
        snap!(d(b"one\0two\0three\0"), @r#""one\0two\0three\0" 0"#);
        // A file that was cut in the middle of a character.
        snap!(d(b"caf\xC3\xA9, cut \xE2\x82"), @r#""café, cut �" 2"#);
    }

    #[test]
    fn what_is_declared_goes_before_what_is_guessed() {
        snap!(show(b"caf\xE9 \x80200 \x93so\x94", None), @r#""café €200 “so”" 0"#);
        snap!(show(b"\xA3200", Some("ISO-8859-2")), @r#""Ł200" 0"#);
        snap!(show(b"\xA3200", Some(" iso-8859-1")), @r#""£200" 0"#);
        snap!(show(b"\xA3200", Some("no such")), @r#""£200" 0"#);
        // It says what it is not.
        snap!(show(b"caf\xC3\xA9", Some("windows-1252")), @r#""café" 0"#);
        snap!(show(b"caf\xE9", Some("utf-8")), @r#""caf�" 1"#);
        snap!(show(b"caf\xE9", Some("utf-16")), @r#""caf�" 1"#);
        snap!(show(b"a \x81\xFF b", Some("shift_jis")), @r#""a � b" 1"#);
    }
}
