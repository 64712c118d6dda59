//! What ends a run. A bad row, line or file among others is not one of these: it is named in
//! [`crate::Loaded::skipped`] and the rest is read.

use std::{io, path::PathBuf};

/// An input without which there is no run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A path that was given does not exist.
    #[error("{path}: no such file or folder", path = .path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// A file or folder that was given cannot be read.
    #[error("cannot read {path}: {source}", path = .path.display())]
    Io {
        /// The path as given.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A folder that was given has nothing to check.
    #[error("no articles in {path}: neither a text, a page, a feed, a document or an archive nor a file that its sources.csv lists", path = .path.display())]
    NoArticles {
        /// The path as given.
        path: PathBuf,
    },
    /// A pattern that was given is none.
    #[error("{path}: no pattern of paths: {problem}", path = .path.display())]
    Pattern {
        /// The path as given.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// Nothing has a name that a given pattern allows.
    #[error("{path}: no such file or folder, and as a pattern it matches none", path = .path.display())]
    NoMatch {
        /// The path as given.
        path: PathBuf,
    },
    /// A reference folder without tables.
    #[error("no reference tables in {path}: neither figures.csv nor events.csv", path = .path.display())]
    NoReference {
        /// The path as given.
        path: PathBuf,
    },
    /// A reference file that is neither sort of table.
    #[error("{path} is no reference table: its first line names neither a column `measure` nor `event`", path = .path.display())]
    NotReference {
        /// The path as given.
        path: PathBuf,
    },
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        if source.kind() == io::ErrorKind::NotFound {
            Self::Missing { path }
        } else {
            Self::Io { path, source }
        }
    }
}
