//! What verbs and their helpers tell of time: data/lexicon/time-verbs.csv as a lookup. Knows single words only; what
//! they mean together is the business of [`super::tense`] and [`super::evidence`].

use std::sync::LazyLock;

use factcheck_core::folded::Folded;

const TABLE: &str = include_str!("../../../../data/lexicon/time-verbs.csv");

/// What a word does to a date beside it. A word can have several roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "is announced", "has scheduled".
    Announced,
    /// Asks somebody to do something.
    Asking,
    /// A form of "to be".
    Be,
    /// May stand between "is" and "expected to".
    Between,
    /// "due", "expected", "likely".
    Coming,
    /// A date behind it is still to come.
    Due,
    /// Looks forward with an infinitive.
    Forward,
    /// A form of "to have" that makes the perfect.
    Have,
    /// "from" behind it names the old date, "to" the new one.
    Moved,
    /// Its past tense may tell of what is still to come.
    OfPlan,
    /// Happens once, so that its present tense is of the time to come.
    Once,
    /// Its past tense or participle may have a date that is still to come.
    Open,
    /// Whoever does it looks ahead.
    Plan,
    /// "until" behind it ends in the future.
    PutOff,
    /// What a coming event is said to be.
    Slated,
}

static ROLES: LazyLock<Folded<u16>> = LazyLock::new(|| {
    let mut roles = Folded::new();
    for (word, role) in rows() {
        if let Some(role) = role_of(role) {
            *roles.entry(word.as_bytes()) |= 1 << role as u16;
        }
    }
    roles
});

/// Whether the word, in any case, has that role.
pub(super) fn has_role(word: &str, role: Role) -> bool {
    ROLES.get(word.as_bytes()).is_some_and(|roles| roles >> role as u16 & 1 != 0)
}

/// Words and roles of the table.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?))
    })
}

fn role_of(name: &str) -> Option<Role> {
    Some(match name {
        "announced" => Role::Announced,
        "asking" => Role::Asking,
        "be" => Role::Be,
        "between" => Role::Between,
        "coming" => Role::Coming,
        "due" => Role::Due,
        "forward" => Role::Forward,
        "have" => Role::Have,
        "moved" => Role::Moved,
        "of-plan" => Role::OfPlan,
        "once" => Role::Once,
        "open" => Role::Open,
        "plan" => Role::Plan,
        "put-off" => Role::PutOff,
        "slated" => Role::Slated,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read() {
        let rows: Vec<_> = rows().collect();
        assert!(rows.len() > 100);
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "sort by word and role");
        for (word, role) in rows {
            let role = role_of(role);
            assert!(role.is_some_and(|role| has_role(word, role)), "{word}: no such role, or too long");
        }
    }
}
