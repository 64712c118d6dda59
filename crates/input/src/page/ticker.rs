//! Lines of prices and their changes that run along a page: "FTSE 100 7,682 ▲ 0.43% | Brent $83.10 ▼ 1.2%".

use factcheck_core::article::FurnitureKind::Navigation;

use super::{Page, lines::ends_with_period};

/// So many changes make a line a ticker; a headline may have one.
const LEAST: usize = 2;
/// Without an arrow among them.
const LEAST_SIGNED: usize = 3;

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        if page.is_free(index) && is_ticker(page.lines[index].text) {
            page.mark(index, Navigation);
        }
    }
}

fn is_ticker(text: &str) -> bool {
    // Most lines have none of these signs.
    if text.len() > MOST_BYTES || !text.contains(['▲', '▼', '△', '▽', '+', '−']) || ends_with_period(text)
    {
        return false;
    }
    let arrows = text.chars().filter(|c| matches!(c, '▲' | '▼' | '△' | '▽')).count();
    let signed = text.split_whitespace().filter(|word| is_signed(word)).count();
    // A row of a table of the article has signed numbers too, and a bar between its cells.
    let is_row = text.contains(" | ");
    arrows >= LEAST || (arrows > 0 && arrows + signed >= LEAST) || (signed >= LEAST_SIGNED && !is_row)
}

/// Tickers are one line on a page; a longer one is not.
const MOST_BYTES: usize = 1000;

/// "+0.43%", "−1.2", "(-0.5%)".
fn is_signed(word: &str) -> bool {
    let number = word.trim_start_matches('(').strip_prefix(['+', '-', '−']);
    number
        .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()) && number.contains(['.', '%']))
}
