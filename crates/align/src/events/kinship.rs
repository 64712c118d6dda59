//! Classes of events that can tell of one event, and classes that say little by themselves.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static KIN: LazyLock<FxHashSet<(&'static str, &'static str)>> =
    LazyLock::new(|| rows().flat_map(|(a, b)| [(a, b), (b, a)]).collect());

/// The classes that the table tells of.
static KNOWN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows().flat_map(|(a, b)| [a, b]).collect());

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../../../data/lexicon/event-kin.csv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .filter_map(|line| line.split_once(','))
}

/// Whether one account can tell by the one class what another tells by the other: an attack and its deaths.
#[must_use]
pub fn are_kin(a: &str, b: &str) -> bool {
    KIN.contains(&(a, b))
}

/// Whether both are told of by the table, and never of one event: to meet is not to attack.
pub(super) fn are_strangers(a: &str, b: &str) -> bool {
    a != b && !are_kin(a, b) && KNOWN.contains(a) && KNOWN.contains(b)
}

/// Words that report: what they report decides, not that somebody reports.
pub(super) fn reports(class: &str) -> bool {
    matches!(class, "report" | "declare" | "release")
}

/// Verbs that say little by themselves: their class joins nothing.
pub(super) fn is_light(class: &str) -> bool {
    matches!(
        class,
        "have"
            | "be"
            | "take"
            | "make"
            | "do"
            | "get"
            | "live"
            | "include"
            | "use"
            | "accord"
            | "go"
            | "come"
            | "give"
            | "see"
            | "begin"
            | "end"
            | "occur"
            | "continue"
            | "want"
            | "call"
            | "hold"
            | "time"
            | "keep"
    )
}

#[cfg(test)]
mod tests {
    use super::{are_kin, rows};

    #[test]
    fn pairs_are_sorted_and_stand_once() {
        let rows: Vec<_> = rows().collect();
        assert!(rows.is_sorted() && rows.windows(2).all(|pair| pair[0] != pair[1]), "{rows:?}");
        assert!(rows.iter().all(|(a, b)| a < b), "{rows:?}");
        assert!(are_kin("attack", "die") && are_kin("die", "attack") && !are_kin("meet", "die"));
    }
}
