//! Web pages: what is the article, its title, outlet and dates.
//!
//! The text is the headline and the paragraphs, a line each with a blank line between; a row of a table is a
//! line. Offsets and line numbers are of that text. Nothing of a script is run and nothing is loaded.

mod body;
mod ld;
mod levels;
mod lines;
mod meta;
mod parts;
mod plain;
#[cfg(test)]
mod tests;

use std::io::BufRead;

use dom_query::Document;

pub(crate) use meta::encoding;

use crate::{
    bounds::{MOST_LEVELS, whole},
    decode::decode,
    fields::{Fields, skipped},
    formats::Items,
    open::Head,
};

/// What a page begins with. A text may begin with a sign in angle brackets too.
const BEGINNINGS: [&str; 12] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta",
    "<article",
    "<main",
    "<h1",
    "<div",
    "<p>",
    "<table",
];

pub(crate) fn looks(head: &Head) -> bool {
    let mut text = head.text.as_str();
    // Saved pages begin with a comment, pages of the stricter sort with a declaration.
    while let Some((_, rest)) = comment(text) {
        text = rest.trim_start();
    }
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

fn comment(text: &str) -> Option<(&str, &str)> {
    match text {
        _ if text.starts_with("<!--") => text.split_once("-->"),
        _ if text.starts_with("<?xml") => text.split_once("?>"),
        _ => None,
    }
}

pub(crate) fn read<'a>(mut reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let name = name.to_owned();
    Box::new(std::iter::once_with(move || {
        let page = whole(&mut *reader)?.and_then(|bytes| fields(bytes, None, ""));
        Ok((1, page.map_or_else(|reason| skipped(name.clone(), reason), |fields| fields.whole(&name))))
    }))
}

/// What a page says. `declared` is the encoding and `url` the address that came with it, if any.
///
/// # Errors
/// Why the page is not read.
pub(crate) fn fields(bytes: Vec<u8>, declared: Option<&str>, url: &str) -> Result<Fields, String> {
    let own = meta::encoding(&bytes);
    let decoded = decode(bytes, declared.or(own.as_deref()));
    let plain = plain::plain(&decoded.text)?;
    let document = parse(&plain.html)?;
    let mut found = meta::read(&document, &plain.data, url);
    parts::strip(&document);
    let mut paragraphs = body::paragraphs(&document, &found.title);
    let told = told(&std::mem::take(&mut found.text));
    // Some pages show their text by a script, or the first of it to whoever does not pay.
    if body::length(&told) > 2 * body::length(&paragraphs) {
        paragraphs = told;
    }
    if paragraphs.is_empty() {
        return Err("no text in the page".to_owned());
    }
    found.text = text(&std::mem::take(&mut found.title), &paragraphs);
    found.replaced = decoded.replaced;
    Ok(found)
}

/// The paragraphs of a text that a page tells to machines, in whatever way it is written.
fn told(text: &str) -> Vec<String> {
    if text.contains("</p>") || text.contains("<br") {
        let text = fragment(text).unwrap_or_default();
        return text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let plain = |line: &str| {
        if line.contains(['&', '<']) { fragment(line).ok() } else { Some(line.trim().to_owned()) }
    };
    text.lines().filter_map(plain).filter(|line| !line.is_empty()).collect()
}

/// The lines of a piece of HTML that is all article, as feeds and agencies send it.
///
/// # Errors
/// Why it is not read.
pub(crate) fn fragment(html: &str) -> Result<String, String> {
    let document = parse(&plain::plain(html)?.html)?;
    Ok(lines::of(&document.root()).join("\n\n"))
}

fn parse(html: &str) -> Result<Document, String> {
    let document = Document::from(html);
    let mut nodes = vec![(document.root(), 0)];
    while let Some((node, level)) = nodes.pop() {
        if level > MOST_LEVELS {
            return Err(too_deep());
        }
        nodes.extend(node.children_it(false).map(|child| (child, level + 1)));
    }
    Ok(document)
}

fn too_deep() -> String {
    format!("more than {MOST_LEVELS} elements inside each other, which is no article")
}

/// The headline above the paragraphs, once.
fn text(title: &str, paragraphs: &[String]) -> String {
    let mut text = String::new();
    let first = (!title.is_empty()).then_some(title);
    for line in first.into_iter().chain(paragraphs.iter().map(String::as_str)) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(line);
    }
    text.push('\n');
    text
}
