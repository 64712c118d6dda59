//! Each command: from its arguments to its outcome.

use std::{
    io::{self, BufReader, Write},
    path::PathBuf,
};

use factcheck_core::{
    coverage::Skipped,
    finding::{Finding, Severity},
};
use factcheck_report::{Format, Options, Run, Shows, Table};

use crate::{
    args::{
        self, CheckArguments, Command, ExtractArguments, FailOn, InputArguments, OutputArguments,
        ReportArguments,
    },
    cache::Cache,
    config, desk, dispatch,
    error::{Error, Outcome},
    explain,
    focus::Draft,
    groups,
    lines::Only,
    manual, output,
    pipeline::{self, Checker, Checks, Keeps},
    places,
    progress::Progress,
    schema, stories, stream, why,
};

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<Outcome, Error> {
    match command {
        Command::Check(arguments) => check(&arguments, Checks { numbers: true, timeline: true }),
        Command::Numbers(arguments) => check(&arguments, Checks { numbers: true, timeline: false }),
        Command::Timeline(arguments) => check(&arguments, Checks { numbers: false, timeline: true }),
        Command::Extract(arguments) => extract(&arguments),
        Command::Stories(arguments) => stories::stories(&arguments),
        Command::Report(arguments) => report(&arguments),
        Command::Why(arguments) => {
            let mut text = Vec::new();
            why::why(&arguments.first, &arguments.second, &mut text)?;
            output::write(None, |out| Ok(out.write_all(&text)?)).map(|()| Outcome::Done)
        }
        Command::Explain { code } => {
            let mut text = Vec::new();
            explain::explain(&code, &mut text)?;
            output::write(None, |out| Ok(out.write_all(&text)?)).map(|()| Outcome::Done)
        }
        Command::Rules => output::write(None, |out| Ok(explain::list(out)?)).map(|()| Outcome::Done),
        Command::Schema { record } => {
            output::write(None, |out| Ok(schema::print(record, out)?)).map(|()| Outcome::Done)
        }
        Command::Completions { shell } => {
            output::write(None, |out| Ok(manual::completions(shell, out)?)).map(|()| Outcome::Done)
        }
        Command::Man { command } => {
            output::write(None, |out| manual::page(command.as_deref(), out)).map(|()| Outcome::Done)
        }
        Command::Other(words) => dispatch::dispatch(&words),
    }
}

fn check(arguments: &CheckArguments, checks: Checks) -> Result<Outcome, Error> {
    let rules = explain::rules();
    let config = config::load(arguments, &rules)?;
    if arguments.explain_config {
        return output::write(None, |out| Ok(config::explain(&config, arguments, out)?))
            .map(|()| Outcome::Done);
    }
    let paths = references(&config.reference, &arguments.reference);
    let (references, mut skipped) = factcheck_input::references(&paths)?;
    let inputs = &factcheck_input::expand(&arguments.input.paths)?;
    let draft = arguments.focus.as_deref().map(|path| Draft::find(path, inputs)).transpose()?;
    let given = draft.as_ref().map_or_else(|| inputs.clone(), |draft| draft.join(inputs));
    let quiet = arguments.input.quiet || config.quiet;
    let read = groups::read(
        arguments,
        &given,
        &mut Checker {
            known: factcheck_extract::known_events(&references),
            references: &references,
            checks,
            aliases: &config.aliases,
            keeps: Keeps { records: true, evidence: true, agreements: true },
            progress: Progress::new("articles read", None, true),
        },
        keeps(arguments, &config),
        quiet,
    )?;
    if read.stories.is_empty() {
        tell(&read.skipped);
        return Err(Error::NoArticles(names(&arguments.input.paths)));
    }
    skipped.extend(read.skipped);
    tell(&skipped);
    let mut any_skipped = !skipped.is_empty();
    let mut run = pipeline::gather(read.stories, &references, skipped);
    run.rules = rules;
    run.coverage.left_out = read.left_out;
    run.paths = places::paths(&given, &run.articles);
    let left_out = config.apply(&mut run.findings);
    any_skipped |= look_back(&mut run, &arguments.output)?;
    if let Some(draft) = &draft {
        draft.only(&mut run)?;
    }
    filter(&mut run, &arguments.output);
    write(&run, &arguments.output)?;
    if !arguments.input.quiet && !config.quiet {
        let mut err = io::stderr().lock();
        factcheck_report::coverage_summary(&run.coverage, &mut err)?;
        if left_out > 0 {
            let findings = if left_out == 1 { "finding" } else { "findings" };
            writeln!(err, "left out: {left_out} {findings} of rules that factcheck.toml turns off")?;
        }
    }
    let fail_on = arguments.output.fail_on.or(config.fail_on).unwrap_or(FailOn::Never);
    Ok(outcome(&run, fail_on, any_skipped && !arguments.input.keep_going))
}

/// Takes in what the desk knew before; whether some of it could not be used.
fn look_back(run: &mut Run, arguments: &OutputArguments) -> Result<bool, Error> {
    let skipped = desk::look_back(run, arguments, &mut io::stderr().lock())?;
    tell(&skipped);
    Ok(!skipped.is_empty())
}

/// The tables of the configuration and of the command line; one that both name is read once.
fn references(configured: &[PathBuf], given: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = std::collections::BTreeSet::new();
    let real = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    configured.iter().chain(given).filter(|path| seen.insert(real(path))).cloned().collect()
}

/// Writes the records of each batch of articles before the next batch is read.
fn extract(arguments: &ExtractArguments) -> Result<Outcome, Error> {
    let mut stdin = BufReader::new(io::stdin());
    let input = &arguments.input;
    set_jobs(input);
    let mut any_skipped = false;
    let mut skip = |skipped: Skipped| {
        tell(std::slice::from_ref(&skipped));
        any_skipped = true;
    };
    let articles = factcheck_input::Articles::new(
        &factcheck_input::expand(&input.paths)?,
        &mut stdin,
        format_of(input),
    )?
    .with_copies()
    .as_read();
    let only = Only(&arguments.only);
    let progress = Progress::through(&articles, input.quiet);
    let articles = articles.inspect(|_| progress.tick());
    let cache = arguments.cache.as_deref().map(Cache::open).transpose()?;
    let reader = stream::Reader { only, cache: cache.as_ref() };
    output::write(arguments.output.as_deref(), |out| stream::extract(articles, reader, &mut skip, out))?;
    drop(progress);
    for problem in cache.map(Cache::finish).unwrap_or_default() {
        let _ = writeln!(io::stderr(), "factcheck: {problem}");
    }
    Ok(if any_skipped && !input.keep_going { Outcome::Skipped } else { Outcome::Done })
}

fn report(arguments: &ReportArguments) -> Result<Outcome, Error> {
    let (findings, skipped) = if arguments.run.as_os_str() == "-" {
        factcheck_report::read_findings(io::stdin().lock())
    } else {
        let file = std::fs::File::open(&arguments.run)
            .map_err(|source| Error::File { path: arguments.run.clone(), source })?;
        factcheck_report::read_findings(BufReader::new(file))
    };
    tell(&skipped);
    let paths = arguments.root.as_deref().map(|root| places::under(root, &findings)).unwrap_or_default();
    let mut run = Run { findings, rules: explain::rules(), paths, ..Run::default() };
    let any_skipped = look_back(&mut run, &arguments.output)? || !skipped.is_empty();
    filter(&mut run, &arguments.output);
    write(&run, &arguments.output)?;
    let fail_on = arguments.output.fail_on.unwrap_or(FailOn::Never);
    Ok(outcome(&run, fail_on, any_skipped))
}

/// What a report of an archive has use for: of findings alone, it is little.
fn keeps(arguments: &CheckArguments, config: &config::Config) -> Keeps {
    let output = &arguments.output;
    let name = format(output).map_or("", |format| format.name);
    let lists = matches!(name, "csv" | "jsonl");
    // What touches a draft is told by the draft's own articles.
    let is_lean = lists && output.table == args::Table::Findings && arguments.focus.is_none();
    // Agreements are shown where they are asked for, where somebody said something of one, where the desk's own
    // severities may make more of one, and where all findings are counted at the end.
    let counts = !matches!(name, "csv" | "jsonl" | "xlsx" | "sqlite");
    let known = output.verdicts.is_some() || output.baseline.is_some();
    let agreements = output.all || known || counts || !config.rules.0.is_empty();
    // Records are written as they are by one format.
    Keeps { records: !is_lean, evidence: name == "jsonl", agreements }
}

pub(crate) fn format_of(input: &InputArguments) -> Option<&'static factcheck_input::formats::Format> {
    input.input_format.as_deref().and_then(factcheck_input::formats::named)
}

pub(crate) fn set_jobs(input: &InputArguments) {
    // Only fails where the global pool was set up before, and then that one serves.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(input.jobs).build_global();
}

/// What somebody said something of is never left out.
fn filter(run: &mut Run, output: &OutputArguments) {
    let least = Severity::from(output.min_severity);
    let Run { findings, verdicts, .. } = run;
    findings.retain(|finding| {
        let wanted = finding.severity <= least && finding.confidence >= output.min_confidence;
        wanted || verdicts.of(&finding.id).is_some()
    });
}

/// The format that is asked for, or that the ending of the file asks for, or that fits where the output goes.
fn format(arguments: &OutputArguments) -> Option<&'static Format> {
    let named = arguments.format.as_deref().and_then(Format::named);
    let by_ending = || arguments.output.as_deref().and_then(Format::of_file);
    let default = if arguments.output.is_none() && output::is_terminal() { "text" } else { "csv" };
    named.or_else(by_ending).or_else(|| Format::named(default))
}

fn write(run: &Run, arguments: &OutputArguments) -> Result<(), Error> {
    let Some(format) = format(arguments) else {
        return Err(Error::Usage("no such format".to_owned()));
    };
    let to_file = arguments.output.is_some();
    if format.is_binary && !to_file && output::is_terminal() {
        return Err(Error::Usage(format!("{} is not for a terminal: give a file with -o", format.name)));
    }
    let table = Table::from(arguments.table);
    if format.shows == Shows::Findings && table != Table::Findings {
        return Err(Error::Usage(format!("{} has no table {}, only findings", format.name, table.name())));
    }
    let options = Options {
        table,
        all: arguments.all,
        color: !to_file && output::wants_color(),
        width: output::width(),
        mark: to_file,
    };
    output::write(arguments.output.as_deref(), |out| Ok(factcheck_report::write(run, format, &options, out)?))
}

/// Names every skipped input on standard error; a closed standard error is no reason to stop.
pub(crate) fn tell(skipped: &[Skipped]) {
    let mut err = io::stderr().lock();
    for skipped in skipped {
        let _ = writeln!(err, "factcheck: {}: {}", skipped.place, skipped.reason);
    }
}

/// What a person dismissed fails no run.
fn outcome(run: &Run, fail_on: FailOn, any_skipped: bool) -> Outcome {
    let worst = match fail_on {
        FailOn::Conflict => Some(Severity::Conflict),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Never => None,
    };
    let fails = |finding: &Finding, worst| finding.severity <= worst && !run.verdicts.dismisses(&finding.id);
    if worst.is_some_and(|worst| run.findings.iter().any(|finding| fails(finding, worst))) {
        Outcome::Findings
    } else if any_skipped {
        Outcome::Skipped
    } else {
        Outcome::Done
    }
}

fn names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}
