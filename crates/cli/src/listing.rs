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

    /// A row of the output; its key sorts as [`factcheck_core::finding::order`] does, for it is the finding at this place
    /// of its story.
    fn row(&self, finding: &Finding, at: usize) -> io::Result<Row> {
        let mut key = vec![finding.severity as u8];
        // The bits of numbers that are not below zero are in the order of the numbers.
        key.extend((!finding.confidence.to_bits()).to_be_bytes());
        for part in [&finding.code, &finding.story] {
            key.extend(part.as_bytes());
            key.push(0);
        }
        key.extend((at as u64).to_be_bytes());
        let mut bytes = Vec::new();
        (self.list.finding)(finding, self.desk.verdicts.of(&finding.id), &mut bytes)?;
        Ok(Row { key, bytes })
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
        for Checked { mut run, .. } in stories {
            self.coverage.stories += run.coverage.stories;
            self.coverage.questions = self.coverage.questions.saturating_add(run.coverage.questions);
            self.coverage.unlisted.join(&run.coverage.unlisted);
            self.choose(&mut run.findings);
            found.extend(run.findings.into_iter().enumerate());
        }
        let rows: Vec<io::Result<Row>> =
            found.into_par_iter().map(|(at, finding)| self.row(&finding, at)).collect();
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
