//! Reference tables: `figures.csv` and `events.csv` to the rows of [`factcheck_core::reference`].

mod events;
mod figures;

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use factcheck_core::{coverage::Skipped, reference::References, window::Window};

use crate::{
    error::Error,
    folder::shown,
    rows::{Row, Table},
};

/// Reads tables: each path is a folder with `figures.csv` or `events.csv` or both, or one such file, whose
/// columns tell which it is. A row that cannot be used is skipped.
///
/// # Errors
/// A path that does not exist or cannot be read, a folder without tables, a file that is no table.
pub fn references(paths: &[PathBuf]) -> Result<(References, Vec<Skipped>), Error> {
    let mut references = References::default();
    let mut skipped = Vec::new();
    for path in paths {
        for file in files(path)? {
            let bytes = fs::read(&file).map_err(|error| Error::io(&file, error))?;
            skipped.extend(add_reference(&mut references, &file, bytes)?);
        }
    }
    Ok((references, skipped))
}

/// Adds the rows of a table, which `file` holds, and gives what of it cannot be used.
///
/// # Errors
/// The columns are those of no table.
pub fn add_reference(
    references: &mut References,
    file: &Path,
    bytes: Vec<u8>,
) -> Result<Vec<Skipped>, Error> {
    let mut skipped = Vec::new();
    let table = Table::parse(shown(file), bytes);
    // Rows are named by the file alone: the same table gives the same report wherever it lies.
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if table.has("measure") {
        figures::read(&table, &name, &mut references.figures, &mut skipped);
    } else if table.has("event") {
        events::read(&table, &name, &mut references.events, &mut skipped);
    } else {
        return Err(Error::NotReference { path: file.to_owned() });
    }
    Ok(skipped)
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files: Vec<PathBuf> = ["figures.csv", "events.csv"]
        .map(|name| path.join(name))
        .into_iter()
        .filter(|file| file.is_file())
        .collect();
    if files.is_empty() {
        return Err(Error::NoReference { path: path.to_owned() });
    }
    Ok(files)
}

/// Reads every row of a table with one function, and says which could not be used.
fn collect<T>(
    table: &Table,
    columns: &[&str],
    skipped: &mut Vec<Skipped>,
    rows: &mut Vec<T>,
    read: impl Fn(&Row<'_>) -> Result<T, String>,
) {
    if let Some(problem) = table.missing(columns) {
        skipped.push(problem);
        return;
    }
    for (row, problem) in table.rows() {
        match problem.map_or_else(|| read(&row), Err) {
            Ok(value) => rows.push(value),
            Err(problem) => skipped.push(table.skipped(row.line, format!("{problem}; the row is not used"))),
        }
    }
}

/// A first and a last day in two columns, either of which may be empty.
fn window(row: &Row<'_>, from: &str, to: &str) -> Result<Window, String> {
    let earliest = row.parse(from, day)?;
    let latest = row.parse(to, day)?;
    if let (Some(first), Some(last)) = (earliest, latest)
        && first > last
    {
        return Err(format!("column {to}: {last} is before {first}"));
    }
    Ok(Window { earliest, latest })
}

fn day(cell: &str) -> Result<NaiveDate, String> {
    cell.parse().map_err(|_| format!("{cell:?} is not a day such as 2023-10-17"))
}

fn required(row: &Row<'_>, column: &str) -> Result<String, String> {
    match row.get(column) {
        "" => Err(format!("column {column}: it is empty")),
        cell => Ok(cell.to_owned()),
    }
}
