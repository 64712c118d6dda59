//! One article to its quantities, timexes, entities, claims, events and relations.

pub mod quantity;
pub mod time;
