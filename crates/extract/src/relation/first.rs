//! "the first meeting in 22 days", "her first visit since May": how long there was nothing of the kind, in days.

use chrono::NaiveDate;
use factcheck_core::{
    range::{Bound, Range},
    relation::RelationType,
    span::Span,
    timex::TimexType,
    unit,
    window::Window,
};
use rust_decimal::Decimal;

use crate::{document::Document, event::Built, relation::Draft, time, tree::Tree};

/// Tokens behind the ordinal within which its length of time begins.
const REACH: usize = 8;

/// Adds the relations of one sentence. `published` is the day that "since" is counted to.
pub(crate) fn read(
    document: &Document,
    index: usize,
    events: &[&Built],
    published: Option<NaiveDate>,
    drafts: &mut Vec<Draft>,
) {
    let parsed = &document.sentences[index];
    let tree = document.tree(parsed);
    for built in events.iter().filter(|built| built.event.ordinal == Some(1)) {
        let Some(first) = (0..tree.len())
            .filter(|at| tree.is(*at, "first"))
            .min_by_key(|at| at.abs_diff(built.token))
            .map(|at| at.max(built.token.min(at + 4)))
        else {
            continue;
        };
        let near = parsed.times.iter().filter_map(|found| {
            let start = tree.tokens_in(found.span).start;
            (start > first && start <= first + REACH).then(|| amount(tree, found, start, published))?
        });
        let Some((amount, soft, end)) = near.take(1).next() else { continue };
        drafts.push(Draft {
            relation_type: RelationType::FirstIn,
            from: built.event.id.clone(),
            to: String::new(),
            amount,
            unit: unit::named("day"),
            soft,
            span: Span { start: tree.span(first.min(built.token)..first + 1).start, end },
            sentence: index,
        });
    }
}

/// The days that the words name, whether they are soft, and where the words end.
fn amount(
    tree: Tree,
    found: &time::Found,
    start: usize,
    published: Option<NaiveDate>,
) -> Option<(Range, bool, u32)> {
    let before = |words: usize| (start.saturating_sub(words)..start).rev();
    if found.meaning.timex_type == TimexType::Duration {
        let within = before(2).any(|at| matches!(tree.lower(at).as_ref(), "in" | "for"));
        let soft = found.meaning.value.contains('X') || found.meaning.modifier.is_some();
        return Some((found.meaning.length.filter(|_| within)?, soft, found.span.end));
    }
    // "since their May 4 meeting"
    before(3).any(|at| tree.is(at, "since")).then_some(())?;
    Some((since(found.meaning.window, published?)?, false, found.span.end))
}

fn since(window: Window, published: NaiveDate) -> Option<Range> {
    let (first, last) = window.ends()?;
    let days = |day: NaiveDate| Bound::Closed(Decimal::from((published - day).num_days()));
    (last < published).then(|| Range { low: days(last), high: days(first) })
}
