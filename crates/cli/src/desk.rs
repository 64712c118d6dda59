//! What a desk knew before the run: what persons said of findings, and the findings of an earlier run.

use std::{collections::BTreeMap, fs, io::BufReader, io::Write, path::Path};

use factcheck_core::{
    coverage::Skipped,
    finding::{Finding, Severity},
};
use factcheck_report::Run;

use crate::{args::OutputArguments, error::Error};

/// Takes both in, as far as they are asked for: `run` gets its verdicts and loses what is not new. Gives what of the
/// files could not be used.
pub(crate) fn look_back(
    run: &mut Run,
    arguments: &OutputArguments,
    tell: &mut dyn Write,
) -> Result<Vec<Skipped>, Error> {
    let mut skipped = Vec::new();
    if let Some(path) = &arguments.verdicts {
        skipped.extend(verdicts(run, path, tell)?);
    }
    if let Some(path) = &arguments.baseline {
        skipped.extend(baseline(run, path, tell)?);
    }
    Ok(skipped)
}

fn verdicts(run: &mut Run, path: &Path, tell: &mut dyn Write) -> Result<Vec<Skipped>, Error> {
    let bytes = fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let (verdicts, skipped) = factcheck_report::read_verdicts(&path.display().to_string(), &bytes)
        .map_err(|problem| Error::Config { path: path.to_owned(), problem })?;
    run.gone = verdicts.gone(&run.findings);
    run.verdicts = verdicts;
    for id in run.gone.0.keys() {
        writeln!(tell, "factcheck: {}: {id} is not found any more", path.display())?;
    }
    Ok(skipped)
}

/// Leaves what is new, and what somebody said something of.
fn baseline(run: &mut Run, path: &Path, tell: &mut dyn Write) -> Result<Vec<Skipped>, Error> {
    let file = fs::File::open(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let (old, skipped) = factcheck_report::read_findings(BufReader::new(file));
    let is_news = |finding: &&Finding| finding.severity != Severity::Agreement;
    let mut old: BTreeMap<&str, &Finding> =
        old.iter().filter(is_news).map(|finding| (finding.id.as_str(), finding)).collect();
    let before = old.len();
    let (mut new, mut kept) = (0, Vec::with_capacity(run.findings.len()));
    for finding in std::mem::take(&mut run.findings) {
        let known = old.remove(finding.id.as_str()).is_some();
        new += usize::from(!known && is_news(&&finding));
        if !known || run.verdicts.of(&finding.id).is_some() {
            kept.push(finding);
        }
    }
    run.findings = kept;
    let (unchanged, gone) = (before - old.len(), old.len());
    writeln!(tell, "factcheck: since {}: {new} new, {unchanged} unchanged, {gone} gone", path.display())?;
    for finding in old.values() {
        writeln!(tell, "factcheck: gone: {} {}", finding.id, finding.message)?;
    }
    let place =
        |skipped: Skipped| Skipped { place: format!("{}: {}", path.display(), skipped.place), ..skipped };
    Ok(skipped.into_iter().map(place).collect())
}
