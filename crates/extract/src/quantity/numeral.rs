//! A number in figures or words, with its magnitude: "1.2 million", "two and a half", "tens of thousands".
//! Knows no units.

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::items::{Figure, Item, Kind};
use super::lexicon::{Numeral as Word, lexicon};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Figures,
    Words,
    /// "a third", "½", "1/4".
    Fraction,
    /// "dozens", "several hundred".
    Vague,
    /// "a dozen", "a couple": a number that is meant loosely.
    Dozen,
    /// "tenfold".
    Multiple,
}

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    pub items: Range<usize>,
    /// The number before its magnitude.
    pub mantissa: Decimal,
    /// A million in "1.2 million", else one.
    pub power: Decimal,
    /// Digits behind the decimal mark.
    pub decimals: u32,
    /// Digits of the whole part where it is in figures.
    pub digits: u32,
    pub is_grouped: bool,
    pub form: Form,
    /// The ends of a vague numeral, with its magnitude.
    pub ends: Option<(Decimal, Decimal)>,
}

impl Numeral {
    pub(super) fn new(items: Range<usize>, mantissa: Decimal, form: Form) -> Self {
        Self {
            items,
            mantissa,
            power: Decimal::ONE,
            decimals: 0,
            digits: 0,
            is_grouped: false,
            form,
            ends: None,
        }
    }

    /// The number with its magnitude; `None` where it grows too large.
    pub(super) fn value(&self) -> Option<Decimal> {
        self.mantissa.checked_mul(self.power)
    }

    /// Whether it is a bare whole number in figures.
    pub(super) fn is_plain_figure(&self) -> bool {
        self.form == Form::Figures && self.decimals == 0 && self.power == Decimal::ONE && !self.is_grouped
    }
}

/// What the word says of a numeral.
fn word_at(items: &[Item], at: usize) -> Option<Word> {
    items.get(at)?.numeral.copied()
}

fn lower<'i>(items: &'i [Item], at: usize) -> &'i str {
    items.get(at).map_or("", |item| item.lower)
}

/// The number that begins at `at`. `is_money`: whether a currency stands before it, so that "5m" is millions.
pub(super) fn numeral(items: &[Item], at: usize, is_money: bool) -> Option<Numeral> {
    let mut numeral = match items.get(at)?.kind {
        Kind::Figure(figure) => figures(items, at, figure)?,
        Kind::Fraction(above, below) => Numeral::new(at..at + 1, quotient(above, below)?, Form::Fraction),
        Kind::Word => return in_words(items, at),
        Kind::Name | Kind::Mark(_) => return None,
    };
    magnitude(items, &mut numeral, is_money);
    Some(numeral)
}

fn quotient(above: u32, below: u32) -> Option<Decimal> {
    Decimal::from(above).checked_div(Decimal::from(below))
}

fn figures(items: &[Item], at: usize, figure: Figure) -> Option<Numeral> {
    // "007": a group of a larger number at best.
    if figure.digits == 3 && figure.decimals == 0 && items[at].text.starts_with('0') {
        return None;
    }
    let mut numeral = Numeral::new(at..at + 1, figure.value, Form::Figures);
    numeral.decimals = figure.decimals;
    numeral.digits = figure.digits;
    numeral.is_grouped = figure.is_grouped;
    spaced_groups(items, &mut numeral);
    // "10 1/2", "7½".
    if let Some(Kind::Fraction(above, below)) = items.get(numeral.items.end).map(|item| item.kind)
        && numeral.decimals == 0
    {
        numeral.mantissa = numeral.mantissa.checked_add(quotient(above, below)?)?;
        numeral.decimals = 2;
        numeral.items.end += 1;
    }
    scientific(items, &mut numeral);
    Some(numeral)
}

/// "2, 000": a group that a blank was put before.
fn spaced_groups(items: &[Item], numeral: &mut Numeral) {
    while let [comma, group, ..] = &items[numeral.items.end..] {
        let is_group = group.text.len() == 3 && group.text.starts_with('0') && !group.is_glued;
        let (true, true, Some(figure)) = (comma.is_mark(',') && comma.is_glued, is_group, group.figure())
        else {
            return;
        };
        let Some(value) = numeral.mantissa.checked_mul(Decimal::ONE_THOUSAND) else { return };
        numeral.mantissa = value + figure.value;
        numeral.is_grouped = true;
        numeral.digits += 3;
        numeral.items.end += 2;
    }
}

/// "2.998×10−8", "3 x 10^8", "3×10⁸".
fn scientific(items: &[Item], numeral: &mut Numeral) {
    let mut at = numeral.items.end;
    let is_times = items.get(at).is_some_and(|item| item.is_mark('×') || item.lower == "x");
    if !is_times || lower(items, at + 1) != "10" {
        return;
    }
    at += 2;
    let Some(next) = items.get(at).filter(|item| item.is_glued) else { return };
    let (negative, power, end) = if next.is_word() {
        let digits: String = next.text.chars().filter_map(superscript).collect();
        (next.text.starts_with('⁻'), digits.parse::<u32>().ok(), at + 1)
    } else {
        if next.is_mark('^') {
            at += 1;
        }
        let negative = items.get(at).is_some_and(Item::is_hyphen);
        let at = at + usize::from(negative);
        let power = items.get(at).filter(|item| item.is_glued).and_then(Item::figure);
        (negative, power.and_then(|figure| figure.value.to_u32()), at + 1)
    };
    let Some(power) = power.filter(|power| (1..=18).contains(power)) else {
        // Too large or too small to hold: not a number that could be compared, and no two numbers either.
        numeral.mantissa = Decimal::MAX;
        numeral.power = Decimal::TEN;
        numeral.items.end = end;
        return;
    };
    let factor = Decimal::from(10_u64.pow(power.min(19)));
    let value =
        if negative { numeral.mantissa.checked_div(factor) } else { numeral.mantissa.checked_mul(factor) };
    let Some(value) = value else { return };
    numeral.decimals =
        if negative { numeral.decimals + power } else { numeral.decimals.saturating_sub(power) };
    numeral.mantissa = value;
    numeral.items.end = end;
}

fn superscript(c: char) -> Option<char> {
    let at = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c)?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

/// "million", "bn", "-million", "hundred thousand", "m" beside money, "dozen" behind a number.
fn magnitude(items: &[Item], numeral: &mut Numeral, is_money: bool) {
    loop {
        let mut at = numeral.items.end;
        let hyphen = items.get(at).is_some_and(|item| item.is_hyphen() && item.is_glued);
        at += usize::from(hyphen);
        // "We want $5.6” billion, he said": the quotation ends before the writer's own word.
        let quoted = numeral.form == Form::Figures && items.get(at).is_some_and(is_closing_quote);
        at += usize::from(quoted);
        let is_close = !hyphen || items.get(at).is_some_and(|item| item.is_glued);
        let factor = match word_at(items, at) {
            Some(Word::Magnitude(value)) if is_close => value,
            _ if quoted => return,
            Some(Word::Hundred) if numeral.form == Form::Figures => Decimal::ONE_HUNDRED,
            Some(Word::Dozen(value, ..)) if is_close => value,
            // "300 millions".
            Some(Word::Vague(power, _)) if is_close && !hyphen && power >= Decimal::ONE_THOUSAND => power,
            Some(Word::Suffix(value)) if !hyphen && is_suffix(items, at, is_money) => value,
            _ => return,
        };
        let Some(power) = numeral.power.checked_mul(factor) else { return };
        if numeral.mantissa.checked_mul(power).is_none() {
            return;
        }
        numeral.power = power;
        numeral.items.end = at + 1;
    }
}

fn is_closing_quote(item: &Item) -> bool {
    item.is_glued && (item.is_mark('”') || item.is_mark('"'))
}

/// Whether "m", "k" or "b" is a magnitude: beside money; or glued and before something that is counted or
/// measured ("12.3m tonnes", "35m of its devices", "1.5m people").
fn is_suffix(items: &[Item], at: usize, is_money: bool) -> bool {
    let Some(item) = items.get(at) else { return false };
    if is_money {
        return item.is_glued || item.lower != "t";
    }
    if !item.is_glued {
        return false;
    }
    let Some(next) = items.get(at + 1) else { return matches!(item.lower, "k" | "b" | "cr") };
    if !next.is_word() {
        return next.is_mark('€') || next.is_mark('$') || next.is_mark('£');
    }
    match item.lower {
        "k" | "b" | "cr" => true,
        "m" | "t" | "tr" => is_counted_behind(items, at + 1),
        _ => false,
    }
}

/// Whether the words from `at` are what a magnitude counts: a plural, a unit, or "of" and a determiner.
fn is_counted_behind(items: &[Item], at: usize) -> bool {
    use factcheck_syntax::{Upos, Xpos};
    let Some(next) = items.get(at) else { return false };
    if next.lower == "of" {
        // "35m of its devices" are many, "80m of their destination" is near.
        return matches!(items.get(at + 1).map(|item| item.tag().upos), Some(Upos::Det | Upos::Pron))
            && items[at + 2..].iter().take(4).any(|item| matches!(item.tag().xpos, Xpos::Nns | Xpos::Nnps));
    }
    let is_unit = lexicon()
        .unit((next.text, next.lower), |ahead| items.get(at + ahead).map(|item| (item.text, item.lower)));
    if is_unit.is_some() && next.text.len() > 1 {
        return true;
    }
    // "a 50m pool" is short, "5m new jobs" are many.
    items[at..]
        .iter()
        .take(4)
        .take_while(|item| matches!(item.tag().upos, Upos::Adj | Upos::Noun | Upos::Propn))
        .any(|item| matches!(item.tag().xpos, Xpos::Nns | Xpos::Nnps) || item.lower == "people")
}

/// "twenty-eight thousand six hundred", "a dozen", "half a million", "tens of thousands", "two-thirds".
fn in_words(items: &[Item], at: usize) -> Option<Numeral> {
    let word = lower(items, at);
    if matches!(word, "a" | "an") {
        return with_article(items, at);
    }
    match word_at(items, at)? {
        Word::Plain(_) => cardinal(items, at),
        Word::Part(parts) if parts == Decimal::TWO && word == "half" => half(items, at),
        Word::Vague(low, high) => vague(items, at, at, low, high),
        Word::Multiple(value) => Some(Numeral::new(at..at + 1, value, Form::Multiple)),
        _ => None,
    }
}

/// "a dozen", "a hundred", "a few thousand", "a third", "a quarter of a million".
fn with_article(items: &[Item], at: usize) -> Option<Numeral> {
    match word_at(items, at + 1)? {
        Word::Dozen(value, low, high) => {
            let mut numeral = Numeral::new(at..at + 2, value, Form::Dozen);
            numeral.ends = Some((low, high));
            Some(numeral)
        }
        Word::Hundred => {
            let mut numeral = Numeral::new(at..at + 2, Decimal::ONE_HUNDRED, Form::Words);
            magnitude(items, &mut numeral, false);
            Some(numeral)
        }
        Word::Magnitude(value) => {
            let mut numeral = Numeral::new(at..at + 2, Decimal::ONE, Form::Words);
            numeral.power = value;
            magnitude(items, &mut numeral, false);
            Some(numeral)
        }
        Word::Vague(low, high) => vague(items, at, at + 1, low, high),
        Word::Part(parts) if lower(items, at + 1) != "half" || !items[at + 1].is_glued => {
            Some(part(items, at, at + 2, Decimal::ONE.checked_div(parts)?))
        }
        _ => None,
    }
}

/// A fraction with what may follow: "half a million", "three quarters billion".
fn part(items: &[Item], start: usize, end: usize, value: Decimal) -> Numeral {
    let mut numeral = Numeral::new(start..end, value, Form::Fraction);
    let mut at = end;
    if lower(items, at) == "of" && matches!(lower(items, at + 1), "a" | "an") {
        at += 1;
    }
    at += usize::from(matches!(lower(items, at), "a" | "an"));
    if let Some(Word::Magnitude(factor) | Word::Dozen(factor, ..)) = word_at(items, at) {
        numeral.power = factor;
        numeral.form = Form::Words;
        numeral.items.end = at + 1;
    }
    numeral
}

fn half(items: &[Item], at: usize) -> Option<Numeral> {
    Some(part(items, at, at + 1, Decimal::ONE.checked_div(Decimal::TWO)?))
}

/// "dozens", "several hundred", "tens of thousands", "a couple of hundred".
fn vague(items: &[Item], start: usize, at: usize, low: Decimal, high: Decimal) -> Option<Numeral> {
    let word = lower(items, at);
    let mut numeral = Numeral::new(start..at + 1, low, Form::Vague);
    let mut ends = (low, high);
    let mut next = at + 1;
    let of = lower(items, next) == "of";
    let factor = match word_at(items, next + usize::from(of)) {
        // In "tens of thousands" the second word is the power alone.
        Some(Word::Vague(power, _)) if of && power >= Decimal::TEN => Some(power),
        Some(Word::Hundred) if !of || word == "couple" => Some(Decimal::ONE_HUNDRED),
        Some(Word::Magnitude(power)) if !of || matches!(word, "couple" | "handful") => Some(power),
        Some(Word::Dozen(power, ..)) if !of => Some(power),
        _ => None,
    };
    if let Some(factor) = factor {
        next += 1 + usize::from(of);
        ends = (low.checked_mul(factor)?, high.checked_mul(factor)?);
        // "hundreds of thousands of millions" is nowhere; "several hundred thousand" is.
        if let Some(Word::Magnitude(power)) = word_at(items, next) {
            ends = (ends.0.checked_mul(power)?, ends.1.checked_mul(power)?);
            next += 1;
        }
    } else if matches!(word, "few" | "tens" | "several") {
        // "a few people" is no number that anything could be checked against.
        return None;
    }
    if word == "couple" {
        // Like a dozen: a number, meant loosely.
        numeral.form = Form::Dozen;
        numeral.mantissa = Decimal::TWO.checked_mul(factor.unwrap_or(Decimal::ONE))?;
    }
    numeral.items.end = next;
    numeral.ends = Some(ends);
    Some(numeral)
}

/// A cardinal in words with hundreds and magnitudes, a fraction of it or behind it.
fn cardinal(items: &[Item], start: usize) -> Option<Numeral> {
    let mut total = Decimal::ZERO;
    let mut current = Decimal::ZERO;
    let mut last = Decimal::ZERO;
    let mut at = start;
    let mut end = start;
    while let Some(word) = word_at(items, at) {
        match word {
            Word::Plain(value) => {
                // "twenty-five" and "six hundred four" add; "seven eight" are two numbers.
                let fits = end == start
                    || last >= Decimal::ONE_HUNDRED
                    || (last >= Decimal::from(20) && value < Decimal::TEN && !value.is_zero());
                if !fits {
                    break;
                }
                current = current.checked_add(value)?;
                last = value;
            }
            Word::Hundred => {
                current = current.max(Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED)?;
                last = Decimal::ONE_HUNDRED;
            }
            Word::Magnitude(power) => {
                if lower(items, at).len() < 4 {
                    break;
                }
                total = total.checked_add(current.checked_mul(power)?)?;
                current = Decimal::ZERO;
                last = power;
            }
            Word::Dozen(power, ..) if end == at => {
                current = current.checked_mul(power)?;
                last = power;
            }
            _ => break,
        }
        end = at + 1;
        at = skip_joint(items, end, last);
    }
    if end == start {
        return None;
    }
    let value = total.checked_add(current)?;
    fractional(items, Numeral::new(start..end, value, Form::Words))
}

/// The place of the next word of a cardinal: behind a glued hyphen, or behind "and" after a hundred.
fn skip_joint(items: &[Item], at: usize, last: Decimal) -> usize {
    let word_behind =
        |at| matches!(word_at(items, at), Some(Word::Plain(_) | Word::Hundred | Word::Magnitude(_)));
    match items.get(at) {
        Some(item) if item.is_hyphen() && item.is_glued && word_behind(at + 1) => at + 1,
        Some(item) if item.lower == "and" && last >= Decimal::ONE_HUNDRED => {
            // "two hundred and five"; not "six hundred and two hundred".
            let followed = matches!(word_at(items, at + 2), Some(Word::Hundred | Word::Magnitude(_)));
            if matches!(word_at(items, at + 1), Some(Word::Plain(_))) && !followed { at + 1 } else { at }
        }
        _ => at,
    }
}

/// "two and a half", "two-thirds", "three quarters", "one and a half million".
fn fractional(items: &[Item], mut numeral: Numeral) -> Option<Numeral> {
    let end = numeral.items.end;
    if lower(items, end) == "and" {
        let (at, count) = match lower(items, end + 1) {
            "a" | "one" => (end + 2, Decimal::ONE),
            "two" => (end + 2, Decimal::TWO),
            "three" => (end + 2, Decimal::from(3)),
            _ => return Some(numeral),
        };
        let at = at + usize::from(items.get(at).is_some_and(Item::is_hyphen));
        if let Some(Word::Part(parts)) = word_at(items, at) {
            numeral.mantissa = numeral.mantissa.checked_add(count.checked_div(parts)?)?;
            numeral.decimals = 1;
            numeral.items.end = at + 1;
            magnitude(items, &mut numeral, false);
        }
        return Some(numeral);
    }
    let hyphen = items.get(end).is_some_and(|item| item.is_hyphen() && item.is_glued);
    let at = end + usize::from(hyphen);
    match word_at(items, at) {
        Some(Word::Part(parts)) if numeral.mantissa < parts && !numeral.mantissa.is_zero() => {
            // "one third" is one of three; "two third parties" is not.
            let is_plural = lower(items, at).ends_with('s') || lower(items, at) == "halves";
            if numeral.mantissa != Decimal::ONE && !is_plural && !hyphen {
                return Some(numeral);
            }
            Some(part(items, numeral.items.start, at + 1, numeral.mantissa.checked_div(parts)?))
        }
        _ => {
            magnitude(items, &mut numeral, false);
            Some(numeral)
        }
    }
}
