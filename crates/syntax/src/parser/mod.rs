//! A greedy dependency parser: arc-hybrid transitions, and a small network for the next one and the relation of
//! each arc. Linear in the words of the sentence.

pub(crate) mod features;
pub(crate) mod network;
pub(crate) mod outlines;
pub(crate) mod state;
pub(crate) mod vocabulary;

use std::sync::LazyLock;

use self::features::{ALL_RELATIONS, Word, relation_class, rows};
use self::network::{Hidden, Network};
use self::outlines::{Sure, outline};
use self::state::{NONE, State, Transition};
use self::vocabulary::Vocabulary;
use crate::labels::{Relation, Tag};
use crate::model::Sections;

/// Longer sentences are lists or tables; they get no tree worth the name.
pub(crate) const LONGEST: usize = 1024;

/// The parser's tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'m> {
    pub(crate) vocabulary: Vocabulary<'m>,
    /// The relations seen with a pair of tags, a bit each.
    relations: &'m [[u8; 8]],
    sure: Sure<'m>,
    network: Network<'m>,
}

static PARSER: LazyLock<Option<Parser<'static>>> =
    LazyLock::new(|| Parser::new(include_bytes!("../../../../data/model/parser.bin")));

impl Parser<'static> {
    /// The parser that is compiled in.
    pub(crate) fn bundled() -> Option<&'static Self> {
        PARSER.as_ref()
    }
}

impl<'m> Parser<'m> {
    /// Reads a model in place.
    pub(crate) fn new(file: &'m [u8]) -> Option<Self> {
        let mut sections = Sections::new(file)?;
        let vocabulary = Vocabulary::new(sections.next()?, sections.next()?)?;
        let relations = sections.next()?.as_chunks().0;
        let sure = Sure::new(sections.next()?)?;
        let network = Network::new(sections.next()?, sections.next()?, sections.next()?, sections.next()?)?;
        Some(Self { vocabulary, relations, sure, network })
    }

    /// Parses a sentence; the tree stands in the state afterwards.
    pub(crate) fn parse(&self, words: &[Word], state: &mut State) {
        state.reset(u16::try_from(words.len()).unwrap_or(NONE - 1));
        while !state.is_done() {
            if state.allows(Transition::Shift) && self.sure.has(outline(state, words)) {
                state.make(Transition::Shift, Relation::Dep);
                continue;
            }
            let hidden = self.network.hidden(&rows(state, words));
            let transition = choose(state, &self.network.moves(&hidden));
            let relation = self.relation(state, words, transition, &hidden);
            state.make(transition, relation);
        }
    }

    #[inline]
    fn relation(&self, state: &State, words: &[Word], transition: Transition, hidden: &Hidden) -> Relation {
        let Some((dependent, head)) = state.arc(transition) else { return Relation::Dep };
        if head == state.count {
            return Relation::Root;
        }
        let candidates = self.relations(class_of(words, dependent, head));
        let number = if candidates.is_power_of_two() {
            u8::try_from(candidates.trailing_zeros()).unwrap_or_default()
        } else {
            self.network.relation(hidden, transition, candidates)
        };
        Relation::from_number(number).unwrap_or(Relation::Dep)
    }

    /// The relations that a pair of tags can have.
    fn relations(&self, class: usize) -> u64 {
        candidates(self.relations.get(class).map_or(0, |bytes| u64::from_le_bytes(*bytes)))
    }
}

/// The relations to choose from, of those that were seen.
pub(crate) const fn candidates(seen: u64) -> u64 {
    if seen == 0 { ALL_RELATIONS } else { seen }
}

/// The class of an arc between two words.
pub(crate) fn class_of(words: &[Word], dependent: u16, head: u16) -> usize {
    let tag = |at: u16| words.get(usize::from(at)).map(|word| word.tag);
    relation_class(tag(dependent).unwrap_or(Tag::UNKNOWN), tag(head), dependent < head)
}

/// The best transition that is allowed; the first wins a draw.
#[inline]
pub(crate) fn choose<T: PartialOrd + Copy>(state: &State, scores: &[T; 3]) -> Transition {
    let mut found: Option<(T, Transition)> = None;
    for (transition, score) in Transition::ALL.into_iter().zip(scores) {
        if state.allows(transition) && found.is_none_or(|(best, _)| *score > best) {
            found = Some((*score, transition));
        }
    }
    found.map_or(Transition::Shift, |(_, transition)| transition)
}
