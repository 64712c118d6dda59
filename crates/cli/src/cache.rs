//! Records of articles that did not change since an earlier run, kept by a hash of all that they depend on: the article as
//! it was read, which records are wanted, and the program that reads it. So a new program finds nothing of an old one.
//!
//! An entry is a file of its own that is put in its place whole. One that is damaged is passed over, said, and made
//! anew: a cache never fails a run.

use std::{
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use factcheck_core::article::Article;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// Bytes of a hash.
const HASH: usize = 32;

/// A folder of entries.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    /// The hash of this program, with which every key begins.
    program: [u8; HASH],
    damaged: AtomicUsize,
    unwritten: AtomicBool,
}

impl Cache {
    /// Opens the folder, which is made where it is not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let fail = |source| Error::File { path: folder.to_owned(), source };
        fs::create_dir_all(folder).map_err(fail)?;
        let program = std::env::current_exe().and_then(fs::read).map_err(fail)?;
        Ok(Self {
            folder: folder.to_owned(),
            program: Sha256::digest(program).into(),
            damaged: AtomicUsize::new(0),
            unwritten: AtomicBool::new(false),
        })
    }

    /// The key of the records of `article`, of which `wanted` says what kinds are wanted.
    pub(crate) fn key(&self, article: &Article, wanted: &dyn fmt::Debug) -> String {
        let mut hash = Sha256::new();
        hash.update(self.program);
        hash.update(format!("{wanted:?}"));
        hash.update([0]);
        // Only a type that cannot be written as JSON fails, and an article can.
        hash.update(serde_json::to_vec(article).unwrap_or_default());
        let hash: [u8; HASH] = hash.finalize().into();
        hash.chunks_exact(HASH / 2)
            .map(|half| <[u8; HASH / 2]>::try_from(half).map_or(0, u128::from_be_bytes))
            .fold(String::new(), |key, half| format!("{key}{half:032x}"))
    }

    /// What was kept under this key.
    pub(crate) fn get(&self, key: &str) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.place(key)).ok()?;
        let body = bytes.len().saturating_sub(HASH);
        let (kept, hash) = bytes.split_at(body);
        if Sha256::digest(kept)[..] != *hash {
            self.damaged.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        bytes.truncate(body);
        Some(bytes)
    }

    /// Keeps `bytes` under this key.
    pub(crate) fn put(&self, key: &str, bytes: &[u8]) {
        if self.try_put(key, bytes).is_err() {
            self.unwritten.store(true, Ordering::Relaxed);
        }
    }

    fn try_put(&self, key: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.place(key);
        let folder = place.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.write_all(&Sha256::digest(bytes))?;
        file.persist(place)?;
        Ok(())
    }

    /// What went wrong with entries, if anything.
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let folder = self.folder.display();
        match self.damaged.load(Ordering::Relaxed) {
            0 => {}
            1 => problems.push(format!("{folder}: 1 damaged entry was made anew")),
            many => problems.push(format!("{folder}: {many} damaged entries were made anew")),
        }
        if self.unwritten.load(Ordering::Relaxed) {
            problems.push(format!("{folder}: some records could not be kept"));
        }
        problems
    }

    fn place(&self, key: &str) -> PathBuf {
        let (first, rest) = key.split_at(key.len().min(2));
        self.folder.join(first).join(rest)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_found_and_what_is_damaged_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let article = Article { text: "Ten homes burned.".to_owned(), ..Article::default() };
        let key = cache.key(&article, &"all");
        assert_ne!(key, cache.key(&Article { id: "b".to_owned(), ..article.clone() }, &"all"));
        assert_ne!(key, cache.key(&article, &"times"));
        assert_eq!(cache.get(&key), None);
        cache.put(&key, b"lines");
        assert_eq!(cache.get(&key).as_deref(), Some(&b"lines"[..]));
        assert!(cache.problems().is_empty());
        for damage in [&b""[..], b"x", &[0; 99]] {
            fs::write(cache.place(&key), damage).unwrap();
            assert_eq!(cache.get(&key), None);
        }
        assert_eq!(cache.problems().len(), 1);
    }
}
