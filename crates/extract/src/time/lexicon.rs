//! The words of temporal expressions and what each of them can be: data/lexicon/times.csv as a lookup.
//! Knows single words only; what they mean together is the grammar's business.

use std::sync::LazyLock;

use chrono::Weekday;
use factcheck_core::calendar::{Grain, Season};

const TABLE: &str = include_str!("../../../../data/lexicon/times.csv");

/// The longest form in the table; longer tokens are not looked up.
const LONGEST: usize = 16;

/// What a word can be in a temporal expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Other,
    Comma,
    Dash,
    A,
    After,
    Ago,
    And,
    Approximation(&'static str),
    At,
    Before,
    Cardinal(u32),
    Comparative(&'static str),
    Each,
    Earlier,
    Edge(Edge),
    Ended,
    /// Before Christ, or else AD.
    Era(bool),
    Fiscal,
    Frequency(&'static str),
    Half,
    In,
    Later,
    /// Afternoon, or else before noon.
    Meridiem(bool),
    MidPart(Part),
    Month(u32),
    /// "nineties": the tens of a decade.
    Nineties(u32),
    /// The hour: 12 or 24.
    Noon(u32),
    OClock,
    Of,
    On,
    Or,
    Ordinal(u32),
    Overnight,
    Part(Part),
    Period,
    Possessive,
    Reference(&'static str),
    Rest,
    Scale(u32),
    Season(Season),
    Seasons(Season),
    Tens(u32),
    The,
    Times(u32),
    To,
    /// Days from the publication: -1 is yesterday.
    Today(i32),
    Tonight,
    Unit(Unit),
    Units(Unit),
    Vague(Vague),
    Weekday(Weekday),
    Weekdays(Weekday),
    Which(Which),
    // Figures, which no table lists.
    /// Digits alone: value and how many digits.
    Integer(u32, u8),
    /// Hundredths: "1.5" is 150.
    Decimal(u32),
    /// "10:35", with seconds left out.
    Clock(u32, u32),
    /// "1990s", "'90s": the year without its last digit.
    Decade(i32),
    /// "'98".
    ShortYear(u32),
    /// "2019/20", "2019/2020": the first year.
    SplitYear(i32),
    /// "17/10/2023", "10/17/23", "2023/10/17": year, month, day.
    Numeric(i32, u32, u32),
    /// "1/2": numerator and denominator.
    Fraction(u32, u32),
    /// "Q3", "3Q".
    QuarterCode(u32),
    /// "H1", "1H".
    HalfCode(u32),
    /// "FY2023", "FY23".
    FiscalYear(i32),
}

/// A part of a day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// What one counts time in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Counts that are no numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vague {
    Couple,
    Few,
    Several,
    Some,
    Many,
    Dozens,
    Hundreds,
    Thousands,
}

/// Which one of many: the words that point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// No word at all, or "the".
    Bare,
    Last,
    Next,
    This,
    That,
    Past,
    Previous,
    Coming,
    Current,
    Following,
    Same,
    Latest,
    Recent,
    Future,
    Another,
}

impl Unit {
    /// The calendar period of that name, if there is one.
    pub(super) const fn grain(self) -> Option<Grain> {
        Some(match self {
            Self::Day => Grain::Day,
            Self::Weekend => Grain::Weekend,
            Self::Week => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century => Grain::Century,
            Self::Second | Self::Minute | Self::Hour | Self::Night | Self::Fortnight | Self::Millennium => {
                return None;
            }
        })
    }

    /// Whether it is shorter than a day.
    pub(super) const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

impl Part {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Midday => "TMI",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
            Self::Daytime => "TDT",
        }
    }
}

impl Edge {
    pub(super) const fn modifier(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Middle => "MID",
            Self::End => "END",
        }
    }
}

/// What the word is; lower and upper case are the same here, and a stop at the end does not count.
pub(super) fn lookup(word: &str) -> Kind {
    if word.len() > LONGEST {
        return Kind::Other;
    }
    let (first, last) = match word.as_bytes() {
        [first, .., last] => (*first, *last),
        [first] => (*first, b' '),
        [] => return Kind::Other,
    };
    let length = word.len() - usize::from(last == b'.');
    let table = &*LOOKUP;
    if table.lengths[pair(word.as_bytes())] >> length & 1 == 0 {
        return Kind::Other;
    }
    let bucket = bucket(first.to_ascii_lowercase(), length);
    let rows = table.starts[bucket]..table.starts[bucket + 1];
    let Some(keys) = table.keys.get(rows.clone()).filter(|keys| !keys.is_empty()) else { return Kind::Other };
    let key = key(&word.as_bytes()[..length]);
    keys.iter().position(|found| *found == key).map_or(Kind::Other, |at| table.rows[rows.start + at].1)
}

/// A number for the first two letters, the same in lower and upper case.
fn pair(word: &[u8]) -> usize {
    let bits = |at: usize| usize::from(word.get(at).copied().unwrap_or(0) & 31);
    bits(0) << 5 | bits(1)
}

/// A word's letters in lower case as one number, so that comparing two words is one step.
fn key(form: &[u8]) -> u128 {
    let mut buffer = [0; LONGEST];
    if let Some(letters) = buffer.get_mut(..form.len()) {
        letters.copy_from_slice(form);
    }
    buffer.make_ascii_lowercase();
    u128::from_le_bytes(buffer)
}

/// Every form of the table.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, Kind)> {
    LOOKUP.rows.iter().copied()
}

/// Rows in order of first letter and length, so that a word is compared with a handful of forms at most.
struct Lookup {
    rows: Vec<(&'static str, Kind)>,
    keys: Vec<u128>,
    starts: Vec<usize>,
    /// By the first two letters, the lengths that words have, a bit each: most words are turned down by these.
    lengths: Vec<u32>,
}

const BUCKETS: usize = 28 * (LONGEST + 1);

fn bucket(first: u8, length: usize) -> usize {
    let letter = match first {
        b'a'..=b'z' => usize::from(first - b'a'),
        b'\'' => 26,
        _ => 27,
    };
    letter * (LONGEST + 1) + length.min(LONGEST)
}

static LOOKUP: LazyLock<Lookup> = LazyLock::new(|| {
    let mut rows: Vec<(&str, Kind)> = TABLE
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            let (form, kind, value) = (cells.next()?, cells.next()?, cells.next()?);
            Some((form, kind_of(kind, value)?))
        })
        .collect();
    let place = |form: &str| bucket(form.as_bytes().first().copied().unwrap_or(0), form.len());
    rows.sort_by_key(|row| place(row.0));
    let starts = (0..=BUCKETS).map(|number| rows.partition_point(|row| place(row.0) < number)).collect();
    let keys = rows.iter().map(|row| key(row.0.as_bytes())).collect();
    let mut lengths = vec![0; 32 * 32];
    for (form, _) in &rows {
        lengths[pair(form.as_bytes())] |= 1 << form.len();
        lengths[pair(format!("{form}.").as_bytes())] |= 1 << form.len();
    }
    Lookup { rows, keys, starts, lengths }
});

fn kind_of(kind: &str, value: &'static str) -> Option<Kind> {
    let number = || value.parse::<u32>().ok();
    Some(match kind {
        "a" => Kind::A,
        "after" => Kind::After,
        "ago" => Kind::Ago,
        "and" => Kind::And,
        "approximation" => Kind::Approximation(value),
        "at" => Kind::At,
        "before" => Kind::Before,
        "cardinal" => Kind::Cardinal(number()?),
        "comparative" => Kind::Comparative(value),
        "each" => Kind::Each,
        "earlier" => Kind::Earlier,
        "edge" => Kind::Edge(edge(value)?),
        "ended" => Kind::Ended,
        "era" => Kind::Era(value == "bc"),
        "fiscal" => Kind::Fiscal,
        "frequency" => Kind::Frequency(value),
        "half" => Kind::Half,
        "in" => Kind::In,
        "later" => Kind::Later,
        "meridiem" => Kind::Meridiem(value == "pm"),
        "mid-part" => Kind::MidPart(part(value)?),
        "month" => Kind::Month(number()?),
        "nineties" => Kind::Nineties(number()?),
        "noon" => Kind::Noon(number()?),
        "oclock" => Kind::OClock,
        "of" => Kind::Of,
        "on" => Kind::On,
        "or" => Kind::Or,
        "ordinal" => Kind::Ordinal(number()?),
        "overnight" => Kind::Overnight,
        "part" => Kind::Part(part(value)?),
        "period" => Kind::Period,
        "possessive" => Kind::Possessive,
        "reference" => Kind::Reference(value),
        "rest" => Kind::Rest,
        "scale" => Kind::Scale(number()?),
        "season" => Kind::Season(season(value)?),
        "seasons" => Kind::Seasons(season(value)?),
        "tens" => Kind::Tens(number()?),
        "the" => Kind::The,
        "times" => Kind::Times(number()?),
        "to" => Kind::To,
        "today" => Kind::Today(value.parse().ok()?),
        "tonight" => Kind::Tonight,
        "unit" => Kind::Unit(unit(value)?),
        "units" => Kind::Units(unit(value)?),
        "vague" => Kind::Vague(vague(value)?),
        "weekday" => Kind::Weekday(weekday(value)?),
        "weekdays" => Kind::Weekdays(weekday(value)?),
        "which" => Kind::Which(which(value)?),
        _ => return None,
    })
}

fn edge(value: &str) -> Option<Edge> {
    Some(match value {
        "START" => Edge::Start,
        "MID" => Edge::Middle,
        "END" => Edge::End,
        _ => return None,
    })
}

fn part(value: &str) -> Option<Part> {
    Some(match value {
        "MO" => Part::Morning,
        "MI" => Part::Midday,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        "DT" => Part::Daytime,
        _ => return None,
    })
}

fn season(value: &str) -> Option<Season> {
    Season::ALL.into_iter().find(|season| season.code() == value)
}

fn weekday(value: &str) -> Option<Weekday> {
    Weekday::try_from(value.parse::<u8>().ok()?.checked_sub(1)?).ok()
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn vague(value: &str) -> Option<Vague> {
    Some(match value {
        "couple" => Vague::Couple,
        "few" => Vague::Few,
        "several" => Vague::Several,
        "some" => Vague::Some,
        "many" => Vague::Many,
        "dozens" => Vague::Dozens,
        "hundreds" => Vague::Hundreds,
        "thousands" => Vague::Thousands,
        _ => return None,
    })
}

fn which(value: &str) -> Option<Which> {
    Some(match value {
        "last" => Which::Last,
        "next" => Which::Next,
        "this" => Which::This,
        "that" => Which::That,
        "past" => Which::Past,
        "previous" => Which::Previous,
        "coming" => Which::Coming,
        "current" => Which::Current,
        "following" => Which::Following,
        "same" => Which::Same,
        "latest" => Which::Latest,
        "recent" => Which::Recent,
        "future" => Which::Future,
        "another" => Which::Another,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_is_understood() {
        let rows: Vec<&str> = TABLE.lines().skip(1).collect();
        assert!(
            rows.is_sorted_by(|a, b| a.split(',').next() < b.split(',').next()),
            "sort times.csv by form"
        );
        assert_eq!(rows.len(), forms().count(), "a row of times.csv has an unknown kind or value");
        for (form, kind) in forms() {
            assert!(form.len() <= LONGEST && form == form.to_lowercase(), "{form}");
            assert_eq!(lookup(form), kind, "{form}");
        }
    }

    #[test]
    fn looks_up_in_any_case_and_with_a_stop() {
        assert_eq!(lookup("MONDAY"), Kind::Weekday(Weekday::Mon));
        assert_eq!(lookup("Sept."), Kind::Month(9));
        assert_eq!(lookup("o’clock"), Kind::OClock);
        assert_eq!(lookup("unconstitutionally"), Kind::Other);
        assert_eq!(lookup(""), Kind::Other);
    }
}
