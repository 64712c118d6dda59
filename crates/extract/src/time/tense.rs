//! Whether a sentence tells, at some word, what was or what will be. Sees tags and a few words only.

use factcheck_syntax::{Upos, Xpos};

use super::{lexicon::Kind, words::Line};

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

/// Words after which "from Friday" names the old date, or a date that is still to come.
const MOVED: &[&str] = &["changed", "delayed", "extended", "moved", "postponed", "rescheduled", "shifted"];

/// Words after which something is still to come: "is expected to", "due on", "scheduled for".
const COMING: &[&str] = &[
    "about",
    "due",
    "expected",
    "going",
    "likely",
    "planned",
    "poised",
    "scheduled",
    "set",
    "slated",
    "supposed",
];

/// Words that look forward with "to": "plans to leave", "agreed to leave".
const FORWARD: &[&str] = &[
    "agreed",
    "bid",
    "call",
    "deadline",
    "decision",
    "expect",
    "expects",
    "hope",
    "hopes",
    "intend",
    "intends",
    "intention",
    "is",
    "are",
    "line",
    "offer",
    "offered",
    "ordered",
    "plan",
    "planning",
    "plans",
    "pledged",
    "promised",
    "proposed",
    "ready",
    "required",
    "vowed",
    "wants",
];

/// Words that a date follows which is still to come: "due Nov. 6", "scheduled for Friday".
const DUE: &[&str] = &["due", "effective", "payable", "scheduled", "slated", "expire", "expires", "planned"];

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
    if line.follows(first, &["to"]) && first >= 2 && line.is_any(first - 2, MOVED) {
        return Some(Direction::Future);
    }
    // "as soon as Tuesday", "as early as next week"
    let soonest = line.follows(first, &["as"]) && line.is_any(first.wrapping_sub(2), &["soon", "early"]);
    if soonest || to_come(line, first) {
        return Some(Direction::Future);
    }
    let preposition = line.follows(first, &["for", "on", "in", "by"]);
    let due = line.follows(first, DUE) || (preposition && line.follows(first - 1, DUE));
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
            let moved = from && line.is_any(at, MOVED);
            return !moved
                && !coming_next(line, at)
                && !line.is_any(at, &["set", "scheduled", "planned", "called", "said", "expected"]);
        }
    }
    false
}

/// "until Friday" ends in the future where something is put off or still goes on.
fn until(line: &Line, first: usize) -> Option<Direction> {
    const PUT_OFF: &[&str] = &[
        "adjourned",
        "deferred",
        "delayed",
        "extended",
        "extending",
        "gave",
        "given",
        "has",
        "have",
        "postponed",
        "postponing",
        "suspended",
    ];
    (first.saturating_sub(10)..first).rev().any(|at| line.is_any(at, PUT_OFF)).then_some(Direction::Future)
}

/// "set to resume Monday", "has scheduled a meeting Thursday": words that announce, a little before.
fn to_come(line: &Line, first: usize) -> bool {
    const ANNOUNCED: &[&str] = &["scheduled", "planned", "planning", "called"];
    let near = first.saturating_sub(10)..first;
    near.rev().take_while(|at| !matches!(line.text(*at), "," | ";" | ":" | ".")).any(|at| {
        // "due to arrive", not "due to rain".
        let verb = || matches!(line.xpos(at + 1), Xpos::Vb | Xpos::Rb) || !line.follows(at, &["due"]);
        let set = line.is(at, "to") && line.follows(at, COMING) && !line.follows(at - 1, &["been"]) && verb();
        let own = line.is_any(at, &["planned", "scheduled"]) && line.xpos(at) == Xpos::Vbd;
        let announced =
            own || (line.is_any(at, ANNOUNCED) && line.follows(at, &["has", "have", "is", "are"]));
        set || announced
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
        } else if line.is_any(at, &["has", "have", "'ve", "’ve"]) {
            Direction::Past
        } else {
            Direction::Unknown
        }),
        _ => None,
    }
}

/// "They meet on Monday", "the sale ends Friday": the present tense of what happens once is of the time to come.
fn timetabled(line: &Line, at: usize) -> bool {
    const HAPPENS: &[&str] = &[
        "arrive",
        "arrives",
        "begin",
        "begins",
        "close",
        "closes",
        "decide",
        "decides",
        "depart",
        "departs",
        "elect",
        "elects",
        "end",
        "ends",
        "expire",
        "expires",
        "face",
        "faces",
        "fly",
        "flies",
        "gather",
        "gathers",
        "go",
        "goes",
        "hold",
        "holds",
        "host",
        "hosts",
        "kick",
        "kicks",
        "launch",
        "launches",
        "leave",
        "leaves",
        "mark",
        "marks",
        "meet",
        "meets",
        "open",
        "opens",
        "play",
        "plays",
        "publish",
        "publishes",
        "reopen",
        "reopens",
        "report",
        "reports",
        "resume",
        "resumes",
        "return",
        "returns",
        "start",
        "starts",
        "take",
        "takes",
        "travel",
        "travels",
        "vote",
        "votes",
    ];
    let present = matches!(line.xpos(at), Xpos::Vbz | Xpos::Vbp);
    present && line.tag(at).upos == Upos::Verb && line.is_any(at, HAPPENS)
}

/// "is expected to", "was due to", "are scheduled for", "is to", "plans".
fn coming_next(line: &Line, at: usize) -> bool {
    const BE: &[&str] = &["is", "are", "'s", "’s", "'re", "’re", "am", "was", "were"];
    if line.is_any(at, &["plans", "plan", "expects", "expect", "intends", "intend", "hopes", "hope"]) {
        return true;
    }
    let next = line.skip_any(at + 1, &["not", "n't", "also", "now", "still", "being"]);
    // "had been due to expire Friday": and now it is not.
    if line.is(next, "been") && line.is_any(at, &["had", "'d", "’d"]) {
        return false;
    }
    let coming = line.is_any(next, COMING) && line.is_any(next + 1, &["to", "for", "on", "in"]);
    line.is_any(at, BE) && (coming || line.is(next, "to"))
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
    if line.follows(to, COMING) && line.follows(to - 1, &["been"]) {
        return Direction::Unknown;
    }
    if line.follows(to, COMING) || line.follows(to, FORWARD) || asked(line, to) {
        return Direction::Future;
    }
    match to.checked_sub(1).map(|at| line.xpos(at)) {
        Some(Xpos::Vbd) => Direction::Past,
        _ => Direction::Unknown,
    }
}

/// "asked the leaders to return Friday", "told them to leave by Monday".
fn asked(line: &Line, to: usize) -> bool {
    const ASKED: &[&str] = &[
        "advised",
        "ask",
        "asked",
        "asks",
        "expect",
        "expected",
        "expects",
        "instructed",
        "invited",
        "invites",
        "ordered",
        "summoned",
        "tell",
        "telling",
        "told",
        "urge",
        "urged",
        "urges",
        "want",
        "wanted",
        "wants",
    ];
    let object = to
        .checked_sub(1)
        .is_some_and(|at| matches!(line.tag(at).upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num));
    object
        && (to.saturating_sub(8)..to)
            .rev()
            .take_while(|at| !matches!(line.text(*at), "," | ";" | ":" | "."))
            .any(|at| line.is_any(at, ASKED))
}

/// "the deal announced Friday" is past; behind an auxiliary that word decides.
fn participle(line: &Line, at: usize) -> Option<Direction> {
    let auxiliary =
        (at.saturating_sub(3)..at).any(|at| line.may_be_verb(at) && line.tag(at).upos == Upos::Aux);
    (!auxiliary).then_some(Direction::Past)
}
