//! The sentences of one field and the numbers and times in each. Page furniture is passed over here, so that
//! nothing behind this module ever sees it. Knows no tree, no claims and no events.

use std::ops::Range;

use factcheck_core::{
    article::Article,
    span::{Field, Span},
    timex::TimexType,
    window::Window,
};
use factcheck_syntax::Tagged;

use crate::{anchor::Kinds, quantity, time};

/// What the sentence read last says; the buffers are used again.
#[derive(Debug)]
pub struct Figures {
    /// Its numbers with their units, in text order.
    pub quantities: Vec<quantity::Found>,
    /// Its temporal expressions, in text order.
    pub times: Vec<time::Found>,
    reader: time::Reader,
    hints: quantity::Hints,
    dates: Vec<Span>,
}

impl Figures {
    /// For that article.
    pub(crate) fn new(article: &Article) -> Self {
        Self {
            quantities: Vec::new(),
            times: Vec::new(),
            reader: time::Reader::new(time::written(article)),
            hints: quantity::Hints::of(article),
            dates: Vec::new(),
        }
    }

    /// Between which days the article can have been published, by what was read so far.
    pub(crate) fn publication_range(&self) -> Window {
        self.reader.publication_range()
    }

    /// Reads a sentence of the article, the next after the one before. `held` says what can begin in it.
    pub(crate) fn read(&mut self, text: &str, sentence: &dyn Tagged, held: Kinds) {
        self.times.clear();
        self.quantities.clear();
        if held.time {
            self.reader.read(text, sentence, &mut self.times);
        }
        if held.quantity {
            let others = self.times.iter().filter(|time| time.meaning.timex_type != TimexType::Duration);
            self.dates.clear();
            self.dates.extend(others.map(|time| time.span));
            quantity::read(text, sentence, &self.dates, &self.hints, &mut self.quantities);
        }
    }
}

/// The sentences of a field without furniture, trimmed, in order. A dateline may stand before the first sentence
/// of a paragraph, so that a sentence may lose its beginning or come in parts.
pub(crate) fn pieces<'a>(
    article: &'a Article,
    field: Field,
    text: &'a str,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut furniture = match field {
        Field::Text => article.furniture.as_slice(),
        _ => &[],
    };
    let mut sentences = factcheck_syntax::sentences(text);
    let mut rest = 0..0;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                rest = sentences.next()?;
            }
            while furniture.first().is_some_and(|piece| piece.span.end as usize <= rest.start) {
                furniture = &furniture[1..];
            }
            let next = furniture.first().map(|piece| piece.span.start as usize..piece.span.end as usize);
            let (piece, left) = match next.filter(|next| next.start < rest.end) {
                Some(next) => (rest.start..next.start, next.end..rest.end),
                None => (rest.clone(), rest.end..rest.end),
            };
            rest = left;
            let piece = trimmed(text, piece);
            if !piece.is_empty() {
                return Some(piece);
            }
        }
    })
}

/// The range without white space at its ends; empty where it has nothing else.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests {
    use factcheck_core::{
        article::{Article, Furniture, FurnitureKind},
        span::{Field, Span},
    };
    use insta::assert_snapshot as snap;

    use super::pieces;

    #[test]
    fn passes_over_furniture() {
        let p = |text: &str, furniture: &[(usize, usize)]| {
            let furniture = furniture
                .iter()
                .map(|(start, end)| Furniture { span: Span::new(*start, *end), kind: FurnitureKind::Credit })
                .collect();
            let article = Article { text: text.to_owned(), furniture, ..Article::default() };
            let found: Vec<_> = pieces(&article, Field::Text, text).map(|range| &text[range]).collect();
            found.join("|")
        };
        snap!(p("One came. Two left.", &[]), @"One came.|Two left.");
        snap!(p("OSLO — One came. Two left.", &[(0, 8)]), @"One came.|Two left.");
        snap!(p("One came. Two left. Three stayed.", &[(10, 19)]), @"One came.|Three stayed.");
        snap!(p("One came. Two left. Three stayed.", &[(0, 33)]), @"");
        snap!(p("One came (photo) by train.", &[(9, 16)]), @"One came|by train.");
        snap!(p("One came. Two left.", &[(4, 13)]), @"One|left.");
    }
}
