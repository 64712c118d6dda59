//! How a cell is written so that a spreadsheet shows what stands in the file: nothing runs as a formula, no
//! text turns into a number or a date, no digit is lost. Knows cells and no table.
//!
//! - Words of an article are wrapped in “ ”. [`unwrapped`] takes that off again.
//! - Other text that a spreadsheet would run or convert gets a leading apostrophe.
//! - Numbers are plain, with at most 15 significant digits: the sixteenth would be cut off silently.
//! - Dates are full ISO dates, the one form that every locale reads alike.
//! - Line breaks and tabs are spaces, other control characters go, and a long cell is cut off with a mark.

use std::borrow::Cow;

use factcheck_core::digits::significant;
use rust_decimal::Decimal;

use crate::sheet::Cell;

/// The longest cell, in UTF-16 units, in which spreadsheets count: Excel allows 32,767.
const LONGEST: usize = 32_000;

/// What stands at the end of a cell that was cut off.
const CUT: &str = " […]";

/// How many significant digits a spreadsheet keeps.
const DIGITS: u32 = 15;

/// The text of a cell in a file for spreadsheets.
pub(crate) fn written<'a>(cell: &'a Cell) -> Cow<'a, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Text(text) => guarded(text),
        Cell::Quote(text) => wrapped(text).into(),
        Cell::Number(number) => plain_number(*number).into(),
        Cell::Date(stamp) => stamp.to_string().into(),
    }
}

/// Verbatim words: wrapped, so that the first character is never one of theirs.
fn wrapped(text: &str) -> String {
    format!("“{}”", capped(cleaned(text), LONGEST - 2))
}

/// Takes the wrapping or the guard of a cell off again.
#[must_use]
pub fn unwrapped(cell: &str) -> &str {
    if let Some(quote) = cell.strip_prefix('“').and_then(|rest| rest.strip_suffix('”')) {
        return quote;
    }
    unguarded(cell)
}

/// Takes the guard of a cell off again; its own quotation marks stay.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(cell)
}

/// Text, with an apostrophe before it where a spreadsheet would not take it as it is.
fn guarded(text: &str) -> Cow<'_, str> {
    let text = trimmed(cleaned(text));
    if is_risky(&text) {
        return format!("'{}", capped(text, LONGEST - 1)).into();
    }
    capped(text, LONGEST)
}

/// Without white space at both ends, which some spreadsheets drop.
fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => text.trim().into(),
        Cow::Owned(text) if text.trim().len() == text.len() => text.into(),
        Cow::Owned(text) => text.trim().to_owned().into(),
    }
}

fn plain_number(number: Decimal) -> String {
    significant(number, DIGITS).normalize().to_string()
}

/// One line without control characters. A line break is one space, however it is written.
fn cleaned(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || is_line_break(c)) {
        return text.into();
    }
    let text = text.replace("\r\n", "\n");
    let space = |c: char| if is_line_break(c) || c == '\t' { ' ' } else { c };
    text.chars().map(space).filter(|c| !c.is_control()).collect::<String>().into()
}

/// Everything that some program takes for the end of a line.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// At most `longest` UTF-16 units, the mark among them.
fn capped(text: Cow<'_, str>, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest || text.encode_utf16().count() <= longest {
        return text;
    }
    let room = longest - CUT.encode_utf16().count();
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{kept}{CUT}").into()
}

fn is_risky(text: &str) -> bool {
    starts_formula(text) || looks_like_value(text)
}

/// Whether the first character that shows could start a formula. White space and invisible characters before it
/// do not protect: some programs drop them.
fn starts_formula(text: &str) -> bool {
    let first = text.chars().find(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(*c));
    first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+' | '-' | '@'
            // Full-width and small forms, and the mathematical minus sign.
            | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '−'
        )
    })
}

/// Zero-width characters, byte-order mark, joiners, and marks of writing direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Words that a spreadsheet reads as a part of a date, a time or an amount.
const VALUE_WORDS: &[&str] = &[
    "am",
    "apr",
    "april",
    "aug",
    "august",
    "chf",
    "dec",
    "december",
    "eur",
    "feb",
    "february",
    "fri",
    "friday",
    "gbp",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "mar",
    "march",
    "may",
    "mon",
    "monday",
    "nov",
    "november",
    "oct",
    "october",
    "pm",
    "rub",
    "sat",
    "saturday",
    "sep",
    "sept",
    "september",
    "sun",
    "sunday",
    "thu",
    "thursday",
    "tue",
    "tuesday",
    "usd",
    "wed",
    "wednesday",
];

/// Whether a spreadsheet could read text as a number, a date, a time or a truth value: `10/17`, `2023-10`,
/// `007`, `1,234`, `1e5`, `Oct 5`, `TRUE`. A little too wide is right: a guard too many does no harm.
fn looks_like_value(text: &str) -> bool {
    if matches!(text.trim().to_ascii_lowercase().as_str(), "true" | "false") {
        return true;
    }
    let mut digits = false;
    let mut after_digit = false;
    for run in runs(text) {
        let number = run.starts_with(char::is_numeric);
        // The exponent of 1e5, and T and Z of 2023-10-17T09:30Z, stand behind digits only: T101 is a code.
        let joint = after_digit && matches!(run, "e" | "E" | "t" | "T" | "z" | "Z");
        if !number && !joint && VALUE_WORDS.binary_search(&run.to_lowercase().as_str()).is_err() {
            return false;
        }
        digits |= number;
        after_digit = number;
    }
    digits
}

/// The runs of digits and the runs of letters of a text, without what stands between.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let number = rest.chars().next()?.is_numeric();
            let end = rest.find(|c: char| c.is_numeric() != number).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            rest = after;
            Some(run)
        })
    })
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

    fn t(text: &str) -> String {
        written(&Cell::text(text)).into_owned()
    }

    fn q(text: &str) -> String {
        written(&Cell::quote(text)).into_owned()
    }

    fn n(text: &str) -> String {
        written(&Cell::bound(Some(text))).into_owned()
    }

    #[test]
    fn words_are_sorted() {
        assert!(VALUE_WORDS.is_sorted_by(|a, b| a < b), "{VALUE_WORDS:?}");
    }

    #[test]
    fn text_never_runs() {
        snap!(t("=1+1"), @"'=1+1");
        snap!(t("+55"), @"'+55");
        snap!(t("-12.5"), @"'-12.5");
        snap!(t("@x"), @"'@x");
        snap!(t("＝1+1"), @"'＝1+1");
        snap!(t("\t=1+1"), @"'=1+1");
        assert_eq!(t("\u{200b}\r\n=1+1"), "'\u{200b} =1+1");
        snap!(t("a = b"), @"a = b");
        snap!(t("2 + 2 homes = 4 homes"), @"2 + 2 homes = 4 homes");
    }

    #[test]
    fn text_never_turns_into_a_value() {
        snap!(t("10/17"), @"'10/17");
        snap!(t("2023-10"), @"'2023-10");
        snap!(t("007"), @"'007");
        snap!(t("1,234"), @"'1,234");
        snap!(t("1234567890123456"), @"'1234567890123456");
        snap!(t("5 Oct"), @"'5 Oct");
        snap!(t("1e5"), @"'1e5");
        snap!(t("€5"), @"'€5");
        snap!(t("true"), @"'true");
        // Codes, ids and names of files are none.
        snap!(t("T101"), @"T101");
        snap!(t("N101-00ab12cd34ef-2"), @"N101-00ab12cd34ef-2");
        snap!(t("1_harbour.txt"), @"1_harbour.txt");
        snap!(t("May"), @"May");
    }

    #[test]
    fn quotes_are_wrapped_and_read_back() {
        snap!(q("=1+1"), @"“=1+1”");
        snap!(q("10/17"), @"“10/17”");
        snap!(q("one\r\ntwo\u{1b}[31m"), @"“one two[31m”");
        snap!(q(""), @"");
        snap!(unwrapped("“10/17”"), @"10/17");
        snap!(unwrapped("'10/17"), @"10/17");
        snap!(unwrapped("'tis so"), @"'tis so");
    }

    #[test]
    fn numbers_are_plain_and_dates_full() {
        snap!(n("-12.5"), @"-12.5");
        snap!(n("2140000.00"), @"2140000");
        snap!(n("1234567890123456"), @"1234567890123460");
        snap!(n("0.3333333333333333333333"), @"0.333333333333333");
        snap!(n("2023-10-17"), @"2023-10-17");
        snap!(n("2023-10-17T09:30"), @"2023-10-17T09:30:00");
        snap!(n("2023-10"), @"'2023-10");
    }

    #[test]
    fn long_cells_are_cut_off() {
        let long = "x".repeat(33_000);
        let cell = t(&long);
        assert_eq!(cell.chars().count(), LONGEST);
        assert!(cell.ends_with("x […]"));
        assert!(q(&long).ends_with("x […]”"));
        // Two units each.
        assert!(t(&"𝄞".repeat(20_000)).encode_utf16().count() <= LONGEST);
    }

    proptest! {
        #[test]
        fn no_text_starts_a_formula_or_breaks_a_line(text in "(?s)[=+\\-@＝\t\r\n \u{feff}\u{200b}]{0,3}.{0,40}") {
            for cell in [t(&text), q(&text)] {
                prop_assert!(!starts_formula(&cell), "{cell:?}");
                prop_assert!(!looks_like_value(&cell) || cell.starts_with(['\'', '“']), "{cell:?}");
                prop_assert!(!cell.contains(|c: char| is_line_break(c) || c.is_control()), "{cell:?}");
            }
            let quote = q(&text);
            let said = cleaned(&text);
            prop_assert_eq!(unwrapped(&quote), said.as_ref());
        }

        #[test]
        fn numbers_have_at_most_15_digits(value in any::<i64>(), scale in 0u32..20) {
            let cell = plain_number(Decimal::new(value, scale));
            let digits = cell.trim_start_matches(['-', '0', '.']).replace('.', "");
            prop_assert!(digits.trim_end_matches('0').len() <= 15, "{cell}");
            prop_assert!(cell.parse::<Decimal>().is_ok());
        }
    }
}
