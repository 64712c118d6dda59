//! One self-contained page for a browser: findings with filters, the sentences of each side by side with its
//! arithmetic and its ranges, and verdicts to be set and exported.
//!
//! All words of articles pass through the template's escaping. The page may load nothing, and runs no script but its
//! own, whose hash its policy names. Readable with scripts off; it then has no filters and no verdicts.

mod lanes;
mod plot;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::LazyLock,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use factcheck_core::finding::{Finding, ReferenceRow, Severity, Statement};
use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;
use sha2::{Digest, Sha256};

use self::plot::{Plot, plot, range};
use crate::{Options, Run, Table, Verdict, coverage_summary, tables, verdicts::VERDICTS};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

static TEMPLATES: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.add_template("page", include_str!("page.html"))?;
    Ok(templates)
});

/// A finding as the template wants it.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    arithmetic: &'a str,
    steps: &'a [String],
    reasons: &'a [String],
    percent: u32,
    statements: Vec<Quoted<'a>>,
    plot: Option<Plot>,
    verdict: &'a str,
    note: &'a str,
}

/// A statement in its sentence.
#[derive(Serialize)]
struct Quoted<'a> {
    position: &'a str,
    source: &'a str,
    published: &'a str,
    place: String,
    before: &'a str,
    quote: &'a str,
    after: &'a str,
    range: String,
}

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let failed = |error: &minijinja::Error| io::Error::other(error.to_string());
    let templates = TEMPLATES.as_ref().map_err(failed)?;
    let template = templates.get_template("page").map_err(|error| failed(&error))?;
    let findings: Vec<Item> = run.shown(options.all).map(|finding| item(finding, run)).collect();
    let mut summary = Vec::new();
    coverage_summary(&run.coverage, &mut summary)?;
    let (coverage_columns, rows) = cells(run, &Options { table: Table::Coverage, ..*options });
    // Findings and coverage have their own places on the page; any other table is shown where it is asked for.
    let shown = matches!(options.table, Table::Findings | Table::Coverage);
    let (asked_columns, asked) = if shown { (&[][..], Vec::new()) } else { cells(run, options) };
    let severities = [Severity::Conflict, Severity::Warning, Severity::Note, Severity::Agreement];
    let count = |severity: Severity| findings.iter().filter(|item| item.severity == severity.name()).count();
    let counts: BTreeMap<&str, usize> = severities.iter().map(|one| (one.name(), count(*one))).collect();
    let names: Vec<&str> = severities.iter().map(|one| one.name()).filter(|name| counts[name] > 0).collect();
    let codes: BTreeSet<&str> = findings.iter().map(|item| item.code).collect();
    let page = context! {
        style => STYLE, script => SCRIPT, style_hash => hash(STYLE), script_hash => hash(SCRIPT),
        summary => if rows.is_empty() { String::new() } else { String::from_utf8_lossy(&summary).into_owned() },
        pictures => lanes::pictures(run, options.all), findings, counts, severities => names, codes, verdicts => VERDICTS,
        coverage_columns, coverage => rows, table => options.table.name(), asked_columns, asked,
    };
    out.write_all(template.render(page).map_err(|error| failed(&error))?.as_bytes())
}

/// The columns and the cells of a table, as a reader sees them.
fn cells(run: &Run, options: &Options) -> (&'static [&'static str], Vec<Vec<String>>) {
    let sheet = tables::sheet(run, options);
    let rows = sheet.rows.map(|row| row.iter().map(|cell| cell.shown().into_owned()).collect());
    (sheet.columns, rows.collect())
}

/// The hash by which a policy names a style or a script.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn item<'a>(finding: &'a Finding, run: &'a Run) -> Item<'a> {
    let said = run.verdicts.of(&finding.id);
    let own = |part: fn(&Verdict) -> &String| said.map_or("", |said| part(said).as_str());
    let statements = finding.claims.iter().map(quoted).chain(finding.references.iter().map(reference));
    Item {
        id: &finding.id,
        code: &finding.code,
        severity: finding.severity.name(),
        message: &finding.message,
        arithmetic: &finding.arithmetic,
        steps: &finding.steps,
        reasons: &finding.reasons,
        percent: percent(finding.confidence),
        statements: statements.collect(),
        plot: plot(&finding.claims),
        verdict: own(|said| &said.verdict),
        note: own(|said| &said.note),
    }
}

#[expect(clippy::float_arithmetic, reason = "a confidence is a float")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
fn percent(confidence: f64) -> u32 {
    (confidence.clamp(0.0, 1.0) * 100.0).round() as u32
}

fn quoted(statement: &Statement) -> Quoted<'_> {
    let (before, after) = statement.around();
    Quoted {
        position: &statement.position,
        source: &statement.source,
        published: statement.published.get(..10).unwrap_or(&statement.published),
        place: format!("{}:{}:{}", statement.file, statement.line, statement.column),
        before,
        quote: &statement.quote,
        after,
        range: range(statement),
    }
}

fn reference(row: &ReferenceRow) -> Quoted<'_> {
    let as_statement = Statement {
        low: row.low.clone(),
        high: row.high.clone(),
        unit: row.unit.clone(),
        ..Statement::default()
    };
    Quoted {
        position: "",
        source: &row.source,
        published: "",
        place: format!("{}:{}", row.file, row.row),
        before: "",
        quote: &row.what,
        after: "",
        range: range(&as_statement),
    }
}
