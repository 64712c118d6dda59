//! Prints the features of every pair of comparable claims of different articles, for learning the weights.
//!
//! Reads the records of one story (`factcheck extract`) from standard input. A line is the name of the label (`same`: a
//! rare value in both; `other`: values that cannot both hold), then the features, then both quotes.

#![expect(clippy::print_stdout, reason = "a program that prints")]

use std::io::BufRead as _;

use factcheck_align::claims::{ClaimRef, Context, Values, features, values, veto};
use factcheck_core::record::{Record, Records};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut story: Vec<Records> = Vec::new();
    for line in std::io::stdin().lock().lines() {
        match serde_json::from_str(&line?)? {
            Record::Article(article) => story.push(Records::new(*article)),
            Record::Claim(claim) => {
                if let Some(records) = story.last_mut() {
                    records.claims.push(*claim);
                }
            }
            _ => {}
        }
    }
    let context = Context::of(&story);
    for (i, left) in story.iter().enumerate() {
        for (j, right) in story.iter().enumerate().skip(i + 1) {
            for (m, a) in left.claims.iter().enumerate() {
                for (n, b) in right.claims.iter().enumerate() {
                    let at = (ClaimRef { article: i, claim: m }, ClaimRef { article: j, claim: n });
                    if veto(&context, at).is_some() {
                        continue;
                    }
                    let label = match values(a, b) {
                        Values::Twin => "twin",
                        Values::Meet | Values::Unlike => continue,
                        Values::Apart(_) => "other",
                    };
                    let row: Vec<String> =
                        features(&context, at).iter().map(|value| format!("{value:.4}")).collect();
                    println!(
                        "{label}\t{}\t{}\t{}\t{}\t{}",
                        row.join("\t"),
                        a.place.quote,
                        b.place.quote,
                        a.place.article,
                        b.place.article
                    );
                }
            }
        }
    }
    Ok(())
}
