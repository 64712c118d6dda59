//! Inputs that were made to break a reader: each is named, and costs no more than its bound.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    fmt::Write as _,
    fs,
    io::{Cursor, Read, Write},
};

use factcheck_input::load;
use flate2::{Compression, write::GzEncoder};
use insta::assert_snapshot as snap;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What a stream comes to, an article or message a line.
fn of(bytes: &[u8]) -> String {
    let loaded = load(&["-".into()], &mut Cursor::new(bytes), None).unwrap();
    let mut shown = String::new();
    for article in loaded.articles {
        writeln!(shown, "{} | {:?}", article.id, article.text).unwrap();
    }
    for skipped in loaded.skipped {
        writeln!(shown, "{}: {}", skipped.place, skipped.reason).unwrap();
    }
    shown
}

/// A zip archive with these files in it, each so many blanks longer.
fn zipped(files: &[(&str, &str, usize)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text, blanks) in files {
        // As OpenDocument wants it.
        let stored = packed.compression_method(CompressionMethod::Stored);
        writer.start_file(*name, if *name == "mimetype" { stored } else { packed }).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.write_all(&vec![b' '; *blanks]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A frame of blocks that each repeat one byte: four bytes make 128 KiB.
fn zstd_bomb(blocks: usize) -> Vec<u8> {
    let (repeat, size, window) = (1u32, 128u32 << 10, 7 << 3);
    let mut bytes = vec![0x28, 0xB5, 0x2F, 0xFD, 0, window];
    for block in 1..=blocks {
        let header = size << 3 | repeat << 1 | u32::from(block == blocks);
        bytes.extend(&header.to_le_bytes()[..3]);
        bytes.push(b' ');
    }
    bytes
}

#[test]
fn bombs_of_every_packing() {
    snap!(of(&zstd_bomb(8000)), @"<stdin>: its zstd data unpack to more than 200 times their size; the rest is not read");
    let draft = "<w:document><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>";
    snap!(of(&zipped(&[("word/document.xml", draft, 65 << 20)])), @"<stdin>: its word/document.xml unpacks to more than 64 MiB, which is no article");
    let kind = ("mimetype", "application/vnd.oasis.opendocument.text", 0);
    let odt = of(&zipped(&[kind, ("content.xml", "<a/>", 65 << 20)]));
    snap!(odt, @"<stdin>: its content.xml unpacks to more than 64 MiB, which is no article");
    // What is not asked for is not unpacked.
    snap!(of(&zipped(&[("word/media/a.png", "", 65 << 20), ("word/document.xml", draft, 0)])), @r#"<stdin> | "One.\n""#);
    // A page of an archive that its server packed.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&vec![b' '; 65 << 20]).unwrap();
    let page = encoder.finish().unwrap();
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
    let length = http.len() + page.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n\r\n{http}"
    );
    snap!(of(&[head.as_bytes(), &page].concat()), @"stdin#1: unpacks to more than 64 MiB, which is no article; the record is skipped");
}

/// Nothing is written anywhere: a path of an archive is only compared.
#[test]
fn paths_that_lead_out_of_an_archive() {
    let draft = "<w:document><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>";
    snap!(of(&zipped(&[("../word/document.xml", draft, 0), ("/word/document.xml", draft, 0)])), @"<stdin>: not a Word document: it has no word/document.xml");
    snap!(of(&zipped(&[("../../etc/passwd", "x", 0), ("word/document.xml", draft, 0)])), @r#"<stdin> | "One.\n""#);
}

#[test]
fn entities_that_stand_for_a_billion() {
    let mut entities = String::from("<!ENTITY a0 \"ten cranes \">");
    for level in 1..10 {
        let before = format!("&a{};", level - 1).repeat(10);
        write!(entities, "<!ENTITY a{level} \"{before}\">").unwrap();
    }
    let feed = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [{entities}]><rss><channel><item><title>Cranes</title>\
         <description>One. &a9; Two.</description></item></channel></rss>"
    );
    snap!(of(feed.as_bytes()), @r#"stdin#1 | "One. &a9; Two.""#);
    let draft =
        format!("<!DOCTYPE w [{entities}]><w:document><w:p><w:t>One. &a9; Two.</w:t></w:p></w:document>");
    snap!(of(&zipped(&[("word/document.xml", &draft, 0)])), @r#"<stdin> | "One. &a9; Two.\n""#);
}

#[test]
fn more_lines_than_any_article() {
    snap!(of("a\n".repeat(10_000_000).as_bytes()), @"<stdin>: more than 250000 lines, which is no article; it is skipped");
    let blank = format!("One.{}Two.", "\n".repeat(10_000_000));
    assert_eq!(load(&["-".into()], &mut blank.as_bytes(), None).unwrap().articles.len(), 1);
}

/// Each folder has links to all the others, and one above itself.
#[cfg(unix)]
#[test]
fn folders_that_link_to_each_other() {
    use std::os::unix::fs::symlink;

    let root = tempfile::tempdir().unwrap();
    for from in 0..12 {
        let folder = root.path().join(format!("f{from}"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("a.txt"), format!("Article {from}.")).unwrap();
        symlink("../..", folder.join("above")).unwrap();
        for to in 0..12 {
            symlink(format!("../f{to}"), folder.join(format!("to{to}"))).unwrap();
        }
    }
    let loaded = load(&[root.path().to_owned()], &mut std::io::empty(), None).unwrap();
    assert_eq!((loaded.articles.len(), loaded.left_out.len(), loaded.skipped.len()), (12, 12 * 13, 0));
}

/// A minute or more: `cargo test -p factcheck-input --test hostile -- --ignored`.
#[test]
#[ignore = "ten million articles"]
fn a_stream_of_ten_million_lines() {
    let mut stream = std::io::BufReader::new(Lines { number: 0, line: Cursor::default() });
    let items = factcheck_input::Articles::new(&["-".into()], &mut stream, None).unwrap();
    assert_eq!(items.map(Result::unwrap).count(), MANY as usize);
}

const MANY: u32 = 10_000_000;

/// Articles, each with a number.
struct Lines {
    number: u32,
    line: Cursor<Vec<u8>>,
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.line.read(buffer)?;
        if length > 0 || self.number == MANY {
            return Ok(length);
        }
        self.number += 1;
        self.line = Cursor::new(format!("{{\"text\":\"Crane {} fell.\"}}\n", self.number).into_bytes());
        self.line.read(buffer)
    }
}
