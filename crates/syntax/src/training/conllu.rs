//! Reads treebanks in the CoNLL-U format into sentences with gold tags and trees.

use std::cmp::Ordering;
use std::ops::Range;

use crate::labels::{Relation, Tag, Upos, Xpos};
use crate::tokens::Token;

/// A sentence of a treebank: its text and what its annotators say of it.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// The text, rebuilt from the words.
    pub text: String,
    /// The annotators' tokens.
    pub tokens: Vec<Token>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Their lemmas.
    pub lemmas: Vec<String>,
    /// The head of each token; its own number for the root.
    pub heads: Vec<u16>,
    /// The relation to the head.
    pub relations: Vec<Relation>,
}

impl Gold {
    /// The whole text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        0..self.text.len()
    }
}

/// Reads a treebank. Sentences with unknown labels or without one root are left out.
#[must_use]
pub fn read(conllu: &str) -> Vec<Gold> {
    conllu.split("\n\n").filter_map(sentence).filter(|gold| !gold.tokens.is_empty()).collect()
}

fn sentence(block: &str) -> Option<Gold> {
    let mut gold = Gold::default();
    let mut group_end = 0;
    let mut space_after = true;
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, lemma, upos, xpos, _, head, relation, _, misc] = fields.as_slice() else {
            return None;
        };
        let glued = misc.contains("SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            // A range such as "don't" over "do" and "n't": its own space counts.
            group_end = last.parse().ok()?;
            space_after = !glued;
            continue;
        }
        let number: u16 = id.parse().ok()?;
        let start = u32::try_from(gold.text.len()).ok()?;
        gold.text.push_str(form);
        gold.tokens.push(Token { start, end: u32::try_from(gold.text.len()).ok()? });
        let space = match number.cmp(&group_end) {
            Ordering::Less => false,
            Ordering::Equal => space_after,
            Ordering::Greater => !glued,
        };
        if space {
            gold.text.push(' ');
        }
        gold.tags.push(Tag { upos: Upos::from_name(upos)?, xpos: Xpos::from_name(xpos)? });
        gold.lemmas.push(lemma.to_owned());
        let head: u16 = head.parse().ok()?;
        gold.heads.push(head.checked_sub(1).unwrap_or(number - 1));
        gold.relations.push(Relation::from_name(relation)?);
    }
    let roots = (0_u16..).zip(&gold.heads).filter(|(at, head)| at == *head).count();
    (roots <= 1).then_some(gold)
}
