//! A sentence's tokens as the grammar sees them: what each can be, and whether white space stands before it.
//! Knows the forms of figures ("21st", "10:35", "'90s"); knows no grammar.

use factcheck_syntax::{Tag, Tagged, Token, Xpos};

use super::{
    lexicon::{Kind, lookup},
    verbs::{Role, has_role},
};

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// What it can be.
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it follows the token before without white space.
    pub(super) glued: bool,
}

/// A sentence under the grammar's eyes. Indexes beyond its end are words of no kind.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) sentence: &'a dyn Tagged,
}

impl<'a> Line<'a> {
    pub(super) fn kind(&self, at: usize) -> Kind {
        self.words.get(at).map_or(Kind::Other, |word| word.kind)
    }

    /// Whether it is a word of no kind, or none.
    pub(super) fn is_other(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| matches!(word.kind, Kind::Other))
    }

    /// Its first byte; 0 beyond the end.
    pub(super) fn first(&self, at: usize) -> u8 {
        self.words
            .get(at)
            .and_then(|word| self.text.as_bytes().get(word.start as usize))
            .copied()
            .unwrap_or(0)
    }

    /// How many bytes it has.
    pub(super) fn width(&self, at: usize) -> u32 {
        self.words.get(at).map_or(0, |word| word.end.saturating_sub(word.start))
    }

    /// The kind of the word before `at`.
    pub(super) fn before(&self, at: usize) -> Kind {
        at.checked_sub(1).map_or(Kind::Other, |at| self.kind(at))
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        let Some(word) = self.words.get(at) else { return "" };
        self.text.get(word.start as usize..word.end as usize).unwrap_or_default()
    }

    /// The text of the word before `at`.
    pub(super) fn text_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        is_any(self.text(at), words)
    }

    /// Whether the word before `at` is one of those.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        is_any(self.text_before(at), words)
    }

    /// Whether the word has that role in telling times.
    pub(super) fn has_role(&self, at: usize, role: Role) -> bool {
        has_role(self.text(at), role)
    }

    /// Whether the word before `at` has it.
    pub(super) fn follows_role(&self, at: usize, role: Role) -> bool {
        has_role(self.text_before(at), role)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.capital)
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.glued)
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.sentence.tag(at)
    }

    /// Whether it may be a verb form; asks less of the tagger than its tag does.
    pub(super) fn may_be_verb(&self, at: usize) -> bool {
        self.sentence.may_be_verb(at)
    }

    pub(super) fn xpos(&self, at: usize) -> Xpos {
        self.tag(at).xpos
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Behind a hyphen, if one joins `at` to what follows ("two-day"); else `at`.
    pub(super) fn skip_hyphen(&self, at: usize) -> usize {
        if self.kind(at) == Kind::Dash && self.glued(at) && self.glued(at + 1) { at + 1 } else { at }
    }

    /// Behind one of the words, if it stands at `at`.
    pub(super) fn skip_any(&self, at: usize, words: &[&str]) -> usize {
        if self.is_any(at, words) { at + 1 } else { at }
    }

    pub(super) fn skip(&self, at: usize, kind: Kind) -> usize {
        if self.kind(at) == kind { at + 1 } else { at }
    }
}

fn is_any(text: &str, words: &[&str]) -> bool {
    !text.is_empty() && words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What the tokens of a sentence can be; replaces what `out` held.
pub(super) fn words(text: &str, sentence: &dyn Tagged, out: &mut Vec<Word>) {
    out.clear();
    let mut last = u32::MAX;
    for token in sentence.tokens() {
        out.push(word(text, *token, last == token.start));
        last = token.end;
    }
}

fn word(text: &str, token: Token, glued: bool) -> Word {
    let form = token.text(text);
    let first = form.as_bytes().first().copied().unwrap_or(0);
    // "1969's" is one token; its year is what counts.
    let owner = if first.is_ascii_digit() { owner(form) } else { form };
    Word {
        kind: kind(owner, first),
        start: token.start,
        end: token.end - u32::try_from(form.len() - owner.len()).unwrap_or(0),
        capital: first.is_ascii_uppercase(),
        glued,
    }
}

fn owner(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix("’s")).unwrap_or(form)
}

fn kind(form: &str, first: u8) -> Kind {
    match first {
        b'0'..=b'9' => figure(form),
        b',' => Kind::Comma,
        b'-' => Kind::Dash,
        b'\'' => apostrophe(form, 1),
        b'a'..=b'z' | b'A'..=b'Z' => word_or_code(form),
        _ => match form {
            "–" | "—" | "‑" | "−" => Kind::Dash,
            _ if form.starts_with(['’', '‘']) => apostrophe(form, 3),
            _ => Kind::Other,
        },
    }
}

/// Words of the table, and codes such as Q3 and FY2023.
fn word_or_code(form: &str) -> Kind {
    let bytes = form.as_bytes();
    if matches!(bytes[0], b'Q' | b'H' | b'F') && bytes.last().is_some_and(u8::is_ascii_digit) {
        return code(form).unwrap_or(Kind::Other);
    }
    lookup(form)
}

fn code(form: &str) -> Option<Kind> {
    if let Some(digits) = form.strip_prefix("FY") {
        let year: u32 = digits.parse().ok()?;
        return match digits.len() {
            2 => Some(Kind::FiscalYear(full_year(year))),
            4 => Some(Kind::FiscalYear(i32::try_from(year).ok()?)),
            _ => None,
        };
    }
    match form.as_bytes() {
        [b'Q', digit @ b'1'..=b'4'] => Some(Kind::QuarterCode(u32::from(digit - b'0'))),
        [b'H', digit @ b'1'..=b'2'] => Some(Kind::HalfCode(u32::from(digit - b'0'))),
        _ => None,
    }
}

/// "'90s", "'98", or a word that begins with an apostrophe.
fn apostrophe(form: &str, length: usize) -> Kind {
    let rest = form.get(length..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match (digits, rest.get(digits..).unwrap_or_default()) {
        (2, "s") => decade(rest, digits),
        (2, "") => rest.parse().map_or(Kind::Other, Kind::ShortYear),
        _ => lookup(form),
    }
}

/// The decade of "1990s" or "90s".
fn decade(form: &str, digits: usize) -> Kind {
    let Ok(year) = form[..digits].parse::<i32>() else { return Kind::Other };
    match digits {
        _ if year % 10 != 0 => Kind::Other,
        // Decades that people still call by two digits: '20s to '90s are of the twentieth century.
        2 if year >= 20 => Kind::Decade(190 + year / 10),
        // "the 470s BC": the era must follow.
        3 if year >= 100 => Kind::Decade(year / 10),
        4 if (1000..2100).contains(&year) => Kind::Decade(year / 10),
        _ => Kind::Other,
    }
}

/// A token that begins with a digit.
fn figure(form: &str) -> Kind {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 9 {
        return Kind::Other;
    }
    let (Ok(number), rest) = (form[..digits].parse::<u32>(), &form.as_bytes()[digits..]) else {
        return Kind::Other;
    };
    match rest {
        [] => Kind::Integer(number, u8::try_from(digits).unwrap_or(u8::MAX)),
        b"st" | b"nd" | b"rd" | b"th" if number > 0 && digits <= 3 => Kind::Ordinal(number),
        b"s" => decade(form, digits),
        b"Q" if (1..=4).contains(&number) => Kind::QuarterCode(number),
        b"H" if (1..=2).contains(&number) => Kind::HalfCode(number),
        [b':', tail @ ..] => clock(number, digits, tail),
        [b'.', tail @ ..] => decimal(number, tail),
        [b'/', ..] => slashes(form),
        _ => Kind::Other,
    }
}

fn clock(hour: u32, digits: usize, tail: &[u8]) -> Kind {
    let seconds = tail.len() == 2 || (tail.len() == 5 && tail[2] == b':');
    match tail.get(..2).and_then(number) {
        Some(minutes) if digits <= 2 && hour <= 24 && minutes < 60 && seconds => Kind::Clock(hour, minutes),
        _ => Kind::Other,
    }
}

fn decimal(whole: u32, tail: &[u8]) -> Kind {
    match (tail.len(), number(tail)) {
        (1, Some(tenths)) if whole < 10_000 => Kind::Decimal(whole * 100 + tenths * 10),
        (2, Some(hundredths)) if whole < 10_000 => Kind::Decimal(whole * 100 + hundredths),
        _ => dotted(whole, tail),
    }
}

fn number(bytes: &[u8]) -> Option<u32> {
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// "17.10.2023": day, month, year, as most of Europe writes with stops.
fn dotted(day: u32, tail: &[u8]) -> Kind {
    let mut parts = tail.split(|byte| *byte == b'.').map(number);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Some(month)), Some(Some(year @ 1000..=2199)), None) => numeric(year, month, day),
        _ => Kind::Other,
    }
}

/// Figures with slashes: dates, "2019/20", fractions.
fn slashes(form: &str) -> Kind {
    let mut parts = form.split('/').map(|part| (part.len(), part.parse::<u32>()));
    let (Some((first, Ok(a))), Some((second, Ok(b)))) = (parts.next(), parts.next()) else {
        return Kind::Other;
    };
    match (parts.next(), parts.next()) {
        (None, None) => two_with_slash((first, a), (second, b)),
        (Some((last, Ok(c))), None) => three_with_slash((first, a), b, (last, c)),
        _ => Kind::Other,
    }
}

fn two_with_slash((first, a): (usize, u32), (second, b): (usize, u32)) -> Kind {
    let follows = match second {
        2 => (a.saturating_add(1)) % 100 == b,
        4 => a.saturating_add(1) == b,
        _ => false,
    };
    match i32::try_from(a) {
        Ok(year) if first == 4 && follows && (1800..2100).contains(&a) => Kind::SplitYear(year),
        _ if first <= 2 && second <= 2 && b > 0 => Kind::Fraction(a, b),
        _ => Kind::Other,
    }
}

/// Month first as in America, unless only the other order makes a date.
fn three_with_slash((first, a): (usize, u32), b: u32, (last, c): (usize, u32)) -> Kind {
    match (first, last) {
        (4, 1..=2) => numeric(a, b, c),
        (1..=2, 2 | 4) => {
            let year = if last == 2 { full_year(c).unsigned_abs() } else { c };
            if a > 12 { numeric(year, b, a) } else { numeric(year, a, b) }
        }
        _ => Kind::Other,
    }
}

fn numeric(year: u32, month: u32, day: u32) -> Kind {
    match i32::try_from(year) {
        Ok(year) if (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year) => {
            Kind::Numeric(year, month, day)
        }
        _ => Kind::Other,
    }
}

/// A year of two digits: 00 to 49 are of this century, 50 to 99 of the last.
pub(super) fn full_year(two: u32) -> i32 {
    let two = i32::try_from(two % 100).unwrap_or(0);
    if two < 50 { 2000 + two } else { 1900 + two }
}
