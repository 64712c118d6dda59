//! The period that a number is about: the time that its own clause names.

use factcheck_core::{timex::TimexType, window::Window};
use factcheck_syntax::Upos;

use crate::{document::Parsed, tree::Tree};

/// The window of the time that hangs in the clause of the quantity, nearest first; any time where none does.
pub(crate) fn period(tree: Tree, parsed: &Parsed, top: usize, verb: Option<usize>) -> Window {
    let mut best: Option<(usize, Window)> = None;
    for time in &parsed.times {
        if time.meaning.window.is_any() || time.meaning.timex_type == TimexType::Set {
            continue;
        }
        let Some(at) = tree.top(time.span) else { continue };
        let near = at.abs_diff(top);
        let clause = tree.ancestors(at).find(|above| tree.upos(*above) == Upos::Verb);
        let same = clause == verb
            || tree.is_under(at, top)
            || tree.head(top).is_some_and(|head| tree.is_under(at, head));
        if same && best.is_none_or(|(distance, _)| near < distance) {
            best = Some((near, time.meaning.window));
        }
    }
    best.map(|(_, window)| window).unwrap_or_default()
}
