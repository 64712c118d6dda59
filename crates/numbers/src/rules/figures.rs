//! Published figures that speak of what a claim speaks of. Shared by the rules that use references.

use factcheck_align::names::may_be_one;
use factcheck_core::{
    claim::Claim,
    finding::{Finding, ReferenceRow, Severity},
    range::Range,
    record::Records,
    reference::Figure,
    statement,
    unit::Unit,
    window::Window,
};
use factcheck_syntax::{Upos, lemma, wordnet};

use crate::Story;

/// The figures that are of the measure, subject and object of `claim`; the caller checks period and unit.
pub(crate) fn about<'a>(story: &'a Story, claim: &Claim) -> Vec<&'a Figure> {
    story.references.figures.iter().filter(|figure| is_about(figure, claim)).collect()
}

/// Every word of the figure's measure stands in the claim's, or in its clause; its head in the measure itself; and
/// its parties are the claim's.
fn is_about(figure: &Figure, claim: &Claim) -> bool {
    is_measure(figure, claim) && parties_fit(figure, claim)
}

/// Whether a figure and a claim are of one measure, whoever's.
pub(crate) fn is_measure(figure: &Figure, claim: &Claim) -> bool {
    let words: Vec<String> =
        figure.measure.split_whitespace().map(|word| lemma(word, Upos::Noun).into_owned()).collect();
    let Some(head) = words.last() else { return false };
    let own: Vec<&str> = claim.measure.split_whitespace().collect();
    let in_measure = |word: &str| own.iter().any(|other| is_same_word(word, other));
    let in_clause =
        |word: &str| in_measure(word) || claim.terms.iter().any(|other| is_same_word(word, other));
    in_measure(head) && words.iter().all(|word| in_clause(word))
}

/// Whether a claim's measure is the head of the figure's, without words that the figure's measure has not.
pub(crate) fn is_short(figure: &Figure, claim: &Claim) -> bool {
    let words: Vec<String> =
        figure.measure.split_whitespace().map(|word| lemma(word, Upos::Noun).into_owned()).collect();
    let mut own = claim.measure.split_whitespace();
    words.last().is_some_and(|head| claim.measure.split_whitespace().last() == Some(head))
        && own.all(|word| words.iter().any(|other| other == word))
}

/// Whether an article names both parties of a figure.
pub(crate) fn are_named(figure: &Figure, records: &Records) -> bool {
    let named = |party: &str| {
        party.is_empty() || records.entities.iter().any(|entity| may_be_one(party, &entity.name))
    };
    named(&figure.subject) && named(&figure.object)
}

fn is_same_word(a: &str, b: &str) -> bool {
    a == b || wordnet::related(a, b)
}

/// The subject must be the claim's; an object that the claim does not name is no obstacle, another one is, and so is
/// one where the figure has none: exports to one country are not all exports.
fn parties_fit(figure: &Figure, claim: &Claim) -> bool {
    let named = |party: &str| {
        [&claim.subject, &claim.object, &claim.location]
            .iter()
            .any(|own| !own.is_empty() && may_be_one(party, own))
    };
    let object = claim.object.is_empty() || (!figure.object.is_empty() && named(&figure.object));
    named(&figure.subject) && object
}

/// The row as a report shows it.
pub(crate) fn row(figure: &Figure) -> ReferenceRow {
    let (low, high) = statement::ends(figure.value);
    let parties = if figure.object.is_empty() {
        figure.subject.clone()
    } else {
        format!("{}, {}", figure.subject, figure.object)
    };
    ReferenceRow {
        file: figure.file.clone(),
        row: figure.row,
        what: format!("{} ({parties})", figure.measure),
        low,
        high,
        unit: figure.unit.name.clone(),
        period: if figure.valid.is_any() { String::new() } else { figure.valid.to_string() },
        source: figure.source.clone(),
        url: figure.url.clone(),
    }
}

/// Holds a whole that follows from a share against published figures for it.
pub(crate) fn compare_whole(story: &Story, finding: &mut Finding, claim: &Claim, total: Range, unit: &Unit) {
    let meant = |figure: &&Figure| claim.period.is_any() || figure.valid.meets(claim.period);
    let figures: Vec<&Figure> = about(story, claim).into_iter().filter(meant).collect();
    compare(finding, &figures, total, unit);
}

/// Holds an earlier level that follows from a change against published figures for the year before.
pub(crate) fn compare_earlier(
    story: &Story,
    finding: &mut Finding,
    claim: &Claim,
    before: Range,
    unit: &Unit,
) {
    let Some(earlier) = year_before(claim.period) else { return };
    let figures: Vec<&Figure> =
        about(story, claim).into_iter().filter(|figure| earlier.covers(figure.valid)).collect();
    compare(finding, &figures, before, unit);
}

fn compare(finding: &mut Finding, figures: &[&Figure], derived: Range, unit: &Unit) {
    for figure in figures {
        let Some(value) = figure.unit.convert(figure.value, unit) else { continue };
        finding.references.push(row(figure));
        if value.meets(derived) {
            finding.steps.push(format!(
                "{}: {value} {}, which meets {}",
                figure.source,
                unit.plural(),
                derived.rounded()
            ));
        } else {
            // Derived and against a table: never more than a warning.
            finding.severity = Severity::Warning;
            finding.message = format!("{}, but {} has {value}", finding.message, figure.source);
            finding.steps.push(format!(
                "{}: {value} {}, which cannot meet {}",
                figure.source,
                unit.plural(),
                derived.rounded()
            ));
        }
    }
}

/// The calendar year before the one that a period is; `None` for other periods.
fn year_before(period: Window) -> Option<Window> {
    use chrono::Datelike;
    let (first, last) = period.ends()?;
    let year = first.year();
    (Window::year(year) == Some(Window { earliest: Some(first), latest: Some(last) }))
        .then(|| Window::year(year - 1))
        .flatten()
}
