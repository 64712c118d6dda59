//! How many claims a second the check of numbers compares, and how that grows with the story.
//!
//!     cargo bench --bench checking                 stories of 1,000, 10,000 and 100,000 claims
//!     cargo bench --bench checking -- 1000 5000    stories of so many claims
//!
//! The stories are generated; reading them is not counted. CPU seconds of one core.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::float_arithmetic, reason = "rates of time")]

#[path = "../tests/generated/mod.rs"]
mod generated;

use std::hint::black_box;

use cpu_time::ThreadTime;
use factcheck_core::{finding::Severity, record::Records, reference::References};
use factcheck_extract::Extractor;

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

fn main() {
    // Cargo adds `--bench`.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES } else { &asked };
    println!(
        "{:>9} {:>9} {:>8} {:>9} {:>11} {:>9} {:>9}",
        "claims", "planted", "alerts", "seconds", "claims/s", "questions", "exponent"
    );
    let mut before: Option<(f64, f64)> = None;
    for size in sizes {
        let story = generated::story(*size);
        let mut extractor = Extractor::new();
        let mut records: Vec<Records> =
            story.articles.iter().map(|article| extractor.extract(article)).collect();
        factcheck_align::origins::assign(&mut records);
        let claims: usize = records.iter().map(|records| records.claims.len()).sum();
        let start = ThreadTime::now();
        let checked = black_box(factcheck_numbers::check(&records, &References::default()));
        let seconds = start.elapsed().as_secs_f64();
        let alert = |severity| matches!(severity, Severity::Conflict | Severity::Warning);
        let alerts = checked.findings.iter().filter(|finding| alert(finding.severity)).count();
        let claims = number(claims);
        let exponent = before.map(|(less, took)| (seconds / took).ln() / (claims / less).ln());
        println!(
            "{claims:>9} {:>9} {alerts:>8} {seconds:>9.3} {:>11.0} {:>9} {:>9}",
            story.planted,
            claims / seconds,
            checked.questions,
            exponent.map_or_else(String::new, |exponent| format!("{exponent:.2}"))
        );
        before = Some((claims, seconds));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count to four digits")]
fn number(count: usize) -> f64 {
    count as f64
}
