//! From alike pairs to stories: the most alike first, and two groups become one where their articles are alike on the
//! whole. One article that is like two stories does not join them.

use std::collections::BTreeMap;

use crate::pairs::Pair;

/// Two groups are one from this mean likeness in thousandths; a pair that was never met counts as nothing.
const JOINED: u64 = 65;

/// The group of each of so many articles, called by its first.
pub(crate) fn clusters(count: usize, mut pairs: Vec<Pair>) -> Vec<usize> {
    // The earlier articles first among those that are equally alike.
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.likeness), pair.one, pair.two));
    let mut links: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); count];
    for pair in &pairs {
        links[pair.one].insert(pair.two, pair.likeness);
        links[pair.two].insert(pair.one, pair.likeness);
    }
    let mut group: Vec<usize> = (0..count).collect();
    let mut sizes: Vec<u64> = vec![1; count];
    for pair in &pairs {
        let (one, two) = (root(&mut group, pair.one), root(&mut group, pair.two));
        if one == two {
            continue;
        }
        let sum = links[one].get(&two).copied().unwrap_or_default();
        if sum < JOINED * sizes[one] * sizes[two] {
            continue;
        }
        // The one with more links takes those of the other.
        let (kept, gone) = if links[one].len() >= links[two].len() { (one, two) } else { (two, one) };
        group[gone] = kept;
        sizes[kept] += sizes[gone];
        for (other, sum) in std::mem::take(&mut links[gone]) {
            links[other].remove(&gone);
            if other != kept {
                *links[kept].entry(other).or_default() += sum;
                *links[other].entry(kept).or_default() += sum;
            }
        }
    }
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    (0..count).map(|at| *first.entry(root(&mut group, at)).or_insert(at)).collect()
}

/// The group that an article is in by now.
fn root(group: &mut [usize], mut at: usize) -> usize {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bridge_joins_no_two_stories() {
        let pair = |one, two, likeness| Pair { likeness, one, two };
        let pairs = vec![pair(0, 1, 300), pair(2, 3, 300), pair(1, 2, 90)];
        assert_eq!(clusters(5, pairs), [0, 0, 2, 2, 4]);
        let pairs = vec![pair(0, 1, 300), pair(1, 2, 90), pair(0, 2, 70)];
        assert_eq!(clusters(3, pairs), [0, 0, 0]);
    }
}
