//! Base forms of words: the exceptions and endings of `WordNet`, and the closed classes of English.
//! Looks at one word and its part of speech; no sentence, no model.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::labels::Upos;
use crate::wordnet;

/// Irregular forms: `class,form,lemma`, sorted.
static EXCEPTIONS: &str = include_str!("../../../data/lexicon/lemma-exceptions.csv");

/// Class and base of each irregular form. Made when the first word is asked for.
static INDEX: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut index: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for line in EXCEPTIONS.lines() {
        let mut fields = line.splitn(3, ',');
        if let (Some(class), Some(form), Some(lemma)) = (fields.next(), fields.next(), fields.next()) {
            index.entry(form).or_default().push((class, lemma));
        }
    }
    index
});

/// Forms of the closed classes.
static CLOSED: &[(Upos, &str, &str)] = &[
    (Upos::Aux, "'d", "would"),
    (Upos::Aux, "'ll", "will"),
    (Upos::Aux, "'m", "be"),
    (Upos::Aux, "'re", "be"),
    (Upos::Aux, "'s", "be"),
    (Upos::Aux, "'ve", "have"),
    (Upos::Aux, "am", "be"),
    (Upos::Aux, "are", "be"),
    (Upos::Aux, "been", "be"),
    (Upos::Aux, "being", "be"),
    (Upos::Aux, "ca", "can"),
    (Upos::Aux, "did", "do"),
    (Upos::Aux, "does", "do"),
    (Upos::Aux, "doing", "do"),
    (Upos::Aux, "gets", "get"),
    (Upos::Aux, "getting", "get"),
    (Upos::Aux, "got", "get"),
    (Upos::Aux, "gotten", "get"),
    (Upos::Aux, "had", "have"),
    (Upos::Aux, "has", "have"),
    (Upos::Aux, "having", "have"),
    (Upos::Aux, "is", "be"),
    (Upos::Aux, "was", "be"),
    (Upos::Aux, "were", "be"),
    (Upos::Aux, "wo", "will"),
    (Upos::Det, "an", "a"),
    (Upos::Det, "these", "this"),
    (Upos::Det, "those", "that"),
    (Upos::Part, "n't", "not"),
    (Upos::Pron, "'s", "we"),
    (Upos::Pron, "her", "she"),
    (Upos::Pron, "hers", "she"),
    (Upos::Pron, "him", "he"),
    (Upos::Pron, "me", "I"),
    (Upos::Pron, "mine", "I"),
    (Upos::Pron, "ours", "we"),
    (Upos::Pron, "theirs", "they"),
    (Upos::Pron, "them", "they"),
    (Upos::Pron, "these", "this"),
    (Upos::Pron, "those", "that"),
    (Upos::Pron, "us", "we"),
    (Upos::Pron, "whom", "who"),
    (Upos::Pron, "yours", "you"),
    (Upos::Verb, "'re", "be"),
    (Upos::Verb, "'s", "be"),
    (Upos::Verb, "'ve", "have"),
    (Upos::Verb, "am", "be"),
    (Upos::Verb, "are", "be"),
    (Upos::Verb, "been", "be"),
    (Upos::Verb, "being", "be"),
    (Upos::Verb, "does", "do"),
    (Upos::Verb, "goes", "go"),
    (Upos::Verb, "has", "have"),
    (Upos::Verb, "is", "be"),
    (Upos::Verb, "was", "be"),
    (Upos::Verb, "were", "be"),
];

/// The longest form of the closed classes, in bytes.
const LONGEST_CLOSED: usize = 7;

/// Endings and what stands in their place in the base form, in the order they are tried.
const NOUN: &[(&str, &str)] = &[
    ("ies", "y"),
    ("s", ""),
    ("ses", "s"),
    ("xes", "x"),
    ("zes", "z"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("men", "man"),
];
const VERB: &[(&str, &str)] = &[
    ("ies", "y"),
    ("ied", "y"),
    ("s", ""),
    ("es", "e"),
    ("es", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
];
const ADJECTIVE: &[(&str, &str)] =
    &[("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")];

/// The base form of a word, in lower case: "exports" is "export", "went" is "go".
///
/// Names keep their form. What is no word of `WordNet` loses a regular ending.
#[must_use]
pub fn lemma(form: &str, upos: Upos) -> Cow<'_, str> {
    let lower = lower(form);
    match base(&lower, upos) {
        Some(base) => Cow::Owned(base),
        None => lower,
    }
}

fn lower(form: &str) -> Cow<'_, str> {
    if form.is_ascii() {
        let capitals = form.bytes().any(|byte| byte.is_ascii_uppercase());
        return if capitals { Cow::Owned(form.to_ascii_lowercase()) } else { Cow::Borrowed(form) };
    }
    if form.contains('’') {
        return Cow::Owned(form.replace('’', "'").to_lowercase());
    }
    if form.chars().any(char::is_uppercase) { Cow::Owned(form.to_lowercase()) } else { Cow::Borrowed(form) }
}

/// Whether words of this class can have another base form than themselves.
pub(crate) fn is_inflected(upos: Upos) -> bool {
    use Upos::{Adj, Adv, Aux, Det, Noun, Part, Pron, Verb};
    matches!(upos, Adj | Adv | Aux | Det | Noun | Part | Pron | Verb)
}

/// The base form of a word of the closed classes.
fn closed(form: &str, upos: Upos) -> Option<&'static str> {
    if form.len() > LONGEST_CLOSED || matches!(upos, Upos::Noun | Upos::Adj | Upos::Adv) {
        return None;
    }
    let at = CLOSED.binary_search_by(|row| (row.0, row.1).cmp(&(upos, form))).ok()?;
    Some(CLOSED[at].2)
}

/// The base form, where it is not the form itself.
fn base(form: &str, upos: Upos) -> Option<String> {
    if !is_inflected(upos) {
        return None;
    }
    if let Some(base) = closed(form, upos) {
        return Some(base.to_lowercase());
    }
    let (class, endings) = match upos {
        Upos::Noun => ("noun", NOUN),
        Upos::Verb => ("verb", VERB),
        Upos::Adj => ("adj", ADJECTIVE),
        Upos::Adv => ("adv", ADJECTIVE),
        Upos::Aux => ("verb", &[] as &[_]),
        _ => return None,
    };
    if let Some(lemma) = exception(class, form) {
        return Some(lemma.to_owned());
    }
    // "is" a base form: nouns like "gas"; but "exports" is not, though "news" is.
    if !form.is_ascii() || form.len() < 3 || wordnet::has(form, upos) && !inflects(form, upos) {
        return None;
    }
    known(form, upos, endings).or_else(|| doubled(form, upos)).or_else(|| regular(form, upos))
}

/// The first word of `WordNet` that a change of the ending makes.
fn known(form: &str, upos: Upos, endings: &[(&str, &str)]) -> Option<String> {
    let mut candidate = String::new();
    endings.iter().find(|(ending, instead)| {
        form.strip_suffix(ending).is_some_and(|stem| {
            candidate.clear();
            candidate.push_str(stem);
            candidate.push_str(instead);
            candidate.len() > 1 && wordnet::has(&candidate, upos)
        })
    })?;
    Some(candidate)
}

/// Forms that are words themselves in `WordNet` yet nearly always inflect another: "years", "laws".
fn inflects(form: &str, upos: Upos) -> bool {
    match upos {
        Upos::Verb => matches!(form, "felled" | "founded" | "grounded" | "ins" | "offs" | "outed" | "rated"),
        Upos::Noun => {
            let plural_only = matches!(form, "gas" | "headquarters" | "lens" | "means" | "species");
            let looks_plural =
                form.ends_with('s') && !["ss", "us", "is", "ics"].iter().any(|end| form.ends_with(end));
            looks_plural
                && !plural_only
                && form.len() > 3
                && wordnet::has(&form[..form.len() - 1], Upos::Noun)
        }
        _ => false,
    }
}

/// "stopped", "planning", "biggest": the last letter is there twice.
fn doubled(form: &str, upos: Upos) -> Option<String> {
    let endings: &[&str] = match upos {
        Upos::Verb => &["ed", "ing", "es"],
        Upos::Adj => &["er", "est"],
        _ => &[],
    };
    endings.iter().find_map(|ending| {
        let stem = form.strip_suffix(ending)?;
        let [.., a, b] = stem.as_bytes() else { return None };
        let base = (a == b).then(|| &stem[..stem.len() - 1]);
        base.filter(|base| wordnet::has(base, upos)).map(str::to_owned)
    })
}

/// What regular endings leave of a word that `WordNet` does not have.
fn regular(form: &str, upos: Upos) -> Option<String> {
    let strip = |ending: &str| form.strip_suffix(ending).filter(|stem| stem.len() > 2).map(str::to_owned);
    let plural = || {
        let kept = form.ends_with("ss") || form.ends_with("us") || form.ends_with("is");
        if kept { None } else { strip("ies").map(|stem| stem + "y").or_else(|| strip("s")) }
    };
    match upos {
        Upos::Noun => plural(),
        Upos::Verb => strip("ing").or_else(|| strip("ed")).or_else(plural),
        _ => None,
    }
}

/// The base form of an irregular form.
pub(crate) fn exception(class: &str, form: &str) -> Option<&'static str> {
    let rows = INDEX.get(form)?;
    rows.iter().find(|(of, _)| *of == class).map(|(_, lemma)| *lemma)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::{CLOSED, EXCEPTIONS, LONGEST_CLOSED, closed, exception, lemma};
    use crate::labels::Upos;

    fn l(words: &str, upos: Upos) -> String {
        words.split(' ').map(|word| lemma(word, upos)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn nouns() {
        snap!(l("exports countries buses boxes churches women children", Upos::Noun), @"export country bus box church woman child");
        snap!(l("news gas series crises people US$ barrels bcm", Upos::Noun), @"news gas series crisis people us$ barrel bcm");
        snap!(l("drones reexports Kuwaitis", Upos::Noun), @"drone reexport kuwaiti");
    }

    #[test]
    fn verbs() {
        snap!(l("rose rises rising killed stopped planning said left found", Upos::Verb), @"rise rise rise kill stop plan say leave find");
        snap!(l("is was 's wo n't had", Upos::Aux), @"be be be will n't have");
        snap!(l("founded invaded agreed dying fled re-elected", Upos::Verb), @"found invade agree die flee re-elect");
    }

    #[test]
    fn others() {
        snap!(l("bigger biggest worse earlier latest united", Upos::Adj), @"big big bad early latest united");
        snap!(l("States Times", Upos::Propn), @"states times");
        snap!(l("them I an", Upos::Pron), @"they i an");
        snap!(lemma("’s", Upos::Aux), @"be");
    }

    #[test]
    fn tables_are_sorted_and_found() {
        assert!(CLOSED.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
        assert!(CLOSED.iter().all(|(_, form, _)| form.len() <= LONGEST_CLOSED));
        assert!(CLOSED.iter().all(|(upos, form, _)| closed(form, *upos).is_some()));
        for line in EXCEPTIONS.lines() {
            let fields: Vec<_> = line.split(',').collect();
            assert_eq!(exception(fields[0], fields[1]), Some(fields[2]), "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_word(word in "\\PC{0,12}", at in 0_usize..17) {
            let found = lemma(&word, Upos::ALL[at]);
            prop_assert_eq!(found.is_empty(), word.is_empty());
        }
    }
}
