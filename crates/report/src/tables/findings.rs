//! The table of findings: the columns of the contract, two sides next to each other.

use factcheck_core::finding::{Finding, ReferenceRow, Statement};
use rust_decimal::{Decimal, prelude::FromPrimitive};

use crate::{
    Run, Verdict, Verdicts,
    sheet::{Cell, Sheet},
};

pub(crate) const COLUMNS: &[&str] = &[
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

const IN_BRIEF: &[&str] = &["finding_id", "severity", "confidence", "message"];

pub(super) fn sheet(run: &Run, all: bool) -> Sheet<'_> {
    let rows = run.shown(all).map(|finding| row(finding, run.verdicts.of(&finding.id)));
    Sheet { columns: COLUMNS, in_brief: IN_BRIEF, rows: Box::new(rows.chain(gone(&run.gone))) }
}

/// What a person wrote of findings that are gone is kept behind them.
pub(crate) fn gone(gone: &Verdicts) -> impl Iterator<Item = Vec<Cell<'_>>> {
    gone.0.iter().map(|(id, said)| gone_row(id, said))
}

fn gone_row<'a>(id: &'a str, said: &'a Verdict) -> Vec<Cell<'a>> {
    let cell = |name: &&str| match *name {
        "finding_id" => Cell::text(id),
        "message" => Cell::text("not found any more"),
        "verdict" => Cell::text(&said.verdict),
        "note" => Cell::text(&said.note),
        _ => Cell::Empty,
    };
    COLUMNS.iter().map(cell).collect()
}

pub(crate) fn row<'a>(finding: &'a Finding, said: Option<&'a Verdict>) -> Vec<Cell<'a>> {
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
    // For a person to fill, or filled already.
    row.extend(
        said.map_or([Cell::Empty, Cell::Empty], |said| [Cell::text(&said.verdict), Cell::text(&said.note)]),
    );
    row
}

pub(super) fn side_statements(finding: &Finding) -> [Option<&Statement>; 2] {
    let Sides { a, b, .. } = sides(finding);
    [a, b].map(|side| if let Side::Statement(statement) = side { Some(statement) } else { None })
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
/// side a, side b is the reference, or else the next statement: an agreement has one position only.
fn sides(finding: &Finding) -> Sides<'_> {
    let claims = finding.claims.as_slice();
    let find = |wanted: &dyn Fn(&Statement) -> bool| claims.iter().position(wanted);
    let Some(first) = find(&|claim| claim.position == "a").or(find(&|_| true)) else {
        return chosen(finding, None, None, finding.references.first());
    };
    let against = find(&|claim| claim.position == "b" && claims[first].position != "b")
        .or_else(|| find(&|claim| claim.position != claims[first].position));
    match (against, finding.references.first()) {
        (Some(second), _) => chosen(finding, Some(first), Some(second), None),
        (None, Some(row)) => chosen(finding, Some(first), None, Some(row)),
        (None, None) => chosen(finding, Some(first), (0..claims.len()).find(|index| *index != first), None),
    }
}

/// The sides at these places among the statements, or side b as a reference; all else is another source.
fn chosen<'a>(
    finding: &'a Finding,
    first: Option<usize>,
    second: Option<usize>,
    reference: Option<&'a ReferenceRow>,
) -> Sides<'a> {
    let statement = |index: Option<usize>| {
        index.and_then(|index| finding.claims.get(index)).map_or(Side::Nothing, Side::Statement)
    };
    let a = statement(first);
    let b = reference.map_or_else(|| statement(second), Side::Reference);
    let rest = finding.claims.iter().enumerate();
    let rest = rest.filter(|(index, _)| ![first, second].contains(&Some(*index)));
    let rows = finding.references.iter().skip(usize::from(reference.is_some()));
    let mut others = Vec::new();
    for source in rest.map(|(_, claim)| claim.source.as_str()).chain(rows.map(|row| row.source.as_str())) {
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

#[cfg(test)]
mod tests {
    use factcheck_core::finding::Severity;
    use insta::assert_snapshot as snap;

    use super::*;

    /// The sides and the other sources of statements such as "a1" (position a, source 1) and references "R1".
    fn s(statements: &str) -> String {
        let mut finding = Finding::new("numbers", "N101", "value-conflict", Severity::Conflict);
        for word in statements.split(' ').filter(|word| !word.is_empty()) {
            let (position, source) = word.split_at(1);
            if position == "R" {
                finding.references.push(ReferenceRow { source: word.into(), ..ReferenceRow::default() });
            } else {
                let position = position.trim_matches('-').to_owned();
                finding.claims.push(Statement { position, source: source.into(), ..Statement::default() });
            }
        }
        let Sides { a, b, others } = sides(&finding);
        format!("{}|{}|{}", a.source(), b.source(), others.join(" "))
    }

    #[test]
    fn two_sides_stand_side_by_side() {
        snap!(s("a1 b2"), @"1|2|");
        snap!(s("b2 a1 a3 b4 c5"), @"1|2|3 4 5");
        snap!(s("a1 c5"), @"1|5|");
        snap!(s("a1 R1"), @"1|R1|");
        snap!(s("a1 a2 R1 R2"), @"1|R1|2 R2");
        snap!(s("a1 b2 R1"), @"1|2|R1");
        // An agreement, statements without positions, one alone.
        snap!(s("a1 a2 a3"), @"1|2|3");
        snap!(s("-1 -2"), @"1|2|");
        snap!(s("b1 b2"), @"1|2|");
        snap!(s("a1"), @"1||");
        snap!(s("R1"), @"|R1|");
        // The same outlet twice is no other source.
        snap!(s("a1 b2 b1 b3 b3"), @"1|2|3");
    }
}
