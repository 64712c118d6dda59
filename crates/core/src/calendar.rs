//! Calendar arithmetic: periods with a name (a day, an ISO week, a quarter, a decade ...), how they follow
//! each other, and how TIMEX3 writes them.
//!
//! Years are astronomical: 0 is 1 BC, -479 is 480 BC. Everything is checked: what would leave chrono's
//! calendar is `None`. This module knows nothing of text and reads no clock.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::window::Window;

/// How long a period is, or in what steps one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Saturday and Sunday, known by the Monday before.
    Weekend,
    /// An ISO week, from Monday.
    Week,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A season; see [`Season`].
    Season,
    /// Six months from January or July.
    Half,
    /// A calendar year.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
    /// A hundred years, named by their first two digits as TIMEX3 does (1900 to 1999).
    Century,
}

/// The seasons of the northern temperate zone, where most of the news in English that names them is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// All, in the order of a year.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// The season's letters in TIMEX3.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    const fn number(self) -> i32 {
        self as i32
    }

    fn from_number(number: i32) -> Self {
        match number {
            0 => Self::Spring,
            1 => Self::Summer,
            2 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One day.
    Day(NaiveDate),
    /// An ISO week, by its Monday.
    Week(NaiveDate),
    /// Saturday and Sunday of a week, by that week's Monday.
    Weekend(NaiveDate),
    /// Year and month, 1 to 12.
    Month(i32, u32),
    /// Year and quarter, 1 to 4.
    Quarter(i32, u32),
    /// Year and season; a winter belongs to the year of its December.
    Season(i32, Season),
    /// Year and half, 1 or 2.
    Half(i32, u32),
    /// A calendar year.
    Year(i32),
    /// A year without its last digit.
    Decade(i32),
    /// A year without its last two digits.
    Century(i32),
}

impl Period {
    /// The period of that grain in which `day` lies.
    #[must_use]
    pub fn containing(grain: Grain, day: NaiveDate) -> Self {
        let (year, month) = (day.year(), day.month());
        match grain {
            Grain::Day => Self::Day(day),
            Grain::Week => Self::Week(monday(day)),
            Grain::Weekend => Self::Weekend(monday(day)),
            Grain::Month => Self::Month(year, month),
            Grain::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Grain::Season => {
                let season = Season::from_number(i32::try_from((month + 9) % 12 / 3).unwrap_or(0));
                Self::Season(if month <= 2 { year - 1 } else { year }, season)
            }
            Grain::Half => Self::Half(year, (month - 1) / 6 + 1),
            Grain::Year => Self::Year(year),
            Grain::Decade => Self::Decade(year.div_euclid(10)),
            Grain::Century => Self::Century(year.div_euclid(100)),
        }
    }

    /// A day by its numbers; `None` if there is no such day.
    #[must_use]
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    /// What kind of period this is.
    #[must_use]
    pub const fn grain(self) -> Grain {
        match self {
            Self::Day(_) => Grain::Day,
            Self::Week(_) => Grain::Week,
            Self::Weekend(_) => Grain::Weekend,
            Self::Month(..) => Grain::Month,
            Self::Quarter(..) => Grain::Quarter,
            Self::Season(..) => Grain::Season,
            Self::Half(..) => Grain::Half,
            Self::Year(_) => Grain::Year,
            Self::Decade(_) => Grain::Decade,
            Self::Century(_) => Grain::Century,
        }
    }

    /// The period that many steps of its own kind later (or earlier, if negative).
    #[must_use]
    pub fn shift(self, steps: i32) -> Option<Self> {
        Some(match self {
            Self::Day(day) => Self::Day(add_days(day, steps.into())?),
            Self::Week(monday) => Self::Week(add_days(monday, i64::from(steps) * 7)?),
            Self::Weekend(monday) => Self::Weekend(add_days(monday, i64::from(steps) * 7)?),
            Self::Month(year, month) => {
                let (year, month) = turn(year, month, 12, steps)?;
                Self::Month(year, month)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = turn(year, quarter, 4, steps)?;
                Self::Quarter(year, quarter)
            }
            Self::Half(year, half) => {
                let (year, half) = turn(year, half, 2, steps)?;
                Self::Half(year, half)
            }
            Self::Season(year, season) => {
                let count = year.checked_mul(4)?.checked_add(season.number())?.checked_add(steps)?;
                Self::Season(count.div_euclid(4), Season::from_number(count.rem_euclid(4)))
            }
            Self::Year(year) => Self::Year(year.checked_add(steps)?),
            Self::Decade(decade) => Self::Decade(decade.checked_add(steps)?),
            Self::Century(century) => Self::Century(century.checked_add(steps)?),
        })
    }

    /// First and last day; `None` outside chrono's calendar.
    #[must_use]
    pub fn window(self) -> Option<Window> {
        match self {
            Self::Day(day) => Some(Window::day(day)),
            Self::Week(monday) => Some(Window::between(monday, add_days(monday, 6)?)),
            Self::Weekend(monday) => Some(Window::between(add_days(monday, 5)?, add_days(monday, 6)?)),
            Self::Month(year, month) => Window::month(year, month),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, season) => season_days(year, season),
            Self::Year(year) => Window::year(year),
            Self::Decade(decade) => years(decade, 10),
            Self::Century(century) => years(century, 100),
        }
    }

    /// The year that the period lies in; for decades and centuries the first one.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => day.year(),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => year,
            Self::Decade(decade) => decade.saturating_mul(10),
            Self::Century(century) => century.saturating_mul(100),
        }
    }

    /// The first day; `None` outside chrono's calendar.
    #[must_use]
    pub fn first(self) -> Option<NaiveDate> {
        self.window()?.earliest
    }
}

/// The TIMEX3 value: "2023-10-17", "2023-W42", "2023-W42-WE", "2023-Q3", "2023-SU", "2023-H1", "2023", "202",
/// "20"; "BC0480" for years before 1.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(f, "{}-{:02}-{:02}", Year(day.year()), day.month(), day.day()),
            Self::Week(monday) => {
                write!(f, "{}-W{:02}", Year(monday.iso_week().year()), monday.iso_week().week())
            }
            Self::Weekend(monday) => write!(f, "{}-WE", Self::Week(monday)),
            Self::Month(year, month) => write!(f, "{}-{month:02}", Year(year)),
            Self::Quarter(year, quarter) => write!(f, "{}-Q{quarter}", Year(year)),
            Self::Half(year, half) => write!(f, "{}-H{half}", Year(year)),
            Self::Season(year, season) => write!(f, "{}-{}", Year(year), season.code()),
            Self::Year(year) => write!(f, "{}", Year(year)),
            Self::Decade(decade) if decade < 0 => write!(f, "BC{:03}", -decade - 1),
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Century(century) if century < 0 => write!(f, "BC{:02}", -century - 1),
            Self::Century(century) => write!(f, "{century:02}"),
        }
    }
}

struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 <= 0 { write!(f, "BC{:04}", 1 - i64::from(self.0)) } else { write!(f, "{:04}", self.0) }
    }
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

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of "Nature" (1876), which Meeus gives
/// in "Astronomical Algorithms", chapter 8.
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let count = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(count / 31).ok()?, u32::try_from(count % 31 + 1).ok()?)
}

/// Year and part moved by `steps` parts, `per_year` of them in a year, counted from 1.
fn turn(year: i32, part: u32, per_year: i32, steps: i32) -> Option<(i32, u32)> {
    let part = i32::try_from(part).ok()? - 1;
    let count = year.checked_mul(per_year)?.checked_add(part)?.checked_add(steps)?;
    Some((count.div_euclid(per_year), u32::try_from(count.rem_euclid(per_year) + 1).ok()?))
}

/// `count` months from the given one on.
fn months(year: i32, month: u32, count: u32) -> Option<Window> {
    let first = Window::month(year, month)?;
    let last = Window::month(year, month + count - 1)?;
    Some(first.hull(last))
}

/// `count` years, the first of which is `number * count`.
fn years(number: i32, count: i32) -> Option<Window> {
    let first = number.checked_mul(count)?;
    Some(Window::year(first)?.hull(Window::year(first.checked_add(count - 1)?)?))
}

/// The days that a writer can mean: from the first of the meteorological season to the last of the
/// astronomical one. "The winter of 2022" may be the one that began or the one that ended in 2022.
fn season_days(year: i32, season: Season) -> Option<Window> {
    let day = NaiveDate::from_ymd_opt;
    let (first, last) = match season {
        Season::Spring => (day(year, 3, 1)?, day(year, 6, 20)?),
        Season::Summer => (day(year, 6, 1)?, day(year, 9, 22)?),
        Season::Autumn => (day(year, 9, 1)?, day(year, 12, 20)?),
        Season::Winter => (day(year, 1, 1)?, day(year.checked_add(1)?, 3, 20)?),
    };
    Some(Window::between(first, last))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

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
    }
}
