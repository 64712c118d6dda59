//! Everything that a run was given, in one pass.

use std::{
    collections::{HashMap, HashSet},
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use factcheck_core::{
    article::Article,
    coverage::Skipped,
    record::{Record, Records},
};

use crate::{
    error::Error,
    folder::{self, Pending, shown},
    formats::{self, Format, Item, Read},
    jsonl, page, sources, text,
};

/// The path that stands for standard input.
const STDIN: &str = "-";

/// What was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of the paths, and of names inside a folder. Ids are unique.
    pub articles: Vec<Article>,
    /// The articles that came as records of `factcheck extract`, in order of appearance. Ids are unique, and
    /// none is the id of an article above.
    pub records: Vec<Records>,
    /// What could not be used: files, lines, rows.
    pub skipped: Vec<Skipped>,
}

impl Loaded {
    /// Whether there is nothing to check. An empty stream is not an error here: a map over an empty shard has
    /// nothing to say, a check has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.records.is_empty()
    }
}

/// Reads files, folders and, for the path `-`, `stdin`. `format` overrides what a file's ending tells; without
/// it, standard input is JSONL and a file with an unknown ending is text.
///
/// A folder is a story of its own, called by its name; all else that names no story is one story, "". Where one
/// folder is given together with files or a stream, they belong to it: a draft and its sources.
///
/// # Errors
/// A path that does not exist or cannot be read, or a folder without articles.
pub fn load(
    paths: &[PathBuf],
    stdin: &mut dyn BufRead,
    format: Option<&'static Format>,
) -> Result<Loaded, Error> {
    let stories = stories(paths);
    let mut gathered = Gathered::default();
    for (path, story) in paths.iter().zip(&stories) {
        gathered.outer = shown(path);
        if path.as_os_str() == STDIN {
            let read = format.map_or(jsonl::read as Read, |format| format.read);
            gathered
                .read(read, stdin, "<stdin>", story, None)
                .map_err(|error| Error::io("<stdin>", error))?;
        } else if is_own(path) {
            // `factcheck check story/*` names them among the articles.
        } else if path.is_dir() {
            gathered.folder(path, story, format)?;
        } else {
            let (pending, skipped) = folder::single(path);
            gathered.file(&pending, story, format).map_err(|error| Error::io(path, error))?;
            gathered.loaded.skipped.extend(skipped);
        }
    }
    Ok(gathered.loaded)
}

/// Whether a path is a file of this program beside articles, and no article.
fn is_own(path: &Path) -> bool {
    path.is_file() && path.file_name().is_some_and(|name| name == sources::NAME || name == "factcheck.toml")
}

/// The story of each path that does not say its own.
fn stories(paths: &[PathBuf]) -> Vec<String> {
    let folders: Vec<&PathBuf> =
        paths.iter().filter(|path| path.as_os_str() != STDIN && path.is_dir()).collect();
    let mut names = HashMap::<String, usize>::new();
    for folder in &folders {
        *names.entry(name(folder)).or_default() += 1;
    }
    let story = |folder: &Path| {
        let short = name(folder);
        if names.get(&short) == Some(&1) { short } else { shown(folder) }
    };
    let rest = if let [folder] = folders.as_slice() { name(folder) } else { String::new() };
    let of = |path: &PathBuf| if folders.contains(&path) { story(path) } else { rest.clone() };
    paths.iter().map(of).collect()
}

/// The last part of a folder's path, also for `.` and `..`.
fn name(folder: &Path) -> String {
    let last = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    last(folder).or_else(|| last(&fs::canonicalize(folder).ok()?)).unwrap_or_else(|| shown(folder))
}

/// What has been read so far.
#[derive(Default)]
struct Gathered {
    loaded: Loaded,
    /// The path that is being read, as given.
    outer: String,
    /// Every id, with its place in `records` for those that came as records.
    ids: HashMap<String, Option<usize>>,
    /// Ids whose article record came again: its other records came before.
    repeated: HashSet<String>,
    /// Files that were read, so that `draft.txt .` reads the draft once.
    files: HashSet<PathBuf>,
}

impl Gathered {
    fn folder(&mut self, path: &Path, story: &str, format: Option<&'static Format>) -> Result<(), Error> {
        let (pending, skipped) = folder::list(path)?;
        for file in &pending {
            if let Err(error) = self.file(file, story, format) {
                self.skip(shown(&file.path), format!("cannot read: {error}"));
            }
        }
        self.loaded.skipped.extend(skipped);
        Ok(())
    }

    fn file(&mut self, pending: &Pending, story: &str, format: Option<&'static Format>) -> io::Result<()> {
        let file = File::open(&pending.path)?;
        // What has no canonical path, as a pipe, is always new.
        if fs::canonicalize(&pending.path).is_ok_and(|path| !self.files.insert(path)) {
            return Ok(());
        }
        let read =
            format.or_else(|| formats::of(&pending.path)).map_or(text::read as Read, |format| format.read);
        self.read(read, &mut BufReader::new(file), &pending.file, story, Some(pending))
    }

    fn read(
        &mut self,
        read: Read,
        reader: &mut dyn BufRead,
        name: &str,
        story: &str,
        pending: Option<&Pending>,
    ) -> io::Result<()> {
        read(reader, name, &mut |line, item| match item {
            Item::Skipped(skipped) => self.loaded.skipped.push(skipped),
            Item::Record(record) => self.record(*record, name, line),
            Item::Article(mut article) => {
                if let Some(metadata) = pending.and_then(|pending| pending.metadata.as_ref())
                    && article.file == name
                {
                    metadata.apply(&mut article);
                }
                if article.story.is_empty() {
                    story.clone_into(&mut article.story);
                }
                self.article(*article, name, line);
            }
        })
    }

    fn article(&mut self, mut article: Article, name: &str, line: u32) {
        if self.ids.contains_key(&article.id) {
            if article.file != name {
                self.skip(
                    format!("{name}:{line}"),
                    format!("the id {:?} is taken; the line is skipped", article.id),
                );
                return;
            }
            article.id = self.distinct(&article.file);
        }
        self.ids.insert(article.id.clone(), None);
        if article.published.is_some() {
            "metadata".clone_into(&mut article.published_from);
        }
        page::annotate(&mut article);
        self.loaded.articles.push(article);
    }

    /// Two folders may have a file of one name: the later one is called by its whole path.
    fn distinct(&self, file: &str) -> String {
        let whole =
            if self.outer.ends_with(file) { self.outer.clone() } else { format!("{}/{file}", self.outer) };
        let more = (2..).map(|count: u32| format!("{whole}#{count}"));
        std::iter::once(whole.clone()).chain(more).find(|id| !self.ids.contains_key(id)).unwrap_or_default()
    }

    fn record(&mut self, record: Record, name: &str, line: u32) {
        let article = match record {
            Record::Article(article) => {
                if self.ids.contains_key(&article.id) {
                    let reason =
                        format!("the article {:?} was read before; its records are skipped", article.id);
                    self.skip(format!("{name}:{line}"), reason);
                    self.repeated.insert(article.id);
                } else {
                    self.ids.insert(article.id.clone(), Some(self.loaded.records.len()));
                    self.loaded.records.push(Records::new(*article));
                }
                return;
            }
            ref other => article_of(other),
        };
        if self.repeated.contains(article) {
            return;
        }
        let index = self.ids.get(article).copied().flatten();
        if let Some(records) = index.and_then(|index| self.loaded.records.get_mut(index)) {
            // Only an article record is ever given back.
            let _ = records.push(record);
        } else {
            let reason = format!("no article record of {article:?} stands before it; the record is skipped");
            self.skip(format!("{name}:{line}"), reason);
        }
    }

    fn skip(&mut self, place: String, reason: String) {
        self.loaded.skipped.push(Skipped { place, reason });
    }
}

fn article_of(record: &Record) -> &str {
    match record {
        Record::Article(article) => &article.id,
        Record::Quantity(quantity) => &quantity.place.article,
        Record::Time(time) => &time.place.article,
        Record::Entity(entity) => &entity.place.article,
        Record::Claim(claim) => &claim.place.article,
        Record::Event(event) => &event.place.article,
        Record::Relation(relation) => &relation.place.article,
    }
}
