//! Records of a story to origins and questions, with evidence and confidence.
//!
//! Knows which statements can speak of one thing; knows no rule and says nothing of right and wrong.

pub mod claims;
pub mod events;
mod lists;
pub mod names;
pub mod origins;
mod score;
mod terms;

pub use score::logistic;
