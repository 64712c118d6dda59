//! Stories of any size with known contradictions, made from the project's own table of measures: for measuring how a
//! check grows, and whether it still finds what was planted. The same numbers give the same story.

use std::fmt::Write;

use factcheck_core::article::Article;

/// How many articles tell each fact.
const TELLINGS: usize = 4;

/// Facts that an article tells.
const FACTS_AN_ARTICLE: usize = 24;

/// One fact in so many is told by one of its articles with another value; no toll, since tolls grow.
const PLANTED_EVERY: usize = 33;

/// Facts of one bearer.
const FACTS_A_NAME: usize = 5;

/// A generated story.
#[derive(Debug)]
pub(crate) struct Story {
    /// Its articles, each with an id of its own.
    pub(crate) articles: Vec<Article>,
    /// How many facts are told with two values.
    pub(crate) planted: usize,
}

/// A story of about so many claims.
pub(crate) fn story(claims: usize) -> Story {
    let facts = (claims / TELLINGS).max(1);
    let count = claims.div_ceil(FACTS_AN_ARTICLE).max(TELLINGS);
    let mut texts = vec![String::from("Figures of the year\n\n"); count];
    let measures = measures();
    let mut planted = 0;
    for fact in 0..facts {
        let plant = fact % PLANTED_EVERY == PLANTED_EVERY / 2 && !matches!(fact % FACTS_A_NAME, 2 | 4);
        planted += usize::from(plant);
        for telling in 0..TELLINGS {
            // Other facts meet in each article, and no article tells one twice.
            let article =
                (fact / FACTS_AN_ARTICLE * TELLINGS + telling + fact % FACTS_AN_ARTICLE * telling) % count;
            let wrong = plant && telling == TELLINGS - 1;
            sentence(&mut texts[article], fact, wrong, &measures);
        }
    }
    let articles = texts.into_iter().enumerate().map(|(at, text)| article(at, text)).collect();
    Story { articles, planted }
}

fn article(number: usize, text: String) -> Article {
    let id = format!("{number:06}.txt");
    let published = "2024-05-14".parse().ok();
    Article {
        file: id.clone(),
        source: format!("Outlet {number}"),
        id,
        text,
        published,
        ..Article::default()
    }
}

fn sentence(text: &mut String, fact: usize, wrong: bool, measures: &[(String, &'static str)]) {
    let mut seed = fact as u64;
    let mut number = |least: u64, most: u64| least + random(&mut seed) % (most - least);
    let name = name(fact / FACTS_A_NAME);
    // Facts of one bearer come in turn, each in other words.
    let year = 2000 + fact / FACTS_A_NAME % 20;
    let slip = |value: u64| if wrong { value + value / 3 } else { value };
    // Writing to a string cannot fail.
    let _ = match fact % FACTS_A_NAME {
        0 => {
            let value = slip(number(1_000, 900_000));
            let (measure, unit) = &measures[fact / FACTS_A_NAME % measures.len()];
            writeln!(text, "The {measure} of {name} was {value} {unit} in {year}.\n")
        }
        1 => {
            let value = slip(number(120, 990));
            writeln!(text, "{name}’s revenue rose to ${value} million in {year}, the company said.\n")
        }
        2 => {
            let (killed, hurt) = (slip(number(12, 90)), number(100, 300));
            writeln!(
                text,
                "A fire in {name} killed {killed} people and injured {hurt} others, officials said.\n"
            )
        }
        3 => {
            let value = slip(number(21_000, 98_000));
            writeln!(
                text,
                "About {year} the town of {name} had a population of {value}, according to the census.\n"
            )
        }
        _ => {
            let value = slip(number(110, 980));
            writeln!(text, "Police in {name} arrested {value} people during the protests.\n")
        }
    };
}

/// Measures that other sentences of a story tell.
const TOLD: &[&str] = &["arrest", "death", "injury", "population", "revenue"];

/// Nouns that tell a measure, one for each, and the unit that its numbers have here.
fn measures() -> Vec<(String, &'static str)> {
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

/// A name that no other number gives.
fn name(number: usize) -> String {
    const FIRST: &[&str] =
        &["Bar", "Cal", "Dor", "Fen", "Gar", "Hol", "Kel", "Lor", "Mar", "Nor", "Pel", "Ros", "Tam", "Var"];
    const MIDDLE: &[&str] = &["an", "de", "el", "ga", "in", "lo", "mu", "no", "ri", "sa", "ti", "vo"];
    const LAST: &[&str] =
        &["berg", "by", "dal", "ford", "holt", "mere", "ness", "stad", "thorpe", "wick", "worth", "ham"];
    let pick = |parts: &[&'static str], at: usize| parts[at % parts.len()];
    let (a, b) = (number / FIRST.len(), number / FIRST.len() / MIDDLE.len());
    let c = b / LAST.len();
    let more = if c == 0 { String::new() } else { pick(MIDDLE, c - 1).to_owned() };
    format!("{}{}{}{}", pick(FIRST, number), pick(MIDDLE, a), more, pick(LAST, b))
}

/// The splitmix generator.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
