//! "55 will not replace 155": what a verb says of its subject's amount against its object's.

use factcheck_core::{claim::Polarity, range::Range, relation::RelationType, span::Span, unit::Unit};
use factcheck_syntax::Upos;

use crate::{
    claim::{Built, polarity},
    document::Document,
    lexicon,
    relation::Draft,
    tree::Tree,
};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, claims: &[&Built], drafts: &mut Vec<Draft>) {
    if claims.len() < 2 {
        return;
    }
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for verb in (0..tree.len()).filter(|token| tree.upos(*token) == Upos::Verb) {
        let Some(says) =
            lexicon::comparison(&words(tree, verb)).or_else(|| lexicon::comparison(&tree.lemma(verb)))
        else {
            continue;
        };
        let Some((left, right)) = sides(tree, verb, claims) else { continue };
        let denied = polarity(tree, verb) == Polarity::Denied;
        let relation_type = match (says, denied) {
            ("more", false) => RelationType::MoreThan,
            ("less", false) | ("at-least", true) => RelationType::LessThan,
            // "does not exceed" allows equality, and "matches" does too: nothing to hold against either.
            _ => continue,
        };
        let spans = [left, right].map(|built| parsed.quantities[built.quantity].span);
        drafts.push(Draft {
            relation_type,
            from: left.claim.id.clone(),
            to: right.claim.id.clone(),
            amount: Range::ALL,
            unit: Unit::default(),
            soft: false,
            span: Span { start: spans[0].start.min(spans[1].start), end: spans[0].end.max(spans[1].end) },
            sentence: index,
        });
    }
}

/// The verb with its particle and preposition: "make up for".
fn words(tree: Tree, verb: usize) -> String {
    let mut words = vec![tree.lemma(verb).into_owned()];
    for token in verb + 1..(verb + 3).min(tree.len()) {
        if matches!(tree.upos(token), Upos::Adp | Upos::Adv | Upos::Adj) {
            words.push(tree.lower(token).into_owned());
        }
    }
    words.join(" ")
}

/// The last amount before the verb and the first after it, with no new clause between.
fn sides<'a>(tree: Tree, verb: usize, claims: &[&'a Built]) -> Option<(&'a Built, &'a Built)> {
    let before = claims.iter().rev().find(|built| built.top < verb)?;
    let after = claims.iter().find(|built| built.top > verb)?;
    let breaks = |token: usize| {
        tree.form(token) == ";"
            || matches!(tree.lower(token).as_ref(), "while" | "but" | "because" | "although")
    };
    if (before.top..after.top).any(breaks) {
        return None;
    }
    before.claim.amount.unit.is_comparable(&after.claim.amount.unit).then_some((*before, *after))
}
