//! CSV of articles: the columns are called as the fields of the JSONL form, `text` among them, in any order. A row
//! is an article; a cell in double quotes may have line breaks.

use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

use csv::{ReaderBuilder, StringRecord};

use crate::{
    bounds::MOST_BYTES,
    decode::decode,
    fields::{Fields, skipped, stamp},
    formats::{Item, Items},
    open::Head,
};

/// The column that is never left out.
const TEXT: &str = "text";

pub(crate) fn looks(head: &Head) -> bool {
    let header = head.text.lines().next().unwrap_or_default();
    let columns = cells(header, delimiter(header));
    columns.len() > 1 && columns.iter().any(|column| column == TEXT)
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let header = StringRecord::new();
    Box::new(Rows {
        reader,
        name: name.to_owned(),
        header,
        delimiter: b',',
        line: 0,
        next_line: 1,
        found: VecDeque::new(),
        is_over: false,
    })
}

struct Rows<'a> {
    reader: Box<dyn BufRead + 'a>,
    name: String,
    header: StringRecord,
    delimiter: u8,
    /// The line that the row begins on, and the one after it.
    line: u32,
    next_line: u32,
    found: VecDeque<Item>,
    is_over: bool,
}

impl Iterator for Rows<'_> {
    type Item = io::Result<(u32, Item)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.found.pop_front() {
                return Some(Ok((self.line, item)));
            }
            if self.is_over {
                return None;
            }
            if let Err(error) = self.read_row() {
                return Some(Err(error));
            }
        }
    }
}

impl Rows<'_> {
    fn read_row(&mut self) -> io::Result<()> {
        self.line = self.next_line;
        let row = row(&mut *self.reader, if self.header.is_empty() { None } else { Some(self.delimiter) })?;
        self.next_line = self.next_line.saturating_add(row.lines);
        if row.length == 0 {
            self.is_over = true;
        } else if row.length > MOST_BYTES {
            self.skip("longer than 64 MiB; the row is skipped");
        } else if !row.bytes.trim_ascii().is_empty() {
            self.take(row.bytes);
        }
        Ok(())
    }

    fn take(&mut self, bytes: Vec<u8>) {
        let decoded = decode(bytes, None);
        if self.header.is_empty() {
            self.delimiter = delimiter(&decoded.text);
            let header = cells(&decoded.text, self.delimiter);
            self.header = header.iter().map(str::to_lowercase).collect();
            if !self.header.iter().any(|column| column == TEXT) {
                self.skip("no column `text` in the first line; the file is not used");
                self.is_over = true;
            }
            return;
        }
        let cells = cells(&decoded.text, self.delimiter);
        if cells.len() != self.header.len() {
            let problem =
                format!("{} columns instead of {}; the row is skipped", cells.len(), self.header.len());
            return self.skip(&problem);
        }
        let cell = |column: &str| {
            let index = self.header.iter().position(|name| name == column);
            index.and_then(|index| cells.get(index)).unwrap_or_default().to_owned()
        };
        let mut problems = Vec::new();
        let fields = Fields {
            id: cell("id"),
            text: cell(TEXT),
            title: cell("title"),
            source: [cell("source"), cell("outlet")]
                .into_iter()
                .find(|cell| !cell.is_empty())
                .unwrap_or_default(),
            published: stamp("published", &cell("published"), &mut problems),
            updated: stamp("updated", &cell("updated"), &mut problems),
            url: cell("url"),
            story: cell("story"),
            replaced: decoded.replaced,
            ..Fields::default()
        };
        if fields.text.trim().is_empty() {
            return self.skip("no text in it; the row is skipped");
        }
        for problem in problems {
            self.skip(&problem);
        }
        self.found.push_back(fields.one_of(&self.name, self.line));
    }

    fn skip(&mut self, reason: &str) {
        self.found.push_back(skipped(format!("{}:{}", self.name, self.line), reason));
    }
}

/// A row as it is written.
#[derive(Default)]
struct Raw {
    /// At most as many as an article may have.
    bytes: Vec<u8>,
    length: u64,
    lines: u32,
}

/// Reads up to the line end that stands outside of quotes. A quote opens only at the beginning of a cell.
fn row(reader: &mut dyn BufRead, delimiter: Option<u8>) -> io::Result<Raw> {
    let is_delimiter =
        |byte| delimiter.map_or(matches!(byte, b',' | b';' | b'\t'), |delimiter| byte == delimiter);
    let mut row = Raw::default();
    let (mut quoted, mut begins) = (false, true);
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(row);
        }
        let (mut used, mut ends) = (0, false);
        for byte in buffer {
            used += 1;
            match byte {
                b'"' if quoted || begins => quoted = !quoted,
                b'\n' => {
                    row.lines = row.lines.saturating_add(1);
                    ends = !quoted;
                }
                _ => {}
            }
            // A quote that was closed is open again after another: "" inside is a sign.
            begins = is_delimiter(*byte) || *byte == b'"';
            if ends {
                break;
            }
        }
        let room = usize::try_from(MOST_BYTES.saturating_sub(row.length)).unwrap_or(usize::MAX);
        row.bytes.extend(&buffer[..used.min(room)]);
        row.length += used as u64;
        reader.consume(used);
        if ends {
            return Ok(row);
        }
    }
}

fn delimiter(header: &str) -> u8 {
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|sign| (header.bytes().filter(|byte| byte == sign).count(), *sign == b','))
        .unwrap_or(b',')
}

fn cells(row: &str, delimiter: u8) -> StringRecord {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(row.as_bytes());
    let mut record = StringRecord::new();
    // Reading UTF-8 from memory into a flexible record has no way to fail; an empty row would be the answer.
    let _ = reader.read_record(&mut record);
    record.trim();
    record
}
