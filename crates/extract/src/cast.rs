//! Who and what an article names, and which words mean whom: names, pronouns, "the two leaders".
//!
//! Only what the article itself says decides; no list of known people or places.

use std::{borrow::Cow, collections::BTreeSet};

use factcheck_core::span::Span;
use factcheck_syntax::{Relation, Upos, wordnet};
use rustc_hash::FxHashMap;

use crate::{
    document::Document,
    lexicon,
    name::{Name, names},
    tree::Tree,
};

/// Sentences over which a pronoun reaches back: a paragraph or two about one person.
const REMEMBERED: usize = 6;

/// Somebody or something named.
#[derive(Clone, Debug)]
pub(crate) struct Named<'a> {
    /// The fullest form.
    pub(crate) name: Cow<'a, str>,
    /// Every form, sorted.
    pub(crate) forms: Vec<Cow<'a, str>>,
    /// Whether it is a person, as far as the article tells.
    pub(crate) person: bool,
    /// Where the fullest form stands.
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
struct Mention {
    sentence: usize,
    tokens: std::ops::Range<usize>,
    entity: usize,
    subject: bool,
}

/// The entities of one field and where they are mentioned.
#[derive(Debug, Default)]
pub(crate) struct Cast<'a> {
    entities: Vec<Named<'a>>,
    /// In text order.
    mentions: Vec<Mention>,
    /// The first mention of each sentence or behind it, up to the last sentence that has one.
    starts: Vec<usize>,
    /// The first entity of each form.
    by_form: FxHashMap<Cow<'a, str>, usize>,
    /// The entities with each word in a form, in order, so that a long article stays quick.
    by_word: FxHashMap<&'a str, Few>,
    /// The entities with which the article uses each common noun: "president".
    by_noun: FxHashMap<&'a str, Few>,
}

impl<'a> Cast<'a> {
    /// Finds and groups the names of `document`.
    pub(crate) fn read(document: &'a Document) -> Self {
        let mut cast = Self::default();
        // Headlines capitalise every word, so there only what the body names counts as a name.
        for headline in [false, true] {
            for (index, parsed) in document.sentences.iter().enumerate() {
                if parsed.headline == headline {
                    cast.read_sentence(document, index);
                }
            }
        }
        cast.sort();
        let known: Vec<Mention> =
            (0..document.sentences.len()).flat_map(|index| cast.read_known(document, index)).collect();
        cast.mentions.extend(known);
        cast.sort();
        cast
    }

    fn sort(&mut self) {
        self.mentions.sort_by_key(|mention| (mention.sentence, mention.tokens.start));
        self.starts.clear();
        for (at, mention) in self.mentions.iter().enumerate() {
            self.starts.resize(self.starts.len().max(mention.sentence + 1), at);
        }
    }

    pub(crate) fn entities(&self) -> &[Named<'a>] {
        &self.entities
    }

    fn read_sentence(&mut self, document: &'a Document, index: usize) {
        let parsed = &document.sentences[index];
        let tree = document.tree(parsed);
        let taken = |token: usize| {
            let span = tree.span(token..token + 1);
            parsed.times.iter().any(|time| time.span.overlaps(span))
                || parsed.quantities.iter().any(|quantity| quantity.span.overlaps(span))
        };
        for name in names(tree, taken) {
            let text = tree.span(name.tokens.clone()).of(document.text);
            let form = spaced(text);
            let known = self.find(&form, name.person);
            if parsed.headline && known.is_none() {
                continue;
            }
            let span = tree.span(name.tokens.clone());
            let entity = known.unwrap_or_else(|| self.add(form.clone(), span));
            self.describe(entity, text, form, span, &name);
            let subject = name.tokens.clone().any(|token| {
                matches!(tree.relation(token), Relation::Nsubj | Relation::NsubjPass)
                    || tree.head(token).is_some_and(|head| {
                        tree.relation(token) == Relation::NmodPoss && tree.relation(head) == Relation::Nsubj
                    })
            });
            self.mentions.push(Mention { sentence: index, tokens: name.tokens, entity, subject });
        }
    }

    /// Taggers miss rare names ("Xi"): a capitalised word that is a known form on its own is a mention too.
    fn read_known(&self, document: &Document, index: usize) -> Vec<Mention> {
        let parsed = &document.sentences[index];
        let tree = document.tree(parsed);
        let known = |token: usize| {
            let form = tree.form(token);
            if !form.starts_with(char::is_uppercase) || self.named_at(index, token).is_some() {
                return None;
            }
            let entity = *self.by_form.get(form)?;
            let subject = matches!(tree.relation(token), Relation::Nsubj | Relation::NsubjPass);
            Some(Mention { sentence: index, tokens: token..token + 1, entity, subject })
        };
        (0..tree.len()).filter_map(known).collect()
    }

    fn find(&self, form: &str, person: bool) -> Option<usize> {
        self.by_form.get(form).copied().or_else(|| {
            // A name and its short form share a word.
            let near = form.split_whitespace().filter_map(|word| self.by_word.get(word));
            let mut near: Vec<usize> = near.flat_map(Few::all).collect();
            near.sort_unstable();
            near.dedup();
            near.into_iter().find(|entity| {
                let entity = &self.entities[*entity];
                let person = person
                    || entity.person
                    || is_surname(form, &entity.name)
                    || is_surname(&entity.name, form);
                is_short_form(form, &entity.name, person) || is_short_form(&entity.name, form, person)
            })
        })
    }

    fn add(&mut self, name: Cow<'a, str>, span: Span) -> usize {
        self.entities.push(Named { name, forms: Vec::new(), person: false, span });
        self.entities.len() - 1
    }

    /// Notes one more mention of an entity, as the text writes it and in its form.
    fn describe(&mut self, entity: usize, text: &'a str, form: Cow<'a, str>, span: Span, name: &Name<'a>) {
        let first = self.by_form.entry(form.clone()).or_insert(entity);
        *first = entity.min(*first);
        // The form has the same words as the text.
        for word in text.split_whitespace() {
            insert(&mut self.by_word, word, entity);
        }
        if let Some(noun) = name.noun {
            insert(&mut self.by_noun, noun, entity);
        }
        let entity = &mut self.entities[entity];
        entity.person |= name.person || is_surname(&form, &entity.name) || is_surname(&entity.name, &form);
        if form.len() > entity.name.len() {
            entity.name.clone_from(&form);
            entity.span = span;
        }
        if let Err(at) = entity.forms.binary_search(&form) {
            entity.forms.insert(at, form);
        }
    }

    /// The entity that is named at this very token.
    pub(crate) fn named_at(&self, sentence: usize, token: usize) -> Option<usize> {
        let mut here = self.from(sentence).iter().take_while(|mention| mention.sentence == sentence);
        here.find(|mention| mention.tokens.contains(&token)).map(|mention| mention.entity)
    }

    /// The mentions from a sentence on.
    fn from(&self, sentence: usize) -> &[Mention] {
        &self.mentions[self.starts.get(sentence).copied().unwrap_or(self.mentions.len())..]
    }

    pub(crate) fn name(&self, entity: usize) -> &str {
        self.entities.get(entity).map_or("", |entity| &entity.name)
    }

    /// Whom the phrase headed by `token` means: a name, a pronoun, "the president", "the two leaders"; with
    /// what is joined to it by "and". Empty where nobody can be told.
    pub(crate) fn resolve(&self, tree: Tree, sentence: usize, token: usize) -> Vec<usize> {
        let mut found = self.resolve_one(tree, sentence, token);
        for child in tree.children(token).filter(|child| tree.relation(*child) == Relation::Conj) {
            found.extend(self.resolve_one(tree, sentence, child));
        }
        if found.len() > 1 {
            let mut seen = BTreeSet::new();
            found.retain(|entity| seen.insert(*entity));
        }
        found
    }

    fn resolve_one(&self, tree: Tree, sentence: usize, token: usize) -> Vec<usize> {
        if let Some(entity) = self.named_at(sentence, token) {
            return vec![entity];
        }
        match tree.upos(token) {
            Upos::Pron if lexicon::is_person_pronoun(&tree.lower(token)) => {
                self.last_person(sentence, token).into_iter().collect()
            }
            Upos::Noun => self.resolve_noun(tree, sentence, token),
            _ => Vec::new(),
        }
    }

    fn resolve_noun(&self, tree: Tree, sentence: usize, token: usize) -> Vec<usize> {
        // "Hungary's prime minister Viktor Orbán": the name is an apposition or a flat part.
        let named = tree
            .children(token)
            .filter(|child| {
                matches!(tree.relation(*child), Relation::Appos | Relation::Flat | Relation::Compound)
            })
            .find_map(|child| self.named_at(sentence, child).filter(|entity| self.entities[*entity].person));
        if let Some(entity) = named {
            return vec![entity];
        }
        let noun = tree.lemma(token);
        let definite = tree.children(token).any(|child| {
            matches!(
                tree.lower(child).as_ref(),
                "the" | "both" | "two" | "this" | "that" | "these" | "those" | "such"
            )
        });
        if !definite {
            return Vec::new();
        }
        let persons = lexicon::is_person_noun(&noun) || noun == "pair" || noun == "side";
        let two = persons
            && (noun == "pair"
                || tree.children(token).any(|child| matches!(tree.lower(child).as_ref(), "two" | "both")));
        if two {
            return self.last_persons(sentence, token, 2);
        }
        // "the president", "such a pipeline": the one that the article has called so.
        match self.by_noun.get(noun.as_ref()) {
            Some(Few { first, others }) if others.is_empty() => vec![*first],
            _ => Vec::new(),
        }
    }

    /// The person that "he" or "she" means: the subject before it in the sentence, else the latest person who
    /// was a subject before, else the latest person.
    fn last_person(&self, sentence: usize, token: usize) -> Option<usize> {
        let before = |mention: &&Mention| {
            (mention.sentence, mention.tokens.start) < (sentence, token)
                && self.entities[mention.entity].person
        };
        let near = self.from(sentence.saturating_sub(REMEMBERED)).iter();
        let near = near.take_while(|mention| mention.sentence <= sentence);
        let mut candidates: Vec<&Mention> = near.filter(before).collect();
        candidates
            .sort_by_key(|mention| (sentence - mention.sentence, !mention.subject, mention.tokens.start));
        candidates.first().map(|mention| mention.entity)
    }

    /// The last `count` different persons before a token, in order of mention; all or none.
    fn last_persons(&self, sentence: usize, token: usize, count: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let until = self.mentions.partition_point(|mention| mention.sentence <= sentence);
        for mention in self.mentions[..until].iter().rev() {
            let before = (mention.sentence, mention.tokens.start) < (sentence, token);
            if before && self.entities[mention.entity].person && !found.contains(&mention.entity) {
                found.push(mention.entity);
                if found.len() == count {
                    found.reverse();
                    return found;
                }
            }
        }
        Vec::new()
    }
}

/// Entities in order, of which there is mostly one.
#[derive(Debug)]
struct Few {
    first: usize,
    others: Vec<usize>,
}

impl Few {
    fn all(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

fn insert<'a>(index: &mut FxHashMap<&'a str, Few>, word: &'a str, entity: usize) {
    let known = index.entry(word).or_insert(Few { first: entity, others: Vec::new() });
    if !known.all().any(|one| one == entity) {
        known.others.push(entity);
    }
}

/// Whether `short` is how the bearer of the name `long` can be called: its last words, or for a person of two
/// names either of them ("Xi" for "Xi Jinping", where the family name comes first).
fn is_short_form<'n>(short: &'n str, long: &'n str, person: bool) -> bool {
    if !person {
        return false;
    }
    let counts = [short, long].map(|name| name.split_whitespace().count());
    if counts[0] == 0 || counts[0] >= counts[1] {
        return false;
    }
    let plain = |name: &'n str| -> Vec<&'n str> {
        name.split_whitespace().filter(|word| !(word.len() <= 2 && word.ends_with('.'))).collect()
    };
    let (short, long) = (plain(short), plain(long));
    short == long || long.ends_with(&short) || (long.len() == 2 && long.starts_with(&short))
}

/// Whether `short` is the last word of the name `long` and no common noun: "Gabuev" for "Alexander Gabuev", but not
/// "Union" for "European Union". Only persons are called so.
fn is_surname(short: &str, long: &str) -> bool {
    let noun = || wordnet::lexnames(&short.to_lowercase(), Upos::Noun).next();
    short.len() < long.len()
        && long.ends_with(short)
        && long.split_whitespace().next_back() == Some(short)
        && (2..=4).contains(&long.split_whitespace().count())
        && noun().is_none_or(|kind| kind == wordnet::Lexname::NounPerson)
}

/// A name on one line with single blanks.
fn spaced(name: &str) -> Cow<'_, str> {
    let single = !name.starts_with(char::is_whitespace)
        && !name.ends_with(char::is_whitespace)
        && !name.contains("  ")
        && name.chars().all(|c| c == ' ' || !c.is_whitespace());
    if single {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
