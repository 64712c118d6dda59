//! From statements that cannot all hold to a set of which every part can: by leaving out one after the other.

use std::collections::BTreeMap;

use super::{Bound, Point, Statement};

/// The members of `set` without those that the contradiction does not need.
pub(super) fn minimal(statements: &[Statement], mut set: Vec<usize>) -> Vec<usize> {
    // By content, so that the order of the input does not decide which of two like statements stays.
    set.sort_by(|a, b| statements[*a].cmp(&statements[*b]).then(a.cmp(b)));
    let mut at = 0;
    while at < set.len() {
        let without: Vec<usize> = set.iter().copied().filter(|member| *member != set[at]).collect();
        if holds(without.iter().map(|member| &statements[*member])) {
            at += 1;
        } else {
            set = without;
        }
    }
    set.sort_unstable();
    set
}

/// Whether all of a few statements can hold: no cycle of their bounds adds up to less than nothing.
pub(super) fn holds<'a>(statements: impl Iterator<Item = &'a Statement>) -> bool {
    let bounds: Vec<Bound> = statements.flatten().copied().collect();
    let mut times: BTreeMap<Point, i64> = BTreeMap::new();
    for bound in &bounds {
        times.insert(bound.from, 0);
        times.insert(bound.to, 0);
    }
    for _ in 0..=times.len() {
        let mut moved = false;
        for bound in &bounds {
            let latest = times[&bound.from].saturating_add(bound.most);
            if latest < times[&bound.to] {
                times.insert(bound.to, latest);
                moved = true;
            }
        }
        if !moved {
            return true;
        }
    }
    false
}
