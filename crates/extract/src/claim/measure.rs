//! What a quantity measures: "capacity" in "a capacity of 55 bcm", "gas import" in "gas imports soared 40 %".
//!
//! Decided by the tree alone; no list of measures. Which measures are the same is the alignment's work.

use factcheck_core::quantity::Direction;
use factcheck_syntax::{Relation, Upos};

use crate::{lexicon, quantity, tree::Tree};

/// What is measured, and the word that says so.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measure {
    /// Lemmas: modifiers and head ("trade turnover"), or the verb where no noun tells ("save").
    pub(crate) words: String,
    /// The token that heads it.
    pub(crate) head: Option<usize>,
    /// Whether the number is the size of a change ("rose by 60 %").
    pub(crate) is_change: bool,
    /// Whether the number is where a change ended ("rose to 2.14 million").
    pub(crate) is_level: bool,
    /// What makes it incomparable with others: "year-on-year", "core", sorted.
    pub(crate) basis: Vec<String>,
}

/// The measure of the quantity that is tied to the sentence at `top`.
///
/// `is_time` says which tokens belong to temporal expressions: they are no measure.
pub(crate) fn measure(
    tree: Tree,
    found: &quantity::Found,
    top: usize,
    verb: Option<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Measure {
    let moved = (found.role != quantity::Role::Plain).then(|| moved(tree, found, is_time)).flatten();
    let head = moved.or_else(|| head(tree, found, top, verb).filter(|head| !is_time(*head)));
    let mut measure = match head {
        Some(head) => Measure { words: phrase(tree, head, found), head: Some(head), ..Measure::default() },
        None => Measure::default(),
    };
    let role = verb.map_or("", |verb| lexicon::verb_role(&tree.lemma(verb)));
    let case = tree.case(top).unwrap_or_default();
    let tied = verb.is_some() && tree.head(top) == verb;
    let changing = role == "rise" || role == "fall";
    let by_words = found.role != quantity::Role::Plain;
    measure.is_level = matches!(found.role, quantity::Role::Level | quantity::Role::Earlier)
        || (!by_words && tied && changing && matches!(case.as_ref(), "to" | "at" | "from"));
    measure.is_change = found.role == quantity::Role::Change
        || (!by_words && tied && changing && !measure.is_level && found.amount.direction != Direction::None);
    measure.basis = head.map(|head| basis(tree, head)).unwrap_or_default();
    measure
}

fn head(tree: Tree, found: &quantity::Found, top: usize, verb: Option<usize>) -> Option<usize> {
    let inside = tree.tokens_in(found.span);
    if let Some(head) = beside(tree, inside.start).or_else(|| assessed(tree, inside.start)) {
        return Some(head);
    }
    // "$79bn of loans": what the money is for stands behind it.
    if inside.end < tree.len() && tree.is(inside.end, "of") {
        let of = (inside.end + 1..tree.len())
            .find(|token| !matches!(tree.upos(*token), Upos::Det | Upos::Adj | Upos::Pron));
        let last = of.map(|of| {
            (of..tree.len()).take_while(|token| tree.upos(*token) == Upos::Noun).last().unwrap_or(of)
        });
        if let Some(noun) = last.filter(|token| tree.upos(*token) == Upos::Noun) {
            return Some(noun);
        }
    }
    let head = by_tree(tree, found, top, verb);
    head.filter(|head| matches!(tree.upos(*head), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj))
}

/// What the tree says where no neighbour does.
fn by_tree(tree: Tree, found: &quantity::Found, top: usize, verb: Option<usize>) -> Option<usize> {
    let above = tree.head(top);
    match (tree.relation(top), above) {
        // "a capacity of 55 bcm", "the $1tn programme", "halted supplies: 155 bcm".
        (
            Relation::Nmod
            | Relation::NmodUnmarked
            | Relation::NmodDesc
            | Relation::NmodPoss
            | Relation::Nummod
            | Relation::Compound
            | Relation::Amod
            | Relation::Appos
            | Relation::Parataxis,
            Some(above),
        ) if matches!(tree.upos(above), Upos::Noun | Upos::Propn) => Some(above),
        (
            Relation::Root
            | Relation::Ccomp
            | Relation::AclRelcl
            | Relation::Parataxis
            | Relation::Conj
            | Relation::Advcl,
            _,
        ) if tree.upos(top) != Upos::Verb => subject(tree, top).or_else(|| counted(tree, found)),
        // "12 people were killed" measures the killed, not people.
        (Relation::Nsubj | Relation::NsubjPass, Some(above))
            if tree.upos(above) == Upos::Verb
                && matches!(lexicon::verb_role(&tree.lemma(above)), "" | "assess" | "margin") =>
        {
            Some(above)
        }
        (Relation::Nsubj | Relation::NsubjPass, _) => Some(top),
        (Relation::Obj, Some(above)) => match lexicon::verb_role(&tree.lemma(above)) {
            "" | "assess" | "margin" => Some(above),
            _ => subject(tree, above).or(Some(above)),
        },
        _ => match verb {
            // "Norland sells 2 million barrels": a name is who, not what.
            Some(verb) => subject(tree, verb).filter(|subject| !is_name(tree, *subject)).or(Some(verb)),
            None => above.or(counted(tree, found)),
        },
    }
}

/// What rose or fell: the noun phrase left of the nearest word of rise or fall before the quantity, over what stands
/// between commas. Taggers miss "rose" and "imports", so the words decide and not the tree.
fn moved(tree: Tree, found: &quantity::Found, is_time: &dyn Fn(usize) -> bool) -> Option<usize> {
    let start = tree.tokens_in(found.span).start;
    let moves = |token: &usize| {
        let lemma = factcheck_syntax::lemma(tree.form(*token), Upos::Verb);
        matches!(lexicon::verb_role(&lemma), "rise" | "fall") || matches!(tree.form(*token), "up" | "down")
    };
    let word = (start.saturating_sub(12)..start).rev().find(moves)?;
    let mut at = word.checked_sub(1)?;
    let mut steps = 0;
    while steps < 40 {
        steps += 1;
        if tree.form(at) == "," {
            at = (0..at).rev().find(|token| tree.form(*token) == ",")?.checked_sub(1)?;
        } else if is_time(at) || matches!(tree.upos(at), Upos::Aux | Upos::Adv | Upos::Part) {
            at = at.checked_sub(1)?;
        } else {
            break;
        }
    }
    // "went up", "was down": the verb before the particle moves with it.
    if tree.upos(at) == Upos::Verb {
        if lexicon::is_nominal(tree.form(at)) {
            return Some(at);
        }
        at = at.checked_sub(1)?;
    }
    main_noun(tree, at)
}

/// The noun that stands right before the quantity in a pattern that no tree is needed for: "a capacity of 55",
/// "supplies to Europe of 155", "whose capacity is 55", "supplies: 155". Patterns of neighbours are surer than a tree.
fn beside(tree: Tree, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let ties = tree.is(before, "of")
        || tree.form(before) == ":"
        || matches!(tree.lower(before).as_ref(), "is" | "was" | "are" | "were");
    let noun = before.checked_sub(1).filter(|_| ties)?;
    main_noun(tree, noun)
}

/// What is put at the number: "put the crowd, mostly students, at 30,000". It stands right behind the verb, whatever
/// comes between it and the number.
fn assessed(tree: Tree, start: usize) -> Option<usize> {
    // "At about" is of the number already.
    let is_at = |token: &usize| tree.is(*token, "at");
    let at = Some(start).filter(is_at).or_else(|| start.checked_sub(1).filter(is_at))?;
    let assesses = |token: &usize| {
        let lemma = tree.lemma(*token);
        tree.upos(*token) == Upos::Verb && (lemma == "estimate" || lexicon::verb_role(&lemma) == "assess")
    };
    let verb = (at.saturating_sub(FARTHEST)..at).rev().find(assesses)?;
    let phrase = (verb + 1..at).take_while(|token| {
        matches!(tree.upos(*token), Upos::Det | Upos::Pron | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
    });
    phrase.last().filter(|noun| tree.upos(*noun) == Upos::Noun)
}

/// Words between a verb of assessing and the number.
const FARTHEST: usize = 20;

/// Whether a subject is a name; a common word at the beginning of a sentence is none, whatever its tag.
fn is_name(tree: Tree, token: usize) -> bool {
    let common = token == 0 && factcheck_syntax::wordnet::has(&tree.lower(token), Upos::Noun);
    tree.upos(token) == Upos::Propn && !common
}

/// The noun at `token`, or the one that it is a prepositional part of: "supplies" at "supplies to Europe".
fn main_noun(tree: Tree, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..6 {
        if !matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj) {
            return None;
        }
        // Back over the words of the phrase to its preposition, if it has one.
        let mut first = at;
        while first > 0 && matches!(tree.upos(first - 1), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj) {
            first -= 1;
        }
        let preposition = first.checked_sub(1).filter(|before| tree.upos(*before) == Upos::Adp);
        match preposition {
            Some(preposition)
                if preposition > 0 && matches!(tree.upos(preposition - 1), Upos::Noun | Upos::Propn) =>
            {
                at = preposition - 1;
            }
            _ => return (tree.upos(at) == Upos::Noun).then_some(at),
        }
    }
    None
}

/// The subject of a predicate; for a relative clause, the noun that it describes.
pub(super) fn subject(tree: Tree, predicate: usize) -> Option<usize> {
    let own = tree.child(predicate, &[Relation::Nsubj, Relation::NsubjPass]);
    if let Some(own) = own.filter(|own| tree.upos(*own) != Upos::Pron) {
        return Some(own);
    }
    let described = matches!(tree.relation(predicate), Relation::AclRelcl | Relation::Acl);
    let up = tree.head(predicate).filter(|_| described);
    if up.is_some() {
        return up;
    }
    // "is expected to rise", "rose and reached": the subject stands with the verb above.
    let shared = matches!(tree.relation(predicate), Relation::Xcomp | Relation::Conj);
    tree.head(predicate)
        .filter(|_| shared)
        .and_then(|above| tree.child(above, &[Relation::Nsubj, Relation::NsubjPass]))
        .or(own)
}

fn counted(tree: Tree, found: &quantity::Found) -> Option<usize> {
    found.head.filter(|head| tree.upos(*head) == Upos::Noun)
}

/// The lemmas of a head with its nouns and adjectives before it; for a counted noun the unit itself.
fn phrase(tree: Tree, head: usize, found: &quantity::Found) -> String {
    let inside = tree.tokens_in(found.span);
    if inside.contains(&head) {
        return tree.lemma(head).into_owned();
    }
    let mut words: Vec<(usize, &str)> = tree
        .children(head)
        .filter(|child| {
            *child < head
                && !inside.contains(child)
                && matches!(tree.relation(*child), Relation::Compound | Relation::Amod)
                && tree.upos(*child) != Upos::Num
        })
        .map(|child| (child, tree.base(child)))
        .collect();
    // "imports of Russian gas" is "gas import".
    let of = tree.children(head).find(|child| {
        *child > head
            && tree.relation(*child) == Relation::Nmod
            && tree.case(*child).as_deref() == Some("of")
            && tree.upos(*child) == Upos::Noun
            && !inside.contains(child)
    });
    if let Some(of) = of {
        words.push((head.saturating_sub(1), tree.base(of)));
    }
    words.push((head, tree.base(head)));
    words.sort_unstable();
    words.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

/// Words that set a figure apart from others of its measure.
const BASES: [&str; 12] = [
    "adjusted",
    "annualized",
    "annualised",
    "core",
    "cumulative",
    "gross",
    "net",
    "nominal",
    "preliminary",
    "real",
    "seasonally",
    "underlying",
];

fn basis(tree: Tree, head: usize) -> Vec<String> {
    let mut found: Vec<String> = tree
        .children(head)
        .map(|child| tree.small(child))
        .filter(|word| BASES.contains(word))
        .map(str::to_owned)
        .collect();
    found.sort();
    found
}
