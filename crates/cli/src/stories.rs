//! `factcheck stories`: from the articles of an archive to the same articles with their stories, one story after the
//! other. Articles wait on disk; what has to be known of each to find its story is held.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write},
};

use factcheck_core::{article::Article, coverage::Skipped, stamp::Stamp};
use factcheck_input::{Articles, Item};
use factcheck_stories::Sight;
use rayon::prelude::*;
use serde::Serialize;

use crate::{
    args::StoriesArguments,
    error::{Error, Outcome},
    output, pipeline,
    progress::Progress,
    run::{format_of, set_jobs, tell},
};

/// So many articles are looked at together.
const BATCH: usize = 512;

/// An article as `factcheck` reads it.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    story: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Stamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<Stamp>,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    text: &'a str,
}

/// Groups the articles of the inputs, whatever story they came with, and writes them.
pub(crate) fn stories(arguments: &StoriesArguments) -> Result<Outcome, Error> {
    let input = &arguments.input;
    set_jobs(input);
    let mut stdin = BufReader::new(io::stdin());
    let paths = factcheck_input::expand(&input.paths)?;
    let mut shelf = Shelf::new()?;
    let (mut batch, mut any_skipped) = (Vec::new(), false);
    let articles = Articles::new(&paths, &mut stdin, format_of(input))?;
    let progress = Progress::through(&articles, input.quiet);
    for item in articles {
        match item? {
            Item::Article(article) => {
                progress.tick();
                batch.push(*article);
                if batch.len() == BATCH {
                    shelf.add(std::mem::take(&mut batch))?;
                }
            }
            Item::LeftOut(_) => {}
            Item::Skipped(skipped) => {
                tell(&[skipped]);
                any_skipped = true;
            }
            Item::Record(record) => {
                let reason = "stories are made of articles, not of their records".to_owned();
                tell(&[Skipped { place: record.article().to_owned(), reason }]);
                any_skipped = true;
            }
        }
    }
    shelf.add(batch)?;
    drop(progress);
    let stories = output::write(arguments.output.as_deref(), |out| shelf.write(out))?;
    if !input.quiet {
        let articles = shelf.sights.len();
        writeln!(io::stderr(), "articles: {articles}; stories: {stories}")?;
    }
    Ok(if any_skipped && !input.keep_going { Outcome::Skipped } else { Outcome::Done })
}

/// Articles on disk, in a file without a name.
struct Shelf {
    file: BufWriter<File>,
    /// Where the article behind the last one will begin.
    end: u64,
    begins: Vec<u64>,
    sights: Vec<Sight>,
}

impl Shelf {
    fn new() -> io::Result<Self> {
        let file = BufWriter::new(tempfile::tempfile()?);
        Ok(Self { file, end: 0, begins: Vec::new(), sights: Vec::new() })
    }

    fn add(&mut self, articles: Vec<Article>) -> io::Result<()> {
        let look = |mut article: Article| -> io::Result<(Vec<u8>, Sight)> {
            let bytes = serde_json::to_vec(&article)?;
            pipeline::date(&mut article);
            Ok((bytes, Sight::new(&article)))
        };
        let seen: Vec<io::Result<_>> = articles.into_par_iter().map(look).collect();
        for seen in seen {
            let (bytes, sight) = seen?;
            self.file.write_all(&bytes)?;
            self.begins.push(self.end);
            self.end += bytes.len() as u64;
            self.sights.push(sight);
        }
        Ok(())
    }

    /// Writes story by story, called by its first article; gives how many there are.
    fn write(&mut self, out: &mut dyn Write) -> Result<usize, Error> {
        let stories = factcheck_stories::group(&self.sights);
        let mut order: Vec<usize> = (0..stories.len()).collect();
        order.sort_by_key(|at| (stories[*at], *at));
        self.file.flush()?;
        let (mut name, mut count) = (String::new(), 0);
        for at in order {
            let article = self.read(at)?;
            if stories[at] == at {
                name.clone_from(&article.id);
                count += 1;
            }
            let Article { id, source, published, updated, title, url, text, .. } = &article;
            let (published, updated) = (*published, *updated);
            serde_json::to_writer(
                &mut *out,
                &Line { id, story: &name, source, published, updated, title, url, text },
            )
            .map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        Ok(count)
    }

    fn read(&mut self, at: usize) -> io::Result<Article> {
        let (begin, end) = (self.begins[at], self.begins.get(at + 1).copied().unwrap_or(self.end));
        let file = self.file.get_mut();
        file.seek(SeekFrom::Start(begin))?;
        let mut bytes = Vec::new();
        file.take(end - begin).read_to_end(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}
