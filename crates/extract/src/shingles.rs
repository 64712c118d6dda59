//! Hashes of word windows: near-copies share most of them. Knows no other article.

use std::hash::Hasher;

use fnv::FnvHasher;

/// Words in a window. Five words in a row are rarely shared by chance.
const WINDOW: usize = 5;
/// One window in so many is kept, by its hash, so that two copies keep the same ones.
const KEEP_ONE_IN: u32 = 4;

/// The kept hashes of `text`, sorted, without doubles.
pub(crate) fn shingles(text: &str) -> Vec<u32> {
    let mut last = [0; WINDOW];
    let mut hashes = Vec::new();
    for (at, word) in words(text).enumerate() {
        let [_, second, third, fourth, fifth] = last;
        last = [second, third, fourth, fifth, word];
        if at + 1 < WINDOW {
            continue;
        }
        let mut window = FnvHasher::default();
        for word in last {
            window.write_u64(word);
        }
        let hash = u32::try_from(window.finish() >> 32).unwrap_or_default();
        if hash.is_multiple_of(KEEP_ONE_IN) {
            hashes.push(hash);
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// The hash of each word, whatever the case of its plain letters.
fn words(text: &str) -> impl Iterator<Item = u64> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut hasher = FnvHasher::default();
        let mut found = false;
        while let Some(letter) = bytes.get(at) {
            if letter.is_ascii_alphanumeric() {
                hasher.write_u8(letter.to_ascii_lowercase());
                found = true;
                at += 1;
            } else if let Some(letter) = wide(text, at) {
                hasher.write(letter.as_bytes());
                found = true;
                at += letter.len();
            } else if found {
                break;
            } else {
                at += 1;
            }
        }
        found.then(|| hasher.finish())
    })
}

/// The letter or digit beyond ASCII that begins with the byte at `at`, if one does.
fn wide(text: &str, at: usize) -> Option<&str> {
    if text.as_bytes().get(at)?.is_ascii() {
        return None;
    }
    let letter = text.get(at..)?.chars().next().filter(|letter| letter.is_alphanumeric())?;
    text.get(at..at + letter.len_utf8())
}
