//! What sets a figure apart from others of its measure: that it is a difference, a sum converted, a record, a core rate.
//!
//! Sees one sentence; the words are those of `bases.csv`.

use std::ops::Range;

use factcheck_syntax::{Upos, Xpos};

use crate::{claim::tables, document::Parsed, lexicon, quantity, tree::Tree};

/// A sum in brackets is converted from the one before them, at whatever rate.
pub(super) fn converted(parsed: &Parsed, position: usize) -> Vec<String> {
    let unit = &parsed.quantities[position].amount.unit;
    let is_money = unit.code.as_deref().is_some_and(|code| code.len() == 3) || unit.name.ends_with("dollar");
    if is_money { vec!["converted".to_owned()] } else { Vec::new() }
}

/// Whether the number tells how much longer, older or dearer something is than something else: "three metres longer",
/// "shortens the way by 95 minutes", "five points behind the leaders", "beat them by five points".
pub(super) fn is_difference(tree: Tree, found: &quantity::Found) -> bool {
    let own = tree.tokens_in(found.span);
    let next = own.end;
    let by = own.start.checked_sub(1).is_some_and(|before| tree.is(before, "by"));
    if by && found.amount.unit.scale().is_some_and(|scale| scale.dimension == "time") {
        return true;
    }
    if is_apart(tree, found, next) || by && is_margin(tree, own.start) {
        return true;
    }
    let comparative = next < tree.len() && matches!(tree.sentence.tags[next].xpos, Xpos::Jjr | Xpos::Rbr);
    comparative && !matches!(tree.lower(next).as_ref(), "earlier" | "later" | "more" | "less")
}

/// "Five points behind", "two minutes ahead of", "$4 million short of"; what lies behind by a length is a place.
fn is_apart(tree: Tree, found: &quantity::Found, next: usize) -> bool {
    let word =
        || matches!(tree.lower(next).as_ref(), "ahead" | "adrift" | "behind" | "clear" | "short" | "shy");
    let unit = &found.amount.unit;
    let counts = unit.scale().is_none_or(|scale| {
        ["count", "currency", "time"].iter().any(|dimension| scale.dimension.starts_with(dimension))
    });
    next < tree.len() && counts && word()
}

/// Words between a verb of winning and losing and its margin.
const MARGIN: usize = 6;

/// "Lead the league by five points".
fn is_margin(tree: Tree, start: usize) -> bool {
    let near = start.saturating_sub(MARGIN)..start;
    let verb = near.rev().find(|token| tree.upos(*token) == Upos::Verb);
    verb.is_some_and(|verb| lexicon::verb_role(&tree.lemma(verb)) == "margin")
}

/// The bases that words of the clause tell: "maximum", "year-on-year".
pub(super) fn basis(tree: Tree, clause: &Range<usize>, own: &Range<usize>) -> Vec<String> {
    // "The 5.5 quake was initially put at 5.8, then at 6.1": given up is the number that comes next.
    let is_next = |cue: usize| {
        let between = cue.min(own.start)..own.start;
        cue <= own.end && !between.into_iter().any(|token| tree.upos(token) == Upos::Num)
    };
    let words = clause.clone().flat_map(|cue| {
        let behind = move |at: usize| Some(cue + at).filter(|at| *at < clause.end).map(|at| tree.small(at));
        tables::bases_of_words(tree.small(cue), behind).filter(move |basis| match *basis {
            "given-up" => is_next(cue),
            "excepted" => false,
            "record" => is_record(tree, clause.start, cue, own),
            _ => true,
        })
    });
    let verbs = clause.clone().filter(|token| tree.upos(*token) == Upos::Verb && !own.contains(token));
    let verbs = verbs.filter_map(|token| tables::basis_of_verb(&tree.lemma(token)));
    let mut found: Vec<&str> = words.chain(verbs).chain(left_out(tree, own)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(str::to_owned).collect()
}

/// "All but three": that those who are left out are counted stands right before their number, whatever clause it is of.
fn left_out(tree: Tree, own: &Range<usize>) -> Option<&'static str> {
    let cue = own.start.checked_sub(2)?;
    let behind = |at: usize| Some(cue + at).filter(|at| *at < own.start).map(|at| tree.small(at));
    tables::bases_of_words(tree.small(cue), behind).find(|basis| *basis == "excepted")
}

/// Whether a word such as "ever" makes the number that of a record: "the highest tide ever seen there was 4.2 metres". Where
/// the number comes first ("at 4.2 metres it was the highest tide ever"), it is that of the news itself.
fn is_record(tree: Tree, start: usize, cue: usize, own: &Range<usize>) -> bool {
    let highest = |token: usize| matches!(tree.sentence.tags[token].xpos, Xpos::Jjs | Xpos::Rbs);
    let is = |token: usize| matches!(tree.lower(token).as_ref(), "is" | "was" | "been" | "stands" | "stood");
    cue < own.start && (start..cue).any(highest) && (cue..own.start).any(is)
}
