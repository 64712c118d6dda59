//! TIMEX3 values of lengths, of what recurs, and of dates whose year or day is not known. Writes only.

use chrono::Datelike;
use factcheck_core::calendar::{Grain, Period};

use super::{
    holidays::in_year,
    lexicon::{Part, Unit},
    phrase::{Amount, Length, Partial, Set, YearOf},
};

/// "P2Y", "PT5H30M", "PXW".
pub(super) fn duration_value(length: Length) -> String {
    let (letter, prefix) = letter(length.unit);
    let Some(hundredths) = length.amount.value else {
        let letter = if length.unit == Unit::Decade { "Y" } else { letter };
        return format!("{prefix}X{letter}");
    };
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let finer = match (length.unit, rest) {
        (_, 0) => None,
        (Unit::Year, 25 | 50 | 75) => Some((rest * 12 / 100, "M")),
        (Unit::Hour, 25 | 50 | 75) => Some((rest * 60 / 100, "M")),
        (Unit::Minute, 25 | 50 | 75) => Some((rest * 60 / 100, "S")),
        (Unit::Century, 25 | 50 | 75) => return format!("P{hundredths}Y"),
        (Unit::Decade, 50) => return format!("P{}Y", hundredths / 10),
        _ => {
            return if rest % 10 == 0 {
                format!("{prefix}{whole}.{}{letter}", rest / 10)
            } else {
                format!("{prefix}{whole}.{rest:02}{letter}")
            };
        }
    };
    match (length.unit, whole, finer) {
        // Decades are counted in years: "four decades" is forty years.
        (Unit::Decade, _, None) => format!("P{}Y", whole.saturating_mul(10)),
        (Unit::Century, _, None) => format!("P{}Y", whole.saturating_mul(100)),
        (Unit::Millennium, _, None) => format!("P{}Y", whole.saturating_mul(1000)),
        (Unit::Fortnight, _, None) => format!("P{}W", whole.saturating_mul(2)),
        (_, 0, Some((number, letter))) => format!("{prefix}{number}{letter}"),
        (_, _, Some((number, finer))) => format!("{prefix}{whole}{letter}{number}{finer}"),
        (_, _, None) => format!("{prefix}{whole}{letter}"),
    }
}

/// TIMEX3's letter of a unit, and what stands before the number.
fn letter(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Second => ("S", "PT"),
        Unit::Minute => ("M", "PT"),
        Unit::Hour => ("H", "PT"),
        Unit::Day => ("D", "P"),
        Unit::Night => ("NI", "P"),
        Unit::Weekend => ("WE", "P"),
        Unit::Week | Unit::Fortnight => ("W", "P"),
        Unit::Month => ("M", "P"),
        Unit::Quarter => ("Q", "P"),
        Unit::Year => ("Y", "P"),
        Unit::Decade => ("DE", "P"),
        Unit::Century => ("CE", "P"),
        Unit::Millennium => ("L", "P"),
    }
}

pub(super) fn set_value(set: Set) -> String {
    match set {
        Set::Every(0, unit) => duration_value(Length { amount: Amount::bare(), unit, beside: None }),
        Set::Every(count, unit) => duration_value(Length { amount: Amount::of(count), unit, beside: None }),
        Set::Frequency(value) => value.to_owned(),
        Set::Weekday(weekday, part) => {
            format!("XXXX-WXX-{}{}", weekday.number_from_monday(), part.map_or("", Part::code))
        }
        Set::Month(month) => format!("XXXX-{month:02}"),
        Set::Season(season) => format!("XXXX-{}", season.code()),
        Set::Part(part) => format!("XXXX-XX-XX{}", part.code()),
    }
}

/// What is known of a part of a year that no calendar has or that nothing dates: "2023-02-30", "XXXX-10".
pub(super) fn unknown_partial(partial: Partial, year: YearOf) -> String {
    let open = open_partial(partial);
    match (year, open.strip_prefix("XXXX")) {
        (YearOf::Known(year @ 1..), Some(rest)) => format!("{year:04}{rest}"),
        _ => open,
    }
}

fn open_partial(partial: Partial) -> String {
    match partial {
        Partial::Month(month) => format!("XXXX-{month:02}"),
        Partial::Day(month, day, _) => format!("XXXX-{month:02}-{day:02}"),
        Partial::WeekOf(..) | Partial::WeekTo(..) => "XXXX-WXX".to_owned(),
        Partial::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Partial::Comparable => "XXXX-QX".to_owned(),
        Partial::Season(season) => format!("XXXX-{}", season.code()),
        Partial::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Partial::Half(half) => format!("XXXX-H{half}"),
        // Feasts that never move keep their day.
        Partial::Holiday(row) => match (in_year(row, 2001), in_year(row, 2002)) {
            (Some(Period::Day(a)), Some(Period::Day(b))) if (a.month(), a.day()) == (b.month(), b.day()) => {
                format!("XXXX-{:02}-{:02}", a.month(), a.day())
            }
            _ => "XXXX-XX-XX".to_owned(),
        },
    }
}

pub(super) const fn unknown_grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "XXXX-XX-XX",
        Grain::Week => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Month | Grain::Season => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Half => "XXXX-HX",
        Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
    }
}
