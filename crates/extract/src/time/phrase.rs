//! What a temporal expression says, before anything is known of when it was written.
//! The grammar builds these; `resolve` turns them into calendar days.

use chrono::Weekday;
use factcheck_core::calendar::{Grain, Period, Season};

use super::{
    lexicon::{Edge, Part, Unit, Which},
    zones::Zone,
};

/// An expression with its place: word indexes, end exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) what: What,
    /// "early", "the end of".
    pub(super) edge: Option<Edge>,
    /// "fiscal", or a season or year that runs over two ("2019/20"): not the calendar's own.
    pub(super) fiscal: bool,
    /// TIMEX3's modifier for "about", "nearly", "more than".
    pub(super) approximation: Option<&'static str>,
}

/// The kinds of expression.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Date(Date),
    /// A time of day, with its day where the words tell it.
    Time(Option<Date>, Clock),
    Duration(Length),
    Set(Set),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(&'static str),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    At { hour: u32, minute: Option<u32>, zone: Zone },
    Part(Part),
}

/// A date, as precisely as the words have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Date {
    /// Everything is said.
    Known(Period),
    /// The year is said elsewhere or nowhere.
    Partial(Partial, YearOf, Which),
    /// "Monday", "last Monday".
    Weekday(Weekday, Which),
    /// "Thursday last week": weekday, and weeks from that of the publication.
    WeekdayOf(Weekday, i32),
    /// "last week", "the year".
    Grain(Grain, Which),
    /// "the first week of May", "the last day of 1999": the nth of what follows, or the last for 0.
    Nth(u32, Grain, Whole),
    /// "the day before Christmas", "the day after next Tuesday": so many days from the day of what follows.
    Beside(i32, Whole),
    /// "two years ago" (from the publication), "two years later" (from what was told before).
    Shift { amount: Amount, unit: Unit, future: bool, narrative: bool },
    /// Days from the publication.
    Today(i32),
}

/// What has days, weeks or months to be counted, or days beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whole {
    Known(Period),
    Partial(Partial, YearOf),
    Weekday(Weekday, Which),
    Grain(Grain, Which),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Partial {
    Month(u32),
    /// Month, day, and the weekday that was printed with them.
    Day(u32, u32, Option<Weekday>),
    /// "the week of March 6".
    WeekOf(u32, u32),
    /// "the week ending Oct. 14".
    WeekTo(u32, u32),
    /// "the 17th".
    DayOfMonth(u32),
    Season(Season),
    Quarter(u32),
    Half(u32),
    /// The quarter or half whose figures are compared: "the latest period", "the 1988 quarter".
    Comparable,
    /// The row of the table of holidays.
    Holiday(usize),
}

/// Which year a part of a year belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    Open,
    Known(i32),
    /// "January last year", "the third quarter of that year".
    Of(Which),
}

/// A number of units, in hundredths, with what the words allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// The number itself; `None` for "several".
    pub(super) value: Option<u32>,
    pub(super) low: u32,
    pub(super) high: u32,
    /// Whether the words leave no play: "two-day", "180 days".
    pub(super) exact: bool,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) amount: Amount,
    pub(super) unit: Unit,
    /// "the past three years", "the next two weeks": covers the calendar on one side of the publication.
    pub(super) beside: Option<Which>,
}

/// Something that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// Every so many units; 0 where the number is open.
    Every(u32, Unit),
    /// A TIMEX3 duration.
    Frequency(&'static str),
    Weekday(Weekday, Option<Part>),
    Month(u32),
    Season(Season),
    Part(Part),
}

impl Amount {
    /// `number` units, as their writer rounds them.
    pub(super) fn of(number: u32) -> Self {
        Self::hundredths(number.saturating_mul(100))
    }

    /// So many hundredths of a unit.
    pub(super) fn hundredths(value: u32) -> Self {
        Self { value: Some(value), low: value, high: value, exact: false }
    }

    /// Some number between the two.
    pub(super) fn between(low: u32, high: u32) -> Self {
        Self { value: None, low: low.saturating_mul(100), high: high.saturating_mul(100), exact: true }
    }

    /// A plural without any number.
    pub(super) fn bare() -> Self {
        Self::between(2, Self::BARE)
    }

    pub(super) fn is_bare(self) -> bool {
        self == Self::bare()
    }

    const BARE: u32 = 9_999;

    pub(super) fn exactly(self) -> Self {
        Self { exact: true, ..self }
    }

    /// The whole number of units, if it is one.
    pub(super) fn whole(self) -> Option<u32> {
        self.value.filter(|value| value % 100 == 0).map(|value| value / 100)
    }
}
