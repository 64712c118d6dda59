//! Named days: data/lexicon/holidays.csv, and on which day of a year they fall.
//!
//! A rule is `MM-DD`, `MM-weekday-nth` (the nth, or the last for -1) or `easter`, with days added or taken.

use std::sync::LazyLock;

use chrono::{NaiveDate, Weekday};
use factcheck_core::calendar::{Grain, Period, add_days, easter, nth_weekday};

use super::{lexicon::Kind, words::Line};
use factcheck_core::folded::Folded;

const TABLE: &str = include_str!("../../../../data/lexicon/holidays.csv");

struct Holiday {
    /// The words of the name, in lower case, cut as the tokeniser cuts.
    words: Vec<&'static str>,
    rule: Rule,
    grain: Grain,
}

#[derive(Clone, Copy, Debug)]
enum Rule {
    Fixed(u32, u32),
    Nth(u32, Weekday, i8, i64),
    Easter(i64),
}

/// The longest holiday's name that begins at `at`: its end and its row.
pub(super) fn holiday(line: &Line, at: usize) -> Option<(usize, usize)> {
    if !begins(line, at) {
        return None;
    }
    let first = line.text(at);
    let mut best: Option<(usize, usize)> = None;
    for (row, holiday) in HOLIDAYS.iter().enumerate() {
        if !holiday.words[0].eq_ignore_ascii_case(first) {
            continue;
        }
        if let Some(end) = matches(line, at, &holiday.words)
            && best.is_none_or(|(longest, _)| end > longest)
        {
            best = Some((end, row));
        }
    }
    best
}

/// Whether some holiday's name begins with the word.
pub(super) fn begins(line: &Line, at: usize) -> bool {
    if !line.capital(at) {
        return false;
    }
    FIRST_WORDS.get(line.text(at).as_bytes()).is_some()
}

fn matches(line: &Line, mut at: usize, words: &[&str]) -> Option<usize> {
    for word in words {
        let same = line.is(at, word) || (word.starts_with('\'') && line.kind(at) == Kind::Possessive);
        if !same {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// When the holiday falls in that year.
pub(super) fn in_year(row: usize, year: i32) -> Option<Period> {
    let holiday = HOLIDAYS.get(row)?;
    let day = match holiday.rule {
        Rule::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
        Rule::Nth(month, weekday, nth, more) => add_days(nth_weekday(year, month, weekday, nth)?, more)?,
        Rule::Easter(days) => add_days(easter(year)?, days)?,
    };
    Some(Period::containing(holiday.grain, day))
}

/// What the names begin with, as far as it tells them from other words: "new year", "labor day", "easter".
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    static BEGINNINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut beginnings = Vec::new();
        for line in TABLE.lines().skip(1) {
            let name = line.split(',').next().unwrap_or_default();
            let end = name.match_indices(' ').nth(1).map_or(name.len(), |(at, _)| at);
            let beginning = &name[..end];
            beginnings.extend([beginning.to_owned(), beginning.replace('\'', "’")]);
        }
        beginnings.sort_unstable();
        beginnings.dedup();
        beginnings
    });
    BEGINNINGS.iter().map(String::as_str)
}

static FIRST_WORDS: LazyLock<Folded<bool>> = LazyLock::new(|| {
    let mut words = Folded::new();
    for holiday in HOLIDAYS.iter() {
        *words.entry(holiday.words[0].as_bytes()) = true;
    }
    words
});

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

fn row(line: &'static str) -> Option<Holiday> {
    let mut cells = line.split(',');
    let (name, rule, grain) = (cells.next()?, cells.next()?, cells.next()?);
    let grain = if grain == "week" { Grain::Week } else { Grain::Day };
    let mut words = Vec::new();
    for word in name.split(' ') {
        match word.strip_suffix("'s") {
            Some(host) => words.extend([host, "'s"]),
            None => match word.strip_suffix('\'') {
                Some(host) => words.extend([host, "'"]),
                None => words.push(word),
            },
        }
    }
    Some(Holiday { words, rule: rule_of(rule)?, grain })
}

fn rule_of(text: &str) -> Option<Rule> {
    if let Some(days) = text.strip_prefix("easter") {
        return Some(Rule::Easter(days.parse().ok()?));
    }
    let (month, rest) = text.split_once('-')?;
    let month = month.parse().ok()?;
    let Some((weekday, nth)) = rest.split_once('-') else {
        return Some(Rule::Fixed(month, rest.parse().ok()?));
    };
    let (nth, more) = match nth.split_once('+') {
        Some((nth, more)) => (nth, more.parse().ok()?),
        None => (nth, 0),
    };
    Some(Rule::Nth(month, weekday.parse().ok()?, nth.parse().ok()?, more))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_is_understood() {
        assert_eq!(HOLIDAYS.len(), TABLE.lines().count() - 1);
        let names: Vec<&str> = TABLE.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "sort holidays.csv by name, no name twice");
        for (row, name) in names.iter().enumerate() {
            assert!(in_year(row, 2023).is_some(), "{name}");
        }
    }

    #[test]
    fn days_of_2023() {
        let day = |name: &str| {
            let row = TABLE.lines().skip(1).position(|line| line.split(',').next() == Some(name)).unwrap();
            in_year(row, 2023).unwrap().to_string()
        };
        assert_eq!(day("good friday"), "2023-04-07");
        assert_eq!(day("memorial day"), "2023-05-29");
        assert_eq!(day("election day"), "2023-11-07");
        assert_eq!(day("black friday"), "2023-11-24");
        assert_eq!(day("easter week"), "2023-W14");
    }
}
