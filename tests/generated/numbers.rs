//! Sentences that tell numbers: of firms, towns and fires, and of every measure that the project's table has.

use super::{name, random};

/// Facts of one bearer.
const FACTS_A_NAME: usize = 5;

/// Tolls grow from one account to the next.
pub(super) fn may_be_wrong(fact: usize) -> bool {
    !matches!(fact % FACTS_A_NAME, 2 | 4)
}

/// One fact in its words.
pub(super) fn sentence(fact: usize, wrong: bool, measures: &[(String, &'static str)]) -> String {
    let mut seed = fact as u64;
    let mut number = |least: u64, most: u64| least + random(&mut seed) % (most - least);
    let name = name(fact / FACTS_A_NAME);
    // Facts of one bearer come in turn, each in other words.
    let year = 2000 + fact / FACTS_A_NAME % 20;
    let slip = |value: u64| if wrong { value + value / 3 } else { value };
    match fact % FACTS_A_NAME {
        0 => {
            let value = slip(number(1_000, 900_000));
            let (measure, unit) = &measures[fact / FACTS_A_NAME % measures.len()];
            format!("The {measure} of {name} was {value} {unit} in {year}.")
        }
        1 => {
            let value = slip(number(120, 990));
            format!("{name}’s revenue rose to ${value} million in {year}, the company said.")
        }
        2 => {
            let (killed, hurt) = (slip(number(12, 90)), number(100, 300));
            format!("A fire in {name} killed {killed} people and injured {hurt} others, officials said.")
        }
        3 => {
            let value = slip(number(21_000, 98_000));
            format!("About {year} the town of {name} had a population of {value}, according to the census.")
        }
        _ => {
            let value = slip(number(110, 980));
            format!("Police in {name} arrested {value} people during the protests.")
        }
    }
}

/// Measures that other sentences of a story tell.
const TOLD: &[&str] = &["arrest", "death", "injury", "population", "revenue"];

/// Nouns that tell a measure, one for each, and the unit that its numbers have here.
pub(super) fn measures() -> Vec<(String, &'static str)> {
    const UNITS: &[(&str, &str)] = &[
        ("currency", "dollars"),
        ("volume", "cubic metres"),
        ("mass", "tonnes"),
        ("length", "metres"),
        ("area", "hectares"),
        ("persons", "people"),
    ];
    let table = include_str!("../../data/lexicon/measures.csv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let known = rows.filter_map(|line| {
        let mut cells = line.split(',');
        let (measure, sorts, cues) = (cells.next()?, cells.next()?, cells.next()?);
        let unit = |sort: &str| UNITS.iter().find(|(known, _)| *known == sort).map(|(_, unit)| *unit);
        let noun = cues.split('|').find_map(|cue| cue.strip_suffix("/n"))?;
        (!TOLD.contains(&measure)).then_some(())?;
        Some((noun.to_owned(), sorts.split('|').find_map(unit)?))
    });
    known.collect()
}
