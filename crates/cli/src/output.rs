//! Where a result goes: standard output, or a file that is written whole or not at all.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Write},
    path::Path,
};

use crate::{error::Error, interrupt};

/// Gives `write` a buffered writer: of a temporary file beside `path` that takes its place when all is written, or
/// of standard output. What `write` fails with leaves the file at `path` as it was. A link stays one, and what is no file,
/// such as a pipe or a device, is written to as it is.
pub(crate) fn write<T>(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let Some(path) = path else {
        let mut out = BufWriter::new(io::stdout().lock());
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
        let mut out = BufWriter::new(File::options().write(true).open(path).map_err(fail)?);
        let written = write(&mut out).map_err(named)?;
        out.flush().map_err(fail)?;
        return Ok(written);
    }
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    interrupt::note(Some(file.path()));
    let mut out = BufWriter::new(file);
    let written = write(&mut out).map_err(named)?;
    let file = out.into_inner().map_err(|error| fail(error.into_error()))?;
    file.as_file().sync_all().map_err(fail)?;
    make_readable(file.path()).map_err(fail)?;
    file.persist(&place).map_err(|error| fail(error.error))?;
    interrupt::note(None);
    Ok(written)
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
