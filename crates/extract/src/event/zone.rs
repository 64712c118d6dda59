//! A time of day whose zone another one beside it tells: "3 p.m. (1200 GMT)" is three hours east.

use chrono::Timelike;
use factcheck_core::timex::Clock;

use crate::time;

/// Minutes from 12 hours west to 14 hours east, which is as far as zones go.
const WEST: i32 = -720;
const EAST: i32 = 840;

/// The time of day at `position`, with its zone where it is told.
pub(super) fn clock(text: &str, times: &[time::Found], position: usize) -> Option<Clock> {
    let own = times[position].meaning.clock.clone()?;
    if own.offset.is_some() {
        return Some(own);
    }
    let beside = times.get(position + 1).filter(|next| {
        let between = text.get(times[position].span.end as usize..next.span.start as usize);
        between
            .is_some_and(|between| matches!(between.trim_matches(|c: char| c == '.' || c == ' '), "(" | "/"))
    });
    let offset = beside.and_then(|next| offset(&own, next.meaning.clock.as_ref()?));
    Some(Clock { offset, ..own })
}

/// How far east a clock shows `own` when another with its zone shows `other`.
fn offset(own: &Clock, other: &Clock) -> Option<i32> {
    let zone = other.offset.filter(|_| own.earliest == own.latest && other.earliest == other.latest)?;
    let minute = |clock: &Clock| i32::try_from(clock.earliest.num_seconds_from_midnight() / 60).ok();
    let east = minute(own)? - minute(other)? + zone;
    [east, east + 1440, east - 1440].into_iter().find(|east| (WEST..=EAST).contains(east))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::{Clock, offset};

    #[test]
    fn counts_over_midnight() {
        let clock = |hour, minute, offset| {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
            Clock { earliest: time, latest: time, offset }
        };
        assert_eq!(offset(&clock(15, 0, None), &clock(12, 0, Some(0))), Some(180));
        assert_eq!(offset(&clock(23, 30, None), &clock(4, 30, Some(0))), Some(-300));
        assert_eq!(offset(&clock(8, 0, None), &clock(23, 0, Some(0))), Some(540));
        assert_eq!(offset(&clock(8, 0, None), &clock(23, 0, None)), None);
    }
}
