//! The formats, one file each.

mod annotations;
mod claimreview;
mod csv;
mod github;
mod jsonl;
mod page;
mod sarif;
mod short;
mod sqlite;
mod text;
mod xlsx;

use crate::{Format, Shows};

/// Every format, in the order of the command's help.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        ending: "txt",
        about: "for reading on a terminal: quotes side by side with the arithmetic",
        is_binary: false,
        shows: Shows::One,
        write: text::write,
        list: None,
    },
    Format {
        name: "short",
        ending: "",
        about: "one line a row, for editors and grep",
        is_binary: false,
        shows: Shows::One,
        write: short::write,
        list: None,
    },
    Format {
        name: "csv",
        ending: "csv",
        about: "for spreadsheets: no cell is run as a formula or read as a date",
        is_binary: false,
        shows: Shows::One,
        write: csv::write,
        list: Some(csv::LIST),
    },
    Format {
        name: "html",
        ending: "html",
        about: "one page for a browser: filters, sentences side by side, verdicts to set and export",
        is_binary: false,
        shows: Shows::All,
        write: page::write,
        list: None,
    },
    Format {
        name: "xlsx",
        ending: "xlsx",
        about: "a workbook: a sheet for each table, typed cells, filters, links from findings to claims",
        is_binary: true,
        shows: Shows::All,
        write: xlsx::write,
        list: None,
    },
    Format {
        name: "sqlite",
        ending: "db",
        about: "a database: the tables, what links them, and full-text search; for SQLite and Datasette",
        is_binary: true,
        shows: Shows::All,
        write: sqlite::write,
        list: None,
    },
    Format {
        name: "jsonl",
        ending: "jsonl",
        about: "for programs: one object a line",
        is_binary: false,
        shows: Shows::One,
        write: jsonl::write,
        list: Some(jsonl::LIST),
    },
    Format {
        name: "sarif",
        ending: "sarif",
        about: "for code scanning and editors: SARIF 2.1.0",
        is_binary: false,
        shows: Shows::Findings,
        write: sarif::write,
        list: None,
    },
    Format {
        name: "github",
        ending: "",
        about: "for GitHub Actions: a mark beside the line of each finding",
        is_binary: false,
        shows: Shows::Findings,
        write: github::write,
        list: None,
    },
    Format {
        name: "claimreview",
        ending: "jsonld",
        about: "for publishing: drafts of schema.org ClaimReview, without ratings",
        is_binary: false,
        shows: Shows::Findings,
        write: claimreview::write,
        list: None,
    },
    Format {
        name: "annotations",
        ending: "",
        about: "for publishing: W3C Web Annotations at the words of the articles",
        is_binary: false,
        shows: Shows::Findings,
        write: annotations::write,
        list: None,
    },
];
