//! Which day, week or month is "the second" or "the last" of a longer period. Calendar only: knows no words.

use factcheck_core::{
    calendar::{Grain, Period, add_days, monday},
    window::Window,
};

/// The `number`th day, week, weekend or month inside a period, from 1, or the last for 0, with the days that it may
/// mean: seven days counted from the first are rarely a week of the calendar. `None` if there are not so many.
pub(super) fn nth(whole: Period, grain: Grain, number: u32) -> Option<(Period, Window)> {
    let (first, last) = whole.window()?.ends()?;
    let steps = i32::try_from(number).ok()? - 1;
    let (period, days) = match (grain, number) {
        (Grain::Week, 0) => {
            (Period::containing(grain, add_days(last, -3)?), Window::between(add_days(last, -6)?, last))
        }
        (Grain::Week, _) => {
            let from = add_days(first, i64::from(steps) * 7)?;
            (Period::containing(grain, add_days(from, 3)?), Window::between(from, add_days(from, 6)?))
        }
        (Grain::Weekend, 0) => days_of(Period::Weekend(monday(add_days(last, -6)?)))?,
        (Grain::Weekend, _) => days_of(Period::Weekend(monday(first)).shift(steps)?)?,
        (_, 0) => days_of(Period::containing(grain, last))?,
        _ => days_of(Period::containing(grain, first).shift(steps)?)?,
    };
    (days.ends()?.0 <= last).then_some((period, days))
}

fn days_of(period: Period) -> Option<(Period, Window)> {
    Some((period, period.window()?))
}
