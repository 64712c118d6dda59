//! A workbook for spreadsheets: a sheet for each table, typed cells, a fixed header with filters, and links from the
//! quotes of a finding to the claims and events that they are of.
//!
//! The text of a cell is that of the CSV report, guard and all, so that a workbook which is saved as CSV is as safe as
//! one, and both are read back alike. Text is written as text: no cell is a formula.

use std::{
    io,
    panic::{self, AssertUnwindSafe},
};

use chrono::{Datelike, Timelike};
use factcheck_core::{finding::Finding, stamp::Stamp};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use crate::{
    Options, Run, Table,
    links::{Link, Links},
    sheet::Cell,
    spreadsheet::written,
    tables,
    verdicts::VERDICTS,
};

/// How many links Excel follows in one sheet.
const LINKS: usize = 65_000;

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    // Rows wait in temporary files, and the library panics where these cannot grow: a full disk is an error like others.
    let book = panic::catch_unwind(AssertUnwindSafe(|| workbook(run, options)));
    let book = book.map_err(|_| io::Error::other("a temporary file of the workbook cannot be written"))?;
    out.write_all(&book.map_err(io::Error::other)?)
}

fn workbook(run: &Run, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same run gives the same bytes: the file does not say when it was written.
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("factcheck").set_creation_datetime(&written));
    let looks = Looks::new();
    let links = Links::of(run);
    for table in Table::ALL {
        let sheet = tables::sheet(run, &Options { table: *table, ..*options });
        let mut rows = sheet.rows.peekable();
        if rows.peek().is_none() && *table != Table::Findings {
            continue;
        }
        let page = book.add_worksheet_with_constant_memory()?;
        page.set_name(table.name())?;
        head(page, sheet.columns, &looks)?;
        let mut last = 0;
        let mut findings = run.shown(options.all).filter(|_| *table == Table::Findings);
        for (row, cells) in (1..).zip(rows) {
            let targets = findings.next().map(|finding| targets(finding, &links));
            for (column, (name, cell)) in (0..).zip(sheet.columns.iter().zip(&cells)) {
                let link = targets.as_ref().and_then(|targets| of_column(targets, name));
                put(page, (row, column), cell, link.filter(|_| row as usize <= LINKS / 2), &looks)?;
            }
            last = row;
        }
        finish(page, sheet.columns, last)?;
        page.set_active(*table == options.table);
    }
    book.save_to_buffer()
}

/// Formats of cells.
struct Looks {
    head: Format,
    day: Format,
    time: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold().set_align(FormatAlign::Top),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }
}

fn head(page: &mut Worksheet, columns: &[&str], looks: &Looks) -> Result<(), XlsxError> {
    for (column, name) in (0..).zip(columns) {
        page.set_column_width(column, width(name))?;
        page.write_string_with_format(0, column, *name, &looks.head)?;
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

/// In characters. Sentences get room, and can be made wider by hand.
fn width(name: &str) -> u32 {
    match name {
        "message" | "arithmetic" | "sentence" => 60,
        "quote" | "quote_a" | "quote_b" | "note" | "topic" => 36,
        "finding_id" | "rule" | "file" | "file_a" | "file_b" | "source" | "source_a" | "source_b" => 20,
        _ => 13,
    }
}

fn finish(page: &mut Worksheet, columns: &[&str], last: u32) -> Result<(), XlsxError> {
    let end = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.autofilter(0, 0, last, end)?;
    let verdict = columns.iter().position(|name| *name == "verdict");
    if let Some(column) = verdict.and_then(|at| u16::try_from(at).ok()).filter(|_| last > 0) {
        let choice = DataValidation::new().allow_list_strings(VERDICTS)?;
        page.add_data_validation(1, column, last, column, &choice)?;
    }
    Ok(())
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    link: Option<String>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match (cell, link) {
        (Cell::Empty, _) => {}
        (Cell::Number(number), _) => match finite(*number) {
            Some(number) => drop(page.write_number(row, column, number)?),
            None => drop(page.write_string(row, column, written(cell).as_ref())?),
        },
        (Cell::Date(stamp), _) => match date(*stamp) {
            Ok(date) if stamp.time.is_some() => {
                page.write_datetime_with_format(row, column, &date, &looks.time)?;
            }
            Ok(date) => drop(page.write_datetime_with_format(row, column, &date, &looks.day)?),
            // Spreadsheets count days from 1900.
            Err(_) => drop(page.write_string(row, column, written(cell).as_ref())?),
        },
        (Cell::Text(_) | Cell::Quote(_), Some(link)) => {
            let link = Url::new(link).set_text(written(cell).as_ref());
            page.write_url(row, column, link)?;
        }
        (Cell::Text(_) | Cell::Quote(_), None) => {
            page.write_string(row, column, written(cell).as_ref())?;
        }
    }
    Ok(())
}

/// A spreadsheet's number, which has 15 digits as the CSV report's have.
fn finite(number: Decimal) -> Option<f64> {
    number.to_f64().filter(|number| number.is_finite())
}

fn date(stamp: Stamp) -> Result<ExcelDateTime, XlsxError> {
    let day = stamp.date;
    let year = u16::try_from(day.year()).unwrap_or(0);
    let (month, of_month) = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
    let date = ExcelDateTime::from_ymd(year, month, of_month)?;
    let Some(time) = stamp.time else { return Ok(date) };
    let hour = u16::try_from(time.hour()).unwrap_or(0);
    date.and_hms(hour, u8::try_from(time.minute()).unwrap_or(0), time.second())
}

/// Where the quotes of the two sides of a finding lead.
fn targets(finding: &Finding, links: &Links) -> [Option<String>; 2] {
    // The first row holds the names of the columns, and rows are counted from 1.
    let target = |link| match link {
        Link::Claim(index) => format!("internal:'claims'!A{}", index + 2),
        Link::Event(index) => format!("internal:'events'!A{}", index + 2),
    };
    tables::side_statements(finding).map(|side| side.and_then(|side| links.find(side)).map(target))
}

/// The target that a cell of this column has.
fn of_column(targets: &[Option<String>; 2], column: &str) -> Option<String> {
    match column {
        "quote_a" => targets[0].clone(),
        "quote_b" => targets[1].clone(),
        _ => None,
    }
}
