//! Whether a number is a rise or a fall, the level where it ended, or the one where it began.

use factcheck_core::quantity::Direction;
use factcheck_syntax::Upos;

use super::context::Context;
use super::lexicon::{Carrier, lexicon};
use super::measure::MeasureKind;
use super::piece::Piece;
use super::{Role, Shape};

/// Words between a verb and its number.
const FILLERS: &[&str] = &[
    "by",
    "a",
    "an",
    "another",
    "only",
    "just",
    "further",
    "additional",
    "extra",
    "as",
    "much",
    "some",
    "around",
    "about",
    "more",
    "the",
    "record",
    "even",
    "also",
    "again",
    "overnight",
    "marginally",
    "even",
];

/// What the words before the piece (from `start`, with its bound) say of it.
pub(super) fn direction(
    context: &Context,
    pieces: &[Piece],
    index: usize,
    start: usize,
) -> (Direction, Role) {
    let piece = &pieces[index];
    // Both ends of a movement are levels; which way it went is in them.
    if piece.shape == Shape::Movement {
        return (Direction::None, Role::Level);
    }
    if piece.kind() == Some(MeasureKind::Multiple) && context.upos(piece.number.start) == Upos::Verb {
        // "doubled" and "halved" say both.
        let up = piece.numeral.mantissa > rust_decimal::Decimal::ONE;
        return (if up { Direction::Up } else { Direction::Down }, Role::Change);
    }
    if piece.is_plus {
        return (Direction::Up, Role::Change);
    }
    let Some(last) = start.checked_sub(1) else { return adverb_behind(context, piece) };
    match context.lower(last) {
        "from" => return (Direction::None, Role::Earlier),
        "to" | "at" => return level(context, pieces, index, last),
        _ => {}
    }
    if let Some(direction) = verb_before(context, start, piece) {
        return (direction, Role::Change);
    }
    adverb_behind(context, piece)
}

/// "rose 5", "fell by about 5", "up another 5": the direction of the word before `start`.
fn verb_before(context: &Context, start: usize, piece: &Piece) -> Option<Direction> {
    let mut at = start;
    let mut by = false;
    for _ in 0..6 {
        at = at.checked_sub(1)?;
        let word = context.lower(at);
        let found = lexicon().directions.get(word).copied();
        if let Some((direction, carrier)) = found {
            let fits = match carrier {
                Carrier::Verb => {
                    matches!(context.upos(at), Upos::Verb | Upos::Aux)
                        || by
                        || context.upos(at) == Upos::Noun && is_object(context, at)
                }
                Carrier::Past => true,
                Carrier::Causative => by,
                Carrier::Adverb => is_particle(context, at),
                Carrier::Noun => false,
            };
            // "added 10 users" and "brought up two bills" count users; "rose by 10 users" is a rise.
            let counts = piece.measure.as_ref().is_some_and(super::measure::Measure::is_noun) && !by;
            return (fits && !counts).then_some(direction);
        }
        // "cut rates by 25 points": the object stands between the verb and its measure.
        let is_object = by && matches!(context.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det);
        by |= word == "by";
        if !is_object && !FILLERS.contains(&word) && !context.is_adverb(at) {
            return None;
        }
    }
    None
}

/// The tagger takes headlines' verbs for nouns ("Shares drop 5%"): a noun right before a number is one.
fn is_object(context: &Context, at: usize) -> bool {
    context.before(at, 1).is_some_and(|item| matches!(item.tag().upos, Upos::Noun | Upos::Propn | Upos::Pron))
}

/// "up 5%" and "ended down 1%" tell a direction; "made up 5%" does not.
fn is_particle(context: &Context, at: usize) -> bool {
    !matches!(
        context.lower_before(at, 1),
        "made"
            | "make"
            | "makes"
            | "making"
            | "gave"
            | "give"
            | "given"
            | "set"
            | "picked"
            | "took"
            | "take"
            | "put"
            | "pick"
    )
}

/// "fell to 5" keeps its verb's direction; "fell 2 to 5" has spent it on the 2.
fn level(context: &Context, pieces: &[Piece], index: usize, to: usize) -> (Direction, Role) {
    if context.lower(to) == "at" {
        return (Direction::None, Role::Plain);
    }
    let spent = index > 0 && pieces[index - 1].end + 4 > to && pieces[index - 1].end <= to;
    let mut at = to;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else { break };
        at = before;
        let word = context.lower(at);
        if let Some((direction, carrier)) = lexicon().directions.get(word).copied() {
            let is_verb = matches!(carrier, Carrier::Adverb | Carrier::Past | Carrier::Causative)
                || matches!(context.upos(at), Upos::Verb | Upos::Aux);
            return if is_verb && !spent { (direction, Role::Level) } else { (Direction::None, Role::Level) };
        }
        if !matches!(context.upos(at), Upos::Adv | Upos::Verb) {
            break;
        }
    }
    (Direction::None, if spent { Role::Level } else { Role::Plain })
}

/// "closed 0.5% higher".
fn adverb_behind(context: &Context, piece: &Piece) -> (Direction, Role) {
    if matches!(piece.kind(), None | Some(MeasureKind::Noun | MeasureKind::Person)) {
        return (Direction::None, Role::Plain);
    }
    match context.lower(piece.end) {
        "higher" => (Direction::Up, Role::Change),
        "lower" => (Direction::Down, Role::Change),
        _ => (Direction::None, Role::Plain),
    }
}

/// "a 19 % drop", "an increase of 5 %": the direction of the noun that the number measures.
pub(super) fn noun_direction(context: &Context, piece: &Piece, start: usize) -> Direction {
    let noun = |at: usize| {
        let known = lexicon().directions.get(context.lower(at)).copied();
        known.filter(|_| matches!(context.upos(at), Upos::Noun | Upos::Propn)).map(|(direction, _)| direction)
    };
    let named = |at: usize| lexicon().directions.contains_key(context.lower(at));
    let last = (piece.end..piece.end + 3).rfind(|at| named(*at)).map_or(piece.end, |last| last + 1);
    let behind = (piece.end..last)
        .take_while(|at| matches!(context.upos(*at), Upos::Adj | Upos::Noun | Upos::Propn))
        .find_map(noun);
    let before = || {
        let of = start.checked_sub(1).filter(|of| matches!(context.lower(*of), "of" | "by"))?;
        noun(of.checked_sub(1)?)
    };
    behind.or_else(before).unwrap_or_default()
}
