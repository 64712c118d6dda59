//! JSON: an article, an array of articles, or one after the other, however it is broken into lines.
//!
//! Objects are taken out of the stream one by one: a large array is never held.

use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

use crate::{
    bounds::MOST_BYTES,
    decode::utf8_lossy,
    fields::{member, skipped},
    formats::{Item, Items},
    object::{self, Object},
    open::Head,
};

/// A first line that ends inside of an array or an object, or holds an array of objects.
pub(crate) fn looks(head: &Head) -> bool {
    let line = head.text.lines().next().unwrap_or_default().trim();
    let opens = |text: &str| text.is_empty() || text.starts_with(['{', ']']);
    let is_array = line.strip_prefix('[').is_some_and(|rest| opens(rest.trim_start()));
    is_array || (line.starts_with('{') && line.ends_with(['{', '[', ',']))
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    Box::new(Objects { reader, name: name.to_owned(), number: 0, found: VecDeque::new(), is_over: false })
}

struct Objects<'a> {
    reader: Box<dyn BufRead + 'a>,
    name: String,
    /// How many were met.
    number: u32,
    found: VecDeque<Item>,
    is_over: bool,
}

/// What comes next in a stream.
enum Next {
    Object(Vec<u8>),
    TooLarge,
    /// Something that is neither an object nor what stands between two.
    Other,
    Nothing,
}

impl Iterator for Objects<'_> {
    type Item = io::Result<(u32, Item)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.found.pop_front() {
                return Some(Ok((self.number, item)));
            }
            if self.is_over {
                return None;
            }
            let next = match next(&mut *self.reader) {
                Ok(next) => next,
                Err(error) => return Some(Err(error)),
            };
            self.take(next);
        }
    }
}

impl Objects<'_> {
    fn take(&mut self, next: Next) {
        match next {
            Next::Nothing => self.is_over = true,
            Next::Other => {
                self.is_over = true;
                let reason = match self.number {
                    0 => "no JSON object where one should begin; the file is not read".to_owned(),
                    number => {
                        format!("no JSON object where one should begin, after {number}; the rest is not read")
                    }
                };
                self.found.push_back(skipped(self.name.clone(), reason));
            }
            Next::TooLarge => {
                self.number = self.number.saturating_add(1);
                self.skip("larger than 64 MiB, which is no article");
            }
            Next::Object(bytes) => {
                self.number = self.number.saturating_add(1);
                self.object(&bytes);
            }
        }
    }

    fn object(&mut self, bytes: &[u8]) {
        let decoded = utf8_lossy(bytes);
        match object::read(&decoded.text) {
            Err(reason) => self.skip(&format!("{reason}; the object is skipped")),
            Ok(Object::Record(record)) => self.found.push_back(Item::Record(record)),
            Ok(Object::Article(mut fields, problems)) => {
                for problem in problems {
                    self.skip(&problem);
                }
                fields.replaced = decoded.replaced;
                self.found.push_back(fields.one_of(&self.name, self.number));
            }
        }
    }

    fn skip(&mut self, reason: &str) {
        self.found.push_back(skipped(member(&self.name, self.number), reason));
    }
}

/// Reads up to the end of the next object.
fn next(reader: &mut dyn BufRead) -> io::Result<Next> {
    let mut taken = Taken::default();
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            // What is cut off is read as far as it goes, and said to be cut off.
            return Ok(if taken.depth > 0 { taken.done() } else { Next::Nothing });
        }
        let mut used = 0;
        let mut step = Step::More;
        for byte in buffer {
            used += 1;
            step = taken.add(*byte);
            if !matches!(step, Step::More) {
                break;
            }
        }
        reader.consume(used);
        match step {
            Step::More => {}
            Step::End => return Ok(taken.done()),
            Step::Other => return Ok(Next::Other),
        }
    }
}

#[derive(Clone, Copy)]
enum Step {
    More,
    End,
    Other,
}

/// An object that is being taken out of the stream.
#[derive(Default)]
struct Taken {
    bytes: Vec<u8>,
    depth: u64,
    in_string: bool,
    escaped: bool,
    too_large: bool,
}

impl Taken {
    fn add(&mut self, byte: u8) -> Step {
        if self.depth == 0 {
            match byte {
                b'{' => {}
                // What may stand around objects, the bytes of a mark at the beginning too.
                b'[' | b']' | b',' | 0xEF | 0xBB | 0xBF => return Step::More,
                byte if byte.is_ascii_whitespace() => return Step::More,
                _ => return Step::Other,
            }
        }
        if self.bytes.len() as u64 >= MOST_BYTES {
            self.too_large = true;
        } else {
            self.bytes.push(byte);
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth -= 1,
            _ => {}
        }
        if self.depth == 0 { Step::End } else { Step::More }
    }

    fn done(self) -> Next {
        if self.too_large { Next::TooLarge } else { Next::Object(self.bytes) }
    }
}
