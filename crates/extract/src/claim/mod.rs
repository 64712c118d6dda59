//! From a quantity to a claim: what it is of, whose, when, and how firmly it is said.
//!
//! Sees one sentence's tree and the article's cast; compares nothing.

mod asked;
mod basis;
mod frame;
mod lend;
mod measure;
mod modality;
mod movement;
mod none;
mod parties;
mod past;
mod period;
mod scope;
mod tables;
mod terms;

use factcheck_core::{
    claim::{Claim, Kind, Modality, Polarity},
    quantity::{Amount, Direction},
    record::SchemaVersion,
    span::Span,
    unit::Unit,
};

use factcheck_syntax::Upos;

pub(crate) use frame::{base, is_person};
pub(crate) use modality::{modality, polarity, speaker};
pub(crate) use terms::Terms;

use crate::{
    cast::Cast, claim::measure::Measure, document::Document, lexicon, quantity, records::Scribe, tree::Tree,
};

/// A claim with what later readers of the same article need to tie it to others.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) claim: Claim,
    /// Index of its sentence in the document.
    pub(crate) sentence: usize,
    /// Its quantity in the sentence.
    pub(crate) quantity: usize,
    /// The token that ties the quantity to the sentence.
    pub(crate) top: usize,
}

/// The claims of a document, in text order. `first_claim` is how many the article had before.
pub(crate) fn build(document: &Document, cast: &Cast, scribe: &Scribe, first_claim: usize) -> Vec<Built> {
    let count = document.sentences.iter().map(|parsed| parsed.quantities.len()).sum();
    let mut built: Vec<Built> = Vec::with_capacity(count);
    let mut dwelt = None;
    for (index, parsed) in document.sentences.iter().enumerate() {
        let tree = document.tree(parsed);
        dwelt = past::follow(dwelt, tree, parsed, scribe.published.map(|stamp| stamp.date));
        for (position, found) in parsed.quantities.iter().enumerate() {
            let is_stated =
                !is_reference(tree, found) && !scribe.is_withdrawn(found.span) && !scribe.is_cell(found.span);
            let Some(top) = top(tree, found).filter(|_| is_stated) else { continue };
            for (part, found) in movement::levels(found).enumerate() {
                let id = scribe.name('c', first_claim + built.len());
                let found = found.as_ref();
                let at = At { tree, index, position, found, top };
                let mut claim = claim(document, cast, scribe, &at, id);
                if claim.period.is_any() {
                    claim.period = past::inherited(dwelt.as_ref(), parsed);
                }
                if found.shape == crate::quantity::Shape::Movement && found.ends.is_some() {
                    movement::settle(&mut claim, part == 0);
                }
                if let Some(last) =
                    built.last().filter(|last| last.sentence == index && last.quantity != position)
                {
                    let between = tree.tokens_in(found.span).start
                        - tree
                            .tokens_in(parsed.quantities[last.quantity].span)
                            .end
                            .min(tree.tokens_in(found.span).start);
                    lend::lend(&last.claim, &mut claim, between);
                }
                let other = none::other(tree, found, &claim);
                built.push(Built { claim, sentence: index, quantity: position, top });
                if let Some(claim) = other {
                    let id = scribe.name('c', first_claim + built.len());
                    let claim = Claim { id, ..claim };
                    built.push(Built { claim, sentence: index, quantity: position, top });
                }
            }
        }
    }
    built
}

/// Whether the words only point at persons or things that were counted before: "the two presidents", "both sides".
fn is_reference(tree: Tree, found: &quantity::Found) -> bool {
    let inside = tree.tokens_in(found.span);
    let before = inside.start.checked_sub(1).map(|before| tree.lower(before)).unwrap_or_default();
    let pointed = matches!(before.as_ref(), "the" | "these" | "those" | "both" | "its" | "their" | "our");
    let bare = inside.len() == 2 && found.head.is_some_and(|head| inside.contains(&head));
    let few = found.amount.value.is_some_and(|value| value <= 3.into());
    pointed && bare && few && found.amount.unit.code.is_none()
}

/// The token that ties a quantity to its sentence: the head of its unit where the tree agrees, else the first token
/// with a head outside.
fn top(tree: Tree, found: &quantity::Found) -> Option<usize> {
    let inside = tree.tokens_in(found.span);
    let outside = |token: &usize| {
        inside.contains(token) && tree.head(*token).is_none_or(|head| !inside.contains(&head))
    };
    found.head.filter(outside).or_else(|| tree.top(found.span))
}

/// A quantity in its sentence.
struct At<'a> {
    tree: Tree<'a>,
    /// Index of the sentence.
    index: usize,
    /// The quantity's place in the sentence.
    position: usize,
    found: &'a quantity::Found,
    /// The token that ties it to the sentence.
    top: usize,
}

fn claim(document: &Document, cast: &Cast, scribe: &Scribe, at: &At, id: String) -> Claim {
    let At { tree, index, position, found, top } = *at;
    let parsed = &document.sentences[index];
    let verb = tree.verb_above(top);
    let is_time = |token: usize| {
        let span = tree.span(token..token + 1);
        parsed.times.iter().any(|time| time.span.overlaps(span))
    };
    let measure = measure::measure(tree, found, top, verb, &is_time);
    let mut frame = frame::frame(tree, cast, index, parsed, position, &[measure.head, verb, Some(top)]);
    // "A 2.9 aftershock" is not counted.
    if frame.class == "aftershock" && found.amount.value.is_some_and(|value| !value.fract().is_zero()) {
        "magnitude".clone_into(&mut frame.class);
    }
    let mut parties = parties::parties(tree, cast, index, &measure, verb);
    if frame.class == "age" {
        parties.subject = parties::bearer(tree, cast, index, tree.tokens_in(found.span)).unwrap_or_default();
    }
    let settled = || parties::settled(tree, cast, index, tree.tokens_in(found.span).start);
    if frame.class.is_empty()
        && (peoples(tree, found, &measure) || is_home(tree, found) && settled().is_some())
    {
        "population".clone_into(&mut frame.class);
    }
    if frame.class == "population" {
        let named = || parties::place(tree, cast, index, tree.tokens_in(found.span).start);
        parties.subject = settled().or_else(named).unwrap_or(parties.subject);
        frame.name(&parties.subject);
    }
    if frame.class == "distance" && (parties.subject.is_empty() || parties.subject == frame.anchor) {
        parties.subject = parties::located(tree, cast, index, &frame.anchor).unwrap_or(parties.subject);
    }
    let asker = || asked::asker(tree, cast, index, &tree.tokens_in(found.span));
    if let Some(asker) = Some(&found.amount.unit).filter(|unit| is_money(unit)).and_then(|_| asker()) {
        frame.ask(&asker);
        parties.subject = asker;
    }
    frame.tell(&measure.words);
    if let Some(subject) = verb.and_then(|verb| doer(document, index, verb)) {
        frame.tell(&subject);
    }
    let range = parsed.sentence.range.clone();
    let sentence = Span::from(range.clone());
    let governor = verb.unwrap_or(top);
    let presupposed = is_presupposed(tree, found, top, &measure, verb);
    let mut amount = found.amount.clone();
    // "a 0.6 % increase" is a change as "rose 0.6 %" is.
    if amount.direction == Direction::None {
        amount.direction = found.noun_direction;
    }
    Claim {
        schema_version: SchemaVersion,
        id,
        place: scribe.locator.place(found.span),
        claim_kind: kind(&amount, &frame.class, &measure, tree, verb),
        amount,
        subject: parties.subject,
        object: parties.object,
        location: parties.location,
        period: period::period(tree, parsed, top, verb),
        as_of: scribe.as_of,
        basis: bases(&measure, frame.basis),
        polarity: if presupposed { Polarity::Affirmed } else { polarity(tree, governor) },
        speaker: speaker(tree, cast, index, governor),
        quoted: modality::is_quoted(document.text, &range, found.span),
        modality: if presupposed { Modality::Stated } else { modality::modality_of_number(tree, governor) },
        class: frame.class,
        near: frame.near,
        names: frame.names,
        verb: frame.verb,
        anchor: frame.anchor,
        scope: frame.scope,
        terms: parsed.terms(tree).around(tree, top, found.span),
        measure: measure.words,
        sentence: sentence.of(document.text).to_owned(),
        sentence_start: scribe.locator.start(sentence),
    }
}

/// The noun that does what the verb tells; for "it" and "they", the one that the sentence before tells of.
fn doer(document: &Document, index: usize, verb: usize) -> Option<String> {
    let noun = |tree: Tree, token: usize| {
        matches!(tree.upos(token), Upos::Noun | Upos::Propn).then(|| tree.lower_lemma(token).into_owned())
    };
    let tree = document.tree(&document.sentences[index]);
    let subject = measure::subject(tree, verb)?;
    if !matches!(tree.lower(subject).as_ref(), "it" | "they") {
        return noun(tree, subject).filter(|_| tree.upos(subject) == Upos::Noun);
    }
    let before = document.tree(document.sentences.get(index.checked_sub(1)?)?);
    let root = (0..before.len()).find(|token| before.head(*token).is_none())?;
    noun(before, measure::subject(before, root)?)
}

/// "A city of 500,000 people": persons of a place.
fn peoples(tree: Tree, found: &quantity::Found, measure: &Measure) -> bool {
    use factcheck_syntax::wordnet::{Lexname, lexnames};

    let of = tree.tokens_in(found.span).start.checked_sub(1).filter(|before| tree.is(*before, "of"));
    let place =
        |head: usize| lexnames(&tree.lemma(head), Upos::Noun).any(|name| name == Lexname::NounLocation);
    of.is_some() && frame::is_person(&found.amount.unit) && measure.head.is_some_and(place)
}

/// "Qarn, home to 500,000 people", whatever the preposition.
fn is_home(tree: Tree, found: &quantity::Found) -> bool {
    let start = tree.tokens_in(found.span).start;
    let home = start >= 2
        && tree.is(start - 2, "home")
        && matches!(tree.upos(start - 1), Upos::Adp | Upos::Part)
        && !tree.is(start - 1, "of");
    home && frame::is_person(&found.amount.unit)
}

/// What the head's own words and the clause say, sorted.
fn bases(measure: &Measure, mut clause: Vec<String>) -> Vec<String> {
    clause.extend(measure.basis.iter().cloned());
    clause.sort();
    clause.dedup();
    clause
}

/// Whether the number belongs to a noun phrase that the sentence takes for granted, so that "will not" further on does
/// not touch it: "such a line, with a capacity of 55, will not replace the halted supplies of 155".
fn is_presupposed(
    tree: Tree,
    found: &quantity::Found,
    top: usize,
    measure: &Measure,
    verb: Option<usize>,
) -> bool {
    let (Some(head), Some(verb)) = (measure.head, verb) else { return false };
    let definite = || {
        let first =
            (0..head).rev().find(|token| !matches!(tree.upos(*token), Upos::Adj | Upos::Noun | Upos::Verb));
        first.is_some_and(|token| {
            matches!(tree.lower(token).as_ref(), "the" | "its" | "their" | "his" | "her")
        })
    };
    // "Her £420,000 insurance" is hers, whatever may become of it.
    let owned = || {
        let before = tree.tokens_in(found.span).start.checked_sub(1);
        before.is_some_and(|before| {
            matches!(
                tree.lower(before).as_ref(),
                "its" | "their" | "his" | "her" | "our" | "my" | "'s" | "’s"
            )
        })
    };
    if owned() {
        return true;
    }
    tree.upos(head) == Upos::Noun
        && !measure.is_change
        && !measure.is_level
        && top != verb
        && (top < verb || definite())
        && tree.relation(top) != factcheck_syntax::Relation::Obj
}

/// What sort of number it is, from its unit, its direction and its verb.
fn kind(amount: &Amount, class: &str, measure: &Measure, tree: Tree, verb: Option<usize>) -> Kind {
    let unit = amount.unit.name.as_str();
    // "A population of 120,000" leaves out what is counted.
    let counts = || factcheck_core::measure::named(class).is_some_and(|row| row.persons.is_some());
    let verb_role = verb.map_or("", |verb| lexicon::verb_role(&tree.lemma(verb)));
    let changes = measure.is_change
        || (amount.direction != Direction::None && verb_role != "level" && !measure.is_level);
    if changes && (unit == "percent" || unit == "percentage point" || measure.is_change) {
        Kind::Change
    } else if quantity::is_share(&amount.unit) || unit == "percent" {
        Kind::Share
    } else if unit.contains(" per ") {
        Kind::Rate
    } else if unit == "magnitude" {
        Kind::Level
    } else if amount.unit.code.is_none() && !is_money(&amount.unit) && (!unit.is_empty() || counts()) {
        Kind::Count
    } else {
        Kind::Level
    }
}

/// Whether it is money, "dollars" of no named country among it.
fn is_money(unit: &Unit) -> bool {
    unit.name == "dollar" || unit.scale().is_some_and(|scale| scale.dimension.starts_with("currency"))
}
