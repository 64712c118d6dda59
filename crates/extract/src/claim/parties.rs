//! Whose a number is, towards whom, and where, as far as the clause says.

use factcheck_syntax::{Relation, Upos};

use crate::{cast::Cast, claim::measure::Measure, tree::Tree};

/// The parties of a claim by the article's fullest names; "" where unknown.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) subject: String,
    pub(crate) object: String,
    pub(crate) location: String,
}

/// Reads the parties around the measure and its verb.
pub(crate) fn parties(
    tree: Tree,
    cast: &Cast,
    sentence: usize,
    measure: &Measure,
    verb: Option<usize>,
) -> Parties {
    let mut parties = Parties::default();
    if let Some(owner) = measure.head.and_then(|head| owner(tree, head))
        && let Some(entity) = cast.resolve(tree, sentence, owner).first()
    {
        cast.name(*entity).clone_into(&mut parties.subject);
    }
    for token in measure.head.into_iter().chain(verb) {
        for child in tree.children(token) {
            let names = cast.resolve(tree, sentence, child);
            let Some(first) = names.first().map(|entity| cast.name(*entity)) else { continue };
            let introduced = tree.case(child).unwrap_or_default();
            let slot = match (tree.relation(child), introduced.as_ref()) {
                (Relation::NmodPoss | Relation::Nsubj | Relation::NsubjPass | Relation::OblAgent, _)
                | (Relation::Nmod, "of" | "by")
                | (Relation::Obl | Relation::Nmod, "from") => &mut parties.subject,
                (Relation::Obl | Relation::Nmod, "to" | "into" | "with" | "for" | "against")
                | (Relation::Obj | Relation::Iobj, _) => &mut parties.object,
                (Relation::Obl | Relation::Nmod, "in" | "at" | "near" | "around" | "across") => {
                    &mut parties.location
                }
                (Relation::Compound, _) if tree.upos(child) == Upos::Propn => &mut parties.subject,
                (Relation::Nmod, "between") => {
                    if let Some(second) = names.get(1) {
                        cast.name(*second).clone_into(&mut parties.object);
                    }
                    &mut parties.subject
                }
                _ => continue,
            };
            if slot.is_empty() {
                first.clone_into(slot);
            }
        }
    }
    parties
}

/// Whose age it is: the name right behind "32-year-old Englishman", or right before ", 32,".
pub(crate) fn bearer(
    tree: Tree,
    cast: &Cast,
    sentence: usize,
    own: std::ops::Range<usize>,
) -> Option<String> {
    let name = |token: usize| cast.named_at(sentence, token).map(|entity| cast.name(entity).to_owned());
    let fits = |token: usize| {
        matches!(tree.upos(token), Upos::Noun | Upos::Adj | Upos::Propn) || tree.form(token) == "-"
    };
    let mut behind = (own.end..tree.len().min(own.end + 5)).take_while(|token| fits(*token));
    let first = behind.clone().find_map(name);
    // "whose 6-year-old son, James, ...".
    let apposed = || {
        let comma = own.end + behind.by_ref().count();
        (comma + 1 < tree.len() && comma > own.end && tree.form(comma) == ",")
            .then(|| name(comma + 1))
            .flatten()
    };
    let behind = first.or_else(apposed);
    let before = own.start.checked_sub(2).filter(|_| tree.form(own.start - 1) == ",").and_then(name);
    before.or(behind)
}

/// Tokens between a place and the number of those who live there.
const APART: usize = 9;

/// Where so many live: the nearest name before the number in one phrase, "Qarn, a town of 3,000 people". What "and" or
/// a verb of doing joins is of something else.
pub(crate) fn settled(tree: Tree, cast: &Cast, sentence: usize, before: usize) -> Option<String> {
    let near = before.saturating_sub(APART)..before;
    // "Houses of brick and stone" are one phrase still.
    let joins_parts = |token: usize| {
        let is_common = |token: usize| matches!(tree.upos(token), Upos::Noun | Upos::Adj);
        tree.is(token, "and") && token > 0 && is_common(token - 1) && is_common(token + 1)
    };
    let stops = |token: usize| {
        matches!(tree.lower(token).as_ref(), ";" | ":" | "and" | "but") && !joins_parts(token)
            || tree.upos(token) == Upos::Verb && !matches!(tree.lemma(token).as_ref(), "have" | "be")
    };
    let mut named = near.rev().take_while(|token| !stops(*token));
    named.find_map(|token| cast.named_at(sentence, token)).map(|entity| cast.name(entity).to_owned())
}

/// Which place is meant where only its sort is told: "the coastal city of population 120,000".
pub(crate) fn place(tree: Tree, cast: &Cast, sentence: usize, before: usize) -> Option<String> {
    use factcheck_syntax::wordnet::{Lexname, lexnames};

    let is_place = |token: &usize| {
        let lemma = tree.lemma(*token);
        tree.upos(*token) == Upos::Noun
            && lexnames(&lemma, Upos::Noun).any(|name| name == Lexname::NounLocation)
    };
    let noun = (before.saturating_sub(APART)..before).rev().find(is_place)?;
    cast.resolve(tree, sentence, noun).first().map(|entity| cast.name(*entity).to_owned())
}

/// What lies so far from `anchor`: the place that the sentence begins with, "Qarn, 90 miles south of Ravel, ..." or "Qarn
/// lies 90 miles south of Ravel".
pub(crate) fn located(tree: Tree, cast: &Cast, sentence: usize, anchor: &str) -> Option<String> {
    let first = usize::from(tree.len() > 1 && tree.is(0, "the"));
    let entity = cast.named_at(sentence, first)?;
    let behind = (first..tree.len()).find(|token| cast.named_at(sentence, *token) != Some(entity))?;
    let lies = matches!(tree.lower(behind).as_ref(), "," | "is" | "was" | "lies" | "sits" | "stands");
    let name = cast.name(entity);
    (lies && name != anchor).then(|| name.to_owned())
}

/// What has the measure: "pipeline" in "a pipeline with a capacity of 55" and in "a pipeline, whose capacity is 55".
fn owner(tree: Tree, head: usize) -> Option<usize> {
    let mut first = head;
    while first > 0 && matches!(tree.upos(first - 1), Upos::Noun | Upos::Adj | Upos::Det) {
        first -= 1;
    }
    let tie = first.checked_sub(1)?;
    // "whose" is often tagged as a noun by accident, so it is looked for on both places.
    let whose = tree.is(tie, "whose") || tree.is(first, "whose");
    if !whose && !tree.is(tie, "with") {
        return None;
    }
    let mut before = if tree.is(first, "whose") { first } else { tie };
    before = before.checked_sub(1)?;
    if tree.form(before) == "," {
        before = before.checked_sub(1)?;
    }
    matches!(tree.upos(before), Upos::Noun | Upos::Propn).then_some(before)
}
