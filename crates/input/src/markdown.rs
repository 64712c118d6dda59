//! Markdown: the text without its marks. Headings, items and rows of tables stay lines.

use std::io::BufRead;

use crate::{formats::Items, open::Head, text};

pub(crate) fn looks(head: &Head) -> bool {
    matches!(head.ending.as_str(), "md" | "markdown") || head.text.starts_with("# ")
}

pub(crate) fn read<'a>(reader: Box<dyn BufRead + 'a>, name: &str) -> Items<'a> {
    text::read_as(reader, name, |text| plain(&text))
}

fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut is_code = false;
    for line in markdown.lines() {
        let begun = line.trim_start();
        if begun.starts_with("```") || begun.starts_with("~~~") {
            is_code = !is_code;
        } else if is_code {
            text.push_str(line);
        } else if !is_rule(begun) && !is_definition(begun) {
            add_line(begun, &mut text);
        }
        text.push('\n');
    }
    text
}

/// `---`, `***` between paragraphs, `===` under a heading, `|---|` under the heads of a table.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '|' | ':' | ' '))
}

/// `[1]: https://…`: where a link goes.
fn is_definition(line: &str) -> bool {
    line.strip_prefix('[')
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(_, to)| to.trim_start().starts_with("http"))
}

fn add_line(line: &str, text: &mut String) {
    let mut line = line;
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.trim_start();
    }
    let heading = line.trim_start_matches('#');
    let marks = line.len() - heading.len();
    if (1..=6).contains(&marks) && (heading.is_empty() || heading.starts_with(' ')) {
        line = heading.trim().trim_end_matches('#').trim_end();
    } else if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        line = item.trim_start();
    } else if let Some(row) = line.trim_end().strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        line = row.trim();
    }
    add_inline(line, text);
}

/// The text of a line: links are what they show, pictures nothing, marks of emphasis are gone.
fn add_inline(line: &str, text: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['[', '!', '*', '_', '`', '\\', '<', '~']) {
        text.push_str(&rest[..at]);
        let before = rest[..at].chars().next_back().or_else(|| text.chars().next_back());
        rest = &rest[at..];
        let picture = rest.starts_with("![");
        if let Some((shown, after)) = link(&rest[usize::from(picture)..]) {
            if !picture {
                add_inline_text(shown, text);
            }
            rest = after;
            continue;
        }
        let mark = rest.chars().next().unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches(mark).len();
        let after = rest[length..].chars().next();
        match mark {
            '\\' if after.is_some_and(|c| c.is_ascii_punctuation()) => {
                text.extend(after);
                rest = &rest[length + after.map_or(0, char::len_utf8)..];
                continue;
            }
            // Between blanks it is a sign, inside a word an underscore is one.
            '_' if is_letter(before) && is_letter(after) => text.push_str(&rest[..length]),
            '*' | '_' if !(is_open(before) && is_open(after)) => {}
            '`' => {}
            '~' if length == 2 => {}
            '<' if let Some(address) = rest.strip_prefix('<').and_then(address) => text.push_str(address),
            _ => text.push_str(&rest[..length]),
        }
        let used = if mark == '<' {
            rest.find('>').filter(|_| address(&rest[1..]).is_some()).map_or(length, |end| end + 1)
        } else {
            length
        };
        rest = &rest[used..];
    }
    text.push_str(rest);
}

fn add_inline_text(shown: &str, text: &mut String) {
    text.extend(shown.chars().filter(|c| !matches!(c, '*' | '`' | '[' | ']')));
}

fn is_open(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// `<https://…>` is its address.
fn address(text: &str) -> Option<&str> {
    let (inside, _) = text.split_once('>')?;
    (inside.starts_with("http") && !inside.contains(char::is_whitespace)).then_some(inside)
}

/// What a link shows, and the text behind it: `[shown](where)`, `[shown][1]`.
fn link(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('[')?;
    let (shown, after) = inside.split_once(']')?;
    let (open, close) = if after.starts_with('(') { ('(', ')') } else { ('[', ']') };
    let (_, rest) = after.strip_prefix(open)?.split_once(close)?;
    Some((shown, rest))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::plain;

    #[test]
    fn marks_go_and_lines_stay() {
        let p = |markdown: &str| plain(markdown).replace('\n', "/");
        snap!(p("# Two *cranes* fall\n\nThe **wind** was [strong](https://a.example/w_1), 5 * 3 knots."), @"Two cranes fall//The wind was strong, 5 * 3 knots./");
        snap!(p("Heading\n=======\n\n- one\n- two_part_name\n\n> A quote."), @"Heading///one/two_part_name//A quote./");
        snap!(p("| Port | Boxes |\n| --- | ---: |\n| Ravel | 5,120 |"), @"Port | Boxes//Ravel | 5,120/");
        snap!(p("![A crane](c.jpg) It _fell_ in 2024. See <https://a.example/x> or [this][1].\n\n[1]: https://a.example"), @" It fell in 2024. See https://a.example/x or this.///");
        snap!(p("```\nx = [1](2)\n```\n5 \\* 3 and a < b ~~gone~~"), @"/x = [1](2)//5 * 3 and a < b gone/");
        snap!(p("#1 in the region\n####### seven"), @"#1 in the region/####### seven/");
    }
}
