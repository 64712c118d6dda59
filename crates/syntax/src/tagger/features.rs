//! What the tagger looks at: the word, its neighbours, the tags already given.

use crate::forms::Form;
use crate::hash::feature;

/// A word as the tagger sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) form: Form,
    /// The number of its set of possible tags where the dictionary has it, else its ending and shape.
    pub(crate) class: u32,
    /// What `WordNet` has of it, as [`super::senses`] says.
    pub(crate) senses: u8,
    /// The kind of its first meaning as a noun and as a verb; for the parser.
    pub(crate) kinds: [u8; 2],
    /// Whether the dictionary has it. Of other words the two above are looked up only when they are needed.
    pub(crate) is_known: bool,
}

impl Word {
    /// What stands before the first and behind the last word.
    pub(crate) const EDGE: Self = Self {
        form: Form { word: 1, suffixes: [1; 4], prefix: 1, shape: 0 },
        class: u32::MAX,
        senses: 0,
        kinds: [0; 2],
        is_known: true,
    };
}

/// Number of features of one word.
pub(crate) const COUNT: usize = 36;

/// The label before the first word.
pub(crate) const START: u8 = 63;

/// The features of the word at the middle of a window of five.
///
/// `before` are the labels of the word before and the one before that; `headline` says that most
/// words of the sentence are capitalised, so that capitals tell little.
#[inline]
pub(crate) fn features(window: [&Word; 5], before: [u8; 2], headline: bool) -> [u32; COUNT] {
    let [l2, l1, here, r1, r2] = window;
    let [t1, t2] = before.map(u32::from);
    let both = t1 << 8 | t2;
    let form = &here.form;
    let word = form.word;
    let [s1, s2, s3, s4] = form.suffixes;
    let first = t1 == u32::from(START);
    let shape = u32::from(form.shape) | u32::from(headline) << 8 | u32::from(first) << 9;
    let senses = u32::from(here.senses);
    let capitals = u32::from(l1.form.shape) | u32::from(form.shape) << 8 | u32::from(r1.form.shape) << 16;
    [
        feature(0, 0, 0, 0),
        feature(1, word, 0, 0),
        feature(2, l1.form.word, 0, 0),
        feature(3, r1.form.word, 0, 0),
        feature(4, l2.form.word, 0, 0),
        feature(5, r2.form.word, 0, 0),
        feature(6, l1.form.word, word, 0),
        feature(7, word, r1.form.word, 0),
        feature(8, t1, 0, 0),
        feature(9, both, 0, 0),
        feature(10, t1, word, 0),
        feature(11, t1, r1.class, 0),
        feature(12, t1, here.class, r1.class),
        feature(13, r1.class, 0, 0),
        feature(14, here.class, r1.class, 0),
        feature(15, r1.class, r2.class, 0),
        feature(16, both, r1.class, 0),
        feature(17, both, here.class, 0),
        feature(18, s1, 0, 0),
        feature(19, s2, 0, 0),
        feature(20, s3, 0, 0),
        feature(21, s4, 0, 0),
        feature(22, form.prefix, 0, 0),
        feature(23, shape, 0, 0),
        feature(24, shape, s2, 0),
        feature(25, shape, t1, 0),
        feature(26, shape, word, 0),
        feature(27, capitals, u32::from(headline), 0),
        feature(28, l1.form.word, r1.form.word, 0),
        feature(29, t1, r1.form.word, 0),
        feature(30, senses, shape, 0),
        feature(31, senses, s3, t1),
        feature(32, r1.form.suffixes[2], 0, 0),
        feature(33, l1.form.suffixes[2], 0, 0),
        feature(34, u32::from(r1.senses), here.class, 0),
        feature(35, t1, s3, r1.class),
    ]
}
