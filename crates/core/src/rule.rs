//! Rules as values: a code, a name, the documentation that `factcheck explain` prints, and a pure function.

/// One kind of inconsistency. `Check` is the type of its function: what it sees is each tool's own, what it gives
/// are findings; no files, no clock, no format.
#[derive(Debug)]
pub struct Rule<Check> {
    /// Stable, never reused.
    pub code: &'static str,
    /// Says what it flags.
    pub name: &'static str,
    /// Its doc comment, in Markdown.
    pub docs: &'static str,
    /// Adds what it finds.
    pub check: Check,
}

/// What `factcheck explain` and `factcheck rules` need of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleInfo {
    /// Stable code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its documentation, in Markdown.
    pub docs: &'static str,
}

impl<Check> Rule<Check> {
    /// What there is to say about it.
    #[must_use]
    pub fn info(&self) -> RuleInfo {
        RuleInfo { code: self.code, name: self.name, docs: self.docs }
    }
}

impl RuleInfo {
    /// The documentation as Markdown, without the blank that doc comments begin their lines with.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// What it flags, in one line.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default().trim()
    }

    /// The example under a heading of the documentation ("## Flagged", "## Clean"); "" where there is none.
    #[must_use]
    pub fn example(&self, heading: &str) -> String {
        let text = self.text();
        let block: Vec<&str> = text
            .lines()
            .skip_while(|line| *line != heading)
            .skip_while(|line| *line != "```text")
            .skip(1)
            .take_while(|line| *line != "```")
            .collect();
        block.join("\n")
    }
}

/// Declares a rule; its doc comment becomes its documentation.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $vis:vis static $ident:ident: $rule:ty =
        { code: $code:literal, name: $name:literal, check: $check:path $(,)? };) => {
        $(#[doc = $doc])+
        $vis static $ident: $rule = $crate::rule::Rule {
            code: $code, name: $name, docs: concat!($($doc, "\n"),+), check: $check,
        };
    };
}
