//! Front matter: lines of `key: value` between two lines of `---` above a text.
//!
//! Only what is asked for is read: a key, a colon, and a value on the same line. Everything else that YAML can
//! say is passed over.

use crate::fields::{Fields, stamp};

/// More lines are no front matter.
const MOST_LINES: usize = 200;

/// Reads the front matter of a text into `fields`. In the text that is given back its lines are blank, so that
/// those below keep their numbers.
pub(crate) fn take(text: String, fields: &mut Fields, problems: &mut Vec<String>) -> String {
    let Some((lines, rest)) = split(&text) else { return text };
    for (key, value) in lines.iter().filter_map(|line| pair(line)) {
        let to = match key.to_lowercase().as_str() {
            "title" | "headline" => &mut fields.title,
            "source" | "outlet" | "publisher" | "publication" => &mut fields.source,
            "url" | "link" | "canonical" | "canonical_url" => &mut fields.url,
            "story" => &mut fields.story,
            "lang" | "language" => &mut fields.language,
            "date" | "published" | "pubdate" | "publishdate" => {
                fields.published = fields.published.or(stamp(&key, &value, problems));
                continue;
            }
            "updated" | "modified" | "lastmod" => {
                fields.updated = fields.updated.or(stamp(&key, &value, problems));
                continue;
            }
            _ => continue,
        };
        if to.is_empty() {
            *to = value;
        }
    }
    "\n".repeat(lines.len()) + rest
}

/// The lines between the marks and the text below, if there are any, one of them a pair.
fn split(text: &str) -> Option<(Vec<&str>, &str)> {
    let mut rest = text.strip_prefix("---")?;
    let mut lines = Vec::new();
    let mut ends = false;
    while !ends {
        let (line, after) = rest.split_once('\n').map_or((rest, None), |(line, after)| (line, Some(after)));
        let line = line.trim_end();
        ends = !lines.is_empty() && matches!(line, "---" | "...");
        if lines.is_empty() && !line.is_empty() {
            // A line of more dashes, or of text.
            return None;
        }
        lines.push(line);
        rest = match after {
            Some(after) if lines.len() <= MOST_LINES => after,
            _ if ends => "",
            _ => return None,
        };
    }
    lines.iter().any(|line| pair(line).is_some()).then_some((lines, rest))
}

/// A key of one word and its value, without quotes and without a comment behind it.
fn pair(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let value = value.trim();
    if !is_key || value.is_empty() || value.starts_with(['[', '{', '|', '>', '&', '*', '#']) {
        return None;
    }
    let quoted = ['"', '\''].into_iter().find_map(|quote| {
        let (inside, _) = value.strip_prefix(quote)?.rsplit_once(quote)?;
        Some(if quote == '\'' { inside.replace("''", "'") } else { inside.replace("\\\"", "\"") })
    });
    let plain = || value.split(" #").next().unwrap_or_default().trim().to_owned();
    Some((key.to_owned(), quoted.unwrap_or_else(plain)))
}
