//! Finds the expressions of a sentence, from left to right, the longest at each place.

use std::sync::LazyLock;

use factcheck_core::calendar::Grain;

use factcheck_core::folded::Folded;

use super::{
    clock::time_of,
    dates::date,
    durations::duration,
    edges::{earlier_or_later, edged},
    holidays::begins,
    joins::{continuation, leading_day, share_years},
    lexicon::{Kind, Unit, Which},
    phrase::{Amount, Date, Length, Phrase, What},
    references::reference,
    relative::relative,
    sets::set,
    words::Line,
    years::long_date,
};

/// Every expression of the line, in order; they do not overlap.
pub(super) fn phrases(line: &Line, out: &mut Vec<Phrase>) {
    let mut at = 0;
    while at < line.len() {
        if !can_begin(line, at) {
            at += 1;
            continue;
        }
        let Some(found) = leading_day(line, at).or_else(|| phrase(line, at)) else {
            at += 1;
            continue;
        };
        at = found.end;
        out.push(found);
        while let Some(next) = out.last().and_then(|last| continuation(line, last, at)) {
            at = next.end;
            out.push(next);
        }
    }
    share_years(line, out);
    for phrase in out {
        phrase.fiscal = (phrase.first..phrase.end)
            .any(|at| matches!(line.kind(at), Kind::Fiscal | Kind::FiscalYear(_) | Kind::SplitYear(_)));
    }
}

/// Words of no kind begin nothing, but for names of holidays and "up to", "no more than", "mid-June".
fn can_begin(line: &Line, at: usize) -> bool {
    match line.kind(at) {
        Kind::Other => {
            begins(line, at)
                || matches!(line.first(at), b'u' | b'U' | b'n' | b'N' | b'm' | b'M') && opens(line.text(at))
        }
        // Articles begin something only before a word that can go on.
        Kind::The | Kind::A => {
            !line.is_other(at + 1) || follows_article(line.text(at + 1)) || begins(line, at + 1)
        }
        Kind::At => line.is_any(at + 1, &["least", "most"]),
        // Most numbers, and most words that count or point, have nothing to do with time.
        Kind::Which(
            Which::This | Which::That | Which::Last | Which::Next | Which::Same | Which::Previous,
        )
        | Kind::Integer(..)
        | Kind::Decimal(_)
        | Kind::Cardinal(_)
        | Kind::Comparative(_)
        | Kind::Approximation(_)
        | Kind::Vague(_)
        | Kind::Ordinal(_)
            if is_plain(line, at + 1) && is_plain(line, at + 2) =>
        {
            matches!(line.kind(at), Kind::Integer(_, 4))
        }
        Kind::Comma
        | Kind::Dash
        | Kind::Of
        | Kind::And
        | Kind::Or
        | Kind::To
        | Kind::In
        | Kind::On
        | Kind::Possessive
        | Kind::Before
        | Kind::After
        | Kind::Ago
        | Kind::Period
        | Kind::Ended => false,
        _ => true,
    }
}

/// A word in lower case that has no part in any expression, or the end of the sentence. Not "p" of "3 p. m.".
fn is_plain(line: &Line, at: usize) -> bool {
    line.is_other(at) && (at >= line.len() || line.width(at) > 2 && line.first(at).is_ascii_lowercase())
}

/// Words of no kind that can follow an article: "the full year", "the near future", "the moment".
const AFTER_ARTICLE: &[&str] = &[
    "additional",
    "extra",
    "very",
    "final",
    "predawn",
    "small",
    "wee",
    "full",
    "whole",
    "entire",
    "near",
    "short",
    "comparable",
    "corresponding",
    "equivalent",
    "immediate",
    "foreseeable",
    "distant",
    "moment",
    "present",
    "single",
    "further",
    "mere",
    "solid",
];

fn follows_article(word: &str) -> bool {
    static WORDS: LazyLock<Folded<bool>> = LazyLock::new(|| {
        let mut words = Folded::new();
        for word in AFTER_ARTICLE {
            *words.entry(word.as_bytes()) = true;
        }
        words
    });
    WORDS.get(word.as_bytes()).is_some()
}

/// "up to", "no more than", "mid-June".
fn opens(word: &str) -> bool {
    ["up", "no"].iter().any(|opening| word.eq_ignore_ascii_case(opening))
        || word.get(..4).is_some_and(|mid| mid.eq_ignore_ascii_case("mid-"))
}

fn phrase(line: &Line, at: usize) -> Option<Phrase> {
    let candidates = [core(line, at), approximate(line, at), edged(line, at), earlier_or_later(line, at)]
        .into_iter()
        .flatten();
    candidates.reduce(|best, other| if other.end > best.end { other } else { best })
}

/// An expression without "about", "early" and the like before it.
pub(super) fn core(line: &Line, at: usize) -> Option<Phrase> {
    let (day, beside) = (date(line, at), relative(line, at));
    // The first of equal length wins.
    let found = [
        reference(line, at).map(|(end, value)| (end, What::Reference(value))),
        time_of(line, at, || day.or(beside)),
        set(line, at).map(|(end, set)| (end, What::Set(set))),
        beside.map(|(end, date)| (end, What::Date(date))),
        day.map(|(end, date)| (end, What::Date(date))),
        duration(line, at).map(|(end, length)| (end, What::Duration(length))),
    ];
    let best = found.into_iter().flatten().reduce(|best, other| if other.0 > best.0 { other } else { best });
    if let Some((end, date, edge)) = long_date(line, at)
        && best.is_none_or(|best| end > best.0)
    {
        return Some(Phrase { edge, ..plain(at, end, What::Date(date)) });
    }
    let (end, what) = best?;
    Some(plain(at, end, measured(line, at, what)))
}

pub(super) fn plain(first: usize, end: usize, what: What) -> Phrase {
    Phrase { first, end, what, edge: None, fiscal: false, approximation: None }
}

/// "over the past year", "within the next week": a length where the preposition measures.
fn measured(line: &Line, at: usize, what: What) -> What {
    let What::Date(Date::Grain(grain, which)) = what else { return what };
    let unit = match grain {
        Grain::Day => Unit::Day,
        Grain::Week => Unit::Week,
        Grain::Month => Unit::Month,
        Grain::Year => Unit::Year,
        Grain::Decade => Unit::Decade,
        Grain::Century => Unit::Century,
        _ => return what,
    };
    let article = line.kind(at) == Kind::The;
    let measures = line.follows(at, &["over", "within", "for", "throughout"]);
    // "over the next day" is the day; "for the following year" is the year.
    let named = grain == Grain::Day || line.is(at + 1, "following");
    let pointed = matches!(which, Which::Last | Which::Next | Which::Coming | Which::Following) && !named;
    if article && (which == Which::Past || (measures && pointed)) {
        return What::Duration(Length { amount: Amount::of(1), unit, beside: Some(which) });
    }
    what
}

/// "about two weeks", "nearly two years", "more than four hours", "around Nov. 1", "at least 30 days".
fn approximate(line: &Line, at: usize) -> Option<Phrase> {
    let (next, words) = approximation(line, at)?;
    let inner = edged(line, next).or_else(|| core(line, next))?;
    let fits = match inner.what {
        What::Duration(_) | What::Date(Date::Shift { .. }) => true,
        // "get around Wednesday's ruling"
        What::Date(Date::Weekday(..) | Date::Today(_)) | What::Set(_) | What::Reference(_) => false,
        What::Date(_) | What::Time(..) => words == "APPROX" && !line.is(at, "about"),
    };
    fits.then_some(Phrase { first: at, approximation: Some(words), ..inner })
}

/// Whether "over" is "more than": behind another preposition or a verb of lasting ("for over a year"), not
/// where it tells during what ("spread over three years", "over the next two weeks").
fn more_than(line: &Line, at: usize) -> bool {
    const MEASURED: &[&str] = &[
        "for", "after", "in", "within", "by", "of", "just", "well", "lasted", "lasting", "lasts", "last",
        "took", "takes", "spent", "is", "was", "a", "some", "only", "already", "until", "from",
    ];
    let number = matches!(
        line.kind(at + 1),
        Kind::A | Kind::Integer(..) | Kind::Decimal(_) | Kind::Cardinal(_) | Kind::Tens(_) | Kind::Half
    );
    number && (at == 0 || line.follows(at, MEASURED))
}

/// The words that make a number rough, and TIMEX3's name for them; "BELOW" for a plain "less than".
fn approximation(line: &Line, at: usize) -> Option<(usize, &'static str)> {
    match line.kind(at) {
        Kind::Approximation("MORE_THAN") if !more_than(line, at) => None,
        Kind::Approximation(words) => Some((at + 1, words)),
        Kind::Comparative("LESS_THAN") if line.is(at + 1, "than") => Some((at + 2, "BELOW")),
        Kind::Comparative(words) if line.is(at + 1, "than") => Some((at + 2, words)),
        Kind::Edge(_) if line.is(at, "close") && line.is(at + 1, "to") => Some((at + 2, "APPROX")),
        Kind::At if line.is(at + 1, "least") => Some((at + 2, "EQUAL_OR_MORE")),
        Kind::At if line.is(at + 1, "most") => Some((at + 2, "EQUAL_OR_LESS")),
        _ if line.is(at, "up") && line.is(at + 1, "to") => Some((at + 2, "EQUAL_OR_LESS")),
        _ if line.is(at, "no") && line.is(at + 2, "than") => match line.kind(at + 1) {
            Kind::Comparative("LESS_THAN") => Some((at + 3, "EQUAL_OR_MORE")),
            Kind::Comparative(_) | Kind::Later => Some((at + 3, "EQUAL_OR_LESS")),
            _ => None,
        },
        _ => None,
    }
}
