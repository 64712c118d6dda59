//! Packs the files of `WordNet` 3.0 into the table that [`crate::wordnet`] reads.

use std::collections::{BTreeMap, BTreeSet};

use crate::model;
use crate::wordnet::{BUCKET_BITS, NONE, hash, pair};

/// The text of one part of speech: its `index` and its `data` file.
#[derive(Clone, Copy, Debug)]
pub struct Part<'t> {
    /// `noun`, `verb`, `adj` or `adv`.
    pub name: &'t str,
    /// Lemmas and their synsets.
    pub index: &'t str,
    /// Synsets and their pointers.
    pub data: &'t str,
}

struct Synset<'t> {
    lexname: u8,
    words: Vec<(String, bool)>,
    pointers: Vec<Pointer<'t>>,
}

struct Pointer<'t> {
    symbol: &'t str,
    target: (char, u32),
    from_word: usize,
    to_word: usize,
}

/// The table. Names of species and compound names are left out, as no article's figures need them.
#[must_use]
pub fn pack(parts: &[Part]) -> Vec<u8> {
    let mut synsets: BTreeMap<(char, u32), Synset> = BTreeMap::new();
    for part in parts {
        let class = class_of(part.name);
        synsets.extend(
            lines(part.data).filter_map(|line| synset(line).map(|(at, synset)| ((class, at), synset))),
        );
    }
    let numbers: BTreeMap<(char, u32), u32> = synsets.keys().copied().zip(0..).collect();
    let senses = senses(parts, &synsets, &numbers);
    let mut order: Vec<&String> = senses.keys().collect();
    order.sort_by_key(|lemma| (hash(lemma), lemma.as_str()));
    let ids: BTreeMap<&str, u32> = order.iter().map(|lemma| lemma.as_str()).zip(0..).collect();

    let hypernym = |synset: &Synset| {
        let up = synset.pointers.iter().find(|pointer| matches!(pointer.symbol, "@" | "@i"));
        up.and_then(|pointer| numbers.get(&pointer.target)).copied().unwrap_or(NONE)
    };
    let lexnames: Vec<u8> = synsets.values().map(|synset| synset.lexname).collect();
    let letters: String = order.iter().map(|lemma| lemma.as_str()).collect();
    let all_senses: Vec<u32> = order.iter().flat_map(|lemma| senses[*lemma].iter().copied()).collect();
    model::write(&[
        &bytes(buckets(&order)),
        &bytes(starts(order.iter().map(|lemma| lemma.len()))),
        letters.as_bytes(),
        &bytes(starts(order.iter().map(|lemma| senses[*lemma].len()))),
        &bytes(all_senses),
        &lexnames,
        &bytes(synsets.values().map(hypernym)),
        &pairs(&synsets, &ids, &["+", "\\", "<"]),
        &pairs(&synsets, &ids, &["!"]),
    ])
}

/// The irregular forms: lines `class,form,lemma`, sorted.
#[must_use]
pub fn exceptions(files: &[(&str, &str)]) -> String {
    let mut rows = BTreeSet::new();
    for (class, text) in files {
        for line in text.lines().filter(|line| !line.contains(['_', ','])) {
            let mut words = line.split(' ');
            if let (Some(form), Some(lemma)) = (words.next(), words.next()) {
                rows.insert((*class, form, lemma));
            }
        }
    }
    // One lemma a form: the first.
    let mut last = ("", "");
    let mut text = String::new();
    for (class, form, lemma) in rows {
        if last != (class, form) {
            text.extend([class, ",", form, ",", lemma, "\n"]);
        }
        last = (class, form);
    }
    text
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with(' '))
}

fn class_of(name: &str) -> char {
    match name {
        "noun" => 'n',
        "verb" => 'v',
        "adj" => 'a',
        _ => 'r',
    }
}

fn synset(line: &str) -> Option<(u32, Synset<'_>)> {
    let mut fields = line.split(' ');
    let at = fields.next()?.parse().ok()?;
    let lexname = fields.next()?.parse().ok()?;
    fields.next()?;
    let count = usize::from_str_radix(fields.next()?, 16).ok()?;
    let mut words = Vec::new();
    for _ in 0..count {
        // "galore(ip)": where the adjective stands is no part of it.
        let word = fields.next()?.split('(').next()?.replace('_', " ");
        let is_name = word.contains(char::is_uppercase);
        words.push((word.to_lowercase(), is_name));
        fields.next()?;
    }
    let count: usize = fields.next()?.parse().ok()?;
    let mut pointers = Vec::new();
    for _ in 0..count {
        let symbol = fields.next()?;
        let target = fields.next()?.parse().ok()?;
        let class = fields.next()?.chars().next()?;
        let (from, to) = fields.next()?.split_at_checked(2)?;
        let place = |hex| usize::from_str_radix(hex, 16).ok();
        pointers.push(Pointer {
            symbol,
            target: (class, target),
            from_word: place(from)?,
            to_word: place(to)?,
        });
    }
    Some((at, Synset { lexname, words, pointers }))
}

/// The synsets of each lemma that is kept.
fn senses(
    parts: &[Part],
    synsets: &BTreeMap<(char, u32), Synset>,
    numbers: &BTreeMap<(char, u32), u32>,
) -> BTreeMap<String, Vec<u32>> {
    let mut senses: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for part in parts {
        let class = class_of(part.name);
        for line in lines(part.index) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let Some(lemma) = fields.first().map(|lemma| lemma.replace('_', " ")) else { continue };
            let count: usize = fields.get(2).and_then(|count| count.parse().ok()).unwrap_or_default();
            let keys = fields[fields.len().saturating_sub(count)..]
                .iter()
                .filter_map(|at| Some((class, at.parse().ok()?)));
            let kept: Vec<u32> = keys
                .filter(|key| synsets.get(key).is_some_and(|synset| is_kept(&lemma, synset)))
                .filter_map(|key| numbers.get(&key).copied())
                .collect();
            if !kept.is_empty() {
                senses.entry(lemma).or_default().extend(kept);
            }
        }
    }
    senses
}

/// Leaves out compounds in the kingdoms of nature, names of species, compound names and phrases.
fn is_kept(lemma: &str, synset: &Synset) -> bool {
    const ANIMAL: u8 = 5;
    const BODY: u8 = 8;
    const PLANT: u8 = 20;
    let is_name = synset.words.iter().any(|(word, is_name)| *is_name && word == lemma);
    let blanks = lemma.matches(' ').count();
    let nature = matches!(synset.lexname, ANIMAL | BODY | PLANT);
    !(blanks > 1 || blanks > 0 && (is_name || nature) || is_name && nature)
}

fn buckets(order: &[&String]) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut at = 0;
    for bucket in 0..=(1_u32 << BUCKET_BITS) {
        while order.get(at).is_some_and(|lemma| hash(lemma) >> (32 - BUCKET_BITS) < bucket) {
            at += 1;
        }
        starts.push(u32::try_from(at).unwrap_or(u32::MAX));
    }
    starts
}

fn starts(lengths: impl Iterator<Item = usize>) -> impl Iterator<Item = u32> {
    let mut sum = 0;
    std::iter::once(0).chain(lengths.map(move |length| {
        sum += u32::try_from(length).unwrap_or_default();
        sum
    }))
}

fn bytes(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Sorted pairs of the words that pointers of these kinds join, both ways round.
fn pairs(synsets: &BTreeMap<(char, u32), Synset>, ids: &BTreeMap<&str, u32>, symbols: &[&str]) -> Vec<u8> {
    let mut found = BTreeSet::new();
    for synset in synsets.values() {
        for pointer in synset.pointers.iter().filter(|pointer| symbols.contains(&pointer.symbol)) {
            let Some(target) = synsets.get(&pointer.target) else { continue };
            let word = |synset: &Synset, place: usize| {
                place
                    .checked_sub(1)
                    .and_then(|at| synset.words.get(at))
                    .and_then(|(word, _)| ids.get(word.as_str()).copied())
            };
            let (Some(a), Some(b)) = (word(synset, pointer.from_word), word(target, pointer.to_word)) else {
                continue;
            };
            if a != b {
                found.insert(pair(a, b));
                found.insert(pair(b, a));
            }
        }
    }
    found.into_iter().flatten().collect()
}
