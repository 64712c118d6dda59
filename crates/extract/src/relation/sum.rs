//! "12 in Ravel and 15 in Tarn, a total of 27", "24 people, including 12 children": parts and their whole.

use std::ops::Range as Tokens;

use factcheck_core::{
    claim::Kind,
    range::Range,
    relation::RelationType,
    span::Span,
    unit::{Scale, Unit},
};

use factcheck_syntax::Upos;

use crate::{
    claim::{Built, is_person},
    document::{Document, Parsed},
    relation::Draft,
    tree::Tree,
};

/// Tokens between two parts of one list, and between a list and its whole.
const APART: usize = 9;

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, claims: &[&Built], drafts: &mut Vec<Draft>) {
    if claims.len() < 2 {
        return;
    }
    let parsed = &document.sentences[index];
    let row = Row { tree: document.tree(parsed), parsed, claims };
    for (at, whole) in claims.iter().enumerate() {
        let (parts, is_open) = match row.summed(at) {
            parts if parts.len() > 1 => (parts, false),
            _ => match row.listed(at) {
                parts if parts.len() > 1 => (parts, false),
                _ => (row.included(at), true),
            },
        };
        drafts.extend(parts.iter().map(|part| Draft {
            relation_type: RelationType::PartOf,
            from: part.claim.id.clone(),
            to: whole.claim.id.clone(),
            amount: Range::ALL,
            unit: Unit::default(),
            soft: is_open,
            span: row.span(part, whole),
            sentence: index,
        }));
    }
}

/// The numbers of a sentence in their order.
struct Row<'a> {
    tree: Tree<'a>,
    parsed: &'a Parsed,
    claims: &'a [&'a Built],
}

impl<'a> Row<'a> {
    fn tokens(&self, built: &Built) -> Tokens<usize> {
        self.tree.tokens_in(self.parsed.quantities[built.quantity].span)
    }

    fn span(&self, one: &Built, other: &Built) -> Span {
        let spans = [one, other].map(|built| self.parsed.quantities[built.quantity].span);
        Span { start: spans[0].start.min(spans[1].start), end: spans[0].end.max(spans[1].end) }
    }

    /// The tokens between two neighbours.
    fn gap(&self, first: &Built, second: &Built) -> Tokens<usize> {
        let (first, second) = (self.tokens(first), self.tokens(second));
        first.end..second.start.max(first.end)
    }

    fn has(&self, mut tokens: Tokens<usize>, words: &[&str]) -> bool {
        tokens.any(|token| words.contains(&self.tree.lower(token).as_ref()))
    }

    /// Whether two neighbours are parts of one list: of one sort, and only names and phrases between them.
    fn goes_on(&self, first: &Built, second: &Built) -> bool {
        let gap = self.gap(first, second);
        gap.len() <= APART
            && first.quantity != second.quantity
            && self.has(gap.clone(), &[",", "and", "plus"])
            && !self
                .has(gap, &[";", ":", "(", ")", "but", "while", "to", "from", "than", "or", "as", "compared"])
            && is_one_sort(first, second)
    }

    /// The parts before a sum: "12 in Ravel and 15 in Tarn, for a total of 27", "... 27 in all".
    fn summed(&self, at: usize) -> Vec<&'a Built> {
        let whole = self.claims[at];
        let own = self.tokens(whole);
        let before = own.start.saturating_sub(3)..own.start;
        let behind = own.end..self.tree.len().min(own.end + 2);
        let told = (self.has(before.clone(), &["total"]) && self.has(before, &["of", "to"]))
            || self.has(behind.clone(), &["altogether", "combined"])
            || (self.has(behind.clone(), &["in"]) && self.has(behind, &["all", "total"]));
        let Some(last) = at.checked_sub(1).map(|last| self.claims[last]).filter(|_| told) else {
            return Vec::new();
        };
        let gap = self.gap(last, whole);
        let near = gap.len() <= APART && self.has(gap, &[",", "–", "—", ":"]) && is_one_sort(last, whole);
        let mut first = at - 1;
        while near && first > 0 && self.goes_on(self.claims[first - 1], self.claims[first]) {
            first -= 1;
        }
        if near { self.claims[first..at].to_vec() } else { Vec::new() }
    }

    /// The parts that a dash, a colon or a bracket lists behind the whole: "27 homes: 12 in Ravel and 15 in Tarn".
    fn listed(&self, at: usize) -> Vec<&'a Built> {
        let whole = self.claims[at];
        let Some(first) = self.claims.get(at + 1) else { return Vec::new() };
        let gap = self.gap(whole, first);
        let opens = gap
            .end
            .checked_sub(1)
            .filter(|last| gap.contains(last))
            .is_some_and(|last| matches!(self.tree.form(last), ":" | "–" | "—" | "--" | "("));
        if gap.len() > APART || !opens || !is_one_sort(whole, first) {
            return Vec::new();
        }
        let parts = self.run(at + 1);
        // A list that is all there is ends with "and".
        let ends = parts.windows(2).last().is_some_and(|pair| self.has(self.gap(pair[0], pair[1]), &["and"]));
        if ends { parts } else { Vec::new() }
    }

    /// The parts that are singled out of a whole: "24 people, including 12 children", "24 killed, 12 of them children".
    fn included(&self, at: usize) -> Vec<&'a Built> {
        let whole = self.claims[at];
        let Some(first) = self.claims.get(at + 1) else { return Vec::new() };
        let gap = self.gap(whole, first);
        let own = self.tokens(first);
        let behind = own.start..self.tree.len().min(own.end + 2);
        let points = |tokens: Tokens<usize>| {
            self.has(tokens.clone(), &["of", "among"]) && self.has(tokens, &["whom", "which", "them"])
        };
        let near = gap.start.max(gap.end.saturating_sub(3))..gap.end;
        let cue =
            self.has(near.clone(), &["including"]) || points(near) || (gap.len() <= 3 && points(behind));
        let fits = gap.len() <= APART && cue && is_one_sort(whole, first) && !self.is_of_a_noun(whole);
        if fits { self.run(at + 1) } else { Vec::new() }
    }

    /// "Observers from eight countries, 500 of them": what hangs on a noun by a preposition need not be what is meant.
    fn is_of_a_noun(&self, whole: &Built) -> bool {
        let start = self.tokens(whole).start;
        let upos = |back: usize| start.checked_sub(back).map(|token| self.tree.upos(token));
        upos(1) == Some(Upos::Adp) && upos(2) == Some(Upos::Noun)
    }

    /// The list that begins with the claim at `from`.
    fn run(&self, from: usize) -> Vec<&'a Built> {
        let mut end = from + 1;
        while end < self.claims.len() && self.goes_on(self.claims[end - 1], self.claims[end]) {
            end += 1;
        }
        self.claims[from..end].to_vec()
    }
}

/// Whether two numbers can be added up: of one unit, or of persons, or a count and a number that leaves out what it
/// counts; no shares, ages or lengths of time, and no change beside a level.
fn is_one_sort(a: &Built, b: &Built) -> bool {
    let (x, y) = (&a.claim.amount.unit, &b.claim.amount.unit);
    let is_change = |built: &Built| built.claim.claim_kind == Kind::Change;
    let is_plain = |built: &Built| built.claim.amount.value.is_some();
    let elliptic = |one: &Unit, other: &Unit| one.name.is_empty() && other.code.is_none();
    is_plain(a)
        && is_plain(b)
        && is_change(a) == is_change(b)
        && adds_up(x)
        && adds_up(y)
        && (x == y || is_person(x) && is_person(y) || elliptic(x, y) || elliptic(y, x))
}

/// Whether amounts of the unit can be added up.
fn adds_up(unit: &Unit) -> bool {
    let never =
        |scale: Scale| matches!(&*scale.dimension, "share" | "time" | "age" | "temperature" | "magnitude");
    !unit.scale().is_some_and(never) && !unit.name.contains(" per ")
}
