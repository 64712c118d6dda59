//! What all formats of XML need: text with its references resolved.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::bounds::MOST_LEVELS;

/// A reader that forgives what feeds get wrong.
pub(crate) fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_reader(xml.as_bytes());
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    reader
}

/// Hands every event to `visit`, with the number of elements around it, and stops at the first error.
///
/// # Errors
/// The text is no XML from some byte on, or too deep. What came before was handed over.
pub(crate) fn walk(xml: &str, mut visit: impl FnMut(usize, &Event<'_>)) -> Result<(), String> {
    let mut reader = reader(xml);
    let mut depth = 0_usize;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(format!("byte {}: {error}", reader.error_position())),
        };
        match event {
            Event::Eof => return Ok(()),
            Event::Start(_) => {
                visit(depth, &event);
                depth += 1;
                if depth > MOST_LEVELS {
                    return Err(format!("more than {MOST_LEVELS} elements inside each other"));
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                visit(depth, &event);
            }
            _ => visit(depth, &event),
        }
    }
}

/// The text of an event. References that XML itself does not know stay as they are, for HTML to read.
pub(crate) fn text<'a>(event: &'a Event<'_>) -> Option<Cow<'a, str>> {
    match event {
        Event::Text(text) => Some(Cow::Borrowed(text)),
        Event::CData(text) => Some(Cow::Borrowed(text)),
        Event::GeneralRef(reference) => Some(match &**reference {
            "amp" => "&".into(),
            "lt" => "<".into(),
            "gt" => ">".into(),
            "quot" => "\"".into(),
            "apos" => "'".into(),
            name => match reference.resolve_char_ref() {
                Ok(Some(c)) => c.to_string().into(),
                _ => format!("&{name};").into(),
            },
        }),
        _ => None,
    }
}

/// An attribute by its name without prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.replace("&amp;", "&"))
}
