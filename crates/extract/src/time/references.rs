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
        // "most recently in May": what follows says when.
        Kind::Reference("PAST_REF") if line.follows(at, &["most"]) => None,
        // "Now, nobody is surprised": it turns to something else.
        Kind::Reference("PRESENT_REF") if at == 0 && line.is(0, "now") && line.kind(1) == Kind::Comma => None,
        Kind::Reference(value) => Some((at + 1, value)),
        // "at a later date"
        Kind::A if line.is(at + 1, "later") && line.is(at + 2, "date") => Some((at + 3, "FUTURE_REF")),
        Kind::The => with_article(line, at),
        // "will one day be", not "one day of rest".
        Kind::Cardinal(1) if line.kind(at + 1) == Kind::Unit(Unit::Day) && some_day(line, at) => {
            Some((at + 2, "FUTURE_REF"))
        }
        Kind::Which(which) => pointed(line, at, which),
        Kind::Comparative(_) if line.is(at + 1, "recently") => Some((at + 2, "PAST_REF")),
        _ => None,
    }
}

/// Whether "one day" stands between a modal and its verb.
fn some_day(line: &Line, at: usize) -> bool {
    let verb = matches!(line.xpos(at + 2), Xpos::Vb | Xpos::Vbp);
    let modal = at.checked_sub(1).is_some_and(|before| line.xpos(before) == Xpos::Md);
    verb && (modal || line.tag(at.wrapping_sub(1)).upos == Upos::Pron)
}

/// "the past", "the near future", "the moment", "the short term".
fn with_article(line: &Line, at: usize) -> Option<(usize, &'static str)> {
    if line.is(at + 2, "term") && line.is_any(at + 1, &["near", "short"]) {
        return noun_ends(line, at + 2).then_some((at + 3, "FUTURE_REF"));
    }
    let next = line.skip_any(at + 1, &["near", "immediate", "foreseeable", "recent", "distant"]);
    let value = match line.kind(next) {
        Kind::Which(Which::Past) if line.before(at) == Kind::In => "PAST_REF",
        Kind::Which(Which::Future) => "FUTURE_REF",
        _ if line.before(at) == Kind::At && line.is_any(next, &["moment", "present"]) => "PRESENT_REF",
        _ => return None,
    };
    noun_ends(line, next).then_some((next + 1, value))
}

/// "current" and "recent" before a noun, "future quarters", "these days", "recent years", "coming months".
fn pointed(line: &Line, at: usize, which: Which) -> Option<(usize, &'static str)> {
    let unit = matches!(line.kind(at + 1), Kind::Unit(_) | Kind::Units(_));
    let units = matches!(line.kind(at + 1), Kind::Units(_));
    let months =
        is_long(line.kind(at + 1)) || matches!(line.kind(at + 1), Kind::Units(Unit::Month | Unit::Quarter));
    // "the coming months" are a length of time, "coming months" only some time ahead.
    let bare = line.before(at) != Kind::The;
    let noun = || matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Adj);
    match which {
        Which::Current if !unit && noun() => Some((at + 1, "PRESENT_REF")),
        // "the most recent model": the latest one, whenever that was.
        Which::Recent if !unit && !line.follows(at, &["most"]) && noun() => Some((at + 1, "PAST_REF")),
        Which::Recent if is_long(line.kind(at + 1)) => Some((at + 2, "PAST_REF")),
        Which::Past if units && bare => Some((at + 2, "PAST_REF")),
        Which::Coming if months && bare => Some((at + 2, "FUTURE_REF")),
        Which::Future if units => Some((at + 2, "FUTURE_REF")),
        Which::This if line.is(at, "these") && line.kind(at + 1) == Kind::Units(Unit::Day) => {
            Some((at + 2, "PRESENT_REF"))
        }
        _ => None,
    }
}

/// Plurals of what is so long that without a number they only say before or after the present.
fn is_long(kind: Kind) -> bool {
    matches!(kind, Kind::Units(Unit::Year | Unit::Decade | Unit::Century))
}

/// Whether the noun phrase ends with the word at `at`.
fn noun_ends(line: &Line, at: usize) -> bool {
    let noun = || matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Propn | Upos::Num);
    let pointed = matches!(line.kind(at + 1), Kind::Which(which) if which != Which::That);
    let counted = pointed || matches!(line.kind(at + 1), Kind::Unit(_) | Kind::Units(_) | Kind::Vague(_));
    !counted && !noun() && line.xpos(at + 1) != Xpos::Pos
}
