//! Linear weights in one flat table: a feature owns a line of it, a label a place in that line.
//! The place is turned by the feature's own bits, so that features which share a line rarely share
//! the weights of a label, and one feature's labels still stand side by side in memory.

/// Labels a line can hold.
pub(crate) const LINE: usize = 64;

/// Something that has a weight at an index.
pub(crate) trait Weights {
    /// The weight there; 0 beyond the table.
    fn weight(&self, index: usize) -> i32;
    /// The number of lines less one, which is a mask.
    fn line_mask(&self) -> u32;
}

/// Quantised weights as they stand in a model file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed<'m> {
    bytes: &'m [u8],
    line_mask: u32,
}

impl<'m> Packed<'m> {
    /// The table; its length must be a power of two of at least one line.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let lines = bytes.len() / LINE;
        let line_mask = u32::try_from(lines.checked_sub(1)?).ok()?;
        (lines.is_power_of_two() && bytes.len() == lines * LINE).then_some(Self { bytes, line_mask })
    }
}

impl Weights for Packed<'_> {
    #[inline]
    fn weight(&self, index: usize) -> i32 {
        self.bytes.get(index).map_or(0, |byte| i32::from(byte.cast_signed()))
    }

    #[inline]
    fn line_mask(&self) -> u32 {
        self.line_mask
    }
}

/// Where the weight of a feature for a label stands.
#[inline]
#[must_use]
pub(crate) fn index(feature: u32, label: u8, line_mask: u32) -> usize {
    let line = (feature >> 6) & line_mask;
    let place = (feature ^ u32::from(label)) & 63;
    (line << 6 | place) as usize
}

/// The best of the candidate labels (a bit each); the lowest number wins a draw.
#[inline]
pub(crate) fn best<W: Weights + ?Sized>(features: &[u32], candidates: u64, weights: &W) -> u8 {
    let mut best = (i32::MIN, 0);
    let mut left = candidates;
    while left != 0 {
        let label = u8::try_from(left.trailing_zeros()).unwrap_or_default();
        left &= left - 1;
        let score: i32 =
            features.iter().map(|feature| weights.weight(index(*feature, label, weights.line_mask()))).sum();
        if score > best.0 {
            best = (score, label);
        }
    }
    best.1
}
