//! Calendar intervals: a window of days within which something lies.
//!
//! A window says what is known, not how long a thing lasts: "in March" is any day of March. Ends are
//! inclusive days; a missing end is unbounded. This module knows nothing of text and reads no clock.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    allen::Allen,
    calendar::{self, Grain, add_days},
};

/// From `earliest` to `latest`, both included; `None` is unbounded. Never empty.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Window {
    /// The first possible day.
    pub earliest: Option<NaiveDate>,
    /// The last possible day.
    pub latest: Option<NaiveDate>,
}

impl Window {
    /// Any day at all.
    pub const ANY: Self = Self { earliest: None, latest: None };

    /// Exactly one day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { earliest: Some(day), latest: Some(day) }
    }

    /// From one day to another, in either order.
    #[must_use]
    pub fn between(a: NaiveDate, b: NaiveDate) -> Self {
        Self { earliest: Some(a.min(b)), latest: Some(a.max(b)) }
    }

    /// A whole calendar month; `None` if there is no such month.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let next = if month == 12 {
            NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)?
        } else {
            NaiveDate::from_ymd_opt(year, month + 1, 1)?
        };
        Some(Self { earliest: Some(first), latest: next.pred_opt() })
    }

    /// A whole calendar year; `None` outside chrono's range.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Some(Self {
            earliest: Some(NaiveDate::from_ymd_opt(year, 1, 1)?),
            latest: Some(NaiveDate::from_ymd_opt(year, 12, 31)?),
        })
    }

    /// The single day, if the window is one.
    #[must_use]
    pub fn single(self) -> Option<NaiveDate> {
        self.earliest.filter(|day| Some(*day) == self.latest)
    }

    /// Both ends, if both are known.
    #[must_use]
    pub fn ends(self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.earliest?, self.latest?))
    }

    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_any(self) -> bool {
        self == Self::ANY
    }

    /// The days that are in both, or `None` if there is none.
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        let earliest = self.earliest.into_iter().chain(other.earliest).max();
        let latest = self.latest.into_iter().chain(other.latest).min();
        match (earliest, latest) {
            (Some(a), Some(b)) if a > b => None,
            _ => Some(Self { earliest, latest }),
        }
    }

    /// Whether some day is in both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Whether every day of `other` is inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.intersect(other) == Some(other)
    }

    /// The smallest window around both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }

    /// Whether every day lies before every day of `other`.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        self.latest.zip(other.earliest).is_some_and(|(a, b)| a < b)
    }

    /// Both ends moved by `days`; an end that would leave chrono's range becomes unbounded.
    #[must_use]
    pub fn shift(self, days: i64) -> Self {
        let shift = |day: NaiveDate| add_days(day, days);
        Self { earliest: self.earliest.and_then(shift), latest: self.latest.and_then(shift) }
    }

    /// Both ends moved by so many units of the calendar. A window up to the end of a month stays one: February
    /// moved by a month is March, to its 31st. `None` outside chrono's range.
    #[must_use]
    pub fn step(self, steps: i32, unit: Grain) -> Option<Self> {
        let earliest =
            self.earliest.map(|day| calendar::shift(day, steps, unit).ok_or(())).transpose().ok()?;
        // The end is the day before the next window begins, and no window is empty.
        let latest = |day: NaiveDate| calendar::shift(day.succ_opt()?, steps, unit)?.pred_opt();
        let latest = self.latest.map(|day| latest(day).ok_or(())).transpose().ok()?;
        Some(Self { earliest, latest: latest.map(|day| earliest.map_or(day, |first| day.max(first))) })
    }

    /// How this window lies to another, both taken for stretches that last from their first day to the end of
    /// their last.
    #[must_use]
    pub fn allen(self, other: Self) -> Allen {
        Allen::between(self, other)
    }

    /// Days from one end to the other, both included; `None` if an end is missing.
    #[must_use]
    pub fn length(self) -> Option<i64> {
        self.ends().map(|(a, b)| (b - a).num_days() + 1)
    }
}

/// "2023-10-17", "2023-03", "2023", "2023-10-16 to 2023-10-22", "from 2022-02-24", "any day".
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.earliest, self.latest) {
            (None, None) => f.write_str("any day"),
            (Some(a), None) => write!(f, "from {a}"),
            (None, Some(b)) => write!(f, "until {b}"),
            (Some(a), Some(b)) if a == b => write!(f, "{a}"),
            (Some(a), Some(b)) => {
                if Self::year(a.year()) == Some(*self) {
                    write!(f, "{:04}", a.year())
                } else if Self::month(a.year(), a.month()) == Some(*self) {
                    write!(f, "{:04}-{:02}", a.year(), a.month())
                } else {
                    write!(f, "{a} to {b}")
                }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn says_what_it_is() {
        snap!(Window::month(2024, 2).unwrap(), @"2024-02");
        snap!(Window::year(2024).unwrap(), @"2024");
        snap!(Window::between(date("2023-10-22"), date("2023-10-16")), @"2023-10-16 to 2023-10-22");
        snap!(Window { earliest: Some(date("2022-02-24")), latest: None }, @"from 2022-02-24");
        snap!(Window::month(2024, 2).unwrap().length().unwrap(), @"29");
        assert_eq!(Window::month(2024, 13), None);
    }

    fn window() -> impl Strategy<Value = Window> {
        (proptest::option::of(0i64..400), proptest::option::of(0i64..400)).prop_map(|(a, b)| {
            let day = |n: i64| date("2023-01-01") + chrono::Duration::days(n);
            let (a, b) = (a.map(day), b.map(day));
            match (a, b) {
                (Some(a), Some(b)) => Window::between(a, b),
                (earliest, latest) => Window { earliest, latest },
            }
        })
    }

    proptest! {
        #[test]
        fn meeting_is_symmetric_and_means_neither_is_before(a in window(), b in window()) {
            prop_assert_eq!(a.meets(b), b.meets(a));
            prop_assert_eq!(a.meets(b), !(a.is_before(b) || b.is_before(a)));
            prop_assert!(a.hull(b).covers(a) && a.hull(b).covers(b));
        }

        #[test]
        fn shifting_there_and_back_changes_nothing(a in window(), days in -4000i64..4000) {
            prop_assert_eq!(a.shift(days).shift(-days), a);
        }
    }
}
