//! Tables that are asked about every word of a text, in any case: nearly all words are turned down by their first two
//! letters and their length, at the cost of a few instructions. Knows nothing of what the words mean.

use rustc_hash::FxHashMap;

/// The longest word that a table may hold, in bytes.
const LONGEST: usize = 24;

/// What is known of some words, each given in lower case. Letters beyond ASCII are taken as they stand.
#[derive(Debug)]
pub struct Folded<V> {
    /// By the first two letters, the lengths that words have, a bit each.
    lengths: Vec<u32>,
    values: FxHashMap<&'static [u8], V>,
}

impl<V: Default> Default for Folded<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: Default> Folded<V> {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self { lengths: vec![0; 32 * 32], values: FxHashMap::default() }
    }

    /// What is known of a word, to be added to. Words that are too long are never found.
    pub fn entry(&mut self, word: &'static [u8]) -> &mut V {
        if let Some(lengths) = self.lengths.get_mut(pair(word)).filter(|_| word.len() <= LONGEST) {
            *lengths |= 1 << word.len();
        }
        self.values.entry(word).or_default()
    }

    /// What is known of a word in whatever case.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<&V> {
        let held = word.len() <= LONGEST && self.lengths.get(pair(word))? >> word.len() & 1 != 0;
        if held { self.find(word) } else { None }
    }

    fn find(&self, word: &[u8]) -> Option<&V> {
        let mut lower = [0; LONGEST];
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        self.values.get(&*lower)
    }
}

/// A number for the first two letters, the same in lower and upper case.
fn pair(word: &[u8]) -> usize {
    let bits = |at: usize| usize::from(word.get(at).copied().unwrap_or(0) & 31);
    bits(0) << 5 | bits(1)
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn finds_words_in_any_case() {
        let mut table = Folded::<u8>::new();
        *table.entry(b"set") += 1;
        *table.entry("’ve".as_bytes()) += 2;
        *table.entry(b"set") += 4;
        let found = ["set", "SET", "Set", "sets", "se", "sat", "’ve", "", "settlementsettlementsettlement"]
            .map(|word| table.get(word.as_bytes()).copied());
        assert_eq!(found, [Some(5), Some(5), Some(5), None, None, None, Some(2), None, None]);
    }
}
