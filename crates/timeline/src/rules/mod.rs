//! Every rule of this crate, in code order.

mod clock_conflict;
mod date_conflict;
mod duration_conflict;
mod elapsed_mismatch;
mod impossible_date;
mod interval_conflict;
mod order_conflict;
mod ordinal_conflict;
mod reference_mismatch;
#[cfg(test)]
mod testing;
mod weekday_mismatch;

use factcheck_core::{finding::Finding, rule::Rule};

use crate::Story;

/// A rule of this crate: one story in, findings out.
pub type TimelineRule = Rule<fn(&Story<'_>, &mut Vec<Finding>)>;

/// Every rule, in code order.
pub static ALL: &[&TimelineRule] = &[
    &date_conflict::DATE_CONFLICT,
    &weekday_mismatch::WEEKDAY_MISMATCH,
    &interval_conflict::INTERVAL_CONFLICT,
    &duration_conflict::DURATION_CONFLICT,
    &order_conflict::ORDER_CONFLICT,
    &ordinal_conflict::ORDINAL_CONFLICT,
    &elapsed_mismatch::ELAPSED_MISMATCH,
    &clock_conflict::CLOCK_CONFLICT,
    &impossible_date::IMPOSSIBLE_DATE,
    &reference_mismatch::REFERENCE_MISMATCH,
];

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn doc_examples_do_what_they_say() {
        for rule in ALL {
            let (flagged, clean) = (rule.info().example("## Flagged"), rule.info().example("## Clean"));
            assert!(!flagged.is_empty() && !clean.is_empty(), "{} lacks an example", rule.code);
            assert!(testing::alerts(rule, &flagged), "{} does not flag its example", rule.code);
            assert!(!testing::alerts(rule, &clean), "{} flags its clean example", rule.code);
        }
    }

    #[test]
    fn codes_are_sorted_and_every_file_is_declared() {
        assert!(ALL.is_sorted_by(|a, b| a.code < b.code), "sort ALL by code, no code twice");
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
        let helpers = ["mod.rs", "testing.rs"];
        let files = std::fs::read_dir(dir).unwrap().filter_map(Result::ok);
        let source = |file: &std::fs::DirEntry| file.path().extension().is_some_and(|ending| ending == "rs");
        let rules = files
            .filter(source)
            .filter(|file| helpers.iter().all(|helper| file.file_name() != *helper))
            .count();
        assert_eq!(rules, ALL.len(), "a file in {dir} is not in ALL");
    }
}
