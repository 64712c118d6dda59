//! A headline against the text below it: what the two of one article say of one thing has to hold together as well.

use factcheck_core::{claim::Claim, record::Records, span::Field};

use super::{ClaimRef, Context, Link, assign};

/// The articles that have numbers in the headline and below it, each cut in two, which stand side by side.
#[derive(Debug, Default)]
pub(super) struct Split {
    parts: Vec<Records>,
    /// Where the claims of each part come from.
    sources: Vec<Vec<ClaimRef>>,
}

impl Split {
    /// The two claims in the parts; `None` where they do not stand on the two sides of a headline.
    pub(super) fn find(&self, a: ClaimRef, b: ClaimRef) -> Option<(&[Records], ClaimRef, ClaimRef)> {
        let place = |at: ClaimRef| {
            let parts = self.sources.iter().enumerate();
            let mut found = parts.filter_map(|(article, claims)| {
                let claim = claims.iter().position(|claim| *claim == at)?;
                Some(ClaimRef { article, claim })
            });
            found.next()
        };
        let (a, b) = (place(a)?, place(b)?);
        (a.article != b.article).then_some((&self.parts, a, b))
    }
}

/// Cuts the articles of a story.
pub(super) fn split(story: &[Records]) -> Split {
    let mut split = Split::default();
    for (article, records) in story.iter().enumerate() {
        let halves = [true, false].map(|wanted| half(records, wanted));
        if halves.iter().all(|half| !half.is_empty()) {
            for half in halves {
                split.parts.push(part(records, &half));
                split.sources.push(half.into_iter().map(|claim| ClaimRef { article, claim }).collect());
            }
        }
    }
    split
}

/// The links between the claims of headlines and those of the texts below them.
pub(super) fn links(story: &[Records]) -> Vec<Link> {
    let split = split(story);
    if split.parts.is_empty() {
        return Vec::new();
    }
    let source = |at: ClaimRef| split.sources[at.article][at.claim];
    let links = assign::links(&split.parts, &Context::of(&split.parts), |a, b| a != b && a / 2 == b / 2);
    links.into_iter().map(|link| Link { a: source(link.a), b: source(link.b), ..link }).collect()
}

/// Indices of the claims of the headline, or of those below it.
fn half(records: &Records, headline: bool) -> Vec<usize> {
    let claims = records.claims.iter().enumerate();
    claims.filter(|(_, claim)| is_headline(claim) == headline).map(|(index, _)| index).collect()
}

/// The title, or a first line that is one: whatever ends with a full stop is text.
pub(super) fn is_headline(claim: &Claim) -> bool {
    claim.place.field == Field::Title
        || (claim.place.field == Field::Text
            && claim.place.line == 1
            && !claim.sentence.trim_end().ends_with(['.', '”', '"']))
}

fn part(records: &Records, claims: &[usize]) -> Records {
    let mut part = Records::new(records.article.clone());
    part.claims = claims.iter().map(|index| records.claims[*index].clone()).collect();
    part
}
