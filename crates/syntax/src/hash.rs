//! Hashes for words and features. Models store their weights by these numbers: a change here
//! needs new models.

/// Mixes one value into a hash.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the bits in the middle are the hash")]
pub(crate) const fn mix(hash: u32, value: u32) -> u32 {
    let mixed = ((hash ^ value) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 29) as u32
}

const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
const SECOND: u64 = 0xC2B2_AE3D_27D4_EB4F;

/// A value as features hash it: multiplied once, however many features it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// The product where it stands first or second in a feature.
    first: u64,
    /// The product where it stands third.
    second: u64,
}

impl Value {
    /// What stands in a feature that has fewer values.
    pub(crate) const NOTHING: Self = Self::of(0);

    #[inline]
    pub(crate) const fn of(value: u32) -> Self {
        Self { first: (value as u64).wrapping_mul(FIRST), second: (value as u64).wrapping_mul(SECOND) }
    }

    /// The value that has the bits of this one below those of another one, both of 16 bits.
    #[inline]
    pub(crate) const fn below(self, upper: Self) -> Self {
        Self {
            first: self.first.wrapping_add(upper.first << 16),
            second: self.second.wrapping_add(upper.second << 16),
        }
    }
}

/// The hash of one feature: its template's number and up to three values.
#[inline]
pub(crate) const fn feature(template: u32, a: u32, b: u32, c: u32) -> u32 {
    feature_of(template, Value::of(a), Value::of(b), Value::of(c))
}

/// The same hash, of values that were multiplied before. The product of a sum is the sum of the products, and values
/// that share no bits may be added.
#[inline]
pub(crate) const fn feature_of(template: u32, a: Value, b: Value, c: Value) -> u32 {
    let first = a.first.wrapping_add(b.first << 32);
    let second = c.second.wrapping_add((template as u64).wrapping_mul(SECOND) << 32);
    let both =
        (first ^ (first >> 32)).wrapping_add(second ^ (second >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (both >> 32) as u32
}

/// The first value of a word's hash.
pub(crate) const SEED: u32 = 0x811C_9DC5;
