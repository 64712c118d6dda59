//! Which part of a page is the article.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::lines;

/// What pages call the whole text of an article, and nothing around it.
const BODIES: [&str; 2] = ["[itemprop~=articleBody]", "[property~='schema:articleBody']"];

/// A shorter text is not the article, or not all of it.
const LEAST: usize = 200;

/// The paragraphs of the article, without its headline.
pub(super) fn paragraphs(document: &Document, title: &str) -> Vec<String> {
    let own = BODIES.iter().find_map(|body| {
        let found: Vec<String> = document.select(body).nodes().iter().flat_map(lines::of).collect();
        (length(&found) >= LEAST).then_some(found)
    });
    let mut paragraphs = own.unwrap_or_else(|| found(document));
    let is_title = |line: &String| same(line, title);
    paragraphs.retain(|line| !is_title(line));
    paragraphs
}

/// The part that reads like an article; of a page that has none, all of it.
fn found(document: &Document) -> Vec<String> {
    let config = Config { disable_json_ld: true, char_threshold: LEAST, ..Config::default() };
    let reader = Readability::with_document(document.clone(), None, Some(config));
    let article = reader.ok().and_then(|mut reader| reader.parse().ok());
    let found =
        article.map_or(Vec::new(), |article| lines::of(&Document::fragment(&*article.content).root()));
    if found.is_empty() { whole(document) } else { found }
}

fn whole(document: &Document) -> Vec<String> {
    document.body().as_ref().map_or_else(Vec::new, |body: &NodeRef<'_>| lines::of(body))
}

fn length(lines: &[String]) -> usize {
    lines.iter().map(String::len).sum()
}

fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    !b.is_empty() && a.len() < 4 * b.len() + 40 && letters(a) == letters(b)
}
