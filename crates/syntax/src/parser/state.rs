//! The arc-hybrid transition system: a stack, a queue of words, and the tree built so far.
//! Nothing here has weights.

use crate::labels::Relation;

/// What the parser can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Transition {
    /// The next word goes onto the stack.
    Shift,
    /// The top of the stack depends on the next word.
    Left,
    /// The top of the stack depends on what lies below it.
    Right,
}

impl Transition {
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// No word.
pub(crate) const NONE: u16 = u16::MAX;

/// A word's dependents so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) head: u16,
    pub(crate) relation: Relation,
    /// The leftmost and the second dependent on the left.
    pub(crate) left: [u16; 2],
    /// The rightmost and the one before it.
    pub(crate) right: [u16; 2],
    pub(crate) left_count: u8,
    pub(crate) right_count: u8,
    /// Relations of the dependents, a bit each.
    pub(crate) relations: u64,
}

const EMPTY: Node = Node {
    head: NONE,
    relation: Relation::Dep,
    left: [NONE; 2],
    right: [NONE; 2],
    left_count: 0,
    right_count: 0,
    relations: 0,
};

/// Where the parser is in a sentence. The root stands at the bottom of the stack, numbered behind
/// the last word.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) stack: Vec<u16>,
    /// The next word.
    pub(crate) next: u16,
    /// How many words there are.
    pub(crate) count: u16,
    pub(crate) nodes: Vec<Node>,
}

impl State {
    /// Begins a sentence.
    pub(crate) fn reset(&mut self, count: u16) {
        self.stack.clear();
        self.stack.push(count);
        self.next = 0;
        self.count = count;
        self.nodes.clear();
        self.nodes.resize(usize::from(count) + 1, EMPTY);
    }

    pub(crate) fn is_done(&self) -> bool {
        self.next == self.count && self.stack.len() <= 1
    }

    /// The word on the stack, from the top.
    #[inline]
    pub(crate) fn top(&self, depth: usize) -> u16 {
        let at = self.stack.len().wrapping_sub(depth + 1);
        self.stack.get(at).copied().unwrap_or(NONE)
    }

    /// The word of the queue, from the front.
    #[inline]
    pub(crate) fn front(&self, depth: u16) -> u16 {
        let at = self.next.saturating_add(depth);
        if at < self.count { at } else { NONE }
    }

    #[inline]
    pub(crate) fn node(&self, word: u16) -> &Node {
        self.nodes.get(usize::from(word)).unwrap_or(&EMPTY)
    }

    /// Whether a transition can be made. The root takes one word only, when all others are done.
    #[inline]
    pub(crate) fn allows(&self, transition: Transition) -> bool {
        let has_word = self.stack.len() > 1;
        let has_next = self.next < self.count;
        match transition {
            Transition::Shift => has_next,
            Transition::Left => has_word && has_next,
            Transition::Right => has_word && (self.stack.len() > 2 || !has_next),
        }
    }

    /// The dependent and the head that the transition joins.
    pub(crate) fn arc(&self, transition: Transition) -> Option<(u16, u16)> {
        match transition {
            Transition::Shift => None,
            Transition::Left => Some((self.top(0), self.next)),
            Transition::Right => Some((self.top(0), self.top(1))),
        }
    }

    /// Makes a transition that is allowed; the relation is that of its arc.
    pub(crate) fn make(&mut self, transition: Transition, relation: Relation) {
        match self.arc(transition) {
            None => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Some((dependent, head)) => {
                self.stack.pop();
                self.join(dependent, head, relation);
            }
        }
    }

    fn join(&mut self, dependent: u16, head: u16, relation: Relation) {
        if let Some(node) = self.nodes.get_mut(usize::from(dependent)) {
            node.head = head;
            node.relation = relation;
        }
        let Some(node) = self.nodes.get_mut(usize::from(head)) else { return };
        node.relations |= 1 << (relation as u8);
        if dependent < head && head != self.count {
            // Words on the left come from near to far, words on the right too.
            node.left = [dependent, node.left[0]];
            node.left_count = node.left_count.saturating_add(1);
        } else {
            node.right = [dependent, node.right[0]];
            node.right_count = node.right_count.saturating_add(1);
        }
    }
}
