//! What lies in a folder and in the folders inside it, each folder entered once, whatever links lead to it.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs, io,
    path::{Path, PathBuf},
};

use factcheck_core::coverage::Skipped;
use walkdir::{DirEntry, WalkDir};

use crate::folder::shown;

/// What lies in a folder, by its path below it, with `/`.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// Files, those with hidden names left aside.
    pub(crate) files: BTreeSet<String>,
    /// Folders, those with hidden names left aside.
    pub(crate) folders: BTreeSet<String>,
    /// What was passed over, and why.
    pub(crate) left_out: BTreeMap<String, &'static str>,
    /// What cannot be read.
    pub(crate) skipped: Vec<Skipped>,
    /// The folders that were entered, by their real paths.
    entered: HashSet<PathBuf>,
    /// Links to folders, and how many folders down each may be followed.
    links: BTreeMap<String, usize>,
}

/// Walks through `folder`, at most `deepest` folders down. What lies in it comes before what links lead to, so that
/// a folder is called by its own name.
///
/// # Errors
/// The folder itself cannot be read.
pub(crate) fn walk(folder: &Path, deepest: usize) -> io::Result<Walk> {
    fs::read_dir(folder)?;
    let mut walk = Walk::default();
    let root = fs::canonicalize(folder)?;
    walk.enter(folder, folder, deepest);
    while let Some((name, left)) = walk.links.pop_first() {
        let path = folder.join(&name);
        match fs::canonicalize(&path) {
            Ok(real) if root.starts_with(&real) || walk.entered.contains(&real) => {
                walk.left_out.insert(name, "a link to a folder that is entered already");
            }
            _ => {
                walk.folders.insert(name);
                walk.enter(folder, &path, left);
            }
        }
    }
    Ok(walk)
}

impl Walk {
    fn enter(&mut self, folder: &Path, below: &Path, deepest: usize) {
        self.entered.extend(fs::canonicalize(below).ok());
        let mut entries = WalkDir::new(below).min_depth(1).max_depth(deepest).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let left = deepest.saturating_sub(entry.depth());
                    if !self.take(folder, &entry, left) && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => {
                    let place = shown(error.path().unwrap_or(below));
                    let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                    self.skipped.push(Skipped { place, reason: format!("cannot read: {why}") });
                }
            }
        }
    }

    /// Takes what was met; whether it is a file of the walk or a folder to enter.
    fn take(&mut self, folder: &Path, entry: &DirEntry, left: usize) -> bool {
        let path = entry.path();
        let name = shown(path.strip_prefix(folder).unwrap_or(path));
        let is_folder = entry.file_type().is_dir();
        // A name that is not Unicode could not be told apart in a report.
        let why = match entry.file_name().to_str() {
            None => "its name is not Unicode",
            Some(own) if own.starts_with('.') => "hidden",
            _ if is_folder && fs::canonicalize(path).is_ok_and(|real| !self.entered.insert(real)) => {
                "a folder that is entered already"
            }
            _ => {
                let is_link = !is_folder && path.is_dir();
                if is_link {
                    self.links.insert(name, left);
                } else if is_folder {
                    self.folders.insert(name);
                } else {
                    self.files.insert(name);
                }
                return true;
            }
        };
        self.left_out.insert(name, why);
        false
    }
}
