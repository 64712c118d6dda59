//! The small word tables of this crate, compiled in; see `data/README.md`. Only look-ups, no reading of text.

use std::sync::LazyLock;

use factcheck_syntax::{Upos, wordnet};
use rustc_hash::{FxHashMap, FxHashSet};

/// A table of `key,rest...` lines: comments start with `#`, the first line names the columns.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .map(|line| line.split(',').map(str::trim).collect())
}

static TITLES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/titles.csv")).filter_map(|row| row.first().copied()).collect()
});

/// Whether a lower-case word is a title that stands before a name ("mr.", "president").
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(word) || TITLES.contains(word.trim_end_matches('.'))
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

static EVENTS: LazyLock<FxHashMap<&'static str, Vec<EventClass>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Vec<EventClass>> = FxHashMap::default();
    for row in rows(include_str!("../../../data/lexicon/events.csv")) {
        let [lemma, part, class, repeat, needs, ..] = row[..] else { continue };
        let Some(part) = part.chars().next() else { continue };
        let once = repeat == "once";
        table.entry(lemma).or_default().push(EventClass { part, class, once, needs });
    }
    table
});

/// The event classes of a verb (`'v'`), noun (`'n'`) or adjective (`'a'`) that the table has, one for each reading.
pub(crate) fn event_classes(lemma: &str, part: char) -> impl Iterator<Item = &'static EventClass> + use<> {
    EVENTS.get(lemma).into_iter().flatten().filter(move |class| class.part == part)
}

static ONCE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| EVENTS.values().flatten().filter(|row| row.once).map(|row| row.class).collect());

/// Whether events of a class are not done again by the same parties within days.
pub(crate) fn is_once(class: &str) -> bool {
    ONCE.contains(class)
}

static VERBS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/verbs.csv"))
        .filter_map(|row| if let [lemma, role, ..] = row[..] { Some((lemma, role)) } else { None })
        .collect()
});

/// The role that a verb plays in the grammar of claims and events: "light", "report", "plan", "level", "rise",
/// "fall"; "" for all others.
pub(crate) fn verb_role(lemma: &str) -> &'static str {
    VERBS.get(lemma).copied().unwrap_or_default()
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
        let rows = EVENTS.values().flatten();
        let wrong: Vec<_> = rows.filter(|row| row.once != is_once(row.class)).collect();
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
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }
}
