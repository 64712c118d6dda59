use proptest::prelude::*;

use super::{Statement, between, contradictions, minimal::holds};

const DAY: i64 = 1440;

/// Numbers that are the same on every machine: a linear congruence.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(u64::try_from(end).unwrap_or(1))).unwrap_or(0)
    }

    fn minutes(&mut self, days: u64) -> i64 {
        i64::try_from(self.below(days)).unwrap_or(0) * DAY
    }
}

/// A story that holds: every event has a day, a quarter of the statements date one, the others tell how far two near
/// ones lie apart. The last `planted` statements are wrong by a year.
fn story(events: usize, statements: usize, planted: usize) -> Vec<Statement> {
    let mut numbers = Numbers(7);
    let mut days: Vec<i64> = (0..events).map(|_| numbers.minutes(3650)).collect();
    days[0] = 0;
    let told = |numbers: &mut Numbers, wrong: i64| {
        let a = 1 + numbers.index(events - 1);
        let b = if numbers.below(4) == 0 { 0 } else { 1 + (a + numbers.index(20)) % (events - 1) };
        let room = DAY + numbers.minutes(10);
        let apart = days[a] - days[b] + wrong;
        between(b, a, Some(apart - room), Some(apart + room))
    };
    let mut all: Vec<Statement> = (0..statements - planted).map(|_| told(&mut numbers, 0)).collect();
    all.extend((0..planted).map(|_| told(&mut numbers, 365 * DAY)));
    all
}

#[test]
fn a_long_story_is_explained_in_time() {
    let statements = story(10_000, 50_000, 20);
    let started = std::time::Instant::now();
    let found = contradictions(10_000, &statements);
    let took = started.elapsed();
    let first_wrong = statements.len() - 20;
    let explained: std::collections::BTreeSet<usize> =
        found.iter().flatten().copied().filter(|at| *at >= first_wrong).collect();
    assert_eq!((found.len(), explained.len()), (20, 20));
    for set in &found {
        assert_minimal(&statements, set);
    }
    // Two seconds optimised; a build with checks is several times slower.
    assert!(took.as_secs() < 20, "{took:?}");
}

fn assert_minimal(statements: &[Statement], set: &[usize]) {
    assert!(!holds(set.iter().map(|at| &statements[*at])), "{set:?} can hold");
    for left_out in set {
        let part = set.iter().filter(|at| *at != left_out).map(|at| &statements[*at]);
        assert!(holds(part), "{set:?} needs no {left_out}");
    }
}

#[test]
fn says_what_contradicts() {
    // 1 a day before 2, 2 a day before 3, 3 before 1.
    let circle = vec![
        between(1, 2, Some(DAY), None),
        between(2, 3, Some(DAY), None),
        between(3, 1, Some(0), None),
        between(0, 1, Some(0), Some(DAY)),
    ];
    assert_eq!(contradictions(4, &circle), vec![vec![0, 1, 2]]);
    // Two days for one event, and two for another: two contradictions.
    let dated = |point, day: i64| between(0, point, Some(day * DAY), Some(day * DAY + DAY - 1));
    assert_eq!(
        contradictions(3, &[dated(1, 3), dated(2, 8), dated(1, 5), dated(2, 9)]),
        vec![vec![0, 2], vec![1, 3]]
    );
    assert!(
        contradictions(3, &[dated(1, 3), dated(2, 8), between(1, 2, Some(DAY), Some(9 * DAY))]).is_empty()
    );
}

fn statement() -> impl Strategy<Value = Statement> {
    (0usize..6, 0usize..6, -20i64..20, 0i64..10, 0..4).prop_map(|(a, b, least, room, ends)| {
        between(a, b, (ends != 1).then_some(least), (ends != 2).then_some(least + room))
    })
}

proptest! {
    #[test]
    fn every_set_is_a_minimal_contradiction(statements in prop::collection::vec(statement(), 0..24)) {
        let found = contradictions(6, &statements);
        prop_assert_eq!(found.is_empty(), holds(statements.iter()));
        for set in &found {
            assert_minimal(&statements, set);
        }
    }

    #[test]
    fn what_holds_still_holds_with_less(statements in prop::collection::vec(statement(), 0..24), left_out in 0usize..24) {
        if contradictions(6, &statements).is_empty() && left_out < statements.len() {
            let mut fewer = statements;
            fewer.remove(left_out);
            prop_assert!(contradictions(6, &fewer).is_empty());
        }
    }

    #[test]
    fn the_order_changes_nothing(statements in prop::collection::vec(statement(), 0..24)) {
        let mut turned = statements.clone();
        turned.reverse();
        let content = |all: &[Statement]| {
            let mut sets: Vec<Vec<Statement>> = contradictions(6, all)
                .into_iter()
                .map(|set| {
                    let mut set: Vec<Statement> = set.into_iter().map(|at| all[at].clone()).collect();
                    set.sort();
                    set
                })
                .collect();
            sets.sort();
            sets
        };
        prop_assert_eq!(content(&statements), content(&turned));
    }
}
