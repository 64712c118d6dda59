//! How firmly something is said, whether it is denied, and who says it.

use std::ops::Range;

use factcheck_core::{
    claim::{Modality, Polarity},
    span::Span,
};
use factcheck_syntax::{Relation, Upos, Xpos};

use crate::{cast::Cast, lexicon, tree::Tree};

/// How firmly the predicate at `token` is stated.
pub(crate) fn modality(tree: Tree, token: usize) -> Modality {
    let auxiliary = tree.children(token).filter(|child| tree.relation(*child) == Relation::Aux);
    for word in auxiliary.map(|child| tree.lower(child)) {
        match word.as_ref() {
            // "The plant can produce 80,000 cubic metres": what it is able to is a fact.
            "could" | "may" | "might" | "would" | "should" => return Modality::Possible,
            "will" | "shall" | "'ll" | "’ll" | "wo" => return Modality::Expected,
            _ => {}
        }
    }
    // "is scheduled to hold", "plans to build", "is due to meet", "wants to".
    if matches!(tree.relation(token), Relation::Xcomp | Relation::Advcl | Relation::Acl | Relation::Ccomp)
        && tree.child(token, &[Relation::Mark]).is_some_and(|mark| tree.is(mark, "to"))
    {
        let above = tree.head(token).map(|above| tree.lemma(above)).unwrap_or_default();
        return match above.as_ref() {
            "manage" | "begin" | "start" | "continue" | "come" | "go" | "help" | "refuse" => Modality::Stated,
            "want" | "hope" | "ask" | "urge" | "seek" | "try" | "threaten" | "offer" | "promise" => {
                Modality::Possible
            }
            _ => Modality::Expected,
        };
    }
    // "are to hold talks", "to meet on Friday" in a headline.
    let bare = tree.sentence.tags[token].xpos == Xpos::Vb && tree.upos(token) == Upos::Verb;
    if bare && tree.child(token, &[Relation::Mark, Relation::Aux]).is_some_and(|mark| tree.is(mark, "to")) {
        return Modality::Expected;
    }
    // A verb inside "if ..." is supposed, not stated.
    if tree.child(token, &[Relation::Mark]).is_some_and(|mark| tree.is(mark, "if") || tree.is(mark, "unless"))
    {
        return Modality::Possible;
    }
    Modality::Stated
}

/// The same for a number: "the company said that it would cut 500 jobs" is "will" as it is told afterwards.
pub(crate) fn modality_of_number(tree: Tree, token: usize) -> Modality {
    let told = |token: usize| tree.sentence.tags[token].is_past() && reports(tree, token);
    let above = || {
        let above = tree.head(token).filter(|_| tree.relation(token) == Relation::Ccomp);
        above.is_some_and(told)
    };
    let beside =
        || tree.children(token).any(|child| tree.relation(child) == Relation::Parataxis && told(child));
    let would =
        || tree.children(token).any(|child| tree.relation(child) == Relation::Aux && tree.is(child, "would"));
    let on_condition = || {
        let supposes = |child: usize| {
            tree.relation(child) == Relation::Advcl
                && tree.child(child, &[Relation::Mark]).is_some_and(|mark| tree.is(mark, "if"))
        };
        tree.children(token).any(supposes)
    };
    match modality(tree, token) {
        Modality::Possible if would() && (above() || beside()) && !on_condition() => Modality::Expected,
        modality => modality,
    }
}

/// Whether the predicate at `token` is denied.
pub(crate) fn polarity(tree: Tree, token: usize) -> Polarity {
    if tree.is_denied(token) { Polarity::Denied } else { Polarity::Affirmed }
}

fn reports(tree: Tree, verb: usize) -> bool {
    lexicon::verb_role(&tree.lemma(verb)) == "report"
}

/// Who says it: the subject of the reporting verb above or beside, by name or in the article's words.
pub(crate) fn speaker(tree: Tree, cast: &Cast, sentence: usize, token: usize) -> String {
    for at in tree.ancestors(token) {
        let above = tree.head(at).filter(|above| {
            matches!(tree.relation(at), Relation::Ccomp | Relation::Parataxis) && reports(tree, *above)
        });
        let beside = || {
            tree.children(at).find(|child| {
                matches!(tree.relation(*child), Relation::Parataxis | Relation::Advcl)
                    && reports(tree, *child)
            })
        };
        let Some(verb) = above.or_else(beside) else { continue };
        let Some(subject) = tree.child(verb, &[Relation::Nsubj]) else { continue };
        let named = cast.resolve(tree, sentence, subject);
        return match named.first() {
            Some(entity) => cast.name(*entity).to_owned(),
            None => tree.lemma(subject).into_owned(),
        };
    }
    String::new()
}

/// Whether `span` stands between quotation marks of its sentence.
pub(crate) fn is_quoted(text: &str, sentence: &Range<usize>, span: Span) -> bool {
    let before = text.get(sentence.start..span.start as usize).unwrap_or_default();
    let curly = before.matches('“').count() > before.matches('”').count();
    curly || before.matches('"').count() % 2 == 1
}
