//! Each command: from its arguments to its outcome.

use std::io::{self, BufReader, Write};

use factcheck_core::{
    coverage::Skipped,
    finding::{Finding, Severity},
};
use factcheck_report::{Format, Options, Run, Shows, Table, Verdicts};

use crate::{
    args::{Command, ExtractArguments, FailOn, InputArguments, OutputArguments, ReportArguments},
    cache::Cache,
    check,
    desk::Desk,
    dispatch,
    error::{Error, Outcome},
    explain,
    lines::Only,
    manual, output,
    pipeline::Checks,
    places,
    progress::Progress,
    schema, stories, stream, why,
};

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<Outcome, Error> {
    match command {
        Command::Check(arguments) => check::check(&arguments, Checks { numbers: true, timeline: true }),
        Command::Numbers(arguments) => check::check(&arguments, Checks { numbers: true, timeline: false }),
        Command::Timeline(arguments) => check::check(&arguments, Checks { numbers: false, timeline: true }),
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
    .as_read();
    let only = Only(&arguments.only);
    let progress = Progress::through(&articles, input.quiet);
    let articles = articles.inspect(|_| progress.tick());
    let cache = arguments.cache.as_deref().map(Cache::open).transpose()?;
    let reader = stream::Reader { only, cache: cache.as_ref() };
    output::write(arguments.output.as_deref(), |out| stream::extract(articles, reader, &mut skip, out))?;
    drop(progress);
    tell_problems(cache.map(Cache::finish).unwrap_or_default());
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
    let (desk, unread) = Desk::read(&arguments.output)?;
    tell(&unread);
    desk.look_back(&mut run, &mut io::stderr().lock())?;
    let any_skipped = !unread.is_empty() || !skipped.is_empty();
    filter(&mut run, &arguments.output);
    write(&run, &arguments.output)?;
    let fail_on = arguments.output.fail_on.unwrap_or(FailOn::Never);
    Ok(outcome(worst(&run), fail_on, any_skipped))
}

pub(crate) fn format_of(input: &InputArguments) -> Option<&'static factcheck_input::formats::Format> {
    input.input_format.as_deref().and_then(factcheck_input::formats::named)
}

pub(crate) fn set_jobs(input: &InputArguments) {
    // Only fails where the global pool was set up before, and then that one serves.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(input.jobs).build_global();
}

/// What somebody said something of is never left out.
pub(crate) fn filter(run: &mut Run, output: &OutputArguments) {
    let Run { findings, verdicts, .. } = run;
    findings.retain(|finding| is_wanted(finding, verdicts, output));
}

/// Whether a finding is serious and sure enough, or somebody said something of it.
pub(crate) fn is_wanted(finding: &Finding, verdicts: &Verdicts, output: &OutputArguments) -> bool {
    let least = Severity::from(output.min_severity);
    finding.severity <= least && finding.confidence >= output.min_confidence
        || verdicts.of(&finding.id).is_some()
}

/// The format that is asked for, or that the ending of the file asks for, or that fits where the output goes.
pub(crate) fn format(arguments: &OutputArguments) -> Result<&'static Format, Error> {
    let named = arguments.format.as_deref().and_then(Format::named);
    let by_ending = || arguments.output.as_deref().and_then(Format::of_file);
    let default = if arguments.output.is_none() && output::is_terminal() { "text" } else { "csv" };
    let format = named.or_else(by_ending).or_else(|| Format::named(default));
    format.ok_or_else(|| Error::Usage("no such format".to_owned()))
}

/// How it is written.
pub(crate) fn options(arguments: &OutputArguments) -> Options {
    let to_file = arguments.output.is_some();
    Options {
        table: Table::from(arguments.table),
        all: arguments.all,
        color: !to_file && output::wants_color(),
        width: output::width(),
        mark: to_file,
    }
}

pub(crate) fn write(run: &Run, arguments: &OutputArguments) -> Result<(), Error> {
    let (format, options) = (format(arguments)?, options(arguments));
    if format.is_binary && arguments.output.is_none() && output::is_terminal() {
        return Err(Error::Usage(format!("{} is not for a terminal: give a file with -o", format.name)));
    }
    let table = options.table;
    if format.shows == Shows::Findings && table != Table::Findings {
        return Err(Error::Usage(format!("{} has no table {}, only findings", format.name, table.name())));
    }
    output::write(arguments.output.as_deref(), |out| Ok(factcheck_report::write(run, format, &options, out)?))
}

/// Names every skipped input on standard error; a closed standard error is no reason to stop.
pub(crate) fn tell(skipped: &[Skipped]) {
    let mut err = io::stderr().lock();
    for skipped in skipped {
        let _ = writeln!(err, "factcheck: {}: {}", skipped.place, skipped.reason);
    }
}

/// Names what went wrong with a cache, which fails no run.
pub(crate) fn tell_problems(problems: Vec<String>) {
    for problem in problems {
        let _ = writeln!(io::stderr(), "factcheck: {problem}");
    }
}

/// How a run ended whose most serious finding is this: what a person dismissed fails none, and is not counted.
pub(crate) fn outcome(worst: Option<Severity>, fail_on: FailOn, any_skipped: bool) -> Outcome {
    let least = match fail_on {
        FailOn::Conflict => Some(Severity::Conflict),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Never => None,
    };
    if least.is_some_and(|least| worst.is_some_and(|worst| worst <= least)) {
        Outcome::Findings
    } else if any_skipped {
        Outcome::Skipped
    } else {
        Outcome::Done
    }
}

/// The most serious finding that no person dismissed.
pub(crate) fn worst(run: &Run) -> Option<Severity> {
    let open = run.findings.iter().filter(|finding| !run.verdicts.dismisses(&finding.id));
    open.map(|finding| finding.severity).min()
}
