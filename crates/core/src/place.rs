//! Where a statement stands, as a reader and another program can find it again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Field, Span};

/// A quoted place in an article. `start` and `end` count Unicode code points of the field as read, end
/// exclusive; `line` and `column` count from 1, columns in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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

/// Turns byte spans of one field into places. Built once per article; a look-up is a binary search over the
/// lines and a count inside one block, however long a line is.
#[derive(Debug)]
pub struct Locator<'a> {
    article: &'a str,
    field: Field,
    text: &'a str,
    /// First byte and first code point of each line.
    lines: Vec<(u32, u32)>,
    /// Code points before each block of [`BLOCK`] bytes.
    blocks: Vec<u32>,
}

/// Bytes that are counted at once.
const BLOCK: usize = 64;

impl<'a> Locator<'a> {
    /// For the text of one field of the article called `article`.
    #[must_use]
    pub fn new(article: &'a str, field: Field, text: &'a str) -> Self {
        let mut locator = Self { article, field, text, lines: vec![(0, 0)], blocks: Vec::new() };
        let mut code_points = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            locator.blocks.push(code_points);
            code_points += count(block);
        }
        // The end of a text may be where a block would begin.
        locator.blocks.push(code_points);
        // A text that ends with a line break has no further line.
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1).filter(|start| *start < text.len());
        for start in breaks {
            let line = (u32::try_from(start).unwrap_or(u32::MAX), locator.code_points(start));
            locator.lines.push(line);
        }
        locator
    }

    /// The place of `span`.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let line = self.lines.partition_point(|(byte, _)| *byte <= span.start).saturating_sub(1);
        let start = self.code_points(span.start as usize);
        let quote = span.of(self.text);
        let end = if quote.is_empty() { start } else { self.code_points(span.end as usize) };
        Place {
            article: self.article.to_owned(),
            field: self.field,
            start,
            end,
            line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1),
            column: start - self.lines[line].1 + 1,
            quote: quote.to_owned(),
        }
    }

    /// The first code point of `span`.
    #[must_use]
    pub fn start(&self, span: Span) -> u32 {
        self.code_points(span.start as usize)
    }

    /// Code points before the byte.
    fn code_points(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let (start, before) = (block * BLOCK, self.blocks[block]);
        // Most blocks have as many bytes as code points.
        let length = (self.text.len() - start).min(BLOCK);
        let all = self.blocks.get(block + 1).map_or(0, |next| (next - before) as usize);
        if all == length {
            return before + u32::try_from(byte - start).unwrap_or_default();
        }
        before + count(&self.text.as_bytes()[start..byte])
    }
}

/// Code points that begin in these bytes of a text.
fn count(bytes: &[u8]) -> u32 {
    let begins = |byte: &u8| u8::from(!matches!(*byte, 0x80..0xC0));
    // As many bytes as one byte can count are added up side by side.
    bytes.chunks(BLOCK).map(|block| u32::from(block.iter().map(begins).sum::<u8>())).sum()
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
        snap!(place(&format!("{}\n{}four", "é".repeat(300), "– ".repeat(700)), "four"), @"2:1401 [1701..1705] four");
        snap!(place(&"x".repeat(BLOCK), "none"), @"1:65 [64..64]");
    }
}
