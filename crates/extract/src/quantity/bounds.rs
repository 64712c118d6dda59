//! Words that bound or blur a number, before it ("more than") and behind it ("or more").

use factcheck_core::quantity::Approximation;
use factcheck_syntax::Upos;

use super::context::Context;
use super::lexicon::{Bound, lexicon};

/// Words that may stand between a bound and its number without a say of their own.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "only",
    "just",
    "another",
    "record",
    "whopping",
    "staggering",
    "massive",
    "mere",
    "total",
    "full",
];

/// The bound before item `start` and the first item of its words.
pub(super) fn before(context: &Context, start: usize, is_time_unit: bool) -> Option<(Bound, usize)> {
    for distance in 1..=3 {
        let last = start.checked_sub(distance)?;
        let skipped = (last + 1..start).all(|at| FILLERS.contains(&context.lower(at)));
        if !skipped {
            return None;
        }
        let found = lexicon()
            .bound_before(context.lower(last), |back| last.checked_sub(back).map(|at| context.lower(at)));
        let Some((length, bound)) = found else { continue };
        let first = last + 1 - length;
        if distance > 1
            && matches!(
                context.lower(last),
                "some" | "near" | "about" | "over" | "under" | "above" | "below" | "beyond"
            )
            && matches!(context.lower(last + 1), "the")
        {
            return None;
        }
        return is_meant(context, first, last, is_time_unit).then(|| extend(context, first, bound));
    }
    None
}

/// "at least about 5", "at around": the outer of two bounds that follow each other decides.
fn extend(context: &Context, first: usize, bound: Bound) -> (Bound, usize) {
    let Some(last) = first.checked_sub(1) else { return (bound, first) };
    let outer = lexicon()
        .bound_before(context.lower(last), |back| last.checked_sub(back).map(|at| context.lower(at)));
    match outer {
        Some((length, outer))
            if matches!(context.upos(last), Upos::Adv | Upos::Adj | Upos::Adp) || length > 1 =>
        {
            let keeps = bound != Bound::About && outer == Bound::About;
            (if keeps { bound } else { outer }, last + 1 - length)
        }
        _ => (bound, first),
    }
}

/// Whether the words are meant as a bound: "over five weeks" may tell a time during which something happens.
fn is_meant(context: &Context, first: usize, last: usize, is_time_unit: bool) -> bool {
    let word = context.lower(last);
    if first == last && is_time_unit && matches!(word, "over" | "under" | "beyond") {
        return first == 0
            || matches!(
                context.lower_before(first, 1),
                "for"
                    | "after"
                    | "in"
                    | "of"
                    | "within"
                    | "lasted"
                    | "lasts"
                    | "last"
                    | "took"
                    | "takes"
                    | "take"
                    | "spent"
                    | "is"
                    | "was"
                    | "been"
                    | "be"
                    | "are"
                    | "than"
                    | "just"
                    | "well"
                    | "with"
                    | "at"
                    | "and"
                    | "to"
                    | "a"
            );
    }
    // "near" and "short of" are places as well; a comma behind "about" ends it.
    !matches!(word, "minimum" | "maximum") || !matches!(context.lower_before(first, 1), "the" | "its")
}

/// The bound behind item `at` and the place behind its words.
pub(super) fn behind(context: &Context, at: usize) -> Option<(Bound, usize)> {
    let first = context.at(at)?;
    let (length, bound) =
        lexicon().bound_after(first.lower, |ahead| context.at(at + ahead).map(|item| item.lower))?;
    let end = at + length;
    // "60% or more than $30bn" bounds the second number.
    if matches!(context.lower(end), "than" | "of") && context.lower(at) != "+" {
        return None;
    }
    if (first.is_mark('+') || first.is_hyphen()) && !first.is_glued {
        return None;
    }
    let figure = context.at(end).is_some_and(|item| item.figure().is_some());
    // "for two days at least 12 people": what can stand before a number belongs to the one that follows.
    let follows = || {
        let back = |back| (end - 1).checked_sub(back).map(|at| context.lower(at));
        figure && lexicon().bound_before(context.lower(end - 1), back).is_some()
    };
    let adds = first.is_mark('+') && figure;
    (!adds && !follows()).then_some((bound, end))
}

/// How the record names a bound.
pub(super) fn approximation(bound: Option<Bound>) -> Approximation {
    match bound {
        None => Approximation::Exact,
        Some(Bound::About | Bound::Nearly) => Approximation::About,
        Some(Bound::JustOver | Bound::MoreThan) => Approximation::MoreThan,
        Some(Bound::JustUnder | Bound::LessThan) => Approximation::LessThan,
        Some(Bound::AtLeast) => Approximation::AtLeast,
        Some(Bound::AtMost) => Approximation::AtMost,
    }
}
