//! Which articles of one file repeat another one of it. What is told of an article tells it from another: two outlets
//! with one text are two, and so is a text that came out twice.

use factcheck_core::article::Article;
use fnv::FnvHashMap;
use sha2::{Digest, Sha256};

/// So many articles are remembered at most, some forty megabytes: of an archive that is longer, those that came before
/// are forgotten all at once.
const MOST: usize = 1 << 20;

/// The articles of a file, by what their texts and all that is told of them come to, with their numbers.
#[derive(Debug, Default)]
pub(crate) struct Copies(FnvHashMap<u64, u32>);

impl Copies {
    /// The number of the article that this one, with its own number, repeats.
    pub(crate) fn of(&mut self, article: &Article, number: u32) -> Option<u32> {
        let mark = mark(article);
        if let Some(first) = self.0.get(&mark) {
            return Some(*first);
        }
        if self.0.len() == MOST {
            self.0.clear();
        }
        self.0.insert(mark, number);
        None
    }
}

/// The same for the same article, but for its id and its address.
fn mark(article: &Article) -> u64 {
    let mut hash = Sha256::new();
    let stamp = |stamp: Option<_>| {
        stamp.map(|stamp: factcheck_core::stamp::Stamp| stamp.to_string()).unwrap_or_default()
    };
    let told =
        [&article.title, &article.source, &article.story, &stamp(article.published), &stamp(article.updated)];
    for field in told {
        hash.update(field.len().to_le_bytes());
        hash.update(field);
    }
    hash.update(&article.text);
    let bytes: [u8; 32] = hash.finalize().into();
    bytes.first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
}
