//! Files and streams to articles; one file per format.
//!
//! ```no_run
//! # fn main() -> Result<(), factcheck_input::Error> {
//! let mut stdin = std::io::stdin().lock();
//! let loaded = factcheck_input::load(&["data/articles".into()], &mut stdin, None)?;
//! # Ok(())
//! # }
//! ```
//!
//! A path that cannot be used at all is an [`Error`]. A file, line or row among others that cannot be used is
//! named in [`Loaded::skipped`] and the rest is read. This crate knows nothing of numbers, dates in the text or
//! findings, and reads no clock.

mod decode;
mod error;
mod folder;
pub mod formats;
mod jsonl;
mod load;
pub mod page;
mod reference;
mod rows;
mod sources;
mod text;

pub use error::Error;
pub use load::{Loaded, load};
pub use reference::references;
