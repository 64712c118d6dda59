//! Furniture by kind, and prose that looks like it.

use factcheck_core::article::Article;
use insta::assert_snapshot as snap;
use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Article {
    let mut article = Article { text: text.to_owned(), ..Article::default() };
    annotate(&mut article);
    article
}

/// Headline, furniture and corrections, each on its line.
fn f(text: &str) -> String {
    let article = read(text);
    let quote = |span: Span| format!("{:?}", span.of(&article.text));
    let headline = article.headline.map(|span| format!("headline {}", quote(span)));
    let furniture = article.furniture.iter().map(|piece| format!("{:?} {}", piece.kind, quote(piece.span)));
    let corrections = article.corrections.iter().map(|span| format!("correction {}", quote(*span)));
    headline.into_iter().chain(furniture).chain(corrections).collect::<Vec<_>>().join("; ")
}

/// As [`f`], of one line that stands in the middle of an article.
fn mid(line: &str) -> String {
    f(&format!(
        "{PROSE}\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}"
    ))
}

/// As [`f`], of lines that close an article.
fn end(lines: &str) -> String {
    f(&format!("{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{lines}"))
}

const PROSE: &str = "The harbour closed on Monday because the wind had torn two cranes from their rails.";

#[test]
fn headlines() {
    snap!(f("Two cranes fall in harbour\n\nThe wind was strong."), @r#"headline "Two cranes fall in harbour""#);
    snap!(f("Two cranes fall in harbour\nThe wind was strong."), @r#"headline "Two cranes fall in harbour""#);
    snap!(f("Cranes fall: is the U.S. to blame?\n\nThe wind was strong."), @r#"headline "Cranes fall: is the U.S. to blame?""#);
    snap!(f("Sign up for free alerts\n\nUpdated 3 March 2021, 9:15am\n\nTwo cranes fall\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Subscription "Sign up for free alerts"; Byline "Updated 3 March 2021, 9:15am""#);
    // A sentence, a wrapped sentence and a lone line are none.
    snap!(f("The wind was strong.\n\nTwo cranes fell."), @"");
    snap!(f("The wind that tore down the cranes\nwas strong."), @"");
    snap!(f("Two cranes fall in harbour"), @"");
    snap!(f(""), @"");
}

#[test]
fn a_title_that_repeats_the_headline_goes() {
    let t = |title: &str| {
        let mut article = Article {
            text: "Two Cranes Fall\n\nThe wind was strong.".into(),
            title: title.into(),
            ..Article::default()
        };
        annotate(&mut article);
        article.title
    };
    snap!(t("Two cranes fall"), @"");
    snap!(t("Cranes fall in storm"), @"Cranes fall in storm");
}

#[test]
fn datelines() {
    let d = |text: &str| {
        let article = read(text);
        let span = article.furniture.first().map_or("-", |piece| piece.span.of(&article.text));
        format!("{} | {span}", article.dateline)
    };
    snap!(d("OSLO/LIMA (Reuters) – Two cranes fell."), @"OSLO/LIMA | OSLO/LIMA (Reuters) –");
    snap!(d("Cranes fall\n\nLONDON, May 3 (AP) -- Two cranes fell."), @"LONDON | LONDON,");
    snap!(d("SANTA FE, N.M. — Two cranes fell."), @"SANTA FE, N.M. | SANTA FE, N.M. —");
    snap!(d("CAPE TOWN, South Africa, 12 March 2021 - \"Two cranes fell.\""), @"CAPE TOWN, South Africa | CAPE TOWN, South Africa,");
    snap!(d("Kyiv, Ukraine (AFP) — Two cranes fell."), @"Kyiv, Ukraine | Kyiv, Ukraine (AFP) —");
    snap!(d("Paris (CNN) Two cranes fell."), @"Paris | Paris (CNN)");
    snap!(d("OSLO (Harbour Wire) - Two cranes fell."), @"OSLO | OSLO (Harbour Wire) -");
    snap!(d("ST. JOHN'S — Two cranes fell."), @"ST. JOHN'S | ST. JOHN'S —");
    snap!(d("BUFFALO, N.Y. (AP) --\nTwo cranes fell."), @"BUFFALO, N.Y. | BUFFALO, N.Y. (AP) --");
    snap!(d("LIMA _\n\nTwo cranes fell."), @"LIMA | LIMA _");
    // Capitals before a dash are not always a place.
    snap!(d("NATO — the alliance — was silent."), @" | -");
    snap!(d("UPDATE — Two cranes fell."), @" | -");
    snap!(d("The mayor (Labour) - Two cranes fell."), @" | -");
    snap!(d("Smith (R-Texas) The senator spoke."), @" | -");
    snap!(d("Two cranes fell — Oslo was hit."), @" | -");
    // Only the opening has one.
    snap!(d("One.\n\nTwo.\n\nThree.\n\nOSLO — Two cranes fell."), @" | -");
}

#[test]
fn bylines() {
    snap!(f("Two cranes fall\n\nBy Ada Stone and Bo van Dyk\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "By Ada Stone and Bo van Dyk""#);
    snap!(f("Two cranes fall\n\nBY ADA STONE, Staff Writer | 3 March 2021 | 10:30 AM\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "BY ADA STONE, Staff Writer | 3 March 2021 | 10:30 AM""#);
    snap!(f("By Ada Stone\n\nTwo cranes fall\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "By Ada Stone""#);
    snap!(f("Two cranes fall\n\nADA STONE and BO DYK, Associated Press\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "ADA STONE and BO DYK, Associated Press""#);
    snap!(end("(Reporting by Ada Stone in Oslo; Additional reporting by Bo Dyk; Editing by Cy Roe)"), @r#"Byline "(Reporting by Ada Stone in Oslo; Additional reporting by Bo Dyk; Editing by Cy Roe)""#);
    snap!(end("Reporting by Ada Stone; Editing by Cy Roe"), @r#"Byline "Reporting by Ada Stone; Editing by Cy Roe""#);
    snap!(end("Ada Stone and the Associated Press contributed to this report."), @r#"Byline "Ada Stone and the Associated Press contributed to this report.""#);
    snap!(end("Ada Stone is a reporter in Oslo. Follow her on Twitter at @adastone."), @r#"Byline "Ada Stone is a reporter in Oslo. Follow her on Twitter at @adastone.""#);
    // Prose.
    snap!(mid("By early 2024 the harbour could be open again."), @"");
    snap!(mid("By Friday, two of them stood."), @"");
    snap!(mid("By the numbers"), @"");
    snap!(end("Reporting by the agency found that 12 cranes were old."), @"");
    snap!(end("Rust also contributed to this report of 40 failures, the mayor said."), @"");
}

#[test]
fn time_stamps() {
    snap!(f("Two cranes fall\n\nWednesday 3 March 2021 07.31 GMT\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "Wednesday 3 March 2021 07.31 GMT""#);
    snap!(f("Published: March 3rd, 2021 | Last updated 5 hours ago\n\nTwo cranes fall\n\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "Published: March 3rd, 2021 | Last updated 5 hours ago""#);
    snap!(f("3/4/2021 @ 10:05AM\nTwo cranes fall\nThe wind was strong."), @r#"headline "Two cranes fall"; Byline "3/4/2021 @ 10:05AM""#);
    // A day and a month head a paragraph; so do many dates.
    snap!(mid("March 3"), @"");
    snap!(mid("March 3, 2021"), @r#"Byline "March 3, 2021""#);
    snap!(f("Storms\n\nMarch 3, 2021\n\nWind.\n\nMarch 4, 2021\n\nRain.\n\nMarch 5, 2021\n\nSnow."), @r#"headline "Storms""#);
    snap!(f("March 2021 was the wettest on record\n\nIt rained."), @r#"headline "March 2021 was the wettest on record""#);
}

#[test]
fn subscriptions() {
    snap!(mid("Sign up for our free morning briefing"), @r#"Subscription "Sign up for our free morning briefing""#);
    snap!(mid("Support The Evening Post!"), @r#"Subscription "Support The Evening Post!""#);
    snap!(mid("Get the latest updates in your inbox."), @r#"Subscription "Get the latest updates in your inbox.""#);
    snap!(mid("SUBSCRIBE NOW"), @r#"Subscription "SUBSCRIBE NOW""#);
    // Prose.
    snap!(mid("Support for the harbour grows!"), @"");
    snap!(mid("Sign up closed on Monday with 300 names."), @"");
    snap!(mid("Subscribers to the port's bonds lost 40% on Monday."), @"");
    snap!(mid("Follow us, the mayor told 200 people on Monday."), @"");
    snap!(mid("Get the latest crane off the quay, she said"), @"");
}

#[test]
fn lists_of_other_articles() {
    snap!(end("Related Articles\n\nMayor Quits After 12 Years\nWhy do cranes fall?\n3 things to know\n\nAdvertisement"), @r#"Related "Related Articles\n\nMayor Quits After 12 Years\nWhy do cranes fall?\n3 things to know"; Navigation "Advertisement""#);
    // The list ends where prose begins.
    snap!(mid("You may also like:\n\nMayor Quits After 12 Years\n\nWhy Cranes Fall"), @r#"Related "You may also like:\n\nMayor Quits After 12 Years\n\nWhy Cranes Fall""#);
    snap!(mid("Read more: Mayor quits after 12 years"), @r#"Related "Read more: Mayor quits after 12 years""#);
    snap!(mid("Read more"), @r#"Navigation "Read more""#);
    snap!(mid("READ MORE »\n\nMayor Quits After 12 Years"), @r#"Related "READ MORE »\n\nMayor Quits After 12 Years""#);
    // Without a list a heading says nothing either.
    snap!(mid("Most popular"), @r#"Related "Most popular""#);
    // Prose.
    snap!(mid("Related to the storm were 12 deaths."), @"");
    snap!(mid("Read more: the mayor has quit after 12 years in office."), @"");
    // Lines of a text that is broken at a width are prose.
    snap!(mid("Most read\nThe mayor quit after twelve years\nin office, and nobody was sorry."), @r#"Related "Most read""#);
}

#[test]
fn credits() {
    snap!(mid("A crane in the port of Oslo last week. Credit...Ada Stone/Harbour Pictures"), @r#"Credit "A crane in the port of Oslo last week. Credit...Ada Stone/Harbour Pictures""#);
    snap!(mid("A crane in the port of Oslo.CreditAda Stone/Harbour Pictures, via Getty Images"), @r#"Credit "A crane in the port of Oslo.CreditAda Stone/Harbour Pictures, via Getty Images""#);
    snap!(mid("A crane in the port of Oslo. Photo: Ada Stone"), @r#"Credit "A crane in the port of Oslo. Photo: Ada Stone""#);
    snap!(mid("A crane in the port of Oslo, 3 May 2021. Photograph by Ada Stone for The Evening Post."), @r#"Credit "A crane in the port of Oslo, 3 May 2021. Photograph by Ada Stone for The Evening Post.""#);
    snap!(mid("A crane in the port of Oslo. (AP Photo/Ada Stone)"), @r#"Credit "A crane in the port of Oslo. (AP Photo/Ada Stone)""#);
    snap!(mid("A crane in the port of Oslo. (Photo by Ada Stone/Getty Images)"), @r#"Credit "A crane in the port of Oslo. (Photo by Ada Stone/Getty Images)""#);
    snap!(mid("A crane in the port of Oslo. Ada Stone / Harbour Photo"), @r#"Credit "A crane in the port of Oslo. Ada Stone / Harbour Photo""#);
    snap!(mid("A crane in the port of Oslo. Getty Images"), @r#"Credit "A crane in the port of Oslo. Getty Images""#);
    snap!(mid("Ada Stone/AFP via Getty Images"), @r#"Credit "Ada Stone/AFP via Getty Images""#);
    snap!(mid("REUTERS/Ada Stone"), @r#"Credit "REUTERS/Ada Stone""#);
    snap!(mid("FILE PHOTO: A crane in the port of Oslo, March 3, 2021. REUTERS/Ada Stone"), @r#"Credit "FILE PHOTO: A crane in the port of Oslo, March 3, 2021. REUTERS/Ada Stone""#);
    snap!(mid("Image source, Getty Images"), @r#"Credit "Image source, Getty Images""#);
    // Prose.
    snap!(mid("She sold her shares. Credit Suisse bought 300 of them."), @"");
    snap!(mid("The coalition lost 12 seats (CDU/CSU)"), @"");
    snap!(mid("Trump/Biden debate draws 50 million"), @"");
    snap!(mid("The bank was saved on Sunday. Credit by small banks fell 3%."), @"");
    snap!(mid("Twelve cranes fell, the agency said. (Reuters)"), @"");
    snap!(mid("Getty Images sues over 12 million pictures"), @"");
    snap!(mid("Twelve cranes fell, he said. AFP"), @"");
    snap!(mid("Twelve cranes fell, he said. (Reuters/AFP)"), @"");
    snap!(mid("Twelve cranes fell, he said. (Associated Press)"), @"");
    snap!(mid("Photo sharing grew by 40% last year"), @"");
}

#[test]
fn donations() {
    let story = "Twelve years ago our paper was raided, and 30 of us went to jail.";
    let ask = "If you can, please support our journalism with a monthly gift of just 5.";
    snap!(end(&format!("… we have a small favour to ask.\n\n{story}\n\n{ask}\n\nContinue")), @r#"Donation "… we have a small favour to ask.\n\nTwelve years ago our paper was raided, and 30 of us went to jail.\n\nIf you can, please support our journalism with a monthly gift of just 5."; Navigation "Continue""#);
    snap!(end(&format!("Before you go.\n\n{PROSE}")), @"");
    snap!(end("We are funded by readers. Donate today and keep our journalism free for you."), @r#"Donation "We are funded by readers. Donate today and keep our journalism free for you.""#);
    // Prose.
    snap!(end("“We need your support and your donations, members,” she told readers."), @"");
    snap!(end("The charity said it had asked members for support and donations of $12 million."), @"");
    snap!(mid("Before you go to the port, ask for a donation of 12 dollars."), @"");
}

#[test]
fn navigation() {
    let n = |line| mid(line);
    snap!(n("Back to top"), @r#"Navigation "Back to top""#);
    snap!(n("Advertisement"), @r#"Navigation "Advertisement""#);
    snap!(n("12 Comments"), @r#"Navigation "12 Comments""#);
    snap!(n("Facebook Twitter Email Print"), @r#"Navigation "Facebook Twitter Email Print""#);
    snap!(n("Story continues below advertisement"), @r#"Navigation "Story continues below advertisement""#);
    snap!(n("© 2021 The Evening Post. All rights reserved."), @r#"Navigation "© 2021 The Evening Post. All rights reserved.""#);
    // Prose.
    snap!(n("It was\nmore\nthan twelve."), @"");
    snap!(n("Continue they did, all 12 of them."), @"");
    snap!(n("Facebook and Twitter fell 4%"), @"");
    snap!(n("Energy Ties"), @"");
}

#[test]
fn tickers() {
    snap!(mid("FTSE 100 7,682 ▲ 0.43% | Brent $83.10 ▼ 1.2%"), @r#"Navigation "FTSE 100 7,682 ▲ 0.43% | Brent $83.10 ▼ 1.2%""#);
    snap!(mid("Gold $2,043.10 +0.4% Silver $23.15 −1.2% Copper $3.87 +2.0%"), @r#"Navigation "Gold $2,043.10 +0.4% Silver $23.15 −1.2% Copper $3.87 +2.0%""#);
    // Prose, headlines and rows of tables.
    snap!(mid("Gold ▲ 3% as shares fall"), @"");
    snap!(mid("Shares rose +0.4%, +1.2% and +2.0% on three days."), @"");
    snap!(mid("Ravel | +0.4% | +1.2% | −2.0%"), @"");
}

#[test]
fn comments_of_readers() {
    snap!(end("34 comments\n\nann99, 3 March 2024\n\n500 people died.\n\nReply 12 Like 45\n\nMe too.\n\nReply"), @r#"Navigation "34 comments"; Navigation "ann99, 3 March 2024"; Navigation "500 people died."; Navigation "Reply 12 Like 45"; Navigation "Me too."; Navigation "Reply""#);
    // A button above the article begins no comments, nor does a reply that somebody speaks of.
    snap!(mid("34 comments"), @r#"Navigation "34 comments""#);
    snap!(end("Comments\n\nThe council had no reply to 12 letters."), @r#"Navigation "Comments""#);
    snap!(end("Reply"), @"");
    snap!(mid("1,204 shares"), @r#"Navigation "1,204 shares""#);
    snap!(mid("Share 1,204 Tweet 310 Email"), @r#"Navigation "Share 1,204 Tweet 310 Email""#);
    snap!(mid("12 shares were sold"), @"");
    snap!(mid("2h ago"), @r#"Byline "2h ago""#);
    snap!(mid("Updated 35 minutes ago"), @r#"Byline "Updated 35 minutes ago""#);
    snap!(mid("12 years ago the port closed"), @"");
}

#[test]
fn corrections() {
    snap!(end("Correction: An earlier version said that 12 cranes fell. It was two."), @r#"correction "Correction: An earlier version said that 12 cranes fell. It was two.""#);
    snap!(end("This article was amended on 5 March 2021 to give the right number of cranes, two."), @r#"correction "This article was amended on 5 March 2021 to give the right number of cranes, two.""#);
    snap!(end("Editor’s Note\n\nThe number of cranes was corrected."), @r#"correction "Editor’s Note"; correction "The number of cranes was corrected.""#);
    snap!(end("(This story has been updated with the number of cranes.)"), @r#"correction "(This story has been updated with the number of cranes.)""#);
    snap!(mid("Correction of the course took 12 minutes."), @"");
}

#[test]
fn the_demonstration_story_loses_all_of_its_furniture() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/articles");
    let loaded = crate::load(&[folder.into()], &mut std::io::empty(), None).unwrap_or_default();
    let shown = loaded.articles.iter().flat_map(|article| {
        let start = |span: Span| span.of(&article.text).chars().take(40).collect::<String>();
        article.furniture.iter().map(move |piece| format!("{:?} {:?}", piece.kind, start(piece.span)))
    });
    snap!(shown.collect::<Vec<_>>().join("\n"), @r#"
    Subscription "Sign up for our free daily briefing"
    Related "Related articles\n\nMiners brace for leane"
    Credit "Mr. Putin beside other presidents in Bis"
    Credit "Mr. Xi and Mr. Putin at the Kremlin in M"
    Byline "Marta Okoye-Lind contributed research."
    Related "Related Stories"
    Navigation "Back to Top"
    Subscription "Support The Neva Lantern!"
    Credit "Vladimir Putin walks down the steps of h"
    Donation "Before you go, a request.\n\nThe Neva Lant"
    Navigation "Continue"
    Navigation "Read more"
    Byline "By Lodestar Newswire May 14, 2024 | 6:20"
    Byline "By Ines Calloway and Pavel Dorn"
    Byline "SHANGHAI/MOSCOW (Lodestar) –"
    Byline "(Reporting by Ines Calloway in Shanghai "
    "#);
}

/// Lines that touch every pass, to be strung together.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-z .,()/:–—é”’]{0,80}",
        proptest::sample::select(vec![
            "By ",
            "BY Ö",
            "Credit",
            "Credit…É",
            "Photo: Ä",
            "(AP Photo/É)",
            "Related",
            "Read more",
            "Before you go",
            "you our support donate",
            "Correction",
            "OSLO (AP) —",
            "Ünited (CNN) É",
            "Updated 3 March 2021",
            "FILE - ",
            "(Reporting by",
            "© 20",
            "İ contributed reporting",
            "Support É!",
            "…",
            "Editor’s note",
            "Sign up now",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn furniture_is_ordered_apart_and_on_character_borders(
        lines in proptest::collection::vec(line(), 0..12),
        ends in proptest::sample::select(vec!["\n", "\r\n", "\n\n", " ", ""]),
    ) {
        let article = read(&lines.join(ends));
        let size = article.text.len();
        let spans: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
        for span in spans.iter().chain(&article.headline).chain(&article.corrections) {
            prop_assert!(span.start < span.end && span.range().end <= size);
            prop_assert!(article.text.get(span.range()).is_some(), "{span:?} cuts a character");
        }
        if let Some(headline) = article.headline {
            prop_assert!(!article.is_furniture(headline));
        }
    }
}
