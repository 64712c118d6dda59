//! Seasons, and the days that they can mean.

use chrono::NaiveDate;

use crate::window::Window;

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

    pub(super) const fn number(self) -> i32 {
        self as i32
    }

    pub(super) fn from_number(number: i32) -> Self {
        match number {
            0 => Self::Spring,
            1 => Self::Summer,
            2 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

/// The days that a writer can mean: from the first of the meteorological season to the last of the
/// astronomical one. "The winter of 2022" may be the one that began or the one that ended in 2022.
pub(super) fn season_days(year: i32, season: Season) -> Option<Window> {
    let day = NaiveDate::from_ymd_opt;
    let (first, last) = match season {
        Season::Spring => (day(year, 3, 1)?, day(year, 6, 20)?),
        Season::Summer => (day(year, 6, 1)?, day(year, 9, 22)?),
        Season::Autumn => (day(year, 9, 1)?, day(year, 12, 20)?),
        Season::Winter => (day(year, 1, 1)?, day(year.checked_add(1)?, 3, 20)?),
    };
    Some(Window::between(first, last))
}
