//! Makes the models from treebanks and measures them.
//!
//!     train tagger OUT TREEBANK...
//!     train eval TREEBANK...

use std::error::Error;
use std::io::{self, Write};
use std::time::Instant;

use factcheck_syntax::training::conllu::{self, Gold};
use factcheck_syntax::training::{Settings, tagger};
use factcheck_syntax::{Analyser, Token, Upos, tokenize};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tagger", out, treebanks @ ..] => {
            let model = tagger::train(&corpus(treebanks)?, Settings { bits: 14, rounds: 10, seed: 1 });
            Ok(std::fs::write(out, model)?)
        }
        ["eval", treebanks @ ..] => treebanks.iter().try_for_each(|path| eval(path)),
        _ => Err("usage: train tagger OUT TREEBANK... | train eval TREEBANK...".into()),
    }
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
