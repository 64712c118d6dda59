//! Ctrl-C and its like: the run ends at once with 130, and leaves no half-written file behind. Files that wait for
//! something to be read again have no name, so that the system takes them away.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What is being written under another name until it is whole.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// As shells have it for a program that an interrupt ended.
const INTERRUPTED: i32 = 130;

/// Takes interrupts from now on.
pub(crate) fn watch() {
    // Fails where something else takes them, and then that serves.
    let _ = ctrlc::set_handler(|| {
        // The lock is kept until the end: nothing is begun any more.
        let mut unfinished = unfinished();
        if let Some(path) = unfinished.take() {
            let _ = fs::remove_file(path);
        }
        std::process::exit(INTERRUPTED);
    });
}

/// Notes what is to be taken away; nothing, once that file is whole.
pub(crate) fn note(path: Option<&Path>) {
    *unfinished() = path.map(Path::to_owned);
}

fn unfinished() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
