//! What tense says of when, where no time stands with an event: what was done was done by the day of writing, what
//! is to come comes from that day on.

use factcheck_core::{claim::Modality, stamp::Stamp, window::Window};
use factcheck_syntax::{Relation, Upos};

use crate::{document::Parsed, event::predicate::Predicate, tree::Tree};

/// The days that the tense leaves.
pub(super) fn by_tense(
    tree: Tree,
    predicate: &Predicate,
    modality: Modality,
    parsed: &Parsed,
    published: Option<Stamp>,
) -> Window {
    let Some(day) = published.map(|stamp| stamp.date) else { return Window::ANY };
    let verb = predicate.light.unwrap_or(predicate.token);
    if tree.upos(verb) != Upos::Verb {
        return Window::ANY;
    }
    // A zone's doubt: the day of writing may be the next one already where it happened.
    let past = Window { earliest: None, latest: Window::day(day).shift(1).latest };
    let coming = Window { earliest: Window::day(day).shift(-1).earliest, latest: None };
    let finite = tree.sentence.tags[verb].is_past() && tree.child(verb, &[Relation::Aux]).is_none();
    match modality {
        Modality::Expected => coming,
        Modality::Stated if finite || parsed.headline => past,
        _ => Window::ANY,
    }
}
