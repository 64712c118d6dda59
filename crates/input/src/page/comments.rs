//! What readers wrote under an article: from the heading of their comments to the end of the page.

use factcheck_core::article::FurnitureKind::Navigation;

use super::{
    Page,
    lexicon::{Kind, Position, has},
    lists::is_count_of_comments,
};

/// A first comment has few paragraphs before "Reply" stands under it.
const MOST_LINES: usize = 12;

pub(super) fn mark(page: &mut Page<'_>) {
    let Some(first) = page.lines.iter().position(|line| line.is_short && is_control(&line.folded)) else {
        return;
    };
    let above = first.saturating_sub(MOST_LINES)..first;
    let heading = above.rev().find(|index| is_heading(page.lines[*index].bare()));
    let Some(heading) = heading.filter(|heading| *heading > 0) else { return };
    (heading..page.lines.len()).for_each(|index| page.mark(index, Navigation));
    page.end = heading;
}

fn is_heading(phrase: &str) -> bool {
    has(Kind::Comment, Position::Line, phrase) || is_count_of_comments(phrase)
}

/// "Reply 12 Like 45": links under a comment, one of which answers it.
fn is_control(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut answers = false;
    words.all(|word| {
        answers |= matches!(word, "reply" | "replies");
        has(Kind::Comment, Position::Word, word) || word.starts_with(|c: char| c.is_ascii_digit())
    }) && answers
}
