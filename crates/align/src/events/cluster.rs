//! Mentions to events: groups whose members fit each other on the whole, never joined over a veto.

use std::collections::BTreeSet;

use factcheck_core::record::Records;

use super::EventRef;

/// Two mentions, by their place in the list, and what speaks for their being one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) log_odds: f64,
}

/// Mentions of one class beyond which groups are no longer formed: their pairs would not fit into memory.
const MOST: usize = 3000;

/// In what share of the story's articles these mentions stand, 0 to 1.
#[expect(clippy::float_arithmetic, reason = "a share, not a printed amount")]
pub(super) fn share_of_articles(story: &[Records], members: &[EventRef]) -> f64 {
    let articles: BTreeSet<usize> = members.iter().map(|at| at.article).collect();
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    count(articles.len()) / count(story.len().max(1))
}

/// Joins the best pairs first. Two groups are joined where all pairs between them are possible and speak for it on
/// average. Single mentions are left out.
pub(super) fn clusters(members: &[EventRef], mut pairs: Vec<Pair>) -> Vec<Vec<EventRef>> {
    if members.len() > MOST {
        return Vec::new();
    }
    let mut table = vec![f64::NEG_INFINITY; members.len() * members.len()];
    for pair in &pairs {
        table[pair.a * members.len() + pair.b] = pair.log_odds;
        table[pair.b * members.len() + pair.a] = pair.log_odds;
    }
    pairs.sort_by(|x, y| y.log_odds.total_cmp(&x.log_odds).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut group: Vec<usize> = (0..members.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..members.len()).map(|at| vec![at]).collect();
    for pair in pairs.iter().take_while(|pair| pair.log_odds > 0.0) {
        let (a, b) = (group[pair.a], group[pair.b]);
        if a != b && average(&table, members.len(), &groups[a], &groups[b]) > 0.0 {
            let moved = std::mem::take(&mut groups[b]);
            for at in &moved {
                group[*at] = a;
            }
            groups[a].extend(moved);
        }
    }
    let together = groups.into_iter().filter(|group| group.len() > 1);
    together
        .map(|mut group| {
            group.sort_unstable();
            group.into_iter().map(|at| members[at]).collect()
        })
        .collect()
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn average(table: &[f64], width: usize, a: &[usize], b: &[usize]) -> f64 {
    let sum: f64 = a.iter().flat_map(|x| b.iter().map(move |y| table[x * width + y])).sum();
    let pairs = u32::try_from(a.len() * b.len()).unwrap_or(u32::MAX);
    sum / f64::from(pairs)
}
