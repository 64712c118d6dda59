//! What stands around an article yields no claim and no event, whatever numbers and dates it has: pages and texts with
//! ten kinds of it give the same claims and events as the article alone.

mod common;

use std::{collections::BTreeSet, fs, path::Path};

use common::{root, stdout};
use serde_json::Value;

const HEADLINE: &str = "Storm closes the harbour of Ravel";

const ARTICLE: [&str; 5] = [
    "RAVEL, March 5 (Lodestar) — A storm threw three cranes into the harbour on Sunday and killed four dock workers, the port said.",
    "The port handled 5,120 containers in February 2024, a fifth less than a year earlier, according to its own figures.",
    "Twelve ships waited outside the basin on Monday; seven of them were sent on to Tarn.",
    "About 1,300 people work at the harbour, which opened in 1912 and was last closed in 1987.",
    "The regional council meets on 12 March 2024 to vote on emergency aid of 9 million euros.",
];

/// Where a piece stands: above the text, inside it, or under it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Above,
    Inside,
    Under,
}
use Place::{Above, Inside, Under};

/// A kind of furniture, where it stands, its lines, and as a page writes it.
struct Piece(&'static str, Place, &'static [&'static str], &'static str);

const PIECES: [Piece; 24] = [
    Piece(
        "ticker",
        Above,
        &["FTSE 100 7,682.50 ▲ 0.43% | Dow 38,654.42 ▼ 0.71% | Brent $83.10 ▲ 1.2%"],
        "<div class=ticker>FTSE 100 7,682.50 <b>+0.43%</b> Dow 38,654.42 <b>-0.71%</b></div>",
    ),
    Piece(
        "ticker",
        Above,
        &["Gold $2,043.10 +0.4%  Silver $23.15 −1.2%  Copper $3.87 +2.0%"],
        "<ul class='market-ticker'><li>Gold $2,043.10 ▲ 0.4%<li>Silver $23.15 ▼ 1.2%</ul>",
    ),
    Piece(
        "byline",
        Above,
        &["By Ada Stone and Bo Dyk, 14 May 2019"],
        "<p class=byline>By Ada Stone and Bo Dyk, 14 May 2019</p>",
    ),
    Piece(
        "byline",
        Under,
        &["(Reporting by Ada Stone in Ravel; Editing by Bo Dyk)"],
        "<p>(Reporting by Ada Stone in Ravel; Editing by Bo Dyk)</p>",
    ),
    Piece(
        "stamp",
        Above,
        &["Published 14 May 2019 at 07:31 GMT"],
        "<p><time datetime=2024-03-05>Published 14 May 2019 at 07:31 GMT</time></p>",
    ),
    Piece("stamp", Above, &["Updated 35 minutes ago"], "<p class=meta>Updated 35 minutes ago</p>"),
    Piece("live stamp", Inside, &["11:40 GMT"], "<p><time>11:40 GMT</time></p>"),
    Piece("live stamp", Inside, &["2h ago"], "<span class=when>2h ago</span>"),
    Piece(
        "share",
        Above,
        &["Share 1,204 Tweet 310 Email Print"],
        "<div class=share-bar><a>Share</a> 1,204 <a>Tweet</a> 310</div>",
    ),
    Piece(
        "share",
        Under,
        &["Facebook", "Twitter", "12,480 shares"],
        "<ul><li><a href=f>Facebook 312</a><li><a href=t>Twitter 98</a></ul>",
    ),
    Piece(
        "credit",
        Inside,
        &[
            "Cranes in the harbour of Ravel, where 77 people worked on 4 May 2019. Photo: Ada Stone/Quay Pictures",
        ],
        "<figure><img src=a.jpg><figcaption>Cranes where 77 people worked on 4 May 2019. Photo: Ada Stone</figcaption></figure>",
    ),
    Piece(
        "credit",
        Above,
        &["FILE PHOTO: Cranes stand in the harbour of Ravel, May 4, 2019. REUTERS/Ada Stone"],
        "<p>FILE PHOTO: Cranes stand in the harbour of Ravel, May 4, 2019. REUTERS/Ada Stone</p>",
    ),
    Piece(
        "subscription",
        Inside,
        &["Sign up for our daily briefing: 365 mornings of news for $48 a year"],
        "<div class='newsletter-signup'><p>Join 48,000 readers of our daily briefing.</p></div>",
    ),
    Piece(
        "subscription",
        Under,
        &["Subscribe now and get 12 weeks for $1"],
        "<p>Subscribe now and get 12 weeks for $1</p>",
    ),
    Piece(
        "donation",
        Under,
        &[
            "Before you go, we have a favour to ask.",
            "Last year 21,000 readers gave us $3 million, and 600 of our reports were paid for by them.",
            "If you can, please support our journalism with a monthly gift of just $5.",
        ],
        "<section class=donate><p>Last year 21,000 readers gave us $3 million.</p><p>Please give $5 a month.</p></section>",
    ),
    Piece(
        "donation",
        Under,
        &["We are funded by 21,000 readers. Donate $5 today and keep our journalism free for you."],
        "<p>We are funded by 21,000 readers. Donate $5 today and keep our journalism free for you.</p>",
    ),
    Piece(
        "related",
        Inside,
        &["Read more: Harbour fire kills 31 people in Tarn"],
        "<p><a href=x>Read more: Harbour fire kills 31 people in Tarn</a></p>",
    ),
    Piece(
        "related",
        Under,
        &[
            "Related articles",
            "Harbour fire kills 31 people in Tarn",
            "Exports of Tarn fell 17 percent in 2019",
        ],
        "<aside><h3>Related articles</h3><ul><li><a href=x>Harbour fire kills 31 people in Tarn</a><li><a href=y>Exports of Tarn fell 17 percent in 2019</a></ul></aside>",
    ),
    Piece(
        "related",
        Under,
        &[
            "Most read",
            "1. Tarn counts 31 dead after harbour fire",
            "2. Exports of Tarn fell 17 percent in 2019",
        ],
        "<div class='most-read'><ol><li><a href=x>Tarn counts 31 dead after fire</a><li><a href=y>Exports of Tarn fell 17 percent</a></ol></div>",
    ),
    Piece(
        "navigation",
        Under,
        &["Back to top", "© 2019 The Quay. All rights reserved."],
        "<footer>© 2019 The Quay, 12 Dock Road. Founded in 1887.</footer>",
    ),
    Piece(
        "navigation",
        Inside,
        &["Story continues below advertisement"],
        "<div class=ad>Win 1 of 500 cruises by 30 June 2019</div>",
    ),
    Piece(
        "comments",
        Under,
        &[
            "34 comments",
            "dockhand_99, 3 March 2024 at 10:12",
            "They told us that 500 people died there in 2011.",
            "Reply 12 Like 45",
            "Marta V., 2 days ago",
            "I paid 900 euros for my berth last year.",
            "Reply Report",
        ],
        "<div id=comments><h3>34 comments</h3><p>They told us that 500 people died there in 2011.</p><p>I paid 900 euros for my berth last year.</p></div>",
    ),
    Piece(
        "comments",
        Under,
        &["Readers’ comments", "I paid 900 euros for my berth last year.", "Reply"],
        "<section class=comments><p>500 people died there in 2011.</p></section>",
    ),
    Piece("dateline", Inside, &["RAVEL, March 5 (Lodestar) —"], "<p>RAVEL, March 5 (Lodestar) —</p>"),
];

/// The text of the article with pieces around and inside it.
fn text(pieces: &[&Piece]) -> String {
    let at = |place: Place| {
        pieces.iter().filter(move |piece| piece.1 == place).flat_map(|piece| piece.2.iter().copied())
    };
    let lines = at(Above).chain([HEADLINE]).chain(ARTICLE[..2].iter().copied());
    let lines = lines.chain(at(Inside)).chain(ARTICLE[2..].iter().copied()).chain(at(Under));
    lines.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The page of the article with pieces around and inside it.
fn page(pieces: &[&Piece]) -> String {
    let at = |place: Place| {
        pieces.iter().filter(|piece| piece.1 == place).map(|piece| piece.3).collect::<String>()
    };
    let marked = |lines: &[&str]| lines.iter().flat_map(|line| ["<p>", line, "</p>"]).collect::<String>();
    format!(
        "<!doctype html><html lang=en><head><title>{HEADLINE} | The Quay</title><meta property='og:site_name' content='The Quay'></head>\
         <body>{}<article><h1>{HEADLINE}</h1>{}{}{}{}</article></body></html>",
        at(Above),
        marked(&ARTICLE[..2]),
        at(Inside),
        marked(&ARTICLE[2..]),
        at(Under)
    )
}

/// The claims and events of a file, without their places.
fn read(folder: &Path, name: &str, content: &str) -> BTreeSet<String> {
    let path = folder.join(name);
    fs::write(&path, content).expect("written");
    let lines = stdout(&["extract", &path.to_string_lossy(), "--only", "claims,events", "--quiet"]);
    let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let told = records.filter(|record| record["kind"] != "article");
    told.map(|record| format!("{} {} in {}", record["kind"], record["quote"], record["sentence"])).collect()
}

/// What a file tells more or less than the article alone.
fn wrong(told: &BTreeSet<String>, article: &BTreeSet<String>) -> Vec<String> {
    let more = told.difference(article).map(|one| format!("+ {one}"));
    more.chain(article.difference(told).map(|one| format!("- {one}"))).collect()
}

#[test]
fn ten_kinds_of_furniture_tell_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let kinds: BTreeSet<&str> = PIECES.iter().map(|piece| piece.0).collect();
    assert!(kinds.len() >= 10, "{kinds:?}");
    let text_alone = read(folder.path(), "a.txt", &text(&[]));
    let page_alone = read(folder.path(), "a.html", &page(&[]));
    assert!(text_alone.len() > 10 && wrong(&page_alone, &text_alone).is_empty(), "{text_alone:?}");
    let all: Vec<&Piece> = PIECES.iter().collect();
    let each = PIECES.iter().map(|piece| (piece.0, vec![piece]));
    let mut problems = Vec::new();
    for (kind, pieces) in each.chain([("all at once", all)]) {
        for (name, content) in [("b.txt", text(&pieces)), ("b.html", page(&pieces))] {
            let told = read(folder.path(), name, &content);
            problems
                .extend(wrong(&told, &text_alone).into_iter().map(|one| format!("{kind}, {name}: {one}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_furniture_of_real_articles_tells_nothing() {
    let shared = root().join("../shared");
    let Ok(gold) = fs::read_to_string(shared.join("gold/seeds.jsonl")) else {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("no gold of real articles: not tested");
        }
        return;
    };
    let records =
        stdout(&["extract", &shared.join("seeds").to_string_lossy(), "--only", "claims,events", "--quiet"]);
    let records: Vec<Value> = records.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let rows = gold.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let mut checked = 0;
    for row in rows.filter(|row| row["kind"] == "furniture") {
        let side = &row["sides"][0];
        let (source, quote) =
            (side["source"].as_str().expect("a source"), side["quote"].as_str().expect("a quote"));
        let of_source = records.iter().filter(|record| {
            record["file"]
                .as_str()
                .or(record["article"].as_str())
                .is_some_and(|file| file.starts_with(source))
        });
        for record in of_source {
            assert!(
                !record["sentence"].as_str().is_some_and(|sentence| sentence.contains(quote)),
                "{record}"
            );
        }
        checked += 1;
    }
    assert!(checked > 0, "no furniture in the gold");
}
