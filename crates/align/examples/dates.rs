//! Prints the features of every pair of dated events of different articles whose days do not meet, for choosing the
//! limits of what is taken to be one event.
//!
//! Reads the records of one story (`factcheck extract`) from standard input. A line has the features, then what became of
//! the pair, then both places.

#![expect(clippy::print_stdout, reason = "a program that prints")]

use std::io::BufRead as _;

use factcheck_align::events::{EventRef, dated};
use factcheck_core::record::{Record, Records};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut story: Vec<Records> = Vec::new();
    for line in std::io::stdin().lock().lines() {
        match (serde_json::from_str(&line?)?, story.last_mut()) {
            (Record::Article(article), _) => story.push(Records::new(*article)),
            (Record::Event(event), Some(records)) => records.events.push(*event),
            (Record::Time(time), Some(records)) => records.times.push(*time),
            _ => {}
        }
    }
    let all: Vec<Vec<EventRef>> = story
        .iter()
        .enumerate()
        .map(|(article, records)| {
            (0..records.events.len()).map(|event| EventRef { article, event }).collect()
        })
        .collect();
    for (index, left) in all.iter().enumerate() {
        for right in &all[index + 1..] {
            for why in dated::why(&story, left, right).iter().filter(|why| why.gap.is_some_and(|gap| gap > 0))
            {
                let like = &why.likeness;
                let verdict = why.verdict.as_ref().map_or_else(|reason| *reason, |_| "paired");
                print!(
                    "{}\t{:?}\t{}\t{}\t{:.3}\t{:.2}\t{}\t{}\t{verdict}",
                    why.gap.unwrap_or_default(),
                    like.classes,
                    like.main,
                    like.lead,
                    like.share,
                    like.sum,
                    like.named,
                    like.figures
                );
                for at in why.ends {
                    let event = &story[at.article].events[at.event];
                    let when =
                        event.when.as_ref().map(|when| (when.start, when.quote.as_str())).unwrap_or_default();
                    print!(
                        "\t{}\t{}\t{}\t{}\t{}",
                        event.place.article,
                        when.0,
                        event.class,
                        when.1,
                        event.sentence.replace(['\t', '\n'], " ")
                    );
                }
                println!();
            }
        }
    }
    Ok(())
}
