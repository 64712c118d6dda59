//! What each source tells of when: a picture of a story with a lane for each source, its events as bars, and lines
//! between those that cannot both hold. Places are whole numbers; knows no drawing.
//!
//! Only what a reader would compare is shown: what an alert speaks of, and dated events that two articles tell.

use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map::Entry};

use chrono::NaiveDate;
use factcheck_core::{
    event::Event,
    finding::{Finding, Statement},
    record::ArticleRecord,
    stamp::Stamp,
};
use serde::Serialize;

use crate::{
    Run,
    links::{Link, Links},
};

/// How wide the picture is, and how much of it names and days take.
const WIDTH: u32 = 1000;
const NAMES: u32 = 170;
const AXIS: u32 = 20;

/// Room for the words of the last bar.
const RIGHT: u32 = 150;

/// The height of a row of bars, and of a bar.
const ROW: u32 = 20;
const BAR: u32 = 12;

/// About the width of a letter.
const LETTER: u32 = 6;

/// A bar of more days tells nothing: "in recent years".
const LONGEST: i64 = 400;

/// More bars tell no more.
const MOST: usize = 300;

/// The height of a picture that is open from the start.
const SMALL: u32 = 600;

/// The longest words beside a bar.
const WORDS: usize = 24;

/// The picture of one story.
#[derive(Debug, Serialize)]
pub(super) struct Picture {
    story: String,
    height: u32,
    lanes: Vec<Lane>,
    ticks: Vec<Tick>,
    bars: Vec<Bar>,
    ties: Vec<Tie>,
    /// How many bars there was no room for.
    left_out: usize,
    /// Whether it leaves room for the findings below.
    is_small: bool,
}

#[derive(Debug, Serialize)]
struct Lane {
    name: String,
    y: u32,
    height: u32,
}

#[derive(Debug, Serialize)]
struct Tick {
    x: u32,
    day: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    x: u32,
    y: u32,
    width: u32,
    words: String,
    title: String,
    /// The severity of the finding that speaks of it, and the finding; "" where none does.
    severity: &'static str,
    finding: String,
}

/// A line between two bars.
#[derive(Debug, Serialize)]
struct Tie {
    x1: u32,
    y1: u32,
    x2: u32,
    y2: u32,
    severity: &'static str,
    finding: String,
    title: String,
}

/// A bar that has no place yet.
#[derive(Clone, Debug)]
struct Mark {
    source: String,
    from: NaiveDate,
    to: NaiveDate,
    words: String,
    title: String,
    alert: Option<(&'static str, String)>,
}

/// What a mark is of: an event of the run, or a statement that is none of these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Event(usize),
    Place(String, u32, u32),
}

/// The marks of a story and which of them cannot both hold: the finding, with its severity and message.
#[derive(Default)]
struct Told<'a> {
    marks: BTreeMap<Of, Mark>,
    ties: Vec<(Of, Of, &'a Finding)>,
}

/// A picture for each story with something to show.
pub(super) fn pictures(run: &Run, all: bool) -> Vec<Picture> {
    let mut stories: BTreeMap<&str, Told> = BTreeMap::new();
    let links = Links::of(run);
    for finding in run.shown(all).filter(|finding| finding.severity.is_alert() && finding.tool == "timeline")
    {
        let told = stories.entry(&finding.story).or_default();
        add_finding(run, &links, finding, told);
    }
    let articles = run.by_id();
    for (story, index, article) in shared(run, &articles) {
        let told = stories.entry(story).or_default();
        let place = told.marks.entry(Of::Event(index));
        if let (Entry::Vacant(place), Some(mark)) = (place, of_event(&run.events[index].0, article)) {
            place.insert(mark);
        }
    }
    stories.into_iter().filter_map(|(story, told)| picture(story, told)).collect()
}

/// The dated events that two articles tell, each with its story and its article.
fn shared<'a>(
    run: &'a Run,
    articles: &HashMap<&str, &'a ArticleRecord>,
) -> Vec<(&'a str, usize, &'a ArticleRecord)> {
    let mut tellers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (event, cluster) in &run.events {
        if let Some(cluster) = cluster {
            tellers.entry(cluster).or_default().insert(&event.place.article);
        }
    }
    let several = |cluster: &Option<String>| {
        cluster.as_deref().and_then(|cluster| tellers.get(cluster)).is_some_and(|tellers| tellers.len() > 1)
    };
    let events = run
        .events
        .iter()
        .enumerate()
        .filter(|(_, (event, cluster))| event.when.is_some() && several(cluster));
    events
        .filter_map(|(index, (event, _))| {
            let article = articles.get(event.place.article.as_str())?;
            Some((article.story.as_str(), index, *article))
        })
        .collect()
}

/// The dated statements of a finding, and lines between those of its first side and the others.
fn add_finding<'a>(run: &Run, links: &Links, finding: &'a Finding, told: &mut Told<'a>) {
    let mut placed: Vec<(&str, Of)> = Vec::new();
    for claim in &finding.claims {
        let Some(mark) = of_statement(claim, finding) else { continue };
        let of = match links.find(claim) {
            Some(Link::Event(index)) => Of::Event(index),
            _ => Of::Place(claim.article.clone(), claim.start, claim.end),
        };
        let words =
            if let Of::Event(index) = &of { words(&run.events[*index].0) } else { mark.words.clone() };
        // The more serious finding came first.
        told.marks.entry(of.clone()).or_insert(Mark { words, ..mark });
        placed.push((&claim.position, of));
    }
    let Some((first, _)) = placed.first() else { return };
    let first = *first;
    let (own, others): (Vec<_>, Vec<_>) = placed.into_iter().partition(|(position, _)| *position == first);
    for (_, from) in &own {
        for (_, to) in &others {
            told.ties.push((from.clone(), to.clone(), finding));
        }
    }
}

fn of_statement(claim: &Statement, finding: &Finding) -> Option<Mark> {
    let day = |end: &Option<String>| Some(end.as_deref()?.parse::<Stamp>().ok()?.date);
    Some(Mark {
        source: if claim.source.is_empty() { claim.file.clone() } else { claim.source.clone() },
        from: day(&claim.low)?,
        to: day(&claim.high)?,
        words: claim.quote.clone(),
        title: format!("{}\n{}", finding.message, claim.sentence),
        alert: Some((finding.severity.name(), finding.id.clone())),
    })
    .filter(drawn)
}

fn of_event(event: &Event, article: &ArticleRecord) -> Option<Mark> {
    let (from, to) = event.window.ends()?;
    Some(Mark {
        source: if article.source.is_empty() { article.file.clone() } else { article.source.clone() },
        from,
        to,
        words: words(event),
        title: event.sentence.clone(),
        alert: None,
    })
    .filter(drawn)
}

fn drawn(mark: &Mark) -> bool {
    (0..LONGEST).contains(&mark.to.signed_duration_since(mark.from).num_days())
}

/// "visit: Xi Jinping, Moscow".
fn words(event: &Event) -> String {
    let who: Vec<&str> = event.participants.iter().take(2).map(|one| one.name.as_str()).collect();
    if who.is_empty() { event.predicate.clone() } else { format!("{}: {}", event.predicate, who.join(", ")) }
}

fn picture(story: &str, told: Told) -> Option<Picture> {
    let mut marks: Vec<(Of, Mark)> = told.marks.into_iter().collect();
    // What an alert speaks of is never left out for what none does.
    marks.sort_by_key(|(_, mark)| mark.alert.is_none());
    let left_out = marks.len().saturating_sub(MOST);
    marks.truncate(MOST);
    marks.sort_by(|(_, a), (_, b)| (&a.source, a.from, a.to).cmp(&(&b.source, b.from, b.to)));
    let scale = Scale::of(marks.iter().flat_map(|(_, mark)| [mark.from, mark.to]))?;
    let mut y = AXIS;
    let (mut lanes, mut bars, mut places) = (Vec::new(), Vec::new(), BTreeMap::new());
    for lane in marks.chunk_by(|(_, a), (_, b)| a.source == b.source) {
        // Where each row of the lane is free again.
        let mut rows: Vec<u32> = Vec::new();
        for (of, mark) in lane {
            let (x, to) = (scale.at(mark.from), scale.at(mark.to));
            let (width, words) = ((to - x).max(BAR / 2), short(&mark.words));
            let letters = u32::try_from(words.chars().count()).unwrap_or(0);
            let row = rows.iter().position(|free| *free <= x).unwrap_or(rows.len());
            let free = x + width + letters * LETTER + ROW;
            if row == rows.len() {
                rows.push(free);
            } else {
                rows[row] = free;
            }
            let top = y + u32::try_from(row).unwrap_or(0) * ROW + 4;
            let (severity, finding) = mark.alert.clone().unwrap_or_default();
            places.insert(of.clone(), (x + width / 2, top + BAR / 2));
            let title = format!("{}\n{}", days(mark.from, mark.to), mark.title);
            bars.push(Bar { x, y: top, width, words, title, severity, finding });
        }
        let height = u32::try_from(rows.len()).unwrap_or(1) * ROW + 4;
        let name = lane.first().map(|(_, mark)| short(&mark.source)).unwrap_or_default();
        lanes.push(Lane { name, y, height });
        y += height;
    }
    let tie = |(from, to, finding): (Of, Of, &Finding)| {
        let ((x1, y1), (x2, y2)) = (*places.get(&from)?, *places.get(&to)?);
        let (severity, finding, title) =
            (finding.severity.name(), finding.id.clone(), finding.message.clone());
        Some(Tie { x1, y1, x2, y2, severity, finding, title })
    };
    let ties = told.ties.into_iter().filter_map(tie).take(MOST).collect();
    let (story, ticks, is_small) = (story.to_owned(), scale.ticks(), y <= SMALL);
    Some(Picture { story, height: y, lanes, ticks, bars, ties, left_out, is_small })
}

fn days(from: NaiveDate, to: NaiveDate) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}

fn short(words: &str) -> String {
    if words.chars().count() <= WORDS {
        return words.to_owned();
    }
    let kept: String = words.chars().take(WORDS - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Where days stand. Years without an event would leave no room for the days of another: a gap of twice as many days is
/// but a step longer.
struct Scale(BTreeMap<NaiveDate, u32>);

impl Scale {
    fn of(days: impl Iterator<Item = NaiveDate>) -> Option<Self> {
        let days: BTreeSet<NaiveDate> = days.collect();
        let first = *days.first()?;
        let mut steps = 0;
        let mut last = first;
        let stepped: Vec<(NaiveDate, u32)> = days
            .iter()
            .map(|day| {
                let gap = day.signed_duration_since(last).num_days();
                steps += if gap > 0 { 1 + gap.ilog2() } else { 0 };
                last = *day;
                (*day, steps)
            })
            .collect();
        let room = WIDTH - NAMES - RIGHT;
        Some(Self(stepped.into_iter().map(|(day, step)| (day, NAMES + step * room / steps.max(1))).collect()))
    }

    fn at(&self, day: NaiveDate) -> u32 {
        self.0.get(&day).copied().unwrap_or(NAMES)
    }

    /// Days as far apart as they can be read.
    fn ticks(&self) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        for (day, x) in &self.0 {
            if ticks.last().is_none_or(|last| last.x + 12 * LETTER <= *x) {
                ticks.push(Tick { x: *x, day: day.to_string() });
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use factcheck_core::finding::Severity;
    use insta::assert_snapshot as snap;

    use super::*;

    /// Where days stand on one scale.
    fn s(days: &str) -> String {
        let days: Vec<NaiveDate> = days.split(' ').filter_map(|day| day.parse().ok()).collect();
        let Some(scale) = Scale::of(days.iter().copied()) else { return String::new() };
        days.iter().map(|day| scale.at(*day).to_string()).collect::<Vec<_>>().join(" ")
    }

    /// A warning between what A and B say of one event, for each of these pairs of days.
    fn conflicts(pairs: &[(&str, &str)]) -> Run {
        let statement = |source: &str, day: &str, position: &str, start| Statement {
            source: source.to_owned(),
            article: source.to_owned(),
            start,
            end: start + 1,
            low: Some(day.to_owned()),
            high: Some(day.to_owned()),
            position: position.to_owned(),
            ..Statement::default()
        };
        let finding = |(start, (a, b)): (u32, &(&str, &str))| {
            let mut finding = Finding::new("timeline", "T101", "date-conflict", Severity::Warning);
            finding.claims = vec![statement("A", a, "a", start), statement("B", b, "b", start)];
            finding
        };
        Run { findings: (0..).zip(pairs).map(finding).collect(), ..Run::default() }
    }

    #[test]
    fn a_line_runs_between_two_lanes() {
        let pictures = pictures(&conflicts(&[("2024-05-14", "2024-05-15")]), false);
        let shown: Vec<String> = pictures
            .iter()
            .flat_map(|picture| &picture.ties)
            .map(|tie| format!("{},{} to {},{}", tie.x1, tie.y1, tie.x2, tie.y2))
            .collect();
        snap!(shown.join("; "), @"173,30 to 853,54");
        let lanes: Vec<&str> =
            pictures.iter().flat_map(|one| &one.lanes).map(|lane| lane.name.as_str()).collect();
        assert_eq!(lanes, ["A", "B"]);
    }

    #[test]
    fn what_has_no_days_or_no_room_is_left_out() {
        assert!(pictures(&conflicts(&[("14", "20"), ("", "2024-05-15T99")]), false).is_empty());
        let many = pictures(&conflicts(&[("2024-05-14", "2024-05-15"); 400]), false);
        assert_eq!((many[0].bars.len(), many[0].left_out, many[0].is_small), (MOST, 800 - MOST, false));
    }

    #[test]
    fn a_century_leaves_room_for_days() {
        snap!(s("2024-05-14 2024-05-15 2024-05-16"), @"170 510 850");
        snap!(s("1924-05-14 2024-05-14 2024-05-15"), @"170 810 850");
        snap!(s("2024-05-14"), @"170");
        snap!(s(""), @"");
    }
}
