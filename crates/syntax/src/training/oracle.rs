//! The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): what each transition costs in any state.

use crate::parser::state::{State, Transition};

/// How many arcs of the gold tree can no longer be made after the transition.
pub(crate) fn cost(state: &State, heads: &[u16], transition: Transition) -> u32 {
    let top = state.top(0);
    let next = state.next;
    let head = |word: u16| heads.get(usize::from(word)).copied();
    let count = |yes: bool| u32::from(yes);
    let waiting = || (next..state.count).map(|word| count(head(word) == Some(top))).sum::<u32>();
    let in_queue = |head: u16| head >= next && head < state.count;
    match transition {
        Transition::Shift => {
            let below = &state.stack[..state.stack.len().saturating_sub(1)];
            let own = count(head(next).is_some_and(|head| below.contains(&head)));
            own + state.stack.iter().map(|word| count(head(*word) == Some(next))).sum::<u32>()
        }
        Transition::Left => {
            let lost = head(top).is_some_and(|head| head == state.top(1) || in_queue(head) && head != next);
            count(lost) + waiting()
        }
        Transition::Right => count(head(top).is_some_and(in_queue)) + waiting(),
    }
}

#[cfg(test)]
mod tests {
    use super::cost;
    use crate::labels::Relation;
    use crate::parser::state::{State, Transition};

    /// "Old ships sank": following what costs nothing leads to the tree, and what is lost is counted.
    #[test]
    fn costs() {
        let heads = [1, 2, 3];
        let mut state = State::default();
        state.reset(3);
        state.make(Transition::Shift, Relation::Dep);
        assert_eq!(cost(&state, &heads, Transition::Left), 0);
        // The second word on the stack could no longer take the first.
        assert_eq!(cost(&state, &heads, Transition::Shift), 1);
        let mut made = Vec::new();
        state.reset(3);
        while !state.is_done() {
            let open = Transition::ALL.into_iter().filter(|transition| state.allows(*transition));
            let free = open.into_iter().find(|transition| cost(&state, &heads, *transition) == 0);
            made.push(free.expect("one transition costs nothing"));
            state.make(made[made.len() - 1], Relation::Dep);
        }
        assert_eq!([0, 1, 2].map(|word| state.nodes[word].head), heads);
    }
}
