//! What stands right around a quantity: the words that it is tied to, the names beside it, which part is counted, and
//! the measure that all of this tells. Neighbours are surer than a tree, so the words of the clause decide here.
//!
//! Sees one sentence; compares nothing.

use std::{borrow::Cow, ops::Range};

use factcheck_core::{
    measure::{self, Measure as Known},
    quantity::Amount,
    span::Span,
    unit::Unit,
};
use factcheck_syntax::Upos;
use rust_decimal::Decimal;

use crate::{
    cast::Cast,
    claim::{
        basis::{basis, converted, is_difference},
        scope::scope,
    },
    document::Parsed,
    lexicon, quantity,
    tree::Tree,
};

/// Tokens before and behind a quantity that its clause may reach.
const BEFORE: usize = 10;
/// Tokens behind.
const BEHIND: usize = 11;

/// The surroundings of one quantity.
#[derive(Debug, Default)]
pub(crate) struct Frame {
    /// Name of the measure's row, "" for none.
    pub(crate) class: String,
    /// Lemmas of the words that the quantity is tied to, sorted.
    pub(crate) near: Vec<String>,
    /// Names beside it, sorted.
    pub(crate) names: Vec<String>,
    /// Lemma of the nearest verb, "" for none.
    pub(crate) verb: String,
    /// The name right behind, "" for none.
    pub(crate) anchor: String,
    /// Which part is counted, sorted.
    pub(crate) scope: Vec<String>,
    /// What sets the figure apart from others of its measure, sorted.
    pub(crate) basis: Vec<String>,
}

impl Frame {
    /// Makes it what somebody asks for, unless it is known what for: a fine, a wage.
    pub(crate) fn ask(&mut self, asker: &str) {
        if self.class.is_empty() {
            "demand".clone_into(&mut self.class);
        }
        self.name(asker);
        self.basis.push("asked".to_owned());
        self.basis.sort();
        self.basis.dedup();
    }

    /// Adds the name of whose it is, however far from the number it stands.
    pub(crate) fn name(&mut self, name: &str) {
        if !name.is_empty() {
            self.names.push(name.to_owned());
            self.names.sort();
            self.names.dedup();
        }
    }

    /// Adds the words of the measure, however far from the number they stand.
    pub(crate) fn tell(&mut self, measure: &str) {
        let words = measure.split(' ').filter(|word| word.len() > 1);
        self.near.extend(words.map(str::to_lowercase));
        self.near.sort();
        self.near.dedup();
    }
}

/// Reads the surroundings of the quantity at `position` of the sentence.
pub(crate) fn frame(
    tree: Tree,
    cast: &Cast,
    sentence: usize,
    parsed: &Parsed,
    position: usize,
    ties: &[Option<usize>],
) -> Frame {
    let base = base(tree, parsed, position);
    let found = &parsed.quantities[base];
    let clause = clause(tree, parsed, base);
    let own = number(tree, found);
    let around = || clause.clone().filter(|token| !own.contains(token) && !is_of_scale(tree, *token));
    let names = around().filter_map(|token| cast.named_at(sentence, token)).map(|entity| cast.name(entity));
    let near = around()
        .filter(|token| is_content(tree, *token) && !is_time(tree, parsed, *token))
        .map(|token| word(tree, token))
        .filter(|word| word.chars().any(char::is_alphabetic));
    Frame {
        class: class(tree, &clause, &own, ties, &found.amount).map_or("", |row| row.name).to_owned(),
        near: sorted(near),
        names: sorted(names),
        verb: verb(tree, &clause, &own, ties).unwrap_or_default(),
        anchor: anchor(tree, cast, sentence, &clause, found).unwrap_or_default(),
        scope: scope(tree, found, &clause),
        basis: match base == position {
            true if is_difference(tree, found) => vec!["difference".to_owned()],
            true => basis(tree, &clause, &own),
            false => converted(parsed, position),
        },
    }
}

/// The words in order, each once.
fn sorted<T: Ord + Into<String>>(words: impl Iterator<Item = T>) -> Vec<String> {
    let mut words: Vec<T> = words.collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(Into::into).collect()
}

/// "The Richter scale" is part of the number, and names nobody.
fn is_of_scale(tree: Tree, token: usize) -> bool {
    let named =
        |name: usize| tree.upos(name) == Upos::Propn && name + 1 < tree.len() && tree.is(name + 1, "scale");
    named(token) || token.checked_sub(1).is_some_and(named)
}

/// The quantity that another one in brackets only repeats in another unit: "60 metres (200 feet)".
pub(crate) fn base(tree: Tree, parsed: &Parsed, position: usize) -> usize {
    let Some(before) = position.checked_sub(1) else { return position };
    let spans = [before, position].map(|at| tree.tokens_in(parsed.quantities[at].span));
    let opened = spans[1].start.checked_sub(1).is_some_and(|token| tree.form(token) == "(");
    let close = opened && spans[1].start <= spans[0].end + 2;
    let closed = tree.form(spans[1].end) == ")";
    if close && closed { before } else { position }
}

/// The clause around a quantity, as far as no other quantity and no new clause begins.
fn clause(tree: Tree, parsed: &Parsed, position: usize) -> Range<usize> {
    let own = tree.tokens_in(parsed.quantities[position].span);
    // "A 24-hour strike", "36-year-old": a number in a hyphened word begins nothing.
    let counted = |token: usize| {
        let span = tree.span(token..token + 1);
        !is_hyphened(tree, token)
            && parsed
                .quantities
                .iter()
                .any(|other| other.span.overlaps(span) && !tree.tokens_in(other.span).eq(own.clone()))
    };
    let mut start = own.start;
    while start > 0 && own.start - start < BEFORE && !is_border(tree, start - 1) && !counted(start - 1) {
        start -= 1;
    }
    // What stands between two numbers belongs to the nearer one, on its side of a comma.
    if start > 0 && counted(start - 1) {
        let comma = (start..own.start).find(|token| tree.form(*token) == ",");
        let and = own.start.checked_sub(1).filter(|token| tree.is(*token, "and"));
        start = comma.or(and).map_or(start, |token| token + 1);
    }
    let mut end = own.end;
    let mut met = false;
    while end < tree.len() && end - own.end < BEHIND && !is_border(tree, end) {
        if tree.form(end) == "(" {
            let Some(close) = (end..tree.len().min(end + 12)).find(|token| tree.form(*token) == ")") else {
                break;
            };
            end = close;
        } else if counted(end) {
            met = true;
            break;
        }
        end += 1;
    }
    if met {
        let comma = (own.end..end).rev().find(|token| tree.form(*token) == ",");
        let and = end.checked_sub(1).filter(|token| tree.is(*token, "and"));
        end = comma.or(and).unwrap_or(end);
    }
    unattributed(tree, own, start..end.min(tree.len()))
}

/// Whether the token is part of "24-hour", whole or cut into its parts.
fn is_hyphened(tree: Tree, token: usize) -> bool {
    let hyphen = |at: Option<usize>| at.is_some_and(|at| tree.form(at) == "-");
    tree.form(token).contains('-') || hyphen(Some(token + 1)) || hyphen(token.checked_sub(1))
}

/// The clause without who says it: "the Labor Department said that ...", "..., the police said", "according to ...".
fn unattributed(tree: Tree, own: Range<usize>, clause: Range<usize>) -> Range<usize> {
    let reports =
        |token: usize| tree.upos(token) == Upos::Verb && lexicon::verb_role(&tree.lemma(token)) == "report";
    let said = (clause.start..own.start).rev().find(|token| reports(*token));
    let start = said.map_or(clause.start, |verb| {
        let that = (verb..own.start).find(|token| tree.is(*token, "that"));
        that.unwrap_or(verb) + 1
    });
    let behind = own.end..clause.end;
    let according = behind.clone().find(|token| tree.is(*token, "according"));
    let tail = behind
        .clone()
        .find(|token| tree.form(*token) == "," && (token + 1..clause.end.min(token + 8)).any(reports));
    let end = [according, tail].into_iter().flatten().min().unwrap_or(clause.end);
    start..end
}

fn is_border(tree: Tree, token: usize) -> bool {
    matches!(tree.form(token), ";" | ":" | "—" | "–" | "--")
        || matches!(tree.lower(token).as_ref(), "while" | "but" | "whereas" | "although" | "though")
}

/// The tokens of the number with its hedges; a counted noun is no part of them, a unit of the table is.
fn number(tree: Tree, found: &quantity::Found) -> Range<usize> {
    let unit = &found.amount.unit;
    let scale = unit.scale();
    let counts = unit.code.is_none()
        && !unit.name.is_empty()
        && scale.is_none_or(|scale| scale.dimension.starts_with("count"));
    let all = tree.tokens_in(found.span);
    if counts { all.start..tree.tokens_in(found.number).end } else { all }
}

fn is_time(tree: Tree, parsed: &Parsed, token: usize) -> bool {
    let span: Span = tree.span(token..token + 1);
    parsed.times.iter().any(|time| time.span.overlaps(span))
}

fn is_content(tree: Tree, token: usize) -> bool {
    let form = tree.form(token);
    let capital = || token > 0 && form.starts_with(char::is_uppercase);
    let cue = || !measure::of_cue(tree.small(token), 'a').is_empty();
    let content = match tree.upos(token) {
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => true,
        Upos::Verb => !matches!(lexicon::verb_role(tree.base(token)), "report" | "light"),
        Upos::Det | Upos::Pron | Upos::Adp => false,
        _ => capital() || cue(),
    };
    content && form.len() > 1
}

/// One form for all forms of a word, whatever the tagger took it for: "fall" for "falling" and "fell".
fn word(tree: Tree<'_>, token: usize) -> Cow<'_, str> {
    let form = tree.form(token);
    match tree.upos(token) {
        Upos::Adj if form.ends_with("ed") => lower_lemma(form, Upos::Verb),
        _ => tree.lower_lemma(token),
    }
}

/// What a word would be if it were of that class.
fn lower_lemma(form: &str, upos: Upos) -> Cow<'_, str> {
    let lemma = factcheck_syntax::lemma(form, upos);
    // Those of ASCII are in lower case.
    if lemma.is_ascii() { lemma } else { Cow::Owned(lemma.to_lowercase()) }
}

/// The row of the measures' table that the nearest of its words tells; the words of the unit and those that the tree
/// ties come first.
fn class(
    tree: Tree,
    clause: &Range<usize>,
    own: &Range<usize>,
    ties: &[Option<usize>],
    amount: &Amount,
) -> Option<&'static Known> {
    let unit = &amount.unit;
    let single = |row: &&'static Known| row.name == "age";
    if unit.scale().is_some_and(|scale| scale.dimension == "age") {
        return measure::all().iter().find(single);
    }
    if unit.name == "magnitude" {
        return measure::named("magnitude");
    }
    // "No casualties" are no dead.
    if unit.name == "casualty" {
        return measure::named("death");
    }
    // Persons are killed and things are damaged, whatever word stands nearer.
    let persons = is_person(unit);
    let fits = |row: &&Known| {
        row.allows(unit)
            && (unit.name.is_empty() || row.persons.is_none_or(|wanted| wanted == persons))
            && (row.name != "magnitude" || amount.value.is_none_or(|value| value < STRONGEST))
    };
    let mut best: Option<(usize, &'static Known)> = None;
    for token in clause.clone().filter(|token| !own.contains(token)) {
        // The distance costs less than the rows, and most words are too far away.
        let distance = distance(tree, token, own, ties);
        if distance <= 24
            && best.is_none_or(|(least, _)| distance < least)
            && let Some(row) = rows(tree, token).find(fits)
        {
            best = Some((distance, row));
        }
    }
    best.map(|(_, row)| row).or_else(|| measured(tree, own, unit))
}

/// No quake had a magnitude of so much ("the earthquake killed 14").
const STRONGEST: Decimal = Decimal::TEN;

/// "Two quakes, measuring 7.6 and 7.4": a number without a unit that a verb of measuring gives to the noun before it.
fn measured(tree: Tree, own: &Range<usize>, unit: &Unit) -> Option<&'static Known> {
    let measures = |token: &usize| {
        let verb = factcheck_syntax::lemma(tree.form(*token), Upos::Verb);
        matches!(verb.as_ref(), "measure" | "register" | "record")
    };
    let joins =
        |token: &usize| tree.upos(*token) == Upos::Num || matches!(tree.form(*token), "," | "and" | "or");
    let verb = (own.start.saturating_sub(6)..own.start).rev().find(|token| !joins(token)).filter(measures)?;
    let noun = (verb.saturating_sub(5)..verb).rev().find(|token| tree.upos(*token) == Upos::Noun)?;
    rows(tree, noun).find(|row| unit.name.is_empty() && row.allows(unit) && !row.is_count())
}

/// Whether a unit counts persons, or what happens to them ("death").
pub(crate) fn is_person(unit: &Unit) -> bool {
    let last = unit.name.rsplit(' ').next().unwrap_or_default();
    unit.name == "people"
        || lexicon::is_person_noun(last)
        || unit.scale().is_some_and(|scale| scale.dimension == "count:person")
        || measure::of_cue(last, 'n').iter().any(|row| row.persons == Some(true))
}

/// The measures that a token tells of.
pub(crate) fn rows(tree: Tree, token: usize) -> impl Iterator<Item = &'static Known> {
    let (form, upos) = (tree.form(token), tree.upos(token));
    let is_noun = matches!(upos, Upos::Noun | Upos::Propn);
    let before = token.checked_sub(1).map(|before| tree.lower(before)).unwrap_or_default();
    let begins = measure::begins_cue(&before);
    let noun = match upos {
        Upos::Noun => tree.lower_lemma(token),
        _ if is_noun || begins => lower_lemma(form, Upos::Noun),
        _ => Cow::default(),
    };
    let as_pair = begins.then(|| measure::of_cue(&format!("{before} {noun}"), 'n'));
    let as_verb = match upos {
        Upos::Verb => Some(measure::of_cue(&tree.lower_lemma(token), 'v')),
        Upos::Adj => Some(measure::of_cue(&lower_lemma(form, Upos::Verb), 'v')),
        _ => None,
    };
    let as_noun = is_noun.then(|| measure::of_cue(&noun, 'n'));
    let other = (upos != Upos::Verb).then(|| measure::of_cue(&tree.lower(token), 'a'));
    [as_pair, as_noun, as_verb, other].into_iter().flatten().flatten().copied()
}

/// How far a word stands from the number; each border of a phrase between counts more, a tie of the tree less.
fn distance(tree: Tree, token: usize, own: &Range<usize>, ties: &[Option<usize>]) -> usize {
    let (gap, between) = if token < own.start {
        (own.start - token, token + 1..own.start)
    } else {
        (token + 1 - own.end, own.end..token)
    };
    let breaks = between
        .filter(|at| {
            matches!(tree.form(*at), "," | "(") || matches!(tree.lower(*at).as_ref(), "and" | "or" | "as")
        })
        .count();
    let bound = ties.contains(&Some(token));
    // What is counted tells more than what stands beside it; but of "13 protesters were arrested" the noun only says who.
    let counted = token >= own.end && token - own.end <= 1 && tree.upos(token) == Upos::Noun;
    let who = counted && lexicon::is_person_noun(&tree.lemma(token));
    let far = gap * 2 + breaks * 5 + if who { 9 } else { 4 };
    far.saturating_sub(if bound { 4 } else { 0 } + if counted && !who { 3 } else { 0 })
}

/// The nearest verb of the clause that says what happens: none that only reports, and no auxiliary.
fn verb(tree: Tree, clause: &Range<usize>, own: &Range<usize>, ties: &[Option<usize>]) -> Option<String> {
    let tells = |token: &usize| {
        let form = tree.form(*token);
        let participle = tree.upos(*token) == Upos::Adj && form.ends_with("ed");
        !own.contains(token)
            && (tree.upos(*token) == Upos::Verb || participle)
            && !matches!(lexicon::verb_role(&word(tree, *token)), "report" | "light")
    };
    let nearest = clause.clone().filter(tells).min_by_key(|token| distance(tree, *token, own, ties));
    nearest.map(|token| word(tree, token).into_owned())
}

/// The name that a preposition or nothing at all ties behind the quantity, before a comma.
fn anchor(
    tree: Tree,
    cast: &Cast,
    sentence: usize,
    clause: &Range<usize>,
    found: &quantity::Found,
) -> Option<String> {
    let own = tree.tokens_in(found.span);
    (own.end..clause.end.min(own.end + 8))
        .take_while(|token| !matches!(tree.form(*token), "," | "\"" | "”" | "."))
        .find_map(|token| cast.named_at(sentence, token))
        .map(|entity| cast.name(entity).to_owned())
}
