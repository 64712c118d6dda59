//! Rules as values: a code, a name, the documentation that `factcheck explain` prints, and a pure function.

use crate::finding::Finding;

/// One kind of inconsistency. `Input` is what the rule sees: one story's questions or its network.
#[derive(Debug)]
pub struct Rule<Input: ?Sized + 'static> {
    /// Stable, never reused.
    pub code: &'static str,
    /// Says what it flags.
    pub name: &'static str,
    /// Its doc comment, in Markdown.
    pub docs: &'static str,
    /// Adds what it finds; no files, no clock, no format.
    pub check: fn(&Input, &mut Vec<Finding>),
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

impl<Input: ?Sized> Rule<Input> {
    /// What there is to say about it.
    #[must_use]
    pub fn info(&self) -> RuleInfo {
        RuleInfo { code: self.code, name: self.name, docs: self.docs }
    }
}

/// Declares a rule; its doc comment becomes its documentation.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $vis:vis static $ident:ident: $input:ty =
        { code: $code:literal, name: $name:literal, check: $check:path $(,)? };) => {
        $(#[doc = $doc])+
        $vis static $ident: $crate::rule::Rule<$input> = $crate::rule::Rule {
            code: $code, name: $name, docs: concat!($($doc, "\n"),+), check: $check,
        };
    };
}
