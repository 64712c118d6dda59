//! `sources.csv`: what the files of a folder do not say themselves.

use std::{collections::BTreeMap, path::Path};

use factcheck_core::{article::Article, coverage::Skipped, stamp::Stamp};

use crate::rows::{Row, Table};

/// The name of the file.
pub(crate) const NAME: &str = "sources.csv";

/// The rows of a `sources.csv` by the file that they describe, and the rows that cannot be used.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    rows: BTreeMap<String, Metadata>,
    /// Problems with the file of the row that has them; "" for the table itself.
    problems: Vec<(String, Skipped)>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    line: u32,
    outlet: String,
    published: Option<Stamp>,
    updated: Option<Stamp>,
    url: String,
    title: String,
    story: String,
}

impl Sources {
    /// Reads the file beside `folder`'s articles; a folder without one has no rows. `name` is how messages
    /// call it.
    pub(crate) fn read(folder: &Path, name: String) -> Self {
        let mut sources = Self::default();
        match std::fs::read(folder.join(NAME)) {
            Ok(bytes) => sources.add(&Table::parse(name, bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                sources
                    .problems
                    .push((String::new(), Skipped { place: name, reason: format!("cannot read: {error}") }));
            }
        }
        sources
    }

    fn add(&mut self, table: &Table) {
        if let Some(skipped) = table.missing(&["file"]) {
            self.problems.push((String::new(), skipped));
            return;
        }
        for (row, problem) in table.rows() {
            // "./a.txt" and "sub\a.txt" are a.txt and sub/a.txt.
            let file = row.get("file").replace('\\', "/");
            let file = file.trim_start_matches("./").to_owned();
            let read = problem.map_or_else(|| self.row(&file, &row), Err);
            match read {
                Ok(metadata) => drop(self.rows.insert(file, metadata)),
                Err(problem) => {
                    let name = if file.is_empty() { String::new() } else { format!("{file}: ") };
                    let skipped = table.skipped(row.line, format!("{name}{problem}; the row is not used"));
                    self.problems.push((file, skipped));
                }
            }
        }
    }

    fn row(&self, file: &str, row: &Row<'_>) -> Result<Metadata, String> {
        if file.is_empty() {
            return Err("column file: it is empty".into());
        }
        let path = Path::new(file);
        if path.components().any(|part| !matches!(part, std::path::Component::Normal(_))) {
            return Err("column file: not inside the folder".into());
        }
        if let Some(before) = self.rows.get(file) {
            return Err(format!("column file: line {} describes it already", before.line));
        }
        let stamp = |cell: &str| cell.parse::<Stamp>().map_err(|error| error.to_string());
        Ok(Metadata {
            line: row.line,
            outlet: row.get("outlet").to_owned(),
            published: row.parse("published", stamp)?,
            updated: row.parse("updated", stamp)?,
            url: row.get("url").to_owned(),
            title: row.get("title").to_owned(),
            story: row.get("story").to_owned(),
        })
    }

    /// The files of the rows, in order.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The row of a file.
    pub(crate) fn get(&self, file: &str) -> Option<&Metadata> {
        self.rows.get(file)
    }

    /// Takes out a row whose file is not there, which is a problem of the row.
    pub(crate) fn drop_missing(&mut self, file: &str, name: &str) {
        if let Some(metadata) = self.rows.remove(file) {
            let reason = format!("{file}: column file: no such file; the row is not used");
            self.problems
                .push((file.to_owned(), Skipped { place: format!("{name}:{}", metadata.line), reason }));
        }
    }

    /// The problems of rows whose file `wanted` accepts, in line order; "" is the table itself.
    pub(crate) fn problems(&self, wanted: impl Fn(&str) -> bool) -> Vec<Skipped> {
        let line =
            |skipped: &Skipped| skipped.place.rsplit(':').next().and_then(|line| line.parse::<u32>().ok());
        let mut problems: Vec<Skipped> = self
            .problems
            .iter()
            .filter(|(file, _)| wanted(file))
            .map(|(_, skipped)| skipped.clone())
            .collect();
        problems.sort_by_key(line);
        problems
    }
}

impl Metadata {
    /// Says of an article what the row says, whatever the article says itself.
    pub(crate) fn apply(&self, article: &mut Article) {
        let say = |cell: &String, field: &mut String| {
            if !cell.is_empty() {
                field.clone_from(cell);
            }
        };
        say(&self.outlet, &mut article.source);
        say(&self.title, &mut article.title);
        say(&self.url, &mut article.url);
        say(&self.story, &mut article.story);
        article.published = self.published.or(article.published);
        article.updated = self.updated.or(article.updated);
    }
}
