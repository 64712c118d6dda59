//! Brings tokens, tags and trees together, in buffers that are used again.

use std::ops::Range;

use crate::labels::{Relation, Tag};
use crate::parser::features::Word;
use crate::parser::state::State;
use crate::parser::{LONGEST, Parser};
use crate::tagger::{Buffers, Tagger};
use crate::tokens::{Token, tokenize};

/// A sentence as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Their parts of speech, as many.
    pub tags: Vec<Tag>,
    /// The head of each token, its own number for the root; empty where no tree was asked for.
    pub heads: Vec<u16>,
    /// Each token's relation to its head, as many.
    pub relations: Vec<Relation>,
}

/// Reads sentences; keeps its buffers between them. Use one for each thread.
#[derive(Debug, Default)]
pub struct Analyser {
    sentence: Sentence,
    tagging: Buffers,
    words: Vec<Word>,
    state: State,
}

impl Analyser {
    /// An analyser with the models that are compiled in. Costs nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Tokens, tags and tree of the sentence `text[range]`.
    pub fn analyse(&mut self, text: &str, range: Range<usize>) -> &Sentence {
        self.tag(text, range);
        self.parse();
        &self.sentence
    }

    /// Tags and tree of tokens that were cut elsewhere.
    pub fn analyse_given(&mut self, text: &str, tokens: &[Token]) -> &Sentence {
        self.tag_given(text, tokens);
        self.parse();
        &self.sentence
    }

    /// Tokens and tags of the sentence `text[range]`, without a tree.
    pub fn tag(&mut self, text: &str, range: Range<usize>) -> &Sentence {
        self.sentence.range = range.clone();
        tokenize(text, range, &mut self.sentence.tokens);
        self.tag_tokens(text);
        &self.sentence
    }

    /// Tags of tokens that were cut elsewhere.
    pub fn tag_given(&mut self, text: &str, tokens: &[Token]) -> &Sentence {
        self.sentence.range = 0..text.len();
        self.sentence.tokens.clear();
        self.sentence.tokens.extend_from_slice(tokens);
        self.tag_tokens(text);
        &self.sentence
    }

    fn tag_tokens(&mut self, text: &str) {
        let Sentence { tokens, tags, heads, relations, .. } = &mut self.sentence;
        heads.clear();
        relations.clear();
        if let Some(tagger) = Tagger::bundled() {
            tagger.tag(text, tokens, &mut self.tagging, tags);
        } else {
            tags.clear();
            tags.resize(tokens.len(), Tag::UNKNOWN);
        }
    }

    fn parse(&mut self) {
        let Sentence { tokens, tags, heads, relations, .. } = &mut self.sentence;
        let Some(parser) = Parser::bundled().filter(|_| tokens.len() <= LONGEST) else {
            flat(tokens.len(), heads, relations);
            return;
        };
        read_words(&self.tagging, tags, &mut self.words);
        parser.parse(&self.words, &mut self.state);
        let count = self.state.count;
        let nodes = self.state.nodes.iter().take(usize::from(count));
        for (at, node) in (0..).zip(nodes) {
            heads.push(if node.head >= count { at } else { node.head });
            relations.push(node.relation);
        }
    }
}

/// A tree for what has none: every token on the first.
fn flat(count: usize, heads: &mut Vec<u16>, relations: &mut Vec<Relation>) {
    heads.resize(count, 0);
    relations.resize(count, Relation::Dep);
    if let Some(first) = relations.first_mut() {
        *first = Relation::Root;
    }
}

/// What the parser sees of tagged words.
pub(crate) fn read_words(tagging: &Buffers, tags: &[Tag], words: &mut Vec<Word>) {
    words.clear();
    words.extend(tagging.words.iter().zip(tags).map(|(word, tag)| Word {
        form: word.form.word,
        tag: *tag,
        kind: 0,
    }));
}
