//! Lists of other articles, share bars and the controls of a page.

use factcheck_core::article::FurnitureKind::{Navigation, Related};

use super::{
    Page,
    lexicon::{Kind, Position, has, start},
};

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        if !page.is_free(index) || !page.lines[index].is_short || is_inside(page, index) {
            continue;
        }
        let folded = page.lines[index].folded.as_str();
        let phrase = page.lines[index].bare();
        let control = is_control(phrase);
        if has(Kind::Related, Position::Line, phrase) || is_read_more(phrase) {
            let end = end_of_list(page, index + 1);
            let kind = if control && end == index + 1 { Navigation } else { Related };
            page.mark(index, kind);
            for item in index + 1..end {
                let control = is_control(page.lines[item].bare());
                page.mark(item, if control { Navigation } else { Related });
            }
        } else if control {
            page.mark(index, Navigation);
        } else if start(Kind::Related, folded).is_some() && page.lines[index].is_headline() {
            page.mark(index, Related);
        } else if start(Kind::Navigation, folded).is_some() {
            page.mark(index, Navigation);
        }
    }
}

/// Whether a line is the middle of a sentence that is broken over lines.
fn is_inside(page: &Page<'_>, index: usize) -> bool {
    page.lines[index].text.starts_with(char::is_lowercase)
        && (!page.lines[index].after_blank || page.lines.get(index + 1).is_some_and(|next| !next.after_blank))
}

/// Both a link to the rest of an article and the heading of a list.
fn is_read_more(phrase: &str) -> bool {
    phrase == "read more"
}

/// The line after the last headline of the list that begins here: the list ends where prose begins.
fn end_of_list(page: &Page<'_>, from: usize) -> usize {
    let is_item =
        |index: &usize| page.is_free(*index) && page.lines[*index].is_headline() && !is_wrapped(page, *index);
    (from..page.lines.len()).take_while(is_item).last().map_or(from, |last| last + 1)
}

/// Whether a line goes on in the next one, as in a text broken at a width.
fn is_wrapped(page: &Page<'_>, index: usize) -> bool {
    page.lines
        .get(index + 1)
        .is_some_and(|next| !next.after_blank && next.text.starts_with(char::is_lowercase))
}

fn is_control(phrase: &str) -> bool {
    has(Kind::Navigation, Position::Line, phrase)
        || is_count_of_comments(phrase)
        || is_count_of_readers(phrase)
        || is_share_bar(phrase)
}

/// "12 comments".
pub(super) fn is_count_of_comments(phrase: &str) -> bool {
    counted(phrase).is_some_and(|word| matches!(word, "comment" | "comments"))
}

/// "1,204 shares".
fn is_count_of_readers(phrase: &str) -> bool {
    counted(phrase).is_some_and(|word| matches!(word, "shares" | "likes" | "views" | "retweets" | "reads"))
}

/// What is counted in a line that is nothing but a count.
fn counted(phrase: &str) -> Option<&str> {
    // Nearly all lines begin otherwise.
    if !phrase.starts_with(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | 'v' | 'a')) {
        return None;
    }
    let rest = phrase.trim_start_matches("view ").trim_start_matches("all ");
    let (count, word) = rest.split_once(' ')?;
    count.bytes().all(|b| b.is_ascii_digit() || b == b',').then_some(word)
}

/// A bar has few links.
const MOST_LINKS: usize = 12;

/// "Facebook Twitter Email Print", also with how often: "Share 1,204 Tweet Email".
fn is_share_bar(phrase: &str) -> bool {
    let words = phrase.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let mut links = 0;
    for word in words {
        // Most lines end here with their first word.
        if links > 0 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if links == MOST_LINKS || !has(Kind::Navigation, Position::Word, word) {
            return false;
        }
        links += 1;
    }
    links >= 2
}
