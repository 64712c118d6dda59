//! Claims of the cells of tables. A cell with its headings is read as the sentence that says the same, "Ravel had 5,120
//! containers", so that it can be held against what the text tells; the claim stands at the cell.
//!
//! Sees the cells of one article. A heading that it does not understand wholly makes no claim: it may say "in thousands".

use factcheck_core::{
    article::{Article, Cell},
    claim::Claim,
    quantity::Quantity,
    span::{Field, Span},
};
use factcheck_syntax::Analyser;

use crate::{cast::Cast, claim, document::Document, records::Scribe, sentences::Figures};

/// Cells read as sentences.
#[derive(Debug, Default)]
struct Sentences {
    text: String,
    /// Where the number of each stands in `text`.
    numbers: Vec<(usize, Cell)>,
}

/// The claims of an article's cells. `quantities` are its numbers, of which some stand in the cells; `first` is how many
/// claims it had before.
pub(crate) fn claims(
    article: &Article,
    analyser: &mut Analyser,
    quantities: &[Quantity],
    first: usize,
) -> Vec<Claim> {
    let sentences = sentences(article);
    if sentences.numbers.is_empty() {
        return Vec::new();
    }
    // All that is known of the article, and none of what stands in its text.
    let around = Article {
        text: String::new(),
        headline: None,
        furniture: Vec::new(),
        cells: Vec::new(),
        corrections: Vec::new(),
        ..article.clone()
    };
    let document =
        Document::read(&around, Field::Cell, &sentences.text, analyser, &mut Figures::new(&around));
    let cast = Cast::read(&document);
    let built = claim::build(&document, &cast, &Scribe::new(&around, Field::Cell, &sentences.text), 0);
    let scribe = Scribe::new(article, Field::Text, &article.text);
    let mut claims = Vec::new();
    for built in built {
        let found = &document.sentences[built.sentence].quantities[built.quantity];
        let at = sentences.numbers.binary_search_by_key(&(found.span.start as usize), |(at, _)| *at);
        let Some((_, cell)) = at.ok().and_then(|at| sentences.numbers.get(at)) else { continue };
        let place = scribe.locator.place(cell.span);
        let inside = |quantity: &Quantity| {
            quantity.place.field == Field::Text && (place.start..place.end).contains(&quantity.place.start)
        };
        if !quantities.iter().any(inside) {
            continue;
        }
        let line = scribe.locator.place(line_of(&article.text, cell));
        claims.push(told_by_headings(
            article,
            cell,
            Claim {
                id: scribe.name('c', first + claims.len()),
                place,
                sentence: line.quote,
                sentence_start: line.start,
                ..built.claim
            },
        ));
    }
    claims
}

/// Whose the number is stands in the heading of its row, where that is a name.
fn told_by_headings(article: &Article, cell: &Cell, mut claim: Claim) -> Claim {
    let row = cell.row.of(&article.text);
    if row.starts_with(char::is_uppercase) && !is_year(row) && !is_year(cell.column.of(&article.text)) {
        claim.measure = if claim.measure.eq_ignore_ascii_case(row) { String::new() } else { claim.measure };
        row.clone_into(&mut claim.subject);
        if !claim.names.iter().any(|name| name == row) {
            claim.names.push(row.to_owned());
            claim.names.sort();
        }
    }
    claim
}

fn sentences(article: &Article) -> Sentences {
    let mut sentences = Sentences::default();
    for cell in &article.cells {
        let of = |span: Span| span.of(&article.text);
        let [number, row, column] = [cell.span, cell.row, cell.column].map(of);
        let (before, after) = match (is_year(row), is_year(column)) {
            (false, true) => (String::from("There were "), format!("{} in {column}", lower(row))),
            (true, false) => (String::from("There were "), format!("{} in {row}", lower(column))),
            (false, false) => (format!("{row} had "), lower(column)),
            (true, true) => continue,
        };
        let is_plain = |heading: &str| {
            is_year(heading)
                || heading.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'))
        };
        if is_plain(row) && is_plain(column) && !is_scaled(article, cell) {
            sentences.text.push_str(&before);
            sentences.numbers.push((sentences.text.len(), *cell));
            sentences.text.extend([number, " ", &after, ".\n"]);
        }
    }
    sentences
}

/// A heading as it stands inside of a sentence.
fn lower(heading: &str) -> String {
    let is_short = heading.chars().take_while(|c| c.is_alphabetic()).all(char::is_uppercase);
    if is_short { heading.to_owned() } else { heading.to_lowercase() }
}

fn is_year(heading: &str) -> bool {
    heading.len() == 4 && heading.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// So many bytes around a table's rows may say of what scale its numbers are.
const AROUND: usize = 600;

/// Words of a scale: where they stand beside a table, no cell is what it looks like.
const SCALES: [&str; 10] =
    ["thousand", "million", "billion", "trillion", "000", "bn", "per cent", "percent", "%", "index"];

/// Whether the line above or below a table may say that its numbers are of thousands.
fn is_scaled(article: &Article, cell: &Cell) -> bool {
    let text = article.text.as_str();
    let border = |at: &usize| text.is_char_boundary(*at);
    let (start, end) = (cell.column.start as usize, cell.span.end as usize);
    let from = (start.saturating_sub(AROUND)..=start).find(border).unwrap_or(start);
    let to = (end..=text.len().min(end + AROUND)).rev().find(border).unwrap_or(end);
    let is_outside = |line: &&str| !line.contains('|') && !line.trim().is_empty();
    let lines =
        [text[from..start].rsplit('\n').find(is_outside), text[end..to].split('\n').skip(1).find(is_outside)];
    lines.into_iter().flatten().any(|line| {
        let line = line.to_lowercase();
        SCALES.iter().any(|scale| line.contains(scale))
    })
}

/// The row of a cell.
fn line_of(text: &str, cell: &Cell) -> Span {
    let start = cell.row.start as usize;
    let rest = text.get(start..).unwrap_or_default();
    Span::new(start, start + rest.lines().next().unwrap_or_default().trim_end().len())
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;
    use crate::Extractor;

    /// The claims of a table, a claim a line.
    fn c(head: &str, rows: &[&str]) -> String {
        let text = format!("The ports told their figures on Monday.\n\n{head}\n{}\n", rows.join("\n"));
        let mut article = Article { id: "a".to_owned(), ..Article::default() };
        let row = |line: &str| -> Vec<Span> {
            let start = text.find(line).unwrap_or_default();
            let mut at = start;
            line.split(" | ")
                .map(|cell| {
                    let span = Span::new(at, at + cell.len());
                    at += cell.len() + 3;
                    span
                })
                .collect()
        };
        let heads = row(head);
        for line in rows {
            let cells = row(line);
            article.cells.extend(cells.iter().zip(&heads).skip(1).map(|(span, column)| Cell {
                span: *span,
                row: cells[0],
                column: *column,
            }));
        }
        article.text.clone_from(&text);
        let records = Extractor::new().extract(&article);
        let claims = records.claims.iter().map(|claim| {
            let cell = claim.place.start..claim.place.end;
            let quantity = records.quantities.iter().find(|quantity| cell.contains(&quantity.place.start));
            let quote = quantity.map_or("", |quantity| quantity.place.quote.as_str());
            format!(
                "{} {} | {} | {} | {:?} | {}",
                quote,
                claim.amount.unit.name,
                claim.subject,
                claim.measure,
                claim.period.ends(),
                claim.sentence
            )
        });
        claims.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn cells_are_of_their_headings() {
        snap!(c("Port | Containers | Killed", &["Ravel | 5,120 | 12", "Osterhaven | 7,300 | 4"]), @r#"
    5,120 container | Ravel |  | None | Ravel | 5,120 | 12
    12 person | Ravel |  | None | Ravel | 5,120 | 12
    7,300 container | Osterhaven | container | None | Osterhaven | 7,300 | 4
    4 person | Osterhaven | have | None | Osterhaven | 7,300 | 4
    "#);
        snap!(c("Goods | 2022 | 2023", &["Containers | 5,000 | 5,120", "Ships | 310 | 305"]), @r#"
    5,000 container |  | container | Some((2022-01-01, 2022-12-31)) | Containers | 5,000 | 5,120
    5,120 container |  | container | Some((2023-01-01, 2023-12-31)) | Containers | 5,000 | 5,120
    310 ship |  | ship | Some((2022-01-01, 2022-12-31)) | Ships | 310 | 305
    305 ship |  | ship | Some((2023-01-01, 2023-12-31)) | Ships | 310 | 305
    "#);
        // What the heading says is not wholly understood.
        snap!(c("Port | Containers (thousands)", &["Ravel | 5.1", "Osterhaven | 7.3"]), @"");
    }
}
