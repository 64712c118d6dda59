//! A simple temporal network: points in time, statements that bound the differences between them, and the smallest sets
//! of statements that cannot all hold. Knows no words, no articles and no rule.
//!
//! Each bound says that one point lies at most so much after another. A network holds exactly when no cycle of bounds adds
//! up to less than nothing. Statements are added one after the other, and an assignment of times that satisfies all of
//! them is repaired around each new bound, after Cotton and Maler, "Fast and flexible difference constraint propagation
//! for DPLL(T)" (2006). Where that fails, the cycle found names the statements; deletion makes the set minimal.

mod minimal;
#[cfg(test)]
mod tests;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

/// A point in time: where an event begins or ends. The first is the origin of the calendar.
pub type Point = usize;

/// `to` lies at most `most` minutes after `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bound {
    /// The point that is counted from.
    pub from: Point,
    /// The point that is counted to.
    pub to: Point,
    /// Minutes; negative where `to` lies before `from`.
    pub most: i64,
}

/// The bounds that one statement sets: both ends of a window, both ends of a length.
pub type Statement = Vec<Bound>;

/// From `from` to `to` are `least` to `most` minutes.
#[must_use]
pub fn between(from: Point, to: Point, least: Option<i64>, most: Option<i64>) -> Statement {
    let upper = most.map(|most| Bound { from, to, most });
    let lower = least.map(|least| Bound { from: to, to: from, most: least.saturating_neg() });
    upper.into_iter().chain(lower).collect()
}

/// Sets of statements, by their places in `statements`, that cannot all hold while every part of each can. No statement
/// stands in two sets: each set is a contradiction of its own. The order of the statements changes nothing but the
/// places.
#[must_use]
pub fn contradictions(points: usize, statements: &[Statement]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..statements.len()).collect();
    let sorted = |at: usize| {
        let mut bounds = statements[at].clone();
        bounds.sort_unstable();
        // The same bounds may be written in another order.
        (bounds, statements[at].clone())
    };
    order.sort_by_cached_key(|at| sorted(*at));
    let mut network = Network::new(points, statements.len());
    let mut found = Vec::new();
    for at in order {
        if let Some(cycle) = network.add(at, &statements[at]) {
            let set = minimal::minimal(statements, cycle);
            for member in &set {
                network.active[*member] = false;
            }
            found.push(set);
        }
    }
    found.sort();
    found
}

/// A bound with the statement that sets it.
#[derive(Clone, Copy, Debug)]
struct Edge {
    to: Point,
    most: i64,
    statement: usize,
}

struct Network {
    /// Bounds by the point that they count from.
    edges: Vec<Vec<Edge>>,
    /// Whether each statement still counts.
    active: Vec<bool>,
    /// A time for each point that satisfies all bounds.
    times: Vec<i64>,
}

/// The walk that repairs the times: what each point has to move by, and over which bound.
#[derive(Default)]
struct Repair {
    moves: BTreeMap<Point, i64>,
    over: BTreeMap<Point, (Point, usize)>,
    done: BTreeMap<Point, i64>,
}

impl Network {
    fn new(points: usize, statements: usize) -> Self {
        Self { edges: vec![Vec::new(); points], active: vec![true; statements], times: vec![0; points] }
    }

    /// Adds a statement, or gives the statements of a cycle that it closes; then it is not added.
    fn add(&mut self, statement: usize, bounds: &Statement) -> Option<Vec<usize>> {
        let points = self.edges.len();
        for bound in bounds.iter().filter(|bound| bound.from.max(bound.to) < points) {
            if let Some(cycle) = self.repair(statement, *bound) {
                self.active[statement] = false;
                return Some(cycle);
            }
            self.edges[bound.from].push(Edge { to: bound.to, most: bound.most, statement });
        }
        None
    }

    /// Moves points until the new bound holds as well.
    fn repair(&mut self, statement: usize, bound: Bound) -> Option<Vec<usize>> {
        let mut walk = Repair::default();
        let mut queue = BinaryHeap::new();
        let slack = self.times[bound.from].saturating_add(bound.most).saturating_sub(self.times[bound.to]);
        if slack < 0 {
            walk.moves.insert(bound.to, slack);
            walk.over.insert(bound.to, (bound.from, statement));
            queue.push(Reverse((slack, bound.to)));
        }
        while let Some(Reverse((slack, point))) = queue.pop() {
            if walk.done.contains_key(&point) || walk.moves.get(&point) != Some(&slack) {
                continue;
            }
            if point == bound.from {
                return Some(walk.cycle(point, statement));
            }
            let time = self.times[point].saturating_add(slack);
            walk.done.insert(point, time);
            for edge in self.edges[point].iter().filter(|edge| self.active[edge.statement]) {
                let slack = time.saturating_add(edge.most).saturating_sub(self.times[edge.to]);
                let known = walk.moves.get(&edge.to).copied().unwrap_or(0);
                if slack < known && !walk.done.contains_key(&edge.to) {
                    walk.moves.insert(edge.to, slack);
                    walk.over.insert(edge.to, (point, edge.statement));
                    queue.push(Reverse((slack, edge.to)));
                }
            }
        }
        for (point, time) in walk.done {
            self.times[point] = time;
        }
        None
    }
}

impl Repair {
    /// The statements on the way back from `end`, in order, each once.
    fn cycle(&self, end: Point, closing: usize) -> Vec<usize> {
        let mut statements = vec![closing];
        let mut at = end;
        while let Some((before, statement)) = self.over.get(&at) {
            statements.push(*statement);
            at = *before;
            if at == end {
                break;
            }
        }
        statements.sort_unstable();
        statements.dedup();
        statements
    }
}
