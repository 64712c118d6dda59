//! For reading on a terminal: conflicts and warnings in full, with both quotes underlined in their sentences
//! and the arithmetic below; notes and agreements on one line each; a count at the end.

use std::io;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, presets};
use factcheck_core::{
    finding::{Finding, ReferenceRow, Severity, Statement},
    range::readable,
    unit::Unit,
};

use crate::{
    Options, Run, Table,
    sheet::Cell,
    summary, tables,
    terminal::{Window, plain, window},
};

/// How wide sentences are where the options name no width; nothing else is folded then.
const USUAL_WIDTH: usize = 100;

/// How many places a finding of one line names.
const PLACES: usize = 4;

/// Wider than any line: sentences are folded here, around the quote.
const NO_TRIMMING: usize = 100_000;

pub(super) fn write(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    if options.table != Table::Findings {
        return grid(run, options, out);
    }
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(NO_TRIMMING);
    let mut in_full = false;
    for finding in run.shown(options.all) {
        let group = if finding.severity.is_alert() { full(finding, options.width) } else { brief(finding) };
        // An empty line around what takes more than one.
        if std::mem::replace(&mut in_full, finding.severity.is_alert()) {
            writeln!(out)?;
        }
        for line in renderer.render(&[group]).lines().filter(|line| !is_bare_origin(line)) {
            writeln!(out, "{line}")?;
        }
    }
    if run.shown(options.all).next().is_some() {
        writeln!(out)?;
    }
    writeln!(out, "{}", summary::findings_summary(&run.findings, &run.coverage, options.all))
}

/// Whether a rendered line is the `:::` of a snippet without a path. The place stands in an origin of its own
/// above each snippet, since the renderer would count columns in the folded sentence, not in the article.
fn is_bare_origin(line: &str) -> bool {
    line.contains(":::") && anstream::adapter::strip_str(line).to_string().trim() == ":::"
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Conflict => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
        Severity::Agreement => Level::INFO,
    }
    .with_name(severity.name())
}

/// One line: the message and the places.
fn brief(finding: &Finding) -> Group<'static> {
    let place = |claim: &Statement| format!("{}:{}:{}", claim.file, claim.line, claim.column);
    let mut places: Vec<String> = finding.claims.iter().take(PLACES).map(place).collect();
    if let Some(more @ 1..) = finding.claims.len().checked_sub(PLACES) {
        places.push(format!("{more} more"));
    }
    let places = if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) };
    let title = plain(&format!("{}{places}", finding.message)).into_owned();
    Group::with_title(level(finding.severity).primary_title(title).id(plain(&finding.code).into_owned()))
}

/// The message, every statement in its sentence, and how it was reached.
fn full(finding: &Finding, width: usize) -> Group<'static> {
    // Not folded: a terminal does that, and whoever searches the report finds the whole message.
    let title = level(finding.severity)
        .primary_title(plain(&finding.message).into_owned())
        .id(plain(&finding.code).into_owned());
    let mut group = Group::with_title(title);
    for (index, claim) in finding.claims.iter().enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        for element in statement(claim, kind, if width == 0 { USUAL_WIDTH } else { width }) {
            group = group.element(element);
        }
    }
    let arithmetic = (!finding.arithmetic.is_empty()).then(|| finding.arithmetic.clone());
    let references = finding.references.iter().map(reference);
    let notes = arithmetic.into_iter().chain(finding.steps.iter().cloned()).chain(references);
    let notes = notes.map(|note| ("note", note));
    let reasons = finding.reasons.iter().map(|reason| ("because", reason.clone()));
    let id = ("id", format!("{}, confidence {:.2}", finding.id, finding.confidence));
    // Left of a note stand the column of line numbers, " = ", its name and ": ".
    let gutter = finding.claims.iter().map(|claim| claim.line).max().unwrap_or(0).to_string().len();
    for (name, text) in notes.chain(reasons).chain([id]) {
        let room = if width == 0 { usize::MAX } else { width.saturating_sub(gutter + 3 + name.len() + 2) };
        let text = wrapped(&text, room);
        group = group.element(Level::NOTE.with_name(name).message(text));
    }
    group
}

/// `text` in lines of at most `room` characters, broken at spaces; a longer word stays whole.
fn wrapped(text: &str, room: usize) -> String {
    let mut lines = String::new();
    let mut used = 0;
    for word in plain(text).split(' ') {
        let length = word.chars().count();
        if !lines.is_empty() {
            let fits = used + 1 + length <= room.max(20);
            lines.push(if fits { ' ' } else { '\n' });
            used = if fits { used + 1 } else { 0 };
        }
        lines.push_str(word);
        used += length;
    }
    lines
}

/// Where it stands and the sentence, with the quote underlined.
fn statement(claim: &Statement, kind: AnnotationKind, width: usize) -> [Element<'static>; 2] {
    let label = plain(&label(claim)).into_owned();
    let line = claim.line as usize;
    let (sentence, quote) = locate(claim);
    // Beside the sentence stand the line number and " | ".
    let room = width.saturating_sub(line.to_string().len() + 3);
    let before = room.saturating_sub(quote.len() + label.chars().count() + 3).max(room / 4);
    let Window { text, quote } = window(sentence, quote, room, before);
    let origin = Origin::path(plain(&claim.file).into_owned()).line(line).char_column(claim.column as usize);
    let snippet = Snippet::source(text).line_start(line).annotation(kind.span(quote).label(label));
    [origin.into(), snippet.into()]
}

/// The sentence, and the code points of the quote in it; the quote alone where the sentence does not hold it.
fn locate(claim: &Statement) -> (&str, std::ops::Range<usize>) {
    let length = claim.quote.chars().count();
    if let Some(start) = claim.start.checked_sub(claim.sentence_start) {
        let start = start as usize;
        if claim.sentence.chars().skip(start).take(length).eq(claim.quote.chars()) {
            return (&claim.sentence, start..start + length);
        }
    }
    match claim.sentence.find(&claim.quote) {
        Some(byte) => {
            let start = claim.sentence[..byte].chars().count();
            (&claim.sentence, start..start + length)
        }
        None => (&claim.quote, 0..length),
    }
}

/// "Harbour Ledger, 2023-10-17: 2.135 million to 2.145 million barrels per day".
fn label(claim: &Statement) -> String {
    let day = claim.published.split('T').next().unwrap_or_default();
    let who: Vec<&str> = [claim.source.as_str(), day].into_iter().filter(|part| !part.is_empty()).collect();
    let range = range(claim.low.as_deref(), claim.high.as_deref(), &claim.unit);
    match (who.is_empty(), range.is_empty()) {
        (true, _) => range,
        (false, true) => who.join(", "),
        (false, false) => format!("{}: {range}", who.join(", ")),
    }
}

/// "5 to 7 homes", "at least 5 homes", "2023-10-17", "from 2023-10-17"; "" where unbounded on both sides.
fn range(low: Option<&str>, high: Option<&str>, unit: &str) -> String {
    let end = |text: &str| text.parse().map_or_else(|_| text.to_owned(), readable);
    let date = |text: &str| text.parse::<rust_decimal::Decimal>().is_err();
    let range = match (low, high) {
        (None, None) => return String::new(),
        (Some(low), Some(high)) if low == high => end(low),
        (Some(low), Some(high)) => format!("{} to {}", end(low), end(high)),
        (Some(low), None) => format!("{} {}", if date(low) { "from" } else { "at least" }, end(low)),
        (None, Some(high)) => format!("{} {}", if date(high) { "until" } else { "at most" }, end(high)),
    };
    match unit {
        "" => range,
        unit if range == "1" => format!("{range} {unit}"),
        unit => format!("{range} {}", Unit::noun(unit).plural()),
    }
}

/// "the reference says: oil imports 2023, 2.1 barrels per day (Statistics Office, figures.csv:12)".
fn reference(row: &ReferenceRow) -> String {
    let range = range(row.low.as_deref(), row.high.as_deref(), &row.unit);
    let said: Vec<&str> =
        [row.what.as_str(), &row.period, &range].into_iter().filter(|part| !part.is_empty()).collect();
    let place = format!("{}:{}", row.file, row.row);
    let from: Vec<&str> =
        [row.source.as_str(), &place, &row.url].into_iter().filter(|part| !part.is_empty()).collect();
    format!("the reference says: {} ({})", said.join(", "), from.join(", "))
}

/// Any other table: the columns that a terminal has room for, as wide as it is.
fn grid(run: &Run, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let sheet = tables::sheet(run, options);
    let shown: Vec<usize> =
        (0..sheet.columns.len()).filter(|index| sheet.in_brief.contains(&sheet.columns[*index])).collect();
    let mut grid = Grid::new();
    grid.load_style(presets::UTF8_FULL_CONDENSED);
    grid.set_header(shown.iter().map(|index| sheet.columns[*index]));
    if let Ok(width @ 1..) = u16::try_from(options.width) {
        grid.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    }
    // Numbers and dates stay whole, where that is possible: half a date is none.
    let mut whole = vec![true; shown.len()];
    for row in sheet.rows {
        let cells: Vec<&Cell> = shown.iter().filter_map(|index| row.get(*index)).collect();
        for (whole, cell) in whole.iter_mut().zip(&cells) {
            *whole &= matches!(cell, Cell::Number(_) | Cell::Date(_) | Cell::Empty);
        }
        grid.add_row(cells.into_iter().map(grid_cell));
    }
    for (column, _) in grid.column_iter_mut().zip(&whole).filter(|(_, whole)| **whole) {
        column.set_constraint(ColumnConstraint::ContentWidth);
    }
    writeln!(out, "{grid}")
}

fn grid_cell(cell: &Cell) -> comfy_table::Cell {
    let shown = comfy_table::Cell::new(plain(&cell.shown()));
    if matches!(cell, Cell::Number(_)) { shown.set_alignment(CellAlignment::Right) } else { shown }
}
