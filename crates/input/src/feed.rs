//! RSS, Atom and RDF feeds: each entry with its text is an article.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::{
    bounds::whole,
    dates,
    decode::decode,
    fields::{Fields, member, skipped, stamp},
    formats::{Item, Items},
    html,
    open::Head,
    xml,
};

/// The first element of a feed.
const ROOTS: [&str; 4] = ["<rss", "<feed", "<rdf:rdf", "<atom:feed"];

pub(crate) fn looks(head: &Head) -> bool {
    let begins = head.text.starts_with("<?xml") || ROOTS.iter().any(|root| head.text.starts_with(root));
    begins && ROOTS.iter().any(|root| head.text.contains(root))
}

pub(crate) fn read<'a>(mut reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let name = name.to_owned();
    let mut items = None;
    Box::new(std::iter::from_fn(move || {
        if items.is_none() {
            match whole(&mut *reader) {
                Ok(bytes) => {
                    let all = bytes
                        .map_or_else(|reason| vec![skipped(name.clone(), reason)], |bytes| all(bytes, &name));
                    items = Some((1..).zip(all));
                }
                Err(error) => return Some(Err(error)),
            }
        }
        items.as_mut()?.next().map(Ok)
    }))
}

fn all(bytes: Vec<u8>, name: &str) -> Vec<Item> {
    let declared = html::encoding(&bytes);
    let decoded = decode(bytes, declared.as_deref());
    let mut feed = Feed::default();
    let read = xml::walk(&decoded.text, |depth, event| feed.take(depth, event));
    let mut items = Vec::new();
    for (number, entry) in (1..).zip(feed.entries) {
        entry.items(&feed.title, decoded.replaced, (name, number), &mut items);
    }
    if let Err(reason) = read {
        items.push(skipped(name.to_owned(), format!("{reason}; the rest is not read")));
    } else if items.is_empty() {
        items.push(skipped(name.to_owned(), "a feed without entries"));
    }
    items
}

#[derive(Default)]
struct Feed {
    title: String,
    entries: Vec<Entry>,
    /// How deep the entry that is being read stands.
    inside: Option<usize>,
    /// The element of it that is being read, and how deep it stands.
    field: Option<(usize, Field)>,
}

#[derive(Default)]
struct Entry {
    title: String,
    url: String,
    outlet: String,
    published: String,
    updated: String,
    /// The texts, as HTML.
    texts: Vec<String>,
}

/// An element of an entry, or the title of the feed.
struct Field {
    name: String,
    /// Whether it has text that is marked up, written as text.
    is_html: bool,
    /// Whether the marks are elements of the feed itself.
    is_xhtml: bool,
    text: String,
}

impl Feed {
    fn take(&mut self, depth: usize, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.start(depth, element),
            Event::End(element) => {
                match &mut self.field {
                    Some((own, _)) if *own == depth => self.end_field(),
                    Some((_, field)) if field.is_xhtml => {
                        field.text.extend(["</", element.local_name().as_ref(), ">"]);
                    }
                    _ => {}
                }
                if self.inside == Some(depth) {
                    self.inside = None;
                }
            }
            event => {
                if let (Some((_, field)), Some(text)) = (&mut self.field, xml::text(event)) {
                    if field.is_xhtml {
                        field.text.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
                    } else {
                        field.text.push_str(&text);
                    }
                }
            }
        }
    }

    fn start(&mut self, depth: usize, element: &BytesStart<'_>) {
        let name = element.local_name().as_ref().to_lowercase();
        if let Some((_, field)) = &mut self.field {
            if field.is_xhtml {
                field.text.extend(["<", &name, ">"]);
            }
            return;
        }
        if self.inside.is_none() && matches!(name.as_str(), "item" | "entry") {
            self.inside = Some(depth);
            self.entries.push(Entry::default());
            return;
        }
        // What a picture or a sound is called is not what the entry is called.
        let prefix = element.name().prefix().map(|prefix| prefix.as_ref().to_lowercase()).unwrap_or_default();
        if matches!(prefix.as_str(), "media" | "itunes" | "thr") {
            return;
        }
        let of_entry = self.inside.is_some_and(|inside| depth == inside + 1);
        let of_feed = self.inside.is_none() && name == "title" && self.title.is_empty() && depth <= 2;
        if !(of_entry || of_feed) {
            return;
        }
        if name == "link"
            && let (Some(url), Some(entry)) = (xml::attribute(element, "href"), self.entries.last_mut())
        {
            let rel = xml::attribute(element, "rel").unwrap_or_default();
            if entry.url.is_empty() && (rel.is_empty() || rel == "alternate") {
                entry.url = url;
            }
            return;
        }
        let kind = xml::attribute(element, "type").unwrap_or_default();
        let is_rss = matches!(name.as_str(), "description" | "encoded");
        let field = Field {
            is_html: is_rss || kind.contains("html") || (kind.is_empty() && name == "content"),
            is_xhtml: kind == "xhtml",
            name,
            text: String::new(),
        };
        self.field = Some((depth, field));
    }

    fn end_field(&mut self) {
        let Some((_, field)) = self.field.take() else { return };
        let (Some(entry), true) = (self.entries.last_mut(), self.inside.is_some()) else {
            self.title = plain(&field);
            return;
        };
        let to = match field.name.as_str() {
            "title" => &mut entry.title,
            "link" => &mut entry.url,
            "source" => &mut entry.outlet,
            "pubdate" | "published" | "date" | "issued" | "created" => &mut entry.published,
            "updated" | "modified" => &mut entry.updated,
            "content" | "encoded" | "description" | "summary" => {
                let escaped = || field.text.replace('&', "&amp;").replace('<', "&lt;").replace("\n\n", "<p>");
                let html = if field.is_html || field.is_xhtml { field.text.clone() } else { escaped() };
                entry.texts.push(html);
                return;
            }
            _ => return,
        };
        if to.is_empty() {
            *to = plain(&field);
        }
    }
}

/// A title or a name: one line, without marks.
fn plain(field: &Field) -> String {
    let marked = field.is_html || field.is_xhtml || field.text.contains('&');
    let text = if marked { html::fragment(&field.text).unwrap_or_default() } else { field.text.clone() };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Entry {
    fn items(self, feed: &str, replaced: u32, (name, number): (&str, u32), items: &mut Vec<Item>) {
        let mut skip = |reason: String| items.push(skipped(member(name, number), reason));
        let mut text = String::new();
        for html in &self.texts {
            match html::fragment(html) {
                // A summary is short, the whole is long.
                Ok(lines) if lines.len() > text.len() => text = lines,
                Ok(_) => {}
                Err(reason) => skip(format!("{reason}; the text is skipped")),
            }
        }
        if text.trim().is_empty() {
            return skip("no text in it; the entry is skipped".to_owned());
        }
        let mut problems = Vec::new();
        let published = stamp("published", &self.published, &mut problems);
        let updated = stamp("updated", &self.updated, &mut problems);
        problems.into_iter().for_each(&mut skip);
        let fields = Fields {
            text,
            title: self.title,
            source: if self.outlet.is_empty() { feed.to_owned() } else { self.outlet },
            // Atom asks for the day of the last change alone.
            published: published.or(updated).or_else(|| dates::of_address(&self.url)),
            updated,
            url: self.url,
            replaced,
            ..Fields::default()
        };
        items.push(fields.one_of(name, number));
    }
}
