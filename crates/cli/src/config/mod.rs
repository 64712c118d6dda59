//! `factcheck.toml`: sought from the first path upward, read, its paths made relative to itself. What each setting does
//! stands in the file of that setting.

mod aliases;
mod explain;
mod rules;
mod tolerance;

use std::path::{Path, PathBuf};

use factcheck_core::{
    finding::{Finding, order},
    rule::RuleInfo,
};
use serde::Deserialize;

pub(crate) use self::{aliases::Aliases, explain::explain, rules::Rules, tolerance::Tolerance};
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
    /// The file; `None` where there is none.
    #[serde(skip)]
    pub(crate) file: Option<PathBuf>,
    /// Reference tables, relative to the file.
    #[serde(default)]
    pub(crate) reference: Vec<PathBuf>,
    /// What makes a run fail where the command line does not say.
    #[serde(default)]
    pub(crate) fail_on: Option<FailOn>,
    /// No coverage on standard error.
    #[serde(default)]
    pub(crate) quiet: bool,
    /// Which rules are off, and how serious the others are.
    #[serde(default)]
    pub(crate) rules: Rules,
    /// Differences that are too small for an alert.
    #[serde(default)]
    pub(crate) tolerance: Tolerance,
    /// Other names of one body or person.
    #[serde(default)]
    pub(crate) aliases: Aliases,
}

impl Config {
    /// Changes findings as the desk wants them; gives how many were left out since their rule is off.
    pub(crate) fn apply(&self, findings: &mut Vec<Finding>) -> usize {
        let before = findings.len();
        findings.retain(|finding| !self.rules.is_off(&finding.code));
        let left_out = before - findings.len();
        for finding in findings.iter_mut() {
            self.rules.apply(finding);
            self.tolerance.apply(finding);
        }
        // Ids were given before, so that a setting changes none.
        findings.sort_by(order);
        left_out
    }
}

/// The configuration of a run: the named file, else the first one found, else none.
pub(crate) fn load(arguments: &CheckArguments, known: &[RuleInfo]) -> Result<Config, Error> {
    if arguments.isolated {
        return Ok(Config::default());
    }
    let found = match &arguments.config {
        Some(path) => Some(path.clone()),
        None => arguments.input.paths.first().and_then(|path| seek(path)),
    };
    found.map_or_else(|| Ok(Config::default()), |path| read(&path, known))
}

fn seek(from: &Path) -> Option<PathBuf> {
    // Standard input has no folder, so the folder of the run counts.
    let from = if from.as_os_str() == "-" { Path::new(".") } else { from };
    let start = from.canonicalize().ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

fn read(path: &Path, known: &[RuleInfo]) -> Result<Config, Error> {
    let text =
        std::fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let mut config =
        parse(&text, known).map_err(|problem| Error::Config { path: path.to_owned(), problem })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    for reference in &mut config.reference {
        *reference = folder.join(&*reference);
    }
    config.file = Some(path.to_owned());
    Ok(config)
}

/// The text of a configuration; its paths are as written.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn parse(text: &str, known: &[RuleInfo]) -> Result<Config, String> {
    let mut config: Config = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
    config.rules.name(known)?;
    config.tolerance.check()?;
    config.aliases.check()?;
    Ok(config)
}
