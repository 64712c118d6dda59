//! Hashes of word windows: near-copies share most of them. Knows no other article.

use std::hash::Hasher;

use fnv::FnvHasher;

/// Words in a window. Five words in a row are rarely shared by chance.
const WINDOW: usize = 5;
/// One window in so many is kept, by its hash, so that two copies keep the same ones.
const KEEP_ONE_IN: u32 = 4;

/// The kept hashes of `text`, sorted, without doubles.
pub(crate) fn shingles(text: &str) -> Vec<u32> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut hasher = FnvHasher::default();
            word.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
            hasher.finish()
        })
        .collect();
    let mut hashes: Vec<u32> = words
        .windows(WINDOW)
        .map(|window| {
            let mut hasher = FnvHasher::default();
            for word in window {
                hasher.write_u64(*word);
            }
            u32::try_from(hasher.finish() >> 32).unwrap_or_default()
        })
        .filter(|hash| hash.is_multiple_of(KEEP_ONE_IN))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}
