//! The tokens of a sentence as the reader wants them: figures with their value, glued parts cut off
//! ("USD34.6m" is three items), everything else a word or a mark. Knows no grammar.

use factcheck_core::span::Span;
use factcheck_syntax::{Tag, Tagged, Token, Upos};
use rust_decimal::Decimal;

use super::lexicon::{Numeral, lexicon};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A figure.
    Figure(Figure),
    /// "1/4": numerator and denominator.
    Fraction(u32, u32),
    /// Letters and digits that are no number: "21st", "G20", "10:30".
    Name,
    /// A word.
    Word,
    /// A single character that is no letter.
    Mark(char),
}

/// A figure as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub value: Decimal,
    /// Digits behind the decimal mark.
    pub decimals: u32,
    /// Whether thousands are marked off.
    pub is_grouped: bool,
    /// Digits of the whole part.
    pub digits: u32,
}

/// A piece of text with its token.
#[derive(Clone, Debug)]
pub(super) struct Item<'t> {
    pub start: usize,
    pub end: usize,
    /// Index of the token it is cut from.
    pub token: usize,
    pub text: &'t str,
    pub lower: &'t str,
    pub kind: Kind,
    tags: &'t dyn Tagged,
    /// Whether nothing stands between it and the item before.
    pub is_glued: bool,
    /// What it adds to a number in words.
    pub numeral: Option<&'static Numeral>,
}

impl Item<'_> {
    /// The part of speech of its token, which may have to be decided first.
    pub(super) fn tag(&self) -> Tag {
        self.tags.tag(self.token)
    }

    /// Whether its token is an adverb.
    pub(super) fn is_adverb(&self) -> bool {
        self.tags.may_be_adverb(self.token) && self.tag().upos == Upos::Adv
    }

    /// Whether a number can begin at it, but for its article, sign and currency.
    pub(super) fn is_number(&self) -> bool {
        self.numeral.is_some() || matches!(self.kind, Kind::Figure(_) | Kind::Fraction(..))
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '–' | '—' | '‑' | '−'))
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub(super) fn figure(&self) -> Option<Figure> {
        if let Kind::Figure(figure) = self.kind { Some(figure) } else { None }
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Whether a number, or a word of none, stands outside the temporal expressions. Cheaper than cutting items.
pub(super) fn may_count(text: &str, tokens: &[Token], times: &[Span]) -> bool {
    let outside =
        |token: &Token| !times.iter().any(|time| time.start <= token.start && token.end <= time.end);
    tokens.iter().any(|token| {
        let Some(word) = text.as_bytes().get(token.range()) else { return false };
        let numeric = match word.first() {
            Some(first) if first.is_ascii_alphabetic() => {
                lexicon().may_count(word) || word.iter().any(u8::is_ascii_digit)
            }
            Some(first) => first.is_ascii_digit() || token.text(text).contains(char::is_numeric),
            None => false,
        };
        numeric && outside(token)
    })
}

/// A sentence with its copy in lower case, from which the items borrow.
pub(super) struct Lowered<'t> {
    text: &'t str,
    start: usize,
    /// As long as the original in every letter.
    lower: String,
}

impl<'t> Lowered<'t> {
    /// The stretch of `text` that the tokens cover. A letter whose other case has another length stays as it is.
    pub(super) fn new(text: &'t str, tokens: &[Token]) -> Self {
        let start = tokens.first().map_or(0, |token| token.range().start);
        let end = tokens.last().map_or(start, |token| token.range().end);
        let stretch = text.get(start..end).unwrap_or_default();
        // Letters beyond ASCII are few, and nearly all of them in lower case.
        let plain = stretch.chars().all(|letter| letter.is_ascii() || lower(letter) == letter);
        let lower = if plain { stretch.to_ascii_lowercase() } else { stretch.chars().map(lower).collect() };
        Self { text, start, lower }
    }

    /// The word in lower case that begins at `at`.
    fn word(&self, at: usize, word: &'t str) -> &str {
        let at = at.saturating_sub(self.start);
        self.lower.get(at..at + word.len()).unwrap_or(word)
    }
}

fn lower(letter: char) -> char {
    let mut all = letter.to_lowercase();
    match (all.next(), all.next()) {
        (Some(lower), None) if lower.len_utf8() == letter.len_utf8() => lower,
        _ => letter,
    }
}

/// The items of a sentence.
pub(super) fn split<'t>(sentence: &'t Lowered<'t>, tags: &'t dyn Tagged) -> Vec<Item<'t>> {
    let mut items: Vec<Item<'t>> = Vec::with_capacity(tags.tokens().len() + 8);
    for (index, token) in tags.tokens().iter().enumerate() {
        let word = token.text(sentence.text);
        let mut cutter =
            Cutter { items: &mut items, sentence, start: token.range().start, token: index, tags };
        cutter.token(word);
    }
    close_up(&mut items);
    items
}

/// Text that was cut into words before ("a 28 - year - old , who"): hyphens between words are taken as glued.
fn close_up(items: &mut [Item]) {
    let spaced_hyphen = |items: &[Item], at: usize| {
        at > 0
            && items.get(at).is_some_and(|item| item.is_mark('-') && !item.is_glued)
            && items.get(at + 1).is_some_and(|next| !next.is_glued && next.is_word())
            && !matches!(items[at - 1].kind, Kind::Mark(_))
    };
    let is_lower = !items.iter().any(Item::is_capitalised);
    let is_cut = is_lower
        || (0..items.len()).any(|at| {
            let comma = items[at].is_mark(',') && at > 0 && !items[at].is_glued;
            comma || (spaced_hyphen(items, at) && spaced_hyphen(items, at + 2))
        });
    if !is_cut {
        return;
    }
    for at in 1..items.len() {
        if spaced_hyphen(items, at) {
            items[at].is_glued = true;
            items[at + 1].is_glued = true;
        }
    }
}

struct Cutter<'i, 't> {
    items: &'i mut Vec<Item<'t>>,
    sentence: &'t Lowered<'t>,
    start: usize,
    token: usize,
    tags: &'t dyn Tagged,
}

impl<'t> Cutter<'_, 't> {
    fn push(&mut self, text: &'t str, kind: Kind) {
        if text.is_empty() {
            return;
        }
        let lower = self.sentence.word(self.start, text);
        let numeral = if kind == Kind::Word { lexicon().numeral(lower) } else { None };
        let end = self.start + text.len();
        let is_glued = self.items.last().is_some_and(|item| item.end == self.start);
        let (start, token, tags) = (self.start, self.token, self.tags);
        self.items.push(Item { start, end, token, text, lower, kind, tags, is_glued, numeral });
        self.start = end;
    }

    fn token(&mut self, word: &'t str) {
        if word.as_bytes().iter().all(u8::is_ascii_alphabetic) {
            return self.push(word, Kind::Word);
        }
        let is_numeric = if word.is_ascii() {
            word.bytes().any(|byte| byte.is_ascii_digit())
        } else {
            word.contains(char::is_numeric)
        };
        if !is_numeric {
            let mut chars = word.chars();
            return match (chars.next(), chars.next()) {
                (Some(mark), None) if !mark.is_alphanumeric() => self.push(word, Kind::Mark(mark)),
                _ => self.push(word, Kind::Word),
            };
        }
        let first = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        // ".5" begins with its mark.
        let first = if word[..first].ends_with('.') && first == 1 { 0 } else { first };
        let (prefix, rest) = word.split_at(first);
        let body =
            rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/')).unwrap_or(rest.len());
        let (body, suffix) = rest.split_at(body);
        let bare = body.trim_end_matches(['.', ',', '/']);
        let (body, suffix) = if suffix.is_empty() { (bare, &rest[bare.len()..]) } else { (body, suffix) };
        // "1930s", "787s": a decade or a plural, no seconds.
        let is_plural = suffix == "s" && !body.contains('.');
        if is_plural || !self.is_prefix(prefix) || !is_known_suffix(suffix) {
            return self.push(word, Kind::Name);
        }
        let Some(kind) = figure(body).map(Kind::Figure).or_else(|| fraction(body)) else {
            return self.vulgar(prefix, word);
        };
        self.push(prefix, Kind::Word);
        self.push(body, kind);
        self.suffix(suffix);
    }

    /// "½" alone, or letters with digits that are no figure.
    fn vulgar(&mut self, prefix: &str, word: &'t str) {
        let kind = vulgar(word).filter(|_| prefix.is_empty() || prefix == word);
        self.push(word, kind.map_or(Kind::Name, |(a, b)| Kind::Fraction(a, b)));
    }

    fn suffix(&mut self, suffix: &'t str) {
        if let Some((a, b)) = vulgar(suffix) {
            self.push(suffix, Kind::Fraction(a, b));
        } else if suffix.chars().all(|c| !c.is_alphanumeric()) {
            for c in suffix.split_inclusive(|_: char| true) {
                let mark = c.chars().next().unwrap_or('.');
                self.push(c, Kind::Mark(mark));
            }
        } else {
            self.push(suffix, Kind::Word);
        }
    }

    /// Letters that may stand glued before a figure: a currency, or "US" behind "$".
    fn is_prefix(&self, prefix: &str) -> bool {
        if prefix.is_empty() {
            return true;
        }
        let behind_dollar = self.items.last().is_some_and(|item| item.is_mark('$') && item.end == self.start);
        (behind_dollar && lexicon().prefixes.contains_key(format!("${prefix}").as_str()))
            || lexicon().prefixes.contains_key(prefix)
            || lexicon().prefixes.contains_key(prefix.to_uppercase().as_str())
            || prefix.eq_ignore_ascii_case("euro")
    }
}

fn is_known_suffix(suffix: &str) -> bool {
    suffix.chars().all(|c| !c.is_alphanumeric())
        || vulgar(suffix).is_some()
        || lexicon().is_suffix(suffix, &suffix.to_lowercase())
        || is_power(suffix)
}

/// "⁸": a power of ten behind "10".
fn is_power(suffix: &str) -> bool {
    suffix.chars().all(|c| "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c))
}

/// A figure with group and decimal marks: "1,234.5", "12,34,567", "1,5", ".5".
fn figure(text: &str) -> Option<Figure> {
    let (whole, decimals) = match text.split_once('.') {
        Some((whole, rest)) => (whole, rest),
        None => decimal_comma(text).unwrap_or((text, "")),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(decimals) || (whole.is_empty() && decimals.is_empty()) || !is_grouped_well(whole) {
        return None;
    }
    // Decimal holds 28 digits; longer ones are no quantities.
    if text.len() > 26 || (text.contains('.') && decimals.is_empty()) {
        return None;
    }
    let mut plain = String::with_capacity(text.len() + 1);
    whole.split(',').for_each(|group| plain.push_str(group));
    let digits = u32::try_from(plain.len()).ok()?;
    if plain.is_empty() {
        plain.push('0');
    }
    if !decimals.is_empty() {
        plain.push('.');
        plain.push_str(decimals);
    }
    let value = Decimal::from_str_exact(&plain).ok()?;
    // "007" is a name; "0" and "0.7" are numbers.
    if digits > 1 && whole.starts_with('0') && whole.len() != 3 {
        return None;
    }
    let decimals = u32::try_from(decimals.len()).ok()?;
    Some(Figure { value, decimals, is_grouped: whole.contains(','), digits })
}

/// "1,5" and "12,75": a comma before one or two last digits marks decimals.
fn decimal_comma(text: &str) -> Option<(&str, &str)> {
    let (whole, rest) = text.split_once(',')?;
    ((1..=2).contains(&rest.len()) && whole.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some((whole, rest))
}

/// Groups of three, or of two and three as in India; or no groups.
fn is_grouped_well(whole: &str) -> bool {
    let mut groups = whole.split(',').rev().peekable();
    let Some(last) = groups.next() else { return false };
    if !whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return false;
    }
    if groups.peek().is_none() {
        return true;
    }
    if last.len() != 3 {
        return false;
    }
    let mut size = None;
    while let Some(group) = groups.next() {
        let is_first = groups.peek().is_none();
        let expected = size.unwrap_or(group.len());
        let fits = if is_first { (1..=3).contains(&group.len()) } else { matches!(group.len(), 2 | 3) };
        if !fits || (!is_first && group.len() != expected) {
            return false;
        }
        size = Some(expected);
    }
    true
}

/// "1/4", "3/8": a proper fraction with a usual denominator. "9/11" and "24/7" are names.
fn fraction(text: &str) -> Option<Kind> {
    let (above, below) = text.split_once('/')?;
    let (above, below): (u32, u32) = (above.parse().ok()?, below.parse().ok()?);
    let usual = matches!(below, 2..=6 | 8 | 10 | 16 | 32 | 64);
    (usual && above < below && above > 0).then_some(Kind::Fraction(above, below))
}

fn vulgar(text: &str) -> Option<(u32, u32)> {
    Some(match text {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}
