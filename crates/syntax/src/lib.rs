//! Tokens, sentences, parts of speech, lemmas and dependencies: small, trained by us, deterministic.

mod abbreviations;
mod labels;
mod sentences;
mod tokens;

pub use labels::{Relation, Tag, Upos, Xpos};
pub use sentences::sentences;
pub use tokens::{Token, tokenize};
