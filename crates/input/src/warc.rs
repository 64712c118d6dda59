//! WARC, the form of web archives: each page in it is an article. Read record by record.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{self, BufRead, Read},
};

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use crate::{
    bounds::MOST_BYTES,
    fields::{member, skipped},
    formats::{Item, Items},
    html,
    open::Head,
};

/// A longer line, or more of them, is no header.
const MOST_LINE: u64 = 64 << 10;
const MOST_LINES: usize = 1000;

pub(crate) fn looks(head: &Head) -> bool {
    head.bytes.starts_with(b"WARC/")
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    Box::new(Archive { reader, name: name.to_owned(), number: 0, found: VecDeque::new(), is_over: false })
}

struct Archive<'a> {
    reader: Box<dyn BufRead + 'a>,
    name: String,
    /// How many records were met.
    number: u32,
    found: VecDeque<Item>,
    is_over: bool,
}

impl Iterator for Archive<'_> {
    type Item = io::Result<(u32, Item)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.found.pop_front() {
                return Some(Ok((self.number, item)));
            }
            if self.is_over {
                return None;
            }
            if let Err(error) = self.record() {
                return Some(Err(error));
            }
        }
    }
}

impl Archive<'_> {
    fn record(&mut self) -> io::Result<()> {
        let Some(version) = first_line(&mut *self.reader)? else {
            self.is_over = true;
            return Ok(());
        };
        self.number = self.number.saturating_add(1);
        let headers = headers(&mut *self.reader)?;
        let length = headers.get("content-length").and_then(|length| length.parse::<u64>().ok());
        let (true, Some(length)) = (version.starts_with("WARC/"), length) else {
            self.is_over = true;
            self.skip("not a WARC record; the rest is not read".to_owned());
            return Ok(());
        };
        let get = |name: &str| headers.get(name).map_or("", String::as_str);
        let is_http = get("warc-type") == "response" && get("content-type").starts_with("application/http");
        let is_page = get("warc-type") == "resource" && is_html(get("content-type"));
        let bytes = block(&mut *self.reader, length, is_http || is_page)?;
        if is_http || is_page {
            let url = get("warc-target-uri").trim_matches(['<', '>']);
            let page = bytes.and_then(|bytes| {
                if is_http { response(&bytes) } else { Ok(Some(Page { charset: None, body: bytes })) }
            });
            match page.and_then(|page| page.map(|page| self.page(page, url)).transpose()) {
                Ok(item) => self.found.extend(item),
                Err(reason) => self.skip(format!("{reason}; the record is skipped")),
            }
        }
        Ok(())
    }

    fn page(&self, page: Page, url: &str) -> Result<Item, String> {
        let fields = html::fields(page.body, page.charset.as_deref(), url)?;
        Ok(fields.one_of(&self.name, self.number))
    }

    fn skip(&mut self, reason: String) {
        self.found.push_back(skipped(member(&self.name, self.number), reason));
    }
}

/// The block of a record, if it is wanted; the reader stands behind it then.
fn block(reader: &mut dyn BufRead, length: u64, wanted: bool) -> io::Result<Result<Vec<u8>, String>> {
    let mut bytes = Vec::new();
    let mut rest = reader.take(length);
    if wanted {
        (&mut rest).take(MOST_BYTES).read_to_end(&mut bytes)?;
    }
    let left = io::copy(&mut rest, &mut io::sink())?;
    if !wanted {
        return Ok(Ok(bytes));
    }
    Ok(if left > 0 {
        Err("larger than 64 MiB, which is no article".to_owned())
    } else if (bytes.len() as u64) < length {
        Err("the archive ends inside of it".to_owned())
    } else {
        Ok(bytes)
    })
}

/// A page as it came over the wire.
struct Page {
    charset: Option<String>,
    body: Vec<u8>,
}

/// The page of an answer of a server; what is no page, or no answer but a redirection, is none.
fn response(bytes: &[u8]) -> Result<Option<Page>, String> {
    let mut rest = bytes;
    let status = first_line(&mut rest).ok().flatten().unwrap_or_default();
    let headers = headers(&mut rest).map_err(|error| error.to_string())?;
    let get = |name: &str| headers.get(name).map_or("", String::as_str);
    let is_answer = status.split(' ').nth(1).is_some_and(|code| code.starts_with('2'));
    if !is_answer || !is_html(get("content-type")) {
        return Ok(None);
    }
    let whole = if get("transfer-encoding").contains("chunked") { chunks(rest) } else { None };
    let body = unpacked(get("content-encoding"), whole.as_deref().unwrap_or(rest))?;
    let charset = get("content-type")
        .split_once("charset=")
        .map(|(_, charset)| charset.trim_matches(['"', '\'', ' ']).to_owned());
    Ok(Some(Page { charset, body }))
}

fn is_html(kind: &str) -> bool {
    let kind = kind.to_lowercase();
    kind.contains("text/html") || kind.contains("application/xhtml")
}

/// The chunks of a body, together. Some archives keep the header and write the body whole: those have none.
fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(rest.len());
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let size = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(..size)?);
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    }
}

/// A body as it was before the server packed it. Some archives unpack it and keep the header.
fn unpacked(encoding: &str, body: &[u8]) -> Result<Vec<u8>, String> {
    let mut reader: Box<dyn Read + '_> = match encoding.trim() {
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => Box::new(MultiGzDecoder::new(body)),
        "deflate" if body.first().is_some_and(|byte| byte & 0x0F == 8) => Box::new(ZlibDecoder::new(body)),
        "br" | "zstd" if !body.trim_ascii_start().starts_with(b"<") => {
            return Err(format!("packed as {encoding}, which is not read"));
        }
        _ => return Ok(body.to_vec()),
    };
    let mut bytes = Vec::new();
    let read = reader.as_mut().take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("damaged {encoding} data: {error}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err("unpacks to more than 64 MiB, which is no article".to_owned());
    }
    Ok(bytes)
}

/// The next line that is not blank, `None` at the end.
fn first_line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    loop {
        match line(reader)? {
            None => return Ok(None),
            Some(line) if line.is_empty() => {}
            Some(line) => return Ok(Some(line)),
        }
    }
}

/// The headers up to a blank line, names in lower case.
fn headers(reader: &mut dyn BufRead) -> io::Result<BTreeMap<String, String>> {
    let mut headers = BTreeMap::new();
    while let Some(line) = line(reader)?.filter(|line| !line.is_empty()) {
        if headers.len() == MOST_LINES {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "more than 1000 headers"));
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.trim().to_lowercase(), value.trim().to_owned());
        }
    }
    Ok(headers)
}

fn line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if reader.take(MOST_LINE).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}
