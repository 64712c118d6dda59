//! Ctrl-C and its like: the run ends at once with 130, and leaves no half-written file and no half of a line behind. Files
//! that wait for something to be read again have no name, so that the system takes them away.

use std::{
    fs, io,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::Duration,
};

use tempfile::NamedTempFile;

/// What is being written under another name until it is whole.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Held while something is written that is not to be cut in two.
static WRITING: Mutex<()> = Mutex::new(());

/// As shells have it for a program that an interrupt ended.
const INTERRUPTED: i32 = 130;

/// Whoever reads the output may have stopped, and then its last line is not waited for: so many times so long.
const PATIENCE: u32 = 100;
const MOMENT: Duration = Duration::from_millis(10);

/// Takes interrupts from now on.
pub(crate) fn watch() {
    // Fails where something else takes them, and then that serves.
    let _ = ctrlc::set_handler(|| {
        // The locks are kept until the end: nothing is begun any more.
        let mut unfinished = held(&UNFINISHED);
        if let Some(path) = unfinished.take() {
            let _ = fs::remove_file(path);
        }
        let _writing = (0..PATIENCE).find_map(|_| {
            let writing = WRITING.try_lock().ok();
            if writing.is_none() {
                sleep(MOMENT);
            }
            writing
        });
        std::process::exit(INTERRUPTED);
    });
}

/// Makes a file that is to be taken away unless [`finish`] comes before.
pub(crate) fn begin(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut unfinished = held(&UNFINISHED);
    let file = make()?;
    *unfinished = Some(file.path().to_owned());
    Ok(file)
}

/// That file is in its place.
pub(crate) fn finish() {
    *held(&UNFINISHED) = None;
}

/// Writes something as a whole.
pub(crate) fn whole<T>(write: impl FnOnce() -> T) -> T {
    let _writing = held(&WRITING);
    write()
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
