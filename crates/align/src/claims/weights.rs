//! What each piece of evidence weighs: the tables `evidence.csv` and the groups of `bases.csv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// How many features there are.
pub const FEATURES: usize = 38;

/// One row of `evidence.csv`.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// Its name.
    pub name: &'static str,
    /// In log odds.
    pub weight: f64,
    /// In words, for a report.
    pub what: &'static str,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .map(|line| line.split(',').map(str::trim).collect())
}

static WEIGHTS: LazyLock<Vec<Weight>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/evidence.csv"))
        .filter_map(|row| {
            let [name, weight, what, ..] = row[..] else { return None };
            Some(Weight { name, weight: weight.parse().ok()?, what })
        })
        .collect()
});

/// The weights, in the order of the features.
#[must_use]
pub fn weights() -> &'static [Weight] {
    &WEIGHTS
}

static GROUPS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/bases.csv"))
        .filter_map(|row| if let [_, basis, group, ..] = row[..] { Some((basis, group)) } else { None })
        .collect()
});

/// The group of a basis: of one group only one can hold.
pub(crate) fn group(basis: &str) -> Option<&'static str> {
    GROUPS.get(basis).copied()
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, weights};

    #[test]
    fn every_feature_has_a_weight() {
        assert_eq!(weights().len(), FEATURES);
        for row in weights() {
            assert!(!row.what.is_empty(), "{} has no words", row.name);
        }
    }
}
