//! "No one was killed or injured": one nought of two measures, none of the one and none of the other.
//!
//! Sees one claim in its sentence. "Twelve were killed or injured" is a sum, and is left as it is.

use factcheck_core::{claim::Claim, measure, unit};
use factcheck_syntax::Upos;

use crate::{claim::frame, quantity, tree::Tree};

/// Tokens behind a nought in which its second measure begins: "no one on board was killed or".
const REACH: usize = 6;

/// The same nought of the measure behind "or"; `None` where there is none.
pub(super) fn other(tree: Tree, found: &quantity::Found, claim: &Claim) -> Option<Claim> {
    claim.amount.value.filter(rust_decimal::Decimal::is_zero)?;
    let own = measure::named(&claim.class).filter(|row| row.persons == Some(true))?;
    let inside = tree.tokens_in(found.span);
    let or = (inside.end..tree.len().min(inside.end + REACH))
        .take_while(|token| !matches!(tree.form(*token), "," | ";" | "."))
        .find(|token| matches!(tree.lower(*token).as_ref(), "or" | "nor"))?;
    let tells = |token: usize| frame::rows(tree, token).find(|row| row.persons == Some(true));
    tells(or.checked_sub(1)?).filter(|row| row.name == own.name)?;
    // "Or seriously hurt" leaves room for those who were hurt a little.
    let at = Some(or + 1).filter(|at| *at < tree.len())?;
    let row = tells(at).filter(|row| row.name != own.name)?;
    let word = tree.lower_lemma(at).into_owned();
    let mut claim = Claim { class: row.name.to_owned(), measure: word.clone(), ..claim.clone() };
    if tree.upos(at) == Upos::Noun {
        claim.amount.unit = unit::named(&word);
    } else {
        claim.verb = word;
    }
    Some(claim)
}
