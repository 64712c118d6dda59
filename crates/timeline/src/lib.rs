//! The network of events to findings; one rule a file.
