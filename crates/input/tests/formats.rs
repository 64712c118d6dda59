//! Every format: what it reads, how it is told from the others, and what is said of what cannot be read.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{Cursor, Write};

use factcheck_input::{formats, load};
use flate2::{Compression, write::GzEncoder};
use insta::assert_snapshot as snap;
use zip::{ZipWriter, write::SimpleFileOptions};

/// One article or message a line, of a stream.
fn of(bytes: &[u8], format: Option<&str>) -> String {
    let format = format.and_then(formats::named);
    let loaded = load(&["-".into()], &mut Cursor::new(bytes), format).unwrap();
    let articles = loaded.articles.iter().map(|a| {
        let stamp = |stamp: Option<_>| {
            stamp.map_or("-".into(), |stamp: factcheck_core::stamp::Stamp| stamp.to_string())
        };
        let [published, updated] = [a.published, a.updated].map(stamp);
        format!(
            "{} | {} | {} | {published} | {updated} | {} | {} | {:?}",
            a.id, a.story, a.source, a.title, a.url, a.text
        )
    });
    let skipped = loaded.skipped.iter().map(|s| format!("{}: {}", s.place, s.reason));
    articles.chain(skipped).collect::<Vec<_>>().join("\n")
}

fn s(text: &str) -> String {
    of(text.as_bytes(), None)
}

#[test]
fn what_an_input_is_shows_in_its_bytes() {
    snap!(s("Plain words.\n"), @r#"<stdin> |  |  | - | - |  |  | "Plain words.\n""#);
    snap!(s("\n\n  <!-- saved --><!DOCTYPE html><body><p>A page.</p>"), @r#"<stdin> |  |  | - | - |  |  | "A page.\n""#);
    snap!(s("<?xml version=\"1.0\"?><html xmlns=\"x\"><body><p>A page.</p></body></html>"), @r#"<stdin> |  |  | - | - |  |  | "A page.\n""#);
    snap!(s("<quote> is no page.\n"), @r#"<stdin> |  |  | - | - |  |  | "<quote> is no page.\n""#);
    snap!(s("[1] is a note.\n"), @r#"<stdin> |  |  | - | - |  |  | "[1] is a note.\n""#);
    snap!(s("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    stdin#2 |  |  | - | - |  |  | "Two."
    "#);
    snap!(s("[{\"text\":\"One.\"},\n{\"text\":\"Two.\"}]"), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    stdin#2 |  |  | - | - |  |  | "Two."
    "#);
    snap!(s("{\n  \"text\": \"One.\"\n}\n"), @r#"stdin#1 |  |  | - | - |  |  | "One.""#);
    snap!(s("# Two cranes\n\nThey **fell**.\n"), @r#"<stdin> |  |  | - | - |  |  | "Two cranes\n\nThey fell.\n""#);
    snap!(s("Title,Text\nA,One.\n"), @r#"stdin#2 |  |  | - | - | A |  | "One.""#);
    snap!(s("%PDF-1.7 and so on"), @"<stdin>: a PDF, which is not read: give its text, as pdftotext writes it");
    snap!(s("<?xml version=\"1.0\"?><urlset></urlset>"), @"<stdin>: XML that is neither a feed nor a page");
    // The user knows better.
    snap!(of(b"{\"text\":\"One.\"}\n", Some("text")), @r#"<stdin> |  |  | - | - |  |  | "{\"text\":\"One.\"}\n""#);
    snap!(of(b"# One", Some("text")), @r##"<stdin> |  |  | - | - |  |  | "# One""##);
}

#[test]
fn front_matter() {
    snap!(s("---\ntitle: \"Two cranes: fall\"\ndate: 2024-03-05\noutlet: The Quay # ours\nstory: harbour\nurl: https://a.example/1\ntags: [a, b]\n---\n\nThe wind was strong.\n"), @r#"<stdin> | harbour | The Quay | 2024-03-05 | - | Two cranes: fall | https://a.example/1 | "\n\n\n\n\n\n\n\n\nThe wind was strong.\n""#);
    snap!(s("---\r\ndate: soon\r\n...\r\nThe wind was strong.\r\n"), @r#"
    <stdin> |  |  | - | - |  |  | "\n\n\nThe wind was strong.\r\n"
    <stdin>: date: "soon" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the article is read without it
    "#);
    snap!(s("---\nNo pair here\n---\nText.\n"), @r#"<stdin> |  |  | - | - |  |  | "---\nNo pair here\n---\nText.\n""#);
    snap!(s("---\ntitle: never closed\n"), @r#"<stdin> |  |  | - | - |  |  | "---\ntitle: never closed\n""#);
    snap!(s("-----\ntitle: a\n-----\n"), @r#"<stdin> |  |  | - | - |  |  | "-----\ntitle: a\n-----\n""#);
    snap!(of(b"---\ntitle: 'It''s'\nupdated: 2024-03-06T08:00:00Z\n---\n# It *fell*\n\n| a | b |\n|---|---|\n", Some("markdown")), @r#"<stdin> |  |  | - | 2024-03-06T08:00:00Z | It's |  | "\n\n\n\nIt fell\n\na | b\n\n""#);
}

#[test]
fn json_and_ninjs() {
    snap!(s("[]"), @"");
    snap!(s("[{\"id\":\"a\",\"text\":\"One {\\\"}\"}, {\"text\":5}, {\"text\":\"Two.\",\"published\":\"soon\"}, 7]"), @r#"
    a |  |  | - | - |  |  | "One {\"}"
    stdin#3 |  |  | - | - |  |  | "Two."
    stdin#2: column 9: invalid type: integer `5`, expected a string; the object is skipped
    stdin#3: published: "soon" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the article is read without it
    <stdin>: no JSON object where one should begin, after 3; the rest is not read
    "#);
    snap!(s("[\n{\"text\":\"One.\""), @"stdin#1: column 14: EOF while parsing an object; the object is skipped");
    snap!(s("{\"uri\":\"tag:a\",\"type\":\"text\",\"headline\":\"Two cranes\",\"body_text\":\"They fell.\",\"versioncreated\":\"2024-03-06T08:00:00Z\",\"firstcreated\":\"2024-03-05T08:00:00Z\",\"provider\":\"The Quay\"}"), @r#"stdin#1 |  | The Quay | 2024-03-05T08:00:00Z | 2024-03-06T08:00:00Z | Two cranes |  | "They fell.""#);
    snap!(s("[{\"headlines\":[{\"value\":\"Two cranes\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>They</p><p>fell.</p>\"}],\"infosources\":[{\"name\":\"The Quay\"}],\"contentcreated\":\"2024-03-05T08:00:00Z\"}]"), @r#"stdin#1 |  | The Quay | 2024-03-05T08:00:00Z | - | Two cranes |  | "They\n\nfell.""#);
    snap!(s("{\"headline\":\"Two cranes\",\"body_xhtml\":\"\"}"), @"<stdin>:1: no text in it; the line is skipped");
}

#[test]
fn feeds() {
    let rss = r#"<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0" xmlns:content="c" xmlns:media="m"><channel><title>The Quay &amp; Dock</title><link>https://a.example/</link><image><title>Logo</title></image>
      <item><title>Two cranes</title><link>https://a.example/1</link><pubDate>Tue, 05 Mar 2024 08:30:00 +0100</pubDate><description>Short.</description><media:title>Photo</media:title><content:encoded><![CDATA[<p>They fell.</p><p>Caf&eacute; &amp; bar.</p>]]></content:encoded></item>
      <item><title>Empty</title></item><item><title>Three</title><guid>3</guid><description>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more.</description><source url="x">Pier</source></item></channel></rss>"#;
    snap!(s(rss), @r#"
    stdin#1 |  | The Quay & Dock | 2024-03-05T08:30:00+01:00 | - | Two cranes | https://a.example/1 | "They fell.\n\nCafé & bar."
    stdin#3 |  | Pier | - | - | Three |  | "Bold & more."
    stdin#2: no text in it; the entry is skipped
    "#);
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Quay &amp;amp; Dock</title><entry><title>Two cranes</title><link rel="self" href="https://a.example/x"/><link href="https://a.example/1?a=1&amp;b=2"/><updated>2024-03-05T08:30:00Z</updated><summary>Short a &lt; b.</summary><content type="xhtml"><div xmlns="x"><p>They <b>fell</b> &amp; broke.</p><p>Two.</p></div></content></entry><entry><title>B</title><published>2024-03-04</published><updated>2024-03-05</updated><content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>"#;
    snap!(s(atom), @r#"
    stdin#1 |  | Quay & Dock | 2024-03-05T08:30:00Z | 2024-03-05T08:30:00Z | Two cranes | https://a.example/1?a=1&b=2 | "They fell & broke.\n\nTwo."
    stdin#2 |  | Quay & Dock | 2024-03-04 | 2024-03-05 | B |  | "One."
    "#);
    snap!(s("<rss><channel><title>A</title></channel></rss>"), @"<stdin>: a feed without entries");
    snap!(s("<rss><channel><item><title>A</title><description>One.</description></item><item><title"), @r#"
    stdin#1 |  |  | - | - | A |  | "One."
    stdin#2: no text in it; the entry is skipped
    <stdin>: byte 80: syntax error: tag not closed: `>` not found before end of input; the rest is not read
    "#);
    snap!(s(&format!("<rss>{}", "<a>".repeat(1000))), @"<stdin>: more than 256 elements inside each other; the rest is not read");
}

#[test]
fn tables() {
    snap!(s("id,Text,published,outlet,story\na,\"One,\n\"\"two\"\".\",2024-03-05,The Quay,s\n\nb,Three.\nc,,,,\nd,Four.,soon,,\n"), @r#"
    a | s | The Quay | 2024-03-05 | - |  |  | "One,\n\"two\"."
    d |  |  | - | - |  |  | "Four."
    <stdin>:5: 2 columns instead of 5; the row is skipped
    <stdin>:6: no text in it; the row is skipped
    <stdin>:7: published: "soon" is not a date such as 2023-10-17 or 2023-10-17T09:30:00+02:00; the article is read without it
    "#);
    snap!(s("id;text\n1;One; two\n2;\"Three; four\"\n"), @r#"
    2 |  |  | - | - |  |  | "Three; four"
    <stdin>:2: 3 columns instead of 2; the row is skipped
    "#);
    snap!(of(b"id,body\n1,One\n", Some("csv")), @"<stdin>:1: no column `text` in the first line; the file is not used");
    snap!(of(b"\xEF\xBB\xBFid,text\n1,Caf\xE9\n", None), @r#"1 |  |  | - | - |  |  | "Café""#);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn packed_streams() {
    let one = b"{\"text\":\"One.\"}\n";
    let two = b"{\"text\":\"Two.\"}\n";
    snap!(of(&[gzip(one), gzip(two)].concat(), None), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    stdin#2 |  |  | - | - |  |  | "Two."
    "#);
    snap!(of(&[zstd(one), b"\x50\x2A\x4D\x18\x02\0\0\0xx".to_vec(), zstd(two)].concat(), None), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    stdin#2 |  |  | - | - |  |  | "Two."
    "#);
    snap!(of(&gzip(&zstd(&gzip(one))), None), @r#"stdin#1 |  |  | - | - |  |  | "One.""#);
    snap!(of(&gzip(&gzip(&gzip(&gzip(one)))), None), @"<stdin>: packed more than 3 times over; the rest is not read");
    let whole = gzip(&[one.as_slice(), two].concat());
    snap!(of(&whole[..whole.len() - 9], None), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    stdin#2 |  |  | - | - |  |  | "Two."
    <stdin>: damaged gzip data: incomplete deflate stream; the rest is not read
    "#);
    snap!(of(b"\x28\xB5\x2F\xFDnot so", None), @"<stdin>: damaged zstd data: Frame header specified dictionary id 0x746F that wasnt provided by add_dict() or reset_with_dict(); the rest is not read");
}

/// A gigabyte of blanks in a megabyte.
#[test]
fn bombs_are_named() {
    let blanks = vec![b' '; 1 << 20];
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(b"{\"text\":\"One.\"}\n").unwrap();
    for _ in 0..100 {
        encoder.write_all(&blanks).unwrap();
    }
    snap!(of(&encoder.finish().unwrap(), None), @r#"
    stdin#1 |  |  | - | - |  |  | "One."
    <stdin>: its gzip data unpack to more than 200 times their size; the rest is not read
    "#);
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer
            .start_file(
                *name,
                SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
            )
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn documents() {
    let docx = "<w:document><w:body><w:p><w:r><w:t>Two </w:t></w:r><w:r><w:t>cranes</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>They&#160;fell &amp; broke.</w:t><w:tab/><w:t>So.</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5,120</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    snap!(of(&zipped(&[("[Content_Types].xml", "<a/>"), ("word/document.xml", docx)]), None), @r#"<stdin> |  |  | - | - |  |  | "Two cranes\n\nThey fell & broke. So.\n\nPort | 5,120\n""#);
    let odt = "<office:document-content><office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Two cranes</text:h><text:p>They<text:s/>fell<text:note><text:p>a note</text:p></text:note> <text:span>down</text:span>.</text:p><table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>5,120</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>";
    snap!(of(&zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", odt)]), None), @r#"<stdin> |  |  | - | - |  |  | "Two cranes\n\nThey fell down.\n\nPort | 5,120\n""#);
    // A cell without text is a cell.
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let empty = "<w:tc><w:p/></w:tc>";
    let table = format!(
        "<w:document><w:tbl><w:tr>{empty}{}</w:tr><w:tr>{}{empty}</w:tr></w:tbl></w:document>",
        cell("2023"),
        cell("Boxes")
    );
    snap!(of(&zipped(&[("word/document.xml", &table)]), None), @r#"<stdin> |  |  | - | - |  |  | "| 2023\n\nBoxes |\n""#);
    snap!(of(&zipped(&[("xl/workbook.xml", "<a/>")]), None), @"<stdin>: not a Word document: it has no word/document.xml");
    snap!(of(b"PK\x03\x04 and no more", None), @"<stdin>: damaged zip data: invalid Zip archive: Could not find EOCD");
}

fn record(kind: &str, url: &str, block: &str) -> String {
    let content =
        if kind == "response" { "application/http; msgtype=response" } else { "application/warc-fields" };
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn page(headers: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n{body}")
}

#[test]
fn web_archives() {
    let body = "<html><head><title>Two cranes</title></head><body><h1>Two cranes</h1><p>They fell on the quay and broke in three parts each.</p></body></html>";
    let chunked =
        format!("{:x}\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", 40, &body[..40], body.len() - 40, &body[40..]);
    let archive = [
        record("warcinfo", "", "software: x\r\n"),
        record("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://a.example/2024/03/05/1", &page("", body)),
        record("response", "https://a.example/2", &page("Transfer-Encoding: chunked\r\n", &chunked)),
        record(
            "response",
            "https://a.example/3",
            "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved.</p>",
        ),
        record("response", "https://a.example/4", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
        record("response", "https://a.example/5", &page("Content-Encoding: br\r\n", "xxx")),
        record("response", "https://a.example/6", &page("", "<script>1</script>")),
    ]
    .concat();
    snap!(s(&archive), @r#"
    stdin#3 |  | a.example | 2024-03-05 | - |  | https://a.example/2024/03/05/1 | "Two cranes\n\nThey fell on the quay and broke in three parts each.\n"
    stdin#4 |  | a.example | - | - |  | https://a.example/2 | "Two cranes\n\nThey fell on the quay and broke in three parts each.\n"
    stdin#7: packed as br, which is not read; the record is skipped
    stdin#8: no text in the page; the record is skipped
    "#);
    // As archives are stored, each record is packed alone.
    let first = record("response", "https://a.example/1", &page("", body));
    let second = record("response", "https://a.example/2", &page("", &body.replace("three", "four")));
    snap!(of(&[gzip(first.as_bytes()), gzip(second.as_bytes())].concat(), None), @r#"
    stdin#1 |  | a.example | - | - |  | https://a.example/1 | "Two cranes\n\nThey fell on the quay and broke in three parts each.\n"
    stdin#2 |  | a.example | - | - |  | https://a.example/2 | "Two cranes\n\nThey fell on the quay and broke in four parts each.\n"
    "#);
    // A page that was fetched again.
    let again = record("response", "http://a.example/1?again", &page("", body));
    let loaded = load(&["-".into()], &mut [first.as_str(), &again].concat().as_bytes(), None).unwrap();
    assert!(loaded.articles.len() == 2 && loaded.articles[0].digest == loaded.articles[1].digest);
    snap!(s(&first[..first.len() - 60]), @"stdin#1: the archive ends inside of it; the record is skipped");
    snap!(s("WARC/1.0\r\nContent-Length: much\r\n\r\n"), @"stdin#1: not a WARC record; the rest is not read");
}
