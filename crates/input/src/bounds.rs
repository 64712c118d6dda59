//! How much of an input is read. Each bound is far above what a desk has, and what is over it is named.

use std::io::{self, BufRead, Read};

/// Bytes of one article: no article is as long as a shelf of books; a larger one is something else.
pub(crate) const MOST_BYTES: u64 = 64 << 20;

/// Lines of one article that are not blank. A thick novel has some fifty thousand; each is looked at by itself, which
/// takes half a kilobyte.
pub(crate) const MOST_LINES: usize = 250_000;

/// Elements inside each other, in a page or another tree. Pages have some thirty levels.
pub(crate) const MOST_LEVELS: usize = 256;

/// A packed input may unpack to so many times its size. Text has about five times, a bomb a thousand times.
pub(crate) const MOST_TIMES: u64 = 200;

/// What may be unpacked whatever its size was.
pub(crate) const FREE_BYTES: u64 = 64 << 20;

/// Wrappings around each other: a gzipped archive of gzipped pages is one too many for none.
pub(crate) const MOST_LAYERS: usize = 3;

/// Reads an article whole, or says that it is too large.
pub(crate) fn whole(reader: &mut dyn BufRead) -> io::Result<Result<Vec<u8>, String>> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let fits = bytes.len() as u64 <= MOST_BYTES;
    Ok(if fits { Ok(bytes) } else { Err("larger than 64 MiB, which is no article".to_owned()) })
}

/// Whether a text has more lines than any article.
pub(crate) fn has_too_many_lines(text: &str) -> bool {
    // A line takes two bytes.
    text.len() > 2 * MOST_LINES
        && text.lines().filter(|line| !line.trim().is_empty()).nth(MOST_LINES).is_some()
}
