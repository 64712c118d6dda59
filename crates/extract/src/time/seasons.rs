//! Seasons, quarters and halves of a year.

use factcheck_core::calendar::Season;
use factcheck_syntax::{Upos, Xpos};

use super::{
    lexicon::{Kind, Unit, Which},
    phrase::{Date, Partial, YearOf},
    words::Line,
    years::{ordinal, tail},
};

/// "spring 2023", "the summer", "in autumn".
pub(super) fn season_of(line: &Line, at: usize, season: Season) -> Option<(usize, Date)> {
    let partial = Partial::Season(season);
    if let Some((end, year)) = tail(line, at + 1, true) {
        return Some((end, Date::Partial(partial, year, Which::Bare)));
    }
    // "fall" and "spring" are mostly no seasons: they need an article or a preposition.
    let verb = matches!(line.xpos(at), Xpos::Vb | Xpos::Vbp | Xpos::Vbd | Xpos::Vbn | Xpos::Vbz);
    // "Climber Killed In Fall": a headline's capitals.
    if line.is_any(at, &["fall", "spring"]) && line.capital(at) && at > 1 && line.capital(at - 1) {
        return None;
    }
    if !verb && plain(line, at) {
        return Some((at + 1, Date::Partial(partial, YearOf::Open, Which::Bare)));
    }
    let place = match line.before(at) {
        // "in the fall", but "he survived the fall", "the fall of the city".
        Kind::The => !line.is(at, "fall") || in_the_fall(line, at),
        Kind::In | Kind::Edge(_) | Kind::To => true,
        _ => line.follows(at, &["by", "since", "throughout"]),
    };
    // "the Winter Games", "the summer games": the season only says which games.
    let games = line.is_any(at + 1, &["cup", "games", "olympic", "olympics", "paralympics"]);
    let whole = !games && (line.tag(at + 1).upos != Upos::Noun || line.kind(at + 1) != Kind::Other);
    (!verb && place && whole).then_some((at + 1, Date::Partial(partial, YearOf::Open, Which::Bare)))
}

fn in_the_fall(line: &Line, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let place = line.before(before) == Kind::In
        || line.follows(before, &["by", "for", "over", "since", "through", "throughout", "until"]);
    place && line.kind(at + 1) != Kind::Of
}

/// "the onset of winter", "summer and autumn", "a spring offensive": a season by itself, in lower case, since "the
/// Winter Games" are a name.
fn plain(line: &Line, at: usize) -> bool {
    let beside = |at: usize| matches!(line.kind(at), Kind::Season(_));
    let listed = (line.kind(at + 1) == Kind::And && beside(at + 2))
        || (line.before(at) == Kind::And && at > 1 && beside(at - 2));
    if line.capital(at) {
        return listed && line.capital(at.wrapping_sub(2));
    }
    if listed || line.is_any(at, &["summer", "winter", "autumn"]) {
        return true;
    }
    // "fall" and "spring" are more than seasons.
    let of = at.checked_sub(1).is_some_and(|before| {
        matches!(line.tag(before).upos, Upos::Det | Upos::Adj) || line.xpos(before) == Xpos::PrpPossessive
    });
    let noun = line.tag(at + 1).upos == Upos::Noun && line.kind(at + 1) == Kind::Other;
    of && noun && line.tag(at).upos == Upos::Noun && !line.is_any(at + 1, &["guy", "guys", "break"])
}

/// "third quarter", "third-quarter", "fiscal first quarter", "first half of 2023", "first two quarters of 1990".
pub(super) fn of_quarter(line: &Line, at: usize) -> Option<(usize, Date)> {
    let (end, partial) = quarter(line, at)?;
    let (end, year) = tail(line, end, false).unwrap_or((end, YearOf::Open));
    // "the first half of the match", "the second half".
    let halves = matches!(partial, Partial::Half(_)) && year == YearOf::Open;
    (!halves).then_some((end, Date::Partial(partial, year, Which::Bare)))
}

/// The words of a quarter or half, without a year.
pub(super) fn quarter(line: &Line, at: usize) -> Option<(usize, Partial)> {
    let next = if line.kind(at) == Kind::Fiscal { line.skip_hyphen(at + 1) } else { at };
    let (end, number) = match line.kind(next) {
        Kind::Which(Which::Last) if line.kind(next + 1) == Kind::Half => (next + 1, 2),
        Kind::Edge(_) if line.is(next, "latter") => (next + 1, 2),
        _ => ordinal(line, next)?,
    };
    let end = line.skip(end, Kind::Fiscal);
    if number == 1 && line.is(end, "two") && line.kind(end + 1) == Kind::Units(Unit::Quarter) {
        return Some((end + 2, Partial::Half(1)));
    }
    let end = line.skip_hyphen(end);
    match line.kind(end) {
        Kind::Unit(Unit::Quarter) if number <= 4 => Some((end + 1, Partial::Quarter(number))),
        Kind::Half if number <= 2 => Some((end + 1, Partial::Half(number))),
        _ => None,
    }
}

/// "Q3 2023", "Q3", "3Q".
pub(super) fn code(line: &Line, at: usize, partial: Partial) -> (usize, Date) {
    let (end, year) = tail(line, at + 1, false).unwrap_or((at + 1, YearOf::Open));
    (end, Date::Partial(partial, year, Which::Bare))
}
