//! A run to a format; one file each.
//!
//! A report gets a [`Run`] and computes nothing about facts: it orders nothing, compares nothing and knows no
//! rule. It knows no file and no clock either; the caller gives it a writer.
//!
//! Adding a format is one file in `formats/` and its row in [`FORMATS`]. Adding a table is one file in
//! `tables/` and its row in [`Table`].

mod formats;
mod links;
mod read;
mod sheet;
mod spreadsheet;
mod summary;
mod tables;
mod terminal;
mod uri;
mod verdicts;

use std::{collections::HashMap, io, path::Path};

use factcheck_core::{
    article::FurnitureKind,
    claim::Claim,
    coverage::Coverage,
    event::Event,
    finding::{Finding, Severity},
    place::Place,
    record::ArticleRecord,
    rule::RuleInfo,
};
use serde::Serialize;

pub use formats::FORMATS;
pub use read::{each_finding, read_findings};
pub use spreadsheet::unwrapped;
pub use summary::{NAMED, coverage_summary};
pub use verdicts::{Verdict, Verdicts, read_verdicts};

/// A stretch of an article that belongs to its page.
#[derive(Clone, Debug, Serialize)]
pub struct Furniture {
    /// File of the article.
    pub file: String,
    /// The outlet.
    pub source: String,
    /// The story.
    pub story: String,
    /// What it is.
    pub what: FurnitureKind,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
}

/// What a run read, built and found.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The articles, in order.
    pub articles: Vec<ArticleRecord>,
    /// Their claims, in order.
    pub claims: Vec<Claim>,
    /// Their events in order, each with its cluster: one id for all mentions of one event in a story.
    pub events: Vec<(Event, Option<String>)>,
    /// What the rules said, in [`factcheck_core::finding::order`].
    pub findings: Vec<Finding>,
    /// What was looked at, what was compared, what was left out.
    pub coverage: Coverage,
    /// What of the articles was left out as page furniture, in order.
    pub furniture: Vec<Furniture>,
    /// What persons said of findings.
    pub verdicts: Verdicts,
    /// What they said of findings that are no more; reports keep it.
    pub gone: Verdicts,
    /// The rules that there are.
    pub rules: Vec<RuleInfo>,
    /// Where the files of the articles lie, seen from the folder of the run, where that is known.
    pub paths: HashMap<String, String>,
}

impl Run {
    /// The findings that are to be shown: agreements only with `all`, or where somebody said something of one.
    fn shown(&self, all: bool) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| is_shown(finding, &self.verdicts, all))
    }

    /// Where a file lies; the file itself where that is not known.
    fn path<'a>(&'a self, file: &'a str) -> &'a str {
        self.paths.get(file).map_or(file, String::as_str)
    }

    /// The articles by their ids, to look up where a record comes from.
    fn by_id(&self) -> HashMap<&str, &ArticleRecord> {
        self.articles.iter().map(|article| (article.id.as_str(), article)).collect()
    }
}

/// Whether a finding is to be shown: agreements only with `all`, or where somebody said something of one.
#[must_use]
pub fn is_shown(finding: &Finding, verdicts: &Verdicts, all: bool) -> bool {
    all || finding.severity != Severity::Agreement || verdicts.of(&finding.id).is_some()
}

/// What of a run is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    /// What the rules said.
    #[default]
    Findings,
    /// Quantities of something.
    Claims,
    /// What happened or will.
    Events,
    /// What was read and compared, an article a row.
    Coverage,
    /// The articles.
    Articles,
    /// What was taken for a part of the page and left out.
    Furniture,
}

impl Table {
    /// Every table, in the order of the command's help.
    pub const ALL: &[Self] =
        &[Self::Findings, Self::Claims, Self::Events, Self::Coverage, Self::Articles, Self::Furniture];

    /// The name that a user gives.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Claims => "claims",
            Self::Events => "events",
            Self::Coverage => "coverage",
            Self::Articles => "articles",
            Self::Furniture => "furniture",
        }
    }
}

/// How a run is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What of it.
    pub table: Table,
    /// Agreements too.
    pub all: bool,
    /// With terminal colours, where the format has any.
    pub color: bool,
    /// Columns of the terminal; 0 is no limit.
    pub width: usize,
    /// With a byte-order mark where the format is for spreadsheets: files yes, standard output no.
    pub mark: bool,
}

/// Which tables of a run a format shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The one that is asked for.
    One,
    /// All of them in one file, whichever is asked for.
    All,
    /// The findings, and no other.
    Findings,
}

/// A way to write a run.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name that a user gives.
    pub name: &'static str,
    /// The ending of a file that asks for it, without the dot; "" where none does.
    pub ending: &'static str,
    /// What it is for, in one line of help.
    pub about: &'static str,
    /// Whether it is no text, and nothing for a terminal.
    pub is_binary: bool,
    /// Which tables it shows.
    pub shows: Shows,
    /// Writes the run.
    pub write: fn(&Run, &Options, &mut dyn io::Write) -> io::Result<()>,
    /// How findings are written one by one, where the format can do that.
    pub list: Option<List>,
}

/// A way to write findings of which no one knows of another: of an archive, they need not be held.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Writes what stands before them.
    pub begin: fn(&Options, &mut dyn io::Write) -> io::Result<()>,
    /// Writes one, with what a person said of it.
    pub finding: fn(&Finding, Option<&Verdict>, &mut dyn io::Write) -> io::Result<()>,
    /// Writes what stands behind them, with what persons said of findings that are no more.
    pub end: fn(&Verdicts, &mut dyn io::Write) -> io::Result<()>,
}

impl Format {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format that the ending of a file asks for.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<&'static Self> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| !format.ending.is_empty() && format.ending.eq_ignore_ascii_case(ending))
    }
}

/// Writes `run` in `format`.
///
/// # Errors
/// What the writer says; a closed pipe among it.
pub fn write(run: &Run, format: &Format, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    (format.write)(run, options, out)
}
