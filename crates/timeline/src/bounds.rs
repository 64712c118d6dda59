//! What a date, an order or a length says of the two ends of events, as bounds of the network. Knows no words and no
//! story.

use chrono::NaiveDate;

use crate::network::{self, Point, between};

/// Minutes of a day.
const DAY: i64 = 1440;

/// The two points of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) start: Point,
    pub(crate) end: Point,
}

impl Ends {
    /// The ends of the event with this number; the first point is the origin of the calendar.
    pub(crate) fn number(number: usize) -> Self {
        Self { start: 2 * number + 1, end: 2 * number + 2 }
    }

    /// No event ends before it starts. Every statement of it brings this along, since nobody has to say so.
    fn in_order(self) -> network::Statement {
        between(self.start, self.end, Some(0), None)
    }

    fn with(self, bounds: impl IntoIterator<Item = network::Statement>) -> network::Statement {
        bounds.into_iter().flatten().chain(self.in_order()).collect()
    }
}

/// What a day is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// An event of one day, or of a part of one.
    Within,
    /// Some day of an event that lasts.
    Some,
    /// The beginning.
    Start,
    /// A day after which it begins: "since" says so, of what began that day or was done over and over from then on.
    NotBefore,
    /// The end.
    End,
    /// A day by which it has ended.
    Over,
}

/// Between the first and the last day.
pub(crate) fn dated(event: Ends, part: Part, first: NaiveDate, last: NaiveDate) -> network::Statement {
    let (first, last) = (Some(minute(first)), Some(minute(last).saturating_add(DAY - 1)));
    let start = |least, most| between(0, event.start, least, most);
    let end = |least, most| between(0, event.end, least, most);
    event.with(match part {
        Part::Within => vec![start(first, None), end(None, last)],
        Part::Some => vec![start(None, last), end(first, None)],
        Part::Start => vec![start(first, last)],
        Part::NotBefore => vec![start(first, None)],
        Part::End => vec![end(first, last)],
        Part::Over => vec![end(None, last)],
    })
}

/// From `least` to `most` days from the first event to the second. Words leave open from which end they count, so the
/// least is that of the beginnings, and the most that from end to beginning.
pub(crate) fn ordered(
    first: Ends,
    second: Ends,
    least: Option<i64>,
    most: Option<i64>,
) -> network::Statement {
    let minutes = |days: i64, room: i64| days.saturating_mul(DAY).saturating_add(room);
    let least = least.map(|days| minutes(days, -DAY).max(1));
    let most = most.map(|days| minutes(days, DAY));
    let bounds =
        [between(first.start, second.start, least, None), between(first.end, second.start, None, most)];
    first.with(bounds).into_iter().chain(second.in_order()).collect()
}

/// Lasts `least` to `most` days. Usage counts the first day or does not, so both counts have to fail: three days from
/// Monday end on Wednesday or on Thursday, whatever the hours.
pub(crate) fn lasts(event: Ends, least: Option<i64>, most: Option<i64>) -> network::Statement {
    let minutes = |days: i64| days.saturating_mul(DAY);
    let least = least.map(|days| minutes(days.saturating_sub(1).max(0)));
    let most = most.map(|days| minutes(days.max(1)));
    event.with([between(event.start, event.end, least, most)])
}

fn minute(day: NaiveDate) -> i64 {
    (day - NaiveDate::default()).num_days().saturating_mul(DAY)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Ends, Part, dated, lasts, ordered};
    use crate::network::{Statement, contradictions};

    fn on(part: Part, day: u32) -> Statement {
        let day = NaiveDate::from_ymd_opt(2023, 10, day).unwrap_or_default();
        dated(Ends::number(0), part, day, day)
    }

    fn holds(statements: &[Statement]) -> bool {
        contradictions(5, statements).is_empty()
    }

    #[test]
    fn lengths_are_counted_both_ways() {
        let three = || lasts(Ends::number(0), Some(3), Some(3));
        let ends = |day| holds(&[on(Part::Start, 2), on(Part::End, day), three()]);
        // Monday to Wednesday are three days, and from Monday it is three days to Thursday.
        assert_eq!((3..8).map(ends).collect::<Vec<_>>(), [false, true, true, false, false]);
        // What lasts was there on some day of it; an hour is on one day.
        assert!(holds(&[on(Part::Some, 2), on(Part::Some, 4), three()]));
        assert!(!holds(&[on(Part::Within, 2), on(Part::Within, 3)]));
        assert!(!holds(&[on(Part::Start, 4), on(Part::End, 2)]));
        assert!(holds(&[on(Part::NotBefore, 4), on(Part::End, 9), on(Part::Over, 9)]));
    }

    #[test]
    fn orders_count_from_either_end() {
        let (a, b) = (Ends::number(0), Ends::number(1));
        let day = |day| NaiveDate::from_ymd_opt(2023, 10, day).unwrap_or_default();
        let two = [
            dated(a, Part::Start, day(2), day(2)),
            dated(a, Part::End, day(6), day(6)),
            ordered(a, b, Some(3), Some(3)),
        ];
        let fits = |at| holds(&[two.to_vec(), vec![dated(b, Part::Within, day(at), day(at))]].concat());
        // Three days after a week from the 2nd to the 6th: the 5th or the 9th.
        assert!(fits(5) && fits(9) && !fits(3) && !fits(11));
    }
}
