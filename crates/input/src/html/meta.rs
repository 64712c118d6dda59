//! What a page says of itself in its head, and where it says its date.
//!
//! Which names pages use for what is the table `data/lexicon/page-fields.csv`, the surest first.

use std::sync::LazyLock;

use dom_query::{Document, NodeRef};
use factcheck_core::stamp::Stamp;
use serde::Deserialize;

use crate::{dates, fields::Fields};

use super::{ld, lines};

/// What a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Field {
    Outlet,
    Published,
    Title,
    Updated,
}

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    field: Field,
    name: String,
    #[serde(rename = "reason")]
    _reason: String,
}

const TABLE: &str = include_str!("../../../../data/lexicon/page-fields.csv");

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize::<Row>().flatten().collect()
});

/// Everything but the text of the page; its text is what it says of it to machines. `data` are the page's blocks of JSON-LD, `url` its address where that is known.
pub(super) fn read(document: &Document, data: &[String], url: &str) -> Fields {
    let said = ld::read(data);
    let meta = Meta::of(document);
    let url = first([url.to_owned(), canonical(document), meta.get("og:url"), said.url]);
    let day = || dates::of_address(&url);
    let told = |said: &str, field| dates::read(said).ok().or_else(|| meta.date(field));
    let published = told(&said.published, Field::Published).or_else(|| marked(document)).or_else(day);
    let updated = told(&said.modified, Field::Updated);
    let site = first([meta.all(Field::Outlet).next().unwrap_or_default(), said.publisher]);
    let title = title(document, &said.headline, &meta, &site);
    let source = first([site, host(&url)]);
    let language =
        document.select("html").attr("lang").map(|tag| tag.trim().to_owned()).filter(|tag| is_tag(tag));
    Fields {
        title,
        source,
        text: said.body,
        // A page that was changed before it was published says so of something else.
        updated: updated.filter(|updated| published.is_none_or(|published| updated.date >= published.date)),
        published,
        url,
        language: language.unwrap_or_default(),
        ..Fields::default()
    }
}

/// Whether this is written as BCP 47 writes the name of a language.
fn is_tag(text: &str) -> bool {
    text.len() <= 35 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn first<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// The encoding that a page declares in its first bytes, or in its XML declaration.
pub(crate) fn encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let sign = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'));
    head.match_indices("charset")
        .map(|(at, word)| (at, word.len()))
        .chain(
            head.starts_with("<?xml")
                .then(|| head.find("encoding").map(|at| (at, "encoding".len())))
                .flatten(),
        )
        .find_map(|(at, length)| {
            let label = head[at + length..]
                .trim_start()
                .strip_prefix('=')?
                .trim_start()
                .trim_start_matches(['"', '\'']);
            let label = label.split(sign).next()?;
            (!label.is_empty()).then(|| label.to_owned())
        })
}

/// The names and contents of a page's `meta` elements, and of others that are marked in the same way.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(document: &Document) -> Self {
        let nodes = document.select("meta[content]");
        let named = nodes.nodes().iter().flat_map(|node| {
            let content = node.attr("content").map(|content| content.trim().to_owned()).unwrap_or_default();
            let names = ["property", "name", "itemprop", "http-equiv"];
            let names =
                names.into_iter().filter_map(|name| node.attr(name)).map(|name| name.trim().to_lowercase());
            names.map(move |name| (name, content.clone())).collect::<Vec<_>>()
        });
        Self(named.filter(|(_, content)| !content.is_empty()).collect())
    }

    fn get(&self, name: &str) -> String {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, content)| content.clone()).unwrap_or_default()
    }

    /// What the page says of a field, the surest first. An address is no name.
    fn all(&self, field: Field) -> impl Iterator<Item = String> {
        let rows = ROWS.iter().filter(move |row| row.field == field);
        rows.map(|row| self.get(&row.name)).filter(|said| !said.is_empty() && !said.starts_with("http"))
    }

    fn date(&self, field: Field) -> Option<Stamp> {
        self.all(field).find_map(|said| dates::read(&said).ok())
    }
}

/// The date that an element of the page is marked with: one that says it is the date of publication, else the
/// first that stands above the text.
fn marked(document: &Document) -> Option<Stamp> {
    const MARKED: [&str; 5] = [
        "[itemprop~=datePublished]",
        "time[pubdate]",
        "time.published, time.entry-date",
        "header time",
        "time",
    ];
    MARKED.iter().find_map(|mark| {
        let found = document.select(mark);
        found.nodes().iter().filter(|node| !is_aside(node)).find_map(date_of)
    })
}

fn date_of(node: &NodeRef<'_>) -> Option<Stamp> {
    let attributes = ["datetime", "content"].into_iter().filter_map(|name| node.attr(name));
    attributes
        .map(|said| said.to_string())
        .chain([node.text().to_string()])
        .find_map(|said| dates::read(&said).ok())
}

/// Whether an element belongs to links and comments beside the article.
fn is_aside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None)
        .any(|node| node.node_name().is_some_and(|name| matches!(&*name, "aside" | "nav" | "footer" | "li")))
}

fn canonical(document: &Document) -> String {
    let link = document.select("link[rel~=canonical]").attr("href");
    link.map(|url| url.trim().to_owned()).filter(|url| url.starts_with("http")).unwrap_or_default()
}

/// The headline: what stands on the page goes before what it says to machines.
fn title(document: &Document, said: &str, meta: &Meta, site: &str) -> String {
    let heading = |selector: &str| {
        let found = document.select(selector);
        let lines: Vec<String> =
            found.nodes().iter().take(2).map(|node| lines::all(node).join(" ")).collect();
        // Of several headings none is known to be the headline.
        match lines.as_slice() {
            [line] if !line.is_empty() && !line.eq_ignore_ascii_case(site) => Some(line.clone()),
            _ => None,
        }
    };
    let marked = ["[itemprop~=headline]", "article h1", "h1"].iter().find_map(|mark| heading(mark));
    let of_window = document.select("title").text();
    let own = meta.all(Field::Title).next().unwrap_or_default();
    let title = first([marked.unwrap_or_default(), said.to_owned(), own, of_window.trim().to_owned()]);
    let title = one_line(without_site(&title, site));
    if title.len() > MOST_TITLE { String::new() } else { title }
}

/// A longer headline is none, but a page that is marked as one.
const MOST_TITLE: usize = 2000;

/// "Two cranes fall | The Quay" is called by its first part.
fn without_site<'a>(title: &'a str, site: &str) -> &'a str {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((own, last)) = title.rsplit_once(sign)
            && (last.trim().eq_ignore_ascii_case(site) || (sign == " | " && site.is_empty()))
        {
            return own.trim();
        }
    }
    title
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `quay.example` of an address: better than no outlet.
fn host(url: &str) -> String {
    let Some((_, rest)) = url.split_once("://") else { return String::new() };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.trim_start_matches("www.").to_lowercase()
}
