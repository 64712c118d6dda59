//! "40 percent of the harvest in Ravel, 35 percent in Tarn": a later number of a list leaves out what the
//! first one said, and takes it from there.

use std::collections::BTreeSet;

use factcheck_core::{
    claim::{Claim, Kind},
    measure,
    quantity::Direction,
};

/// Tokens between two numbers of one list.
const APART: usize = 14;

/// Gives `claim` the verb, the measure and the words of the number before it in its sentence where it has no verb of its
/// own and counts in the same unit, or is the level that the one before led to. `gap` is the number of tokens between the two.
pub(crate) fn lend(before: &Claim, claim: &mut Claim, gap: usize) {
    let counts = |claim: &Claim| claim.amount.unit.code.is_none() && !claim.amount.unit.name.is_empty();
    let alike = before.amount.unit == claim.amount.unit || (counts(before) && counts(claim) && gap <= 6);
    // "rose a quarter last year to 2.14 million": the level is of what rose.
    let reached = before.claim_kind == Kind::Change && gap <= 8;
    let near = before.sentence_start == claim.sentence_start && gap <= APART;
    if !near || !(alike || reached) || !claim.verb.is_empty() || before.verb.is_empty() {
        return;
    }
    if !reached && before.basis != claim.basis && !claim.near.is_empty() {
        return;
    }
    claim.verb.clone_from(&before.verb);
    if claim.class.is_empty()
        && measure::named(&before.class).is_some_and(|row| row.allows(&claim.amount.unit))
    {
        claim.class.clone_from(&before.class);
    }
    if alike {
        claim.claim_kind = before.claim_kind;
        if claim.amount.direction == Direction::None {
            claim.amount.direction = before.amount.direction;
        }
    }
    if claim.subject.is_empty() {
        claim.subject.clone_from(&before.subject);
    }
    // The names beside the first number are its own: "in Saudi Arabia".
    let named: BTreeSet<String> =
        before.names.iter().flat_map(|name| name.split_whitespace()).map(str::to_lowercase).collect();
    let lent = before.near.iter().filter(|word| !named.contains(*word)).cloned();
    let near: BTreeSet<String> = claim.near.drain(..).chain(lent).collect();
    claim.near = near.into_iter().collect();
}
