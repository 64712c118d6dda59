//! How deep the elements of a page stand inside each other, told from its tags before a tree is built of them: a
//! builder looks through all open elements at each tag.

use std::collections::BTreeMap;

use crate::bounds::MOST_LEVELS;

use super::too_deep;

/// Elements without an end, or that end where the next of their sort begins.
const OPEN: [&str; 20] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "p", "tr", "td", "th", "tbody", "thead", "tfoot",
];

/// Longer names are all alike: no page has such elements.
const MOST_NAME: usize = 64;

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// How many of a name, those of lists left aside.
    open: BTreeMap<String, usize>,
    all: usize,
    lists: Vec<List>,
}

/// What stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    /// `ul`, `ol`, `menu`, `dir`
    Items,
    /// `dl`
    Terms,
    /// `li`, which ends where the next begins, and not where a term does.
    Item,
    /// `dt` and `dd`, each of which ends the other, and not an item.
    Term,
    Option,
}

impl Levels {
    /// Takes a tag.
    ///
    /// # Errors
    /// More than [`MOST_LEVELS`] elements are open.
    pub(super) fn count(&mut self, name: &str, closes: bool) -> Result<(), String> {
        let name = name.get(..MOST_NAME).unwrap_or(name);
        if let Some(list) = List::named(name) {
            self.list(list, closes);
        } else if OPEN.contains(&name) {
            return Ok(());
        } else if !closes {
            *self.open.entry(name.to_owned()).or_default() += 1;
            self.all += 1;
        } else if let Some(open) = self.open.get_mut(name).filter(|open| **open > 0) {
            // An end tag of nothing closes nothing.
            *open -= 1;
            self.all -= 1;
        }
        if self.all + self.lists.len() > MOST_LEVELS { Err(too_deep()) } else { Ok(()) }
    }

    fn list(&mut self, list: List, closes: bool) {
        if closes {
            let ends = |open: &List| *open == list || (list == List::Item && *open == List::Items);
            // An item inside of a list does not end the item around the list.
            if let Some(at) = self.lists.iter().rposition(ends).filter(|at| self.lists[*at] == list) {
                self.lists.truncate(at);
            }
        } else if !(list.ends_where_next_begins() && self.lists.last() == Some(&list)) {
            self.lists.push(list);
        }
    }
}

impl List {
    fn named(name: &str) -> Option<Self> {
        match name {
            "ul" | "ol" | "menu" | "dir" => Some(Self::Items),
            "dl" => Some(Self::Terms),
            "li" => Some(Self::Item),
            "dt" | "dd" => Some(Self::Term),
            "option" => Some(Self::Option),
            _ => None,
        }
    }

    fn ends_where_next_begins(self) -> bool {
        matches!(self, Self::Item | Self::Term | Self::Option)
    }
}
