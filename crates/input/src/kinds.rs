//! What a file is that is no article, told by its first bytes: `data/lexicon/file-signatures.csv`.
//!
//! Sees bytes, and no name.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::decode::is_utf16;

/// So many bytes are looked at; the marks of archives stand farthest behind.
pub(crate) const HEAD: usize = 512;

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What such a file is, with its article.
    kind: String,
    /// Where the mark stands.
    offset: usize,
    /// The mark, in hexadecimal digits.
    bytes: String,
    /// Whether such a file may have nothing in it that a text has not.
    text: YesNo,
    /// What to give in its stead, "" for nothing.
    instead: String,
    #[serde(rename = "source")]
    _source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum YesNo {
    Yes,
    No,
}

/// A mark, and what is said of a file that has it.
struct Mark {
    offset: usize,
    bytes: Vec<u8>,
    in_text: bool,
    said: String,
}

const TABLE: &str = include_str!("../../../data/lexicon/file-signatures.csv");

static MARKS: LazyLock<Vec<Mark>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize::<Row>().flatten();
    rows.filter_map(|row| {
        let said = match row.instead.as_str() {
            "" => format!("{}, which is no article", row.kind),
            instead => format!("{}, which is not read: {instead}", row.kind),
        };
        Some(Mark { offset: row.offset, bytes: bytes(&row.bytes)?, in_text: row.text == YesNo::Yes, said })
    })
    .collect()
});

/// What is said of a file that begins like this, if it is no text: "a PNG image, which is no article".
pub(crate) fn binary(head: &[u8]) -> Option<&'static str> {
    if is_utf16(head) {
        return None;
    }
    // Words begin with the letters of some marks: then only a byte that no text has tells the one from the other.
    let is_odd = head.iter().any(|byte| !is_of_text(*byte));
    MARKS
        .iter()
        .find(|mark| (mark.in_text || is_odd || !mark.bytes.is_ascii()) && mark.is_in(head))
        .map(|mark| mark.said.as_str())
}

/// Whether a file that begins like this has bytes that no text has.
pub(crate) fn has_zeros(head: &[u8]) -> bool {
    !is_utf16(head) && head.contains(&0)
}

impl Mark {
    fn is_in(&self, head: &[u8]) -> bool {
        head.get(self.offset..).is_some_and(|rest| rest.starts_with(&self.bytes))
    }
}

/// Letters, blanks and ends of lines or pages, in whatever encoding.
fn is_of_text(byte: u8) -> bool {
    byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn every_row_is_a_mark_in_reach() {
        assert_eq!(MARKS.len(), TABLE.lines().count() - 1);
        for mark in MARKS.iter() {
            assert!(mark.bytes.len() > 1 && mark.offset + mark.bytes.len() <= HEAD, "{}", mark.said);
        }
        let row = |line: &str| {
            line.split_once(',').map(|(kind, _)| kind.split_once(' ').unwrap_or_default().1.to_lowercase())
        };
        let kinds: Vec<_> = TABLE.lines().skip(1).filter_map(row).collect();
        assert!(kinds.is_sorted(), "keep file-signatures.csv sorted by what it tells: {kinds:?}");
    }

    #[test]
    fn words_are_no_marks() {
        let b = |head: &[u8]| binary(head).unwrap_or("-");
        snap!(b(b"\x89PNG\r\n\x1a\n"), @"a PNG image, which is no article");
        snap!(b(b"BM\x36\0\0\0\0\0\0\0"), @"a BMP image, which is no article");
        snap!(b(b"BMW builds 5,120 cars."), @"-");
        snap!(b(b"RIFF raff"), @"-");
        snap!(b(b"MZ\x90\0\x03"), @"a compiled program, which is no article");
        snap!(b(b"%PDF-1.4\n%abc"), @"a PDF, which is not read: give its text, as pdftotext writes it");
        snap!(b(b"{\\rtf1\\ansi"), @"a rich text document, which is not read: save it as .docx or .odt");
        snap!(b(b"{\"text\":\"One.\"}"), @"-");
        snap!(b("B\u{fc}rger".as_bytes()), @"-");
        snap!(b(b"B\0M\0W\0 \0b\0u\0i\0l\0d\0s\0"), @"-");
        snap!(b(&[vec![0; 257], b"ustar\x0000".to_vec()].concat()), @"a tar archive, which is not read: unpack it into a folder");
    }
}
