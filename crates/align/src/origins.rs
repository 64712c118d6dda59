//! Articles that share their text (wire copy) are one origin for counting.

use factcheck_core::record::Records;

/// Share of the smaller article's word windows that two copies have in common. Independent accounts of one
/// event share a few per cent (quotations); rewritten agency text a half and more.
const COPY: f64 = 0.4;

/// Sets each article's `origin` to the id of the first article that it shares its text with.
pub fn assign(story: &mut [Records]) {
    for index in 0..story.len() {
        let origin = (0..index)
            .find(|earlier| is_copy(&story[*earlier].article.shingles, &story[index].article.shingles))
            .map(|earlier| story[earlier].article.origin.clone());
        let id = story[index].article.id.clone();
        story[index].article.origin = origin.unwrap_or(id);
    }
}

#[expect(clippy::float_arithmetic, reason = "a share of windows, not a printed amount")]
fn is_copy(a: &[u32], b: &[u32]) -> bool {
    let shared = a.iter().filter(|hash| b.binary_search(hash).is_ok()).count();
    let smaller = a.len().min(b.len());
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    smaller >= 8 && count(shared) / count(smaller) >= COPY
}
