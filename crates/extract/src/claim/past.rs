//! "In June 2012 a quake struck. The quake was felt six miles off": what is told of a time long past goes on until the text
//! names another time or turns to something else.
//!
//! Sees sentences in their order; knows no numbers.

use chrono::NaiveDate;
use factcheck_core::{timex::TimexType, window::Window};
use factcheck_syntax::{Upos, Xpos};

use crate::{document::Parsed, tree::Tree};

/// Days before the publication from which on a time is no part of the news.
const LONG: i64 = 60;

/// The time that a text dwells on, and the sentence that it was told in.
pub(crate) struct Past<'a> {
    window: Window,
    told: Tree<'a>,
}

/// What the text dwells on in a sentence, after what it dwelt on before.
pub(crate) fn follow<'a>(
    before: Option<Past<'a>>,
    tree: Tree<'a>,
    parsed: &Parsed,
    published: Option<NaiveDate>,
) -> Option<Past<'a>> {
    let Some(window) = times(parsed).next() else { return before.filter(|past| goes_on(past, tree)) };
    let long_past = |window: &Window| {
        let days = window.latest.zip(published).map(|(last, day)| (day - last).num_days());
        days.is_some_and(|days| days > LONG)
    };
    times(parsed).all(|window| long_past(&window)).then_some(Past { window, told: tree })
}

/// The time that numbers of a sentence without a time of its own are of.
pub(crate) fn inherited(past: Option<&Past>, parsed: &Parsed) -> Window {
    past.filter(|_| times(parsed).next().is_none()).map_or(Window::ANY, |past| past.window)
}

fn times(parsed: &Parsed) -> impl Iterator<Item = Window> {
    let named = parsed.times.iter().map(|time| &time.meaning);
    named
        .filter(|meaning| meaning.timex_type != TimexType::Set && !meaning.window.is_any())
        .map(|meaning| meaning.window)
}

/// Whether the sentence begins with what was told before, and tells of it in the past tense.
fn goes_on(past: &Past, tree: Tree) -> bool {
    let finite = |token: &usize| {
        let xpos = tree.xpos(*token);
        matches!(xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    };
    let is_past = (0..tree.len()).find(finite).is_some_and(|token| tree.xpos(token) == Xpos::Vbd);
    let pronoun = tree.len() > 0 && ["it", "they", "that", "this"].iter().any(|word| tree.is(0, word));
    let definite = tree.len() > 1 && ["the", "that", "this"].iter().any(|word| tree.is(0, word));
    let head = (1..tree.len()).take_while(|token| tree.upos(*token) == Upos::Noun).last();
    let same = || head.is_some_and(|head| nouns(past.told).any(|noun| noun == tree.base(head)));
    is_past && (pronoun || definite && same())
}

fn nouns(tree: Tree<'_>) -> impl Iterator<Item = &str> {
    (0..tree.len()).filter(move |token| tree.upos(*token) == Upos::Noun).map(move |token| tree.base(token))
}
