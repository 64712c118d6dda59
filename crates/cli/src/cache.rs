//! What an earlier run made of an article, or found in a story, that did not change since: lines, kept by a hash of all that
//! they depend on, and of the program. So a new program finds nothing of an old one.
//!
//! What is known costs its hash and a copy of its lines, and is not looked into. Lines that are damaged are passed over,
//! said, and made anew: a cache never fails a run.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt::{self, Write},
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use factcheck_core::article::Article;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::{
    error::Error,
    pack::{self, Key, Place, Writer},
};

/// A program is hashed in pieces of so many bytes.
const PIECE: usize = 1 << 20;

/// A folder of packs. Those of one program have its hash and a number as their names; of more than one pack, the later
/// ones were begun while another run wrote to the earlier.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    /// The hash of this program.
    program: String,
    /// Where the lines of each pack are.
    packs: Vec<PathBuf>,
    /// Where the lines of each key are, with the number of their pack.
    places: HashMap<Key, (usize, Place)>,
    /// The pack that this run adds to, from the first new article on.
    writer: Mutex<Option<Writer>>,
    damaged: AtomicUsize,
    unwritten: AtomicBool,
}

impl Cache {
    /// Opens the folder, which is made where it is not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let fail = |source| Error::File { path: folder.to_owned(), source };
        fs::create_dir_all(folder).map_err(fail)?;
        let mut cache = Self {
            folder: folder.to_owned(),
            program: program().map_err(fail)?,
            packs: Vec::new(),
            places: HashMap::new(),
            writer: Mutex::default(),
            damaged: AtomicUsize::new(0),
            unwritten: AtomicBool::new(false),
        };
        for number in 0.. {
            let (lines, index) = cache.pack(number);
            let Ok(rows) = pack::rows(&index) else { break };
            // Lines that somebody took away are not there, which is no damage.
            if !lines.is_file() {
                continue;
            }
            let at = cache.packs.len();
            cache.packs.push(lines);
            cache.places.extend(rows.into_iter().map(|(key, place)| (key, (at, place))));
        }
        Ok(cache)
    }

    /// The key of the records of `article`, of which `wanted` says what kinds are wanted.
    pub(crate) fn key(article: &mut Article, wanted: &dyn fmt::Debug) -> Key {
        // The text is most of an article: it goes into the hash as it is, or by what it came to when it was read.
        let text = std::mem::take(&mut article.text);
        // Only a type that cannot be written as JSON fails, and an article can.
        let rest = serde_json::to_vec(article).unwrap_or_default();
        article.text = text;
        let text = if article.digest.is_empty() { article.text.as_bytes() } else { b"" };
        hash([format!("{wanted:?}").as_bytes(), &rest, text])
    }

    /// Adds what was kept under this key to `lines`; false where nothing was. A thread has `open` packs of its own, so
    /// that none waits for another.
    pub(crate) fn get(&self, key: &Key, open: &mut HashMap<usize, File>, lines: &mut Vec<u8>) -> bool {
        let Some((at, place)) = self.places.get(key) else { return false };
        let mut read = || {
            let file = match open.entry(*at) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(place) => place.insert(File::open(&self.packs[*at])?),
            };
            pack::read(file, *place, lines)
        };
        let is_whole = read().is_ok();
        self.damaged.fetch_add(usize::from(!is_whole), Ordering::Relaxed);
        is_whole
    }

    /// Keeps `lines` under this key.
    pub(crate) fn put(&self, key: &Key, lines: &[u8]) {
        let mut writer = held(&self.writer);
        let mut put = || {
            let writer = match &mut *writer {
                Some(writer) => writer,
                none => none.insert(self.begin()?),
            };
            writer.put(key, lines)
        };
        if put().is_err() {
            self.unwritten.store(true, Ordering::Relaxed);
        }
    }

    /// The first pack that no other run adds to.
    fn begin(&self) -> io::Result<Writer> {
        for number in 0.. {
            let (lines, index) = self.pack(number);
            if let Some(writer) = Writer::open(&lines, &index)? {
                return Ok(writer);
            }
        }
        Err(io::Error::other("no pack is free"))
    }

    fn pack(&self, number: usize) -> (PathBuf, PathBuf) {
        let path = |ending| self.folder.join(format!("{}-{number}.{ending}", self.program));
        (path("records"), path("index"))
    }

    /// Writes what waits, and tells what went wrong, if anything.
    pub(crate) fn finish(self) -> Vec<String> {
        let written = held(&self.writer).as_mut().map_or(Ok(()), Writer::flush);
        let mut problems = Vec::new();
        let folder = self.folder.display();
        match self.damaged.load(Ordering::Relaxed) {
            0 => {}
            1 => problems.push(format!("{folder}: 1 damaged entry was made anew")),
            many => problems.push(format!("{folder}: {many} damaged entries were made anew")),
        }
        if written.is_err() || self.unwritten.load(Ordering::Relaxed) {
            problems.push(format!("{folder}: some records could not be kept"));
        }
        problems
    }
}

/// A hash of some parts; where one ends and the next begins counts too.
pub(crate) fn hash<const N: usize>(parts: [&[u8]; N]) -> Key {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// A hash of this program, as text: of checksums of its pieces, since it is a hundred megabytes and nobody's forgery.
fn program() -> io::Result<String> {
    let path = std::env::current_exe()?;
    let hash_at = |bytes: &mut Vec<u8>, begin| -> io::Result<_> {
        bytes.clear();
        let mut file = File::open(&path)?;
        file.seek(SeekFrom::Start(begin))?;
        file.take(PIECE as u64).read_to_end(bytes)?;
        Ok(crc32fast::hash(bytes))
    };
    let begins: Vec<u64> = (0..fs::metadata(&path)?.len()).step_by(PIECE).collect();
    let pieces: io::Result<Vec<_>> =
        begins.into_par_iter().map_init(|| Vec::with_capacity(PIECE), hash_at).collect();
    let mut hash = Sha256::new();
    pieces?.iter().for_each(|piece| hash.update(piece.to_le_bytes()));
    let mut text = String::new();
    for byte in hash.finalize().iter().take(16) {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn get(cache: &Cache, key: &Key) -> Option<Vec<u8>> {
        let mut lines = b"before".to_vec();
        let there = cache.get(key, &mut HashMap::new(), &mut lines);
        assert!(lines.starts_with(b"before") && (there || lines == b"before"));
        there.then(|| lines.split_off(6))
    }

    #[test]
    fn keys_tell_articles_and_wants_apart() {
        let mut article = Article { text: "Ten homes burned.".to_owned(), ..Article::default() };
        let same = article.clone();
        let key = Cache::key(&mut article, &"all");
        assert_eq!(article, same);
        assert_eq!(key, Cache::key(&mut same.clone(), &"all"));
        assert_ne!(key, Cache::key(&mut Article { id: "b".to_owned(), ..same.clone() }, &"all"));
        assert_ne!(key, Cache::key(&mut Article { text: "Two homes burned.".to_owned(), ..same }, &"all"));
        assert_ne!(key, Cache::key(&mut article, &"times"));
    }

    #[test]
    fn what_is_kept_is_found_by_the_next_run_and_what_is_damaged_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Cache::open(folder.path()).unwrap();
        let (one, two, three) = ([1; 32], [2; 32], [3; 32]);
        let cache = open();
        assert_eq!(get(&cache, &one), None);
        cache.put(&one, b"lines");
        cache.put(&two, b"others");
        // A run beside it has a pack of its own.
        let beside = open();
        beside.put(&three, b"more");
        assert!(cache.finish().is_empty() && beside.finish().is_empty());

        let cache = open();
        let found = [one, two, three].map(|key| get(&cache, &key).unwrap());
        assert_eq!(found, [&b"lines"[..], b"others", b"more"]);
        let (lines, index) = cache.pack(0);
        let whole = fs::read(&lines).unwrap();
        assert_eq!(whole, b"linesothers");
        assert!(cache.finish().is_empty());

        fs::write(&lines, b"linesOthers").unwrap();
        let cache = open();
        assert_eq!([&one, &two].map(|key| get(&cache, key).is_some()), [true, false]);
        cache.put(&two, b"others");
        assert_eq!(cache.finish(), [format!("{}: 1 damaged entry was made anew", folder.path().display())]);
        let cache = open();
        assert_eq!(get(&cache, &two).unwrap(), b"others");

        // A row that was not written to its end, or not as it was, is none.
        let rows = fs::read(&index).unwrap();
        for spoilt in [&rows[..rows.len() - 1], &[&[7; 56], &rows[56..]].concat(), b""] {
            fs::write(&index, spoilt).unwrap();
            let cache = open();
            assert_eq!(get(&cache, &three).unwrap(), b"more");
            assert!(get(&cache, &one).is_none_or(|lines| lines == b"lines"));
            cache.put(&one, b"lines");
            assert!(cache.finish().is_empty());
            assert_eq!(get(&open(), &one).unwrap(), b"lines");
        }
        fs::remove_file(&lines).unwrap();
        let cache = open();
        assert_eq!(get(&cache, &one), None);
        assert!(cache.finish().is_empty());
    }
}
