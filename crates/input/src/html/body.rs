//! Which part of a page is the article.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::lines;

/// What pages call the whole text of an article, and nothing around it.
const BODIES: [&str; 2] = ["[itemprop~=articleBody]", "[property~='schema:articleBody']"];

/// A shorter text is not the article, or not all of it.
const LEAST: usize = 200;

/// The paragraphs of the article, without its headline.
pub(super) fn paragraphs(document: &Document, title: &str) -> Vec<String> {
    let own = BODIES.iter().find_map(|body| {
        let marked = document.select(body);
        let found: Vec<String> = outermost(marked.nodes()).flat_map(lines::of).collect();
        (length(&found) >= LEAST).then_some(found)
    });
    let mut paragraphs = own.unwrap_or_else(|| found(document));
    let headline = letters(title);
    let is_headline =
        |line: &String| !title.is_empty() && line.len() < 4 * title.len() + 40 && letters(line) == headline;
    paragraphs.retain(|line| !is_headline(line));
    paragraphs
}

/// Those that stand in no other one, in the order of the page: none is read twice.
fn outermost<'a, 'b>(nodes: &'b [NodeRef<'a>]) -> impl Iterator<Item = &'b NodeRef<'a>> {
    let ids: HashSet<NodeId> = nodes.iter().map(|node| node.id).collect();
    nodes.iter().filter(move |node| node.ancestors_it(None).all(|around| !ids.contains(&around.id)))
}

/// The part that reads like an article; of a page that has none, all of it.
fn found(document: &Document) -> Vec<String> {
    if steps(document) > MOST_STEPS {
        return whole(document);
    }
    let config = Config { disable_json_ld: true, char_threshold: LEAST, ..Config::default() };
    let reader = Readability::with_document(document.clone(), None, Some(config));
    let article = reader.ok().and_then(|mut reader| reader.parse().ok());
    let found =
        article.map_or(Vec::new(), |article| lines::of(&Document::fragment(&*article.content).root()));
    if found.is_empty() { whole(document) } else { found }
}

/// What it costs to look for the article: each element is looked at once for each that it stands in.
fn steps(document: &Document) -> usize {
    let (mut steps, mut nodes) = (0, vec![(document.root(), 0)]);
    while let Some((node, level)) = nodes.pop() {
        steps += level;
        nodes.extend(node.children_it(false).map(|child| (child, level + 1)));
    }
    steps
}

/// A megabyte of nothing but elements, thirty inside each other, has as many.
const MOST_STEPS: usize = 8_000_000;

fn whole(document: &Document) -> Vec<String> {
    document.body().as_ref().map_or_else(Vec::new, |body: &NodeRef<'_>| lines::of(body))
}

pub(super) fn length(lines: &[String]) -> usize {
    lines.iter().map(String::len).sum()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
