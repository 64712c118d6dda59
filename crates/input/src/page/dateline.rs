//! The place before the first sentence: "HONG KONG/MOSCOW (Reuters) –".

use std::ops::Range;

use factcheck_core::{
    article::{Furniture, FurnitureKind::Byline},
    span::Span,
};

use super::{
    Page,
    lexicon::{Kind, Position, has},
    lines::head,
    names::is_agency,
    stamps::without_date,
};

/// The opening paragraph, or the one after it.
const MOST_LINES: usize = 3;
/// Places, a date and an agency.
const MOST_BYTES: usize = 110;

/// Marks the dateline, dash included, and answers its place. Its date is left to the reader of dates.
pub(super) fn find(page: &mut Page<'_>, headline: Option<usize>) -> Option<String> {
    let body = (0..page.lines.len()).filter(|index| page.is_free(*index) && Some(*index) != headline);
    let (start, place, date, end) = body.take(MOST_LINES).find_map(|index| {
        let line = &page.lines[index];
        let next = page.lines.get(index + 1).map_or("", |next| next.text);
        let (place, end) = dateline(line.text, next)?;
        Some((line.start, place.to_owned(), date_after(line.text, place), end))
    })?;
    let mut part = |from: usize, to: usize| {
        page.parts.push(Furniture { span: Span::new(start + from, start + to), kind: Byline });
    };
    match date {
        Some(date) => {
            part(0, date.start);
            part(date.end, end);
        }
        None => part(0, end),
    }
    Some(place)
}

/// Where the date stands between the place and the agency or dash, if there is one.
fn date_after(text: &str, place: &str) -> Option<Range<usize>> {
    let behind = &text[place.len()..];
    let lead = behind.len() - behind.trim_start_matches([',', ' ']).len();
    let rest = &behind[lead..];
    let cut = |c: char| matches!(c, '(' | '-' | '_' | '—' | '–' | '―' | '‒');
    let date = rest[..rest.find(cut)?].trim_end_matches([',', ' ']);
    let start = place.len() + lead;
    (lead > 0 && date.contains(|c: char| c.is_ascii_digit())).then(|| start..start + date.len())
}

/// The place, and where the dash after it ends. The sentence may begin in the next line.
fn dateline<'a>(text: &'a str, next: &str) -> Option<(&'a str, usize)> {
    let begins_after = |end: usize| {
        let rest = text[end..].trim_start();
        begins_sentence(if rest.is_empty() { next } else { rest })
    };
    let reach = head(text, MOST_BYTES);
    let dash = dashes(reach).find_map(|(at, end)| {
        let place = place(text[..at].trim_end(), true)?;
        begins_after(end).then_some((place, end))
    });
    dash.or_else(|| {
        // Some agencies write no dash: "Paris (CNN) The minister …".
        let end = reach.find(") ")? + 1;
        let place = place(&text[..end], false)?;
        begins_after(end).then_some((place, end))
    })
}

/// Every dash with blanks or without, and every hyphen that stands for one.
fn dashes(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.char_indices().filter_map(|(at, c)| {
        // Nearly all characters are letters and blanks.
        if c.is_ascii() && !matches!(c, '-' | '_') {
            return None;
        }
        let rest = &text[at..];
        if rest.starts_with("--") {
            return Some((at, at + 2));
        }
        match c {
            '—' | '–' | '―' | '‒' => Some((at, at + c.len_utf8())),
            '-' | '_'
                if text[..at].ends_with([' ', ')']) && (rest.len() == 1 || rest[1..].starts_with(' ')) =>
            {
                Some((at, at + 1))
            }
            _ => None,
        }
    })
}

fn begins_sentence(text: &str) -> bool {
    let opener = |c: char| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“' | '\'' | '‘' | '$' | '€' | '£')
    };
    text.starts_with(opener)
}

/// The place in "LONDON, May 3 (AP)". In capitals where no known agency follows.
fn place(text: &str, dash: bool) -> Option<&str> {
    let (head, agency) = match text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((head, agency)) => (head.trim_end(), Some(agency)),
        None => (text, None),
    };
    let known = agency.is_some_and(is_agency);
    if !dash && !known {
        return None;
    }
    let place = without_date(head.trim_end_matches([',', ' '])).trim_end_matches([',', ' ']);
    let (city, region) = place.split_once(',').unwrap_or((place, ""));
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let fits = if known { is_capitalised(city, 5) } else { is_capitals(city) && letters >= 4 };
    let label = has(Kind::NotAPlace, Position::Word, &city.to_lowercase());
    (fits && !label && (region.is_empty() || is_capitalised(region, 4))).then_some(place)
}

fn is_capitals(text: &str) -> bool {
    let mut words = text.split([' ', '/']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && text.split(' ').count() <= 6
        && words.all(|word| {
            let letters = word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '\'' | '’' | '-'));
            letters && word.contains(char::is_uppercase)
        })
}

fn is_capitalised(text: &str, most: usize) -> bool {
    let words: Vec<&str> = text.split([' ', '/', ',']).filter(|word| !word.is_empty()).collect();
    !words.is_empty()
        && words.len() <= most
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
        })
}
