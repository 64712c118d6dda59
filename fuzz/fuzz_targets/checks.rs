//! Two articles of any text are aligned and checked without a panic; findings quote what stands where they say, and
//! come out the same when they are made again.
#![no_main]

use factcheck_core::{
    article::Article,
    finding::{Finding, identify},
    record::Records,
    reference::References,
    span::Field,
};
use factcheck_extract::Extractor;

/// Between the articles, and the paragraphs of an article.
const BETWEEN: char = '|';

fn article(id: &str, text: &str, published: &str) -> Article {
    let mut article = Article {
        id: id.to_owned(),
        file: id.to_owned(),
        text: text.to_owned(),
        published: published.parse().ok(),
        ..Article::default()
    };
    factcheck_input::page::annotate(&mut article);
    article
}

fn check(articles: &[Article; 2]) -> Vec<Finding> {
    let mut extractor = Extractor::new();
    let mut records: Vec<Records> = articles.iter().map(|article| extractor.extract(article)).collect();
    factcheck_align::origins::assign(&mut records);
    let mut findings = factcheck_numbers::check(&records, &References::default()).findings;
    findings.extend(factcheck_timeline::check(&records, &[]).findings);
    identify(&mut findings);
    findings
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (first, second) = text.split_once(BETWEEN).unwrap_or((text, text));
    let articles = [article("a", first, "2024-03-05"), article("b", second, "2024-03-06T08:00:00Z")];
    let findings = check(&articles);
    for finding in &findings {
        assert!((0.0..=1.0).contains(&finding.confidence) && !finding.message.is_empty(), "{finding:?}");
        for claim in &finding.claims {
            let article =
                articles.iter().find(|article| article.id == claim.article).expect("one of the two");
            let text = if claim.field == Field::Title { &article.title } else { &article.text };
            let length = claim.end.checked_sub(claim.start).expect("not turned round") as usize;
            let there: String = text.chars().skip(claim.start as usize).take(length).collect();
            assert_eq!(there, claim.quote, "not at its place");
        }
    }
    assert_eq!(findings, check(&articles), "not the same again");
});
