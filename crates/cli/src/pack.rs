//! What a cache keeps of many articles, in two files that only grow: the lines themselves, one article's after the other,
//! and an index of rows of one length that says where they are. Knows keys and bytes, and not what they mean.
//!
//! A row is written after the lines that it tells of. Each has a checksum of itself and one of its lines: what a run that was
//! ended in the middle, a full disk or anything else left behind is noticed, and nothing else is lost with it.

use std::{
    fs::{File, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

/// What lines are kept under: a SHA-256.
pub(crate) type Key = [u8; 32];

/// Key, first byte, length, checksum of the lines, checksum of the row.
const ROW: usize = 32 + 8 + 8 + 4 + 4;

/// So many bytes of lines wait to be written together.
const PENDING: usize = 4 << 20;

/// Where the lines of an article are in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    begin: u64,
    length: u64,
    crc: u32,
}

impl Place {
    fn row(self, key: &Key) -> [u8; ROW] {
        let mut row = [0; ROW];
        row[..32].copy_from_slice(key);
        row[32..40].copy_from_slice(&self.begin.to_le_bytes());
        row[40..48].copy_from_slice(&self.length.to_le_bytes());
        row[48..52].copy_from_slice(&self.crc.to_le_bytes());
        let own = crc32fast::hash(&row[..52]);
        row[52..].copy_from_slice(&own.to_le_bytes());
        row
    }

    /// The key and the place of a row, if it is whole.
    fn of_row(row: &[u8; ROW]) -> Option<(Key, Self)> {
        let (told, own) = row.split_last_chunk::<4>()?;
        if crc32fast::hash(told) != u32::from_le_bytes(*own) {
            return None;
        }
        let (key, rest) = told.split_first_chunk::<32>()?;
        let (begin, rest) = rest.split_first_chunk::<8>()?;
        let (length, crc) = rest.split_first_chunk::<8>()?;
        let crc = u32::from_le_bytes(*crc.first_chunk::<4>()?);
        let (begin, length) = (u64::from_le_bytes(*begin), u64::from_le_bytes(*length));
        Some((*key, Self { begin, length, crc }))
    }
}

/// The rows of an index, the latest last. Those that are damaged are none, and a row that is whole is true: no length in
/// it costs more memory than the lines once did.
pub(crate) fn rows(index: &Path) -> io::Result<Vec<(Key, Place)>> {
    let bytes = std::fs::read(index)?;
    Ok(bytes.as_chunks::<ROW>().0.iter().filter_map(Place::of_row).collect())
}

/// Adds the lines at a place to `lines`.
///
/// # Errors
/// Nothing is added where they are not there, or not what was kept.
pub(crate) fn read(file: &mut File, place: Place, lines: &mut Vec<u8>) -> io::Result<()> {
    let begin = lines.len();
    let length = usize::try_from(place.length).map_err(io::Error::other)?;
    let mut copy = || {
        file.seek(SeekFrom::Start(place.begin))?;
        lines.reserve(length);
        file.take(place.length).read_to_end(lines)?;
        let is_whole = lines.len() - begin == length && crc32fast::hash(&lines[begin..]) == place.crc;
        is_whole.then_some(()).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
    };
    let copied = copy();
    if copied.is_err() {
        lines.truncate(begin);
    }
    copied
}

/// A pack that this run adds to, and no other run meanwhile.
#[derive(Debug)]
pub(crate) struct Writer {
    lines: File,
    index: File,
    /// How long the file of the lines is with those that wait.
    end: u64,
    pending: Vec<u8>,
    rows: Vec<u8>,
}

impl Writer {
    /// Opens a pack to add to it; `None` where another run does.
    pub(crate) fn open(lines: &Path, index: &Path) -> io::Result<Option<Self>> {
        let open = |path| File::options().create(true).append(true).open(path);
        let index = open(index)?;
        match index.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Two runs on a system without locks may spoil each other's lines, which is noticed.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let whole = index.metadata()?.len();
        // What an earlier run began and did not end.
        index.set_len(whole - whole % ROW as u64)?;
        let lines = open(lines)?;
        let end = lines.metadata()?.len();
        if end == 0 {
            // Rows of lines that were taken away.
            index.set_len(0)?;
        }
        Ok(Some(Self { lines, index, end, pending: Vec::new(), rows: Vec::new() }))
    }

    /// Keeps `lines` under `key`.
    pub(crate) fn put(&mut self, key: &Key, lines: &[u8]) -> io::Result<()> {
        let place = Place { begin: self.end, length: lines.len() as u64, crc: crc32fast::hash(lines) };
        self.pending.extend(lines);
        self.rows.extend(place.row(key));
        self.end += place.length;
        if self.pending.len() < PENDING { Ok(()) } else { self.flush() }
    }

    /// Writes what waits: first lines, then where they are.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        let written = self.lines.write_all(&self.pending).and_then(|()| self.index.write_all(&self.rows));
        self.pending.clear();
        self.rows.clear();
        written
    }
}
