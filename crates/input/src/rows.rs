//! CSV tables that people write: a header by name in any order, one row a line, and a message with file,
//! line and column for every row that cannot be used.
//!
//! A cell has no line break, so that a quote which somebody forgot to close costs one row and not the rest.

use csv::{ReaderBuilder, StringRecord};
use factcheck_core::coverage::Skipped;

use crate::decode::decode;

/// A table as read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// How messages name the file.
    pub(crate) name: String,
    columns: Vec<String>,
    rows: Vec<(u32, String)>,
    delimiter: u8,
}

/// One row. Cells are trimmed; a column that the table does not have is "".
#[derive(Debug)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    /// From 1.
    pub(crate) line: u32,
    cells: StringRecord,
}

impl Table {
    pub(crate) fn parse(name: String, bytes: Vec<u8>) -> Self {
        let text = decode(bytes, None).text;
        let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let header = lines.next().map_or("", |(_, line)| line);
        let delimiter = delimiter(header);
        let columns = cells(header, delimiter).iter().map(str::to_lowercase).collect();
        let rows = lines.map(|(number, line)| (number, line.to_owned())).collect();
        Self { name, columns, rows, delimiter }
    }

    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    /// The first of `columns` that is missing, said of line 1.
    pub(crate) fn missing(&self, columns: &[&str]) -> Option<Skipped> {
        let column = columns.iter().find(|column| !self.has(column))?;
        Some(self.skipped(1, format!("no column `{column}` in the first line; the file is not used")))
    }

    pub(crate) fn skipped(&self, line: u32, reason: impl Into<String>) -> Skipped {
        Skipped { place: format!("{}:{line}", self.name), reason: reason.into() }
    }

    /// Every row that has the right number of columns, and what is wrong with the others.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (Row<'_>, Option<String>)> {
        self.rows.iter().map(|(line, text)| {
            let row = Row { table: self, line: *line, cells: cells(text, self.delimiter) };
            let problem = self.problem(text, row.cells.len());
            (row, problem)
        })
    }

    fn problem(&self, text: &str, count: usize) -> Option<String> {
        if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            return Some("a double quote is not closed on its line".into());
        }
        let columns = self.columns.len();
        (count != columns).then(|| format!("{count} columns instead of {columns}"))
    }
}

impl Row<'_> {
    pub(crate) fn get(&self, column: &str) -> &str {
        let index = self.table.columns.iter().position(|name| name == column);
        index.and_then(|index| self.cells.get(index)).unwrap_or_default()
    }

    /// The cell as a value, `None` where it is empty.
    pub(crate) fn parse<T>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, String> {
        match self.get(column) {
            "" => Ok(None),
            cell => parse(cell).map(Some).map_err(|problem| format!("column {column}: {problem}")),
        }
    }

    /// The parts of a cell that `|` separates.
    pub(crate) fn list(&self, column: &str) -> Vec<String> {
        let parts = self.get(column).split('|').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

/// Spreadsheets of countries with a decimal comma write semicolons.
fn delimiter(header: &str) -> u8 {
    if header.contains(',') {
        b','
    } else if header.contains(';') {
        b';'
    } else if header.contains('\t') {
        b'\t'
    } else {
        b','
    }
}

fn cells(line: &str, delimiter: u8) -> StringRecord {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let mut record = StringRecord::new();
    // Reading UTF-8 from memory into a flexible record has no way to fail; an empty row would be the answer.
    let _ = reader.read_record(&mut record);
    record.trim();
    record
}
