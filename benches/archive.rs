//! Prints an archive as JSON Lines: so many articles in stories of so many, with known contradictions.
//!
//!     cargo run --release --example archive -- 10000 10 > archive.jsonl
//!
//! The same numbers give the same archive. How many facts are told with two values stands on standard error.

#[path = "../tests/generated/mod.rs"]
mod generated;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut numbers = std::env::args().skip(1).map_while(|argument| argument.parse::<usize>().ok());
    let (Some(articles), size) = (numbers.next(), numbers.next().unwrap_or(10).max(1)) else {
        return Err(io::Error::other("how many articles, and how many of each story?"));
    };
    let stories = articles.div_ceil(size);
    let mut out = BufWriter::new(io::stdout().lock());
    for article in generated::archive(stories, size).take(articles) {
        out.write_all(generated::line(&article).as_bytes())?;
    }
    out.flush()?;
    writeln!(io::stderr(), "{} contradictions planted", generated::planted_in_archive(stories, size))
}
