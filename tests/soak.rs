//! Thousands of articles that went wrong on their way: bytes flipped, lines swapped, cut off, in another encoding, two
//! run together. Every run ends as it should and writes lines of JSON in UTF-8.

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use common::root;

/// So many articles are checked at once.
const TOGETHER: u64 = 20;

#[test]
fn articles_that_went_wrong() {
    soak(60);
}

/// Some minutes: `cargo test -p factcheck-cli --test soak -- --ignored --nocapture`.
#[test]
#[ignore = "ten thousand articles"]
fn thousands_of_articles_that_went_wrong() {
    soak(10_000);
}

fn soak(articles: u64) {
    let seeds = seeds();
    let mut random = Random(20_240_305);
    let folder = tempfile::tempdir().expect("a folder");
    let mut findings = 0;
    for batch in 0..articles / TOGETHER {
        let story = folder.path().join(batch.to_string());
        fs::create_dir(&story).expect("a folder");
        for number in 0..TOGETHER {
            fs::write(story.join(format!("{number}.txt")), wrong(&seeds, &mut random)).expect("written");
        }
        findings += check(&story);
    }
    #[expect(clippy::print_stderr, reason = "what was looked at")]
    {
        eprintln!("{articles} articles, {findings} findings");
    }
    assert!(findings > 0, "nothing was compared");
}

/// Runs a check; how many findings it has.
fn check(story: &Path) -> usize {
    let output = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["check", "--isolated", "--format", "jsonl", "--all"])
        .arg(story)
        .output()
        .expect("the binary runs");
    let told = String::from_utf8_lossy(&output.stderr);
    let files = || fs::read_dir(story).expect("a folder").count();
    assert!(matches!(output.status.code(), Some(0 | 3)), "{:?} of {} files: {told}", output.status, files());
    assert!(!told.contains("panicked"), "{told}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for line in text.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(finding["id"].is_string(), "{line}");
    }
    text.lines().count()
}

/// The demonstration story, and inputs of every format.
fn seeds() -> Vec<Vec<u8>> {
    let texts = files(&root().join("data/articles"));
    let inputs = files(&root().join("fuzz/seeds/inputs"));
    // Half of all are of the story, so that something is compared.
    let mut seeds: Vec<Vec<u8>> = texts.iter().cycle().take(inputs.len()).map(read).collect();
    seeds.extend(inputs.iter().map(read));
    seeds
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let mut files: Vec<_> = files
        .filter(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "csv"))
        .collect();
    files.sort();
    files
}

fn read(path: &PathBuf) -> Vec<u8> {
    fs::read(path).expect("a file")
}

/// One of the seeds, with up to three things that went wrong.
fn wrong(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let seed = |random: &mut Random| seeds[random.below(seeds.len())].clone();
    let mut bytes = seed(random);
    for _ in 0..random.below(4) {
        let length = bytes.len().max(1);
        match random.below(8) {
            0 => {
                for _ in 0..=random.below(20) {
                    if let Some(byte) = bytes.get_mut(random.below(length)) {
                        *byte ^= 1 << random.below(8);
                    }
                }
            }
            1 => {
                bytes = lines(&bytes, |lines| {
                    for _ in 0..=random.below(5) {
                        let many = lines.len();
                        lines.swap(random.below(many), random.below(many));
                    }
                });
            }
            2 => {
                bytes = lines(&bytes, |lines| {
                    let line = lines[random.below(lines.len())];
                    lines.splice(0..0, std::iter::repeat_n(line, random.below(50)));
                });
            }
            3 => bytes.truncate(random.below(length)),
            4 => drop(bytes.drain(..random.below(length))),
            5 => bytes = encoded(&String::from_utf8_lossy(&bytes), random.below(4)),
            6 => {
                let other = seed(random);
                let (at, from) = (random.below(length), random.below(other.len().max(1)));
                bytes.truncate(at);
                bytes.extend(&other[from.min(other.len())..]);
            }
            // Figures are what is read most.
            _ => {
                for byte in bytes.iter_mut().filter(|byte| byte.is_ascii_digit()) {
                    if random.below(10) == 0 {
                        *byte = b"0123456789.,-%"[random.below(14)];
                    }
                }
            }
        }
    }
    bytes
}

fn lines(bytes: &[u8], change: impl FnOnce(&mut Vec<&[u8]>)) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    change(&mut lines);
    lines.join(&b'\n')
}

/// UTF-16 in two orders, Latin-1, and UTF-8 that was taken for it and written again.
fn encoded(text: &str, which: usize) -> Vec<u8> {
    match which {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        2 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        _ => text.bytes().map(char::from).collect::<String>().into_bytes(),
    }
}

/// Numbers that are the same in every run, by `SplitMix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let mixed = usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or(usize::MAX);
        mixed % most.max(1)
    }
}
