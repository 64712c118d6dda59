//! What every rule of this crate sees: one story's claims, aligned, with its relations and references.

use std::cell::OnceCell;

use factcheck_align::claims::{self, ClaimRef, Context, Group, Link};
use factcheck_core::{
    claim::Claim,
    finding::{Finding, Severity},
    record::{ArticleRecord, Records},
    reference::References,
    relation::{Relation, RelationType},
    rule::Rule,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    conflict::{self, Clash},
    revised::given_up,
};

/// One story.
#[derive(Debug)]
pub struct Story<'a> {
    /// The articles with their records.
    pub records: &'a [Records],
    /// Published figures.
    pub references: &'a References,
    /// What the claims have in common.
    pub(crate) context: Context<'a>,
    /// Which claims of different articles answer one question.
    pub links: Vec<Link>,
    /// The claims that hang together by them.
    pub groups: Vec<Group>,
    /// The claims that tell of figures that were given up for others.
    pub(crate) given_up: Vec<ClaimRef>,
    clashes: OnceCell<Vec<Clash>>,
    /// The claims at the ends of relations, by their ids.
    ends: FxHashMap<&'a str, ClaimRef>,
}

impl<'a> Story<'a> {
    /// Aligns the claims of a story.
    #[must_use]
    pub fn new(records: &'a [Records], references: &'a References) -> Self {
        let relations = records.iter().flat_map(|records| &records.relations);
        let wanted: FxHashSet<&str> =
            relations.flat_map(|relation| [relation.from.as_str(), relation.to.as_str()]).collect();
        let mut ends = FxHashMap::default();
        for (article, records) in records.iter().enumerate().filter(|_| !wanted.is_empty()) {
            for (index, claim) in records.claims.iter().enumerate() {
                if wanted.contains(claim.id.as_str()) {
                    ends.insert(claim.id.as_str(), ClaimRef { article, claim: index });
                }
            }
        }
        let context = Context::of(records);
        let links = claims::align(records, &context);
        let groups = claims::groups(&links);
        let given_up = given_up(records);
        Self { records, references, context, links, groups, given_up, clashes: OnceCell::new(), ends }
    }

    /// The claims that cannot both hold, with what stands by either.
    pub(crate) fn clashes(&self) -> &[Clash] {
        self.clashes.get_or_init(|| conflict::clashes(self))
    }

    /// The links of a group.
    pub(crate) fn links_of(&self, group: &Group) -> impl Iterator<Item = &Link> {
        group.links.iter().map(|index| &self.links[*index])
    }

    /// The claim behind a reference.
    #[must_use]
    pub fn claim(&self, at: ClaimRef) -> &'a Claim {
        &self.records[at.article].claims[at.claim]
    }

    /// The article of a claim.
    #[must_use]
    pub fn article(&self, at: ClaimRef) -> &'a ArticleRecord {
        &self.records[at.article].article
    }

    /// What a report calls the source of a claim: the outlet, else the file.
    #[must_use]
    pub fn name(&self, at: ClaimRef) -> &'a str {
        let article = self.article(at);
        if article.source.is_empty() { &article.file } else { &article.source }
    }

    /// The two claims that a relation ties, with the article that says so.
    #[must_use]
    pub fn related(
        &self,
        wanted: &[RelationType],
    ) -> Vec<(&'a ArticleRecord, &'a Relation, &'a Claim, &'a Claim)> {
        let mut found = Vec::new();
        for records in self.records {
            for relation in
                records.relations.iter().filter(|relation| wanted.contains(&relation.relation_type))
            {
                let ends = [&relation.from, &relation.to].map(|id| self.ends.get(id.as_str()));
                if let [Some(from), Some(to)] = ends {
                    found.push((&records.article, relation, self.claim(*from), self.claim(*to)));
                }
            }
        }
        found
    }

    /// A finding of `rule` in this story.
    #[must_use]
    pub fn finding<Check>(&self, rule: &Rule<Check>, severity: Severity) -> Finding {
        let mut finding = Finding::new("numbers", rule.code, rule.name, severity);
        if let Some(records) = self.records.first() {
            finding.story.clone_from(&records.article.story);
        }
        finding
    }

    pub(crate) fn aligned(&self) -> Vec<u32> {
        let linked = self.links.iter().flat_map(|link| [link.a, link.b]);
        let all: FxHashSet<ClaimRef> = linked.chain(self.ends.values().copied()).collect();
        let mut aligned = vec![0; self.records.len()];
        #[expect(clippy::iter_over_hash_type, reason = "they are counted")]
        for at in all {
            aligned[at.article] += 1;
        }
        aligned
    }

    pub(crate) fn questions(&self) -> u32 {
        u32::try_from(self.groups.len()).unwrap_or(u32::MAX)
    }
}
