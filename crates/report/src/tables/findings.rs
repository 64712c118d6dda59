//! The table of findings: the columns of the contract, two sides next to each other.

use factcheck_core::finding::{Finding, ReferenceRow, Statement};
use rust_decimal::{Decimal, prelude::FromPrimitive};

use crate::{
    Run,
    sheet::{Cell, Sheet},
};

const COLUMNS: &[&str] = &[
    "finding_id",
    "code",
    "rule",
    "severity",
    "confidence",
    "topic",
    "period_start",
    "period_end",
    "message",
    "arithmetic",
    "source_a",
    "published_a",
    "file_a",
    "line_a",
    "low_a",
    "high_a",
    "unit_a",
    "quote_a",
    "source_b",
    "published_b",
    "file_b",
    "line_b",
    "low_b",
    "high_b",
    "unit_b",
    "quote_b",
    "other_sources",
    "verdict",
    "note",
];

pub(super) fn sheet(run: &Run, all: bool) -> Sheet<'_> {
    Sheet { columns: COLUMNS, rows: Box::new(run.shown(all).map(row)) }
}

fn row(finding: &Finding) -> Vec<Cell<'_>> {
    let (start, end) = finding.period.split_once('/').unwrap_or((&finding.period, ""));
    let Sides { a, b, others } = sides(finding);
    let mut row = vec![
        Cell::text(&finding.id),
        Cell::text(&finding.code),
        Cell::text(&finding.rule),
        Cell::text(finding.severity.name()),
        Decimal::from_f64(finding.confidence).map_or(Cell::Empty, Cell::Number),
        Cell::text(&finding.topic),
        Cell::published(start),
        Cell::published(end),
        Cell::text(&finding.message),
        Cell::text(&finding.arithmetic),
    ];
    row.extend(a.cells());
    row.extend(b.cells());
    row.push(Cell::text(others.join("; ")));
    // For a person to fill.
    row.extend([Cell::Empty, Cell::Empty]);
    row
}

/// What stands on one side of the row.
#[derive(Clone, Copy)]
enum Side<'a> {
    Nothing,
    Statement(&'a Statement),
    Reference(&'a ReferenceRow),
}

struct Sides<'a> {
    a: Side<'a>,
    b: Side<'a>,
    /// The sources of the statements and references that have no columns of their own, each once.
    others: Vec<&'a str>,
}

/// Side a is the first statement of position a, side b the first of position b. Where nothing stands against
/// position a, side b is the reference, or else the next statement: an agreement has one position only.
fn sides(finding: &Finding) -> Sides<'_> {
    let claims = finding.claims.as_slice();
    let first = claims.iter().position(|claim| claim.position == "a").or((!claims.is_empty()).then_some(0));
    let against =
        |index: &usize| first.is_some_and(|first| claims[*index].position != claims[first].position);
    let second = claims.iter().position(|claim| claim.position == "b" && claim.position != "a");
    let second = second.or_else(|| (0..claims.len()).find(against));
    let reference = if second.is_none() { finding.references.first() } else { None };
    let next = || (0..claims.len()).find(|index| Some(*index) != first);
    let second =
        if reference.is_some() { None } else { second.or_else(next) }.filter(|it| Some(*it) != first);

    let statement =
        |index: Option<usize>| index.map_or(Side::Nothing, |index| Side::Statement(&claims[index]));
    let a = statement(first);
    let b = reference.map_or_else(|| statement(second), Side::Reference);
    let rest = claims.iter().enumerate().filter(|(index, _)| ![first, second].contains(&Some(*index)));
    let references = finding.references.iter().skip(usize::from(reference.is_some()));
    let mut others = Vec::new();
    for source in
        rest.map(|(_, claim)| claim.source.as_str()).chain(references.map(|row| row.source.as_str()))
    {
        if !source.is_empty() && ![a.source(), b.source()].contains(&source) && !others.contains(&source) {
            others.push(source);
        }
    }
    Sides { a, b, others }
}

impl<'a> Side<'a> {
    fn source(self) -> &'a str {
        match self {
            Self::Nothing => "",
            Self::Statement(statement) => &statement.source,
            Self::Reference(row) => &row.source,
        }
    }

    /// Source, published, file, line, low, high, unit, quote.
    fn cells(self) -> [Cell<'a>; 8] {
        match self {
            Self::Nothing => [const { Cell::Empty }; 8],
            Self::Statement(statement) => [
                Cell::text(&statement.source),
                Cell::published(&statement.published),
                Cell::text(&statement.file),
                Cell::count(statement.line),
                Cell::bound(statement.low.as_deref()),
                Cell::bound(statement.high.as_deref()),
                Cell::text(&statement.unit),
                Cell::quote(&statement.quote),
            ],
            Self::Reference(row) => [
                Cell::text(&row.source),
                Cell::Empty,
                Cell::text(&row.file),
                Cell::count(row.row),
                Cell::bound(row.low.as_deref()),
                Cell::bound(row.high.as_deref()),
                Cell::text(&row.unit),
                Cell::quote(&row.what),
            ],
        }
    }
}
