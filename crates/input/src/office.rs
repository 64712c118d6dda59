//! Drafts of a copy desk: `.docx` of Word and `.odt` of `OpenDocument`. The text is the paragraphs and the rows of tables.
//!
//! What was deleted with changes tracked, notes and comments are no text.

use std::io::{BufRead, Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{
    bounds::{MOST_BYTES, whole},
    fields::{Fields, skipped},
    formats::Items,
    open::Head,
    xml,
};

/// What the two forms call their parts.
struct Form {
    /// The file inside.
    file: &'static str,
    what: &'static str,
    paragraphs: &'static [&'static str],
    /// The element around text; "" where all of a paragraph is text.
    text: &'static str,
    row: &'static str,
    cell: &'static str,
    blanks: &'static [&'static str],
    left_out: &'static [&'static str],
}

const DOCX: Form = Form {
    file: "word/document.xml",
    what: "a Word document",
    paragraphs: &["p"],
    text: "t",
    row: "tr",
    cell: "tc",
    blanks: &["tab", "br", "cr"],
    left_out: &["Fallback", "del", "moveFrom", "instrText"],
};

const ODT: Form = Form {
    file: "content.xml",
    what: "an OpenDocument text",
    paragraphs: &["p", "h"],
    text: "",
    row: "table-row",
    cell: "table-cell",
    blanks: &["s", "tab", "line-break"],
    left_out: &["tracked-changes", "annotation", "note", "forms"],
};

pub(crate) fn looks_docx(head: &Head) -> bool {
    head.bytes.starts_with(b"PK\x03\x04")
}

pub(crate) fn looks_odt(head: &Head) -> bool {
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.text";
    looks_docx(head) && head.bytes.windows(kind.len()).any(|window| window == kind)
}

pub(crate) fn read_docx<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    read(reader, name, &DOCX)
}

pub(crate) fn read_odt<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    read(reader, name, &ODT)
}

fn read<'a>(mut reader: Box<dyn BufRead + 'a>, name: &str, form: &'static Form) -> Items<'a> {
    let name = name.to_owned();
    Box::new(std::iter::once_with(move || {
        let text = whole(&mut *reader)?.and_then(|bytes| text(bytes, form));
        let fields = text.map(|text| Fields { text, ..Fields::default() });
        Ok((1, fields.map_or_else(|reason| skipped(name.clone(), reason), |fields| fields.whole(&name))))
    }))
}

fn text(bytes: Vec<u8>, form: &Form) -> Result<String, String> {
    let damaged = |error| format!("damaged zip data: {error}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let file =
        archive.by_name(form.file).map_err(|_| format!("not {}: it has no {}", form.what, form.file))?;
    let mut inside = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut inside).map_err(|error| damaged(error.to_string()))?;
    if inside.len() as u64 > MOST_BYTES {
        return Err(format!("its {} unpacks to more than 64 MiB, which is no article", form.file));
    }
    let xml = String::from_utf8_lossy(&inside);
    let mut lines =
        Lines { form, done: Vec::new(), line: String::new(), rows: Vec::new(), left_out: None, in_text: 0 };
    xml::walk(&xml, |depth, event| lines.take(depth, event))?;
    lines.end();
    Ok(lines.done.join("\n\n") + "\n")
}

/// The lines of a document while it is read.
struct Lines<'a> {
    form: &'a Form,
    done: Vec<String>,
    line: String,
    /// The cells of the rows that are open: a table may stand in a cell. A cell is its paragraphs.
    rows: Vec<Vec<Vec<String>>>,
    /// How deep the element stands that is left out.
    left_out: Option<usize>,
    /// How many elements are open whose text is text.
    in_text: usize,
}

impl Lines<'_> {
    fn take(&mut self, depth: usize, event: &Event<'_>) {
        if let Some(outside) = self.left_out {
            if matches!(event, Event::End(_)) && depth <= outside {
                self.left_out = None;
            }
            return;
        }
        match event {
            Event::Start(element) => self.start(depth, element.local_name().as_ref()),
            Event::End(element) => self.close(element.local_name().as_ref()),
            event => {
                if let (true, Some(text)) = (self.in_text > 0, xml::text(event)) {
                    self.line.push_str(&text);
                }
            }
        }
    }

    fn start(&mut self, depth: usize, name: &str) {
        let form = self.form;
        if form.left_out.contains(&name) {
            self.left_out = Some(depth);
        } else if name == form.row {
            self.end();
            self.rows.push(Vec::new());
        } else if name == form.cell {
            self.end();
            if let Some(row) = self.rows.last_mut() {
                row.push(Vec::new());
            }
        } else if form.blanks.contains(&name) {
            self.line.push(' ');
        } else if form.paragraphs.contains(&name) {
            self.end();
            self.in_text += usize::from(form.text.is_empty());
        } else if name == form.text {
            self.in_text += 1;
        }
    }

    fn close(&mut self, name: &str) {
        let form = self.form;
        if name == form.row {
            self.end();
            let cells = self.rows.pop().filter(|cells| cells.iter().any(|cell| !cell.is_empty()));
            if let Some(cells) = cells {
                let cells: Vec<String> = cells.iter().map(|cell| cell.join(" ")).collect();
                self.line = cells.join(" | ");
                self.end();
            }
        } else if form.paragraphs.contains(&name) {
            self.end();
            self.in_text = self.in_text.saturating_sub(usize::from(form.text.is_empty()));
        } else if name == form.text {
            self.in_text = self.in_text.saturating_sub(1);
        } else if name == form.cell {
            self.end();
        }
    }

    /// The paragraph is a line, or a cell of the row around it.
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.rows.last_mut().and_then(|row| row.last_mut()).unwrap_or(&mut self.done).push(line);
        }
    }
}
