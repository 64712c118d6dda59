//! Paths as URI references, which have no blanks and no letters beyond ASCII. Knows no format.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters and the slash. A colon too: before the first slash it would end a scheme.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// `path` as a reference; an absolute one as a `file` URI.
pub(crate) fn reference(path: &str) -> String {
    let escaped = utf8_percent_encode(path, ESCAPED);
    if path.starts_with('/') { format!("file://{escaped}") } else { escaped.to_string() }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn escapes_what_a_uri_has_not() {
        snap!(reference("articles/1_ledger.txt"), @"articles/1_ledger.txt");
        snap!(reference("a b/c:d%é.txt"), @"a%20b/c%3Ad%25%C3%A9.txt");
        snap!(reference("/tmp/x"), @"file:///tmp/x");
        snap!(reference("<stdin>"), @"%3Cstdin%3E");
    }
}
