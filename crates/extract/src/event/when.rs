//! Which time belongs to which event: the clause decides.

use factcheck_core::{range::Range, span::Span, timex::TimexType};
use factcheck_syntax::{Relation, Upos};

use crate::{document::Parsed, event::predicate::Predicate, tree::Tree};

/// When an event happens and how long it lasts, as far as its own clause says.
#[derive(Clone, Debug, Default)]
pub(crate) struct When {
    /// Index of the time in the sentence.
    pub(crate) time: Option<usize>,
    /// Its length in days.
    pub(crate) duration: Option<Range>,
}

/// One answer for each predicate, in their order.
pub(crate) fn whens(tree: Tree, parsed: &Parsed, predicates: &[Predicate]) -> Vec<When> {
    let mut whens = vec![When::default(); predicates.len()];
    let mut distances = vec![usize::MAX; predicates.len()];
    for (position, time) in parsed.times.iter().enumerate() {
        let Some(top) = tree.top(time.span) else { continue };
        let Some(owner) = owner(tree, top, predicates) else { continue };
        match time.meaning.timex_type {
            TimexType::Date | TimexType::Time
                if !time.meaning.window.is_any() && is_when(tree, time.span, top) =>
            {
                let distance = top.abs_diff(predicates[owner].token);
                if distance < distances[owner] {
                    distances[owner] = distance;
                    whens[owner].time = Some(position);
                }
            }
            // "a two-day visit": the length stands before its noun.
            TimexType::Duration
                if top < predicates[owner].token && tree.head(top) == Some(predicates[owner].token) =>
            {
                whens[owner].duration = time.meaning.length;
            }
            _ => {}
        }
    }
    whens
}

/// Whether the time tells when, and not since when or until when: those bound, they do not date. The word right before
/// is asked as well as the tree, since trees err on "since".
fn is_when(tree: Tree, span: Span, top: usize) -> bool {
    let before =
        tree.tokens_in(span).start.checked_sub(1).map(|before| tree.lower(before)).unwrap_or_default();
    let case = tree.case(top).unwrap_or_default();
    [before, case].iter().all(|word| {
        !matches!(
            word.as_ref(),
            "since" | "until" | "till" | "before" | "after" | "by" | "through" | "from" | "for"
        )
    })
}

/// "arrived in Beijing for talks with Xi on Tuesday": a time that does not follow the noun at once dates the verb
/// that the noun only says the purpose or place of.
fn carrying_verb(tree: Tree, top: usize, noun: usize) -> Option<usize> {
    let purpose = tree.upos(noun) == Upos::Noun
        && matches!(tree.relation(noun), Relation::Obl | Relation::Nmod)
        && matches!(tree.case(noun).as_deref(), Some("for" | "during" | "at" | "in" | "to"));
    let adjacent = top > noun && (noun + 1..top).all(|between| tree.upos(between) == Upos::Adp);
    if !purpose || adjacent || top < noun {
        return None;
    }
    tree.ancestors(noun).skip(1).find(|above| tree.upos(*above) == Upos::Verb)
}

/// The event that a time belongs to: the first one above it; through a verb that only carries or plans, the one
/// that this verb leads to.
fn owner(tree: Tree, top: usize, predicates: &[Predicate]) -> Option<usize> {
    let at = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
    for above in tree.ancestors(top).skip(1) {
        if let Some(index) = predicates.iter().position(|predicate| predicate.light == Some(above)) {
            return Some(index);
        }
        if let Some(index) = at(above) {
            return Some(carrying_verb(tree, top, above).and_then(at).unwrap_or(index));
        }
        if matches!(tree.upos(above), Upos::Verb | Upos::Adj | Upos::Aux) {
            // "is due to meet on Tuesday", "is expected on Friday to hold talks".
            let leads = tree.children(above).find(|child| tree.relation(*child) == Relation::Xcomp)?;
            return at(leads)
                .or_else(|| predicates.iter().position(|predicate| predicate.light == Some(leads)));
        }
    }
    None
}
