//! Paths with `*`, `?`, `[…]` and `{…}` that no shell has expanded: `'news/*.html'`, `'news/**/*.txt'`.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use crate::{error::Error, walk::walk};

/// The paths with each pattern replaced by what it matches, in the order of names, as a shell does. A path that
/// exists is itself, whatever is in its name. Names that begin with a dot match nothing; `**` matches files alone.
///
/// # Errors
/// A pattern that is none, or that nothing matches; a folder that cannot be read.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut expanded = Vec::new();
    for path in paths {
        match pattern(path) {
            Some(pattern) if path.symlink_metadata().is_err() => expanded.extend(matches(path, &pattern)?),
            _ => expanded.push(path.clone()),
        }
    }
    Ok(expanded)
}

/// A pattern, and the folder below which it matches.
struct Pattern {
    folder: PathBuf,
    /// What is to match below the folder.
    rest: String,
    /// How many folders down it can match.
    deepest: usize,
}

fn pattern(path: &Path) -> Option<Pattern> {
    let is_pattern = |part: &&str| part.contains(['*', '?', '[', '{']);
    let parts: Vec<&str> = path.to_str()?.split('/').collect();
    let first = parts.iter().position(is_pattern)?;
    let (folder, rest) = parts.split_at(first);
    let folder = if folder == [""] { "/".to_owned() } else { folder.join("/") };
    let deepest = if rest.contains(&"**") { usize::MAX } else { rest.len() };
    Some(Pattern { folder: PathBuf::from(folder), rest: rest.join("/"), deepest })
}

fn matches(path: &Path, pattern: &Pattern) -> Result<Vec<PathBuf>, Error> {
    let Pattern { folder, rest, deepest } = pattern;
    let matcher = matcher(rest)
        .map_err(|error| Error::Pattern { path: path.to_owned(), problem: error.kind().to_string() })?;
    let root = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let walk = walk(root, *deepest).map_err(|error| Error::io(root, error))?;
    let folders = walk.folders.into_iter().filter(|_| *deepest != usize::MAX);
    let mut names: Vec<String> = walk.files.into_iter().chain(folders).collect();
    names.retain(|name| matcher.is_match(name));
    names.sort();
    if names.is_empty() {
        return Err(Error::NoMatch { path: path.to_owned() });
    }
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

fn matcher(pattern: &str) -> Result<GlobMatcher, globset::Error> {
    Ok(GlobBuilder::new(pattern).literal_separator(true).build()?.compile_matcher())
}
