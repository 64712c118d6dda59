//! The lines at the end of a run: how much was found, and what was looked at, compared and left out.

use std::io;

use factcheck_core::{
    coverage::{Counts, Coverage},
    finding::{Finding, Severity},
};

use crate::terminal::plain;

/// How many inputs that were left out are named.
pub const NAMED: usize = 10;

/// What a run looked at, compared and left out, in a few lines for the end of every run.
///
/// # Errors
/// What the writer says.
pub fn coverage_summary(coverage: &Coverage, out: &mut dyn io::Write) -> io::Result<()> {
    let all = coverage.counts();
    writeln!(
        out,
        "read {} in {}: {}, {}, {}; built {} and {}",
        count(all.articles, "article"),
        counted(coverage.stories.into(), "story", "stories"),
        count(all.sentences, "sentence"),
        counted(all.quantities, "quantity", "quantities"),
        count(all.times, "time"),
        count(all.claims, "claim"),
        count(all.events, "event"),
    )?;
    let references = match coverage.references {
        0 => String::new(),
        rows => format!(" and {}", count(rows.into(), "reference row")),
    };
    writeln!(
        out,
        "aligned {} of {} claims and events in {}{references}; compared {}",
        all.aligned,
        all.claims + all.events,
        count(coverage.questions.into(), "question"),
        if all.compared == 0 {
            "nothing, so this is no all-clear".to_owned()
        } else {
            all.compared.to_string()
        },
    )?;
    left_out(coverage, &all, out)
}

fn left_out(coverage: &Coverage, all: &Counts, out: &mut dyn io::Write) -> io::Result<()> {
    let alone = (all.claims + all.events).saturating_sub(all.aligned);
    let mut parts = Vec::new();
    let mut part = |many: u64, text: String| {
        if many > 0 {
            parts.push(text);
        }
    };
    part(alone, format!("{alone} claims and events that nothing else speaks of"));
    part(all.furniture, format!("{} of page furniture", counted(all.furniture, "stretch", "stretches")));
    let undated = count(all.undated, "article");
    part(all.undated, format!("relative dates of {undated} without a publication date"));
    part(all.replaced, format!("{} that could not be decoded", count(all.replaced, "byte")));
    part(all.skipped, count(all.skipped, "input"));
    let files = counted(all.left_out, "hidden, other or copied file", "hidden, other or copied files");
    part(all.left_out, format!("{files} beside the articles"));
    if !parts.is_empty() {
        writeln!(out, "left out: {}", parts.join("; "))?;
    }
    let named = coverage.skipped.iter().take(NAMED);
    let more = all.skipped - named.len() as u64;
    for skipped in named {
        writeln!(out, "  {}: {}", plain(&skipped.place), plain(&skipped.reason))?;
    }
    match more {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more: see --table coverage"),
    }
}

/// "2 conflicts, 1 warning, 5 notes; 12 agreements not shown (--all)", and among how many that is.
pub(crate) fn findings_summary(findings: &[Finding], coverage: &Coverage, all: bool) -> String {
    let many = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
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
    let all = coverage.counts();
    // A run that was read back from its findings knows nothing of its articles.
    if all.articles == 0 {
        return text;
    }
    let articles = count(all.articles, "article");
    match all.compared {
        0 => text + &format!("\nnothing in {articles} was compared, so this is no all-clear"),
        compared => text + &format!("; {compared} claims and events of {articles} were compared"),
    }
}

fn count(many: u64, one: &str) -> String {
    counted(many, one, &format!("{one}s"))
}

fn counted(many: u64, one: &str, more: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { more })
}
