//! The sides of a question: claims that can hold together, with the origins behind them.

use factcheck_align::claims::ClaimRef;
use factcheck_core::{finding::Statement, question::Side, statement};

use crate::Story;

/// The letters of the sides, in order.
pub(crate) const POSITIONS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// What a report needs of the sides.
pub(crate) fn describe(story: &Story, sides: &[Vec<ClaimRef>]) -> (Vec<Side>, Vec<Statement>) {
    let mut described = Vec::new();
    let mut statements = Vec::new();
    for (members, position) in sides.iter().zip(POSITIONS) {
        let unit = &story.claim(members[0]).amount.unit;
        let common = members.iter().skip(1).fold(story.claim(members[0]).amount.allowed, |range, member| {
            let amount = &story.claim(*member).amount;
            amount.unit.convert(amount.allowed, unit).map_or(range, |other| range.intersect(other))
        });
        let (low, high) = statement::ends(common);
        let mut origins: Vec<&str> = members.iter().map(|at| story.article(*at).origin.as_str()).collect();
        origins.sort_unstable();
        origins.dedup();
        let newest = members.iter().map(|at| story.article(*at)).max_by_key(|article| article.published);
        described.push(Side {
            position: position.to_owned(),
            low,
            high,
            unit: unit.name.clone(),
            origins: u32::try_from(origins.len()).unwrap_or(u32::MAX),
            newest: newest.map(|article| article.source.clone()).unwrap_or_default(),
        });
        let of = |at: &ClaimRef| statement::of_claim(story.article(*at), story.claim(*at), position);
        statements.extend(members.iter().map(of));
    }
    (described, statements)
}
