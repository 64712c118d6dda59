//! Calendar arithmetic, checked by eye and by its laws.
#![expect(clippy::unwrap_used, reason = "tests")]

use chrono::{Datelike, NaiveDate, Weekday};
use insta::assert_snapshot as snap;
use proptest::prelude::*;

use super::*;
use crate::window::Window;

const GRAINS: [Grain; 10] = [
    Grain::Day,
    Grain::Weekend,
    Grain::Week,
    Grain::Month,
    Grain::Quarter,
    Grain::Season,
    Grain::Half,
    Grain::Year,
    Grain::Decade,
    Grain::Century,
];

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn periods_around_a_day() {
    let p = |grain, day| Period::containing(grain, date(day)).to_string();
    snap!(p(Grain::Day, "2023-10-17"), @"2023-10-17");
    snap!(p(Grain::Week, "2023-10-17"), @"2023-W42");
    snap!(p(Grain::Weekend, "2023-10-17"), @"2023-W42-WE");
    snap!(p(Grain::Quarter, "2023-10-17"), @"2023-Q4");
    snap!(p(Grain::Half, "2023-06-30"), @"2023-H1");
    snap!(p(Grain::Season, "2024-01-17"), @"2023-WI");
    snap!(p(Grain::Season, "2024-03-01"), @"2024-SP");
    snap!(p(Grain::Decade, "2023-10-17"), @"202");
    snap!(p(Grain::Century, "2023-10-17"), @"20");
    // The first of January can lie in the last week of the year before.
    snap!(p(Grain::Week, "2021-01-01"), @"2020-W53");
}

#[test]
fn before_christ() {
    snap!(Period::Year(-479), @"BC0480");
    snap!(Period::Year(0), @"BC0001");
    snap!(Period::Month(-479, 9), @"BC0480-09");
    snap!(Period::Year(1).shift(-1).unwrap(), @"BC0001");
}

#[test]
fn steps() {
    let s = |period: Period, steps| period.shift(steps).unwrap().to_string();
    snap!(s(Period::Month(2023, 1), -1), @"2022-12");
    snap!(s(Period::Quarter(2023, 4), 1), @"2024-Q1");
    snap!(s(Period::Half(2023, 1), -3), @"2021-H2");
    snap!(s(Period::Season(2023, Season::Winter), 1), @"2024-SP");
    snap!(s(Period::Week(date("2020-12-28")), 1), @"2021-W01");
    assert_eq!(Period::Year(i32::MAX).shift(1), None);
    snap!(add_months(date("2024-01-31"), 1).unwrap(), @"2024-02-29");
}

#[test]
fn windows() {
    let w = |period: Period| period.window().unwrap().to_string();
    snap!(w(Period::Quarter(2023, 4)), @"2023-10-01 to 2023-12-31");
    snap!(w(Period::Half(2023, 1)), @"2023-01-01 to 2023-06-30");
    snap!(w(Period::Decade(199)), @"1990-01-01 to 1999-12-31");
    snap!(w(Period::Century(19)), @"1900-01-01 to 1999-12-31");
    snap!(w(Period::Weekend(date("2023-10-16"))), @"2023-10-21 to 2023-10-22");
    snap!(w(Period::Season(2023, Season::Summer)), @"2023-06-01 to 2023-09-22");
}

#[test]
fn feasts() {
    snap!(easter(2024).unwrap(), @"2024-03-31");
    snap!(easter(2025).unwrap(), @"2025-04-20");
    snap!(easter(1818).unwrap(), @"1818-03-22");
    snap!(easter(2038).unwrap(), @"2038-04-25");
    // American Thanksgiving and Memorial Day.
    snap!(nth_weekday(2023, 11, Weekday::Thu, 4).unwrap(), @"2023-11-23");
    snap!(nth_weekday(2023, 5, Weekday::Mon, -1).unwrap(), @"2023-05-29");
    assert_eq!(nth_weekday(2023, 2, Weekday::Mon, 5), None);
}

#[test]
fn weekdays_near_a_day() {
    let tuesday = date("2023-10-17");
    snap!(on_or_before(tuesday, Weekday::Tue).unwrap(), @"2023-10-17");
    snap!(on_or_before(tuesday, Weekday::Wed).unwrap(), @"2023-10-11");
    snap!(on_or_after(tuesday, Weekday::Mon).unwrap(), @"2023-10-23");
}

#[test]
fn months_are_clamped_to_their_end() {
    let s = |day, steps, unit| shift(date(day), steps, unit).unwrap();
    snap!(s("2023-01-31", 1, Grain::Month), @"2023-02-28");
    snap!(s("2024-01-31", 1, Grain::Month), @"2024-02-29");
    snap!(s("2024-03-31", -1, Grain::Month), @"2024-02-29");
    snap!(s("2023-11-30", 1, Grain::Quarter), @"2024-02-29");
    snap!(s("2023-08-31", 1, Grain::Half), @"2024-02-29");
    snap!(s("2024-02-29", 1, Grain::Year), @"2025-02-28");
    snap!(s("2024-02-29", 4, Grain::Year), @"2028-02-29");
    snap!(s("2024-02-29", -1, Grain::Century), @"1924-02-29");
    // 1900 was no leap year.
    snap!(s("2000-02-29", -1, Grain::Century), @"1900-02-28");
    snap!(s("2023-12-31", 1, Grain::Day), @"2024-01-01");
    snap!(s("2024-02-28", 1, Grain::Week), @"2024-03-06");
    assert_eq!(shift(date("2024-01-01"), i32::MAX, Grain::Century), None);
}

#[test]
fn iso_days() {
    for (year, month, day) in
        [(2024, 5, 14), (1, 1, 1), (0, 12, 31), (9999, 12, 31), (10_000, 1, 1), (-44, 3, 15)]
    {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(iso(day), day.to_string());
    }
}

#[test]
fn iso_weeks() {
    let w = |year, week| Period::week(year, week).unwrap().window().unwrap().to_string();
    // The first week is the one with the year's first Thursday.
    snap!(w(2021, 1), @"2021-01-04 to 2021-01-10");
    snap!(w(2020, 53), @"2020-12-28 to 2021-01-03");
    snap!(w(2019, 1), @"2018-12-31 to 2019-01-06");
    assert_eq!(Period::week(2021, 53), None);
    assert_eq!(Period::week(2021, 0), None);
    let long: Vec<i32> = (2000..2040).filter(|year| weeks_in_year(*year) == Some(53)).collect();
    snap!(format!("{long:?}"), @"[2004, 2009, 2015, 2020, 2026, 2032, 2037]");
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (-200_000i64..200_000).prop_map(|n| add_days(date("2000-01-01"), n).unwrap())
}

proptest! {
    #[test]
    fn steps_lead_back(day in day(), grain in 0usize..10, steps in -500i32..500) {
        let period = Period::containing(GRAINS[grain], day);
        prop_assert_eq!(period.shift(steps).unwrap().shift(-steps), Some(period));
    }

    #[test]
    fn a_period_covers_its_day(day in day(), grain in 0usize..10) {
        let period = Period::containing(GRAINS[grain], day);
        let covers = period.window().unwrap().covers(Window::day(day));
        prop_assert!(covers || GRAINS[grain] == Grain::Weekend);
    }

    #[test]
    fn neighbours_do_not_overlap(day in day(), grain in 0usize..10) {
        let period = Period::containing(GRAINS[grain], day);
        // Seasons are wider than a quarter on purpose.
        if GRAINS[grain] != Grain::Season {
            let (this, next) = (period.window().unwrap(), period.shift(1).unwrap().window().unwrap());
            prop_assert!(this.is_before(next));
        }
    }

    #[test]
    fn weekdays_are_within_a_week(day in day(), number in 0u8..7) {
        let weekday = Weekday::try_from(number).unwrap();
        let (before, after) = (on_or_before(day, weekday).unwrap(), on_or_after(day, weekday).unwrap());
        prop_assert!(before <= day && day <= after && (after - before).num_days() <= 7);
        prop_assert_eq!((before.weekday(), after.weekday()), (weekday, weekday));
    }

    #[test]
    fn weeks_are_numbered_without_gaps(day in day()) {
        let week = Period::containing(Grain::Week, day);
        let (number, year) = (day.iso_week().week(), day.iso_week().year());
        prop_assert_eq!(Period::week(year, number), Some(week));
        let next = add_days(day, 7).unwrap().iso_week();
        if next.year() == year {
            prop_assert_eq!(next.week(), number + 1);
        } else {
            prop_assert_eq!((number, next.week()), (weeks_in_year(year).unwrap(), 1));
        }
    }

    #[test]
    fn moving_by_a_unit_lands_in_the_period_so_many_later(day in day(), grain in 0usize..10, steps in -300i32..300) {
        // A day is in no weekend five times a week.
        let unit = GRAINS[grain];
        if !matches!(unit, Grain::Weekend) {
            let moved = shift(day, steps, unit).unwrap();
            let period = Period::containing(unit, day).shift(steps).unwrap();
            prop_assert_eq!(Period::containing(unit, moved), period);
        }
    }

    #[test]
    fn there_and_back_loses_at_most_the_days_that_a_month_lacks(day in day(), steps in -300i32..300) {
        let back = shift(shift(day, steps, Grain::Month).unwrap(), -steps, Grain::Month).unwrap();
        prop_assert!(back <= day && (day - back).num_days() <= 3);
        prop_assert!(back == day || day.day() > 28);
    }
}

#[test]
fn names_of_months() {
    let names = ["May", "may", "sept", "Sept.", "December", "DEC", "jan."];
    assert!(names.into_iter().all(super::is_month_name));
    assert!(!["ma", "Mayor", "decem", "", ".", "Monday", "sept.."].into_iter().any(super::is_month_name));
}
