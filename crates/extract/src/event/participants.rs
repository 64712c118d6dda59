//! Who takes part in an event, and where it happens.

use factcheck_core::event::Participant;
use factcheck_syntax::{
    Relation, Upos,
    wordnet::{self, Lexname},
};

use crate::{
    cast::Cast,
    event::{age, predicate::Predicate},
    tree::Tree,
};

/// The parties of an event.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) people: Vec<Participant>,
    pub(crate) location: String,
}

struct Reader<'a> {
    tree: Tree<'a>,
    cast: &'a Cast<'a>,
    sentence: usize,
    parties: Parties,
}

/// Reads the parties around a predicate, and around the verb that carries it.
pub(crate) fn participants(tree: Tree, cast: &Cast, sentence: usize, predicate: &Predicate) -> Parties {
    let mut reader = Reader { tree, cast, sentence, parties: Parties::default() };
    if tree.upos(predicate.token) == Upos::Verb {
        reader.subject_or_nearest(predicate.token);
        reader.around(predicate.token);
        reader.next_word(predicate.token);
    } else {
        reader.around(predicate.token);
        if let Some(carrier) = carrier(tree, predicate) {
            reader.subject_or_nearest(carrier);
            reader.around_carrier(carrier, predicate.token);
        }
    }
    if reader.parties.location.is_empty() {
        reader.place_nearby(predicate.token);
    }
    reader.parties
}

/// The verb whose subject takes part in the noun's event: "hold" in "hold talks", "arrive" in "arrive for talks".
fn carrier(tree: Tree, predicate: &Predicate) -> Option<usize> {
    predicate.light.or_else(|| {
        let verb = tree.head(predicate.token).filter(|head| tree.upos(*head) == Upos::Verb)?;
        let for_it = tree.relation(predicate.token) == Relation::Obl
            && matches!(tree.case(predicate.token).as_deref(), Some("for" | "on" | "during" | "in"));
        for_it.then_some(verb)
    })
}

impl Reader<'_> {
    fn add(&mut self, role: &str, token: usize) {
        let named = self.cast.resolve(self.tree, self.sentence, token);
        if named.is_empty() {
            self.add_unnamed(role, token);
            return;
        }
        let age = age::of(self.tree, token);
        for entity in named {
            let name = self.cast.name(entity);
            if self.parties.people.iter().all(|known| known.name != name) {
                self.parties.people.push(Participant { role: role.to_owned(), name: name.to_owned(), age });
            }
        }
    }

    /// "an Australian climber": who is not named there is at least called something.
    fn add_unnamed(&mut self, role: &str, token: usize) {
        let tree = self.tree;
        let noun = tree.lemma(token);
        let person = || wordnet::lexnames(&noun, Upos::Noun).take(3).any(|kind| kind == Lexname::NounPerson);
        if tree.upos(token) != Upos::Noun || !person() {
            return;
        }
        let name = noun.to_lowercase();
        if self.parties.people.iter().all(|known| known.name != name) {
            let age = age::of(tree, token);
            self.parties.people.push(Participant { role: role.to_owned(), name, age });
        }
    }

    /// "will meet Xi": a name right behind the verb is its object, whatever a greedy tree made of it.
    fn next_word(&mut self, verb: usize) {
        let tree = self.tree;
        let titled = |token: usize| token < tree.len() && crate::lexicon::is_title(&tree.lower(token));
        let next = if titled(verb + 1) { verb + 2 } else { verb + 1 };
        if next < tree.len() && self.cast.named_at(self.sentence, next).is_some() {
            self.add("patient", next);
        }
    }

    /// The subject by the tree, or where it gives nobody the nearest party before the verb that no preposition
    /// introduces: greedy trees lose subjects behind long parentheses.
    fn subject_or_nearest(&mut self, verb: usize) {
        let named = |parties: &Parties| parties.people.iter().filter(|one| one.is_named()).count();
        let before = named(&self.parties);
        self.subject(verb);
        let passive = self.tree.child(verb, &[Relation::AuxPass]).is_some();
        if named(&self.parties) > before || passive {
            return;
        }
        let tree = self.tree;
        let dateline =
            tree.child(verb, &[Relation::Nsubj]).is_some_and(|subject| is_in_dateline(tree, subject));
        let nearest = (0..verb).rev().find(|token| {
            let introduced = token.checked_sub(1).is_some_and(|before| {
                matches!(tree.upos(before), Upos::Adp | Upos::Cconj)
                    || matches!(tree.form(before), "’s" | "'s")
            });
            let possessor = token + 1 < tree.len() && matches!(tree.form(token + 1), "’s" | "'s" | "’" | "'");
            let person = |entity: &usize| dateline || self.cast.entities()[*entity].person;
            !introduced
                && !possessor
                && tree.relation(*token) != Relation::NmodPoss
                && self.cast.resolve(tree, self.sentence, *token).iter().any(person)
                && !is_in_dateline(tree, *token)
        });
        if let Some(token) = nearest {
            self.add("agent", token);
        }
    }

    /// The subject of a verb: its own, that of the verb above it ("is due to meet"), or the noun that its clause
    /// describes ("Putin, who will meet Xi").
    fn subject(&mut self, verb: usize) {
        let tree = self.tree;
        let own = tree
            .child(verb, &[Relation::Nsubj, Relation::NsubjPass])
            .filter(|own| !is_in_dateline(tree, *own));
        let passive = own.is_some_and(|own| tree.relation(own) == Relation::NsubjPass)
            || tree.child(verb, &[Relation::AuxPass]).is_some();
        let role = if passive { "patient" } else { "agent" };
        match own {
            Some(own) if !is_relative(tree, own) => self.add(role, own),
            _ => {
                let Some(above) = tree.head(verb) else { return };
                match tree.relation(verb) {
                    // "a partnership declared by Putin and Xi": the noun is what is declared.
                    Relation::Acl if tree.sentence.tags[verb].is_past() => self.add("patient", above),
                    Relation::Acl | Relation::AclRelcl => self.add(role, above),
                    Relation::Xcomp | Relation::Conj | Relation::Advcl => self.subject_of_above(above),
                    _ => {}
                }
            }
        }
    }

    fn subject_of_above(&mut self, above: usize) {
        if self.tree.upos(above) == Upos::Noun {
            self.add("agent", above);
        } else {
            self.subject(above);
        }
    }

    fn around(&mut self, token: usize) {
        for child in self.tree.children(token) {
            self.child(token, child);
        }
    }

    fn around_carrier(&mut self, verb: usize, noun: usize) {
        for child in self.tree.children(verb).filter(|child| *child != noun) {
            if matches!(self.tree.relation(child), Relation::Obl | Relation::Obj | Relation::Iobj) {
                self.child(verb, child);
            }
        }
    }

    fn child(&mut self, token: usize, child: usize) {
        let tree = self.tree;
        let case = tree.case(child).unwrap_or_default();
        match (tree.relation(child), case.as_ref()) {
            (Relation::Obj | Relation::Iobj, _) | (Relation::Obl, "") => {
                self.place_as_object(token, child);
                self.add("patient", child);
            }
            (Relation::NmodPoss | Relation::OblAgent, _) | (Relation::Obl | Relation::Nmod, "by") => {
                self.add("agent", child);
            }
            (Relation::Obl | Relation::Nmod, "with" | "between" | "of" | "against") => {
                self.add("with", child);
            }
            (Relation::Obl | Relation::Nmod, "in" | "to" | "at" | "into" | "near" | "on") => {
                self.place(child);
            }
            (Relation::Nmod | Relation::Obl, "for") => self.around(child),
            (Relation::Compound, _) if tree.upos(child) == Upos::Propn => self.place(child),
            _ => {}
        }
    }

    fn place_as_object(&mut self, token: usize, child: usize) {
        // "visits Beijing": the object of a visit is where it goes.
        if self.tree.base(token) != "visit" {
            return;
        }
        let named = self.cast.resolve(self.tree, self.sentence, child);
        if named.iter().any(|entity| !self.cast.entities()[*entity].person) {
            self.place(child);
        }
    }

    /// "The bridge in Ravel is due to open": where no tie of the tree tells it, the nearest name of the clause behind
    /// "in", "at" or "near". Greedy trees often lose what stands before the verb.
    fn place_nearby(&mut self, token: usize) {
        let tree = self.tree;
        let border =
            |at: &usize| matches!(tree.form(*at), "," | ";" | ":" | "(" | ")" | "—" | "–" | "\"" | "“" | "”");
        let start = (0..token).rev().find(border).map_or(0, |at| at + 1);
        let end = (token..tree.len()).find(border).unwrap_or(tree.len());
        let introduced =
            |at: &usize| *at > start && matches!(tree.lower(at - 1).as_ref(), "in" | "at" | "near");
        let named = |at: &usize| self.cast.named_at(self.sentence, *at).is_some();
        let nearest = (start..end).filter(introduced).filter(named).min_by_key(|at| at.abs_diff(token));
        if let Some(place) = nearest {
            self.place(place);
        }
    }

    fn place(&mut self, token: usize) {
        let named = self.cast.resolve(self.tree, self.sentence, token);
        if let Some(entity) = named.first().filter(|entity| !self.cast.entities()[**entity].person)
            && self.parties.location.is_empty()
        {
            self.cast.name(*entity).clone_into(&mut self.parties.location);
        }
    }
}

/// "RAVEL — The Senate voted": the place before the dash is of the article, and no party.
fn is_in_dateline(tree: Tree, token: usize) -> bool {
    let mut dash = (0..tree.len().min(9)).filter(|at| matches!(tree.form(*at), "—" | "–" | "--" | "-"));
    dash.next().is_some_and(|dash| {
        let named = |at: usize| {
            matches!(tree.upos(at), Upos::Propn | Upos::Punct | Upos::Num)
                || tree.form(at).starts_with(char::is_uppercase)
        };
        token < dash && (0..dash).all(named)
    })
}

fn is_relative(tree: Tree, token: usize) -> bool {
    matches!(tree.lower(token).as_ref(), "who" | "which" | "that" | "whom")
}
