//! `factcheck.toml`: sought from the first path upward, read, its paths made relative to itself.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::{
    args::{CheckArguments, FailOn},
    error::Error,
};

/// The name that is sought.
const NAME: &str = "factcheck.toml";

/// What a configuration can say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// Reference tables, relative to the file.
    #[serde(default)]
    pub(crate) reference: Vec<PathBuf>,
    /// What makes a run fail where the command line does not say.
    #[serde(default)]
    pub(crate) fail_on: Option<FailOn>,
}

/// The configuration of a run: the named file, else the first one found, else none.
pub(crate) fn load(arguments: &CheckArguments) -> Result<Config, Error> {
    if arguments.isolated {
        return Ok(Config::default());
    }
    let found = match &arguments.config {
        Some(path) => Some(path.clone()),
        None => arguments.input.paths.first().and_then(|path| seek(path)),
    };
    found.map_or_else(|| Ok(Config::default()), |path| read(&path))
}

fn seek(from: &Path) -> Option<PathBuf> {
    // Standard input has no folder, so the folder of the run counts.
    let from = if from.as_os_str() == "-" { Path::new(".") } else { from };
    let start = from.canonicalize().ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

fn read(path: &Path) -> Result<Config, Error> {
    let text =
        std::fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let mut config: Config = toml::from_str(&text).map_err(|error| Error::Config {
        path: path.to_owned(),
        problem: error.to_string().trim().to_owned(),
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    for reference in &mut config.reference {
        *reference = folder.join(&*reference);
    }
    Ok(config)
}
