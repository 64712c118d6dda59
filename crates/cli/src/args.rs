//! The arguments, as `--help` tells them.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValue};
use factcheck_core::finding::Severity;

use crate::schema::Line;

/// A linter for facts across sources: says where the articles of a story cannot all be true.
#[derive(Debug, Parser)]
#[command(name = "factcheck", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 ran; 1 findings at or above --fail-on; 2 usage, configuration, no articles, \
    input or output; 3 some inputs were skipped (with --keep-going 0); 130 interrupted.\n\
    Any program factcheck-TOOL beside this one or on PATH runs as `factcheck TOOL`.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check numbers and timeline together
    Check(CheckArguments),
    /// Check numeric claims only
    Numbers(CheckArguments),
    /// Check events and dates only
    Timeline(CheckArguments),
    /// Print what was read: quantities, times, entities, claims, events, relations
    Extract(ExtractArguments),
    /// Find which articles of an archive are of one story: prints them as JSONL, story by story
    Stories(StoriesArguments),
    /// Turn a run's JSONL findings into any format
    Report(ReportArguments),
    /// Say why two statements are or are not compared
    Why(WhyArguments),
    /// Explain a rule: what it flags, why, an example
    Explain {
        /// The rule's code or name, such as N101 or value-conflict
        code: String,
    },
    /// List the rules
    Rules,
    /// Print the JSON Schema of a kind of line that other commands write
    Schema {
        /// The kind of line
        #[arg(value_name = "RECORD", value_enum)]
        record: Line,
    },
    /// Print the completions of a shell, to be put where it looks for them
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or that of a command
    Man {
        /// The command, such as check
        command: Option<String>,
    },
    #[command(external_subcommand)]
    Other(Vec<OsString>),
}

#[derive(Args, Debug)]
pub(crate) struct InputArguments {
    /// Files, folders, patterns ('news/*.html'), or - for standard input: articles in any input format, or records of `factcheck extract`
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How the inputs are written, where it is not to be told from their content
    #[arg(long, value_name = "FORMAT", value_parser = input_formats())]
    pub(crate) input_format: Option<String>,
    /// Exit with 0 even if some inputs had to be skipped
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// Threads that read and check; 0 is one for each core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) jobs: usize,
    /// Print no coverage and no progress on standard error
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

fn input_formats() -> clap::builder::PossibleValuesParser {
    factcheck_input::formats::FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().into()
}

fn output_formats() -> clap::builder::PossibleValuesParser {
    let value = |format: &factcheck_report::Format| PossibleValue::new(format.name).help(format.about);
    factcheck_report::FORMATS.iter().map(value).collect::<Vec<_>>().into()
}

#[derive(Args, Debug)]
pub(crate) struct OutputArguments {
    /// How to write the result [default: text on a terminal, csv otherwise]
    #[arg(long, short, value_name = "FORMAT", value_parser = output_formats())]
    pub(crate) format: Option<String>,
    /// Write to this file, whole or not at all; its ending decides the format where none is given
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value_t = Table::Findings)]
    pub(crate) table: Table,
    /// Show agreements too
    #[arg(long)]
    pub(crate) all: bool,
    /// Leave out findings that are less serious
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = Level::Agreement)]
    pub(crate) min_severity: Level,
    /// Leave out findings that are less sure, 0 to 1
    #[arg(long, value_name = "P", default_value_t = 0.0, value_parser = probability)]
    pub(crate) min_confidence: f64,
    /// An earlier report with its columns `verdict` (confirmed, dismissed, fixed, open) and `note` filled in: CSV, a
    /// workbook or JSON Lines. They are carried over, and what was dismissed fails no run
    #[arg(long, value_name = "FILE")]
    pub(crate) verdicts: Option<PathBuf>,
    /// An earlier run's JSONL findings: show only what is new since, and tell what is gone
    #[arg(long, value_name = "OLD.jsonl")]
    pub(crate) baseline: Option<PathBuf>,
    /// Exit with 1 if there is such a finding or a more serious one
    #[arg(long, value_name = "SEVERITY", value_enum)]
    pub(crate) fail_on: Option<FailOn>,
}

fn probability(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("not a number from 0 to 1".to_owned()),
    }
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// A reference table or a folder with figures.csv and events.csv; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(crate) reference: Vec<PathBuf>,
    /// Show only what touches this draft, told from its side; it is read with the others where no PATH holds it
    #[arg(long, value_name = "FILE")]
    pub(crate) focus: Option<PathBuf>,
    /// The configuration [default: factcheck.toml, sought from the first PATH upward]
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long)]
    pub(crate) isolated: bool,
    /// The articles of a story follow one another in the input: each story is checked when the next begins, and
    /// nothing waits on disk
    #[arg(long)]
    pub(crate) grouped: bool,
    /// Keep what is found in each story in this folder, and take that of stories that did not change from it; for
    /// findings as CSV and JSON Lines
    #[arg(long, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// Print the settings of the run and where each comes from, and check nothing
    #[arg(long)]
    pub(crate) explain_config: bool,
}

#[derive(Args, Debug)]
pub(crate) struct WhyArguments {
    /// The first statement: `FILE:LINE` or `FILE:LINE:COLUMN`
    #[arg(value_name = "PLACE")]
    pub(crate) first: String,
    /// The second statement; its file's folder and that of the first are one story
    #[arg(value_name = "PLACE")]
    pub(crate) second: String,
}

#[derive(Args, Debug)]
pub(crate) struct ExtractArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Print only records of these kinds, beside those of the articles; quantities and times alone are read many
    /// times faster
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub(crate) only: Vec<Kind>,
    /// Keep the records of each article in this folder, and take those of articles that did not change from it
    #[arg(long, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// How to write the records
    #[arg(long, short, value_name = "FORMAT", default_value = "jsonl", value_parser = ["jsonl"])]
    pub(crate) format: String,
    /// Write to this file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct StoriesArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Write to this file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    /// A run: the JSONL findings of `factcheck check --format jsonl`, or - for standard input
    #[arg(value_name = "RUN")]
    pub(crate) run: PathBuf,
    /// The folder in which the files of the run lie, for formats that mark their lines: sarif, github, annotations
    #[arg(long, value_name = "FOLDER")]
    pub(crate) root: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

/// What `--table` can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// What the rules say
    Findings,
    /// Quantities of something
    Claims,
    /// What happened or will
    Events,
    /// What was read and compared, an article a row
    Coverage,
    /// The articles
    Articles,
    /// What was taken for a part of the page and left out
    Furniture,
}

impl From<Table> for factcheck_report::Table {
    fn from(table: Table) -> Self {
        match table {
            Table::Findings => Self::Findings,
            Table::Claims => Self::Claims,
            Table::Events => Self::Events,
            Table::Coverage => Self::Coverage,
            Table::Articles => Self::Articles,
            Table::Furniture => Self::Furniture,
        }
    }
}

/// What `--only` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Numbers with their units
    Quantities,
    /// Temporal expressions
    Times,
    /// Persons, places and bodies named
    Entities,
    /// Quantities of something
    Claims,
    /// What happened or will
    Events,
    /// Statements between claims or events
    Relations,
}

/// Severities, most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Conflict,
    Warning,
    Note,
    Agreement,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Conflict => Self::Conflict,
            Level::Warning => Self::Warning,
            Level::Note => Self::Note,
            Level::Agreement => Self::Agreement,
        }
    }
}

/// What makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FailOn {
    Conflict,
    Warning,
    Never,
}

impl FailOn {
    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Never => "never",
        }
    }
}
