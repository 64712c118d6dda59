//! Comma-separated values for spreadsheets. Which cells there are, the tables say; how a cell is made safe,
//! [`crate::spreadsheet`] says.
//!
//! Lines end with a line feed alone: every spreadsheet reads it, and `cut`, `sort` and `diff` do not stumble
//! over a carriage return.

use std::io;

use crate::{
    List, Options, Run,
    sheet::Cell,
    spreadsheet,
    tables::{self, findings},
};

pub(super) const LIST: List = List {
    begin: |options, out| begin(findings::COLUMNS, options, out),
    finding: |finding, said, out| rows(std::iter::once(findings::row(finding, said)), out),
    end: |gone, out| rows(findings::gone(gone), out),
};

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let sheet = tables::sheet(run, options);
    begin(sheet.columns, options, out)?;
    rows(sheet.rows, out)
}

fn begin(columns: &[&str], options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    if options.mark {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(columns).map_err(io_error)?;
    writer.flush()
}

fn rows<'a>(rows: impl Iterator<Item = Vec<Cell<'a>>>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    for row in rows {
        for cell in &row {
            writer.write_field(spreadsheet::written(cell).as_ref()).map_err(io_error)?;
        }
        // Ends the row.
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()
}

/// The writer's own error, so that a closed pipe is still known for one.
fn io_error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
