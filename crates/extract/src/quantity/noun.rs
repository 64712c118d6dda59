//! The noun phrase that a number counts, by its lemma: "14 Indian Navy ships" is "Indian Navy ship".
//! Looks at tags only, so that it needs no tree.

use factcheck_syntax::{Upos, Xpos, lemma, wordnet};

use super::context::Context;
use super::items::{Item, Kind};

/// A counted noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// Modifiers and head by their lemmas, without stop words.
    pub name: String,
    /// Item of the head.
    pub head: usize,
    /// One past the last item.
    pub end: usize,
    /// Whether the head is a plural.
    pub is_plural: bool,
    /// Whether all of it is names in the singular ("Downing Street").
    pub is_name: bool,
}

/// Words before a noun that do not tell what is counted.
const STOP_WORDS: &[&str] = &[
    "additional",
    "extra",
    "further",
    "many",
    "more",
    "other",
    "others",
    "such",
    "straight",
    "consecutive",
    "total",
    "own",
    "new",
    "fewer",
    "less",
    "odd",
];

/// The phrase that begins at `at`, behind the number. `with_possessives`: whether "Airbnb's investments" is one;
/// `is_many`: whether the number asks for a plural.
pub(super) fn phrase(context: &Context, at: usize, with_possessives: bool, is_many: bool) -> Option<Noun> {
    let mut reader = Reader { context, words: Vec::new(), head: None, all_names: true, is_many };
    let mut end = reader.read(at, with_possessives);
    if is_many && let Some(first) = reader.attributive() {
        reader.head = Some(first);
        end = first + 1;
    }
    let head = reader.head?;
    let item = context.at(head)?;
    let is_plural = matches!(item.tag().xpos, Xpos::Nns | Xpos::Nnps | Xpos::Vbz)
        || item.lower == "people"
        || (item.kind == Kind::Name && item.text.ends_with('s'));
    let is_name = reader.all_names && item.tag().upos == Upos::Propn && item.tag().xpos != Xpos::Nnps;
    let mut words = reader.words;
    words.retain(|(at, _)| *at <= head);
    let mut name = words.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ");
    if let Some((complement, behind)) = complement(context, end) {
        name.push_str(" of ");
        name.push_str(&complement);
        end = behind;
    }
    Some(Noun { name, head, end, is_plural, is_name })
}

struct Reader<'c, 'a, 't> {
    context: &'c Context<'a, 't>,
    /// Items and the words that they give to the name.
    words: Vec<(usize, String)>,
    head: Option<usize>,
    all_names: bool,
    is_many: bool,
}

impl Reader<'_, '_, '_> {
    /// Reads from `at`; gives the place behind the head.
    fn read(&mut self, at: usize, with_possessives: bool) -> usize {
        let mut at = at;
        let mut end = at;
        while let Some(item) = self.context.at(at) {
            if self.context.is_time(at..at + 1) {
                break;
            }
            let Some(next) = self.step(at, item, with_possessives) else { break };
            if self.head.is_some_and(|head| head + 1 == next) {
                end = next;
                if self.ends_with_plural(next) {
                    break;
                }
            }
            at = next;
        }
        end
    }

    /// Takes the item at `at` into the phrase; `None` where the phrase ends before it.
    fn step(&mut self, at: usize, item: &Item, with_possessives: bool) -> Option<usize> {
        match item.kind {
            Kind::Word => {}
            Kind::Figure(_) | Kind::Name => return self.number_in_name(at, item),
            Kind::Mark('-' | '‑') => return self.hyphen(at, item),
            Kind::Mark('&') => return self.joined(at),
            Kind::Mark('’' | '\'') if with_possessives && self.noun_behind(at + 1) => return Some(at + 1),
            _ => return None,
        }
        if matches!(item.lower, "'s" | "’s" | "'" | "’") {
            return (with_possessives && self.noun_behind(at + 1)).then_some(at + 1);
        }
        if STOP_WORDS.contains(&item.lower) && (self.words.is_empty() || item.tag().upos == Upos::Adj) {
            return Some(at + 1);
        }
        match item.tag().upos {
            // The tagger takes abbreviations for numbers or foreign words: "20 EV models".
            Upos::Noun | Upos::Propn | Upos::X | Upos::Num
                if matches!(item.tag().upos, Upos::Noun | Upos::Propn) || item.is_capitalised() =>
            {
                self.all_names &= item.tag().upos != Upos::Noun;
                self.words.push((at, nominal(item)));
                self.head = Some(at);
                Some(at + 1)
            }
            Upos::Adj => {
                let word = if item.is_capitalised() { item.text.to_owned() } else { adjective(item) };
                self.words.push((at, word));
                self.all_names &= item.is_capitalised();
                self.noun_behind(at + 1).then_some(at + 1)
            }
            Upos::Adv if self.head.is_none() && self.is_modifier(at + 1) => Some(at + 1),
            Upos::Verb if matches!(item.tag().xpos, Xpos::Vbn | Xpos::Vbg) && self.noun_behind(at + 1) => {
                if self.head.is_some() {
                    return None;
                }
                self.words.push((at, item.lower.to_owned()));
                self.all_names = false;
                Some(at + 1)
            }
            // "five profile slots": a plural that the tagger took for a verb.
            Upos::Verb if item.tag().xpos == Xpos::Vbz && self.wants_plural(at) => {
                self.words.push((at, lemma(item.lower, Upos::Noun).into_owned()));
                self.head = Some(at);
                Some(at + 1)
            }
            Upos::Cconj => self.joined(at),
            _ => None,
        }
    }

    /// The first noun of "12 page document": many of a singular modify it with their own noun.
    fn attributive(&self) -> Option<usize> {
        let is_singular_noun = |at: &usize| {
            self.context.at(*at).is_some_and(|item| item.tag().xpos == Xpos::Nn && item.is_word())
        };
        let head = self.head.filter(is_singular_noun)?;
        let first = self.words.iter().map(|(at, _)| *at).find(|at| self.context.upos(*at) == Upos::Noun)?;
        let is_whole = self.words.iter().filter(|(at, _)| (first..=head).contains(at)).count() > 1;
        (is_singular_noun(&first) && first < head && is_whole && !self.context.is_hyphen(first + 1))
            .then_some(first)
    }

    fn wants_plural(&self, at: usize) -> bool {
        let Some(last) = self.context.before(at, 1) else { return false };
        let behind = self.words.is_empty() || (self.head == Some(at - 1) && last.tag().xpos == Xpos::Nn);
        let item = self.context.lower(at);
        self.is_many && behind && item.ends_with('s') && wordnet::has(&lemma(item, Upos::Noun), Upos::Noun)
    }

    /// "Model 3 sedans", "Model 3s": a number inside a name.
    fn number_in_name(&mut self, at: usize, item: &Item) -> Option<usize> {
        let behind_name = self
            .head
            .is_some_and(|head| head + 1 == at && self.context.at(head).is_some_and(Item::is_capitalised));
        if behind_name && item.kind == Kind::Name && item.text.ends_with('s') {
            self.words.push((at, item.text.to_owned()));
            self.head = Some(at);
            return Some(at + 1);
        }
        let before_noun =
            self.context.at(at + 1).is_some_and(|next| next.tag().upos == Upos::Noun && next.is_word());
        if !behind_name || !before_noun {
            return None;
        }
        self.words.push((at, item.text.to_owned()));
        Some(at + 1)
    }

    /// "coal-fired": both parts are one word of the name.
    fn hyphen(&mut self, at: usize, item: &Item) -> Option<usize> {
        let second =
            self.context.at(at + 1).filter(|next| item.is_glued && next.is_glued && next.is_word())?;
        let (last, word) = self.words.last_mut()?;
        if *last + 1 != at {
            return None;
        }
        let is_noun = matches!(second.tag().upos, Upos::Noun | Upos::Propn);
        word.push('-');
        let second_word = if is_noun { nominal(second) } else { second.lower.to_owned() };
        word.push_str(&second_word);
        *last = at + 1;
        self.all_names &= second.is_capitalised();
        if is_noun {
            self.head = Some(at + 1);
        } else if self.head.is_some_and(|head| head + 1 == at) {
            self.head = None;
        }
        (is_noun || self.noun_behind(at + 2)).then_some(at + 2)
    }

    /// "Kia and Hyundai vehicles": a conjunction of modifiers, where a plural noun follows.
    fn joined(&mut self, at: usize) -> Option<usize> {
        let item = self.context.at(at)?;
        if !matches!(item.lower, "and" | "&") {
            return None;
        }
        let before = self.context.before(at, 1)?;
        let next = self.context.at(at + 1)?;
        let alike =
            before.tag().upos == next.tag().upos && !matches!(before.tag().xpos, Xpos::Nns | Xpos::Nnps);
        let plural = (at + 2..at + 4).find(|at| {
            self.context.at(*at).is_some_and(|item| matches!(item.tag().xpos, Xpos::Nns | Xpos::Nnps))
        })?;
        let between =
            (at + 2..plural).all(|at| matches!(self.context.upos(at), Upos::Noun | Upos::Propn | Upos::Adj));
        (alike && between).then_some(at + 1)
    }

    /// Whether the phrase is complete before `next`: a plural ends it, unless the next word is a plain noun too.
    fn ends_with_plural(&self, next: usize) -> bool {
        let Some(last) = self.context.at(next.saturating_sub(1)) else { return true };
        if !matches!(last.tag().xpos, Xpos::Nns | Xpos::Nnps) && last.lower != "people" {
            return false;
        }
        let Some(item) = self.context.at(next) else { return true };
        // "sports fans" goes on, "bathrooms finish" is a verb that the tagger took for a noun.
        item.tag().xpos != Xpos::Nns || item.is_capitalised() || last.lower == "people"
    }

    /// Whether a noun follows at `at`, maybe behind other modifiers.
    fn noun_behind(&self, at: usize) -> bool {
        (at..at + 5)
            .map_while(|at| self.context.at(at))
            .take_while(|item| {
                matches!(item.tag().upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adv)
                    || matches!(item.tag().xpos, Xpos::Vbn | Xpos::Vbg | Xpos::Hyph)
                    || (item.is_hyphen() && item.is_glued)
                    || item.lower == "and"
            })
            .any(|item| matches!(item.tag().upos, Upos::Noun | Upos::Propn) && item.is_word())
    }

    fn is_modifier(&self, at: usize) -> bool {
        self.context.at(at).is_some_and(|item| {
            item.tag().upos == Upos::Adj || matches!(item.tag().xpos, Xpos::Vbn | Xpos::Vbg)
        }) && self.noun_behind(at)
    }
}

/// " of measles", " of man coverage": bare nouns that say what the counted things consist of.
fn complement(context: &Context, at: usize) -> Option<(String, usize)> {
    if context.lower(at) != "of" {
        return None;
    }
    let mut words = Vec::new();
    let mut end = at + 1;
    for item in context.items.get(at + 1..)?.iter().take(3) {
        let is_noun = item.tag().upos == Upos::Noun && item.is_word() && !item.is_capitalised();
        if !is_noun || context.is_time(end..end + 1) {
            break;
        }
        // "planeloads of arms": a plural that is a word of its own.
        let is_word = wordnet::has(item.lower, Upos::Noun);
        words.push(if is_word { item.lower.to_owned() } else { lemma(item.lower, Upos::Noun).into_owned() });
        end += 1;
    }
    (!words.is_empty()).then(|| (words.join(" "), end))
}

/// A noun or a name by its lemma, names in their own case.
fn nominal(item: &Item) -> String {
    if item.tag().upos == Upos::Noun && !item.is_capitalised() {
        return lemma(item.lower, Upos::Noun).into_owned();
    }
    if !matches!(item.tag().xpos, Xpos::Nnps | Xpos::Nns) {
        return item.text.to_owned();
    }
    // The singular in the name's own case, where it is a beginning of the plural.
    let singular = lemma(item.lower, Upos::Noun);
    match item.text.get(..singular.len()) {
        Some(start) if start.to_lowercase() == *singular => start.to_owned(),
        _ => singular.into_owned(),
    }
}

fn adjective(item: &Item) -> String {
    lemma(item.lower, Upos::Adj).into_owned()
}
