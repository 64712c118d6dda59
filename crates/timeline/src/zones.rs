//! Zones that hold for half of the year only: "PST" in winter, "PDT" in summer. Knows no event.

use chrono::{NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;

/// Abbreviations with their minutes east of UTC and a place that changes its clocks by them. Zones whose standard time
/// some places keep in summer as well (MST in Arizona, AEST in Queensland) are left out, and so is CST, which China
/// uses too. Source: the tz database.
const SEASONAL: [(&str, i32, Tz); 12] = [
    ("AKDT", -480, Tz::America__Anchorage),
    ("AKST", -540, Tz::America__Anchorage),
    ("BST", 60, Tz::Europe__London),
    ("CDT", -300, Tz::America__Chicago),
    ("CEST", 120, Tz::Europe__Paris),
    ("CET", 60, Tz::Europe__Paris),
    ("EDT", -240, Tz::America__New_York),
    ("EEST", 180, Tz::Europe__Athens),
    ("EST", -300, Tz::America__New_York),
    ("MDT", -360, Tz::America__Denver),
    ("PDT", -420, Tz::America__Los_Angeles),
    ("PST", -480, Tz::America__Los_Angeles),
];

/// The zone with this offset that the sentence names, where its place has another time on that day.
pub(crate) fn not_in_force(sentence: &str, offset: i32, day: NaiveDate) -> Option<&'static str> {
    let named = |name: &str| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
    let (name, _, place) = SEASONAL.iter().find(|(name, minutes, _)| *minutes == offset && named(name))?;
    // Clocks change at night; around noon the day has one time.
    let noon = day.and_hms_opt(12, 0, 0)?;
    let civil = place.offset_from_local_datetime(&noon).single()?.fix().local_minus_utc() / 60;
    (civil != offset).then_some(*name)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{SEASONAL, not_in_force};

    #[test]
    fn knows_summer() {
        let march = NaiveDate::from_ymd_opt(2013, 3, 14).unwrap_or_default();
        assert_eq!(not_in_force("at 2:09 am PST today", -480, march), Some("PST"));
        assert_eq!(not_in_force("at 2:09 am PDT today", -420, march), None);
        assert_eq!(not_in_force("at 2:09 am today", -480, march), None);
        assert!(SEASONAL.is_sorted_by_key(|row| row.0));
    }
}
