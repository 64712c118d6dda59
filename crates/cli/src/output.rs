//! Where a result goes: standard output, or a file that is written whole or not at all.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Write},
    path::Path,
};

use crate::{error::Error, interrupt};

/// A report of so many bytes is on the disk when the run ends, whatever happens to the machine then. The lines of an
/// archive, which are made again by the same command, are left to the system: waiting for them to be on the disk takes longer
/// than a run whose cache knows them.
const SYNCED: u64 = 16 << 20;

/// A file is written so many bytes at a time.
const BUFFER: usize = 256 << 10;

/// Gives `write` a buffered writer: of a temporary file beside `path` that takes its place when all is written, or
/// of standard output. What `write` fails with leaves the file at `path` as it was. A link stays one, and what is no file,
/// such as a pipe or a device, is written to as it is.
pub(crate) fn write<T>(
    path: Option<&Path>,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, Error>,
) -> Result<T, Error> {
    let Some(path) = path else {
        let mut out = WholeLines::new(io::stdout());
        let written = write(&mut out)?;
        out.flush()?;
        return Ok(written);
    };
    let fail = |source| Error::File { path: path.to_owned(), source };
    let named = |error| match error {
        Error::Stream(source) => fail(source),
        other => other,
    };
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        let mut out = WholeLines::new(File::options().write(true).open(path).map_err(fail)?);
        let written = write(&mut out).map_err(named)?;
        out.flush().map_err(fail)?;
        return Ok(written);
    }
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = interrupt::begin(|| tempfile::NamedTempFile::new_in(folder)).map_err(fail)?;
    let mut out = BufWriter::with_capacity(BUFFER, file);
    let written = write(&mut out).map_err(named)?;
    let file = out.into_inner().map_err(|error| fail(error.into_error()))?;
    if file.as_file().metadata().is_ok_and(|data| data.len() <= SYNCED) {
        file.as_file().sync_all().map_err(fail)?;
    }
    make_readable(file.path()).map_err(fail)?;
    file.persist(&place).map_err(|error| fail(error.error))?;
    interrupt::finish();
    Ok(written)
}

/// So many bytes of lines go out together.
const TOGETHER: usize = 32 << 10;

/// A part of a line as long as this goes out alone: it is none, or of nothing that is read line by line.
const LONGEST: usize = 1 << 20;

/// A buffered stream of lines that no interrupt cuts in two.
struct WholeLines<W> {
    out: W,
    held: Vec<u8>,
}

impl<W> WholeLines<W> {
    fn new(out: W) -> Self {
        Self { out, held: Vec::new() }
    }
}

impl<W: Write> Write for WholeLines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let is_much = self.held.len() + bytes.len() >= TOGETHER;
        let last = if is_much { bytes.iter().rposition(|byte| *byte == b'\n') } else { None };
        if let Some(last) = last {
            let (lines, rest) = bytes.split_at(last + 1);
            interrupt::whole(|| {
                self.out.write_all(&self.held)?;
                self.out.write_all(lines)
            })?;
            self.held.clear();
            self.held.extend(rest);
        } else {
            self.held.extend(bytes);
            if self.held.len() >= LONGEST {
                self.out.write_all(&self.held)?;
                self.held.clear();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        interrupt::whole(|| {
            self.out.write_all(&self.held)?;
            self.out.flush()
        })?;
        self.held.clear();
        Ok(())
    }
}

/// A temporary file is its owner's alone; a report is as readable as any other new file.
#[cfg(unix)]
fn make_readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
fn make_readable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a person reads standard output.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether colour is wanted: a terminal, and no `NO_COLOR`.
pub(crate) fn wants_color() -> bool {
    is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Columns of the terminal; 100 where there is none.
pub(crate) fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0).clamp(60, 160))
}
