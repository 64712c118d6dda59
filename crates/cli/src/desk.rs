//! What a desk knew before the run: what persons said of findings, and the findings of an earlier run. It is asked of one
//! finding after the other, so that they need not be held for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, BufReader, Write},
    path::{Path, PathBuf},
};

use factcheck_core::{
    coverage::Skipped,
    finding::{Finding, Severity},
};
use factcheck_report::{Run, Verdicts};

use crate::{args::OutputArguments, error::Error};

/// What the desk knew.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// What persons said.
    pub(crate) verdicts: Verdicts,
    /// The file that they said it in.
    path: Option<PathBuf>,
    /// The findings of which they said something that were found again.
    found: BTreeSet<String>,
    baseline: Option<Baseline>,
}

/// The findings of an earlier run.
#[derive(Debug)]
struct Baseline {
    path: PathBuf,
    /// What each said, by its id, and whether it was found again.
    old: BTreeMap<String, (String, bool)>,
    new: usize,
}

impl Desk {
    /// Reads what is asked for. Gives what of the files could not be used, too.
    pub(crate) fn read(arguments: &OutputArguments) -> Result<(Self, Vec<Skipped>), Error> {
        let (mut desk, mut skipped) = (Self::default(), Vec::new());
        if let Some(path) = &arguments.verdicts {
            let bytes = fs::read(path).map_err(|source| Error::File { path: path.clone(), source })?;
            let (verdicts, problems) = factcheck_report::read_verdicts(&path.display().to_string(), &bytes)
                .map_err(|problem| Error::Config { path: path.clone(), problem })?;
            desk.verdicts = verdicts;
            desk.path = Some(path.clone());
            skipped.extend(problems);
        }
        if let Some(path) = &arguments.baseline {
            let (baseline, problems) = Baseline::read(path)?;
            desk.baseline = Some(baseline);
            skipped.extend(problems);
        }
        Ok((desk, skipped))
    }

    /// Whether it knew nothing, and nothing is to be told of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.path.is_none() && self.baseline.is_none()
    }

    /// Takes notice of a finding of this run; whether it is new, or somebody said something of it.
    pub(crate) fn keeps(&mut self, finding: &Finding) -> bool {
        let is_said = self.verdicts.of(&finding.id).is_some();
        if is_said {
            self.found.insert(finding.id.clone());
        }
        let is_known = self.baseline.as_mut().is_some_and(|baseline| baseline.knows(finding));
        is_said || !is_known
    }

    /// Tells what became of all that was known, when every finding of the run was seen. Gives what was said of those that
    /// are no more.
    pub(crate) fn finish(&self, tell: &mut dyn Write) -> io::Result<Verdicts> {
        let mut gone = self.verdicts.clone();
        gone.0.retain(|id, _| !self.found.contains(id));
        if let Some(path) = &self.path {
            for id in gone.0.keys() {
                writeln!(tell, "factcheck: {}: {id} is not found any more", path.display())?;
            }
        }
        if let Some(baseline) = &self.baseline {
            baseline.finish(tell)?;
        }
        Ok(gone)
    }

    /// Takes it in at once: `run` gets its verdicts and loses what is not new.
    pub(crate) fn look_back(mut self, run: &mut Run, tell: &mut dyn Write) -> io::Result<()> {
        run.findings.retain(|finding| self.keeps(finding));
        run.gone = self.finish(tell)?;
        run.verdicts = self.verdicts;
        Ok(())
    }
}

/// An agreement is no news.
fn is_news(finding: &Finding) -> bool {
    finding.severity != Severity::Agreement
}

impl Baseline {
    fn read(path: &Path) -> Result<(Self, Vec<Skipped>), Error> {
        let file = fs::File::open(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
        let mut old = BTreeMap::new();
        let skipped = factcheck_report::each_finding(BufReader::new(file), |finding| {
            if is_news(&finding) {
                old.insert(finding.id, (finding.message, false));
            }
        });
        let place =
            |skipped: Skipped| Skipped { place: format!("{}: {}", path.display(), skipped.place), ..skipped };
        Ok((Self { path: path.to_owned(), old, new: 0 }, skipped.into_iter().map(place).collect()))
    }

    fn knows(&mut self, finding: &Finding) -> bool {
        if let Some((_, found)) = self.old.get_mut(&finding.id) {
            *found = true;
            return true;
        }
        self.new += usize::from(is_news(finding));
        false
    }

    fn finish(&self, tell: &mut dyn Write) -> io::Result<()> {
        let gone = || self.old.iter().filter(|(_, (_, found))| !found);
        let (new, path, many) = (self.new, self.path.display(), gone().count());
        let unchanged = self.old.len() - many;
        writeln!(tell, "factcheck: since {path}: {new} new, {unchanged} unchanged, {many} gone")?;
        for (id, (message, _)) in gone() {
            writeln!(tell, "factcheck: gone: {id} {message}")?;
        }
        Ok(())
    }
}
