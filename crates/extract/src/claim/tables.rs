//! The tables of words that set figures apart: `bases.csv` and `scopes.csv`. Only look-ups.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// The rows of `bases.csv`.
#[derive(Debug, Default)]
struct Bases {
    /// What a verb says, by its lemma.
    verbs: FxHashMap<&'static str, &'static str>,
    /// What words in a row say, by the first of them.
    words: FxHashMap<&'static str, Vec<Basis>>,
}

/// Words in a row that set a figure apart.
#[derive(Debug)]
struct Basis {
    /// The words behind the first.
    rest: Vec<&'static str>,
    /// What they say.
    basis: &'static str,
}

static BASES: LazyLock<Bases> = LazyLock::new(|| {
    let mut bases = Bases::default();
    for row in rows(include_str!("../../../../data/lexicon/bases.csv")) {
        let [words, basis, ..] = row[..] else { continue };
        let mut parts = words.split(' ');
        match (words.strip_suffix("/v"), parts.next()) {
            (Some(verb), _) => {
                bases.verbs.insert(verb, basis);
            }
            (None, Some(first)) => {
                bases.words.entry(first).or_default().push(Basis { rest: parts.collect(), basis });
            }
            (None, None) => {}
        }
    }
    bases
});

/// What a verb says of the figures beside it, by its lemma.
pub(crate) fn basis_of_verb(lemma: &str) -> Option<&'static str> {
    BASES.verbs.get(lemma).copied()
}

/// What the words say that begin the lower-case `text` of a clause.
pub(crate) fn bases_of_words(text: &[impl AsRef<str>]) -> impl Iterator<Item = &'static str> {
    let known = text.first().and_then(|first| BASES.words.get(first.as_ref()));
    let stands = |basis: &&Basis| {
        let behind = text.get(1..=basis.rest.len()).unwrap_or_default();
        behind.len() == basis.rest.len() && behind.iter().zip(&basis.rest).all(|(a, b)| a.as_ref() == *b)
    };
    known.into_iter().flatten().filter(stands).map(|basis| basis.basis)
}

static SCOPES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/scopes.csv"))
        .filter_map(|row| if let [word, scope, ..] = row[..] { Some((word, scope)) } else { None })
        .collect()
});

/// The part of a whole that a lower-case word singles out.
pub(crate) fn scope(word: &str) -> Option<&'static str> {
    SCOPES.get(word).copied()
}
