//! What `--explain-config` prints: every setting of a run with its value, as `factcheck.toml` has it, and who set it.

use std::{
    fmt::Display,
    io::{self, Write},
};

use super::Config;
use crate::args::{CheckArguments, FailOn};

const FILE: &str = "factcheck.toml";
const DEFAULT: &str = "default";
const COMMAND: &str = "command line";

/// Prints the settings of a run.
pub(crate) fn explain(config: &Config, arguments: &CheckArguments, out: &mut dyn Write) -> io::Result<()> {
    match &config.file {
        Some(path) => writeln!(out, "# {FILE} is {}", path.display())?,
        None if arguments.isolated => writeln!(out, "# no {FILE}: --isolated")?,
        None => writeln!(out, "# no {FILE} from the first path upward")?,
    }
    let fail_on = match (arguments.output.fail_on, config.fail_on) {
        (Some(given), _) => (given, COMMAND),
        (None, Some(set)) => (set, FILE),
        (None, None) => (FailOn::Never, DEFAULT),
    };
    setting(out, "fail-on", &quoted(fail_on.0.name()), fail_on.1)?;
    let quiet = match (arguments.input.quiet, config.quiet) {
        (true, _) => (true, COMMAND),
        (false, true) => (true, FILE),
        (false, false) => (false, DEFAULT),
    };
    setting(out, "quiet", &quiet.0, quiet.1)?;
    for (paths, from) in [(&config.reference, FILE), (&arguments.reference, COMMAND)] {
        for path in paths {
            setting(out, "reference", &quoted(&path.display().to_string()), from)?;
        }
    }
    for (code, rule) in &config.rules.0 {
        setting(out, &format!("rules.{code}"), &quoted(rule.name()), FILE)?;
    }
    if let Some(percent) = config.tolerance.percent {
        setting(out, "tolerance.percent", &percent, FILE)?;
    }
    if let Some(days) = config.tolerance.days {
        setting(out, "tolerance.days", &days, FILE)?;
    }
    for (name, others) in &config.aliases.0 {
        let others: Vec<String> = others.iter().map(|other| quoted(other)).collect();
        setting(out, &format!("aliases.{}", quoted(name)), &format!("[{}]", others.join(", ")), FILE)?;
    }
    Ok(())
}

fn setting(out: &mut dyn Write, name: &str, value: &dyn Display, from: &str) -> io::Result<()> {
    writeln!(out, "{:<40} # {from}", format!("{name} = {value}"))
}

/// As TOML writes a text.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
