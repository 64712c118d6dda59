//! Tools that are not built in: any `factcheck-TOOL` beside this program or on PATH.

use std::{env, ffi::OsString, io, process::Command};

use crate::error::{Error, Outcome};

/// Runs the tool named by the first word with the others as its arguments.
pub(crate) fn dispatch(words: &[OsString]) -> Result<Outcome, Error> {
    let [tool, rest @ ..] = words else { return Err(Error::Usage("no tool named".to_owned())) };
    let mut name = OsString::from("factcheck-");
    name.push(tool);
    // A tool installed beside this program wins over one found on PATH.
    let beside = env::current_exe().ok().map(|exe| exe.with_file_name(&name)).filter(|path| path.is_file());
    match Command::new(beside.unwrap_or_else(|| name.clone().into())).args(rest).status() {
        Ok(status) => Ok(Outcome::Other(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(2))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Error::Usage(format!(
            "no command {:?}, and no program {} beside this one or on PATH; see factcheck --help",
            tool.to_string_lossy(),
            name.to_string_lossy()
        ))),
        Err(source) => Err(Error::File { path: name.into(), source }),
    }
}
