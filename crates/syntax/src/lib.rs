//! Tokens, sentences, parts of speech, lemmas and dependencies: small, trained by us, deterministic.
//!
//! Text goes one way: [`sentences`] finds where sentences stand, an [`Analyser`] reads one at a
//! time. The models are integers in `data/model`, read in place; [`training`] makes them.

mod abbreviations;
mod analyser;
mod forms;
mod hash;
mod kinds;
mod labels;
mod lemma;
mod lemmas;
mod links;
mod memory;
mod model;
mod parser;
mod sentences;
mod tagger;
mod tokens;
pub mod training;
mod weights;
pub mod wordnet;

pub use analyser::{Analyser, Sentence, Tagged, Words};
pub use labels::{Relation, Tag, Upos, Xpos};
pub use lemma::lemma;
pub use sentences::sentences;
pub use tokens::{Token, tokenize};
