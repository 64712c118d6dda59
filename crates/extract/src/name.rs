//! Finding names by their form: runs of proper nouns. Knows no name; titles are a table.

use std::ops::Range;

use factcheck_syntax::{Relation, Upos, Xpos, wordnet, wordnet::Lexname};

use crate::{lexicon, tree::Tree};

/// A name as it stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    /// Its tokens, without the title.
    pub(crate) tokens: Range<usize>,
    /// Whether a title or a noun for a person stands with it.
    pub(crate) person: bool,
    /// The common noun that goes with it: "president" in "President Vladimir Putin".
    pub(crate) noun: Option<&'a str>,
}

/// The names of a sentence, in order. `taken` says which tokens are dates or numbers.
pub(crate) fn names(tree: Tree<'_>, taken: impl Fn(usize) -> bool) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < tree.len() {
        if !starts_name(tree, at) || taken(at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < tree.len() && !taken(end) {
            if continues_name(tree, end) {
                end += 1;
            } else if joins_name(tree, at..end, end) || joins_owners(tree, end) {
                end += 2;
            } else {
                break;
            }
        }
        // "Power of Siberia 2": a number that belongs to the name and counts nothing.
        if end < tree.len() && ends_with_number(tree, end) {
            end += 1;
        } else if end + 1 < tree.len() && tree.is(end, "-") && ends_with_number(tree, end + 1) {
            end += 2;
        }
        let start = extended(tree, at, &taken, names.last().map_or(0, |name: &Name| name.tokens.end));
        names.extend(without_title(tree, start..end));
        at = end;
    }
    names
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A proper noun, or inside a sentence any noun with a capital: taggers miss names made of common words.
fn starts_name(tree: Tree, token: usize) -> bool {
    let capital = is_capitalised(tree.form(token));
    capital && (tree.upos(token) == Upos::Propn || (tree.upos(token) == Upos::Noun && is_inside(tree, token)))
}

/// Whether a capital here is not just that of a sentence's first word.
fn is_inside(tree: Tree, token: usize) -> bool {
    token > 0 && !matches!(tree.form(token - 1), "“" | "\"" | "‘" | "'" | ":" | "." | "—" | "–" | "(")
}

fn continues_name(tree: Tree, token: usize) -> bool {
    let form = tree.form(token);
    starts_name(tree, token)
        // "Jong-un", "Trans-Atlantic": the part after the hyphen may be small.
        || (form == "-" && token + 1 < tree.len() && tree.upos(token + 1) == Upos::Propn)
        || (tree.upos(token) == Upos::Propn && token > 0 && tree.form(token - 1) == "-")
}

/// "Bank of England", but not "Joko Widodo of Indonesia": before "of" stands one common noun.
fn joins_name(tree: Tree, name: Range<usize>, token: usize) -> bool {
    tree.is(token, "of")
        && name.len() == 1
        && token + 1 < tree.len()
        && starts_name(tree, token + 1)
        && is_institution(tree, token - 1)
}

/// "Teachers' Union", "People's Party": the owners are several, and behind them stands the common noun that the name
/// goes on with. Of one owner there are two names, "Norway's Equinor", and so where a person follows.
fn joins_owners(tree: Tree, token: usize) -> bool {
    tree.xpos(token) == Xpos::Pos
        && matches!(tree.xpos(token - 1), Xpos::Nns | Xpos::Nnps)
        && token + 1 < tree.len()
        && starts_name(tree, token + 1)
        && is_institution(tree, token + 1)
}

/// A capitalised common noun that can head a name with "of": no person, no place, no title.
fn is_institution(tree: Tree, token: usize) -> bool {
    let lower = tree.lower(token);
    let kind = wordnet::lexnames(&lower, Upos::Noun).next();
    is_capitalised(tree.form(token))
        && kind.is_some_and(|kind| !matches!(kind, Lexname::NounPerson | Lexname::NounLocation))
        && !lexicon::is_title(&lower)
}

/// Whether a first word before a name is part of it: a noun that is no person noun ("Analyst Brandt") and, in
/// `WordNet`, first of all no common thing.
fn is_given_name(tree: Tree, token: usize) -> bool {
    let lower = tree.lower(token);
    let kind = wordnet::lexnames(&lower, Upos::Noun).next();
    let common = wordnet::has(&lower, Upos::Adj)
        || wordnet::has(&lower, Upos::Verb)
        || wordnet::has(&lower, Upos::Adv);
    matches!(tree.upos(token), Upos::Noun | Upos::X | Upos::Adj | Upos::Intj)
        && !common
        && kind.is_none_or(|kind| kind == Lexname::NounSubstance)
}

/// Where a name really begins: taggers call the first words of "International Criminal Court", "Power of Siberia"
/// and rare given names adjectives or nouns, but their capitals inside a sentence tell.
fn extended(tree: Tree, start: usize, taken: impl Fn(usize) -> bool, floor: usize) -> usize {
    let mut at = start;
    while at > floor && !lexicon::is_title(&tree.lower(at)) {
        let before = at - 1;
        // A first word has its capital anyway: there only what is no known common word belongs to the name.
        let inside = is_inside(tree, before) || (before == 0 && is_given_name(tree, before));
        let plain = matches!(tree.upos(before), Upos::Adj | Upos::Noun | Upos::X | Upos::Adv | Upos::Intj);
        if inside && plain && is_capitalised(tree.form(before)) && !taken(before) {
            at = before;
        } else if before > floor + 1
            && tree.is(before, "of")
            && at == start
            && is_institution(tree, before - 1)
            && before > 1
        {
            at = before - 1;
        } else {
            break;
        }
    }
    at
}

fn ends_with_number(tree: Tree, token: usize) -> bool {
    let form = tree.form(token);
    form.len() <= 3 && form.bytes().all(|byte| byte.is_ascii_digit()) && !counts_next(tree, token)
}

/// Whether a number counts what follows it. A number above one before a singular noun does not: "Northern Line 2 gas
/// pipeline".
fn counts_next(tree: Tree, number: usize) -> bool {
    let next = number + 1;
    if next >= tree.len() {
        return false;
    }
    match tree.upos(next) {
        Upos::Noun => {
            let last =
                (next..tree.len()).take_while(|token| tree.upos(*token) == Upos::Noun).last().unwrap_or(next);
            tree.sentence.tags[last].is_plural() || tree.form(number) == "1"
        }
        Upos::Adj | Upos::Sym | Upos::Num => true,
        _ => false,
    }
}

fn without_title(tree: Tree<'_>, tokens: Range<usize>) -> Option<Name<'_>> {
    let mut start = tokens.start;
    let mut noun = None;
    while start < tokens.end && lexicon::is_title(&tree.lower(start)) {
        noun = Some(tree.small(start).trim_end_matches('.'));
        start += 1;
    }
    let titled = start > tokens.start;
    if start == tokens.end {
        return None;
    }
    let tokens = start..tokens.end;
    let person_noun = person_noun(tree, &tokens);
    let person =
        titled || person_noun.is_some() || is_who(tree, tokens.end) || reads_as_person(tree, &tokens);
    let noun = person_noun.or(noun).or_else(|| thing_noun(tree, &tokens));
    Some(Name { tokens, person, noun })
}

/// "Ada Brandt, who ...": only persons are a who.
fn is_who(tree: Tree, end: usize) -> bool {
    let at = if end < tree.len() && tree.form(end) == "," { end + 1 } else { end };
    at < tree.len() && matches!(tree.lower(at).as_ref(), "who" | "whom")
}

/// Two or three names of which the last is no common noun and no place, without an article or a preposition of place
/// before: "Xi Jinping", but not "European Union", "the Rolling Stones" or "in Sri Lanka".
fn reads_as_person(tree: Tree, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|token| is_capitalised(tree.form(*token)));
    if !(2..=3).contains(&words().count()) {
        return false;
    }
    let alphabetic = |token: &usize| tree.form(*token).chars().all(|c| c.is_alphabetic() || c == '.');
    let Some(last) = words().next_back() else { return false };
    let lower = tree.lower(last);
    let kind = wordnet::lexnames(&lower, Upos::Noun).next();
    let placed = tokens.start.checked_sub(1).is_some_and(|before| {
        matches!(tree.lower(before).as_ref(), "the" | "a" | "an" | "in" | "at" | "into" | "across" | "near")
    });
    words().all(|token| alphabetic(&token))
        && tree.form(last).chars().any(char::is_lowercase)
        && kind.is_none_or(|kind| kind == Lexname::NounPerson)
        && !placed
}

/// The noun for the kind of thing that the name is of: "pipeline" in "the Northern Line 2 gas pipeline" and in
/// "Northern Line 2, a gas pipeline".
fn thing_noun<'a>(tree: Tree<'a>, tokens: &Range<usize>) -> Option<&'a str> {
    let noun = |token: usize| token < tree.len() && tree.upos(token) == Upos::Noun;
    let mut at = tokens.end;
    if noun(at) {
        while noun(at + 1) {
            at += 1;
        }
        return Some(tree.base(at));
    }
    let described =
        at + 1 < tree.len() && tree.form(at) == "," && matches!(tree.lower(at + 1).as_ref(), "a" | "an");
    at += 2;
    while described && at < tree.len() && matches!(tree.upos(at), Upos::Adj | Upos::Adv) {
        at += 1;
    }
    if !described || !noun(at) {
        return None;
    }
    while noun(at + 1) {
        at += 1;
    }
    Some(tree.base(at))
}

/// The noun for a person that describes the name: "leader" in "Chinese leader Xi Jinping" or "Xi, the leader".
fn person_noun<'a>(tree: Tree<'a>, tokens: &Range<usize>) -> Option<&'a str> {
    let is_person = |token: usize| {
        tree.upos(token) == Upos::Noun
            && lexicon::is_person_noun(&tree.lemma(token))
            && !tokens.contains(&token)
    };
    let before = tokens.start.checked_sub(1).filter(|token| is_person(*token));
    let tied = || {
        let top =
            tokens.clone().find(|token| tree.head(*token).is_none_or(|head| !tokens.contains(&head)))?;
        let above = tree.head(top).filter(|head| {
            matches!(tree.relation(top), Relation::Appos | Relation::Flat | Relation::Nmod)
                && is_person(*head)
                && tree.case(top).is_none()
        });
        above.or_else(|| {
            tree.children(top).find(|child| tree.relation(*child) == Relation::Appos && is_person(*child))
        })
    };
    before.or_else(tied).map(|token| tree.base(token))
}
