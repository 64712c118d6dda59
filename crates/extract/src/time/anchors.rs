//! What relative expressions rest on: the publication date, and what the article told last.
//! Finds periods only; knows no words and writes no values.

use chrono::{Datelike, NaiveDate, Weekday};
use factcheck_core::{
    calendar::{Grain, Period, Season, add_days, add_months, on_or_after, on_or_before},
    stamp::Stamp,
};

use super::{
    holidays::in_year,
    lexicon::{Unit, Which},
    phrase::{Partial, YearOf},
    tense::Direction,
};

/// The days that an article's relative expressions count from.
#[derive(Clone, Debug)]
pub(super) struct Anchors {
    /// The day on which the article was published.
    pub(super) published: Option<NaiveDate>,
    /// Whether "today" may be a day off, since no zone is known.
    pub(super) doubt: bool,
    /// What was dated last.
    pub(super) told: Option<Period>,
    /// The day, week or month that the tale has reached; what was only mentioned is passed over.
    reached: Option<Period>,
    /// The period of the expression read last, if it was a date.
    pub(super) resolved: Option<Period>,
    /// The quarter or half whose figures are told, or the year once "nine months" are summed up.
    pub(super) quarter: Option<Period>,
    /// Whether the sentence at hand speaks of a quarter.
    pub(super) quarterly: bool,
    /// The last weekday, "today" or "yesterday": when the news happened.
    news_day: Option<NaiveDate>,
    /// Dates with a year long before the publication, and dates that rest on it.
    far: u32,
    near: u32,
}

/// Where in a sentence a date stands, and so whether the tale is now there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the head of its sentence: the tale goes on from here.
    Head,
    /// Further inside.
    Inside,
    /// Behind "until", "since", "as of": a bound of something else.
    Bound,
}

/// "Tuesday" and "last week" weigh as much as so many dates long past.
const NEWS: u32 = 4;

/// How many days ahead the next year's part still follows what was told.
const TURN_OF_YEAR: i64 = 130;

/// How many days ahead a date still goes on from one that was only mentioned.
const CLOSE: i64 = 60;

/// A month that ended fewer days ago is "last month" and not called by its name with "last".
const JUST_OVER: i64 = 7;

/// Days so close to the publication are of the news itself.
const NEAR: i64 = 3;

/// From so many years back on a date is history and not the news.
const LONG_PAST: i32 = 3;

impl Anchors {
    pub(super) fn new(published: Option<Stamp>) -> Self {
        Self {
            published: published.map(|stamp| stamp.date),
            doubt: published.is_some_and(|stamp| stamp.offset.is_none()),
            told: None,
            reached: None,
            resolved: None,
            news_day: None,
            quarter: None,
            quarterly: false,
            far: 0,
            near: 0,
        }
    }

    /// Remembers what an expression meant. `explicit` where the words had the year.
    pub(super) fn tell(&mut self, period: Period, explicit: bool, place: Place) {
        if matches!(period, Period::Decade(_) | Period::Century(_)) {
            return;
        }
        let long_past = |day: NaiveDate| day.year().saturating_sub(period.year()) >= LONG_PAST;
        if explicit && place != Place::Bound && self.published.is_some_and(long_past) {
            let firm = place == Place::Head || period.grain() <= Grain::Month;
            self.far += if firm { 2 } else { 1 };
        }
        let before = self.told.replace(period);
        let fine = period.grain() <= Grain::Month;
        let back = self.reached.is_some_and(|reached| period.first() < reached.first());
        match place {
            Place::Head => self.reached = fine.then_some(period),
            Place::Inside if fine && (!back || goes_on(before, period)) => self.reached = Some(period),
            Place::Inside | Place::Bound => {}
        }
    }

    /// The day of a clock time without one: that of the news, unless some other day close by was told since.
    pub(super) fn clock_day(&self) -> Option<NaiveDate> {
        let told = self.told.filter(|period| period.grain() == Grain::Day).and_then(Period::first);
        let close = |day: &NaiveDate| {
            self.is_history() || self.published.is_none_or(|now| (now - *day).num_days().abs() <= NEAR)
        };
        told.filter(close).or(self.news_day).or(told.filter(|_| self.published.is_none())).or(self.published)
    }

    /// A weekday or "today".
    pub(super) fn tell_news_day(&mut self, period: Period) {
        self.news_day = period.first();
    }

    /// A weekday, "today" or "last week": the article tells of its own days.
    pub(super) fn tell_news(&mut self) {
        self.near = self.near.saturating_add(NEWS);
    }

    /// A month or a day without a year, which a tale of the past has too.
    pub(super) fn tell_open(&mut self) {
        if !self.is_history() {
            self.near = self.near.saturating_add(1);
        }
    }

    /// Remembers the quarter or half whose figures are told: the latest that has ended, not the one to come nor
    /// the one that it is compared with.
    pub(super) fn tell_quarter(&mut self, period: Period) {
        self.quarterly = true;
        let over = |period: Period| self.published.is_none_or(|now| ends_before(period, now));
        let keeps = self.quarter.is_some_and(|held| {
            held.grain() != Grain::Year && (period.first() < held.first() || (over(held) && !over(period)))
        });
        if !keeps {
            self.quarter = Some(period);
        }
    }

    /// "the quarter ended July 31": the calendar's quarter that holds its middle, unless the article has said
    /// which quarter of its own it was.
    pub(super) fn tell_quarter_ended(&mut self, day: NaiveDate) {
        if self.quarter.is_none_or(|held| held.grain() == Grain::Year) {
            self.quarter = add_days(day, -45).map(|middle| Period::containing(Grain::Quarter, middle));
        }
    }

    /// "In the first nine months": what is compared from here on is the year.
    pub(super) fn tell_months(&mut self) {
        if let Some(quarter) = self.quarter {
            self.quarter = Some(Period::Year(quarter.year()));
            self.quarterly = true;
        }
    }

    /// Whether the article tells of years long past, so that an open year is the one told last.
    pub(super) fn is_history(&self) -> bool {
        match self.published {
            None => self.told.is_some(),
            // One year inside a sentence is only mentioned.
            Some(_) => self.far > self.near.max(1),
        }
    }

    /// The first day of what was told last, or the day of publication.
    pub(super) fn told_day(&self) -> Option<NaiveDate> {
        self.told.and_then(Period::first).or(self.published)
    }

    /// The day that "that day" and "the next day" rest on.
    fn day_told(&self) -> Option<NaiveDate> {
        let day = |period: &Period| period.grain() == Grain::Day;
        let told = self.told.filter(day).or(self.reached.filter(day)).and_then(Period::first);
        // What was told to the month only has no such day.
        told.or(self.published.filter(|_| self.told.is_none()))
    }

    /// The month that was told last, where no day of it is known that "that day" could be.
    pub(super) fn month_told(&self) -> Option<Period> {
        let month = self.told.filter(|period| period.grain() == Grain::Month)?;
        let inside = |day: Period| {
            day.grain() == Grain::Day
                && day.first().is_some_and(|first| Period::containing(Grain::Month, first) == month)
        };
        (!self.reached.is_some_and(inside)).then_some(month)
    }

    /// The day that "the year" and open dates lie near.
    fn here(&self) -> Option<NaiveDate> {
        if self.is_history() { self.told_day() } else { self.published }
    }

    /// The day that "last", "next", "this" and "ago" count from. Such words are of the news by themselves: a tale
    /// must have gone on for a while to have its own.
    fn now(&self) -> Option<NaiveDate> {
        let tale = self.published.is_none() || self.far > self.near.saturating_add(NEWS);
        if tale { self.told_day() } else { self.published }
    }

    /// "last week", "the following year", "the quarter".
    pub(super) fn grain(&self, grain: Grain, which: Which, direction: Direction) -> Option<Period> {
        let here = |day| Period::containing(grain, day);
        let told_day = || if grain == Grain::Day { self.day_told() } else { self.told_day() };
        match which {
            Which::Last | Which::Past if grain == Grain::Weekend => self.weekend(Direction::Past),
            Which::Last | Which::Past => here(self.now()?).shift(-1),
            Which::Next | Which::Coming if grain == Grain::Weekend => self.weekend(Direction::Future),
            Which::Next | Which::Coming | Which::Future => here(self.now()?).shift(1),
            Which::Previous => here(told_day()?).shift(-1),
            Which::Following => here(told_day()?).shift(1),
            Which::That | Which::Same => Some(here(told_day()?)),
            Which::This | Which::Current if grain != Grain::Weekend => Some(here(self.now()?)),
            // "this weekend", told on a Thursday or Friday, is to come.
            Which::This | Which::Current if self.now()?.weekday().number_from_monday() >= 4 => {
                self.weekend(Direction::Future)
            }
            _ if grain == Grain::Weekend => self.weekend(direction),
            _ if grain == Grain::Quarter => {
                let held = self.quarter.filter(|held| held.grain() != Grain::Year);
                held.or_else(|| here(self.now()?).shift(-1))
            }
            _ => Some(here(self.here()?)),
        }
    }

    /// The weekend before or after the publication; on a weekend, this one.
    fn weekend(&self, direction: Direction) -> Option<Period> {
        let day = self.now()?;
        let this = Period::containing(Grain::Weekend, day);
        let on_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if on_weekend || direction == Direction::Future { Some(this) } else { this.shift(-1) }
    }

    /// "Monday", "last Monday".
    pub(super) fn weekday(&self, weekday: Weekday, which: Which, direction: Direction) -> Option<Period> {
        let day = match which {
            Which::Previous => on_or_before(add_days(self.near_day()?, -1)?, weekday)?,
            Which::Following => on_or_after(add_days(self.near_day()?, 1)?, weekday)?,
            Which::That | Which::Same => on_or_after(self.near_day()?, weekday)?,
            Which::Last | Which::Past => on_or_before(add_days(self.now()?, -1)?, weekday)?,
            Which::Next | Which::Coming => on_or_after(add_days(self.now()?, 1)?, weekday)?,
            Which::This => match direction {
                Direction::Past => on_or_before(self.now()?, weekday)?,
                _ => on_or_after(self.now()?, weekday)?,
            },
            _ => match direction {
                Direction::Future => on_or_after(self.now()?, weekday)?,
                _ => on_or_before(self.now()?, weekday)?,
            },
        };
        Some(Period::Day(day))
    }

    /// The weekday of a week that many weeks from the publication's.
    pub(super) fn weekday_of(&self, weekday: Weekday, weeks: i32) -> Option<Period> {
        let monday = Period::containing(Grain::Week, self.now()?).shift(weeks)?.first()?;
        on_or_after(monday, weekday).map(Period::Day)
    }

    /// The day told last, if it is near the publication; else the publication.
    fn near_day(&self) -> Option<NaiveDate> {
        let told = self.told.filter(|period| period.grain() == Grain::Day).and_then(Period::first);
        match (told, self.now()) {
            (Some(told), Some(now)) if (told - now).num_days().abs() <= 31 => Some(told),
            (told, now) => now.or(told),
        }
    }

    /// A part of a year, with its year found.
    pub(super) fn partial(
        &self,
        partial: Partial,
        year: YearOf,
        which: Which,
        direction: Direction,
    ) -> Option<Period> {
        if partial == Partial::Comparable {
            return match (year, self.quarter) {
                (YearOf::Known(year), Some(Period::Quarter(_, quarter))) => {
                    Some(Period::Quarter(year, quarter))
                }
                (YearOf::Known(year), Some(Period::Half(_, half))) => Some(Period::Half(year, half)),
                (YearOf::Known(year), _) => Some(Period::Year(year)),
                (YearOf::Of(which), _) => {
                    let year = self.grain(Grain::Year, which, direction)?.year();
                    self.partial(partial, YearOf::Known(year), which, direction)
                }
                _ => self.grain(Grain::Quarter, Which::Bare, direction),
            };
        }
        match year {
            YearOf::Known(year) => at_year(partial, year),
            YearOf::Of(which) => at_year(partial, self.grain(Grain::Year, which, direction)?.year()),
            YearOf::Open => self.open_year(partial, which, direction),
        }
    }

    fn open_year(&self, partial: Partial, which: Which, direction: Direction) -> Option<Period> {
        if let Partial::DayOfMonth(day) = partial {
            let base = self.told_day()?;
            return Period::day(base.year(), base.month(), day);
        }
        let now = self.now()?;
        if matches!(which, Which::That | Which::Same) || (self.is_history() && which == Which::Bare) {
            return self.after_told(partial);
        }
        let now = if matches!(which, Which::Previous | Which::Following) { self.told_day()? } else { now };
        // The results of a quarter that has ended are still to come for weeks.
        let open =
            if matches!(partial, Partial::Quarter(_) | Partial::Half(_)) { add_days(now, -60)? } else { now };
        let fits = |period: &Period| match which {
            // On the first days of March, "last February" is not the month that has just ended.
            Which::Last if matches!(partial, Partial::Month(_)) => {
                add_days(now, -JUST_OVER).is_some_and(|day| ends_before(*period, day))
            }
            Which::Last | Which::Past | Which::Previous => ends_before(*period, now),
            Which::Next | Which::Coming | Which::Following => begins_after(*period, now),
            Which::This | Which::Current => period.year() == now.year(),
            _ => match direction {
                Direction::Told => period.first().is_some_and(|first| first <= now),
                Direction::Future if now != open => {
                    period.window().and_then(|window| window.latest).is_some_and(|last| last >= open)
                }
                _ => true,
            },
        };
        let nearest = |fits: &dyn Fn(&Period) -> bool| {
            (-1..=1)
                .filter_map(|step| at_year(partial, now.year() + step))
                .filter(fits)
                .min_by_key(|period| distance(*period, now, direction))
        };
        // The printed weekday decides over the tense.
        let on_weekday = |period: &Period| match (partial, period) {
            (Partial::Day(_, _, Some(weekday)), Period::Day(day)) => day.weekday() == weekday,
            _ => false,
        };
        nearest(&on_weekday).or_else(|| nearest(&fits))
    }

    /// The part of the year that comes next in what is told. What was only mentioned counts where the part
    /// follows it closely; else the tale goes on from where it was.
    fn after_told(&self, partial: Partial) -> Option<Period> {
        let told = self.told?;
        let Some(reached) = self.reached.filter(|reached| *reached != told) else {
            return after(told, partial);
        };
        let ahead = |from: Period| {
            let next = after(from, partial)?;
            Some((next, (begins(next)? - from.first()?).num_days()))
        };
        let from_reached = ahead(reached);
        if told.grain() <= Grain::Month {
            let close = ahead(told).filter(|(_, days)| (0..=CLOSE).contains(days));
            return close.or(from_reached).map(|(period, _)| period);
        }
        let farthest = if told.year() < reached.year() { CLOSE } else { TURN_OF_YEAR };
        let goes_on = from_reached.filter(|(_, days)| (-CLOSE..=farthest).contains(days));
        goes_on.map(|(period, _)| period).or_else(|| after(told, partial))
    }

    /// A day moved by whole units, and the period of the unit in which it then lies.
    pub(super) fn shift(&self, count: u32, unit: Unit, future: bool, narrative: bool) -> Option<Period> {
        let base = if narrative { self.told_day()? } else { self.now()? };
        let sign = if future { 1 } else { -1 };
        let count = i32::try_from(count).ok()?.checked_mul(sign)?;
        let months = |per: i32| add_months(base, count.checked_mul(per)?);
        // What was told only to the month or year cannot give a day.
        let told = self.told.filter(|_| narrative).map_or(Grain::Day, Period::grain);
        Some(match unit {
            Unit::Day | Unit::Night => Period::containing(told, add_days(base, i64::from(count))?),
            // "six weeks ago" means no one day; "two weeks later" counts from one.
            Unit::Week => Period::containing(
                if narrative { told } else { Grain::Week },
                add_days(base, i64::from(count) * 7)?,
            ),
            Unit::Fortnight => Period::containing(told, add_days(base, i64::from(count) * 14)?),
            Unit::Month => Period::containing(told.max(Grain::Month), months(1)?),
            Unit::Quarter => Period::containing(Grain::Quarter, months(3)?),
            Unit::Year if narrative => Period::Year(base.year().checked_add(count)?),
            Unit::Year => self.comparable(count).unwrap_or(Period::Year(base.year().checked_add(count)?)),
            Unit::Decade => Period::Year(base.year().checked_add(count.checked_mul(10)?)?),
            Unit::Century => Period::Year(base.year().checked_add(count.checked_mul(100)?)?),
            _ => return None,
        })
    }

    /// "a year earlier" behind a quarter's figures is the same quarter of the year before.
    fn comparable(&self, years: i32) -> Option<Period> {
        match (years, self.quarter?) {
            (-1, Period::Quarter(year, quarter)) => Some(Period::Quarter(year - 1, quarter)),
            (-1, Period::Half(year, half)) => Some(Period::Half(year - 1, half)),
            (-1, Period::Year(year)) => Some(Period::Year(year - 1)),
            _ => None,
        }
    }
}

/// Whether a date goes on from one before it that looked back, so that the tale has moved there.
fn goes_on(before: Option<Period>, period: Period) -> bool {
    let Some(before) = before.filter(|before| before.grain() <= Grain::Month) else { return false };
    let days = period.first().zip(before.first()).map(|(later, earlier)| (later - earlier).num_days());
    days.is_some_and(|days| (0..=TURN_OF_YEAR).contains(&days))
}

/// The part of the year that follows a period: in the same year, unless that is long over.
fn after(told: Period, partial: Partial) -> Option<Period> {
    let (year, from) = (told.year(), told.first()?);
    if partial == Partial::Season(Season::Winter) {
        // A winter bears the year in which it ends.
        let over = matches!(told, Period::Season(_, Season::Winter))
            || (told.grain() <= Grain::Month && from.month() <= 3);
        return at_year(partial, if over { year } else { year + 1 });
    }
    if told.grain() >= Grain::Half {
        return at_year(partial, year);
    }
    // A story goes forward, and stays in its year but for a step from autumn to winter.
    let here = at_year(partial, year);
    let Some(next) = at_year(partial, year + 1).filter(|_| told.grain() <= Grain::Month) else {
        return here;
    };
    let ahead = (begins(next)? - from).num_days();
    if ahead <= TURN_OF_YEAR { Some(next) } else { here }
}

/// When a period begins; a winter in December, though it may mean the months before.
fn begins(period: Period) -> Option<NaiveDate> {
    match period {
        Period::Season(year, Season::Winter) => NaiveDate::from_ymd_opt(year - 1, 12, 1),
        _ => period.first(),
    }
}

fn ends_before(period: Period, day: NaiveDate) -> bool {
    period.window().and_then(|window| window.latest).is_some_and(|last| last < day)
}

fn begins_after(period: Period, day: NaiveDate) -> bool {
    period.first().is_some_and(|first| first > day)
}

/// How far a period is from the day, and several times as far if it lies where the tense does not look: a
/// date that is nearly a year off is printed with its year. Without a tense, the past is a little nearer.
fn distance(period: Period, day: NaiveDate, direction: Direction) -> i64 {
    let Some((first, last)) = period.window().and_then(factcheck_core::window::Window::ends) else {
        return i64::MAX;
    };
    let quarter = matches!(period, Period::Quarter(..) | Period::Half(..));
    if first > day {
        let days = (first - day).num_days();
        match direction {
            // Results are of quarters that have ended.
            Direction::Past | Direction::Told | Direction::Unknown if quarter => days.saturating_mul(6),
            // What surely happened lies ahead only where the month itself was misprinted.
            Direction::Told => days.saturating_mul(8),
            Direction::Past => days.saturating_mul(3),
            Direction::Unknown => days.saturating_mul(3) / 2,
            Direction::Future => days,
        }
    } else if last < day {
        let days = (day - last).num_days();
        if direction == Direction::Future { days.saturating_mul(5) } else { days }
    } else {
        0
    }
}

/// The part in that year.
fn at_year(partial: Partial, year: i32) -> Option<Period> {
    Some(match partial {
        Partial::Month(month) => Period::Month(year, month),
        Partial::Day(month, day, _) => Period::day(year, month, day)?,
        Partial::WeekOf(month, day) => {
            Period::containing(Grain::Week, Period::day(year, month, day)?.first()?)
        }
        Partial::WeekTo(month, day) => {
            let middle = add_days(Period::day(year, month, day)?.first()?, -3)?;
            Period::containing(Grain::Week, middle)
        }
        Partial::DayOfMonth(_) | Partial::Comparable => return None,
        Partial::Season(season) => Period::Season(year, season),
        Partial::Quarter(quarter) => Period::Quarter(year, quarter),
        Partial::Half(half) => Period::Half(year, half),
        Partial::Holiday(row) => in_year(row, year)?,
    })
}
