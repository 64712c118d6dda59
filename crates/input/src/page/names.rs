//! Lists of names, roles and places, which bylines and credits are made of.

use super::lexicon::{Kind, Position, has_any_case};

/// Whether a text has nothing but capitalised words and the small words between them, and at least one of the
/// former. Numbers are not names.
pub(super) fn is_names(text: &str) -> bool {
    let mut names = 0;
    for word in words(text) {
        if word.starts_with(|c: char| c.is_uppercase()) || word.starts_with(['@', '©']) {
            names += 1;
        } else if !is_connector(word) {
            return false;
        }
    }
    names > 0
}

/// The words of a list of names, without the signs around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '©');
    text.split(|c: char| c.is_whitespace() || "/|;,&–—".contains(c))
        .map(move |word| word.trim_matches(edge))
        .filter(|word| !word.is_empty())
}

fn is_connector(word: &str) -> bool {
    has_any_case(Kind::Connector, Position::Word, word)
}

/// Whether this is the name of a news or picture agency.
pub(super) fn is_agency(text: &str) -> bool {
    is_listed(text, Position::Word) || is_picture_agency(text)
}

/// Whether this is the name of an agency that sells pictures.
pub(super) fn is_picture_agency(text: &str) -> bool {
    is_listed(text, Position::Picture)
}

fn is_listed(text: &str, position: Position) -> bool {
    let name = text.trim_matches(|c: char| !c.is_alphanumeric());
    name.len() <= 40 && has_any_case(Kind::Agency, position, name)
}
