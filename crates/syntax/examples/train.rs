//! Makes the models from treebanks and measures them.
//!
//!     train tagger OUT TREEBANK...
//!     train parser OUT TREEBANK...
//!     train wordnet FOLDER OUT
//!     train exceptions FOLDER OUT
//!     train eval TREEBANK...
//!     train speed TEXT...

use std::error::Error;
use std::io::{self, Write};
use std::time::Instant;

use factcheck_syntax::training::conllu::{self, Gold};
use factcheck_syntax::training::wordnet::Part;
use factcheck_syntax::training::{self, Settings, parser, tagger};
use factcheck_syntax::{Analyser, Token, Upos, lemma, sentences, tokenize};

const TAGGER: Settings = Settings { bits: 14, rounds: 10, seed: 1 };
const PARSER: Settings = Settings { bits: 14, rounds: 14, seed: 14 };
const CLASSES: [&str; 4] = ["noun", "verb", "adj", "adv"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tagger", out, treebanks @ ..] => {
            Ok(std::fs::write(out, tagger::train(&corpus(treebanks)?, TAGGER))?)
        }
        ["parser", out, treebanks @ ..] => {
            Ok(std::fs::write(out, parser::train(&corpus(treebanks)?, TAGGER, PARSER))?)
        }
        ["wordnet", folder, out] => wordnet(folder, out),
        ["exceptions", folder, out] => exceptions(folder, out),
        ["speed", texts @ ..] => texts.iter().try_for_each(|path| speed_of(path)),
        ["eval", treebanks @ ..] => treebanks.iter().try_for_each(|path| eval(path)),
        _ => Err("usage: train tagger OUT TREEBANK... | train eval TREEBANK... | ...".into()),
    }
}

fn wordnet(folder: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for name in CLASSES {
        let read = |kind: &str| std::fs::read_to_string(format!("{folder}/{kind}.{name}"));
        texts.push((name, read("index")?, read("data")?));
    }
    let parts: Vec<Part> = texts.iter().map(|(name, index, data)| Part { name, index, data }).collect();
    Ok(std::fs::write(out, training::wordnet::pack(&parts))?)
}

fn exceptions(folder: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for name in CLASSES {
        texts.push((name, std::fs::read_to_string(format!("{folder}/{name}.exc"))?));
    }
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Ok(std::fs::write(out, training::wordnet::exceptions(&files))?)
}

fn corpus(paths: &[&str]) -> io::Result<Vec<Gold>> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(conllu::read(&std::fs::read_to_string(path)?));
    }
    Ok(all)
}

fn eval(path: &str) -> Result<(), Box<dyn Error>> {
    let golds = corpus(&[path])?;
    let mut out = io::stdout().lock();
    writeln!(out, "{path}")?;
    tokens(&golds, &mut out)?;
    tags(&golds, &mut out)?;
    lemmas(&golds, &mut out)?;
    trees(&golds, &mut out)?;
    Ok(())
}

/// "94.37 %", cut, without floats.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02} % of {whole}", hundredths / 100, hundredths % 100)
}

/// Bytes and things in a second.
fn speed(things: usize, bytes: usize, start: Instant) -> String {
    let micros = usize::try_from(start.elapsed().as_micros()).unwrap_or(usize::MAX).max(1);
    let tenths = bytes * 10 / micros;
    format!("{} tokens/s, {}.{} MB/s", things * 1_000_000 / micros, tenths / 10, tenths % 10)
}

fn tokens(golds: &[Gold], out: &mut impl Write) -> io::Result<()> {
    let (mut right, mut ours, mut theirs) = (0, 0, 0);
    let mut found: Vec<Token> = Vec::new();
    for gold in golds {
        tokenize(&gold.text, gold.range(), &mut found);
        right += found.iter().filter(|token| gold.tokens.contains(token)).count();
        ours += found.len();
        theirs += gold.tokens.len();
    }
    writeln!(out, "  tokens: precision {}, recall {}", percent(right, ours), percent(right, theirs))
}

fn tags(golds: &[Gold], out: &mut impl Write) -> io::Result<()> {
    let mut analyser = Analyser::new();
    let (mut upos, mut xpos, mut all, mut bytes) = (0, 0, 0, 0);
    let mut confused: std::collections::BTreeMap<(Upos, Upos), usize> = std::collections::BTreeMap::new();
    let start = Instant::now();
    for gold in golds {
        let sentence = analyser.tag_given(&gold.text, &gold.tokens);
        bytes += gold.text.len();
        for (tag, right) in sentence.tags.iter().zip(&gold.tags) {
            all += 1;
            upos += usize::from(tag.upos == right.upos);
            xpos += usize::from(tag.xpos == right.xpos);
            if tag.upos != right.upos {
                *confused.entry((right.upos, tag.upos)).or_default() += 1;
            }
        }
    }
    writeln!(
        out,
        "  tags: UPOS {}, XPOS {}; {}",
        percent(upos, all),
        percent(xpos, all),
        speed(all, bytes, start)
    )?;
    let mut worst: Vec<_> = confused.into_iter().collect();
    worst.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((right, ours), count) in worst.iter().take(8) {
        write!(out, "  {right} as {ours} {count};")?;
    }
    writeln!(out)
}

fn lemmas(golds: &[Gold], out: &mut impl Write) -> io::Result<()> {
    let (mut right, mut all) = (0, 0);
    let mut wrong: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for gold in golds {
        for ((token, tag), wanted) in gold.tokens.iter().zip(&gold.tags).zip(&gold.lemmas) {
            if matches!(tag.upos, Upos::Punct | Upos::Sym | Upos::X) {
                continue;
            }
            all += 1;
            let found = lemma(token.text(&gold.text), tag.upos);
            if *found == wanted.to_lowercase() {
                right += 1;
            } else {
                let miss = format!("{} {}: {found}, not {wanted}", token.text(&gold.text), tag.upos);
                *wrong.entry(miss).or_default() += 1;
            }
        }
    }
    writeln!(out, "  lemmas (gold tags, lower case): {}", percent(right, all))?;
    let mut worst: Vec<_> = wrong.into_iter().collect();
    worst.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (miss, count) in worst.iter().take(12) {
        write!(out, "  {miss} {count};")?;
    }
    writeln!(out)
}

const TEMPORAL: &[&str] = &[
    "april",
    "august",
    "day",
    "december",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "month",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
    "week",
    "year",
];

/// Tokens, right heads, right heads and relations.
#[derive(Default)]
struct Attached(usize, usize, usize);

impl Attached {
    fn add(&mut self, head: bool, relation: bool) {
        self.0 += 1;
        self.1 += usize::from(head);
        self.2 += usize::from(head && relation);
    }
}

fn trees(golds: &[Gold], out: &mut impl Write) -> io::Result<()> {
    let mut analyser = Analyser::new();
    let (mut all, mut words, mut numbers, mut times) =
        (Attached::default(), Attached::default(), Attached::default(), Attached::default());
    let mut bytes = 0;
    let start = Instant::now();
    for gold in golds {
        let sentence = analyser.analyse_given(&gold.text, &gold.tokens);
        bytes += gold.text.len();
        for at in 0..gold.tokens.len() {
            let head = sentence.heads[at] == gold.heads[at];
            let relation = sentence.relations[at] == gold.relations[at];
            all.add(head, relation);
            if gold.tags[at].upos != Upos::Punct {
                words.add(head, relation);
            }
            if gold.tags[at].upos == Upos::Num {
                numbers.add(head, relation);
            }
            let is_noun = matches!(gold.tags[at].upos, Upos::Noun | Upos::Propn);
            if is_noun && TEMPORAL.binary_search(&gold.lemmas[at].to_lowercase().as_str()).is_ok() {
                times.add(head, relation);
            }
        }
    }
    let rate = speed(all.0, bytes, start);
    for (name, Attached(all, heads, both)) in
        [("trees", all), ("without marks", words), ("NUM", numbers), ("temporal nouns", times)]
    {
        writeln!(out, "  {name}: UAS {}, LAS {}", percent(heads, all), percent(both, all))?;
    }
    writeln!(out, "  parsing: {rate}")
}

/// The fastest of twenty passes over a plain text: sentences and tokens, with tags, with trees.
fn speed_of(path: &str) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut out = io::stdout().lock();
    let mut analyser = Analyser::new();
    let mut tokens = Vec::new();
    for (name, stage) in [("tokens", 0), ("tags", 1), ("trees", 2)] {
        let pass = |tokens: &mut Vec<Token>, analyser: &mut Analyser| {
            let start = Instant::now();
            let mut count = 0;
            for range in sentences(&text) {
                count += match stage {
                    0 => {
                        tokenize(&text, range, tokens);
                        tokens.len()
                    }
                    1 => analyser.tag(&text, range).len(),
                    _ => analyser.analyse(&text, range).len(),
                };
            }
            (start.elapsed(), count)
        };
        let best = (0..20).map(|_| pass(&mut tokens, &mut analyser)).min();
        let (elapsed, count) = best.unwrap_or_default();
        let micros = usize::try_from(elapsed.as_micros())?.max(1);
        let tenths = text.len() * 10 / micros;
        writeln!(
            out,
            "{name}: {} tokens/s, {}.{} MB/s",
            count * 1_000_000 / micros,
            tenths / 10,
            tenths % 10
        )?;
    }
    Ok(())
}
