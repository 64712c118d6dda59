//! Figures that an article has corrected: who still has the old one differs from what was withdrawn, which is worth a
//! note and no alarm.

use factcheck_core::{
    finding::{Finding, Severity},
    quantity::Quantity,
    record::Records,
    statement,
};

/// Makes notes of the alerts that rest on a figure which one of their articles has withdrawn.
pub(crate) fn soften(records: &[Records], findings: &mut [Finding]) {
    let corrected: Vec<&Records> =
        records.iter().filter(|records| records.quantities.iter().any(|figure| figure.withdrawn)).collect();
    for finding in findings.iter_mut().filter(|finding| finding.severity.is_alert()) {
        let old = corrected.iter().filter(|records| tells(finding, records)).find_map(|records| {
            let mut withdrawn = records.quantities.iter().filter(|figure| figure.withdrawn);
            Some((records, withdrawn.find(|figure| rests_on(finding, figure))?))
        });
        if let Some((records, figure)) = old {
            let who = if records.article.source.is_empty() {
                &records.article.file
            } else {
                &records.article.source
            };
            finding.severity = Severity::Note;
            finding.reasons.push(format!("a correction note of {who} withdraws “{}”", figure.place.quote));
        }
    }
}

/// Whether an article is one of those that a finding holds against each other.
fn tells(finding: &Finding, records: &Records) -> bool {
    finding.claims.iter().any(|claim| claim.article == records.article.id)
}

/// Whether one of the statements has the figure that was withdrawn.
fn rests_on(finding: &Finding, figure: &Quantity) -> bool {
    let (low, high) = statement::ends(figure.amount.allowed);
    finding.claims.iter().any(|claim| {
        let is_unit = claim.unit == figure.amount.unit.name
            || claim.unit.is_empty()
            || figure.amount.unit.name.is_empty();
        is_unit && low.is_some() && (&claim.low, &claim.high) == (&low, &high)
    })
}
