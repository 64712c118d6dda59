//! From what was read to the records that others read: places, ids, links.

use std::fmt::Write;

use chrono::NaiveDate;
use factcheck_core::{
    article::{Article, Cell},
    entity::Entity,
    place::Locator,
    record::{ArticleRecord, Records, SchemaVersion},
    span::{Field, Span},
    stamp::Stamp,
    window::Window,
};

use factcheck_syntax::Analyser;

use crate::{
    cast::Cast, cells, claim, document::Document, event, numbering::Numbering, relation, shingles::shingles,
    withdrawn,
};

/// Collects the records of one article, field by field.
pub(crate) struct Builder<'a> {
    article: &'a Article,
    records: Records,
    numbering: Numbering,
}

/// What turns spans of one field into places with ids.
pub(crate) struct Scribe<'a> {
    pub(crate) id: &'a str,
    pub(crate) published: Option<Stamp>,
    /// The day on which it holds what the article says.
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) locator: Locator<'a>,
    /// What its notes withdraw of this field, in order.
    withdrawn: Vec<Span>,
    /// The cells of tables in this field, in order.
    cells: &'a [Cell],
}

impl<'a> Scribe<'a> {
    /// For one field of the article.
    pub(crate) fn new(article: &'a Article, field: Field, text: &'a str) -> Self {
        let locator = Locator::new(&article.id, field, text);
        let withdrawn = if field == Field::Text { withdrawn::spans(article) } else { Vec::new() };
        let cells = if field == Field::Text { article.cells.as_slice() } else { &[] };
        Self {
            id: &article.id,
            published: article.published,
            as_of: as_of(article),
            locator,
            withdrawn,
            cells,
        }
    }

    /// Whether a stretch is a cell of a table, which its headings explain and not its line.
    pub(crate) fn is_cell(&self, span: Span) -> bool {
        let from = self.cells.partition_point(|cell| cell.span.end <= span.start);
        self.cells[from..].first().is_some_and(|cell| cell.span.overlaps(span))
    }

    /// Whether the article says of a stretch that it was wrong.
    pub(crate) fn is_withdrawn(&self, span: Span) -> bool {
        let from = self.withdrawn.partition_point(|wrong| wrong.end <= span.start);
        self.withdrawn[from..].first().is_some_and(|wrong| wrong.overlaps(span))
    }

    /// An id that is unique in the run, since article ids are.
    pub(crate) fn name(&self, letter: char, number: usize) -> String {
        let mut name = String::with_capacity(self.id.len() + 2 + MOST_DIGITS);
        name.push_str(self.id);
        name.push('#');
        name.push(letter);
        // Writing to a string cannot fail.
        let _ = write!(name, "{}", number + 1);
        name
    }
}

/// Room for the number in an id; a longer one makes room.
const MOST_DIGITS: usize = 4;

/// The day of the last change, where that is a change of the news; else the day of publication.
fn as_of(article: &Article) -> Option<NaiveDate> {
    let published = article.published?.date;
    let updated = article.updated.map(|stamp| stamp.date);
    let is_news = |day: &NaiveDate| (0..=LONGEST_NEWS).contains(&(*day - published).num_days());
    Some(updated.filter(is_news).unwrap_or(published))
}

/// So many days after its publication a story may be brought up to date. Later changes are those of an archive.
const LONGEST_NEWS: i64 = 7;

/// What is known of the article before its sentences are read.
pub(crate) fn article_record(article: &Article) -> ArticleRecord {
    let title = match article.headline {
        Some(span) if article.title.is_empty() => span.of(&article.text).to_owned(),
        _ => article.title.clone(),
    };
    ArticleRecord {
        schema_version: SchemaVersion,
        id: article.id.clone(),
        file: article.file.clone(),
        source: article.source.clone(),
        published: article.published,
        published_from: article.published_from.clone(),
        published_range: Window::ANY,
        updated: article.updated,
        story: article.story.clone(),
        title,
        language: article.language.clone(),
        url: article.url.clone(),
        origin: article.id.clone(),
        sentences: 0,
        furniture: u32::try_from(article.furniture.len()).unwrap_or(u32::MAX),
        replaced: article.replaced,
        digest: article.digest.clone(),
        shingles: shingles(&article.text),
    }
}

/// Notes that so many more sentences were read.
pub(crate) fn count_sentences(article: &mut ArticleRecord, more: usize) {
    article.sentences = article.sentences.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
}

impl<'a> Builder<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        Self { article, records: Records::new(article_record(article)), numbering: Numbering::default() }
    }

    /// Notes between which days the article can have been published, where that is not known.
    pub(crate) fn date(&mut self, range: Window) {
        self.records.article.published_range = range;
    }

    /// Adds what one field says.
    pub(crate) fn add(&mut self, document: &Document) {
        let scribe = Scribe::new(self.article, document.field, document.text);
        count_sentences(&mut self.records.article, document.sentences.len());
        let first_time = self.records.times.len();
        for parsed in &document.sentences {
            let counted = self.numbering.count(&parsed.quantities, &parsed.times);
            self.records.quantities.extend(counted.quantities(&scribe));
            self.records.times.extend(counted.times(&scribe));
        }
        let cast = Cast::read(document);
        self.add_entities(document.field, &cast, &scribe);
        let claims = claim::build(document, &cast, &scribe, self.records.claims.len());
        let events = event::build(document, &cast, &scribe, first_time, self.records.events.len());
        let relations = relation::build(document, &claims, &events, &scribe, self.records.relations.len());
        self.records.claims.extend(claims.into_iter().map(|built| built.claim));
        self.records.events.extend(events.into_iter().map(|built| built.event));
        self.records.relations.extend(relations);
    }

    /// Adds what the cells of tables say.
    pub(crate) fn add_cells(&mut self, analyser: &mut Analyser) {
        let Records { quantities, claims, .. } = &mut self.records;
        claims.extend(cells::claims(self.article, analyser, quantities, claims.len()));
    }

    fn add_entities(&mut self, field: Field, cast: &Cast, scribe: &Scribe) {
        if field == Field::Title {
            return;
        }
        for entity in cast.entities() {
            self.records.entities.push(Entity {
                schema_version: SchemaVersion,
                id: scribe.name('n', self.records.entities.len()),
                place: scribe.locator.place(entity.span),
                name: entity.name.clone().into_owned(),
                mentions: entity.forms.iter().map(|form| form.clone().into_owned()).collect(),
            });
        }
    }

    pub(crate) fn finish(self) -> Records {
        self.records
    }
}
