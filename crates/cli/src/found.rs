//! What was found in stories that did not change since an earlier run, kept by a hash of all that it depends on: every
//! article of the story as it came in, the tables and names it is held against, which checks run, and the program.
//!
//! Only what a list of findings and its coverage need is kept, so that it takes far less room than the records do.

use std::{collections::HashMap, fs::File};

use factcheck_core::{
    coverage::Counts,
    finding::{Finding, Severity},
};
use factcheck_report::Run;
use serde::{Deserialize, Serialize};

use crate::{
    cache::{self, Cache},
    pack::Key,
    pipeline::Checked,
    rows::Written,
    sorter::Row,
    spool::Waiting,
};

/// Files of the cache that a thread has open.
pub(crate) type Open = HashMap<usize, File>;

/// What earlier runs found.
#[derive(Debug)]
pub(crate) struct Found {
    cache: Cache,
    /// A hash of what all stories are checked with.
    settings: Key,
}

/// What is kept of a story: a line, and behind it the keys and bytes of its rows, which are copied and not looked into.
#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    questions: u32,
    counts: Counts,
    left_out: usize,
    worst: Option<Severity>,
    /// How long the key of each row is, and how long the row.
    rows: Vec<(usize, usize)>,
    /// Where there are no rows yet, since something else is asked of findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

impl Found {
    /// What `cache` has for runs with these settings, which are told whole.
    pub(crate) fn new(cache: Cache, settings: &[u8]) -> Self {
        Self { cache, settings: cache::hash([settings]) }
    }

    /// The key of a story; none where some of it was read by an earlier run, whose records are longer than all texts.
    pub(crate) fn key(&self, story: &Waiting) -> Option<Key> {
        if !story.records.is_empty() {
            return None;
        }
        let mut articles: Vec<Key> =
            story.articles.iter().map(|article| cache::hash(article.parts())).collect();
        // However they came.
        articles.sort_unstable();
        Some(cache::hash([&self.settings[..], articles.as_flattened()]))
    }

    /// What was found in a story with this key.
    pub(crate) fn get(&self, key: &Key, open: &mut Open) -> Option<Checked> {
        let mut bytes = Vec::new();
        if !self.cache.get(key, open, &mut bytes) {
            return None;
        }
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (line, mut rest) = bytes.split_at_checked(end + 1)?;
        let Kept { name, questions, counts, left_out, worst, rows, findings } =
            serde_json::from_slice(line).ok()?;
        let mut take = |length| {
            let (part, behind) = rest.split_at_checked(length)?;
            rest = behind;
            Some(part.to_vec())
        };
        let rows: Option<Vec<Row>> =
            rows.into_iter().map(|(key, bytes)| Some(Row { key: take(key)?, bytes: take(bytes)? })).collect();
        let mut run = Run { findings, ..Run::default() };
        run.coverage.stories = 1;
        run.coverage.questions = questions;
        run.coverage.unlisted = counts;
        Some(Checked { name, run, written: Written { rows: rows?, left_out, worst } })
    }

    /// Keeps what was found in a story.
    pub(crate) fn put(&self, key: &Key, checked: &Checked) {
        let Checked { name, run, written } = checked;
        let kept = Kept {
            name: name.clone(),
            questions: run.coverage.questions,
            counts: run.coverage.unlisted,
            left_out: written.left_out,
            worst: written.worst,
            rows: written.rows.iter().map(|row| (row.key.len(), row.bytes.len())).collect(),
            findings: run.findings.clone(),
        };
        // Only a type that cannot be written as JSON fails.
        let Ok(mut bytes) = serde_json::to_vec(&kept) else { return };
        bytes.push(b'\n');
        for row in &written.rows {
            bytes.extend(&row.key);
            bytes.extend(&row.bytes);
        }
        self.cache.put(key, &bytes);
    }

    /// Writes what waits, and tells what went wrong, if anything.
    pub(crate) fn finish(self) -> Vec<String> {
        self.cache.finish()
    }
}
