//! What of the articles was taken for page furniture, before they are read.

use factcheck_core::{article::Article, place::Locator, span::Field};
use factcheck_report::Furniture;

/// The pieces of all articles: stories and files by name, pieces as they stand.
pub(crate) fn pieces(articles: &[Article]) -> Vec<Furniture> {
    let mut pieces: Vec<Furniture> = articles.iter().flat_map(of).collect();
    pieces.sort_by(|a, b| (&a.story, &a.file, &a.place.article).cmp(&(&b.story, &b.file, &b.place.article)));
    pieces
}

fn of(article: &Article) -> Vec<Furniture> {
    if article.furniture.is_empty() {
        return Vec::new();
    }
    let locator = Locator::new(&article.id, Field::Text, &article.text);
    let piece = |piece: &factcheck_core::article::Furniture| Furniture {
        file: article.file.clone(),
        source: article.source.clone(),
        story: article.story.clone(),
        what: piece.kind,
        place: locator.place(piece.span),
    };
    article.furniture.iter().map(piece).collect()
}
