//! Which articles are alike, and how much: by what they share and few others have.

use std::collections::HashMap;

use crate::{Sight, features::worth};

/// A feature of more articles makes no pair. An inverted index over rarer ones alone grows as the archive does.
const MOST_TO_MEET: usize = 40;

/// So many features of an article weigh; the others hardly would.
const MOST_TO_WEIGH: usize = 96;

/// Below this many thousandths two articles have nothing in common.
const LEAST: u64 = 40;

/// Two articles and their likeness in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub(crate) likeness: u64,
    pub(crate) one: usize,
    pub(crate) two: usize,
}

/// Pairs of alike articles, for those that are copies of none.
pub(crate) fn pairs(sights: &[Sight], origins: &[usize]) -> Vec<Pair> {
    let is_own = |at: usize| origins[at] == at;
    let own: Vec<usize> = (0..sights.len()).filter(|at| is_own(*at)).collect();
    let mut spread: HashMap<u64, usize> = HashMap::new();
    for feature in own.iter().flat_map(|at| &sights[*at].features.0) {
        *spread.entry(*feature).or_default() += 1;
    }
    let mut vectors: Vec<Vector> = Vec::with_capacity(own.len());
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (place, at) in own.iter().enumerate() {
        let vector = Vector::new(&sights[*at].features.0, &spread, own.len());
        let mut met: Vec<usize> = Vec::new();
        for (feature, _) in &vector.weights {
            if (2..=MOST_TO_MEET).contains(&spread[feature]) {
                let others = index.entry(*feature).or_default();
                met.extend(others.iter());
                others.push(place);
            }
        }
        met.sort_unstable();
        met.dedup();
        for other in met.into_iter().filter(|other| sights[own[*other]].may_meet(&sights[*at])) {
            let likeness = vectors[other].likeness(&vector);
            if likeness >= LEAST {
                pairs.push(Pair { likeness, one: own[other], two: *at });
            }
        }
        vectors.push(vector);
    }
    pairs
}

/// The weights of an article's features, by feature.
#[derive(Debug)]
struct Vector {
    weights: Vec<(u64, u64)>,
    /// Root of the sum of squares.
    length: u64,
}

impl Vector {
    fn new(features: &[u64], spread: &HashMap<u64, usize>, articles: usize) -> Self {
        let weigh = |feature: &u64| (*feature, worth(*feature) * rarity(spread[feature], articles));
        let mut weights: Vec<(u64, u64)> = features.iter().map(weigh).collect();
        // What only this article has would make every pair unlike, whatever its length: it counts once.
        weights.sort_by_key(|(feature, weight)| (spread[feature] == 1, std::cmp::Reverse(*weight), *feature));
        weights.truncate(MOST_TO_WEIGH);
        weights.sort_unstable();
        let square: u64 = weights.iter().map(|(_, weight)| weight * weight).sum();
        Self { weights, length: square.isqrt().max(1) }
    }

    /// The cosine in thousandths.
    fn likeness(&self, other: &Self) -> u64 {
        let (mut a, mut b) = (self.weights.iter().peekable(), other.weights.iter().peekable());
        let mut sum = 0;
        while let (Some((one, weight)), Some((two, more))) = (a.peek(), b.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    sum += weight * more;
                    a.next();
                    b.next();
                }
            }
        }
        sum * 1000 / (self.length * other.length)
    }
}

/// The binary logarithm of how rare a feature is, in sixteenths, between two of which it is a straight line.
fn rarity(spread: usize, articles: usize) -> u64 {
    let ratio = (articles.max(1) as u64) * 16 / (spread.max(1) as u64);
    let ratio = ratio.max(16);
    let whole = ratio.ilog2();
    let part = (ratio << 4 >> whole) & 15;
    u64::from(whole - 4) * 16 + part
}

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn rarity_is_the_logarithm() {
        assert_eq!([1, 2, 3, 4, 1024].map(|articles| rarity(1, articles)), [0, 16, 24, 32, 160]);
        assert_eq!(rarity(7, 7), 0);
    }
}
