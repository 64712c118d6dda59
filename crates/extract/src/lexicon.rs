//! The small word tables of this crate, compiled in; see `data/README.md`. Only look-ups, no reading of text.

use std::sync::LazyLock;

use factcheck_core::folded::Folded;
use factcheck_syntax::{Upos, wordnet};
use rustc_hash::{FxHashMap, FxHashSet};

/// A table of `key,rest...` lines: comments start with `#`, the first line names the columns.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .map(|line| line.split(',').map(str::trim).collect())
}

static TITLES: LazyLock<Folded<bool>> = LazyLock::new(|| {
    let mut titles = Folded::new();
    for row in rows(include_str!("../../../data/lexicon/titles.csv")) {
        *titles.entry(row[0].as_bytes()) = true;
    }
    titles
});

/// Whether a lower-case word is a title that stands before a name ("mr.", "president").
pub(crate) fn is_title(word: &str) -> bool {
    let is = |word: &str| TITLES.get(word.as_bytes()).is_some();
    is(word) || word.ends_with('.') && is(word.trim_end_matches('.'))
}

/// Whether a pronoun means one person.
pub(crate) fn is_person_pronoun(word: &str) -> bool {
    matches!(word, "he" | "him" | "his" | "she" | "her" | "hers" | "himself" | "herself")
}

/// Whether a noun's first sense in `WordNet` is a person.
pub(crate) fn is_person_noun(lemma: &str) -> bool {
    wordnet::lexnames(lemma, Upos::Noun).next() == Some(wordnet::Lexname::NounPerson)
}

/// Whether a word that a tagger called a verb can be a plural noun too: "imports".
pub(crate) fn is_nominal(form: &str) -> bool {
    let lower = form.to_lowercase();
    lower.ends_with('s') && wordnet::has(&factcheck_syntax::lemma(&lower, Upos::Noun), Upos::Noun)
}

/// A row of `events.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventClass {
    part: char,
    /// The class: one name for all predicates that can tell of one event.
    pub(crate) class: &'static str,
    /// Whether the same parties cannot do it again within days.
    pub(crate) once: bool,
    /// What must stand with the word: "person", "place", "plural", "obj=bomb", a particle; "" for nothing.
    pub(crate) needs: &'static str,
}

static EVENTS: LazyLock<Folded<Vec<EventClass>>> = LazyLock::new(|| {
    let mut table = Folded::<Vec<EventClass>>::new();
    for (lemma, class) in event_rows() {
        table.entry(lemma.as_bytes()).push(class);
    }
    table
});

fn event_rows() -> impl Iterator<Item = (&'static str, EventClass)> {
    rows(include_str!("../../../data/lexicon/events.csv")).filter_map(|row| {
        let [lemma, part, class, repeat, needs, ..] = row[..] else { return None };
        let once = repeat == "once";
        Some((lemma, EventClass { part: part.chars().next()?, class, once, needs }))
    })
}

/// The event classes of a verb (`'v'`), noun (`'n'`) or adjective (`'a'`) that the table has, one for each reading.
pub(crate) fn event_classes(lemma: &str, part: char) -> impl Iterator<Item = &'static EventClass> + use<> {
    EVENTS.get(lemma.as_bytes()).into_iter().flatten().filter(move |class| class.part == part)
}

static ONCE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| event_rows().filter(|(_, row)| row.once).map(|(_, row)| row.class).collect());

/// Whether events of a class are not done again by the same parties within days.
pub(crate) fn is_once(class: &str) -> bool {
    ONCE.contains(class)
}

static VERBS: LazyLock<Folded<&'static str>> = LazyLock::new(|| {
    let mut verbs = Folded::new();
    for row in rows(include_str!("../../../data/lexicon/verbs.csv")) {
        if let [lemma, role, ..] = row[..] {
            *verbs.entry(lemma.as_bytes()) = role;
        }
    }
    verbs
});

/// The role that a verb plays in the grammar of claims and events: "light", "report", "plan", "level", "rise",
/// "fall"; "" for all others.
pub(crate) fn verb_role(lemma: &str) -> &'static str {
    VERBS.get(lemma.as_bytes()).copied().unwrap_or_default()
}

static EFFECTS: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/effects.csv"))
        .filter_map(|row| if let [word, kind, ..] = row[..] { Some((word, kind)) } else { None })
        .collect()
});

/// Whether a verb tells what something sudden did at once: "left dead", "killed".
pub(crate) fn event_effect(lemma: &str) -> bool {
    EFFECTS.contains(&(lemma, "effect"))
}

/// Whether events of a class come suddenly, so that their effects have their day.
pub(crate) fn is_sudden(class: &str) -> bool {
    EFFECTS.contains(&(class, "sudden"))
}

static COMPARISONS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/comparisons.csv"))
        .filter_map(|row| if let [words, relation, ..] = row[..] { Some((words, relation)) } else { None })
        .collect()
});

/// What a verb (with its particles: "make up for") says of its subject's amount against its object's:
/// "at-least", "more" or "less".
pub(crate) fn comparison(words: &str) -> Option<&'static str> {
    COMPARISONS.get(words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: [(&str, &str, usize); 8] = [
        ("bases.csv", include_str!("../../../data/lexicon/bases.csv"), 3),
        ("scopes.csv", include_str!("../../../data/lexicon/scopes.csv"), 2),
        ("titles.csv", include_str!("../../../data/lexicon/titles.csv"), 1),
        ("states.csv", include_str!("../../../data/lexicon/states.csv"), 3),
        ("verbs.csv", include_str!("../../../data/lexicon/verbs.csv"), 2),
        ("effects.csv", include_str!("../../../data/lexicon/effects.csv"), 2),
        ("events.csv", include_str!("../../../data/lexicon/events.csv"), 5),
        ("comparisons.csv", include_str!("../../../data/lexicon/comparisons.csv"), 3),
    ];

    #[test]
    fn a_class_repeats_for_all_its_words_or_for_none() {
        let wrong: Vec<_> = event_rows().filter(|(_, row)| row.once != is_once(row.class)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn tables_are_sorted_without_doubles_and_every_row_is_whole() {
        for (name, text, columns) in TABLES {
            let rows: Vec<Vec<&str>> = rows(text).collect();
            assert!(!rows.is_empty(), "{name} is empty");
            for row in &rows {
                assert_eq!(row.len(), columns, "{name}: {row:?}");
            }
            let keys: Vec<(&str, &str, &str)> = rows
                .iter()
                .map(|row| match name {
                    "events.csv" => (row[0], row[1], row[4]),
                    "states.csv" => (row[0], row[1], row[2]),
                    _ => (row[0], "", ""),
                })
                .collect();
            let longest = keys.iter().map(|(key, ..)| key.len()).max();
            assert!(longest <= Some(24) || name == "bases.csv", "{name}: too long a word is never found");
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }
}
