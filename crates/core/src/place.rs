//! Where a statement stands, as a reader and another program can find it again.

use serde::{Deserialize, Serialize};

use crate::span::{Field, Span};

/// A quoted place in an article. `start` and `end` count Unicode code points of the field as read, end
/// exclusive; `line` and `column` count from 1, columns in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// Which text of the article.
    pub field: Field,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Line of the first code point, from 1.
    pub line: u32,
    /// Column of the first code point, from 1.
    pub column: u32,
    /// The words themselves.
    pub quote: String,
}

/// Turns byte spans of one field into places. Built once per article; a look-up is a binary search over
/// the lines and a count inside one line.
#[derive(Debug)]
pub struct Locator<'a> {
    article: &'a str,
    field: Field,
    text: &'a str,
    /// First byte and first code point of each line.
    lines: Vec<(u32, u32)>,
}

impl<'a> Locator<'a> {
    /// For the text of one field of the article called `article`.
    #[must_use]
    pub fn new(article: &'a str, field: Field, text: &'a str) -> Self {
        let mut lines = vec![(0, 0)];
        let mut code_points = 0;
        for line in text.split_inclusive('\n') {
            let bytes = lines[lines.len() - 1].0 + u32::try_from(line.len()).unwrap_or(u32::MAX);
            code_points += count(line);
            lines.push((bytes, code_points));
        }
        // A text that ends with a line break has no further line; one that does not ends its last line here.
        lines.pop();
        if lines.is_empty() {
            lines.push((0, 0));
        }
        Self { article, field, text, lines }
    }

    /// The place of `span`.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let line = self.lines.partition_point(|(byte, _)| *byte <= span.start).saturating_sub(1);
        let (byte, code_point) = self.lines[line];
        let before = self.text.get(byte as usize..span.start as usize).map_or(0, count);
        let quote = span.of(self.text);
        let start = code_point + before;
        Place {
            article: self.article.to_owned(),
            field: self.field,
            start,
            end: start + count(quote),
            line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1),
            column: before + 1,
            quote: quote.to_owned(),
        }
    }
}

/// Code points of `text`.
fn count(text: &str) -> u32 {
    u32::try_from(if text.is_ascii() { text.len() } else { text.chars().count() }).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    fn place(text: &str, quote: &str) -> String {
        let start = text.find(quote).unwrap_or(text.len());
        let place = Locator::new("a", Field::Text, text).place(Span::new(start, start + quote.len()));
        format!("{}:{} [{}..{}] {}", place.line, place.column, place.start, place.end, place.quote)
    }

    #[test]
    fn counts_code_points_lines_and_columns() {
        snap!(place("one two", "two"), @"1:5 [4..7] two");
        snap!(place("“one”\ntwo\r\n“thrée” four", "four"), @"3:9 [19..23] four");
        snap!(place("one\n\ntwo", "two"), @"3:1 [5..8] two");
        snap!(place("", ""), @"1:1 [0..0]");
        snap!(place("one\n", "one"), @"1:1 [0..3] one");
    }
}
