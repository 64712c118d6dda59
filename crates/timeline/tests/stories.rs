//! What the rules say of invented stories, all of Tuesday 17 October 2023: one finding a line, agreements too.

use factcheck_core::{article::Article, record::Records};
use factcheck_extract::Extractor;
use insta::assert_snapshot as snap;

/// The findings of a story, by code.
fn t(articles: &[&str]) -> String {
    let mut extractor = Extractor::new();
    let read = |(index, text): (usize, &&str)| {
        extractor.extract(&Article {
            id: format!("{}.txt", index + 1),
            file: format!("{}.txt", index + 1),
            source: format!("Paper {}", index + 1),
            text: (*text).to_owned(),
            published: "2023-10-17".parse().ok(),
            ..Article::default()
        })
    };
    let records: Vec<Records> = articles.iter().enumerate().map(read).collect();
    let mut lines: Vec<String> = factcheck_timeline::check(&records, &[])
        .findings
        .iter()
        .map(|finding| format!("{:?} {}: {}", finding.severity, finding.code, finding.message))
        .collect();
    lines.sort();
    lines.join("\n")
}

#[test]
fn one_event_on_two_days() {
    snap!(t(&["Ada Brandt arrived in Ravel on Monday.", "Ada Brandt arrived in Ravel on Sunday."]), @"Warning T101: visit (Ada Brandt): Monday 2023-10-16 (Paper 1) and Sunday 2023-10-15 (Paper 2) cannot both hold of one event");
    snap!(t(&["The trial of Per Olsen will begin on 12 November in Ravel.", "The trial of Per Olsen is due to begin on 14 November in Ravel."]), @"Warning T101: try (Per Olsen): Sunday 2023-11-12 (Paper 1) and Tuesday 2023-11-14 (Paper 2) cannot both hold of one event");
    snap!(t(&["Ostland will hold elections in May.", "Ostland will hold elections in June."]), @"Warning T101: elect (Ostland): 2024-05 (Paper 1) and 2024-06 (Paper 2) cannot both hold of one event");
}

#[test]
fn what_is_done_again_is_no_conflict() {
    snap!(t(&["The Ravel council met on Monday to discuss the budget.", "The Ravel council met again on Tuesday to discuss the budget."]), @"");
    snap!(t(&["Police said on Monday that 12 people had died in the Ravel fire.", "Police said on Tuesday that 14 people had died in the Ravel fire."]), @"");
    snap!(t(&["Police in Ravel arrested a man on Monday over the robbery.", "Police in Ravel arrested a second man on Tuesday over the robbery."]), @"");
    snap!(t(&["Ada Brandt visited Ravel on 3 May 2023.", "Ada Brandt visited Ravel on 12 October 2023."]), @"");
}

#[test]
fn zones_decide_before_clocks() {
    snap!(t(&["The quake struck Ravel at 3 p.m. (1200 GMT) on Monday.", "The quake struck Ravel at 12:00 GMT on Monday."]), @"
    Agreement T101: hit (Ravel): Monday 2023-10-16 (Paper 1) and Monday 2023-10-16 (Paper 2) agree
    Agreement T108: time of day of hit: 15:00 and 12:00 agree
    ");
    snap!(t(&["The quake struck Ravel at 3 p.m. (1200 GMT) on Monday.", "The quake struck Ravel at 14:20 GMT on Monday."]), @"
    Agreement T101: hit (Ravel): Monday 2023-10-16 (Paper 1) and Monday 2023-10-16 (Paper 2) agree
    Warning T108: time of day of hit: 15:00 UTC+03:00 and 14:20 UTC+00:00 cannot both hold of one event
    ");
    // One names no zone: nothing is compared.
    snap!(t(&["The quake struck Ravel at 3:10 p.m. on Monday.", "The quake struck Ravel at 12:10 GMT on Monday."]), @"Agreement T101: hit (Ravel): Monday 2023-10-16 (Paper 1) and Monday 2023-10-16 (Paper 2) agree");
}

#[test]
fn circles_and_lengths() {
    snap!(t(&["Per Olsen was arrested on 3 May 2023, two days after the attack on the Ravel bridge.", "The attack on the Ravel bridge took place on 6 May 2023, and Per Olsen was arrested later."]), @"Warning T105: “two days after the attack”, “arrested on 3 May 2023”, “attack on the Ravel bridge took place on 6 May 2023” cannot all hold");
    snap!(t(&["Brandt and Lindqvist signed the Ravel treaty the day after the election in Ostland.", "Brandt and Lindqvist signed the Ravel treaty three weeks after the election in Ostland."]), @"Conflict T103: time from elect to sign: “the day after the election” and “three weeks after the election” cannot both hold");
}

#[test]
fn beginnings_ends_and_lengths() {
    snap!(t(&["The three-day summit of Brandt and Lindqvist in Ravel opened on 2 October and ended on 9 October."]), @"Warning T104: length of summit: summit lasts 3 days, summit begins: 2023-10-02, summit ends: 2023-10-09 cannot all hold, whichever way days are counted");
    snap!(t(&["The three-day summit of Brandt and Lindqvist in Ravel opened on 2 October and ended on 5 October."]), @"");
    snap!(t(&["The three-day summit of Brandt and Lindqvist in Ravel opened on 2 October.", "The summit of Brandt and Lindqvist in Ravel ended on 10 October."]), @"Warning T104: length of summit: summit lasts 3 days, summit begins: 2023-10-02, summit ends: 2023-10-10 cannot all hold, whichever way days are counted");
    snap!(t(&["The summit of Brandt and Lindqvist in Ravel opened on 6 October.", "The summit of Brandt and Lindqvist in Ravel ended on 2 October."]), @"Warning T105: “summit of Brandt and Lindqvist in Ravel opened on 6 October”, “summit of Brandt and Lindqvist in Ravel ended on 2 October” cannot all hold");
    snap!(t(&["The summit of Brandt and Lindqvist in Ravel lasted from 2 October to 6 October.", "The summit of Brandt and Lindqvist in Ravel ended on 6 October after five days."]), @"");
}

#[test]
fn firsts_and_ages() {
    snap!(t(&["It was the first meeting of Ada Brandt and Otto Lindqvist in 22 days.", "Ada Brandt met Otto Lindqvist on 25 September 2023 in Ravel."]), @"Agreement T106: “meeting of Ada Brandt and Otto Lindqvist in 22 days” fits such an event on 2023-09-25");
    snap!(t(&["It was the first meeting of Ada Brandt and Otto Lindqvist in 22 days.", "Ada Brandt met Otto Lindqvist on 10 October 2023 in Ravel."]), @"Warning T106: “meeting of Ada Brandt and Otto Lindqvist in 22 days” does not fit such an event on 2023-10-10");
    snap!(t(&["Ada Brandt was born on 3 May 1970 in Ravel.", "Ada Brandt, 53, was elected mayor of Ravel on Monday."]), @"Agreement T107: age of Ada Brandt: 53 fits a birth on 1970-05-03");
    snap!(t(&["Ada Brandt was born on 3 May 1970 in Ravel.", "Ada Brandt, 47, was elected mayor of Ravel on Monday."]), @"Warning T107: age of Ada Brandt: 47 does not fit a birth on 1970-05-03");
}

#[test]
fn days_that_cannot_be() {
    snap!(t(&["The talks in Ravel began on Monday, October 17, 2023."]), @"Conflict T102: “Monday, October 17, 2023”: 2023-10-17 is a Tuesday");
    snap!(t(&["The treaty was signed on 25 October 2023 in Ravel."]), @"Warning T109: told as done on 2023-10-25, but the article is of 2023-10-17");
    snap!(t(&["The treaty will be signed on 25 October 2023 in Ravel."]), @"");
}
