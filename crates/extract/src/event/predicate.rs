//! Which words tell of an event, and of which class.

use std::borrow::Cow;

use factcheck_core::ordinal;
use factcheck_syntax::{
    Relation, Upos, Xpos,
    wordnet::{self, Lexname},
};

use crate::{cast::Cast, event::state, lexicon, time, tree::Tree};

/// A word that tells of an event.
#[derive(Clone, Debug)]
pub(crate) struct Predicate<'a> {
    pub(crate) token: usize,
    /// The class by the table, or the lemma itself; for a noun the verb that it is derived from.
    pub(crate) class: Cow<'a, str>,
    /// The light verb that carries it: "hold" in "hold talks".
    pub(crate) light: Option<usize>,
    /// The object whose event happens when this one does: "independence" in "gained independence".
    pub(crate) object: Option<usize>,
    /// What it gives another day: "opening" in "put off the opening".
    pub(crate) moved: Option<usize>,
}

impl<'a> Predicate<'a> {
    fn new(token: usize, class: impl Into<Cow<'a, str>>) -> Self {
        Self { token, class: class.into(), light: None, object: None, moved: None }
    }
}

/// The predicates of a sentence, in order.
pub(crate) fn predicates<'a>(
    tree: Tree<'a>,
    cast: &Cast,
    sentence: usize,
    times: &[time::Found],
) -> Vec<Predicate<'a>> {
    (0..tree.len()).filter_map(|token| predicate(tree, cast, sentence, times, token)).collect()
}

fn predicate<'a>(
    tree: Tree<'a>,
    cast: &Cast,
    sentence: usize,
    times: &[time::Found],
    token: usize,
) -> Option<Predicate<'a>> {
    match tree.upos(token) {
        Upos::Verb if state::is_preposition(tree, token) => None,
        Upos::Verb => verb(tree, cast, sentence, times, token),
        Upos::Noun => noun(tree, cast, sentence, token),
        // Headlines write events with a capital: "Death on Mount Sefton". A name of its own is none.
        Upos::Propn if cast.named_at(sentence, token).is_none() => noun(tree, cast, sentence, token),
        Upos::Adj => adjective(tree, token),
        _ => None,
    }
}

fn adjective(tree: Tree<'_>, token: usize) -> Option<Predicate<'_>> {
    let class = lexicon::event_classes(&tree.lower(token), 'a').next()?;
    Some(Predicate::new(token, class.class))
}

fn verb<'a>(
    tree: Tree<'a>,
    cast: &Cast,
    sentence: usize,
    times: &[time::Found],
    token: usize,
) -> Option<Predicate<'a>> {
    // "his top aides Wednesday": taken for a verb by the tagger.
    let described = |before: usize| matches!(tree.upos(before), Upos::Adj | Upos::Det | Upos::Noun);
    if token.checked_sub(1).is_some_and(described) && is_of_people(tree, token) {
        return None;
    }
    let lemma = tree.base(token);
    let role = lexicon::verb_role(lemma);
    let known = reading(tree, cast, sentence, token);
    let measures = || {
        if known.is_some_and(|class| matches!(class.class, "begin" | "end")) {
            return false;
        }
        // "opens on 2 June" measures nothing.
        let is_time = |at: usize| times.iter().any(|time| tree.lies_in(at, time.span));
        let object = |child: &usize| {
            matches!(tree.relation(*child), Relation::Obj | Relation::Obl) && !is_time(*child)
        };
        tree.children(token).find(object).is_some_and(|object| {
            tree.upos(object) == Upos::Num || tree.child(object, &[Relation::Nummod]).is_some()
        })
    };
    if role == "plan"
        || (role == "level" && (known.is_none() || measures()))
        || (role == "light" && known.is_none() && light_noun(tree, cast, sentence, token).is_some())
    {
        return None;
    }
    let what = known.map_or("", |class| class.class);
    let object = match what {
        "=object" => tree.child(token, &[Relation::Obj, Relation::NsubjPass]),
        "=in" => taken_part_in(tree, token),
        _ => None,
    };
    let moved = Some(()).filter(|()| what == "=moved").and_then(|()| {
        let child = tree.child(token, &[Relation::Obj, Relation::NsubjPass]);
        let particle = known.is_some_and(|class| has_particle(tree, token, class.needs));
        let last = token + usize::from(particle);
        child.or_else(|| object_phrase_end(tree, last)).or_else(|| {
            // "the opening": trees take some for verbs.
            let noun = last + 2;
            (noun < tree.len() && tree.upos(noun - 1) == Upos::Det && tree.xpos(noun) == Xpos::Vbg)
                .then_some(noun)
        })
    });
    let class = match (known, role) {
        (Some(class), _) if !class.class.starts_with('=') => class.class,
        (None, "report") => "report",
        _ => lemma,
    };
    Some(Predicate { object, moved, ..Predicate::new(token, class) })
}

/// "put off the opening": trees take some particles for prepositions.
fn has_particle(tree: Tree, verb: usize, particle: &str) -> bool {
    !particle.is_empty() && verb + 1 < tree.len() && tree.is(verb + 1, particle)
}

/// "talks" in "took part in the talks": under the verb or under its object.
fn taken_part_in(tree: Tree, verb: usize) -> Option<usize> {
    let inside = |at: usize| {
        tree.children(at).find(|child| {
            matches!(tree.relation(*child), Relation::Obl | Relation::Nmod)
                && tree.case(*child).as_deref() == Some("in")
        })
    };
    inside(verb).or_else(|| inside(tree.child(verb, &[Relation::Obj])?))
}

/// The reading of a verb that the words around it allow; one that needs a certain word beside it before one that needs
/// nothing, as "opened fire" is no opening.
fn reading(tree: Tree, cast: &Cast, sentence: usize, verb: usize) -> Option<&'static lexicon::EventClass> {
    lexicon::event_classes(&tree.lemma(verb), 'v')
        .filter(|class| {
            has_needs(tree, cast, sentence, verb, class.needs)
                || (class.class == "=moved" && has_particle(tree, verb, class.needs))
        })
        .min_by_key(|class| class.needs.is_empty())
}

/// "aides" are people, whatever other word has the same plural.
fn is_of_people(tree: Tree, token: usize) -> bool {
    let form = tree.lower(token);
    let one = form.strip_suffix('s').unwrap_or(&form);
    wordnet::lexnames(one, Upos::Noun).next() == Some(Lexname::NounPerson)
}

/// Whether a noun only completes the verb before it: "fire" in "opened fire".
fn completes(tree: Tree, cast: &Cast, sentence: usize, noun: usize, lemma: &str) -> bool {
    let verbs = tree.head(noun).into_iter().chain(noun.checked_sub(1));
    verbs.filter(|verb| tree.upos(*verb) == Upos::Verb).any(|verb| {
        let needs = reading(tree, cast, sentence, verb).map_or("", |class| class.needs);
        needs.split_once('=').is_some_and(|(relation, wanted)| relation != "subj" && wanted == lemma)
    })
}

fn noun<'a>(tree: Tree<'a>, cast: &Cast, sentence: usize, token: usize) -> Option<Predicate<'a>> {
    let lemma = tree.lower_lemma(token);
    let known = lexicon::event_classes(&lemma, 'n').find(|class| match class.needs {
        "plural" => tree.sentence.tags[token].xpos == Xpos::Nns,
        needs => has_needs(tree, cast, sentence, token, needs),
    });
    let class = match known {
        Some(class) => class.class.into(),
        None if tree.upos(token) == Upos::Noun => derived_class(lemma.clone())?,
        None => return None,
    };
    if completes(tree, cast, sentence, token, &lemma) || (known.is_none() && is_of_people(tree, token)) {
        return None;
    }
    let light = tree.head(token).filter(|head| {
        tree.upos(*head) == Upos::Verb
            && matches!(tree.relation(token), Relation::Obj | Relation::NsubjPass)
            && lexicon::verb_role(&tree.lemma(*head)) == "light"
    });
    Some(Predicate { light, ..Predicate::new(token, class) })
}

/// The class of a noun that the table does not have: events go by the verb that they are derived from.
fn derived_class(lemma: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let kind = wordnet::lexnames(&lemma, Upos::Noun).next()?;
    if !matches!(kind, Lexname::NounEvent | Lexname::NounAct) {
        return None;
    }
    let verb = wordnet::derived(&lemma)
        .filter(|verb| common_letters(verb, &lemma) >= 3 && wordnet::has(verb, Upos::Verb))
        // A crime criminalises nothing: such verbs come from the noun.
        .filter(|verb| verb.len() <= lemma.len() + 1)
        .max_by_key(|verb| (common_letters(verb, &lemma), std::cmp::Reverse(*verb)));
    match (kind, verb) {
        (_, Some(verb)) => Some(verb_class(verb).into()),
        (Lexname::NounEvent, None) => Some(lemma),
        _ => None,
    }
}

fn verb_class(verb: &'static str) -> &'static str {
    let known = lexicon::event_classes(verb, 'v').find(|class| class.needs.is_empty());
    let known = known.filter(|class| !class.class.starts_with('='));
    known.map_or(verb, |class| class.class)
}

fn common_letters(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count()
}

/// The event noun that a light verb carries.
fn light_noun(tree: Tree, cast: &Cast, sentence: usize, verb: usize) -> Option<usize> {
    let object = tree.child(verb, &[Relation::Obj, Relation::NsubjPass])?;
    noun(tree, cast, sentence, object).map(|noun| noun.token)
}

fn has_needs(tree: Tree, cast: &Cast, sentence: usize, verb: usize, needs: &str) -> bool {
    let named = |child: usize| cast.resolve(tree, sentence, child);
    let with = |relations: &[Relation], noun: &str| {
        tree.children(verb).any(|child| {
            relations.contains(&tree.relation(child)) && tree.lemma(child).eq_ignore_ascii_case(noun)
        })
    };
    if let Some((relation, noun)) = needs.split_once('=') {
        return match relation {
            // Trees lose the object of some fixed phrases: "opened fire Wednesday".
            "obj" => {
                with(&[Relation::Obj, Relation::NsubjPass], noun)
                    || object_phrase_end(tree, verb)
                        .is_some_and(|end| tree.lemma(end).eq_ignore_ascii_case(noun))
            }
            "subj" => with(&[Relation::Nsubj, Relation::NsubjPass], noun),
            _ => with(&[Relation::Obl, Relation::Nmod, Relation::Compound], noun),
        };
    }
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

/// The last noun of the phrase right behind a verb: "plan" in "passed a bipartisan roads plan Tuesday". Trees lose some
/// objects behind long phrases.
pub(super) fn object_phrase_end(tree: Tree, verb: usize) -> Option<usize> {
    let inside = |at: &usize| {
        matches!(tree.upos(*at), Upos::Det | Upos::Adj | Upos::Num | Upos::Sym | Upos::Noun)
            || (tree.upos(*at) == Upos::Propn && !is_weekday(&tree.lower(*at)))
    };
    let phrase = (verb + 1..tree.len().min(verb + 12)).take_while(inside);
    phrase.filter(|at| tree.upos(*at) == Upos::Noun).last()
}

fn is_weekday(word: &str) -> bool {
    word.parse::<chrono::Weekday>().is_ok()
}

/// The ordinals of a sentence that can count an event, each with its token.
pub(crate) fn ordinals(tree: Tree, times: &[time::Found]) -> Vec<(u32, usize)> {
    // "the 5th of May" counts no event.
    let dates = |at: usize| times.iter().any(|time| tree.lies_in(at, time.span));
    let number = |at: usize| ordinal::ordinal(&tree.lower(at)).map(|ordinal| (ordinal, at));
    (0..tree.len()).filter_map(number).filter(|(_, at)| !dates(*at)).collect()
}

/// The one of the sentence's ordinals that counts the event: "second" in "his second trip", "the trip, his second
/// outside Norland".
pub(crate) fn ordinal(
    tree: Tree,
    predicates: &[Predicate],
    ordinals: &[(u32, usize)],
    token: usize,
) -> Option<(u32, usize)> {
    if ordinals.is_empty() {
        return None;
    }
    let number = |at: usize| ordinals.iter().find(|(_, token)| *token == at).copied();
    let own = tree.children(token).find_map(number);
    let noun = tree.upos(token) == Upos::Noun;
    own.or_else(|| {
        // Without a noun of its own an ordinal counts the last noun that can be counted.
        let behind = (token + 1..tree.len()).take_while(|at| {
            !matches!(tree.form(*at), ";" | ":")
                && !predicates.iter().any(|p| p.token == *at && tree.upos(*at) == Upos::Noun)
        });
        behind.filter(|_| noun).find_map(|at| number(at).filter(|_| is_bare(tree, at)))
    })
}

/// Whether no noun, adjective or number follows: "his second outside Norland".
fn is_bare(tree: Tree, ordinal: usize) -> bool {
    let possessed = ordinal.checked_sub(1).is_some_and(|before| {
        matches!(tree.lower(before).as_ref(), "his" | "her" | "its" | "their" | "the" | "only" | "’s" | "'s")
    });
    let next = ordinal + 1;
    possessed && next < tree.len() && matches!(tree.upos(next), Upos::Adp | Upos::Sconj | Upos::Adv)
}

/// What the ordinal counts over: "outside Norland since the warrant"; "" where the words do not say.
pub(crate) fn scope(tree: Tree, predicate: usize, ordinal: usize) -> String {
    let from = predicate.max(ordinal) + 1;
    let opens = |at: &usize| {
        matches!(
            tree.lower(*at).as_ref(),
            "outside" | "since" | "abroad" | "in" | "of" | "this" | "to" | "for"
        )
    };
    let Some(first) = (from..tree.len().min(from + 4)).find(opens) else { return String::new() };
    let ends = |at: &usize| {
        matches!(tree.form(*at), "," | "." | ";" | ":" | "–" | "—" | ")") || tree.upos(*at) == Upos::Verb
    };
    let last = (first..tree.len().min(first + 10)).find(ends).unwrap_or(tree.len().min(first + 10));
    tree.span(first..last).of(tree.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
