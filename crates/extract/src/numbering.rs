//! From the numbers and times found in a sentence to their records: ids through the whole article, places, and the
//! link between the two records of one duration. Knows no tree, no claims and no events.

use factcheck_core::{
    calendar,
    quantity::Quantity,
    record::SchemaVersion,
    span::Span,
    timex::{Clock, Meaning, Time, TimexType},
};

use crate::{quantity, records::Scribe, time};

/// How many numbers and times the article had so far.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    quantities: usize,
    times: usize,
    links: Vec<Link>,
}

/// A duration, which is both a number and a time: which of its sentence's.
#[derive(Clone, Copy, Debug)]
struct Link {
    quantity: usize,
    time: usize,
}

impl Numbering {
    /// Counts what the next sentence says, each in text order and apart from its like.
    pub(crate) fn count<'a>(
        &'a mut self,
        quantities: &'a [quantity::Found],
        times: &'a [time::Found],
    ) -> Counted<'a> {
        let first = (self.quantities, self.times);
        self.quantities += quantities.len();
        self.times += times.len();
        self.links.clear();
        let durations = times.iter().enumerate().filter(|(_, found)| is_duration(found));
        self.links.extend(durations.filter_map(|(time, found)| {
            let quantity = quantities.partition_point(|quantity| quantity.span.end <= found.span.start);
            let twin = quantities.get(quantity).filter(|twin| twin.span.overlaps(found.span));
            twin.map(|_| Link { quantity, time })
        }));
        Counted { first, quantities, times, links: &self.links }
    }
}

fn is_duration(found: &time::Found) -> bool {
    found.meaning.timex_type == TimexType::Duration
}

/// The numbers and times of a sentence with their places in the article's count.
#[derive(Debug)]
pub(crate) struct Counted<'a> {
    /// How many numbers and times stand before.
    first: (usize, usize),
    quantities: &'a [quantity::Found],
    times: &'a [time::Found],
    /// In text order.
    links: &'a [Link],
}

impl Counted<'_> {
    /// The records of the numbers.
    pub(crate) fn quantities(&self, scribe: &Scribe) -> impl Iterator<Item = Quantity> {
        self.quantities.iter().enumerate().map(|(at, found)| Quantity {
            schema_version: SchemaVersion,
            id: scribe.name('q', self.first.0 + at),
            place: scribe.locator.place(found.span),
            amount: found.amount.clone(),
            ambiguous: found.amount.unit.is_ambiguous(),
            withdrawn: scribe.is_withdrawn(found.span),
            same_as: self.time_of(at).map(|time| scribe.name('t', self.first.1 + time)),
        })
    }

    /// The records of the times.
    pub(crate) fn times(&self, scribe: &Scribe) -> impl Iterator<Item = Time> {
        self.times.iter().enumerate().map(|(at, found)| Time {
            same_as: self.quantity_of(at).map(|quantity| scribe.name('q', self.first.0 + quantity)),
            ..time_record(scribe, self.first.1 + at, found.span, &found.meaning)
        })
    }

    /// The last duration that holds the number.
    fn time_of(&self, quantity: usize) -> Option<usize> {
        let behind = self.links.partition_point(|link| link.quantity <= quantity);
        let link = self.links.get(behind.checked_sub(1)?)?;
        (link.quantity == quantity).then_some(link.time)
    }

    fn quantity_of(&self, time: usize) -> Option<usize> {
        let link = self.links.get(self.links.partition_point(|link| link.time < time))?;
        (link.time == time).then_some(link.quantity)
    }
}

fn time_record(scribe: &Scribe, number: usize, span: Span, meaning: &Meaning) -> Time {
    let (earliest, latest) = (meaning.window.earliest, meaning.window.latest);
    let at = |day: Option<chrono::NaiveDate>, pick: fn(&Clock) -> chrono::NaiveTime| {
        day.map(|day| match &meaning.clock {
            Some(clock) => format!("{day}T{}", pick(clock).format("%H:%M")),
            None => calendar::iso(day),
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
