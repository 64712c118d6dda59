//! Annotations for GitHub Actions: a workflow command a finding, which its log turns into a mark beside the line. What a
//! person dismissed is passed over.
//!
//! Only the findings are written. A step shows ten errors and ten warnings at most; the most serious come first.

use std::io;

use factcheck_core::finding::{Finding, Severity, Statement};

use crate::{Options, Run, terminal::plain};

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let open = run.shown(options.all).filter(|finding| !run.verdicts.dismisses(&finding.id));
    open.into_iter().try_for_each(|finding| annotation(run, finding, out))
}

fn annotation(run: &Run, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Conflict => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Agreement => "notice",
    };
    write!(out, "::{command} ")?;
    if let Some(first) = finding.claims.first() {
        let length = u32::try_from(first.quote.chars().count()).unwrap_or(u32::MAX);
        let (line, column) = (first.line, first.column);
        write!(out, "file={},line={line},col={column}", property(run.path(&first.file)))?;
        // Columns are shown on one line alone.
        if !first.quote.contains('\n') {
            write!(out, ",endColumn={}", column.saturating_add(length))?;
        }
        write!(out, ",")?;
    }
    let title = format!("{} {} ({})", finding.code, finding.rule, finding.severity.name());
    let mut lines = vec![plain(&finding.message).into_owned()];
    lines.extend(finding.claims.iter().map(statement));
    lines.extend((!finding.arithmetic.is_empty()).then(|| plain(&finding.arithmetic).into_owned()));
    lines.push(format!("{}, confidence {:.2}", finding.id, finding.confidence));
    writeln!(out, "title={}::{}", property(&title), escaped(&lines.join("\n")))
}

fn statement(claim: &Statement) -> String {
    let place = format!("{}:{}:{}", claim.file, claim.line, claim.column);
    let source = if claim.source.is_empty() { String::new() } else { format!("{}, ", claim.source) };
    plain(&format!("{source}{place}: “{}”", claim.quote)).into_owned()
}

/// Text behind the second pair of colons.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before it.
fn property(text: &str) -> String {
    escaped(&plain(text)).replace(':', "%3A").replace(',', "%2C")
}
