//! Files and streams to articles; one file per format.
//!
//! ```no_run
//! # fn main() -> Result<(), factcheck_input::Error> {
//! let mut stdin = std::io::stdin().lock();
//! for item in factcheck_input::Articles::new(&["data/articles".into()], &mut stdin, None)? {
//!     match item? {
//!         factcheck_input::Item::Article(article) => { /* read now, and not before */ }
//!         factcheck_input::Item::Record(record) => { /* of an earlier run */ }
//!         factcheck_input::Item::Skipped(skipped) => { /* named, and the rest is read */ }
//!         factcheck_input::Item::LeftOut(other) => { /* lies beside the articles, and is named */ }
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A path that cannot be used at all is an [`Error`]. A file, line or row among others that cannot be used is
//! an [`Item::Skipped`] and the rest is read. [`load`] is the same, all at once. This crate knows nothing of numbers, dates in the text or
//! findings, and reads no clock.

mod articles;
mod bounds;
mod copies;
mod dates;
mod decode;
mod error;
mod feed;
mod fields;
mod folder;
pub mod formats;
mod front;
mod html;
mod ids;
mod json;
mod jsonl;
mod kinds;
mod language;
mod load;
mod markdown;
mod meter;
mod ninjs;
mod object;
mod office;
mod open;
pub mod page;
mod patterns;
mod plan;
mod reference;
mod rows;
mod sources;
mod table;
mod text;
mod unpack;
mod walk;
mod warc;
mod xml;

pub use articles::Articles;
pub use error::Error;
pub use formats::Item;
pub use load::{Loaded, load};
pub use meter::Meter;
pub use patterns::expand;
pub use reference::{add_reference, references};
