//! "now", "recently", "the future", "recent months": somewhere before, at or after the present.

use factcheck_syntax::{Upos, Xpos};

use super::{
    lexicon::{Kind, Unit, Which},
    tense::{Direction, direction},
    words::Line,
};

/// A reference that begins at `at`: its end and TIMEX3 value.
pub(super) fn reference(line: &Line, at: usize) -> Option<(usize, &'static str)> {
    match line.kind(at) {
        // "as soon as", "too soon"
        Kind::Reference("FUTURE_REF")
            if line.is_any(at + 1, &["as", "after"]) || line.follows(at, &["as", "too"]) =>
        {
            None
        }
        // "soon" in a tale is no time that a calendar knows.
        Kind::Reference("FUTURE_REF") if direction(line, at, at + 1) != Direction::Future => None,
        Kind::Reference(value) => Some((at + 1, value)),
        Kind::The => with_article(line, at),
        Kind::Which(which) => pointed(line, at, which),
        Kind::Comparative(_) if line.is(at + 1, "recently") => Some((at + 2, "PAST_REF")),
        _ => None,
    }
}

/// "the past", "the near future", "the moment".
fn with_article(line: &Line, at: usize) -> Option<(usize, &'static str)> {
    let next = line.skip_any(at + 1, &["near", "immediate", "foreseeable", "recent", "distant"]);
    if !noun_ends(line, next) {
        return None;
    }
    match line.kind(next) {
        Kind::Which(Which::Past) if line.before(at) == Kind::In => Some((next + 1, "PAST_REF")),
        Kind::Which(Which::Future) => Some((next + 1, "FUTURE_REF")),
        _ if line.before(at) == Kind::At && line.is_any(next, &["moment", "present"]) => {
            Some((next + 1, "PRESENT_REF"))
        }
        _ => None,
    }
}

/// "current" and "recent" before a noun, "future quarters", "these days".
fn pointed(line: &Line, at: usize, which: Which) -> Option<(usize, &'static str)> {
    let unit = matches!(line.kind(at + 1), Kind::Unit(_) | Kind::Units(_));
    let units = matches!(line.kind(at + 1), Kind::Units(_));
    let noun = matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Adj);
    match which {
        Which::Current if noun && !unit => Some((at + 1, "PRESENT_REF")),
        Which::Recent if noun && !unit => Some((at + 1, "PAST_REF")),
        Which::Recent if units => Some((at + 2, "PAST_REF")),
        Which::Future | Which::Coming if units => Some((at + 2, "FUTURE_REF")),
        Which::This if line.is(at, "these") && line.kind(at + 1) == Kind::Units(Unit::Day) => {
            Some((at + 2, "PRESENT_REF"))
        }
        _ => None,
    }
}

/// Whether the noun phrase ends with the word at `at`.
fn noun_ends(line: &Line, at: usize) -> bool {
    let noun = matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Num);
    let counted =
        matches!(line.kind(at + 1), Kind::Unit(_) | Kind::Units(_) | Kind::Vague(_) | Kind::Which(_));
    !noun && !counted && line.xpos(at + 1) != Xpos::Pos
}
