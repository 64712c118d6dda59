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
use factcheck_syntax::{Relation, Upos};

use crate::{
    claim::modality,
    document::Parsed,
    event::{
        beside::{beside, nearer, nearest, phrase_before},
        carried::{carried, lasting},
        moved::{Moved, moved},
        predicate::Predicate,
    },
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
    /// Index of the time of its end, where `time` is that of its beginning.
    pub(crate) until: Option<usize>,
    /// Whether it is a day before which the event is said not to be: "not until Monday".
    pub(crate) not_until: bool,
    /// Its length in days.
    pub(crate) duration: Option<Range>,
    /// Whether the time names a day, and not only a time of day.
    names_day: bool,
    /// How far away the time stands.
    distance: usize,
}

impl When {
    /// Whether the clause tells a time or a length.
    pub(crate) fn is_told(&self) -> bool {
        self.time.is_some() || self.clock.is_some() || self.duration.is_some()
    }
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
                let Some(mut phase) = phase(tree, time.span, top) else { continue };
                if position.checked_sub(1).is_some_and(|before| is_until(tree, parsed, before, time.span)) {
                    phase = Phase::End;
                }
                // "two years later than planned": counted from what the words do not date.
                if is_compared(tree, time.span) {
                    continue;
                }
                let clock = time.meaning.clock.is_some();
                let day = !clock || names_day(tree, time.span);
                match moved(tree, time.span, predicates) {
                    Some(Moved::From) => continue,
                    Some(Moved::To(event)) => {
                        let distance = top.abs_diff(predicates[event].token);
                        let told = Told { position, clock, day, phase: Phase::Whole, distance };
                        set(&mut whens[event], told);
                        continue;
                    }
                    None => {}
                }
                let beside = beside(tree, time.span, predicates).or_else(|| {
                    let state = is_of_a_state(tree, top, predicates);
                    state.then(|| phrase_before(tree, time.span, predicates))?
                });
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
                let far = if describes(tree, top, predicates[owner].token) { tree.len() } else { 0 };
                let distance = top.abs_diff(predicates[owner].token) + far;
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

/// "later than planned", "earlier than the talks".
fn is_compared(tree: Tree, span: Span) -> bool {
    let next = tree.tokens_in(span).end;
    next < tree.len() && tree.is(next, "than")
}

/// "third-quarter results", "2022 models": the time says which of them, and dates the verb only where nothing else does.
fn describes(tree: Tree, top: usize, owner: usize) -> bool {
    tree.head(top).is_some_and(|head| {
        head > top
            && head != owner
            && tree.upos(head) == Upos::Noun
            && matches!(tree.relation(top), Relation::Compound | Relation::Amod)
    })
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
        token < at && at < top && tree.upos(at) == Upos::Noun && one.1.class != "report"
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

/// "from 3 March to 9 April": whether the time at `span` ends what the one with the index `from` begins.
fn is_until(tree: Tree, parsed: &Parsed, from: usize, span: Span) -> bool {
    let first = tree.tokens_in(parsed.times[from].span);
    let second = tree.tokens_in(span);
    let begins = first.start.checked_sub(1).is_some_and(|at| tree.is(at, "from"));
    begins
        && first.end + 1 == second.start
        && ["to", "until", "till", "through"].iter().any(|to| tree.is(first.end, to))
}

/// The nearest time counts; a time of day is kept beside a day, and an end beside a beginning.
fn set(when: &mut When, told: Told) {
    if when.time.is_some() && when.names_day && told.day {
        match (when.phase, told.phase) {
            (Phase::Start, Phase::End) => {
                when.until = Some(told.position);
                return;
            }
            (Phase::End, Phase::Start) => {
                when.until = when.time.take();
            }
            _ => {}
        }
    }
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
