//! What is read of short sentences, one a line, grouped by form; and what holds for any text.

mod bounds;
mod directions;
mod excluded;
mod money;
mod numerals;
mod properties;
mod ranges;
mod units;

use factcheck_core::digits::significant;
use factcheck_core::quantity::{Approximation, Direction};
use factcheck_core::range::{Bound, Range};
use factcheck_syntax::{Analyser, sentences};
use rust_decimal::Decimal;

use super::{Found, Hints, Role, Shape, read};

/// A number without zeros at its end, cut to eight digits.
fn plain(value: Decimal) -> String {
    significant(value, 8).normalize().to_string()
}

/// "5", "5..7", "5.." and, for ends that are left out, "(5..".
fn ends(range: Range) -> String {
    let end = |bound: Bound| bound.value().map(plain).unwrap_or_default();
    if range.single().is_some() {
        return end(range.low);
    }
    let (open, close) =
        (if range.low.is_open() { "(" } else { "" }, if range.high.is_open() { ")" } else { "" });
    format!("{open}{}..{}{close}", end(range.low), end(range.high))
}

/// Everything that is found in a text without times: "approximation direction value unit (range)", joined by "; ".
fn q(text: &str) -> String {
    let mut found = Vec::new();
    let mut analyser = Analyser::new();
    for range in sentences(text) {
        read(text, analyser.tag(text, range), &[], &Hints::default(), &mut found);
    }
    found.iter().map(show).collect::<Vec<_>>().join("; ")
}

fn show(found: &Found) -> String {
    let amount = &found.amount;
    let mut words: Vec<String> = Vec::new();
    let approximation = match amount.approximation {
        Approximation::Exact => "",
        Approximation::About => "about",
        Approximation::MoreThan => "over",
        Approximation::LessThan => "under",
        Approximation::AtLeast => "at least",
        Approximation::AtMost => "at most",
    };
    let direction = match (amount.direction, found.noun_direction) {
        (Direction::Up, _) => "up",
        (Direction::Down, _) => "down",
        (Direction::None, Direction::Up) => "(a rise)",
        (Direction::None, Direction::Down) => "(a fall)",
        (Direction::None, Direction::None) => "",
    };
    let role = match found.role {
        Role::Level => "level",
        Role::Earlier => "earlier",
        Role::Plain | Role::Change => "",
    };
    words.extend([approximation, direction, role].map(str::to_owned));
    words.push(match (found.shape, found.ends) {
        (Shape::Movement, Some([from, to])) => format!("{} then {}", plain(from), plain(to)),
        _ => amount.value.map_or_else(|| ends(amount.allowed), plain),
    });
    words.push(amount.unit.name.clone());
    if found.is_anaphoric {
        words.push("(lent)".to_owned());
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}
