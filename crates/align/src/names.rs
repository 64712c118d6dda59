//! Whether two names can mean one bearer, across articles: by the names alone.

/// Whether every word of the shorter name stands in the longer ("Xi" and "Xi Jinping", "Mr. Putin" has lost its
/// title before). A number tells bearers apart: "Power of Siberia" is not "Power of Siberia 2".
#[must_use]
pub fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let number = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).cloned().collect()
    };
    !short.is_empty() && number(short) == number(long) && short.iter().all(|word| long.contains(word))
}

fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase())
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "the" | "of" | "and" | "for"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::may_be_one;

    #[test]
    fn compares_by_words() {
        assert!(may_be_one("Ada Brandt", "Brandt"));
        assert!(may_be_one("Li Wen", "Li"));
        assert!(may_be_one("the Bank of Norland", "Norland Bank"));
        assert!(!may_be_one("Ada Brandt", "Otto Brandt"));
        assert!(!may_be_one("Northern Line", "Northern Line 2"));
        assert!(may_be_one("Northern Line-2", "Northern Line 2"));
        assert!(!may_be_one("", "Brandt"));
    }
}
