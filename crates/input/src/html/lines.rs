//! A tree of elements as lines: a paragraph, a heading, an item of a list, a row of a table each.

use dom_query::NodeRef;

/// Elements that stand in a line with what is around them.
const INLINE: [&str; 20] = [
    "a", "abbr", "acronym", "bdi", "bdo", "cite", "data", "del", "dfn", "kbd", "label", "q", "ruby", "rt",
    "rp", "samp", "span", "time", "var", "output",
];

/// Elements that are no text of the article.
const LEFT_OUT: [&str; 14] = [
    "head",
    "nav",
    "form",
    "button",
    "input",
    "dialog",
    "audio",
    "video",
    "figcaption",
    "menu",
    "footer",
    "aside",
    "img",
    "hr",
];

/// The lines under a node, without blanks around them, none of them empty. A line that is nothing but a link,
/// and no sentence, leads to another article; one that is nothing but a `time` is a stamp.
pub(super) fn of(node: &NodeRef<'_>) -> Vec<String> {
    lines(node, false)
}

/// As [`of`], those that are nothing but a link too: headlines are links to their own page.
pub(super) fn all(node: &NodeRef<'_>) -> Vec<String> {
    lines(node, true)
}

fn lines(node: &NodeRef<'_>, with_links: bool) -> Vec<String> {
    let mut lines = Lines { with_links, ..Lines::default() };
    for child in node.children_it(false) {
        lines.add(&child);
    }
    lines.end();
    lines.done
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
    /// How many bytes of the line are links, and whether more of them follow.
    linked: usize,
    in_link: bool,
    /// The same of times.
    timed: usize,
    in_time: bool,
    with_links: bool,
}

impl Lines {
    /// The tree was found to be no deeper than [`crate::bounds::MOST_LEVELS`].
    fn add(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            return self.text(&node.text());
        }
        let Some(name) = node.node_name() else { return };
        match &*name {
            name if LEFT_OUT.contains(&name) => {}
            "br" => self.end(),
            "tr" if is_data(node) => {
                self.end();
                let cells = node.children_it(false).filter(NodeRef::is_element);
                let cells: Vec<String> = cells.map(|cell| all(&cell).join(" ")).collect();
                self.text(&cells.join(" | "));
                self.end();
            }
            "a" if !self.in_link => {
                self.in_link = true;
                self.inside(node);
                self.in_link = false;
            }
            "time" if !self.in_time => {
                self.in_time = true;
                self.inside(node);
                self.in_time = false;
            }
            name if INLINE.contains(&name) => self.inside(node),
            _ => {
                self.end();
                self.inside(node);
                self.end();
            }
        }
    }

    fn inside(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.add(&child);
        }
    }

    /// Blanks and line ends are one blank each.
    fn text(&mut self, text: &str) {
        if text.starts_with(is_blank) {
            self.blank();
        }
        for (index, word) in text.split(is_blank).filter(|word| !word.is_empty()).enumerate() {
            if index > 0 {
                self.blank();
            }
            self.line.push_str(word);
            self.linked += if self.in_link { word.len() } else { 0 };
            self.timed += if self.in_time { word.len() } else { 0 };
        }
        if text.ends_with(is_blank) {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        let words: usize = line.split(' ').map(str::len).sum();
        let is_link = std::mem::take(&mut self.linked) == words && !line.ends_with(['.', '!', '?', '”', '"']);
        let is_stamp = std::mem::take(&mut self.timed) == words;
        if !line.is_empty() && (self.with_links || !(is_link || is_stamp)) {
            self.done.push(line.to_owned());
        }
    }
}

/// Controls too: none is text.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Whether a row has several cells with something short in each. Old pages are laid out with tables.
fn is_data(row: &NodeRef<'_>) -> bool {
    let mut cells = row.children_it(false).filter(NodeRef::is_element);
    let mut many = 0;
    cells.all(|cell| {
        many += 1;
        is_short(&cell)
    }) && many > 1
}

/// No cell of a table of figures is longer.
const MOST_CELL: usize = 120;
/// Nor has it more elements: tables stand inside each other, and each is looked at once for each around it.
const MOST_NODES: usize = 1000;

fn is_short(cell: &NodeRef<'_>) -> bool {
    let (mut length, mut seen) = (0, 0);
    let mut nodes: Vec<NodeRef<'_>> = cell.children();
    while let Some(node) = nodes.pop() {
        seen += 1;
        if node.is_text() {
            length += node.text().split_whitespace().map(|word| word.len() + 1).sum::<usize>();
        } else {
            nodes.extend(node.children_it(false));
        }
        if length > MOST_CELL || seen + nodes.len() > MOST_NODES {
            return false;
        }
    }
    true
}
