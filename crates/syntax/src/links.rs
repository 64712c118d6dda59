//! A tree the other way round: from heads to their dependents, and to the ends of what hangs below.

/// No token.
const NONE: u32 = u32::MAX;

/// The dependents of each token of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links(Vec<Link>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    /// The first dependent.
    first: u32,
    /// The next dependent of the same head.
    next: u32,
    /// The first and the last token at or below this one.
    reach: (u32, u32),
}

impl Links {
    /// Reads the heads of a tree; the root is its own head.
    pub(crate) fn read(&mut self, heads: &[u16]) {
        self.0.clear();
        let alone = |at: u32| Link { first: NONE, next: NONE, reach: (at, at) };
        self.0.extend((0..).zip(heads).map(|(at, _)| alone(at)));
        for (token, head) in heads.iter().enumerate().rev() {
            let head = usize::from(*head);
            if head != token {
                self.hang(token, head);
            }
        }
        for at in 0..heads.len() {
            self.stretch(at, heads);
        }
    }

    fn hang(&mut self, token: usize, head: usize) {
        let (Some(above), Ok(number)) = (self.0.get_mut(head), u32::try_from(token)) else { return };
        let next = std::mem::replace(&mut above.first, number);
        if let Some(link) = self.0.get_mut(token) {
            link.next = next;
        }
    }

    /// Lets all heads above a token reach it, up to the first that does already.
    fn stretch(&mut self, token: usize, heads: &[u16]) {
        let Ok(at) = u32::try_from(token) else { return };
        let mut above = token;
        while let Some(head) = heads.get(above).map(|head| usize::from(*head)).filter(|head| *head != above) {
            let Some(link) = self.0.get_mut(head) else { return };
            let (first, last) = link.reach;
            if (first..=last).contains(&at) {
                return;
            }
            link.reach = (first.min(at), last.max(at));
            above = head;
        }
    }

    /// The dependents of a token, from left to right.
    #[inline]
    pub(crate) fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let link = |at: u32| self.0.get(at as usize);
        let first = self.0.get(token).map_or(NONE, |link| link.first);
        std::iter::successors(Some(first).filter(|at| *at != NONE), move |at| {
            link(*at).map(|link| link.next).filter(|next| *next != NONE)
        })
        .map(|at| at as usize)
    }

    /// The tokens from the first to the last at or below a token.
    #[inline]
    pub(crate) fn reach(&self, token: usize) -> std::ops::Range<usize> {
        let reach = self.0.get(token).map(|link| link.reach);
        reach.map_or(token..token + 1, |(first, last)| first as usize..last as usize + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Links;

    /// Heads of some tree: each token but the first hangs on one before it; then the tokens are turned round.
    fn tree() -> impl Strategy<Value = Vec<u16>> {
        proptest::collection::vec(0_u16..40, 1..40).prop_map(|numbers| {
            let count = u16::try_from(numbers.len()).unwrap_or_default();
            let turn = |at: u16| (at * 7 + 3) % count;
            let fits = |step: u16| count % step != 0 || count == 1;
            let place = |at: u16| if fits(7) { turn(at) } else { at };
            let mut heads = vec![0; numbers.len()];
            for (at, number) in (0..count).zip(numbers) {
                let head = if at == 0 { 0 } else { number % at };
                heads[usize::from(place(at))] = place(head);
            }
            heads
        })
    }

    proptest! {
        #[test]
        fn children_and_reach_are_those_of_the_heads(heads in tree()) {
            let mut links = Links::default();
            links.read(&heads);
            let below = |at: usize, token: usize| {
                let up = std::iter::successors(Some(at), |at| {
                    let head = usize::from(heads[*at]);
                    (head != *at).then_some(head)
                });
                up.take(heads.len()).any(|above| above == token)
            };
            for token in 0..heads.len() {
                let children: Vec<usize> =
                    (0..heads.len()).filter(|at| *at != token && usize::from(heads[*at]) == token).collect();
                prop_assert_eq!(links.children(token).collect::<Vec<_>>(), children);
                let all: Vec<usize> = (0..heads.len()).filter(|at| below(*at, token)).collect();
                prop_assert_eq!(links.reach(token), all[0]..all[all.len() - 1] + 1);
            }
        }
    }
}
