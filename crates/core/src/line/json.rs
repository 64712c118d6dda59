//! Values of JSON at the end of a buffer. What is written thousands of times for an article is written here; serde does the
//! rest.

use std::io;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::VERSION;

/// The beginning of a record.
pub(super) fn begin(out: &mut Vec<u8>, kind: &str, id: &str) {
    out.extend_from_slice(b"{\"kind\":\"");
    out.extend_from_slice(kind.as_bytes());
    out.extend_from_slice(b"\",\"schema_version\":");
    number(out, VERSION);
    out.extend_from_slice(b",\"id\":");
    text(out, id);
}

pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    // All bytes are looked at: that is many at a time.
    let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if bytes.iter().fold(false, |any, byte| any | is_special(*byte)) {
        // A text is always written.
        let _ = serde_json::to_writer(out, text);
    } else {
        out.reserve(bytes.len() + 2);
        out.push(b'"');
        out.extend_from_slice(bytes);
        out.push(b'"');
    }
}

pub(super) fn number(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

pub(super) fn flag(out: &mut Vec<u8>, flag: bool) {
    out.extend_from_slice(if flag { b"true" } else { b"false" });
}

/// An ISO date.
pub(super) fn day(out: &mut Vec<u8>, day: Option<NaiveDate>) -> io::Result<()> {
    let Some(day) = day else {
        out.extend_from_slice(b"null");
        return Ok(());
    };
    let Some(year) = u32::try_from(day.year()).ok().filter(|year| *year <= 9999) else {
        return value(out, &day);
    };
    let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or_default();
    let (month, day) = (day.month(), day.day());
    out.extend_from_slice(&[
        b'"',
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        digit(month / 10),
        digit(month),
        b'-',
        digit(day / 10),
        digit(day),
        b'"',
    ]);
    Ok(())
}

/// Anything else.
pub(super) fn value<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> io::Result<()> {
    Ok(serde_json::to_writer(out, value)?)
}
