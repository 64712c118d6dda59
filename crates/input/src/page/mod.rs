//! What of a text is the article and what is the page around it.
//!
//! Sees one text, knows no file. A line is told by its form (length, final period, capitals, where it stands)
//! together with the general vocabulary of `data/lexicon/furniture.csv`. In doubt it belongs to the article:
//! a lost paragraph costs more than a line that says nothing.

mod appeals;
mod byline;
mod comments;
mod credit;
mod dateline;
mod lexicon;
mod lines;
mod lists;
mod names;
mod notes;
mod stamps;
mod tables;
#[cfg(test)]
mod tests;
mod ticker;

use factcheck_core::{
    article::{Article, Furniture, FurnitureKind},
    span::Span,
};

use self::lines::Line;

/// Finds headline, dateline, page furniture, tables and correction notes in the article's text, and drops a title that
/// only repeats the headline. Says nothing of the publication date.
pub fn annotate(article: &mut Article) {
    let mut page = Page::new(&article.text);
    notes::mark(&mut page);
    comments::mark(&mut page);
    ticker::mark(&mut page);
    lists::mark(&mut page);
    appeals::mark(&mut page);
    byline::mark(&mut page);
    stamps::mark(&mut page);
    credit::mark(&mut page);
    let headline = headline(&page);
    let dateline = dateline::find(&mut page, headline);
    let corrections = page.corrections();
    let cells = tables::cells(&page);
    let furniture = page.furniture();

    let title = headline.map(|index| page.lines[index].text);
    if title.is_some_and(|title| same_words(title, &article.title)) {
        article.title.clear();
    }
    article.headline = headline.map(|index| page.lines[index].span());
    article.dateline = dateline.unwrap_or_default();
    article.furniture = furniture;
    article.corrections = corrections;
    article.cells = cells;
}

/// The lines of a text and what was found of each.
struct Page<'a> {
    text: &'a str,
    /// Lines that are not blank.
    lines: Vec<Line<'a>>,
    /// What each line is; `None` is the article itself.
    marks: Vec<Option<Mark>>,
    /// Furniture that is less than a line.
    parts: Vec<Furniture>,
    /// How many lines stand above the comments of readers.
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Furniture(FurnitureKind),
    Correction,
}

impl<'a> Page<'a> {
    fn new(text: &'a str) -> Self {
        let lines = lines::split(text);
        Self { text, marks: vec![None; lines.len()], end: lines.len(), lines, parts: Vec::new() }
    }

    fn is_free(&self, index: usize) -> bool {
        self.marks.get(index).is_some_and(Option::is_none)
    }

    /// The first finding stands: the passes run from the surest to the least sure.
    fn mark(&mut self, index: usize, kind: FurnitureKind) {
        if let Some(mark @ None) = self.marks.get_mut(index) {
            *mark = Some(Mark::Furniture(kind));
        }
    }

    /// Whether a line stands where pages put their foot: in the last third, or among the last lines, comments of
    /// readers left aside.
    fn is_low(&self, index: usize) -> bool {
        let left = self.end.saturating_sub(index);
        left <= 6 || left <= self.end / 3
    }

    fn corrections(&self) -> Vec<Span> {
        let marked = self.lines.iter().zip(&self.marks);
        marked.filter(|(_, mark)| **mark == Some(Mark::Correction)).map(|(line, _)| line.span()).collect()
    }

    /// Lines of one list or one appeal are one stretch; every other line is its own.
    fn furniture(&self) -> Vec<Furniture> {
        let mut furniture = Vec::<Furniture>::new();
        let mut before = None;
        for (line, mark) in self.lines.iter().zip(&self.marks) {
            if let Some(Mark::Furniture(kind)) = *mark {
                let joins =
                    matches!(kind, FurnitureKind::Related | FurnitureKind::Donation) && before == *mark;
                match furniture.last_mut() {
                    Some(last) if joins => last.span.end = line.span().end,
                    _ => furniture.push(Furniture { span: line.span(), kind }),
                }
            }
            before = *mark;
        }
        furniture.extend(&self.parts);
        furniture.sort_by_key(|piece| piece.span);
        furniture
    }
}

/// The first line that is not furniture, if it looks like a headline and text follows.
fn headline(page: &Page<'_>) -> Option<usize> {
    let index = page.marks.iter().position(Option::is_none)?;
    let line = &page.lines[index];
    let next = page.lines.get(index + 1)?;
    // A first line of wrapped prose goes on in the next.
    let wrapped = page.is_free(index + 1) && !next.after_blank && next.text.starts_with(char::is_lowercase);
    (index < MOST_ABOVE && line.is_headline() && !wrapped).then_some(index)
}

/// Lines that may stand above a headline: an appeal to subscribe, a time stamp, a picture.
const MOST_ABOVE: usize = 6;

fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    !b.is_empty() && words(a) == words(b)
}
