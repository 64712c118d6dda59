//! What was found in stories that did not change since an earlier run, kept by a hash of all that it depends on: every
//! article of the story as it came in, the tables and names it is held against, which checks run, and the program.
//!
//! Only what a list of findings and its coverage need is kept, so that it takes far less room than the records do.

use std::{collections::HashMap, fs::File};

use factcheck_core::{article::Article, coverage::Counts, finding::Finding};
use factcheck_report::Run;
use serde::{Deserialize, Serialize};

use crate::{
    cache::{self, Cache},
    pack::Key,
    pipeline::Checked,
    spool::Story,
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

/// What is kept of a story.
#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    questions: u32,
    counts: Counts,
    findings: Vec<Finding>,
}

impl Found {
    /// What `cache` has for runs with these settings, which are told whole.
    pub(crate) fn new(cache: Cache, settings: &[u8]) -> Self {
        Self { cache, settings: cache::hash([settings]) }
    }

    /// The key of a story; none where some of it was read by an earlier run, whose records are longer than all texts.
    pub(crate) fn key(&self, story: &Story) -> Option<Key> {
        if !story.records.is_empty() {
            return None;
        }
        let mut articles: Vec<&Article> = story.articles.iter().collect();
        // However they came.
        articles.sort_by_key(|article| (&article.file, &article.id));
        let articles = serde_json::to_vec(&articles).ok()?;
        Some(cache::hash([&self.settings[..], &articles]))
    }

    /// What was found in a story with this key.
    pub(crate) fn get(&self, key: &Key, open: &mut Open) -> Option<Checked> {
        let mut lines = Vec::new();
        if !self.cache.get(key, open, &mut lines) {
            return None;
        }
        let Kept { name, questions, counts, findings } = serde_json::from_slice(&lines).ok()?;
        let mut run = Run { findings, ..Run::default() };
        run.coverage.stories = 1;
        run.coverage.questions = questions;
        run.coverage.unlisted = counts;
        Some(Checked { name, run })
    }

    /// Keeps what was found in a story.
    pub(crate) fn put(&self, key: &Key, checked: Checked) -> Checked {
        let Checked { name, run } = checked;
        let (questions, counts) = (run.coverage.questions, run.coverage.unlisted);
        let kept = Kept { name, questions, counts, findings: run.findings };
        // Only a type that cannot be written as JSON fails.
        if let Ok(lines) = serde_json::to_vec(&kept) {
            self.cache.put(key, &lines);
        }
        let run = Run { findings: kept.findings, ..run };
        Checked { name: kept.name, run }
    }

    /// Writes what waits, and tells what went wrong, if anything.
    pub(crate) fn finish(self) -> Vec<String> {
        self.cache.finish()
    }
}
