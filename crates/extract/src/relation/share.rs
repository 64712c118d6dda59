//! "2.0 million barrels a day, more than a third of its total exports": a level and its share of a whole.

use factcheck_core::{range::Range, relation::RelationType, span::Span, unit::Unit};
use factcheck_syntax::Relation;

use crate::{claim::Built, document::Document, quantity, relation::Draft, tree::Tree};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, claims: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for pair in claims.windows(2) {
        let [level, share] = pair else { continue };
        if !is_share_of_something(tree, share) || is_fraction(level) || is_fraction_unit(level) {
            continue;
        }
        let spans = [level, share].map(|built| parsed.quantities[built.quantity].span);
        if !describes(tree, level, share, spans) || is_of_it(tree, spans[1]) {
            continue;
        }
        drafts.push(Draft {
            relation_type: RelationType::ShareOf,
            from: share.claim.id.clone(),
            to: level.claim.id.clone(),
            amount: Range::ALL,
            unit: Unit::default(),
            soft: false,
            span: Span { start: spans[0].start, end: spans[1].end },
            sentence: index,
        });
    }
}

fn is_fraction(built: &Built) -> bool {
    quantity::is_share(&built.claim.amount.unit)
}

fn is_fraction_unit(built: &Built) -> bool {
    built.claim.amount.unit.name == "percent"
}

/// A fraction or percentage that says of what: "a third of", "40 % of".
fn is_share_of_something(tree: Tree, share: &Built) -> bool {
    is_fraction(share)
        || (is_fraction_unit(share)
            && tree.children(share.top).any(|child| {
                tree.relation(child) == Relation::Nmod && tree.case(child).as_deref() == Some("of")
            }))
}

/// Whether the share is a part of the level before it: "80 people, half of them engineers".
fn is_of_it(tree: Tree, share: Span) -> bool {
    let tokens = tree.tokens_in(share);
    (tokens.start..tree.len().min(tokens.end + 2))
        .any(|token| matches!(tree.lower(token).as_ref(), "them" | "whom" | "which" | "those" | "these"))
}

/// Whether the share is said of the level before it: in apposition, in a clause that begins with "which is", or
/// after "or" — with nothing but marks and such words between.
fn describes(tree: Tree, level: &Built, share: &Built, spans: [Span; 2]) -> bool {
    let tied = tree.is_under(share.top, level.top)
        && matches!(
            tree.relation(share.top),
            Relation::Appos | Relation::Conj | Relation::AclRelcl | Relation::Parataxis | Relation::Nmod
        );
    let between = tree.text.get(spans[0].end as usize..spans[1].start as usize).unwrap_or_default();
    let bridge = between.trim_start_matches(|c: char| !matches!(c, ',' | '(' | '–' | '—'));
    let words: Vec<&str> =
        bridge.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let bare = !bridge.is_empty()
        && words.iter().all(|word| matches!(*word, "which" | "is" | "or" | "that" | "and" | "about"));
    let near = between.len() <= 60;
    near && (bare || (tied && !bridge.is_empty() && words.len() <= 3))
}
