//! Lengths of time: "two years", "the past three months", "a two-day visit", "weeks".

use factcheck_syntax::Upos;

use super::{
    amounts::amount,
    lexicon::{Kind, Unit, Which},
    phrase::{Amount, Length},
    relative::{or_so, with_half},
    words::Line,
    years::ordinal,
};

/// Words before a bare "years" that make it a length.
const PLACES: &[&str] =
    &["for", "within", "over", "through", "just", "only", "mere", "takes", "take", "took", "lasted", "spent"];

/// A length that begins at `at`, with its end.
pub(super) fn duration(line: &Line, at: usize) -> Option<(usize, Length)> {
    if let Some(found) = year_ended(line, at).or_else(|| quarter_century(line, at)) {
        return Some(found);
    }
    match line.kind(at) {
        Kind::The => {
            let found = pointed(line, at + 1).or_else(|| after_article(line, at + 1));
            found.or_else(|| compared(line, at + 1)).or_else(|| open(line, at + 1))
        }
        Kind::Which(_) => pointed(line, at),
        Kind::Units(unit) => bare(line, at, unit),
        Kind::Unit(unit) => long_unit(line, at, unit),
        Kind::A => counted(line, at).filter(|_| !is_rate(line, at)),
        Kind::Ordinal(_) | Kind::Tens(_) => {
            nth(line, at).or_else(|| pointed(line, at)).or_else(|| counted(line, at))
        }
        _ => counted(line, at),
    }
}

/// "a quarter of a century", "a quarter-century".
fn quarter_century(line: &Line, at: usize) -> Option<(usize, Length)> {
    let quarter = line.skip(at, Kind::A);
    if line.kind(quarter) != Kind::Unit(Unit::Quarter) {
        return None;
    }
    let next = line.skip_hyphen(line.skip(line.skip(quarter + 1, Kind::Of), Kind::A));
    let amount = Amount::hundredths(25);
    (line.kind(next) == Kind::Unit(Unit::Century))
        .then_some((next + 1, Length { amount, unit: Unit::Century, beside: None }))
}

/// "the year ended March 31", "the fiscal year ending in April".
fn year_ended(line: &Line, at: usize) -> Option<(usize, Length)> {
    let next = line.skip(at + 1, Kind::Fiscal);
    let ended = line.kind(next + 1) == Kind::Ended
        || (line.kind(next + 1) == Kind::To && matches!(line.kind(next + 2), Kind::Month(_) | Kind::Edge(_)));
    (line.kind(at) == Kind::The && line.kind(next) == Kind::Unit(Unit::Year) && ended)
        .then_some((next + 1, Length { amount: Amount::of(1).exactly(), unit: Unit::Year, beside: None }))
}

/// "the year-earlier nine months", "the year-ago six months".
fn compared(line: &Line, at: usize) -> Option<(usize, Length)> {
    let next = line.skip_hyphen(at + 1);
    let year = line.kind(at) == Kind::Unit(Unit::Year) && next > at + 1;
    let behind = matches!(line.kind(next), Kind::Ago | Kind::Earlier);
    if year && behind { counted(line, next + 1) } else { None }
}

/// "the four days"; "the two-day visit" begins with its number.
fn after_article(line: &Line, at: usize) -> Option<(usize, Length)> {
    if line.kind(at) == Kind::A {
        return None;
    }
    let (end, length) = counted(line, at)?;
    let attributive = line.glued(end - 1)
        || matches!(line.kind(end - 1), Kind::Unit(_)) && length.amount.whole() != Some(1);
    (!attributive).then_some((end, length))
}

/// "the weeks ahead", "the days to come", "the years that followed": some of them, on one side of what is told.
fn open(line: &Line, at: usize) -> Option<(usize, Length)> {
    let Kind::Units(unit) = line.kind(at) else { return None };
    let next = at + 1;
    let end = if line.is_any(next, &["ahead", "following"]) && !noun_follows(line, next) {
        next + 1
    } else if line.kind(next) == Kind::To && line.is(next + 1, "come") {
        next + 2
    } else if line.is_any(next, &["that", "which"]) && line.is_any(next + 1, &["followed", "preceded"]) {
        next
    } else {
        return None;
    };
    (!unit.is_clock()).then_some((end, Length { amount: Amount::bare(), unit, beside: None }))
}

fn noun_follows(line: &Line, at: usize) -> bool {
    matches!(line.tag(at + 1).upos, Upos::Noun | Upos::Adj)
}

/// "the past three years", "the next few days", "the first nine months", "recent weeks".
fn pointed(line: &Line, at: usize) -> Option<(usize, Length)> {
    let which = match line.kind(at) {
        Kind::Which(Which::That | Which::Same | Which::Future) => return None,
        Kind::Which(which) => Some(which),
        Kind::Ordinal(1) => None,
        _ => return None,
    };
    let next = if matches!(line.kind(at + 1), Kind::Which(_)) { at + 2 } else { at + 1 };
    let article = line.before(at) == Kind::The;
    let (end, amount, unit) = match line.kind(next) {
        Kind::Units(unit) if which.is_none_or(|which| !matches!(which, Which::This | Which::Current)) => {
            (next + 1, Amount::bare(), unit)
        }
        // "over the past year"
        Kind::Unit(unit) if which == Some(Which::Past) && article && unit != Unit::Quarter => {
            (next + 1, Amount::of(1), unit)
        }
        Kind::A => return None,
        _ => {
            let (end, amount) = amount(line, next)?;
            let (end, unit) = unit_behind(line, end)?;
            (end, amount, unit)
        }
    };
    Some((or_so(line, end), Length { amount, unit, beside: which }))
}

/// "two years", "two-year", "two and a half hours", "a year and a half", "half a century".
fn counted(line: &Line, at: usize) -> Option<(usize, Length)> {
    let (next, amount) = amount(line, at)?;
    let hyphen = line.skip_hyphen(next);
    let attributive = hyphen > next;
    let (end, unit) = unit_behind(line, hyphen)?;
    let odd_one = matches!(unit, Unit::Night | Unit::Weekend | Unit::Second | Unit::Quarter)
        && amount.whole() == Some(1);
    // "three quarters of voters", "the third second"
    let fraction = unit == Unit::Quarter && amount.whole() == Some(3) && line.kind(end) == Kind::Of;
    // "in some quarters": circles of people.
    let fraction = fraction || (unit == Unit::Quarter && line.is(at, "some"));
    let compared =
        line.kind(end) == Kind::Dash && matches!(line.kind(line.skip_hyphen(end)), Kind::Ago | Kind::Earlier);
    let plural_one =
        line.kind(at) == Kind::A && amount.whole() == Some(1) && matches!(line.kind(end - 1), Kind::Units(_));
    let long_one = line.kind(at) == Kind::A && old_or_long(line, end) > end;
    if compared
        || plural_one
        || long_one
        || is_age(line, end)
        || (!attributive
            && (is_title(line, at, end) || is_content(line, end, unit) || is_clock_rate(line, end, unit)))
        || fraction
        || (odd_one && !attributive)
        || (!attributive && line.is(end - 1, "second"))
    {
        return None;
    }
    let (end, amount) = with_half(line, end, amount);
    if attributive {
        return Some((old_or_long(line, end), Length { amount: amount.exactly(), unit, beside: None }));
    }
    Some((or_so(line, end), Length { amount, unit, beside: None }))
}

/// The unit at `at`, or behind "trading", "straight", "more".
fn unit_behind(line: &Line, at: usize) -> Option<(usize, Unit)> {
    const BETWEEN: &[&str] = &[
        "additional",
        "business",
        "calendar",
        "consecutive",
        "extra",
        "fiscal",
        "full",
        "long",
        "more",
        "other",
        "short",
        "straight",
        "successive",
        "trading",
        "whole",
        "working",
    ];
    let adjective = line.kind(at) == Kind::Other
        && matches!(line.kind(at + 1), Kind::Units(_))
        && line.tag(at).upos == Upos::Adj;
    let at = if adjective { at + 1 } else { line.skip_any(at, BETWEEN) };
    match line.kind(at) {
        Kind::Unit(unit) | Kind::Units(unit) => Some((at + 1, unit)),
        _ => None,
    }
}

/// "years" by itself, where a preposition makes it a length; "decades-long".
fn bare(line: &Line, at: usize, unit: Unit) -> Option<(usize, Length)> {
    let length = Length { amount: Amount::bare(), unit, beside: None };
    let long = old_or_long(line, at + 1);
    if long > at + 1 {
        return Some((long, length));
    }
    let place = matches!(line.before(at), Kind::In | Kind::After | Kind::Of) || line.follows(at, PLACES);
    // "a number of days", "a matter of months", "minutes apart": how many, not how long.
    let number = (line.before(at) == Kind::Of && line.follows(at - 1, &["number", "matter"]))
        || line.is_any(at + 1, &["apart", "away"]);
    if !place || number || is_age(line, at + 1) || unit == Unit::Second {
        return None;
    }
    // "weeks or months"
    let more =
        matches!(line.kind(at + 1), Kind::Or | Kind::And) && matches!(line.kind(at + 2), Kind::Units(_));
    Some((if more { at + 3 } else { or_so(line, at + 1) }, length))
}

/// "year-long", "week-old".
fn long_unit(line: &Line, at: usize, unit: Unit) -> Option<(usize, Length)> {
    let long = old_or_long(line, at + 1);
    // "54-year-old" is an age, read from its number or not at all.
    (long > at + 1 && unit != Unit::Second && !line.glued(at))
        .then_some((long, Length { amount: Amount::of(1).exactly(), unit, beside: None }))
}

/// "21st month", "100th day". A "10th anniversary" is an occasion and no length: the statement of it has its years.
fn nth(line: &Line, at: usize) -> Option<(usize, Length)> {
    let (next, number) = ordinal(line, at)?;
    let unit = match line.kind(next) {
        Kind::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) if number > 12 => unit,
        _ => return None,
    };
    Some((next + 1, Length { amount: Amount::of(number).exactly(), unit, beside: None }))
}

/// Behind "-old" or "-long".
fn old_or_long(line: &Line, at: usize) -> usize {
    let next = line.skip_hyphen(at);
    if next > at && line.is_any(next, &["old", "long"]) { next + 1 } else { at }
}

/// "on CBS's \"60 Minutes\"": a figure and a capital between quotation marks.
fn is_title(line: &Line, at: usize, end: usize) -> bool {
    line.capital(end - 1)
        && matches!(line.kind(at), Kind::Integer(..))
        && line.follows(at, &["\"", "“", "``", "''", "‘"])
}

/// "75 hours of video", "six months of base pay": how much of something, measured by how long it lasts.
fn is_content(line: &Line, end: usize, unit: Unit) -> bool {
    const RECORDED: &[&str] =
        &["audio", "battery", "footage", "music", "playback", "programming", "recordings", "video", "videos"];
    const PAID: &[&str] = &["earnings", "pay", "salary", "wages"];
    if line.kind(end) == Kind::Of {
        let contents = if unit.is_clock() { RECORDED } else { PAID };
        return (end + 1..end + 4).any(|at| line.is_any(at, contents));
    }
    // "150 hours can be stored"
    unit.is_clock()
        && line.is_any(end, &["can", "could", "may"])
        && line.is(end + 1, "be")
        && line.is_any(end + 2, &["recorded", "saved", "stored"])
}

/// "24 hours a day": a rate.
fn is_clock_rate(line: &Line, end: usize, unit: Unit) -> bool {
    unit.is_clock() && line.kind(end) == Kind::A && matches!(line.kind(end + 1), Kind::Unit(_))
}

/// "17-year-old", "three years old", "years of age": how old somebody is.
fn is_age(line: &Line, end: usize) -> bool {
    const CHILDREN: &[&str] = &[
        "babies", "baby", "boy", "child", "children", "daughter", "girl", "infant", "infants", "son", "twins",
    ];
    // "their six-month-old son", but "a six-month-old war".
    let next = line.skip_hyphen(end);
    if next > end && line.is(next, "old") && line.is_any(next + 1, CHILDREN) {
        return true;
    }
    let year = matches!(line.kind(end - 1), Kind::Unit(Unit::Year) | Kind::Units(Unit::Year | Unit::Month));
    let old = line.is_any(line.skip_hyphen(end), &["old", "olds"]);
    year && (old || (line.kind(end) == Kind::Of && line.is(end + 1, "age")))
}

/// "four flights a week": a rate, which is part of a quantity.
fn is_rate(line: &Line, at: usize) -> bool {
    let shifted =
        matches!(line.kind(at + 2), Kind::Ago | Kind::Earlier | Kind::Later | Kind::Before | Kind::After);
    let counted = || at > 0 && matches!(line.tag(at - 1).upos, Upos::Noun | Upos::Num | Upos::Sym);
    !shifted && (matches!(line.before(at), Kind::Times(_)) || counted())
}
