//! Which claims can be compared at all: the sort of thing that their numbers count. Knows units, no words around them.

use factcheck_core::{
    claim::Claim,
    measure,
    record::Records,
    unit::{self, Unit},
};
use factcheck_syntax::wordnet;
use rustc_hash::FxHashMap;

/// The key of numbers of which nothing is known: only copies of one sentence compare them.
pub(crate) const BARE: &str = "bare";

/// The key of claims whose numbers can be compared; `None` where a number says nothing of what it counts.
#[must_use]
pub(crate) fn key(claim: &Claim) -> Option<String> {
    if points(claim) { None } else { key_of(&claim.class, &claim.amount.unit, is_whole(claim)) }
}

/// "One of the longest wars" points and counts nothing.
fn points(claim: &Claim) -> bool {
    claim.amount.value == Some(rust_decimal::Decimal::ONE)
        && claim.place.quote.to_lowercase().starts_with("one of ")
}

/// "A 2.9 aftershock": nothing is counted in tenths.
fn is_whole(claim: &Claim) -> bool {
    claim.amount.value.is_none_or(|value| value.fract().is_zero())
}

/// The key of numbers of a measure and unit.
fn key_of(class: &str, amount: &Unit, is_whole: bool) -> Option<String> {
    // Whatever the noun: "seven killed", "seven people"; "jobs", "workers on payrolls".
    let counts = amount.name.is_empty()
        || amount.code.is_none() && amount.scale().is_none_or(|scale| scale.dimension.starts_with("count"));
    let row = measure::named(class).filter(|row| row.is_count() && counts && is_whole);
    if let Some(row) = row.filter(|_| !amount.name.contains(" per ")) {
        match row.persons {
            Some(true) => return Some("person".to_owned()),
            None if row.name != "vote" => return Some(format!("#{}", row.name)),
            _ if amount.name.is_empty() => return Some(format!("#{}", row.name)),
            _ => {}
        }
    }
    if amount.name.is_empty() {
        return match class {
            "" => Some(BARE.to_owned()),
            "magnitude" => Some("magnitude".to_owned()),
            class => Some(format!("bare {class}")),
        };
    }
    if unit::is_share(amount) || amount.name == "percentage point" {
        return Some("share".to_owned());
    }
    // "38.60 dollars a share" is a rate.
    if amount.code.is_none() && amount.scale().is_none() && !is_whole && !amount.name.contains(" per ") {
        return (class == "magnitude").then(|| "magnitude".to_owned());
    }
    let (first, per) = amount.name.split_once(" per ").map_or((amount.name.as_str(), ""), |(a, b)| (a, b));
    let sort = match unit::named(first).scale() {
        // In a rate, and where no country is told, it has no code: "dollar per share".
        _ if first == "dollar" => "currency".to_owned(),
        Some(scale) if scale.dimension.starts_with("currency") => "currency".to_owned(),
        Some(scale) if scale.dimension == "count:person" => "person".to_owned(),
        Some(scale) => scale.dimension.into_owned(),
        None if amount.code.as_deref().is_some_and(|code| code.len() == 3) => "currency".to_owned(),
        None => counted(first),
    };
    // Whether "$900 a month" and "$900" are one thing is a matter of words.
    if sort == "currency" {
        return Some(sort);
    }
    // "3 a day" and "3 a week" convert.
    let rate = amount
        .scale()
        .map_or_else(|| per.to_owned(), |_| if per.is_empty() { String::new() } else { "rate".to_owned() });
    Some(if rate.is_empty() { sort } else { format!("{sort} per {rate}") })
}

/// Per claim of a story, article by article, the number of its sort, which is the place of its key in the list behind it.
pub(crate) fn sorts<'a>(story: &'a [Records]) -> (Vec<Option<usize>>, Vec<String>) {
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    // Measures and units are few, and what is asked of them is much.
    let mut known: FxHashMap<(&str, &Unit, bool), Option<usize>> = FxHashMap::default();
    let mut sort = |claim: &'a Claim| {
        if points(claim) {
            return None;
        }
        let Claim { class, amount, .. } = claim;
        *known.entry((class, &amount.unit, is_whole(claim))).or_insert_with_key(|(class, unit, is_whole)| {
            let next = numbers.len();
            Some(*numbers.entry(key_of(class, unit, *is_whole)?).or_insert(next))
        })
    };
    let sorts = story.iter().flat_map(|records| &records.claims).map(&mut sort).collect();
    let mut keys = vec![String::new(); numbers.len()];
    #[expect(clippy::iter_over_hash_type, reason = "each has its place")]
    for (key, number) in numbers {
        keys[number] = key;
    }
    (sorts, keys)
}

/// Words that make a sum one of every month or year.
const EVERY: [(&str, &str); 7] = [
    ("annual", "year"),
    ("annually", "year"),
    ("daily", "day"),
    ("hourly", "hour"),
    ("monthly", "month"),
    ("weekly", "week"),
    ("yearly", "year"),
];

/// Whether a sum of every month or year stands against one that is paid once: "$900 a month" and "$900"; "a monthly sum
/// of $900" is one of every month.
pub(crate) fn is_other_rate(a: &Claim, b: &Claim) -> bool {
    fn rate(claim: &Claim) -> Option<&str> {
        claim.amount.unit.name.split_once(" per ").map(|(_, rate)| rate)
    }
    let told = |claim: &Claim, rate: &str| {
        EVERY.iter().any(|(word, of)| *of == rate && claim.near.iter().any(|near| near == word))
    };
    match (rate(a), rate(b)) {
        (Some(rate), None) => !told(b, rate),
        (None, Some(rate)) => !told(a, rate),
        _ => false,
    }
}

/// All persons are counted alike ("people", "bank workers"); of things, each noun by its last word.
fn counted(noun: &str) -> String {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    if is_person(last) { "person".to_owned() } else { last.to_owned() }
}

/// Whether a noun counts persons or what became of them.
pub(crate) fn is_person(noun: &str) -> bool {
    use factcheck_syntax::Upos;
    matches!(noun, "people" | "casualty" | "death" | "fatality" | "injury" | "victim")
        || wordnet::lexnames(noun, Upos::Noun).next() == Some(wordnet::Lexname::NounPerson)
}
