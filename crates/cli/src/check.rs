//! `factcheck check`, `numbers` and `timeline`: from their arguments to their outcome.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::PathBuf,
};

use factcheck_core::{
    coverage::{Coverage, Skipped},
    finding::Severity,
    reference::References,
    rule::RuleInfo,
};
use factcheck_report::{Format, List, Table};

use crate::{
    args::{CheckArguments, FailOn},
    cache::Cache,
    config::{self, Config},
    desk::Desk,
    error::{Error, Outcome},
    explain,
    focus::Draft,
    found::Found,
    groups::{self, Read, Taker},
    listing::Listing,
    output,
    pipeline::{self, Checker, Checks, Keeps},
    places,
    progress::Progress,
    rows::Scribe,
    run::{self, tell, tell_problems},
};

/// Runs the checks.
pub(crate) fn check(arguments: &CheckArguments, checks: Checks) -> Result<Outcome, Error> {
    let rules = explain::rules();
    let config = config::load(arguments, &rules)?;
    if arguments.explain_config {
        return output::write(None, |out| Ok(config::explain(&config, arguments, out)?))
            .map(|()| Outcome::Done);
    }
    let paths = references(&config.reference, &arguments.reference);
    let (references, unread) = factcheck_input::references(&paths)?;
    let inputs = &factcheck_input::expand(&arguments.input.paths)?;
    let draft = arguments.focus.as_deref().map(|path| Draft::find(path, inputs)).transpose()?;
    let given = draft.as_ref().map_or_else(|| inputs.clone(), |draft| draft.join(inputs));
    let checker = Checker {
        known: factcheck_extract::known_events(&references),
        references: &references,
        checks,
        aliases: &config.aliases,
        keeps: Keeps { records: true, evidence: true, agreements: true },
        found: None,
        scribe: None,
        progress: Progress::new("articles read", None, true),
    };
    let check = Check { arguments, config: &config, given: &given, checker };
    let format = run::format(&arguments.output)?;
    let is_list = Table::from(arguments.output.table) == Table::Findings && draft.is_none();
    match format.list.filter(|_| is_list) {
        Some(list) => check.list(list, format, unread),
        None => check.report(rules, draft.as_ref(), format, unread),
    }
}

/// What is to be checked, and how.
struct Check<'a> {
    arguments: &'a CheckArguments,
    config: &'a Config,
    /// The paths.
    given: &'a [PathBuf],
    checker: Checker<'a>,
}

impl Check<'_> {
    /// Findings one by one: no more is held of a story when it was checked.
    fn list(mut self, list: List, format: &Format, unread: Vec<Skipped>) -> Result<Outcome, Error> {
        let (output, config) = (&self.arguments.output, self.config);
        let (desk, problems) = Desk::read(output)?;
        let mut listing = Listing::new(list, output, config, desk);
        unread.into_iter().chain(problems).for_each(|skipped| listing.skipped(skipped));
        listing.coverage.references = rows(self.checker.references);
        self.checker.keeps = Keeps { records: false, ..self.keeps(format.name) };
        let large = self.checker.keeps;
        let quiet = self.is_quiet();
        if listing.is_fresh() {
            self.checker.scribe = Some(Scribe::new(list, output, config));
        }
        self.checker.found = self.found(format)?;
        groups::read(self.arguments, self.given, &mut self.checker, large, quiet, &mut listing)?;
        tell_problems(self.checker.found.take().map(Found::finish).unwrap_or_default());
        if listing.coverage.stories == 0 {
            return Err(self.no_articles());
        }
        listing.write()?;
        let any_skipped = listing.coverage.counts().skipped > 0;
        self.end(&listing.coverage, listing.left_out, listing.worst, any_skipped)
    }

    /// What earlier runs with the same settings found.
    fn found(&self, format: &Format) -> Result<Option<Found>, Error> {
        let Some(folder) = &self.arguments.cache else { return Ok(None) };
        let Checker { references, checks, aliases, keeps, scribe, .. } = &self.checker;
        let rows = scribe.as_ref().map(|scribe| scribe.settings(format.name));
        let settings = format!("{references:?} {checks:?} {aliases:?} {keeps:?} {rows:?}");
        Ok(Some(Found::new(Cache::open(folder)?, settings.as_bytes())))
    }

    /// All that a report may show.
    fn report(
        mut self,
        rules: Vec<RuleInfo>,
        draft: Option<&Draft>,
        format: &Format,
        mut skipped: Vec<Skipped>,
    ) -> Result<Outcome, Error> {
        tell(&skipped);
        let mut read = Read::default();
        let large = self.keeps(format.name);
        let quiet = self.is_quiet();
        groups::read(self.arguments, self.given, &mut self.checker, large, quiet, &mut read)?;
        tell(&read.skipped);
        if read.stories.is_empty() {
            return Err(self.no_articles());
        }
        skipped.extend(read.skipped);
        let mut run = pipeline::gather(read.stories, skipped);
        run.rules = rules;
        run.coverage.references = rows(self.checker.references);
        run.coverage.left_out.splice(0..0, read.left_out);
        run.paths = places::paths(self.given, &run.articles);
        let left_out = self.config.apply(&mut run.findings);
        let output = &self.arguments.output;
        let (desk, problems) = Desk::read(output)?;
        tell(&problems);
        desk.look_back(&mut run, &mut io::stderr().lock())?;
        if let Some(draft) = draft {
            draft.only(&mut run)?;
        }
        run::filter(&mut run, output);
        run::write(&run, output)?;
        let any_skipped = !run.coverage.skipped.is_empty() || !problems.is_empty();
        self.end(&run.coverage, left_out, run::worst(&run), any_skipped)
    }

    /// What a report of an archive has use for.
    fn keeps(&self, format: &str) -> Keeps {
        let output = &self.arguments.output;
        // Agreements are shown where they are asked for, where somebody said something of one, where the desk's own
        // severities may make more of one, and where all findings are counted at the end.
        let counts = !matches!(format, "csv" | "jsonl" | "xlsx" | "sqlite");
        let known = output.verdicts.is_some() || output.baseline.is_some();
        let agreements = output.all || known || counts || !self.config.rules.0.is_empty();
        // Records are written as they are by one format.
        Keeps { records: true, evidence: format == "jsonl", agreements }
    }

    fn is_quiet(&self) -> bool {
        self.arguments.input.quiet || self.config.quiet
    }

    fn no_articles(&self) -> Error {
        let paths = &self.arguments.input.paths;
        Error::NoArticles(paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", "))
    }

    /// The last lines of a run, and how it ended.
    fn end(
        &self,
        coverage: &Coverage,
        left_out: usize,
        worst: Option<Severity>,
        any_skipped: bool,
    ) -> Result<Outcome, Error> {
        if !self.is_quiet() {
            let mut err = io::stderr().lock();
            factcheck_report::coverage_summary(coverage, &mut err)?;
            if left_out > 0 {
                let findings = if left_out == 1 { "finding" } else { "findings" };
                writeln!(err, "left out: {left_out} {findings} of rules that factcheck.toml turns off")?;
            }
        }
        let fail_on = self.arguments.output.fail_on.or(self.config.fail_on).unwrap_or(FailOn::Never);
        Ok(run::outcome(worst, fail_on, any_skipped && !self.arguments.input.keep_going))
    }
}

/// How many rows there are to check against.
fn rows(references: &References) -> u32 {
    u32::try_from(references.figures.len() + references.events.len()).unwrap_or(u32::MAX)
}

/// The tables of the configuration and of the command line; one that both name is read once.
fn references(configured: &[PathBuf], given: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    let real = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    configured.iter().chain(given).filter(|path| seen.insert(real(path))).cloned().collect()
}
