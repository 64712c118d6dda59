//! Copies: articles that share most runs of words, found by `MinHash`. They are one article for the rest.

use std::{collections::HashMap, hash::Hasher};

use crate::Sight;

/// Hashes of a sketch.
const HASHES: usize = 12;

/// So many hashes in a row that are the same make two articles candidates.
const BAND: usize = 3;

/// So many hashes that are the same make two articles copies: about three of four runs of words are shared.
const SAME: usize = 9;

/// Words of a run.
const RUN: usize = 4;

/// The least hash of all runs of words, for each of some hash functions.
#[derive(Debug)]
pub(crate) struct Sketch([u32; HASHES]);

/// The sketch of a text.
pub(crate) fn sketch(text: &str) -> Sketch {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut least = [u32::MAX; HASHES];
    for run in words.windows(RUN) {
        let mut hasher = fnv::FnvHasher::default();
        for word in run {
            hasher.write(word.to_lowercase().as_bytes());
            hasher.write_u8(0);
        }
        let mut mixed = hasher.finish();
        for slot in &mut least {
            // Each step of splitmix is as good as another hash function.
            mixed = mix(mixed);
            *slot = (*slot).min(u32::try_from(mixed >> 32).unwrap_or_default());
        }
    }
    Sketch(least)
}

fn mix(seed: u64) -> u64 {
    let mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Of each article the first one that it is a copy of, itself where it is none.
pub(crate) fn origins(sights: &[Sight]) -> Vec<usize> {
    let mut first: HashMap<(usize, [u32; BAND]), usize> = HashMap::new();
    let mut origins: Vec<usize> = Vec::with_capacity(sights.len());
    for (at, sight) in sights.iter().enumerate() {
        let mut origin = at;
        if sight.sketch.0[0] != u32::MAX {
            for (band, hashes) in sight.sketch.0.chunks_exact(BAND).enumerate() {
                let Ok(hashes) = <[u32; BAND]>::try_from(hashes) else { continue };
                let known = *first.entry((band, hashes)).or_insert(at);
                if known < origin && is_copy(&sights[known], sight) {
                    origin = origins[known];
                }
            }
        }
        origins.push(origin);
    }
    origins
}

fn is_copy(one: &Sight, two: &Sight) -> bool {
    let same = one.sketch.0.iter().zip(&two.sketch.0).filter(|(a, b)| a == b).count();
    same >= SAME && one.may_meet(two)
}
