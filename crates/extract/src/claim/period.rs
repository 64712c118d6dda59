//! The period that a number is about: the time that its own clause names.

use factcheck_core::{timex::TimexType, window::Window};
use factcheck_syntax::Upos;

use crate::{document::Parsed, lexicon, tree::Tree};

/// The window of the time that hangs in the clause of the quantity, nearest first; any time where none does.
pub(crate) fn period(tree: Tree, parsed: &Parsed, top: usize, verb: Option<usize>) -> Window {
    let mut best: Option<(usize, Window)> = None;
    for time in &parsed.times {
        if time.meaning.window.is_any() || time.meaning.timex_type == TimexType::Set {
            continue;
        }
        let Some(at) = tree.top(time.span) else { continue };
        let other = is_other(tree, time.span) || is_of_another(tree, parsed, top, time.span);
        if other || points_back(tree, time.span) {
            continue;
        }
        let near = at.abs_diff(top);
        let clause = tree.ancestors(at).find(|above| tree.upos(*above) == Upos::Verb);
        let same = clause == verb
            || tree.is_under(at, top)
            || tree.head(top).is_some_and(|head| tree.is_under(at, head));
        if same && best.is_none_or(|(distance, _)| near < distance) {
            best = Some((near, time.meaning.window));
        }
    }
    best.map(|(_, window)| window).or_else(|| of_relative(tree, parsed, top)).unwrap_or_default()
}

/// The time that a relative clause tells more of: "in December 1999, when 27 died", "the storm 24 years ago in which 27
/// died".
fn of_relative(tree: Tree, parsed: &Parsed, top: usize) -> Option<Window> {
    let begins = |token: &usize| {
        tree.is(*token, "when")
            || tree.is(*token, "which")
                && token
                    .checked_sub(1)
                    .is_some_and(|before| tree.is(before, "in") || tree.is(before, "during"))
    };
    let pronoun = (0..top).rev().take_while(|token| tree.form(*token) != ";").find(begins)?;
    let start = pronoun - usize::from(tree.is(pronoun, "which"));
    let end = start - usize::from(start > 0 && tree.is(start - 1, ","));
    let told = parsed.times.iter().find(|time| tree.tokens_in(time.span).end == end)?;
    (told.meaning.timex_type != TimexType::Set).then_some(told.meaning.window)
}

/// Whether another number, set apart by a comma or "and", stands between the number and the time, whose own time it is
/// then: "averaged 4 %, after 8 % in 2023".
fn is_of_another(tree: Tree, parsed: &Parsed, top: usize, span: factcheck_core::span::Span) -> bool {
    let time = tree.tokens_in(span);
    let between = if top < time.start { top + 1..time.start } else { time.end..top };
    let counted = parsed.quantities.iter().any(|other| {
        let tokens = tree.tokens_in(other.span);
        between.start < tokens.start && tokens.end <= between.end && !tokens.contains(&top)
    });
    let apart = |token: usize| matches!(tree.form(token), "," | ";" | "and" | "but");
    counted && between.clone().any(apart)
}

/// Whether a time only points at one that was named before: "for the month" in a report on the month before.
fn points_back(tree: Tree, span: factcheck_core::span::Span) -> bool {
    let tokens = tree.tokens_in(span);
    let names = |token: usize| {
        matches!(tree.lower(token).as_ref(), "day" | "week" | "month" | "quarter" | "year" | "period")
    };
    tokens.len() == 2 && tree.is(tokens.start, "the") && names(tokens.start + 1)
}

/// Whether a time is not when the number holds: what it is compared with ("from May", "the most since 2008"), or when
/// it was made known ("said Friday").
fn is_other(tree: Tree, span: factcheck_core::span::Span) -> bool {
    let tokens = tree.tokens_in(span);
    let inside = |token: usize| matches!(tree.lower(token).as_ref(), "from" | "than" | "since");
    let before = tokens.start.checked_sub(1);
    let compared = |token: usize| {
        inside(token) || matches!(tree.lower(token).as_ref(), "before" | "after" | "with" | "earlier")
    };
    let said = |token: usize| {
        let verb = factcheck_syntax::lemma(tree.form(token), Upos::Verb);
        lexicon::verb_role(&verb) == "report"
            || matches!(verb.as_ref(), "release" | "publish" | "issue" | "show")
    };
    let introduced = before.filter(|at| tree.is(*at, "on")).and_then(|at| at.checked_sub(1)).or(before);
    tokens.clone().next().is_some_and(inside) || before.is_some_and(compared) || introduced.is_some_and(said)
}
