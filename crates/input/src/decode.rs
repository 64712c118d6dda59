//! Bytes to text. Never fails: what is not text is replaced and counted.

/// A decoded text without its byte-order mark.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Bytes that stand for no character.
    pub(crate) replaced: u32,
}

/// Reads UTF-8, or UTF-16 where its byte-order mark says so. Line ends stay as they are.
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // The usual case moves the bytes instead of copying them.
        _ => match String::from_utf8(bytes) {
            Ok(text) => Decoded { text, replaced: 0 },
            Err(error) => utf8_lossy(error.as_bytes()),
        },
    }
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

    #[test]
    fn replaces_and_counts() {
        let d = |bytes: &[u8]| {
            let Decoded { text, replaced } = decode(bytes.to_vec());
            format!("{text:?} {replaced}")
        };
        snap!(d(b"caf\xC3\xA9\r\n"), @r#""café\r\n" 0"#);
        snap!(d(b"\xEF\xBB\xBFone"), @r#""one" 0"#);
        // Windows-1252.
        snap!(d(b"caf\xE9 \x80200"), @r#""caf� �200" 2"#);
        snap!(d(b"cut \xE2\x82"), @r#""cut �" 2"#);
        snap!(d(b"\xFF\xFEo\0n\0"), @r#""on" 0"#);
        snap!(d(b"\xFE\xFF\0o\xD8\0\0n!"), @r#""o�n�" 3"#);
    }
}
