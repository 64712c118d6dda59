//! Linear weights in one flat table: a feature owns a line of it, a label a place in that line.
//! The place is turned by the feature's own bits, so that features which share a line rarely share
//! the weights of a label, and one feature's labels still stand side by side in memory.

/// Labels a line can hold.
pub(crate) const LINE: usize = 64;

/// Something that scores labels by features.
pub(crate) trait Weights {
    /// The sum of the features' weights for each of the labels, in their place in `scores`.
    fn score(&self, features: &[u32], labels: &[u8], scores: &mut [i32]);
}

/// Quantised weights as they stand in a model file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed<'m> {
    lines: &'m [[u8; LINE]],
}

impl<'m> Packed<'m> {
    /// The table; its length must be a power of two of at least one line.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let (lines, rest) = bytes.as_chunks::<LINE>();
        (rest.is_empty() && lines.len().is_power_of_two()).then_some(Self { lines })
    }
}

impl Weights for Packed<'_> {
    #[inline]
    fn score(&self, features: &[u32], labels: &[u8], scores: &mut [i32]) {
        // Four features at a time, so that the scores are read and written less often.
        let (fours, rest) = features.as_chunks::<4>();
        for [a, b, c, d] in fours {
            let (line_a, line_b, line_c, line_d) =
                (self.line(*a), self.line(*b), self.line(*c), self.line(*d));
            for (score, label) in scores.iter_mut().zip(labels) {
                let label = u32::from(*label);
                *score += (weight(line_a, a ^ label) + weight(line_b, b ^ label))
                    + (weight(line_c, c ^ label) + weight(line_d, d ^ label));
            }
        }
        for feature in rest {
            let line = self.line(*feature);
            for (score, label) in scores.iter_mut().zip(labels) {
                *score += weight(line, feature ^ u32::from(*label));
            }
        }
    }
}

impl<'m> Packed<'m> {
    #[inline]
    fn line(&self, feature: u32) -> &'m [u8; LINE] {
        // The mask keeps the place inside the table, which has a line at least.
        self.lines.get(line(feature, self.lines.len())).unwrap_or(&EMPTY)
    }
}

static EMPTY: [u8; LINE] = [0; LINE];

#[inline]
fn weight(line: &[u8; LINE], place: u32) -> i32 {
    i32::from(line[(place & 63) as usize].cast_signed())
}

/// The line of a feature in a table of so many lines, a power of two.
#[inline]
pub(crate) const fn line(feature: u32, lines: usize) -> usize {
    (feature >> 6) as usize & (lines - 1)
}

/// The place of a label in the line of a feature.
#[inline]
pub(crate) const fn place(feature: u32, label: u8) -> usize {
    ((feature ^ label as u32) & 63) as usize
}

/// The best of the candidate labels (a bit each); the lowest number wins a draw.
#[inline]
pub(crate) fn best<W: Weights>(features: &[u32], candidates: u64, weights: &W) -> u8 {
    let (mut labels, mut scores) = ([0_u8; LINE], [0_i32; LINE]);
    let (mut count, mut left) = (0, candidates);
    while left != 0 {
        labels[count] = u8::try_from(left.trailing_zeros()).unwrap_or_default();
        count += 1;
        left &= left - 1;
    }
    let (labels, scores) = (&labels[..count], &mut scores[..count]);
    weights.score(features, labels, scores);
    let mut best = (i32::MIN, 0);
    for (score, label) in scores.iter().zip(labels) {
        if *score > best.0 {
            best = (*score, *label);
        }
    }
    best.1
}
