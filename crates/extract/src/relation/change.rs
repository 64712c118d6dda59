//! "rose one quarter last year to 2.14 million barrels a day": a change and the level that it led to.

use factcheck_core::{quantity::Direction, range::Range, relation::RelationType, span::Span, unit::Unit};

use crate::{
    claim::Built,
    document::Document,
    quantity::{self, Role},
    relation::Draft,
    tree::Tree,
};

/// Adds the relations of one sentence: a change in percent or as a fraction, and beside it the level where it ended.
pub(crate) fn read(document: &Document, index: usize, claims: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for pair in claims.windows(2) {
        let [first, second] = pair else { continue };
        let (change, level) = if is_relative(first) { (first, second) } else { (second, first) };
        let found = [change, level].map(|built| &parsed.quantities[built.quantity]);
        let direction = found[0].amount.direction;
        let fits = is_relative(change)
            && !is_relative(level)
            && found[0].role == Role::Change
            && direction != Direction::None
            && is_reached(tree, found[1]);
        if !fits || crosses_clause(tree, found[0].span, found[1].span) {
            continue;
        }
        drafts.push(Draft {
            relation_type: RelationType::ChangeTo,
            from: change.claim.id.clone(),
            to: level.claim.id.clone(),
            amount: Range::ALL,
            unit: Unit::default(),
            soft: false,
            span: Span {
                start: found[0].span.start.min(found[1].span.start),
                end: found[0].span.end.max(found[1].span.end),
            },
            sentence: index,
        });
    }
}

/// A change in percent or as a fraction.
fn is_relative(built: &Built) -> bool {
    let unit = &built.claim.amount.unit;
    unit.name == "percent" || quantity::is_share(unit)
}

/// Whether the amount is where the change ended: "to 2.14 million", "at 33.7 bcm".
fn is_reached(tree: Tree, level: &quantity::Found) -> bool {
    let start = tree.tokens_in(level.span).start;
    let introduced =
        (start.saturating_sub(3)..start).any(|token| tree.is(token, "to") || tree.is(token, "at"));
    level.role == Role::Level || (level.role == Role::Plain && introduced)
}

/// Whether a new clause begins between the two: then the level is of something else.
fn crosses_clause(tree: Tree, a: Span, b: Span) -> bool {
    let between = Span { start: a.end.min(b.end), end: a.start.max(b.start) };
    tree.tokens_in(between).any(|token| {
        matches!(tree.form(token), ";" | ":")
            || tree.is(token, "while")
            || tree.is(token, "but")
            || tree.is(token, "and")
    })
}
