//! Questions that every reader asks of a sentence's tree. Knows grammar, no subject matter.

use std::borrow::Cow;

use factcheck_core::span::Span;
use factcheck_syntax::{Relation, Sentence, Upos, Xpos};

/// A token's characters: every reader asks for them, most of them in lower case.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    form: &'a str,
    lower: Cow<'a, str>,
}

impl<'a> Word<'a> {
    pub(crate) fn new(form: &'a str) -> Self {
        Self { form, lower: lowered(form) }
    }
}

/// A sentence with its text, for asking about words and their ties.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    /// Those of the tokens, as many.
    pub(crate) words: &'a [Word<'a>],
}

impl<'a> Tree<'a> {
    pub(crate) fn len(self) -> usize {
        self.sentence.tokens.len()
    }

    pub(crate) fn form(self, token: usize) -> &'a str {
        self.words.get(token).map_or("", |word| word.form)
    }

    pub(crate) fn is(self, token: usize, word: &str) -> bool {
        self.form(token).eq_ignore_ascii_case(word)
    }

    pub(crate) fn upos(self, token: usize) -> Upos {
        self.sentence.tags[token].upos
    }

    pub(crate) fn xpos(self, token: usize) -> Xpos {
        self.sentence.tags[token].xpos
    }

    pub(crate) fn lemma(self, token: usize) -> Cow<'a, str> {
        Cow::Borrowed(self.sentence.lemma(token).unwrap_or_default())
    }

    /// The base form in lower case; that of a name has capitals in some scripts.
    pub(crate) fn lower_lemma(self, token: usize) -> Cow<'a, str> {
        lowered(self.sentence.lemma(token).unwrap_or_default())
    }

    pub(crate) fn relation(self, token: usize) -> Relation {
        self.sentence.relations[token]
    }

    /// The head of a token; `None` at the root.
    pub(crate) fn head(self, token: usize) -> Option<usize> {
        let head = usize::from(self.sentence.heads[token]);
        (head != token).then_some(head)
    }

    /// The token and its heads up to the root.
    pub(crate) fn ancestors(self, token: usize) -> impl Iterator<Item = usize> + 'a {
        // A tree has no cycle, but a bound costs nothing and keeps a broken model from hanging a run.
        std::iter::successors(Some(token), move |at| self.head(*at)).take(self.len())
    }

    pub(crate) fn children(self, token: usize) -> impl Iterator<Item = usize> + 'a {
        self.sentence.children(token)
    }

    pub(crate) fn child(self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token).find(|child| relations.contains(&self.relation(*child)))
    }

    /// The preposition or particle that introduces a phrase: "to" in "to China".
    pub(crate) fn case(self, token: usize) -> Option<Cow<'a, str>> {
        self.child(token, &[Relation::Case, Relation::Mark]).map(|case| self.lower(case))
    }

    pub(crate) fn lower(self, token: usize) -> Cow<'a, str> {
        Cow::Borrowed(self.words.get(token).map_or("", |word| &word.lower))
    }

    /// Whether `below` is `token` or hangs below it.
    pub(crate) fn is_under(self, below: usize, token: usize) -> bool {
        self.ancestors(below).any(|at| at == token)
    }

    /// The tokens that lie in `span`, even in part.
    pub(crate) fn tokens_in(self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.sentence.tokens;
        let start = tokens.partition_point(|token| token.end <= span.start);
        let end = tokens.partition_point(|token| token.start < span.end);
        start..end.max(start)
    }

    /// The token of `span` whose head lies outside: what ties the words to the rest of the sentence.
    pub(crate) fn top(self, span: Span) -> Option<usize> {
        let tokens = self.tokens_in(span);
        let content = |token: &usize| {
            !matches!(self.upos(*token), Upos::Punct | Upos::Adp | Upos::Det | Upos::Adv | Upos::Part)
        };
        let outside = |token: &usize| self.head(*token).is_none_or(|head| !tokens.contains(&head));
        tokens.clone().filter(outside).find(content).or_else(|| tokens.clone().find(outside))
    }

    /// Bytes from the first to the last of the tokens.
    pub(crate) fn span(self, tokens: std::ops::Range<usize>) -> Span {
        let all = &self.sentence.tokens;
        match (all.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| all.get(last))) {
            (Some(first), Some(last)) => Span { start: first.start, end: last.end },
            _ => Span::default(),
        }
    }

    /// The smallest run of tokens around everything that hangs below `token`.
    pub(crate) fn phrase(self, token: usize) -> std::ops::Range<usize> {
        self.sentence.subtree(token)
    }

    /// The nearest verb at or above `token`, looking through nouns.
    pub(crate) fn verb_above(self, token: usize) -> Option<usize> {
        self.ancestors(token).find(|at| self.upos(*at) == Upos::Verb)
    }

    /// Whether the token is denied: "not", "never", "no".
    pub(crate) fn is_denied(self, token: usize) -> bool {
        self.children(token).any(|child| {
            matches!(self.relation(child), Relation::Advmod | Relation::Det)
                && matches!(self.lower(child).as_ref(), "not" | "n't" | "n’t" | "never" | "no" | "neither")
        })
    }
}

/// A word in lower case, copied only where it is not.
pub(crate) fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}
