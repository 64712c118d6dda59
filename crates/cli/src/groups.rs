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

/// Of input that comes story by story, so many bytes of text are checked at once.
const TOGETHER: usize = 4 << 20;

/// What there was to check.
#[derive(Default)]
pub(crate) struct Read {
    /// Its stories, in no order.
    pub(crate) stories: Vec<Checked>,
    /// What could not be used.
    pub(crate) skipped: Vec<Skipped>,
    /// What lies beside the articles.
    pub(crate) left_out: Vec<Skipped>,
}

/// Checks everything that the run was given. Of what does not fit into memory only what `large` says is kept.
pub(crate) fn read(
    arguments: &CheckArguments,
    paths: &[PathBuf],
    checker: &mut Checker,
    large: Keeps,
    quiet: bool,
) -> Result<Read, Error> {
    set_jobs(&arguments.input);
    let mut stdin = BufReader::new(io::stdin());
    let articles = Articles::new(paths, &mut stdin, format_of(&arguments.input))?.as_read();
    let mut read = Read::default();
    let progress = Progress::through(&articles, quiet);
    if arguments.grouped {
        checker.keeps = large;
        let mut batch = Batch::default();
        pieces(articles, &progress, &mut read, |piece, read| {
            if batch.is_full_before(&piece)? {
                read.stories.extend(checker.check(group(std::mem::take(&mut batch.held))));
            }
            batch.held.push(piece);
            Ok(())
        })?;
        read.stories.extend(checker.check(group(batch.held)));
        return Ok(read);
    }
    let mut spool = Spool::new();
    pieces(articles, &progress, &mut read, |piece, _| spool.add(piece).map_err(no_room))?;
    if spool.is_on_disk() {
        checker.keeps = large;
    }
    drop(progress);
    checker.progress = Progress::new("articles checked", Some(spool.articles()), quiet);
    for stories in spool.stories() {
        read.stories.extend(checker.check(stories.map_err(no_room)?));
    }
    Ok(read)
}

/// What waits has no name of its own: the folder is told.
fn no_room(source: io::Error) -> Error {
    Error::File { path: std::env::temp_dir(), source }
}

/// Hands on each article and record, and notes all else.
fn pieces(
    articles: Articles,
    progress: &Progress,
    read: &mut Read,
    mut give: impl FnMut(Piece, &mut Read) -> Result<(), Error>,
) -> Result<(), Error> {
    for item in articles {
        progress.tick();
        match item? {
            Item::Article(article) => give(Piece::Article(article), read)?,
            Item::Record(record) => give(Piece::Record(record), read)?,
            Item::Skipped(skipped) => read.skipped.push(skipped),
            Item::LeftOut(other) => read.left_out.push(other),
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
            is_full = self.bytes >= TOGETHER;
        }
        self.bytes = if is_full { 0 } else { self.bytes } + piece.size();
        Ok(is_full)
    }
}
