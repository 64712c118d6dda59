//! What a check was given, until all of each story is there. A small run is held; a large one waits on disk, where the
//! articles of a story lie on one of many shelves, so that a shelf at a time is enough to see whole stories.
//!
//! The files of the shelves have no name: they are gone with the process, however it ends.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, BufReader, BufWriter, Read, Seek, Write},
};

use factcheck_core::{
    article::Article,
    coverage::Skipped,
    record::{Record, Records},
};

/// So many bytes of text and records are held before they go to disk, where all that is read in them is held too: that takes a
/// hundred times the room of the texts, so that such a run stays below half a gigabyte.
const HELD: usize = 4 << 20;

/// So many where each story is forgotten when it was checked, as much as of findings.
const HELD_BRIEFLY: usize = 32 << 20;

/// A shelf of a terabyte of articles is some gigabytes.
const SHELVES: u16 = 256;

/// Each shelf writes so many bytes at a time.
const BUFFER: usize = 32 << 10;

/// A part of a piece gets so many bytes of room before it is there.
const PART: u64 = 1 << 20;

/// What an article or a record takes beside its text.
const OVERHEAD: usize = 1 << 10;

/// What one of its records takes, as text would.
const RECORD: usize = 32;

/// An article as it waits: its text, and the JSON of all else, which nobody looks into before the article is to be read.
#[derive(Debug)]
pub(crate) struct Sealed {
    rest: Vec<u8>,
    text: String,
    /// Whether `rest` tells of the text what it comes to.
    is_digested: bool,
}

impl Sealed {
    fn new(mut article: Article) -> io::Result<Self> {
        let text = std::mem::take(&mut article.text);
        let rest = serde_json::to_vec(&article)?;
        Ok(Self { rest, text, is_digested: !article.digest.is_empty() })
    }

    /// What tells the article from any other.
    pub(crate) fn parts(&self) -> [&[u8]; 2] {
        [&self.rest, if self.is_digested { b"" } else { self.text.as_bytes() }]
    }

    fn size(&self) -> usize {
        OVERHEAD + self.rest.len() + self.text.len()
    }

    fn open(self) -> io::Result<Article> {
        Ok(Article { text: self.text, ..serde_json::from_slice(&self.rest)? })
    }
}

/// An article, or a line of an earlier run.
#[derive(Debug)]
pub(crate) enum Piece {
    /// To be read yet.
    Article {
        /// Its story.
        story: String,
        /// All of it.
        sealed: Sealed,
    },
    /// Read already. Comes after the record of its article.
    Record(Box<Record>),
}

/// The articles of one story as they wait, some of them as records.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    /// Those that are to be read yet.
    pub(crate) articles: Vec<Sealed>,
    /// Those that were.
    pub(crate) records: Vec<Records>,
}

impl Waiting {
    /// About how many bytes it takes.
    pub(crate) fn size(&self) -> usize {
        let texts: usize = self.articles.iter().map(Sealed::size).sum();
        let lines = |records: &Records| {
            let Records { quantities, times, claims, events, .. } = records;
            quantities.len() + times.len() + claims.len() + events.len()
        };
        texts + self.records.iter().map(|records| OVERHEAD + RECORD * lines(records)).sum::<usize>()
    }

    /// The articles themselves.
    pub(crate) fn open(self) -> io::Result<Story> {
        let articles: io::Result<Vec<Article>> = self.articles.into_iter().map(Sealed::open).collect();
        Ok(Story { articles: articles?, records: self.records })
    }
}

/// The articles of one story, some of them as records.
#[derive(Debug)]
pub(crate) struct Story {
    /// Those that are to be read yet.
    pub(crate) articles: Vec<Article>,
    /// Those that were.
    pub(crate) records: Vec<Records>,
}

impl Story {
    /// Takes out articles of streams that are the same as another in all but id and address; with their reasons. The one
    /// that stays is the first by file and id, however they came.
    pub(crate) fn take_copies(&mut self) -> Vec<Skipped> {
        let texts = self.articles.iter().map(|article| (&article.digest, &article.file, &article.id));
        let records = self.records.iter().map(|Records { article, .. }| article);
        let records = records.map(|article| (&article.digest, &article.file, &article.id));
        let mut all: Vec<_> = texts.chain(records).filter(|(digest, ..)| !digest.is_empty()).collect();
        all.sort();
        let same = all.chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.split_first());
        let copies: BTreeMap<String, Skipped> = same
            .flat_map(|((_, first, _), copies)| {
                let reason = format!("the same as {first} in all but its id");
                copies.iter().map(move |(_, file, id)| {
                    ((*id).clone(), Skipped { place: (*file).clone(), reason: reason.clone() })
                })
            })
            .collect();
        self.articles.retain(|article| !copies.contains_key(&article.id));
        self.records.retain(|records| !copies.contains_key(&records.article.id));
        copies.into_values().collect()
    }
}

/// Pieces that wait.
#[derive(Debug)]
pub(crate) struct Spool {
    /// So many bytes are held.
    most: usize,
    held: Vec<Piece>,
    bytes: usize,
    articles: u64,
    shelves: Vec<BufWriter<File>>,
    /// The shelf of each article that came as records, by a hash of its id.
    places: HashMap<u64, u16>,
}

impl Spool {
    /// An empty one, for a run that keeps what it reads or forgets it.
    pub(crate) fn new(keeps: bool) -> Self {
        Self::holding(if keeps { HELD } else { HELD_BRIEFLY })
    }

    fn holding(most: usize) -> Self {
        Self { most, held: Vec::new(), bytes: 0, articles: 0, shelves: Vec::new(), places: HashMap::new() }
    }

    /// Puts a piece to the others of its story.
    pub(crate) fn add(&mut self, piece: Piece) -> io::Result<()> {
        self.articles += u64::from(matches!(piece, Piece::Article { .. }));
        if !self.shelves.is_empty() {
            return self.shelve(&piece);
        }
        self.bytes += piece.size();
        self.held.push(piece);
        if self.bytes > self.most {
            for _ in 0..SHELVES {
                self.shelves.push(BufWriter::with_capacity(BUFFER, tempfile::tempfile()?));
            }
            std::mem::take(&mut self.held).iter().try_for_each(|piece| self.shelve(piece))?;
        }
        Ok(())
    }

    fn shelve(&mut self, piece: &Piece) -> io::Result<()> {
        let number = match piece {
            Piece::Article { story, .. } => shelf_of(story),
            Piece::Record(record) => match &**record {
                Record::Article(article) => {
                    let number = shelf_of(&article.story);
                    self.places.insert(fingerprint(&article.id), number);
                    number
                }
                record => self.places.get(&fingerprint(record.article())).copied().unwrap_or_default(),
            },
        };
        if let Some(out) = self.shelves.get_mut(usize::from(number)) {
            piece.write(out)?;
        }
        Ok(())
    }

    /// How many articles are to be read yet.
    pub(crate) fn articles(&self) -> u64 {
        self.articles
    }

    /// Whether it is too much to be held.
    pub(crate) fn is_on_disk(&self) -> bool {
        !self.shelves.is_empty()
    }

    /// Whole stories, shelf by shelf, in no order that means anything; each shelf by the names of its stories.
    pub(crate) fn stories(self) -> impl Iterator<Item = io::Result<Vec<Waiting>>> {
        let held = (!self.held.is_empty()).then(|| Ok(group(self.held)));
        let shelves = self.shelves.into_iter().map(|shelf| {
            let mut file = shelf.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.rewind()?;
            let mut file = BufReader::with_capacity(1 << 20, file);
            let pieces: io::Result<Vec<Piece>> =
                std::iter::from_fn(|| Piece::read(&mut file).transpose()).collect();
            Ok(group(pieces?))
        });
        held.into_iter().chain(shelves)
    }
}

impl Piece {
    /// An article that is to wait.
    pub(crate) fn seal(article: Article) -> io::Result<Self> {
        Ok(Self::Article { story: article.story.clone(), sealed: Sealed::new(article)? })
    }

    /// Writes it to a shelf: what it is, and its parts behind their lengths.
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Article { story, sealed } => {
                out.write_all(&[if sealed.is_digested { DIGESTED } else { ARTICLE }])?;
                put(story.as_bytes(), out)?;
                put(&sealed.rest, out)?;
                put(sealed.text.as_bytes(), out)
            }
            Self::Record(record) => {
                out.write_all(&[RECORDED])?;
                put(&serde_json::to_vec(record)?, out)
            }
        }
    }

    /// The next of a shelf; nothing at its end.
    fn read(file: &mut impl Read) -> io::Result<Option<Self>> {
        let mut what = [0];
        if file.read(&mut what)? == 0 {
            return Ok(None);
        }
        if what == [RECORDED] {
            return Ok(Some(Self::Record(serde_json::from_slice(&take(file)?)?)));
        }
        let text = |bytes| String::from_utf8(bytes).map_err(io::Error::other);
        let (story, rest, is_digested) = (text(take(file)?)?, take(file)?, what == [DIGESTED]);
        let sealed = Sealed { rest, text: text(take(file)?)?, is_digested };
        Ok(Some(Self::Article { story, sealed }))
    }

    /// The story, where the piece says it: records that follow that of their article do not.
    pub(crate) fn story(&self) -> Option<&str> {
        match self {
            Self::Article { story, .. } => Some(story),
            Self::Record(record) => match &**record {
                Record::Article(article) => Some(&article.story),
                _ => None,
            },
        }
    }

    /// About how many bytes it takes.
    pub(crate) fn size(&self) -> usize {
        if let Self::Article { sealed, .. } = self { sealed.size() } else { OVERHEAD }
    }
}

/// What a piece on a shelf begins with.
const RECORDED: u8 = 0;
const ARTICLE: u8 = 1;
const DIGESTED: u8 = 2;

/// Writes a part of a piece, behind its length.
fn put(part: &[u8], out: &mut impl Write) -> io::Result<()> {
    out.write_all(&(part.len() as u64).to_le_bytes())?;
    out.write_all(part)
}

/// Reads a part of a piece.
fn take(file: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    file.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(PART)).unwrap_or_default());
    if file.take(length).read_to_end(&mut bytes)? as u64 == length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// A number for a name, the same in every run.
pub(crate) fn fingerprint(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

fn shelf_of(story: &str) -> u16 {
    u16::try_from(fingerprint(story) % u64::from(SHELVES)).unwrap_or_default()
}

/// The stories of some pieces, by name.
pub(crate) fn group(pieces: Vec<Piece>) -> Vec<Waiting> {
    let mut stories: BTreeMap<String, Waiting> = BTreeMap::new();
    // Where the records of an article are.
    let mut places: HashMap<String, (String, usize)> = HashMap::new();
    for piece in pieces {
        match piece {
            Piece::Article { story, sealed } => stories.entry(story).or_default().articles.push(sealed),
            Piece::Record(record) => match *record {
                Record::Article(article) => {
                    let story = stories.entry(article.story.clone()).or_default();
                    places.insert(article.id.clone(), (article.story.clone(), story.records.len()));
                    story.records.push(Records::new(*article));
                }
                record => {
                    let place = places.get(record.article());
                    let records = place.and_then(|(story, at)| stories.get_mut(story)?.records.get_mut(*at));
                    if let Some(records) = records {
                        // Only an article record is ever given back.
                        let _ = records.push(record);
                    }
                }
            },
        }
    }
    stories.into_values().collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn stories_are_whole_whether_held_or_on_disk() {
        let shown = |most| {
            let mut spool = Spool::holding(most);
            for number in 0..1000 {
                let article = Article {
                    id: format!("a{number}"),
                    story: format!("s{}", number % 300),
                    text: "Ten homes burned.\nNobody was hurt.".to_owned(),
                    ..Article::default()
                };
                spool.add(Piece::seal(article).unwrap()).unwrap();
            }
            assert_eq!(spool.is_on_disk(), most == 5000);
            let stories = spool.stories().flat_map(Result::unwrap).map(|story| story.open().unwrap());
            let mut shown: Vec<String> = stories
                .map(|story| {
                    let ids: Vec<String> = story.articles.iter().map(|article| article.id.clone()).collect();
                    assert!(story.articles.iter().all(|article| article.story == story.articles[0].story));
                    ids.join(" ")
                })
                .collect();
            shown.sort();
            shown
        };
        assert_eq!(shown(5000), shown(10_000_000));
        assert_eq!(shown(5000).len(), 300);
    }
}
