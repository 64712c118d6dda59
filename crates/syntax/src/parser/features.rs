//! What the parser looks at: the words at the top of the stack and the front of the queue, their
//! outer dependents, distances and counts (after Zhang and Nivre 2011).

use super::state::{NONE, State};
use crate::hash::{Value, feature_of};
use crate::labels::{Relation, Tag};

/// A word as the parser sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    seen: Seen,
    /// The tag.
    pub(crate) tag: Tag,
}

impl Word {
    /// A word with the hash of its form, its tag, and what kind of thing or act it is.
    pub(crate) fn new(form: u32, tag: Tag, kind: u8) -> Self {
        let code = (tag.upos as u32) << 8 | tag.xpos as u32;
        let both = form ^ code.wrapping_mul(0x9E37_79B9);
        Self { seen: Seen::of(form, code, both, kind), tag }
    }
}

/// Number of features of a transition.
pub(crate) const COUNT: usize = 100;

/// Number of features of a relation.
pub(crate) const RELATION_COUNT: usize = 32;

/// One word's values in features.
#[derive(Clone, Copy, Debug)]
struct Seen {
    word: Value,
    tag: Value,
    both: Value,
    kind: Value,
}

impl Seen {
    const ABSENT: Self = Self::of(7, 0xFFFF, 7, 0xFF);

    const fn of(word: u32, tag: u32, both: u32, kind: u8) -> Self {
        Self {
            word: Value::of(word),
            tag: Value::of(tag),
            both: Value::of(both),
            kind: Value::of(kind as u32),
        }
    }
}

#[inline]
fn see(words: &[Word], at: u16) -> &Seen {
    words.get(usize::from(at)).map_or(&Seen::ABSENT, |word| &word.seen)
}

#[inline]
fn relation(state: &State, at: u16) -> Value {
    Value::of(if at == NONE { 0xFF } else { state.node(at).relation as u32 })
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are kept")]
fn halves(set: u64) -> [Value; 2] {
    [Value::of(set as u32), Value::of((set >> 32) as u32)]
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

/// The tags around a decision, as one number.
#[inline]
pub(crate) fn outline(state: &State, words: &[Word]) -> u32 {
    let tag = |at: u16| see(words, at).tag;
    let top = state.top(0);
    let node = state.node(top);
    let near = tag(state.front(0)).below(tag(top));
    let far = tag(state.front(1)).below(tag(state.top(1)));
    let sides = tag(node.right[0]).below(tag(node.left[0]));
    feature_of(200, near, far, sides)
}

/// The features of the state.
#[inline]
#[expect(clippy::too_many_lines, reason = "one line a feature")]
#[expect(clippy::similar_names, reason = "the names of the literature")]
pub(crate) fn features(state: &State, words: &[Word]) -> [u32; COUNT] {
    let (f, o) = (feature_of, Value::NOTHING);
    let (i0, i1, i2, j0) = (state.top(0), state.top(1), state.top(2), state.front(0));
    let [s0, s1, s2] = [i0, i1, i2].map(|at| see(words, at));
    let [b0, b1, b2] = [j0, state.front(1), state.front(2)].map(|at| see(words, at));
    let (n0, n1, m0) = (state.node(i0), state.node(i1), state.node(j0));
    let [s0l, s0l2] = n0.left.map(|at| see(words, at));
    let [s0r, s0r2] = n0.right.map(|at| see(words, at));
    let [s1l, _] = n1.left.map(|at| see(words, at));
    let [s1r, s1r2] = n1.right.map(|at| see(words, at));
    let [b0l, b0l2] = m0.left.map(|at| see(words, at));
    let (d, e) = (Value::of(distance(i0, j0)), Value::of(distance(i1, i0)));
    let [v0l, v0r, v1l, v1r, vbl] =
        [n0.left_count, n0.right_count, n1.left_count, n1.right_count, m0.left_count]
            .map(|count| Value::of(u32::from(count.min(4))));
    let [[low0, high0], [low1, high1], [low_b, high_b]] = [n0, n1, m0].map(|node| halves(node.relations));
    [
        f(0, s0.word, o, o),
        f(1, s0.tag, o, o),
        f(2, s0.both, o, o),
        f(3, s1.word, o, o),
        f(4, s1.tag, o, o),
        f(5, s1.both, o, o),
        f(6, s2.tag, o, o),
        f(7, s2.both, o, o),
        f(8, b0.word, o, o),
        f(9, b0.tag, o, o),
        f(10, b0.both, o, o),
        f(11, b1.word, o, o),
        f(12, b1.tag, o, o),
        f(13, b1.both, o, o),
        f(14, b2.tag, o, o),
        f(15, b2.both, o, o),
        f(16, s0.both, b0.both, o),
        f(17, s0.both, b0.word, o),
        f(18, s0.word, b0.both, o),
        f(19, s0.both, b0.tag, o),
        f(20, s0.tag, b0.both, o),
        f(21, s0.word, b0.word, o),
        f(22, s0.tag, b0.tag, o),
        f(23, b0.tag, b1.tag, o),
        f(24, s1.both, s0.both, o),
        f(25, s1.word, s0.word, o),
        f(26, s1.tag, s0.tag, o),
        f(27, s1.both, s0.tag, o),
        f(28, s1.tag, s0.both, o),
        f(29, s1.tag, b0.tag, o),
        f(30, s1.word, b0.word, o),
        f(31, b0.tag, b1.tag, b2.tag),
        f(32, s0.tag, b0.tag, b1.tag),
        f(33, s1.tag, s0.tag, b0.tag),
        f(34, s2.tag, s1.tag, s0.tag),
        f(35, s0.tag, s0l.tag, b0.tag),
        f(36, s0.tag, s0r.tag, b0.tag),
        f(37, s0.tag, b0.tag, b0l.tag),
        f(38, s1.tag, s1r.tag, s0.tag),
        f(39, s1.tag, s1l.tag, s0.tag),
        f(40, s1.tag, s0.tag, s0l.tag),
        f(41, s1.tag, s0.tag, s0r.tag),
        f(42, s0.word, d, o),
        f(43, s0.tag, d, o),
        f(44, b0.word, d, o),
        f(45, b0.tag, d, o),
        f(46, s0.word, b0.word, d),
        f(47, s0.tag, b0.tag, d),
        f(48, s1.tag, s0.tag, e),
        f(49, s0.word, v0r, o),
        f(50, s0.tag, v0r, v0l),
        f(51, s0.word, v0l, o),
        f(52, b0.word, vbl, o),
        f(53, b0.tag, vbl, o),
        f(54, s1.word, v1r, o),
        f(55, s1.tag, v1r, v1l),
        f(56, s0l.tag, s0.tag, o),
        f(57, s0l.word, o, o),
        f(58, s0r.word, o, o),
        f(59, b0l.word, o, o),
        f(60, s1r.word, o, o),
        f(61, relation(state, n0.left[0]), s0.tag, o),
        f(62, relation(state, n0.right[0]), s0.tag, o),
        f(63, relation(state, m0.left[0]), b0.tag, o),
        f(64, relation(state, n1.right[0]), s1.tag, s0.tag),
        f(65, s0l2.tag, s0l.tag, s0.tag),
        f(66, s0r2.tag, s0r.tag, s0.tag),
        f(67, b0l2.tag, b0l.tag, b0.tag),
        f(68, s1r2.tag, s1r.tag, s1.tag),
        f(69, s0.tag, low0, high0),
        f(70, s1.tag, low1, high1),
        f(71, b0.tag, low_b, high_b),
        f(72, s1.word, low1, high1),
        f(73, s0.kind, b0.kind, b0.tag),
        f(74, s1.kind, s0.kind, s0.tag),
        f(75, s1.word, s0.kind, o),
        f(76, s1.kind, s0l.word, s0.kind),
        f(77, s1.word, s0l.word, o),
        f(78, s1.tag, s0l.word, s0.tag),
        f(79, s0.tag, b0.word, b1.tag),
        f(80, s1.word, s0.word, b0.tag),
        f(81, s1.tag, s0.word, b0.tag),
        f(82, s0.word, b0l.word, b0.tag),
        f(83, s1.word, b0l.word, b0.tag),
        f(84, s0.tag, b0l.word, b0.tag),
        f(85, s1.tag, s0.tag, b0l.word),
        f(86, s0.kind, b0l.word, b0.kind),
        f(87, s1.kind, b0l.word, b0.kind),
        f(88, s1.tag, s0.tag.below(b0.tag), b1.tag),
        f(89, s0.tag, b0.tag.below(b1.tag), b2.tag),
        f(90, s1.word, s0.tag.below(b0.tag), b0l.word),
        f(91, s0.word, b0.tag.below(b1.tag), o),
        f(92, s1.tag.below(s0.tag), low0, high0),
        f(93, s0.tag.below(b0.tag), low0, high0),
        f(94, s0.tag.below(b0.tag), low_b, high_b),
        f(95, s1.tag.below(s0.tag), low1, high1),
        f(96, s2.tag.below(s1.tag), s0.tag.below(b0.tag), o),
        f(97, s1.kind, s0.kind, s0l.word),
        f(98, b0.word, b1.word, o),
        f(99, s0.word, b1.word, s0.tag),
    ]
}

/// The features of the relation of a dependent, all of whose own dependents are known, to its head.
#[inline]
pub(crate) fn relation_features(
    state: &State,
    words: &[Word],
    dependent: u16,
    head: u16,
) -> [u32; RELATION_COUNT] {
    let (f, o) = (feature_of, Value::NOTHING);
    let [d, h] = [dependent, head].map(|at| see(words, at));
    let node = state.node(dependent);
    let above = state.node(head);
    let [first, second] = node.left.map(|at| see(words, at));
    let [last, _] = node.right.map(|at| see(words, at));
    let is_left = dependent < head && head != state.count;
    let left = Value::of(u32::from(is_left));
    let side = Value::of(u32::from(is_left) << 4 | distance(dependent, head));
    let before = see(words, dependent.wrapping_sub(1));
    let behind = see(words, dependent + 1);
    let [[low, high], [low_above, high_above]] = [node, above].map(|node| halves(node.relations));
    let near = if is_left { above.left[0] } else { above.right[0] };
    let sister = see(words, near);
    [
        f(100, d.tag, h.tag, left),
        f(101, d.word, left, o),
        f(102, h.word, left, o),
        f(103, d.word, h.tag, left),
        f(104, d.tag, h.word, left),
        f(105, d.word, h.word, left),
        f(106, d.tag, h.tag, side),
        f(107, first.word, d.tag, h.tag),
        f(108, first.word, h.word, o),
        f(109, first.word, d.word, o),
        f(110, first.tag, d.tag, h.tag),
        f(111, second.tag, d.tag, left),
        f(112, last.tag, d.tag, left),
        f(113, low, high, d.tag),
        f(114, low_above, high_above, left),
        f(115, low_above, high_above, d.tag),
        f(116, relation(state, near), d.tag, left),
        f(117, sister.word, d.tag, left),
        f(118, before.tag, d.tag, left),
        f(119, behind.tag, d.tag, left),
        f(120, before.word, d.tag, left),
        f(121, behind.word, d.tag, left),
        f(122, d.kind, h.kind, left),
        f(123, d.kind, h.tag, left),
        f(124, d.kind, first.word, left),
        f(125, d.kind, h.word, first.tag),
        f(126, d.tag, o, o),
        f(127, h.tag, left, o),
        f(128, h.word, d.kind, left),
        f(129, low, high, h.tag),
        f(130, before.tag, behind.tag, d.tag),
        f(131, low_above, d.kind, d.tag),
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
