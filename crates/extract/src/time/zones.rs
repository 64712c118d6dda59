//! Names of time zones and of cities whose time is quoted: data/lexicon/zones.csv.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use factcheck_core::calendar::nth_weekday;

const TABLE: &str = include_str!("../../../../data/lexicon/zones.csv");

/// A named zone, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Zone(Option<(i32, Summer)>);

/// When clocks go forward by an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summer {
    Never,
    /// From the last Sunday of March to the last of October (Directive 2000/84/EC).
    Europe,
    /// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
    America,
}

impl Zone {
    /// The zone of that name: "GMT", "EST", "Paris".
    pub(super) fn named(name: &str) -> Option<Self> {
        let mut buffer = [0; 12];
        let lower = buffer.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let row = ZONES.binary_search_by(|row| row.0.as_bytes().cmp(lower)).ok()?;
        Some(Self(Some((ZONES[row].1, ZONES[row].2))))
    }

    /// Minutes east of UTC on that day; without a day only where clocks never change.
    pub(super) fn offset(self, day: Option<NaiveDate>) -> Option<i32> {
        let (minutes, summer) = self.0?;
        if summer == Summer::Never {
            return Some(minutes);
        }
        let (first, last) = summer_time(summer, day?.year())?;
        Some(if (first..last).contains(&day?) { minutes + 60 } else { minutes })
    }
}

fn summer_time(summer: Summer, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let sunday = |month, nth| nth_weekday(year, month, Weekday::Sun, nth);
    match summer {
        Summer::Never => None,
        Summer::Europe => Some((sunday(3, -1)?, sunday(10, -1)?)),
        Summer::America => Some((sunday(3, 2)?, sunday(11, 1)?)),
    }
}

static ZONES: LazyLock<Vec<(&str, i32, Summer)>> =
    LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, i32, Summer)> {
    let mut cells = line.split(',');
    let (name, minutes, summer) = (cells.next()?, cells.next()?, cells.next()?);
    let summer = match summer {
        "" => Summer::Never,
        "eu" => Summer::Europe,
        "us" => Summer::America,
        _ => return None,
    };
    Some((name, minutes.parse().ok()?, summer))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_is_understood() {
        assert_eq!(ZONES.len(), TABLE.lines().count() - 1);
        assert!(ZONES.is_sorted_by(|a, b| a.0 < b.0), "sort zones.csv by name, no name twice");
    }

    #[test]
    fn summer_time_counts() {
        let offset = |name, day: &str| Zone::named(name).unwrap().offset(day.parse().ok());
        assert_eq!(offset("Paris", "2023-10-28"), Some(120));
        assert_eq!(offset("Paris", "2023-10-29"), Some(60));
        assert_eq!(offset("ET", "2024-03-10"), Some(-240));
        assert_eq!(offset("EST", "2024-07-01"), Some(-300));
        assert_eq!(offset("Paris", ""), None);
        assert_eq!(Zone::named("Atlantis"), None);
    }
}
