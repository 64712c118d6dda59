//! T106.

use factcheck_align::events::{EventRef, ordinals::CountedPair};
use factcheck_core::{
    declare_rule,
    event::Event,
    finding::{Finding, Severity, Statement},
    statement,
};

use crate::{Story, rules::TimelineRule};

declare_rule! {
    /// First here and second there.
    ///
    /// ## Why
    ///
    /// Two accounts that count one thing, in words that are otherwise alike, cannot both be right where one calls it
    /// the second and the other the third. What is counted over different things (trips abroad, trips outside a
    /// union) is not compared, nor where one account knows both.
    ///
    /// ## Flagged
    ///
    /// ```text
    /// Last week, Ostland submitted its second complaint to the Council of Ravel about the missiles of Norland.
    /// ---
    /// Last week, Ostland submitted its third complaint to the Council of Ravel about the missiles of Norland.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// It was the second trip of Brandt outside Norland since the trial.
    /// ---
    /// It was the first trip of Brandt outside the former Union since the trial.
    /// ```
    pub(crate) static ORDINAL_CONFLICT: TimelineRule = { code: "T106", name: "ordinal-conflict", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for pair in &story.counted {
        findings.push(counted(story, pair));
    }
    for link in &story.links {
        let (a, b) = (story.event(link.a), story.event(link.b));
        if a.ordinal.is_some() && a.ordinal == b.ordinal && scopes_share(a, b) {
            findings.push(agreement(story, link.a, link.b, link.confidence));
        }
    }
}

/// Whether both count over something that has a word in common.
fn scopes_share(a: &Event, b: &Event) -> bool {
    let words = |scope: &str| -> Vec<String> {
        scope.split_whitespace().filter(|word| word.len() > 4).map(str::to_lowercase).collect()
    };
    let other = words(&b.scope);
    words(&a.scope).iter().any(|word| other.contains(word))
}

fn counted(story: &Story, pair: &CountedPair) -> Finding {
    let agrees = pair.a.ordinal == pair.b.ordinal;
    let severity = if agrees { Severity::Agreement } else { Severity::Warning };
    let mut finding = story.finding(&ORDINAL_CONFLICT, severity);
    finding.confidence = pair.confidence;
    finding.topic = pair.a.what.iter().find(|word| pair.b.what.contains(word)).cloned().unwrap_or_default();
    let verdict = if agrees { "agree" } else { "cannot both hold of one" };
    finding.message = format!("“{}” and “{}” {verdict}", pair.a.place.quote, pair.b.place.quote);
    finding.arithmetic = format!("{} | {}", pair.a.ordinal, pair.b.ordinal);
    finding.reasons = vec!["the words around both are alike".to_owned()];
    let of = |counted: &factcheck_align::events::ordinals::Counted, position: &str| -> Statement {
        let (article, event) = (story.article(counted.at), story.event(counted.at));
        let number = Some(counted.ordinal.to_string());
        Statement {
            low: number.clone(),
            high: number,
            ..statement::at(article, &counted.place, &event.sentence, event.sentence_start, position)
        }
    };
    finding.claims = vec![of(&pair.a, "a"), of(&pair.b, if agrees { "a" } else { "b" })];
    finding
}

fn agreement(story: &Story, a: EventRef, b: EventRef, confidence: f64) -> Finding {
    let (left, right) = (story.event(a), story.event(b));
    let mut finding = story.finding(&ORDINAL_CONFLICT, Severity::Agreement);
    finding.confidence = confidence;
    finding.topic.clone_from(&left.class);
    finding.message = format!("both count it as number {}", left.ordinal.unwrap_or_default());
    finding.claims = vec![
        statement::of_event(story.article(a), left, "a"),
        statement::of_event(story.article(b), right, "a"),
    ];
    finding
}
