//! What `factcheck explain` and `factcheck rules` print, from the rules' own documentation.

use std::io::{self, Write};

use factcheck_core::rule::RuleInfo;

use crate::error::Error;

/// Every rule, in code order: numbers, then timeline.
pub(crate) fn rules() -> Vec<RuleInfo> {
    let numbers = factcheck_numbers::rules::ALL.iter().map(|rule| rule.info());
    let timeline = factcheck_timeline::rules::ALL.iter().map(|rule| rule.info());
    numbers.chain(timeline).collect()
}

/// Prints one rule's documentation.
pub(crate) fn explain(code: &str, out: &mut dyn Write) -> Result<(), Error> {
    let rules = rules();
    let wanted =
        |rule: &&RuleInfo| rule.code.eq_ignore_ascii_case(code) || rule.name.eq_ignore_ascii_case(code);
    let Some(rule) = rules.iter().find(wanted) else {
        let codes: Vec<&str> = rules.iter().map(|rule| rule.code).collect();
        return Err(Error::Usage(format!("no rule {code:?}; there are {}", codes.join(", "))));
    };
    writeln!(out, "# {} {}\n", rule.code, rule.name)?;
    Ok(out.write_all(rule.text().as_bytes())?)
}

/// Prints a line a rule.
pub(crate) fn list(out: &mut dyn Write) -> io::Result<()> {
    for rule in rules() {
        writeln!(out, "{}  {:<22}  {}", rule.code, rule.name, rule.summary())?;
    }
    Ok(())
}
