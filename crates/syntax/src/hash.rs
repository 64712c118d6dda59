//! Hashes for words and features. Models store their weights by these numbers: a change here
//! needs new models.

/// Mixes one value into a hash.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the bits in the middle are the hash")]
pub(crate) const fn mix(hash: u32, value: u32) -> u32 {
    let mixed = ((hash ^ value) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 29) as u32
}

/// The hash of one feature: its template's number and up to three values.
#[inline]
pub(crate) const fn feature(template: u32, a: u32, b: u32, c: u32) -> u32 {
    const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
    const SECOND: u64 = 0xC2B2_AE3D_27D4_EB4F;
    let first = (a as u64).wrapping_mul(FIRST).wrapping_add((b as u64).wrapping_mul(FIRST) << 32);
    let second = (c as u64).wrapping_mul(SECOND).wrapping_add((template as u64).wrapping_mul(SECOND) << 32);
    let both =
        (first ^ (first >> 32)).wrapping_add(second ^ (second >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (both >> 32) as u32
}

/// The first value of a word's hash.
pub(crate) const SEED: u32 = 0x811C_9DC5;
