//! The tables of a run as sheets, one file each. They say which columns there are and what stands in them; how
//! a cell is written, the formats say.

mod articles;
mod claims;
mod coverage;
mod events;
pub(crate) mod findings;
mod furniture;

use factcheck_core::finding::{Finding, Statement};
use serde::Serialize;

use crate::{Options, Run, Table, sheet::Sheet};

/// The table that the options ask for.
pub(crate) fn sheet<'a>(run: &'a Run, options: &Options) -> Sheet<'a> {
    match options.table {
        Table::Findings => findings::sheet(run, options.all),
        Table::Claims => claims::sheet(run),
        Table::Events => events::sheet(run),
        Table::Coverage => coverage::sheet(&run.coverage),
        Table::Articles => articles::sheet(run),
        Table::Furniture => furniture::sheet(run),
    }
}

/// The statements that stand on the two sides of a finding's row, where they are statements.
pub(crate) fn side_statements(finding: &Finding) -> [Option<&Statement>; 2] {
    findings::side_statements(finding)
}

/// The word that stands for a value in records: "more-than" for `Approximation::MoreThan`.
pub(crate) fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_unique_and_those_in_brief_are_columns() {
        let run = Run::default();
        for table in Table::ALL {
            let sheet = sheet(&run, &Options { table: *table, ..Options::default() });
            let unique: std::collections::BTreeSet<_> = sheet.columns.iter().collect();
            assert_eq!(unique.len(), sheet.columns.len(), "{table:?}");
            assert!(sheet.in_brief.iter().all(|name| unique.contains(name)), "{table:?}");
        }
    }
}
