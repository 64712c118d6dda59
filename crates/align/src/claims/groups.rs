//! Claims that hang together by links.

use std::collections::BTreeMap;

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
    let mut leader: BTreeMap<ClaimRef, ClaimRef> = BTreeMap::new();
    for link in links {
        leader.entry(link.a).or_insert(link.a);
        leader.entry(link.b).or_insert(link.b);
        let (x, y) = (leader_of(&leader, link.a), leader_of(&leader, link.b));
        leader.insert(x.max(y), x.min(y));
    }
    let mut groups: BTreeMap<ClaimRef, Group> = BTreeMap::new();
    for member in leader.keys() {
        groups.entry(leader_of(&leader, *member)).or_default().members.push(*member);
    }
    for (index, link) in links.iter().enumerate() {
        groups.entry(leader_of(&leader, link.a)).or_default().links.push(index);
    }
    groups.into_values().collect()
}

fn leader_of(leader: &BTreeMap<ClaimRef, ClaimRef>, mut at: ClaimRef) -> ClaimRef {
    while let Some(up) = leader.get(&at).filter(|up| **up != at) {
        at = *up;
    }
    at
}
