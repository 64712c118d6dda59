//! Where the files of the articles lie: a record's `file` is relative to a path of the command line, and what CI shows
//! beside a file wants it relative to the folder of the run.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use factcheck_core::record::ArticleRecord;

/// The path of each file that is found in one of the paths of the command line, or is one of them. Of two the first
/// counts.
pub(crate) fn paths(given: &[PathBuf], articles: &[ArticleRecord]) -> HashMap<String, String> {
    let found = |article: &ArticleRecord| {
        let path = given.iter().find_map(|given| path(given, &article.file))?;
        Some((article.file.clone(), path.to_string_lossy().replace('\\', "/")))
    };
    articles.iter().filter_map(found).collect()
}

fn path(given: &Path, file: &str) -> Option<PathBuf> {
    let path = if given.is_dir() { given.join(file) } else { given.to_owned() };
    let is_it = path.file_name() == Path::new(file).file_name() && path.is_file();
    // `./articles` is `articles`.
    is_it.then(|| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path))
}
