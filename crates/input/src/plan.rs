//! What a run will read, in order, before anything of it is read: so that a path which does not exist, or a
//! folder without articles, ends the run before it has written anything.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use factcheck_core::coverage::Skipped;

use crate::{
    error::Error,
    folder::{self, Listing, OWN, Pending, shown},
    sources::{self, Sources},
};

/// The path that stands for standard input.
const STDIN: &str = "-";

/// One thing to do.
#[derive(Debug)]
pub(crate) struct Step {
    /// The path as given.
    pub(crate) given: Rc<str>,
    /// The story of what does not say its own.
    pub(crate) story: Rc<str>,
    pub(crate) what: What,
}

/// What there is to do.
#[derive(Debug)]
pub(crate) enum What {
    /// Read standard input.
    Stdin,
    /// Read a file that was given itself, without which there is no run.
    File(Pending),
    /// Read a file of a folder.
    Member(Pending),
    /// Say that something cannot be used.
    Skip(Skipped),
    /// Say that something is no article.
    LeaveOut(Skipped),
}

/// The steps for these paths.
pub(crate) fn plan(paths: &[PathBuf]) -> Result<VecDeque<Step>, Error> {
    let mut steps = VecDeque::new();
    let mut tables = HashMap::new();
    for (path, story) in paths.iter().zip(stories(paths)) {
        let (given, story) = (Rc::<str>::from(shown(path)), Rc::<str>::from(story));
        let mut add = |what| steps.push_back(Step { given: given.clone(), story: story.clone(), what });
        if path.as_os_str() == STDIN {
            add(What::Stdin);
        } else if is_own(path) {
            // `factcheck check story/*` names them among the articles.
        } else if path.is_dir() {
            let Listing { files, skipped, left_out } = folder::list(path)?;
            files.into_iter().map(What::Member).for_each(&mut add);
            skipped.into_iter().map(What::Skip).for_each(&mut add);
            left_out.into_iter().map(What::LeaveOut).for_each(&mut add);
        } else {
            fs::metadata(path).map_err(|error| Error::io(path, error))?;
            let (file, skipped) = single(path, &mut tables);
            add(What::File(file));
            skipped.into_iter().map(What::Skip).for_each(&mut add);
        }
    }
    Ok(steps)
}

/// A file that was given itself. The `sources.csv` beside it, read once for all of them, may know it.
fn single(path: &Path, tables: &mut HashMap<PathBuf, Sources>) -> (Pending, Vec<Skipped>) {
    let file = path.file_name().map_or_else(|| shown(path), |name| name.to_string_lossy().into_owned());
    let folder = path.parent().unwrap_or(Path::new(""));
    let (sources, first) = match tables.entry(folder.to_owned()) {
        Entry::Occupied(entry) => (entry.into_mut(), false),
        Entry::Vacant(entry) => {
            (entry.insert(Sources::read(folder, shown(&folder.join(sources::NAME)))), true)
        }
    };
    let skipped = sources.problems(|name| if name.is_empty() { first } else { name == file });
    let metadata = sources.get(&file).cloned();
    (Pending { path: path.to_owned(), file, metadata }, skipped)
}

/// Whether a path is a file of this program beside articles, and no article.
fn is_own(path: &Path) -> bool {
    path.is_file() && path.file_name().is_some_and(|name| OWN.iter().any(|own| name == *own))
}

/// The story of each path that does not say its own. A folder is a story of its own, called by its name; all
/// else is one story, "". Where one folder is given together with files or a stream, they belong to it.
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
