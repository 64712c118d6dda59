//! Which dated mentions of different articles tell when the same thing was: by what they are said of, whatever their days.

use std::collections::{BTreeMap, BTreeSet};

use factcheck_core::{
    calendar,
    event::{Event, Phase},
    question::Evidence,
    record::Records,
};

use super::{
    EventRef, evidence,
    told::{self, Frame, Grain, Told},
};
use crate::{score::Score, terms::Frequencies};

/// Two mentions in different articles that tell when one thing was.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The mention in the earlier article.
    pub a: EventRef,
    /// The mention in the later article.
    pub b: EventRef,
    /// Whether both can hold.
    pub meets: bool,
    /// Whether they stand in sentences that are otherwise equal.
    pub twins: bool,
    /// Whether both are of one class; else two things are told of one time.
    pub one_class: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
}

/// A dated mention with what is asked of it again and again.
struct Mention<'a> {
    at: EventRef,
    event: &'a Event,
    told: Told,
}

/// How much two mentions have in common.
struct Likeness {
    same_class: bool,
    /// Of one class that most articles of the story tell of.
    main: bool,
    /// Share of the poorer one's words, and the rarity of what is shared.
    share: f64,
    sum: f64,
    named: usize,
}

/// Verbs that say little by themselves: their class joins nothing.
fn is_light(class: &str) -> bool {
    matches!(
        class,
        "have"
            | "be"
            | "take"
            | "make"
            | "do"
            | "get"
            | "live"
            | "include"
            | "use"
            | "accord"
            | "go"
            | "come"
            | "give"
            | "see"
            | "begin"
            | "end"
            | "occur"
            | "continue"
            | "want"
            | "call"
            | "hold"
            | "time"
            | "keep"
    )
}

/// Words that report: what they report decides, not that somebody reports.
fn reports(class: &str) -> bool {
    matches!(class, "report" | "declare" | "release")
}

/// Dated mentions of a story up to which each is compared with each.
const MOST: usize = 4000;

/// The pairs of a story, in order.
pub(super) fn pairs(story: &[Records], frequencies: &Frequencies) -> Vec<Dated> {
    let mentions = mentions(story);
    let setting = Setting { mentions: &mentions, main: main_classes(story), frequencies };
    let mut found = Vec::new();
    // Beyond this many, only like is compared with like, so that a large story stays quick.
    let all = mentions.len() <= MOST;
    for (index, a) in mentions.iter().enumerate() {
        for b in mentions[index + 1..].iter().filter(|b| b.at.article != a.at.article) {
            if !all && a.event.class != b.event.class {
                continue;
            }
            if let Ok((likeness, meets)) = compare(a, b, &setting) {
                found.push(dated(a, b, &likeness, meets));
            }
        }
    }
    found
}

/// What a pair of mentions is judged among.
struct Setting<'a> {
    mentions: &'a [Mention<'a>],
    main: BTreeSet<&'a str>,
    frequencies: &'a Frequencies,
}

/// Whether two mentions tell when one thing was, with their likeness and whether both can hold; else why not.
fn compare(a: &Mention, b: &Mention, setting: &Setting) -> Result<(Likeness, bool), &'static str> {
    let gap = a.told.gap(&b.told).ok_or("days of different frames")?;
    let meets = a.told.meets(&b.told);
    if a.event.polarity != b.event.polarity {
        return Err("one is denied");
    }
    if !phases_fit(a.event, b.event, meets) {
        return Err("one is a beginning or an end");
    }
    let mut likeness = likeness(a, b, setting.frequencies);
    likeness.main = likeness.same_class && setting.main.contains(a.event.class.as_str());
    if meets {
        let takes = is_agreement(&likeness, a.told.grain.max(b.told.grain), a.told.frame);
        return if takes {
            Ok((likeness, true))
        } else {
            Err("too little in common for one day to be of one thing")
        };
    }
    rivalry(a, b, &likeness, gap)?;
    if knows_of(a, b, &likeness, setting) || knows_of(b, a, &likeness, setting) {
        return Err("one article tells of both days");
    }
    Ok((likeness, false))
}

/// Why two dated mentions are or are not taken to tell when one thing was.
#[derive(Clone, Debug)]
pub struct Why {
    /// The mentions.
    pub ends: [EventRef; 2],
    /// The pair, or the reason against it.
    pub verdict: Result<Dated, &'static str>,
    /// Share of the poorer one's words that are common, with their rarity summed up.
    pub words: (f64, f64),
}

/// The dated mentions that stand in the sentences of `a` and of `b`, each with each.
#[must_use]
pub fn why(story: &[Records], a: &[EventRef], b: &[EventRef]) -> Vec<Why> {
    let frequencies = super::frequencies(story);
    let mentions = mentions(story);
    let setting = Setting { mentions: &mentions, main: main_classes(story), frequencies: &frequencies };
    let among =
        |wanted: &[EventRef]| mentions.iter().filter(|one| wanted.contains(&one.at)).collect::<Vec<_>>();
    let mut found = Vec::new();
    for x in among(a) {
        for y in among(b) {
            let words = setting.frequencies.overlap(&x.event.terms, &y.event.terms);
            let verdict = compare(x, y, &setting).map(|(likeness, meets)| dated(x, y, &likeness, meets));
            found.push(Why { ends: [x.at, y.at], verdict, words });
        }
    }
    found
}

/// A beginning is compared with a beginning. On one day the whole may stand for its beginning.
fn phases_fit(a: &Event, b: &Event, meets: bool) -> bool {
    a.phase == b.phase || (meets && a.phase != Phase::End && b.phase != Phase::End)
}

/// Classes of events that two thirds of the articles tell of: what the story is about. Reports are in every article.
fn main_classes(story: &[Records]) -> BTreeSet<&str> {
    let mut articles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, records) in story.iter().enumerate() {
        for event in records.events.iter().filter(|event| event.class != "report") {
            articles.entry(&event.class).or_default().insert(index);
        }
    }
    articles.retain(|_, within| within.len() > 1 && within.len() * 3 >= story.len() * 2);
    articles.into_keys().collect()
}

fn mentions(story: &[Records]) -> Vec<Mention<'_>> {
    let mut mentions = Vec::new();
    for (article, records) in story.iter().enumerate() {
        let times = told::times(records);
        for (index, event) in records.events.iter().enumerate() {
            if let Some(told) = told::told(event, records, &times) {
                mentions.push(Mention { at: EventRef { article, event: index }, event, told });
            }
        }
    }
    mentions
}

fn likeness(a: &Mention, b: &Mention, frequencies: &Frequencies) -> Likeness {
    let (share, sum) = frequencies.overlap(&a.event.terms, &b.event.terms);
    Likeness {
        same_class: a.event.class == b.event.class && !is_light(&a.event.class),
        main: false,
        share,
        sum,
        named: super::shared_participants(a.event, b.event),
    }
}

/// Whether two mentions whose days meet tell of one thing.
fn is_agreement(like: &Likeness, grain: Grain, frame: Frame) -> bool {
    if frame == Frame::Year && grain > Grain::Day {
        // "in January", of whatever year: nothing is known to agree.
        return false;
    }
    if like.same_class {
        // Events of one class on one day need little more to be one.
        (grain == Grain::Day && (like.main || like.sum >= 1.0))
            || (like.share >= 0.12 && like.sum >= 3.0)
            || like.named >= 2
            || (like.named == 1 && like.sum >= 2.5)
    } else {
        like.sum >= 5.0 && like.share >= 0.2
    }
}

/// Whether two mentions whose days do not meet tell of one thing: words, class and people have to say so, and the days
/// have to lie as near as slips do. Else why not.
fn rivalry(a: &Mention, b: &Mention, like: &Likeness, gap: i64) -> Result<(), &'static str> {
    // A month of another year is another month; a day of another year may have been read wrongly.
    let gap = if a.told.grain.max(b.told.grain) == Grain::Day {
        gap
    } else {
        a.told.first_gap(&b.told).unwrap_or(gap)
    };
    if !(is_near(a.told.grain, b.told.grain, gap) || (like.share >= 0.5 && is_another_year(a, b))) {
        return Err("days too far apart for a slip");
    }
    if !a.told.firm || !b.told.firm {
        return Err("a day that rests on other words");
    }
    if evidence::ages_differ(a.event, b.event) {
        return Err("people of different ages");
    }
    if differ(a.event, b.event) {
        return false;
    }
    if a.event.ordinal.is_some() && b.event.ordinal.is_some() && a.event.ordinal != b.event.ordinal {
        return Err("different ordinals");
    }
    let enough = match (reports(&a.event.class), reports(&b.event.class)) {
        (true, true) => (like.share >= 0.3 && like.sum >= 6.0) || (like.share >= 0.25 && like.sum >= 9.0),
        (false, false) if like.same_class => (like.share >= 0.2 && like.sum >= 6.5) || like.named >= 2,
        (false, false) => like.share >= 0.4 && like.sum >= 10.0,
        _ => like.share >= 0.75 && like.sum >= 12.0,
    };
    if enough { Ok(()) } else { Err("too little in common for two days to be of one thing") }
}

fn is_near(a: Grain, b: Grain, gap: i64) -> bool {
    match a.max(b) {
        Grain::Day | Grain::Week => gap <= 6,
        Grain::Month => gap <= 62,
        Grain::Year => a == b && gap <= 366,
    }
}

/// Whether both are the same stretch of two years that follow each other, in words that name the years: the year is
/// what slips then.
fn is_another_year(a: &Mention, b: &Mention) -> bool {
    let named = |one: &Mention| one.event.when.as_ref().is_some_and(|when| told::names_year(&when.quote));
    if !(named(a) && named(b)) {
        return false;
    }
    let (Some(x), Some(y)) = (a.told.readings.first(), b.told.readings.first()) else { return false };
    a.told.frame == Frame::Calendar
        && [1, -1].into_iter().any(|years| {
            x.step(years, calendar::Grain::Year).is_some_and(|moved| moved.meets(*y))
                && a.told.grain.max(b.told.grain) < Grain::Year
        })
}

/// Whether two events are of other people or at another place.
fn differ(a: &Event, b: &Event) -> bool {
    evidence::parties_differ(a, b) || evidence::places_differ(a, b)
}

/// Whether the article of `b` tells of the days of `a` as well, of something alike: then it knows of two events.
fn knows_of(a: &Mention, b: &Mention, pair: &Likeness, setting: &Setting) -> bool {
    // Where class and people say that it is one event, only another of that class is another event.
    let identified = pair.same_class && pair.named >= 2;
    setting.mentions.iter().any(|other| {
        let fits = other.at.article == b.at.article
            && other.at != b.at
            && other.told.narrowed().meets(&a.told)
            && other.told.grain <= a.told.grain
            && !differ(other.event, a.event);
        fits && {
            let like = likeness(other, a, setting.frequencies);
            // Another event of the same sentence has the same words around it.
            let elsewhere = other.event.sentence_start != b.event.sentence_start;
            like.same_class || (elsewhere && !identified && like.share >= 0.3 && like.sum >= 6.0)
        }
    })
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn dated(a: &Mention, b: &Mention, like: &Likeness, meets: bool) -> Dated {
    let mut score = Score::default();
    score.add("prior of two dated statements", -1.0);
    if like.same_class {
        score.add("events of one class", 1.0);
    }
    if like.main {
        score.add("what most of the articles tell of", 0.7);
    }
    score.add("words in common around them", 2.0 * like.share + 0.1 * like.sum.min(15.0));
    if like.named > 0 {
        score.add("participants in common", if like.named > 1 { 2.0 } else { 1.0 });
    }
    Dated {
        a: a.at,
        b: b.at,
        meets,
        one_class: like.same_class,
        twins: like.share >= 0.75 && like.sum >= 12.0,
        confidence: score.confidence(),
        evidence: score.evidence,
    }
}

/// The mentions that some pair holds.
#[must_use]
pub fn members(pairs: &[Dated]) -> BTreeSet<EventRef> {
    pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect()
}
