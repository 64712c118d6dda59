//! Makes the models from treebanks; `examples/train.rs` drives it. Nothing that reads articles
//! needs this module, and a linked program that does not train holds nothing of it.

pub mod conllu;
mod network;
mod oracle;
pub mod parser;
mod perceptron;
pub mod tagger;
pub mod wordnet;

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The tagger's table has 2^bits lines of 64 bytes; the parser's has as many rows as it needs.
    pub bits: u32,
    /// Passes over the treebanks.
    pub rounds: u32,
    /// Of the order of sentences.
    pub seed: u64,
}
