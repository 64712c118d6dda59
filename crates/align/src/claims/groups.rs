//! Claims that hang together by links.

use super::{ClaimRef, Link};

/// Claims that hang together, with what ties them.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The claims, in order.
    pub members: Vec<ClaimRef>,
    /// Indices of the links between them, in order.
    pub links: Vec<usize>,
}

/// Each group in order; claims without a link are in none.
#[must_use]
pub fn groups(links: &[Link]) -> Vec<Group> {
    let mut claims: Vec<ClaimRef> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    claims.sort_unstable();
    claims.dedup();
    let place = |at: ClaimRef| claims.binary_search(&at).unwrap_or_default();
    let ends: Vec<(usize, usize)> = links.iter().map(|link| (place(link.a), place(link.b))).collect();
    // The first claim of a group leads it: a leader never comes behind those that it leads.
    let mut leaders: Vec<usize> = (0..claims.len()).collect();
    for (a, b) in &ends {
        let (x, y) = (leader(&leaders, *a), leader(&leaders, *b));
        leaders[x.max(y)] = x.min(y);
    }
    let mut groups: Vec<Group> = Vec::new();
    // Per claim, the number of its group.
    let mut numbers = vec![0; claims.len()];
    for (at, claim) in claims.iter().enumerate() {
        if leaders[at] == at {
            numbers[at] = groups.len();
            groups.push(Group::default());
        } else {
            numbers[at] = numbers[leaders[at]];
        }
        groups[numbers[at]].members.push(*claim);
    }
    for (index, (a, _)) in ends.iter().enumerate() {
        groups[numbers[*a]].links.push(index);
    }
    groups
}

fn leader(leaders: &[usize], mut at: usize) -> usize {
    while leaders[at] != at {
        at = leaders[at];
    }
    at
}
