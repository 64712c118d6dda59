//! Events that take their time or length from another word: "began", "lasted", "left dead". Sees one sentence.

use factcheck_core::event::Phase;
use factcheck_syntax::{Relation, Upos, Xpos};

use crate::{event::predicate::Predicate, lexicon, tree::Tree};

/// What "began", "ended" or "occurred" is said of, and which part of it: their time is its time.
pub(super) fn carried(
    tree: Tree,
    owner: usize,
    predicates: &[Predicate],
    phase: Phase,
) -> Option<(usize, Phase)> {
    let verb = predicates[owner].token;
    let at = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
    if let Some(object) = predicates[owner].object.and_then(at) {
        return Some((object, phase));
    }
    let subject = subject(tree, verb);
    let phase = match predicates[owner].class.as_ref() {
        "begin" => Phase::Start,
        "end" => Phase::End,
        // "the summit opened on Monday": only what opens of itself; a mayor opens a bridge.
        "open" | "close" if tree.upos(verb) == Upos::Verb && tree.child(verb, &[Relation::Obj]).is_none() => {
            let part = if predicates[owner].class == "open" { Phase::Start } else { Phase::End };
            return subject.and_then(at).map(|event| (event, part));
        }
        "occur" | "hit" => phase,
        _ => return effect(tree, verb, predicates).map(|cause| (cause, phase)),
    };
    let relations: &[Relation] = match predicates[owner].class.as_ref() {
        "occur" => &[Relation::Nsubj, Relation::NsubjPass],
        // "was shaken by an earthquake": what does it stands behind.
        "hit" if tree.child(verb, &[Relation::AuxPass]).is_some() => {
            &[Relation::OblAgent, Relation::Obl, Relation::Nmod]
        }
        "hit" => &[Relation::Nsubj],
        _ => &[Relation::Nsubj, Relation::NsubjPass, Relation::Xcomp, Relation::Nmod, Relation::Obj],
    };
    let carried = tree.children(verb).filter(|child| relations.contains(&tree.relation(*child))).find_map(at);
    // "began on Monday and lasted until Friday": one subject for both.
    let carried = carried.or_else(|| subject.and_then(at));
    // "fighting between the army and the rebels began": trees take the last name for the subject.
    let before = || {
        // "a quake measuring 4.6 rattled": what describes the noun is no clause of its own.
        let finite =
            |token: &usize| tree.upos(*token) == Upos::Verb && tree.sentence.tags[*token].xpos != Xpos::Vbg;
        let first = (0..verb).rev().find(finite).map_or(0, |token| token + 1);
        let last = |wanted: &dyn Fn(usize) -> bool| {
            predicates.iter().rposition(|one| (first..verb).contains(&one.token) && wanted(one.token))
        };
        // "since fighting began": some nouns are tagged as the verbs that they come from.
        last(&|token| tree.upos(token) == Upos::Noun)
            .or_else(|| last(&|token| tree.sentence.tags[token].xpos == Xpos::Vbg))
    };
    Some((carried.or_else(before)?, phase))
}

/// The event that has the effect that the verb tells: "riots left three people dead", "the blast killed a man". It was
/// when its effect was. Only of what comes suddenly; the effects of a reform take their time.
fn effect(tree: Tree, told: usize, predicates: &[Predicate]) -> Option<usize> {
    // "left three dead": the day is told of the dead.
    let verb = if tree.upos(told) == Upos::Verb { told } else { tree.head(told)? };
    let active = tree.sentence.tags[verb].is_past() && tree.child(verb, &[Relation::AuxPass]).is_none();
    let has = active && lexicon::event_effect(&tree.lemma(verb));
    let subject = subject(tree, verb).filter(|_| has)?;
    predicates.iter().position(|one| {
        one.token == subject && tree.upos(subject) != Upos::Verb && lexicon::is_sudden(&one.class)
    })
}

/// The subject of a verb: "left three dead and engulfed the streets" has one for both verbs, and "the summit, which
/// began" has it before the comma.
fn subject(tree: Tree, verb: usize) -> Option<usize> {
    let own = |verb: usize| tree.child(verb, &[Relation::Nsubj]);
    let shared = tree.relation(verb) == Relation::Conj && own(verb).is_none();
    let clause = tree.head(verb).filter(|_| shared).unwrap_or(verb);
    let relative = |at: &usize| matches!(tree.lower(*at).as_ref(), "which" | "that" | "who");
    match own(clause) {
        Some(subject) if relative(&subject) => {
            tree.head(clause).filter(|_| tree.relation(clause) == Relation::AclRelcl)
        }
        subject => subject,
    }
}

/// The event whose length a duration tells.
pub(super) fn lasting(tree: Tree, top: usize, predicates: &[Predicate]) -> Option<usize> {
    let head = tree.head(top)?;
    let at = predicates.iter().position(|predicate| predicate.token == head)?;
    let before = top < head && tree.upos(head) != Upos::Verb;
    if tree.lemma(head) == "spend" {
        // "spent four days touring": the length is that of what was done.
        let done = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
        let gerund = |token: &usize| tree.xpos(*token) == Xpos::Vbg;
        let next = |token: &usize| *token > top && *token <= top + 4;
        // "four days ski touring": trees take the first word for the verb.
        let behind = || (top + 1..tree.len()).filter(next).filter(gerund).find_map(done);
        let below = || tree.children(head).filter(|child| *child > top).find_map(done);
        return behind().or_else(below).or(Some(at));
    }
    let lasts = matches!(tree.lemma(head).as_ref(), "last" | "continue")
        || (tree.case(top).as_deref() == Some("for") && tree.relation(top) == Relation::Obl)
        // "ended after eleven days"
        || (tree.case(top).as_deref() == Some("after") && predicates[at].class == "end");
    if before {
        return Some(at);
    }
    if !lasts {
        return None;
    }
    subject(tree, head)
        .and_then(|event| predicates.iter().position(|predicate| predicate.token == event))
        .or(Some(at))
}
