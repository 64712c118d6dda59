//! Periods with a name, how they follow each other, and how TIMEX3 writes them.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::window::Window;

use super::{
    days::{add_days, four_digits, monday},
    season::{Season, season_days},
};

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

    /// An ISO week by its year and number; `None` if that year has no such week.
    #[must_use]
    pub fn week(year: i32, week: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Self::Week)
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
            Self::Day(day) => match four_digits(day).as_ref().map(|text| str::from_utf8(text)) {
                Some(Ok(text)) if day.year() > 0 => f.write_str(text),
                _ => write!(f, "{}-{:02}-{:02}", Year(day.year()), day.month(), day.day()),
            },
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
