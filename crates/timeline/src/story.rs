//! What every rule of this crate sees: one story's events, aligned, with its relations and the known events.

use factcheck_align::events::{self, Alignment, EventRef, Link, dated::Dated, ordinals::CountedPair};
use factcheck_core::{
    event::Event,
    finding::{Finding, Severity},
    record::{ArticleRecord, Records},
    reference::KnownEvent,
    relation::{Relation, RelationType},
    rule::Rule,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// A relation between two events, with the article that states it.
pub(crate) type Stated<'a> = (usize, &'a Relation, EventRef, EventRef);

/// One story.
#[derive(Debug)]
pub struct Story<'a> {
    /// The articles with their records.
    pub records: &'a [Records],
    /// Dated events of the reference tables.
    pub known: &'a [KnownEvent],
    /// Which events of different articles are one.
    pub links: Vec<Link>,
    /// Mentions that are one event, within and across articles.
    pub groups: Vec<Vec<EventRef>>,
    /// Dated mentions of different articles that tell when one thing was.
    pub dated: Vec<Dated>,
    /// Ordinals of different articles that count one thing.
    pub counted: Vec<CountedPair>,
    /// The events at the ends of relations, by their ids.
    ends: FxHashMap<&'a str, EventRef>,
}

impl<'a> Story<'a> {
    /// Aligns the events of a story.
    #[must_use]
    pub fn new(records: &'a [Records], known: &'a [KnownEvent]) -> Self {
        let relations = records.iter().flat_map(|records| &records.relations);
        let wanted: FxHashSet<&str> =
            relations.flat_map(|relation| [relation.from.as_str(), relation.to.as_str()]).collect();
        let mut ends = FxHashMap::default();
        for (article, records) in records.iter().enumerate().filter(|_| !wanted.is_empty()) {
            for (index, event) in records.events.iter().enumerate() {
                if wanted.contains(event.id.as_str()) {
                    ends.insert(event.id.as_str(), EventRef { article, event: index });
                }
            }
        }
        let Alignment { links, clusters, dated, counted } = events::align(records);
        Self { records, known, links, groups: clusters, dated, counted, ends }
    }

    /// The event behind a reference.
    #[must_use]
    pub fn event(&self, at: EventRef) -> &'a Event {
        &self.records[at.article].events[at.event]
    }

    /// The article of an event.
    #[must_use]
    pub fn article(&self, at: EventRef) -> &'a ArticleRecord {
        &self.records[at.article].article
    }

    /// The event with this id, at an end of a relation.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EventRef> {
        self.ends.get(id).copied()
    }

    /// All relations of one type whose ends are events.
    pub(crate) fn stated(&self, wanted: RelationType) -> Vec<Stated<'a>> {
        let mut found = Vec::new();
        for (article, records) in self.records.iter().enumerate() {
            for relation in records.relations.iter().filter(|relation| relation.relation_type == wanted) {
                if let (Some(from), Some(to)) = (self.find(&relation.from), self.find(&relation.to)) {
                    found.push((article, relation, from, to));
                }
            }
        }
        found
    }

    /// The link between two events, in either order.
    #[must_use]
    pub fn link(&self, a: EventRef, b: EventRef) -> Option<&Link> {
        self.links.iter().find(|link| (link.a, link.b) == (a.min(b), a.max(b)))
    }

    /// A finding of `rule` in this story.
    #[must_use]
    pub fn finding<Check>(&self, rule: &Rule<Check>, severity: Severity) -> Finding {
        let mut finding = Finding::new("timeline", rule.code, rule.name, severity);
        if let Some(records) = self.records.first() {
            finding.story.clone_from(&records.article.story);
        }
        finding
    }

    pub(crate) fn aligned(&self) -> Vec<u32> {
        let dated = self.dated.iter().flat_map(|pair| [pair.a, pair.b]);
        let linked = self.links.iter().flat_map(|link| [link.a, link.b]);
        let all: FxHashSet<EventRef> = linked.chain(dated).chain(self.ends.values().copied()).collect();
        let mut aligned = vec![0; self.records.len()];
        #[expect(clippy::iter_over_hash_type, reason = "they are counted")]
        for at in all {
            aligned[at.article] += 1;
        }
        aligned
    }

    pub(crate) fn questions(&self) -> u32 {
        let across = self.groups.iter().filter(|group| group.iter().any(|at| at.article != group[0].article));
        u32::try_from(across.count()).unwrap_or(u32::MAX)
    }

    pub(crate) fn clusters(&self) -> Vec<(String, String)> {
        let name = |group: &Vec<EventRef>| group.first().map(|first| self.event(*first).id.clone());
        self.groups
            .iter()
            .filter_map(|group| name(group).map(|name| (group, name)))
            .flat_map(|(group, name)| group.iter().map(move |at| (self.event(*at).id.clone(), name.clone())))
            .collect()
    }
}
