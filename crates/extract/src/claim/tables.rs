//! The tables of words that set figures apart: `bases.csv` and `scopes.csv`. Only look-ups.

use std::{collections::HashMap, sync::LazyLock};

use crate::lexicon::rows;

/// A row of `bases.csv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Basis {
    /// Words in a row, or a verb's lemma with "/v".
    pub(crate) words: &'static str,
    /// What they say.
    pub(crate) basis: &'static str,
}

static BASES: LazyLock<Vec<Basis>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/bases.csv"))
        .filter_map(|row| if let [words, basis, ..] = row[..] { Some(Basis { words, basis }) } else { None })
        .collect()
});

/// Every row.
pub(crate) fn bases() -> &'static [Basis] {
    &BASES
}

static SCOPES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/scopes.csv"))
        .filter_map(|row| if let [word, scope, ..] = row[..] { Some((word, scope)) } else { None })
        .collect()
});

/// The part of a whole that a lower-case word singles out.
pub(crate) fn scope(word: &str) -> Option<&'static str> {
    SCOPES.get(word).copied()
}
