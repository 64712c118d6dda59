//! A bar on standard error for runs that take long, where a person watches: on no other, and never with `--quiet`.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that ends before that needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a step of a run is.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: AtomicBool,
}

impl Progress {
    /// A step called `what` with so many parts; `None` where that is not known, as of a stream.
    pub(crate) fn new(what: &'static str, parts: Option<usize>, quiet: bool) -> Self {
        let length = parts.and_then(|parts| u64::try_from(parts).ok());
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        let looks = if length.is_some() {
            "{msg} {wide_bar} {pos}/{len} {per_sec} {eta}"
        } else {
            "{msg} {pos} {per_sec} {elapsed}"
        };
        if let Ok(style) = ProgressStyle::with_template(looks) {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self { bar, begun: Instant::now(), shown: AtomicBool::new(quiet) }
    }

    /// A part is done. The bar itself sees whether standard error is a terminal.
    pub(crate) fn tick(&self) {
        if self.begun.elapsed() >= PATIENCE && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    /// Nothing of a bar stays on the terminal.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
