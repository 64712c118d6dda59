//! A finding told from the side of one article: the draft of whoever asks.

use crate::finding::{Finding, Severity, Statement};

/// Puts what the draft says first, and words the message from its side; `None` where the draft says nothing of it. What
/// one sentence or one article says by itself stays as it is worded.
#[must_use]
pub fn focus(mut finding: Finding, is_draft: impl Fn(&Statement) -> bool) -> Option<Finding> {
    let own = finding.claims.iter().position(&is_draft)?;
    let first = finding.claims[own].position.clone();
    let swapped = |position: &mut String| {
        if *position == first {
            "a".clone_into(position);
        } else if position == "a" {
            position.clone_from(&first);
        }
    };
    finding.claims.iter_mut().for_each(|claim| swapped(&mut claim.position));
    finding.sides.iter_mut().for_each(|side| swapped(&mut side.position));
    finding.claims.sort_by_key(|claim| (claim.position.clone(), !is_draft(claim)));
    finding.sides.sort_by(|x, y| x.position.cmp(&y.position));
    if let Some(message) = message(&finding, &is_draft).filter(|_| !finding.sides.is_empty()) {
        finding.message = message;
    }
    Some(finding)
}

/// "the draft’s “12 people” (line 4) cannot hold beside “21 people” (The Courier, line 9) and 2 more: death (people)".
fn message(finding: &Finding, is_draft: &dyn Fn(&Statement) -> bool) -> Option<String> {
    let own = finding.claims.first()?;
    let agrees = finding.severity == Severity::Agreement;
    let others: Vec<&Statement> = finding
        .claims
        .iter()
        .filter(|claim| !is_draft(claim) && (agrees || claim.position != own.position))
        .collect();
    let other = others.first()?;
    let verb = match finding.severity {
        Severity::Conflict | Severity::Warning => "cannot hold beside",
        Severity::Note => "differs from",
        Severity::Agreement => "agrees with",
    };
    let source = if other.source.is_empty() { &other.file } else { &other.source };
    let more = match others.len() {
        1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    Some(format!(
        "the draft’s “{}” (line {}) {verb} “{}” ({source}, line {}){more}: {}",
        own.quote, own.line, other.quote, other.line, finding.topic
    ))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::focus;
    use crate::{
        finding::{Finding, Severity, Statement},
        question::Side,
    };

    fn finding(severity: Severity) -> Finding {
        let statement = |file: &str, quote: &str, position: &str| Statement {
            file: file.to_owned(),
            quote: quote.to_owned(),
            line: 4,
            position: position.to_owned(),
            ..Statement::default()
        };
        let side = |position: &str| Side {
            position: position.to_owned(),
            low: None,
            high: None,
            unit: String::new(),
            origins: 1,
            newest: String::new(),
        };
        Finding {
            topic: "death (people)".to_owned(),
            message: "as it was".to_owned(),
            claims: vec![
                statement("1.txt", "12 people", "a"),
                statement("2.txt", "a dozen", "a"),
                statement("draft.txt", "21 people", "b"),
            ],
            sides: vec![side("a"), side("b")],
            ..Finding::new("numbers", "N101", "value-conflict", severity)
        }
    }

    /// The message, then files with their positions.
    fn told(finding: Finding, draft: &str) -> String {
        let Some(finding) = focus(finding, |claim| claim.file == draft) else { return "nothing".to_owned() };
        let places = finding.claims.iter().map(|claim| format!(" {}:{}", claim.position, claim.file));
        finding.message.clone() + ";" + &places.collect::<String>()
    }

    #[test]
    fn puts_the_draft_first() {
        snap!(told(finding(Severity::Conflict), "draft.txt"), @"the draft’s “21 people” (line 4) cannot hold beside “12 people” (1.txt, line 4) and 1 more: death (people); a:draft.txt b:1.txt b:2.txt");
        snap!(told(finding(Severity::Note), "2.txt"), @"the draft’s “a dozen” (line 4) differs from “21 people” (draft.txt, line 4): death (people); a:2.txt a:1.txt b:draft.txt");
        snap!(told(finding(Severity::Agreement), "1.txt"), @"the draft’s “12 people” (line 4) agrees with “a dozen” (2.txt, line 4) and 1 more: death (people); a:1.txt a:2.txt b:draft.txt");
        snap!(told(finding(Severity::Conflict), "3.txt"), @"nothing");
        // One sentence against itself has no sides.
        let alone = Finding { sides: Vec::new(), ..finding(Severity::Warning) };
        snap!(told(alone, "1.txt"), @"as it was; a:1.txt a:2.txt b:draft.txt");
    }
}
