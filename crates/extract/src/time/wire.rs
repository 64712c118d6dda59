//! When a news agency sent a story, as its own last line tells: "AP-NY-05-14-24 1703EDT". Sees the text only.
//!
//! Archives and reprints file a story under later days than it was written on; what "Wednesday" means in it rests
//! on the day that it was sent.

use chrono::{NaiveDate, NaiveTime};
use factcheck_core::{article::Article, stamp::Stamp};

use super::words::full_year;

/// How many of the last lines with text may stand below the agency's.
const LINES: usize = 3;

/// Stories are reprinted days or weeks after they were sent; what is older is another story's.
const REPRINTED: i64 = 60;

/// When the article was written, as far as it is known: its publication, or when its agency sent it if that was
/// a little before.
pub(crate) fn written(article: &Article) -> Option<Stamp> {
    let published = article.published?;
    let is_reprint = |sent: &Stamp| (1..=REPRINTED).contains(&(published.date - sent.date).num_days());
    sent(&article.text).filter(is_reprint).or(Some(published))
}

/// When the agency sent the story, if its last lines tell.
pub(super) fn sent(text: &str) -> Option<Stamp> {
    text.lines().rev().map(str::trim).filter(|line| !line.is_empty()).take(LINES).find_map(trailer)
}

/// Agency, office, month, day, year of two figures, and the time of day, maybe with its zone.
fn trailer(line: &str) -> Option<Stamp> {
    let (agency, clock) = line.split_once(' ')?;
    let mut parts = agency.rsplit('-');
    let (year, day, month) = (two(parts.next()?)?, two(parts.next()?)?, two(parts.next()?)?);
    let names =
        parts.filter(|name| (2..=4).contains(&name.len()) && name.bytes().all(|c| c.is_ascii_uppercase()));
    if !(1..=2).contains(&names.count()) {
        return None;
    }
    let (hour, minute) = (clock.get(..2).and_then(two)?, clock.get(2..4).and_then(two)?);
    let zone = clock.get(4..)?;
    if zone.len() > 4 || !zone.bytes().all(|c| c.is_ascii_uppercase()) {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(full_year(year), month, day)?;
    Some(Stamp { date, time: Some(NaiveTime::from_hms_opt(hour, minute, 0)?), offset: None })
}

fn two(figures: &str) -> Option<u32> {
    (figures.len() == 2 && figures.bytes().all(|c| c.is_ascii_digit())).then(|| figures.parse().ok())?
}

#[cfg(test)]
mod tests {
    use factcheck_core::article::Article;
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::{sent, written};

    fn s(text: &str) -> String {
        sent(text).map_or_else(|| "none".to_owned(), |stamp| stamp.to_string())
    }

    #[test]
    fn trailers() {
        snap!(s("The bridge reopened.\n\nAP-NY-05-14-24 1703EDT\n"), @"2024-05-14T17:03:00");
        snap!(s("The bridge reopened.\nNYT-11-20-98 1930EST\n\n"), @"1998-11-20T19:30:00");
        snap!(s("The bridge reopened.\nAP-NY-01-07-00 0303\n30\n"), @"2000-01-07T03:03:00");
        snap!(s("The bridge reopened.\nAP-NY-13-07-00 0303\n"), @"none");
        snap!(s("The bridge reopened.\nAP-NY-01-07-00 2561\n"), @"none");
        snap!(s("AP-NY-01-07-00 0303\n1\n2\n3\nThe bridge reopened.\n"), @"none");
        snap!(s("The bridge reopened: call 555-01-07-00 0303 now.\n"), @"none");
        snap!(s(""), @"none");
    }

    #[test]
    fn reprints_rest_on_when_they_were_sent() {
        let w = |published: &str| {
            let text = "It fell on Wednesday.\nAP-NY-01-07-00 0303".to_owned();
            let article = Article { text, published: published.parse().ok(), ..Article::default() };
            written(&article).map_or_else(|| "none".to_owned(), |stamp| stamp.to_string())
        };
        snap!(w("2000-01-07"), @"2000-01-07");
        snap!(w("2000-01-15"), @"2000-01-07T03:03:00");
        snap!(w("2000-01-06"), @"2000-01-06");
        snap!(w("2001-01-06"), @"2001-01-06");
        snap!(w(""), @"none");
    }

    proptest! {
        #[test]
        fn never_fails(text in "([A-Z]{2,4}-){1,3}[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9A-Z]{0,8}|\\PC{0,40}") {
            let _ = sent(&text);
        }
    }
}
