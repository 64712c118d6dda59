//! Appeals to subscribe and to give money.

use std::collections::HashSet;

use factcheck_core::article::FurnitureKind::{Donation, Subscription};

use super::{
    Page,
    lexicon::{self, Kind, Position, fold, has, start},
    lines::{Line, ends_with_period},
    names::is_names,
};

pub(super) fn mark(page: &mut Page<'_>) {
    for index in 0..page.lines.len() {
        if page.is_free(index) && is_subscription(&page.lines[index]) {
            page.mark(index, Subscription);
        }
    }
    donation(page);
}

/// A short line that begins with an imperative and names what is offered: "Sign up for our newsletter".
fn is_subscription(line: &Line<'_>) -> bool {
    if !line.is_short {
        return false;
    }
    let folded = line.folded.as_str();
    if has(Kind::Subscription, Position::Line, line.bare()) || is_support(line.text) {
        return true;
    }
    let Some(phrase) = start(Kind::Subscription, folded) else { return false };
    let mut offers =
        words(&folded[phrase.len()..]).filter(|word| has(Kind::Subscription, Position::Word, word));
    if ends_with_period(line.text) {
        // A sentence must offer two things, or one of ours to you.
        let first = offers.next().is_some();
        return first
            && (offers.next().is_some() || words(folded).any(|word| matches!(word, "our" | "your" | "us")));
    }
    offers.next().is_some()
        || (words(folded).count() <= 5
            && words(folded).any(|word| matches!(word, "our" | "your" | "us" | "now")))
}

/// "Support The Evening Post!"
fn is_support(text: &str) -> bool {
    let name = text.strip_prefix("Support ").and_then(|rest| rest.strip_suffix('!'));
    name.is_some_and(|name| is_names(name) && words(name).count() <= 6)
}

/// From an opening such as "before you go" to the last paragraph that asks; without one, paragraphs that ask
/// plainly. Both only in the lower part of a page.
fn donation(page: &mut Page<'_>) {
    let opening = (0..page.lines.len())
        .find(|index| page.is_free(*index) && page.is_low(*index) && opens(&page.lines[*index]));
    if let Some(first) = opening
        && let Some(last) = last_asking(page, first)
    {
        (first..=last).for_each(|index| page.mark(index, Donation));
    }
    for index in 0..page.lines.len() {
        if page.is_free(index) && page.is_low(index) && asks(page.lines[index].text, 3) {
            page.mark(index, Donation);
        }
    }
}

fn opens(line: &Line<'_>) -> bool {
    let phrases = lexicon::phrases(Kind::Donation, Position::Within);
    line.is_short
        && !is_quote(line.text)
        && phrases.iter().any(|phrase| line.folded.contains(phrase.as_str()))
}

/// An appeal tells its story for a paragraph or two before it asks.
const MOST_STORY: usize = 3;

fn last_asking(page: &Page<'_>, first: usize) -> Option<usize> {
    let mut last = None;
    for index in first..page.lines.len() {
        if asks(page.lines[index].text, 2) {
            last = Some(index);
        }
        if index - last.unwrap_or(first) > MOST_STORY {
            break;
        }
    }
    last
}

/// Whether a paragraph speaks to the reader, of ourselves, with so many different words of asking.
fn asks(text: &str, least: usize) -> bool {
    // Few paragraphs of news speak to a reader: look for that first.
    if is_quote(text) || !(text.contains("you") || text.contains("You")) {
        return false;
    }
    let folded = fold(text);
    let all: HashSet<&str> = words(&folded).collect();
    let has_one = |list: &[&str]| list.iter().any(|word| all.contains(word));
    has_one(&["you", "your"])
        && has_one(&["we", "our", "us"])
        && !has_one(&["said", "says", "told"])
        && all.iter().filter(|word| has(Kind::Donation, Position::Word, word)).count() >= least
}

/// What somebody said is news, also when it asks for money.
fn is_quote(text: &str) -> bool {
    text.starts_with(['"', '“', '‘', '\'', '«'])
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\'')).filter(|word| !word.is_empty())
}
