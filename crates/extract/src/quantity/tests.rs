//! What is read of short sentences.

use factcheck_core::quantity::{Approximation, Direction};
use factcheck_syntax::{Analyser, sentences};
use insta::assert_snapshot as snap;

use super::{Found, Hints, Shape, read};

/// Everything that is found: "value range unit [quote]", joined by "; ".
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
    let mut shown = amount.value.map_or_else(|| amount.allowed.to_string(), factcheck_core::range::readable);
    if found.shape == Shape::Movement {
        shown.push_str(" moving");
    }
    if !amount.unit.name.is_empty() {
        shown = format!("{shown} {}", amount.unit.name);
    }
    let approximation = match amount.approximation {
        Approximation::Exact => "",
        Approximation::About => "about ",
        Approximation::MoreThan => "over ",
        Approximation::LessThan => "under ",
        Approximation::AtLeast => "at least ",
        Approximation::AtMost => "at most ",
    };
    let direction = match amount.direction {
        Direction::None => "",
        Direction::Up => "up ",
        Direction::Down => "down ",
    };
    format!("{approximation}{direction}{shown}")
}

#[test]
fn figures() {
    snap!(q("It cost $79bn."), @"79,000,000,000 US dollar");
}
