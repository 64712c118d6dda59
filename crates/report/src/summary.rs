//! The lines at the end of a run: how much was found, and what was looked at, compared and left out.

use std::io;

use factcheck_core::{
    coverage::Coverage,
    finding::{Finding, Severity},
};

use crate::terminal::plain;

/// How many inputs that were left out are named.
const NAMED: usize = 10;

/// What a run looked at, compared and left out, in a few lines for the end of every run.
///
/// # Errors
/// What the writer says.
pub fn coverage_summary(coverage: &Coverage, out: &mut dyn io::Write) -> io::Result<()> {
    let articles = coverage.articles.len();
    writeln!(
        out,
        "read {} in {}: {}, {}, {}; built {} and {}",
        count(articles, "article"),
        counted(coverage.stories, "story", "stories"),
        total(coverage, "sentence", |row| row.sentences),
        counted(coverage.total(|row| row.quantities), "quantity", "quantities"),
        total(coverage, "time", |row| row.times),
        total(coverage, "claim", |row| row.claims),
        total(coverage, "event", |row| row.events),
    )?;
    let records = coverage.total(|row| row.claims).saturating_add(coverage.total(|row| row.events));
    let compared = coverage.total(|row| row.compared);
    let references = match coverage.references {
        0 => String::new(),
        rows => format!(" and {}", count(rows as usize, "reference row")),
    };
    writeln!(
        out,
        "aligned {} of {records} claims and events in {}{references}; compared {}",
        coverage.total(|row| row.aligned),
        count(coverage.questions as usize, "question"),
        if compared == 0 { "nothing, so this is no all-clear".to_owned() } else { compared.to_string() },
    )?;
    left_out(coverage, out)
}

fn left_out(coverage: &Coverage, out: &mut dyn io::Write) -> io::Result<()> {
    let records = coverage.total(|row| row.claims).saturating_add(coverage.total(|row| row.events));
    let alone = records.saturating_sub(coverage.total(|row| row.aligned));
    let undated = coverage.articles.iter().filter(|row| row.published.is_empty()).count();
    let mut parts = Vec::new();
    let mut part = |many: usize, text: String| {
        if many > 0 {
            parts.push(text);
        }
    };
    part(alone as usize, format!("{alone} claims and events that nothing else speaks of"));
    let furniture = coverage.total(|row| row.furniture) as usize;
    part(furniture, format!("{} of page furniture", counted_usize(furniture, "stretch", "stretches")));
    part(undated, format!("relative dates of {} without a publication date", count(undated, "article")));
    let replaced = coverage.total(|row| row.replaced) as usize;
    part(replaced, format!("{} that could not be decoded", count(replaced, "byte")));
    part(coverage.skipped.len(), count(coverage.skipped.len(), "input"));
    let others = coverage.left_out.len();
    part(
        others,
        format!(
            "{} beside the articles",
            counted_usize(others, "hidden, other or copied file", "hidden, other or copied files")
        ),
    );
    if !parts.is_empty() {
        writeln!(out, "left out: {}", parts.join("; "))?;
    }
    for skipped in coverage.skipped.iter().take(NAMED) {
        writeln!(out, "  {}: {}", plain(&skipped.place), plain(&skipped.reason))?;
    }
    match coverage.skipped.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more: see --table coverage"),
    }
}

/// "2 conflicts, 1 warning, 5 notes; 12 agreements not shown (--all)", and among how many that is.
pub(crate) fn findings_summary(findings: &[Finding], coverage: &Coverage, all: bool) -> String {
    let many = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let agreements = match (many(Severity::Agreement), all) {
        (many, true) => format!(", {}", count(many, "agreement")),
        (0, false) => String::new(),
        (many, false) => format!("; {} not shown (--all)", count(many, "agreement")),
    };
    let text = format!(
        "{}, {}, {}{agreements}",
        count(many(Severity::Conflict), "conflict"),
        count(many(Severity::Warning), "warning"),
        count(many(Severity::Note), "note"),
    );
    // A run that was read back from its findings knows nothing of its articles.
    if coverage.articles.is_empty() {
        return text;
    }
    let articles = count(coverage.articles.len(), "article");
    match coverage.total(|row| row.compared) {
        0 => text + &format!("\nnothing in {articles} was compared, so this is no all-clear"),
        compared => text + &format!("; {compared} claims and events of {articles} were compared"),
    }
}

fn total(
    coverage: &Coverage,
    one: &str,
    column: impl Fn(&factcheck_core::coverage::ArticleCoverage) -> u32,
) -> String {
    count(coverage.total(column) as usize, one)
}

fn count(many: usize, one: &str) -> String {
    counted_usize(many, one, &format!("{one}s"))
}

fn counted(many: u32, one: &str, more: &str) -> String {
    counted_usize(many as usize, one, more)
}

fn counted_usize(many: usize, one: &str, more: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { more })
}
