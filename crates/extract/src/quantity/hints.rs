//! What an article tells beforehand of its numbers: which dollar a bare "$" is. Knows the article's address and
//! whether it names the US dollar; reads no number.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use factcheck_core::article::Article;

/// What is known of the article beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hints {
    /// The unit that a bare "$" or "dollars" means; "dollar" where nothing decides, which converts to nothing.
    pub dollar: &'static str,
}

impl Default for Hints {
    /// International news means US dollars.
    fn default() -> Self {
        Self { dollar: US }
    }
}

const US: &str = "US dollar";

/// Some dollar.
const ANY: &str = "dollar";

/// How the US dollar is told from others.
const MARKED: &[&str] = &["US$", "U.S.$", "USD", "US dollar", "U.S. dollar", "American dollar"];

static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(MARKED).ok());

impl Hints {
    /// A paper of a country with a dollar of its own means that one where it marks the American; where it marks
    /// none, it may have the text from an American agency. Elsewhere a text that marks some US dollars means
    /// others by a bare sign, whichever they are.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let marked = MARKS.as_ref().is_some_and(|marks| marks.is_match(&article.text));
        let dollar = match (domestic(&article.url), marked) {
            (Some(own), true) => own,
            (None, false) => US,
            (Some(_), false) | (None, true) => ANY,
        };
        Self { dollar }
    }
}

/// The dollar of the country in whose domain the address lies.
fn domestic(url: &str) -> Option<&'static str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next()?;
    let (_, country) = host.rsplit_once('.')?;
    let row = ROWS.binary_search_by(|row| row.0.cmp(&country.to_ascii_lowercase())).ok()?;
    Some(ROWS[row].1)
}

static ROWS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/lexicon/dollars.csv").lines().skip(1);
    lines
        .filter_map(|line| line.split_once(','))
        .map(|(domain, rest)| (domain, rest.split(',').next().unwrap_or(US)))
        .collect()
});

#[cfg(test)]
mod tests {
    use factcheck_core::{article::Article, unit};
    use insta::assert_snapshot as snap;

    use super::{Hints, ROWS};

    #[test]
    fn tells_dollars_apart() {
        let h = |url: &str, text: &str| {
            let article = Article { url: url.to_owned(), text: text.to_owned(), ..Article::default() };
            Hints::of(&article).dollar
        };
        snap!(h("", "It cost $5."), @"US dollar");
        snap!(h("https://news.example/a", "It cost $5."), @"US dollar");
        snap!(h("", "It cost $5 (US$4)."), @"dollar");
        snap!(h("https://www.example.com.au/a?b", "It cost $5 (US$4)."), @"Australian dollar");
        snap!(h("https://www.example.ca", "It cost $5."), @"dollar");
        snap!(h("example.co.nz/b", "It cost $5, or 4 U.S. dollars."), @"New Zealand dollar");
    }

    #[test]
    fn the_table_is_sorted_and_names_currencies() {
        assert!(ROWS.is_sorted_by(|a, b| a.0 < b.0) && ROWS.len() > 10);
        for (domain, name) in ROWS.iter() {
            assert!(unit::named(name).code.is_some(), "{domain}: {name}");
        }
    }
}
