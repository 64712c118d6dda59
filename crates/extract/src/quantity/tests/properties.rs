//! What holds for any text.

use factcheck_core::{range::Range, span::Span};
use factcheck_syntax::{Analyser, sentences};
use insta::assert_snapshot as snap;
use proptest::prelude::*;

use super::super::{Found, Hints, anchor_words, read};

fn read_all(text: &str, times: &[Span]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut analyser = Analyser::new();
    for range in sentences(text) {
        read(text, analyser.tag(text, range), times, &Hints::default(), &mut found);
    }
    found
}

/// Each range with its reason is in `rounding`.
#[test]
fn allowed_ranges() {
    let r = |text| {
        let found = read_all(text, &[]);
        found.iter().map(|found| super::ends(found.amount.allowed)).collect::<Vec<_>>().join("; ")
    };
    snap!(r("2.14 million barrels"), @"2135000..2145000");
    snap!(r("2.0 million barrels"), @"1950000..2050000");
    snap!(r("20,000 homes"), @"19500..20500");
    snap!(r("$200bn"), @"195000000000..205000000000");
    snap!(r("325,000 homes"), @"324500..325500");
    snap!(r("1,307 homes"), @"1307");
    snap!(r("12 homes"), @"12");
    snap!(r("12 km"), @"11.5..12.5");
    snap!(r("40 percent"), @"39.5..40.5");
    snap!(r("about 40 percent"), @"36..44");
    snap!(r("nearly 40 percent"), @"35..40");
    snap!(r("nearly 38 percent"), @"37.5..38");
    snap!(r("nearly 100 homes"), @"95..100");
    snap!(r("just under 40 percent"), @"35..40)");
    snap!(r("just over 40 percent"), @"(40..45");
    snap!(r("more than 40 percent"), @"(40..");
    snap!(r("at least 40 homes"), @"40..");
    snap!(r("up to 40 homes"), @"..40");
    snap!(r("Exports rose one quarter."), @"24..26");
    snap!(r("A third of the homes burned."), @"0.32333333..0.34333333");
    snap!(r("dozens of homes"), @"24..99");
    snap!(r("about 10 to 15 homes"), @"10..15");
    snap!(r("two and a half hours"), @"2.25..2.75");
    snap!(r("half an hour"), @"0.45..0.55");
    snap!(r("a dozen homes"), @"10..14");
}

#[test]
fn spans_hold_the_words_around_the_number() {
    let s = |text: &str| {
        let found = read_all(text, &[]);
        let cut = |span: Span| text.get(span.start as usize..span.end as usize).unwrap_or("?").to_owned();
        found.iter().map(|f| format!("{} | {}", cut(f.span), cut(f.number))).collect::<Vec<_>>().join("; ")
    };
    snap!(s("It pumps about 2.0 million barrels of oil per day, or more."), @"about 2.0 million barrels of oil per day | 2.0 million");
    snap!(s("It cost just under US$5bn."), @"just under US$5bn | US$5bn");
    snap!(s("It takes between 10 and 15 days."), @"between 10 and 15 days | 10 and 15");
    snap!(s("It rose from 240 to 273."), @"from 240 to 273 | 240 to 273");
    snap!(s("At least 12 Indian Navy ships left."), @"At least 12 Indian Navy ships | 12");
    snap!(s("No one was killed."), @"No one | No");
}

#[test]
fn times_are_left_alone() {
    let text = "In 2021 the 12 ships left.";
    assert_eq!(read_all(text, &[Span::new(3, 7)]).len(), 1);
    assert_eq!(read_all(text, &[Span::new(3, 7), Span::new(12, 14)]).len(), 0);
}

#[test]
fn anchors_are_lower_case_and_sorted() {
    let words: Vec<&str> = anchor_words().collect();
    assert!(words.is_sorted() && words.contains(&"two") && words.contains(&"dozens"));
    assert!(words.iter().all(|word| !word.chars().any(char::is_uppercase)), "{words:?}");
}

fn holds(text: &str, times: &[Span]) -> Result<(), TestCaseError> {
    let found = read_all(text, times);
    let mut last = 0;
    for one in &found {
        let (start, end) = (one.span.start as usize, one.span.end as usize);
        prop_assert!(text.get(start..end).is_some_and(|quote| !quote.is_empty()), "{start}..{end}");
        prop_assert!(start <= one.number.start as usize && one.number.end as usize <= end);
        prop_assert!(last <= start, "not in order");
        last = start;
        let allowed = one.amount.allowed;
        prop_assert!(allowed.low.value().zip(allowed.high.value()).is_none_or(|(low, high)| low <= high));
        // A value that is said to be passed stands at the edge.
        if let Some(value) = one.amount.value {
            let edge = [allowed.low.value(), allowed.high.value()].contains(&Some(value));
            prop_assert!(edge || allowed.meets(Range::exact(value)), "{value} and {allowed}");
        }
        prop_assert!(!times.iter().any(|time| time.start < one.span.end && one.span.start < time.end));
    }
    Ok(())
}

/// Words that make numbers, in any order.
const PARTS: &[&str] = &[
    "12", "1,5", "3.5", "2021", "1/4", "½", "-5", "+", "two", "half", "a", "third", "dozens", "million",
    "bn", "m", "$", "US$", "€", "Rs", "%", "percent", "km", "km/h", "year", "old", "of", "them", "the",
    "ships", "killed", "to", "-", "–", "between", "from", "and", "or", "more", "than", "about", "nearly",
    "at", "least", "per", "day", "(", ")", ",", ".", "rose", "fell", "by", "up", "no", "one", "in", "twice",
    "×10", "10−8", "F-16", "aged", "'s", "\"", "°C", "Boeing",
];

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,80}") {
        holds(&text, &[])?;
    }

    #[test]
    fn any_numbers(text in "[0-9a-zA-Z$€£%.,/()+~ –-]{0,60}") {
        holds(&text, &[])?;
    }

    #[test]
    fn any_words(parts in prop::collection::vec(prop::sample::select(PARTS), 0..14), glue in 0_usize..3, time in 0_usize..20) {
        let text = parts.join(if glue == 0 { "" } else { " " });
        let time: Vec<Span> = text.get(time..time + 3).map(|_| Span::new(time, time + 3)).into_iter().collect();
        holds(&text, &time)?;
    }
}
