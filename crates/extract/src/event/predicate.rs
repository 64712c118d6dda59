//! Which words tell of an event, and of which class.

use factcheck_syntax::{Relation, Upos, Xpos, wordnet};

use crate::{cast::Cast, lexicon, tree::Tree};

/// A word that tells of an event.
#[derive(Clone, Debug)]
pub(crate) struct Predicate {
    pub(crate) token: usize,
    /// The class by the table, or the lemma itself.
    pub(crate) class: String,
    /// The light verb that carries it: "hold" in "hold talks".
    pub(crate) light: Option<usize>,
}

/// The predicates of a sentence, in order.
pub(crate) fn predicates(tree: Tree, cast: &Cast, sentence: usize) -> Vec<Predicate> {
    (0..tree.len()).filter_map(|token| predicate(tree, cast, sentence, token)).collect()
}

fn predicate(tree: Tree, cast: &Cast, sentence: usize, token: usize) -> Option<Predicate> {
    match tree.upos(token) {
        Upos::Verb => verb(tree, cast, sentence, token),
        Upos::Noun => noun(tree, token),
        _ => None,
    }
}

fn verb(tree: Tree, cast: &Cast, sentence: usize, token: usize) -> Option<Predicate> {
    let lemma = tree.lemma(token);
    let role = lexicon::verb_role(&lemma);
    if role == "level" || role == "plan" || (role == "light" && light_noun(tree, token).is_some()) {
        return None;
    }
    let known =
        lexicon::event_class(&lemma, 'v').filter(|class| has_needs(tree, cast, sentence, token, class.needs));
    let class = match (known, role) {
        (Some(class), _) => class.class.to_owned(),
        (None, "report") => "report".to_owned(),
        _ => lemma.into_owned(),
    };
    Some(Predicate { token, class, light: None })
}

fn noun(tree: Tree, token: usize) -> Option<Predicate> {
    let lemma = tree.lemma(token);
    let plural = tree.sentence.tags[token].xpos == Xpos::Nns;
    let known = lexicon::event_class(&lemma, 'n').filter(|class| class.needs != "plural" || plural);
    let event = || wordnet::lexnames(&lemma, Upos::Noun).next() == Some(wordnet::Lexname::NounEvent);
    let class = match known {
        Some(class) => class.class.to_owned(),
        None if event() => lemma.clone().into_owned(),
        None => return None,
    };
    let light = tree.head(token).filter(|head| {
        tree.upos(*head) == Upos::Verb
            && matches!(tree.relation(token), Relation::Obj | Relation::NsubjPass)
            && lexicon::verb_role(&tree.lemma(*head)) == "light"
    });
    Some(Predicate { token, class, light })
}

/// The event noun that a light verb carries.
fn light_noun(tree: Tree, verb: usize) -> Option<usize> {
    let object = tree.child(verb, &[Relation::Obj, Relation::NsubjPass])?;
    noun(tree, object).map(|noun| noun.token)
}

fn has_needs(tree: Tree, cast: &Cast, sentence: usize, verb: usize, needs: &str) -> bool {
    let named = |child: usize| cast.resolve(tree, sentence, child);
    match needs {
        "" => true,
        "person" => tree.children(verb).any(|child| {
            matches!(tree.relation(child), Relation::Obj | Relation::Obl | Relation::NsubjPass)
                && named(child).iter().any(|entity| cast.entities()[*entity].person)
        }),
        "place" => tree.children(verb).any(|child| {
            tree.relation(child) == Relation::Obl
                && matches!(tree.case(child).as_deref(), Some("to" | "in" | "into" | "at" | "for"))
                && named(child).iter().any(|entity| !cast.entities()[*entity].person)
        }),
        particle => tree.children(verb).any(|child| {
            matches!(tree.relation(child), Relation::CompoundPrt | Relation::Advmod)
                && tree.is(child, particle)
        }),
    }
}

/// The ordinal that counts the event: "second" in "his second trip".
pub(crate) fn ordinal(tree: Tree, token: usize) -> Option<u32> {
    tree.children(token).find_map(|child| lexicon::ordinal(&tree.lower(child)))
}
