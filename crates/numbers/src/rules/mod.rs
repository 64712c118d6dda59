//! Every rule of this crate, in code order.

mod comparison_mismatch;
pub(crate) mod figures;
mod growth_mismatch;
mod magnitude_slip;
mod period_slip;
mod rate_mismatch;
mod reference_mismatch;
mod rounding_slip;
mod share_mismatch;
mod sum_mismatch;
#[cfg(test)]
mod testing;
mod unit_slip;
mod value_conflict;

use factcheck_core::{finding::Finding, rule::Rule};

use crate::Story;

/// A rule of this crate: one story in, findings out.
pub type NumberRule = Rule<fn(&Story<'_>, &mut Vec<Finding>)>;

/// Every rule, in code order.
pub static ALL: &[&NumberRule] = &[
    &value_conflict::VALUE_CONFLICT,
    &magnitude_slip::MAGNITUDE_SLIP,
    &unit_slip::UNIT_SLIP,
    &rounding_slip::ROUNDING_SLIP,
    &period_slip::PERIOD_SLIP,
    &growth_mismatch::GROWTH_MISMATCH,
    &share_mismatch::SHARE_MISMATCH,
    &sum_mismatch::SUM_MISMATCH,
    &comparison_mismatch::COMPARISON_MISMATCH,
    &rate_mismatch::RATE_MISMATCH,
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
        let helpers = ["mod.rs", "figures.rs", "testing.rs"];
        let files = std::fs::read_dir(dir).unwrap().filter_map(Result::ok);
        let source = |file: &std::fs::DirEntry| file.path().extension().is_some_and(|ending| ending == "rs");
        let rules = files
            .filter(source)
            .filter(|file| helpers.iter().all(|helper| file.file_name() != *helper))
            .count();
        assert_eq!(rules, ALL.len(), "a file in {dir} is not in ALL");
    }
}
