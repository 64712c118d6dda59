//! `factcheck extract`: from articles to lines, a batch at a time, so that a run holds a few articles and never
//! all of them. Output is the same whatever the number of threads and wherever batches end.

use std::io::{self, Write};

use factcheck_core::{article::Article, coverage::Skipped, record::Record};
use factcheck_extract::Extractor;
use factcheck_input::{Error as InputError, Item};
use rayon::prelude::*;

use crate::{error::Error, lines::Only};

/// A batch holds about so many bytes of text: enough to keep many threads busy, and its records, which are some
/// thirty times as large, do not weigh.
const BATCH: usize = 1 << 20;

/// What an article or a record costs beside its text: a stream of headlines has bounded batches too.
const OVERHEAD: usize = 512;

/// One thing of a batch.
enum Input {
    Article(Box<Article>),
    /// A record of an earlier run, passed on as it is.
    Record(Box<Record>),
}

/// Writes the records of all `articles` in their order; what cannot be used goes to `skip` when it is met.
pub(crate) fn extract(
    articles: impl Iterator<Item = Result<Item, InputError>>,
    only: Only,
    skip: &mut dyn FnMut(Skipped),
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    for item in articles {
        let input = match item? {
            Item::Skipped(skipped) => {
                skip(skipped);
                continue;
            }
            // There is no table here to name it in.
            Item::LeftOut(_) => continue,
            Item::Article(article) => {
                let length = article.text.len() + article.title.len();
                if length >= BATCH {
                    write(std::mem::take(&mut batch), only, out)?;
                    bytes = 0;
                }
                bytes += length;
                Input::Article(article)
            }
            Item::Record(record) => Input::Record(record),
        };
        batch.push(input);
        bytes += OVERHEAD;
        if bytes >= BATCH {
            write(std::mem::take(&mut batch), only, out)?;
            bytes = 0;
        }
    }
    write(batch, only, out)
}

/// Reads a batch in parallel and writes its lines in order.
fn write(batch: Vec<Input>, only: Only, out: &mut dyn Write) -> Result<(), Error> {
    let batch = match <[Input; 1]>::try_from(batch) {
        // Its lines are some twenty times as long as a long article: they are not held as well.
        Ok([one]) => return Ok(write_lines(&mut Extractor::new(), one, only, out)?),
        Err(batch) => batch,
    };
    let lines = |extractor: &mut Extractor, input| {
        let mut lines = Vec::new();
        write_lines(extractor, input, only, &mut lines).map(|()| lines)
    };
    let lines: Vec<io::Result<Vec<u8>>> = batch.into_par_iter().map_init(Extractor::new, lines).collect();
    for lines in lines {
        out.write_all(&lines?)?;
    }
    Ok(())
}

fn write_lines(extractor: &mut Extractor, input: Input, only: Only, out: &mut dyn Write) -> io::Result<()> {
    match input {
        Input::Record(record) => only.write_line(&record, out),
        Input::Article(article) => only.write_article(extractor, *article, out),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Notes how many articles were asked for when something is written.
    struct Watch<'a> {
        asked: &'a Cell<usize>,
        seen: Vec<usize>,
        text: Vec<u8>,
    }

    impl Write for Watch<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.seen.push(self.asked.get());
            self.text.extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// An article with a blank tail of a third of a batch.
    fn article(number: usize) -> Item {
        let text = format!("A quiet day.{}", "\n".repeat(BATCH / 3));
        Item::Article(Box::new(Article { id: format!("a{number}"), text, ..Article::default() }))
    }

    #[test]
    fn a_batch_is_written_before_the_next_is_read() {
        let asked = Cell::new(0);
        let mut out = Watch { asked: &asked, seen: Vec::new(), text: Vec::new() };
        let articles = (0..7).map(|number| {
            asked.set(number + 1);
            Ok(article(number))
        });
        extract(articles, Only(&[]), &mut |_| unreachable!(), &mut out).unwrap();
        out.seen.dedup();
        assert_eq!(out.seen, [3, 6, 7]);
        let ids: Vec<String> = out
            .text
            .split(|byte| *byte == b'\n')
            .filter_map(|line| serde_json::from_slice::<Record>(line).ok())
            .filter(|record| matches!(record, Record::Article(_)))
            .map(|record| record.article().to_owned())
            .collect();
        assert_eq!(ids, ["a0", "a1", "a2", "a3", "a4", "a5", "a6"]);
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_is_written() {
        let bad = || Item::Skipped(Skipped { place: "x:2".to_owned(), reason: "bad".to_owned() });
        let (mut out, mut skipped) = (Vec::new(), Vec::new());
        let items = [article(0), bad(), article(1)].map(Ok);
        extract(items.into_iter(), Only(&[]), &mut |one| skipped.push(one.place), &mut out).unwrap();
        assert_eq!(skipped, ["x:2"]);
        assert_eq!(String::from_utf8(out).unwrap().matches("\"kind\":\"article\"").count(), 2);
    }
}
