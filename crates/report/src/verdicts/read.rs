//! Verdicts from a file, whatever program filled it in: CSV with comma, semicolon or tab, a workbook, JSON Lines.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use factcheck_core::coverage::Skipped;
use serde::Deserialize;

use super::{VERDICTS, Verdict, Verdicts};
use crate::spreadsheet::unguarded;

/// The columns that are read.
const COLUMNS: [&str; 3] = ["finding_id", "verdict", "note"];

/// One row: where it stands, and id, verdict and note as written.
type Row = (String, [String; 3]);

/// Every verdict or note of `bytes`, the file called `name`, and what of it cannot be used, each with its place.
/// Rows without either are passed over.
///
/// # Errors
/// Why nothing of the file can be read.
pub fn read_verdicts(name: &str, bytes: &[u8]) -> Result<(Verdicts, Vec<Skipped>), String> {
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        workbook(bytes)?
    } else {
        let text = std::str::from_utf8(bytes).map_err(|error| format!("{name} is no UTF-8 text: {error}"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim_start().starts_with('{') { lines(text) } else { table(text)? }
    };
    Ok(taken(name, rows))
}

/// The rows that say something; of two for one finding the first counts.
fn taken(name: &str, rows: Vec<Row>) -> (Verdicts, Vec<Skipped>) {
    let (mut verdicts, mut skipped) = (Verdicts::default(), Vec::new());
    for (place, [id, verdict, note]) in rows {
        let [id, note] = [id, note].map(|cell| unguarded(cell.trim()).to_owned());
        let verdict = word(&verdict);
        if id.is_empty() || (verdict.is_empty() && note.is_empty()) {
            continue;
        }
        let mut skip = |reason: String| skipped.push(Skipped { place: format!("{name}: {place}"), reason });
        if !verdict.is_empty() && !VERDICTS.contains(&verdict.as_str()) {
            skip(format!(
                "\"{verdict}\" is no verdict ({}); it is kept, and counts for nothing",
                VERDICTS.join(", ")
            ));
        }
        let said = Verdict { verdict, note };
        match verdicts.0.get(&id) {
            Some(first) if *first != said => skip(format!("a second verdict on {id}; the first counts")),
            Some(_) => {}
            None => drop(verdicts.0.insert(id, said)),
        }
    }
    (verdicts, skipped)
}

/// Verdicts are written in any case.
fn word(cell: &str) -> String {
    let cell = unguarded(cell.trim());
    let lower = cell.to_lowercase();
    if VERDICTS.contains(&lower.as_str()) { lower } else { cell.to_owned() }
}

fn table(text: &str) -> Result<Vec<Row>, String> {
    let head = text.lines().next().unwrap_or_default();
    let mark = *[b',', b';', b'\t']
        .iter()
        .max_by_key(|mark| head.bytes().filter(|byte| byte == *mark).count())
        .unwrap_or(&b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(mark).flexible(true).from_reader(text.as_bytes());
    let columns = columns(reader.headers().map_err(|error| error.to_string())?.iter())?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().to_owned();
        rows.push((format!("line {line}"), columns.map(cell)));
    }
    Ok(rows)
}

/// The first sheet with a column of ids.
fn workbook(bytes: &[u8]) -> Result<Vec<Row>, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).map_err(|error| error.to_string())?;
        let mut rows = sheet.rows();
        let head: Vec<String> = rows.next().unwrap_or_default().iter().map(text).collect();
        let Ok(columns) = columns(head.iter().map(String::as_str)) else { continue };
        let first = sheet.start().map_or(0, |(row, _)| row) + 2;
        let cell =
            |row: &[Data], at: Option<usize>| at.and_then(|at| row.get(at)).map(text).unwrap_or_default();
        return Ok((first..)
            .zip(rows)
            .map(|(number, row)| (format!("row {number}"), columns.map(|at| cell(row, at))))
            .collect());
    }
    Err("no sheet has a column finding_id".to_owned())
}

fn text(cell: &Data) -> String {
    cell.to_string()
}

/// Where the columns stand; the one of ids must be there.
fn columns<'a>(head: impl Iterator<Item = &'a str>) -> Result<[Option<usize>; 3], String> {
    let head: Vec<&str> = head.map(str::trim).collect();
    let columns = COLUMNS.map(|name| head.iter().position(|found| found.eq_ignore_ascii_case(name)));
    if columns[0].is_none() {
        return Err(format!("no column finding_id; the columns are {}", head.join(", ")));
    }
    Ok(columns)
}

/// What the page exports.
#[derive(Deserialize)]
struct Line {
    #[serde(alias = "id")]
    finding_id: String,
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    note: String,
}

/// Lines that are no verdicts say nothing.
fn lines(text: &str) -> Vec<Row> {
    let numbered = (1..).zip(text.lines());
    numbered
        .filter_map(|(number, line)| {
            let line: Line = serde_json::from_str(line).ok()?;
            Some((format!("line {number}"), [line.finding_id, line.verdict, line.note]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;
    use proptest::prelude::*;

    use super::*;

    fn r(text: &str) -> String {
        match read_verdicts("v", text.as_bytes()) {
            Ok((verdicts, skipped)) => {
                let said = verdicts.0.iter().map(|(id, said)| format!("{id}={}|{}", said.verdict, said.note));
                let skipped = skipped.iter().map(|skipped| format!("{}: {}", skipped.place, skipped.reason));
                said.chain(skipped).collect::<Vec<_>>().join("; ")
            }
            Err(error) => format!("error: {error}"),
        }
    }

    #[test]
    fn reads_what_spreadsheets_write() {
        snap!(r("finding_id,code,verdict,note\nN1,x,dismissed,\nN2,x,,\nN3,x,,see Ann"), @"N1=dismissed|; N3=|see Ann");
        snap!(r("\u{feff}finding_id;verdict;note\r\nN1; Confirmed ;\"a; b\"\r\n"), @"N1=confirmed|a; b");
        snap!(r("note\tverdict\tfinding_id\n\tfixed\tN1"), @"N1=fixed|");
        snap!(r("finding_id,verdict,note\nN1,open,'=1+1\nN2,open,“=1+1”"), @"N1=open|=1+1; N2=open|“=1+1”");
        snap!(r("{\"finding_id\":\"N1\",\"verdict\":\"open\"}\n{\"id\":\"N2\",\"note\":\"x\"}\nx"), @"N1=open|; N2=|x");
    }

    #[test]
    fn tells_what_it_cannot_use() {
        snap!(r("finding_id,verdict\nN1,wrong\n"), @r#"N1=wrong|; v: line 2: "wrong" is no verdict (confirmed, dismissed, fixed, open); it is kept, and counts for nothing"#);
        snap!(r("finding_id,verdict\nN1,open\nN1,open\nN1,fixed\n"), @"N1=open|; v: line 4: a second verdict on N1; the first counts");
        snap!(r("id,verdict\nN1,open\n"), @"error: no column finding_id; the columns are id, verdict");
        snap!(r(""), @"error: no column finding_id; the columns are ");
    }

    proptest! {
        #[test]
        fn never_fails_badly(bytes in proptest::collection::vec(any::<u8>(), 0..200), zip in any::<bool>()) {
            let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
            let _ = read_verdicts("v", &bytes);
        }
    }
}
