//! SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS: for code scanning in CI and for editors.
//!
//! Only the findings are written, whatever table is asked for. A conflict is an `error`, an agreement a result of kind
//! `pass`. What a person dismissed is a suppressed result, so that a scanner does not raise it again.

use std::{collections::BTreeMap, io};

use factcheck_core::{
    finding::{Finding, ReferenceRow, Severity, Statement},
    span::Field,
};
use serde::Serialize;

use crate::{Options, Run, uri};

/// Where the schema of this version stands.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunLog<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunLog<'a> {
    tool: Tool<'a>,
    invocations: [Invocation; 1],
    column_kind: &'static str,
    results: Vec<ResultLog<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<RuleLog<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleLog<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Help>,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

/// An input that was left out.
#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultLog<'a> {
    rule_id: &'a str,
    rule_index: usize,
    kind: &'static str,
    level: &'static str,
    message: Message,
    locations: Vec<Site>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Site>,
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression<'a>>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: &'a str,
}

/// What SARIF has no place for.
#[derive(Serialize)]
struct Properties<'a> {
    id: &'a str,
    confidence: f64,
    topic: &'a str,
    period: &'a str,
    story: &'a str,
    arithmetic: &'a str,
    steps: &'a [String],
    reasons: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Site {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    context_region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    #[serde(skip_serializing_if = "Option::is_none")]
    start_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    char_offset: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    char_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Message>,
}

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<&Finding> = run.shown(options.all).collect();
    let mut rules: Vec<(&str, &str)> =
        findings.iter().map(|finding| (finding.code.as_str(), finding.rule.as_str())).collect();
    rules.sort_unstable();
    rules.dedup_by_key(|(code, _)| *code);
    let index = |code: &str| rules.iter().position(|(known, _)| *known == code).unwrap_or(0);
    let results = findings.iter().map(|finding| result(run, finding, index(&finding.code))).collect();
    let notification = |(place, reason): (&str, &str)| Notification {
        level: "warning",
        message: message(format!("{place}: {reason}")),
    };
    let skipped =
        run.coverage.skipped.iter().map(|skipped| (skipped.place.as_str(), skipped.reason.as_str()));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [RunLog {
            tool: Tool {
                driver: Driver {
                    name: "factcheck",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|(code, name)| rule(run, code, name)).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: skipped.map(notification).collect(),
            }],
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn message(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

fn rule<'a>(run: &Run, code: &'a str, name: &'a str) -> RuleLog<'a> {
    let info = run.rules.iter().find(|info| info.code == code);
    RuleLog {
        id: code,
        name,
        short_description: info.map(|info| message(info.summary())),
        help: info.map(|info| Help { text: info.summary().to_owned(), markdown: info.text() }),
    }
}

fn result<'a>(run: &'a Run, finding: &'a Finding, rule_index: usize) -> ResultLog<'a> {
    let mut locations: Vec<Site> = finding.claims.iter().map(|claim| statement(run, claim)).collect();
    locations.extend(finding.references.iter().map(reference));
    let related = locations.split_off(locations.len().min(1));
    let number = |(id, location): (usize, Site)| Site { id: Some(id), ..location };
    let dismissed = run.verdicts.of(&finding.id).filter(|_| run.verdicts.dismisses(&finding.id));
    ResultLog {
        rule_id: &finding.code,
        rule_index,
        kind: if finding.severity == Severity::Agreement { "pass" } else { "fail" },
        level: level(finding.severity),
        message: message(finding.message.as_str()),
        locations: locations.into_iter().map(|first| Site { message: None, ..first }).collect(),
        related_locations: (1..).zip(related).map(number).collect(),
        partial_fingerprints: BTreeMap::from([("factcheck/v1", finding.id.as_str())]),
        suppressions: dismissed
            .map(|said| Suppression { kind: "external", status: "accepted", justification: &said.note })
            .into_iter()
            .collect(),
        properties: Properties {
            id: &finding.id,
            confidence: finding.confidence,
            topic: &finding.topic,
            period: &finding.period,
            story: &finding.story,
            arithmetic: &finding.arithmetic,
            steps: &finding.steps,
            reasons: &finding.reasons,
        },
    }
}

/// What is no failure has no level.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Conflict => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Agreement => "none",
    }
}

fn statement(run: &Run, claim: &Statement) -> Site {
    let (end_line, end_column) = end(claim);
    let source = if claim.source.is_empty() { &claim.file } else { &claim.source };
    let quote = Region {
        start_line: Some(claim.line),
        start_column: Some(claim.column),
        end_line: Some(end_line),
        end_column: Some(end_column),
        snippet: Some(message(claim.quote.as_str())),
        ..Region::default()
    };
    Site {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri::reference(run.path(&claim.file)) },
            region: quote,
            context_region: context(claim),
        },
        message: Some(message(format!("{source}: “{}”", claim.quote))),
    }
}

/// One past the last character of the quote: its line and column.
fn end(claim: &Statement) -> (u32, u32) {
    let length = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    match claim.quote.rsplit_once('\n') {
        None => (claim.line, claim.column.saturating_add(length(&claim.quote))),
        Some((before, last)) => {
            let breaks = before.matches('\n').count() + 1;
            (claim.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX)), length(last) + 1)
        }
    }
}

/// The sentence, where the quote stands in it. Offsets count the characters of the text, and a title stands outside of
/// it.
fn context(claim: &Statement) -> Option<Region> {
    let length = u32::try_from(claim.sentence.chars().count()).unwrap_or(u32::MAX);
    let after = claim.sentence_start.saturating_add(length);
    let holds = claim.sentence_start <= claim.start && claim.end <= after;
    (claim.field == Field::Text && holds).then(|| Region {
        char_offset: Some(claim.sentence_start),
        char_length: Some(length),
        snippet: Some(message(claim.sentence.as_str())),
        ..Region::default()
    })
}

fn reference(row: &ReferenceRow) -> Site {
    Site {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri::reference(&row.file) },
            region: Region { start_line: Some(row.row.max(1)), ..Region::default() },
            context_region: None,
        },
        message: Some(message(format!("the reference says: {}", row.what))),
    }
}
