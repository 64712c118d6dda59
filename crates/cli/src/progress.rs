//! A bar on standard error for runs that take long, where a person watches: on no other, and never with `--quiet`. It has
//! the rate, and the time that remains where the size of the input is known.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use factcheck_input::{Articles, Meter};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that ends before that needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Of so many bytes, of so many articles, and of articles whose number nobody knows.
const BYTES: &str = "{msg} {wide_bar} {bytes}/{total_bytes}  {bytes_per_sec}  {eta} left";
const ARTICLES: &str = "{msg} {wide_bar} {human_pos}/{human_len}  {per_sec}  {eta} left";
const STREAM: &str = "{msg} {human_pos}  {per_sec}  {elapsed}";

/// How far a step of a run is.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: AtomicBool,
    /// Where parts are bytes, what counts them.
    meter: Option<Meter>,
}

impl Progress {
    /// A step called `what` with so many articles; `None` where that is not known, as of a stream.
    pub(crate) fn new(what: &'static str, articles: Option<u64>, quiet: bool) -> Self {
        Self::of(what, articles, if articles.is_some() { ARTICLES } else { STREAM }, quiet)
    }

    /// Goes through these articles.
    pub(crate) fn through(articles: &Articles, quiet: bool) -> Self {
        // What can be counted of a stream is its articles.
        let Some(size) = articles.size() else { return Self::new("articles read", None, quiet) };
        let mut progress = Self::of("input read", Some(size), BYTES, quiet);
        progress.meter = Some(articles.meter());
        progress
    }

    fn of(what: &'static str, length: Option<u64>, looks: &str, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(looks) {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self { bar, begun: Instant::now(), shown: AtomicBool::new(quiet), meter: None }
    }

    /// An article is done. The bar itself sees whether standard error is a terminal.
    pub(crate) fn tick(&self) {
        if self.begun.elapsed() >= PATIENCE && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        match &self.meter {
            Some(meter) => self.bar.set_position(meter.bytes()),
            None => self.bar.inc(1),
        }
    }
}

impl Drop for Progress {
    /// Nothing of a bar stays on the terminal.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_can_be_drawn() {
        for looks in [BYTES, ARTICLES, STREAM] {
            assert!(ProgressStyle::with_template(looks).is_ok(), "{looks}");
        }
    }
}
