//! What can end a run, and how a run ended.

use std::{io, path::PathBuf, process::ExitCode};

/// An error that ends the run. A bad input row is not one of these: it is reported on standard error and skipped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum Error {
    /// The inputs could not be read.
    #[error(transparent)]
    Input(#[from] factcheck_input::Error),
    /// The inputs held nothing to check.
    #[error("no articles in {0}")]
    NoArticles(String),
    /// The configuration file is wrong.
    #[error("{}: {problem}", path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        problem: String,
    },
    /// A file could not be written or read.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A stream could not be written.
    #[error("cannot write: {0}")]
    Stream(#[from] io::Error),
    /// What the user asked for makes no sense.
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// Whether a reader of our output has had enough.
    #[must_use]
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// How a run ended, as the shell sees it. Without `--fail-on` findings end with 0: Spark's `pipe` takes any other
/// status for a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Ran: 0.
    Done,
    /// Findings at or above `--fail-on`: 1.
    Findings,
    /// Usage, configuration, no articles, input or output: 2.
    Failed,
    /// Some inputs were skipped: 3.
    Skipped,
    /// What another program that we called ended with.
    Other(u8),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Failed => Self::from(2),
            Outcome::Skipped => Self::from(3),
            Outcome::Other(code) => Self::from(code),
        }
    }
}
