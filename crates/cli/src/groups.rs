//! From the inputs of a check to checked stories: what belongs together is brought together, and few stories are under
//! way at a time.

use std::{
    collections::HashSet,
    io::{self, BufReader},
    path::PathBuf,
};

use factcheck_core::coverage::Skipped;
use factcheck_input::{Articles, Item};

use crate::{
    args::CheckArguments,
    error::Error,
    pipeline::{Checked, Checker, Keeps},
    progress::Progress,
    run::{format_of, set_jobs},
    spool::{Piece, Spool, fingerprint, group},
};

/// So many bytes of text are checked at once for each thread.
const TOGETHER: usize = 1 << 20;

/// Who takes what is read and checked.
pub(crate) trait Taker {
    /// Some stories, in no order.
    fn stories(&mut self, stories: Vec<Checked>) -> Result<(), Error>;
    /// What could not be used.
    fn skipped(&mut self, skipped: Skipped);
    /// What lies beside the articles.
    fn left_out(&mut self, other: Skipped);
}

/// All of it.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) stories: Vec<Checked>,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) left_out: Vec<Skipped>,
}

impl Taker for Read {
    fn stories(&mut self, stories: Vec<Checked>) -> Result<(), Error> {
        self.stories.extend(stories);
        Ok(())
    }

    fn skipped(&mut self, skipped: Skipped) {
        self.skipped.push(skipped);
    }

    fn left_out(&mut self, other: Skipped) {
        self.left_out.push(other);
    }
}

/// Checks everything that the run was given. Of what does not fit into memory only what `large` says is kept.
pub(crate) fn read(
    arguments: &CheckArguments,
    paths: &[PathBuf],
    checker: &mut Checker,
    large: Keeps,
    quiet: bool,
    taker: &mut dyn Taker,
) -> Result<(), Error> {
    set_jobs(&arguments.input);
    let mut stdin = BufReader::new(io::stdin());
    let articles = Articles::new(paths, &mut stdin, format_of(&arguments.input))?.as_read();
    let progress = Progress::through(&articles, quiet);
    if arguments.grouped {
        checker.keeps = large;
        let mut batch = Batch::default();
        pieces(articles, &progress, taker, |piece, taker| {
            if batch.is_full_before(&piece)? {
                taker.stories(checker.check(group(std::mem::take(&mut batch.held))).map_err(no_room)?)?;
            }
            batch.held.push(piece);
            Ok(())
        })?;
        return taker.stories(checker.check(group(batch.held)).map_err(no_room)?);
    }
    let mut spool = Spool::new(checker.keeps.records);
    pieces(articles, &progress, taker, |piece, _| spool.add(piece).map_err(no_room))?;
    if spool.is_on_disk() {
        checker.keeps = large;
    }
    drop(progress);
    checker.progress = Progress::new("articles checked", Some(spool.articles()), quiet);
    for stories in spool.stories() {
        let (mut some, mut size) = (Vec::new(), 0);
        for story in stories.map_err(no_room)? {
            size += story.size();
            some.push(story);
            if size >= together() {
                taker.stories(checker.check(std::mem::take(&mut some)).map_err(no_room)?)?;
                size = 0;
            }
        }
        taker.stories(checker.check(some).map_err(no_room)?)?;
    }
    Ok(())
}

fn together() -> usize {
    TOGETHER * rayon::current_num_threads().max(4)
}

/// What waits has no name of its own: the folder is told.
pub(crate) fn no_room(source: io::Error) -> Error {
    Error::File { path: std::env::temp_dir(), source }
}

/// Hands on each article and record, and notes all else.
fn pieces(
    articles: Articles,
    progress: &Progress,
    taker: &mut dyn Taker,
    mut give: impl FnMut(Piece, &mut dyn Taker) -> Result<(), Error>,
) -> Result<(), Error> {
    for item in articles {
        progress.tick();
        match item? {
            Item::Article(article) => give(Piece::seal(*article).map_err(no_room)?, taker)?,
            Item::Record(record) => give(Piece::Record(record), taker)?,
            Item::Skipped(skipped) => taker.skipped(skipped),
            Item::LeftOut(other) => taker.left_out(other),
        }
    }
    Ok(())
}

/// Whole stories that were not checked yet, and the one that is coming in.
#[derive(Default)]
struct Batch {
    held: Vec<Piece>,
    bytes: usize,
    story: Option<String>,
    /// Stories that were there before; more than their fingerprints is too much for an archive.
    seen: HashSet<u64>,
}

impl Batch {
    /// Whether what is held is to be checked before this piece comes to it.
    fn is_full_before(&mut self, piece: &Piece) -> Result<bool, Error> {
        let mut is_full = false;
        if let Some(story) = piece.story().filter(|story| self.story.as_deref() != Some(story)) {
            if !self.seen.insert(fingerprint(story)) {
                return Err(Error::Usage(format!(
                    "the story {story:?} comes again after others: leave out --grouped"
                )));
            }
            self.story = Some(story.to_owned());
            is_full = self.bytes >= together();
        }
        self.bytes = if is_full { 0 } else { self.bytes } + piece.size();
        Ok(is_full)
    }
}
