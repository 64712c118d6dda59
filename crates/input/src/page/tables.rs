//! Tables that belong to the article. Every format gives a row as a line of cells with `|` between them; the first row
//! heads the columns, the first cell its row.
//!
//! A table whose rows differ in the number of their cells, as where cells are joined, is none: a number under the wrong
//! heading is worse than a number without one.

use factcheck_core::{article::Cell, span::Span};

use super::{Page, lines::Line};

/// The cells with numbers, in order.
pub(super) fn cells(page: &Page<'_>) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for (index, line) in page.lines.iter().enumerate() {
        if page.is_free(index) && line.text.contains('|') {
            rows.push(row(line));
        } else {
            table(page, &std::mem::take(&mut rows), &mut found);
        }
    }
    table(page, &rows, &mut found);
    found
}

/// A heading and two rows are a table; fewer are a line with signs in it.
const LEAST_ROWS: usize = 3;

fn table(page: &Page<'_>, rows: &[Vec<Span>], found: &mut Vec<Cell>) {
    let Some((head, body)) = rows.split_first().filter(|_| rows.len() >= LEAST_ROWS) else { return };
    let text = |span: &Span| span.of(page.text);
    let is_table = body.iter().all(|row| row.len() == head.len())
        && head.iter().skip(1).all(|cell| is_heading(text(cell)))
        && body.iter().all(|row| row.first().is_some_and(|cell| is_heading(text(cell))));
    if is_table {
        for row in body {
            let cells = row.iter().zip(head).skip(1).filter(|(cell, _)| is_number(text(cell)));
            found.extend(cells.map(|(cell, column)| Cell { span: *cell, row: row[0], column: *column }));
        }
    }
}

/// The cells of a line, without the blanks around them.
fn row(line: &Line<'_>) -> Vec<Span> {
    let mut at = line.start;
    let cells = line.text.split('|').map(|cell| {
        let start = at + cell.len() - cell.trim_start().len();
        at += cell.len() + 1;
        Span::new(start, start + cell.trim().len())
    });
    cells.collect()
}

/// Words, or a year: what numbers stand under or beside.
fn is_heading(cell: &str) -> bool {
    let is_year = cell.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year)) && cell.len() == 4;
    is_year || (cell.contains(char::is_alphabetic) && !is_number(cell))
}

/// A number and its signs, and nothing else: "5,120", "2.3 %", "$40", "-0.4".
fn is_number(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['$', '€', '£', '+', '-', '−', ' ']).trim_end_matches(['%', ' ']);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use factcheck_core::article::Article;
    use insta::assert_snapshot as snap;

    /// Row, column and cell, a cell a line.
    fn t(table: &str) -> String {
        let text =
            format!("Two ports\n\nThe ports told their figures on Monday.\n\n{table}\nThat was all.\n");
        let mut article = Article { text, ..Article::default() };
        super::super::annotate(&mut article);
        let of = |span: factcheck_core::span::Span| span.of(&article.text);
        let cells = article
            .cells
            .iter()
            .map(|cell| format!("{}, {}: {}", of(cell.row), of(cell.column), of(cell.span)));
        cells.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn cells_have_two_headings() {
        snap!(t("Port | Boxes | Change\nRavel | 5,120 | -2.3 %\n\nOsterhaven | 7,300 | n/a\n"), @"Ravel, Boxes: 5,120; Ravel, Change: -2.3 %; Osterhaven, Boxes: 7,300");
        snap!(t("| 2022 | 2023\nBoxes | 5,000 | 5,120\nShips | 310 | 305\n"), @"Boxes, 2022: 5,000; Boxes, 2023: 5,120; Ships, 2022: 310; Ships, 2023: 305");
        // Joined cells, too few rows, no headings.
        snap!(t("Port | Boxes\nRavel | 5,120 | 310\nOsterhaven | 7,300 | 420\n"), @"");
        snap!(t("Port | Boxes\nRavel | 5,120\n"), @"");
        snap!(t("Ravel | 5,120\nOsterhaven | 7,300\nBergby | 310\n"), @"");
        snap!(t("Share | Like\nRavel | Osterhaven\nMore | Less\n"), @"");
    }
}
