//! "$141bn (€110bn)", "2,000 ft (609 m)": one amount in two units, the second in brackets.

use factcheck_core::{range::Range, relation::RelationType, span::Span, unit::Unit};

use crate::{claim, claim::Built, document::Document, relation::Draft};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, claims: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for pair in claims.windows(2) {
        let [first, second] = pair else { continue };
        let repeats = second.quantity != first.quantity
            && claim::base(tree, parsed, second.quantity) == first.quantity
            && first.claim.amount.unit.name != second.claim.amount.unit.name;
        if !repeats || !is_measured(first) && !is_measured(second) {
            continue;
        }
        let spans = [first, second].map(|built| parsed.quantities[built.quantity].span);
        drafts.push(Draft {
            relation_type: RelationType::Equivalent,
            from: first.claim.id.clone(),
            to: second.claim.id.clone(),
            amount: Range::ALL,
            unit: Unit::default(),
            soft: false,
            span: Span { start: spans[0].start, end: spans[1].end },
            sentence: index,
        });
    }
}

/// Money or a physical unit: counted nouns in brackets are parts, not equivalents.
fn is_measured(built: &Built) -> bool {
    let unit = &built.claim.amount.unit;
    let counts =
        unit.scale().is_some_and(|scale| scale.dimension.starts_with("count") || scale.dimension == "share");
    (unit.code.is_some() || unit.scale().is_some()) && !counts
}
