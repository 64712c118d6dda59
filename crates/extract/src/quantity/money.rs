//! Currencies before a number ("US$", "Rs", "EUR"), and the word "pounds", which is money or mass.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::context::Context;
use super::items::Kind;
use super::lexicon::{UnitForm, lexicon};
use super::numeral::Numeral;

/// Codes of ISO 4217 that are English words in capitals: currencies only where glued to their number.
const ENGLISH_CODES: &[&str] = &[
    "ALL", "ANG", "BAM", "BD", "COP", "CUP", "DM", "ERN", "FF", "GEL", "JD", "KD", "LE", "MAD", "MOP", "PEN",
    "PS", "SOS", "SR", "TOP", "TRY", "ETH", "QR", "TL", "SDR", "BTC",
];

/// The currency that begins at `at` and the place of the number behind it.
pub(super) fn prefix(context: &Context, at: usize) -> Option<(&'static str, usize)> {
    // Most words stand before no figure, and end here.
    let is_figure = |at: usize| {
        context.at(at).is_some_and(|item| matches!(item.kind, Kind::Figure(_) | Kind::Fraction(..)))
    };
    if !(at + 1..at + 4).any(is_figure) {
        return None;
    }
    // Lower-case words are no currency's code, but for "euro110" and where all is in lower case.
    let item = context.at(at)?;
    let is_plain = item.text.len() > 1 && item.text.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_plain && !context.is_lower && !context.is_glued(at + 1) && !begins_sign(context, at + 1) {
        return None;
    }
    let (name, end) = two_signs(context, at).or_else(|| one_sign(context, at))?;
    // "$-5" and "$ 5", but "$ about" is none.
    let end = end + usize::from(context.is_hyphen(end) && context.is_glued(end + 1));
    let is_number = matches!(context.at(end)?.kind, Kind::Figure(_) | Kind::Fraction(..));
    is_number.then_some((name, end))
}

fn begins_sign(context: &Context, at: usize) -> bool {
    context.at(at).is_some_and(|item| item.text.contains(SIGNS))
}

/// What a currency of two items holds.
const SIGNS: [char; 4] = ['$', '=', '¥', '/'];

/// "US $", "$US", "C$", "u.s $" where all is in lower case, "Y=".
fn two_signs(context: &Context, at: usize) -> Option<(&'static str, usize)> {
    let (first, second) = (context.at(at)?, context.at(at + 1)?);
    // No currency has a digit.
    if matches!(second.kind, Kind::Figure(_) | Kind::Fraction(..)) {
        return None;
    }
    let is_sign = |text: &str| text.contains(SIGNS);
    if !is_sign(first.text) && !is_sign(second.text) {
        return None;
    }
    let mut joined = format!("{}{}", first.text, second.text);
    if context.is_lower {
        joined.make_ascii_uppercase();
        // "a $ 5 fine" and "the state 's $ 5": small words before a sign.
        if matches!(joined.as_str(), "A$" | "S$" | "T$" | "N$" | "R$") {
            return None;
        }
    }
    if !joined.contains(SIGNS) || (first.is_mark('$') && !second.is_glued) {
        return None;
    }
    let name = lexicon().prefixes.get(joined.as_str()).or_else(|| {
        let with_stops = joined.replace("U.S", "US").replace("US.", "US");
        lexicon().prefixes.get(with_stops.as_str())
    })?;
    Some((name, at + 2))
}

fn one_sign(context: &Context, at: usize) -> Option<(&'static str, usize)> {
    let item = context.at(at)?;
    if item.is_mark('$') {
        return Some((context.hints.dollar, at + 1));
    }
    let is_glued = context.is_glued(at + 1);
    let capitals = || (context.is_lower || is_glued).then(|| item.text.to_uppercase());
    let name = lexicon().prefixes.get(item.text).or_else(|| lexicon().prefixes.get(capitals()?.as_str()));
    let name = match name {
        Some(name) => *name,
        // "euro110": agencies write so where they have no sign.
        None if item.lower == "euro" => "euro",
        None => return None,
    };
    let is_word = item.text.chars().all(char::is_alphabetic);
    let is_year = context.at(at + 1).and_then(super::items::Item::figure).is_some_and(|figure| {
        figure.digits == 4
            && figure.decimals == 0
            && !figure.is_grouped
            && matches!(figure.value.to_u32(), Some(1900..2100))
    });
    // "Euro 2020" was played, not paid.
    if is_word && !is_glued && is_year {
        return None;
    }
    let is_english = || {
        let capitals = capitals();
        ENGLISH_CODES.contains(&capitals.as_deref().unwrap_or(item.text))
    };
    if is_word && !is_glued && (item.text.len() < 2 || is_english()) {
        return None;
    }
    Some((name, at + 1))
}

/// "MGBP", "kEUR": a code with its magnitude before it.
pub(super) fn financial(text: &str) -> Option<UnitForm> {
    let (power, code) = match text.split_at_checked(1)? {
        ("M", code) => (1_000_000, code),
        ("k" | "K", code) => (1_000, code),
        _ => return None,
    };
    let name = lexicon().prefixes.get(code).filter(|_| code.len() == 3)?;
    Some(UnitForm { name, factor: Decimal::from(power), is_money: true })
}

/// What "pounds" are at `at`: sterling, mass, or, where nothing decides, just pounds.
pub(super) fn pounds(context: &Context, numeral: &Numeral, at: usize) -> Option<&'static str> {
    if !matches!(context.lower(at), "pound" | "pounds") {
        return None;
    }
    let (mut money, mut mass) = (0, 0);
    for item in context.items {
        match lexicon().cues.get(item.lower).copied() {
            Some("money") => money += 1,
            Some("mass") => mass += 1,
            None if item.is_mark('£') => money += 2,
            _ => {}
        }
    }
    let of_something = context.lower(at + 1) == "of";
    let is_large = numeral.power >= Decimal::from(1_000_000);
    Some(match money.cmp(&mass) {
        _ if is_large && mass == 0 && !of_something => "pound sterling",
        std::cmp::Ordering::Greater => "pound sterling",
        std::cmp::Ordering::Less => "pound-mass",
        std::cmp::Ordering::Equal if of_something => "pound-mass",
        std::cmp::Ordering::Equal if numeral.value()? < Decimal::ONE_THOUSAND => "pound-mass",
        std::cmp::Ordering::Equal => "pound",
    })
}
