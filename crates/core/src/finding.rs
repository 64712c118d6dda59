//! What a rule says: severity, confidence, message, arithmetic, steps, evidence, reasons.

use std::{cmp::Ordering, hash::Hasher};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{question::Side, record::SchemaVersion, span::Field};

/// How serious a finding is, most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Both sides stated, same period, ranges apart, no soft words.
    Conflict,
    /// Soft words, a repeatable event, derived through a reference, or different speakers.
    Warning,
    /// Worth knowing, no alarm: evolving, disputed within one article, or checked and holding.
    Note,
    /// The ranges meet.
    Agreement,
}

impl Severity {
    /// As the contracts write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Agreement => "agreement",
        }
    }

    /// Whether a reader must look: conflicts and warnings.
    #[must_use]
    pub fn is_alert(self) -> bool {
        matches!(self, Self::Conflict | Self::Warning)
    }
}

/// A statement that a finding rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// File of the article.
    pub file: String,
    /// Id of the article.
    pub article: String,
    /// The outlet.
    pub source: String,
    /// Publication date in ISO 8601, "" where unknown.
    pub published: String,
    /// Which text of the article.
    pub field: Field,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// The words.
    pub quote: String,
    /// The sentence around them.
    pub sentence: String,
    /// First code point of the sentence in the field.
    pub sentence_start: u32,
    /// Lower end as a decimal or an ISO date; null where unbounded.
    pub low: Option<String>,
    /// Upper end.
    pub high: Option<String>,
    /// Unit of both; "" for dates.
    pub unit: String,
    /// The side that it stands on: "a", "b", ...
    pub position: String,
}

impl Statement {
    /// The sentence before and after the quote; nothing where the sentence does not hold it.
    #[must_use]
    pub fn around(&self) -> (&str, &str) {
        let sentence = self.sentence.as_str();
        let skipped = self.start.checked_sub(self.sentence_start).and_then(|at| usize::try_from(at).ok());
        let at = skipped.and_then(|at| sentence.char_indices().nth(at)).map(|(at, _)| at);
        let at =
            at.filter(|at| sentence[*at..].starts_with(&self.quote)).or_else(|| sentence.find(&self.quote));
        at.map_or(("", ""), |at| (&sentence[..at], &sentence[at + self.quote.len()..]))
    }
}

/// A row of a reference table that a finding rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceRow {
    /// File of the table.
    pub file: String,
    /// Line in the file, from 1.
    pub row: u32,
    /// What it states.
    pub what: String,
    /// Lower end.
    pub low: Option<String>,
    /// Upper end.
    pub high: Option<String>,
    /// Unit of both; "" for dates.
    pub unit: String,
    /// The period that it is about.
    pub period: String,
    /// Where it was published.
    pub source: String,
    /// Web address, "" where none.
    pub url: String,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Version of the record contract.
    pub schema_version: SchemaVersion,
    /// The rule's code and a hash of what it says: the same when articles are renamed or edited elsewhere.
    pub id: String,
    /// "numbers" or "timeline".
    pub tool: String,
    /// The rule's code.
    pub code: String,
    /// The rule's name.
    pub rule: String,
    /// How serious.
    pub severity: Severity,
    /// 0 to 1: of findings at 0.9, nine in ten are right.
    pub confidence: f64,
    /// What it is about, in a few words.
    pub topic: String,
    /// The period in question, as ISO dates "2023-01-01/2023-12-31"; "" where none.
    pub period: String,
    /// The story.
    pub story: String,
    /// One sentence that a reader can check by hand.
    pub message: String,
    /// The arithmetic in one line; "" where there is none.
    pub arithmetic: String,
    /// How derived values were reached, a step each.
    pub steps: Vec<String>,
    /// Why the statements are compared, and why it is no more or less serious.
    pub reasons: Vec<String>,
    /// The sides.
    pub sides: Vec<Side>,
    /// The statements, side by side.
    pub claims: Vec<Statement>,
    /// Rows of reference tables.
    pub references: Vec<ReferenceRow>,
}

impl Finding {
    /// A finding of `code` with nothing said yet.
    #[must_use]
    pub fn new(tool: &str, code: &str, rule: &str, severity: Severity) -> Self {
        Self {
            schema_version: SchemaVersion,
            id: String::new(),
            tool: tool.to_owned(),
            code: code.to_owned(),
            rule: rule.to_owned(),
            severity,
            confidence: 1.0,
            topic: String::new(),
            period: String::new(),
            story: String::new(),
            message: String::new(),
            arithmetic: String::new(),
            steps: Vec::new(),
            reasons: Vec::new(),
            sides: Vec::new(),
            claims: Vec::new(),
            references: Vec::new(),
        }
    }
}

/// The order of every report: severity, confidence, code, story, first place.
#[must_use]
pub fn order(a: &Finding, b: &Finding) -> Ordering {
    fn places(finding: &Finding) -> impl Iterator<Item = (&str, Field, u32, u32)> {
        finding.claims.iter().map(|claim| (claim.file.as_str(), claim.field, claim.start, claim.end))
    }
    a.severity
        .cmp(&b.severity)
        .then_with(|| b.confidence.total_cmp(&a.confidence))
        .then_with(|| (&a.code, &a.story).cmp(&(&b.code, &b.story)))
        .then_with(|| places(a).cmp(places(b)))
        .then_with(|| a.message.cmp(&b.message))
}

/// Puts the findings of one story in [`order`] and gives each its id: the code and a hash of topic, period and the sides'
/// values and units, without sources and offsets, and an ordinal for ties. So an id stays when another outlet joins a side,
/// a file is renamed, text is edited elsewhere, or the story is checked among others.
pub fn identify(findings: &mut [Finding]) {
    findings.sort_by(order);
    let mut seen = std::collections::BTreeMap::<String, u32>::new();
    for finding in findings {
        let base = format!("{}-{:012x}", finding.code, fingerprint(finding));
        let times = seen.entry(base.clone()).or_insert(0);
        *times += 1;
        finding.id = if *times == 1 { base } else { format!("{base}-{times}") };
    }
}

/// 48 bits: of the findings of a million articles, two would share 32.
fn fingerprint(finding: &Finding) -> u64 {
    let mut sides: Vec<String> =
        finding.sides.iter().map(|side| format!("{:?}/{:?}/{}", side.low, side.high, side.unit)).collect();
    // Which side is called a depends on the outlets, so it must not count.
    sides.sort();
    let mut hasher = fnv::FnvHasher::default();
    for part in [&finding.story, &finding.topic, &finding.period].into_iter().chain(&sides) {
        hasher.write(part.as_bytes());
        hasher.write_u8(0);
    }
    let hash = hasher.finish();
    (hash >> 48) ^ (hash & 0xffff_ffff_ffff)
}
