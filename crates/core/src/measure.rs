//! What news counts and measures: the table `measures.csv`. Knows words and units; reads no text.

use std::{borrow::Cow, sync::LazyLock};

use crate::{
    folded::Folded,
    unit::{Unit, is_share},
};

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name: "death", "depth".
    pub name: &'static str,
    /// The sorts of unit that it comes in: "count", "persons", "things", "bare", or a dimension of the unit table without its last part
    /// ("currency" for "currency:GBP").
    units: Vec<&'static str>,
    /// Lemmas that tell of it, with their part of speech: `n`, `v` or `a`.
    cues: Vec<(&'static str, char)>,
    /// Whether persons are counted, or things; `None` where both can be or nothing is counted.
    pub persons: Option<bool>,
    /// Whether later reports of one event give other figures without contradiction.
    pub grows: bool,
    /// Measures with which it is confused.
    pub not: Vec<&'static str>,
}

impl Measure {
    /// Whether persons or things are counted, not measured.
    #[must_use]
    pub fn is_count(&self) -> bool {
        self.persons.is_some() || self.units.contains(&"count")
    }

    /// Whether amounts of `unit` can be of this measure.
    #[must_use]
    pub fn allows(&self, unit: &Unit) -> bool {
        let sort = sort(unit);
        self.units.contains(&sort.as_ref()) || (self.is_count() && matches!(sort.as_ref(), "count" | "bare"))
    }
}

/// The sort of a unit in the table's words.
fn sort(unit: &Unit) -> Cow<'static, str> {
    if unit.name.is_empty() {
        return "bare".into();
    }
    if is_share(unit) || unit.name == "percentage point" {
        return "share".into();
    }
    match unit.scale() {
        None if unit.code.as_deref().is_some_and(|code| code.len() == 3) => "currency".into(),
        None => "count".into(),
        Some(scale) if scale.dimension.starts_with("currency") => "currency".into(),
        Some(scale) if scale.dimension.starts_with("count") => "count".into(),
        Some(scale) => scale.dimension,
    }
}

static ROWS: LazyLock<Vec<Measure>> = LazyLock::new(|| {
    let text = include_str!("../../../data/lexicon/measures.csv");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    lines.filter_map(row).collect()
});

fn row(line: &'static str) -> Option<Measure> {
    let mut fields = line.splitn(6, ',');
    let mut next = || fields.next().map(str::trim);
    let (name, units, cues, grows, not) = (next()?, next()?, next()?, next()?, next()?);
    let list = |text: &'static str| text.split('|').filter(|item| !item.is_empty());
    let persons = list(units).find_map(|unit| match unit {
        "persons" => Some(true),
        "things" => Some(false),
        _ => None,
    });
    Some(Measure {
        name,
        units: list(units).collect(),
        persons,
        cues: list(cues).filter_map(|cue| cue.rsplit_once('/')).filter_map(lemma_and_part).collect(),
        grows: grows == "yes",
        not: list(not).collect(),
    })
}

fn lemma_and_part((lemma, part): (&'static str, &str)) -> Option<(&'static str, char)> {
    Some((lemma, part.chars().next()?))
}

/// Every measure, by name.
#[must_use]
pub fn all() -> &'static [Measure] {
    &ROWS
}

/// The measure of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Measure> {
    ROWS.binary_search_by(|row| row.name.cmp(name)).ok().and_then(|index| ROWS.get(index))
}

/// Measures by the lemma of their cues.
type Cues = Folded<Vec<&'static Measure>>;

/// The cues of each part of speech: noun, verb, all others.
static CUES: LazyLock<[Cues; 3]> = LazyLock::new(|| {
    let mut cues = <[Cues; 3]>::default();
    for row in ROWS.iter() {
        for (lemma, part) in &row.cues {
            cues[index(*part)].entry(lemma.as_bytes()).push(row);
        }
    }
    cues
});

fn index(part: char) -> usize {
    match part {
        'n' => 0,
        'v' => 1,
        _ => 2,
    }
}

/// The measures that a lemma in lower case tells of, as noun (`'n'`), verb (`'v'`) or adjective and adverb (`'a'`).
#[must_use]
pub fn of_cue(lemma: &str, part: char) -> &'static [&'static Measure] {
    CUES[index(part)].get(lemma.as_bytes()).map_or(&[], Vec::as_slice)
}

static FIRST_WORDS: LazyLock<Folded<bool>> = LazyLock::new(|| {
    let mut words = Folded::new();
    let cues = ROWS.iter().flat_map(|row| &row.cues);
    for (word, _) in cues.filter_map(|(lemma, _)| lemma.split_once(' ')) {
        *words.entry(word.as_bytes()) = true;
    }
    words
});

/// Whether a cue of two words begins with this one.
#[must_use]
pub fn begins_cue(word: &str) -> bool {
    FIRST_WORDS.get(word.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        assert!(ROWS.len() > 30);
        assert!(ROWS.is_sorted_by(|a, b| a.name < b.name), "sort measures.csv by name, no name twice");
        for row in ROWS.iter() {
            assert!(!row.units.is_empty(), "{} has no unit", row.name);
            for other in &row.not {
                assert!(named(other).is_some(), "{}: no measure {other}", row.name);
                assert_ne!(*other, row.name);
            }
            for (lemma, part) in &row.cues {
                assert!("nva".contains(*part) && !lemma.is_empty(), "{}: {lemma}/{part}", row.name);
                assert!(
                    of_cue(lemma, *part).iter().any(|found| found.name == row.name),
                    "{lemma} is not found"
                );
            }
        }
    }

    #[test]
    fn cues_and_units_decide() {
        let of = |lemma, part| of_cue(lemma, part).iter().map(|row| row.name).collect::<Vec<_>>();
        assert_eq!(of("kill", 'v'), ["death"]);
        assert_eq!(of("deep", 'a'), ["depth"]);
        let depth = named("depth").map(|row| row.allows(&crate::unit::named("mile")));
        assert_eq!(depth, Some(true));
        let money = named("price").map(|row| row.allows(&crate::unit::named("US dollar")));
        assert_eq!(money, Some(true));
        let count = named("death").map(|row| row.allows(&Unit::noun("miner")));
        assert_eq!(count, Some(true));
    }
}
