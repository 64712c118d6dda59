//! The formats, one file each.

mod csv;
mod jsonl;
mod short;
mod text;

use crate::Format;

/// Every format, in the order of the command's help.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        ending: "txt",
        about: "for reading on a terminal: quotes side by side with the arithmetic",
        write: text::write,
    },
    Format { name: "short", ending: "", about: "one line a row, for editors and grep", write: short::write },
    Format {
        name: "csv",
        ending: "csv",
        about: "for spreadsheets: no cell is run as a formula or read as a date",
        write: csv::write,
    },
    Format { name: "jsonl", ending: "jsonl", about: "for programs: one object a line", write: jsonl::write },
];
