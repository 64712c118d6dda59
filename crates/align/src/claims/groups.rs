//! Claims that hang together by links.

use std::collections::BTreeMap;

use super::{ClaimRef, Link};

/// Each group in order; claims without a link are in none.
#[must_use]
pub fn groups(links: &[Link]) -> Vec<Vec<ClaimRef>> {
    let mut leader: BTreeMap<ClaimRef, ClaimRef> = BTreeMap::new();
    for link in links {
        leader.entry(link.a).or_insert(link.a);
        leader.entry(link.b).or_insert(link.b);
        let (x, y) = (leader_of(&leader, link.a), leader_of(&leader, link.b));
        leader.insert(x.max(y), x.min(y));
    }
    let mut groups: BTreeMap<ClaimRef, Vec<ClaimRef>> = BTreeMap::new();
    for member in leader.keys() {
        groups.entry(leader_of(&leader, *member)).or_default().push(*member);
    }
    groups.into_values().collect()
}

fn leader_of(leader: &BTreeMap<ClaimRef, ClaimRef>, mut at: ClaimRef) -> ClaimRef {
    while let Some(up) = leader.get(&at).filter(|up| **up != at) {
        at = *up;
    }
    at
}
