//! Which dated mentions of different articles tell when the same thing was: by what they are said of, whatever their days.

use factcheck_core::{
    calendar,
    claim::Modality,
    event::{Event, Phase},
    question::Evidence,
    record::Records,
    window::Window,
};

use super::{
    EventRef, kinship,
    likeness::{Classes, Likeness, Mention, Setting},
    parties::Parties,
    told::{Frame, Grain},
};
use crate::score::Score;

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

/// Dated mentions of a story up to which each is compared with each.
const MOST: usize = 4000;

/// The pairs of a story, in order.
pub(super) fn pairs(story: &[Records], parties: &Parties) -> Vec<Dated> {
    let setting = Setting::of(story, parties);
    let mentions = &setting.mentions;
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
    if !meets && !may_slip(a, b, gap) {
        return Err(TOO_FAR);
    }
    let likeness = setting.likeness(a, b);
    if meets {
        let takes = is_agreement(&likeness, a.told.grain.max(b.told.grain), a.told.frame);
        return if takes {
            Ok((likeness, true))
        } else {
            Err("too little in common for one day to be of one thing")
        };
    }
    rivalry(a, b, &likeness, gap, setting)?;
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
    /// The least number of days between them; `None` where their days cannot be compared.
    pub gap: Option<i64>,
    /// What they have in common.
    pub likeness: Likeness,
    /// The pair, or the reason against it.
    pub verdict: Result<Dated, &'static str>,
}

/// The dated mentions among `a` and among `b`, each with each.
#[must_use]
pub fn why(story: &[Records], a: &[EventRef], b: &[EventRef]) -> Vec<Why> {
    let parties = Parties::of(story);
    let setting = Setting::of(story, &parties);
    let among = |wanted: &[EventRef]| {
        setting.mentions.iter().filter(|one| wanted.contains(&one.at)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for x in among(a) {
        for y in among(b) {
            let verdict = compare(x, y, &setting).map(|(likeness, meets)| dated(x, y, &likeness, meets));
            let (gap, likeness) = (x.told.gap(&y.told), setting.likeness(x, y));
            found.push(Why { ends: [x.at, y.at], gap, likeness, verdict });
        }
    }
    found
}

/// A beginning is compared with a beginning. On one day the whole may stand for its beginning.
fn phases_fit(a: &Event, b: &Event, meets: bool) -> bool {
    a.phase == b.phase || (meets && a.phase != Phase::End && b.phase != Phase::End)
}

/// Whether two mentions whose days meet tell of one thing.
fn is_agreement(like: &Likeness, grain: Grain, frame: Frame) -> bool {
    if frame == Frame::Year && grain > Grain::Day {
        // "in January", of whatever year: nothing is known to agree.
        return false;
    }
    let day = grain == Grain::Day;
    let enough = |share: f64, sum: f64| like.share >= share && like.sum >= sum;
    match like.classes {
        // Events of one class on one day need little more to be one.
        Classes::Same | Classes::Reports => {
            (day && (like.main || like.sum >= 1.0))
                || enough(0.12, 3.0)
                || like.named >= 2
                || (like.named == 1 && like.sum >= 2.5)
        }
        Classes::Kin => enough(0.2, 5.0) || (day && like.sum >= 2.0),
        Classes::Mixed | Classes::Other => {
            enough(0.2, 5.0) || (day && (enough(0.1, 4.0) || (like.named >= 1 && like.sum >= 2.5)))
        }
    }
}

/// Whether two mentions whose days do not meet tell of one thing: words, class and people have to say so, and the days
/// have to lie as near as slips do. Else why not.
fn rivalry(
    a: &Mention,
    b: &Mention,
    like: &Likeness,
    gap: i64,
    setting: &Setting,
) -> Result<(), &'static str> {
    if !(is_near(a, b, like, gap)
        || (like.share >= 0.5 && is_another_year(a, b))
        || is_another_month(a, b, like))
    {
        return Err(TOO_FAR);
    }
    if !a.told.firm || !b.told.firm {
        return Err("a day that rests on other words");
    }
    if is_reprint(a, b) {
        return Err("the same words, in papers of different days");
    }
    if tell_their_own_days(a, b) && like.share < ALL_ALIKE {
        return Err("each tells the news of its own day");
    }
    let apart = days_apart(a, b);
    let planned = [a, b].iter().any(|one| one.event.modality != Modality::Stated);
    if planned && (apart > PLANS || (apart > 1 && like.share < 0.5)) {
        return Err("what was planned may have changed between the articles");
    }
    let known = like.one_class();
    if names_both(a, b, known) || names_both(b, a, known) {
        return Err("one sentence names both days");
    }
    if a.party.ages_differ(b.party) {
        return Err("people of different ages");
    }
    if differ(setting, a, b) || setting.parties.each_has_another(a.party, b.party) {
        return Err("done by or to different people, or elsewhere");
    }
    if a.event.ordinal.is_some() && b.event.ordinal.is_some() && a.event.ordinal != b.event.ordinal {
        return Err("different ordinals");
    }
    // Whom two accounts name twice tells more than a "second" somewhere in a sentence.
    if like.several && like.named < 2 {
        return Err("one tells of several such events");
    }
    if like.unlike_figures && matches!(like.classes, Classes::Reports | Classes::Mixed) {
        return Err("statements of different figures");
    }
    if is_one(a, b, like) { Ok(()) } else { Err("too little in common for two days to be of one thing") }
}

/// Share of words from which two sentences are one.
const ALL_ALIKE: f64 = 0.75;

/// Days between two articles after which a plan may well be another.
const PLANS: i64 = 14;

/// Days between the articles of two mentions; 0 where one has no date.
fn days_apart(a: &Mention, b: &Mention) -> i64 {
    a.published.zip(b.published).map_or(0, |(x, y)| (x - y).num_days().abs())
}

/// Whether both tell of the day of their paper or the day before, in papers of different days: what is said or done
/// again the next day is news of its own.
fn tell_their_own_days(a: &Mention, b: &Mention) -> bool {
    let fresh = |one: &Mention| {
        let told = one.told.readings.first().and_then(|window| window.latest);
        one.published.zip(told).is_some_and(|(day, told)| (-1..=1).contains(&(day - told).num_days()))
    };
    days_apart(a, b) > 0 && fresh(a) && fresh(b)
}

/// "yesterday" here and there: what is told in the same words differs only by the day of its paper. Copies are printed
/// later, and other news has its own yesterday.
fn is_reprint(a: &Mention, b: &Mention) -> bool {
    let words = |one: &Mention| one.event.when.as_ref().map(|when| when.quote.to_lowercase());
    a.told.frame == Frame::Calendar && words(a) == words(b)
}

/// Whether the sentence of `a` names the days of `b` as well, as closely: which of the two is meant is then easily
/// taken wrongly. Where the class does not say which event is meant (`one_class`), any event of the sentence may be.
fn names_both(a: &Mention, b: &Mention, one_class: bool) -> bool {
    b.told.frame == Frame::Calendar
        && a.others.iter().any(|(other, told)| {
            let length = b.event.window.length().unwrap_or(i64::MAX);
            !(*told && one_class)
                && other.meets(b.event.window)
                && other.length().is_some_and(|days| days <= length.saturating_add(2))
        })
}

/// Whether what two mentions on different days have in common says that they are of one thing. The limits leave apart
/// what two steps of one story share.
fn is_one(a: &Mention, b: &Mention, like: &Likeness) -> bool {
    let enough = |share: f64, sum: f64| like.share >= share && like.sum >= sum;
    let one_grain = a.told.grain == b.told.grain;
    let days = one_grain && a.told.grain == Grain::Day;
    match like.classes {
        // Something is said every day. Where two articles open with it, in like words, it is one statement.
        Classes::Reports => {
            let known = like.named + like.figures > 0;
            days && (enough(0.4, 9.0)
                || (known && (enough(0.3, 6.0) || enough(0.25, 9.0)))
                || (like.lead && like.named > 0 && enough(0.25, 6.0))
                || (like.lead && enough(0.3, 12.0))
                || (like.lead && like.figures > 0 && enough(0.15, 7.0)))
        }
        Classes::Same => {
            enough(0.2, 6.5)
                || like.named >= 2
                || (like.named == 1 && enough(0.15, 6.0))
                || (a.event.once && (enough(0.17, 7.0) || enough(0.5, 4.0)))
        }
        // Among few words, any two statements share some.
        Classes::Kin | Classes::Other | Classes::Mixed if like.small => false,
        Classes::Kin => one_grain && (enough(0.4, 10.0) || (like.figures > 0 && enough(0.3, 10.0))),
        Classes::Other if kinship::are_strangers(&a.event.class, &b.event.class) => false,
        Classes::Other => one_grain && enough(0.4, 10.0),
        Classes::Mixed => {
            enough(0.75, 12.0)
                || (days && (enough(0.55, 18.0) || (like.lead && like.figures > 0 && enough(0.4, 14.0))))
        }
    }
}

/// Why most pairs of days are no slip.
const TOO_FAR: &str = "days too far apart for a slip";

/// Days between one day and the same of another month, within which months slip.
const MONTHS: i64 = 190;

/// Whether days that lie so far apart may be a slip at all, whatever else the two have in common.
fn may_slip(a: &Mention, b: &Mention, gap: i64) -> bool {
    let most = match a.told.grain.max(b.told.grain) {
        Grain::Day => 31,
        Grain::Week => 6,
        Grain::Month => 62,
        Grain::Year => 366,
    };
    let is_day = |one: &Mention| one.told.readings.iter().any(|days| days.single().is_some());
    gap <= most || (gap <= MONTHS && is_day(a) && is_day(b)) || is_another_year(a, b)
}

/// Whether the days lie as near as slips do.
fn is_near(a: &Mention, b: &Mention, like: &Likeness, gap: i64) -> bool {
    let grain = a.told.grain.max(b.told.grain);
    // A month of another year is another month, unless all else is the same; a day of another year may have been read
    // wrongly.
    let strong = like.share >= 0.5 || like.figures > 0;
    let gap = if grain == Grain::Day || (strong && like.sum >= 10.0) {
        gap
    } else {
        a.told.first_gap(&b.told).unwrap_or(gap)
    };
    let named = like.classes == Classes::Same && like.named >= 1 && like.share >= 0.3 && like.sum >= 10.0;
    match grain {
        // What is not done again within days may have been put days away.
        Grain::Day if a.event.once && named => gap <= 31,
        Grain::Day | Grain::Week => gap <= 6,
        Grain::Month => gap <= 62,
        Grain::Year if a.told.grain == b.told.grain => gap <= 366,
        // A visit of one year is not one of a month of another.
        Grain::Year => gap <= 366 && a.event.once && like.share >= 0.25 && like.sum >= 10.0,
    }
}

/// Whether both are one day of two months, in words that are otherwise alike: the month is what slips then, mostly to
/// the one before or after.
fn is_another_month(a: &Mention, b: &Mention, like: &Likeness) -> bool {
    let alike = like.one_class() && like.share >= 0.3 && like.sum >= 10.0;
    let most = if like.classes == Classes::Same && like.share >= 0.5 && like.sum >= 8.0 {
        6
    } else {
        i32::from(alike)
    };
    let next = |x: &Window, y: &Window| {
        x.single().is_some()
            && (1..=most)
                .flat_map(|months| [months, -months])
                .any(|months| x.step(months, calendar::Grain::Month) == Some(*y))
    };
    a.told.frame != Frame::Week && a.told.readings.iter().any(|x| b.told.readings.iter().any(|y| next(x, y)))
}

/// Whether both are the same stretch of two years that follow each other, in words that name the years: the year is
/// what slips then.
fn is_another_year(a: &Mention, b: &Mention) -> bool {
    if !(a.names_year && b.names_year) {
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
fn differ(setting: &Setting, a: &Mention, b: &Mention) -> bool {
    setting.parties.parties_differ(a.party, b.party) || setting.parties.places_differ(a.party, b.party)
}

/// Whether the article of `b` tells of the days of `a` as well, of something alike: then it knows of two events.
fn knows_of(a: &Mention, b: &Mention, pair: &Likeness, setting: &Setting) -> bool {
    // Where class and people say that it is one event, only another of that class is another event.
    let identified = pair.one_class() && pair.named >= 2;
    setting.mentions.iter().any(|other| {
        let fits = other.at.article == b.at.article
            && other.at != b.at
            && other.told.narrowed().meets(&a.told)
            && other.told.grain <= a.told.grain
            && !differ(setting, other, a);
        fits && {
            let like = setting.likeness(other, a);
            // Another event of the same sentence has the same words around it.
            let elsewhere = other.event.sentence_start != b.event.sentence_start;
            like.one_class() || (elsewhere && !identified && like.share >= 0.3 && like.sum >= 6.0)
        }
    })
}

#[expect(clippy::float_arithmetic, reason = "evidence in log odds, not a printed amount")]
fn dated(a: &Mention, b: &Mention, like: &Likeness, meets: bool) -> Dated {
    let mut score = Score::default();
    score.add("prior of two dated statements", -1.0);
    if like.one_class() {
        score.add("events of one class", 1.0);
    }
    if like.main {
        score.add("what most of the articles tell of", 0.7);
    }
    // In a small story it is not known which words are rare.
    let weight = if like.small { 0.5 } else { 1.0 };
    score.add("words in common around them", weight * (2.0 * like.share + 0.1 * like.sum.min(15.0)));
    if like.named > 0 {
        score.add("participants in common", if like.named > 1 { 2.0 } else { 1.0 });
    }
    Dated {
        a: a.at,
        b: b.at,
        meets,
        one_class: like.one_class(),
        twins: !like.small && like.share >= 0.75 && like.sum >= 12.0,
        confidence: score.confidence(),
        evidence: score.evidence(),
    }
}
