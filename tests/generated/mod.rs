//! Stories of any size with known contradictions: for measuring how a check grows, and whether it finds what was planted
//! and nothing else. The same numbers give the same story.

#![allow(dead_code, reason = "a bench uses what a test does not")]

mod events;
mod numbers;

use factcheck_core::article::Article;

/// How many articles tell each fact.
const TELLINGS: usize = 4;

/// Facts that an article tells.
const FACTS_AN_ARTICLE: usize = 24;

/// One fact in so many is told by one of its articles with another value.
const PLANTED_EVERY: usize = 33;

/// A generated story.
#[derive(Debug)]
pub(crate) struct Story {
    /// Its articles, each with an id of its own.
    pub(crate) articles: Vec<Article>,
    /// How many facts are told with two values.
    pub(crate) planted: usize,
}

/// How a story tells one of its facts, in so many ways: the fact, the telling, and whether this one is wrong.
type Tell<'a> = &'a dyn Fn(usize, usize, bool) -> String;

/// A story of about so many claims, from the project's own table of measures.
pub(crate) fn story(claims: usize) -> Story {
    let measures = numbers::measures();
    tell(claims, &numbers::may_be_wrong, &|fact, _, wrong| numbers::sentence(fact, wrong, &measures))
}

/// A story of about so many dated events.
pub(crate) fn events_story(events: usize) -> Story {
    tell(events, &|_| true, &events::sentence)
}

/// The articles of so many stories, so many of each, a hundred stories at a time in turn. They are made when they are
/// asked for. Half of a story's facts are numbers and half are events.
pub(crate) fn archive(stories: usize, size: usize) -> impl Iterator<Item = Article> {
    blocks(stories).flat_map(move |block| {
        let stories: Vec<Vec<Article>> = block.map(|story| archive_story(story, size).articles).collect();
        (0..size)
            .flat_map(move |at| stories.iter().filter_map(|story| story.get(at).cloned()).collect::<Vec<_>>())
    })
}

/// An article as a line of JSON Lines.
pub(crate) fn line(article: &Article) -> String {
    let line = serde_json::json!({
        "id": article.id, "story": article.story, "source": article.source,
        "published": article.published, "text": article.text,
    });
    format!("{line}\n")
}

/// How many facts of an archive are told with two values.
pub(crate) fn planted_in_archive(stories: usize, size: usize) -> usize {
    (0..stories).map(|story| archive_story(story, size).planted).sum()
}

fn blocks(stories: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..stories).step_by(100).map(move |first| first..(first + 100).min(stories))
}

/// One story of an archive. Stories have their own facts.
fn archive_story(story: usize, size: usize) -> Story {
    let measures = numbers::measures();
    let statements = size.max(TELLINGS) * FACTS_AN_ARTICLE;
    // Room for the facts of one story, so that no two tell the same.
    let first = story * (statements / TELLINGS).next_multiple_of(10);
    let may_be_wrong = |fact: usize| fact % 2 == 1 || numbers::may_be_wrong(first + fact);
    let sentence = |fact: usize, telling, wrong| {
        let fact = first + fact;
        if fact % 2 == 1 {
            events::sentence(fact, telling, wrong)
        } else {
            numbers::sentence(fact, wrong, &measures)
        }
    };
    let mut made = tell(statements, &may_be_wrong, &sentence);
    for (at, article) in made.articles.iter_mut().enumerate() {
        article.id = format!("s{story:06}-{at}");
        article.file.clone_from(&article.id);
        article.story = format!("story {story:06}");
    }
    made.articles.truncate(size);
    made
}

fn tell(statements: usize, may_be_wrong: &dyn Fn(usize) -> bool, sentence: Tell) -> Story {
    let facts = (statements / TELLINGS).max(1);
    let count = statements.div_ceil(FACTS_AN_ARTICLE).max(TELLINGS);
    let mut texts = vec![String::from("Figures of the year\n\n"); count];
    let mut planted = 0;
    for fact in 0..facts {
        let plant = fact % PLANTED_EVERY == PLANTED_EVERY / 2 && may_be_wrong(fact);
        planted += usize::from(plant);
        for telling in 0..TELLINGS {
            // Other facts meet in each article, and none but a tiny story has an article that tells one twice.
            let article = (fact * 13 + telling * (1 + fact % 7)) % count;
            texts[article] += &sentence(fact, telling, plant && telling == TELLINGS - 1);
            texts[article] += "\n\n";
        }
    }
    let articles = texts.into_iter().enumerate().map(|(at, text)| article(at, text)).collect();
    Story { articles, planted }
}

fn article(number: usize, text: String) -> Article {
    let id = format!("{number:06}.txt");
    let published = "2024-05-14".parse().ok();
    Article {
        file: id.clone(),
        source: format!("Outlet {number}"),
        id,
        text,
        published,
        ..Article::default()
    }
}

/// A name that no other number gives.
fn name(number: usize) -> String {
    const FIRST: &[&str] =
        &["Bar", "Cal", "Dor", "Fen", "Gar", "Hol", "Kel", "Lor", "Mar", "Nor", "Pel", "Ros", "Tam", "Var"];
    const MIDDLE: &[&str] = &["an", "de", "el", "ga", "in", "lo", "mu", "no", "ri", "sa", "ti", "vo"];
    const LAST: &[&str] =
        &["berg", "by", "dal", "ford", "holt", "mere", "ness", "stad", "thorpe", "wick", "worth", "ham"];
    let pick = |parts: &[&'static str], at: usize| parts[at % parts.len()];
    let (a, b) = (number / FIRST.len(), number / FIRST.len() / MIDDLE.len());
    let c = b / LAST.len();
    let more = if c == 0 { String::new() } else { pick(MIDDLE, c - 1).to_owned() };
    format!("{}{}{}{}", pick(FIRST, number), pick(MIDDLE, a), more, pick(LAST, b))
}

/// The splitmix generator.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
