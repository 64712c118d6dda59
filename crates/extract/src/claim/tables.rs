//! The tables of words that set figures apart: `bases.csv` and `scopes.csv`. Only look-ups.

use std::sync::LazyLock;

use factcheck_core::folded::Folded;
use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// The rows of `bases.csv`.
#[derive(Debug)]
struct Bases {
    /// What a verb says, by its lemma.
    verbs: FxHashMap<&'static str, &'static str>,
    /// What words in a row say, by the first of them.
    words: Folded<Vec<Basis>>,
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
    let mut bases = Bases { verbs: FxHashMap::default(), words: Folded::new() };
    for row in rows(include_str!("../../../../data/lexicon/bases.csv")) {
        let [words, basis, ..] = row[..] else { continue };
        let mut parts = words.split(' ');
        match (words.strip_suffix("/v"), parts.next()) {
            (Some(verb), _) => {
                bases.verbs.insert(verb, basis);
            }
            (None, Some(first)) => {
                let rows = bases.words.entry(first.as_bytes());
                rows.push(Basis { rest: parts.collect(), basis });
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

/// What the words of a clause say that begin with `first`; `behind` gives the words behind it by their distance.
/// All of them are in lower case.
pub(crate) fn bases_of_words<'a>(
    first: &str,
    behind: impl Fn(usize) -> Option<&'a str>,
) -> impl Iterator<Item = &'static str> {
    let known = BASES.words.get(first.as_bytes());
    let stands = move |basis: &&Basis| (1..).zip(&basis.rest).all(|(at, word)| behind(at) == Some(*word));
    known.into_iter().flatten().filter(stands).map(|basis| basis.basis)
}

static SCOPES: LazyLock<Folded<&'static str>> = LazyLock::new(|| {
    let mut scopes = Folded::new();
    for row in rows(include_str!("../../../../data/lexicon/scopes.csv")) {
        if let [word, scope, ..] = row[..] {
            *scopes.entry(word.as_bytes()) = scope;
        }
    }
    scopes
});

/// The part of a whole that a word singles out.
pub(crate) fn scope(word: &str) -> Option<&'static str> {
    SCOPES.get(word.as_bytes()).copied()
}
