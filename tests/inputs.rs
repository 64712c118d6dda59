//! One story in every form that an input can have gives the same findings under the same ids.

mod common;

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use common::findings;
use serde_json::json;

/// Two reports of the same night that cannot both hold.
const ARTICLES: [(&str, &str, &str, [&str; 3]); 2] = [
    (
        "The Quay",
        "2024-03-05T08:00:00+01:00",
        "Cranes fall into Ravel harbour",
        [
            "A storm threw three cranes into the harbour of Ravel on Sunday and killed four dock workers, the port said.",
            "The port of Ravel handled 5,120 containers in February 2024, according to its own figures.",
            "The regional council meets on 12 March 2024 to vote on emergency aid of 9 million euros.",
        ],
    ),
    (
        "Pier Daily",
        "2024-03-05T10:00:00+01:00",
        "Ravel counts the cost of its cranes",
        [
            "A storm threw three cranes into the harbour of Ravel on Sunday and killed four dock workers, officials said.",
            "The port of Ravel handled 7,480 containers in February 2024, its director told reporters on the quay.",
            "The regional council meets on 14 March 2024 to vote on emergency aid of 9 million euros.",
        ],
    ),
];

/// The paragraphs with their marks.
fn marked(paragraphs: &[&str]) -> String {
    paragraphs.iter().flat_map(|paragraph| ["<p>", paragraph, "</p>"]).collect()
}

fn page(outlet: &str, published: &str, title: &str, paragraphs: &[&str]) -> String {
    let body = marked(paragraphs);
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title} | {outlet}</title><meta property=\"og:site_name\" content=\"{outlet}\">\
         <meta property=\"article:published_time\" content=\"{published}\"></head><body><nav><a href=\"/\">Markets up 3 percent</a></nav>\
         <article><h1>{title}</h1>{body}</article><footer>Copyright 2024</footer></body></html>"
    )
}

fn record(url: &str, page: &str) -> String {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n\
         Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

/// Writes the articles in each form, a folder each, called alike since the story is part of an id.
fn write(root: &Path) -> Vec<std::path::PathBuf> {
    let mut forms: Vec<(&str, Vec<(String, String)>)> = Vec::new();
    let (mut text, mut front, mut html, mut lines) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    let (mut ninjs, mut warc, mut rss, mut csv) =
        (Vec::new(), String::new(), String::new(), "published,source,title,story,text\n".to_owned());
    let mut sources = "file,outlet,published\n".to_owned();
    for (number, (outlet, published, title, paragraphs)) in ARTICLES.iter().enumerate() {
        let body = paragraphs.join("\n\n");
        let whole = format!("{title}\n\n{body}\n");
        text.push((format!("{number}.txt"), whole.clone()));
        writeln!(sources, "{number}.txt,{outlet},{published}").expect("a string");
        front.push((
            format!("{number}.txt"),
            format!("---\noutlet: {outlet}\ndate: {published}\n---\n{whole}"),
        ));
        html.push((format!("{number}.html"), page(outlet, published, title, paragraphs)));
        let line =
            json!({ "source": outlet, "published": published, "title": title, "text": body, "story": "s" });
        writeln!(lines, "{line}").expect("a string");
        ninjs.push(
            json!({ "provider": outlet, "firstcreated": published, "headline": title, "body_text": body }),
        );
        warc.push_str(&record(
            &format!("https://{number}.example/a"),
            &page(outlet, published, title, paragraphs),
        ));
        writeln!(csv, "{published},{outlet},{title},s,\"{body}\"").expect("a string");
        let marked = marked(paragraphs);
        write!(rss, "<item><title>{title}</title><source>{outlet}</source><pubDate>{published}</pubDate><description><![CDATA[{marked}]]></description></item>").expect("a string");
    }
    text.push(("sources.csv".to_owned(), sources));
    forms.push(("text", text));
    forms.push(("front", front));
    forms.push(("html", html));
    forms.push(("warc", vec![("day.warc".to_owned(), warc)]));
    forms.push((
        "feed",
        vec![("feed.rss".to_owned(), format!("<rss><channel><title>All</title>{rss}</channel></rss>"))],
    ));
    let mut paths = Vec::new();
    for (form, files) in forms {
        let folder = root.join(form).join("s");
        fs::create_dir_all(&folder).expect("a folder");
        for (name, content) in files {
            fs::write(folder.join(name), content).expect("written");
        }
        paths.push(folder);
    }
    for (name, content) in [("day.jsonl", lines), ("day.csv", csv)] {
        fs::write(root.join(name), content).expect("written");
        paths.push(root.join(name));
    }
    let stories: Vec<_> = ninjs.into_iter().collect();
    let folder = root.join("ninjs").join("s");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("wire.json"), json!(stories).to_string()).expect("written");
    fs::write(folder.join("sources.csv"), "file,story\nwire.json,s\n").expect("written");
    paths.push(folder);
    paths
}

#[test]
fn every_form_of_a_story_gives_the_same_findings() {
    let root = tempfile::tempdir().expect("a folder");
    let mut first: Option<BTreeSet<String>> = None;
    for path in write(root.path()) {
        let ids: BTreeSet<String> = findings(&path)
            .iter()
            .map(|finding| format!("{} {} {}", finding["id"], finding["severity"], finding["message"]))
            .collect();
        let first = first.get_or_insert_with(|| ids.clone());
        assert!(first.len() > 2, "too few findings to tell: {first:?}");
        assert_eq!(*first, ids, "{}", path.display());
    }
}
