//! The event that a time stands beside, or nearest to, in the words alone. Sees one sentence; trees err about times.

use factcheck_core::span::Span;
use factcheck_syntax::{Upos, Xpos};

use crate::{
    event::predicate::{self, Predicate},
    lexicon,
    tree::Tree,
};

/// The verb that the time stands beside, whatever the tree made of it: "said Thursday", "opened fire Thursday",
/// "on Thursday said".
pub(super) fn beside(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    right_before(tree, span, predicates)
        .or_else(|| planned(tree, span, predicates))
        .or_else(|| behind_object(tree, span, predicates))
        .or_else(|| noun_before(tree, span, predicates))
        .or_else(|| right_behind(tree, span, predicates))
}

/// "set the sentencing for June 28": an event noun right before "for" and the day.
fn planned(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let before = tree.tokens_in(span).start.checked_sub(1).filter(|before| tree.is(*before, "for"))?;
    let noun = before.checked_sub(1).filter(|at| tree.upos(*at) == Upos::Noun)?;
    predicates.iter().position(|one| one.token == noun)
}

/// "released a report Thursday": a bare day behind the object of a verb in the past tense.
fn behind_object(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let before =
        tree.tokens_in(span).start.checked_sub(1).filter(|before| tree.upos(*before) == Upos::Noun)?;
    predicates.iter().rposition(|one| {
        one.token < before
            && tree.sentence.tags[one.token].is_past()
            && predicate::object_phrase_end(tree, one.token) == Some(before)
    })
}

/// "the company on Thursday announced": a day between a subject and its verb in the past tense.
fn right_behind(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let tokens = tree.tokens_in(span);
    let on = tokens.start.checked_sub(1).filter(|before| tree.is(*before, "on"))?;
    let subject = on.checked_sub(1).is_some_and(|at| {
        matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Pron) || matches!(tree.form(at), ")" | ",")
    });
    let next = |one: &Predicate| one.token == tokens.end && tree.sentence.tags[one.token].xpos == Xpos::Vbd;
    predicates.iter().position(next).filter(|_| subject)
}

/// "Brandt, who is to be elected on Thursday, said": trees take some times over a comma to the verb behind it, though
/// a verb stands before them in their own clause.
pub(super) fn nearer(tree: Tree, span: Span, predicates: &[Predicate], owner: usize) -> usize {
    let tokens = tree.tokens_in(span);
    let comma = |at: usize| matches!(tree.form(at), "," | ";" | "—" | "–");
    let verb = predicates[owner].token;
    if verb < tokens.end || !(tokens.end..verb).any(comma) {
        return owner;
    }
    let own = predicates.iter().rposition(|one| {
        one.token < tokens.start
            && (tree.upos(one.token) == Upos::Verb || one.light.is_some())
            && !(one.token..tokens.start).any(comma)
    });
    own.unwrap_or(owner)
}

/// "said Thursday that seven had died", "opened fire Thursday": the verb right before the time or one word earlier,
/// whatever the tree made of it.
fn right_before(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let first = tree.tokens_in(span).start;
    let before = first.checked_sub(1)?;
    let before = if tree.is(before, "on") { before.checked_sub(1)? } else { before };
    let verb =
        |token: usize| predicates.iter().position(|one| one.token == token && tree.upos(token) == Upos::Verb);
    let told = |token: usize| predicates.iter().any(|one| one.token == token);
    let word =
        |token: usize| !matches!(tree.upos(token), Upos::Adp | Upos::Punct | Upos::Sconj | Upos::Cconj);
    verb(before).or_else(|| {
        let earlier = before.checked_sub(1).filter(|at| tree.sentence.tags[*at].is_past())?;
        verb(earlier).filter(|_| before + 1 == first && word(before) && !told(before))
    })
}

/// "since a session last month", "the talks Tuesday": an event noun right before a bare time.
fn noun_before(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let noun = tree.tokens_in(span).start.checked_sub(1).filter(|at| tree.upos(*at) == Upos::Noun)?;
    predicates.iter().position(|one| one.token == noun && one.light.is_none())
}

/// Where the tree gives no event: the nearest verb before the time in its clause, else the next one behind it, else
/// the nearest noun.
pub(super) fn nearest(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let tokens = tree.tokens_in(span);
    let parts = |token: usize| matches!(tree.form(token), ";" | ":" | "(" | ")" | "–" | "—");
    let verb = |one: &&(usize, &Predicate)| tree.upos(one.1.token) == Upos::Verb || one.1.light.is_some();
    let before =
        |one: &&(usize, &Predicate)| one.1.token < tokens.start && !(one.1.token..tokens.start).any(parts);
    let behind =
        |one: &&(usize, &Predicate)| one.1.token >= tokens.end && !(tokens.end..one.1.token).any(parts);
    let all: Vec<(usize, &Predicate)> = predicates.iter().enumerate().collect();
    let found = all.iter().rev().filter(verb).find(before);
    let found = found.or_else(|| all.iter().filter(verb).find(behind));
    found
        .or_else(|| all.iter().rev().find(before))
        .or_else(|| all.iter().find(behind))
        .map(|(index, _)| *index)
}

/// "The defeat in Ravel on May 31 was", "a plan on which members vote on Monday": an event noun of the table in the
/// phrase that ends at the time.
pub(super) fn phrase_before(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let first = tree.tokens_in(span).start;
    tree.is(first.checked_sub(1)?, "on").then_some(())?;
    let inside = |at: &usize| {
        matches!(tree.upos(*at), Upos::Adp | Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num)
    };
    let phrase = (first.saturating_sub(8)..first).rev().take_while(inside);
    let noun = |at: usize| predicates.iter().position(|one| one.token == at && tree.upos(at) == Upos::Noun);
    phrase.filter_map(noun).find(|index| {
        let known = &predicates[*index];
        lexicon::event_classes(&tree.lemma(known.token), 'n').any(|class| class.class == known.class)
    })
}
