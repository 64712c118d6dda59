//! Where the files of the articles lie: a record's `file` is relative to a path of the command line, and what CI shows
//! beside a file wants it relative to the folder of the run.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use factcheck_core::{finding::Finding, record::ArticleRecord};

/// The path of each file that is found in one of the paths of the command line, or is one of them. Of two the first
/// counts.
pub(crate) fn paths(given: &[PathBuf], articles: &[ArticleRecord]) -> HashMap<String, String> {
    let found = |article: &ArticleRecord| {
        let path = given.iter().find_map(|given| path(given, &article.file))?;
        Some((article.file.clone(), shown(&path)))
    };
    articles.iter().filter_map(found).collect()
}

/// The paths of the files that findings name, which all lie in one folder.
pub(crate) fn under(root: &Path, findings: &[Finding]) -> HashMap<String, String> {
    let files = findings.iter().flat_map(|finding| &finding.claims).map(|claim| &claim.file);
    files.map(|file| (file.clone(), shown(&root.join(file)))).collect()
}

fn path(given: &Path, file: &str) -> Option<PathBuf> {
    let path = if given.is_dir() { given.join(file) } else { given.to_owned() };
    (path.file_name() == Path::new(file).file_name() && path.is_file()).then_some(path)
}

/// With slashes, and without the dot of `./articles`.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().replace('\\', "/")
}
