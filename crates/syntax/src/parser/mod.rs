//! A greedy dependency parser: arc-hybrid transitions, an averaged perceptron for the next one and
//! another for the relation of each arc. Linear in the words of the sentence.

pub(crate) mod features;
pub(crate) mod state;

use std::sync::LazyLock;

use self::features::{ALL_RELATIONS, COUNT, Word, features, outline, relation_class, relation_features};
use self::state::{NONE, State, Transition};
use crate::labels::{Relation, Tag};
use crate::model::Sections;
use crate::weights::{Packed, best};

/// Longer sentences are lists or tables; they get no tree worth the name.
pub(crate) const LONGEST: usize = 1024;

/// The parser's tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'m> {
    moves: Rows<'m>,
    sure: SureMoves<'m>,
    /// The relations seen with a pair of tags, a bit each.
    relations: &'m [[u8; 8]],
    relation_weights: Packed<'m>,
}

static PARSER: LazyLock<Option<Parser<'static>>> =
    LazyLock::new(|| Parser::new(include_bytes!("../../../../data/model/parser.bin")));

/// Scores of the three transitions.
pub(crate) trait MoveWeights {
    fn scores(&self, features: &[u32]) -> [i32; 3];
}

/// Quantised weights: for each feature a byte that tells it from others of its row, and one weight
/// for each transition. What was never learned is told from what was, and counts nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'m>(&'m [[u8; 4]; ROWS]);

/// Rows of the table of transitions; a power of two, and known beforehand, so that every row is inside.
pub(crate) const ROWS: usize = 1 << 19;

/// The row of a feature in a table of so many rows; the upper bits of its hash.
#[inline]
pub(crate) fn row(feature: u32, rows: usize) -> usize {
    ((u64::from(feature) * rows as u64) >> 32) as usize
}

/// The byte that tells features of one row apart: the lowest of its hash.
#[inline]
pub(crate) const fn check(feature: u32) -> u8 {
    feature.to_le_bytes()[0]
}

impl MoveWeights for Rows<'_> {
    #[inline]
    fn scores(&self, features: &[u32]) -> [i32; 3] {
        let mut kept = [0_u32; COUNT];
        // Two loops without branches: the rows are fetched side by side, and the sums are vectors.
        for (kept, feature) in kept.iter_mut().zip(features) {
            let held = u32::from_le_bytes(self.0[row(*feature, ROWS)]);
            // All ones where the lowest bytes are equal, else nothing.
            let keep = ((held ^ *feature) & 0xFF).wrapping_sub(1) >> 8;
            *kept = (held >> 8) & keep;
        }
        let mut scores = [0; 3];
        for weights in kept {
            scores[0] += (weights << 24).cast_signed() >> 24;
            scores[1] += (weights << 16).cast_signed() >> 24;
            scores[2] += (weights << 8).cast_signed() >> 24;
        }
        scores
    }
}

/// Transitions that were right in nearly every state of an outline: those cost one look-up.
/// A row holds an outline but for its two lowest bits, which are the transition's; 0 is empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SureMoves<'m>(pub(crate) &'m [[u8; 4]]);

impl SureMoves<'_> {
    /// The sure transition of an outline.
    #[inline]
    pub(crate) fn find(&self, outline: u32) -> Option<Transition> {
        let rows = self.0.len();
        let held = u32::from_le_bytes(*self.0.get(row(outline, rows))?);
        if held == 0 || held & !3 != outline & !3 {
            return None;
        }
        Transition::ALL.get((held & 3) as usize).copied()
    }
}

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
        let moves = Rows(sections.next()?.as_chunks().0.try_into().ok()?);
        let sure = SureMoves(sections.next()?.as_chunks().0);
        let relations = sections.next()?.as_chunks().0;
        Some(Self { moves, sure, relations, relation_weights: Packed::new(sections.next()?)? })
    }

    /// The relations that a pair of tags can have.
    fn relations(&self, class: usize) -> u64 {
        match self.relations.get(class).map(|bytes| u64::from_le_bytes(*bytes)) {
            None | Some(0) => ALL_RELATIONS,
            Some(set) => set,
        }
    }

    /// Parses a sentence; the tree stands in the state afterwards.
    pub(crate) fn parse(&self, words: &[Word], state: &mut State) {
        state.reset(u16::try_from(words.len()).unwrap_or(NONE - 1));
        while !state.is_done() {
            let sure = self.sure.find(outline(state, words)).filter(|transition| state.allows(*transition));
            let transition =
                sure.unwrap_or_else(|| choose(state, &self.moves.scores(&features(state, words))));
            let relation = self.relation(state, words, transition);
            state.make(transition, relation);
        }
    }

    fn relation(&self, state: &State, words: &[Word], transition: Transition) -> Relation {
        let Some((dependent, head)) = state.arc(transition) else { return Relation::Dep };
        if head == state.count {
            return Relation::Root;
        }
        let candidates = self.relations(class_of(words, dependent, head));
        if candidates.is_power_of_two() {
            return relation_of(u8::try_from(candidates.trailing_zeros()).unwrap_or_default());
        }
        let seen = relation_features(state, words, dependent, head);
        relation_of(best(&seen, candidates, &self.relation_weights))
    }
}

fn relation_of(number: u8) -> Relation {
    Relation::from_number(number).unwrap_or(Relation::Dep)
}

/// The class of an arc between two words.
pub(crate) fn class_of(words: &[Word], dependent: u16, head: u16) -> usize {
    let tag = |at: u16| words.get(usize::from(at)).map(|word| word.tag);
    relation_class(tag(dependent).unwrap_or(Tag::UNKNOWN), tag(head), dependent < head)
}

/// The best transition that is allowed; the first wins a draw.
#[inline]
pub(crate) fn choose(state: &State, scores: &[i32; 3]) -> Transition {
    let mut found = (i32::MIN, Transition::Shift);
    for (transition, score) in Transition::ALL.into_iter().zip(scores) {
        if state.allows(transition) && *score > found.0 {
            found = (*score, transition);
        }
    }
    found.1
}
