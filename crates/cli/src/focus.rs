//! `--focus`: which article of the run is the draft, and the findings that touch it.

use std::path::{Path, PathBuf};

use factcheck_core::focus::focus;
use factcheck_report::Run;

use crate::error::Error;

/// The draft among the inputs.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    path: &'a Path,
    /// Its path below the input that holds it, as the records call it.
    file: String,
    /// Whether an input holds it.
    is_given: bool,
}

impl<'a> Draft<'a> {
    /// Looks for the draft below the inputs.
    pub(crate) fn find(path: &'a Path, inputs: &[PathBuf]) -> Result<Self, Error> {
        let real = path.canonicalize().map_err(|source| Error::File { path: path.to_owned(), source })?;
        let below = |input: &PathBuf| {
            let input = input.canonicalize().ok()?;
            let rest = real.strip_prefix(&input).ok()?;
            let rest = if rest.as_os_str().is_empty() { Path::new(real.file_name()?) } else { rest };
            Some(rest.to_string_lossy().replace('\\', "/"))
        };
        let found = inputs.iter().find_map(below);
        let name = || real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { path, is_given: found.is_some(), file: found.unwrap_or_else(name) })
    }

    /// The inputs with the draft among them.
    pub(crate) fn join(&self, inputs: &[PathBuf]) -> Vec<PathBuf> {
        let draft = (!self.is_given).then(|| self.path.to_owned());
        inputs.iter().cloned().chain(draft).collect()
    }

    /// Leaves the findings that touch the draft, told from its side. A run without the draft is an error.
    pub(crate) fn only(&self, run: &mut Run) -> Result<(), Error> {
        if !run.articles.iter().any(|article| article.file == self.file) {
            return Err(Error::NoArticles(self.path.display().to_string()));
        }
        let findings = std::mem::take(&mut run.findings);
        run.findings = findings
            .into_iter()
            .filter_map(|finding| focus(finding, |claim| claim.file == self.file))
            .collect();
        Ok(())
    }
}
