//! Sentences that tell when something was: visits, resignations, arrests, talks, births, earthquakes, openings.

use chrono::{Days, NaiveDate};

use super::{name, random};

/// Kinds of events.
const KINDS: usize = 7;

/// One event in one of its two wordings.
pub(super) fn sentence(fact: usize, telling: usize, wrong: bool) -> String {
    let mut seed = fact as u64 + 7;
    let mut number = |most: u64| random(&mut seed) % most;
    let second = telling % 2 == 1;
    // The stories are of 14 May 2024, a Tuesday; a slip is one day.
    let today = NaiveDate::from_ymd_opt(2024, 5, 14).unwrap_or_default();
    let back = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or_default();
    let slip = u64::from(wrong);
    let recent = back(2 + number(4) - slip);
    let old = back(4_000 + number(9_000) + slip);
    let soon = today.checked_add_days(Days::new(30 + number(200) + slip)).unwrap_or_default();
    let weekday = recent.format("%A");
    let (old, soon) = (old.format("%-d %B %Y"), soon.format("%-d %B %Y"));
    let place = name(3 * fact);
    let person = |of: usize| format!("{} {}er", FIRST[of % FIRST.len()], name(3 * of + 1));
    let (one, other) = (person(fact), person(fact + 5_000));
    match (fact % KINDS, second) {
        (0, false) => format!("{one} visited {place} on {weekday} and met the mayor."),
        (0, true) => format!("On {weekday}, {one} visited {place}."),
        (1, false) => format!("{one} resigned on {weekday}."),
        (1, true) => format!("The director, {one}, resigned on {weekday} after a vote."),
        (2, false) => format!("Police arrested {one} on {weekday} in {place}."),
        (2, true) => format!("{one} was arrested on {weekday} at the airport of {place}."),
        (3, false) => format!("{one} and {other} held talks in {place} on {weekday}."),
        (3, true) => format!("On {weekday}, {one} and {other} met for talks in {place}."),
        (4, false) => format!("{one} was born in {place} on {old}."),
        (4, true) => format!("{one}, who was born on {old}, grew up in {place}."),
        (5, false) => format!("An earthquake struck {place} on {old}."),
        (5, true) => format!("The earthquake in {place} struck on {old}, officials said."),
        (_, false) => format!("The new bridge in {place} will open on {soon}."),
        (_, true) => format!("The bridge in {place} is due to open on {soon}."),
    }
}

const FIRST: &[&str] = &[
    "Ada", "Otto", "Lena", "Ivan", "Maria", "Jonas", "Petra", "Hugo", "Nora", "Felix", "Clara", "Anton",
    "Ines",
];
