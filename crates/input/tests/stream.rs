//! Articles one after the other: each read when it is asked for, in order, and bad ones among them named where
//! they stand.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    cell::Cell,
    fs,
    io::{self, BufReader, Read},
};

use factcheck_input::{Articles, Error, Item};
use insta::assert_snapshot as snap;

fn show(item: Result<Item, Error>) -> String {
    match item {
        Ok(Item::Article(article)) => article.id,
        Ok(Item::Record(record)) => format!("record of {}", record.article()),
        Ok(Item::Skipped(skipped) | Item::LeftOut(skipped)) => {
            format!("({}: {})", skipped.place, skipped.reason)
        }
        Err(error) => format!("error: {error}"),
    }
}

fn all(articles: Articles<'_>) -> String {
    articles.map(show).collect::<Vec<_>>().join(", ")
}

/// Gives `text` in pieces of one byte, counts them, and fails at the end if told to.
struct Source<'a> {
    text: &'a [u8],
    read: &'a Cell<usize>,
    fails: bool,
}

impl Read for Source<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match (self.text.get(self.read.get()), buffer.first_mut()) {
            (Some(byte), Some(free)) => {
                *free = *byte;
                self.read.set(self.read.get() + 1);
                Ok(1)
            }
            (None, _) if self.fails => Err(io::Error::other("the line is dead")),
            _ => Ok(0),
        }
    }
}

#[test]
fn nothing_is_read_before_it_is_asked_for() {
    let text = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n";
    let read = Cell::new(0);
    let mut stdin = BufReader::new(Source { text: text.as_bytes(), read: &read, fails: false });
    let mut articles = Articles::new(&["-".into()], &mut stdin, None).unwrap();
    assert_eq!(read.get(), 0);
    snap!(show(articles.next().unwrap()), @"stdin#1");
    assert_eq!(read.get(), text.len() / 2);
    snap!(show(articles.next().unwrap()), @"stdin#2");
    assert!(articles.next().is_none());
}

#[test]
fn what_came_before_an_error_is_given_and_nothing_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let after = folder.path().join("after.txt");
    fs::write(&after, "After.").unwrap();
    let text = "{\"text\":\"One.\"}\n{\"text\":\n";
    let read = Cell::new(0);
    let mut stdin = BufReader::new(Source { text: text.as_bytes(), read: &read, fails: true });
    let articles = Articles::new(&["-".into(), after], &mut stdin, None).unwrap();
    snap!(all(articles), @"stdin#1, (<stdin>:2: column 8: EOF while parsing a value; the line is skipped), error: cannot read <stdin>: the line is dead");
}

#[test]
fn bad_items_are_named_where_they_stand_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.txt", "A.");
    write("b.txt", "b\0");
    write("c.txt", "C.");
    write("sources.csv", "file,outlet\nc.txt,Dock\nz.txt,Pier\n");
    write("more.jsonl", "{\"id\":\"d\",\"text\":\"D.\"}\n[]\n{\"id\":\"a.txt\",\"text\":\"E.\"}\n");
    let paths = [folder.path().to_owned(), folder.path().join("more.jsonl"), folder.path().join("a.txt")];
    let mut stdin = io::empty();
    let articles = Articles::new(&paths, &mut stdin, None).unwrap();
    let shown = all(articles).replace(&*folder.path().to_string_lossy(), "TMP");
    snap!(shown, @r#"a.txt, (b.txt: not a text file: it has zero bytes), c.txt, (TMP/sources.csv:3: z.txt: column file: no such file; the row is not used), (more.jsonl: no article by its name; listed in sources.csv or given itself it is read), d, (more.jsonl:2: not a JSON object; the line is skipped), (more.jsonl:3: the id "a.txt" is taken; the article is skipped)"#);
}

#[test]
fn a_path_that_does_not_exist_is_an_error_before_anything_is_read() {
    let read = Cell::new(0);
    let mut stdin = BufReader::new(Source { text: b"{\"text\":\"One.\"}", read: &read, fails: false });
    let error = Articles::new(&["-".into(), "no/such/file.txt".into()], &mut stdin, None).unwrap_err();
    snap!(error, @"no/such/file.txt: no such file or folder");
    assert_eq!(read.get(), 0);
}

#[test]
fn standard_input_is_read_once() {
    let mut stdin = "{\"text\":\"One.\"}".as_bytes();
    let articles = Articles::new(&["-".into(), "-".into()], &mut stdin, None).unwrap();
    snap!(all(articles), @"stdin#1");
}
