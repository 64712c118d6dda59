//! Zero counts: "no one was killed" is a count of persons that is nought. "No reports of deaths" is none.

use std::sync::LazyLock;

use factcheck_syntax::Upos;

use super::context::Context;
use super::lexicon::lexicon;

/// A zero in words: items, the head's item, and whether the head is a noun of its own ("casualty").
pub(super) struct Zero {
    pub start: usize,
    pub end: usize,
    pub head: usize,
    pub unit: String,
}

/// Nouns for what happens to persons; only these are counted as none, since "no water" counts nothing.
const HARMS: &[&str] = &[
    "casualties",
    "casualty",
    "dead",
    "deaths",
    "fatalities",
    "injuries",
    "survivors",
    "arrests",
    "victims",
    "wounded",
];

/// The words with which a zero count begins.
pub(super) fn anchors() -> impl Iterator<Item = &'static str> {
    static ANCHORS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let heads = HARMS.iter().chain(&["one"]).map(|head| format!("no {head}"));
        heads.chain(["nobody".to_owned()]).collect()
    });
    ANCHORS.iter().map(String::as_str)
}

/// The zero count that begins at `at`.
pub(super) fn zero(context: &Context, at: usize) -> Option<Zero> {
    let is_nobody = context.lower(at) == "nobody";
    let is_no_one = context.lower(at) == "no" && context.lower(at + 1) == "one";
    if is_nobody || is_no_one {
        let end = at + 1 + usize::from(is_no_one);
        let mut verb = end;
        while matches!(context.upos(verb), Upos::Aux | Upos::Adv)
            || matches!(context.lower(verb), "on" | "board" | "was" | "were")
        {
            verb += 1;
        }
        // "No one else" is none besides those who were told of, and "no one was badly hurt" leaves room for bruises.
        let besides = context.lower(end) == "else";
        let graded = verb > end && context.lower(verb - 1).ends_with("ly");
        // "no one has been charged" and "no one died" count; "no one knows" does not.
        let counts = !besides && !graded && (verb > end || matches!(context.lower(verb), "died"));
        return (counts && lexicon().states.contains(context.lower(verb))).then(|| Zero {
            start: at,
            end,
            head: end - 1,
            unit: "person".to_owned(),
        });
    }
    if context.lower(at) != "no" || !HARMS.contains(&context.lower(at + 1)) {
        return None;
    }
    // "No casualties were reported" says what is known, not what is.
    let reported = (at + 2..at + 7)
        .any(|at| matches!(context.lower(at), "reported" | "reports" | "known" | "immediately"));
    let unit = factcheck_syntax::lemma(context.lower(at + 1), Upos::Noun).into_owned();
    (!reported).then_some(Zero { start: at, end: at + 2, head: at + 1, unit })
}
