//! Parts of a page that its own names call something else than the article: `data/lexicon/page-parts.csv`.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use dom_query::{Document, NodeId, NodeRef};

static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = TABLE.lines().skip(1);
    rows.filter_map(|row| Some(row.split_once(',')?.0)).collect()
});

const TABLE: &str = include_str!("../../../../data/lexicon/page-parts.csv");

/// A part with more of the page's text than that, in hundredths, is not beside the article: whole pages are
/// called by what they have as well.
const MOST: usize = 40;

/// So much text must be left, or the names mean something else here.
const LEAST: usize = 120;

/// Takes the named parts out of a page.
pub(super) fn strip(document: &Document) {
    let Some(body) = document.body() else { return };
    let lengths = lengths(&body);
    let length = |node: &NodeRef<'_>| lengths.get(&node.id).copied().unwrap_or_default();
    let total = length(&body);
    let (mut found, mut left) = (Vec::new(), total);
    let mut nodes = vec![body];
    while let Some(node) = nodes.pop() {
        let own = if is_named(&node) { length(&node) } else { total };
        if own * 100 <= total * MOST {
            left = left.saturating_sub(own);
            found.push(node);
        } else {
            nodes.extend(node.children_it(false).filter(NodeRef::is_element));
        }
    }
    if left >= LEAST {
        found.iter().for_each(NodeRef::remove_from_parent);
    }
}

/// Bytes of text under each element of a page, each text looked at once: named parts may stand inside each other.
fn lengths(body: &NodeRef<'_>) -> HashMap<NodeId, usize> {
    let mut lengths = HashMap::new();
    let mut nodes = vec![(*body, false)];
    while let Some((node, seen)) = nodes.pop() {
        if seen {
            let under = node.children_it(false).filter_map(|child| lengths.get(&child.id)).sum();
            lengths.insert(node.id, under);
        } else if node.is_text() {
            lengths.insert(node.id, node.text().len());
        } else {
            nodes.push((node, true));
            nodes.extend(node.children_it(false).map(|child| (child, false)));
        }
    }
    lengths
}

fn is_named(node: &NodeRef<'_>) -> bool {
    let names = ["class", "id"].into_iter().filter_map(|name| node.attr(name));
    names.into_iter().any(|names| names.split_whitespace().any(is_one))
}

/// Whether a name has one of the table's words, or two that stand together: `article-ShareBar`, `mod_most-read`.
fn is_one(name: &str) -> bool {
    let words = words(name);
    let pair = |pair: &[String]| NAMES.contains(pair.join("-").as_str());
    words.iter().any(|word| NAMES.contains(word.as_str())) || words.windows(2).any(pair)
}

/// The words of a name, lower case: they end where another sort of sign or a capital begins.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = c.is_uppercase() && before.is_lowercase();
        if (!c.is_alphanumeric() || begins) && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_lower_case() {
        let names: Vec<&str> = TABLE.lines().skip(1).filter_map(|row| Some(row.split_once(',')?.0)).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "keep page-parts.csv sorted: {names:?}");
        assert!(names.iter().all(|name| *name == name.to_lowercase()));
    }

    #[test]
    fn words_of_names() {
        assert!(is_one("article-ShareBar") && is_one("mod_most-read") && is_one("AD"));
        assert!(!is_one("shareholders") && !is_one("adverb") && !is_one("most") && !is_one(""));
    }
}
