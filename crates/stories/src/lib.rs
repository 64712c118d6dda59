//! Articles of an archive to stories: what is told by several articles of about the same days.
//!
//! An article is known by its names, numbers and words, each the weightier the fewer articles have it. Copies are
//! found by `MinHash` and count once. Pairs come from an inverted index over what few articles have, so that no
//! article meets all others. All weights are whole numbers: the same articles give the same stories everywhere.
//!
//! Knows texts and days alone: no files, no claims, no rules.

mod clusters;
mod copies;
mod features;
mod pairs;

use chrono::NaiveDate;
use factcheck_core::article::Article;

use crate::{copies::Sketch, features::Features};

/// Articles that are this many days apart are not of one story.
const APART: i64 = 21;

/// What has to be known of an article to find its story; much smaller than its text.
#[derive(Debug)]
pub struct Sight {
    day: Option<NaiveDate>,
    features: Features,
    sketch: Sketch,
}

impl Sight {
    /// Looks at an article.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let text = format!("{}\n{}", article.title, article.text);
        Self {
            day: article.published.map(|stamp| stamp.date),
            features: features::read(&text),
            sketch: copies::sketch(&text),
        }
    }

    /// Whether the days of two articles allow one story; a day that is not known allows any.
    fn may_meet(&self, other: &Self) -> bool {
        match (self.day, other.day) {
            (Some(one), Some(two)) => (one - two).num_days().abs() <= APART,
            _ => true,
        }
    }
}

/// The story of each article, called by the place of its first article.
#[must_use]
pub fn group(sights: &[Sight]) -> Vec<usize> {
    let origins = copies::origins(sights);
    let pairs = pairs::pairs(sights, &origins);
    let stories = clusters::clusters(sights.len(), pairs);
    origins.iter().map(|origin| stories[*origin]).collect()
}
