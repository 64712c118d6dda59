//! A publication date, with the time and the zone where they are known.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::window::Window;

/// When an article was published or updated. Written as ISO 8601: `2023-10-17`, `2023-10-17T09:30:00`, or
/// with an offset, `2023-10-17T09:30:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp {
    /// The day, in the outlet's own zone.
    pub date: NaiveDate,
    /// The time of day, where given.
    pub time: Option<NaiveTime>,
    /// Minutes east of UTC, where given.
    pub offset: Option<i32>,
}

impl Stamp {
    /// A day without time and zone.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None, offset: None }
    }

    /// The days that "today" can mean: the day itself, and where no zone is known the one before and after.
    #[must_use]
    pub fn today(self) -> Window {
        let doubt = i64::from(self.offset.is_none());
        let day = Window::day(self.date);
        day.shift(-doubt).hull(day.shift(doubt))
    }
}

/// A publication date that is not in ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00")]
pub struct BadStamp(String);

impl FromStr for Stamp {
    type Err = BadStamp;

    fn from_str(text: &str) -> Result<Self, BadStamp> {
        let text = text.trim();
        if let Ok(date) = text.parse() {
            return Ok(Self::day(date));
        }
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            let local = moment.naive_local();
            let offset = moment.offset().local_minus_utc() / 60;
            return Ok(Self { date: local.date(), time: Some(local.time()), offset: Some(offset) });
        }
        for form in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"] {
            if let Ok(local) = NaiveDateTime::parse_from_str(text, form) {
                return Ok(Self { date: local.date(), time: Some(local.time()), offset: None });
            }
        }
        Err(BadStamp(text.to_owned()))
    }
}

impl TryFrom<String> for Stamp {
    type Error = BadStamp;

    fn try_from(text: String) -> Result<Self, BadStamp> {
        text.parse()
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(time) = self.time {
            write!(f, "T{}", time.format("%H:%M:%S"))?;
        }
        match self.offset {
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn reads_and_writes_iso_8601() {
        let s = |text: &str| text.parse::<Stamp>().map_or_else(|e| e.to_string(), |stamp| stamp.to_string());
        snap!(s("2023-10-17"), @"2023-10-17");
        snap!(s("2023-10-17T09:30:00Z"), @"2023-10-17T09:30:00Z");
        snap!(s("2023-10-17T09:30:00-05:30"), @"2023-10-17T09:30:00-05:30");
        snap!(s(" 2023-10-17 09:30 "), @"2023-10-17T09:30:00");
        snap!(s("17/10/2023"), @r#""17/10/2023" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00"#);
        snap!(s("2023-02-30"), @r#""2023-02-30" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00"#);
    }
}
