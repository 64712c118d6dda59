//! Rows in the order of their keys, however many there are: what is too much to be held waits sorted in files without a
//! name, which are then read side by side. Knows bytes, and not what they mean.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    fs::File,
    io::{self, BufReader, BufWriter, Read, Seek, Write},
};

/// So many bytes are held.
const HELD: usize = 32 << 20;

/// What a row takes beside its bytes.
const OVERHEAD: usize = 64;

/// So many files are read side by side: a process may have some hundred files open.
const FILES: usize = 64;

/// Each file is read and written so many bytes at a time.
const BUFFER: usize = 64 << 10;

/// A row and its key; of two rows with one key, either may come first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(crate) key: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

/// Rows that come in any order.
#[derive(Debug)]
pub(crate) struct Sorter {
    most: usize,
    files: usize,
    held: Vec<Row>,
    size: usize,
    /// Files of sorted rows. Those of the first level hold what was held at one time, and each of another level what
    /// filled the level before.
    levels: Vec<Vec<File>>,
}

impl Sorter {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self::holding(HELD, FILES)
    }

    fn holding(most: usize, files: usize) -> Self {
        Self { most, files, held: Vec::new(), size: 0, levels: Vec::new() }
    }

    /// Takes a row.
    pub(crate) fn add(&mut self, row: Row) -> io::Result<()> {
        self.size += row.key.len() + row.bytes.len() + OVERHEAD;
        self.held.push(row);
        if self.size > self.most { self.spill() } else { Ok(()) }
    }

    fn spill(&mut self) -> io::Result<()> {
        self.size = 0;
        let mut held = std::mem::take(&mut self.held);
        held.sort_unstable();
        let mut file = write(held.into_iter().map(Ok))?;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let files = &mut self.levels[level];
            files.push(file);
            if files.len() < self.files {
                break;
            }
            file = write(Merge::new(Vec::new(), std::mem::take(files))?)?;
        }
        Ok(())
    }

    /// All rows in order.
    pub(crate) fn sorted(mut self) -> io::Result<impl Iterator<Item = io::Result<Row>>> {
        self.held.sort_unstable();
        Merge::new(self.held, self.levels.into_iter().flatten().collect())
    }
}

fn write(rows: impl Iterator<Item = io::Result<Row>>) -> io::Result<File> {
    let mut out = BufWriter::with_capacity(BUFFER, tempfile::tempfile()?);
    for row in rows {
        let row = row?;
        for part in [&row.key, &row.bytes] {
            out.write_all(&(part.len() as u64).to_le_bytes())?;
            out.write_all(part)?;
        }
    }
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Where sorted rows come from.
enum Source {
    Held(std::vec::IntoIter<Row>),
    File(BufReader<File>),
}

impl Source {
    fn next(&mut self) -> io::Result<Option<Row>> {
        let file = match self {
            Self::Held(rows) => return Ok(rows.next()),
            Self::File(file) => file,
        };
        let Some(key) = part(file)? else { return Ok(None) };
        let bytes = part(file)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        Ok(Some(Row { key, bytes }))
    }
}

/// The next part of a row; nothing at the end of the file.
fn part(file: &mut BufReader<File>) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match file.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::new();
    if file.take(length).read_to_end(&mut bytes)? as u64 == length {
        Ok(Some(bytes))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// The least of the next rows of all sources, again and again.
struct Merge {
    sources: Vec<Source>,
    /// The next row of each source.
    next: BinaryHeap<Reverse<(Row, usize)>>,
}

impl Merge {
    fn new(held: Vec<Row>, files: Vec<File>) -> io::Result<Self> {
        let mut sources = vec![Source::Held(held.into_iter())];
        for mut file in files {
            file.rewind()?;
            sources.push(Source::File(BufReader::with_capacity(BUFFER, file)));
        }
        let mut next = BinaryHeap::with_capacity(sources.len());
        for (number, source) in sources.iter_mut().enumerate() {
            next.extend(source.next()?.map(|row| Reverse((row, number))));
        }
        Ok(Self { sources, next })
    }
}

impl Iterator for Merge {
    type Item = io::Result<Row>;

    fn next(&mut self) -> Option<Self::Item> {
        let Reverse((row, number)) = self.next.pop()?;
        match self.sources[number].next() {
            Ok(more) => self.next.extend(more.map(|row| Reverse((row, number)))),
            Err(error) => return Some(Err(error)),
        }
        Some(Ok(row))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_order_whether_held_or_on_disk() {
        for (most, files, levels) in [(1 << 20, 2, 0), (1000, 128, 1), (1000, 64, 2), (1000, 3, 5)] {
            let mut sorter = Sorter::holding(most, files);
            let mut wanted = Vec::new();
            for number in 0..997_u32 {
                let key = number.wrapping_mul(2_654_435_761).to_be_bytes().to_vec();
                wanted.push(key.clone());
                sorter.add(Row { key, bytes: vec![7; number as usize % 50] }).unwrap();
            }
            assert_eq!(sorter.levels.len(), levels);
            wanted.sort();
            let rows: Vec<Row> = sorter.sorted().unwrap().map(Result::unwrap).collect();
            assert!(rows.iter().map(|row| &row.key).eq(&wanted));
            assert!(rows.iter().all(|row| row.bytes.iter().all(|byte| *byte == 7)));
            let sum: usize = rows.iter().map(|row| row.bytes.len()).sum();
            assert_eq!(sum, (0..997).map(|number| number % 50).sum::<usize>());
        }
    }
}
