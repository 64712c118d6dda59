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
        last.rotate_left(1);
        last[WINDOW - 1] = word;
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
    let mut chars = text.chars();
    std::iter::from_fn(move || {
        let mut hasher = FnvHasher::default();
        let mut letter = chars.by_ref().find(|c| c.is_alphanumeric())?;
        loop {
            if letter.is_ascii() {
                hasher.write_u8(letter.to_ascii_lowercase() as u8);
            } else {
                hasher.write(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
            match chars.next().filter(|c| c.is_alphanumeric()) {
                Some(next) => letter = next,
                None => return Some(hasher.finish()),
            }
        }
    })
}
