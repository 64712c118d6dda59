//! Words and marks of a sentence, cut as Universal Dependencies does for English. Sees characters
//! only: no tags, no models.
//!
//! Both treebanks (EWT and GUM) cut hyphenated words ("two-day" is two - day; "17-year-old" is
//! five tokens) unless the first part is a bare prefix ("non-profit", "co-founder"), units off their
//! figures ("5km" is 5 km) and clitics off their hosts ("don't" is do n't). So do we.

use std::ops::Range;

/// One token: byte offsets of the text that was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl Token {
    /// The token's characters. Empty where the offsets are not of this text.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The token's place.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Cuts `text[range]`, one sentence, into tokens, which replace what `out` held.
///
/// Tokens are in order, never empty, never overlap, and cover everything but white space. Texts
/// beyond 4 GiB, and ranges off character borders, give no tokens.
pub fn tokenize(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    out.clear();
    let (Some(sentence), Ok(_)) = (text.get(range.clone()), u32::try_from(text.len())) else { return };
    let body = sentence.trim_end_matches(closes).trim_end();
    // Where the stop that ends the sentence stands; other stops belong to abbreviations.
    let final_stop = range.start + body.len().saturating_sub(1);
    let mut cutter = Cutter { text, bytes: text.as_bytes(), end: range.end, final_stop, out };
    let mut at = range.start;
    while at < range.end {
        at = cutter.token(at);
    }
}

struct Cutter<'t, 'o> {
    text: &'t str,
    bytes: &'t [u8],
    end: usize,
    final_stop: usize,
    out: &'o mut Vec<Token>,
}

impl Cutter<'_, '_> {
    /// Cuts what begins at `at`; gives the place behind it.
    fn token(&mut self, at: usize) -> usize {
        let byte = self.bytes[at];
        if byte.is_ascii_alphabetic() || byte.is_ascii_digit() {
            return self.word(at);
        }
        if byte == b' ' {
            return at + 1;
        }
        let Some(c) = self.char_at(at) else { return self.end };
        if c.is_whitespace() || is_ignorable(c) {
            return at + c.len_utf8();
        }
        if c.is_alphanumeric() {
            return self.word(at);
        }
        if let Some(end) = self.clitic_or_year(at, c) {
            return self.push(at, end);
        }
        if c == '.'
            && self.char_at(at + 1).is_some_and(|next| next.is_ascii_digit())
            && !self.digit_before(at)
        {
            return self.word(at);
        }
        let mut end = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?' | '-' | '*' | '=' | '_' | '~' | '`' | '\'' | '+' | '#') {
            while self.char_at(end) == Some(c) {
                end += c.len_utf8();
            }
        }
        self.push(at, end)
    }

    /// A clitic whose host was cut off before ("'s" behind a quote), or a year ("'90s", "’02").
    fn clitic_or_year(&self, at: usize, c: char) -> Option<usize> {
        if !is_apostrophe(c) {
            return None;
        }
        let start = at + c.len_utf8();
        let letters = self.run(start, char::is_alphanumeric);
        let rest = &self.text[start..letters];
        let two_digits = rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        if two_digits && matches!(&rest[2..], "" | "s") {
            return Some(letters);
        }
        let attached = at > 0 && !self.text[..at].ends_with(|c: char| c.is_whitespace());
        (attached && is_clitic(rest)).then_some(letters)
    }

    /// The end of a word of plain letters with nothing joined to it, as most are.
    fn plain_word(&self, start: usize) -> Option<usize> {
        let bytes = self.bytes.get(start..self.end)?;
        let length = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
        let next = bytes.get(length).copied().unwrap_or(b' ');
        let ends = matches!(next, b' ' | b'\n' | b',' | b';' | b')' | b'"' | b'!' | b'?') && length > 0;
        // "cannot" is two words.
        let fused = matches!(length, 5 | 6) && matches!(bytes[0] | 0x20, b'c' | b'g' | b'w' | b'l');
        (ends && !fused).then_some(start + length)
    }

    /// A word or figure with all that is joined to it.
    fn word(&mut self, start: usize) -> usize {
        if let Some(end) = self.plain_word(start) {
            return self.push(start, end);
        }
        if let Some(end) = self.address(start) {
            return self.push(start, end);
        }
        let mut end = start;
        loop {
            end = self.run_fast(end);
            match self.joiner(start, end) {
                0 => break,
                length => end += length,
            }
            // "US$5": the sign ends its word.
            if self.bytes[end - 1] == b'$' {
                break;
            }
        }
        end = end.max(start + 1);
        self.cut_word(start, end);
        end
    }

    /// How many bytes at `at` go on with the word from `start`; none where it ends.
    fn joiner(&self, start: usize, at: usize) -> usize {
        let Some(&byte) = self.bytes.get(at).filter(|_| at < self.end) else { return 0 };
        let c = if byte.is_ascii() { char::from(byte) } else { self.char_at(at).unwrap_or(' ') };
        let length = c.len_utf8();
        let next = self.char_at(at + length);
        let digit_next = next.is_some_and(|c| c.is_ascii_digit());
        let letter_next = next.is_some_and(char::is_alphabetic);
        let digit_before = self.digit_before(at);
        let joins = match c {
            ',' | '/' => digit_before && digit_next,
            '.' if letter_next || digit_next => self.stop_joins(start, at),
            '.' => self.is_abbreviated(start, at) && next != Some('.'),
            ':' => digit_before && digit_next && at - start <= 2,
            '\'' | '’' => letter_next,
            '&' | '_' | '@' => letter_next || digit_next,
            '-' => (letter_next && is_prefix(&self.text[start..at])) || digit_before && self.is_telephone(at),
            '$' => {
                matches!(&self.text[start..at], "US" | "U.S." | "A" | "AU" | "C" | "CA" | "NZ" | "HK" | "S")
            }
            c => is_mark(c),
        };
        if joins { length } else { 0 }
    }

    /// Whether a stop before a letter or digit is inside the word: "3.5", "U.S", "example.com".
    fn stop_joins(&self, start: usize, at: usize) -> bool {
        let before = &self.text[start..at];
        let lower = before.bytes().rev().take_while(u8::is_ascii_lowercase).count();
        let next_upper = self.char_at(at + 1).is_some_and(char::is_uppercase);
        !(lower >= 3 && next_upper)
    }

    /// Whether the stop at `at` belongs to the word: every stop that does not end the sentence, and
    /// the last one of "U.S." even where it does.
    fn is_abbreviated(&self, start: usize, at: usize) -> bool {
        let word = &self.text[start..at];
        if word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
            // "1." opens a list; behind other figures a stop is the sentence's.
            return at != self.final_stop && self.out.is_empty() && word.len() <= 2;
        }
        if at != self.final_stop {
            return word.len() <= 6 || word.contains('.');
        }
        word.contains('.')
            && word.split('.').all(|part| part.len() <= 2 && part.chars().all(char::is_alphabetic))
    }

    /// "555-1234": digits on both sides, at least three before and four behind, and nothing else.
    fn is_telephone(&self, at: usize) -> bool {
        let before = self.bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let behind = self.bytes[at + 1..self.end].iter().take_while(|byte| byte.is_ascii_digit()).count();
        before == 3 && (behind == 4 || behind == 3 && self.bytes.get(at + 4) == Some(&b'-'))
    }

    /// A web or mail address, without the marks behind it.
    fn address(&self, start: usize) -> Option<usize> {
        let rest = &self.bytes[start..self.end];
        let first = rest.first()?.to_ascii_lowercase();
        let is_address = match first {
            b'h' => {
                rest.len() > 7 && rest[..4].eq_ignore_ascii_case(b"http") && {
                    rest[4..].starts_with(b"://") || rest[4..].starts_with(b"s://")
                }
            }
            b'w' => rest.len() > 4 && rest[..4].eq_ignore_ascii_case(b"www."),
            _ => false,
        };
        if !is_address {
            return None;
        }
        let end = self.run(start, |c| !c.is_whitespace() && !matches!(c, '"' | '“' | '”' | '<' | '>'));
        let kept =
            self.text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
        Some(start + kept.len())
    }

    /// Cuts clitics and units off a word and keeps the pieces.
    fn cut_word(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        let first = word.as_bytes()[0];
        let cut = if first.is_ascii_digit() || first == b'.' {
            unit_cut(word)
        } else {
            clitic_cut(word).or_else(|| fused_cut(word))
        };
        let Some(cut) = cut else {
            self.push(start, end);
            return;
        };
        // "couldn't've": the host may hold another clitic.
        self.cut_word(start, start + cut);
        self.push(start + cut, end);
    }

    fn push(&mut self, start: usize, end: usize) -> usize {
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            self.out.push(Token { start, end });
        }
        end
    }

    /// The end of the letters and digits from `at`.
    fn run_fast(&self, at: usize) -> usize {
        let ascii = self.bytes[at..self.end].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let at = at + ascii;
        if at < self.end && !self.bytes[at].is_ascii() { self.run(at, char::is_alphanumeric) } else { at }
    }

    fn run(&self, at: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[at..self.end];
        at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        let byte = self.bytes[at];
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(at..self.end)?.chars().next() }
    }

    fn digit_before(&self, at: usize) -> bool {
        at > 0 && self.bytes[at - 1].is_ascii_digit()
    }
}

/// Where the clitic of a word begins: n't, 's, 're, 've, 'll, 'd, 'm, and a bare apostrophe.
fn clitic_cut(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    // Most words have no apostrophe in their last characters, and end here.
    let tail = &bytes[bytes.len().saturating_sub(6)..];
    if !tail.iter().any(|byte| *byte == b'\'' || *byte == 0x99) {
        return None;
    }
    let at = word.rfind(is_apostrophe)?;
    let apostrophe = word[at..].chars().next()?;
    let behind = &word[at + apostrophe.len_utf8()..];
    if at == 0 {
        return None;
    }
    if behind.eq_ignore_ascii_case("t") && word[..at].ends_with(['n', 'N']) {
        return (at > 1).then(|| at - 1);
    }
    is_clitic(behind).then_some(at)
}

fn is_clitic(letters: &str) -> bool {
    let mut lower = [0; 2];
    let Some(lower) = lower.get_mut(..letters.len()) else { return false };
    lower.copy_from_slice(letters.as_bytes());
    lower.make_ascii_lowercase();
    matches!(&*lower, b"s" | b"re" | b"ve" | b"ll" | b"d" | b"m")
}

/// Two words that are written as one.
fn fused_cut(word: &str) -> Option<usize> {
    const FUSED: &[(&str, usize)] =
        &[("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3)];
    if !(5..=6).contains(&word.len()) {
        return None;
    }
    FUSED.iter().find(|(form, _)| word.eq_ignore_ascii_case(form)).map(|(_, cut)| *cut)
}

/// Where the unit behind a figure begins: "79bn", "5km", "10am"; not "21st", "1990s", "3D".
fn unit_cut(word: &str) -> Option<usize> {
    const UNITS: &[&str] = &[
        "a.m", "a.m.", "am", "b", "bbl", "bcf", "bcm", "bn", "bpd", "bps", "c", "cc", "cm", "cwt", "f", "ft",
        "g", "gb", "ghz", "gw", "gwh", "ha", "hp", "hr", "hrs", "hz", "in", "k", "kb", "kg", "khz", "km",
        "kmh", "kph", "kt", "kw", "kwh", "l", "lb", "lbs", "m", "mb", "mg", "mhz", "mi", "min", "mins", "ml",
        "mm", "mmbtu", "mn", "mph", "mt", "mw", "mwh", "nm", "oz", "p", "p.m", "p.m.", "pc", "pm", "pp",
        "pt", "rpm", "sec", "secs", "sq", "t", "tb", "tcf", "tn", "tr", "trn", "tw", "twh", "v", "w", "yd",
        "yds", "yr", "yrs",
    ];
    let cut = word.find(|c: char| c.is_ascii_alphabetic()).filter(|cut| *cut > 0)?;
    let unit = &word[cut..];
    if unit.len() > 5 || !unit.is_ascii() {
        return None;
    }
    // "5G" and "3C" name things; "5M" and "7K" count them.
    if unit.len() == 1 && unit.as_bytes()[0].is_ascii_uppercase() && !matches!(unit, "M" | "K") {
        return None;
    }
    let mut lower = [0; 5];
    let lower = &mut lower[..unit.len()];
    lower.copy_from_slice(unit.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    UNITS.binary_search(&lower).is_ok().then_some(cut)
}

/// Parts before a hyphen that are no words, and stay with what follows.
fn is_prefix(part: &str) -> bool {
    const PREFIXES: &[&str] = &[
        "anti", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "mega", "mid", "mini",
        "multi", "neo", "non", "over", "pan", "post", "pre", "pro", "pseudo", "quasi", "re", "self", "semi",
        "socio", "sub", "super", "trans", "ultra", "un", "under", "vice",
    ];
    let mut lower = [0; 7];
    let Some(lower) = lower.get_mut(..part.len()) else { return false };
    lower.copy_from_slice(part.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|lower| PREFIXES.binary_search(&lower).is_ok())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Combining marks, which belong to the letter before, and joiners inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Characters without width.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn closes(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::{Token, tokenize};

    fn t(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        tokens.iter().map(|token: &Token| token.text(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words() {
        snap!(t("The cat sat."), @"The cat sat .");
        snap!(t("We don't, can't and cannot; she'd've."), @"We do n't , ca n't and can not ; she 'd 've .");
        snap!(t("Putin’s and the players’ O'Neill"), @"Putin ’s and the players ’ O'Neill");
        snap!(t("a two-day, non-profit trip"), @"a two - day , non-profit trip");
        snap!(t("the 17-year-old ex-minister—once"), @"the 17 - year - old ex-minister — once");
        snap!(t("AT&T and/or Zoë in São Paulo"), @"AT&T and / or Zoë in São Paulo");
        snap!(t("‘It’s late,’ he said"), @"‘ It ’s late , ’ he said");
    }

    #[test]
    fn figures() {
        snap!(t("$79bn, €1.2m or US$5"), @"$ 79 bn , € 1.2 m or US$ 5");
        snap!(t("40% of 1,234,567 in the 1990s"), @"40 % of 1,234,567 in the 1990s");
        snap!(t("at 10:30 on 3/4/2022, the 21st"), @"at 10:30 on 3/4/2022 , the 21st");
        snap!(t("10am, 10 p.m. and 5km"), @"10 am , 10 p.m. and 5 km");
        snap!(t("won 3-1 from 2010–2015; 5G; .5; '90s"), @"won 3 - 1 from 2010 – 2015 ; 5G ; .5 ; '90s");
        snap!(t("It fell by 3."), @"It fell by 3 .");
        snap!(t("A -5.4% fall"), @"A - 5.4 % fall");
    }

    #[test]
    fn stops() {
        snap!(t("Mr. Li of the U.S. left."), @"Mr. Li of the U.S. left .");
        snap!(t("He lives in the U.S."), @"He lives in the U.S.");
        snap!(t("“No,” she said... “Go!!”"), @"“ No , ” she said ... “ Go !! ”");
        snap!(t("\"It ended in D.C.\""), @r#"" It ended in D.C. ""#);
        snap!(t("at https://example.org/a_b?c=1. Mail bo@example.org."), @"at https://example.org/a_b?c=1 . Mail bo@example.org .");
    }

    proptest! {
        #[test]
        fn covers_all_but_white_space(text in "\\PC*|([a-zA-Z0-9.!?\"'“”’…,/%$@_:& -]{0,60})") {
            let mut tokens = Vec::new();
            tokenize(&text, 0..text.len(), &mut tokens);
            let mut last = 0;
            for token in &tokens {
                let range = token.range();
                prop_assert!(last <= range.start && range.start < range.end && range.end <= text.len());
                prop_assert!(text.get(range.clone()).is_some());
                prop_assert!(text[last..range.start].chars().all(|c| c.is_whitespace() || super::is_ignorable(c)));
                last = range.end;
            }
            prop_assert!(text[last..].chars().all(|c| c.is_whitespace() || super::is_ignorable(c)));
        }

        #[test]
        fn any_range(text in "\\PC{0,20}", start in 0_usize..30, end in 0_usize..30) {
            tokenize(&text, start..end, &mut Vec::new());
        }
    }
}
