//! The formats, one file each.

mod csv;
mod jsonl;
mod page;
mod short;
mod text;
mod xlsx;

use crate::Format;

/// Every format, in the order of the command's help.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        ending: "txt",
        about: "for reading on a terminal: quotes side by side with the arithmetic",
        is_binary: false,
        write: text::write,
    },
    Format {
        name: "short",
        ending: "",
        about: "one line a row, for editors and grep",
        is_binary: false,
        write: short::write,
    },
    Format {
        name: "csv",
        ending: "csv",
        about: "for spreadsheets: no cell is run as a formula or read as a date",
        is_binary: false,
        write: csv::write,
    },
    Format {
        name: "html",
        ending: "html",
        about: "one page for a browser: filters, sentences side by side, verdicts to set and export",
        is_binary: false,
        write: page::write,
    },
    Format {
        name: "xlsx",
        ending: "xlsx",
        about: "a workbook: a sheet for each table, typed cells, filters, links from findings to claims",
        is_binary: true,
        write: xlsx::write,
    },
    Format {
        name: "jsonl",
        ending: "jsonl",
        about: "for programs: one object a line",
        is_binary: false,
        write: jsonl::write,
    },
];
