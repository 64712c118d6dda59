//! Everything that a run was given, at once: for what needs all of a story.

use std::{collections::HashMap, io::BufRead, path::PathBuf};

use factcheck_core::{
    article::Article,
    coverage::Skipped,
    record::{Record, Records},
};

use crate::{
    articles::Articles,
    error::Error,
    formats::{Format, Item},
};

/// What was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of the paths, and of names inside a folder. Ids are unique.
    pub articles: Vec<Article>,
    /// The articles that came as records of `factcheck extract`, in order of appearance. Ids are unique, and
    /// none is the id of an article above.
    pub records: Vec<Records>,
    /// What could not be used: files, lines, rows.
    pub skipped: Vec<Skipped>,
    /// What lies beside the articles and is none.
    pub left_out: Vec<Skipped>,
}

impl Loaded {
    /// Whether there is nothing to check. An empty stream is not an error here: a map over an empty shard has
    /// nothing to say, a check has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.records.is_empty()
    }
}

/// Reads all of [`Articles`] and brings the records of each article together.
///
/// # Errors
/// A path that does not exist or cannot be read, or a folder without articles.
pub fn load(
    paths: &[PathBuf],
    stdin: &mut dyn BufRead,
    format: Option<&'static Format>,
) -> Result<Loaded, Error> {
    let mut loaded = Loaded::default();
    let mut places = HashMap::<String, usize>::new();
    for item in Articles::new(paths, stdin, format)? {
        match item? {
            Item::Article(article) => loaded.articles.push(*article),
            Item::Skipped(skipped) => loaded.skipped.push(skipped),
            Item::LeftOut(other) => loaded.left_out.push(other),
            Item::Record(record) => match *record {
                Record::Article(article) => {
                    places.insert(article.id.clone(), loaded.records.len());
                    loaded.records.push(Records::new(*article));
                }
                record => {
                    let place = places.get(record.article()).copied();
                    if let Some(records) = place.and_then(|place| loaded.records.get_mut(place)) {
                        // Only an article record is ever given back.
                        let _ = records.push(record);
                    }
                }
            },
        }
    }
    Ok(loaded)
}
