//! From the findings of a story to rows of the output, as the run wants them. Knows one story at a time, and nothing of what a
//! desk said of earlier findings but what it is told.

use std::io;

use factcheck_core::finding::{Finding, Severity};
use factcheck_report::{List, Verdict, Verdicts, is_shown};

use crate::{args::OutputArguments, config::Config, run::is_wanted, sorter::Row};

/// Who writes rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scribe<'a> {
    list: List,
    arguments: &'a OutputArguments,
    config: &'a Config,
}

/// The rows of a story.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) rows: Vec<Row>,
    /// Findings of rules that are off.
    pub(crate) left_out: usize,
    /// The most serious finding.
    pub(crate) worst: Option<Severity>,
}

impl<'a> Scribe<'a> {
    pub(crate) fn new(list: List, arguments: &'a OutputArguments, config: &'a Config) -> Self {
        Self { list, arguments, config }
    }

    /// All that the rows of a story depend on beside its findings.
    pub(crate) fn settings(&self, format: &str) -> String {
        let OutputArguments { all, min_severity, min_confidence, .. } = self.arguments;
        let Config { rules, tolerance, .. } = self.config;
        format!("{format} {all} {min_severity:?} {min_confidence} {rules:?} {tolerance:?}")
    }

    /// The rows of findings of which nobody said anything.
    pub(crate) fn write(&self, mut findings: Vec<Finding>) -> io::Result<Written> {
        let left_out = self.config.apply(&mut findings);
        let nothing = Verdicts::default();
        findings.retain(|finding| is_wanted(finding, &nothing, self.arguments));
        let worst = findings.iter().map(|finding| finding.severity).min();
        findings.retain(|finding| is_shown(finding, &nothing, self.arguments.all));
        let rows = findings.iter().enumerate().map(|(at, finding)| self.row(finding, at, None));
        Ok(Written { rows: rows.collect::<io::Result<_>>()?, left_out, worst })
    }

    /// A row of the output; its key sorts as [`factcheck_core::finding::order`] does, for it is the finding at this place
    /// of its story.
    pub(crate) fn row(&self, finding: &Finding, at: usize, said: Option<&Verdict>) -> io::Result<Row> {
        let mut key = vec![finding.severity as u8];
        // The bits of numbers that are not below zero are in the order of the numbers.
        key.extend((!finding.confidence.to_bits()).to_be_bytes());
        for part in [&finding.code, &finding.story] {
            key.extend(part.as_bytes());
            key.push(0);
        }
        key.extend((at as u64).to_be_bytes());
        let mut bytes = Vec::new();
        (self.list.finding)(finding, said, &mut bytes)?;
        Ok(Row { key, bytes })
    }
}
