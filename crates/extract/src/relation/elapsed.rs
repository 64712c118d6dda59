//! "in the nearly two years since the invasion", "the 10th anniversary of the founding": time gone until the day
//! of writing.

use factcheck_core::{ordinal, range::Range, relation::RelationType, span::Span, timex::TimexType, unit};
use rust_decimal::Decimal;

use crate::{document::Document, event::Built, relation::Draft};

/// Adds the relations of one sentence.
pub(crate) fn read(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    since(document, index, events, drafts);
    anniversary(document, index, events, drafts);
    marked(document, index, events, drafts);
}

/// "a forum marking 10 years of the programme": an anniversary in other words.
fn marked(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for found in parsed.times.iter().filter(|found| found.meaning.timex_type == TimexType::Duration) {
        // "the 10th anniversary of" is read by its noun.
        if found.span.of(document.text).contains("anniversar") {
            continue;
        }
        let years = found.meaning.value.strip_prefix('P').and_then(|value| value.strip_suffix('Y'));
        let Some(years) = years.and_then(|years| years.parse::<u32>().ok()) else { continue };
        let tokens = tree.tokens_in(found.span);
        let kept = |built: &&&Built| {
            built.token < tokens.start
                && tokens.start - built.token <= 2
                && matches!(tree.lemma(built.token).as_ref(), "mark" | "celebrate" | "commemorate")
        };
        let Some(event) = events.iter().find(kept) else { continue };
        if tokens.end < tree.len() && matches!(tree.lower(tokens.end).as_ref(), "of" | "since") {
            drafts.push(Draft {
                relation_type: RelationType::Anniversary,
                from: event.event.id.clone(),
                to: String::new(),
                amount: Range::exact(Decimal::from(years)),
                unit: unit::named("year"),
                soft: false,
                span: Span {
                    start: tree.span(event.token..event.token + 1).start,
                    end: tree
                        .span(tree.phrase(tree.top(found.span).unwrap_or(event.token)))
                        .end
                        .max(found.span.end),
                },
                sentence: index,
            });
        }
    }
}

fn since(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for found in parsed.times.iter().filter(|found| found.meaning.timex_type == TimexType::Duration) {
        let Some(length) = found.meaning.length else { continue };
        let next = tree.tokens_in(found.span).end;
        if next >= tree.len() || !tree.is(next, "since") {
            continue;
        }
        let Some(event) = events.iter().find(|built| built.token > next && built.token - next <= 6) else {
            continue;
        };
        drafts.push(Draft {
            relation_type: RelationType::Elapsed,
            from: String::new(),
            to: event.event.id.clone(),
            amount: length,
            unit: unit::named("day"),
            soft: true,
            span: Span { start: found.span.start, end: tree.span(event.token..event.token + 1).end },
            sentence: index,
        });
    }
}

fn anniversary(document: &Document, index: usize, events: &[&Built], drafts: &mut Vec<Draft>) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for built in events.iter().filter(|built| built.event.class == "anniversary") {
        let Some(years) = tree.children(built.token).find_map(|child| ordinal::ordinal(&tree.lower(child)))
        else {
            continue;
        };
        let phrase = tree.phrase(built.token);
        drafts.push(Draft {
            relation_type: RelationType::Anniversary,
            from: built.event.id.clone(),
            to: String::new(),
            amount: Range::exact(Decimal::from(years)),
            unit: unit::named("year"),
            soft: false,
            span: tree.span(phrase),
            sentence: index,
        });
    }
}
