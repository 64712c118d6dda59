//! Sixty pages in the shapes of sites: ways to tell title, outlet and date, crossed with ways to mark up a text, in
//! different encodings. Of at least 95 in 100 all of it is read right.

use std::fmt::Write;

use factcheck_core::article::Article;
use factcheck_input::load;

const TITLE: &str = "Ravel harbour reopens after cranes fall";
const OUTLET: &str = "The Quay";
const DAY: &str = "2024-03-05";

const TEXT: [&str; 6] = [
    "The harbour of Ravel reopened on Tuesday, two days after a storm threw three cranes into the main basin and killed four dock workers.",
    "“We lost friends, and we lost a quarter of our capacity,” said Ilse Maren, the port’s director, at a briefing on the quay.",
    "The port handled 5,120 containers in February 2024, down from 6,400 in the same month a year earlier, according to its figures.",
    "Repairs will cost 42 million euros and take until 30 September 2024, the regional government said after its meeting.",
    "Twelve ships waited outside the basin on Monday; seven of them were sent on to Tarn, where two berths are free.",
    "The regional council meets on 12 March 2024 to vote on emergency aid of 9 million euros for the families and the port.",
];

/// Ways of a head to say title, outlet and date, and what of it stands on the page itself.
const HEADS: [(&str, &str, &str); 12] = [
    (
        "open graph",
        "<title>{T} - {O}</title><meta property=og:title content='{T}'><meta property=og:site_name content='{O}'><meta property=article:published_time content='{D}T06:00:00Z'>",
        "<h1>{T}</h1>",
    ),
    (
        "news article",
        "<title>{T} | {O}</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"{T}\",\"datePublished\":\"{D}T06:00:00+01:00\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"{O}\"}}</script>",
        "<h1>{T}</h1>",
    ),
    (
        "graph",
        "<title>{T} – {O}</title><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"@id\":\"#w\",\"name\":\"{O}\"},{\"@type\":\"Article\",\"headline\":\"{T}\",\"datePublished\":\"{D}\",\"publisher\":{\"@id\":\"#w\"}}]}</script>",
        "<div class=title><h1>{T}</h1></div>",
    ),
    (
        "dublin core",
        "<title>{T}</title><meta name='DC.title' content='{T}'><meta name='DC.publisher' content='{O}'><meta name='DC.date.issued' content='{D}'>",
        "<h1>{T}</h1>",
    ),
    (
        "parsely",
        "<title>{T} | {O}</title><meta name=parsely-title content='{T}'><meta name=parsely-pub-date content='{D}T06:00:00Z'><meta property=og:site_name content='{O}'>",
        "<h1>{T}</h1>",
    ),
    (
        "microdata",
        "<title>{T}</title><meta name=application-name content='{O}'>",
        "<h1 itemprop=headline>{T}</h1><meta itemprop=datePublished content='{D}T06:00:00Z'>",
    ),
    (
        "time element",
        "<title>{T} | {O}</title><meta property=og:site_name content='{O}'>",
        "<h1>{T}</h1><p><time datetime='{D}T06:00'>Tuesday</time></p>",
    ),
    (
        "address",
        "<title>{T} | {O}</title><meta property=og:site_name content='{O}'><link rel=canonical href='https://quay.example/2024/03/05/ravel-harbour'>",
        "<h1>{T}</h1>",
    ),
    (
        "sailthru",
        "<title>{T} | {O}</title><meta name=sailthru.title content='{T}'><meta name=sailthru.date content='{D} 06:00:00'><meta property=og:site_name content='{O}'>",
        "<h1>{T}</h1>",
    ),
    (
        "two headings",
        "<title>{T} | {O}</title><meta property=og:title content='{T}'><meta property=og:site_name content='{O}'><meta name=date content='{D}'>",
        "<h1 class=logo>{O}</h1><h1 class=headline>{T}</h1>",
    ),
    (
        "no heading",
        "<title>{T} | {O}</title><meta property=og:site_name content='{O}'><meta property=og:title content='{T}'><meta name=pubdate content='{D}'>",
        "",
    ),
    (
        "report and list",
        "<title>{T}</title><script type=application/ld+json>[{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"Article\",\"headline\":\"Other\"}]},{\"@type\":[\"ReportageNewsArticle\"],\"headline\":\"{T}\",\"datePublished\":\"{D}\",\"publisher\":\"{O}\"}]</script>",
        "<h1><a href='#'>{T}</a></h1>",
    ),
];

/// Ways to mark up the paragraphs; `{P}` stands for them, each between `{` and `}` of the second text.
const BODIES: [(&str, &str, &str); 10] = [
    (
        "article",
        "<nav><a href=/>Home</a><a href=/w>World</a></nav><main><article>{H}{P}</article></main><footer>© 2024 {O}</footer>",
        "<p>{}</p>",
    ),
    (
        "divs",
        "<div id=page><div id=content>{H}<div class=text>{P}</div></div><div class=sidebar><ul><li><a href=1>Nine hurt in fire</a></ul></div></div>",
        "<div>{}</div>",
    ),
    (
        "article body",
        "<div>{H}</div><div itemprop=articleBody>{P}</div><div class=related><a href=1>Tarn votes</a></div>",
        "<p>{}</p>",
    ),
    ("line breaks", "<table><tr><td>{H}<div class=story>{P}</div></td></tr></table>", "{}<br><br>"),
    ("spans", "<main>{H}<section class=x1a>{P}</section></main>", "<p><span class=y2>{}</span></p>"),
    (
        "advertisements",
        "<article>{H}<div class=body>{P}</div></article>",
        "<p>{}</p><div class=ad>Win 1 of 500 cruises</div>",
    ),
    (
        "figures",
        "<article>{H}<figure><img src=a><figcaption>A crane. Photo: Ada Stone</figcaption></figure>{P}</article>",
        "<p>{}</p>",
    ),
    (
        "live blog",
        "<main>{H}<div class=liveblog>{P}</div></main>",
        "<article class=post><time>11:40</time><p>{}</p></article>",
    ),
    (
        "share and comments",
        "<div class=share-bar><a>Share</a><a>Tweet</a></div><article>{H}{P}</article><section class=comments><p>500 people died there, I say.</p></section>",
        "<p>{}</p>",
    ),
    (
        "text for machines",
        "<main>{H}<div id=app>Loading</div></main><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"{D}\",\"headline\":\"{T}\",\"publisher\":\"{O}\",\"articleBody\":\"{P}\"}</script>",
        "{}\\n",
    ),
];

/// How a page is written into bytes.
const CODINGS: [&str; 5] =
    ["utf-8", "utf-8 with mark", "utf-16 without mark", "utf-16 big without mark", "windows-1252"];

fn page(head: usize, body: usize, coding: &str) -> Vec<u8> {
    let (_, head, heading) = HEADS[head];
    let (_, body, paragraph) = BODIES[body];
    let text = TEXT.iter().map(|line| paragraph.replace("{}", line)).collect::<String>();
    let declared = if coding == "windows-1252" { "<meta charset=windows-1252>" } else { "" };
    let page =
        format!("<!doctype html><html lang=en><head>{declared}{head}</head><body>{body}</body></html>");
    let page = page.replace("{H}", heading).replace("{P}", &text);
    let page = page.replace("{T}", TITLE).replace("{O}", OUTLET).replace("{D}", DAY);
    match coding {
        "utf-8 with mark" => [b"\xEF\xBB\xBF", page.as_bytes()].concat(),
        "utf-16 without mark" => page.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16 big without mark" => page.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "windows-1252" => page.chars().map(byte).collect(),
        _ => page.into_bytes(),
    }
}

/// A character of the text in windows-1252.
fn byte(c: char) -> u8 {
    match c {
        '“' => 0x93,
        '”' => 0x94,
        '’' => 0x92,
        '–' => 0x96,
        c => u8::try_from(c).unwrap_or(b'?'),
    }
}

/// What of a page is not read right, "" where all is.
fn wrong(article: &Article) -> String {
    let mut text = article.text.clone();
    for piece in article.furniture.iter().rev() {
        text.replace_range(piece.span.start as usize..piece.span.end as usize, "");
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut wrong = String::new();
    let headline = article.headline.map_or(article.title.as_str(), |span| span.of(&article.text));
    let published = article.published.map(|stamp| stamp.date.to_string()).unwrap_or_default();
    for (what, found, right) in
        [("title", headline, TITLE), ("outlet", &article.source, OUTLET), ("date", &published, DAY)]
    {
        if found != right {
            let _ = write!(wrong, "{what} {found:?}; ");
        }
    }
    if lines.iter().filter(|line| **line != TITLE).ne(TEXT.iter()) {
        let _ = write!(wrong, "text {lines:?}");
    }
    wrong
}

#[test]
fn pages_in_the_shapes_of_sites() {
    let mut problems = Vec::new();
    let (mut all, mut right) = (0, 0);
    for (at, (head, ..)) in HEADS.iter().enumerate() {
        for (number, (body, ..)) in BODIES.iter().enumerate().filter(|(number, _)| (at + number) % 2 == 0) {
            let coding = CODINGS[(at + number / 2) % CODINGS.len()];
            let page = page(at, number, coding);
            let loaded = load(&["-".into()], &mut page.as_slice(), None).unwrap_or_default();
            let wrong = loaded.articles.first().map_or_else(|| format!("{:?}", loaded.skipped), wrong);
            all += 1;
            right += usize::from(wrong.is_empty());
            if !wrong.is_empty() {
                problems.push(format!("{head}, {body}, {coding}: {wrong}"));
            }
        }
    }
    assert_eq!(all, 60);
    assert!(right * 100 >= all * 95, "{right} of {all} right:\n{}", problems.join("\n"));
}
