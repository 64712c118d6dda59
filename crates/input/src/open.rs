//! From a stream to its items: unpacked, told by its first bytes what it is, and read.

use std::{
    io::{self, BufRead, Cursor, Read},
    path::Path,
};

use crate::{
    bounds::MOST_LAYERS,
    decode::{decode, is_utf16},
    fields::skipped,
    formats::{self, Format, Items},
    kinds,
    unpack::unpack,
};

/// What is looked at to tell a format.
const MOST_HEAD: u64 = 64 << 10;
/// Pages and feeds begin with comments and declarations of other things, archives with what they are called.
const MARKUP_HEAD: u64 = 4 << 10;

/// The beginning of an input.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) bytes: Vec<u8>,
    /// The same as text, lower case, from the first character that is not blank.
    pub(crate) text: String,
    /// The ending of the file's name, lower case, without the dot: a hint where the bytes leave it open.
    pub(crate) ending: String,
}

/// The items of a stream. `format` overrides what its bytes tell. `path` is only asked for its ending.
pub(crate) fn open<'a>(
    mut reader: Box<dyn BufRead + 'a>,
    name: &str,
    path: &Path,
    format: Option<&'static Format>,
) -> io::Result<Items<'a>> {
    let mut unpacked = 0;
    loop {
        let bytes = head(&mut *reader)?;
        let again: Box<dyn BufRead + 'a> = Box::new(Cursor::new(bytes.clone()).chain(reader));
        reader = match unpack(&bytes, again) {
            Ok(_) if unpacked == MOST_LAYERS => {
                let problem = format!("packed more than {MOST_LAYERS} times over");
                return Err(io::Error::new(io::ErrorKind::InvalidData, problem));
            }
            Ok(inside) => inside,
            Err(reader) => {
                // Documents are zip archives: what is none is told when it is opened.
                let binary = if bytes.starts_with(b"PK") { None } else { kinds::binary(&bytes) };
                if let (Some(said), None) = (binary, format) {
                    return Ok(Box::new(std::iter::once(Ok((1, skipped(name.to_owned(), said))))));
                }
                let format = format.unwrap_or_else(|| formats::told_by(&Head::new(bytes, path)));
                return Ok((format.read)(reader, name));
            }
        };
        unpacked += 1;
    }
}

/// The first line that is not blank, and of markup some more. A line of a stream is not waited for longer than
/// it takes to come.
fn head(reader: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while bytes.trim_ascii().is_empty() {
        let room = MOST_HEAD.saturating_sub(bytes.len() as u64);
        if reader.take(room).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
    }
    let begun = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes).trim_ascii_start();
    if begun.starts_with(b"<") || bytes.starts_with(b"PK") || is_utf16(&bytes) {
        reader.take(MARKUP_HEAD).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

impl Head {
    pub(crate) fn new(bytes: Vec<u8>, path: &Path) -> Self {
        let text = decode(bytes.clone(), None).text.trim_start().to_lowercase();
        Self { bytes, text, ending: formats::ending(path) }
    }
}
