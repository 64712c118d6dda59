//! A page with nothing in it but what carries text: no scripts, styles, comments and marks inside a line.
//!
//! Done before the tree is built, on the page as it is written: a builder of trees repeats every open mark in
//! each paragraph, and looks through all open elements at each tag, which hostile pages make long.

use super::levels::Levels;

/// A page made plain.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) html: String,
    /// What the page says to machines, as JSON-LD.
    pub(super) data: Vec<String>,
}

/// Elements whose content is not read, whatever it is.
const DROPPED: [&str; 13] = [
    "script", "style", "template", "svg", "math", "iframe", "object", "textarea", "select", "noscript",
    "canvas", "noembed", "noframes",
];

/// Marks inside a line: they say nothing here.
const MARKS: [&str; 19] = [
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "mark",
    "ins", "sup", "sub", "wbr", "frameset",
];

/// Makes a page plain.
///
/// # Errors
/// Its elements stand too deep inside each other, or it has more signs than text.
pub(super) fn plain(page: &str) -> Result<Plain, String> {
    if page.bytes().filter(|byte| *byte == b'&').nth(MOST_REFERENCES).is_some() {
        return Err(format!("more than {MOST_REFERENCES} references to characters, which is no article"));
    }
    let mut signs = 0;
    let mut made = Plain { html: String::with_capacity(page.len()), data: Vec::new() };
    let mut open = Levels::default();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        add_text(&rest[..at], &mut made.html);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after(comment, "-->");
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = after(rest, ">");
        } else if let Some(tag) = Tag::at(rest) {
            rest = &rest[tag.whole.len()..];
            if DROPPED.contains(&tag.name.as_str()) {
                if !tag.closes {
                    let (inside, behind) = element(rest, &tag.name);
                    rest = behind;
                    if tag.name == "script" && tag.whole.to_ascii_lowercase().contains("ld+json") {
                        made.data.push(inside.to_owned());
                    }
                }
            } else if !MARKS.contains(&tag.name.as_str()) {
                open.count(&tag.name, tag.closes)?;
                tag.write(&mut made.html);
            }
        } else {
            // No tag: a sign of its own.
            signs += 1;
            if signs > MOST_REFERENCES {
                return Err(format!(
                    "more than {MOST_REFERENCES} signs that begin no tag, which is no article"
                ));
            }
            made.html.push_str("&lt;");
            rest = &rest[1..];
        }
    }
    add_text(rest, &mut made.html);
    Ok(made)
}

/// Text as it is, with each `&` that begins no reference as one: a parser looks again at what follows each.
fn add_text(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        html.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let is_reference = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
        html.push_str(if is_reference { "&" } else { "&amp;" });
    }
    html.push_str(rest);
}

/// A page written in references to characters is no English. A writer of pages looks through the rest of a text
/// for each.
const MOST_REFERENCES: usize = 100_000;

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

/// What stands before the end tag of an element, and behind it. An element without an end goes to the end.
fn element<'a>(text: &'a str, name: &str) -> (&'a str, &'a str) {
    for (at, _) in text.match_indices("</") {
        let rest = &text[at + 2..];
        let named = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if named && !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return (&text[..at], after(rest, ">"));
        }
    }
    (text, "")
}

/// A tag as it is written.
struct Tag<'a> {
    whole: &'a str,
    /// Lower case.
    name: String,
    closes: bool,
}

impl<'a> Tag<'a> {
    /// The tag that a text begins with.
    fn at(text: &'a str) -> Option<Self> {
        let closes = text[1..].starts_with('/');
        let named = &text[if closes { 2 } else { 1 }..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = named.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
        let whole = &text[..text.len() - named.len() + end + end_of(&named[end..])];
        Some(Self { whole, name: named[..end].to_ascii_lowercase(), closes })
    }

    /// A tag with a great many attributes, or a picture in one of them, goes without: a builder of trees compares
    /// each name with all before it.
    fn write(&self, html: &mut String) {
        if self.whole.len() <= MOST_ATTRIBUTES {
            return html.push_str(self.whole);
        }
        html.push_str(if self.closes { "</" } else { "<" });
        html.push_str(&self.name);
        html.push('>');
    }
}

/// Bytes of a tag with attributes that say something of the article.
const MOST_ATTRIBUTES: usize = 4 << 10;

/// Where a tag ends: a `>` in a quoted value does not end it. A quote that is never closed is none.
fn end_of(attributes: &str) -> usize {
    let mut quote = None;
    let mut is_value = false;
    for (at, byte) in attributes.bytes().enumerate().take(MOST_TAG) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if is_value => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        is_value = byte == b'=' || (is_value && byte.is_ascii_whitespace());
    }
    attributes.find('>').map_or(attributes.len(), |at| at + 1)
}

/// Longer than any tag, pictures that are written into it left aside.
const MOST_TAG: usize = 64 << 10;
