//! Whether a sentence tells, at some word, what was or what will be. Sees tags and a few words only.

use factcheck_syntax::{Upos, Xpos};

use super::{lexicon::Kind, verbs::Role, words::Line};

/// On which side of the publication something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Told by a verb in the past tense close by, or by "since": surely not still to come.
    Told,
    /// Rather past.
    Past,
    Future,
    Unknown,
}

/// How many words away a verb is close.
const CLOSE: usize = 8;

/// How many words to look for a verb.
const REACH: usize = 40;

/// The direction of an expression at `first..end`: by its preposition, then by the nearest verb of its clause.
pub(super) fn direction(line: &Line, first: usize, end: usize) -> Direction {
    if let Some(found) = by_preposition(line, first) {
        return found;
    }
    // "the Jan. 14 deadline" may lie on either side, whatever the verb tells of it.
    if attributive(line, first, end) {
        return Direction::Unknown;
    }
    if told(line, first) {
        return Direction::Told;
    }
    match verb_before(line, first) {
        Some(found) if found != Direction::Unknown => found,
        other => match verb_after(line, end).or(other).unwrap_or(Direction::Unknown) {
            // "The goal is passage by Friday."
            Direction::Unknown if line.follows(first, &["by"]) => Direction::Future,
            found => found,
        },
    }
}

/// "the Jan. 14 deadline", "a March election".
fn attributive(line: &Line, first: usize, end: usize) -> bool {
    let month = (first..end).any(|at| matches!(line.kind(at), Kind::Month(_)));
    let article = matches!(line.before(first), Kind::The | Kind::A | Kind::Possessive);
    month && article && line.tag(end).upos == Upos::Noun && line.kind(end) == Kind::Other
}

fn by_preposition(line: &Line, first: usize) -> Option<Direction> {
    if line.follows(first, &["since"]) {
        return Some(Direction::Told);
    }
    if line.follows(first, &["until", "till"]) {
        return until(line, first);
    }
    // "had been due to expire Friday": and now it is not.
    let dropped =
        (first.saturating_sub(8)..first).any(|at| line.is(at, "been") && line.follows(at, &["had"]));
    if dropped {
        return None;
    }
    // "was moved to Friday"
    if line.follows(first, &["to"]) && first >= 2 && line.has_role(first - 2, Role::Moved) {
        return Some(Direction::Future);
    }
    // "as soon as Tuesday", "as early as next week"
    let soonest = line.follows(first, &["as"]) && line.is_any(first.wrapping_sub(2), &["soon", "early"]);
    if soonest || to_come(line, first) {
        return Some(Direction::Future);
    }
    let preposition = line.follows(first, &["for", "on", "in", "by"]);
    let due = line.follows_role(first, Role::Due) || (preposition && line.follows_role(first - 1, Role::Due));
    due.then_some(Direction::Future)
}

/// Whether a verb in the past tense stands close before and nothing says until when: "opened on Nov. 20",
/// but not "was extended to Nov. 20".
fn told(line: &Line, first: usize) -> bool {
    if line.follows(first, &["to", "until", "through", "by", "before", "after"]) {
        return false;
    }
    // "was moved from Friday"
    let from = line.follows(first, &["from"]);
    // "In January it fell": at the head of its sentence.
    if first <= 1 {
        let verb = (first..line.len().min(first + REACH)).find(|at| verb(line, *at).is_some());
        return verb.is_some_and(|at| line.xpos(at) == Xpos::Vbd && !coming_next(line, at));
    }
    let promised = (first.saturating_sub(12)..first).any(|at| line.is_any(at, &["will", "would", "shall"]));
    if promised {
        return false;
    }
    for at in (first.saturating_sub(CLOSE)..first).rev() {
        if matches!(line.text(at), "," | ";" | ":" | ".") {
            return false;
        }
        if !line.may_be_verb(at) && !line.is(at, "to") {
            continue;
        }
        let xpos = line.xpos(at);
        // "changed to a calendar year in December" has no infinitive.
        if xpos == Xpos::To && line.xpos(at + 1) != Xpos::Vb {
            continue;
        }
        if matches!(xpos, Xpos::To | Xpos::Md | Xpos::Vb | Xpos::Vbz | Xpos::Vbp) {
            return false;
        }
        let reduced = xpos == Xpos::Vbn && at + 2 >= first && participle(line, at).is_some();
        if xpos == Xpos::Vbd || reduced {
            let moved = from && line.has_role(at, Role::Moved);
            return !moved && !coming_next(line, at) && !line.has_role(at, Role::OfPlan);
        }
    }
    false
}

/// "until Friday" ends in the future where something is put off or still goes on.
fn until(line: &Line, first: usize) -> Option<Direction> {
    (first.saturating_sub(10)..first)
        .rev()
        .any(|at| line.has_role(at, Role::PutOff))
        .then_some(Direction::Future)
}

/// "set to resume Monday", "has scheduled a meeting Thursday": words that announce, a little before.
fn to_come(line: &Line, first: usize) -> bool {
    let near = first.saturating_sub(10)..first;
    near.rev().take_while(|at| !matches!(line.text(*at), "," | ";" | ":" | ".")).any(|at| {
        // "due to arrive", not "due to rain".
        let verb = || matches!(line.xpos(at + 1), Xpos::Vb | Xpos::Rb) || !line.follows(at, &["due"]);
        let set = line.is(at, "to")
            && line.follows_role(at, Role::Coming)
            && !line.follows(at - 1, &["been"])
            && verb();
        let own = line.is_any(at, &["planned", "scheduled"]) && line.xpos(at) == Xpos::Vbd;
        let announced =
            own || (line.has_role(at, Role::Announced) && line.follows(at, &["has", "have", "is", "are"]));
        // "has been set for June 28".
        let fixed = line.has_role(at, Role::Slated)
            && line.is(at + 1, "for")
            && line.follows(at, &["been"])
            && line.follows(at - 1, &["has", "have"]);
        set || announced || fixed
    })
}

/// The last verb before `at` in its clause.
fn verb_before(line: &Line, at: usize) -> Option<Direction> {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|index| !matches!(line.text(*index), ";" | ":" | "“" | "”" | "``" | "''" | "\""))
        .find_map(|index| if timetabled(line, index) { Some(Direction::Future) } else { verb(line, index) })
}

fn verb_after(line: &Line, end: usize) -> Option<Direction> {
    (end..line.len().min(end + REACH))
        .take_while(|index| !matches!(line.text(*index), ";" | ":"))
        .find_map(|index| verb(line, index))
}

/// What a verb form says of time, with the words around it.
fn verb(line: &Line, at: usize) -> Option<Direction> {
    if !line.may_be_verb(at) {
        return None;
    }
    let tag = line.tag(at);
    if !matches!(tag.upos, Upos::Verb | Upos::Aux) {
        return None;
    }
    match tag.xpos {
        Xpos::Vbd => Some(if coming_next(line, at) { Direction::Future } else { Direction::Past }),
        // "would have", "could have": what did not happen lies in the past all the same.
        Xpos::Md if line.is(at + 1, "have") || line.is(at + 2, "have") => Some(Direction::Past),
        // "could not be found Wednesday" looks back as often as forward.
        Xpos::Md if line.is_any(at, &["could", "might"]) => Some(Direction::Unknown),
        Xpos::Md => Some(Direction::Future),
        Xpos::Vb => Some(infinitive(line, at)),
        Xpos::Vbn => participle(line, at),
        Xpos::Vbz | Xpos::Vbp => Some(if coming_next(line, at) {
            Direction::Future
        } else if line.has_role(at, Role::Have) {
            Direction::Past
        } else {
            Direction::Unknown
        }),
        _ => None,
    }
}

/// "They meet on Monday", "the sale ends Friday": the present tense of what happens once is of the time to come.
fn timetabled(line: &Line, at: usize) -> bool {
    // The word is asked first, since a tag costs far more.
    line.has_role(at, Role::Once)
        && matches!(line.xpos(at), Xpos::Vbz | Xpos::Vbp)
        && line.tag(at).upos == Upos::Verb
}

/// "is expected to", "was due to", "are scheduled for", "is to", "plans".
fn coming_next(line: &Line, at: usize) -> bool {
    if line.has_role(at, Role::Plan) {
        return true;
    }
    let next = at + 1 + usize::from(line.has_role(at + 1, Role::Between));
    // "had been due to expire Friday": and now it is not.
    if line.is(next, "been") && line.is_any(at, &["had", "'d", "’d"]) {
        return false;
    }
    let coming = line.has_role(next, Role::Coming) && line.is_any(next + 1, &["to", "for", "on", "in"]);
    line.has_role(at, Role::Be) && (coming || line.is(next, "to"))
}

/// A bare form: behind a modal, "to" or "did".
fn infinitive(line: &Line, at: usize) -> Direction {
    let heads = (at.saturating_sub(4)..at).rev().filter(|at| line.may_be_verb(*at) || line.is(*at, "to"));
    for index in heads {
        match line.xpos(index) {
            Xpos::Md if line.is_any(index, &["could", "might"]) => return Direction::Unknown,
            Xpos::Md => return Direction::Future,
            // "the measures to be voted on Thursday"
            Xpos::To if line.is(index + 1, "be") && index > 0 && line.tag(index - 1).upos == Upos::Noun => {
                return Direction::Future;
            }
            Xpos::To => return governed(line, index),
            Xpos::Vbd => return Direction::Past,
            _ => {}
        }
    }
    Direction::Unknown
}

/// "planned to leave" looks forward, "managed to leave" does not.
fn governed(line: &Line, to: usize) -> Direction {
    if line.follows_role(to, Role::Coming) && line.follows(to - 1, &["been"]) {
        return Direction::Unknown;
    }
    if line.follows_role(to, Role::Coming) || line.follows_role(to, Role::Forward) || asked(line, to) {
        return Direction::Future;
    }
    match to.checked_sub(1).map(|at| line.xpos(at)) {
        Some(Xpos::Vbd) => Direction::Past,
        _ => Direction::Unknown,
    }
}

/// "asked the leaders to return Friday", "told them to leave by Monday".
fn asked(line: &Line, to: usize) -> bool {
    let object = to
        .checked_sub(1)
        .is_some_and(|at| matches!(line.tag(at).upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num));
    object
        && (to.saturating_sub(8)..to)
            .rev()
            .take_while(|at| !matches!(line.text(*at), "," | ";" | ":" | "."))
            .any(|at| line.has_role(at, Role::Asking))
}

/// "the deal announced Friday" is past; behind an auxiliary that word decides.
fn participle(line: &Line, at: usize) -> Option<Direction> {
    let auxiliary =
        (at.saturating_sub(3)..at).any(|at| line.may_be_verb(at) && line.tag(at).upos == Upos::Aux);
    (!auxiliary).then_some(Direction::Past)
}
