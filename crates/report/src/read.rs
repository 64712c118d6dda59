//! Findings back from JSON Lines, for `factcheck report`. A bad line is reported and passed over.

use std::io::BufRead;

use factcheck_core::{coverage::Skipped, finding::Finding};

/// Every finding of `input`, one JSON object a line, and the lines that are none, each with its number and why.
/// Blank lines and a byte-order mark are passed over. A line that cannot be read ends the input.
pub fn read_findings(input: impl BufRead) -> (Vec<Finding>, Vec<Skipped>) {
    let mut findings = Vec::new();
    let skipped = each_finding(input, |finding| findings.push(finding));
    (findings, skipped)
}

/// As [`read_findings`], of findings that need not be held.
pub fn each_finding(mut input: impl BufRead, mut take: impl FnMut(Finding)) -> Vec<Skipped> {
    let mut skipped = Vec::new();
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let skip = |reason: String| Skipped { place: format!("line {number}"), reason };
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                skipped.push(skip(error.to_string()));
                break;
            }
        }
        let text = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
        if text.is_empty() {
            continue;
        }
        match serde_json::from_slice(text) {
            Ok(finding) => take(finding),
            Err(error) => skipped.push(skip(format!("not a finding: {error}"))),
        }
    }
    skipped
}

#[cfg(test)]
mod tests {
    use factcheck_core::finding::Severity;
    use insta::assert_snapshot as snap;

    use super::*;

    fn r(text: &str) -> String {
        let (findings, skipped) = read_findings(text.as_bytes());
        let codes = findings.iter().map(|finding| finding.code.clone());
        codes
            .chain(skipped.iter().map(|row| format!("{}: {}", row.place, row.reason)))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn reads_findings_and_reports_other_lines() {
        let finding = Finding::new("numbers", "N101", "value-conflict", Severity::Conflict);
        let line = serde_json::to_string(&finding).unwrap_or_default();
        snap!(r(&format!("\u{feff}{line}\r\n\n{line}")), @"N101; N101");
        snap!(r(&format!("{{}}\n{line}")), @"N101; line 1: not a finding: missing field `schema_version` at line 1 column 2");
        snap!(r(&line.replace("\"schema_version\":1", "\"schema_version\":9")), @"line 1: not a finding: schema_version 9 is not 1 at line 1 column 19");
        snap!(r(""), @"");
    }
}
