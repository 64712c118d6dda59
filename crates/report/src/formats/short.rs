//! One line a row: `file:line:column: conflict[T101] message (confidence 0.93)`, as editors and grep want it.
//! Other tables than the findings are their cells, separated by tabs.

use std::io;

use factcheck_core::finding::Finding;

use crate::{Options, Run, Table, tables, terminal::plain};

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    if options.table != Table::Findings {
        return rows(run, options, out);
    }
    for finding in run.shown(options.all) {
        writeln!(
            out,
            "{}: {}[{}] {} (confidence {:.2})",
            plain(&place(finding)),
            finding.severity.name(),
            plain(&finding.code),
            plain(&finding.message),
            finding.confidence
        )?;
    }
    Ok(())
}

/// Where to look first; the reference table where nothing is quoted.
fn place(finding: &Finding) -> String {
    match (finding.claims.first(), finding.references.first()) {
        (Some(claim), _) => format!("{}:{}:{}", claim.file, claim.line, claim.column),
        (None, Some(row)) => format!("{}:{}:1", row.file, row.row),
        (None, None) => format!("{}:1:1", finding.story),
    }
}

fn rows(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    for row in tables::sheet(run, options).rows {
        let cells: Vec<String> = row.iter().map(|cell| plain(&cell.shown()).into_owned()).collect();
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}
