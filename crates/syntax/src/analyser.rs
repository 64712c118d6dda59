//! Brings tokens, tags and trees together, in buffers that are used again.

use std::cell::RefCell;
use std::ops::Range;

use crate::labels::{Relation, Tag, Upos};
use crate::lemmas::{Lemmas, Memory};
use crate::links::Links;
use crate::parser::features::Word;
use crate::parser::state::State;
use crate::parser::vocabulary::Vocabulary;
use crate::parser::{LONGEST, Parser};
use crate::tagger::{Buffers, Tagger, kind_of};
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
    /// The tree from the heads downwards.
    links: Links,
    /// Base forms, where there is a tree.
    lemmas: Lemmas,
}

impl Sentence {
    /// How many tokens it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has no tokens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether the token is the root of the tree.
    #[must_use]
    pub fn is_root(&self, token: usize) -> bool {
        self.heads.get(token).is_some_and(|head| usize::from(*head) == token)
    }

    /// The root of the tree, if there is a tree.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        (0..self.heads.len()).find(|token| self.is_root(*token))
    }

    /// The head of a token, none for the root.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        self.heads.get(token).map(|head| usize::from(*head)).filter(|head| *head != token)
    }

    /// The tokens that depend on a token, from left to right.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.links.children(token)
    }

    /// The tokens from the first to the last that depend on a token, with itself. Trees of the
    /// parser are projective, so that no other token lies between.
    #[must_use]
    pub fn subtree(&self, token: usize) -> Range<usize> {
        self.links.reach(token)
    }

    /// The base form of a token, as [`lemma`](crate::lemma) gives it; `None` beyond the last and where no tree was
    /// asked for.
    #[must_use]
    pub fn lemma(&self, token: usize) -> Option<&str> {
        self.lemmas.get(token)
    }
}

/// Tokens with their parts of speech, however they came by them.
pub trait Tagged: std::fmt::Debug {
    /// The tokens, in order.
    fn tokens(&self) -> &[Token];

    /// The part of speech of a token; [`Tag::UNKNOWN`] beyond the last.
    fn tag(&self, token: usize) -> Tag;

    /// Whether the token may be a verb form: false only where [`Self::tag`] gives none, which costs more.
    fn may_be_verb(&self, token: usize) -> bool {
        self.tag(token).is_verb_form()
    }

    /// Whether the token may be an adverb, in the same way.
    fn may_be_adverb(&self, token: usize) -> bool {
        self.tag(token).upos == Upos::Adv
    }
}

impl Tagged for Sentence {
    fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::UNKNOWN)
    }
}

/// A sentence whose tags are decided when they are asked for; see [`Analyser::words`].
#[derive(Debug)]
pub struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tagging: RefCell<Tagging<'a>>,
}

#[derive(Debug)]
struct Tagging<'a> {
    buffers: &'a mut Buffers,
    /// Whether the words were looked up.
    begun: bool,
}

impl Words<'_> {
    /// Asks the tagger; looks the words up first if nobody asked before.
    fn ask<T>(&self, ask: impl FnOnce(&Tagger<'static>, &mut Buffers) -> T) -> Option<T> {
        let mut tagging = self.tagging.try_borrow_mut().ok()?;
        let tagger = Tagger::bundled()?;
        if !tagging.begun {
            Tagger::look_up(self.text, self.tokens, tagging.buffers);
            tagging.begun = true;
        }
        Some(ask(tagger, tagging.buffers))
    }
}

impl Tagged for Words<'_> {
    fn tokens(&self) -> &[Token] {
        self.tokens
    }

    fn tag(&self, token: usize) -> Tag {
        if token >= self.tokens.len() {
            return Tag::UNKNOWN;
        }
        let tag = self.ask(|tagger, buffers| tagger.tag_at(self.text, self.tokens, buffers, token));
        tag.unwrap_or(Tag::UNKNOWN)
    }

    fn may_be_verb(&self, token: usize) -> bool {
        self.ask(|tagger, buffers| tagger.may_be_verb(self.text, self.tokens, buffers, token))
            .unwrap_or(false)
    }

    fn may_be_adverb(&self, token: usize) -> bool {
        self.ask(|tagger, buffers| tagger.may_be_adverb(self.text, self.tokens, buffers, token))
            .unwrap_or(false)
    }
}

/// Reads sentences; keeps its buffers between them. Use one for each thread.
#[derive(Debug, Default)]
pub struct Analyser {
    sentence: Sentence,
    tagging: Buffers,
    words: Vec<Word>,
    state: State,
    memory: Memory,
    /// Sentences that were given back.
    spare: Vec<Sentence>,
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
        self.parse(text);
        &self.sentence
    }

    /// The same, to be kept. Whoever is done with it may [give it back](Self::give_back), so that its room is used again.
    pub fn analyse_to_keep(&mut self, text: &str, range: Range<usize>) -> Sentence {
        self.analyse(text, range);
        std::mem::replace(&mut self.sentence, self.spare.pop().unwrap_or_default())
    }

    /// Takes back a sentence that is no longer needed.
    pub fn give_back(&mut self, sentence: Sentence) {
        if self.spare.len() < MOST_SPARE {
            self.spare.push(sentence);
        }
    }

    /// Tags and tree of tokens that were cut elsewhere.
    pub fn analyse_given(&mut self, text: &str, tokens: &[Token]) -> &Sentence {
        self.tag_given(text, tokens);
        self.parse(text);
        &self.sentence
    }

    /// Tokens and tags of the sentence `text[range]`, without a tree.
    pub fn tag(&mut self, text: &str, range: Range<usize>) -> &Sentence {
        self.sentence.range = range.clone();
        tokenize(text, range, &mut self.sentence.tokens);
        self.tag_tokens(text);
        &self.sentence
    }

    /// Tokens of the sentence `text[range]`, with tags that are decided when they are asked for: the same as
    /// [`Self::tag`] gives, at the cost of those that are used.
    pub fn words<'a>(&'a mut self, text: &'a str, range: Range<usize>) -> Words<'a> {
        tokenize(text, range, &mut self.sentence.tokens);
        let tagging = RefCell::new(Tagging { buffers: &mut self.tagging, begun: false });
        Words { text, tokens: &self.sentence.tokens, tagging }
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
        let Sentence { tokens, tags, heads, relations, links, lemmas, .. } = &mut self.sentence;
        heads.clear();
        relations.clear();
        links.read(&[]);
        lemmas.clear();
        if let Some(tagger) = Tagger::bundled() {
            tagger.tag(text, tokens, &mut self.tagging, tags);
        } else {
            tags.clear();
            tags.resize(tokens.len(), Tag::UNKNOWN);
        }
    }

    fn parse(&mut self, text: &str) {
        self.find_heads(text);
        let Sentence { tokens, tags, heads, links, lemmas, .. } = &mut self.sentence;
        links.read(heads);
        for ((token, tag), word) in tokens.iter().zip(tags).zip(&self.tagging.words) {
            self.memory.add(token.text(text), word.form.word, *tag, lemmas);
        }
    }

    fn find_heads(&mut self, text: &str) {
        let Sentence { tokens, tags, heads, relations, .. } = &mut self.sentence;
        let Some(parser) = Parser::bundled().filter(|_| tokens.len() <= LONGEST) else {
            flat(tokens.len(), heads, relations);
            return;
        };
        read_words(text, tokens, &self.tagging, tags, &parser.vocabulary, &mut self.words);
        parser.parse(&self.words, &mut self.state);
        let count = self.state.count;
        let nodes = self.state.nodes.iter().take(usize::from(count));
        for (at, node) in (0..).zip(nodes) {
            heads.push(if node.head >= count { at } else { node.head });
            relations.push(node.relation);
        }
    }
}

/// So many sentences are kept to be used again: those of a long article.
const MOST_SPARE: usize = 256;

/// A tree for what has none: every token on the first.
fn flat(count: usize, heads: &mut Vec<u16>, relations: &mut Vec<Relation>) {
    heads.resize(count, 0);
    relations.resize(count, Relation::Dep);
    if let Some(first) = relations.first_mut() {
        *first = Relation::Root;
    }
}

/// What the parser sees of tagged words.
pub(crate) fn read_words(
    text: &str,
    tokens: &[Token],
    tagging: &Buffers,
    tags: &[Tag],
    vocabulary: &Vocabulary<'_>,
    words: &mut Vec<Word>,
) {
    words.clear();
    words.extend(tagging.words.iter().zip(tokens).zip(tags).map(|((word, token), tag)| {
        let kind = kind_of(word, token.text(text), *tag);
        vocabulary.word(word.form, token.text(text), *tag, kind)
    }));
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::{Analyser, Tagged};

    fn p(text: &str) -> String {
        let mut analyser = Analyser::new();
        let sentence = analyser.tag(text, 0..text.len());
        let words = sentence.tokens.iter().zip(&sentence.tags);
        words.map(|(token, tag)| format!("{}/{}", token.text(text), tag.xpos)).collect::<Vec<_>>().join(" ")
    }

    /// Each word with its relation and its head.
    fn t(text: &str) -> String {
        let mut analyser = Analyser::new();
        let sentence = analyser.analyse(text, 0..text.len());
        let word = |at: usize| sentence.tokens[at].text(text);
        let arc = |at: usize| match sentence.head(at) {
            Some(head) => format!("{} <{} {}", word(at), sentence.relations[at], word(head)),
            None => format!("{} root", word(at)),
        };
        (0..sentence.len()).map(arc).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn tags() {
        snap!(p("Exports of gas rose by 12.5% in March."), @"Exports/NNS of/IN gas/NN rose/NN by/IN 12.5/CD %/NN in/IN March/NNP ./.");
        snap!(p("He exports cars and left home."), @"He/PRP exports/VBZ cars/NNS and/CC left/VBD home/RB ./.");
        snap!(p("Two people were killed on Monday, police said."), @"Two/CD people/NNS were/VBD killed/VBN on/IN Monday/NNP ,/, police/NN said/VBD ./.");
        snap!(p("Oil Prices Rise After Ministers Meet"), @"Oil/NN Prices/NNS Rise/NNP After/NNP Ministers/NNS Meet/NNP");
        snap!(p("She won't say when the $3.2bn plan, agreed last year, may start."), @"She/PRP wo/MD n't/RB say/VB when/WRB the/DT $/$ 3.2/CD bn/CD plan/NN ,/, agreed/VBD last/JJ year/NN ,/, may/MD start/VB ./.");
        snap!(p("The visit is expected to last three days."), @"The/DT visit/NN is/VBZ expected/VBN to/IN last/JJ three/CD days/NNS ./.");
    }

    #[test]
    fn trees() {
        snap!(t("Exports of gas rose by 12% in March."), @"Exports root; of <case rose; gas <compound rose; rose <nmod Exports; by <case 12; 12 <nmod Exports; % <advmod 12; in <case March; March <nmod Exports; . <punct Exports");
        snap!(t("Police said two men were killed on Monday."), @"Police <nsubj said; said root; two <nummod men; men <nsubj:pass killed; were <aux:pass killed; killed <ccomp said; on <case Monday; Monday <obl killed; . <punct said");
        snap!(t("The company sold 40,000 cars last year."), @"The <det company; company <nsubj sold; sold root; 40,000 <nummod cars; cars <obj sold; last <amod year; year <obl:unmarked sold; . <punct sold");
        snap!(t("The minister, who arrived in Oslo on Friday, met the king."), @"The <det minister; minister <nsubj met; , <punct arrived; who <nsubj arrived; arrived <acl:relcl minister; in <case Oslo; Oslo <obl arrived; on <case Friday; Friday <obl arrived; , <punct met; met root; the <det king; king <obj met; . <punct met");
        snap!(t("Output fell from 20 to 15 barrels a day."), @"Output <nsubj fell; fell root; from <case 20; 20 <nummod barrels; to <case 15; 15 <nmod 20; barrels <obj fell; a <det day; day <obl:unmarked fell; . <punct fell");
        snap!(t("Norway's exports to Poland doubled."), @"Norway <nmod:poss exports; 's <case Norway; exports <nsubj doubled; to <case Poland; Poland <nmod exports; doubled root; . <punct doubled");
        snap!(t("The bridge was built by the army."), @"The <det bridge; bridge <nsubj:pass built; was <aux:pass built; built root; by <case army; the <det army; army <obl:agent built; . <punct built");
    }

    proptest! {
        #[test]
        fn tags_on_demand_are_those_of_the_whole(
            text in "([A-Z]?[a-z]{1,9}|[0-9]{1,4}|the|of|rose|cut|record|set|in|to|that|,){1,25}( ([A-Z]?[a-z]{1,9}|the|of|rose|cut|record|set|in|to|that|,)){0,25}",
            asked in proptest::collection::vec(0_usize..50, 1..6),
        ) {
            let (mut whole, mut parts) = (Analyser::new(), Analyser::new());
            let whole = whole.tag(&text, 0..text.len());
            let parts = parts.words(&text, 0..text.len());
            for at in asked {
                prop_assert!(parts.may_be_verb(at) || !whole.may_be_verb(at));
                prop_assert_eq!(Tagged::tag(whole, at), parts.tag(at), "token {} of {}", at, &text);
            }
        }
    }

    #[test]
    fn subtrees() {
        let text = "The head of the bank left.";
        let mut analyser = Analyser::new();
        let sentence = analyser.analyse(text, 0..text.len());
        assert_eq!(sentence.root(), Some(5));
        assert_eq!(sentence.subtree(1), 0..5);
        assert_eq!(sentence.children(5).collect::<Vec<_>>(), [1, 6]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_tree(text in "\\PC{0,80}|([a-zA-Z0-9.!?\"'“”’…,/%$@_:& -]{0,200})") {
            let mut analyser = Analyser::new();
            let sentence = analyser.analyse(&text, 0..text.len());
            let count = sentence.len();
            prop_assert_eq!(count, sentence.tags.len());
            prop_assert_eq!(count, sentence.heads.len());
            prop_assert_eq!(count, sentence.relations.len());
            prop_assert_eq!((0..count).filter(|at| sentence.is_root(*at)).count(), usize::from(count > 0));
            for at in 0..count {
                let up = std::iter::successors(Some(at), |at| sentence.head(*at)).take(count + 1).count();
                prop_assert!(up <= count, "a circle above token {}", at);
            }
        }
    }

    #[test]
    fn long_sentences_are_flat() {
        let text = "one ".repeat(2000);
        let mut analyser = Analyser::new();
        let sentence = analyser.analyse(&text, 0..text.len());
        assert_eq!((sentence.len(), sentence.root()), (2000, Some(0)));
    }
}
