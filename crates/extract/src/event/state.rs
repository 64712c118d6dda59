//! Words that look like verbs and tell of no event: `data/lexicon/states.csv` as questions. "according to" is a
//! preposition, and "has 40,000 inhabitants" tells how things are. Knows no times: a state that has a day of its own is
//! for others to keep.

use std::sync::LazyLock;

use factcheck_syntax::{Relation, Upos, Xpos};
use fnv::FnvHashMap;

use crate::{lexicon::rows, tree::Tree};

/// What a word is instead of an event, and the word behind it that makes it so.
type Row = (Sort, &'static str);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Preposition,
    State,
}

static WORDS: LazyLock<FnvHashMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut words: FnvHashMap<_, Vec<Row>> = FnvHashMap::default();
    for row in rows(include_str!("../../../../data/lexicon/states.csv")) {
        let [word, sort, needs, ..] = row[..] else { continue };
        let sort = if sort == "state" { Sort::State } else { Sort::Preposition };
        words.entry(word).or_default().push((sort, needs));
    }
    words
});

/// Whether a participle is a preposition here: no helper and no subject, and the word behind it that makes it one.
pub(super) fn is_preposition(tree: Tree, token: usize) -> bool {
    let next = token + 1;
    matches!(tree.xpos(token), Xpos::Vbg | Xpos::Vbn)
        && WORDS.get(tree.lower(token).as_ref()).is_some_and(|rows| {
            rows.iter().any(|(sort, needs)| {
                *sort == Sort::Preposition
                    && (needs.is_empty() || (next < tree.len() && tree.is(next, needs)))
            })
        })
        && tree
            .child(token, &[Relation::Aux, Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass])
            .is_none()
}

/// Whether a verb tells how things are, and nothing that happens.
pub(super) fn is_state(tree: Tree, token: usize) -> bool {
    tree.upos(token) == Upos::Verb
        && WORDS
            .get(tree.lower_lemma(token).as_ref())
            .is_some_and(|rows| rows.iter().any(|(sort, _)| *sort == Sort::State))
}
