//! Notes on corrections.

use super::{
    Mark, Page,
    lexicon::{self, Kind, Position},
};

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if lexicon::start(Kind::Correction, &line.folded).is_some() {
            page.marks[index] = Some(Mark::Correction);
        } else if lexicon::has(Kind::Correction, Position::Line, line.bare()) {
            // A heading, and the paragraph under it.
            for mark in page.marks.iter_mut().skip(index).take(2) {
                *mark = Some(Mark::Correction);
            }
        }
    }
}
