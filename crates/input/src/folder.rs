//! Which files of a folder are articles.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use factcheck_core::coverage::Skipped;

use crate::{
    error::Error,
    formats,
    sources::{self, Metadata, Sources},
};

/// A file to be read, and what is known of it beside its content.
#[derive(Debug)]
pub(crate) struct Pending {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it is called: its path inside the path given, with `/`.
    pub(crate) file: String,
    /// Its row of `sources.csv`.
    pub(crate) metadata: Option<Metadata>,
}

/// The articles of a folder, by name, and the rows of its `sources.csv` that cannot be used. Folders inside
/// it are not entered, except for files that `sources.csv` lists.
pub(crate) fn list(folder: &Path) -> Result<(Vec<Pending>, Vec<Skipped>), Error> {
    let (mut files, folders) = names(folder).map_err(|error| Error::io(folder, error))?;
    let table = shown(&folder.join(sources::NAME));
    let mut sources = Sources::read(folder, table.clone());
    let listed: Vec<String> = sources.files().map(str::to_owned).collect();
    for file in listed {
        if !folder.join(&file).is_file() {
            sources.drop_missing(&file, &table);
        } else if !files.contains(&file) {
            files.push(file);
        }
    }
    let skipped = sources.problems(|_| true);
    if files.is_empty() && skipped.is_empty() {
        return Err(Error::NoArticles { path: folder.to_owned(), folders });
    }
    files.sort();
    let pending = |file: String| {
        let metadata = sources.get(&file).cloned();
        Pending { path: folder.join(&file), file, metadata }
    };
    Ok((files.into_iter().map(pending).collect(), skipped))
}

/// A path as messages show it, the same on every system.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The file names that are articles by their ending, and the number of folders.
fn names(folder: &Path) -> io::Result<(Vec<String>, usize)> {
    let (mut files, mut folders) = (Vec::new(), 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A name that is not Unicode could not be told apart in a report.
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            folders += 1;
        } else if formats::is_in_folders(&path) {
            files.push(name);
        }
    }
    Ok((files, folders))
}
