//! Plain text: one file, one article, with front matter or without.

use std::io::BufRead;

use crate::{
    bounds::whole,
    decode::{decode, is_utf16},
    fields::{Fields, skipped},
    formats::Items,
    front,
};

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    read_as(reader, name, |text| text)
}

/// Reads a text whose lines `plain` makes those of an article.
pub(crate) fn read_as<'a>(
    mut reader: Box<dyn BufRead + 'a>,
    name: &str,
    plain: fn(String) -> String,
) -> Items<'a> {
    let name = name.to_owned();
    let read = std::iter::once_with(move || {
        let mut problems = Vec::new();
        let text = whole(&mut *reader)?.and_then(|bytes| fields(bytes, plain, &mut problems));
        let problems = problems.into_iter().map(|problem| skipped(name.clone(), problem));
        let mut items: Vec<_> = problems.collect();
        items.push(text.map_or_else(|reason| skipped(name.clone(), reason), |fields| fields.whole(&name)));
        Ok(items)
    });
    Box::new(read.flat_map(|items: std::io::Result<Vec<_>>| match items {
        Ok(items) => items.into_iter().map(|item| Ok((1, item))).collect(),
        Err(error) => vec![Err(error)],
    }))
}

fn fields(bytes: Vec<u8>, plain: fn(String) -> String, problems: &mut Vec<String>) -> Result<Fields, String> {
    if bytes.starts_with(b"%PDF-") {
        return Err("a PDF, which is not read: give its text".to_owned());
    }
    if !is_utf16(&bytes) && bytes.contains(&0) {
        return Err("not a text file: it has zero bytes".to_owned());
    }
    let decoded = decode(bytes, None);
    if decoded.text.trim_start().starts_with("<?xml") {
        return Err("XML that is neither a feed nor a page".to_owned());
    }
    let mut fields = Fields { replaced: decoded.replaced, ..Fields::default() };
    let text = front::take(decoded.text, &mut fields, problems);
    fields.text = plain(text);
    Ok(fields)
}
