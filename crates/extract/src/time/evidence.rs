//! Between which days an article that does not say when it was published can have been, as far as its own
//! sentences tell. Claims only what holds of any article: what is told as past has happened, what is told as to
//! come has not. Sees one phrase of one sentence at a time.
//!
//! What a date is told as must be beyond doubt, so the verb has to stand right before the date, or the date at the
//! head of a plain past sentence. A date further off may belong to a noun: "discussed the vote on 5 May 2024", "sold
//! contracts for delivery in 2030". Quoted words may be older than the article, and "would" looks forward from the
//! past; neither tells anything.

use chrono::{Datelike, NaiveDate, Weekday};
use factcheck_core::{
    calendar::{Grain, Period, add_days},
    window::Window,
};
use factcheck_syntax::{Upos, Xpos};

use super::{
    phrase::{Date, Partial, Phrase, What, YearOf},
    verbs::Role,
    words::Line,
};

/// What was told so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// The latest day that something told as past must have reached.
    past: Option<NaiveDate>,
    /// The earliest day by which something told as to come must be over.
    coming: Option<NaiveDate>,
    /// Days that say their weekday and not their year.
    yearless: Vec<(Yearless, Side)>,
}

/// Month, day and weekday: "Tuesday, March 5".
#[derive(Clone, Copy, Debug)]
struct Yearless(u32, u32, Weekday);

/// What a date is told as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Past,
    Coming,
}

/// An event of one day may be told a day earlier or later elsewhere in the world.
const DOUBT: i64 = 1;

/// No more days without a year are kept: a handful decides.
const MOST: usize = 32;

impl Evidence {
    /// Takes in what a phrase of a sentence tells.
    pub(super) fn see(&mut self, line: &Line, phrase: &Phrase) {
        let date = match phrase.what {
            What::Date(date) | What::Time(Some(date), _) if !phrase.fiscal => date,
            _ => return,
        };
        let days = match date {
            Date::Known(period) if is_calendar(period) => period.window(),
            Date::Partial(Partial::Day(month, day, Some(weekday)), YearOf::Open, _) => {
                if self.yearless.len() < MOST
                    && let Some(side) = side(line, phrase)
                {
                    self.yearless.push((Yearless(month, day, weekday), side));
                }
                return;
            }
            _ => return,
        };
        let Some((first, last)) = days.and_then(Window::ends) else { return };
        match side(line, phrase) {
            Some(Side::Past) => self.past = self.past.max(Some(first)),
            Some(Side::Coming) => self.coming = Some(earlier(self.coming, last)),
            None => {}
        }
    }

    /// The days on which the article can have been published; any day where nothing tells, or where what it
    /// tells does not fit together.
    pub(super) fn window(&self) -> Window {
        let (mut past, mut coming) = (self.past, self.coming);
        for (day, side) in &self.yearless {
            match (day.dated(self.past, self.coming), side) {
                (Some(day), Side::Past) => past = past.max(Some(day)),
                (Some(day), Side::Coming) => coming = Some(earlier(coming, day)),
                (None, _) => {}
            }
        }
        if past.zip(coming).is_some_and(|(past, coming)| past > coming) {
            return Window::ANY;
        }
        Window {
            earliest: past.and_then(|day| add_days(day, -DOUBT)),
            latest: coming.and_then(|day| add_days(day, DOUBT)),
        }
    }
}

impl Yearless {
    /// The one day that it can be in an article published between the two: a year is left out only of days less
    /// than a year away, and a date has its weekday once in five or six years.
    fn dated(self, past: Option<NaiveDate>, coming: Option<NaiveDate>) -> Option<NaiveDate> {
        let Self(month, day, weekday) = self;
        let (first, last) = (past?.year() - 1, coming?.year() + 1);
        // Wider ranges have several.
        if last - first > 12 {
            return None;
        }
        let dated = (first..=last).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        let mut fitting = dated.filter(|day| day.weekday() == weekday);
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

fn earlier(known: Option<NaiveDate>, day: NaiveDate) -> NaiveDate {
    known.map_or(day, |known| known.min(day))
}

/// Seasons and weekends have soft edges, and decades tell too little.
fn is_calendar(period: Period) -> bool {
    matches!(
        period.grain(),
        Grain::Day | Grain::Week | Grain::Month | Grain::Quarter | Grain::Half | Grain::Year
    )
}

/// No sentence is longer: what is, is a table or a list without its line ends.
const MOST_WORDS: usize = 1000;

/// What the date of a phrase is told as, where that is beyond doubt.
fn side(line: &Line, phrase: &Phrase) -> Option<Side> {
    // Each phrase looks at all of its sentence.
    if line.len() > MOST_WORDS {
        return None;
    }
    let quoted = |at: usize| matches!(line.text(at), "\"" | "“" | "”" | "``" | "''" | "«" | "»" | "„");
    if (0..line.len()).any(|at| quoted(at) || line.is_any(at, &["if", "unless", "would", "whether"])) {
        return None;
    }
    if line.follows(phrase.first, &["since"]) {
        return Some(Side::Past);
    }
    if !line.follows(phrase.first, &["in", "on", "for"]) {
        return None;
    }
    let preposition = phrase.first - 1;
    let planned = line.is(preposition, "for");
    if preposition == 0 {
        return fronted(line, phrase.end);
    }
    let verb = (0..preposition).rev().find(|at| !matches!(line.xpos(*at), Xpos::Rb | Xpos::Rp))?;
    if planned || line.has_role(verb, Role::Slated) {
        return is_coming_state(line, verb).then_some(Side::Coming);
    }
    match line.xpos(verb) {
        Xpos::Vbd if !line.has_role(verb, Role::Open) => Some(Side::Past),
        Xpos::Vbn if !line.has_role(verb, Role::Open) => passive(line, verb),
        Xpos::Vb if will(line, verb) || to_come(line, verb) => Some(Side::Coming),
        _ => None,
    }
}

/// "On 3 May 1998, the bridge opened": the first verb of the sentence is in the past tense, and nothing in the
/// sentence looks forward.
fn fronted(line: &Line, end: usize) -> Option<Side> {
    if !line.is(end, ",") {
        return None;
    }
    let forward = |at: usize| line.xpos(at) == Xpos::Md || line.has_role(at, Role::Slated);
    if (end..line.len()).any(forward) {
        return None;
    }
    let verb = (end..line.len()).find(|at| {
        matches!(line.xpos(*at), Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz)
    })?;
    let told = line.xpos(verb) == Xpos::Vbd;
    let auxiliary = line.is_any(verb, &["was", "were", "had"]);
    let open = |at: usize| line.has_role(at, Role::Open) && !line.is_any(at, &["was", "were", "had"]);
    (told && !open(verb) && !(auxiliary && (verb..line.len()).any(open))).then_some(Side::Past)
}

/// "was opened", "had been opened", "has opened" before a date are past; "will be opened" is to come.
fn passive(line: &Line, verb: usize) -> Option<Side> {
    let before: Vec<usize> = helpers(line, verb).collect();
    if before.iter().any(|at| line.xpos(*at) == Xpos::To || line.has_role(*at, Role::Slated)) {
        return None;
    }
    if before.iter().any(|at| line.xpos(*at) == Xpos::Md) {
        return before.iter().any(|at| is_will(line, *at)).then_some(Side::Coming);
    }
    // Without any other verb it is the verb of the sentence, whatever the tagger takes it for: "The bridge opened
    // on", but not "Cars sold in 2035 must run on hydrogen".
    let alone =
        || (0..line.len()).all(|at| at == verb || !matches!(line.tag(at).upos, Upos::Verb | Upos::Aux));
    let past = |at: &usize| line.is_any(*at, &["was", "were", "had", "has", "have"]);
    (before.iter().any(past) || alone()).then_some(Side::Past)
}

/// The auxiliaries, adverbs and "to" right before a verb.
fn helpers<'a>(line: &'a Line, verb: usize) -> impl Iterator<Item = usize> + 'a {
    let helper = |at: &usize| {
        matches!(line.xpos(*at), Xpos::Rb | Xpos::Md | Xpos::To)
            || line.is_any(*at, &["be", "been", "was", "were", "has", "have", "had", "is", "are"])
    };
    (verb.saturating_sub(4)..verb).rev().take_while(helper)
}

fn will(line: &Line, verb: usize) -> bool {
    helpers(line, verb).any(|at| is_will(line, at))
}

fn is_will(line: &Line, at: usize) -> bool {
    line.is_any(at, &["will", "'ll", "’ll"])
}

/// "is due to open", "are expected to meet": in the present tense, so that it was still to come.
fn to_come(line: &Line, verb: usize) -> bool {
    line.follows(verb, &["to"])
        && verb >= 2
        && line.has_role(verb - 2, Role::Slated)
        && is_coming_state(line, verb - 2)
}

/// "is scheduled", "are now due".
fn is_coming_state(line: &Line, at: usize) -> bool {
    if !line.has_role(at, Role::Slated) {
        return false;
    }
    let mut before = (at.saturating_sub(3)..at).rev().skip_while(|at| line.xpos(*at) == Xpos::Rb);
    before.next().is_some_and(|at| line.is_any(at, &["is", "are", "'s", "’s", "'re", "’re"]))
}

#[cfg(test)]
mod tests {
    use factcheck_syntax::{Analyser, sentences};
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use crate::time::Reader;

    /// When an article with this text can have been published.
    fn p(text: &str) -> String {
        let mut analyser = Analyser::new();
        let mut reader = Reader::new(None);
        let mut found = Vec::new();
        for range in sentences(text) {
            reader.read(text, analyser.analyse(text, range), &mut found);
        }
        reader.publication_range().to_string()
    }

    #[test]
    fn what_is_told_as_past_has_happened() {
        snap!(p("The bridge opened on 14 May 2024."), @"from 2024-05-13");
        snap!(p("The bridge was opened on May 14, 2024."), @"from 2024-05-13");
        snap!(p("The bridge collapsed in March 2022 and was rebuilt in 2023."), @"from 2022-12-31");
        snap!(p("On 14 May 2024, the mayor walked across."), @"from 2024-05-13");
        snap!(p("Trains have run there since June 2021."), @"from 2021-05-31");
        snap!(p("He had left quietly in 2019."), @"from 2018-12-31");
    }

    #[test]
    fn what_is_told_as_to_come_has_not() {
        snap!(p("The bridge will open on 14 May 2024."), @"until 2024-05-15");
        snap!(p("The bridge will be closed in June 2024."), @"until 2024-07-01");
        snap!(p("The trial is due to begin on 3 June 2024."), @"until 2024-06-04");
        snap!(p("A vote is scheduled for 3 June 2024."), @"until 2024-06-04");
        snap!(p("The bridge opened on 14 May 2024. A second will open in 2026."), @"2024-05-13 to 2027-01-01");
    }

    #[test]
    fn a_weekday_tells_the_year_between_two_others() {
        snap!(p("It was begun in 2023. It opened on Tuesday, March 5. It will close in 2025."), @"2024-03-04 to 2026-01-01");
        snap!(p("It was begun in 2023. It will reopen on Tuesday, March 5. It will close in 2025."), @"2022-12-31 to 2024-03-06");
        // Such a Tuesday comes in more years than one.
        snap!(p("It was begun in 2018. It opened on Tuesday, March 5. It will close in 2025."), @"2017-12-31 to 2026-01-01");
        snap!(p("It opened on Tuesday, March 5."), @"any day");
    }

    #[test]
    fn what_may_belong_to_something_else_tells_nothing() {
        for text in [
            "They discussed the vote on 5 May 2024.",
            "The firm sold contracts for delivery in June 2030.",
            "The minister announced elections in May 2025.",
            "The opening was planned for 5 May 2024.",
            "The meeting was postponed on 5 May 2024.",
            "He said the bridge would open on 5 May 2024.",
            "In 2030, the minister said, trains would run.",
            "In 2030, prices will double.",
            "“The bridge will open on 5 May 1924,” the old paper read.",
            "The lease was due to end in 2030.",
            "The ban expired in 2030.",
            "Unless it was repaired in 2024, it is unsafe.",
            "Cars sold in 2035 must run on hydrogen.",
            "The 2024 budget passed.",
            "Output fell by 2030 barrels.",
            "It rained on Tuesday.",
        ] {
            assert_eq!(p(text), "any day", "{text}");
        }
    }

    #[test]
    fn a_contradiction_tells_nothing() {
        assert_eq!(p("The bridge opened on 14 May 2024. Work on it will begin in 2019."), "any day");
    }

    proptest! {
        #[test]
        fn true_sentences_never_exclude_the_day(past in 0i64..4000, ahead in 2i64..4000, published in 0i64..20_000) {
            let day = |days| factcheck_core::calendar::add_days("1990-01-01".parse().unwrap_or_default(), days);
            let (Some(told), Some(now), Some(then)) =
                (day(published - past), day(published), day(published + ahead))
            else {
                return Ok(());
            };
            let text = format!(
                "The bridge opened on {}. A tunnel will open on {}.",
                told.format("%B %-d, %Y"), then.format("%B %-d, %Y")
            );
            let mut analyser = Analyser::new();
            let mut reader = Reader::new(None);
            for range in sentences(&text) {
                reader.read(&text, analyser.analyse(&text, range), &mut Vec::new());
            }
            let range = reader.publication_range();
            prop_assert!(range.ends().is_some_and(|(a, b)| a <= now && now <= b), "{text} {range}");
        }
    }
}
