//! What the parser looks at, each thing a row of the network's first layer: the words at the top of the stack and the
//! front of the queue, their outer dependents, distances, and pairs of tags. The rows of single things are few; the
//! network finds out itself which of them matter together, but for the pairs of tags, which it is given.

use super::state::{NONE, Node, State};
use super::vocabulary::{ABSENT, ABSENT_TAG, ROOT, ROOT_TAG, TAGS};
use crate::labels::{Relation, Tag};

/// A word as the parser sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Its number in the vocabulary.
    pub(crate) number: u16,
    /// The tag.
    pub(crate) tag: Tag,
    /// The tag's number in the vocabulary.
    pub(crate) label: u8,
    /// What kind of thing or act it is; see [`kinds`](crate::tagger::kinds).
    pub(crate) kind: u8,
}

const NO_WORD: Word = Word { number: ABSENT, tag: Tag::UNKNOWN, label: ABSENT_TAG, kind: NO_KIND };
const ROOT_WORD: Word = Word { number: ROOT, tag: Tag::UNKNOWN, label: ROOT_TAG, kind: NO_KIND };
const NO_KIND: u8 = 63;
/// No dependent, and so no relation.
const NO_RELATION: u32 = 63;

/// How many rows a state has.
pub(crate) const COUNT: usize = 40;

const TAG_PLACES: u32 = 15;
const RELATION_PLACES: u32 = 5;
const KIND_PLACES: u32 = 3;
const DISTANCE_PLACES: u32 = 2;
const SET_PLACES: u32 = 3;
const PAIR_PLACES: u32 = 4;
/// Words in different places have different rows, side by side.
pub(crate) const WORD_PLACES: u32 = 8;

const LABELS: u32 = 64;
const DISTANCES: u32 = 8;
const SETS: u32 = 256;
const PAIRS: u32 = LABELS * LABELS;

const RELATIONS_FROM: u32 = TAG_PLACES * LABELS;
const KINDS_FROM: u32 = RELATIONS_FROM + RELATION_PLACES * LABELS;
const DISTANCES_FROM: u32 = KINDS_FROM + KIND_PLACES * LABELS;
const SETS_FROM: u32 = DISTANCES_FROM + DISTANCE_PLACES * DISTANCES;
const PAIRS_FROM: u32 = SETS_FROM + SET_PLACES * SETS;
/// The rows of words come last, as many as there are words.
pub(crate) const WORDS_FROM: u32 = PAIRS_FROM + PAIR_PLACES * PAIRS;

const _: () = assert!(TAGS == LABELS as usize && Relation::ALL.len() < LABELS as usize);
const _: () = assert!(
    TAG_PLACES + RELATION_PLACES + KIND_PLACES + DISTANCE_PLACES + SET_PLACES + PAIR_PLACES + WORD_PLACES
        == 40
        && COUNT == 40
);

/// The row of a word in one of its places.
pub(crate) const fn word_row(number: u16, place: u32) -> u32 {
    WORDS_FROM + number as u32 * WORD_PLACES + place
}

/// How far apart two words are, in seven steps.
fn distance(a: u16, b: u16) -> u32 {
    if a == NONE || b == NONE {
        return 0;
    }
    match a.abs_diff(b) {
        far @ 0..=4 => u32::from(far),
        5..=8 => 5,
        9..=16 => 6,
        _ => 7,
    }
}

/// Which of eight groups of relations a word's dependents have, a bit each.
fn groups(node: &Node) -> u32 {
    GROUPS.iter().enumerate().fold(0, |set, (bit, group)| set | u32::from(node.relations & group != 0) << bit)
}

const GROUPS: [u64; 8] = {
    use Relation as R;
    [
        set(&[R::Nsubj, R::NsubjPass, R::Csubj, R::CsubjPass, R::NsubjOuter, R::Expl]),
        set(&[R::Obj, R::Xcomp, R::Ccomp]),
        set(&[R::Case, R::Mark]),
        set(&[R::Det, R::NmodPoss, R::Nummod]),
        set(&[R::Aux, R::AuxPass, R::Cop]),
        set(&[R::Cc]),
        set(&[R::Conj, R::Obl, R::Nmod, R::Advcl, R::Acl, R::AclRelcl]),
        set(&[R::Punct]),
    ]
};

const fn set(relations: &[Relation]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < relations.len() {
        bits |= 1 << relations[at] as u8;
        at += 1;
    }
    bits
}

/// The rows of the state.
#[inline]
#[expect(clippy::similar_names, reason = "the names of the literature")]
pub(crate) fn rows(state: &State, words: &[Word]) -> [u32; COUNT] {
    let word = |at: u16| match words.get(usize::from(at)) {
        Some(word) => word,
        None if at == state.count => &ROOT_WORD,
        None => &NO_WORD,
    };
    let (i0, i1, j0) = (state.top(0), state.top(1), state.front(0));
    let (s0, s1, s2) = (word(i0), word(i1), word(state.top(2)));
    let (b0, b1, b2) = (word(j0), word(state.front(1)), word(state.front(2)));
    let (n0, n1, m0) = (state.node(i0), state.node(i1), state.node(j0));
    // One by one: `map` on arrays is not always inlined.
    let (s0l, s0l2) = (word(n0.left[0]), word(n0.left[1]));
    let (s0r, s0r2) = (word(n0.right[0]), word(n0.right[1]));
    let (s1l, s1r, s1r2) = (word(n1.left[0]), word(n1.right[0]), word(n1.right[1]));
    let (b0l, b0l2) = (word(m0.left[0]), word(m0.left[1]));
    let tag = |place: u32, word: &Word| place * LABELS + u32::from(word.label);
    let kind = |place: u32, word: &Word| KINDS_FROM + place * LABELS + u32::from(word.kind);
    let pair = |place: u32, a: &Word, b: &Word| {
        PAIRS_FROM + place * PAIRS + u32::from(a.label) * LABELS + u32::from(b.label)
    };
    let of = |place: u32, word: &Word| word_row(word.number, place);
    let relation = |place: u32, at: u16| {
        let number = if at == NONE { NO_RELATION } else { state.node(at).relation as u32 };
        RELATIONS_FROM + place * LABELS + number
    };
    let far = |place: u32, a: u16, b: u16| DISTANCES_FROM + place * DISTANCES + distance(a, b);
    let dependents = |place: u32, node: &Node| SETS_FROM + place * SETS + groups(node);
    [
        of(0, s0),
        of(1, s1),
        of(2, b0),
        of(3, b1),
        of(4, s0l),
        of(5, s0r),
        of(6, s1r),
        of(7, b0l),
        tag(0, s0),
        tag(1, s1),
        tag(2, s2),
        tag(3, b0),
        tag(4, b1),
        tag(5, b2),
        tag(6, s0l),
        tag(7, s0r),
        tag(8, s1l),
        tag(9, s1r),
        tag(10, b0l),
        tag(11, s0l2),
        tag(12, s0r2),
        tag(13, s1r2),
        tag(14, b0l2),
        relation(0, n0.left[0]),
        relation(1, n0.right[0]),
        relation(2, n1.left[0]),
        relation(3, n1.right[0]),
        relation(4, m0.left[0]),
        kind(0, s0),
        kind(1, s1),
        kind(2, b0),
        far(0, i0, j0),
        far(1, i1, i0),
        dependents(0, n0),
        dependents(1, n1),
        dependents(2, m0),
        pair(0, s0, b0),
        pair(1, s1, s0),
        pair(2, b0, b1),
        pair(3, s1, b0),
    ]
}

/// Which relations are thought of: a number for the tags of both words and their order.
pub(crate) fn relation_class(dependent: Tag, head: Option<Tag>, left: bool) -> usize {
    const TAGS: usize = 18;
    let head = head.map_or(TAGS - 1, |tag| tag.upos as usize);
    (dependent.upos as usize * TAGS + head) * 2 + usize::from(left)
}

/// How many numbers [`relation_class`] gives.
pub(crate) const RELATION_CLASSES: usize = 18 * 18 * 2;

/// Every relation, for pairs of tags that were never seen.
pub(crate) const ALL_RELATIONS: u64 = (1 << Relation::ALL.len()) - 1;
