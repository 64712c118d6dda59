//! What an article of a stream comes to, so that two that are the same can be told. What is told of an article tells it from
//! another: two outlets with one text are two, and so is a text that came out twice.

use std::fmt::Write;

use factcheck_core::article::Article;
use sha2::{Digest, Sha256};

/// The same for the same article, but for its id, its address and its story, as hexadecimal digits.
pub(crate) fn digest(article: &Article) -> String {
    let mut hash = Sha256::new();
    let stamp = |stamp: Option<_>| {
        stamp.map(|stamp: factcheck_core::stamp::Stamp| stamp.to_string()).unwrap_or_default()
    };
    let told = [&article.title, &article.source, &stamp(article.published), &stamp(article.updated)];
    for field in told {
        hash.update(field.len().to_le_bytes());
        hash.update(field);
    }
    hash.update(&article.text);
    let mut text = String::new();
    for byte in hash.finalize().iter().take(12) {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
