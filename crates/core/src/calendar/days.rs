//! Single days: moving them, and finding weekdays near them.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::window::Window;

use super::Grain;

/// `day` as ISO 8601 writes it: what its `Display` gives, at a tenth of the cost.
#[must_use]
pub fn iso(day: NaiveDate) -> String {
    match four_digits(day).as_ref().map(|text| str::from_utf8(text)) {
        Some(Ok(text)) => text.to_owned(),
        _ => day.to_string(),
    }
}

/// The same of a day whose year has four digits.
pub(super) fn four_digits(day: NaiveDate) -> Option<[u8; 10]> {
    let year = u32::try_from(day.year()).ok().filter(|year| *year <= 9999)?;
    let mut text = *b"0000-00-00";
    let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or_default();
    for (at, number) in [(0, year / 100), (2, year % 100), (5, day.month()), (8, day.day())] {
        text[at] = digit(number / 10);
        text[at + 1] = digit(number);
    }
    Some(text)
}

/// `day` moved by so many days.
#[must_use]
pub fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

/// `day` moved by so many months; the 31st becomes the last day of a shorter month.
#[must_use]
pub fn add_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

/// `day` moved by so many units of the calendar: a weekend is a week, a season three months. The 31st becomes
/// the last day of a shorter month, and the 29 February the 28th in a common year.
#[must_use]
pub fn shift(day: NaiveDate, steps: i32, unit: Grain) -> Option<NaiveDate> {
    let months = |per: i32| add_months(day, steps.checked_mul(per)?);
    match unit {
        Grain::Day => add_days(day, steps.into()),
        Grain::Week | Grain::Weekend => add_days(day, i64::from(steps) * 7),
        Grain::Month => months(1),
        Grain::Quarter | Grain::Season => months(3),
        Grain::Half => months(6),
        Grain::Year => months(12),
        Grain::Decade => months(120),
        Grain::Century => months(1200),
    }
}

/// How many ISO weeks a year has: 53 where it begins or ends on a Thursday, else 52. The 28 December always lies
/// in the last of them.
#[must_use]
pub fn weeks_in_year(year: i32) -> Option<u32> {
    NaiveDate::from_ymd_opt(year, 12, 28).map(|day| day.iso_week().week())
}

/// The Monday of the ISO week.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    let back = i64::from(day.weekday().num_days_from_monday());
    add_days(day, -back).unwrap_or(day)
}

/// The last such weekday on or before `day`.
#[must_use]
pub fn on_or_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    add_days(day, -i64::from(day.weekday().days_since(weekday)))
}

/// The first such weekday on or after `day`.
#[must_use]
pub fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    add_days(day, i64::from(weekday.days_since(day.weekday())))
}

/// The `nth` weekday of a month, from 1; counted from the end where negative (-1 is the last).
#[must_use]
pub fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: i8) -> Option<NaiveDate> {
    if nth < 0 {
        let last = on_or_before(Window::month(year, month)?.latest?, weekday)?;
        let day = add_days(last, (i64::from(nth) + 1) * 7)?;
        return Some(day).filter(|day| day.month() == month);
    }
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
}
