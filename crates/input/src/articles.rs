//! The articles of a run one after the other, each read when it is asked for: a run that hands them on holds
//! few of them at a time, however many there are.

use std::{
    collections::{HashSet, VecDeque},
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    rc::Rc,
};

use factcheck_core::{article::Article, coverage::Skipped, record::Record};

use crate::{
    bounds::{MOST_LINES, has_too_many_lines},
    copies,
    error::Error,
    folder::{Pending, shown},
    formats::{Format, Item, Items},
    ids::{self, Belongs, Ids},
    language,
    meter::Meter,
    open::open,
    page,
    plan::{Step, What, plan},
    sources::Metadata,
};

/// How standard input is called.
const STDIN: &str = "<stdin>";

/// An iterator over everything that a run was given: articles in the order of the paths, and of names inside a
/// folder; records of earlier runs among them; and what could not be used, named, where it stood.
///
/// Ids are unique. A record comes after the article record that it belongs to. An error ends the iteration.
pub struct Articles<'a> {
    steps: VecDeque<Step>,
    stdin: Option<&'a mut dyn BufRead>,
    format: Option<&'static Format>,
    /// The file that is being read.
    open: Option<Open<'a>>,
    ids: Ids,
    /// Files that were read, so that `draft.txt .` reads the draft once.
    files: HashSet<PathBuf>,
    /// Whether articles are told from the pages around them.
    annotates: bool,
    meter: Meter,
}

/// A file that is being read.
struct Open<'a> {
    items: Items<'a>,
    /// How it is called.
    name: String,
    /// Its path, for errors.
    path: PathBuf,
    /// The path as given, in which it lies.
    given: Rc<str>,
    story: Rc<str>,
    metadata: Option<Metadata>,
    /// Whether the run goes on without it.
    optional: bool,
    /// How its articles are called that have no id of their own, from the first of them on.
    members: Option<String>,
}

impl<'a> Articles<'a> {
    /// Sees what there is to read in files, folders and, for the path `-`, `stdin`. `format` overrides what
    /// the content of each tells.
    ///
    /// A folder is a story of its own, called by its name; all else that names no story is one story, "".
    /// Where one folder is given together with files or a stream, they belong to it: a draft and its sources.
    ///
    /// # Errors
    /// A path that does not exist, or a folder that cannot be read or has no articles.
    pub fn new(
        paths: &[PathBuf],
        stdin: &'a mut dyn BufRead,
        format: Option<&'static Format>,
    ) -> Result<Self, Error> {
        Ok(Self {
            steps: plan(paths)?,
            stdin: Some(stdin),
            format,
            open: None,
            ids: Ids::default(),
            files: HashSet::new(),
            annotates: true,
            meter: Meter::default(),
        })
    }

    /// Gives articles without what [`page::annotate`] finds in them, for those who do that themselves: on other threads,
    /// or only for some.
    #[must_use]
    pub fn as_read(self) -> Self {
        Self { annotates: false, ..self }
    }

    /// What tells how many bytes were read of the [`Self::size`].
    #[must_use]
    pub fn meter(&self) -> Meter {
        self.meter.clone()
    }

    /// How many bytes the files have that are to be read; `None` where that cannot be known, as of a pipe.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        let size = |step: &Step| match &step.what {
            What::Stdin => None,
            What::File(Pending { path, .. }) | What::Member(Pending { path, .. }) => {
                fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len())
            }
            What::Skip(_) | What::LeaveOut(_) => Some(0),
        };
        self.steps.iter().map(size).sum()
    }

    /// Begins the next step: opens its file, or gives what there is to say of it.
    fn begin(&mut self, step: Step) -> Option<Result<Item, Error>> {
        let Step { given, story, what } = step;
        match what {
            What::Skip(skipped) => Some(Ok(Item::Skipped(skipped))),
            What::LeaveOut(other) => Some(Ok(Item::LeftOut(other))),
            What::Stdin => {
                // Given twice, it is at its end the second time.
                let stdin: Box<dyn BufRead + 'a> = Box::new(self.stdin.take()?);
                let pending = Pending { path: PathBuf::from(STDIN), file: STDIN.to_owned(), metadata: None };
                self.open(stdin, pending, given, story, false)
            }
            What::File(pending) => self.begin_file(pending, given, story, false),
            What::Member(pending) => self.begin_file(pending, given, story, true),
        }
    }

    fn begin_file(
        &mut self,
        pending: Pending,
        given: Rc<str>,
        story: Rc<str>,
        optional: bool,
    ) -> Option<Result<Item, Error>> {
        let path = &pending.path;
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return Some(failed(path, error, optional)),
        };
        // What has no canonical path, as a pipe, is always new.
        if fs::canonicalize(path).is_ok_and(|path| !self.files.insert(path)) {
            return None;
        }
        self.open(Box::new(BufReader::new(self.meter.watch(file))), pending, given, story, optional)
    }

    fn open(
        &mut self,
        reader: Box<dyn BufRead + 'a>,
        pending: Pending,
        given: Rc<str>,
        story: Rc<str>,
        optional: bool,
    ) -> Option<Result<Item, Error>> {
        let Pending { path, file: name, metadata } = pending;
        match open(reader, &name, &path, self.format) {
            Ok(items) => {
                self.open = Some(Open { items, name, path, given, story, metadata, optional, members: None });
                None
            }
            Err(error) if is_damage(&error) => Some(Ok(damaged(&name, &error))),
            Err(error) => Some(failed(&path, error, optional)),
        }
    }

    /// What an item of the open file comes to, if anything.
    fn accept(&mut self, line: u32, item: Item) -> Option<Item> {
        match item {
            Item::Article(article) => self.article(article, line),
            Item::Record(record) => self.record(record, line),
            other @ (Item::Skipped(_) | Item::LeftOut(_)) => Some(other),
        }
    }

    fn article(&mut self, mut article: Box<Article>, line: u32) -> Option<Item> {
        let open = self.open.as_mut()?;
        let own = article.file == open.name;
        if has_too_many_lines(&article.text) {
            let reason = format!("more than {MOST_LINES} lines, which is no article; it is skipped");
            return Some(Item::Skipped(Skipped { place: article.file, reason }));
        }
        if let Some(language) = language::foreign(&article.text) {
            let reason = format!("reads as {language}, not as English; the article is skipped");
            return Some(Item::Skipped(Skipped { place: article.file, reason }));
        }
        if own {
            if let Some(metadata) = &open.metadata {
                metadata.apply(&mut article);
            }
        } else {
            article.digest = copies::digest(&article);
        }
        if article.story.is_empty() {
            open.story.as_ref().clone_into(&mut article.story);
        }
        let name = open.name.trim_matches(['<', '>']);
        if let Some((_, number)) = ids::split(&article.id).filter(|(file, _)| *file == name) {
            let whole = open.whole(name);
            let members = open.members.get_or_insert_with(|| self.ids.name(name, &whole));
            article.id = self.ids.distinct(format!("{members}#{number}"));
            article.file.clone_from(&article.id);
        } else if self.ids.is_taken(&article.id) {
            if !own {
                let reason = format!("the id {:?} is taken; the article is skipped", article.id);
                return Some(skipped(&open.name, line, reason));
            }
            // Two folders may have a file of one name: the later one is called by its whole path.
            article.id = self.ids.distinct(open.whole(&article.file));
        }
        self.ids.take_article(&article.id);
        if article.published.is_some() {
            "metadata".clone_into(&mut article.published_from);
        }
        if self.annotates {
            page::annotate(&mut article);
        }
        Some(Item::Article(article))
    }

    fn record(&mut self, record: Box<Record>, line: u32) -> Option<Item> {
        let name = &self.open.as_ref()?.name;
        let id = record.article();
        if let Record::Article(_) = *record {
            if self.ids.take_record(id) {
                return Some(Item::Record(record));
            }
            let reason = format!("the article {id:?} was read before; its records are skipped");
            return Some(skipped(name, line, reason));
        }
        match self.ids.belongs(id) {
            Belongs::ToRecords => Some(Item::Record(record)),
            Belongs::ToRepeated => None,
            Belongs::Nowhere => {
                let reason = format!("no article record of {id:?} stands before it; the record is skipped");
                Some(skipped(name, line, reason))
            }
        }
    }
}

impl Open<'_> {
    /// The path of a file of this name.
    fn whole(&self, file: &str) -> String {
        if self.given.ends_with(file) {
            self.given.as_ref().to_owned()
        } else {
            format!("{}/{file}", self.given)
        }
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let said = if let Some(open) = &mut self.open {
                match open.items.next() {
                    Some(Ok((line, item))) => self.accept(line, item).map(Ok),
                    Some(Err(error)) => self.open.take().map(|open| {
                        if is_damage(&error) {
                            return Ok(damaged(&open.name, &error));
                        }
                        failed(&open.path, error, open.optional)
                    }),
                    None => {
                        self.open = None;
                        None
                    }
                }
            } else {
                let step = self.steps.pop_front()?;
                self.begin(step)
            };
            if let Some(Err(_)) = said {
                self.steps.clear();
            }
            if said.is_some() {
                return said;
            }
        }
    }
}

impl std::fmt::Debug for Articles<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Articles").field("steps", &self.steps).finish_non_exhaustive()
    }
}

/// A file that cannot be read: named where it is one of a folder, else the end of the run.
fn failed(path: &Path, error: io::Error, optional: bool) -> Result<Item, Error> {
    if !optional {
        return Err(Error::io(path, error));
    }
    Ok(Item::Skipped(Skipped { place: shown(path), reason: format!("cannot read: {error}") }))
}

/// Whether it is the content that cannot be read, and not the file.
fn is_damage(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}

/// What came before the damage was read.
fn damaged(name: &str, error: &io::Error) -> Item {
    Item::Skipped(Skipped { place: name.to_owned(), reason: format!("{error}; the rest is not read") })
}

fn skipped(name: &str, line: u32, reason: String) -> Item {
    Item::Skipped(Skipped { place: format!("{name}:{line}"), reason })
}
