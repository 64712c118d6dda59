//! Notes on corrections.

use super::{
    Mark, Page,
    lexicon::{self, Kind, Position, bare, fold},
    lines::head,
};

/// Longer than the longest phrase.
const PHRASE: usize = 60;

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        let folded = fold(head(line.text, PHRASE));
        if lexicon::start(Kind::Correction, &folded).is_some() {
            page.marks[index] = Some(Mark::Correction);
        } else if line.text.len() <= PHRASE && lexicon::has(Kind::Correction, Position::Line, bare(&folded)) {
            // A heading, and the paragraph under it.
            for mark in page.marks.iter_mut().skip(index).take(2) {
                *mark = Some(Mark::Correction);
            }
        }
    }
}
