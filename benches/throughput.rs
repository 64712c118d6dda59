//! How many megabytes a second each stage reads, on one core and in CPU seconds.
//!
//!     cargo bench --bench throughput                        the demonstration articles, repeated to 4 MB
//!     cargo bench --bench throughput -- FOLDER MEGABYTES     every article below FOLDER, repeated to so much
//!     cargo bench --bench throughput -- FOLDER MEGABYTES tags     the stages with that word in their name
//!
//! The best of five runs counts. A stage's figure is for the whole text: what it passes over, it has read.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::float_arithmetic, reason = "rates of time")]

use std::{hint::black_box, io, path::PathBuf, time::Duration};

use cpu_time::ThreadTime;
use factcheck_core::{article::Article, span::Span};
use factcheck_extract::{
    Extractor,
    anchor::{Anchors, Kinds},
    quantity, time,
};
use factcheck_syntax::{Analyser, Sentence, sentences};

const RUNS: u32 = 5;

fn main() {
    // Cargo adds `--bench`, and other harnesses' options may come along.
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let folder = arguments.next().map_or_else(demonstration, PathBuf::from);
    let megabytes = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(4);
    let articles = repeated(&load(&folder), megabytes * 1_000_000);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let named = arguments.next().unwrap_or_default();
    println!("{} articles, {:.1} MB, best of {RUNS}, CPU seconds of one core", articles.len(), mega(bytes));
    for (name, wanted) in KINDS {
        println!("{:.0} % of it in sentences {name}", 100.0 * mega(held(&articles, *wanted)) / mega(bytes));
    }
    println!("{:<44} {:>9} {:>9}", "stage", "MB/s", "of anchors");
    let mut anchors = None;
    for (name, stage) in STAGES.iter().filter(|(name, _)| name.contains(&named)) {
        let rate = mega(bytes) / best(|| stage(&articles)).as_secs_f64();
        let ratio = rate / *anchors.get_or_insert(rate);
        println!("{name:<44} {rate:>9.2} {ratio:>9.4}");
    }
}

fn demonstration() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data/articles")
}

type Stage = fn(&[Article]) -> Duration;

/// Each gives the time that it took itself; what it needs beforehand is not counted.
const STAGES: &[(&str, Stage)] = &[
    ("anchors", anchor_pass),
    ("sentences", segmentation),
    ("words and tags of every sentence", tagging),
    ("quantities of tagged sentences", quantities),
    ("times of tagged sentences", times),
    ("anchors, tags, quantities and times", figures),
    ("extract, with claims, events and JSONL", extract),
];

type Wanted = fn(Kinds) -> bool;

const KINDS: &[(&str, Wanted)] = &[
    ("where a quantity can begin", |kinds| kinds.quantity),
    ("where a time can begin", |kinds| kinds.time),
    ("where either can", |kinds| kinds != Kinds::default()),
];

fn held(articles: &[Article], wanted: Wanted) -> usize {
    let of_article = |article: &Article| {
        let anchors = Anchors::scan(&article.text);
        let held = sentences(&article.text).filter(|range| wanted(anchors.inside(range.clone())));
        held.map(|range| range.len()).sum::<usize>()
    };
    articles.iter().map(of_article).sum()
}

fn anchor_pass(articles: &[Article]) -> Duration {
    // Stretches of the length of a sentence, as the readers ask for.
    const STRETCH: usize = 120;
    timed(|| {
        for article in articles {
            let anchors = Anchors::scan(&article.text);
            for from in (0..article.text.len()).step_by(STRETCH) {
                black_box(anchors.inside(from..article.text.len().min(from + STRETCH)));
            }
        }
    })
}

fn segmentation(articles: &[Article]) -> Duration {
    timed(|| {
        for article in articles {
            black_box(sentences(&article.text).count());
        }
    })
}

fn tagging(articles: &[Article]) -> Duration {
    let mut analyser = Analyser::new();
    let ranges: Vec<Vec<_>> = articles.iter().map(|article| sentences(&article.text).collect()).collect();
    timed(|| {
        for (article, ranges) in articles.iter().zip(&ranges) {
            for range in ranges {
                black_box(analyser.tag(&article.text, range.clone()));
            }
        }
    })
}

/// The sentences with an anchor of that kind, tagged; a few articles at a time, since all would not fit.
fn tagged(
    article: &Article,
    analyser: &mut Analyser,
    wanted: fn(factcheck_extract::anchor::Kinds) -> bool,
) -> Vec<Sentence> {
    let anchors = Anchors::scan(&article.text);
    let held = sentences(&article.text).filter(|range| wanted(anchors.inside(range.clone())));
    held.map(|range| analyser.tag(&article.text, range).clone()).collect()
}

fn quantities(articles: &[Article]) -> Duration {
    let (mut analyser, mut out) = (Analyser::new(), Vec::new());
    let hints = quantity::Hints::default();
    let mut times: Vec<Span> = Vec::new();
    times.clear();
    articles
        .iter()
        .map(|article| {
            let tagged = tagged(article, &mut analyser, |kinds| kinds.quantity);
            timed(|| {
                for sentence in &tagged {
                    out.clear();
                    quantity::read(&article.text, sentence, &times, &hints, &mut out);
                    black_box(&out);
                }
            })
        })
        .sum()
}

fn times(articles: &[Article]) -> Duration {
    let (mut analyser, mut out) = (Analyser::new(), Vec::new());
    articles
        .iter()
        .map(|article| {
            let tagged = tagged(article, &mut analyser, |kinds| kinds.time);
            let mut reader = time::Reader::new(article.published);
            timed(|| {
                for sentence in &tagged {
                    out.clear();
                    reader.read(&article.text, sentence, &mut out);
                    black_box(&out);
                }
            })
        })
        .sum()
}

fn figures(articles: &[Article]) -> Duration {
    let mut extractor = Extractor::new();
    timed(|| {
        for article in articles {
            extractor.figures(article, |_, figures| {
                black_box(figures);
            });
        }
    })
}

fn extract(articles: &[Article]) -> Duration {
    let mut extractor = Extractor::new();
    // A slow stage needs no long text for a steady figure.
    let few = &articles[..articles.len().min(100)];
    let part: usize = few.iter().map(|article| article.text.len()).sum();
    let whole: usize = articles.iter().map(|article| article.text.len()).sum();
    let took = timed(|| {
        for article in few {
            for record in extractor.extract(article).into_lines() {
                // Serialising to a sink cannot fail.
                let _ = serde_json::to_writer(io::sink(), &record);
            }
        }
    });
    took.mul_f64(mega(whole) / mega(part))
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    work();
    start.elapsed()
}

fn best(run: impl Fn() -> Duration) -> Duration {
    (0..RUNS).map(|_| run()).min().unwrap_or_default()
}

fn load(folder: &PathBuf) -> Vec<Article> {
    let mut folders = vec![folder.clone()];
    folders.extend(std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()));
    folders[1..].sort();
    let mut articles = Vec::new();
    for folder in folders.iter().filter(|path| path.is_dir()) {
        if let Ok(loaded) = factcheck_input::load(std::slice::from_ref(folder), &mut io::empty(), None) {
            articles.extend(loaded.articles);
        }
    }
    articles
}

/// The articles in turn until they hold so many bytes.
fn repeated(articles: &[Article], bytes: usize) -> Vec<Article> {
    let mut held = 0;
    let turns = articles.iter().cycle().take_while(|article| {
        let more = held < bytes;
        held += article.text.len();
        more
    });
    turns.cloned().collect()
}

#[expect(clippy::cast_precision_loss, reason = "a size to four digits")]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1_000_000.0
}
