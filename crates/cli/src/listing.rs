//! Findings that are written one by one, in the order of all: of a story that was checked nothing is held but these, as
//! rows of the output, and what does not fit into memory waits on disk.

use std::io;

use factcheck_core::{
    coverage::{Coverage, Skipped},
    finding::{Finding, Severity},
};
use factcheck_report::{List, is_shown};
use rayon::prelude::*;

use crate::{
    args::OutputArguments,
    config::Config,
    desk::Desk,
    error::Error,
    groups::{Taker, no_room},
    output,
    pipeline::Checked,
    rows::Scribe,
    run::{self, is_wanted, tell},
    sorter::{Row, Sorter},
};

/// What was found so far.
pub(crate) struct Listing<'a> {
    list: List,
    arguments: &'a OutputArguments,
    config: &'a Config,
    desk: Desk,
    rows: Sorter,
    /// What was looked at; articles are counted.
    pub(crate) coverage: Coverage,
    /// Findings of rules that are off.
    pub(crate) left_out: usize,
    /// The most serious finding that no person dismissed.
    pub(crate) worst: Option<Severity>,
}

impl<'a> Listing<'a> {
    pub(crate) fn new(list: List, arguments: &'a OutputArguments, config: &'a Config, desk: Desk) -> Self {
        let (rows, coverage) = (Sorter::new(), Coverage::default());
        Self { list, arguments, config, desk, rows, coverage, left_out: 0, worst: None }
    }

    /// Whether nobody knew anything before the run: findings can become rows as soon as they are found.
    pub(crate) fn is_fresh(&self) -> bool {
        self.desk.is_empty()
    }

    /// Leaves of the findings of a story those that are to be written, in order.
    fn choose(&mut self, findings: &mut Vec<Finding>) {
        self.left_out += self.config.apply(findings);
        findings.retain(|finding| {
            let (arguments, verdicts) = (self.arguments, &self.desk.verdicts);
            let is_wanted = is_wanted(finding, verdicts, arguments);
            let is_shown = is_shown(finding, verdicts, arguments.all);
            let is_open = !verdicts.dismisses(&finding.id);
            let is_kept = self.desk.keeps(finding) && is_wanted;
            if is_kept && is_open {
                self.worst = Some(self.worst.map_or(finding.severity, |worst| worst.min(finding.severity)));
            }
            is_kept && is_shown
        });
    }

    /// Writes all, and tells what became of what the desk knew.
    pub(crate) fn write(&mut self) -> Result<(), Error> {
        let gone = self.desk.finish(&mut io::stderr().lock())?;
        let rows = std::mem::replace(&mut self.rows, Sorter::new()).sorted().map_err(no_room)?;
        let (list, options) = (self.list, run::options(self.arguments));
        output::write(self.arguments.output.as_deref(), |out| {
            (list.begin)(&options, out)?;
            for row in rows {
                out.write_all(&row.map_err(no_room)?.bytes)?;
            }
            Ok((list.end)(&gone, out)?)
        })
    }
}

impl Taker for Listing<'_> {
    fn stories(&mut self, stories: Vec<Checked>) -> Result<(), Error> {
        let mut found = Vec::new();
        for Checked { mut run, written, .. } in stories {
            self.coverage.stories += run.coverage.stories;
            self.coverage.questions = self.coverage.questions.saturating_add(run.coverage.questions);
            self.coverage.unlisted.join(&run.coverage.unlisted);
            self.choose(&mut run.findings);
            found.extend(run.findings.into_iter().enumerate());
            self.left_out += written.left_out;
            self.worst = self.worst.into_iter().chain(written.worst).min();
            written.rows.into_iter().try_for_each(|row| self.rows.add(row)).map_err(no_room)?;
        }
        let scribe = Scribe::new(self.list, self.arguments, self.config);
        let verdicts = &self.desk.verdicts;
        let row = |(at, finding): (usize, Finding)| scribe.row(&finding, at, verdicts.of(&finding.id));
        let rows: Vec<io::Result<Row>> = found.into_par_iter().map(row).collect();
        rows.into_iter().try_for_each(|row| self.rows.add(row?).map_err(no_room))
    }

    /// Names it at once: of an archive it may be much.
    fn skipped(&mut self, skipped: Skipped) {
        let Coverage { skipped: named, unlisted, .. } = &mut self.coverage;
        tell(std::slice::from_ref(&skipped));
        if named.len() < factcheck_report::NAMED {
            named.push(skipped);
        } else {
            unlisted.skipped += 1;
        }
    }

    fn left_out(&mut self, _: Skipped) {
        self.coverage.unlisted.left_out += 1;
    }
}
