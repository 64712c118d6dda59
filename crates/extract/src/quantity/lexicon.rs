//! The tables that the reader knows, in the shape that it looks things up. Knows no text and no grammar.

use std::sync::LazyLock;

use factcheck_core::{quantity::Direction, unit};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// What a word adds to a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// "zero" to "nineteen", and "twenty" to "ninety".
    Plain(Decimal),
    /// "hundred".
    Hundred,
    /// "million", "bn".
    Magnitude(Decimal),
    /// "m", "k": a magnitude only where something decides so.
    Suffix(Decimal),
    /// "dozen": its value and the range that it allows.
    Dozen(Decimal, Decimal, Decimal),
    /// "third", "half": one of so many parts.
    Part(Decimal),
    /// "dozens", "several": a range.
    Vague(Decimal, Decimal),
    /// "doubled", "tenfold".
    Multiple(Decimal),
}

/// What a word beside a number does to its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    About,
    Nearly,
    JustUnder,
    JustOver,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

/// How a word tells a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carrier {
    /// A verb form that may be a noun too: "rise", "cut".
    Verb,
    /// A verb form that is nothing else, whatever the tagger says: "rose".
    Past,
    /// A verb whose direct object is no change: "raised $5m", but "raised rates by 5 points".
    Causative,
    Adverb,
    Noun,
}

/// A unit as one of its forms names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitForm {
    /// Singular name, maybe a compound.
    pub name: &'static str,
    /// What the number is multiplied with.
    pub factor: Decimal,
    /// Whether it is money.
    pub is_money: bool,
}

/// The words behind the first one, and what the whole stands for.
type Phrases<T> = HashMap<&'static str, Vec<(Vec<&'static str>, T)>>;

/// All tables.
pub(super) struct Lexicon {
    pub numerals: HashMap<&'static str, Numeral>,
    /// By first letter, the lengths of the words above, a bit each.
    numeral_lengths: [u32; 128],
    pub directions: HashMap<&'static str, (Direction, Carrier)>,
    pub labels: HashSet<&'static str>,
    /// What happens to persons: "killed".
    pub states: HashSet<&'static str>,
    /// The verbs for it: "kill".
    pub harms: HashSet<&'static str>,
    /// Nouns that count persons: "population".
    pub person_nouns: HashSet<&'static str>,
    pub rate_nouns: HashSet<&'static str>,
    /// Words that tell which of several units a word or symbol means: "money", "mass", "temperature".
    pub cues: HashMap<&'static str, &'static str>,
    /// By the last word; the others in reverse.
    before: Phrases<Bound>,
    /// By the first word.
    after: Phrases<Bound>,
    /// By the first word, lower case.
    units: Phrases<UnitForm>,
    /// Forms with capitals, by the first word as it stands.
    symbols: Phrases<UnitForm>,
    /// Symbols in lower case ("Ghz", "KM"), where only one unit has them.
    folded: HashMap<String, Option<UnitForm>>,
    /// Signs and codes that stand before a number.
    pub prefixes: HashMap<&'static str, &'static str>,
}

/// The tables, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
    &LEXICON
}

impl Lexicon {
    fn load() -> Self {
        let mut lexicon = Self {
            numerals: rows(NUMBERS).filter_map(|row| Some((row[0], numeral(&row)?))).collect(),
            directions: rows(DIRECTIONS).filter_map(|row| Some((row[0], direction(&row)?))).collect(),
            labels: rows(LABELS).map(|row| row[0]).collect(),
            states: rows(STATES).map(|row| row[0]).collect(),
            harms: rows(STATES).map(|row| row[1]).filter(|verb| !verb.is_empty()).collect(),
            person_nouns: rows(PERSON_NOUNS).map(|row| row[0]).collect(),
            rate_nouns: rows(RATE_NOUNS).map(|row| row[0]).collect(),
            cues: rows(CUES).map(|row| (row[0], row[1])).collect(),
            before: HashMap::default(),
            after: HashMap::default(),
            units: HashMap::default(),
            symbols: HashMap::default(),
            folded: HashMap::default(),
            prefixes: HashMap::default(),
            numeral_lengths: [0; 128],
        };
        for row in rows(NUMBERS) {
            if let Some(lengths) =
                row[0].bytes().next().and_then(|first| lexicon.numeral_lengths.get_mut(usize::from(first)))
            {
                *lengths |= 1 << row[0].len().min(31);
            }
        }
        for row in rows(APPROXIMATIONS) {
            lexicon.add_bound(&row);
        }
        lexicon.add_units();
        for phrases in [&mut lexicon.units, &mut lexicon.symbols] {
            longest_first(phrases);
        }
        longest_first(&mut lexicon.before);
        longest_first(&mut lexicon.after);
        lexicon
    }

    fn add_bound(&mut self, row: &[&'static str]) {
        let [phrase, side, meaning, ..] = row else { return };
        let bound = match *meaning {
            "about" => Bound::About,
            "nearly" => Bound::Nearly,
            "just-under" => Bound::JustUnder,
            "just-over" => Bound::JustOver,
            "more-than" => Bound::MoreThan,
            "at-least" => Bound::AtLeast,
            "less-than" => Bound::LessThan,
            "at-most" => Bound::AtMost,
            _ => return,
        };
        let mut words: Vec<&'static str> = phrase.split(' ').collect();
        if *side == "before" {
            words.reverse();
            add(&mut self.before, words, bound);
        } else {
            add(&mut self.after, words, bound);
        }
    }

    fn add_units(&mut self) {
        for (name, row) in unit::rows() {
            let is_money = row.dimension.starts_with("currency:") || MINOR_MONEY.contains(&name);
            let form = UnitForm { name, factor: Decimal::ONE, is_money };
            for text in &row.forms {
                self.add_unit(text, form);
            }
            for text in &row.prefixes {
                self.prefixes.insert(text, name);
                self.add_unit(text, form);
            }
            if let Some(code) = row.code.as_deref().filter(|_| is_money) {
                self.prefixes.insert(code, name);
                self.add_unit(code, form);
            }
        }
        for row in unit::shorthands() {
            self.add_unit(row.form, UnitForm { name: row.unit, factor: row.factor, is_money: false });
        }
    }

    fn add_unit(&mut self, text: &'static str, form: UnitForm) {
        let phrases = if text.chars().any(char::is_uppercase) { &mut self.symbols } else { &mut self.units };
        let words = words(text);
        if words.len() == 1 && text.len() > 2 && text.chars().any(char::is_uppercase) {
            let seen = self.folded.entry(text.to_lowercase()).or_insert(Some(form));
            if seen.is_some_and(|other| other.name != form.name) {
                *seen = None;
            }
        }
        add(phrases, words, form);
    }

    /// What a lower-case word adds to a number in words. Most words are turned down by first letter and length.
    pub(super) fn numeral(&self, word: &str) -> Option<&Numeral> {
        let first = *word.as_bytes().first()?;
        if self.has_length(first, word.len()) { self.numerals.get(word) } else { None }
    }

    /// Whether a word, in any case, is a numeral, "no" or "nobody".
    pub(super) fn may_count(&self, word: &[u8]) -> bool {
        let mut lower = [0; 16];
        let Some(lower) = lower.get_mut(..word.len()) else { return false };
        let first = word.first().map_or(0, u8::to_ascii_lowercase);
        if first != b'n' && !self.has_length(first, word.len()) {
            return false;
        }
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower)
            .is_ok_and(|word| self.numerals.contains_key(word) || matches!(word, "no" | "nobody"))
    }

    fn has_length(&self, first: u8, length: usize) -> bool {
        let lengths = self.numeral_lengths.get(usize::from(first));
        length < 32 && lengths.is_some_and(|lengths| lengths & (1 << length) != 0)
    }

    /// The longest unit that begins with `first`, and how many words it takes. `next` gives the word that far
    /// behind the first as it stands and in lower case.
    pub(super) fn unit<'t>(
        &self,
        first: (&'t str, &'t str),
        next: impl Fn(usize) -> Option<(&'t str, &'t str)>,
    ) -> Option<(usize, UnitForm)> {
        let exact = longest(&self.symbols, first.0, |at| next(at).map(|word| word.0));
        // A single capital is never a unit in lower case: "5G" are no grams.
        let is_capital = first.0.len() == 1 && first.0 != first.1;
        let words =
            || longest(&self.units, first.1, |at| next(at).map(|word| word.1)).filter(|_| !is_capital);
        // Money is in capitals, or it is a word: "all" is no Albanian lek.
        let folded = || self.folded.get(first.1).copied().flatten().filter(|form| !form.is_money);
        exact.or_else(words).or_else(|| folded().map(|form| (1, form)))
    }

    /// The bound that ends with `last`; `before` gives the word that far before it.
    pub(super) fn bound_before<'t>(
        &self,
        last: &str,
        before: impl Fn(usize) -> Option<&'t str>,
    ) -> Option<(usize, Bound)> {
        longest(&self.before, last, before)
    }

    /// The bound that begins with `first`, behind a number.
    pub(super) fn bound_after<'t>(
        &self,
        first: &str,
        next: impl Fn(usize) -> Option<&'t str>,
    ) -> Option<(usize, Bound)> {
        longest(&self.after, first, next)
    }

    /// Whether `text` may stand glued behind a figure: a unit, a magnitude, a currency.
    pub(super) fn is_suffix(&self, text: &str, lower: &str) -> bool {
        let single = |phrases: &Phrases<UnitForm>, word| {
            phrases.get(word).is_some_and(|list| list.iter().any(|(rest, _)| rest.is_empty()))
        };
        single(&self.symbols, text)
            || (single(&self.units, lower) && (text.len() > 1 || text == lower))
            || matches!(self.folded.get(lower), Some(Some(_)))
            || matches!(self.numerals.get(lower), Some(Numeral::Magnitude(_) | Numeral::Suffix(_)))
            || GLUED.contains(&lower)
    }
}

/// Words that begin a unit of several tokens and are glued to figures ("5sq m"), and "10x".
const GLUED: &[&str] = &["sq", "x", "cu"];

/// Units of `units.toml` that are parts of a currency.
const MINOR_MONEY: &[&str] = &["p", "cent", "kopeck", "paisa", "penny", "satoshi", "sen", "bitcoin", "ether"];

/// The words of a phrase as the tokeniser cuts it: "b/d" is three.
fn words(text: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let mut rest = word;
        // A phrase is cut at hyphens and slashes, which are words of their own.
        while let Some(at) = rest.find(['-', '/']).filter(|at| *at > 0) {
            words.extend([&rest[..at], &rest[at..=at]]);
            rest = &rest[at + 1..];
        }
        for sign in ["%", "°"] {
            if let Some(bare) = rest.strip_prefix(sign).filter(|bare| !bare.is_empty()) {
                words.push(sign);
                rest = bare;
            }
        }
        words.push(rest);
    }
    words.retain(|word| !word.is_empty());
    words
}

fn add<T>(phrases: &mut Phrases<T>, words: Vec<&'static str>, value: T) {
    let mut words = words.into_iter();
    if let Some(first) = words.next() {
        phrases.entry(first).or_default().push((words.collect(), value));
    }
}

#[expect(clippy::iter_over_hash_type, reason = "each list is sorted for itself")]
fn longest_first<T>(phrases: &mut Phrases<T>) {
    for list in phrases.values_mut() {
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
}

fn longest<'t, T: Copy>(
    phrases: &Phrases<T>,
    first: &str,
    next: impl Fn(usize) -> Option<&'t str>,
) -> Option<(usize, T)> {
    phrases.get(first)?.iter().find_map(|(rest, value)| {
        let all = rest.iter().enumerate().all(|(at, word)| next(at + 1) == Some(*word));
        all.then_some((rest.len() + 1, *value))
    })
}

const NUMBERS: &str = include_str!("../../../../data/lexicon/numbers.csv");
const DIRECTIONS: &str = include_str!("../../../../data/lexicon/directions.csv");
const APPROXIMATIONS: &str = include_str!("../../../../data/lexicon/approximations.csv");
const LABELS: &str = include_str!("../../../../data/lexicon/number-labels.csv");
const STATES: &str = include_str!("../../../../data/lexicon/person-states.csv");
const PERSON_NOUNS: &str = include_str!("../../../../data/lexicon/person-nouns.csv");
const RATE_NOUNS: &str = include_str!("../../../../data/lexicon/rate-nouns.csv");

const CUES: &str = include_str!("../../../../data/lexicon/unit-cues.csv");

/// The rows of a table without its header. Only the last cell, the reason, is ever quoted.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split(',').collect())
}

fn numeral(row: &[&'static str]) -> Option<Numeral> {
    let [_, kind, value, low, high, ..] = row else { return None };
    let number = |cell: &str| cell.parse::<Decimal>().ok();
    Some(match *kind {
        "unit" | "ten" => Numeral::Plain(number(value)?),
        "hundred" => Numeral::Hundred,
        "magnitude" => Numeral::Magnitude(number(value)?),
        "suffix" => Numeral::Suffix(number(value)?),
        "dozen" => Numeral::Dozen(number(value)?, number(low)?, number(high)?),
        "part" => Numeral::Part(number(value)?),
        "vague" => Numeral::Vague(number(low)?, number(high)?),
        "multiple" => Numeral::Multiple(number(value)?),
        _ => return None,
    })
}

fn direction(row: &[&'static str]) -> Option<(Direction, Carrier)> {
    let [_, direction, class] = row else { return None };
    let direction = if *direction == "up" { Direction::Up } else { Direction::Down };
    let carrier = match *class {
        "verb" => Carrier::Verb,
        "past" => Carrier::Past,
        "causative" => Carrier::Causative,
        "adverb" => Carrier::Adverb,
        "noun" => Carrier::Noun,
        _ => return None,
    };
    Some((direction, carrier))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_currency_has_a_digit() {
        assert!(lexicon().prefixes.keys().all(|text| !text.contains(char::is_numeric)));
    }

    /// Every row is read, and the first cells are sorted and unique.
    fn guard(name: &str, text: &'static str, read: impl Fn(&[&'static str]) -> bool) {
        let rows: Vec<_> = rows(text).collect();
        assert!(rows.len() > 10, "{name} is empty");
        for row in &rows {
            assert!(read(row), "{name}: {row:?} cannot be read");
        }
        assert!(rows.windows(2).all(|pair| pair[0][..1] < pair[1][..1]), "{name}: sort by the first cell");
    }

    #[test]
    fn tables_can_be_read() {
        guard("numbers.csv", NUMBERS, |row| numeral(row).is_some());
        guard("directions.csv", DIRECTIONS, |row| direction(row).is_some());
        guard("number-labels.csv", LABELS, |row| !row[0].is_empty());
        guard("person-states.csv", STATES, |row| row.len() == 2);
        guard("rate-nouns.csv", RATE_NOUNS, |row| !row[0].is_empty());
        guard("unit-cues.csv", CUES, |row| matches!(row[1], "mass" | "money" | "temperature"));
        let phrases: usize = [&lexicon().before, &lexicon().after]
            .iter()
            .map(|phrases| phrases.values().map(Vec::len).sum::<usize>())
            .sum();
        assert_eq!(phrases, rows(APPROXIMATIONS).count(), "a row of approximations.csv cannot be read");
    }

    #[test]
    fn forms_are_cut_as_tokens() {
        assert_eq!(words("kb/d"), ["kb", "/", "d"]);
        assert_eq!(words("light-year"), ["light", "-", "year"]);
        assert_eq!(words("%-points"), ["%", "-", "points"]);
    }
}
