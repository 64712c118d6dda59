//! The development stories mixed with a generated archive: pairs of articles that are put together against those that
//! belong together.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../../../tests/generated/mod.rs"]
mod generated;

use std::{collections::BTreeMap, fs, path::Path};

use factcheck_core::article::Article;
use factcheck_stories::{Sight, group};

/// Articles with the story that they are of.
fn given(folder: &Path) -> Vec<(String, Article)> {
    let mut articles = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for story in folders.iter().filter(|path| path.is_dir()) {
        let mut table = csv::Reader::from_path(story.join("sources.csv")).unwrap();
        for row in table.records().map(Result::unwrap) {
            let article = Article {
                id: row[0].to_owned(),
                text: fs::read_to_string(story.join(&row[0])).unwrap(),
                published: row[2].parse().ok(),
                ..Article::default()
            };
            articles.push((story.file_name().unwrap().to_string_lossy().into_owned(), article));
        }
    }
    articles
}

/// Precision, recall and their harmonic mean over pairs, in thousandths.
fn score(wanted: &[String], found: &[usize]) -> [u64; 3] {
    let pairs =
        |sizes: BTreeMap<(usize, &str), u64>| sizes.values().map(|size| size * (size - 1) / 2).sum::<u64>();
    let count = |key: &dyn Fn(usize) -> (usize, &'static str)| {
        let mut sizes = BTreeMap::new();
        (0..found.len()).for_each(|at| *sizes.entry(key(at)).or_default() += 1);
        pairs(sizes)
    };
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let numbers: Vec<usize> = wanted
        .iter()
        .map(|name| {
            let next = names.len();
            *names.entry(name).or_insert(next)
        })
        .collect();
    let (put, belong) = (count(&|at| (found[at], "")), count(&|at| (numbers[at], "")));
    let both = count(&|at| (found[at] * wanted.len() + numbers[at], ""));
    [both * 1000 / put.max(1), both * 1000 / belong.max(1), 2 * both * 1000 / (put + belong).max(1)]
}

#[test]
fn development_stories_are_found_among_others() {
    let clusters = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/clusters");
    #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
    if !clusters.is_dir() {
        eprintln!("no development stories beside the repository: not tested");
        return;
    }
    let real = given(&clusters);
    let mut all: Vec<(String, Article)> =
        generated::archive(200, 10).map(|article| (article.story.clone(), article)).collect();
    // Each among others, as in a wire.
    for (place, article) in real.into_iter().enumerate() {
        all.insert(place * 13 % all.len(), article);
    }
    let wanted: Vec<String> = all.iter().map(|(story, _)| story.clone()).collect();
    let sights: Vec<Sight> = all.iter().map(|(_, article)| Sight::new(article)).collect();
    let found = group(&sights);
    assert_eq!(found, group(&sights));
    let pairs = score(&wanted, &found);
    // The generated ones are many and easy: the development stories alone must be found as well.
    let is_real: Vec<usize> = (0..all.len()).filter(|at| !wanted[*at].starts_with("story ")).collect();
    let part: Vec<String> = is_real.iter().map(|at| wanted[*at].clone()).collect();
    let alone = score(&part, &is_real.iter().map(|at| found[*at]).collect::<Vec<_>>());
    #[expect(clippy::print_stderr, reason = "for who asks with --nocapture")]
    {
        eprintln!("thousandths of precision, recall, F1: {pairs:?}; of real news alone: {alone:?}");
    }
    assert!(pairs[2] >= 900 && alone[2] >= 900, "precision, recall, F1: {pairs:?}; real news: {alone:?}");
}

#[test]
fn copies_in_great_number_are_one_story() {
    let text = "The council of Kelham said on Monday that the new bridge would cost 41 million dollars and open in May.";
    let copy = |number: usize| Article {
        id: format!("{number}"),
        text: format!("{text} {}", if number.is_multiple_of(2) { "" } else { "More follows." }),
        ..Article::default()
    };
    let sights: Vec<Sight> = (0..200).map(copy).map(|article| Sight::new(&article)).collect();
    assert_eq!(group(&sights), vec![0; 200]);
}
