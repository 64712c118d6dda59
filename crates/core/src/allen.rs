//! How two stretches of the calendar lie to each other: the thirteen relations of Allen, "Maintaining knowledge
//! about temporal intervals" (1983). Knows days only, no text and no clock.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::window::Window;

/// The relation of one stretch `a` to another `b`, of which exactly one holds. Days are whole: a stretch that ends
/// on Monday meets the one that begins on Tuesday.
///
/// | relation | inverse | `a` and `b` | in days |
/// | --- | --- | --- | --- |
/// | `Before` | `After` | `aa  bb` | a gap between the end of `a` and the start of `b` |
/// | `Meets` | `MetBy` | `aabb` | `b` starts on the day after the end of `a` |
/// | `Overlaps` | `OverlappedBy` | `aaxbb` | `a` starts first and ends inside `b` |
/// | `Starts` | `StartedBy` | `xxbb` | both start together, `a` ends first |
/// | `During` | `Contains` | `bxxb` | `a` lies inside `b` and touches neither end |
/// | `Finishes` | `FinishedBy` | `bbxx` | both end together, `a` starts last |
/// | `Equals` | `Equals` | `xxxx` | the same days |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Allen {
    /// Over some days before the other starts.
    Before,
    /// Ends on the day before the other starts.
    Meets,
    /// Starts first and ends inside the other.
    Overlaps,
    /// Starts with the other and ends first.
    Starts,
    /// Inside the other, without its ends.
    During,
    /// Starts last and ends with the other.
    Finishes,
    /// The same days.
    Equals,
    /// Starts first and ends with the other.
    FinishedBy,
    /// Around the other, beyond both its ends.
    Contains,
    /// Starts with the other and ends last.
    StartedBy,
    /// Starts inside the other and ends last.
    OverlappedBy,
    /// Starts on the day after the other ends.
    MetBy,
    /// Starts some days after the other ended.
    After,
}

impl Allen {
    /// All thirteen. The inverses stand in the opposite order.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::Meets,
        Self::Overlaps,
        Self::Starts,
        Self::During,
        Self::Finishes,
        Self::Equals,
        Self::FinishedBy,
        Self::Contains,
        Self::StartedBy,
        Self::OverlappedBy,
        Self::MetBy,
        Self::After,
    ];

    /// The relation of `a` to `b`. A missing end lies beyond every day, so that two missing ends are together.
    #[must_use]
    pub fn between(a: Window, b: Window) -> Self {
        match (gap(a, b), gap(b, a)) {
            (Some(Ordering::Greater), _) => return Self::Before,
            (Some(Ordering::Equal), _) => return Self::Meets,
            (_, Some(Ordering::Greater)) => return Self::After,
            (_, Some(Ordering::Equal)) => return Self::MetBy,
            _ => {}
        }
        match (starts(a, b), ends(a, b)) {
            (Ordering::Less, Ordering::Less) => Self::Overlaps,
            (Ordering::Less, Ordering::Equal) => Self::FinishedBy,
            (Ordering::Less, Ordering::Greater) => Self::Contains,
            (Ordering::Equal, Ordering::Less) => Self::Starts,
            (Ordering::Equal, Ordering::Equal) => Self::Equals,
            (Ordering::Equal, Ordering::Greater) => Self::StartedBy,
            (Ordering::Greater, Ordering::Less) => Self::During,
            (Ordering::Greater, Ordering::Equal) => Self::Finishes,
            (Ordering::Greater, Ordering::Greater) => Self::OverlappedBy,
        }
    }

    /// The relation of `b` to `a`.
    #[must_use]
    pub const fn inverse(self) -> Self {
        Self::ALL[Self::ALL.len() - 1 - self as usize]
    }

    /// Whether the two share a day.
    #[must_use]
    pub const fn shares_a_day(self) -> bool {
        !matches!(self, Self::Before | Self::Meets | Self::MetBy | Self::After)
    }
}

/// Whether days lie between the end of `a` and the start of `b` (greater), none (equal), or fewer (less); `None`
/// where `a` has no end or `b` no start.
fn gap(a: Window, b: Window) -> Option<Ordering> {
    let (end, start) = (a.latest?, b.earliest?);
    Some((start - end).num_days().cmp(&1))
}

/// Which starts first; without a start, before all others.
fn starts(a: Window, b: Window) -> Ordering {
    a.earliest.cmp(&b.earliest)
}

/// Which ends first; without an end, after all others.
fn ends(a: Window, b: Window) -> Ordering {
    let endless = |end: Option<NaiveDate>| (end.is_none(), end);
    endless(a.latest).cmp(&endless(b.latest))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use insta::assert_debug_snapshot as snap;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{Grain, Period};

    fn window(first: i64, last: i64) -> Window {
        let day = |n| crate::calendar::add_days("2024-02-26".parse().unwrap(), n).unwrap();
        Window::between(day(first), day(last))
    }

    #[test]
    fn around_four_days() {
        let r = |first, last| window(first, last).allen(window(10, 13));
        snap!(r(5, 8), @"Before");
        snap!(r(5, 9), @"Meets");
        snap!(r(5, 10), @"Overlaps");
        snap!(r(5, 13), @"FinishedBy");
        snap!(r(5, 14), @"Contains");
        snap!(r(10, 12), @"Starts");
        snap!(r(10, 13), @"Equals");
        snap!(r(10, 14), @"StartedBy");
        snap!(r(11, 12), @"During");
        snap!(r(11, 13), @"Finishes");
        snap!(r(13, 14), @"OverlappedBy");
        snap!(r(14, 14), @"MetBy");
        snap!(r(15, 15), @"After");
    }

    #[test]
    fn named_periods() {
        let r = |a: Period, b: Period| a.window().unwrap().allen(b.window().unwrap());
        snap!(r(Period::Month(2024, 2), Period::Month(2024, 3)), @"Meets");
        snap!(r(Period::Month(2024, 1), Period::Quarter(2024, 1)), @"Starts");
        snap!(r(Period::Month(2024, 12), Period::Year(2024)), @"Finishes");
        snap!(r(Period::week(2020, 53).unwrap(), Period::Year(2020)), @"OverlappedBy");
        snap!(r(Period::day(2024, 2, 29).unwrap(), Period::Month(2024, 2)), @"Finishes");
    }

    #[test]
    fn missing_ends_lie_beyond_every_day() {
        let open = |w: Window| Window { latest: None, ..w };
        snap!(open(window(1, 1)).allen(window(5, 9)), @"Contains");
        snap!(open(window(1, 1)).allen(open(window(5, 5))), @"FinishedBy");
        snap!(Window::ANY.allen(window(5, 9)), @"Contains");
        snap!(Window::ANY.allen(Window::ANY), @"Equals");
    }

    /// The definitions once more, on half-open stretches of numbers.
    fn holds(relation: Allen, (a, b): (i64, i64), (c, d): (i64, i64)) -> bool {
        match relation {
            Allen::Before => b < c,
            Allen::Meets => b == c,
            Allen::Overlaps => a < c && c < b && b < d,
            Allen::Starts => a == c && b < d,
            Allen::During => c < a && b < d,
            Allen::Finishes => c < a && b == d,
            Allen::Equals => a == c && b == d,
            other => holds(other.inverse(), (c, d), (a, b)),
        }
    }

    fn ends() -> impl Strategy<Value = (i64, i64)> {
        (0i64..12, 0i64..6).prop_map(|(first, days)| (first, first + days))
    }

    proptest! {
        #[test]
        fn exactly_one_holds(a in ends(), b in ends()) {
            let half_open = |(first, last)| (first, last + 1);
            let all: Vec<Allen> =
                Allen::ALL.into_iter().filter(|one| holds(*one, half_open(a), half_open(b))).collect();
            prop_assert_eq!(all, [window(a.0, a.1).allen(window(b.0, b.1))]);
        }

        #[test]
        fn the_inverse_is_that_of_the_other(a in ends(), b in ends()) {
            let (a, b) = (window(a.0, a.1), window(b.0, b.1));
            prop_assert_eq!(a.allen(b).inverse(), b.allen(a));
            prop_assert_eq!(a.allen(b).inverse().inverse(), a.allen(b));
            prop_assert_eq!(a.allen(b).shares_a_day(), a.meets(b));
        }

        #[test]
        fn moving_both_changes_nothing(a in ends(), b in ends(), days in -4000i64..4000) {
            let (a, b) = (window(a.0, a.1), window(b.0, b.1));
            prop_assert_eq!(a.shift(days).allen(b.shift(days)), a.allen(b));
        }

        #[test]
        fn a_period_meets_the_next(year in 1800i32..2200, month in 1u32..=12, steps in -99i32..99) {
            let period = Period::Month(year, month);
            let (here, next) = (period.window().unwrap(), period.shift(1).unwrap().window().unwrap());
            prop_assert_eq!(here.allen(next), Allen::Meets);
            // Windows of whole months move as months do.
            prop_assert_eq!(here.step(steps, Grain::Month), period.shift(steps).unwrap().window());
        }
    }
}
