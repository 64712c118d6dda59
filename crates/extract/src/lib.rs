//! One article to its quantities, timexes, entities, claims, events and relations.
