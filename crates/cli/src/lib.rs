//! The command line: arguments, streams, exit codes. Everything else is a library.

mod args;
mod cache;
mod check;
mod config;
mod coverage;
mod desk;
mod dispatch;
mod error;
mod explain;
mod focus;
mod found;
mod furniture;
mod groups;
mod interrupt;
mod lines;
mod listing;
mod manual;
mod output;
mod pack;
mod pipeline;
mod places;
mod progress;
mod rows;
mod run;
mod schema;
mod sorter;
mod spool;
mod stories;
mod stream;
mod why;

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

pub use error::Outcome;

/// Records are many small strings that are made and dropped again: the system's allocator takes a sixth of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Which program was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// `factcheck`, with all tools under one name.
    All,
    /// `factcheck-extract`.
    Extract,
    /// `factcheck-numbers`.
    Numbers,
    /// `factcheck-timeline`.
    Timeline,
    /// `factcheck-report`.
    Report,
}

impl Program {
    fn tool(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Extract => Some("extract"),
            Self::Numbers => Some("numbers"),
            Self::Timeline => Some("timeline"),
            Self::Report => Some("report"),
        }
    }
}

/// What is wrong with the text of a `factcheck.toml`, if anything.
#[must_use]
pub fn config_problem(text: &str) -> Option<String> {
    config::parse(text, &explain::rules()).err()
}

/// Runs a program with this process's arguments and streams.
#[must_use]
pub fn main(program: Program) -> ExitCode {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if let Some(tool) = program.tool() {
        // `factcheck-numbers X` is `factcheck numbers X`.
        words.insert(1.min(words.len()), tool.into());
    }
    let arguments = match args::Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let wanted = !error.use_stderr();
            let _ = error.print();
            return if wanted { Outcome::Done.into() } else { Outcome::Failed.into() };
        }
    };
    interrupt::watch();
    match run::run(arguments.command) {
        Ok(outcome) => outcome.into(),
        // `factcheck numbers … | head` has all that it wanted.
        Err(error) if error.is_closed_pipe() => Outcome::Done.into(),
        Err(error) => {
            let _ = writeln!(io::stderr(), "factcheck: {error}");
            Outcome::Failed.into()
        }
    }
}
