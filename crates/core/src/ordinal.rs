//! English ordinals: "second", "21st".

const WORDS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// The number of a lower-case ordinal.
#[must_use]
pub fn ordinal(word: &str) -> Option<u32> {
    // All of the words end as the numbers do.
    let (b"st" | b"nd" | b"rd" | b"th") = word.as_bytes().last_chunk()? else { return None };
    let digits = word.get(..word.len() - 2)?;
    if let Some(index) = WORDS.iter().position(|known| *known == word) {
        return u32::try_from(index + 1).ok();
    }
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn numbers() {
        assert_eq!(ordinal("second"), Some(2));
        assert_eq!(ordinal("21st"), Some(21));
        assert_eq!(ordinal("best"), None);
        assert_eq!(ordinal("+1st"), None);
    }
}
