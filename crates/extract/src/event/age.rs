//! How old the words say somebody is: "36-year-old Ada Brandt", "Otto Lindqvist, 47,".

use factcheck_syntax::Upos;

use crate::tree::Tree;

/// The age that stands with the noun or name at `token`.
pub(super) fn of(tree: Tree, token: usize) -> Option<u32> {
    before(tree, token).or_else(|| behind(tree, token))
}

/// "a 36-year-old Australian climber", as one word or as several.
fn before(tree: Tree, token: usize) -> Option<u32> {
    let first = token.saturating_sub(7);
    let words = tree.span(first..token);
    let text = words.of(tree.text);
    if !text.contains("old") {
        return None;
    }
    let at = text.find("year-old").or_else(|| text.find("year old"))?;
    let plain = |c: char| matches!(c, ';' | ',' | '.');
    if text[at..].contains(plain) {
        return None;
    }
    let digits = text[..at].trim_end_matches(['-', ' ', '–']);
    let start = digits.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |before| before + 1);
    // Byte after a character that is no digit: its width is that of the character found.
    digits.get(start..).or_else(|| digits.get(start + 1..)).and_then(|digits| digits.parse().ok())
}

/// "Otto Lindqvist, 47,": a number of its own between commas.
fn behind(tree: Tree, token: usize) -> Option<u32> {
    let comma = (token + 1..tree.len().min(token + 4)).find(|at| tree.form(*at) == ",")?;
    let closed = tree.len() > comma + 2 && matches!(tree.form(comma + 2), "," | ".");
    let named = (token..comma).all(|at| tree.upos(at) == Upos::Propn);
    let age = tree.form(comma + 1).parse::<u32>().ok().filter(|age| (1..=120).contains(age));
    age.filter(|_| closed && named)
}
