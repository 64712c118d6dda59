//! Plain text: one file, one article.

use std::io::{BufRead, Read};

use factcheck_core::{article::Article, coverage::Skipped};

use crate::{
    decode::decode,
    formats::{Item, Items},
};

/// No article is as long as a shelf of books; a larger file is something else.
pub(crate) const MOST_BYTES: u64 = 64 << 20;

pub(crate) fn read<'a>(mut reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let name = name.to_owned();
    Box::new(std::iter::once_with(move || {
        let mut bytes = Vec::new();
        reader.as_mut().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok((1, article(bytes, &name)))
    }))
}

fn article(bytes: Vec<u8>, name: &str) -> Item {
    let skipped = |reason: &str| Item::Skipped(Skipped { place: name.to_owned(), reason: reason.to_owned() });
    if bytes.len() as u64 > MOST_BYTES {
        return skipped("larger than 64 MiB, which is no article");
    }
    let utf16 = matches!(bytes.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF]));
    if !utf16 && bytes.contains(&0) {
        return skipped("not a text file: it has zero bytes");
    }
    let decoded = decode(bytes);
    if decoded.text.trim().is_empty() {
        return skipped("no text in it");
    }
    Item::Article(Box::new(Article {
        id: name.to_owned(),
        file: name.to_owned(),
        text: decoded.text,
        replaced: decoded.replaced,
        ..Article::default()
    }))
}
