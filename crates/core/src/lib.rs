//! The model that every other crate speaks: article, span, interval arithmetic, quantity, timex, entity,
//! claim, event, relation, question, finding, rule.
//!
//! This crate knows no file, no clock and no output format. Its types are what `factcheck extract` writes
//! and what the checks read back, so each of them has serde and documented units.

pub mod allen;
pub mod article;
pub mod calendar;
pub mod claim;
pub mod coverage;
pub mod digits;
pub mod entity;
pub mod event;
pub mod finding;
pub mod focus;
pub mod folded;
mod hashes;
pub mod line;
pub mod measure;
pub mod ordinal;
pub mod place;
pub mod quantity;
pub mod question;
pub mod range;
pub mod record;
pub mod reference;
pub mod relation;
pub mod rule;
pub mod span;
pub mod stamp;
pub mod statement;
pub mod timex;
pub mod unit;
pub mod window;
mod words;
