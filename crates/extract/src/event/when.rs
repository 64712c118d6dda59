//! Which time belongs to which event: the clause decides.

use chrono::NaiveDate;
use factcheck_core::{
    claim::Modality,
    event::Phase,
    range::Range,
    span::Span,
    timex::{Meaning, TimexType},
    window::Window,
};
use factcheck_syntax::{Relation, Upos, Xpos};

use crate::{
    claim::modality,
    document::Parsed,
    event::predicate::{self, Predicate},
    lexicon,
    tree::Tree,
};

/// When an event happens and how long it lasts, as far as its own clause says.
#[derive(Clone, Debug, Default)]
pub(crate) struct When {
    /// Index of the time in the sentence.
    pub(crate) time: Option<usize>,
    /// Index of the time of day, where it is not the same.
    pub(crate) clock: Option<usize>,
    /// Which part of the event the time is of.
    pub(crate) phase: Phase,
    /// Whether it is a day before which the event is said not to be: "not until Monday".
    pub(crate) not_until: bool,
    /// Its length in days.
    pub(crate) duration: Option<Range>,
    /// Whether the time names a day, and not only a time of day.
    names_day: bool,
    /// How far away the time stands.
    distance: usize,
}

/// One answer for each predicate, in their order.
pub(crate) fn whens(
    tree: Tree,
    parsed: &Parsed,
    predicates: &[Predicate],
    published: Option<NaiveDate>,
) -> Vec<When> {
    let mut whens = vec![When::default(); predicates.len()];
    for (position, time) in parsed.times.iter().enumerate() {
        let Some(top) = tree.top(time.span) else { continue };
        match time.meaning.timex_type {
            TimexType::Date | TimexType::Time if tells_when(&time.meaning) => {
                let Some(phase) = phase(tree, time.span, top) else { continue };
                let beside = beside(tree, time.span, predicates);
                if beside.is_none()
                    && (is_of_a_state(tree, top, predicates) || is_of_a_level(tree, time.span))
                {
                    continue;
                }
                let owner = beside
                    .or_else(|| {
                        owner(tree, top, predicates).map(|owner| nearer(tree, time.span, predicates, owner))
                    })
                    .or_else(|| nearest(tree, time.span, predicates));
                let Some(mut owner) = owner else { continue };
                if is_past(time.meaning.window, published) {
                    owner = happened(tree, owner, top, predicates);
                }
                let governor = predicates[owner].light.unwrap_or(predicates[owner].token);
                if is_not_until(tree, time.span, governor) {
                    whens[owner].not_until = true;
                }
                // "Sunday afternoon" is a day as well.
                let clock = time.meaning.clock.is_some();
                let day = !clock || names_day(tree, time.span);
                let distance = top.abs_diff(predicates[owner].token);
                let told = Told { position, clock, day, phase, distance };
                set(&mut whens[owner], told);
                if let Some((carried, phase)) = carried(tree, owner, predicates, phase) {
                    set(&mut whens[carried], Told { phase, ..told });
                }
            }
            // "a two-day visit": the length stands before its noun. "the visit lasted two days".
            TimexType::Duration => {
                if let Some(owner) = lasting(tree, top, predicates) {
                    whens[owner].duration = time.meaning.length;
                }
            }
            _ => {}
        }
    }
    whens
}

/// Whether the days lie before the day of writing.
fn is_past(window: Window, published: Option<NaiveDate>) -> bool {
    window.latest.zip(published).is_some_and(|(last, day)| last < day)
}

/// A day that is past is no day of what is still to come: "voted to renew the roads on Tuesday", "would not avenge the
/// attack on Tuesday". Then an event noun right before the time, or the verb above, is meant.
fn happened(tree: Tree, owner: usize, top: usize, predicates: &[Predicate]) -> usize {
    let token = predicates[owner].token;
    if tree.upos(token) != Upos::Verb || modality(tree, token) == Modality::Stated {
        return owner;
    }
    let between = |one: &&(usize, &Predicate)| {
        let at = one.1.token;
        token < at
            && at < top
            && tree.upos(at) == Upos::Noun
            && matches!(one.1.class.as_str(), class if class != "report")
    };
    let all: Vec<(usize, &Predicate)> = predicates.iter().enumerate().collect();
    let known = all.iter().rev().filter(between).find(|one| top - one.1.token <= 8);
    let above = || {
        tree.ancestors(token).skip(1).find_map(|at| {
            let index = predicates.iter().position(|one| one.token == at)?;
            (tree.upos(at) == Upos::Verb && modality(tree, at) == Modality::Stated).then_some(index)
        })
    };
    // The noun has to be told of in place and time; what is only asked for has neither.
    known
        .filter(|one| one.1.class != tree.lemma(one.1.token))
        .map(|(index, _)| *index)
        .or_else(above)
        .unwrap_or(owner)
}

/// Whether the words give a day at all: on the calendar, or of a year or week that is left open.
fn tells_when(meaning: &Meaning) -> bool {
    let open = meaning.value.strip_prefix("XXXX-");
    let named = open.is_some_and(|rest| !rest.starts_with("XX") && rest != "WXX" && !rest.starts_with('Q'));
    !meaning.window.is_any() || named
}

/// "was in critical condition on Thursday after a gunman opened fire": the day is that of a state, no event's.
/// "It was the second attack since Thursday" has the day of an event all the same.
fn is_of_a_state(tree: Tree, top: usize, predicates: &[Predicate]) -> bool {
    let told = |at: usize| predicates.iter().any(|one| one.token == at);
    let above = tree
        .ancestors(top)
        .skip(1)
        .find(|at| told(*at) || tree.upos(*at) == Upos::Verb || tree.child(*at, &[Relation::Cop]).is_some());
    above.is_some_and(|above| tree.upos(above) != Upos::Verb && !told(above))
}

/// "rose from 5.2% in May": the day of the level that was left, not of the rise.
fn is_of_a_level(tree: Tree, span: Span) -> bool {
    let first = tree.tokens_in(span).start;
    let Some(case) =
        first.checked_sub(1).filter(|at| matches!(tree.lower(*at).as_ref(), "in" | "on" | "for"))
    else {
        return false;
    };
    let from =
        (case.saturating_sub(5)..case).rev().find(|at| matches!(tree.lower(*at).as_ref(), "from" | "than"));
    from.is_some_and(|from| {
        (from + 1..case).any(|at| tree.upos(at) == Upos::Num)
            && (from + 1..case).all(|at| tree.upos(at) != Upos::Verb && !matches!(tree.form(at), "," | ";"))
    })
}

/// A time that a sentence tells of an event.
#[derive(Clone, Copy)]
struct Told {
    /// Index of the time in the sentence.
    position: usize,
    /// Whether it has a time of day.
    clock: bool,
    /// Whether it names a day.
    day: bool,
    phase: Phase,
    /// How far from the event it stands.
    distance: usize,
}

/// Whether the words of a time name a day of the week or of a month.
fn names_day(tree: Tree, span: Span) -> bool {
    tree.tokens_in(span).any(|at| {
        let word = tree.lower(at);
        word.parse::<chrono::Weekday>().is_ok()
            || factcheck_core::calendar::is_month_name(&word)
            || matches!(word.as_ref(), "today" | "yesterday" | "tomorrow")
    })
}

/// The nearest time counts; a time of day is kept beside a day.
fn set(when: &mut When, told: Told) {
    let closer = told.distance < when.distance || when.time.is_none();
    if told.clock && (when.clock.is_none() || closer) {
        when.clock = Some(told.position);
    }
    // A time of day alone gives way to any day.
    let dayless = when.time.is_some() && !when.names_day && told.day;
    if when.time.is_none() || dayless || (closer && told.day) {
        when.time = Some(told.position);
        when.names_day = told.day;
        when.phase = told.phase;
        when.distance = told.distance;
    }
}

/// "will not be restored before Monday", "did not open until May".
fn is_not_until(tree: Tree, span: Span, verb: usize) -> bool {
    let before = tree.tokens_in(span).start.checked_sub(1);
    before.is_some_and(|before| matches!(tree.lower(before).as_ref(), "until" | "till" | "before"))
        && tree.is_denied(verb)
}

/// Which part of the event the time is of: "since June" is of its beginning, "until Monday" of its end. `None` for
/// what only bounds: "before Monday". The word right before is asked as well as the tree, since trees err on "since".
fn phase(tree: Tree, span: Span, top: usize) -> Option<Phase> {
    let before =
        tree.tokens_in(span).start.checked_sub(1).map(|before| tree.lower(before)).unwrap_or_default();
    let case = tree.case(top).unwrap_or_default();
    let words = [before.as_ref(), case.as_ref()];
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if has(&["than"]) {
        None
    } else if has(&["since", "from", "after"]) {
        Some(Phase::Start)
    } else if has(&["until", "till", "by", "through", "before"]) {
        Some(Phase::End)
    } else {
        Some(Phase::Whole)
    }
}

/// What "began", "ended" or "occurred" is said of, and which part of it: their time is its time.
fn carried(tree: Tree, owner: usize, predicates: &[Predicate], phase: Phase) -> Option<(usize, Phase)> {
    let verb = predicates[owner].token;
    let at = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
    if let Some(object) = predicates[owner].object.and_then(at) {
        return Some((object, phase));
    }
    let phase = match predicates[owner].class.as_str() {
        "begin" => Phase::Start,
        "end" => Phase::End,
        "occur" | "hit" => phase,
        _ => return effect(tree, verb, predicates).map(|cause| (cause, phase)),
    };
    let relations: &[Relation] = match predicates[owner].class.as_str() {
        "occur" => &[Relation::Nsubj, Relation::NsubjPass],
        // "was shaken by an earthquake": what does it stands behind.
        "hit" if tree.child(verb, &[Relation::AuxPass]).is_some() => {
            &[Relation::OblAgent, Relation::Obl, Relation::Nmod]
        }
        "hit" => &[Relation::Nsubj],
        _ => &[Relation::Nsubj, Relation::NsubjPass, Relation::Xcomp, Relation::Nmod, Relation::Obj],
    };
    let carried = tree.children(verb).filter(|child| relations.contains(&tree.relation(*child))).find_map(at);
    // "fighting between the army and the rebels began": trees take the last name for the subject.
    let before = || {
        // "a quake measuring 4.6 rattled": what describes the noun is no clause of its own.
        let finite =
            |token: &usize| tree.upos(*token) == Upos::Verb && tree.sentence.tags[*token].xpos != Xpos::Vbg;
        let first = (0..verb).rev().find(finite).map_or(0, |token| token + 1);
        let last = |wanted: &dyn Fn(usize) -> bool| {
            predicates.iter().rposition(|one| (first..verb).contains(&one.token) && wanted(one.token))
        };
        // "since fighting began": some nouns are tagged as the verbs that they come from.
        last(&|token| tree.upos(token) == Upos::Noun)
            .or_else(|| last(&|token| tree.sentence.tags[token].xpos == Xpos::Vbg))
    };
    Some((carried.or_else(before)?, phase))
}

/// The event that has the effect that the verb tells: "riots left three people dead", "the blast killed a man". It was
/// when its effect was. Only of what comes suddenly; the effects of a reform take their time.
fn effect(tree: Tree, told: usize, predicates: &[Predicate]) -> Option<usize> {
    // "left three dead": the day is told of the dead.
    let verb = if tree.upos(told) == Upos::Verb { told } else { tree.head(told)? };
    let active = tree.sentence.tags[verb].is_past() && tree.child(verb, &[Relation::AuxPass]).is_none();
    let has = active && lexicon::event_effect(&tree.lemma(verb));
    let mut clause = verb;
    // "left three dead and engulfed the streets": one subject for both.
    if has && tree.relation(verb) == Relation::Conj && tree.child(verb, &[Relation::Nsubj]).is_none() {
        clause = tree.head(verb)?;
    }
    let subject = tree.child(clause, &[Relation::Nsubj]).filter(|_| has)?;
    predicates.iter().position(|one| {
        one.token == subject && tree.upos(subject) != Upos::Verb && lexicon::is_sudden(&one.class)
    })
}

/// The event whose length a duration tells.
fn lasting(tree: Tree, top: usize, predicates: &[Predicate]) -> Option<usize> {
    let head = tree.head(top)?;
    let at = predicates.iter().position(|predicate| predicate.token == head)?;
    let before = top < head && tree.upos(head) != Upos::Verb;
    if tree.lemma(head) == "spend" {
        // "spent four days touring": the length is that of what was done.
        let done = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
        let gerund = |token: &usize| tree.sentence.tags[*token].xpos == Xpos::Vbg;
        let next = |token: &usize| *token > top && *token <= top + 4;
        // "four days ski touring": trees take the first word for the verb.
        let behind = || (top + 1..tree.len()).filter(next).filter(gerund).find_map(done);
        let below = || tree.children(head).filter(|child| *child > top).find_map(done);
        return behind().or_else(below).or(Some(at));
    }
    let lasts = matches!(tree.lemma(head).as_ref(), "last" | "continue")
        || (tree.case(top).as_deref() == Some("for") && tree.relation(top) == Relation::Obl);
    if before {
        return Some(at);
    }
    if !lasts {
        return None;
    }
    let subject = tree.child(head, &[Relation::Nsubj]);
    subject
        .and_then(|subject| predicates.iter().position(|predicate| predicate.token == subject))
        .or(Some(at))
}

/// "arrived in Beijing for talks with Xi on Tuesday": a time that does not follow the noun at once dates the verb
/// that the noun only says the purpose or place of.
fn carrying_verb(tree: Tree, top: usize, noun: usize) -> Option<usize> {
    let purpose = tree.upos(noun) == Upos::Noun
        && matches!(tree.relation(noun), Relation::Obl | Relation::Nmod)
        && matches!(tree.case(noun).as_deref(), Some("for" | "during" | "at" | "in" | "to"));
    let adjacent = top > noun && (noun + 1..top).all(|between| tree.upos(between) == Upos::Adp);
    if !purpose || adjacent || top < noun {
        return None;
    }
    tree.ancestors(noun).skip(1).find(|above| tree.upos(*above) == Upos::Verb)
}

/// The event that a time belongs to: the first one above it; through a verb that only carries or plans, the one
/// that this verb leads to.
fn owner(tree: Tree, top: usize, predicates: &[Predicate]) -> Option<usize> {
    let at = |token: usize| predicates.iter().position(|predicate| predicate.token == token);
    for above in tree.ancestors(top).skip(1) {
        // "a strike called for Monday": the day is that of what is planned.
        if is_planning(tree, above) && is_for(tree, top) {
            // "the strike called for Monday was": trees take it for the verb of the sentence.
            let reduced = above.checked_sub(1).filter(|at| tree.upos(*at) == Upos::Noun);
            let planned = match tree.relation(above) {
                Relation::Acl | Relation::AclRelcl => tree.head(above),
                _ => tree.child(above, &[Relation::NsubjPass, Relation::Obj]).or(reduced),
            };
            if let Some(index) = planned.and_then(at) {
                return Some(index);
            }
        }
        if let Some(index) = predicates.iter().position(|predicate| predicate.light == Some(above)) {
            return Some(index);
        }
        if let Some(index) = at(above) {
            return Some(carrying_verb(tree, top, above).and_then(at).unwrap_or(index));
        }
        if matches!(tree.upos(above), Upos::Verb | Upos::Adj | Upos::Aux) {
            // "is due to meet on Tuesday", "is expected on Friday to hold talks".
            let leads = tree.children(above).find(|child| tree.relation(*child) == Relation::Xcomp)?;
            return at(leads)
                .or_else(|| predicates.iter().position(|predicate| predicate.light == Some(leads)));
        }
    }
    None
}

/// Whether "for" stands before a time.
fn is_for(tree: Tree, top: usize) -> bool {
    let near = top.saturating_sub(3)..top;
    tree.case(top).as_deref() == Some("for") || near.rev().any(|at| tree.is(at, "for"))
}

/// Verbs whose object or passive subject is still to come: "called for Monday", "set for June".
fn is_planning(tree: Tree, verb: usize) -> bool {
    let lemma = tree.lemma(verb);
    tree.upos(verb) == Upos::Verb
        && (lexicon::verb_role(&lemma) == "plan"
            || matches!(lemma.as_ref(), "call" | "slate" | "fix" | "book"))
}

/// The verb that the time stands beside, whatever the tree made of it: "said Thursday", "opened fire Thursday",
/// "on Thursday said".
fn beside(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    right_before(tree, span, predicates)
        .or_else(|| planned(tree, span, predicates))
        .or_else(|| behind_object(tree, span, predicates))
        .or_else(|| noun_before(tree, span, predicates))
        .or_else(|| right_behind(tree, span, predicates))
}

/// "set the sentencing for June 28": an event noun right before "for" and the day.
fn planned(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let before = tree.tokens_in(span).start.checked_sub(1).filter(|before| tree.is(*before, "for"))?;
    let noun = before.checked_sub(1).filter(|at| tree.upos(*at) == Upos::Noun)?;
    predicates.iter().position(|one| one.token == noun)
}

/// "released a report Thursday": a bare day behind the object of a verb in the past tense.
fn behind_object(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let before =
        tree.tokens_in(span).start.checked_sub(1).filter(|before| tree.upos(*before) == Upos::Noun)?;
    predicates.iter().rposition(|one| {
        one.token < before
            && tree.sentence.tags[one.token].is_past()
            && predicate::object_phrase_end(tree, one.token) == Some(before)
    })
}

/// "the company on Thursday announced": a day between a subject and its verb in the past tense.
fn right_behind(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let tokens = tree.tokens_in(span);
    let on = tokens.start.checked_sub(1).filter(|before| tree.is(*before, "on"))?;
    let subject = on.checked_sub(1).is_some_and(|at| {
        matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Pron) || matches!(tree.form(at), ")" | ",")
    });
    let next = |one: &Predicate| one.token == tokens.end && tree.sentence.tags[one.token].xpos == Xpos::Vbd;
    predicates.iter().position(next).filter(|_| subject)
}

/// "Brandt, who is to be elected on Thursday, said": trees take some times over a comma to the verb behind it, though
/// a verb stands before them in their own clause.
fn nearer(tree: Tree, span: Span, predicates: &[Predicate], owner: usize) -> usize {
    let tokens = tree.tokens_in(span);
    let comma = |at: usize| matches!(tree.form(at), "," | ";" | "—" | "–");
    let verb = predicates[owner].token;
    if verb < tokens.end || !(tokens.end..verb).any(comma) {
        return owner;
    }
    let own = predicates.iter().rposition(|one| {
        one.token < tokens.start
            && (tree.upos(one.token) == Upos::Verb || one.light.is_some())
            && !(one.token..tokens.start).any(comma)
    });
    own.unwrap_or(owner)
}

/// "said Thursday that seven had died", "opened fire Thursday": the verb right before the time or one word earlier,
/// whatever the tree made of it.
fn right_before(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let first = tree.tokens_in(span).start;
    let before = first.checked_sub(1)?;
    let before = if tree.is(before, "on") { before.checked_sub(1)? } else { before };
    let verb =
        |token: usize| predicates.iter().position(|one| one.token == token && tree.upos(token) == Upos::Verb);
    let told = |token: usize| predicates.iter().any(|one| one.token == token);
    let word =
        |token: usize| !matches!(tree.upos(token), Upos::Adp | Upos::Punct | Upos::Sconj | Upos::Cconj);
    verb(before).or_else(|| {
        let earlier = before.checked_sub(1).filter(|at| tree.sentence.tags[*at].is_past())?;
        verb(earlier).filter(|_| before + 1 == first && word(before) && !told(before))
    })
}

/// "since a session last month", "the talks Tuesday": an event noun right before a bare time.
fn noun_before(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let noun = tree.tokens_in(span).start.checked_sub(1).filter(|at| tree.upos(*at) == Upos::Noun)?;
    predicates.iter().position(|one| one.token == noun && one.light.is_none())
}

/// Where the tree gives no event: the nearest verb before the time in its clause, else the next one behind it, else
/// the nearest noun.
fn nearest(tree: Tree, span: Span, predicates: &[Predicate]) -> Option<usize> {
    let tokens = tree.tokens_in(span);
    let parts = |token: usize| matches!(tree.form(token), ";" | ":" | "(" | ")" | "–" | "—");
    let verb = |one: &&(usize, &Predicate)| tree.upos(one.1.token) == Upos::Verb || one.1.light.is_some();
    let before =
        |one: &&(usize, &Predicate)| one.1.token < tokens.start && !(one.1.token..tokens.start).any(parts);
    let behind =
        |one: &&(usize, &Predicate)| one.1.token >= tokens.end && !(tokens.end..one.1.token).any(parts);
    let all: Vec<(usize, &Predicate)> = predicates.iter().enumerate().collect();
    let found = all.iter().rev().filter(verb).find(before);
    let found = found.or_else(|| all.iter().filter(verb).find(behind));
    found
        .or_else(|| all.iter().rev().find(before))
        .or_else(|| all.iter().find(behind))
        .map(|(index, _)| *index)
}
