//! `factcheck extract`: from articles to lines. This thread reads, another one writes, and the pool between them does the
//! rest. So many bytes of text are under way at a time and never all, and lines come in the order of their articles,
//! whatever the number of threads.

use std::{
    any::Any,
    collections::{BTreeMap, HashMap},
    fs::File,
    io::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
};

use factcheck_core::{article::Article, coverage::Skipped, record::Record};
use factcheck_extract::Extractor;
use factcheck_input::{Error as InputError, Item, page};
use rayon::Scope;

use crate::{cache::Cache, error::Error, lines::Only};

/// So many bytes of text are given to a thread at once: much more than it costs to hand them over.
const PIECE: usize = 32 << 10;

/// So many bytes of text are under way for each thread. Their records are some thirty times as large.
const UNDER_WAY: usize = 16 * PIECE;

/// So many pieces wait to be written. Where the lines are only copied, writing is most of the work.
const WAITING: usize = 4;

/// What an article or a record costs beside its text: a stream of headlines has bounded pieces too.
const OVERHEAD: usize = 512;

/// One thing of a piece.
enum Input {
    Article(Box<Article>),
    /// A record of an earlier run, passed on as it is.
    Record(Box<Record>),
}

/// How the records of an article are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    /// Which of them are wanted.
    pub(crate) only: Only<'a>,
    /// Where those of earlier runs are.
    pub(crate) cache: Option<&'a Cache>,
}

/// Writes the records of all `articles` in their order; what cannot be used goes to `skip` when it is met.
pub(crate) fn extract(
    articles: impl Iterator<Item = Result<Item, InputError>>,
    reader: Reader,
    skip: &mut dyn FnMut(Skipped),
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    let idle = Arc::<Idle>::default();
    thread::scope(|scope| {
        let (lines, waiting) = sync_channel::<Vec<u8>>(WAITING);
        let room = Arc::clone(&idle);
        let writer = scope.spawn(move || -> io::Result<()> {
            for lines in waiting {
                out.write_all(&lines)?;
                room.put_lines(lines);
            }
            Ok(())
        });
        let read = read(articles, reader, skip, &idle, lines);
        // What the writer could not write comes before what that did to others.
        writer.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        read
    })
}

/// Hands the articles to the pool, and their lines to the writer.
fn read(
    articles: impl Iterator<Item = Result<Item, InputError>>,
    reader: Reader,
    skip: &mut dyn FnMut(Skipped),
    idle: &Arc<Idle>,
    lines: SyncSender<Vec<u8>>,
) -> Result<(), Error> {
    rayon::in_place_scope(|scope| {
        let (tell, told) = channel();
        let (hands, done) = (Arc::clone(idle), BTreeMap::new());
        let mut belt = Belt { scope, reader, hands, tell, told, lines, begun: 0, written: 0, done, bytes: 0 };
        let mut piece = Vec::new();
        let mut bytes = 0;
        for item in articles {
            let (input, length) = match item? {
                Item::Skipped(skipped) => {
                    skip(skipped);
                    continue;
                }
                // There is no table here to name it in.
                Item::LeftOut(_) => continue,
                Item::Article(article) => {
                    let length = article.text.len() + article.title.len();
                    (Input::Article(article), length)
                }
                Item::Record(record) => (Input::Record(record), 0),
            };
            if length >= UNDER_WAY
                && let Input::Article(article) = input
            {
                // Its lines are some twenty times as long as a long article: they are not held as well.
                belt.put(std::mem::take(&mut piece), std::mem::take(&mut bytes))?;
                belt.empty()?;
                write_long(&mut Hands::default(), article, reader, &mut Sent(&belt.lines))?;
                continue;
            }
            piece.push(input);
            bytes += length + OVERHEAD;
            if bytes >= PIECE {
                belt.put(std::mem::take(&mut piece), std::mem::take(&mut bytes))?;
            }
        }
        belt.put(piece, bytes)?;
        belt.empty()
    })
}

/// What is written here goes to the writer, in pieces of the size that it is given.
struct Sent<'a>(&'a SyncSender<Vec<u8>>);

impl Sent<'_> {
    fn send(&self, lines: Vec<u8>) -> io::Result<()> {
        // The writer has an error of its own to tell.
        self.0.send(lines).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Sent<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.send(bytes.to_vec())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The lines of a piece, with its size in bytes of text; what a thread panicked with in their stead.
type Made = Result<io::Result<Vec<u8>>, Box<dyn Any + Send>>;

/// Pieces that are under way.
struct Belt<'a, 'scope> {
    scope: &'a Scope<'scope>,
    reader: Reader<'scope>,
    hands: Arc<Idle>,
    tell: Sender<(usize, usize, Made)>,
    told: Receiver<(usize, usize, Made)>,
    /// Who writes lines.
    lines: SyncSender<Vec<u8>>,
    /// How many pieces were begun, and how many of them were written.
    begun: usize,
    written: usize,
    /// Those that are made and wait for an earlier one.
    done: BTreeMap<usize, (usize, Made)>,
    /// Bytes of text of all that is begun and not written.
    bytes: usize,
}

impl Belt<'_, '_> {
    /// Hands a piece to the pool, when there is room for it.
    fn put(&mut self, piece: Vec<Input>, bytes: usize) -> Result<(), Error> {
        if piece.is_empty() {
            return Ok(());
        }
        while self.bytes > 0 && self.bytes + bytes > UNDER_WAY * rayon::current_num_threads().max(1) {
            self.write_next()?;
        }
        let (tell, number, reader) = (self.tell.clone(), self.begun, self.reader);
        let idle = Arc::clone(&self.hands);
        self.scope.spawn(move |_| {
            let made = catch_unwind(AssertUnwindSafe(|| {
                let mut hands = idle.take();
                let lines = make(&mut hands, piece, reader, idle.take_lines());
                idle.put(hands);
                lines
            }));
            // Nobody listens where the run has failed.
            let _ = tell.send((number, bytes, made));
        });
        self.begun += 1;
        self.bytes += bytes;
        Ok(())
    }

    /// Hands on all that is under way.
    fn empty(&mut self) -> Result<(), Error> {
        while self.written < self.begun {
            self.write_next()?;
        }
        Ok(())
    }

    /// Waits for the next piece in order and hands its lines to the writer.
    fn write_next(&mut self) -> Result<(), Error> {
        loop {
            if let Some((bytes, made)) = self.done.remove(&self.written) {
                let lines = made.unwrap_or_else(|panic| resume_unwind(panic))?;
                Sent(&self.lines).send(lines)?;
                self.written += 1;
                self.bytes -= bytes;
                return Ok(());
            }
            let Ok((number, bytes, made)) = self.told.recv() else { return Ok(()) };
            self.done.insert(number, (bytes, made));
        }
    }
}

/// The lines of a piece.
fn make(hands: &mut Hands, piece: Vec<Input>, reader: Reader, mut lines: Vec<u8>) -> io::Result<Vec<u8>> {
    for input in piece {
        match input {
            Input::Article(article) => add_lines(hands, article, reader, &mut lines)?,
            Input::Record(record) => reader.only.add_line(&record, &mut lines)?,
        }
    }
    Ok(lines)
}

/// Hands that wait for a piece: what they have learnt of words serves the next one too.
#[derive(Default)]
struct Idle {
    hands: Mutex<Vec<Hands>>,
    /// Room for lines, empty: as much as was under way at a time.
    lines: Mutex<Vec<Vec<u8>>>,
}

impl Idle {
    fn take(&self) -> Hands {
        self.hands.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default()
    }

    fn put(&self, hands: Hands) {
        if let Ok(mut idle) = self.hands.lock() {
            idle.push(hands);
        }
    }

    fn take_lines(&self) -> Vec<u8> {
        self.lines.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default()
    }

    fn put_lines(&self, mut lines: Vec<u8>) {
        lines.clear();
        if let Ok(mut idle) = self.lines.lock() {
            idle.push(lines);
        }
    }
}

/// What a thread works with.
#[derive(Default)]
struct Hands {
    extractor: Extractor,
    /// Files of the cache.
    open: HashMap<usize, File>,
}

/// Writes the lines of an article that is too long for the lines of others to be held beside it.
fn write_long(
    hands: &mut Hands,
    article: Box<Article>,
    reader: Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    if reader.cache.is_none() {
        let article = annotated(article);
        return reader.only.write_article(&mut hands.extractor, article, out);
    }
    let mut lines = Vec::new();
    add_lines(hands, article, reader, &mut lines)?;
    out.write_all(&lines)
}

/// Adds the lines of an article that the cache may know. They are many, and none is copied once more.
fn add_lines(
    hands: &mut Hands,
    mut article: Box<Article>,
    reader: Reader,
    lines: &mut Vec<u8>,
) -> io::Result<()> {
    let Reader { only, cache } = reader;
    let Some(cache) = cache else {
        return only.add_article(&mut hands.extractor, annotated(article), lines);
    };
    let key = Cache::key(&mut article, &only);
    if !cache.get(&key, &mut hands.open, lines) {
        let begin = lines.len();
        only.add_article(&mut hands.extractor, annotated(article), lines)?;
        cache.put(&key, &lines[begin..]);
    }
    Ok(())
}

fn annotated(mut article: Box<Article>) -> Article {
    page::annotate(&mut article);
    *article
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Notes how many articles were asked for when something is written.
    struct Watch<'a> {
        asked: &'a AtomicUsize,
        seen: Vec<usize>,
        text: Vec<u8>,
    }

    impl Write for Watch<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.seen.push(self.asked.load(Ordering::SeqCst));
            self.text.extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    const ALL: Reader = Reader { only: Only(&[]), cache: None };

    /// An article with a blank tail of a third of what may be under way for a thread.
    fn article(number: usize) -> Item {
        let text = format!("A quiet day.{}", "\n".repeat(UNDER_WAY / 3));
        Item::Article(Box::new(Article { id: format!("a{number}"), text, ..Article::default() }))
    }

    #[test]
    fn few_articles_are_under_way_and_come_in_order() {
        let asked = AtomicUsize::new(0);
        let mut out = Watch { asked: &asked, seen: Vec::new(), text: Vec::new() };
        let most = 3 * rayon::current_num_threads() + 1 + WAITING + 1;
        let articles = (0..most + 7).map(|number| {
            asked.store(number + 1, Ordering::SeqCst);
            Ok(article(number))
        });
        extract(articles, ALL, &mut |_| unreachable!(), &mut out).unwrap();
        assert!(out.seen[0] <= most, "{:?}", out.seen);
        let ids: Vec<String> = out
            .text
            .split(|byte| *byte == b'\n')
            .filter_map(|line| serde_json::from_slice::<Record>(line).ok())
            .filter(|record| matches!(record, Record::Article(_)))
            .map(|record| record.article().to_owned())
            .collect();
        let wanted: Vec<String> = (0..most + 7).map(|number| format!("a{number}")).collect();
        assert_eq!(ids, wanted);
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_is_written() {
        let bad = || Item::Skipped(Skipped { place: "x:2".to_owned(), reason: "bad".to_owned() });
        let (mut out, mut skipped) = (Vec::new(), Vec::new());
        let items = [article(0), bad(), article(1)].map(Ok);
        extract(items.into_iter(), ALL, &mut |one| skipped.push(one.place), &mut out).unwrap();
        assert_eq!(skipped, ["x:2"]);
        assert_eq!(String::from_utf8(out).unwrap().matches("\"kind\":\"article\"").count(), 2);
    }
}
