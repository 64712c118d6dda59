//! Names of time zones and of cities whose time is quoted: data/lexicon/zones.csv.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;

const TABLE: &str = include_str!("../../../../data/lexicon/zones.csv");

/// A named zone, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Zone(Option<Rule>);

/// What an offset from UTC follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Always so many minutes east: "EST" is said in summer too, and means winter's time then.
    Fixed(i32),
    /// The civil time of a place, with its summers: "Paris time", "Eastern".
    Civil(Tz),
}

impl Zone {
    /// The zone of that name: "GMT", "EST", "Paris".
    pub(super) fn named(name: &str) -> Option<Self> {
        let mut buffer = [0; 12];
        let lower = buffer.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let row = ZONES.binary_search_by(|row| row.0.as_bytes().cmp(lower)).ok()?;
        Some(Self(Some(ZONES[row].1)))
    }

    /// Minutes east of UTC on that day at that time. Of a place it is unknown without a day, and in the hour
    /// that a change of the clocks repeats or leaves out.
    pub(super) fn offset(self, day: Option<NaiveDate>, time: NaiveTime) -> Option<i32> {
        match self.0? {
            Rule::Fixed(minutes) => Some(minutes),
            Rule::Civil(place) => {
                let local = day?.and_time(time);
                let offset = place.offset_from_local_datetime(&local).single()?.fix();
                Some(offset.local_minus_utc() / 60)
            }
        }
    }
}

static ZONES: LazyLock<Vec<(&str, Rule)>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, Rule)> {
    let mut cells = line.split(',');
    let (name, zone) = (cells.next()?, cells.next()?);
    let rule = if zone.starts_with(['+', '-']) {
        Rule::Fixed(minutes(zone)?)
    } else {
        Rule::Civil(zone.parse().ok()?)
    };
    Some((name, rule))
}

/// "+05:30" in minutes.
fn minutes(offset: &str) -> Option<i32> {
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let count = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?;
    Some(if offset.starts_with('-') { -count } else { count })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_is_understood() {
        assert_eq!(ZONES.len(), TABLE.lines().count() - 1);
        assert!(ZONES.is_sorted_by(|a, b| a.0 < b.0), "sort zones.csv by name, no name twice");
        for line in TABLE.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert!(cells.len() == 3 && !cells[2].is_empty(), "{line} has no source");
            assert!(cells[0].len() <= 12, "{line}: too long to be looked up");
        }
    }

    fn offset(name: &str, day: &str, time: &str) -> Option<i32> {
        Zone::named(name).unwrap().offset(day.parse().ok(), time.parse().unwrap())
    }

    #[test]
    fn a_place_has_its_summers() {
        let noon = |name, day| offset(name, day, "12:00:00");
        assert_eq!(noon("Paris", "2023-10-28"), Some(120));
        assert_eq!(noon("Paris", "2023-10-29"), Some(60));
        assert_eq!(noon("ET", "2024-03-10"), Some(-240));
        assert_eq!(noon("Eastern", "2024-11-03"), Some(-300));
        assert_eq!(noon("Sydney", "2024-01-15"), Some(660));
        // Before 2007 American summers began in April; Moscow kept summer time from 2011 to 2014.
        assert_eq!(noon("Eastern", "2006-03-20"), Some(-300));
        assert_eq!(noon("Moscow", "2012-01-15"), Some(240));
        assert_eq!(noon("Moscow", "2015-07-15"), Some(180));
        assert_eq!(noon("Kathmandu", "2024-01-15"), Some(345));
    }

    #[test]
    fn an_abbreviation_is_what_it_says() {
        assert_eq!(offset("EST", "2024-07-01", "12:00:00"), Some(-300));
        assert_eq!(offset("GMT", "2024-07-01", "12:00:00"), Some(0));
        assert_eq!(offset("CEST", "", "12:00:00"), Some(120));
        assert_eq!(Zone::named("Atlantis"), None);
    }

    #[test]
    fn the_hour_of_the_change_and_an_unknown_day_have_no_offset() {
        // On 31 March 2024 two o'clock was three, on 27 October three was two again.
        assert_eq!(offset("Paris", "2024-03-31", "01:59:00"), Some(60));
        assert_eq!(offset("Paris", "2024-03-31", "02:30:00"), None);
        assert_eq!(offset("Paris", "2024-03-31", "03:00:00"), Some(120));
        assert_eq!(offset("Paris", "2024-10-27", "02:30:00"), None);
        assert_eq!(offset("Paris", "", "12:00:00"), None);
    }
}
