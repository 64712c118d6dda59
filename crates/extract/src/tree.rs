//! Questions that every reader asks of a sentence's tree. Knows grammar, no subject matter.

use std::{borrow::Cow, ops::Range};

use factcheck_core::span::Span;
use factcheck_syntax::{Relation, Sentence, Upos, Xpos};

/// The characters of tokens: every reader asks for them, most of them in lower case.
#[derive(Debug, Default)]
pub(crate) struct Words<'a> {
    words: Vec<Word<'a>>,
    /// The letters of those that are not in lower case, in lower case.
    lowered: String,
}

#[derive(Debug)]
struct Word<'a> {
    form: &'a str,
    /// Where it stands in lower case, if that is not its form.
    lower: Option<(u32, u32)>,
}

/// The characters of one sentence's tokens.
#[derive(Clone, Copy)]
pub(crate) struct Forms<'a> {
    words: &'a [Word<'a>],
    lowered: &'a str,
}

impl<'a> Words<'a> {
    /// Adds the tokens of a sentence, and says where they are.
    pub(crate) fn add(&mut self, forms: impl Iterator<Item = &'a str>) -> Range<usize> {
        let first = self.words.len();
        for form in forms {
            let lower = if is_lower(form) { None } else { self.lower(form) };
            self.words.push(Word { form, lower });
        }
        first..self.words.len()
    }

    fn lower(&mut self, form: &str) -> Option<(u32, u32)> {
        let start = u32::try_from(self.lowered.len()).ok()?;
        if form.is_ascii() {
            self.lowered.push_str(form);
            self.lowered[start as usize..].make_ascii_lowercase();
        } else {
            self.lowered.push_str(&form.to_lowercase());
        }
        Some((start, u32::try_from(self.lowered.len()).ok()?))
    }

    /// Those of one sentence.
    pub(crate) fn of(&self, words: &Range<usize>) -> Forms<'_> {
        Forms { words: self.words.get(words.clone()).unwrap_or_default(), lowered: &self.lowered }
    }
}

impl<'a> Forms<'a> {
    fn form(self, token: usize) -> &'a str {
        self.words.get(token).map_or("", |word| word.form)
    }

    fn lower(self, token: usize) -> &'a str {
        let Some(word) = self.words.get(token) else { return "" };
        match word.lower {
            Some((start, end)) => self.lowered.get(start as usize..end as usize).unwrap_or_default(),
            None => word.form,
        }
    }
}

/// A sentence with its text, for asking about words and their ties.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    /// Those of the tokens, as many.
    pub(crate) words: Forms<'a>,
}

impl<'a> Tree<'a> {
    pub(crate) fn len(self) -> usize {
        self.sentence.tokens.len()
    }

    pub(crate) fn form(self, token: usize) -> &'a str {
        self.words.form(token)
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
        Cow::Borrowed(self.base(token))
    }

    /// The same, as it stands in the sentence.
    pub(crate) fn base(self, token: usize) -> &'a str {
        self.sentence.lemma(token).unwrap_or_default()
    }

    /// The base form in lower case; that of a name has capitals in some scripts.
    pub(crate) fn lower_lemma(self, token: usize) -> Cow<'a, str> {
        let lemma = self.base(token);
        if lemma.is_ascii() { Cow::Borrowed(lemma) } else { Cow::Owned(lemma.to_lowercase()) }
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
        Cow::Borrowed(self.small(token))
    }

    /// The same, as it stands in the document.
    pub(crate) fn small(self, token: usize) -> &'a str {
        self.words.lower(token)
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

    /// Whether the token lies in `span`, even in part.
    pub(crate) fn lies_in(self, token: usize, span: Span) -> bool {
        self.sentence.tokens.get(token).is_some_and(|token| token.end > span.start && token.start < span.end)
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

/// Whether a word is surely in lower case.
fn is_lower(word: &str) -> bool {
    !word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
}
