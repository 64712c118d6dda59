//! The table of page furniture: what of the articles was taken for a part of the page, and so makes no claim and no event.

use super::word;
use crate::{
    Furniture, Run,
    sheet::{Cell, Sheet},
};

const COLUMNS: &[&str] = &["file", "source", "story", "what", "line", "column", "quote"];

const IN_BRIEF: &[&str] = &["file", "line", "what", "quote"];

pub(super) fn sheet(run: &Run) -> Sheet<'_> {
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(run.furniture.iter().map(row)) }
}

fn row(piece: &Furniture) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&piece.file),
        Cell::text(&piece.source),
        Cell::text(&piece.story),
        Cell::text(word(piece.what)),
        Cell::count(piece.place.line),
        Cell::count(piece.place.column),
        Cell::quote(&piece.place.quote),
    ]
}
