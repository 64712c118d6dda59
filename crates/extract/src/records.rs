//! From what was read to the records that others read: places, ids, links.

use factcheck_core::{
    article::Article,
    entity::Entity,
    place::Locator,
    quantity::Quantity,
    record::{ArticleRecord, Records, SchemaVersion},
    span::{Field, Span},
    stamp::Stamp,
    timex::{Clock, Meaning, Time, TimexType},
    window::Window,
};

use crate::{cast::Cast, claim, document::Document, event, relation, shingles::shingles};

/// Collects the records of one article, field by field.
pub(crate) struct Builder<'a> {
    article: &'a Article,
    records: Records,
}

/// What turns spans of one field into places with ids.
pub(crate) struct Scribe<'a> {
    pub(crate) id: &'a str,
    pub(crate) published: Option<Stamp>,
    pub(crate) locator: Locator<'a>,
}

impl Scribe<'_> {
    /// An id that is unique in the run, since article ids are.
    pub(crate) fn name(&self, letter: char, number: usize) -> String {
        format!("{}#{letter}{}", self.id, number + 1)
    }
}

impl<'a> Builder<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        let title = match article.headline {
            Some(span) if article.title.is_empty() => span.of(&article.text).to_owned(),
            _ => article.title.clone(),
        };
        let record = ArticleRecord {
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
            shingles: shingles(&article.text),
        };
        Self { article, records: Records::new(record) }
    }

    /// Notes between which days the article can have been published, where that is not known.
    pub(crate) fn date(&mut self, range: Window) {
        self.records.article.published_range = range;
    }

    /// Adds what one field says.
    pub(crate) fn add(&mut self, document: &Document) {
        let locator = Locator::new(&self.article.id, document.field, document.text);
        let scribe = Scribe { id: &self.article.id, published: self.article.published, locator };
        let count = u32::try_from(document.sentences.len()).unwrap_or(u32::MAX);
        self.records.article.sentences = self.records.article.sentences.saturating_add(count);
        let first_quantity = self.records.quantities.len();
        let first_time = self.records.times.len();
        for parsed in &document.sentences {
            let quantities = self.records.quantities.len();
            for found in &parsed.quantities {
                self.records.quantities.push(Quantity {
                    schema_version: SchemaVersion,
                    id: scribe.name('q', self.records.quantities.len()),
                    place: scribe.locator.place(found.span),
                    amount: found.amount.clone(),
                    same_as: None,
                });
            }
            for found in &parsed.times {
                let mut time = time_record(&scribe, self.records.times.len(), found.span, &found.meaning);
                let twin = parsed.quantities.iter().position(|quantity| quantity.span.overlaps(found.span));
                if let (Some(twin), TimexType::Duration) = (twin, found.meaning.timex_type) {
                    let quantity = &mut self.records.quantities[quantities + twin];
                    quantity.same_as = Some(time.id.clone());
                    time.same_as = Some(quantity.id.clone());
                }
                self.records.times.push(time);
            }
        }
        let cast = Cast::read(document);
        self.add_entities(document.field, &cast, &scribe);
        let claims = claim::build(document, &cast, &scribe, first_quantity, self.records.claims.len());
        let events = event::build(document, &cast, &scribe, first_time, self.records.events.len());
        let relations = relation::build(document, &claims, &events, &scribe, self.records.relations.len());
        self.records.claims.extend(claims.into_iter().map(|built| built.claim));
        self.records.events.extend(events.into_iter().map(|built| built.event));
        self.records.relations.extend(relations);
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
                name: entity.name.clone(),
                mentions: entity.forms.iter().cloned().collect(),
            });
        }
    }

    pub(crate) fn finish(self) -> Records {
        self.records
    }
}

fn time_record(scribe: &Scribe, number: usize, span: Span, meaning: &Meaning) -> Time {
    let (earliest, latest) = (meaning.window.earliest, meaning.window.latest);
    let at = |day: Option<chrono::NaiveDate>, pick: fn(&Clock) -> chrono::NaiveTime| {
        day.map(|day| match &meaning.clock {
            Some(clock) => format!("{day}T{}", pick(clock).format("%H:%M")),
            None => day.to_string(),
        })
    };
    Time {
        schema_version: SchemaVersion,
        id: scribe.name('t', number),
        place: scribe.locator.place(span),
        timex_type: meaning.timex_type,
        timex_value: meaning.value.clone(),
        earliest: at(earliest, |clock| clock.earliest),
        latest: at(latest, |clock| clock.latest),
        same_as: None,
    }
}
