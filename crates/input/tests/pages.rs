//! One invented story as a dozen and a half sites would show it: title, outlet, date and body of each, and nothing
//! of what stands around.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{fs, path::Path};

use factcheck_core::{article::Article, span::Span};
use factcheck_input::load;
use insta::assert_snapshot as snap;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"))
}

fn read(name: &str) -> Article {
    let mut loaded = load(&[folder().join(name)], &mut std::io::empty(), None).unwrap();
    assert!(loaded.skipped.is_empty(), "{name}: {:?}", loaded.skipped);
    loaded.articles.remove(0)
}

/// The lines of an article without its furniture.
fn lines(article: &Article) -> Vec<String> {
    let mut text = article.text.clone();
    for piece in article.furniture.iter().rev() {
        let Span { start, end } = piece.span;
        text.replace_range(start as usize..end as usize, "");
    }
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What a page says of itself, and what its text has more (+) or less (-) than the story.
fn compare(name: &str) -> String {
    let (article, story) = (read(name), lines(&read("story.txt")));
    let own = lines(&article);
    let more = own.iter().filter(|line| !story.contains(line)).map(|line| format!("+ {line}"));
    let less = story.iter().filter(|line| !own.contains(line)).map(|line| format!("- {line}"));
    let stamp = |stamp: Option<_>| {
        stamp.map_or("-".to_owned(), |stamp: factcheck_core::stamp::Stamp| stamp.to_string())
    };
    let headline = article.headline.map_or("-", |span| span.of(&article.text));
    assert_eq!(headline, story[0], "{name}");
    let head = format!(
        "{} | {} | {} | {}",
        article.source,
        stamp(article.published),
        stamp(article.updated),
        article.url
    );
    [head].into_iter().chain(more).chain(less).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != "story.txt");
    names.sort();
    let shown: Vec<String> = names.iter().map(|name| format!("{name}: {}", compare(name))).collect();
    snap!(shown.join("\n"), @"
    amp.html: Dock Mail | 2024-03-05T06:00:00Z | - | https://dockmail.example/a/ravel
    br_paragraphs.html: Basin Bulletin | 2024-03-05 | - | 
    broken_1252.html: Pier & Quay | 2024-03-05 | - | 
    data_table.html: Ledger Data | 2024-03-05 | - | 
    + Month | Containers
    + February 2023 | 6,400
    + February 2024 | 5,120
    + Three cranes are under water.
    + Four workers died.
    donation.html: Open Dock | 2024-03-05 | - | 
    hashed_classes.html: Tidings | 2024-03-05T12:00:00Z | - | https://tidings.example/2024/mar/05/ravel
    live_blog.html: Quayside Live | 2024-03-05T09:05:00Z | 2024-03-05T11:40:00Z | 
    logo_heading.html: Tarn Post | 2024-03-05T16:45:00+01:00 | - | 
    microdata.html: Neva Lantern | 2024-03-05T10:00:00+01:00 | - | 
    news_graph.html: The Ravel Courier | 2024-03-05T08:30:00+01:00 | 2024-03-05T11:00:00+01:00 | https://courier.example/harbour/ravel-reopens
    newsletter.html: Salt and Steel | 2024-03-05T14:00:00Z | - | https://roth.example/p/ravel
    old_table.html: The Harbour Ledger | 2024-03-05 | - | 
    paywall_stub.html: Meridian Finance | 2024-03-05 | - | 
    - The port handled 5,120 containers in February 2024, down from 6,400 in the same month a year earlier, according to its own figures.
    - Repairs will cost 42 million euros and take until 30 September 2024, the regional government said.
    - About 1,300 people work at the harbour, which opened in 1912 and was last closed in 1987.
    - Twelve ships waited outside the basin on Monday; seven of them were sent on to Tarn.
    - The regional council meets on 12 March 2024 to vote on emergency aid of 9 million euros.
    press_release.html: Region of Ravel | 2024-03-05T09:00:00+01:00 | - | 
    tabloid.html: Daily Gull | 2024-03-05T05:12:00Z | - | 
    wire_copy.html: lodestar.example | 2024-03-05 | - | https://www.lodestar.example/wire/2024/03/05/ravel-harbour.html
    wordpress.html: Ravel Free Press | 2024-03-05T07:30:00Z | 2024-03-06T09:00:00Z | https://freepress.example/2024/03/05/ravel-harbour/
    ");
}
