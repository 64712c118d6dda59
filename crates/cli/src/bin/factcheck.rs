//! `factcheck`: the tools under one name.
fn main() {}
