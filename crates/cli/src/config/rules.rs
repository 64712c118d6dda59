//! `[rules]`: a rule's code or name, and `"off"`, or how serious its alerts are on this desk.

use std::collections::BTreeMap;

use factcheck_core::{
    finding::{Finding, Severity},
    rule::RuleInfo,
};
use serde::Deserialize;

/// What a desk says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Setting {
    /// As the rule has it.
    On,
    /// Its findings are left out.
    Off,
    /// Its alerts are conflicts.
    Conflict,
    /// Its alerts are warnings.
    Warning,
    /// Its alerts are notes.
    Note,
}

impl Setting {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Self::On | Self::Off => None,
            Self::Conflict => Some(Severity::Conflict),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
        }
    }
}

/// The settings, by the codes of their rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Rules(pub(crate) BTreeMap<String, Setting>);

impl Rules {
    /// Takes names of rules for their codes.
    pub(super) fn name(&mut self, known: &[RuleInfo]) -> Result<(), String> {
        let mut settings = BTreeMap::new();
        for (given, setting) in std::mem::take(&mut self.0) {
            let is_it =
                |rule: &&RuleInfo| rule.code.eq_ignore_ascii_case(&given) || rule.name == given.as_str();
            let mut codes = known.iter().filter(is_it).map(|rule| rule.code).peekable();
            if codes.peek().is_none() {
                let codes: Vec<&str> = known.iter().map(|rule| rule.code).collect();
                return Err(format!("rules: no rule \"{given}\"; there are {}", codes.join(", ")));
            }
            // Two tools have a rule of one name: both are meant.
            settings.extend(codes.map(|code| (code.to_owned(), setting)));
        }
        self.0 = settings;
        Ok(())
    }

    pub(super) fn is_off(&self, code: &str) -> bool {
        self.0.get(code) == Some(&Setting::Off)
    }

    /// What is no alert stays what it is: a note was not doubted, and an agreement is none.
    pub(super) fn apply(&self, finding: &mut Finding) {
        let severity = self.0.get(&finding.code).and_then(|setting| setting.severity());
        if let Some(severity) = severity.filter(|_| finding.severity.is_alert()) {
            finding.severity = severity;
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    fn rules(text: &str) -> Result<Rules, String> {
        let rule = |code, name| RuleInfo { code, name, docs: "" };
        let known = [
            rule("N101", "value-conflict"),
            rule("N301", "reference-mismatch"),
            rule("T301", "reference-mismatch"),
        ];
        let mut rules: Rules = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        rules.name(&known).map(|()| rules)
    }

    /// What becomes of a conflict, a warning, a note and an agreement of N301.
    fn s(text: &str) -> String {
        let severities = [Severity::Conflict, Severity::Warning, Severity::Note, Severity::Agreement];
        let rules = match rules(text) {
            Ok(rules) => rules,
            Err(problem) => return problem,
        };
        let became = severities.map(|severity| {
            let mut finding = Finding::new("numbers", "N301", "reference-mismatch", severity);
            rules.apply(&mut finding);
            if rules.is_off("N301") { "off" } else { finding.severity.name() }
        });
        became.join(" ")
    }

    #[test]
    fn only_alerts_change() {
        snap!(s(""), @"conflict warning note agreement");
        snap!(s("N301 = \"on\""), @"conflict warning note agreement");
        snap!(s("N301 = \"warning\""), @"warning warning note agreement");
        snap!(s("n301 = \"conflict\""), @"conflict conflict note agreement");
        snap!(s("reference-mismatch = \"note\""), @"note note note agreement");
        snap!(s("reference-mismatch = \"off\""), @"off off off off");
        snap!(s("N101 = \"off\""), @"conflict warning note agreement");
    }

    #[test]
    fn what_is_no_rule_or_no_setting_is_told() {
        snap!(s("N302 = \"off\""), @r#"rules: no rule "N302"; there are N101, N301, T301"#);
        snap!(s("N301 = \"of\""), @"unknown variant `of`, expected one of `on`, `off`, `conflict`, `warning`, `note`");
    }
}
