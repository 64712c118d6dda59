//! IPTC ninjs, the form in which agencies send news as JSON: 1.x and 2.x.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;

use crate::{
    fields::{Fields, stamp},
    html,
};

/// What a ninjs object has and no other.
#[derive(Debug, Deserialize)]
pub(crate) struct Peek {
    headline: Option<IgnoredAny>,
    headlines: Option<IgnoredAny>,
    body_text: Option<IgnoredAny>,
    body_xhtml: Option<IgnoredAny>,
    body_html: Option<IgnoredAny>,
    bodies: Option<IgnoredAny>,
}

impl Peek {
    pub(crate) fn is_one(&self) -> bool {
        let said = [
            &self.headline,
            &self.headlines,
            &self.body_text,
            &self.body_xhtml,
            &self.body_html,
            &self.bodies,
        ];
        said.into_iter().any(Option::is_some)
    }
}

/// The article of an object. A field of an unexpected sort is as one that is not there.
///
/// # Errors
/// Its text is no text.
pub(crate) fn fields(object: &Value, problems: &mut Vec<String>) -> Result<Fields, String> {
    let get = |names: &[&str]| {
        let said = names.iter().map(|name| text(&object[*name]));
        said.into_iter().find(|said| !said.trim().is_empty()).unwrap_or_default()
    };
    let body = get(&["body_text"]);
    let (plain, marked) = bodies(&object["bodies"]);
    let body = if body.is_empty() { plain } else { body };
    let marked = [get(&["body_xhtml", "body_html"]), marked].into_iter().find(|body| !body.is_empty());
    let body = if body.is_empty() { html::fragment(&marked.unwrap_or_default())? } else { body };
    Ok(Fields {
        text: body,
        title: get(&["headline", "headlines", "title"]),
        source: get(&["provider", "infosource", "infosources", "source", "copyrightholder"]),
        published: stamp(
            "firstcreated",
            &get(&["firstcreated", "contentcreated", "versioncreated"]),
            problems,
        ),
        updated: stamp("versioncreated", &get(&["versioncreated", "contentmodified"]), problems),
        url: Some(get(&["url", "uri"])).filter(|url| url.starts_with("http")).unwrap_or_default(),
        id: get(&["altids", "guid"]),
        ..Fields::default()
    })
}

/// A text, the name or value of an object, or of the first of several.
fn text(value: &Value) -> String {
    let value = if let Value::Array(items) = value { items.first().unwrap_or(&Value::Null) } else { value };
    let named = || ["value", "name", "literal"].iter().find_map(|name| value[*name].as_str());
    value.as_str().or_else(named).map(str::trim).unwrap_or_default().to_owned()
}

/// The longest body of ninjs 2 in plain text, and the longest with marks.
fn bodies(value: &Value) -> (String, String) {
    let (mut plain, mut marked) = ("", "");
    for body in value.as_array().into_iter().flatten() {
        let text = body["value"].as_str().unwrap_or_default();
        let kind =
            ["contenttype", "contentType"].iter().find_map(|name| body[*name].as_str()).unwrap_or_default();
        let longest = if kind.contains("html") || kind.contains("xml") { &mut marked } else { &mut plain };
        if text.len() > longest.len() {
            *longest = text;
        }
    }
    (plain.to_owned(), marked.to_owned())
}
