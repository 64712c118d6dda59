//! JSON Lines: articles, or the records of `factcheck extract`, one object a line.

use std::{
    collections::VecDeque,
    io::{self, BufRead, Read},
};

use crate::{
    bounds::MOST_BYTES,
    decode::{Decoded, utf8_lossy},
    fields::skipped,
    formats::{Item, Items},
    object::{self, Object},
    open::Head,
};

/// Whether the first line is an object of its own, or was meant to be one. An empty stream has no lines.
pub(crate) fn looks(head: &Head) -> bool {
    let is_empty = head.text.is_empty() && matches!(head.ending.as_str(), "" | "jsonl" | "ndjson");
    head.text.starts_with('{') || is_empty
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    let name = name.to_owned();
    Box::new(Lines { reader, name, number: 0, line: Vec::new(), found: VecDeque::new() })
}

/// A file that is read a line at a time.
struct Lines<'a> {
    reader: Box<dyn BufRead + 'a>,
    name: String,
    /// How many lines were read.
    number: u32,
    /// The line itself, in a buffer that is used again.
    line: Vec<u8>,
    /// What stood in it and was not asked for yet: an article comes after what is wrong with its dates.
    found: VecDeque<Item>,
}

impl Iterator for Lines<'_> {
    type Item = io::Result<(u32, Item)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.found.pop_front() {
                return Some(Ok((self.number, item)));
            }
            match self.read_line() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Lines<'_> {
    /// Reads one line and what stands in it; false at the end of the file.
    fn read_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let reader = self.reader.as_mut();
        let length = reader.take(MOST_BYTES + 1).read_until(b'\n', &mut self.line)?;
        if length == 0 {
            return Ok(false);
        }
        self.number = self.number.saturating_add(1);
        if length as u64 > MOST_BYTES {
            skip_line(self.reader.as_mut())?;
            self.skip("longer than 64 MiB; the line is skipped".to_owned());
            return Ok(true);
        }
        let line = &self.line;
        let bytes = if self.number == 1 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line) } else { line };
        if !bytes.trim_ascii().is_empty() {
            let decoded = utf8_lossy(bytes.trim_ascii());
            if let Err(reason) = self.item(&decoded) {
                self.skip(format!("{reason}; the line is skipped"));
            }
        }
        Ok(true)
    }

    fn skip(&mut self, reason: String) {
        self.found.push_back(skipped(format!("{}:{}", self.name, self.number), reason));
    }

    fn item(&mut self, line: &Decoded) -> Result<(), String> {
        match object::read(&line.text)? {
            Object::Record(record) => self.found.push_back(Item::Record(record)),
            Object::Article(mut fields, problems) => {
                for problem in problems {
                    self.skip(problem);
                }
                fields.replaced = line.replaced;
                self.found.push_back(fields.one_of(&self.name, self.number));
            }
        }
        Ok(())
    }
}

fn skip_line(reader: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (length, done) = (end.map_or(buffer.len(), |end| end + 1), end.is_some() || buffer.is_empty());
        reader.consume(length);
        if done {
            return Ok(());
        }
    }
}
